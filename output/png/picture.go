package png

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // pictures in frames are PNG or JPEG
	_ "image/png"

	"assemble/layout/frame"

	"golang.org/x/image/draw"
)

// Bounds on a picture, against files that unfold without end: those of the PDF.
const (
	maxPictureSide   = 20_000
	maxPicturePixels = 50_000_000
	maxPictureBytes  = 64 << 20
)

// picture draws a picture, scaled to its place.
func (c *canvas) picture(p *frame.Picture) error {
	if p.W <= 0 || p.H <= 0 {
		return fmt.Errorf("a picture of %s × %s points", p.W, p.H)
	}
	to := image.Rect(nearest(c.scale(p.X)), nearest(c.scale(p.Y)), nearest(c.scale(p.X+p.W)), nearest(c.scale(p.Y+p.H)))
	if to.Intersect(c.img.Rect).Empty() {
		return nil
	}
	img, err := decode(p.Data)
	if err != nil {
		return fmt.Errorf("a picture: %w", err)
	}
	draw.CatmullRom.Scale(c.img, to, img, img.Bounds(), draw.Over, nil)
	return nil
}

func decode(data []byte) (image.Image, error) {
	if len(data) > maxPictureBytes {
		return nil, errors.New("the file is too large")
	}
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the file is neither PNG nor JPEG: %w", err)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxPictureSide || cfg.Height > maxPictureSide ||
		cfg.Width*cfg.Height > maxPicturePixels {
		return nil, fmt.Errorf("%d × %d pixels are too many", cfg.Width, cfg.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	return img, err
}
