package survey

import (
	"assemble/inputs/decide"
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// area is the area of the questionnaire in the file of decisions.
const area = "survey"

// sections are the decisions on questionnaires by what they are about.
type sections struct {
	Offices decide.List             `yaml:"offices"`
	Closed  decide.List             `yaml:"closed"`
	Columns decide.List             `yaml:"columns"`
	Options strict.Map[decide.List] `yaml:"options"` // by question
	Numbers strict.Map[decide.List] `yaml:"numbers"`
	Dates   strict.Map[decide.List] `yaml:"dates"`
}

func (s *sections) list() []decide.Section {
	return []decide.Section{
		{Name: "offices", List: &s.Offices},
		{Name: "closed", List: &s.Closed},
		{Name: "columns", List: &s.Columns},
		{Name: "options", By: &s.Options},
		{Name: "numbers", By: &s.Numbers},
		{Name: "dates", By: &s.Dates},
	}
}

// ReadDecisions reads the decisions on questionnaires of a file, registered as
// id. What other imports ask stands beside them.
func ReadDecisions(text []byte, id source.FileID, r *source.Reporter) *decide.Decisions {
	return decide.Read(text, id, area, func(text []byte, base source.Pos, r *source.Reporter) []decide.Section {
		var f struct {
			HR     strict.Any `yaml:"hr"`
			Survey sections   `yaml:"survey"`
			Asked  struct {
				HR     strict.Any `yaml:"hr"`
				Survey sections   `yaml:"survey"`
			} `yaml:"asked"`
		}
		strict.Decode(text, base, &f, r)
		return append(f.Survey.list(), f.Asked.Survey.list()...)
	}, r)
}
