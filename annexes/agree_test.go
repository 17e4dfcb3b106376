package annexes

import (
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// disagreements are the rules and keys that one more person in a printed figure
// breaks.
func disagreements(t *testing.T, w *work, altered source.Key) string {
	t.Helper()
	quiet := *w.in
	quiet.Report = &source.Reporter{}
	parts, sheets := build(&quiet)
	for _, s := range sheets {
		s.claims = nil
	}
	found := 0
	for _, p := range parts {
		doc.Stats(p.Blocks, func(s *doc.Stat) {
			if s.From == altered {
				s.Number.Value = new(big.Rat).Add(s.Number.Value, big.NewRat(1, 1))
				found++
			}
		})
	}
	if found != 1 {
		t.Fatalf("%s is printed %d times", altered, found)
	}
	agree(&quiet, parts, sheets)
	var out []string
	for _, d := range quiet.Report.All() {
		if d.Severity != source.Error || d.Fix == "" || !strings.Contains(d.Fix, fmt.Sprintf("at: %q", d.Key)) {
			t.Errorf("%s is no error that can be accepted: %s", d.Code, d.Fix)
		}
		out = append(out, fmt.Sprintf("%s %s", d.Code, d.Key))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// Each rule holds two figures against each other; where one of them is another,
// the rule says so, and only rules about that figure do.
func TestRulesFindOneMorePerson(t *testing.T) {
	w := files{}.build(t, "en")
	for key, want := range map[source.Key]string{
		// Within a matrix: a cell, a sex, a total, and the same in the last row.
		"annex-iv/ALB/G-3":     "annex-row annex-iv/ALB, annex-sum annex-iv/total/G-3",
		"annex-iv/ALB/F":       "annex-sex annex-iv/ALB, annex-sum annex-iv/total/F",
		"annex-v/ALB/total":    "annex-row annex-v/ALB, annex-sex annex-v/ALB, annex-sum annex-v/total/total",
		"annex-iv/total/G-3":   "annex-row annex-iv/total, annex-sum annex-iv/total/G-3",
		"annex-iv/total/F":     "annex-sex annex-iv/total, annex-sum annex-iv/total/F",
		"annex-iv/OTHER/total": "annex-row annex-iv/OTHER, annex-sex annex-iv/OTHER, annex-sum annex-iv/total/total",
		// A State without staff that gets one: the other side of Annex VI too.
		"annex-v/ATG/total": "annex-row annex-v/ATG, annex-sex annex-v/ATG, annex-sum annex-v/total/total, tables-differ annex-vi/member/2017, tables-differ annex-vi/total/2017",
		"annex-v/ARE/total": "annex-row annex-v/ARE, annex-sex annex-v/ARE, annex-sum annex-v/total/total, tables-differ annex-vi/other/2017, tables-differ annex-vi/total/2017",
		// The matrices against Table 4.
		"annex-iv/total/total": "annex-row annex-iv/total, annex-sex annex-iv/total, annex-sum annex-iv/total/total, " +
			"tables-differ annex-iii/all-staff/national/2017, tables-differ annex-iii/all-staff/total/2017",
		"annex-v/total/total": "annex-row annex-v/total, annex-sex annex-v/total, annex-sum annex-v/total/total, tables-differ annex-iii/all-staff/professional/2017, " +
			"tables-differ annex-iii/all-staff/total/2017, tables-differ annex-iii/men-and-women/total/2017, tables-differ annex-iii/women-by-grade",
		"annex-iii/all-staff/total/2017":        "annex-sum annex-iii/all-staff/total/2017, tables-differ annex-iii/all-staff/total/2017",
		"annex-iii/all-staff/national/2017":     "annex-sum annex-iii/all-staff/total/2017, tables-differ annex-iii/all-staff/national/2017",
		"annex-iii/all-staff/professional/2017": "annex-sum annex-iii/all-staff/total/2017, tables-differ annex-iii/all-staff/professional/2017",
		// Tables 1 and 3 against Annex V by their scopes; earlier years add up.
		"annex-iii/men-and-women/F/2017":     "annex-sum annex-iii/men-and-women/total/2017, tables-differ annex-iii/men-and-women/F/2017",
		"annex-iii/men-and-women/M/2017":     "annex-sum annex-iii/men-and-women/total/2017, tables-differ annex-iii/men-and-women/M/2017",
		"annex-iii/men-and-women/total/2017": "annex-sum annex-iii/men-and-women/total/2017, tables-differ annex-iii/men-and-women/total/2017",
		"annex-iii/men-and-women/F/2014":     "annex-sum annex-iii/men-and-women/total/2014",
		"annex-iii/senior/total/2017":        "annex-sum annex-iii/senior/total/2017, tables-differ annex-iii/senior/total/2017",
		"annex-iii/senior/M/2013":            "annex-sum annex-iii/senior/total/2013",
		"annex-iii/all-staff/total/1995":     "annex-sum annex-iii/all-staff/total/1995",
		// Table 2 by grade, and with those whom it leaves out.
		"annex-iii/women-by-grade/total/P-4":     "annex-sum annex-iii/women-by-grade/total/P-4, tables-differ annex-iii/women-by-grade, tables-differ annex-iii/women-by-grade/total/P-4",
		"annex-iii/women-by-grade/F/D-1-D-2":     "annex-sum annex-iii/women-by-grade/total/D-1-D-2",
		"annex-iii/women-by-grade/total/D-1-D-2": "annex-sum annex-iii/women-by-grade/total/D-1-D-2, tables-differ annex-iii/women-by-grade, tables-differ annex-iii/women-by-grade/total/D-1-D-2",
		"annex-v/total/E-1":                      "annex-row annex-v/total, annex-sum annex-v/total/E-1, tables-differ annex-iii/women-by-grade",
		"annex-v/total/D-2":                      "annex-row annex-v/total, annex-sum annex-v/total/D-2, tables-differ annex-iii/senior/total/2017, tables-differ annex-iii/women-by-grade/total/D-1-D-2",
		// Annex VI against the rows of Annex V.
		"annex-vi/member/2017": "annex-sum annex-vi/total/2017, tables-differ annex-vi/member/2017",
		"annex-vi/other/2017":  "annex-sum annex-vi/total/2017, tables-differ annex-vi/other/2017",
		"annex-vi/total/2017":  "annex-sum annex-vi/total/2017, tables-differ annex-vi/total/2017",
		"annex-vi/total/2013":  "annex-sum annex-vi/total/2013",
	} {
		if got := disagreements(t, w, key); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", key, got, want)
		}
	}
}

// A figure that was published is held against ours, whichever of the two is
// wrong.
func TestRulesOfTheHistory(t *testing.T) {
	text, err := os.ReadFile(example + "/data/history.csv")
	if err != nil {
		t.Fatal(err)
	}
	for old, c := range map[string]struct{ row, want string }{
		"2017,professional/women,679\n":                        {"2017,professional/women,680\n", "history.csv:professional/women/2017"},
		"2017,professional/total,1467\n":                       {"2017,professional/total,1466\n", "history.csv:professional/total/2017"},
		"2017,staffing/total,10978\n":                          {"2017,staffing/total,10979\n", "history.csv:staffing/total/2017"},
		"2017,professional-by-grade/men/P-4,149\n":             {"2017,professional-by-grade/men/P-4,150\n", "history.csv:professional-by-grade/men/P-4/2017"},
		"2017,p5-and-higher/change-in-percentage-of-women,4\n": {"2017,p5-and-higher/change-in-percentage-of-women,3\n", "history.csv:p5-and-higher/change-in-percentage-of-women/2017"},
		"2014,professional/percentage-of-women,44\n":           {"2014,professional/percentage-of-women,45\n", "history.csv:professional/percentage-of-women/2014"},
		"2016,professional-nationalities/total-nationalities-represented,127\n": {
			"2016,professional-nationalities/total-nationalities-represented,128\n",
			"history.csv:professional-nationalities/total-nationalities-represented/2016",
		},
	} {
		if !strings.Contains(string(text), old) {
			t.Fatalf("the history has no line %q", old)
		}
		w := files{"data/history.csv": strings.Replace(string(text), old, c.row, 1)}.build(t, "en")
		if strings.Contains(old, "2016,") && !strings.Contains(w.faults(), "the sum of the rows above Annex\u00a0IV, All nationalities represented, 2016 is 127") {
			t.Error(w.faults())
		}
		if got := w.found("published-differs"); strings.Count(got, "\n") != 5 || !strings.Contains(got, "("+c.want+")") {
			t.Errorf("%s is found as\n%s", strings.TrimSpace(c.row), got)
		}
	}
}

// An organization whose staff stands in one matrix only: whole, but not apart.
func TestRulesNeedTheirTables(t *testing.T) {
	one := strings.Replace(editionText, "categories: [general-service, national-officer]", "categories: [general-service, national-officer, professional]", 1)
	one = strings.Replace(one, "NO-D, UG]", "NO-D, E-1, E-2, D-2, D-1, P-5, P-4, P-3, P-2, P-1, UG]", 1)
	from, to := strings.Index(one, "  - {id: annex-v,"), strings.Index(one, "data:\n")
	w := files{"edition.yaml": one[:from] + one[to:]}.build(t, "en")
	if got := w.found("tables-differ", "annex-row", "annex-sum", "annex-sex"); got != "" {
		t.Error(got)
	}
	if got := disagreements(t, w, "annex-iv/total/total"); !strings.Contains(got, "tables-differ annex-iii/all-staff/total/2017") || strings.Contains(got, "national/2017") {
		t.Error(got)
	}
	// Twice the same people: no sum of annexes is all staff.
	twice := strings.Replace(editionText, "  - {id: annex-v,", "  - {id: annex-x, generator: nationality-matrix, title: Again, categories: [professional], grades: [UG]}\n  - {id: annex-v,", 1)
	w = files{"edition.yaml": twice}.build(t, "en")
	if got := w.found("tables-differ"); strings.Contains(got, "all-staff/total") {
		t.Error(got)
	}
}
