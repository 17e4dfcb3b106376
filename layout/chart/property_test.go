package chart

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// drawn draws any chart: few or many values, small or large, known or not, with
// a base, one that follows from the values, or none.
func drawn(t *rapid.T, kinds ...doc.ChartKind) *doc.Chart {
	kind := rapid.SampledFrom(append(kinds, doc.Bars, doc.GroupedBars, doc.StackedBars)).Draw(t, "kind")
	n := rapid.IntRange(1, 8).Draw(t, "bars")
	top := rapid.SampledFrom([]int64{3, 120, 5000, 98765432}).Draw(t, "top")
	ch := &doc.Chart{Kind: kind, Title: doc.Words("Any"), Unit: doc.Words("Things"), Source: doc.Words("a test")}
	for i := range n {
		name := rapid.SampledFrom([]string{"A", "Awareness", "Advocacy for services that are sensitive to migrants, and for more", "Other"}).Draw(t, "label")
		ch.Categories = append(ch.Categories, doc.Words(fmt.Sprintf("%s %d", name, i)))
	}
	var most int64
	names := []string{"2016", "2017", "not stated by the office"}
	for s := range max(1, rapid.IntRange(1, 3).Draw(t, "series")%(limit(kind)+1)) {
		row := doc.Series{Label: doc.Words(names[s])}
		for range n {
			v := rapid.Int64Range(-1, top).Draw(t, "value")
			x := stat(max(v, 0))
			x.Hole = v < 0
			most = max(most, v)
			row.Values = append(row.Values, x)
		}
		if rapid.Bool().Draw(t, "own base") {
			for _, v := range row.Values {
				v.Number.Base = big.NewRat(max(1, most)+int64(s), 1)
			}
		}
		ch.Series = append(ch.Series, row)
	}
	if b := rapid.Int64Range(0, 2).Draw(t, "base"); b > 0 && kind != doc.StackedBars {
		ch.Denom = stat(max(1, most) * b)
	}
	return ch
}

// limit is how many series a kind takes.
func limit(k doc.ChartKind) int {
	return map[doc.ChartKind]int{doc.Bars: 1, doc.GroupedBars: 2, doc.StackedBars: 3, doc.Lines: 2}[k]
}

// ink is a rectangle that is printed on: a bar, a rule, a run of text.
type ink struct {
	x0, y0, x1, y1 units.Sp
	text           string
}

// inks are what is printed in a box. Figures and capitals of the sans are
// two thirds of their size high; a closing space is no ink.
func inks(b galley.Box) []ink {
	var out []ink
	for _, it := range b.Items {
		switch it := it.(type) {
		case *frame.Rect:
			if it.W == it.H {
				continue // a point, which may lie on the zero line
			}
			out = append(out, ink{it.X, it.Y, it.X + it.W, it.Y + it.H, ""})
		case *frame.Run:
			w := it.Width()
			if strings.HasSuffix(it.Text, " ") {
				w -= it.Glyphs[len(it.Glyphs)-1].Advance
			}
			out = append(out, ink{it.X, it.Y - it.Size*2/3, it.X + w, it.Y, it.Text})
		}
	}
	return out
}

// meets says that two of them print on the same place. Bars may touch.
func (a ink) meets(b ink) bool {
	return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

func TestNothingPrintsOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := style.Council()
		if rapid.Bool().Draw(t, "second look") {
			st = second()
		}
		b := benchOf(t, st, rapid.SampledFrom([]string{"en", "fr", "es"}).Draw(t, "language"))
		ch := drawn(t, doc.Lines)
		boxes := Lay(b.Context, ch)
		for _, s := range Derived(b.Lang, ch) {
			if !s.Hole && s.Number.Value == nil {
				t.Errorf("a figure without a value is derived: %+v", s)
			}
		}
		if codes := b.codes(); strings.Contains(codes, "chart-crowded") || strings.Contains(codes, "chart-over-base") {
			return // which are errors: nothing is printed
		}
		for _, box := range boxes {
			all := inks(box)
			for i, p := range all {
				if p.x0 < 0 || p.x1 > st.Page.Frame || p.y0 < 0 || p.y1 > box.Height {
					t.Errorf("%+v is outside of the box, which is %s wide and %s high", p, st.Page.Frame, box.Height)
				}
				for _, q := range all[:i] {
					if p.meets(q) {
						t.Errorf("%+v is printed on %+v", p, q)
					}
				}
			}
		}
	})
}

func TestBarsMeasureTheirValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := benchOf(t, style.Council(), "en")
		d := read(b.Lang, drawn(t), b.report)
		g := newDrawing(b.Context, d, 0)
		if g.field <= 0 || g.field > g.t.Field {
			t.Fatalf("the field is %s", g.field)
		}
		one := big.NewRat(1, 1)
		for _, r := range g.rows {
			for i, v := range r.bar.all() {
				if v.size == nil {
					if r.length[i] != 0 {
						t.Errorf("a bar of %s for no value", r.length[i])
					}
					continue
				}
				// length·end = value·field, within one unit of length
				off := new(big.Rat).SetInt64(int64(g.field))
				off.Mul(off, v.size).Quo(off, d.end).Sub(off, new(big.Rat).SetInt64(int64(r.length[i])))
				if off.Abs(off).Cmp(one) > 0 || r.length[i] > g.field {
					t.Errorf("%s of %s is %d of %d units", v.size, d.end, r.length[i], g.field)
				}
			}
		}
	})
}

func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := lang.For("en")
		d := read(l, drawn(t), &source.Reporter{})
		collate := l.Collator()
		ok := slices.IsSortedFunc(d.bars, func(a, b bar) int {
			switch {
			case a.rank != b.rank:
				return a.rank - b.rank
			case longer(d.key(&a), d.key(&b)) != 0:
				return longer(d.key(&a), d.key(&b))
			}
			return collate(a.name, b.name)
		})
		if !ok {
			t.Error("bars are not in order")
		}
	})
}

func TestOrderOfCases(t *testing.T) {
	ch := health()
	ch.Categories = words("none of these", "Zoology", "other", "Écoles", "Eau", "Nonesuch", "missing")
	ch.Series[0].Values = append(stats(90, 5, 80, 7, 7, 5), &doc.Stat{Hole: true})
	var got []string
	for _, b := range read(lang.For("en"), ch, &source.Reporter{}).bars {
		got = append(got, b.name)
	}
	want := "Eau, Écoles, Nonesuch, Zoology, missing, other, none of these"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// TestYearsInOrder: bars of years are read through time, not by length.
func TestYearsInOrder(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2017 2016 2015 2014 2013", "2013 2014 2015 2016 2017"},
		{"2016–17 2015–16 2013–14 2014–15 2012–13", "2012–13 2013–14 2014–15 2015–16 2016–17"},
		{"2017 2016 2015 2014 before", "2017 2016 2015 2014 before"},
	} {
		ch := health()
		ch.Categories, ch.Series[0].Values = words(strings.Fields(c.in)...), stats(50, 40, 30, 20, 10)
		ch.Series[0].Values[1] = stat(41)
		var got []string
		for _, b := range read(lang.For("en"), ch, &source.Reporter{}).bars {
			got = append(got, b.name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s become %s, want %s", c.in, s, c.want)
		}
	}
}

func TestReportedYearFirst(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"2016", "2017", "2017 2016"}, {"2017", "2016", "2017 2016"}, {"women", "men", "women men"}, {"2016", "men", "2016 men"},
	} {
		ch := twoYears()
		ch.Series[0].Label, ch.Series[1].Label = doc.Words(c.first), doc.Words(c.second)
		l := lang.For("en")
		d := read(l, ch, &source.Reporter{})
		if got := plain(l, d.series[0]) + " " + plain(l, d.series[1]); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestLinesMeasureTheirValues: points stand above the zero line as far as their
// values say, and a year without a value parts the line.
func TestLinesMeasureTheirValues(t *testing.T) {
	b := newBench(t)
	ch := years(6)
	box := Lay(b.Context, ch)[1]
	var round, square []frame.Point
	var lines []int
	var zero units.Sp
	dot := b.Style.Chart.Dot
	for _, it := range box.Items {
		switch it := it.(type) {
		case *frame.Disc:
			round = append(round, frame.Point{X: it.X, Y: it.Y})
		case *frame.Polyline:
			lines = append(lines, len(it.Points))
		case *frame.Rect:
			if it.W == 2*dot && it.H == 2*dot {
				square = append(square, frame.Point{X: it.X + dot, Y: it.Y + dot})
			} else {
				zero = it.Y
			}
		}
	}
	// The second line lies under the first.
	if !slices.Equal(lines, []int{4, 6}) || len(round) != 6 || len(square) != 5 {
		t.Fatalf("lines of %v points, %d round points and %d square ones", lines, len(round), len(square))
	}
	end := big.NewRat(80975, 1)
	check := func(values []*doc.Stat, points []frame.Point) {
		for i, p := range points {
			if want := length(values[i].Number.Value, end, b.Style.Chart.Plot); zero-p.Y != want {
				t.Errorf("point %d is %s high, want %s", i, zero-p.Y, want)
			}
		}
	}
	second := ch.Series[1].Values
	check(ch.Series[0].Values, round)
	check(append(slices.Clone(second[:1]), second[2:]...), square)
	for i := range round {
		if i > 0 && (round[i].X-round[i-1].X)-(round[1].X-round[0].X) > 1 {
			t.Errorf("point %d is %s from the one before", i, round[i].X-round[i-1].X)
		}
	}
}

func TestNamesStandApart(t *testing.T) {
	for _, c := range []struct{ in, want []units.Sp }{
		{[]units.Sp{25, 50}, []units.Sp{25, 50}},
		{[]units.Sp{20, 22}, []units.Sp{20, 30}},
		{[]units.Sp{50, 54}, []units.Sp{47, 57}},
		{[]units.Sp{54, 50}, []units.Sp{57, 47}},
		{[]units.Sp{50, 50}, []units.Sp{45, 55}},
		{[]units.Sp{100, 100}, []units.Sp{90, 100}},
		{[]units.Sp{100}, []units.Sp{100}},
	} {
		got := slices.Clone(c.in)
		if apart(got, 10, 20, 100); !slices.Equal(got, c.want) {
			t.Errorf("%v become %v, want %v", c.in, got, c.want)
		}
	}
}
