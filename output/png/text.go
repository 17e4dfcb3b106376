package png

import (
	"fmt"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// run draws the glyphs of a run.
func (c *canvas) run(r *frame.Run) error {
	if len(r.Glyphs) == 0 {
		return nil
	}
	face := c.set.ByName(r.Face)
	if face == nil {
		return fmt.Errorf("no face is called %q, in the text %q", r.Face, r.Text)
	}
	if r.Size <= 0 || r.Size > units.Max {
		return fmt.Errorf("type of size %s, in the text %q", r.Size, r.Text)
	}
	x := r.X
	for _, g := range r.Glyphs {
		if int(g.ID) >= face.NumGlyphs() {
			return fmt.Errorf("glyph %d of face %s, which has %d, in the text %q", g.ID, r.Face, face.NumGlyphs(), r.Text)
		}
		quarter := (c.scale(x+g.DX) + one/8) >> 7
		c.glyph(look{face, r.Size, g.ID, uint8(quarter & 3)}, int(quarter>>2), nearest(c.scale(r.Y+g.DY)), r.Color)
		x += g.Advance
	}
	return nil
}

// look is what a mask depends on.
type look struct {
	face    *fonts.Face
	size    units.Sp
	glyph   uint16
	quarter uint8 // of a pixel, to the right of a whole one
}

// glyph draws a glyph whose origin is at a whole pixel, or quarters behind it.
func (c *canvas) glyph(l look, x, y int, col frame.Color) {
	if m, ok := c.masks.byLook[l]; ok {
		c.stamp(m, x, y, col)
		return
	}
	c.path.reset()
	c.outline(l)
	if c.path.empty() {
		c.masks.keep(l, mask{})
		return
	}
	b := c.path.bounds()
	if b.Dx() > largest || b.Dy() > largest { // not worth keeping, and perhaps mostly off the page
		c.path.shift(dot(x)*one, dot(y)*one)
		c.fill(col)
		return
	}
	m := c.path.mask(b)
	c.masks.keep(l, m)
	c.stamp(m, x, y, col)
}

// outline puts the contours of a glyph into the path, its origin at 0, 0.
func (c *canvas) outline(l look) {
	// The points of an outline lie on half units.
	num, den := int64(l.size)*int64(c.dpi), 2*int64(l.face.Upem())*72*int64(units.Pt)/int64(one)
	at := func(p [2]float32) point {
		x, y := units.MulDiv(units.Sp(2*p[0]), num, den), units.MulDiv(units.Sp(2*p[1]), num, den)
		return point{dot(x) + dot(l.quarter)*one/4, -dot(y)}
	}
	for _, s := range l.face.Outline(l.glyph) {
		switch s.Op {
		case fonts.MoveTo:
			c.path.moveTo(at(s.Points[0]))
		case fonts.LineTo:
			c.path.lineTo(at(s.Points[0]))
		case fonts.QuadTo:
			c.path.quadTo(at(s.Points[0]), at(s.Points[1]))
		}
	}
}

// stamp draws a mask whose origin is at x, y.
func (c *canvas) stamp(m mask, x, y int, col frame.Color) {
	w := m.bounds.Dx()
	for row := range m.bounds.Dy() {
		c.blend(x+m.bounds.Min.X, y+m.bounds.Min.Y+row, m.coverage[row*w:(row+1)*w], col)
	}
}

// masks keeps the glyphs that have been drawn. A page has a few hundred.
type masks struct {
	byLook map[look]mask
	bytes  int
}

// Bounds on what is kept: all together in bytes, a mask in pixels a side.
const (
	maxMasks = 16 << 20
	largest  = 256
)

func newMasks() *masks { return &masks{byLook: map[look]mask{}} }

func (m *masks) keep(l look, k mask) {
	const overhead = 64
	if m.bytes += len(k.coverage) + overhead; m.bytes > maxMasks {
		clear(m.byLook)
		m.bytes = len(k.coverage) + overhead
	}
	m.byLook[l] = k
}
