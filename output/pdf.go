package output

import (
	"assemble/output/png"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/output/archive"
	"assemble/output/pdf"
)

// PDF makes the file of a book: PDF 1.7, tagged, PDF/A-2a and PDF/UA-1. The
// same book gives the same bytes.
func PDF(b *frame.Book, set *fonts.Set) ([]byte, error) {
	draft, err := pdf.Draw(b, set)
	if err != nil {
		return nil, err
	}
	d := archive.Draft{Data: draft.Data}
	for _, f := range draft.Fonts {
		font := archive.Font{Resource: f.Resource, Base: f.Base, Name: f.Name}
		for _, t := range f.Texts {
			font.Texts = append(font.Texts, archive.Text(t))
		}
		d.Fonts = append(d.Fonts, font)
	}
	return archive.Finish(b, &d)
}

// pictureDPI is the resolution of the pictures of pages: that of a screen.
const pictureDPI = 100

// Picture draws one page of a book as a PNG file.
func Picture(b *frame.Book, page int, set *fonts.Set) ([]byte, error) {
	img, err := png.Page(b, page, pictureDPI, set)
	if err != nil {
		return nil, err
	}
	return png.Encode(img)
}
