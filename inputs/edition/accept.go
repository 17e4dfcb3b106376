package edition

import (
	"fmt"
	"path"
	"strings"

	"assemble/inputs/source"
)

// Accepted returns the entry of accept that lets a finding stand. An entry
// names the code of the finding and its key or its place, as they are printed.
// A key stays when lines move.
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
	return d.Key != "" && d.Key == a.Place.S || files.String(d.At.Start) == a.Place.S
}

// Settle moves the findings of a whole check to r. One that is accepted becomes
// a warning that carries the reason; an entry of accept that no finding needs
// any more is reported, so that it cannot hide a later one, unless its file has
// errors that may hide the finding.
func (e *Edition) Settle(found, r *source.Reporter) {
	used := e.Apply(found, r)
	faulty := e.faulty(r)
	for i, needed := range used {
		if a := e.Accept[i]; !needed && !faulty[a.file()] {
			r.Warn("accept-unused", a.At, fmt.Sprintf("nothing at %s breaks the rule %s", a.Place, a.Rule), "remove this entry, or correct its rule and place")
		}
	}
}

// faulty are the base names of the files with errors that nobody accepted.
func (e *Edition) faulty(r *source.Reporter) map[string]bool {
	out := map[string]bool{}
	for _, d := range r.All() {
		if d.Severity == source.Error {
			out[path.Base(e.folder.files.Name(d.At.Start.File))] = true
		}
		if d.Code == "facts-missing" { // which stands where the first is looked for
			out[FactsName] = true
		}
	}
	return out
}

// file is the base name of the file that an entry is about.
func (a Accept) file() string {
	name, _, _ := strings.Cut(a.Place.S, ":")
	return path.Base(name)
}

// Apply is Settle for a reading that did not check everything. It returns which
// entries of accept were needed.
func (e *Edition) Apply(found, r *source.Reporter) (used []bool) {
	used = make([]bool, len(e.Accept))
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
	return used
}

func (a Accept) lower(d source.Diagnostic, lang string) source.Diagnostic {
	d.Severity, d.Fix = source.Warning, ""
	reason, _ := a.Reason.In(lang)
	d.Related = append(d.Related[:len(d.Related):len(d.Related)], source.Related{At: a.At, Message: "accepted: " + reason.S})
	return d
}
