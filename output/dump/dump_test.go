package dump

import (
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/dump/golden"
	"assemble/output/specimen"
)

func TestMain(m *testing.M) { golden.Main(m) }

func TestTrace(t *testing.T) {
	var files source.Files
	files.Add("specimen.md", nil)
	b := specimen.Book(fonts.Square())
	golden.Check(t, "trace.txt", []byte(Trace(b, files.String)))
	if all, some := Trace(b, files.String), Trace(b, files.String, 1, 99, -1); !strings.Contains(all, some) ||
		!strings.HasPrefix(some, "page 1 595.28 841.89 part offices\n") || strings.Contains(some, "\npage ") {
		t.Errorf("page 1 alone:\n%s", some)
	}
}

// Every kind of item and oddity has its line.
func TestTraceItems(t *testing.T) {
	pt := units.Pt
	b := &frame.Book{
		Elems: []frame.Elem{{}, {Role: frame.P}},
		Pages: []frame.Page{{W: 100 * pt, H: 50 * pt, Items: []frame.Item{
			&frame.Run{
				X: pt, Y: -pt / 3, Face: "Serif", Size: 21 * pt / 2, Text: "a\"b", Lang: "fr", Stat: "staff.total", Tag: 1,
				Glyphs: []frame.Glyph{{Advance: pt}, {Advance: pt}}, Color: frame.Color{R: 255, B: 1},
			},
			&frame.Rect{X: pt, W: 3 * pt, H: pt / 8, Art: frame.RepeatArtifact},
			&frame.Disc{R: pt, Art: frame.HeaderArtifact},
			&frame.Disc{R: pt, Line: pt, Art: frame.FooterArtifact},
			&frame.Polyline{Points: []frame.Point{{X: pt, Y: pt}, {X: 2 * pt}}, Width: pt},
			&frame.Polyline{},
			&frame.Picture{W: pt, H: pt, Data: []byte("x"), Tag: 7},
			&frame.Area{W: pt, H: pt, Dest: "para-1", Text: "1", Tag: 1},
			&frame.Area{URL: "https://example.org"},
		}}},
	}
	want := `page [1] 100.00 50.00
  P          1.00   -0.33 Serif 10.50 #ff0001 "a\"b" +2.00 lang=fr stat=staff.total
  -repeat    1.00    0.00 rect 3.00 0.13 #000000
  -header    0.00    0.00 disc 1.00 #000000
  -footer    0.00    0.00 disc 1.00 ring 1.00 #000000
  -          1.00    1.00 line 1.00 #000000 2.00,0.00
  -          0.00    0.00 line 0.00 #000000
  ?          0.00    0.00 picture 1.00 1.00 2d711642
  P          0.00    0.00 area 1.00 1.00 -> #para-1 "1"
  -          0.00    0.00 area 0.00 0.00 -> https://example.org ""
`
	if got := Trace(b, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTags(t *testing.T) {
	got, err := Tags(specimen.Book(fonts.Square()))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "tags.txt", []byte(got))
}

func TestText(t *testing.T) {
	got, err := Text(specimen.Book(fonts.Square()))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "text.txt", []byte(got))
	for _, want := range []string{"difficult affair of development, or", "\nState\tG-3\n", "\nBorduria\t\t1\n", "[Bars: 3 offices in the north, 2 in the south.]\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Page 1") || strings.Contains(got, "continued") || strings.Contains(got, ". . .") {
		t.Errorf("artifacts are read out:\n%s", got)
	}
}

func TestActualText(t *testing.T) {
	b := specimen.Book(fonts.Square())
	for i := range b.Elems {
		if b.Elems[i].Role == frame.H1 {
			b.Elems[i].Actual = "The offices"
		}
	}
	if got, err := Text(b); err != nil || !strings.Contains(got, "\nThe offices\n") {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestUnsound(t *testing.T) {
	if _, err := Tags(&frame.Book{}); err == nil {
		t.Error("a book without a tree has tags")
	}
	if _, err := Text(&frame.Book{}); err == nil {
		t.Error("a book without a tree has text")
	}
}

// A sum changes with its page, and with no other, and not with the place in the
// manuscript.
func TestSums(t *testing.T) {
	b := specimen.Book(fonts.Square())
	before := strings.Split(Sums(b), "\n")
	for _, it := range b.Pages[2].Items {
		if r, ok := it.(*frame.Run); ok {
			r.At.Start.A += 100
		}
	}
	if strings.Join(before, "\n") != Sums(b) {
		t.Error("the place in the manuscript changes a sum")
	}
	for _, it := range b.Pages[2].Items {
		if r, ok := it.(*frame.Rect); ok {
			r.X += units.Pt / 10
			break
		}
	}
	after := strings.Split(Sums(b), "\n")
	if len(after) != 6 || !strings.HasPrefix(after[0], "i ") || !strings.HasPrefix(after[3], "IV-1 ") {
		t.Errorf("sums:\n%s", strings.Join(after, "\n"))
	}
	for n := range before {
		if (before[n] == after[n]) != (n != 2) {
			t.Errorf("page %d: %q and %q", n+1, before[n], after[n])
		}
	}
}
