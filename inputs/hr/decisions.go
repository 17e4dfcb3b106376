package hr

import (
	"fmt"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// answers are the decisions on HR workbooks by what they are about.
type answers struct {
	Category      decide.List             `yaml:"category"`
	Grade         decide.List             `yaml:"grade"`
	Nationality   decide.List             `yaml:"nationality"`
	Misfit        decide.List             `yaml:"misfit"` // category and grade that do not go together
	Sex           strict.Map[decide.List] `yaml:"sex"`    // by head of the column
	Status        decide.List             `yaml:"status"`
	Contract      decide.List             `yaml:"contract"`
	Dates         decide.List             `yaml:"dates"`   // by head of the column
	Numbers       decide.List             `yaml:"numbers"` // by sheet
	Columns       strict.Map[decide.List] `yaml:"columns"` // by sheet, letter of the column
	HiddenRows    decide.List             `yaml:"hidden_rows"`
	HiddenColumns decide.List             `yaml:"hidden_columns"`
	Sheets        decide.List             `yaml:"sheets"` // hidden ones, and copies
	Rows          decide.List             `yaml:"rows"`
	Persons       decide.List             `yaml:"persons"`
	Totals        decide.List             `yaml:"totals"`
	Years         decide.List             `yaml:"years"`
}

func (a *answers) sections() []decide.Section {
	return []decide.Section{
		{Name: "columns", By: &a.Columns},
		{Name: "sheets", List: &a.Sheets},
		{Name: "years", List: &a.Years},
		{Name: "hidden_rows", List: &a.HiddenRows},
		{Name: "hidden_columns", List: &a.HiddenColumns},
		{Name: "rows", List: &a.Rows},
		{Name: "category", List: &a.Category},
		{Name: "grade", List: &a.Grade},
		{Name: "misfit", List: &a.Misfit},
		{Name: "nationality", List: &a.Nationality},
		{Name: "sex", By: &a.Sex},
		{Name: "status", List: &a.Status},
		{Name: "contract", List: &a.Contract},
		{Name: "dates", List: &a.Dates},
		{Name: "numbers", List: &a.Numbers},
		{Name: "persons", List: &a.Persons},
		{Name: "totals", List: &a.Totals},
	}
}

// ReadDecisions reads the decisions on HR workbooks from the file of decisions,
// registered as id. The text may be empty.
func ReadDecisions(text []byte, id source.FileID, r *source.Reporter) *decide.Decisions {
	return decide.Read(text, id, "hr", sections, r)
}

func sections(text []byte, base source.Pos, r *source.Reporter) []decide.Section {
	var f struct {
		HR     answers    `yaml:"hr"`
		Survey strict.Any `yaml:"survey"`
		Asked  struct {
			HR     answers    `yaml:"hr"`
			Survey strict.Any `yaml:"survey"`
		} `yaml:"asked"`
	}
	strict.Decode(text, base, &f, r)
	return append(f.HR.sections(), f.Asked.HR.sections()...)
}

// topic names a decision: its section, and one or two keys.
type topic = decide.Path

// topicKey is a topic as two are compared: the case of letters and spaces do not
// count.
func topicKey(p topic) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Join(p, " \x00 ")), " "))
}

// Ask returns the text of the file of decisions with the questions of an import;
// see package decide. It is false if they cannot be put in.
func (im *Imported) Ask() ([]byte, bool) {
	var open []decide.Question
	for _, q := range im.questions.pending() {
		if !q.repair && !q.wrong {
			open = append(open, decide.Question{Path: q.topic, Hint: im.hint(q)})
		}
	}
	return im.Decisions.Ask(open)
}

// hint is the comment behind a question.
func (im *Imported) hint(q *question) string {
	s := q.what
	if n := q.rows(); n > 0 {
		s = fmt.Sprintf("%s: %s", counted(n, "row"), im.firstPlaces(q))
	}
	if len(q.suggest) > 0 {
		s += "; perhaps " + strings.Join(q.suggest, " or ")
	}
	return s + "; write " + q.fix
}

// firstPlaces names the first cells of a question with their sheet.
func (im *Imported) firstPlaces(q *question) string {
	for _, t := range im.extracts {
		if t.sheet.File == q.places[0].File {
			return t.name + "!" + q.cells()
		}
	}
	return q.cells()
}
