package chart

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/units"
)

// stacked says that the values of a bar are parts of one bar. A part carries
// its value above itself: text on colour would be hard to read.
func (g *drawing) stacked() bool { return g.d.ch.Kind == doc.StackedBars }

// edges are where the parts of a bar begin, and where the last one ends. They
// are rounded from the sums, so that errors do not add up.
func (g *drawing) edges(b *bar) []units.Sp {
	out := []units.Sp{g.t.Axis}
	end := b.partial()
	for _, e := range end {
		out = append(out, g.t.Axis+length(e, g.d.end, g.field))
	}
	return out
}

// texts are where the values of the parts stand: near the left of their parts,
// clear of the axis, pushed to the right by the ones before and back again at
// the edge. The parts have room if none but the last one was moved.
func (g *drawing) texts(r *row, named bool) (at []units.Sp, room bool) {
	edges, free, room := g.edges(r.bar), units.Sp(0), true
	n := len(r.bar.values)
	wide := make([]units.Sp, n) // with the gap to the next one
	for i := range n {
		want := edges[i] + g.t.ValueGap/2
		x := max(want, free)
		room = room && x == want
		at = append(at, x)
		if named || !g.silent(r.bar, i) {
			wide[i] = r.values[i].Width + g.t.LabelGap
		}
		if named {
			wide[i] += g.t.ValueGap + g.names[i].Width
		}
		free = x + wide[i]
	}
	end := g.right + g.t.LabelGap
	for i := n - 1; i >= 0; i-- {
		x := min(at[i], end-wide[i])
		room = room && (x == at[i] || i == n-1)
		at[i], end = x, x
	}
	return at, room
}

// silent says that a part is nothing: no bar, no value.
func (g *drawing) silent(b *bar, i int) bool {
	v := b.values[i]
	return v.size != nil && v.size.Sign() == 0
}

// drawStack draws one row: label, values over their parts, total, share.
func (g *drawing) drawStack(r *row, named bool, y units.Sp) []frame.Item {
	t := g.valueType(r.bar, 0)
	high := t.Leading + g.t.Bar
	top := y + (r.height-high)/2
	line, bar := g.middle(t, top+t.Leading/2), top+t.Leading
	mid := bar + g.t.Bar/2
	out := g.drawLabel(r, mid)
	edges := g.edges(r.bar)
	at, _ := g.texts(r, named)
	for i := range r.bar.values {
		if g.silent(r.bar, i) && !named {
			continue
		}
		out = append(out, galley.Shift(r.values[i].Items, at[i], line)...)
		if named {
			out = append(out, galley.Shift(g.names[i].Items, at[i]+r.values[i].Width+g.t.ValueGap, line)...)
		}
		if w := edges[i+1] - edges[i]; w > 0 {
			if i < len(r.bar.values)-1 {
				w -= min(g.t.Apart, w/2)
			}
			out = append(out, &frame.Rect{X: edges[i], Y: bar, W: w, H: g.t.Bar, Color: g.ink(i), Tag: g.fig})
		}
	}
	if total := len(r.bar.values); !g.d.whole { // that all parts are all says nothing
		out = append(out, galley.Shift(r.values[total].Items, edges[total]+g.t.ValueGap, g.middle(g.valueType(r.bar, total), mid))...)
	}
	return append(out, g.drawShare(r, 0, mid)...)
}
