package png

import (
	"fmt"
	"image"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// Bounds on what is drawn.
const (
	MinDPI, MaxDPI = 10, 600
	maxPixels      = 64 << 20
)

// dot is a length in device units, of which one make a pixel.
type dot int64

const one dot = 512

// Page draws a page of the book, counted from 0, on white.
func Page(b *frame.Book, page, dpi int, set *fonts.Set) (*image.RGBA, error) {
	if page < 0 || page >= len(b.Pages) {
		return nil, fmt.Errorf("there is no page %d in a book of %d", page+1, len(b.Pages))
	}
	if dpi < MinDPI || dpi > MaxDPI {
		return nil, fmt.Errorf("a resolution of %d pixels per inch is not between %d and %d", dpi, MinDPI, MaxDPI)
	}
	c, err := newCanvas(&b.Pages[page], dpi, set)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", page+1, err)
	}
	for _, it := range b.Pages[page].Items {
		if err := c.item(it); err != nil {
			return nil, fmt.Errorf("page %d: %w", page+1, err)
		}
	}
	return c.img, nil
}

// canvas is a page being drawn.
type canvas struct {
	img   *image.RGBA
	dpi   int
	set   *fonts.Set
	masks *masks
	path  path
}

func newCanvas(p *frame.Page, dpi int, set *fonts.Set) (*canvas, error) {
	if p.W <= 0 || p.H <= 0 || p.W > units.Max || p.H > units.Max {
		return nil, fmt.Errorf("a size of %s × %s points", p.W, p.H)
	}
	c := &canvas{dpi: dpi, set: set, masks: newMasks()}
	w, h := nearest(c.scale(p.W)), nearest(c.scale(p.H))
	if w < 1 || h < 1 || w*h > maxPixels {
		return nil, fmt.Errorf("%d × %d pixels cannot be drawn", w, h)
	}
	c.img = image.NewRGBA(image.Rect(0, 0, w, h))
	whiten(c.img.Pix)
	return c, nil
}

// whiten makes pixels white, each time twice as many as before.
func whiten(pix []uint8) {
	pix[0] = 0xFF
	for n := 1; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

// farthest bounds what is far off every page, so that no sum overflows.
const farthest = 4 * units.Max

// scale turns a length of the page into device units.
func (c *canvas) scale(v units.Sp) dot {
	v = max(-farthest, min(farthest, v))
	return dot(units.MulDiv(v, int64(c.dpi)*int64(one), 72*int64(units.Pt)))
}

// nearest is the nearest whole pixel.
func nearest(v dot) int { return int((v + one/2) >> 9) }

// down is the pixel that v is in.
func down(v dot) int { return int(v >> 9) }

func (c *canvas) item(it frame.Item) error {
	switch it := it.(type) {
	case *frame.Run:
		return c.run(it)
	case *frame.Rect:
		c.rect(it)
	case *frame.Disc:
		c.disc(it)
	case *frame.Polyline:
		c.polyline(it)
	case *frame.Picture:
		return c.picture(it)
	case *frame.Area: // drawn nowhere
	default:
		return fmt.Errorf("an item %T, which nobody can draw", it)
	}
	return nil
}

// blend lays a colour over a row of pixels from x on, by its coverage.
func (c *canvas) blend(x, y int, coverage []uint8, col frame.Color) {
	b := c.img.Rect
	if y < 0 || y >= b.Max.Y {
		return
	}
	if x < 0 {
		coverage, x = coverage[min(-x, len(coverage)):], 0
	}
	if n := b.Max.X - x; n < len(coverage) {
		coverage = coverage[:max(n, 0)]
	}
	at := c.img.PixOffset(x, y)
	for _, a := range coverage {
		if a != 0 {
			p := c.img.Pix[at : at+3 : at+3]
			p[0], p[1], p[2] = mix(p[0], col.R, a), mix(p[1], col.G, a), mix(p[2], col.B, a)
		}
		at += 4
	}
}

// mix is a part a of 255 of the new colour with the rest of the old.
func mix(under, over, a uint8) uint8 {
	return uint8((uint32(under)*uint32(255-a) + uint32(over)*uint32(a) + 127) / 255)
}
