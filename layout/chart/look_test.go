package chart

import (
	"fmt"
	"math/big"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/output/dump"
	"assemble/output/dump/golden"
)

// long is a chart of n bars.
func long(n int) *doc.Chart {
	ch := &doc.Chart{
		Kind: doc.Bars, Title: doc.Words("Offices by number of projects"), Unit: doc.Words("Number of projects"),
		Source: doc.Words("register of projects, 2017"), Series: []doc.Series{{}},
	}
	for i := range n {
		ch.Categories = append(ch.Categories, doc.Words(fmt.Sprintf("Office %d", i+1)))
		ch.Series[0].Values = append(ch.Series[0].Values, stat(int64(1000-i*i/4)))
	}
	return ch
}

// money is a chart in millions, one value of which is missing.
func money() *doc.Chart {
	usd := func(n int64) *doc.Stat {
		return &doc.Stat{From: "budget", Number: lang.Number{Value: big.NewRat(n, 1), Unit: "USD", Form: lang.Million, Places: -1}}
	}
	return &doc.Chart{
		Kind: doc.Bars, Title: doc.Words("Expenditure by region"),
		Categories: words("Middle East and North Africa", "Asia and the Pacific", "Europe, the Caucasus and Central Asia, with the liaison offices at the seats of international organizations", "Other regions", "Africa"),
		Series:     []doc.Series{{Values: []*doc.Stat{usd(152000000), usd(40500000), usd(151900000), usd(200000000), {From: "budget.africa", Hole: true}}}},
		Source:     doc.Words("Financial report, 2017."), Notes: words("Without projects that ended in the year."),
	}
}

// near is a chart whose bars come near to the base, reach it and are nothing.
func near() *doc.Chart {
	ch := health()
	ch.Series = []doc.Series{{Values: stats(0, 111, 110, 105, 99)}}
	return ch
}

func TestLook(t *testing.T) {
	for _, c := range []struct {
		name   string
		style  *style.Style
		lang   string
		charts []*doc.Chart
		bands  []*doc.KeyFigures
		codes  string
	}{
		{"council", style.Council(), "en", []*doc.Chart{health(), twoYears(), women()}, []*doc.KeyFigures{bandOf(4), bandOf(5)}, ""},
		{"cases", style.Council(), "en", []*doc.Chart{money(), near(), long(1)}, []*doc.KeyFigures{bandOf(1), bandWide(2), bandWide(3)}, "band-figure-wide? chart-label-long?"},
		{"second", second(), "fr", []*doc.Chart{near(), twoYears(), women(), money()}, []*doc.KeyFigures{bandOf(2), bandOf(5)}, "chart-label-long?"},
		{"lines", style.Council(), "en", []*doc.Chart{years(6), one(years(4)), few(years(7))}, nil, ""},
		{"sixty", style.Council(), "en", []*doc.Chart{long(60)}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := benchOf(t, c.style, c.lang)
			b.Dest = ""
			var boxes []galley.Box
			for _, k := range c.bands {
				boxes = append(boxes, LayBand(b.Context, k)...)
			}
			for _, ch := range c.charts {
				boxes = append(boxes, Lay(b.Context, ch)...)
			}
			book := b.book(t, boxes)
			show(t, c.name, book)
			golden.Check(t, c.name+".trace", []byte(dump.Trace(book, nil)))
			if got := b.codes(); got != c.codes {
				t.Errorf("reported %q, want %q", got, c.codes)
			}
		})
	}
}

// one keeps the first series.
func one(ch *doc.Chart) *doc.Chart {
	ch.Series = ch.Series[:1]
	return ch
}

// few makes small numbers of a chart.
func few(ch *doc.Chart) *doc.Chart {
	for s := range ch.Series {
		for i := range ch.Series[s].Values {
			ch.Series[s].Values[i] = stat(int64(s + i*(1-s)*3))
		}
	}
	return ch
}
