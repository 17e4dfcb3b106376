package png

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// Encode makes a PNG file of a page. Pages of at most 256 colours, as all are
// but those with photographs, get a palette, which makes the file about half as
// large; nothing is lost either way. The same picture gives the same bytes.
// People wait for these pictures and do not keep them: the default compression
// would save a fifth of the bytes and take three times as long.
func Encode(img *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	var from image.Image = img
	if p := indexed(img); p != nil {
		from = p
	}
	if err := enc.Encode(&out, from); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

const maxColours = 256

// indexed is the picture with a palette, lightest colour first, or nil if it
// has too many colours. Colours are numbered as they come and renumbered when
// their order is known: most pixels are like the one before, and looking each up
// would take longer than drawing them.
func indexed(img *image.RGBA) *image.Paletted {
	b := img.Bounds()
	if b.Empty() {
		return nil
	}
	var list colours
	pixels := make([]uint8, 0, b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):][:4*b.Dx()]
		for ; len(row) > 0; row = row[4:] {
			n, ok := list.number(uint32(row[0])<<24 | uint32(row[1])<<16 | uint32(row[2])<<8 | uint32(row[3]))
			if !ok {
				return nil
			}
			pixels = append(pixels, n)
		}
	}
	palette, at := list.sorted()
	for i, n := range pixels {
		pixels[i] = at[n]
	}
	return &image.Paletted{Pix: pixels, Stride: b.Dx(), Rect: b, Palette: palette}
}

// colours are those of a picture, in the order in which they come.
type colours struct {
	all  []uint32
	seen map[uint32]uint8
	last uint8 // the number of the pixel before
}

// number is the place of a colour in the list; ok is false when there is no
// room for another.
func (l *colours) number(c uint32) (n uint8, ok bool) {
	if len(l.all) > 0 && l.all[l.last] == c {
		return l.last, true
	}
	n, ok = l.seen[c]
	if !ok {
		if len(l.all) == maxColours {
			return 0, false
		}
		if l.seen == nil {
			l.seen = map[uint32]uint8{}
		}
		n = uint8(len(l.all))
		l.all, l.seen[c] = append(l.all, c), n
	}
	l.last = n
	return n, true
}

// sorted is the palette, and the place in it of each colour of the list.
func (l *colours) sorted() (palette color.Palette, at [maxColours]uint8) {
	order := slices.SortedFunc(slices.Values(l.all), func(a, b uint32) int { return cmp.Compare(b, a) })
	for i, c := range order {
		palette = append(palette, color.RGBA{uint8(c >> 24), uint8(c >> 16), uint8(c >> 8), uint8(c)})
		at[l.seen[c]] = uint8(i)
	}
	return palette, at
}
