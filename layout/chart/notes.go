package chart

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// unit is the line under the title. Where the manuscript has none it is made
// from what the values count.
func (x *reader) unit() {
	d := x.out
	d.unit = x.ch.Unit
	if len(d.unit) > 0 || len(d.bars) == 0 {
		return
	}
	var n *lang.Number
	x.each(func(v *value) {
		if n == nil {
			n = &v.stat.Number
		}
	})
	if n == nil {
		return
	}
	w, what := x.l.Strings(), n.UnitWords.Plural
	switch {
	case n.Form == lang.Million && what == "" && n.Unit != "":
		d.unit = fill(w.MillionsOf, doc.Words(n.Unit))
	case what != "" && d.base != nil:
		d.unit = fill(w.CountAndShare, doc.Words(what))
	case what != "":
		d.unit = fill(w.NumberOf, doc.Words(what))
	case n.Unit == lang.Percent || n.Form == lang.Share:
		// The sign stands at each value.
	default:
		x.r.Warn("chart-unit", x.ch.At, "nothing says what the chart counts", "add unit: … to the chart, or a unit to its facts")
	}
}

// notes are the base with its terms, the chart's own notes and the source.
func (x *reader) notes() {
	d, w := x.out, x.l.Strings()
	if d.base != nil {
		n := &d.base.Number
		note := fill(w.BaseNote, []doc.Inline{d.base}, doc.Words(x.l.Noun(n.UnitWords, n.Value)))
		if x.several() {
			note = fill(w.Clauses, note, doc.Words(w.MoreThanOne))
		}
		d.notes = append(d.notes, stopped(x.l, note))
	}
	for _, n := range x.ch.Notes {
		if len(n) > 0 {
			d.notes = append(d.notes, n)
		}
	}
	if len(x.ch.Source) == 0 {
		x.r.Warn("chart-source", x.ch.At, "the chart does not say where its values are from", "add source: … to the chart")
		return
	}
	d.notes = append(d.notes, stopped(x.l, fill(w.SourceLine, x.ch.Source)))
}

// several says that more than one answer was given: the answers outnumber the
// base.
func (x *reader) several() bool {
	sum := new(big.Rat)
	for _, b := range x.out.bars {
		if v := b.values[0]; v.size != nil {
			sum.Add(sum, v.size)
		}
	}
	return sum.Cmp(x.out.base.Number.Value) > 0
}

// fill puts inlines into a pattern of package lang.
func fill(pattern string, args ...[]doc.Inline) []doc.Inline {
	var out []doc.Inline
	for i, part := range strings.Split(pattern, "%s") {
		if i > 0 && i <= len(args) {
			out = append(out, args[i-1]...)
		}
		if part != "" {
			out = append(out, &doc.Text{S: part})
		}
	}
	return out
}

// stopped ends a note with a full stop unless it has one.
func stopped(l *lang.Table, in []doc.Inline) []doc.Inline {
	text := strings.TrimRight(plain(l, in), " \u00a0")
	if r, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".!?…", r) {
		return in
	}
	return append(in[:len(in):len(in)], &doc.Text{S: "."})
}
