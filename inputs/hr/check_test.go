package hr

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"assemble/inputs/source"
)

// held is what CheckLedger says of a table, one line each.
func held(t *testing.T, table string, l *Ledger) string {
	t.Helper()
	var files source.Files
	var r source.Reporter
	CheckLedger([]byte(table), files.Add("h.csv", []byte(table)), l, &r)
	var out []string
	for _, d := range r.All() {
		out = append(out, files.String(d.At.Start)+" "+d.Message+" {"+d.Key+"}")
	}
	return strings.Join(out, "\n")
}

func TestCheckLedger(t *testing.T) {
	x := tryImport(t, "", given{"Staff.csv", []byte(base)})
	var r source.Reporter
	l := ReadLedger(x.im.Ledger.JSON(), 1, &r)
	if l == nil {
		t.Fatal("the ledger cannot be read again")
	}
	table := string(x.im.CSV())
	if sha([]byte(table)) != l.Written.SHA256 {
		t.Error("the hash is that of something else")
	}
	for _, c := range []struct{ name, table, want string }{
		{"as imported", table, ""},
		{"line ends", strings.ReplaceAll(table, "\n", "\r\n"), ""},
		{"count", strings.Replace(table, "ALB,F,2", "ALB,F,3", 1), "h.csv:4 the line was changed by hand; the import left 2, from Staff!2-3 {headcount-2017.csv:2017,professional,P-4,ALB,F}"},
		{"added", table + "2017,professional,P-4,AUT,F,1\n", "h.csv:6 the line was added by hand; no row of the workbook stands behind it {headcount-2017.csv:2017,professional,P-4,AUT,F}"},
		{"taken out", strings.Replace(table, "2017,professional,P-3,FRA,M,1\n", "", 1), "h.csv a line was taken out by hand: 2017,professional,P-3,FRA,M,1 {headcount-2017.csv:2017,professional,P-3,FRA,M}"},
		{"empty", "", "h.csv a line was taken out"},
	} {
		if got := held(t, c.table, l); got != c.want && (c.name != "empty" || strings.Count(got, "\n") != 3) {
			t.Errorf("%s: %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCheckLedgerNamesFew(t *testing.T) {
	l := &Ledger{}
	for i := range 100 {
		l.Lines = append(l.Lines, LedgerLine{Line: fmt.Sprintf("%d,1", i)})
	}
	if got := held(t, "", l); strings.Count(got, "\n") != maxByHand || !strings.Contains(got, "80 more lines were changed by hand") {
		t.Error(got)
	}
}

func TestReadLedgerFaults(t *testing.T) {
	for text, want := range map[string]string{"{": "no JSON", "[]": "no JSON", "{}": "schema 0", `{"schema":9}`: "schema 9"} {
		var r source.Reporter
		if l := ReadLedger([]byte(text), 1, &r); l != nil || len(r.All()) != 1 || !strings.Contains(r.All()[0].Message, want) {
			t.Errorf("%s: %v", text, r.All())
		}
	}
}

// Who changes a table and its ledger is found out by the hash.
func TestLedgerChangedByHand(t *testing.T) {
	x := tryImport(t, "", given{"Staff.csv", []byte(base)})
	text := strings.Replace(string(x.im.Ledger.JSON()), "ALB,F,2", "ALB,F,3", 1)
	var r source.Reporter
	if l := ReadLedger([]byte(text), 1, &r); l == nil || len(r.All()) != 1 || !strings.Contains(r.All()[0].Message, "the ledger was changed by hand") {
		t.Error(r.All())
	}
}

func TestMovements(t *testing.T) {
	before := map[string]int64{"a": 100, "b": 100, "c": 10, "d": 40, "f": 1000}
	now := map[string]int64{"a": 125, "b": 124, "c": 15, "e": 30, "f": 1200}
	want := "[{d 40 0} {e 0 30} {a 100 125}]"
	if got := fmt.Sprint(Movements(before, now, 25, 20)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestDisclose(t *testing.T) {
	g := NewRegister(2017, Row{Professional, "P-4", "ALB", Female, 1, 2}, Row{Professional, "P-4", "FRA", Female, 9, 3}, Row{Professional, "P-4", "FRA", Male, 1, 3},
		Row{GeneralService, "G-5", "KEN", Male, 1, 4}, Row{Professional, "P-5", Other, Male, 1, 5})
	d := Disclose(g, []Category{Professional}, 5)
	if got := fmt.Sprintf("%+v", d); got != "{Rows:2 Single:[ALB] Few:5 Below:5}" {
		t.Error(got)
	}
}

func FuzzLedger(f *testing.F) {
	f.Add("{\"schema\":1,\"lines\":[{\"line\":\"2017,a,1\"}]}", "year\n2017,a,2\n")
	f.Add("", "")
	f.Add("{\"schema\":1}", ",\n,,\n\r\n")
	f.Fuzz(func(t *testing.T, ledger, table string) {
		var r source.Reporter
		if l := ReadLedger([]byte(ledger), 1, &r); l != nil {
			CheckLedger([]byte(table), 1, l, &r)
		}
	})
}

// The example was imported, and nobody has changed it since.
func TestExampleIsAsImported(t *testing.T) {
	text, err := os.ReadFile("../examples/annual-report-2017/data/headcount-2017.import.json")
	if err != nil {
		t.Fatal(err)
	}
	var r source.Reporter
	l := ReadLedger(text, 1, &r)
	if l == nil {
		t.Fatal(r.All())
	}
	balance(t, l)
	table := string(published(t))
	if got := held(t, table, l); got != "" || sha([]byte(table)) != l.Written.SHA256 || l.Rows.Persons != 10978 {
		t.Errorf("%d persons\n%s", l.Rows.Persons, got)
	}
}
