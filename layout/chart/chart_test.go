package chart

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
)

// faulty is a chart and the codes of what is wrong with it.
type faulty struct {
	name  string
	chart *doc.Chart
	want  string
}

func faults() []faulty {
	changed := func(change func(*doc.Chart)) *doc.Chart {
		ch := health()
		change(ch)
		return ch
	}
	huge := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 4000))
	return []faulty{
		{"sound", health(), ""},
		{"lines with a base of one year", changed(func(c *doc.Chart) {
			c.Kind, c.Categories, c.Denom = doc.Lines, words("a", "b", "c", "d", "e"), stat(50)
		}), ""},
		{"no categories", changed(func(c *doc.Chart) { c.Categories = nil }), "chart-empty chart-series"},
		{"no series", changed(func(c *doc.Chart) { c.Series = nil }), "chart-empty"},
		{"nothing at all", &doc.Chart{}, "chart-empty chart-source?"},
		{"too few values", changed(func(c *doc.Chart) { c.Series[0].Values = stats(1) }), "chart-series"},
		{"too many values", changed(func(c *doc.Chart) { c.Series[0].Values = stats(1, 2, 3, 4, 5, 6) }), "chart-series"},
		{"no value", changed(func(c *doc.Chart) { c.Series[0].Values[0] = nil }), ""},
		{"a hole", changed(func(c *doc.Chart) { c.Series[0].Values[0].Hole = true }), ""},
		{"all holes", changed(func(c *doc.Chart) {
			for _, v := range c.Series[0].Values {
				v.Number.Value = nil
			}
		}), ""},
		{"two series of bars", changed(func(c *doc.Chart) { c.Series = append(c.Series, c.Series[0]) }), "chart-series"},
		{"three years", changed(func(c *doc.Chart) { c.Kind, c.Series = doc.GroupedBars, append(twoYears().Series, c.Series[0]) }), "chart-series"},
		{"below zero", changed(func(c *doc.Chart) { c.Series[0].Values[1] = stat(-3) }), "chart-negative"},
		{"beyond the base", changed(func(c *doc.Chart) { c.Series[0].Values[1] = stat(112) }), "chart-over-base"},
		{"two years, each with its base", twoBases(), ""},
		{"beyond the base of its year", changedBase(79), "chart-over-base"},
		{"base of zero", changed(func(c *doc.Chart) { c.Denom = stat(0) }), "chart-base"},
		{"base below zero", changed(func(c *doc.Chart) { c.Denom = stat(-5) }), "chart-base"},
		{"base not known", changed(func(c *doc.Chart) { c.Denom.Hole = true }), ""},
		{"a number too long", changed(func(c *doc.Chart) { c.Series[0].Values[1].Number.Value = huge }), "chart-value"},
		{"a base too long", changed(func(c *doc.Chart) { c.Denom.Number.Value = huge }), "chart-base"},
		{"a share of nothing", changed(func(c *doc.Chart) {
			c.Series[0].Values[1].Number.Form, c.Series[0].Values[1].Number.Base = lang.Share, new(big.Rat)
		}), "chart-value"},
		{"two units", changed(func(c *doc.Chart) { c.Series[0].Values[1].Number.Unit = "people" }), "chart-units"},
		{"per cent and counts", changed(func(c *doc.Chart) { c.Series[0].Values[1].Number.Unit = lang.Percent }), "chart-units"},
		{"a long label", changed(func(c *doc.Chart) { c.Categories[0] = doc.Words(strings.Repeat("many words ", 12)) }), "chart-label-long?"},
		{"no source", changed(func(c *doc.Chart) { c.Source = nil }), "chart-source?"},
		{"no unit", changed(func(c *doc.Chart) {
			c.Unit = nil
			for _, v := range c.Series[0].Values {
				v.Number.Unit, v.Number.UnitWords = "", lang.Noun{}
			}
		}), "chart-unit?"},
		{"too many points", years(20), "chart-crowded"},
		{"three lines", changed(func(c *doc.Chart) { c.Kind, c.Series = doc.Lines, append(twoYears().Series, c.Series[0]) }), "chart-crowded chart-series"},
		{"an unknown kind", changed(func(c *doc.Chart) { c.Kind = 99 }), "chart-kind"},
		{"no title", changed(func(c *doc.Chart) { c.Title = nil }), ""},
	}
}

func TestFaults(t *testing.T) {
	for _, c := range faults() {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			c.chart.At = source.At(source.Pos{File: 1, A: 12, B: 1})
			boxes := Lay(b.Context, c.chart)
			if got := b.codes(); got != c.want {
				t.Errorf("reported %q, want %q", got, c.want)
			}
			for _, d := range b.report.All() {
				if d.At != c.chart.At || d.Message == "" || d.Fix == "" {
					t.Errorf("%+v has no place, no message or nothing to do", d)
				}
			}
			if book := b.book(t, boxes); len(book.Dests) != 1 || book.Dests[0].Name != "figure-7" {
				t.Errorf("links lead to %v", book.Dests)
			}
		})
	}
}

// twoBases is a chart of two years, in which different numbers were asked.
func twoBases() *doc.Chart {
	ch := twoYears()
	ch.Denom = nil
	for i, base := range []int64{120, 90} { // 2016, 2017
		for _, v := range ch.Series[i].Values {
			v.Number.Base = big.NewRat(base, 1)
		}
	}
	ch.Series[0].Values[1] = stat(118)
	ch.Series[0].Values[1].Number.Base = big.NewRat(120, 1)
	return ch
}

// changedBase has a value of 2016 that is more than its base, but not more than
// that of 2017.
func changedBase(base int64) *doc.Chart {
	ch := twoBases()
	ch.Series[0].Values[1] = stat(80)
	for _, v := range ch.Series[0].Values {
		v.Number.Base = big.NewRat(base, 1)
	}
	ch.Series[0].Values[2] = stat(79)
	return ch
}

// TestSharesOfTwoYears: each bar has the share of its own base, and no line
// stands for both.
func TestSharesOfTwoYears(t *testing.T) {
	b := newBench(t)
	boxes := Lay(b.Context, twoBases())
	const want = "Share|Advocacy for migrant-sensitive services|83|92%|118|98%|Capacity-building|79|2017|88%|81|2016|68%|" +
		"Direct health services|75|83%|75|63%|Awareness-raising|65|72%|60|50%|Vaccination|40|44%|38|32%"
	if got := texts(boxes[1:2]); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := texts(Lay(b.Context, twoYears())[1:2]); !strings.HasPrefix(got, "Base|111|Share\u00a02017|") {
		t.Errorf("the base of one year is that of both in %s", got)
	}
	if alt := Alt(b.Lang, twoBases()); !strings.Contains(alt, "Capacity-building: 2017: 79 of 90, 2016: 81 of 120.") {
		t.Error(alt)
	}
}

// parts is a chart of shares that are a whole each year.
func parts(n ...int64) *doc.Chart {
	ch := &doc.Chart{
		Kind: doc.StackedBars, Title: doc.Words("Offices by answer"), Unit: doc.Words("Share in per cent"), Source: doc.Words("a test"),
		Series: []doc.Series{{Label: doc.Words("yes")}, {Label: doc.Words("partly")}, {Label: doc.Words("no")}},
	}
	for i, base := range n {
		ch.Categories = append(ch.Categories, doc.Words(strconv.Itoa(2015+i)))
		for s := range ch.Series {
			v := stat(base / 3)
			if s == 2 {
				v = stat(base - 2*(base/3))
			}
			v.Number.Base, v.Number.Form = big.NewRat(base, 1), lang.Share
			ch.Series[s].Values = append(ch.Series[s].Values, v)
		}
	}
	return ch
}

// TestWholes: bars of shares have no total, which is always 100, but the bases
// of which the shares are.
func TestWholes(t *testing.T) {
	b := newBench(t)
	counts := parts(100, 100)
	for _, s := range counts.Series {
		for _, v := range s.Values {
			v.Number.Form = lang.Figure
		}
	}
	const rounded = "Because of rounding, shares may not add up to 100%."
	for _, c := range []struct {
		chart *doc.Chart
		want  string
	}{
		{parts(104, 111), "Base|2015|33%|yes|33%|partly|35%|no|104|2016|33%|33%|33%|111|" + rounded + "|Source: a test."},
		{counts, "Base|100|2015|33|yes|33|partly|34|no|2016|33|33|34|Base:|100|offices.|Source: a test."},
		{parts(100, 100), "Base|100|2015|33%|yes|33%|partly|34%|no|2016|33%|33%|34%|Base:|100|offices.|Source: a test."},
	} {
		if got := texts(Lay(b.Context, c.chart)[1:]); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	if got := b.codes(); got != "" {
		t.Errorf("reported %s", got)
	}
	const alt = "Stacked bar chart: Offices by answer. 2015 (Base 104): yes: 33%, partly: 33%, no: 35%. 2016 (Base 111): yes: 33%, partly: 33%, no: 33%."
	if got := Alt(b.Lang, parts(104, 111)); got != alt {
		t.Error(got)
	}
}

// TestNamesOnNextPage: where a chart of two years goes on, its bars are named
// again, and its unit.
func TestNamesOnNextPage(t *testing.T) {
	b := newBench(t)
	ch := long(60)
	ch.Kind, ch.Series = doc.GroupedBars, []doc.Series{{Label: doc.Words("2017"), Values: ch.Series[0].Values}, {Label: doc.Words("2016"), Values: ch.Series[0].Values}}
	for _, x := range Lay(b.Context, ch) {
		if got := texts(x.Resume); x.Break < galley.Inf && len(x.Resume) > 0 && !strings.HasSuffix(got, "(continued)|Number of projects|2017|2016") {
			t.Fatalf("a page begins with %s", got)
		}
	}
}

// TestBasesOfLines: a count of more offices asked is not a rise.
func TestBasesOfLines(t *testing.T) {
	b := newBench(t)
	ch := one(years(3))
	for i, v := range ch.Series[0].Values {
		v.Number.Base = big.NewRat(int64(90000+i), 1)
	}
	if got := Alt(b.Lang, ch); !strings.HasSuffix(got, "2016: 79,919 of 90,001. 2017: 76,676 of 90,002.") {
		t.Error(got)
	}
	if got := Derived(b.Lang, ch); len(got) != 3 || got[2].Number.Value.Cmp(big.NewRat(90002, 1)) != 0 {
		t.Errorf("derived %v", got)
	}
	const want = "2015|2016|2017|72\u202f000|79\u202f919|76\u202f676|Base|90\u202f000|90\u202f001|90\u202f002"
	if got := texts(Lay(b.Context, ch)[1:2]); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestPlaceOfFault: a figure that has a place of its own is named there.
func TestPlaceOfFault(t *testing.T) {
	b := newBench(t)
	ch := health()
	at := source.At(source.Pos{File: 1, A: 15, B: 9})
	ch.Series[0].Values[1] = stat(-3)
	ch.Series[0].Values[1].At = at
	Lay(b.Context, ch)
	if all := b.report.All(); len(all) != 1 || all[0].At != at {
		t.Errorf("reported %+v", all)
	}
}

// TestInputStays: charts are laid out more than once, and by several workers.
func TestInputStays(t *testing.T) {
	same := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	for _, make := range []func() *doc.Chart{health, twoYears, women, money, func() *doc.Chart { return years(6) }} {
		ch := make()
		Lay(newBench(t).Context, ch)
		if d := cmp.Diff(make(), ch, same); d != "" {
			t.Error(d)
		}
	}
}

// texts joins the runs of boxes, those of one line with a bar between.
func texts(boxes []galley.Box) string {
	var out []string
	for _, b := range boxes {
		for _, it := range b.Items {
			if r, ok := it.(*frame.Run); ok {
				out = append(out, strings.TrimSpace(r.Text))
			}
		}
	}
	return strings.Join(out, "|")
}

// TestStructure: a chart is a caption, a figure with a text that stands for it,
// and notes; all that is drawn belongs to the figure.
func TestStructure(t *testing.T) {
	for _, own := range []string{"", "What it shows."} {
		b := newBench(t)
		ch := health()
		ch.Alt = own
		boxes := Lay(b.Context, ch)
		var roles []string
		var alt string
		div := b.Tree.At(1)
		for _, k := range div.Kids {
			roles = append(roles, string(b.Tree.At(k).Role))
			alt += b.Tree.At(k).Alt
		}
		if got := string(div.Role) + ": " + strings.Join(roles, " "); got != "Div: Caption Figure P P" {
			t.Errorf("structure is %s", got)
		}
		if own == "" {
			own = Alt(b.Lang, ch)
		}
		if alt != own {
			t.Errorf("the figure says %q, want %q", alt, own)
		}
		for _, it := range boxes[1].Items {
			if b.Tree.At(it.Elem()).Role != frame.Figure {
				t.Errorf("%+v is not part of the figure", it)
			}
		}
	}
}

// TestKept: the boxes of a chart stay together unless it is higher than a page;
// then two bars at least stand before a break and behind it.
func TestKept(t *testing.T) {
	for _, n := range []int{1, 30, 36, 60} {
		b := newBench(t)
		boxes := Lay(b.Context, long(n))
		if n <= 30 != (len(boxes) == 3) {
			t.Errorf("%d bars make %d boxes", n, len(boxes))
		}
		first, last := -1, -1
		for i, x := range boxes[1:] {
			if x.Break < galley.Inf {
				if first < 0 {
					first = i
				}
				last = i
				if len(x.Resume) != 2 || !strings.HasSuffix(texts(x.Resume[:1]), "Offices by number of projects|(continued)|Number of projects") {
					t.Errorf("a page begins with %s", texts(x.Resume))
				}
			}
			for _, it := range resumed(x) {
				if it.Elem() != 0 {
					t.Error("what is printed again is read again")
				}
			}
		}
		if len(boxes) > 3 && (first != 3 || last != n-1) { // head, two bars; last bar, notes
			t.Errorf("%d bars may break from box %d to %d", n, first, last)
		}
	}
}

func resumed(b galley.Box) (out []frame.Item) {
	for _, r := range b.Resume {
		out = append(out, r.Items...)
	}
	return out
}

func BenchmarkLay(b *testing.B) {
	c := newBench(b)
	ch := health()
	b.ReportAllocs()
	for b.Loop() {
		c.Tree = &galley.Tree{}
		Lay(c.Context, ch)
	}
}

// TestDrawnAllTheSame: what a draft shows of charts that cannot be printed.
func TestDrawnAllTheSame(t *testing.T) {
	bars := func(values ...*doc.Stat) *doc.Chart {
		ch := health()
		ch.Denom, ch.Categories, ch.Series = nil, ch.Categories[:len(values)], []doc.Series{{Values: values}}
		return ch
	}
	million := stat(2500000)
	million.Number.Form = lang.Million
	part := women()
	part.Series[0].Values[1] = &doc.Stat{Hole: true}
	percent := stat(75)
	percent.Number.Form, percent.Number.Base = lang.Share, big.NewRat(100, 1)
	many := bars(stat(7))
	many.Series = append(many.Series, doc.Series{Values: stats(9)})
	for _, c := range []struct {
		name  string
		chart *doc.Chart
		sizes string // of the bars over the end of the field
		texts string // of the drawing
	}{
		{"below zero", bars(stat(4), stat(-1)), "1 0", "Vaccination|4|Advocacy for migrant-sensitive services|\u22121"},
		{"one form for all", bars(million, stat(1250000)), "1 1/2", "Vaccination|2.5|Advocacy for migrant-sensitive services|1.3"},
		{"parts of no whole", part, "", "women|men|not stated|Professional|460|540|1\u202f000|National Officers|320|300|3|623|" +
			"General Service|[…]|2\u202f500|90|[…]|Other|12|40|900|952"},
		{"a share of a base", bars(percent), "3/4", "Base|100|Vaccination|75%"},
		{"more series than can be told apart", many, "1", "Vaccination|7"},
		{"nothing", bars(stat(0)), "0", "Vaccination|0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			boxes := Lay(b.Context, c.chart)
			if got := texts(boxes[1:2]); got != c.texts {
				t.Errorf("printed %s\nwant    %s", got, c.texts)
			}
			d := read(b.Lang, c.chart, b.report)
			var sizes []string
			for _, x := range d.bars {
				if x.known().Cmp(d.end) > 0 {
					t.Errorf("%s is drawn beyond the field", x.name)
				}
				if x.total == nil {
					sizes = append(sizes, new(big.Rat).Quo(x.values[0].size, d.end).RatString())
				}
			}
			if got := strings.Join(sizes, " "); got != c.sizes {
				t.Errorf("bars are %s of the field, want %s", got, c.sizes)
			}
		})
	}
}
