package hr

import (
	"fmt"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// DecisionsName is the file of an edition in which a person decides what an
// import would not guess.
const DecisionsName = "data/decisions.yaml"

// Answer is what a person decided: a value, or to leave the rows out and why.
// An entry with neither waits for its answer.
type Answer struct {
	Value    string
	LeaveOut strict.Str `yaml:"leave-out"`
}

// UnmarshalText reads an answer that is one word.
func (a *Answer) UnmarshalText(text []byte) error {
	a.Value = strings.TrimSpace(string(text))
	return nil
}

// given reports whether there is an answer.
func (a Answer) given() bool { return a.Value != "" || a.LeaveOut.S != "" }

func (a Answer) String() string {
	if a.LeaveOut.S != "" {
		return "leave out: " + a.LeaveOut.S
	}
	return a.Value
}

// answers are the decisions on HR workbooks by what they are about.
type answers struct {
	Category      strict.Map[Answer]             `yaml:"category"`
	Grade         strict.Map[Answer]             `yaml:"grade"`
	Nationality   strict.Map[Answer]             `yaml:"nationality"`
	Misfit        strict.Map[Answer]             `yaml:"misfit"`
	Sex           strict.Map[strict.Map[Answer]] `yaml:"sex"` // by head of the column
	Status        strict.Map[Answer]             `yaml:"status"`
	Contract      strict.Map[Answer]             `yaml:"contract"`
	Dates         strict.Map[Answer]             `yaml:"dates"`   // by head of the column
	Numbers       strict.Map[Answer]             `yaml:"numbers"` // by sheet
	Columns       strict.Map[strict.Map[Answer]] `yaml:"columns"` // by sheet, letter of the column
	HiddenRows    strict.Map[Answer]             `yaml:"hidden_rows"`
	HiddenColumns strict.Map[Answer]             `yaml:"hidden_columns"`
	Sheets        strict.Map[Answer]             `yaml:"sheets"` // hidden ones
	Rows          strict.Map[Answer]             `yaml:"rows"`
	Persons       strict.Map[Answer]             `yaml:"persons"`
	Totals        strict.Map[Answer]             `yaml:"totals"`
	Years         strict.Map[Answer]             `yaml:"years"`
}

// section is one kind of decision.
type section struct {
	name string
	list *strict.Map[Answer]
	by   *strict.Map[strict.Map[Answer]]
}

func (a *answers) sections() []section {
	return []section{
		{"columns", nil, &a.Columns}, {"sheets", &a.Sheets, nil}, {"years", &a.Years, nil},
		{"hidden_rows", &a.HiddenRows, nil}, {"hidden_columns", &a.HiddenColumns, nil}, {"rows", &a.Rows, nil},
		{"category", &a.Category, nil}, {"grade", &a.Grade, nil}, {"misfit", &a.Misfit, nil},
		{"nationality", &a.Nationality, nil}, {"sex", nil, &a.Sex}, {"status", &a.Status, nil}, {"contract", &a.Contract, nil},
		{"dates", &a.Dates, nil}, {"numbers", &a.Numbers, nil}, {"persons", &a.Persons, nil}, {"totals", &a.Totals, nil},
	}
}

// decisionFile is the file of decisions. What other imports ask stands beside it.
type decisionFile struct {
	HR     answers    `yaml:"hr"`
	Survey strict.Any `yaml:"survey"`
	Asked  struct {
		HR     answers    `yaml:"hr"`
		Survey strict.Any `yaml:"survey"`
	} `yaml:"asked"`
}

// Decisions are the decisions of an edition. They are not changed once read.
type Decisions struct {
	File source.FileID
	text []byte
	by   map[string]decision
}

// decision is one entry of the file.
type decision struct {
	topic  topic
	answer Answer
	at     source.Span // of its key
}

// topic names a decision: its section, and one or two keys.
type topic []string

// key is the topic as two are compared: the case of letters and spaces do not
// count.
func (p topic) key() string {
	parts := make([]string, len(p))
	for i, s := range p {
		parts[i] = strings.ToLower(strings.Join(strings.Fields(s), " "))
	}
	return strings.Join(parts, "\x00")
}

// ReadDecisions reads the file of decisions, registered as id. The text may be
// empty.
func ReadDecisions(text []byte, id source.FileID, r *source.Reporter) *Decisions {
	d := &Decisions{File: id, text: text, by: map[string]decision{}}
	var f decisionFile
	strict.Decode(text, source.Pos{File: id}, &f, r)
	d.add(&f.HR, r)
	d.add(&f.Asked.HR, r)
	return d
}

func (d *Decisions) add(a *answers, r *source.Reporter) {
	for _, s := range a.sections() {
		if s.list != nil {
			for _, e := range s.list.Entries {
				d.put(decision{topic{s.name, e.Key}, e.Value, e.KeyAt}, r)
			}
			continue
		}
		for _, by := range s.by.Entries {
			for _, e := range by.Value.Entries {
				d.put(decision{topic{s.name, by.Key, e.Key}, e.Value, e.KeyAt}, r)
			}
		}
	}
}

// put adds an entry. A value that is decided twice, and differently, is an error.
func (d *Decisions) put(x decision, r *source.Reporter) {
	old, taken := d.by[x.topic.key()]
	if taken && old.answer.given() {
		if x.answer.given() && x.answer.String() != old.answer.String() {
			r.Add(source.Diagnostic{
				Code: "hr-decided-twice", At: x.at, Message: fmt.Sprintf("%q is decided a second time, and otherwise", excerpt(x.topic[len(x.topic)-1])),
				Fix: "keep one of the two answers", Related: []source.Related{{At: old.at, Message: "it is decided here first"}},
			})
		}
		return
	}
	d.by[x.topic.key()] = x
}

// find returns the entry of a topic.
func (d *Decisions) find(p topic) (decision, bool) {
	if d == nil {
		return decision{}, false
	}
	x, ok := d.by[p.key()]
	return x, ok
}
