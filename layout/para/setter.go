package para

import (
	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/hyphen"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// Setter is what setting text needs. It is not safe for concurrent use: each
// worker has its own.
type Setter struct {
	Style  *style.Style
	Lang   *lang.Table
	Report *source.Reporter
	// Refs tells what a label points to.
	Refs func(doc.Label) (Target, bool)
	// Near is the label that one which points to nothing may have meant, or "".
	Near func(doc.Label) string
	// NoBreak reports names that are never hyphenated.
	NoBreak func(word string) bool

	faces  *fonts.Set
	shaper *fonts.Shaper
	dicts  map[string]*hyphen.Dict
}

// Target is what a reference prints and where it leads.
type Target struct {
	Text string `json:"text"`
	Dest string `json:"dest"`
	// What an annex numbers by itself is called Outside anywhere else than in
	// that annex; "" for what has one name.
	Annex   doc.Label `json:"annex,omitempty"`
	Outside string    `json:"outside,omitempty"`
}

// From is the target as it is called in a part of the report.
func (t Target) From(part doc.Label) Target {
	if t.Outside != "" && t.Annex != part {
		t.Text = t.Outside
	}
	return t
}

// New returns a Setter over the faces of a set.
func New(st *style.Style, l *lang.Table, faces *fonts.Set, r *source.Reporter) *Setter {
	return &Setter{
		Style: st, Lang: l, Report: r, faces: faces, shaper: faces.NewShaper(),
		Refs:    func(doc.Label) (Target, bool) { return Target{}, false },
		Near:    func(doc.Label) string { return "" },
		NoBreak: func(string) bool { return false },
		dicts:   map[string]*hyphen.Dict{},
	}
}

// Turned returns a setter for turned pages, which shares all else with s.
func (s *Setter) Turned() *Setter {
	st := *s.Style
	st.Page = st.Page.Turned()
	t := *s
	t.Style = &st
	return &t
}

// Spec says how one run of inlines is set.
type Spec struct {
	Type    style.Type
	Measure units.Sp
	Indent  units.Sp // of the first line
	Hang    units.Sp // of all lines but the first
	Place   lang.Place
	// Sentence says that the text opens a sentence, so that a number at its
	// head is written in words.
	Sentence bool
	Balance  bool // lines as equal as may be, for headings
	Tree     *galley.Tree
	Elem     frame.ElemID // element of the text; 0 for an artifact
	Art      frame.Artifact
	// Note takes a footnote and returns its number and destination; nil where
	// there can be none.
	Note func(*doc.Footnote) (mark string, dest string)
	// Lead is a run-in head set before the text on the same lines, in its own
	// type and element, LeadGap before it.
	Lead     []doc.Inline
	LeadType style.Type
	LeadElem frame.ElemID
	LeadGap  units.Sp
	// Bold sets the text in the heavier weight whatever the type says.
	Bold bool
}

// Line is one set line. Its items stand at X from 0, baseline at Y 0.
type Line struct {
	Items  []frame.Item
	Width  units.Sp // of what is printed, without indent
	Notes  []*doc.Footnote
	Hyphen bool
}

// Ink returns a colour of the style for frames.
func (s *Setter) Ink(i style.Ink) frame.Color {
	c := s.Style.Colors.Of(i)
	return frame.Color{R: c.R, G: c.G, B: c.B}
}

// Ascent is how far the baseline lies below the top of a line of a type.
func (s *Setter) Ascent(t style.Type) units.Sp {
	return units.MulDiv(t.Leading, s.Style.Page.Baseline, 1000)
}

// Lines sets inlines in lines of the measure.
func (s *Setter) Lines(in []doc.Inline, sp Spec) []Line {
	pieces := s.collect(in, sp)
	var out []Line
	for _, part := range splitBreaks(pieces) {
		out = append(out, s.paragraph(part, sp, len(out) == 0)...)
	}
	return out
}

// Line sets inlines on one line, however long.
func (s *Setter) Line(in []doc.Inline, sp Spec) Line {
	sp.Measure = units.Max
	sp.Type.Align = style.Left
	if lines := s.Lines(in, sp); len(lines) > 0 {
		return lines[0]
	}
	return Line{}
}

// Words sets plain text on one line.
func (s *Setter) Words(text string, sp Spec) Line { return s.Line(doc.Words(text), sp) }

// Width is the width of plain text on one line.
func (s *Setter) Width(text string, t style.Type) units.Sp {
	return s.Words(text, Spec{Type: t}).Width
}

// Space is the width of a word space.
func (s *Setter) Space(t style.Type) units.Sp { return s.spaceWidth(s.look(Spec{Type: t})) }

// splitBreaks parts pieces at forced line breaks.
func splitBreaks(pieces []piece) [][]piece {
	var out [][]piece
	from := 0
	for i := range pieces {
		if pieces[i].forced {
			out = append(out, pieces[from:i])
			from = i + 1
		}
	}
	return append(out, pieces[from:])
}

// Superior sets a mark with the superior figures of the face.
func (s *Setter) Superior(text string, sp Spec) Line {
	l := s.look(sp)
	l.features, l.oldStyle = fonts.Superior, false
	sp.Measure, sp.Type.Align = units.Max, style.Left
	lines := s.paragraph([]piece{{look: l, text: text}}, sp, true)
	if len(lines) == 0 {
		return Line{}
	}
	return lines[0]
}
