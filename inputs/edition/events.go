package edition

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// months are the keys of a file of events. They are names of the format, the
// same in every language; what is printed comes from the language.
func months() []string {
	return []string{
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December",
	}
}

func (e *Edition) readEvents(a *Annex, r *source.Reporter) {
	if a.Generator.S != TimelineGenerator || a.From.S == "" {
		return
	}
	text, id, ok := e.File(a.From, r)
	if !ok {
		return
	}
	var file strict.Map[[]Event]
	if strict.Decode(text, source.Pos{File: id}, &file, r) && len(file.Entries) == 0 {
		r.Error("events-none", a.From.At, a.From.S+" has no events, and "+a.ID.S+" nothing to show", "write them under their months, or take the annex out")
	}
	for _, x := range file.Entries {
		month := slices.Index(months(), x.Key) + 1
		if month == 0 {
			r.Add(source.Diagnostic{
				Code: "events-month", At: x.KeyAt, Excerpt: x.Key, Replace: source.Nearest(x.Key, months()),
				Message: fmt.Sprintf("%q is not a month", x.Key), Fix: "write one of " + strings.Join(months(), ", "),
			})
			continue
		}
		if n := len(a.Months); n > 0 && a.Months[n-1].Month >= month {
			r.Error("events-order", x.KeyAt, x.Key+" stands behind "+months()[a.Months[n-1].Month-1], "put the months in their order")
		}
		for _, ev := range x.Value {
			a.checkEvent(ev, month, e.Year, r)
		}
		a.Months = append(a.Months, Month{Month: month, At: x.KeyAt, Events: x.Value})
	}
}

func (a *Annex) checkEvent(ev Event, month, year int, r *source.Reporter) {
	if d := ev.Date; !d.IsZero() && d.M != month {
		r.Error("events-date", d.At, fmt.Sprintf("%s is not in %s", d, months()[month-1]), "correct the date, or move the event to its month")
	}
	if d := ev.Date; !d.IsZero() && d.Y != year && plausibleYear(year) {
		r.Warn("events-year", d.At, fmt.Sprintf("%s is not in %d, the year of the report", d, year), "correct the date, or remove it")
	}
	if !ev.To.IsZero() && (ev.Date.IsZero() || ev.To.Compare(ev.Date) <= 0) {
		r.Error("events-date", ev.To.At, fmt.Sprintf("%s is not after the first day", ev.To), "write the first day as date and the last as to")
	}
	if columns := max(1, len(a.Heads)); ev.Column < 0 || ev.Column > columns {
		r.Error("events-column", ev.At, fmt.Sprintf("there is no column %d", ev.Column),
			fmt.Sprintf("write a number from 1 to %d, or add a head to %s", columns, a.ID.S))
	}
}
