package facts

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// entry is one fact as it is written.
type entry struct {
	Value      *strict.Number `yaml:"value"`
	Sum        []strict.Str   `yaml:"sum"`
	Difference []strict.Str   `yaml:"difference"`
	Share      *share         `yaml:"share"`
	Change     *change        `yaml:"change"`
	Same       strict.Str     `yaml:"same"`

	Unit   strict.Text `yaml:"unit"`
	One    strict.Text `yaml:"one"` // the unit in the singular
	Year   int         `yaml:"year"`
	Label  strict.Text `yaml:"label"`
	Source strict.Text `yaml:"source"`
	Was    *was        `yaml:"was"`
	Equals strict.Str  `yaml:"equals"`
	At     source.Span
}

type share struct {
	Of   strict.Str `yaml:"of,required"`
	Base strict.Str `yaml:"base,required"`
}

type change struct {
	Now    strict.Str `yaml:"now,required"`
	Before strict.Str `yaml:"before,required"`
}

type was struct {
	Year  int           `yaml:"year,required"`
	Value strict.Number `yaml:"value,required"`
	At    source.Span
}

// Read reads facts.yaml, registered as file, into a new register. A text of no
// bytes gives an empty one.
func Read(text []byte, file source.FileID, r *source.Reporter) *Register {
	g := NewRegister()
	var entries strict.Map[entry]
	if ok := strict.Decode(text, source.Pos{File: file}, &entries, r); !ok && len(entries.Entries) == 0 {
		g.lost = source.At(source.Pos{File: file, A: 1, B: 1})
	}
	for _, e := range entries.Entries {
		if !IsName(e.Key) {
			r.Add(source.Diagnostic{
				Code: "fact-name", At: e.KeyAt, Excerpt: e.Key, Message: fmt.Sprintf("%q is not the name of a fact", e.Key),
				Fix: "write lower-case letters, digits and _, parted by points: resettlement.people",
			})
			continue
		}
		g.put(e.Value.fact(e.Key, e.KeyAt, r))
	}
	return g
}

// fact makes a fact and the names of its parts. One that is faulty is there all
// the same, without parts and value: who names it made no mistake.
func (e *entry) fact(name string, at source.Span, r *source.Reporter) (*Fact, []strict.Str) {
	f := &Fact{
		Name: name, At: at, Places: -1, Year: e.Year, Label: e.Label, Source: e.Source, Equals: e.Equals,
		Units: e.Unit, One: e.One,
	}
	methods := e.methods()
	switch len(methods) {
	case 0:
		r.Error("fact-kind", at, name+" is empty", "give one of value, sum, difference, share, change and same")
		return f, nil
	case 1:
		f.Method = methods[0]
	default:
		r.Error("fact-kind", at, name+" is given in more than one way", "keep one of value, sum, difference, share, change and same")
		return f, nil
	}
	if e.Year != 0 && !plausibleYear(e.Year) {
		r.Error("fact-year", at, fmt.Sprintf("%d is not a year", e.Year), "write the year that the figure is about")
	}
	if f.Method == Quoted {
		e.quoted(f, r)
		return f, nil
	}
	parts := e.parts()
	unnamed := slices.ContainsFunc(parts, func(p strict.Str) bool { return p.S == "" }) // strict has said so
	if !e.derived(f, r) || unnamed {
		return f, nil
	}
	return f, parts
}

// methods are the ways in which the fact is given.
func (e *entry) methods() []Method {
	var out []Method
	for _, x := range []struct {
		method Method
		given  bool
	}{
		{Quoted, e.Value != nil},
		{Sum, len(e.Sum) > 0},
		{Difference, len(e.Difference) > 0},
		{Share, e.Share != nil},
		{Change, e.Change != nil},
		{Same, e.Same.S != ""},
	} {
		if x.given {
			out = append(out, x.method)
		}
	}
	return out
}

// plausibleYear keeps slips of the finger out.
func plausibleYear(year int) bool { return year >= 1500 && year <= 2999 }

func (e *entry) quoted(f *Fact, r *source.Reporter) {
	f.Value, f.Places = e.Value.Value, e.Value.Places
	if len(e.Unit.By) > 0 {
		f.Unit = strings.TrimSpace(e.Unit.By[0].S)
	}
	if e.Source.Empty() {
		r.Warn("fact-source", f.At, f.Name+" is quoted without a source", "add source: …, the document or the message it is from")
	}
	if e.Was == nil {
		return
	}
	if !plausibleYear(e.Was.Year) || f.Year != 0 && e.Was.Year >= f.Year {
		r.Error("fact-year", e.Was.At, fmt.Sprintf("%d is not an earlier year", e.Was.Year), "write the year of the earlier value")
		return
	}
	if e.Was.Value.Value != nil {
		f.Was = &Was{Year: e.Was.Year, Value: e.Was.Value.Value, Places: e.Was.Value.Places}
	}
}

// derived refuses what follows from the parts, and reports whether there are
// as many parts as the fact wants.
func (e *entry) derived(f *Fact, r *source.Reporter) bool {
	if len(e.Unit.By) > 0 {
		r.Error("fact-unit", e.Unit.At(), "the unit of "+f.Name+" follows from its parts", "remove it")
	}
	if e.Was != nil {
		r.Error("fact-was", e.Was.At, "the earlier value of "+f.Name+" follows from its parts", "remove it, and give the parts one")
	}
	seen := map[string]bool{}
	for _, p := range e.parts() {
		if f.Method == Sum && seen[p.S] {
			r.Error("fact-twice", p.At, p.S+" would be counted twice in "+f.Name, "remove one of the two")
		}
		seen[p.S] = true
	}
	switch {
	case f.Method == Sum && len(e.Sum) < 2:
		r.Error("fact-parts", f.At, f.Name+" is the sum of one fact", "name two or more facts")
		return false
	case f.Method == Difference && len(e.Difference) != 2:
		r.Error("fact-parts", f.At, f.Name+" is not the difference of two facts", "name two facts: [larger, smaller]")
		return false
	}
	return true
}

// parts are the facts that a derived fact is worked out from.
func (e *entry) parts() []strict.Str {
	switch {
	case e.Share != nil:
		return []strict.Str{e.Share.Of, e.Share.Base}
	case e.Change != nil:
		return []strict.Str{e.Change.Now, e.Change.Before}
	case e.Same.S != "":
		return []strict.Str{e.Same}
	case len(e.Difference) > 0:
		return e.Difference
	}
	return e.Sum
}
