package survey

import (
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

func readRegister(t testing.TB, text string) (*Offices, string) {
	t.Helper()
	var files source.Files
	var r source.Reporter
	b := sheet.Read("o.csv", []byte(text), &files, &r)
	g := ReadRegister(b, states(t), &r)
	var out []string
	for _, d := range r.All() {
		out = append(out, strings.TrimPrefix(files.String(d.At.Start), "o.csv!o!")+" "+string(d.Code)+": "+d.Message)
	}
	return g, strings.Join(out, "\n")
}

// A register is read as people keep it, and as it is written.
func TestReadRegister(t *testing.T) {
	g, faults := readRegister(t, "Name,Office code,Kind of office,Pays,Region,Opened,Closed\n Accra ,GHA-ACC,country office,Ghana,West  Africa,01.02.2010,\n"+
		"Paris,FRA-PAR,Bureau de pays,FRA,,,31/12/2016\nNorth,RO-1,RO,,,,\n,,,,,,\nGeneva,HQ,Siège,,,,\nSub,S-1,Sub-office,Côte d'Ivoire,,,\n")
	const want = `office,name,kind,country,region,from,to
FRA-PAR,Paris,country-office,FRA,,,2016-12-31
GHA-ACC,Accra,country-office,GHA,West Africa,2010-02-01,
HQ,Geneva,headquarters,,,,
RO-1,North,regional-office,,,,
S-1,Sub,other,CIV,,,
`
	if got := string(g.Text()); faults != "" || got != want {
		t.Errorf("%s\n%s", faults, got)
	}
	again, faults := readRegister(t, want)
	if string(again.Text()) != want || faults != "" {
		t.Errorf("%s\n%s", faults, again.Text())
	}
	for name, c := range map[string]struct{ text, want string }{
		"no kind":   {"Code,Name\nA,x\n", "1 survey-columns: the register has no column kind"},
		"no office": {"Code,Name,Kind\n", "o.csv!o survey-empty: the register has no offices"},
		"all at once": {
			"Code,Name,Kind,Country,From,To\n-,,ship,Atlantis,1/2/2017,x\nA,x,other,,,\na,y,other,,2017-02-01,2017-01-01\n",
			"A2 survey-office: \"-\" is not the code of an office\nB2 survey-name: \"\" is not the name of an office\nC2 survey-kind: \"ship\" is not a kind of office\n" +
				"D2 survey-country: \"Atlantis\" is not a country\nE2 survey-date: \"1/2/2017\" is not a date, or one of two\nF2 survey-date: \"x\" is not a date, or one of two\n" +
				"A4 survey-twice: \"a\" stands in row 3 too",
		},
		"closed early": {"Code,Name,Kind,From,To\nA,x,other,2017-02-01,2017-01-01\n", "E2 survey-date: \"2017-01-01\" is before the day on which the office was opened"},
	} {
		if _, faults := readRegister(t, c.text); faults != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, faults, c.want)
		}
	}
}

func FuzzReadRegister(f *testing.F) {
	f.Add("Code,Name,Kind,Country\nA,x,CO,Ghana\n")
	f.Add("office,name,kind,country,region,from,to\nA,'=x,other,,,2017-01-01,2017-12-31\n\n,,\n")
	table := states(f)
	f.Fuzz(func(t *testing.T, text string) {
		var files source.Files
		var r source.Reporter
		b := sheet.Read("o.csv", []byte(text), &files, &r)
		if b == nil {
			return
		}
		g := ReadRegister(b, table, &r)
		if r.Failed() {
			return
		}
		var after source.Reporter
		if again := ReadOffices(g.Text(), 1, table, &after); after.Failed() || string(again.Text()) != string(g.Text()) {
			t.Fatalf("%q is written\n%s\n%v", text, g.Text(), after.All())
		}
	})
}
