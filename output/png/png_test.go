package png

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"strings"
	"sync"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/dump/golden"
	"assemble/output/specimen"

	"pgregory.net/rapid"
)

func TestMain(m *testing.M) { golden.Main(m) }

const pt = units.Pt

var (
	black = frame.Color{}
	red   = frame.Color{R: 0xFF}
	ink   = frame.Color{R: 0x17, G: 0x21, B: 0x2B}
	hair  = frame.Color{R: 0xB4, G: 0xC0, B: 0xC8}
)

// sheet is a book of one page.
func sheet(w, h units.Sp, items ...frame.Item) *frame.Book {
	return &frame.Book{Pages: []frame.Page{{W: w, H: h, Items: items}}}
}

// paint draws items on a page of w × h points at 72 dpi, where a point is a pixel.
func paint(t testing.TB, w, h int, items ...frame.Item) *image.RGBA {
	t.Helper()
	img, err := Page(sheet(units.Sp(w)*pt, units.Sp(h)*pt, items...), 0, 72, fonts.Square())
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// show prints a picture of black on white: # for black, . for white, 1 to 3
// for quarters of black in between.
func show(img *image.RGBA) string {
	var out strings.Builder
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			switch v := (4*(255-int(img.RGBAAt(x, y).R)) + 127) / 255; v {
			case 0:
				out.WriteByte('.')
			case 4:
				out.WriteByte('#')
			default:
				fmt.Fprintf(&out, "%d", v)
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func squares(x, y units.Sp, n int) *frame.Run {
	set := fonts.Square()
	r := set.NewShaper().Shape(fonts.Style{}, 0, "", strings.Repeat("x", n))[0]
	run := &frame.Run{X: x, Y: y, Face: r.Face.Name(), Size: 10 * pt, Text: r.Text, Color: black}
	for _, g := range r.Glyphs {
		run.Glyphs = append(run.Glyphs, frame.Glyph{ID: g.ID, Advance: 10 * pt, Cluster: g.Cluster})
	}
	return run
}

// Letters too large to keep stand where others do.
func TestLargeGlyph(t *testing.T) {
	run := squares(20*pt, 420*pt, 1)
	run.Size = 500 * pt // black from 30 to 470 across, from 370 above to 70 below
	img := paint(t, 550, 520, run)
	for _, c := range []struct {
		x, y int
		ink  bool
	}{{49, 300, false}, {50, 300, true}, {489, 300, true}, {490, 300, false}, {300, 49, false}, {300, 50, true}, {300, 489, true}, {300, 490, false}} {
		if got := img.RGBAAt(c.x, c.y).R == 0; got != c.ink {
			t.Errorf("ink at %d, %d: %v", c.x, c.y, got)
		}
	}
}

func TestMasksAreBounded(t *testing.T) {
	m := newMasks()
	for i := range 98 {
		m.keep(look{glyph: uint16(i)}, mask{coverage: make([]uint8, maxMasks/10)})
	}
	if n := len(m.byLook); n < 5 || n > 10 || m.bytes > maxMasks {
		t.Errorf("%d masks are kept, %d bytes", n, m.bytes)
	}
	if _, ok := m.byLook[look{glyph: 97}]; !ok {
		t.Error("the last mask is not kept")
	}
}

// A letter of the square face of 10 points is black from 0.6 to 9.4 across, and
// from 1.4 below the baseline to 7.4 above it.
func TestGlyphsStandWhereTheFrameSays(t *testing.T) {
	run := squares(2*pt, 10*pt, 2)
	run.Glyphs[1].DY, run.Glyphs[1].DX = 2*pt, 3*pt/2
	got := show(paint(t, 25, 16, run))
	want := `.........................
.........................
..1222222221.............
..2########2.............
..2########2..122222221..
..2########2..#########..
..2########2..#########..
..2########2..#########..
..2########2..#########..
..2########2..#########..
..2########2..#########..
..1222222221..#########..
..............#########..
..............122222221..
.........................
.........................
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRectangles(t *testing.T) {
	for _, c := range []struct {
		name       string
		x, y, w, h units.Sp // in tenths of a point
		want       string
	}{
		{"on pixels", 10, 10, 30, 20, "......\n.###..\n.###..\n......\n"},
		{"off pixels", 14, 14, 30, 20, "......\n.###..\n.###..\n......\n"},
		{"hairline", 0, 14, 60, 3, "......\n######\n......\n......\n"},
		{"hairline over an edge", 0, 19, 60, 3, "......\n......\n######\n......\n"},
		{"rule", 0, 12, 60, 14, "......\n######\n222222\n......\n"},
		{"upright hairline", 33, 0, 4, 40, "...#..\n...#..\n...#..\n...#..\n"},
		{"turned round", 40, 30, -30, -20, "......\n.###..\n.###..\n......\n"},
		{"over all edges", -100, -100, 300, 300, "######\n######\n######\n######\n"},
		{"outside", -100, 0, 50, 50, "......\n......\n......\n......\n"},
		{"nothing", 10, 10, 0, 20, "......\n......\n......\n......\n"},
	} {
		got := show(paint(t, 6, 4, &frame.Rect{X: c.x * pt / 10, Y: c.y * pt / 10, W: c.w * pt / 10, H: c.h * pt / 10}))
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Bars that touch have no seam between them, wherever they meet.
func TestNeighboursMeet(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := units.Sp(rapid.IntRange(2*int(pt), 8*int(pt)).Draw(rt, "meet"))
		img := paint(t, 12, 3,
			&frame.Rect{X: 0, W: a, H: 3 * pt, Color: red}, &frame.Rect{X: a, W: 12*pt - a, H: 3 * pt, Color: red})
		for x := range 12 {
			if got := img.RGBAAt(x, 1); got != (color.RGBA{R: 0xFF, A: 0xFF}) {
				rt.Fatalf("pixel %d is %v", x, got)
			}
		}
	})
}

func TestRing(t *testing.T) {
	got := show(paint(t, 12, 12, &frame.Disc{X: 6 * pt, Y: 6 * pt, R: 5 * pt, Line: 2 * pt}))
	want := `............
...13##31...
..2######2..
.1##2..2##1.
.3#2....2#3.
.##......##.
.##......##.
.3#2....2#3.
.1##2..2##1.
..2######2..
...13##31...
............
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	disc := show(paint(t, 12, 12, &frame.Disc{X: 6 * pt, Y: 6 * pt, R: 5 * pt}))
	if filled := strings.NewReplacer("#2..2#", "######", "#2....2#", "########", "##......##", "##########").Replace(want); disc != filled {
		t.Errorf("got\n%s\nwant\n%s", disc, filled)
	}
}

// A line that is thinner than a pixel is as strong as one of a pixel.
func TestPolyline(t *testing.T) {
	line := &frame.Polyline{Width: pt / 3, Points: []frame.Point{{X: pt, Y: 3 * pt / 2}, {X: 5 * pt / 2, Y: 3 * pt / 2}, {X: 5 * pt / 2, Y: 4 * pt}}}
	want := ".....\n.##..\n..#..\n..#..\n.....\n"
	if got := show(paint(t, 5, 5, line)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPicture(t *testing.T) {
	img := paint(t, 6, 6, &frame.Picture{X: pt, Y: pt, W: 4 * pt, H: 4 * pt, Data: specimen.Picture()})
	if got := img.RGBAAt(0, 3); got != (color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
		t.Errorf("beside the picture it is %v", got)
	}
	left, right := img.RGBAAt(1, 1), img.RGBAAt(4, 4)
	if left.R > 60 || right.R < 200 || right.A != 0xFF {
		t.Errorf("the picture is %v at its top left and %v at its bottom right", left, right)
	}
}

func TestRefused(t *testing.T) {
	good := sheet(100*pt, 100*pt)
	with := func(change func(*frame.Run)) *frame.Book {
		r := squares(0, 10*pt, 1)
		change(r)
		return sheet(100*pt, 100*pt, r)
	}
	for _, c := range []struct {
		name string
		book *frame.Book
		page int
		dpi  int
		want string
	}{
		{"page after the last", good, 1, 100, "there is no page 2 in a book of 1"},
		{"page before the first", good, -1, 100, "there is no page 0 in a book of 1"},
		{"too coarse", good, 0, 9, "between 10 and 600"},
		{"too fine", good, 0, 601, "between 10 and 600"},
		{"no width", sheet(0, pt), 0, 100, "page 1: a size of 0 × 1 points"},
		{"less than a pixel", sheet(pt/10, pt), 0, 100, "page 1: 0 × 1 pixels cannot be drawn"},
		{"too many pixels", sheet(units.Max, units.Max), 0, 600, "pixels cannot be drawn"},
		{"unknown face", with(func(r *frame.Run) { r.Face = "Serif" }), 0, 100, `page 1: no face is called "Serif", in the text "x"`},
		{"unknown glyph", with(func(r *frame.Run) { r.Glyphs[0].ID = 0xFFFF }), 0, 100, "glyph 65535 of face Square"},
		{"type of no size", with(func(r *frame.Run) { r.Size = 0 }), 0, 100, `type of size 0, in the text "x"`},
		{"picture of no size", sheet(pt, pt, &frame.Picture{}), 0, 100, "a picture of 0 × 0 points"},
		{"a picture that unfolds", sheet(pt*9, pt*9, &frame.Picture{W: pt, H: pt, Data: header(19_999, 19_999)}), 0, 100, "19999 × 19999 pixels are too many"},
		{"no picture", sheet(pt*9, pt*9, &frame.Picture{W: pt, H: pt, Data: []byte("GIF8")}), 0, 100, "neither PNG nor JPEG"},
	} {
		if _, err := Page(c.book, c.page, c.dpi, fonts.Square()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, not %q", c.name, err, c.want)
		}
	}
}

// header is the beginning of a PNG file of that size.
func header(w, h uint32) []byte {
	b := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), w)
	b = append(binary.BigEndian.AppendUint32(b, h), 8, 0, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

// Whatever stands wherever, on the page or off it, nothing fails.
func TestAnywhere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		far := rapid.OneOf(rapid.Int64Range(-int64(50*pt), int64(50*pt)), rapid.Int64())
		v := func(name string) units.Sp { return units.Sp(far.Draw(rt, name)) }
		width := units.Sp(rapid.Int64Range(0, int64(units.Max)).Draw(rt, "width"))
		run := squares(v("x"), v("y"), 2)
		run.Size = max(1, width)
		run.Glyphs[0].Advance, run.Glyphs[1].DX, run.Glyphs[1].DY = v("advance"), v("dx"), v("dy")
		paint(t, 40, 30, run,
			&frame.Rect{X: v("x"), Y: v("y"), W: v("w"), H: v("h")},
			&frame.Disc{X: v("x"), Y: v("y"), R: v("r"), Line: v("line")},
			&frame.Polyline{Width: width, Points: []frame.Point{{X: v("x"), Y: v("y")}, {X: v("x"), Y: v("y")}, {X: v("x"), Y: v("y")}}},
			&frame.Area{X: v("x")}, &frame.Polyline{}, &frame.Run{})
	})
}

// The small pages below are kept as pictures. Look at them after -update.
func TestPictures(t *testing.T) {
	set := fonts.Embedded()
	crop := func(n int, x, y, w, h units.Sp) *frame.Book {
		p := specimen.Book(set).Pages[n]
		out := frame.Page{W: w, H: h}
		for _, it := range p.Items {
			out.Items = append(out.Items, it.Shifted(-x, -y, 0))
		}
		return &frame.Book{Pages: []frame.Page{out}}
	}
	for _, c := range []struct {
		name string
		book *frame.Book
		dpi  int
	}{
		{"text", crop(1, 130*pt, 60*pt, 420*pt, 100*pt), 100},
		{"figure", crop(2, 130*pt, 110*pt, 340*pt, 130*pt), 100},
		{"scripts", crop(2, 130*pt, 270*pt, 260*pt, 140*pt), 80},
		{"table", crop(3, 60*pt, 70*pt, 300*pt, 120*pt), 100},
		{"large", crop(0, 60*pt, 250*pt, 240*pt, 70*pt), 150},
		{"rules", rules(), 80},
	} {
		img, err := Page(c.book, 0, c.dpi, set)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		file, err := Encode(img)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		golden.Picture(t, c.name+".png", file)
	}
}

// rules are lines of all the weights in use, on and off the pixels.
func rules() *frame.Book {
	b := sheet(200*pt, 100*pt)
	for i, w := range []units.Sp{pt * 3 / 10, pt * 4 / 10, pt * 75 / 100, pt, 3 * pt / 2, 2 * pt} {
		for j, c := range []frame.Color{ink, hair} {
			x := units.Sp(j) * 100 * pt
			y := units.Sp(10+15*i)*pt + units.Sp(i)*pt/7
			b.Pages[0].Items = append(b.Pages[0].Items,
				&frame.Rect{X: x + 5*pt, Y: y, W: 40 * pt, H: w, Color: c},
				&frame.Rect{X: x + 50*pt + units.Sp(i)*6*pt, Y: y - 5*pt, W: w, H: 10 * pt, Color: c},
				&frame.Polyline{Width: w, Color: c, Points: []frame.Point{{X: x + 86*pt, Y: y}, {X: x + 92*pt, Y: y - 5*pt}, {X: x + 98*pt, Y: y}}})
		}
	}
	return b
}

// Each hairline of the look is seen: some pixel of it is at least as dark as its
// own colour.
func TestHairlinesAreSeen(t *testing.T) {
	for _, dpi := range []int{80, 96, 100} {
		for i := range 40 {
			y := 10*pt + units.Sp(i)*pt/40
			img, err := Page(sheet(20*pt, 20*pt, &frame.Rect{X: pt, Y: y, W: 18 * pt, H: 3 * pt / 10, Color: hair}), 0, dpi, fonts.Square())
			if err != nil {
				t.Fatal(err)
			}
			darkest := uint8(255)
			for row := range img.Rect.Max.Y {
				darkest = min(darkest, img.RGBAAt(img.Rect.Max.X/2, row).R)
			}
			if darkest != hair.R {
				t.Errorf("%d dpi, at %s: %d, not %d", dpi, y, darkest, hair.R)
			}
		}
	}
}

func TestEncode(t *testing.T) {
	few, many := image.NewRGBA(image.Rect(3, 4, 40, 50)), image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := 4; y < 50; y++ {
		for x := 3; x < 40; x++ {
			few.SetRGBA(x, y, color.RGBA{uint8(x * y % 256), 7, 0, 0xFF})
		}
	}
	for i := range many.Pix {
		many.Pix[i] = uint8(i * i / 77)
		if i%4 == 3 {
			many.Pix[i] = 0xFF
		}
	}
	for _, c := range []struct {
		img     *image.RGBA
		palette bool
	}{{few, true}, {many, false}} {
		data, err := Encode(c.img)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		p, ok := got.(*image.Paletted)
		if ok != c.palette {
			t.Errorf("a palette: %v", ok)
		}
		if ok && p.Palette[0] != color.Color(color.RGBA{255, 7, 0, 0xFF}) {
			t.Errorf("the palette begins with %v, which is not its lightest colour", p.Palette[0])
		}
		b := c.img.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				if r, g, bl, a := got.At(x, y).RGBA(); color.RGBA64Model.Convert(c.img.At(b.Min.X+x, b.Min.Y+y)) != (color.RGBA64{uint16(r), uint16(g), uint16(bl), uint16(a)}) {
					t.Fatalf("pixel %d, %d is lost", x, y)
				}
			}
		}
		if again, _ := Encode(c.img); !bytes.Equal(again, data) {
			t.Error("the same picture gives other bytes")
		}
	}
}

// Pages drawn at the same time are the same as one after the other.
func TestConcurrent(t *testing.T) {
	set := fonts.Embedded()
	b := specimen.Book(set)
	want := make([][]byte, len(b.Pages))
	for n := range b.Pages {
		want[n] = file(t, b, n, set)
	}
	var wg sync.WaitGroup
	for i := range 3 * len(b.Pages) {
		wg.Go(func() {
			if n := i % len(b.Pages); !bytes.Equal(file(t, b, n, set), want[n]) {
				t.Errorf("page %d differs", n+1)
			}
		})
	}
	wg.Wait()
}

func file(t testing.TB, b *frame.Book, n int, set *fonts.Set) []byte {
	img, err := Page(b, n, 50, set)
	if err != nil {
		t.Error(err)
		return nil
	}
	data, err := Encode(img)
	if err != nil {
		t.Error(err)
	}
	return data
}

// FuzzPicture hands over what a person may have called a picture.
func FuzzPicture(f *testing.F) {
	f.Add(specimen.Picture())
	f.Add([]byte("\xff\xd8\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := Page(sheet(20*pt, 20*pt, &frame.Picture{X: pt, Y: pt, W: 9 * pt, H: 9 * pt, Data: data}), 0, 72, fonts.Square())
		if (img == nil) == (err == nil) {
			t.Errorf("%v and %v", img, err)
		}
	})
}
