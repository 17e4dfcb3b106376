package chart

import (
	"math/big"
	"slices"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// base finds what the values are parts of: the base of the chart, or the one
// that all its values have. None is drawn without a base if there is one.
func (x *reader) base() {
	s := x.ch.Denom
	if s == nil {
		s = x.common(0)
	}
	if s == nil {
		return
	}
	if s.Hole || s.Number.Value == nil {
		x.out.base = &base{stat: blank(s).stat}
		return
	}
	stat := *s
	stat.Number.Form = numeric(stat.Number.Form)
	b := &base{stat: &stat, shares: true}
	size, err := magnitude(stat.Number)
	if err != nil || size.Sign() <= 0 {
		x.r.Error("chart-base", x.at(s), "the base of a chart must be more than zero", "correct the fact that is its base, or leave the base out")
		return
	}
	b.size = size
	x.each(func(v *value) {
		if percent(v.stat.Number) { // drawn against the whole
			b.size, b.shares = big.NewRat(100, 1), false
		}
	})
	if x.ch.Kind == doc.Lines { // a base changes from year to year
		b.size, b.shares = nil, false
	}
	if other := x.other(); other != nil && other.Number.Value.Cmp(stat.Number.Value) != 0 {
		b.other = other
	}
	x.out.base = b
}

// other is the base of the second series, nil if there is none that follows from
// its values.
func (x *reader) other() *doc.Stat {
	if x.ch.Denom != nil || x.ch.Kind != doc.GroupedBars {
		return nil
	}
	return x.common(1)
}

// common is the base that all values of a series have, nil if they differ.
func (x *reader) common(series int) *doc.Stat {
	var out *lang.Number
	var first *doc.Stat
	for _, b := range x.out.bars {
		if series >= len(b.values) {
			return nil
		}
		v := b.values[series]
		if v.size == nil {
			continue
		}
		n := v.stat.Number
		if n.Base == nil || out != nil && n.Base.Cmp(out.Value) != 0 {
			return nil
		}
		if out == nil {
			first = v.stat
			out = &lang.Number{Value: n.Base, Unit: n.Unit, Places: -1, UnitWords: n.UnitWords, Gender: n.Gender}
			if n.Unit == lang.Percent {
				out.Unit, out.UnitWords = "", n.BaseWords
			}
		}
	}
	if out == nil {
		return nil
	}
	return &doc.Stat{Number: *out, From: first.From.Base(), At: first.At}
}

// Derived are the figures that a chart prints beside its values: totals, shares
// and bases.
func Derived(l *lang.Table, ch *doc.Chart) []*doc.Stat {
	d := read(l, ch, &source.Reporter{})
	var out []*doc.Stat
	if d.base != nil {
		out = append(out, d.base.stat, d.base.other)
	}
	for i := range d.bars {
		b := &d.bars[i]
		if b.total != nil {
			out = append(out, b.total.stat)
		}
		out = append(out, d.shares(b)...)
	}
	out = append(out, d.pointBases()...)
	return slices.DeleteFunc(out, func(s *doc.Stat) bool { return s == nil })
}

// pointBases are the bases of the points of a line, where each has one and they
// are not the same: a count can rise because more were asked.
func (d *data) pointBases() []*doc.Stat {
	if d.ch.Kind != doc.Lines || len(d.series) != 1 || d.base != nil {
		return nil
	}
	var out []*doc.Stat
	for i := range d.bars {
		v := &d.bars[i].values[0]
		base := d.of(&d.bars[i], v)
		if base == nil {
			return nil
		}
		out = append(out, &doc.Stat{Number: lang.Number{Value: base, Form: lang.Figure, Places: -1}, From: v.stat.From.Base(), At: v.stat.At})
	}
	return out
}

// of is what a value is a part of: the base of the chart for what it is about,
// for another series, such as the year before, its own. It is nil if that is
// not known.
func (d *data) of(b *bar, v *value) *big.Rat {
	switch {
	case v.size == nil:
		return nil
	case d.ch.Kind == doc.Lines:
		return v.stat.Number.Base
	case d.base == nil:
		return nil
	case v == b.main() || b.total != nil:
		return d.base.size
	case percent(v.stat.Number):
		return big.NewRat(100, 1)
	}
	return v.stat.Number.Base
}

// shares are the shares of the bars of a row, nil for one of which none is
// printed. The parts of a whole have one together.
func (d *data) shares(b *bar) []*doc.Stat {
	var out []*doc.Stat
	for i := range b.values {
		v := &b.values[i]
		if b.total != nil {
			v = b.total
		}
		out = append(out, d.share(b, v, b.total != nil && i > 0))
	}
	return out
}

// share is the share of a value. Bars of shares of different bases have their
// bases in its place.
func (d *data) share(b *bar, v *value, again bool) *doc.Stat {
	n, from := lang.Number{Value: v.size, Base: d.of(b, v), Form: lang.Share, Places: -1}, v.stat.From
	switch {
	case again:
		return nil
	case d.bases():
		n, from = lang.Number{Value: b.values[0].stat.Number.Base, Form: lang.Figure, Places: -1}, b.values[0].stat.From.Base()
	case n.Base == nil || d.base == nil || !d.base.shares:
		return nil
	}
	return &doc.Stat{Number: n, From: from, At: v.stat.At}
}

// bases says that each bar is a whole of its own, and the wholes differ.
func (d *data) bases() bool {
	return d.base == nil && d.whole && !slices.ContainsFunc(d.bars, func(b bar) bool { return b.values[0].stat.Number.Base == nil })
}

// allShares says that each series has shares, so that the head of their column
// need not say whose they are.
func (d *data) allShares() bool {
	for i := range d.bars {
		if b := &d.bars[i]; b.total == nil {
			for j := range b.values {
				if v := &b.values[j]; v.size != nil && d.of(b, v) == nil {
					return false
				}
			}
		}
	}
	return true
}
