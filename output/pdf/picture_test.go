package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func encoded(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func photograph(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// ihdr reads bit depth and colour type of a PNG file (ISO/IEC 15948, 11.2.2).
func ihdr(data []byte) (depth, kind byte) { return data[24], data[25] }

// Every kind of PNG that fpdf misreads becomes one that it reads, with the same
// colours.
func TestPNG(t *testing.T) {
	box := image.Rect(0, 0, 7, 5)
	deep := image.NewNRGBA64(box)
	deep.Set(3, 2, color.NRGBA64{R: 0xFFFF, G: 0x8000, B: 0x1234, A: 0x8000})
	opaque := image.NewRGBA64(box)
	for i := range opaque.Pix {
		opaque.Pix[i] = 0xFF
	}
	grey16 := image.NewGray16(box)
	grey16.Set(1, 1, color.Gray16{0xABCD})
	clear := image.NewPaletted(box, color.Palette{color.NRGBA{}, color.NRGBA{R: 200, A: 100}, color.Black})
	clear.SetColorIndex(2, 2, 1)
	for _, c := range []struct {
		name string
		img  image.Image
		kind byte // 0 grey, 2 colours, 6 with transparency
	}{
		{"16 bits, transparent", deep, 6},
		{"16 bits", opaque, 2},
		{"16 bits, grey", grey16, 0},
		{"8 bits, grey", image.NewGray(box), 0},
		{"palette, transparent", clear, 6},
		{"palette", image.NewPaletted(box, palette.WebSafe), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := loadPicture(encoded(t, c.img))
			if err != nil {
				t.Fatal(err)
			}
			if depth, kind := ihdr(r.data); r.kind != "png" || depth != 8 || kind != c.kind {
				t.Errorf("%s with %d bits of type %d", r.kind, depth, kind)
			}
			back, err := png.Decode(bytes.NewReader(r.data))
			if err != nil {
				t.Fatal(err)
			}
			for y := range 5 {
				for x := range 7 {
					want := color.NRGBAModel.Convert(c.img.At(x, y))
					if got := color.NRGBAModel.Convert(back.At(x, y)); got != want {
						t.Fatalf("at %d, %d: %v, not %v", x, y, got, want)
					}
				}
			}
		})
	}
}

func TestJPEG(t *testing.T) {
	box := image.Rect(0, 0, 16, 16)
	for _, img := range []image.Image{image.NewYCbCr(box, image.YCbCrSubsampleRatio420), image.NewGray(box)} {
		plain := photograph(t, img)
		exif := append([]byte("\xFF\xD8\xFF\xE1\x00\x0EExif\x00\x00secret\xFF\xFE\x00\x08secret"), plain[2:]...)
		r, err := loadPicture(exif)
		if err != nil {
			t.Fatal(err)
		}
		if r.kind != "jpg" || !bytes.Equal(r.data, plain) {
			t.Errorf("a photograph is %d bytes of %s, not the %d it was without what a camera adds", len(r.data), r.kind, len(plain))
		}
	}
}

func TestStripJPEG(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"colour profile stays", "\xFF\xD8\xFF\xE2\x00\x04ab\xFF\xDA\x00\x02xx", "\xFF\xD8\xFF\xE2\x00\x04ab\xFF\xDA\x00\x02xx"},
		{"fill bytes", "\xFF\xD8\xFF\xFF\xFE\x00\x03a\xFF\xDA\x00\x02", "\xFF\xD8\xFF\xDA\x00\x02"},
		{"segment cut off", "\xFF\xD8\xFF\xE1\x00\xFFab", "\xFF\xD8\xFF\xE1\x00\xFFab"},
		{"no segment", "\xFF\xD8abcdef", "\xFF\xD8abcdef"},
		{"nothing else", "\xFF\xD8", "\xFF\xD8"},
	} {
		if got := string(stripJPEG([]byte(c.in))); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

func TestPictureRefused(t *testing.T) {
	good := encoded(t, image.NewGray(image.Rect(0, 0, 4, 4)))
	wide := bytes.Clone(good)
	binary.BigEndian.PutUint32(wide[16:], 100_000)
	binary.BigEndian.PutUint32(wide[29:], crc32.ChecksumIEEE(wide[12:29]))
	large := bytes.Clone(good)
	binary.BigEndian.PutUint32(large[16:], 19_999)
	binary.BigEndian.PutUint32(large[20:], 19_999)
	binary.BigEndian.PutUint32(large[29:], crc32.ChecksumIEEE(large[12:29]))
	cmyk := photograph(t, image.NewGray(image.Rect(0, 0, 8, 8)))
	at := bytes.Index(cmyk, []byte{0xFF, 0xC0})
	frameHead := append([]byte{0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4}, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0)
	cmyk = append(append(bytes.Clone(cmyk[:at]), frameHead...), cmyk[at+2+int(cmyk[at+3]):]...)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "neither PNG nor JPEG"},
		{"text", []byte("hello"), "neither PNG nor JPEG"},
		{"GIF", []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\xFF\xFF\xFF\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"), "JPEG"},
		{"cut off", good[:len(good)-20], "EOF"},
		{"wide", wide, "pixels are too many"},
		{"large", large, "pixels are too many"},
		{"CMYK", cmyk, "CMYK"},
		{"huge file", make([]byte, maxPictureBytes+1), "too large"},
	} {
		_, err := loadPicture(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v", c.name, err)
		}
	}
}

// A picture is refused or becomes one that fpdf takes; nothing panics.
func FuzzPicture(f *testing.F) {
	img := image.NewNRGBA(image.Rect(0, 0, 5, 4))
	img.Set(1, 1, color.NRGBA{R: 9, A: 100})
	f.Add(encoded(f, img))
	f.Add(encoded(f, image.NewPaletted(image.Rect(0, 0, 3, 3), palette.WebSafe)))
	f.Add(photograph(f, image.NewGray(image.Rect(0, 0, 8, 8))))
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x03a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if cfg, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && cfg.Width*cfg.Height > 1<<20 {
			t.Skip("allowed, but slow")
		}
		r, err := loadPicture(data)
		if err != nil {
			return
		}
		r.name = "fuzz"
		if err := drawAlone(r); err != nil {
			t.Fatalf("fpdf refuses what loadPicture took: %v", err)
		}
	})
}
