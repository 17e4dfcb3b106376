package chart

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
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
	if len(d.bars) > 0 {
		alt := ch.Alt
		if alt == "" {
			alt = d.alt(c.Lang)
		}
		g := newDrawing(c, d, c.Tree.AddElem(frame.Elem{Role: frame.Figure, Parent: div, Alt: alt}))
		boxes = append(boxes, g.boxes(caption.Height)...)
	}
	if notes := layNotes(c, d, div); notes.Height > 0 {
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

// continued names the chart again on the next page. It is an artifact: readers
// by ear do not want to hear it in the middle.
func continued(c *para.Context) galley.Box {
	t := c.Style.Roles.Continued
	quiet := t
	quiet.Weight, quiet.Color = c.Style.Roles.Unit.Weight, style.MutedColor
	x, label := units.Sp(0), para.Line{}
	if c.Style.Caption.Label != style.OnAxis {
		x = c.Style.Page.TextAxis
	}
	if c.Number != "" {
		label = c.Words(c.Number, para.Spec{Type: t, Art: frame.RepeatArtifact})
		label.Width += c.Width("\u00a0.", t) - c.Width(".", t)
	}
	rest := c.Words(c.Lang.Strings().Continued, para.Spec{Type: quiet, Art: frame.RepeatArtifact})
	up := c.Ascent(t)
	items := galley.Shift(label.Items, x, up)
	items = append(items, galley.Shift(rest.Items, x+label.Width, up)...)
	return galley.Box{Items: items, Height: t.Leading + t.Below}
}
