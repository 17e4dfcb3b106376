package inputs

import (
	"strings"
	"testing"
)

const ledgerOfStaff = `{"schema": 1, "year": 2017, "written": {"name": "headcount-2017.csv", "sha256": "2b2af925d09f8ba08446a6dd83362574a9435142f0c6f25f836b86d9448f86fc"}, "lines": [
{"line": "2017,general-service,G-3,ALB,F,3", "from": "Staff!2-4"},
{"line": "2017,national-officer,NO-A,SYR,M,4", "from": "Staff!5-8"},
{"line": "2017,professional,P-4,ALB,F,10", "from": "Staff!9-18"},
{"line": "2017,professional,P-4,ALB,M,4", "from": "Staff!19-22"},
{"line": "2017,professional,P-4,FRA,F,2", "from": "Staff!23-24"},
{"line": "2017,professional,P-5,IDN,M,1", "from": "Staff!25"},
{"line": "2017,professional,P-5,SYR,F,1", "from": "Staff!26"},
{"line": "2017,professional,UG,OTHER,X,2", "from": "Staff!27-28"}]}`

func TestLedgerIsChecked(t *testing.T) {
	_, r, f := loadStaff(t, map[string]string{"data/headcount-2017.import.json": ledgerOfStaff})
	want := "data/headcount-2017.csv:3 hr-by-hand: the line was changed by hand; the import left 4, from Staff!5-8"
	if got := faults(r, f); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	_, r, f = loadStaff(t, map[string]string{"data/headcount-2017.import.json": "{"})
	if got := faults(r, f); !strings.HasPrefix(got, "data/headcount-2017.import.json hr-ledger: the ledger is no JSON") {
		t.Error(got)
	}
}

// Totals are held against what was published of the year before, nationalities
// against its headcounts; how far a row may move is said by the edition.
func TestMoved(t *testing.T) {
	edition := strings.Replace(staffed(nil)["edition.yaml"], "data:\n  headcount: {2017: data/headcount-2017.csv}",
		"hr: {moved: {per_cent: 10, persons: 2}}\n"+
			"annexes:\n  - {id: annex-v, generator: nationality-matrix, title: {en: Staff}, categories: [professional], grades: [P-4, P-5, UG]}\n"+
			"data:\n  headcount: {2016: data/headcount-2016.csv, 2017: data/headcount-2017.csv}", 1)
	_, r, f := loadStaff(t, map[string]string{
		"edition.yaml":            edition,
		"data/headcount-2016.csv": "year,category,grade,nationality,sex,headcount\n2016,professional,P-4,ALB,F,14\n2016,professional,P-4,FRA,F,9\n2016,professional,P-4,KEN,F,3\n2016,general-service,G-3,ALB,F,30\n",
	})
	want := "data/headcount-2017.csv hr-moved: 2 series of history moved by 10 per cent and 2 persons or more since 2016: staffing/total 25 to 28; professional/total 18 to 20\n" +
		"data/headcount-2017.csv hr-moved: 3 rows of annex-v moved by 10 per cent and 2 persons or more since 2016: France 9 to 2; Kenya 3 to 0; OTHER 0 to 2"
	if got := faults(r, f); got != want || r.Failed() {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
