package chart

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
)

// Lay sets a chart: its caption, its drawing and its notes. The boxes are kept
// together unless they are higher than a page; then the drawing breaks between
// bars and names itself again.
func Lay(c *para.Context, ch *doc.Chart) []galley.Box {
	d := read(c.Lang, ch, c.Report)
	div := c.Tree.Add(frame.Div, c.Parent)
	caption := c.Caption(c.Tree.Add(frame.Caption, div), ch.Title, d.unit)
	caption.Height += c.Style.Roles.CaptionTitle.Below
	boxes := []galley.Box{caption}
	var g *drawing
	if len(d.bars) > 0 {
		alt := ch.Alt
		if alt == "" {
			alt = d.alt(c.Lang)
		}
		g = newDrawing(c, d, c.Tree.AddElem(frame.Elem{Role: frame.Figure, Parent: div, Alt: alt}))
	}
	notes := layNotes(c, d, div)
	if g != nil {
		boxes = append(boxes, g.boxes(caption.Height+notes.Space+notes.Height)...)
	}
	if notes.Height > 0 {
		boxes = append(boxes, notes)
	}
	return boxes
}

// layNotes sets base, notes and source from the left axis, in one box.
func layNotes(c *para.Context, d *data, div frame.ElemID) galley.Box {
	t := c.Style.Roles.TableNote
	b := galley.Box{Space: c.Style.Chart.Below, Break: galley.Inf}
	for _, n := range d.notes {
		lines := c.Lines(n, para.Spec{
			Type: t, Measure: c.Style.Page.Frame, Place: notePlace, Tree: c.Tree, Elem: c.Tree.Add(frame.P, div), Note: c.Note,
		})
		items, h := c.Stack(lines, t, 0, b.Height)
		b.Items, b.Height = append(b.Items, items...), b.Height+h
	}
	return b
}
