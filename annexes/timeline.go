package annexes

import (
	"fmt"

	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// timeline lists events by month, in as many columns as the edition names
// heads for; without heads in two, which take the events in turn.
func timeline(in *inputs.Inputs, a *edition.Annex) []doc.Block {
	t := &doc.Timeline{Base: doc.Base{At: a.At}}
	for _, h := range a.Heads {
		t.Heads = append(t.Heads, in.Inline(h))
	}
	for _, m := range a.Months {
		month := doc.Month{Name: doc.Words(in.Lang.Capitalize(in.Lang.Month(m.Month)))}
		events := make([]doc.Event, len(m.Events))
		for i, e := range m.Events {
			events[i] = doc.Event{Day: day(e.Date, e.To), Text: in.Inline(e.Text), At: e.At}
		}
		if len(a.Heads) > 0 {
			month.Columns = byHead(m.Events, events, len(a.Heads))
		} else {
			half := (len(events) + 1) / 2
			month.Columns = [][]doc.Event{events[:half], events[half:]}
		}
		t.Months = append(t.Months, month)
	}
	return []doc.Block{t}
}

// byHead puts each event into the column that it names.
func byHead(from []edition.Event, events []doc.Event, columns int) [][]doc.Event {
	out := make([][]doc.Event, columns)
	for i, e := range events {
		c := max(1, min(from[i].Column, columns))
		out[c-1] = append(out[c-1], e)
	}
	return out
}

// day is the day of the month, or the days, as printed: "18–19".
func day(from, to strict.Date) string {
	switch {
	case from.IsZero():
		return ""
	case to.IsZero() || to.Compare(from) <= 0 || to.M != from.M:
		return fmt.Sprint(from.D)
	}
	return fmt.Sprintf("%d–%d", from.D, to.D)
}
