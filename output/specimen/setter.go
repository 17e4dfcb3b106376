package specimen

import (
	"strings"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// setter sets a book by hand.
type setter struct {
	book   *frame.Book
	shaper *fonts.Shaper
	page   *frame.Page
	line   int32 // of the imagined manuscript
}

// look is how a text is set.
type look struct {
	style    fonts.Style
	features fonts.Features
	size     units.Sp
	color    frame.Color
	lang     string
	stat     source.Key
	art      frame.Artifact
}

func pt(v float64) units.Sp { return units.Points(int64(v * 100)) }

// newPage begins a page.
func (s *setter) newPage(w, h float64, folio, part string) {
	s.book.Pages = append(s.book.Pages, frame.Page{W: pt(w), H: pt(h), Folio: folio, Part: part})
	s.page = &s.book.Pages[len(s.book.Pages)-1]
}

func (s *setter) add(it frame.Item) { s.page.Items = append(s.page.Items, it) }

// elem makes an element and lists it with its parent.
func (s *setter) elem(parent frame.ElemID, e frame.Elem) frame.ElemID {
	e.Parent = parent
	id := frame.ElemID(len(s.book.Elems))
	s.book.Elems = append(s.book.Elems, e)
	if parent != 0 {
		kids := &s.book.Elems[parent].Kids
		*kids = append(*kids, id)
	}
	return id
}

// text sets a text from x on and returns where it ends.
func (s *setter) text(tag frame.ElemID, x, y float64, lk look, text string) units.Sp {
	s.line++
	pen := pt(x)
	for _, r := range s.shaper.Shape(lk.style, lk.features, lk.lang, text) {
		run := s.run(tag, pen, pt(y), lk, r)
		pen += run.Width()
		s.add(run)
	}
	return pen
}

func (s *setter) run(tag frame.ElemID, x, y units.Sp, lk look, r fonts.Run) *frame.Run {
	upem := int64(r.Face.Upem())
	run := &frame.Run{
		X: x, Y: y, Face: r.Face.Name(), Size: lk.size, Color: lk.color, Text: r.Text,
		Lang: lk.lang, Stat: lk.stat, Tag: tag, Art: lk.art,
		At: source.At(source.Pos{File: 1, A: s.line, B: 1}),
	}
	for _, g := range r.Glyphs {
		run.Glyphs = append(run.Glyphs, frame.Glyph{
			ID: g.ID, Cluster: g.Cluster,
			Advance: units.MulDiv(lk.size, int64(g.Advance), upem),
			DX:      units.MulDiv(lk.size, int64(g.XOff), upem),
			DY:      -units.MulDiv(lk.size, int64(g.YOff), upem),
		})
	}
	return run
}

// justified sets a line of a paragraph from x on to a width, its word spaces
// stretched, with the space that stands for its end. A line that ends in a soft
// hyphen shows one and has no space.
func (s *setter) justified(tag frame.ElemID, x, y, width float64, lk look, text string) {
	s.line++
	broken := strings.HasSuffix(text, "\u00AD")
	shown := strings.TrimSuffix(text, "\u00AD")
	if broken {
		shown += "-"
	} else {
		shown += " "
	}
	shaped := s.shaper.Shape(lk.style, lk.features, lk.lang, shown)
	if len(shaped) != 1 {
		panic("specimen: a justified line in more than one face")
	}
	run := s.run(tag, pt(x), pt(y), lk, shaped[0])
	last := &run.Glyphs[len(run.Glyphs)-1]
	body := run.Width()
	if broken {
		run.Text = text
	} else {
		body -= last.Advance // the last space stands outside the measure
	}
	spaces := units.Sp(strings.Count(strings.TrimSuffix(shown, " "), " "))
	rest := pt(width) - body
	for i := range run.Glyphs {
		if g := &run.Glyphs[i]; spaces > 0 && g != last && shown[g.Cluster] == ' ' {
			share := rest / spaces
			g.Advance += share
			rest -= share
			spaces--
		}
	}
	s.add(run)
}

func (s *setter) rule(tag frame.ElemID, x, y, w, h float64, c frame.Color) {
	s.add(&frame.Rect{X: pt(x), Y: pt(y), W: pt(w), H: pt(h), Color: c, Tag: tag})
}

func (s *setter) dest(name string, y float64, e frame.ElemID) {
	s.book.Dests = append(s.book.Dests, frame.Dest{Name: name, Page: len(s.book.Pages) - 1, Y: pt(y), Elem: e})
}

// link sets a text that leads somewhere and returns where it ends.
func (s *setter) link(parent frame.ElemID, x, y float64, lk look, text, dest, url string) units.Sp {
	e := s.elem(parent, frame.Elem{Role: frame.LinkRole})
	end := s.text(e, x, y, lk, text)
	s.area(e, x, y, end-pt(x), lk, text, dest, url)
	return end
}

func (s *setter) area(e frame.ElemID, x, y float64, w units.Sp, lk look, text, dest, url string) {
	s.add(&frame.Area{
		X: pt(x), Y: pt(y) - lk.size, W: w, H: lk.size + lk.size/4,
		Dest: dest, URL: url, Text: strings.TrimSpace(text), Tag: e,
	})
}
