package para

import (
	"unicode/utf8"

	"assemble/fonts"
	"assemble/layout/units"
)

// run is a stretch of one face.
type run struct {
	face    *fonts.Face
	text    string
	glyphs  []fonts.Glyph
	advance []units.Sp
}

// shape returns the runs of a text in a look, with widths.
func (s *Setter) shape(l look, text string) []run {
	shaped := s.shaper.Shape(l.face, l.features, l.lang, text)
	out := make([]run, len(shaped))
	for i, r := range shaped {
		o := run{face: r.Face, text: r.Text, glyphs: r.Glyphs, advance: make([]units.Sp, len(r.Glyphs))}
		upem := int64(r.Face.Upem())
		for j, g := range r.Glyphs {
			o.advance[j] = units.MulDiv(l.size, int64(g.Advance), upem) + l.tracking
			// The narrow no-break space between thousands has the width that
			// the style asks for: the one of the face is too little.
			if c, _ := utf8.DecodeRuneInString(r.Text[g.Cluster:]); c == thin && s.Style.Setting.Thin > 0 {
				o.advance[j] = units.MulDiv(l.size, s.Style.Setting.Thin, 1000)
			}
		}
		out[i] = o
	}
	return out
}

// width is the natural width of a text in a look.
func (s *Setter) width(l look, text string) units.Sp {
	var w units.Sp
	for _, r := range s.shape(l, text) {
		for _, a := range r.advance {
			w += a
		}
	}
	return w
}

// spaceWidth is the word space of the face, without tracking of its own.
func (s *Setter) spaceWidth(l look) units.Sp { return s.width(l, " ") }

// offsets shapes a word whole and returns the width of any part of it, so that
// the parts of a hyphenated word add up to the word.
func (s *Setter) offsets(l look, word string) func(from, to int) units.Sp {
	runs := s.shape(l, word)
	return func(from, to int) units.Sp {
		var w units.Sp
		base := 0
		for _, r := range runs {
			for j, g := range r.glyphs {
				if at := base + int(g.Cluster); at >= from && at < to {
					w += r.advance[j]
				}
			}
			base += len(r.text)
		}
		return w
	}
}
