package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"assemble/layout/frame"
)

// Bounds on a picture, against files that unfold without end.
const (
	maxPictureSide   = 20_000
	maxPicturePixels = 50_000_000
	maxPictureBytes  = 64 << 20
)

// picture ends the piece that is being written and leaves the drawing to fpdf.
func (c *content) picture(p *frame.Picture) error {
	if p.W <= 0 || p.H <= 0 {
		return fmt.Errorf("a picture of %s × %s points", p.W, p.H)
	}
	c.pieces = append(c.pieces, piece{ops: c.buf, picture: p})
	c.buf = nil
	return nil
}

// raster is a picture in a form that fpdf embeds faithfully.
type raster struct {
	name string // by content, so that a picture used twice is embedded once
	kind string // "png" or "jpg"
	data []byte
}

// loadPictures decodes the pictures of all pages, each content once.
func loadPictures(pages []page) (map[*frame.Picture]*raster, error) {
	out := map[*frame.Picture]*raster{}
	byHash := map[[sha256.Size]byte]*raster{}
	for n, p := range pages {
		for _, piece := range p.pieces {
			if piece.picture == nil {
				continue
			}
			sum := sha256.Sum256(piece.picture.Data)
			if byHash[sum] == nil {
				r, err := loadPicture(piece.picture.Data)
				if err != nil {
					return nil, atPage(n, fmt.Errorf("a picture: %w", err))
				}
				r.name = hex.EncodeToString(sum[:])
				byHash[sum] = r
			}
			out[piece.picture] = byHash[sum]
		}
	}
	return out, nil
}

// loadPicture reads a PNG or JPEG file. fpdf misreads PNG files of 16 bits,
// interlaced ones and palettes with transparency, so every PNG is written
// afresh with 8 bits. Photographs stay as they are, less what a camera adds.
func loadPicture(data []byte) (*raster, error) {
	if len(data) > maxPictureBytes {
		return nil, errors.New("the file is too large")
	}
	cfg, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the file is neither PNG nor JPEG: %w", err)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxPictureSide || cfg.Height > maxPictureSide ||
		cfg.Width*cfg.Height > maxPicturePixels {
		return nil, fmt.Errorf("%d × %d pixels are too many", cfg.Width, cfg.Height)
	}
	if cfg.ColorModel == color.CMYKModel {
		return nil, errors.New("the colours are CMYK; convert the file to sRGB")
	}
	var img image.Image
	switch kind {
	case "jpeg":
		img, err = jpeg.Decode(bytes.NewReader(data))
		if err == nil && (cfg.ColorModel == color.YCbCrModel || cfg.ColorModel == color.GrayModel) {
			return &raster{kind: "jpg", data: stripJPEG(data)}, nil
		}
	case "png":
		img, err = png.Decode(bytes.NewReader(data))
	default:
		return nil, fmt.Errorf("the file is neither PNG nor JPEG but %s", kind)
	}
	if err != nil {
		return nil, err
	}
	return encodePNG(img)
}

// encodePNG writes an image with 8 bits a part: grey if it is grey, else with
// transparency if it has any.
func encodePNG(img image.Image) (*raster, error) {
	var flat draw.Image
	switch img.ColorModel() {
	case color.GrayModel, color.Gray16Model:
		flat = image.NewGray(img.Bounds())
	default:
		flat = image.NewNRGBA(img.Bounds())
	}
	draw.Draw(flat, flat.Bounds(), img, img.Bounds().Min, draw.Src)
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed} // package archive compresses again
	if err := enc.Encode(&out, flat); err != nil {
		return nil, err
	}
	return &raster{kind: "png", data: out.Bytes()}, nil
}

// stripJPEG drops the segments in which cameras and programs say where, when
// and by whom a picture was made (APP1, APP3 to APP13, APP15, comments). JFIF
// (APP0), ICC (APP2) and Adobe (APP14), which bear on the colours, stay. ISO/IEC
// 10918-1, B.1.1.
func stripJPEG(data []byte) []byte {
	out := append([]byte(nil), data[:2]...)
	for at := 2; at+4 <= len(data) && data[at] == 0xFF; {
		kind := data[at+1]
		if kind == 0xFF { // fill byte
			at++
			continue
		}
		end := at + 2 + int(data[at+2])<<8 + int(data[at+3])
		if kind == 0xDA || kind < 0xC0 || kind >= 0xD0 && kind <= 0xD9 || end > len(data) {
			return append(out, data[at:]...) // scans: nothing to drop behind
		}
		app := kind >= 0xE0 && kind <= 0xEF && kind != 0xE0 && kind != 0xE2 && kind != 0xEE
		if !app && kind != 0xFE {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return data // not the structure that decoders are lenient about: leave it
}
