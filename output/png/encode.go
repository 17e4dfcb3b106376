package png

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// Encode makes a PNG file of a page. Pages of at most 256 colours, as all are
// but those with photographs, get a palette, which makes the file about half as
// large; nothing is lost either way. The same picture gives the same bytes. The
// best compression would save 2 per cent and take five times as long.
func Encode(img *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.DefaultCompression}
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
// has too many colours.
func indexed(img *image.RGBA) *image.Paletted {
	seen := map[uint32]uint8{}
	var last uint32
	each(img, func(_ int, c uint32) bool {
		if c != last || len(seen) == 0 {
			seen[c], last = 0, c
		}
		return len(seen) <= maxColours
	})
	if len(seen) > maxColours {
		return nil
	}
	var all []uint32
	for c := range seen {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b uint32) int { return int(int64(b) - int64(a)) })
	palette := make(color.Palette, len(all))
	for i, c := range all {
		seen[c] = uint8(i)
		palette[i] = color.RGBA{uint8(c >> 24), uint8(c >> 16), uint8(c >> 8), uint8(c)}
	}
	out := image.NewPaletted(img.Bounds(), palette)
	each(img, func(i int, c uint32) bool {
		out.Pix[i] = seen[c]
		return true
	})
	return out
}

// each calls fn with each pixel, in rows, until it returns false.
func each(img *image.RGBA, fn func(i int, c uint32) bool) {
	b := img.Bounds()
	i := 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := img.Pix[img.PixOffset(b.Min.X, y):]
		for x := range b.Dx() {
			p := row[4*x : 4*x+4]
			if !fn(i, uint32(p[0])<<24|uint32(p[1])<<16|uint32(p[2])<<8|uint32(p[3])) {
				return
			}
			i++
		}
	}
}
