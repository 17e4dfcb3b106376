package chart

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Numbers of a chart are printed as in tables, those of its notes too: a base
// must read alike at its line and in the note.
const (
	valuePlace = lang.InChart
	notePlace  = lang.InChart
)

// hole is what is printed where a value is missing in a draft.
const hole = "[…]"

// data is a chart made ready to be drawn: checked, in order, with one number of
// decimals.
type data struct {
	ch     *doc.Chart
	bars   []bar
	series [][]doc.Inline // labels, in the order in which bars are drawn
	base   *doc.Stat      // nil if there is none that can be drawn
	end    *big.Rat       // value at the end of the field, more than 0
	unit   []doc.Inline
	notes  [][]doc.Inline
}

// bar is one category.
type bar struct {
	label  []doc.Inline
	name   string // label as plain text
	values []value
	rank   int // residual answers come last
}

// value is one number of a bar.
type value struct {
	stat *doc.Stat
	size *big.Rat // nil when nothing is known; then no bar is drawn
}

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
	x.base()
	order := x.series()
	for i, label := range ch.Categories {
		b := bar{label: label, name: x.plain(label)}
		b.rank = x.rank(b.name)
		for _, s := range order {
			b.values = append(b.values, x.value(s, i))
		}
		x.out.bars = append(x.out.bars, b)
	}
	if len(order) == 0 || len(x.out.bars) == 0 {
		x.fault("chart-empty", "the chart has no values", "give it categories and at least one series")
		x.out.bars = nil
	}
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
	if s != nil && s.At.Start.Known() {
		return s.At
	}
	return x.ch.At
}

func (x *reader) plain(in []doc.Inline) string { return plain(x.l, in) }

func plain(l *lang.Table, in []doc.Inline) string {
	return doc.Plain(in, func(s *doc.Stat) string { return printed(l, s) })
}

// printed is a figure as it stands in a chart.
func printed(l *lang.Table, s *doc.Stat) string {
	if s.Hole {
		return hole
	}
	return l.Format(s.Number, valuePlace)
}

// most says how many series each kind shows; look of more would need a legend.
func most(k doc.ChartKind) int {
	switch k {
	case doc.Bars:
		return 1
	case doc.GroupedBars:
		return 2
	}
	return 0
}

// series returns the series in the order in which they are drawn: the reported
// year first where the labels are years, else as written.
func (x *reader) series() []doc.Series {
	order := slices.Clone(x.ch.Series)
	n := most(x.ch.Kind)
	switch {
	case n == 0:
		x.fault("chart-kind", "charts of this kind cannot be drawn", "use kind: bars or kind: grouped-bars")
		return nil
	case len(order) > n:
		x.fault("chart-series", fmt.Sprintf("the chart has %d series, and its kind shows %d", len(order), n), "leave some out, or use another kind")
		order = order[:n]
	}
	for i, s := range order {
		if len(s.Values) != len(x.ch.Categories) {
			x.fault("chart-series", fmt.Sprintf("series %d has %d values and the chart %d categories", i+1, len(s.Values), len(x.ch.Categories)),
				"give each series a value for each category")
		}
	}
	year := func(s doc.Series) int {
		n, err := strconv.Atoi(x.plain(s.Label))
		if err != nil {
			return 0
		}
		return n
	}
	slices.SortStableFunc(order, func(a, b doc.Series) int {
		if p, q := year(a), year(b); p > 0 && q > 0 {
			return cmp.Compare(q, p)
		}
		return 0
	})
	for _, s := range order {
		x.out.series = append(x.out.series, s.Label)
	}
	return order
}

// value reads one number.
func (x *reader) value(s doc.Series, i int) value {
	if i >= len(s.Values) || s.Values[i] == nil || s.Values[i].Hole || s.Values[i].Number.Value == nil {
		v := doc.Stat{Hole: true}
		if i < len(s.Values) && s.Values[i] != nil {
			v.Fact, v.From, v.At = s.Values[i].Fact, s.Values[i].From, s.Values[i].At
		}
		return value{stat: &v}
	}
	v := *s.Values[i]
	v.Number.Form = numeric(v.Number.Form)
	size, err := magnitude(v.Number)
	if err != nil {
		x.r.Error("chart-value", x.at(&v), "a value cannot be drawn: "+err.Error(), "correct the fact")
		v.Hole = true
		return value{stat: &v}
	}
	if size.Sign() < 0 {
		x.r.Error("chart-negative", x.at(&v), fmt.Sprintf("%s is below zero, and bars begin at zero", printed(x.l, &v)), "show this series in a table")
		size = new(big.Rat)
	}
	return value{stat: &v, size: size}
}

// numeric turns a form that prints words into one that prints figures.
func numeric(f lang.Form) lang.Form {
	switch f {
	case lang.Share, lang.Million, lang.Thousand:
		return f
	}
	return lang.Figure
}

// magnitude is what a number measures: the per cent of a share, else its value.
func magnitude(n lang.Number) (*big.Rat, error) {
	if err := n.Check(); err != nil {
		return nil, err
	}
	if n.Form != lang.Share || n.Unit == lang.Percent {
		return n.Value, nil
	}
	v := new(big.Rat).Quo(n.Value, n.Base)
	return v.Mul(v, big.NewRat(100, 1)), nil
}

// base reads the base.
func (x *reader) base() {
	s := x.ch.Denom
	if s == nil || s.Hole || s.Number.Value == nil {
		return
	}
	b := *s
	b.Number.Form = numeric(b.Number.Form)
	size, err := magnitude(b.Number)
	if err != nil || size.Sign() <= 0 {
		x.r.Error("chart-base", x.at(s), "the base of a chart must be more than zero", "correct the fact that is its base, or leave the base out")
		return
	}
	x.out.base = &b
}

// end finds the value at the end of the field, and with it what exceeds a base.
func (x *reader) end() {
	d := x.out
	d.end = new(big.Rat)
	for _, b := range d.bars {
		for _, v := range b.values {
			if v.size == nil {
				continue
			}
			if v.size.Cmp(d.end) > 0 {
				d.end = v.size
			}
			if d.base != nil && v.size.Cmp(d.base.Number.Value) > 0 {
				x.r.Error("chart-over-base", x.at(v.stat), fmt.Sprintf("%q is %s, more than its base of %s", b.name, printed(x.l, v.stat), printed(x.l, d.base)),
					"correct the value or the base")
			}
		}
	}
	if d.base != nil && d.base.Number.Value.Cmp(d.end) > 0 {
		d.end = d.base.Number.Value
	}
	if d.end.Sign() == 0 {
		d.end = big.NewRat(1, 1) // all bars are of no length
	}
}

// places gives all values the same number of decimals.
func (x *reader) places() {
	sign := x.l.Profile(valuePlace).Decimal
	places := 0
	x.each(func(v *value) {
		if _, frac, ok := strings.Cut(x.l.Parts(v.stat.Number, valuePlace).Figure, sign); ok {
			places = max(places, utf8.RuneCountInString(frac))
		}
	})
	x.each(func(v *value) { v.stat.Number.Places = places })
}

// each calls fn with each value that is known.
func (x *reader) each(fn func(*value)) {
	for i := range x.out.bars {
		for j := range x.out.bars[i].values {
			if v := &x.out.bars[i].values[j]; v.size != nil {
				fn(v)
			}
		}
	}
}

// rank puts answers such as "other" and "none" behind the rest. They are told
// by their first word, as the language has it.
func (x *reader) rank(name string) int {
	w := x.l.Strings()
	for i, word := range []string{w.OtherAnswers, w.NoneOfThese} {
		if len(name) < len(word) || !strings.EqualFold(name[:len(word)], word) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name[len(word):]); !unicode.IsLetter(r) {
			return i + 1
		}
	}
	return 0
}

// sort puts the longest bar first; what is not known comes after what is, and
// names decide between equal bars.
func (x *reader) sort() {
	collate := x.l.Collator()
	slices.SortStableFunc(x.out.bars, func(a, b bar) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), longer(a.values[0].size, b.values[0].size), collate(a.name, b.name))
	})
}

func longer(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return b.Cmp(a)
}
