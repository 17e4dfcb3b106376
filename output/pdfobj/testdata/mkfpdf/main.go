// Command mkfpdf makes the two fixtures beside it with fpdf v0.9.0, the page
// engine whose files pdfobj reads. They are committed, because pdfobj itself
// must not depend on fpdf even in its tests. To make them anew:
//
//	go run ./output/pdfobj/testdata/mkfpdf output/pdfobj/testdata
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/goregular"
)

func main() {
	for name, compress := range map[string]bool{"fpdf-plain.pdf": false, "fpdf-deflate.pdf": true} {
		if err := write(filepath.Join(os.Args[1], name), compress); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func write(path string, compress bool) error {
	var alpha bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	img.Set(1, 1, color.NRGBA{200, 40, 40, 128})
	if err := png.Encode(&alpha, img); err != nil {
		return err
	}
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCompression(compress)
	f.SetCatalogSort(true)
	day := time.Date(2018, 6, 18, 0, 0, 0, 0, time.UTC)
	f.SetCreationDate(day)
	f.SetModificationDate(day)
	f.SetTitle("Étude (première)", true)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes("go", "", goregular.TTF)
	f.RegisterImageOptionsReader("dot", fpdf.ImageOptions{ImageType: "PNG"}, &alpha)
	f.AddPage()
	f.SetFont("go", "", 11)
	f.Text(72, 72, "Staff of the Council (2018)")
	f.Bookmark("Staff", 0, 72)
	f.AddPageFormat("L", fpdf.SizeType{Wd: 595.28, Ht: 841.89})
	f.Text(72, 72, "A wide table")
	f.ImageOptions("dot", 72, 100, 20, 20, false, fpdf.ImageOptions{}, 0, "")
	f.LinkString(72, 60, 100, 14, "https://council.example/")
	f.AddPage()
	f.RawWriteStr("/Artifact <</Type/Pagination>> BDC\n0 0 m 10 10 l S\nEMC")
	return f.OutputFileAndClose(path)
}
