package png_test

import (
	"image"
	stdpng "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"assemble/fonts"
	"assemble/output"
	"assemble/output/png"
	"assemble/output/specimen"
)

// How far our pages may be from those that Poppler draws of the PDF: mean
// difference of blocks of pixels in levels of 255. Measured: 3.2 on a page full
// of text, 0.4 at most on the others. That is for baselines, which we move to
// the nearest pixel and Poppler to the one above: with its rule here, 1.3 and
// 0.15 are left. With all text a pixel lower it would be 7.4 and 0.7.
const (
	farthestDense = 4.5
	farthestOther = 0.6
)

// TestPoppler draws pages of the specimen, and one full of text, as PDF with
// another program, and compares.
func TestPoppler(t *testing.T) {
	ppm, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed: pages are not compared with those of Poppler")
	}
	set := fonts.Embedded()
	for _, c := range []struct {
		name string
		most float64
	}{{"specimen", farthestOther}, {"dense", farthestDense}} {
		book := specimen.Book(set)
		if c.name == "dense" {
			book = specimen.Dense(set, 1)
		}
		pdf, err := output.PDF(book, set)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "book.pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(ppm, "-r", "100", "-png", filepath.Join(dir, "book.pdf"), filepath.Join(dir, "p")).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		theirs, err := filepath.Glob(filepath.Join(dir, "p-*.png"))
		if err != nil || len(theirs) != len(book.Pages) {
			t.Fatalf("%d pages of %d: %v", len(theirs), len(book.Pages), err)
		}
		for n, path := range theirs {
			ours, err := png.Page(book, n, 100, set)
			if err != nil {
				t.Fatal(err)
			}
			d := difference(t, ours, read(t, path))
			t.Logf("%s, page %d: %.2f levels", c.name, n+1, d)
			if d > c.most {
				t.Errorf("%s, page %d: a mean difference of %.2f levels, more than %.1f", c.name, n+1, d, c.most)
			}
		}
	}
}

func read(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := stdpng.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// block is how many pixels a side are averaged before they are compared: a line
// of text is 20 high, and may lie one higher or lower.
const block = 4

// difference is the mean difference of the blocks of two pages, of which one may
// be a pixel larger.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	both := a.Bounds().Intersect(b.Bounds())
	if d := b.Bounds().Size().Sub(both.Size()); d.X > 1 || d.Y > 1 {
		t.Fatalf("%v and %v", a.Bounds(), b.Bounds())
	}
	sum, n := 0, 0
	for y := 0; y+block <= both.Max.Y; y += block {
		for x := 0; x+block <= both.Max.X; x += block {
			p, q := mean(a, x, y), mean(b, x, y)
			for i := range p {
				sum += max(p[i]-q[i], q[i]-p[i])
				n++
			}
		}
	}
	return float64(sum) / float64(n)
}

func mean(img image.Image, x, y int) (out [3]int) {
	for i := range block * block {
		r, g, b, _ := img.At(x+i%block, y+i/block).RGBA()
		out[0] += int(r >> 8)
		out[1] += int(g >> 8)
		out[2] += int(b >> 8)
	}
	for i := range out {
		out[i] /= block * block
	}
	return out
}
