package chart

import (
	"math/big"

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
	x.out.base = b
}

// common is the base that all values of a series have, nil if they differ.
func (x *reader) common(series int) *doc.Stat {
	var out *lang.Number
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
			out = &lang.Number{Value: n.Base, Unit: n.Unit, Places: -1, UnitWords: n.UnitWords, Gender: n.Gender}
			if percent(n) {
				out.Unit = ""
			}
		}
	}
	if out == nil {
		return nil
	}
	return &doc.Stat{Number: *out}
}

// share is the share of a bar in the base; nil if none is printed.
func (d *data) share(b *bar) *doc.Stat {
	v := b.main()
	if d.base == nil || !d.base.shares || v.size == nil {
		return nil
	}
	return &doc.Stat{
		Number: lang.Number{Value: v.size, Base: d.base.size, Form: lang.Share, Places: -1}, From: v.stat.From, At: v.stat.At,
	}
}
