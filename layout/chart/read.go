package chart

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// reader checks a chart and turns it into data.
type reader struct {
	l   *lang.Table
	ch  *doc.Chart
	r   *source.Reporter
	out *data
}

// read makes a chart ready, reporting what is wrong with it. What can be drawn
// is drawn all the same: a draft shows as much as there is.
func read(l *lang.Table, ch *doc.Chart, r *source.Reporter) *data {
	x := &reader{l: l, ch: ch, r: r, out: &data{ch: ch}}
	order := x.series()
	for i, label := range ch.Categories {
		b := bar{label: label, name: plain(l, label)}
		b.rank = x.rank(b.name)
		for _, s := range order {
			b.values = append(b.values, x.value(s, i))
		}
		x.out.bars = append(x.out.bars, b)
	}
	if len(order) == 0 || len(x.out.bars) == 0 {
		if len(ch.Series) == 0 || len(x.out.bars) == 0 {
			x.fault("chart-empty", "the chart has no values", "give it categories and at least one series")
		}
		x.out.bars = nil
	}
	x.forms()
	x.totals()
	x.base()
	x.whole()
	x.end()
	x.places()
	x.sort()
	x.unit()
	x.notes()
	return x.out
}

func (x *reader) fault(code source.Code, message, fix string) {
	x.r.Error(code, x.ch.At, message, fix)
}

// at is the place of a figure, or of the chart when that is not known.
func (x *reader) at(s *doc.Stat) source.Span {
	if s.At.Start.Known() {
		return s.At
	}
	return x.ch.At
}

// most says how many series each kind shows: as many as differ in print.
func most(k doc.ChartKind) int {
	switch k {
	case doc.Bars:
		return 1
	case doc.GroupedBars, doc.Lines:
		return 2
	case doc.StackedBars:
		return 3
	}
	return 0
}

// series returns the series in the order in which they are drawn.
func (x *reader) series() []doc.Series {
	order := slices.Clone(x.ch.Series)
	n := most(x.ch.Kind)
	switch {
	case n == 0:
		x.fault("chart-kind", "charts of this kind cannot be drawn", "use kind: bars, grouped-bars, stacked or line")
		return nil
	case len(order) > n:
		x.fault("chart-series", fmt.Sprintf("the chart has %d series, and its kind shows %d at most", len(order), n), "leave some out, or use another kind")
		order = order[:n]
	}
	for i, s := range order {
		if len(s.Values) != len(x.ch.Categories) {
			x.fault("chart-series", fmt.Sprintf("series %d has %d values, and the chart has %d categories", i+1, len(s.Values), len(x.ch.Categories)),
				"give each series a value for each category")
		}
	}
	if x.ch.Kind == doc.GroupedBars {
		slices.SortStableFunc(order, x.laterFirst)
	}
	for _, s := range order {
		x.out.series = append(x.out.series, s.Label)
	}
	return order
}

// laterFirst puts the reported year before the year before it; series that are
// not named by years stay as they are.
func (x *reader) laterFirst(a, b doc.Series) int {
	p, err1 := strconv.Atoi(plain(x.l, a.Label))
	q, err2 := strconv.Atoi(plain(x.l, b.Label))
	if err1 != nil || err2 != nil {
		return 0
	}
	return cmp.Compare(q, p)
}

// value reads one number.
func (x *reader) value(s doc.Series, i int) value {
	if i >= len(s.Values) || s.Values[i] == nil {
		return blank(nil)
	}
	if s.Values[i].Hole || s.Values[i].Number.Value == nil {
		return blank(s.Values[i])
	}
	v := *s.Values[i]
	v.Number.Form = numeric(v.Number.Form)
	size, err := magnitude(v.Number)
	if err != nil {
		x.r.Error("chart-value", x.at(&v), "a value cannot be drawn: "+err.Error(), "correct the fact")
		return blank(&v)
	}
	if size.Sign() < 0 {
		x.r.Error("chart-negative", x.at(&v), fmt.Sprintf("%s is below zero, and a chart begins at zero", printed(x.l, &v)), "show this series in a table")
		size = new(big.Rat)
	}
	return value{stat: &v, size: size}
}

// forms sees to it that all values are of one kind: the head of a chart names
// one unit, and one scale, for all.
func (x *reader) forms() {
	var first *lang.Number
	told := false
	x.each(func(v *value) {
		n := &v.stat.Number
		if first == nil {
			first = n
		}
		if !percent(*first) && !percent(*n) {
			n.Form = first.Form
		}
		if !told && (percent(*first) != percent(*n) || first.Unit != n.Unit && !percent(*n)) {
			told = true
			x.r.Error("chart-units", x.at(v.stat), fmt.Sprintf("the chart shows %s beside %s", unitName(*n), unitName(*first)), "draw a chart for each")
		}
	})
}

func unitName(n lang.Number) string {
	switch {
	case percent(n):
		return "percentages"
	case n.Unit == "":
		return "numbers without a unit"
	}
	return n.Unit
}

// totals adds up the parts of stacked bars.
func (x *reader) totals() {
	if x.ch.Kind != doc.StackedBars {
		return
	}
	for i := range x.out.bars {
		b := &x.out.bars[i]
		sum := value{size: new(big.Rat)}
		var like lang.Number
		var of []source.Key
		for _, v := range b.values {
			if v.size == nil {
				sum.size = nil
				break
			}
			like, of = v.stat.Number, append(of, v.stat.From)
			sum.size.Add(sum.size, v.size)
		}
		if sum.size == nil {
			sum = blank(nil)
		} else {
			sum.stat = summed(like, sum.size)
			sum.stat.From, sum.stat.At = source.SumOf(of...), b.values[0].stat.At
		}
		b.total = &sum
	}
}

// whole finds out whether the parts of each stacked bar are all of it: a hundred
// per cent, or the base.
func (x *reader) whole() {
	d := x.out
	if x.ch.Kind != doc.StackedBars || len(d.bars) == 0 {
		return
	}
	for i := range d.bars {
		t, all := d.bars[i].total, big.NewRat(100, 1)
		if t.size == nil {
			return
		}
		if !percent(t.stat.Number) {
			if d.base == nil || d.base.size == nil {
				return
			}
			all = d.base.size
		}
		if t.size.Cmp(all) != 0 {
			return
		}
	}
	d.whole = true
	if d.base != nil {
		d.base.shares = false // each would be 100 per cent
	}
}

// end finds the value at the end of the field, and with it what exceeds a base.
func (x *reader) end() {
	d := x.out
	d.end = new(big.Rat)
	if d.base != nil && d.base.size != nil {
		d.end = d.base.size
	}
	for i := range d.bars {
		for _, v := range d.bars[i].measured() {
			if v.size.Cmp(d.end) > 0 {
				d.end = v.size
			}
			if base := d.of(&d.bars[i], v); base != nil && base.Sign() > 0 && v.size.Cmp(base) > 0 {
				x.overBase(d.bars[i].name, v, base)
			}
		}
	}
	if d.end.Sign() == 0 {
		d.end = big.NewRat(1, 1) // all bars are of no length
	}
}

func (x *reader) overBase(name string, v *value, base *big.Rat) {
	of := doc.Stat{Number: lang.Number{Value: base, Form: lang.Figure, Places: -1}}
	if percent(v.stat.Number) {
		of.Number.Unit = lang.Percent
	}
	x.r.Error("chart-over-base", x.at(v.stat), fmt.Sprintf("%q is %s, more than its base of %s", name, printed(x.l, v.stat), printed(x.l, &of)),
		"correct the value or the base")
}

// each calls fn with each value that is known.
func (x *reader) each(fn func(*value)) {
	for i := range x.out.bars {
		for _, v := range x.out.bars[i].all() {
			if v.size != nil {
				fn(v)
			}
		}
	}
}
