package chart

import (
	"math/big"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
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
	names []para.Line // of the series
	named int         // the row whose bars carry the names; -1 for none
}

// row is one category, set but not yet placed.
type row struct {
	bar    *bar
	label  []para.Line
	values []para.Line // as bar.all
	shares []para.Line // as bar.values
	length []units.Sp  // as bar.all
	height units.Sp
}

func newDrawing(c *para.Context, d *data, fig frame.ElemID) *drawing {
	g := &drawing{c: c, t: &c.Style.Chart, d: d, fig: fig, right: c.Style.Page.Frame, named: -1}
	if len(d.series) > 1 {
		for _, s := range d.series {
			g.names = append(g.names, g.line(s, c.Style.Roles.ChartNote))
		}
	}
	if d.ch.Kind == doc.Lines {
		return g
	}
	var shares units.Sp
	if g.shares() {
		shares = g.shareHead().Width
	}
	for i := range d.bars {
		r := g.row(&d.bars[i])
		for _, l := range r.shares {
			shares = max(shares, l.Width)
		}
		g.rows = append(g.rows, r)
	}
	if shares > 0 {
		g.right -= shares + g.t.LabelGap
	}
	g.fit()
	for i := range g.rows {
		for _, v := range g.rows[i].bar.all() {
			g.rows[i].length = append(g.rows[i].length, length(v.size, d.end, g.field))
		}
	}
	g.name()
	return g
}

// spec is how text of the drawing is set: the figure holds all of it.
func (g *drawing) spec(t style.Type) para.Spec {
	return para.Spec{Type: t, Place: valuePlace, Tree: g.c.Tree, Elem: g.fig, Note: g.c.Note}
}

// line sets a run. Its closing space parts it from what is read next.
func (g *drawing) line(in []doc.Inline, t style.Type) para.Line {
	return g.c.Line(append(in[:len(in):len(in)], &doc.Text{S: " "}), g.spec(t))
}

// fit gives the field the length of the style, or less where a value behind its
// bar would come too near to the shares or to the edge of the frame.
func (g *drawing) fit() {
	g.field = max(0, min(g.t.Field, g.right-g.t.Axis))
	for _, r := range g.rows {
		for i, v := range r.bar.all() {
			size := v.size
			if g.stacked() {
				if v != r.bar.total {
					continue // stands above the bar
				}
				size = r.bar.known()
			}
			room := max(0, g.right-g.t.Axis-g.t.ValueGap-r.values[i].Width)
			if size != nil && size.Sign() > 0 && length(size, g.d.end, g.field) > room {
				// One unit less, so that rounding twice does not go beyond.
				g.field = max(0, length(g.d.end, size, room)-1)
			}
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

// boxes returns the drawing as one box, or as a box a bar if the chart, with
// what stands above and below, is higher than a page.
func (g *drawing) boxes(around units.Sp) []galley.Box {
	if g.d.ch.Kind == doc.Lines {
		return []galley.Box{g.plot()}
	}
	head := g.head()
	high := around + head.Height
	for _, r := range g.rows {
		high += r.height
	}
	if high <= g.c.Style.Page.TextBlock {
		all := g.box(g.rows, head.Height)
		all.Items = append(head.Items, all.Items...)
		return []galley.Box{all}
	}
	again := g.headAgain()
	resume := []galley.Box{g.c.Continued(g.d.ch.Title, g.d.unit, g.c.Style.Page.TextAxis), {Items: galley.Artifacts(again.Items, frame.RepeatArtifact), Height: again.Height}}
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

// head is the line over the bars: what the base is, what the shares are, and
// the names of the series if they found no room at a bar.
func (g *drawing) head() galley.Box { return g.headWith(g.named < 0) }

// headAgain is the head on a next page, where no bar carries the names.
func (g *drawing) headAgain() galley.Box { return g.headWith(true) }

func (g *drawing) headWith(key bool) galley.Box {
	b := galley.Box{Break: galley.Inf}
	t := g.c.Style.Roles.ChartNote
	up := g.c.Ascent(t)
	if key && len(g.d.series) > 1 {
		b.Items, b.Height = g.key(up), t.Leading
	}
	if g.base() {
		line := g.line(doc.Fill(g.c.Lang.Strings().Base, []doc.Inline{g.d.base.stat}), t)
		b.Items = append(b.Items, galley.Shift(line.Items, g.baseX()-line.Width, b.Height+up)...)
	}
	if g.shares() {
		share := g.shareHead()
		b.Items = append(b.Items, galley.Shift(share.Items, g.c.Style.Page.Frame-share.Width, b.Height+up)...)
	}
	if g.known() || g.shares() {
		b.Height += t.Leading
	}
	if b.Height > 0 {
		b.Height += max(0, g.t.FirstRow-g.t.Pitch/2)
	}
	return b
}

// shareHead is the head of the column of shares. Where one series has none, it
// says which one has.
func (g *drawing) shareHead() para.Line {
	w := g.c.Lang.Strings()
	head := doc.Words(w.Share)
	if g.d.bases() {
		head = doc.Words(w.BaseRow)
	} else if len(g.d.series) > 1 && !g.d.allShares() {
		head = doc.Fill(w.LabelNo, head, g.d.series[0])
	}
	return g.line(head, g.c.Style.Roles.ChartNote)
}

// key names the series by their colours, from the axis on.
func (g *drawing) key(base units.Sp) []frame.Item {
	var out []frame.Item
	x, side := g.t.Axis, g.t.Bar2
	for i, n := range g.names {
		out = append(out, &frame.Rect{X: x, Y: base - side, W: side, H: side, Color: g.ink(i), Tag: g.fig})
		x += side + g.t.ValueGap
		out = append(out, galley.Shift(n.Items, x, base)...)
		x += n.Width + g.t.LabelGap
	}
	return out
}

// shares says that there is a column of them.
func (g *drawing) shares() bool { return g.known() && g.d.base.shares || g.d.bases() }

// base says that a line of the base is drawn.
func (g *drawing) base() bool { return g.known() && g.d.base.other == nil }

func (g *drawing) known() bool { return g.d.base != nil && g.d.base.size != nil }

// baseX is where it stands.
func (g *drawing) baseX() units.Sp {
	return g.t.Axis + length(g.d.base.size, g.d.end, g.field)
}

// box draws rows under each other, with the axis and the line of the base.
func (g *drawing) box(rows []row, y units.Sp) galley.Box {
	b := galley.Box{Height: y, Break: galley.Inf}
	for i := range rows {
		b.Items = append(b.Items, g.draw(&rows[i], b.Height)...)
		b.Height += rows[i].height
	}
	axis := g.c.Style.Rules.Axis
	lines := []frame.Item{g.upright(axis, g.t.Axis-axis.Width, y, b.Height)}
	if g.base() {
		lines = append(lines, g.baseLine(b.Items, y, b.Height)...)
	}
	b.Items = append(b.Items, lines...)
	return b
}

// upright is a vertical rule.
func (g *drawing) upright(r style.Rule, x, from, to units.Sp) *frame.Rect {
	return &frame.Rect{X: x, Y: from, W: r.Width, H: to - from, Color: g.c.Ink(r.Color), Tag: g.fig}
}

// baseLine draws the line of the base, left out where a value stands.
func (g *drawing) baseLine(items []frame.Item, from, to units.Sp) []frame.Item {
	line := g.c.Style.Rules.Base
	x := g.baseX() // as the axis stands left of the bars, the base stands right
	up, high := g.c.Ascent(g.c.Style.Roles.ChartValue), g.c.Style.Roles.ChartValue.Leading
	clear, stub := g.t.ValueGap/2, g.t.Bar // a shorter piece would look like a letter
	var out []frame.Item
	for _, it := range items { // in the order of rows, top to bottom
		r, ok := it.(*frame.Run)
		if !ok || r.X-clear >= x+line.Width || r.X+r.Width()+clear <= x {
			continue
		}
		if top := r.Y - up; top-from > stub {
			out = append(out, g.upright(line, x, from, top))
		}
		from = max(from, r.Y-up+high)
	}
	if to-from > stub {
		out = append(out, g.upright(line, x, from, to))
	}
	return out
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
