package edition

import (
	"fmt"

	"assemble/inputs/source"
)

// Accepted returns the entry of accept that lets a finding stand. An entry
// names the code of the finding and its key, or, where it has none, its place
// as it is printed.
func (e *Edition) Accepted(d source.Diagnostic) (Accept, bool) {
	for _, a := range e.Accept {
		if a.covers(d, e.folder.files) {
			return a, true
		}
	}
	return Accept{}, false
}

func (a Accept) covers(d source.Diagnostic, files *source.Files) bool {
	if string(d.Code) != a.Rule.S || a.Rule.S == "" {
		return false
	}
	if d.Key != "" {
		return d.Key == a.Place.S
	}
	return files.String(d.At.Start) == a.Place.S
}

// Settle moves the findings of a check to r. One that is accepted becomes a
// warning that carries the reason; an entry of accept that no finding needs any
// more is reported, so that it cannot hide a later one.
func (e *Edition) Settle(found, r *source.Reporter) {
	used := make([]bool, len(e.Accept))
	for _, d := range found.All() {
		for i, a := range e.Accept {
			if a.covers(d, e.folder.files) {
				used[i] = true
				d = a.lower(d, e.Original.S)
				break
			}
		}
		r.Add(d)
	}
	for i, a := range e.Accept {
		if !used[i] {
			r.Warn("accept-unused", a.At, fmt.Sprintf("nothing at %s breaks the rule %s", a.Place, a.Rule), "remove this entry, or correct its rule and place")
		}
	}
}

func (a Accept) lower(d source.Diagnostic, lang string) source.Diagnostic {
	d.Severity, d.Fix = source.Warning, ""
	reason, _ := a.Reason.In(lang)
	d.Related = append(d.Related[:len(d.Related):len(d.Related)], source.Related{At: a.At, Message: "accepted: " + reason.S})
	return d
}
