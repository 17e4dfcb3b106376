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
	if len(b.values) > 1 {
		var values []string
		for i, v := range b.values {
			values = append(values, fmt.Sprintf(w.Value, plain(l, d.series[i]), spoken(l, v.stat)))
		}
		return fmt.Sprintf(w.Value, b.name, strings.Join(values, ", "))
	}
	v := spoken(l, b.values[0].stat)
	if d.base != nil && d.base.shares {
		return fmt.Sprintf(w.ValueOfBase, b.name, v, spoken(l, d.base.stat))
	}
	return fmt.Sprintf(w.Value, b.name, v)
}

// spoken is a figure with its unit, for there is no unit line to hear.
func spoken(l *lang.Table, s *doc.Stat) string {
	if s.Hole {
		return hole
	}
	return l.Format(s.Number, lang.Parentheses)
}
