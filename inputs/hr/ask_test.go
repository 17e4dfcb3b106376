package hr

import (
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// messy has values that nobody but a person can decide.
func messy() given {
	rows := [][]string{{"Nationality", "Grade", "Sex"}}
	for range 40 {
		rows = append(rows, []string{"Albania", "P-4", "F"}, []string{"France", "P-3", "M"})
	}
	return text("Staff.csv", ",", append(rows,
		[]string{"Korea", "P-4", "F"}, []string{"Korea", "ASG", "M"}, []string{"Afghanisten", "P-9", "F"}, []string{"", "P-2", ""},
		[]string{"Kenya", "P-2", "F"}, []string{"Kenya", "UG", "F"},
	)...)
}

const asked = `# Asked by assemble import. Write each answer behind the colon, then import again.
asked:
  hr:
    nationality:
      "Korea":    # 2 rows: Staff!A82, A83; perhaps KOR or PRK; write the alpha-3 code of a State, OTHER, or {leave-out: "why"}
      "Afghanisten":    # 1 row: Staff!A84; perhaps AFG; write the alpha-3 code of a State, OTHER, or {leave-out: "why"}
      "(blank)":    # 1 row: Staff!A85; perhaps OTHER; write the alpha-3 code of a State, OTHER, or {leave-out: "why"}
    grade:
      "ASG":    # 1 row: Staff!B83; perhaps E-2; write a grade such as P-4, or {leave-out: "why"}
      "P-9":    # 1 row: Staff!B84; write a grade such as P-4, or {leave-out: "why"}
    sex:
      "Sex":
        "(blank)":    # 1 row: Staff!C85; perhaps U; write F, M, X, U where it is not recorded, or {leave-out: "why"}
    misfit:
      "UG":    # 1 row: Staff!B87; write the category or the grade that is right, or {leave-out: "why"}
`

func TestAsk(t *testing.T) {
	x := tryImport(t, "", messy())
	text, ok := x.im.Ask()
	if !ok || string(text) != asked {
		t.Errorf("asked %v\n%s", ok, text)
	}
	if r := x.im.Ledger.Rows; r.Open != 5 || r.Counted != 81 {
		t.Errorf("rows %+v", r)
	}
	if !x.im.Failed() || x.im.Questions() != 7 {
		t.Errorf("failed %v, %d questions\n%s", x.im.Failed(), x.im.Questions(), x.messages())
	}
	// Asked again, nothing changes.
	again := tryImport(t, string(text), messy())
	if text, ok := again.im.Ask(); !ok || string(text) != asked {
		t.Errorf("asked again %v\n%s", ok, text)
	}
}

// answer fills in answers.
func answer(text string, answers ...string) string {
	for i := 0; i < len(answers); i += 2 {
		text = strings.Replace(text, `"`+answers[i]+`": `, `"`+answers[i]+`": `+answers[i+1]+" ", 1)
	}
	return text
}

func TestAnswers(t *testing.T) {
	done := answer(asked, "Korea", "KOR", "Afghanisten", "AFG", "(blank)", "OTHER", "ASG", "E-2", "P-9", `{leave-out: "no such grade"}`, "UG", "professional")
	done = strings.Replace(done, "        \"(blank)\": ", "        \"(blank)\": U ", 1)
	x := tryImport(t, done, messy())
	if x.im.Failed() {
		t.Fatal(x.messages())
	}
	want := "2017,professional,E-2,KOR,M,1\n2017,professional,P-4,ALB,F,40\n2017,professional,P-4,KOR,F,1\n2017,professional,P-3,FRA,M,40\n" +
		"2017,professional,P-2,KEN,F,1\n2017,professional,P-2,OTHER,U,1\n2017,professional,UG,KEN,F,1\n"
	if got := string(x.im.CSV()); got != strings.Join(Columns(), ",")+"\n"+want {
		t.Errorf("counted\n%s", got)
	}
	if text, ok := x.im.Ask(); !ok || string(text) != done {
		t.Errorf("answers were changed:\n%s", text)
	}
	var used []string
	for _, d := range x.im.Ledger.Decisions {
		used = append(used, d.About+" "+d.Answer)
	}
	if len(used) != 7 {
		t.Errorf("decisions %q", used)
	}
	// The year after asks only what is new.
	next := tryRequest(t, Request{Year: 2018}, done, messy(), text("New.csv", ",", []string{"Nationality", "Grade", "Sex"}, []string{"Korea", "P-4", "F"}, []string{"Kenya", "P-1", "F"}, []string{"Kenya", "P-2", "F"}, []string{"Kenya", "P-3", "F"}, []string{"Kenya", "P-3", "M"}, []string{"Atlantis", "P-3", "M"}))
	if n := next.im.Questions(); n != 1 || !strings.Contains(next.messages(), `"Atlantis" is no nationality that is known`) {
		t.Errorf("%d questions\n%s", n, next.messages())
	}
}

// What a person wrote stays, whatever its form.
func TestAskKeeps(t *testing.T) {
	own := `# our decisions
hr:
  grade: {"P.4/VI": P-4, "SSA": {leave-out: "consultant contract"}}   # agreed in March
  nationality:
    "Macedonia": MKD

    "stateless": OTHER
`
	x := tryImport(t, own, messy())
	text, ok := x.im.Ask()
	if !ok || string(text) != own+"\n"+asked {
		t.Errorf("%v\n%s", ok, text)
	}
	for name, broken := range map[string]string{
		"a flow": "asked: {hr: {grade: {\"X\": P-4}}}\n",
		"other indentation": `asked:
    hr:
        grade:
            "X": P-4
`,
	} {
		x := tryImport(t, broken, messy())
		text, ok := x.im.Ask()
		if !ok {
			continue // it says so and leaves the file alone
		}
		var r source.Reporter
		d := ReadDecisions(text, 0, &r)
		if a, found := d.Find(topic{"grade", "X"}); !found || a.Value != "P-4" || r.Failed() {
			t.Errorf("%s is lost:\n%s", name, text)
		}
	}
}

// The sample of the file format is read, and used.
func TestSampleOfDecisions(t *testing.T) {
	sample := `# decisions.yaml
hr:
  grade: {"P.4/VI": P-4, "SSA": {leave-out: "consultant contract"}}
  nationality: {"Macedonia": MKD, "stateless": OTHER}
  sex: {"Geschlecht": {"W": F, "M": M}}        # by column head
  hidden_rows: {"Staff!88-90": {leave-out: "filtered leavers"}}
`
	rows := "Nationality,Grade,Gender\nMacedonia,P.4/VI,F\nstateless,SSA,F\nStateless,P-3,M\n"
	x := tryImport(t, sample, given{"Staff.csv", []byte(rows)})
	if got := string(x.im.CSV()); x.im.Failed() || !strings.HasSuffix(got, "\n2017,professional,P-4,MKD,F,1\n2017,professional,P-3,OTHER,M,1\n") {
		t.Errorf("%s\n%s", got, x.messages())
	}
	if text, ok := x.im.Ask(); !ok || string(text) != sample {
		t.Errorf("the sample was changed:\n%s", text)
	}
}

// Questions that are settled by a new workbook go away; comments and answers of
// the person stay where they are.
func TestAskDrops(t *testing.T) {
	before := strings.Replace(asked, `      "Afghanisten": `, "      # I have asked Bangkok\n      \"Atlantis\": OTHER    # my own\n      \"Afghanisten\": ", 1)
	x := tryImport(t, before, text("Staff.csv", ",", []string{"Nationality", "Grade", "Sex"}, []string{"Albania", "P-4", "F"}))
	text, ok := x.im.Ask()
	want := `# Asked by assemble import. Write each answer behind the colon, then import again.
asked:
  hr:
    nationality:
      # I have asked Bangkok
      "Atlantis": OTHER    # my own
`
	if !ok || string(text) != want {
		t.Errorf("%v\n%s", ok, text)
	}
	x = tryImport(t, asked, given{"Staff.csv", []byte("Nationality,Grade,Sex\nAlbania,P-4,F\n")})
	if text, ok := x.im.Ask(); !ok || string(text) != "" {
		t.Errorf("%v\n%s", ok, text)
	}
	other := "asked:\n  hr:\n    grade:\n      \"Q\":    # 1 row\n  survey:\n    office:\n      \"x\":\n# the end\nhr:\n  grade: {\"Z\": P-4}\n"
	x = tryImport(t, other, given{"Staff.csv", []byte("Nationality,Grade,Sex\nAlbania,P-4,F\n")})
	if text, ok := x.im.Ask(); !ok || string(text) != "asked:\n  survey:\n    office:\n      \"x\":\n# the end\nhr:\n  grade: {\"Z\": P-4}\n" {
		t.Errorf("%v\n%s", ok, text)
	}
}

// What must be corrected in the workbook is not asked, and does not keep the rest
// from being asked.
func TestAskBesideFaults(t *testing.T) {
	x := tryImport(t, "", given{"Staff.csv", []byte(base + "Kenya,#N/A,F\nKenya,P-17,M\n")})
	text, ok := x.im.Ask()
	if want := "    grade:\n      \"P-17\": "; !ok || !strings.Contains(string(text), want) || strings.Contains(string(text), "#N/A") || x.im.Questions() != 1 {
		t.Errorf("%v\n%s", ok, text)
	}
	if m := x.messages(); !strings.Contains(m, "Staff.csv!Staff!B7 hr-cells-error: cells of the grade hold an error value such as #N/A (1 row: B7) | correct the formulas in the workbook") {
		t.Error(m)
	}
}

func TestWrongAnswers(t *testing.T) {
	x := tryImport(t, answer(asked, "Korea", "KORR", "ASG", "P4x", "UG", "dirextor"), messy())
	m := x.messages()
	for _, want := range []string{`hr-answer: the answer "KORR" is not a nationality | write the alpha-3 code of a State`, `hr-answer: the answer "P4x" is not a grade | write a grade such as P-4`, `hr-answer: the answer "dirextor" is not a category that has this grade`} {
		if !strings.Contains(m, want) {
			t.Errorf("nothing says %q\n%s", want, m)
		}
	}
	x = tryImport(t, "hr:\n  status: {Abroad: COUNT, Ill: yes}\n", given{"Staff.csv", []byte("Nationality,Grade,Sex,Status\nKenya,P-4,F,Abroad\nKenya,P-4,F,Ill\n")})
	if m := x.messages(); strings.Contains(m, "COUNT") || !strings.Contains(m, `hr-answer: the answer "yes" is not count or leave-out | write count, or {leave-out: "why"}`) {
		t.Error(m)
	}
	x = tryImport(t, "hr: {grade: {\"X\": P-4}}\nasked: {hr: {grade: {\"x\": P-3}}}\n", messy())
	if m := x.messages(); !strings.Contains(m, `decide-twice: "x" is decided a second time, and otherwise`) {
		t.Error(m)
	}
}

func FuzzAsk(f *testing.F) {
	for _, s := range []string{"", asked, "hr: {}\n", "asked:\n", "asked:\n  hr:\n", "asked:\n  survey:\n    x: 1\n", "a: |\n  asked:\n  hr:\n", "asked:\n      \"0\":", "asked:\r\n  hr:\r\n    grade:\r\n      \"X\":\r\n"} {
		f.Add(s)
	}
	table, staff, cutoff := states(f), messy(), day(f)
	ask := func(before string) ([]byte, bool) {
		var x trial
		q := Request{Year: 2017, AsOf: cutoff, World: table, Report: &x.report}
		q.Books = []*sheet.Book{sheet.Read(staff.name, staff.data, &x.files, &x.report)}
		q.Decisions = ReadDecisions([]byte(before), x.files.Add("data/decisions.yaml", []byte(before)), &x.report)
		return Import(q).Ask()
	}
	f.Fuzz(func(t *testing.T, before string) {
		after, ok := ask(before)
		if !ok {
			return
		}
		if twice, ok := ask(string(after)); ok && string(twice) != string(after) {
			t.Fatalf("not stable:\n%s\nand then\n%s", after, twice)
		}
	})
}

// A status may be a long one. One that may hold personal data is not shown; rules
// of the edition can name it all the same.
func TestLongStatus(t *testing.T) {
	const long = "On loan to another organization of the common system"
	rows := "Nationality,Grade,Sex,Status\n" + strings.Repeat("Kenya,P-4,F,Active\n", 20) + "Kenya,P-4,F," + long + "\nKenya,P-4,F,away until 1 May 2018\n"
	m := tryImport(t, "", given{"Staff.csv", []byte(rows)}).messages()
	if !strings.Contains(m, `does "`+long+`" count (status)`) || !strings.Contains(m, "hold what is no status (1 row: D23) | say in edition.yaml, hr: rules, which of them count") || strings.Contains(m, "May") {
		t.Error(m)
	}
}

// The page names rows, however long the name of their sheet is.
func TestBrief(t *testing.T) {
	name := strings.Repeat("Ré", 50) + "!"
	rows := strings.Repeat("1003,", 60) + "2"
	if got, want := brief([]string{name + rows}), name+strings.Repeat("1003,", 10)+"1003 …"; got != want {
		t.Errorf("%s\n%s", got, want)
	}
	for _, s := range []string{name, name + "2-4", strings.Repeat("é", 50)} {
		if got := brief([]string{s}); got != s {
			t.Errorf("%s became %s", s, got)
		}
	}
}
