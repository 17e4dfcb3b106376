package para

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// Context is what laying out one block needs beside the setter.
type Context struct {
	*Setter
	Tree   *galley.Tree
	Parent frame.ElemID // element that the block stands in; 0 is the part
	// Note takes a footnote of the block; nil where there can be none.
	Note func(*doc.Footnote) (mark, dest string)
	// Number is the label of the block: "Table 3", "Figure 2"; "" for none.
	Number string
	// AfterTable says that the block before was a table or figure too.
	AfterTable bool
	// Dest is where links to the block lead; "" for none.
	Dest string
}

// Stack puts lines under each other from the top y of the first one, left edge
// at x, and returns their items and the height.
func (s *Setter) Stack(lines []Line, t style.Type, x, y units.Sp) ([]frame.Item, units.Sp) {
	var out []frame.Item
	base := y + s.Ascent(t)
	for _, l := range lines {
		out = append(out, galley.Shift(l.Items, x, base)...)
		base += t.Leading
	}
	return out, t.Leading * units.Sp(len(lines))
}

// Rule returns a horizontal rule whose top is at y.
func (s *Setter) Rule(r style.Rule, x, y, w units.Sp) *frame.Rect {
	return &frame.Rect{X: x, Y: y, W: w, H: r.Width, Color: s.Ink(r.Color)}
}

// Caption sets the label, the title and the unit line of a table or figure in
// one box that keeps with what follows. elem is the Caption element.
func (c *Context) Caption(elem frame.ElemID, title, unit []doc.Inline) galley.Box {
	st := c.Style
	roles := &st.Roles
	b := galley.Box{Space: roles.CaptionTitle.Above}
	if c.AfterTable {
		b.Space = st.Caption.AfterTable
	}
	x, measure := st.Page.TextAxis, st.Page.Measure()
	label := c.label(elem, &b)
	lines := c.Lines(title, Spec{
		Type: roles.CaptionTitle, Measure: measure, Indent: label, Tree: c.Tree, Elem: elem, Note: c.Note, Balance: true,
	})
	items, h := c.Stack(lines, roles.CaptionTitle, x, b.Height)
	b.Items, b.Height = append(b.Items, items...), b.Height+h
	if len(unit) > 0 {
		lines := c.Lines(unit, Spec{Type: roles.Unit, Measure: measure, Tree: c.Tree, Elem: c.Tree.Add(frame.Span, elem), Note: c.Note})
		items, h := c.Stack(lines, roles.Unit, x, b.Height)
		b.Items, b.Height = append(b.Items, items...), b.Height+h
	}
	if c.Dest != "" {
		b.Dests = []galley.Dest{{Name: c.Dest, Elem: elem}}
	}
	return b
}

// label sets the label of a caption where the style has it and returns how far
// the title is indented by it.
func (c *Context) label(elem frame.ElemID, b *galley.Box) units.Sp {
	if c.Number == "" {
		return 0
	}
	st := c.Style
	t := st.Roles.CaptionLabel
	id := c.Tree.Add(frame.Lbl, elem)
	l := c.Words(c.Number+" ", Spec{Type: t, Tree: c.Tree, Elem: id})
	ascent := c.Ascent(st.Roles.CaptionTitle)
	switch st.Caption.Label {
	case style.Above:
		b.Items = append(b.Items, galley.Shift(l.Items, st.Page.TextAxis, c.Ascent(t))...)
		b.Height += t.Leading
		return 0
	case style.RunIn:
		b.Items = append(b.Items, galley.Shift(l.Items, st.Page.TextAxis, ascent)...)
		return l.Width + 2*c.Space(t)
	}
	b.Items = append(b.Items, galley.Shift(l.Items, 0, ascent)...)
	return 0
}
