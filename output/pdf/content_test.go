package pdf

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"

	"pgregory.net/rapid"
)

func TestAppendThousandths(t *testing.T) {
	for v, want := range map[int64]string{
		0: "0", 1: "0.001", 10: "0.01", 100: "0.1", 1000: "1", 1001: "1.001", 1010: "1.01", 841890: "841.89",
		-1: "-0.001", -1500: "-1.5", 120: "0.12", 999: "0.999",
	} {
		if got := string(appendThousandths(nil, v)); got != want {
			t.Errorf("%d: %q, not %q", v, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-1e12, 1e12).Draw(t, "v")
		s := string(appendThousandths(nil, v))
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || int64(math.Round(f*1000)) != v {
			t.Fatalf("%d is written %q", v, s)
		}
		if strings.Contains(s, ".") && strings.HasSuffix(s, "0") {
			t.Fatalf("%q has superfluous zeros", s)
		}
	})
}

// Every 8-bit part of a colour comes back from its three decimals.
func TestColor(t *testing.T) {
	for v := range 256 {
		c := content{}
		c.color(frame.Color{R: uint8(v)}, "rg\n")
		first, _, _ := strings.Cut(string(c.buf), " ")
		f, err := strconv.ParseFloat(first, 64)
		if err != nil || int(math.Round(f*255)) != v {
			t.Errorf("%d is written %q", v, first)
		}
	}
}

// drawn writes a page of items, all tagged as one paragraph unless they say
// otherwise.
func drawn(t testing.TB, items ...frame.Item) string {
	t.Helper()
	b := &frame.Book{
		Pages: []frame.Page{{W: 200 * units.Pt, H: 100 * units.Pt, Items: items}},
		Elems: []frame.Elem{{}, {Role: frame.Document}, {Role: frame.P, Parent: 1}, {Role: frame.Figure, Parent: 1, Lang: "fr"}},
		Meta:  frame.Meta{Lang: "en"},
	}
	faces, err := collectFaces(b, fonts.Square())
	if err != nil {
		t.Fatal(err)
	}
	p, err := drawPage(b, 0, faces, effectiveLangs(b))
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for _, piece := range p.pieces {
		out = append(out, piece.ops...)
		if piece.picture != nil {
			out = append(out, "(picture)\n"...)
		}
	}
	return string(out)
}

func rect(x, w int, c uint8, tag frame.ElemID) *frame.Rect {
	return &frame.Rect{
		X: units.Sp(x) * units.Pt, Y: 10 * units.Pt, W: units.Sp(w) * units.Pt, H: 5 * units.Pt,
		Color: frame.Color{R: c}, Tag: tag,
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []frame.Item
		want  string
	}{
		{
			"rectangles of a colour in one path",
			[]frame.Item{rect(0, 10, 255, 2), rect(20, 10, 255, 2), rect(40, 10, 0, 2)},
			"/P <</MCID 0>> BDC\n1 0 0 rg\n0 85 10 5 re\n20 85 10 5 re\nf\n0 0 0 rg\n40 85 10 5 re\nf\nEMC\n",
		},
		{
			"one drawn to the left turns the same way",
			[]frame.Item{rect(30, -10, 0, 2)},
			"/P <</MCID 0>> BDC\n20 85 10 5 re\nf\nEMC\n",
		},
		{
			"marks by element and kind of artifact",
			[]frame.Item{
				rect(0, 1, 0, 2), rect(1, 1, 0, 0), rect(2, 1, 0, 2), rect(3, 1, 0, 3),
				&frame.Rect{Art: frame.HeaderArtifact}, &frame.Rect{Art: frame.FooterArtifact}, &frame.Rect{Art: frame.RepeatArtifact},
			},
			"/P <</MCID 0>> BDC\n0 85 1 5 re\nf\nEMC\n/Artifact <</Type/Layout>> BDC\n1 85 1 5 re\nf\nEMC\n" +
				"/P <</MCID 1>> BDC\n2 85 1 5 re\nf\nEMC\n/Figure <</MCID 2>> BDC\n3 85 1 5 re\nf\nEMC\n" +
				"/Artifact <</Type/Pagination/Subtype/Header>> BDC\n0 100 0 0 re\nf\nEMC\n" +
				"/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n0 100 0 0 re\nf\nEMC\n" +
				"/Artifact <</Type/Pagination>> BDC\n0 100 0 0 re\nf\nEMC\n",
		},
		{
			"areas and empty runs draw nothing and part nothing",
			[]frame.Item{rect(0, 1, 0, 2), &frame.Area{Tag: 3}, &frame.Run{Tag: 3}, rect(1, 1, 0, 2)},
			"/P <</MCID 0>> BDC\n0 85 1 5 re\n1 85 1 5 re\nf\nEMC\n",
		},
		{
			"line",
			[]frame.Item{
				&frame.Polyline{Points: []frame.Point{{}, {X: 10 * units.Pt, Y: 5 * units.Pt}}, Width: units.Pt / 2, Tag: 2},
				&frame.Polyline{Points: []frame.Point{{}, {X: units.Pt}}, Width: units.Pt / 2, Tag: 2},
				&frame.Polyline{Points: []frame.Point{{}}, Tag: 2},
			},
			"/P <</MCID 0>> BDC\n0.5 w\n1 j\n0 100 m\n10 95 l\nS\n0 100 m\n1 100 l\nS\nEMC\n",
		},
		{
			"picture",
			[]frame.Item{rect(0, 1, 0, 2), &frame.Picture{W: units.Pt, H: units.Pt, Tag: 2}, rect(1, 1, 0, 2)},
			"/P <</MCID 0>> BDC\n0 85 1 5 re\nf\n(picture)\n1 85 1 5 re\nf\nEMC\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := drawn(t, c.items...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A disc stays within its box and touches each side of it; a ring as well, its
// line included.
func TestDisc(t *testing.T) {
	for _, line := range []units.Sp{0, 2 * units.Pt} {
		got := drawn(t, &frame.Disc{X: 50 * units.Pt, Y: 40 * units.Pt, R: 10 * units.Pt, Line: line, Tag: 2})
		half := line.Float() / 2
		for _, want := range []string{
			trim(60-half) + " 60 m\n", " 50 " + trim(70-half) + " c\n", " " + trim(40+half) + " 60 c\n", " 50 " + trim(50+half) + " c\n",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("line %s: no %q in\n%s", line, want, got)
			}
		}
		if end := map[bool]string{true: "f\nEMC\n", false: "s\nEMC\n"}[line == 0]; !strings.HasSuffix(got, end) {
			t.Errorf("line %s ends with %q", line, got)
		}
	}
}

func trim(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// run makes a run of squares from its text, one glyph a rune.
func run(text string, advance units.Sp) *frame.Run {
	r := &frame.Run{X: 10 * units.Pt, Y: 20 * units.Pt, Face: "Square", Size: 10 * units.Pt, Text: text, Tag: 2}
	for i := range text {
		r.Glyphs = append(r.Glyphs, frame.Glyph{ID: uint16(1 + i%3), Advance: advance, Cluster: int32(i)})
	}
	return r
}

func TestRun(t *testing.T) {
	with := func(r *frame.Run, change func(*frame.Run)) *frame.Run { change(r); return r }
	for _, c := range []struct {
		name string
		run  *frame.Run
		want string
	}{
		{"as wide as the face", run("ab", 10*units.Pt), "/F0 10 Tf\n10 80 Td\n[(\x00A\x00B)]TJ\n"},
		{"wider", run("ab", 11*units.Pt), "/F0 10 Tf\n10 80 Td\n[(\x00A)-100(\x00B)]TJ\n"},
		{"narrower", run("ab", 9*units.Pt), "/F0 10 Tf\n10 80 Td\n[(\x00A)100(\x00B)]TJ\n"},
		{
			"moved", with(run("ab", 10*units.Pt), func(r *frame.Run) { r.Glyphs[1].DX, r.Glyphs[1].DY = -units.Pt, 2*units.Pt }),
			"/F0 10 Tf\n10 80 Td\n[(\x00A)]TJ\n-2 Ts\n[100(\x00B)]TJ\n0 Ts\n",
		},
		{"from right to left", with(run("ab", 10*units.Pt), func(r *frame.Run) {
			r.Glyphs[0].Cluster, r.Glyphs[1].Cluster = 1, 0
		}), "/F0 10 Tf\n10 80 Td\n[-1000(\x00B)2000(\x00A)]TJ\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := "/P <</MCID 0>> BDC\nBT\n" + c.want + "ET\nEMC\n"
			if got := drawn(t, c.run); got != want {
				t.Errorf("got\n%q\nwant\n%q", got, want)
			}
		})
	}
}

// Font, size and colour are set when they change, and only then.
func TestState(t *testing.T) {
	a, b, c := run("a", 10*units.Pt), run("a", 10*units.Pt), run("a", 10*units.Pt)
	c.Size = 8 * units.Pt
	b.Color = frame.Color{B: 255}
	c.Color = b.Color
	got := drawn(t, a, b, c)
	for op, n := range map[string]int{" Tf\n": 2, " rg\n": 1, "BT\n": 3} {
		if strings.Count(got, op) != n {
			t.Errorf("%q stands %d times, not %d, in\n%s", op, strings.Count(got, op), n, got)
		}
	}
}

// A language is given where it differs from the element's, and text beside the
// glyphs where they do not say it.
func TestSpans(t *testing.T) {
	for _, c := range []struct {
		lang string
		tag  frame.ElemID
		want string
	}{
		{"fr", 2, "/Span <</Lang(fr)>> BDC\nBT"},
		{"en", 2, "BDC\nBT"},
		{"", 2, "BDC\nBT"},
		{"fr", 3, "BDC\nBT"},
		{"en", 3, "/Span <</Lang(en)>> BDC\nBT"},
		{"fr", 0, "<</Type/Layout>> BDC\nBT"},
	} {
		r := run("a", 10*units.Pt)
		r.Lang, r.Tag = c.lang, c.tag
		got := drawn(t, r)
		if !strings.Contains(got, c.want) || strings.Contains(got, "Span") != strings.Contains(c.want, "Span") {
			t.Errorf("language %q in element %d:\n%s", c.lang, c.tag, got)
		}
		if strings.Count(got, "BDC") != strings.Count(got, "EMC") {
			t.Errorf("marks are not balanced:\n%s", got)
		}
	}
	r := run("é", 10*units.Pt)
	r.Glyphs = append(r.Glyphs, frame.Glyph{ID: 2, Cluster: 0, Advance: 10 * units.Pt})
	want := "/Span <</ActualText(\xFE\xFF\x00\xE9)>> BDC\n[(\x00A\x00B)]TJ\nEMC\nET\n"
	if got := drawn(t, r); !strings.Contains(got, want) {
		t.Errorf("no %q in\n%q", want, got)
	}
}

// Over a long line rounding does not add up: every glyph of a replay stands
// within half a thousandth of an em.
func TestRounding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.Int64Range(4000, 60000).Draw(t, "size")
		obj := textObject{content: &content{}, size: size}
		var x units.Sp
		for range rapid.IntRange(1, 200).Draw(t, "glyphs") {
			obj.moveTo(x)
			em := float64(size) / 1000
			if at := float64(obj.pen) / 1000 * em; math.Abs(at-x.Float()) > em/2000+1e-9 {
				t.Fatalf("the pen is at %g, not %g", at, x.Float())
			}
			obj.pen += rapid.Int64Range(0, 1500).Draw(t, "width")
			x += units.Sp(rapid.Int64Range(0, int64(20*units.Pt)).Draw(t, "advance"))
		}
	})
}

func TestAppendString(t *testing.T) {
	if got := string(appendString(nil, []byte("a(b)c\\d\re\nf\x00"))); got != "(a\\(b\\)c\\\\d\\re\nf\x00)" {
		t.Errorf("%q", got)
	}
}
