package chart

import (
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
	"assemble/output"
	"assemble/output/dump/golden"
)

func TestMain(m *testing.M) { golden.Main(m) }

// bench is a context to lay out in, in English and the council look unless a
// test changes them.
type bench struct {
	*para.Context
	report *source.Reporter
}

// failer is what tests and properties have in common.
type failer interface {
	Helper()
	Fatal(...any)
}

func newBench(t testing.TB) *bench { return benchOf(t, style.Council(), "en") }

func benchOf(t failer, st *style.Style, tag string) *bench {
	t.Helper()
	if bad := st.Check(); len(bad) > 0 {
		t.Fatal(bad)
	}
	r := &source.Reporter{}
	s := para.New(st, st.Language(tag), fonts.Embedded(), r)
	return &bench{report: r, Context: &para.Context{
		Setter: s, Tree: &galley.Tree{Elems: []frame.Elem{{}}}, Number: "Figure\u00a07", Dest: "figure-7",
	}}
}

// second is a look with one axis, to see that no value of the first one is in
// the code.
func second() *style.Style {
	s := style.Council()
	s.Page.FrameX, s.Page.Frame, s.Page.TextAxis = units.Mm(35000), units.Mm(140000), 0
	s.Caption.Label = style.Above
	return s
}

// codes lists what was reported, errors without a sign, warnings with "?".
func (b *bench) codes() string {
	var out []string
	for _, d := range b.report.All() {
		s := string(d.Code)
		if d.Severity == source.Warning {
			s += "?"
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// book places boxes under each other, a new page where one is full, and checks
// that the book is sound.
func (b *bench) book(t testing.TB, boxes []galley.Box) *frame.Book {
	t.Helper()
	pg := &b.Style.Page
	out := &frame.Book{
		Elems:  []frame.Elem{{}, {Role: frame.Document}},
		Meta:   frame.Meta{Title: "Charts", Lang: b.Lang.Tag(), Producer: "assemble", Created: "2018-06-18"},
		Labels: []frame.PageLabel{{Style: "D", Start: 1}},
	}
	for i, e := range b.Tree.Elems[1:] {
		e.Kids = slices.Clone(e.Kids)
		for j := range e.Kids {
			e.Kids[j]++
		}
		if e.Parent == 0 {
			out.Elems[1].Kids = append(out.Elems[1].Kids, frame.ElemID(i+2))
		}
		e.Parent++
		out.Elems = append(out.Elems, e)
	}
	y := pg.TextBlock + 1
	put := func(x *galley.Box) {
		p := &out.Pages[len(out.Pages)-1]
		for _, it := range x.Items {
			p.Items = append(p.Items, it.Shifted(pg.FrameX, pg.Top+y, 1))
		}
		for _, d := range x.Dests {
			out.Dests = append(out.Dests, frame.Dest{Name: d.Name, Page: len(out.Pages) - 1, Y: pg.Top + y, Elem: d.Elem + 1})
		}
		y += x.Height
	}
	for i := range boxes {
		x := &boxes[i]
		if y+x.Space+x.Height > pg.TextBlock && (x.Break < galley.Inf || len(out.Pages) == 0) {
			out.Pages = append(out.Pages, frame.Page{W: pg.Width, H: pg.Height, Folio: "1"})
			y = 0
			for j := range x.Resume {
				put(&x.Resume[j])
			}
		} else {
			y += x.Space
		}
		put(x)
	}
	if bad := out.Check(); len(bad) > 0 {
		t.Fatalf("the book is not sound: %v", bad)
	}
	if _, err := out.Tree(); err != nil {
		t.Fatal(err)
	}
	return out
}

// show writes a book as a PDF into the folder of the variable CHART_PDF, for
// people to look at.
func show(t testing.TB, name string, b *frame.Book) {
	t.Helper()
	dir := os.Getenv("CHART_PDF")
	if dir == "" {
		return
	}
	for i := range b.Elems {
		if e := &b.Elems[i]; e.Role == frame.Figure && e.BBox == nil {
			e.BBox = &frame.Box{X: 0, Y: 0, W: b.Pages[0].W, H: b.Pages[0].H}
		}
	}
	data, err := output.PDF(b, fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// stat is a count of offices.
func stat(n int64) *doc.Stat {
	return &doc.Stat{From: "survey.health", Number: lang.Number{
		Value: big.NewRat(n, 1), Unit: "offices", Places: -1, UnitWords: lang.Noun{Singular: "office", Plural: "offices"},
	}}
}

func stats(n ...int64) []*doc.Stat {
	var out []*doc.Stat
	for _, v := range n {
		out = append(out, stat(v))
	}
	return out
}

func words(s ...string) [][]doc.Inline {
	var out [][]doc.Inline
	for _, v := range s {
		out = append(out, doc.Words(v))
	}
	return out
}

// health is the chart of the mock page.
func health() *doc.Chart {
	base := stat(111)
	base.Number.UnitWords.Plural = "offices active in migration health"
	return &doc.Chart{
		Kind:       doc.Bars,
		Title:      doc.Words("Number of offices active in migration health, by nature of activity"),
		Categories: words("Vaccination", "Advocacy for migrant-sensitive services", "Capacity-building", "Awareness-raising", "Direct health services"),
		Series:     []doc.Series{{Values: stats(40, 83, 79, 65, 75)}},
		Denom:      base,
		Unit:       doc.Words("Number of offices, and share of the base in per cent"),
		Source:     doc.Words("questionnaire to offices, 2017"),
	}
}

// twoYears is the same chart with the year before, which is written first.
func twoYears() *doc.Chart {
	c := health()
	c.Kind = doc.GroupedBars
	c.Series = []doc.Series{
		{Label: doc.Words("2016"), Values: stats(38, 80, 81, 60, 75)},
		{Label: doc.Words("2017"), Values: stats(40, 83, 79, 65, 75)},
	}
	return c
}

// band is the band of the mock page, of n figures.
func bandOf(n int) *doc.KeyFigures {
	k := &doc.KeyFigures{Title: doc.Words("Health in figures")}
	for i, f := range []struct {
		n       int64
		caption string
	}{
		{345000, "health assessments before departure"},
		{111, "offices active in migration health"},
		{79, "offices building capacity in health"},
		{42, "countries training health professionals"},
		{22, "countries training other professions"},
		{7, "one more than can be shown"},
	} {
		if i < n {
			k.Of = append(k.Of, doc.KeyFigure{Stat: stat(f.n), Caption: doc.Words(f.caption)})
		}
	}
	return k
}

// women is a chart of parts.
func women() *doc.Chart {
	return &doc.Chart{
		Kind: doc.StackedBars, Title: doc.Words("Staff by category and sex"), Unit: doc.Words("Number of staff"),
		Categories: words("National Officers", "General Service", "Professional", "Other"),
		Series: []doc.Series{
			{Label: doc.Words("women"), Values: stats(320, 2100, 460, 12)},
			{Label: doc.Words("men"), Values: stats(300, 2500, 540, 40)},
			{Label: doc.Words("not stated"), Values: stats(3, 90, 0, 900)},
		},
		Source: doc.Words("register of staff, 31\u00a0December 2017"),
	}
}

// bandWide has figures that are wider than a column of the council look.
func bandWide(n int) *doc.KeyFigures {
	k := &doc.KeyFigures{}
	for i := range n {
		v := lang.Number{Value: big.NewRat(int64(1605400000+i), 1), Form: lang.Million, Places: -1, Unit: "USD"}
		if i > 0 {
			v.Unit, v.Value = "people", big.NewRat(28900000, 1)
		}
		k.Of = append(k.Of, doc.KeyFigure{Stat: &doc.Stat{From: "wide", Number: v}, Caption: doc.Words("spent or reached, as the case may be")})
	}
	if n > 2 {
		k.Of[0].Stat = &doc.Stat{From: "missing", Hole: true}
		k.Of[2].Stat.Number.Value = big.NewRat(1234567800000, 1)
	}
	return k
}

// years is a chart of lines, the second of which has a year without a value.
func years(n int) *doc.Chart {
	ch := &doc.Chart{
		Kind: doc.Lines, Title: doc.Words("Movements assisted, by kind"), Unit: doc.Words("Movements"), Source: doc.Words("register of movements"),
		Series: []doc.Series{{Label: doc.Words("voluntary return")}, {Label: doc.Words("resettlement")}},
	}
	for i := range n {
		ch.Categories = append(ch.Categories, doc.Words(strconv.Itoa(2017-n+1+i)))
		ch.Series[0].Values = append(ch.Series[0].Values, stat(int64(72000+(i*i*7919)%9000)))
		ch.Series[1].Values = append(ch.Series[1].Values, stat(int64(77000-(i*7919)%20000)))
	}
	ch.Series[1].Values[1].Hole = true
	return ch
}
