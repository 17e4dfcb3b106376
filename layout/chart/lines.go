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

// plot draws values through time as lines over a common zero. Names stand at
// the ends of the lines, values in rows below, each under its point: beside the
// points they would meet where lines cross.
type plot struct {
	*drawing
	labels []para.Line   // of the points
	values [][]para.Line // by series, then point
	x      []units.Sp    // of the points
	right  units.Sp      // where the zero line ends
	box    galley.Box
}

func (g *drawing) plot() galley.Box {
	p := &plot{drawing: g, values: make([][]para.Line, len(g.d.series)), box: galley.Box{Break: galley.Inf}}
	t := g.c.Style.Roles.ChartLabel
	t.Align = style.Left
	for i := range g.d.bars {
		b := &g.d.bars[i]
		p.labels = append(p.labels, g.line(b.label, t))
		for s, v := range b.values {
			p.values[s] = append(p.values[s], g.line([]doc.Inline{v.stat}, g.valueType(b, s)))
		}
	}
	p.spread()
	p.draw()
	p.rows()
	return p.box
}

// spread puts the points at equal distances between the axis and the names.
func (p *plot) spread() {
	var name, widest units.Sp
	for _, n := range p.names {
		name = max(name, n.Width+p.t.ValueGap)
	}
	for i, l := range p.labels {
		widest = max(widest, l.Width)
		for s := range p.values {
			widest = max(widest, p.values[s][i].Width)
		}
	}
	p.right = p.c.Style.Page.Frame - name
	from, room := p.t.Axis+widest/2, max(0, p.right-p.t.Axis-widest)
	steps := len(p.labels) - 1
	full := p.right-p.t.Axis < widest
	for i := range p.labels {
		p.x = append(p.x, from+units.MulDiv(room, int64(i), int64(max(1, steps))))
	}
	if full || steps > 0 && room/units.Sp(steps) < widest+p.t.ValueGap {
		p.c.Report.Error("chart-crowded", p.d.ch.At, fmt.Sprintf("the labels and values of %d points have no room beside each other", steps+1),
			"shorten the labels, show fewer points, or use a table")
	}
}

// draw draws the lines, their points and names, and the zero line.
func (p *plot) draw() {
	t := p.c.Style.Roles.ChartNote
	zero := max(p.t.Dot, t.Leading/2) + p.t.Plot // a name may stand at the top
	last := make([]units.Sp, len(p.values))
	for s := len(p.values) - 1; s >= 0; s-- { // the first line on top of the others
		var line []frame.Point
		last[s] = zero
		for i, b := range p.d.bars {
			if b.values[s].size == nil {
				line = p.stroke(line, s)
				continue
			}
			last[s] = zero - length(b.values[s].size, p.d.end, p.t.Plot)
			line = append(line, frame.Point{X: p.x[i], Y: last[s]})
		}
		p.stroke(line, s)
	}
	apart(last, t.Leading, zero-p.t.Plot, zero)
	for s, n := range p.names {
		p.box.Items = append(p.box.Items, galley.Shift(n.Items, p.right+p.t.ValueGap, p.middle(t, last[s]))...)
	}
	axis := p.c.Style.Rules.Axis
	p.box.Items = append(p.box.Items, &frame.Rect{
		X: p.t.Axis, Y: zero, W: p.right - p.t.Axis, H: axis.Width, Color: p.c.Ink(axis.Color), Tag: p.fig,
	})
	p.box.Height = zero + axis.Width + p.t.ValueGap
}

// stroke draws a line with its points and begins a new one.
func (p *plot) stroke(line []frame.Point, series int) []frame.Point {
	if len(line) > 1 {
		p.box.Items = append(p.box.Items, &frame.Polyline{Points: line, Width: p.t.Line, Color: p.ink(series), Tag: p.fig})
	}
	for _, q := range line {
		p.box.Items = append(p.box.Items, p.point(q, series))
	}
	return nil
}

// point is round on the first line and square on the second, so that the two are
// told apart without colour.
func (p *plot) point(q frame.Point, series int) frame.Item {
	r := p.t.Dot
	if series == 0 {
		return &frame.Disc{X: q.X, Y: q.Y, R: r, Color: p.ink(series), Tag: p.fig}
	}
	return &frame.Rect{X: q.X - r, Y: q.Y - r, W: 2 * r, H: 2 * r, Color: p.ink(series), Tag: p.fig}
}

// apart moves two names that would meet away from each other, between ceiling
// and floor.
func apart(y []units.Sp, least, ceiling, floor units.Sp) {
	if len(y) != 2 {
		return
	}
	up, down := 0, 1
	if y[1] < y[0] {
		up, down = 1, 0
	}
	if short := least - (y[down] - y[up]); short > 0 {
		y[up] = max(ceiling, min(y[up]-short/2, floor-least))
		y[down] = y[up] + least
	}
}

// rows sets the names of the points and the values under them.
func (p *plot) rows() {
	t := p.c.Style.Roles.ChartLabel
	p.under(p.labels, nil, t)
	for s, values := range p.values {
		var name []doc.Inline
		if len(p.values) > 1 {
			name = p.d.series[s]
		}
		p.under(values, name, p.valueType(&p.d.bars[0], s))
	}
	p.bases()
}

// bases sets the bases of the points in a row.
func (p *plot) bases() {
	t := p.c.Style.Roles.ChartShare
	t.Color = style.MutedColor
	var texts []para.Line
	for _, s := range p.d.pointBases() {
		texts = append(texts, p.line([]doc.Inline{s}, t))
	}
	if len(texts) > 0 {
		p.under(texts, doc.Words(p.c.Lang.Strings().BaseRow), t)
	}
}

func (p *plot) under(texts []para.Line, name []doc.Inline, t style.Type) {
	label := p.spec(p.c.Style.Roles.ChartLabel)
	label.Measure = p.t.Axis - p.t.LabelGap
	lines := p.c.Lines(name, label)
	items, h := p.c.Stack(lines, label.Type, 0, p.box.Height)
	p.box.Items = append(p.box.Items, items...)
	base := p.box.Height + p.c.Ascent(t)
	for i, l := range texts {
		p.box.Items = append(p.box.Items, galley.Shift(l.Items, p.x[i]-l.Width/2, base)...)
	}
	p.box.Height += max(h, t.Leading)
}
