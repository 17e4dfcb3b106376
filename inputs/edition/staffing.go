package edition

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Staffing says how headcounts are made and watched: hr in edition.yaml.
type Staffing struct {
	Rules []StaffRule `yaml:"rules"`
	Moved Moved       `yaml:"moved"`
}

// StaffRule says who counts, by the values of a column of the HR workbook. It
// names itself by what it does: leave_out or count.
type StaffRule struct {
	LeaveOut strict.Str   `yaml:"leave_out"` // the name of the rule, as the ledger prints it
	Count    strict.Str   `yaml:"count"`
	Status   []strict.Str `yaml:"status"`
	Contract []strict.Str `yaml:"contract"`
	At       source.Span
}

// Moved says which rows check lists as having moved since the year before: by
// at least so many per cent and so many persons.
type Moved struct {
	PerCent int `yaml:"per_cent"`
	Persons int `yaml:"persons"`
}

// The shares from which a row has moved, where an edition does not say.
const (
	movedPerCent = 30
	movedPersons = 20
)

func (s *Staffing) defaults() {
	if s.Moved.PerCent == 0 {
		s.Moved.PerCent = movedPerCent
	}
	if s.Moved.Persons == 0 {
		s.Moved.Persons = movedPersons
	}
}

func (s *Staffing) validate(at source.Span, r *source.Reporter) {
	for _, rule := range s.Rules {
		if (rule.LeaveOut.S == "") == (rule.Count.S == "") {
			r.Error("edition-hr-rule", rule.At, "the rule says neither leave_out nor count, or both", "name it once: leave_out: consultants")
		}
		if len(rule.Status) == 0 && len(rule.Contract) == 0 {
			r.Error("edition-hr-rule", rule.At, "the rule names no values", "add status: […] or contract: […] with the words of the workbook")
		}
	}
	if m := s.Moved; m.PerCent < 0 || m.PerCent > 1000 || m.Persons < 0 {
		r.Error("edition-hr-moved", at, fmt.Sprintf("%d per cent or %d persons is not how far a row may move", m.PerCent, m.Persons), "write whole numbers: {per_cent: 30, persons: 20}")
	}
}
