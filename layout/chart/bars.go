package chart

import (
	"fmt"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// row sets the text of one category.
func (g *drawing) row(b *bar) row {
	roles := &g.c.Style.Roles
	sp := g.spec(roles.ChartLabel)
	sp.Measure, sp.Balance = g.t.Axis-g.t.LabelGap, true
	r := row{bar: b, label: g.c.Lines(append(b.label[:len(b.label):len(b.label)], &doc.Text{S: " "}), sp)}
	if n := len(r.label); n > g.t.LabelLines {
		g.c.Report.Warn("chart-label-long", g.d.ch.At, fmt.Sprintf("the label %q takes %d lines", b.name, n), "shorten it")
	}
	for i, v := range b.all() {
		r.values = append(r.values, g.line([]doc.Inline{v.stat}, g.valueType(b, i)))
	}
	for i, s := range g.d.shares(b) {
		var l para.Line
		if s != nil {
			l = g.line([]doc.Inline{s}, g.shareType(i))
		}
		r.shares = append(r.shares, l)
	}
	text := units.Sp(max(0, len(r.label)-1))*g.t.LabelLeading + roles.ChartLabel.Leading
	r.height = max(g.pitch(b), text+g.t.Pitch-roles.ChartLabel.Leading)
	return r
}

// valueType is how a value is set: the year before stands back, as in tables,
// and so do the parts of a whole.
func (g *drawing) valueType(b *bar, i int) style.Type {
	roles := &g.c.Style.Roles
	switch {
	case b.total != nil && i < len(b.values):
		return roles.ChartShare
	case b.total == nil && i > 0:
		t := roles.ChartShare
		t.Color = style.MutedColor
		return t
	}
	return roles.ChartValue
}

// shareType is how the share of a series is set.
func (g *drawing) shareType(series int) style.Type {
	t := g.c.Style.Roles.ChartShare
	if series > 0 {
		t.Color = style.MutedColor
	}
	return t
}

// pitch is the height of a row whose label takes one line.
func (g *drawing) pitch(b *bar) units.Sp {
	switch {
	case b.total != nil:
		return g.t.Pitch3
	case len(b.values) > 1:
		return g.t.Pitch2
	}
	return g.t.Pitch
}

// name finds the bars that carry the names of the series: the first ones that
// have room for them behind their values.
func (g *drawing) name() {
	if len(g.names) == 0 {
		return
	}
	for i := range g.rows {
		if g.nameFits(&g.rows[i]) {
			g.named = i
			return
		}
	}
}

func (g *drawing) nameFits(r *row) bool {
	if g.stacked() {
		_, room := g.texts(r, true)
		return room
	}
	for j := range g.names {
		if g.nameX(r, j)+g.names[j].Width > g.right {
			return false
		}
	}
	return true
}

// nameX is where the name of a series stands in a row.
func (g *drawing) nameX(r *row, series int) units.Sp {
	return g.t.Axis + r.length[series] + g.t.ValueGap + r.values[series].Width + g.t.LabelGap
}

// draw draws one row: label, bars with their values, share.
func (g *drawing) draw(r *row, y units.Sp) []frame.Item {
	named := g.named >= 0 && r == &g.rows[g.named]
	if g.stacked() {
		return g.drawStack(r, named, y)
	}
	mid := y + r.height/2
	out := g.drawLabel(r, mid)
	high := g.t.Bar
	if len(r.values) > 1 {
		high = g.t.Bar2
	}
	n := units.Sp(len(r.values))
	top := mid - (n*high+(n-1)*g.t.Apart)/2
	for i, l := range r.values {
		if r.length[i] > 0 {
			out = append(out, &frame.Rect{X: g.t.Axis, Y: top, W: r.length[i], H: high, Color: g.ink(i), Tag: g.fig})
		}
		line := mid + g.offset(i, len(r.values), high)
		at := g.middle(g.valueType(r.bar, i), line)
		out = append(out, galley.Shift(l.Items, g.t.Axis+r.length[i]+g.t.ValueGap, at)...)
		if named {
			out = append(out, galley.Shift(g.names[i].Items, g.nameX(r, i), at)...)
		}
		out = append(out, g.drawShare(r, i, line)...)
		top += high + g.t.Apart
	}
	return out
}

// offset is how far the text of one of n bars stands below the middle of their
// row: at its bar, but clear of the text of the others.
func (g *drawing) offset(i, n int, high units.Sp) units.Sp {
	pitch := max(high+g.t.Apart, g.t.ValuePitch)
	return units.Sp(2*i-n+1) * pitch / 2
}

// middle is the baseline of a line whose middle is at y.
func (g *drawing) middle(t style.Type, y units.Sp) units.Sp {
	return y - t.Leading/2 + g.c.Ascent(t)
}

// drawLabel draws the label of a row around its middle.
func (g *drawing) drawLabel(r *row, mid units.Sp) []frame.Item {
	t := g.c.Style.Roles.ChartLabel
	base := g.middle(t, mid) - units.Sp(len(r.label)-1)*g.t.LabelLeading/2
	var out []frame.Item
	for i, l := range r.label {
		out = append(out, galley.Shift(l.Items, 0, base+units.Sp(i)*g.t.LabelLeading)...)
	}
	return out
}

// drawShare draws a share of a row at the right edge of the frame.
func (g *drawing) drawShare(r *row, series int, mid units.Sp) []frame.Item {
	l := r.shares[series]
	return galley.Shift(l.Items, g.c.Style.Page.Frame-l.Width, g.middle(g.shareType(series), mid))
}
