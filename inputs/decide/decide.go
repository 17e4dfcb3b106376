package decide

import (
	"fmt"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Name is the name of the file of decisions in an edition.
const Name = "data/decisions.yaml"

// Answer is what a person decided: a value, or to leave the rows out and why.
// An entry with neither waits for its answer.
type Answer struct {
	Value    string
	LeaveOut strict.Str  `yaml:"leave-out"`
	At       source.Span // of one that is more than a word
}

// UnmarshalText reads an answer that is one word.
func (a *Answer) UnmarshalText(text []byte) error {
	a.Value = strings.TrimSpace(string(text))
	return nil
}

// Given reports whether there is an answer.
func (a Answer) Given() bool { return a.Value != "" || a.LeaveOut.S != "" }

func (a Answer) String() string {
	if a.LeaveOut.S != "" {
		return "leave out: " + a.LeaveOut.S
	}
	return a.Value
}

// List holds the decisions of a section by their key.
type List = strict.Map[Answer]

// Section is one kind of decision: a list of them, or lists by a first key.
type Section struct {
	Name string
	List *List
	By   *strict.Map[List]
}

// Path names a decision: its section, and one or two keys.
type Path []string

// key is the path as two are compared.
func (p Path) key() string {
	parts := make([]string, len(p))
	for i, s := range p {
		parts[i] = strings.ToLower(strings.Join(strings.Fields(s), " "))
	}
	return strings.Join(parts, "\x00")
}

// String is the path as it is read.
func (p Path) String() string { return strings.Join(p, ": ") }

// Decision is one entry of the file.
type Decision struct {
	Path Path
	Answer
	At source.Span // of its key
}

// Decisions are the decisions of one area.
type Decisions struct {
	area string
	text string
	by   map[string]Decision
	read func(text string, r *source.Reporter) *Decisions
}

// Sections decodes a text and returns the sections of an area, first those that
// people wrote, then those below asked.
type Sections func(text []byte, base source.Pos, r *source.Reporter) []Section

// Read reads the decisions of an area of a file, registered as id. The text may
// be empty.
func Read(text []byte, id source.FileID, area string, sections Sections, r *source.Reporter) *Decisions {
	d := &Decisions{area: area, text: string(text), by: map[string]Decision{}}
	d.read = func(text string, r *source.Reporter) *Decisions {
		return Read([]byte(text), 0, area, sections, r)
	}
	for _, s := range sections(text, source.Pos{File: id}, r) {
		if s.List != nil {
			d.add(Path{s.Name}, s.List, r)
		}
		if s.By != nil {
			for _, by := range s.By.Entries {
				d.add(Path{s.Name, by.Key}, &by.Value, r)
			}
		}
	}
	return d
}

// add adds entries. A value that is decided twice, and differently, is an error, and
// so is one that is left out for no reason.
func (d *Decisions) add(at Path, list *List, r *source.Reporter) {
	for _, e := range list.Entries {
		if !e.Value.Given() && e.Value.At != (source.Span{}) {
			r.Error("decide-reason", e.Value.At, fmt.Sprintf("%q is left out, and no reason is given", e.Key), `write it: {leave-out: "consultant"}`)
		}
		x := Decision{append(append(Path{}, at...), e.Key), e.Value, e.KeyAt}
		old, taken := d.by[x.Path.key()]
		if !taken || !old.Given() {
			d.by[x.Path.key()] = x
			continue
		}
		if x.Given() && x.String() != old.String() {
			r.Add(source.Diagnostic{
				Code: "decide-twice", At: x.At, Message: fmt.Sprintf("%q is decided a second time, and otherwise", e.Key),
				Fix: "keep one of the two answers", Related: []source.Related{{At: old.At, Message: "it is decided here first"}},
			})
		}
	}
}

// Find returns the decision of a path, if it has an answer.
func (d *Decisions) Find(p Path) (Decision, bool) {
	if d == nil {
		return Decision{}, false
	}
	x, ok := d.by[p.key()]
	return x, ok && x.Given()
}

// Question is a decision that is wanted. Hint says what is at stake, and what an
// answer may be.
type Question struct {
	Path Path
	Hint string
}

// Ask returns the text of the file with the questions that are open. All that a
// person wrote stays as it is, byte for byte; questions that are not open any
// more and were never answered go. It is false if the questions cannot be put
// in: then the file has a form of its own, and is not touched.
func (d *Decisions) Ask(open []Question) ([]byte, bool) {
	b := newBlock(d.text, d.area)
	if b.foreign {
		return nil, false
	}
	b.drop(open)
	for _, q := range open {
		if _, ok := d.Find(q.Path); !ok {
			b.put(q)
		}
	}
	text := b.String()
	var r source.Reporter
	after := d.read(text, &r)
	if r.Failed() {
		return nil, false
	}
	for key, x := range d.by {
		if x.Given() && after.by[key].String() != x.String() {
			return nil, false
		}
	}
	for _, q := range open {
		if _, ok := after.by[q.Path.key()]; !ok {
			return nil, false
		}
	}
	return []byte(text), true
}
