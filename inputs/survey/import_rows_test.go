package survey

import (
	"fmt"
	"strings"
	"testing"
)

// wide is a plain table of rows below heads.
func wideCSV(rows ...string) map[string][]byte {
	return map[string][]byte{"wide.csv": []byte(strings.Join(rows, "\n") + "\n")}
}

const wideHead = "office,Support,Kinds-of,officials,camps,km,since,remarks"

func form(t testing.TB) []byte { return workbook(t, formSheets, "survey", "choices", "settings") }

// What an import says of rows it cannot take, and what becomes of them.
func TestRows(t *testing.T) {
	f := form(t)
	for name, c := range map[string]struct {
		rows, decisions string
		faults          string
		counted         string // offices
		excluded        string
	}{
		"last row of an office": {
			rows: wideHead + "\nHQ,yes,law,,,,,\nGHA-ACC,no,,,,,,\nHQ,no,,,,,,", faults: "wide.csv!wide!A2 survey-again: 1 office answered more than once; the last answers count: HQ (row 4)",
			counted: "GHA-ACC HQ", excluded: "the office answered again later 2",
		},
		"last that was sent": {
			rows:    "Timestamp," + wideHead + "\n2018-01-03,HQ,yes,law,,,,,\n2018-01-02,HQ,no,,,,,,\n,HQ,no,,,,,,\n2018-01-01,GHA-ACC,no,,,,,,",
			faults:  "wide.csv!wide!B3 survey-again: 1 office answered more than once; the last answers count: HQ (row 2)",
			counted: "GHA-ACC HQ", excluded: "the office answered again later 3; not sent 4",
		},
		"days and months change places": {
			rows:    "Timestamp," + wideHead + "\n3/1/2018,HQ,yes,law,,,,,\n2/2/2018,HQ,no,,,,,,\n1/13/2018,GHA-ACC,no,,,,,,",
			faults:  "wide.csv!wide!B3 survey-again: 1 office answered more than once; the last answers count: HQ (row 2)",
			counted: "GHA-ACC HQ", excluded: "the office answered again later 3",
		},
		"nobody knows the month": {
			rows:    "Timestamp," + wideHead + "\n3/1/2018,HQ,yes,law,,,,,\n2/2/2018,HQ,no,,,,,,",
			faults:  "wide.csv!wide!B2 survey-again: 1 office answered more than once; the last answers count: HQ (row 3)",
			counted: "HQ", excluded: "the office answered again later 2",
		},
		"not approved": {
			rows:    "_validation_status," + wideHead + "\nvalidation_status_not_approved,HQ,yes,law,,,,,\nvalidation_status_approved,GHA-ACC,no,,,,,,",
			counted: "GHA-ACC", excluded: "not approved 2",
		},
		"empty rows": {
			rows: wideHead + "\nHQ,,,,,,,\nGHA-ACC,no,,,,,,\n,,,,,,,x y", counted: "GHA-ACC",
			faults:   `wide.csv!wide!A4 survey-ask-offices: no office is named (row 4)`,
			excluded: "no question is answered 2",
		},
		"no rows":                {rows: wideHead, faults: "wide.csv!wide!1 survey-empty: the export has no answers below its heads", counted: "-"},
		"nothing but empty rows": {rows: wideHead + "\nHQ,,,,,,,", faults: "wide.csv!wide!1 survey-empty: no row of the export counts", counted: "", excluded: "no question is answered 2"},
		"nothing but what is left out": {
			rows: wideHead + "\nnowhere,no,,,,,,", decisions: "survey: {offices: {nowhere: {leave-out: a joke}}}\n",
			faults: "wide.csv!wide!1 survey-empty: no row of the export counts", counted: "", excluded: "left out: a joke 2",
		},
		"unknown office": {
			rows: wideHead + "\nAcra,yes,law,,,,,\nGHA-ACC,no,,,,,,\nthe Paris one (FRA-PAR),no,,,,,,", counted: "GHA-ACC",
			faults: "wide.csv!wide!A2 survey-ask-offices: \"Acra\" is not an office of the register (row 2)\nwide.csv!wide!A4 survey-ask-offices: \"the Paris one (FRA-PAR)\" is not an office of the register (row 4)",
		},
		"decided offices": {
			rows: wideHead + "\nAcra,yes,law,,,,,\nFRA-PAR,no,,,,,,\nnowhere,no,,,,,,", counted: "FRA-PAR GHA-ACC", excluded: "left out: a joke 4",
			decisions: "survey: {offices: {acra: GHA-ACC, Nowhere: {leave-out: a joke}}}\n",
		},
		"wrong decision": {
			rows: wideHead + "\nAcra,yes,law,,,,,\nFRA-PAR,no,,,,,,", counted: "FRA-PAR",
			decisions: "survey: {offices: {acra: GHA-AC}}\n", faults: `decisions.yaml:1:20 survey-answer: the answer "GHA-AC" is not an office of the register [GHA-ACC]`,
		},
		"closed office": {
			rows: wideHead + "\nOLD,yes,law,,,,,\nFRA-PAR,no,,,,,,", counted: "FRA-PAR",
			faults: "wide.csv!wide!A2 survey-ask-closed: OLD answered, but was not open on 2017-12-31: the register has it until 2016-06-30 (row 2)",
		},
		"closed office that counts":   {rows: wideHead + "\nOLD,yes,law,,,,,\nFRA-PAR,no,,,,,,", counted: "FRA-PAR OLD", decisions: "survey: {closed: {2017 OLD: count}}\n"},
		"closed office, another year": {rows: wideHead + "\nOLD,yes,law,,,,,", counted: "", decisions: "survey: {closed: {2016 OLD: count}}\n", faults: "wide.csv!wide!A2 survey-ask-closed: OLD answered, but was not open on 2017-12-31: the register has it until 2016-06-30 (row 2)"},
		"no office column":            {rows: "Support,Kinds-of\nyes,law", faults: "wide.csv!wide!1 survey-office: no column names the offices of the register", counted: "-"},
		"no questions":                {rows: "a,b\nc,d", faults: "wide.csv survey-no-answers: no row of heads was found that names questions of the codebook", counted: "-"},
		"a column of office by decision": {
			rows: "where,Support\nHQ,yes", decisions: "survey: {columns: {where: office}}\n", counted: "HQ",
		},
		"offices by name": {rows: "The office,Support\nGeneva,yes\nAccra,no", counted: "GHA-ACC HQ"},
	} {
		t.Run(name, func(t *testing.T) {
			x := newImport(t, f, wideCSV(c.rows))
			x.decisions = c.decisions
			im := x.run()
			if got := x.faults(); got != c.faults {
				t.Errorf("faults\n%s\nwant\n%s", got, c.faults)
			}
			counted := "-"
			if im.Answers != nil {
				counted = strings.Join(im.Answers.Offices(), " ")
			}
			if counted != c.counted {
				t.Errorf("counted %s, want %s", counted, c.counted)
			}
			if im.Ledger == nil {
				return
			}
			var excluded []string
			for _, e := range im.Ledger.Excluded {
				excluded = append(excluded, e.Rule+" "+e.Where)
			}
			if got := strings.Join(excluded, "; "); got != c.excluded {
				t.Errorf("left out %s, want %s", got, c.excluded)
			}
			if r := im.Ledger.Rows; r.Read != r.Counted+r.Excluded+r.Waiting {
				t.Errorf("rows do not balance: %+v", r)
			}
		})
	}
}

// What an import says of cells it cannot read.
func TestCells(t *testing.T) {
	f := form(t)
	for name, c := range map[string]struct {
		row, decisions, faults string
		want                   string // rows of the table of answers that are asked about
	}{
		"an option":      {row: "HQ,maybe,,,,,,", faults: `wide.csv!wide!B2 survey-ask-options: "maybe" is not an option of support (row 2)`},
		"decided":        {row: "HQ,maybe,,,,,,", decisions: "survey: {options: {support: {maybe: 'no'}}}\n", want: "HQ,support,no,,answered"},
		"left out":       {row: "HQ,maybe,,,,,,", decisions: "survey: {options: {support: {Maybe: {leave-out: unclear}}}}\n", want: "HQ,support,,,blank"},
		"wrongly":        {row: "HQ,maybe,,,,,,", decisions: "survey: {options: {support: {maybe: yess}}}\n", faults: `decisions.yaml:1:30 survey-answer: the answer "yess" is not an option of support [yes]`},
		"part of a list": {row: "HQ,yes,\"law; rights\",,,,,", faults: `wide.csv!wide!C2 survey-ask-options: "rights" is not an option of kinds_of (row 2)`},
		"half a number":  {row: "HQ,yes,training,1.5,,,,", faults: `wide.csv!wide!D2 survey-ask-numbers: "1.5" is not a whole number of officials (row 2)`},
		"a thousand":     {row: "HQ,yes,training,1.467,,,,", want: "HQ,officials,,1467,answered"},
		"a thousand km":  {row: "HQ,yes,,,,1.467,,", faults: `wide.csv!wide!F2 survey-ask-numbers: "1.467" is not a number of km (row 2)`},
		"decided km":     {row: "HQ,yes,,,,1.467,,", decisions: "survey: {numbers: {km: {\"1.467\": 1.467}}}\n", want: "HQ,km,,1.467,answered"},
		"words":          {row: "HQ,yes,training,about 20,,,,", faults: `wide.csv!wide!D2 survey-ask-numbers: "about 20" is not a whole number of officials (row 2)`},
		"words decided":  {row: "HQ,yes,training,about 20,,,,", decisions: "survey: {numbers: {officials: {about 20: \"20\"}}}\n", want: "HQ,officials,,20,answered"},
		"decided badly":  {row: "HQ,yes,training,about 20,,,,", decisions: "survey: {numbers: {officials: {about 20: some}}}\n", faults: `decisions.yaml:1:32 survey-answer: the answer "some" is not number of officials`},
		"not applicable": {row: "HQ,yes,training,n/a,N/A,na,NA,N.A.", want: "HQ,officials,,,not-applicable\nHQ,camps,,,not-applicable\nHQ,km,,,not-applicable\nHQ,since,,,not-applicable\nHQ,remarks,,,not-applicable"},
		"a date":         {row: "HQ,yes,,,,,3/4/2017,", faults: `wide.csv!wide!G2 survey-ask-dates: "3/4/2017" is not a date of since, or one of two (row 2)`},
		"a date decided": {row: "HQ,yes,,,,,3/4/2017,", decisions: "survey: {dates: {since: {3/4/2017: 2017-04-03}}}\n", want: "HQ,since,,2017-04-03,answered"},
		"an error":       {row: "HQ,#N/A,,,,,,", faults: "wide.csv!wide!B2 survey-cell: the cell holds an error or a formula without a value"},
		"not asked":      {row: "HQ,no,law,,,,,", faults: "wide.csv!wide!2 survey-passed: kinds_of is answered where the skip logic does not ask it: rows 2", want: "HQ,kinds_of,law,,answered"},
		"two of one":     {row: "HQ,yes no,,,,,,", faults: `wide.csv!wide!B2 survey-ask-options: "yes no" is not an option of support (row 2)`},
	} {
		t.Run(name, func(t *testing.T) {
			x := newImport(t, f, wideCSV(wideHead, c.row))
			x.decisions = c.decisions
			im := x.run()
			if got := x.faults(); got != c.faults {
				t.Fatalf("faults\n%s\nwant\n%s", got, c.faults)
			}
			text := string(im.Answers.Text(im.Book))
			for _, line := range strings.Split(c.want, "\n") {
				if c.want != "" && !strings.Contains(text, line+"\n") {
					t.Errorf("no row %s in\n%s", line, text)
				}
			}
			if used := len(im.Ledger.Decisions); (used > 0) != (c.decisions != "" && c.faults == "") {
				t.Errorf("%d decisions used", used)
			}
		})
	}
}

// Heads that nobody knows are asked about; where most are unknown, the codebook
// is another's.
func TestColumns(t *testing.T) {
	f := form(t)
	x := newImport(t, f, wideCSV("office,Suport,camps,empty,extra", "HQ,yes,no,,1", "GHA-ACC,,,,2"))
	im := x.run()
	want := "wide.csv!wide!B1 survey-ask-columns: the column \"Suport\" is not in the codebook (row 1)\nwide.csv!wide!E1 survey-ask-columns: the column \"extra\" is not in the codebook (row 1)"
	if got := x.faults(); got != want {
		t.Errorf("faults\n%s\nwant\n%s", got, want)
	}
	text, ok := im.Ask()
	const asked = "# Asked by assemble import. Write each answer behind the colon, then import again.\nasked:\n  survey:\n    columns:\n" +
		"      \"Suport\":    # the column \"Suport\" is not in the codebook, row 1; write the code of its question, or {leave-out: \"why\"}; perhaps that of \"Support\"\n" +
		"      \"extra\":    # the column \"extra\" is not in the codebook, row 1; write the code of its question, or {leave-out: \"why\"}\n"
	if !ok || string(text) != asked {
		t.Errorf("asked\n%s\nwant\n%s", text, asked)
	}
	x = newImport(t, f, wideCSV("office,Suport,camps,empty,extra", "HQ,yes,no,,1"))
	x.decisions = strings.NewReplacer("\"Suport\":", "\"Suport\": support", "\"extra\":", "\"extra\": {leave-out: \"not ours\"}").Replace(string(text))
	im = x.run()
	if im.Failed() || !strings.Contains(string(im.Answers.Text(im.Book)), "HQ,support,yes,,answered") {
		t.Errorf("not as decided: %s", x.faults())
	}
	if got := strings.Join(im.Ledger.NotIn, " "); got != "kinds_of officials km since remarks" {
		t.Errorf("not in the export: %s", got)
	}
	x = newImport(t, f, wideCSV("office,camps,a,b,c,d,e,f", "HQ,no,1,1,1,1,1,1"))
	x.run()
	if got := x.faults(); got != "wide.csv!wide!1 survey-codebook: 6 of 8 columns are not in the codebook" {
		t.Error(got)
	}
}

// Two questions with one label are told apart by their order.
func TestOneLabelTwice(t *testing.T) {
	sheets := map[string][][]string{"survey": {{"type", "name", "label"}, {"integer", "a", "How many?"}, {"integer", "b", "How many?"}}, "choices": {{"list_name", "name", "label"}}}
	x := newImport(t, workbook(t, sheets, "survey", "choices"), wideCSV("office,How many?,How many?", "HQ,1,2"))
	im := x.run()
	if text := string(im.Answers.Text(im.Book)); x.faults() != "" || !strings.Contains(text, "HQ,a,,1,") || !strings.Contains(text, "HQ,b,,2,") {
		t.Errorf("%s\n%s", x.faults(), text)
	}
}

// Heads that several questions share say which is meant only where there is one
// column for each.
func TestSharedHeads(t *testing.T) {
	sheets := map[string][][]string{
		"survey": {
			{"type", "name", "label"},
			{"text", "office", "Office"},
			{"begin_repeat", "course", "Courses"},
			{"integer", "people", "How many?"},
			{"select_multiple yn", "days", "Which?"},
			{"end_repeat", ""},
			{"integer", "a", "How many?"},
			{"integer", "b", "How many?"},
			{"select_multiple yn", "c", "Which?"},
			{"select_multiple yn", "d", "Which?"},
			{"integer", "e", "E"},
		},
		"choices": {{"list_name", "name", "label"}, {"yn", "yes", "Yes"}, {"yn", "no", "No"}, {"yn", "nay", "No"}},
	}
	f := workbook(t, sheets, "survey", "choices")
	const labels = "form.xlsx!survey!A5 survey-option: two choices of days have the label \"No\"\nform.xlsx!survey!A9 survey-option: two choices of c have the label \"No\"\n" +
		"form.xlsx!survey!A10 survey-option: two choices of d have the label \"No\""
	const noCourse = "form.xlsx!survey!A3 survey-repeat: the export has no table of the repeat course: its questions are left out\n"
	for head, c := range map[string]struct{ row, faults, want string }{
		"office,How many?,How many?,e":             {"HQ,1,2,3", noCourse + labels, "HQ,a,,1,answered\nHQ,b,,2,answered\nHQ,e,,3,answered"},
		"office,How many?,e,a":                     {"HQ,1,2,3", labels + "\nwide.csv!wide!B1 survey-label-twice: \"How many?\" is the label of a, b, and the export has 1 column of that name", ""},
		"office,Which?/Yes,Which?/No,Which?/Yes,e": {"HQ,1,0,0,3", labels + "\nwide.csv!wide!B1 survey-label-twice: \"Which?/Yes\" could be of c, d\nwide.csv!wide!C1 survey-label-twice: \"Which?/No\" could be of c, d", ""},
		"office,Which?,Which?,e":                   {"HQ,Yes,No,3", noCourse + labels, "HQ,c,yes,,answered\nHQ,d,no,,answered"},
	} {
		x := newImport(t, f, wideCSV(head, c.row))
		im := x.run()
		if got := x.faults(); got != c.faults {
			t.Errorf("%s: faults %s", head, got)
		}
		if c.want == "" {
			if !im.Failed() {
				t.Errorf("%s is read", head)
			}
			continue
		}
		text := string(im.Answers.Text(im.Book))
		for _, line := range strings.Split(c.want, "\n") {
			if !strings.Contains(text, line+"\n") {
				t.Errorf("%s: no row %s in\n%s", head, line, text)
			}
		}
	}
}

// Texts are kept of the questions that the edition lists, and of no others.
func TestTexts(t *testing.T) {
	f := form(t)
	for _, c := range []struct{ keep, want, faults string }{
		{"", "HQ,remarks,,,answered", ""},
		{"remarks", "HQ,remarks,,'=a@b.example,answered", "wide.csv!wide!2 survey-text: the text of remarks that is kept holds what looks like an e-mail address"},
		{"remaks", "HQ,remarks,,,answered", `survey-text: there is no question "remaks" whose texts could be kept [remarks]`},
		{"respondent", "", "survey-text: respondent asks who answers, and that is not kept"},
	} {
		x := newImport(t, f, wideCSV("office,respondent,remarks", "HQ,A. Person,=a@b.example"))
		if c.keep != "" {
			x.request.Texts = append(x.request.Texts, str(c.keep))
		}
		im := x.run()
		if got := strings.TrimSpace(x.faults()); got != c.faults {
			t.Errorf("%s: faults %s", c.keep, got)
		}
		if im.Answers == nil {
			if c.want != "" {
				t.Errorf("%s: nothing was read", c.keep)
			}
			continue
		}
		text := string(im.Answers.Text(im.Book))
		if !strings.Contains(text, c.want) || strings.Contains(text+string(im.Book.Text()), "erson") {
			t.Errorf("%s: %s", c.keep, text)
		}
	}
}

// Columns that say the same differently are an error; a cell that says neither
// yes nor no is one too.
func TestDisagreement(t *testing.T) {
	f := form(t)
	for head, c := range map[string]struct{ row, want string }{
		"office,Support,Kinds-of,Kinds-of/law,Kinds-of/training": {"HQ,yes,law,0,1", "wide.csv!wide!D2 survey-disagree: the options of Kinds-of differ from its own column"},
		"office,Support,Kinds-of/law":                            {"HQ,yes,perhaps", "wide.csv!wide!C2 survey-part: the cell does not say whether the option was chosen"},
		"office,Support,support":                                 {"HQ,yes,no", "wide.csv!wide!C2 survey-disagree: two columns of Support hold different answers"},
		"office,Support, SUPPORT":                                {"HQ,yes,Oui", ""},
	} {
		x := newImport(t, f, wideCSV(head, c.row))
		x.run()
		if got := x.faults(); got != c.want {
			t.Errorf("%s: %s, want %s", head, got, c.want)
		}
	}
}

// The ledger names what every column was taken for, and nothing of persons.
func TestLedger(t *testing.T) {
	x := newImport(t, form(t), platforms(t)["kobo both"])
	im := x.run()
	var roles []string
	for _, c := range im.Ledger.Tables[0].Columns {
		roles = append(roles, strings.TrimSpace(fmt.Sprint(c.Column, "=", c.Role, " ", c.Question, " ", c.Option)))
	}
	const want = "start=about the export; respondent=personal, left out respondent; office=office; std/Support=question support; std/Kinds-of=question kinds_of; " +
		"std/Kinds-of/law=option kinds_of law; std/Kinds-of/law_practice=option kinds_of law_practice; std/Kinds-of/training=option kinds_of training; " +
		"std/Kinds-of/other=option kinds_of other; std/officials=question officials; camps=question camps; km=question km; since=question since; remarks=question remarks; " +
		"mail=personal, left out; place=personal, left out; _place_latitude=personal, left out; _place_precision=personal, left out; photo=about the export; " +
		"photo_URL=about the export; sum_of_all=about the export; _id=key; _submission_time=time of sending; _submitted_by=personal, left out; _validation_status=approval"
	if got := strings.Join(roles, "; "); got != want {
		t.Errorf("columns\n%s\nwant\n%s", got, want)
	}
	f := im.Ledger.Frame
	if f.Offices != 6 || f.Answered != 4 || strings.Join(f.Missing, " ") != "GHA-TML RO-1" {
		t.Errorf("frame %+v", f)
	}
	if got := strings.Join(im.Summary(), "\n"); got != "KoboToolbox: 4 rows read, 4 counted, 0 left out, 0 waiting for a decision\n4 of 6 offices answered (67%)\n  2 did not: GHA-TML, RO-1\n7 questions; 6 columns about persons not read, texts of 1 question not kept" {
		t.Errorf("summary\n%s", got)
	}
	files := im.Files()
	if len(files) != 4 || files[3].Name != "answers-2017.import.json" || im.Ledger.Written[2].Lines != strings.Count(string(files[2].Data), "\n") {
		t.Errorf("files %v", im.Ledger.Written)
	}
}
