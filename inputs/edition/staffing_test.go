package edition

import (
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

func staffing(text string) (Staffing, string) {
	var files source.Files
	var r source.Reporter
	var e struct {
		HR Staffing `yaml:"hr"`
	}
	id := files.Add(Name, []byte(text))
	strict.Decode([]byte(text), source.Pos{File: id}, &e, &r)
	e.HR.defaults()
	e.HR.validate(source.At(source.Pos{File: id, A: 1}), &r)
	var out []string
	for _, d := range r.All() {
		out = append(out, files.String(d.At.Start)+" "+d.Message)
	}
	return e.HR, strings.Join(out, "\n")
}

func TestStaffing(t *testing.T) {
	s, faults := staffing(`hr:
  rules:
    - {leave_out: on loan, contract: [Loan]}
    - {count: staff, status: [LWOP, "On leave"], contract: [JPO]}
  moved: {per_cent: 10}
`)
	if faults != "" || len(s.Rules) != 2 || s.Rules[1].Status[1].S != "On leave" || s.Moved != (Moved{10, movedPersons}) {
		t.Errorf("%+v\n%s", s, faults)
	}
	if s, faults := staffing(""); faults != "" || s.Moved != (Moved{movedPerCent, movedPersons}) {
		t.Errorf("%+v\n%s", s, faults)
	}
	for text, want := range map[string]string{
		"hr: {rules: [{status: [x]}]}":                           "edition.yaml:1:14 the rule says neither leave_out nor count, or both",
		"hr: {rules: [{leave_out: a, count: b, status: [x]}]}":   "edition.yaml:1:14 the rule says neither leave_out nor count, or both",
		"hr: {rules: [{leave_out: a}]}":                          "edition.yaml:1:14 the rule names no values",
		"hr: {moved: {per_cent: -1}}":                            "edition.yaml:1 -1 per cent or 20 persons is not how far a row may move",
		"hr: {rule: []}":                                         `edition.yaml:1:6 "rule" is not a key that is known here`,
		"hr: {rules: [{leave_out: a, grade: [x], status: [x]}]}": `edition.yaml:1:29 "grade" is not a key that is known here`,
	} {
		if _, got := staffing(text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
