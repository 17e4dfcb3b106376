package chart

import (
	"math/big"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

func TestBandFaults(t *testing.T) {
	long := bandOf(2)
	long.Of[0].Caption = doc.Words(strings.Repeat("many words ", 9))
	for _, c := range []struct {
		name string
		band *doc.KeyFigures
		want string
	}{
		{"four", bandOf(4), ""},
		{"five", bandOf(5), ""},
		{"six", bandOf(6), "band-too-many"},
		{"a long caption", long, "band-caption-long?"},
		{"wide figures", bandWide(3), "band-figure-wide?"},
		{"wide figures that take two columns", bandWide(2), ""},
		{"no figure", &doc.KeyFigures{Of: []doc.KeyFigure{{}}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			boxes := LayBand(b.Context, c.band)
			if got := b.codes(); got != c.want {
				t.Errorf("reported %q, want %q", got, c.want)
			}
			if book := b.book(t, boxes); len(boxes) != 1 || len(book.Dests) != 1 {
				t.Errorf("%d boxes, links lead to %v", len(boxes), book.Dests)
			}
		})
	}
	if boxes := LayBand(newBench(t).Context, &doc.KeyFigures{}); boxes != nil {
		t.Errorf("a band of nothing makes %d boxes", len(boxes))
	}
}

// TestBandColumns: where the figures begin, in thousandths of a millimetre.
func TestBandColumns(t *testing.T) {
	for _, c := range []struct {
		name  string
		style *style.Style
		band  *doc.KeyFigures
		want  []int64
	}{
		{"one", style.Council(), bandOf(1), []int64{32400}},
		{"four", style.Council(), bandOf(4), []int64{32400, 64800, 97200, 129600}},
		{"five", style.Council(), bandOf(5), []int64{0, 32400, 64800, 97200, 129600}},
		{"six, of which five are shown", style.Council(), bandOf(6), []int64{0, 32400, 64800, 97200, 129600}},
		{"two wide ones", style.Council(), bandWide(2), []int64{32400, 97200}},
		{"four on one axis", second(), bandOf(4), []int64{0, 35000, 70000, 105000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := benchOf(t, c.style, "en")
			box := LayBand(b.Context, c.band)[0]
			base := units.Sp(0)
			var at []units.Sp
			last := frame.ElemID(0)
			for _, r := range runs(box) {
				if r.Stat != "" && r.Tag != last {
					last, base = r.Tag, r.Y
					at = append(at, r.X)
				}
			}
			if len(at) != len(c.want) {
				t.Fatalf("figures at %v", at)
			}
			for i, x := range at {
				if d := x - units.Mm(c.want[i]); d < -4 || d > 4 {
					t.Errorf("figure %d at %s, want %s", i, x, units.Mm(c.want[i]))
				}
			}
			if label := runs(box)[0]; (label.Y == base) != (at[0] > 0) {
				t.Errorf("the label is at %s, the figures at %s", label.Y, base)
			}
		})
	}
}

func runs(b galley.Box) (out []*frame.Run) {
	for _, it := range b.Items {
		if r, ok := it.(*frame.Run); ok {
			out = append(out, r)
		}
	}
	return out
}

// TestFigureParts: words stand beside the figure in smaller type, signs close to
// it in its own; every run has the key of the number.
func TestFigureParts(t *testing.T) {
	for _, c := range []struct {
		lang   string
		number lang.Number
		want   string
	}{
		{"en", lang.Number{Value: big.NewRat(345000, 1), Places: -1}, "345\u202f000"},
		{"en", lang.Number{Value: big.NewRat(152000000, 1), Form: lang.Million, Unit: "USD", Places: -1}, "usd 152 million"},
		{"en", lang.Number{Value: big.NewRat(96, 10), Unit: lang.Percent, Places: -1}, "9.6%"},
		{"fr", lang.Number{Value: big.NewRat(96, 10), Unit: lang.Percent, Places: -1}, "9,6 %"},
		{"en", lang.Number{Value: big.NewRat(-3, 1), Places: -1}, "\u22123"},
	} {
		b := benchOf(t, style.Council(), c.lang)
		box := LayBand(b.Context, &doc.KeyFigures{Of: []doc.KeyFigure{
			{Stat: &doc.Stat{Number: c.number, From: "key"}, Caption: doc.Words("of something")},
		}})[0]
		var got []string
		for _, r := range runs(box) {
			text := strings.TrimSpace(r.Text)
			switch {
			case r.Stat == "":
				continue
			case r.Size == b.Style.Roles.KeyUnit.Size:
				text = strings.ToLower(text)
			case r.Size != b.Style.Roles.KeyFigure.Size:
				t.Errorf("%q is %s points high", r.Text, r.Size)
			}
			got = append(got, text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("got %q, want %q", s, c.want)
		}
	}
}

// TestBandStructure: a label, then each figure with its caption as one
// paragraph, with a space between the two.
func TestBandStructure(t *testing.T) {
	b := newBench(t)
	box := LayBand(b.Context, bandOf(2))[0]
	div := b.Tree.At(1)
	if div.Role != frame.Div || len(div.Kids) != 3 {
		t.Fatalf("structure is %+v", b.Tree.Elems)
	}
	said := map[frame.ElemID]string{}
	for _, r := range runs(box) {
		said[r.Tag] += r.Text
	}
	for i, want := range []string{"Health in figures", "345\u202f000 health assessments before departure", "111 offices active in migration health"} {
		k := div.Kids[i]
		if got := said[k]; b.Tree.At(k).Role != frame.P || got != want {
			t.Errorf("%s says %q, want %q", b.Tree.At(k).Role, got, want)
		}
	}
}

func BenchmarkLayBand(b *testing.B) {
	c := newBench(b)
	k := bandOf(4)
	b.ReportAllocs()
	for b.Loop() {
		c.Tree = &galley.Tree{}
		LayBand(c.Context, k)
	}
}
