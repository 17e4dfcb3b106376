package chart

import (
	"fmt"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Alt writes the text that stands for a chart when it is read aloud: kind and
// title, then each bar with its values, in the order in which they are drawn.
func Alt(l *lang.Table, ch *doc.Chart) string {
	return read(l, ch, &source.Reporter{}).alt(l)
}

func (d *data) alt(l *lang.Table) string {
	w := l.Strings().Chart
	kind := w.Bars
	switch d.ch.Kind {
	case doc.GroupedBars:
		kind = w.GroupedBars
	case doc.StackedBars:
		kind = w.Stacked
	case doc.Lines:
		kind = w.Line
	}
	out := []string{fmt.Sprintf(kind, plain(l, d.ch.Title))}
	for i := range d.bars {
		out = append(out, d.altBar(l, &d.bars[i]))
	}
	return strings.Join(out, ". ") + "."
}

// altBar reads one bar: its values, or its one value with the base.
func (d *data) altBar(l *lang.Table, b *bar) string {
	w := l.Strings().Chart
	name := b.name
	if d.bases() {
		base := &doc.Stat{Number: lang.Number{Value: b.values[0].stat.Number.Base, Form: lang.Figure, Places: -1}}
		name += " (" + plain(l, doc.Fill(l.Strings().Base, []doc.Inline{base})) + ")"
	}
	if len(b.values) > 1 {
		var values []string
		for i := range b.values {
			values = append(values, d.altValue(l, b, i, plain(l, d.series[i])))
		}
		return fmt.Sprintf(w.Value, name, strings.Join(values, ", "))
	}
	return d.altValue(l, b, 0, name)
}

// altValue reads one value, with its base where shares of it are shown.
func (d *data) altValue(l *lang.Table, b *bar, i int, name string) string {
	w, v := l.Strings().Chart, &b.values[i]
	of := d.of(b, v)
	counts := d.base != nil && d.base.shares || len(d.pointBases()) > 0
	if !counts || b.total != nil || of == nil {
		return fmt.Sprintf(w.Value, name, spoken(l, v.stat))
	}
	return fmt.Sprintf(w.ValueOfBase, name, spoken(l, v.stat), spoken(l, &doc.Stat{Number: lang.Number{Value: of, Places: -1, Form: lang.Figure}}))
}

// spoken is a figure with its unit, for there is no unit line to hear.
func spoken(l *lang.Table, s *doc.Stat) string {
	if s.Hole {
		return hole
	}
	return l.Format(s.Number, lang.Parentheses)
}
