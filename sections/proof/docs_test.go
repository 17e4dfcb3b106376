package proof

import (
	"os"
	"strings"
	"testing"
)

// TestDocs runs the examples of docs/proofreading.md: each rule has its reason
// and finds its own, and nothing is found in what is right.
func TestDocs(t *testing.T) {
	text, err := os.ReadFile("../../docs/proofreading.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || !strings.Contains(cells[1], "`proof-") {
			continue
		}
		rule := strings.Trim(cells[1], " `")
		shown[rule] = true
		if why := strings.TrimSpace(cells[2]); why != reason(rule) {
			t.Errorf("the reason of %s is given as %q", rule, why)
		}
		example := func(cell string) string {
			return strings.NewReplacer(" ¶ ", "\n\n", "; million}}", " | million}}").Replace(strings.TrimSpace(cell))
		}
		e := ofDocs(rule)
		list, _ := e.findings(t, example(cells[3]))
		for _, d := range list {
			if string(d.Code) != rule {
				t.Errorf("%s also finds %s: %s", cells[3], d.Code, d.Message)
			}
		}
		if len(list) == 0 {
			t.Errorf("%s does not find %q", rule, cells[3])
		}
		if list, _ = e.findings(t, example(cells[4])); len(list) > 0 {
			t.Errorf("%q is not right: %s", cells[4], brief(list))
		}
	}
	for _, r := range Rules() {
		if !shown[string(r.ID)] {
			t.Errorf("docs/proofreading.md does not show %s", r.ID)
		}
	}
}

// ofDocs is the edition of the examples, as far as a rule needs it: facts and
// acronyms would have to be printed and used in each.
func ofDocs(rule string) edition {
	e := edition{facts: []Fact{
		fact("offices.asked", "102", "offices"), fact("answers.share", "49", "%"), fact("people.reached", "28861000", "people"),
		fact("budget.total", "5200000", "USD"), fact("staff.change", "-3", "%"),
	}}
	switch {
	case rule == "proof-agreement" || rule == "proof-article":
		e.facts = append(e.facts, fact("offices.first", "1", "offices"), fact("answers.few", "8", "%"))
	case strings.HasPrefix(rule, "proof-acronym"), rule == "proof-name-differs":
		e.acronyms = []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}}
	case rule == "proof-fact-two-values":
		e.facts = append(e.facts[:1], fact("offices.again", "103", "offices"))
		e.off = []string{string(factUnprinted)}
		for i := range e.facts {
			e.facts[i].Label = "offices asked"
		}
	}
	for i := range e.facts {
		e.facts[i].Written = strings.HasPrefix(rule, "proof-fact")
	}
	return e
}

// reason is the reason of a rule as a sentence.
func reason(rule string) string {
	for _, r := range Rules() {
		if string(r.ID) == rule {
			return strings.ToUpper(r.Why[:1]) + r.Why[1:] + "."
		}
	}
	return ""
}
