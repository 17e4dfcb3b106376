package chart

import (
	"fmt"
	"math/big"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// drawing draws the bars of a chart under each other.
type drawing struct {
	c     *para.Context
	t     *style.Chart
	d     *data
	fig   frame.ElemID
	field units.Sp // length of the value at its end
	right units.Sp // values end left of it
	rows  []row
}

// row is one category with its bars.
type row struct {
	label  []para.Line
	values []para.Line
	share  para.Line
	length []units.Sp
	height units.Sp
}

func newDrawing(c *para.Context, d *data, fig frame.ElemID) *drawing {
	g := &drawing{c: c, t: &c.Style.Chart, d: d, fig: fig, right: c.Style.Page.Frame}
	var shares units.Sp
	for i := range d.bars {
		r := g.row(&d.bars[i])
		shares = max(shares, r.share.Width)
		g.rows = append(g.rows, r)
	}
	if shares > 0 {
		g.right -= max(shares, g.words(c.Lang.Strings().Share).Width) + g.t.LabelGap
	}
	g.fit()
	return g
}

// spec is how text of the drawing is set: the figure holds all of it.
func (g *drawing) spec(t style.Type) para.Spec {
	return para.Spec{Type: t, Place: valuePlace, Tree: g.c.Tree, Elem: g.fig, Note: g.c.Note}
}

// words sets a head of the drawing.
func (g *drawing) words(text string) para.Line {
	return g.c.Words(text, g.spec(g.c.Style.Roles.ChartNote))
}

func (g *drawing) row(b *bar) row {
	roles := &g.c.Style.Roles
	sp := g.spec(roles.ChartLabel)
	sp.Measure = g.t.Axis - g.t.LabelGap
	r := row{label: g.c.Lines(b.label, sp)}
	if n := len(r.label); n > g.t.LabelLines {
		g.c.Report.Warn("chart-label-long", g.d.ch.At, fmt.Sprintf("the label %q takes %d lines", b.name, n), "shorten it")
	}
	for _, v := range b.values {
		r.values = append(r.values, g.c.Line([]doc.Inline{v.stat}, g.spec(roles.ChartValue)))
	}
	if s := g.share(b); s != nil {
		r.share = g.c.Line([]doc.Inline{s}, g.spec(roles.ChartShare))
	}
	pitch := g.t.Pitch
	if len(b.values) > 1 {
		pitch = g.t.Pitch2
	}
	text := units.Sp(max(0, len(r.label)-1))*g.t.LabelLeading + roles.ChartLabel.Leading
	r.height = max(pitch, text+g.t.Pitch-roles.ChartLabel.Leading)
	return r
}

// share is the first value of a bar as a share of the base.
func (g *drawing) share(b *bar) *doc.Stat {
	v := b.values[0]
	if g.d.base == nil || v.size == nil {
		return nil
	}
	return &doc.Stat{
		Number: lang.Number{Value: v.size, Base: g.d.base.Number.Value, Form: lang.Share, Places: -1}, From: v.stat.From, At: v.stat.At,
	}
}

// fit gives the field the length of the style, or less where the values behind
// the bars would come too near to the shares or the edge of the frame, and then
// gives each bar its length.
func (g *drawing) fit() {
	g.field = g.t.Field
	if g.t.Axis+g.field > g.right {
		g.field = max(0, g.right-g.t.Axis)
	}
	for i, r := range g.rows {
		for j, v := range g.d.bars[i].values {
			room := max(0, g.right-g.t.Axis-g.t.ValueGap-r.values[j].Width)
			if v.size != nil && v.size.Sign() > 0 && length(v.size, g.d.end, g.field) > room {
				g.field = length(g.d.end, v.size, room)
			}
		}
	}
	for i := range g.rows {
		for _, v := range g.d.bars[i].values {
			g.rows[i].length = append(g.rows[i].length, length(v.size, g.d.end, g.field))
		}
	}
}

// length is v/end of the field, rounded to nearest; nothing for no value.
func length(v, end *big.Rat, field units.Sp) units.Sp {
	if v == nil {
		return 0
	}
	l := new(big.Rat).SetInt64(int64(field))
	l.Mul(l, v).Quo(l, end)
	num := new(big.Int).Lsh(l.Num(), 1)
	num.Add(num, l.Denom())
	return units.Sp(num.Quo(num, new(big.Int).Lsh(l.Denom(), 1)).Int64())
}

// boxes returns the drawing as one box, or as a box a bar if the chart is
// higher than a page.
func (g *drawing) boxes(above units.Sp) []galley.Box {
	head := g.head()
	var high units.Sp
	for _, r := range g.rows {
		high += r.height
	}
	if above+head.Height+high <= g.c.Style.Page.TextBlock {
		all := g.box(g.rows, head.Height)
		all.Items = append(head.Items, all.Items...)
		return []galley.Box{all}
	}
	resume := []galley.Box{continued(g.c), {Items: galley.Artifacts(head.Items, frame.RepeatArtifact), Height: head.Height}}
	out := []galley.Box{head}
	for i := range g.rows {
		b := g.box(g.rows[i:i+1], 0)
		// Not one bar alone before a break or behind it.
		if i > 1 && i < len(g.rows)-1 {
			b.Break, b.Resume = galley.Free, resume
		}
		out = append(out, b)
	}
	return out
}

// head is the line over the bars: what the base is, and what the shares are.
func (g *drawing) head() galley.Box {
	b := galley.Box{Break: galley.Inf}
	if g.d.base == nil {
		return b
	}
	t := g.c.Style.Roles.ChartNote
	up := g.c.Ascent(t)
	base := g.c.Line(fill(g.c.Lang.Strings().Base, []doc.Inline{g.d.base}), g.spec(t))
	b.Items = galley.Shift(base.Items, g.baseX()-base.Width, up)
	share := g.words(g.c.Lang.Strings().Share)
	b.Items = append(b.Items, galley.Shift(share.Items, g.c.Style.Page.Frame-share.Width, up)...)
	b.Height = t.Leading + max(0, g.t.FirstRow-g.t.Pitch/2)
	return b
}

// baseX is where the line of the base stands.
func (g *drawing) baseX() units.Sp {
	return g.t.Axis + length(g.d.base.Number.Value, g.d.end, g.field)
}

// box draws rows under each other, with the axis and the line of the base.
func (g *drawing) box(rows []row, y units.Sp) galley.Box {
	b := galley.Box{Height: y, Break: galley.Inf}
	for i := range rows {
		b.Items = append(b.Items, g.draw(&rows[i], b.Height)...)
		b.Height += rows[i].height
	}
	axis := g.c.Style.Rules.Axis
	b.Items = append(b.Items, &frame.Rect{
		X: g.t.Axis - axis.Width, Y: y, W: axis.Width, H: b.Height - y, Color: g.c.Ink(axis.Color), Tag: g.fig,
	})
	if g.d.base != nil {
		line := g.c.Style.Rules.Base
		b.Items = append(b.Items, &frame.Rect{
			X: g.baseX() - line.Width/2, Y: y, W: line.Width, H: b.Height - y, Color: g.c.Ink(line.Color), Tag: g.fig,
		})
	}
	return b
}

// draw draws one row: label, bars with their values, share.
func (g *drawing) draw(r *row, y units.Sp) []frame.Item {
	roles := &g.c.Style.Roles
	mid := y + r.height/2
	base := mid - (units.Sp(len(r.label)-1)*g.t.LabelLeading+roles.ChartLabel.Leading)/2 + g.c.Ascent(roles.ChartLabel)
	var out []frame.Item
	for i, l := range r.label {
		out = append(out, galley.Shift(l.Items, 0, base+units.Sp(i)*g.t.LabelLeading)...)
	}
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
		at := top + high/2 - roles.ChartValue.Leading/2 + g.c.Ascent(roles.ChartValue)
		out = append(out, galley.Shift(l.Items, g.t.Axis+r.length[i]+g.t.ValueGap, at)...)
		top += high + g.t.Apart
	}
	at := mid - roles.ChartShare.Leading/2 + g.c.Ascent(roles.ChartShare)
	return append(out, galley.Shift(r.share.Items, g.c.Style.Page.Frame-r.share.Width, at)...)
}

// ink is the colour of a series.
func (g *drawing) ink(series int) frame.Color {
	switch series {
	case 0:
		return g.c.Ink(g.t.First)
	case 1:
		return g.c.Ink(g.t.Second)
	}
	return g.c.Ink(g.t.Third)
}
