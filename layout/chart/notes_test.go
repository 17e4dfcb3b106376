package chart

import (
	"math/big"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

func TestNotes(t *testing.T) {
	of := func(base int64, v ...int64) []*doc.Stat {
		out := stats(v...)
		for _, s := range out {
			s.Number.Base = big.NewRat(base, 1)
		}
		return out
	}
	for _, c := range []struct {
		name   string
		change func(*doc.Chart)
		want   string
	}{
		{
			"one answer", func(c *doc.Chart) { c.Series[0].Values = stats(10, 20, 30, 40, 11) },
			"Base:|111|offices active in migration health.|Source: questionnaire to offices, 2017.",
		},
		{
			"several answers", func(*doc.Chart) {},
			"Base:|111|offices active in migration health; more than one answer possible.|Source: questionnaire to offices, 2017.",
		},
		{
			"several questions", func(c *doc.Chart) { c.Mixed = true },
			"Base:|111|offices active in migration health.|Source: questionnaire to offices, 2017.",
		},
		{
			"a base of its values", func(c *doc.Chart) { c.Denom, c.Series[0].Values = nil, of(90, 1, 2, 3, 4, 5) },
			"Base:|90|offices.|Source: questionnaire to offices, 2017.",
		},
		{
			"bases that differ", func(c *doc.Chart) { c.Denom, c.Series[0].Values = nil, append(of(90, 1, 2, 3, 4), of(80, 5)...) },
			"Source: questionnaire to offices, 2017.",
		},
		{"a base for each year", func(c *doc.Chart) {
			*c = *twoYears()
			c.Denom, c.Series[0].Values, c.Series[1].Values = nil, of(80, 5, 4, 3, 2, 1), of(90, 1, 2, 3, 4, 5)
		}, "Base:|90|offices (2017) and|80|offices (2016).|Source: questionnaire to offices, 2017."},
		{"a base of percentages", func(c *doc.Chart) {
			c.Denom, c.Series[0].Values = nil, of(90, 1, 2, 3, 4, 5)
			for _, v := range c.Series[0].Values {
				v.Number.Unit, v.Number.UnitWords = lang.Percent, lang.Noun{}
			}
		}, "Base|90|.|Source: questionnaire to offices, 2017."},
		{"a base of percentages that is known", func(c *doc.Chart) {
			c.Denom, c.Series[0].Values = nil, of(90, 1, 2, 3, 4, 5)
			for _, v := range c.Series[0].Values {
				v.Number.Unit, v.Number.UnitWords, v.Number.BaseWords = lang.Percent, lang.Noun{}, lang.Noun{Singular: "country", Plural: "countries"}
			}
		}, "Base:|90|countries.|Source: questionnaire to offices, 2017."},
		{
			"a base of lines", func(c *doc.Chart) { c.Kind, c.Categories = doc.Lines, words("a", "b", "c", "d", "e") },
			"Base:|111|offices active in migration health.|Source: questionnaire to offices, 2017.",
		},
		{"a base not known", func(c *doc.Chart) { c.Denom.Hole = true }, "Base|[…]|.|Source: questionnaire to offices, 2017."},
		{"of its own", func(c *doc.Chart) {
			c.Denom, c.Notes, c.Source = nil, words("Without headquarters.", ""), doc.Words("the register!")
		}, "Without headquarters.|Source: the register!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			ch := health()
			c.change(ch)
			boxes := Lay(b.Context, ch)
			if got := texts(boxes[2:]); got != c.want {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
			if all := b.codes(); all != "" {
				t.Errorf("reported %s", all)
			}
		})
	}
}

func TestUnitLine(t *testing.T) {
	for _, c := range []struct {
		name, lang string
		change     func(*lang.Number)
		denom      bool
		want       string
	}{
		{"counts", "en", func(*lang.Number) {}, false, "Number of offices"},
		{"counts with shares", "en", func(*lang.Number) {}, true, "Number of offices, and share of the base in per cent"},
		{"in French", "fr", func(*lang.Number) {}, false, "Nombre d’offices"},
		{"money", "en", func(n *lang.Number) { n.Unit, n.UnitWords = "USD", lang.Noun{} }, false, "USD"},
		{"millions", "en", func(n *lang.Number) { n.Unit, n.UnitWords, n.Form = "USD", lang.Noun{}, lang.Million }, false, "USD million"},
		{"per cent", "en", func(n *lang.Number) { n.Unit, n.UnitWords = lang.Percent, lang.Noun{} }, false, ""},
		{"per cent of a kind", "en", func(n *lang.Number) {
			n.Unit, n.UnitWords, n.BaseWords = lang.Percent, lang.Noun{}, lang.Noun{Singular: "office", Plural: "offices"}
		}, false, "Per cent of offices"},
		{"shares of counts", "fr", func(n *lang.Number) { n.Form, n.Base = lang.Share, big.NewRat(100, 1) }, false, "Pourcentage des offices"},
		{"millions of people", "en", func(n *lang.Number) { n.Form = lang.Million }, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ch := health()
			ch.Unit = nil
			if !c.denom {
				ch.Denom = nil
			}
			for _, v := range ch.Series[0].Values {
				c.change(&v.Number)
			}
			l := lang.For(c.lang)
			if got := plain(l, read(l, ch, &source.Reporter{}).unit); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAlt(t *testing.T) {
	b := newBench(t)
	short := func(ch *doc.Chart) *doc.Chart {
		ch.Categories = ch.Categories[:2]
		for i := range ch.Series {
			ch.Series[i].Values = ch.Series[i].Values[:2]
		}
		return ch
	}
	missing := short(money())
	missing.Series[0].Values[0] = &doc.Stat{Hole: true}
	share := short(health())
	for i, v := range share.Series[0].Values {
		v.Number.Base, v.Number.Form = big.NewRat(111, 1), lang.Share
		share.Series[0].Values[i] = v
	}
	for _, c := range []struct {
		chart *doc.Chart
		want  string
	}{
		{short(health()), "Bar chart: Number of offices active in migration health, by nature of activity. " +
			"Advocacy for migrant-sensitive services: 83 of 111. Vaccination: 40 of 111."},
		{short(twoYears()), "Grouped bar chart: Number of offices active in migration health, by nature of activity. " +
			"Advocacy for migrant-sensitive services: 2017: 83 of 111, 2016: 80. Vaccination: 2017: 40 of 111, 2016: 38."},
		{short(women()), "Stacked bar chart: Staff by category and sex. " +
			"General Service: women: 2,100, men: 2,500, not stated: 90. National Officers: women: 320, men: 300, not stated: 3."},
		{short(years(3)), "Line chart: Movements assisted, by kind. " +
			"2015: voluntary return: 72,000, resettlement: 77,000. 2016: voluntary return: 79,919, resettlement: […]."},
		{missing, "Bar chart: Expenditure by region. Asia and the Pacific: USD\u00a040.5\u00a0million. Middle East and North Africa: […]."},
		{share, "Bar chart: Number of offices active in migration health, by nature of activity. " +
			"Advocacy for migrant-sensitive services: 75%. Vaccination: 36%."},
	} {
		if got := Alt(b.Lang, c.chart); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
