package chart

import (
	"math/big"

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
	series [][]doc.Inline // labels, in the order in which they are drawn
	base   *base          // nil if there is none
	end    *big.Rat       // value at the end of the field, more than 0
	whole  bool           // the parts of each stacked bar are a hundred per cent, or its base
	unit   []doc.Inline
	notes  [][]doc.Inline
}

// bar is one category.
type bar struct {
	label  []doc.Inline
	name   string  // label as plain text
	values []value // one a series
	total  *value  // of a stacked bar
	rank   int     // residual answers come last
}

// main is the value whose share is printed, and that a bar is ordered by unless
// the parts of all bars are a whole.
func (b *bar) main() *value {
	if b.total != nil {
		return b.total
	}
	return &b.values[0]
}

// all are the values that are printed at the bar.
func (b *bar) all() []*value {
	var out []*value
	for i := range b.values {
		out = append(out, &b.values[i])
	}
	if b.total != nil {
		out = append(out, b.total)
	}
	return out
}

// measured are the values that have a size. Where a total is not known, the sum
// of the parts that are stands for it.
func (b *bar) measured() []*value {
	var out []*value
	for _, v := range b.all() {
		if v.size != nil {
			out = append(out, v)
		}
	}
	if b.total != nil && b.total.size == nil && len(out) > 0 {
		out = append(out, &value{stat: summed(out[0].stat.Number, b.known()), size: b.known()})
	}
	return out
}

// summed is a sum as a figure, of numbers such as n.
func summed(n lang.Number, size *big.Rat) *doc.Stat {
	if percent(n) {
		n.Unit, n.Form, n.Base = lang.Percent, lang.Figure, nil
	}
	n.Value = size
	return &doc.Stat{Number: n}
}

// partial are the sums of the values up to each; what is not known adds nothing.
func (b *bar) partial() []*big.Rat {
	var out []*big.Rat
	sum := new(big.Rat)
	for _, v := range b.values {
		if v.size != nil {
			sum = new(big.Rat).Add(sum, v.size)
		}
		out = append(out, sum)
	}
	return out
}

// known is the sum of the values that are known.
func (b *bar) known() *big.Rat {
	sums := b.partial()
	return sums[len(sums)-1]
}

// value is one number of a bar.
type value struct {
	stat *doc.Stat
	size *big.Rat // nil when it is not known; then no bar is drawn
}

// base is what the values are parts of.
type base struct {
	stat   *doc.Stat
	size   *big.Rat // where its line stands; nil when it is not known
	shares bool     // the values are counts, whose shares are printed
	// other is the base of the second series where it has another one; then no
	// line is drawn, for it would be wrong of half the bars.
	other *doc.Stat
}

// blank is a value that is not known, with what is known of where it belongs.
func blank(s *doc.Stat) value {
	v := doc.Stat{Hole: true}
	if s != nil {
		v.Fact, v.From, v.At = s.Fact, s.From, s.At
	}
	return value{stat: &v}
}

// plain is a run as text, its figures as they stand in a chart.
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

// numeric turns a form that prints words into one that prints figures.
func numeric(f lang.Form) lang.Form {
	switch f {
	case lang.Share, lang.Million, lang.Thousand:
		return f
	}
	return lang.Figure
}

// percent says that a number is a percentage.
func percent(n lang.Number) bool { return n.Unit == lang.Percent || n.Form == lang.Share }

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
