package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// maxPicture keeps pictures small enough to lie in the repository.
const maxPicture = 20 << 10

// Picture compares a PNG file with testdata/golden/name, pixel by pixel. A
// difference of one level in a colour is none: compressors and processors may
// round in their own ways.
func Picture(t testing.TB, name string, got []byte) {
	t.Helper()
	if len(got) > maxPicture {
		t.Errorf("%s has %d bytes, more than %d: draw a smaller page", name, len(got), maxPicture)
	}
	if *update {
		Check(t, name, got)
		return
	}
	path := filepath.Join(folder, name)
	mu.Lock()
	read[filepath.ToSlash(path)] = true
	mu.Unlock()
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v\nrun go test with -update, then look at the new picture before committing it", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	if diff := unlike(want, got); diff != "" {
		seen := filepath.Join(os.TempDir(), "golden-"+filepath.Base(name))
		_ = os.WriteFile(seen, got, 0o644)
		t.Errorf("%s differs: %s; what was drawn is in %s", path, diff, seen)
	}
}

// unlike says how two pictures differ by more than one level, or "".
func unlike(want, got []byte) string {
	a, err := png.Decode(bytes.NewReader(want))
	if err != nil {
		return err.Error()
	}
	b, err := png.Decode(bytes.NewReader(got))
	if err != nil {
		return err.Error()
	}
	if a.Bounds() != b.Bounds() {
		return fmt.Sprintf("%v where %v is wanted", b.Bounds(), a.Bounds())
	}
	count, most, first := 0, 0, image.Point{}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			d := distance(a, b, x, y)
			if d <= 1 {
				continue
			}
			if count == 0 {
				first = image.Pt(x, y)
			}
			count++
			most = max(most, d)
		}
	}
	if count == 0 {
		return ""
	}
	return fmt.Sprintf("%d pixels, by up to %d levels, the first at %v", count, most, first)
}

// distance is the largest difference of two pixels in a colour, of 255 levels.
func distance(a, b image.Image, x, y int) int {
	r1, g1, b1, a1 := a.At(x, y).RGBA()
	r2, g2, b2, a2 := b.At(x, y).RGBA()
	most := 0
	for _, p := range [4][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}, {a1, a2}} {
		d := int(p[0]>>8) - int(p[1]>>8)
		most = max(most, d, -d)
	}
	return most
}
