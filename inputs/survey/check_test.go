package survey

import (
	"strings"
	"testing"

	"assemble/inputs/source"
)

func TestCheckLedger(t *testing.T) {
	x := newImport(t, form(t), wideCSV(wideHead, "HQ,yes,law,3,na,,,", "GHA-ACC,no,,,,1.5,,"))
	im := x.run()
	if im.Failed() {
		t.Fatal(x.faults())
	}
	text := string(im.Answers.Text(im.Book))
	for name, c := range map[string]struct{ text, want string }{
		"as it was":         {text, ""},
		"with other ends":   {"\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"), ""},
		"another answer":    {strings.Replace(text, "GHA-ACC,support,no", "GHA-ACC,support,yes", 1), "the answers were changed by hand since their import"},
		"no answer":         {strings.Replace(text, "GHA-ACC,support,no,,answered", "GHA-ACC,support,,,blank", 1), "the answers were changed by hand since their import, to support"},
		"nobody is left":    {"office,question,option,value,state\n", "the answers were changed by hand since their import, to support, kinds_of, officials, camps, km, since, remarks"},
		"one office is out": {strings.ReplaceAll(text, "GHA-ACC,", "GHA-TML,"), "the answers were changed by hand since their import"},
	} {
		var r source.Reporter
		l := ReadLedger(im.Ledger.JSON(), 1, &r)
		y := im.Results()
		y.Answers = ReadAnswers([]byte(c.text), 2, 2017, im.Book, im.Offices, &r)
		CheckLedger(y, []byte(c.text), l, &r)
		var got []string
		for _, d := range r.All() {
			got = append(got, d.Message)
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReadLedgerFaults(t *testing.T) {
	for text, want := range map[string]string{"": "the ledger is no JSON that an import wrote", `{"schema": 2}`: "schema 2 of the ledger is not known to this program"} {
		var r source.Reporter
		if ReadLedger([]byte(text), 1, &r) != nil || len(r.All()) != 1 || r.All()[0].Message != want {
			t.Errorf("%q: %v", text, r.All())
		}
	}
}

func FuzzReadLedger(f *testing.F) {
	f.Add([]byte(`{"schema": 1, "written": [{"name": "answers-2017.csv"}], "questions": [{"question": "s"}]}`))
	f.Add([]byte("[]"))
	y := &Year{Offices: NewOffices(1, nil), Book: NewCodebook(1, nil), Answers: NewAnswers(2017, 1, nil)}
	f.Fuzz(func(t *testing.T, text []byte) {
		var r source.Reporter
		if l := ReadLedger(text, 1, &r); l != nil {
			CheckLedger(y, text, l, &r)
		} else if !r.Failed() {
			t.Fatal("no ledger and no fault")
		}
	})
}
