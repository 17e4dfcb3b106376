package png

import (
	"image"

	"assemble/layout/frame"
)

// point is a place in device units.
type point struct{ x, y dot }

// path is a set of closed contours of straight lines.
type path struct {
	points []point
	starts []int // of contours, in points
	pen    point
	scan   scan
}

func (p *path) reset() { p.points, p.starts = p.points[:0], p.starts[:0] }

func (p *path) empty() bool { return len(p.points) == 0 }

func (p *path) moveTo(q point) {
	p.starts = append(p.starts, len(p.points))
	p.points = append(p.points, q)
	p.pen = q
}

func (p *path) lineTo(q point) {
	p.points = append(p.points, q)
	p.pen = q
}

// flat is how far a line may stray from its curve: 1/20 of a pixel.
const flat = one / 20

// quadTo adds a quadratic curve as lines. A parabola cut in n strays from its
// chords by a quarter of its second difference over n².
func (p *path) quadTo(c, q point) {
	a := p.pen
	bend := max(abs(a.x-2*c.x+q.x), abs(a.y-2*c.y+q.y))
	n := root(bend/(4*flat)) + 1
	for i := dot(1); i < n; i++ {
		j := n - i
		p.lineTo(point{
			round(j*j*a.x+2*i*j*c.x+i*i*q.x, n*n),
			round(j*j*a.y+2*i*j*c.y+i*i*q.y, n*n),
		})
	}
	p.lineTo(q)
}

// circle adds a circle. Its points are (n²−i², 2ni)/(n²+i²), which lie on it
// exactly. A negative radius turns it the other way round, which cuts a hole.
func (p *path) circle(m point, r dot) {
	n := root(8*abs(r)/one) + 4
	for q := range 4 {
		for i := range n {
			s, t := n*n+i*i, 2*n*i
			x, y := round(r*(n*n-i*i), s), round(r*t, s)
			if r < 0 {
				x = -x
			}
			for range q { // by a quarter of a turn
				if r < 0 {
					x, y = y, -x
				} else {
					x, y = -y, x
				}
			}
			if at := (point{m.x + x, m.y + y}); q == 0 && i == 0 {
				p.moveTo(at)
			} else {
				p.lineTo(at)
			}
		}
	}
}

// bar adds the straight line of a width from a to b, turning as circle does.
func (p *path) bar(a, b point, width dot) {
	dx, dy := b.x-a.x, b.y-a.y
	l := root(dx*dx + dy*dy)
	if l == 0 {
		return
	}
	nx, ny := round(-dy*width, 2*l), round(dx*width, 2*l)
	p.moveTo(point{a.x - nx, a.y - ny})
	p.lineTo(point{b.x - nx, b.y - ny})
	p.lineTo(point{b.x + nx, b.y + ny})
	p.lineTo(point{a.x + nx, a.y + ny})
}

func (p *path) shift(dx, dy dot) {
	for i := range p.points {
		p.points[i].x += dx
		p.points[i].y += dy
	}
}

// bounds is the least rectangle of whole pixels around the path.
func (p *path) bounds() image.Rectangle {
	lo, hi := p.points[0], p.points[0]
	for _, q := range p.points {
		lo.x, lo.y = min(lo.x, q.x), min(lo.y, q.y)
		hi.x, hi.y = max(hi.x, q.x), max(hi.y, q.y)
	}
	return image.Rect(down(lo.x), down(lo.y), down(hi.x+one-1), down(hi.y+one-1))
}

// fill draws the path.
func (c *canvas) fill(col frame.Color) {
	if c.path.empty() {
		return
	}
	if b := c.path.bounds().Intersect(c.img.Rect); !b.Empty() {
		c.stamp(c.path.mask(b), 0, 0, col)
	}
}

func abs(v dot) dot { return max(v, -v) }

// round is a/b to the nearest, b being positive.
func round(a, b dot) dot {
	if a < 0 {
		return -((b/2 - a) / b)
	}
	return (a + b/2) / b
}

// root is the whole part of the square root, by Newton's method.
func root(v dot) dot {
	if v < 2 {
		return max(v, 0)
	}
	x := v
	for y := (x + 1) / 2; y < x; y = (x + v/x) / 2 {
		x = y
	}
	return x
}
