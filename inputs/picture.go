package inputs

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // the two kinds of pictures that are read
	_ "image/png"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// maxPixels bounds a picture: more than a full page at 600 dots an inch.
const maxPixels = 40_000_000

// picture reads and checks a picture of the edition. It is decoded here once,
// so that a picture which cannot be read is found before anything is laid out.
func (in *Inputs) picture(name string, at source.Span) (*doc.Image, bool) {
	data, ok := in.Bytes(strict.Str{S: name, At: at}, in.Report)
	if !ok {
		return nil, false
	}
	img, what := checkPicture(data)
	if what != "" {
		in.Report.Add(source.Diagnostic{
			Code: "picture-unreadable", At: at, Excerpt: name, Message: fmt.Sprintf("the picture %s %s", name, what),
			Fix: "save it as PNG, or as JPEG in RGB or grey",
		})
		return nil, false
	}
	img.Name = name
	return img, true
}

// checkPicture returns the picture, or what is wrong with it.
func checkPicture(data []byte) (*doc.Image, string) {
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, "cannot be read"
	case c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height:
		return nil, fmt.Sprintf("has %d × %d pixels, which is more than a page can show", c.Width, c.Height)
	case kind == "jpeg" && c.ColorModel == color.CMYKModel:
		return nil, "has CMYK colours"
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return nil, "is broken"
	}
	return &doc.Image{Data: data, Width: c.Width, Height: c.Height}, ""
}
