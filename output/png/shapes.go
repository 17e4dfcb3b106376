package png

import (
	"assemble/layout/frame"
)

// thinnest is the least width of a line: thinner than a pixel it would be too
// faint to be seen.
const thinnest = one

// rect fills a rectangle.
func (c *canvas) rect(r *frame.Rect) {
	x := snap(c.scale(r.X), c.scale(r.X+r.W)).within(c.img.Rect.Max.X)
	y := snap(c.scale(r.Y), c.scale(r.Y+r.H)).within(c.img.Rect.Max.Y)
	row := make([]uint8, x.pixels())
	for py := y.from; py < y.from+y.pixels(); py++ {
		down := y.coverage(py)
		for i := range row {
			row[i] = level(x.coverage(x.from+i)*down, 255*255)
		}
		c.blend(x.from, py, row, r.Color)
	}
}

// span is one side of a rectangle: it begins on a pixel.
type span struct {
	from, full int // whole pixels
	rest       int // coverage of the pixel after them, 0 to 255
}

// snap moves a side of a rectangle to the pixels. What is wider than two pixels
// ends on a pixel too, so that neighbours meet without a seam; what is thinner
// keeps its width, for the weights of rules must be told apart.
func snap(a, b dot) span {
	if a > b {
		a, b = b, a
	}
	w := b - a
	switch {
	case w == 0:
		return span{}
	case w >= 2*one:
		return span{from: nearest(a), full: nearest(b) - nearest(a)}
	case w < thinnest:
		return span{from: down((a + b) / 2), full: 1}
	}
	return span{from: nearest(a), full: 1, rest: int((w - one) * 255 / one)}
}

func (s span) pixels() int {
	if s.rest > 0 {
		return s.full + 1
	}
	return s.full
}

// coverage is that of a pixel of the span.
func (s span) coverage(pixel int) int {
	if pixel < s.from+s.full {
		return 255
	}
	return s.rest
}

// within cuts the span to the pixels from 0 to n.
func (s span) within(n int) span {
	if s.from < 0 {
		s.full, s.from = s.full+s.from, 0
		if s.full < 0 {
			return span{}
		}
	}
	if s.from+s.full >= n {
		s.full, s.rest = max(0, n-s.from), 0
	}
	return s
}

// disc fills a circle or draws a ring.
func (c *canvas) disc(d *frame.Disc) {
	m, r := point{c.scale(d.X), c.scale(d.Y)}, c.scale(d.R)
	if r <= 0 {
		return
	}
	c.path.reset()
	c.path.circle(m, r)
	if d.Line > 0 {
		if hole := r - max(c.scale(d.Line), thinnest); hole > 0 {
			c.path.circle(m, -hole)
		}
	}
	c.fill(d.Color)
}

// polyline strokes a line with round joins and ends cut off, as the PDF does.
func (c *canvas) polyline(l *frame.Polyline) {
	c.path.reset()
	w := max(c.scale(l.Width), thinnest)
	for i := 1; i < len(l.Points); i++ {
		a, b := c.place(l.Points[i-1]), c.place(l.Points[i])
		c.path.bar(a, b, w)
		if i > 1 {
			c.path.circle(a, w/2)
		}
	}
	c.fill(l.Color)
}

func (c *canvas) place(p frame.Point) point { return point{c.scale(p.X), c.scale(p.Y)} }
