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
	if d.ch.Kind == doc.GroupedBars {
		kind = w.GroupedBars
	}
	out := []string{fmt.Sprintf(kind, plain(l, d.ch.Title))}
	for _, b := range d.bars {
		var values []string
		for i, v := range b.values {
			text := d.spoken(l, v.stat)
			if len(b.values) > 1 {
				text = fmt.Sprintf(w.Value, plain(l, d.series[i]), text)
			}
			values = append(values, text)
		}
		line := fmt.Sprintf(w.Value, b.name, strings.Join(values, ", "))
		if d.base != nil && len(b.values) == 1 {
			line = fmt.Sprintf(w.ValueOfBase, b.name, values[0], d.spoken(l, d.base))
		}
		out = append(out, line)
	}
	return strings.Join(out, ". ") + "."
}

// spoken is a figure with its unit, for there is no unit line to hear.
func (d *data) spoken(l *lang.Table, s *doc.Stat) string {
	if s.Hole {
		return hole
	}
	return l.Format(s.Number, lang.Parentheses)
}
