package golden

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

func flat(w, h int, level uint8) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = level
	}
	return img
}

func file(t *testing.T, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestUnlike(t *testing.T) {
	spot := flat(4, 3, 100)
	spot.SetGray(2, 1, color.Gray{Y: 110})
	for _, c := range []struct {
		name string
		got  image.Image
		want string
	}{
		{"same", flat(4, 3, 100), ""},
		{"one level", flat(4, 3, 101), ""},
		{"two levels", flat(4, 3, 98), "12 pixels, by up to 2 levels, the first at (0,0)"},
		{"a spot", spot, "1 pixels, by up to 10 levels, the first at (2,1)"},
		{"another size", flat(3, 4, 100), "(0,0)-(3,4) where (0,0)-(4,3) is wanted"},
	} {
		if got := unlike(file(t, flat(4, 3, 100)), file(t, c.got)); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
	if got := unlike(file(t, spot), []byte("no picture")); !strings.Contains(got, "not a PNG") {
		t.Errorf("what is no picture: %q", got)
	}
}
