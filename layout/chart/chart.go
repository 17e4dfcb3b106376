package chart

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
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

// continued names the chart and its unit again on the next page. It is an
// artifact: readers by ear do not want to hear it in the middle.
func continued(c *para.Context, title, unit []doc.Inline) galley.Box {
	st := c.Style
	t := st.Roles.Continued
	sp := para.Spec{Type: t, Place: lang.InHeading, Measure: st.Page.Measure(), Art: frame.RepeatArtifact}
	b := galley.Box{Height: t.Below}
	if c.Number != "" {
		label := sp
		label.Type = st.Roles.CaptionLabel
		l := c.Words(c.Number, label)
		x := units.Sp(0)
		if st.Caption.Label != style.OnAxis {
			x, sp.Indent = st.Page.TextAxis, l.Width+t.Size
		}
		b.Items = galley.Shift(l.Items, x, c.Ascent(t))
	}
	lines := c.Lines(title, sp)
	items, h := c.Stack(lines, t, st.Page.TextAxis, 0)
	b.Items, b.Height = append(b.Items, items...), b.Height+max(h, t.Leading)
	x := sp.Indent
	if n := len(lines); n > 0 {
		if n > 1 {
			x = 0
		}
		x += lines[n-1].Width + c.Width("\u00a0.", t) - c.Width(".", t)
	}
	mark := c.Words(c.Lang.Strings().Continued, para.Spec{Type: st.Roles.ContinuedMark, Art: frame.RepeatArtifact})
	if x+mark.Width > sp.Measure {
		x, b.Height = 0, b.Height+t.Leading
	}
	b.Items = append(b.Items, galley.Shift(mark.Items, st.Page.TextAxis+x, b.Height-t.Below-t.Leading+c.Ascent(t))...)
	if len(unit) > 0 {
		t := st.Roles.Unit
		lines := c.Lines(unit, para.Spec{Type: t, Place: lang.InHeading, Measure: st.Page.Measure(), Art: frame.RepeatArtifact})
		items, h := c.Stack(lines, t, st.Page.TextAxis, b.Height-st.Roles.Continued.Below)
		b.Items, b.Height = append(b.Items, items...), b.Height+h
	}
	b.Items = galley.Artifacts(b.Items, frame.RepeatArtifact)
	return b
}
