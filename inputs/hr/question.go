package hr

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// question is what an import will not decide. One answer serves all its rows.
type question struct {
	topic   topic
	what    string       // the message, without the number of rows
	fix     string       // what an answer may be
	suggest []string     // answers that are likely, the likeliest first
	places  []source.Pos // the first of them
	where   map[*extract]*rowSet
	tables  []*extract // keys of where, in order
	repair  bool       // the answer is to correct the workbook
	wrong   bool       // it has an answer that is none
}

// maxPlaces is how many cells a question names.
const maxPlaces = 5

// at adds a row to a question.
func (q *question) at(t *extract, row int32, p source.Pos) {
	set := q.where[t]
	if set == nil {
		set = &rowSet{}
		q.where[t] = set
		q.tables = append(q.tables, t)
	}
	set.add(row)
	if len(q.places) < maxPlaces {
		q.places = append(q.places, p)
	}
}

// rows is the number of rows that wait for the answer.
func (q *question) rows() int {
	n := 0
	for _, s := range q.where {
		n += s.n
	}
	return n
}

// questions are those of one import, in the order in which they came up.
type questions struct {
	list []*question
	by   map[string]*question
}

// ask returns the question of a topic, which it makes if it is new.
func (q *questions) ask(p topic, what, fix string, suggest ...string) *question {
	if old := q.by[topicKey(p)]; old != nil {
		return old
	}
	x := &question{topic: p, what: what, fix: fix, suggest: suggest, where: map[*extract]*rowSet{}}
	if q.by == nil {
		q.by = map[string]*question{}
	}
	q.by[topicKey(p)] = x
	q.list = append(q.list, x)
	return x
}

// pending returns the questions that rows wait for. Some are raised by values of
// rows that do not count anyway, and need no answer.
func (q *questions) pending() []*question {
	return slices.DeleteFunc(slices.Clone(q.list), func(x *question) bool { return len(x.places) == 0 })
}

// diagnostic is the question as a message.
func (x *question) diagnostic() source.Diagnostic {
	d := source.Diagnostic{Code: source.Code("hr-ask-" + strings.ReplaceAll(x.topic[0], "_", "-")), At: source.At(x.places[0]), Message: x.what}
	if n := x.rows(); n > 0 {
		d.Message += fmt.Sprintf(" (%s: %s)", counted(n, "row"), x.cells())
	}
	if x.repair {
		d.Code, d.Fix = source.Code("hr-cells-"+x.topic[len(x.topic)-1]), x.fix
		return d
	}
	d.Fix = fmt.Sprintf("answer in data/decisions.yaml, asked: hr: %s: %s", x.topic[0], x.fix)
	if len(x.suggest) > 0 {
		d.Fix += "; perhaps " + strings.Join(x.suggest, " or ")
	}
	return d
}

// cells names the first cells, in the sheet of the first.
func (x *question) cells() string {
	var out []string
	for _, p := range x.places {
		if p.File == x.places[0].File {
			out = append(out, source.CellName(int(p.A), int(p.B)))
		}
	}
	s := strings.Join(out, ", ")
	if x.rows() > len(out) {
		s += " …"
	}
	return s
}

// wants says what an answer about a value of a column may be.
func (r role) wants() string {
	switch r {
	case gradeRole:
		return `a grade such as P-4, or {leave-out: "why"}`
	case nationalityRole:
		return `the alpha-3 code of a State, OTHER, or {leave-out: "why"}`
	case categoryRole:
		return `general-service, national-officer or professional, or {leave-out: "why"}`
	case sexRole:
		return `F, M, X, U where it is not recorded, or {leave-out: "why"}`
	}
	return fixCount
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
