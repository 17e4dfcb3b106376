package pdf

import (
	"assemble/layout/frame"
	"assemble/layout/units"
)

// rects fills the rectangles of one colour at the head of items in one path
// and returns how many they are.
func (c *content) rects(col frame.Color, items []frame.Item) int {
	c.setFill(col)
	taken := 0
	for _, it := range items {
		r, ok := it.(*frame.Rect)
		if !ok || r.Color != col {
			break
		}
		c.rect(r)
		taken++
	}
	c.op("f\n")
	return taken
}

// rect appends a rectangle to the path. All of a path turn the same way, so
// that where two overlap the nonzero rule fills them (8.5.3.3.2).
func (c *content) rect(r *frame.Rect) {
	x, y, w, h := r.X, r.Y, r.W, r.H
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	c.at(x, y+h)
	c.num(w)
	c.num(h)
	c.op("re\n")
}

// kappa is how far the control points of a quarter circle stand from its ends,
// in ten-millionths of the radius: 4/3·(√2−1).
const kappa, kappaUnit = 5_522_847, 10_000_000

// disc fills a circle or strokes a ring as four Bézier curves.
func (c *content) disc(d *frame.Disc) {
	r := d.R
	if d.Line > 0 {
		r -= d.Line / 2 // the stroke lies on both sides of its path
		c.setStroke(d.Color, d.Line)
	} else {
		c.setFill(d.Color)
	}
	k := units.MulDiv(r, kappa, kappaUnit)
	x, y := d.X, d.Y
	c.at(x+r, y)
	c.op("m\n")
	for _, q := range [4][6]units.Sp{
		{x + r, y - k, x + k, y - r, x, y - r},
		{x - k, y - r, x - r, y - k, x - r, y},
		{x - r, y + k, x - k, y + r, x, y + r},
		{x + k, y + r, x + r, y + k, x + r, y},
	} {
		c.at(q[0], q[1])
		c.at(q[2], q[3])
		c.at(q[4], q[5])
		c.op("c\n")
	}
	if d.Line > 0 {
		c.op("s\n")
	} else {
		c.op("f\n")
	}
}

// polyline strokes a line with round joins: a mitre would shoot out of the
// sharp turns of a chart.
func (c *content) polyline(p *frame.Polyline) {
	c.setStroke(p.Color, p.Width)
	if !c.joins {
		c.joins = true
		c.op("1 j\n")
	}
	for i, q := range p.Points {
		c.at(q.X, q.Y)
		if i == 0 {
			c.op("m\n")
		} else {
			c.op("l\n")
		}
	}
	c.op("S\n")
}
