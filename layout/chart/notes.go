package chart

import (
	"math/big"
	"slices"
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
		// The sign stands at each value; of what it is, is said if it is known.
		of := n.BaseWords.Plural
		if n.Unit != lang.Percent {
			of = what
		}
		if of != "" {
			d.unit = doc.Fill(w.PerCentOf, doc.Words(of))
		}
	case what != "" && !scaled && d.base != nil && d.base.shares:
		d.unit = doc.Fill(x.l.Elided(w.CountAndShare, what), doc.Words(what))
	case what != "" && !scaled:
		d.unit = doc.Fill(x.l.Elided(w.NumberOf, what), doc.Words(what))
	case n.Form == lang.Million && what == "" && n.Unit != "":
		d.unit = doc.Fill(w.MillionsOf, doc.Words(n.Unit))
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
	}
	if d.whole && x.rounded() {
		d.notes = append(d.notes, doc.Words(x.l.Strings().RoundingNote))
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
	d.notes = append(d.notes, stopped(x.l, doc.Fill(x.l.Strings().SourceLine, x.ch.Source)))
}

// rounded says that the printed parts of a bar do not add up to it.
func (x *reader) rounded() bool {
	return slices.ContainsFunc(x.out.bars, func(b bar) bool {
		sum := new(big.Rat)
		for _, v := range b.values {
			if p, ok := x.l.Printed(v.stat.Number); ok {
				sum.Add(sum, p)
			}
		}
		return sum.Cmp(b.total.size) != 0
	})
}

// baseNote says what the base is, and what must be known to read it.
func (x *reader) baseNote() []doc.Inline {
	w, b := x.l.Strings(), x.out.base
	noun := x.noun(b.stat)
	var rest []doc.Inline
	if b.other != nil {
		named := func(series int) []doc.Inline {
			return doc.Fill(" (%s)", x.out.series[series])
		}
		rest = slices.Concat(named(0), doc.Words(" "+w.Survey.And+" "), []doc.Inline{b.other})
		if other := x.noun(b.other); other != "" {
			rest = append(rest, &doc.Text{S: nbsp + other})
		}
		rest = append(rest, named(1)...)
	}
	note := doc.Fill(w.Base, append([]doc.Inline{b.stat}, rest...))
	if noun != "" {
		note = doc.Fill(w.BaseNote, []doc.Inline{b.stat}, append(doc.Words(noun), rest...))
	}
	if x.several() {
		note = doc.Fill(w.Clauses, note, doc.Words(w.MoreThanOne))
	}
	return note
}

const nbsp = "\u00a0"

// noun is what a base counts.
func (x *reader) noun(s *doc.Stat) string { return x.l.Noun(s.Number.UnitWords, s.Number.Value) }

// several says that more than one answer was given: the answers outnumber the
// base.
func (x *reader) several() bool {
	d := x.out
	if d.base.size == nil || x.ch.Kind == doc.Lines || x.ch.Mixed {
		return false
	}
	sum := new(big.Rat)
	for i := range d.bars {
		v := d.bars[i].main()
		if v.size == nil {
			continue
		}
		if sum.Add(sum, v.size); sum.Cmp(d.base.size) > 0 {
			return true
		}
		if x.ch.Kind == doc.StackedBars { // each bar is a whole of its own
			sum.SetInt64(0)
		}
	}
	return false
}

// stopped ends a note with a full stop unless it has one.
func stopped(l *lang.Table, in []doc.Inline) []doc.Inline {
	text := strings.TrimRight(plain(l, in), " \u00a0")
	if r, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".!?…", r) {
		return in
	}
	return append(in[:len(in):len(in)], &doc.Text{S: "."})
}
