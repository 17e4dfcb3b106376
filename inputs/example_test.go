package inputs

import (
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
)

// TestExampleReproducesTheReport compares each figure of the annual report for
// 2017 that counts offices, or is a share of them, with what the answers of the
// example give. Shares are rounded as they are printed.
func TestExampleReproducesTheReport(t *testing.T) {
	var files source.Files
	var r source.Reporter
	in := Load(filepath.Join("examples", "annual-report-2017"), "", &files, &r)
	f, err := os.Open(filepath.Join("examples/annual-report-2017/testdata", "questionnaire.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+108+9 {
		t.Fatalf("%d rows", len(rows))
	}
	counted := 0
	for _, row := range rows[1:] {
		name, value, unit, year, earlier := row[2], row[3], row[4], row[5], row[6]
		fact, ok := in.Facts.Lookup(name)
		if !ok || fact.Value == nil {
			t.Errorf("%s: there is no fact %s", row[1], name)
			continue
		}
		if got := fact.Value.FloatString(0); got != value || fact.Unit != unit {
			t.Errorf("%s is %s %s, in paragraph %s %s %s", name, got, fact.Unit, row[0], value, unit)
		}
		if year != "" && (fact.Was == nil || fact.Was.Value.Cmp(rat(earlier)) != 0 || fact.Was.Year != 2016) {
			t.Errorf("%s was %+v, in paragraph %s %s in %s", name, fact.Was, row[0], earlier, year)
		}
		p, _ := in.Expand(fact.Key())
		if len(p.Of) != 1 || !strings.HasPrefix(string(p.Of[0]), surveyPrefix) {
			t.Errorf("%s does not come from the answers: %+v", name, p)
			continue
		}
		if p, _ := in.Expand(p.Of[0]); p.Method != "count" || !strings.Contains(files.String(p.Inputs[0].Start), "data/") {
			t.Errorf("%s comes from %+v", name, p)
		}
		counted++
	}
	if counted != 117 {
		t.Errorf("%d figures come from the answers", counted)
	}
	for _, d := range r.All() {
		if strings.HasPrefix(string(d.Code), "survey") || strings.HasPrefix(string(d.Code), "fact") {
			t.Errorf("%s %s: %s", files.String(d.At.Start), d.Code, d.Message)
		}
	}
}

func rat(s string) *big.Rat {
	v, _ := new(big.Rat).SetString(s)
	return v
}
