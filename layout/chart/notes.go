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
	if len(d.unit) > 0 {
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
	scaled := n.Form == lang.Million || n.Form == lang.Thousand
	switch {
	case percent(*n):
		// The sign stands at each value.
	case what != "" && !scaled && d.base != nil && d.base.shares:
		d.unit = fill(w.CountAndShare, doc.Words(what))
	case what != "" && !scaled:
		d.unit = fill(w.NumberOf, doc.Words(what))
	case n.Form == lang.Million && what == "" && n.Unit != "":
		d.unit = fill(w.MillionsOf, doc.Words(n.Unit))
	case n.Unit != "" && n.Unit != lang.Points && !scaled:
		d.unit = doc.Words(n.Unit)
	default:
		x.r.Warn("chart-unit", x.ch.At, "nothing says what the chart counts, and in which scale", "add unit: … to the chart, or a unit to its facts")
	}
}

// notes are the base with its terms, the chart's own notes and the source.
func (x *reader) notes() {
	d := x.out
	if d.base != nil {
		d.notes = append(d.notes, stopped(x.l, x.baseNote()))
		if s := x.common(1); s != nil && x.ch.Denom == nil && s.Number.Value.Cmp(d.base.stat.Number.Value) != 0 {
			w := x.l.Strings()
			d.notes = append(d.notes, stopped(x.l, fill(w.Comparator, d.series[1], fill(w.Base, []doc.Inline{s}))))
		}
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
	d.notes = append(d.notes, stopped(x.l, fill(x.l.Strings().SourceLine, x.ch.Source)))
}

// baseNote says what the base is, and what must be known to read it.
func (x *reader) baseNote() []doc.Inline {
	w, s := x.l.Strings(), x.out.base.stat
	note := fill(w.Base, []doc.Inline{s})
	if noun := x.l.Noun(s.Number.UnitWords, s.Number.Value); noun != "" {
		note = fill(w.BaseNote, []doc.Inline{s}, doc.Words(noun))
	}
	if x.several() {
		note = fill(w.Clauses, note, doc.Words(w.MoreThanOne))
	}
	return note
}

// several says that more than one answer was given: the answers outnumber the
// base.
func (x *reader) several() bool {
	d := x.out
	if d.base.size == nil || x.ch.Kind == doc.Lines {
		return false
	}
	sum := new(big.Rat)
	for i := range d.bars {
		if v := d.bars[i].main(); v.size != nil {
			sum.Add(sum, v.size)
		}
	}
	return sum.Cmp(d.base.size) > 0
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
