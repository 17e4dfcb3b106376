package pdf

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/specimen"
)

// These tests pin what is relied on in fpdf, so that another version of it
// speaks before a page is wrong.

// alone is an fpdf set up as for a book of one page.
func alone() *fpdf.Fpdf {
	return newEngine(&frame.Book{Pages: []frame.Page{{W: 100 * units.Pt, H: 100 * units.Pt}}})
}

// drawAlone draws a picture on a page of its own.
func drawAlone(r *raster) error {
	f := alone()
	size := &frame.Page{W: 100 * units.Pt, H: 100 * units.Pt}
	pic := &frame.Picture{W: units.Pt, H: units.Pt}
	p := page{[]piece{{picture: pic}, {}}}
	if err := addPage(f, size, p, map[*frame.Picture]*raster{pic: r}); err != nil {
		return err
	}
	return f.Output(io.Discard)
}

// Operators are taken over byte by byte, whatever is in them.
func TestContractRaw(t *testing.T) {
	ops := "/P <</MCID 0>> BDC\nBT\n(\x00\x01\\)\\(\\\\\\r\xFF{nb})Tj\nET\nEMC\n"
	f := alone()
	size := &frame.Page{W: 100 * units.Pt, H: 100 * units.Pt}
	if err := addPage(f, size, page{[]piece{{ops: []byte(ops)}}}, nil); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\n"+ops) {
		t.Errorf("the operators are not in the file:\n%q", out.String())
	}
	if strings.Contains(out.String(), "Tf") {
		t.Error("fpdf sets a font behind our back")
	}
}

// specimenDraft draws the specimen without its picture: where there are two of
// one width, fpdf's order of them is left to chance.
func specimenDraft(t testing.TB) (*frame.Book, *Draft) {
	t.Helper()
	b := specimen.Book(fonts.Embedded())
	d, err := Draw(b, fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return b, d
}

var (
	fontHead = regexp.MustCompile(`/BaseFont /(utf8f\d+)\n/CIDSystemInfo \d+ 0 R\n/FontDescriptor \d+ 0 R\n(?:/DW (\d+)\n)?/W \[([^/]*)\]`)
	number   = regexp.MustCompile(`\d+|\[|\]`)
)

// Text in a template that is never used registers glyphs, and the width of each
// code is that of its glyph in hmtx.
func TestContractWidths(t *testing.T) {
	_, d := specimenDraft(t)
	found := fontHead.FindAllSubmatch(d.Data, -1)
	if len(found) != len(d.Fonts) {
		t.Fatalf("%d fonts in the file, %d used", len(found), len(d.Fonts))
	}
	for _, m := range found {
		i := slices.IndexFunc(d.Fonts, func(f Font) bool { return f.Base == string(m[1]) })
		if i < 0 {
			t.Fatalf("font %s is not in the draft", m[1])
		}
		usual, _ := strconv.Atoi(string(m[2]))
		widths := readWidths(string(m[3]))
		face := faceNamed(d.Fonts[i].Name)
		for _, text := range d.Fonts[i].Texts {
			if int(text.Code) >= firstCode+face.NumGlyphs() {
				continue // a further meaning: TestCodes follows it to its glyph
			}
			got, ok := widths[int(text.Code)]
			if !ok {
				got = usual
			}
			gid := text.Code - firstCode
			want := (int(face.GlyphAdvance(gid))*1000 + int(face.Upem())/2) / int(face.Upem())
			if got != want {
				t.Errorf("%s: glyph %d is %d wide, not %d", face.Name(), gid, got, want)
			}
		}
	}
}

func faceNamed(postScript string) *fonts.Face {
	for _, f := range fonts.Embedded().Faces() {
		if f.PostScriptName() == postScript {
			return f
		}
	}
	return nil
}

// readWidths reads a W array (ISO 32000-1, 9.7.4.3).
func readWidths(w string) map[int]int {
	out := map[int]int{}
	tokens := number.FindAllString(w, -1)
	at := func(i int) int { n, _ := strconv.Atoi(tokens[i]); return n }
	for i := 0; i+2 < len(tokens); {
		code := at(i)
		if tokens[i+1] != "[" {
			for c := code; c <= at(i+1); c++ {
				out[c] = at(i + 2)
			}
			i += 3
			continue
		}
		for i += 2; tokens[i] != "]"; i++ {
			out[code] = at(i)
			code++
		}
		i++
	}
	return out
}

// Same input, same bytes: thirty times over.
func TestContractSameBytes(t *testing.T) {
	_, first := specimenDraft(t)
	for n := range 30 {
		if _, d := specimenDraft(t); !bytes.Equal(first.Data, d.Data) {
			t.Fatalf("build %d differs", n+2)
		}
	}
}

// fpdf says what is wrong with a font on standard output only; nothing may be
// said there for ours.
func TestContractSilent(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	old := os.Stdout
	os.Stdout = w
	b := &frame.Book{Elems: []frame.Elem{{}, {Role: frame.P}}, Pages: []frame.Page{{W: units.Pt, H: units.Pt}}}
	for _, f := range append(fonts.Embedded().Faces(), fonts.Square().Faces()...) {
		b.Pages[0].Items = []frame.Item{&frame.Run{Face: f.Name(), Size: units.Pt, Tag: 1, Text: "a", Glyphs: glyphs(1, 0)}}
		set := fonts.Embedded()
		if f.Name() == "Square" {
			set = fonts.Square()
		}
		if _, err = Draw(b, set); err != nil {
			break
		}
	}
	os.Stdout = old
	_ = w.Close()
	said, _ := io.ReadAll(r)
	if err != nil || len(said) > 0 {
		t.Errorf("fpdf says %q, and the error is %v", said, err)
	}
}

// A panic in fpdf becomes an error that names the page.
func TestContractPanics(t *testing.T) {
	b := &frame.Book{Pages: make([]frame.Page, 2)}
	for n := range b.Pages {
		b.Pages[n] = frame.Page{W: units.Pt, H: units.Pt}
	}
	pages := []page{{[]piece{{}}}, {[]piece{{picture: &frame.Picture{}}}}} // no raster: a nil pointer in fpdf's hands
	_, err := runEngine(b, &faceTable{}, pages, nil)
	if err == nil || !strings.HasPrefix(err.Error(), "page 2: the page engine failed") {
		t.Errorf("the error is %v", err)
	}
}

// A book that cannot be drawn is refused, and the message says where.
func TestDrawRefuses(t *testing.T) {
	good := func() *frame.Book {
		return &frame.Book{
			Pages: []frame.Page{{W: units.Pt, H: units.Pt}, {W: units.Pt, H: units.Pt}},
			Elems: []frame.Elem{{}, {Role: frame.Document}},
		}
	}
	letter := func() *frame.Run {
		return &frame.Run{Face: "Square", Size: units.Pt, Text: "a", Tag: 1, Glyphs: glyphs(1, 0)}
	}
	for _, c := range []struct {
		name, want string
		change     func(*frame.Book, *frame.Run)
	}{
		{"no pages", "without pages", func(b *frame.Book, _ *frame.Run) { b.Pages = nil }},
		{"no size", "page 2: a size of 0 × 1 points", func(b *frame.Book, _ *frame.Run) { b.Pages[1].W = 0 }},
		{"vast page", "page 1: a size", func(b *frame.Book, _ *frame.Run) { b.Pages[0].H = units.Max + 1 }},
		{"unknown face", `page 2: no face is called "Arial"`, func(_ *frame.Book, r *frame.Run) { r.Face = "Arial" }},
		{"missing glyph", "page 2: glyph 0", func(_ *frame.Book, r *frame.Run) { r.Glyphs[0].ID = 0 }},
		{"glyph outside", "page 2: glyph 65535", func(_ *frame.Book, r *frame.Run) { r.Glyphs[0].ID = 65535 }},
		{"no type size", "page 2: type of size 0", func(_ *frame.Book, r *frame.Run) { r.Size = 0 }},
		{"element outside", "page 2: an item of element 7", func(_ *frame.Book, r *frame.Run) { r.Tag = 7 }},
		{"element before", "page 2: an item of element -1", func(_ *frame.Book, r *frame.Run) { r.Tag = -1 }},
		{"no role", "page 2: an item of element 1, which has no role", func(b *frame.Book, _ *frame.Run) { b.Elems[1].Role = "" }},
		{"kind of artifact", "page 2: an artifact of kind 9", func(_ *frame.Book, r *frame.Run) { r.Tag, r.Art = 0, 9 }},
		{"picture without size", "page 1: a picture of 0 × 0", func(b *frame.Book, _ *frame.Run) {
			b.Pages[0].Items = []frame.Item{&frame.Picture{Data: specimen.Picture(), Tag: 1}}
		}},
		{"broken picture", "page 1: a picture: the file is neither", func(b *frame.Book, _ *frame.Run) {
			b.Pages[0].Items = []frame.Item{&frame.Picture{W: 1, H: 1, Data: []byte("x"), Tag: 1}}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, r := good(), letter()
			b.Pages[1].Items = []frame.Item{r}
			if _, err := Draw(b, fonts.Square()); err != nil {
				t.Fatalf("without the fault: %v", err)
			}
			c.change(b, r)
			_, err := Draw(b, fonts.Square())
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// Files that are no TrueType font are refused before fpdf prints about them.
func TestReadTables(t *testing.T) {
	font := fonts.Square().Faces()[0].Data()
	for _, data := range [][]byte{nil, []byte("OTTO12345678"), font[:20], font[:200], append([]byte("\x00\x01\x00\x00\x00\x00"), make([]byte, 6)...)} {
		if _, err := readTables(data); err == nil {
			t.Errorf("%d bytes were taken for a font", len(data))
		}
	}
	tables, err := readTables(font)
	if err != nil || len(tables["glyf"]) == 0 {
		t.Errorf("the square face: %v", err)
	}
}

func ExampleDraw() {
	b := specimen.Book(fonts.Square())
	d, err := Draw(b, fonts.Square())
	fmt.Println(err, len(d.Fonts), d.Fonts[0].Resource, d.Fonts[0].Name)
	// Output: <nil> 1 F0 Square
}
