package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestReadOffices(t *testing.T) {
	const head = "office,name,kind,country,region,from,to\n"
	for name, c := range map[string]struct{ text, want string }{
		"a code":      {"-A,x,other,,,,\n", `offices.csv:2:1 survey-office: "-A" is not the code of an office`},
		"no name":     {"A, ,other,,,,\n", `offices.csv:2:3 survey-name: " " is not the name of an office`},
		"a kind":      {"A,x,contry-office,,,,\n", `offices.csv:2:5 survey-kind: "contry-office" is not a kind of office [country-office]`},
		"a country":   {"A,x,other,GHN,,,\n", `offices.csv:2:11 survey-country: "GHN" is not the code of a country [CHN]`},
		"a name":      {"A,x,other,Ghana,,,\n", `offices.csv:2:11 survey-country: "Ghana" is not the code of a country [GHA]`},
		"a date":      {"A,x,other,,,2017-02-30,\n", `offices.csv:2:13 survey-date: "2017-02-30" is not a date`},
		"dates":       {"A,x,other,,,2017-02-03,2017-02-02\n", `offices.csv:2:24 survey-date: "2017-02-02" is before the day on which the office was opened`},
		"twice":       {"A,x,other,,,,\na,y,other,,,,\n", "offices.csv:3:1 survey-twice: the office a stands here a second time (it stands here first: offices.csv:2)"},
		"all at once": {",,,,,x,\n", "offices.csv:2:1 survey-office: \"\" is not the code of an office\noffices.csv:2:2 survey-name: \"\" is not the name of an office\noffices.csv:2:3 survey-kind: \"\" is not a kind of office\noffices.csv:2:6 survey-date: \"x\" is not a date"},
	} {
		t.Run(name, func(t *testing.T) {
			s := &sheets{}
			g := s.offices(t, head+c.text)
			if got := s.faults(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if name != "twice" && len(g.All()) != 0 {
				t.Errorf("kept %v", g.All())
			}
		})
	}
	s := &sheets{}
	g := s.offices(t, officesText)
	if string(g.Text()) != officesText {
		t.Errorf("written as\n%s", g.Text())
	}
	o, ok := g.Lookup("FRA-PAR")
	if want := (Office{"FRA-PAR", "Paris", CountryOffice, "FRA", "Europe", strict.Date{Y: 2010, M: 1, D: 1}, strict.Date{}, 3}); !ok || o != want {
		t.Errorf("read %+v", o)
	}
	if o.Open(strict.Date{Y: 2009, M: 12, D: 31}) || !o.Open(o.From) {
		t.Error("open before its first day, or closed on it")
	}
}

func TestReadCodebook(t *testing.T) {
	question := func(code, rest string) string {
		return "questions:\n  " + code + ":\n    label: {en: x}\n    years: [2017]\n" + rest
	}
	for name, c := range map[string]struct{ text, want string }{
		"a code":       {question("Asd", "    type: text\n"), `codebook.yaml:2:3 survey-code: "Asd" cannot be the code of a question`},
		"reserved":     {question("response", "    type: text\n"), `codebook.yaml:2:3 survey-code: "response" cannot be the code of a question`},
		"a type":       {question("a", "    type: select_on\n"), `codebook.yaml:5:11 survey-type: "select_on" is not a type of question [select_one]`},
		"no options":   {question("a", "    type: select_one\n"), `codebook.yaml:2:3 survey-options: a has no options`},
		"options":      {question("a", "    type: text\n    options:\n      b: {en: c}\n"), `codebook.yaml:7:7 survey-options: a is of type text, which has no options`},
		"an option":    {question("a", "    type: select_one\n    options:\n      b.c: {en: c}\n"), `codebook.yaml:7:7 survey-option: "b.c" cannot be the code of an option`},
		"a measure":    {question("a", "    type: select_one\n    options:\n      countries: {en: c}\n"), `codebook.yaml:7:7 survey-option: "countries" cannot be the code of an option`},
		"years":        {"questions:\n  a:\n    type: text\n    label: {en: x}\n    years: [2017, 2016]\n", "codebook.yaml:2:3 survey-year: the years of a are not years in order"},
		"changed":      {question("a", "    type: text\n    changed: 17\n"), "codebook.yaml:2:3 survey-year: 17 is not a year"},
		"a repeat":     {question("a", "    type: text\n    repeat: b\n"), `codebook.yaml:2:3 survey-repeat: a belongs to "b", which is not a repeat`},
		"names":        {question("a", "    type: select_one\n    options:\n      b: {en: c}\n") + "  a.b.c:\n    type: text\n    label: {en: x}\n    years: [2017]\n  a.c:\n    type: text\n    label: {en: x}\n    years: [2017]\n", "codebook.yaml:8:3 survey-code-twice: a.b.c is the name of a figure of the question a too (the other question: codebook.yaml:2:3)"},
		"a key":        {question("a", "    type: text\n    lable: x\n"), `codebook.yaml:6:5 yaml-unknown-key: "lable" is not a key that is known here [label]`},
		"no questions": {"", "codebook.yaml:1:1 yaml-missing-key: questions is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			s := &sheets{}
			s.book(c.text)
			if got := s.faults(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// What is written of a codebook is read as the same codebook.
func TestCodebookText(t *testing.T) {
	s := &sheets{}
	b := s.book(bookText)
	b.Questions[0].Options[1].Label = strict.Text{By: []strict.Tr{
		{Lang: "en", Str: strict.Str{S: "No: \"none\" #\u00a0\\ \n'x'\t{}"}}, {Lang: "pt-BR", Str: strict.Str{S: "Não"}},
	}}
	b.Questions[1].Options[2].Label = strict.Text{}
	again := s.book(string(b.Text()))
	if f := s.faults(); f != "" {
		t.Fatal(f)
	}
	same := cmp.Options{
		cmpopts.IgnoreTypes(source.Span{}, source.Pos{}, source.FileID(0)), cmp.AllowUnexported(Codebook{}), cmpopts.EquateEmpty(),
		cmpopts.IgnoreFields(Codebook{}, "File"),
	}
	if diff := cmp.Diff(b, again, same); diff != "" {
		t.Error(diff)
	}
	if got := fmt.Sprint(b.Years(), len(b.Codes(0)), b.Codes(2016)); got != "[2016 2017] 7 [support kinds]" {
		t.Error(got)
	}
}

func TestReadAnswers(t *testing.T) {
	const head = "office,question,option,value,state\n"
	for name, c := range map[string]struct{ rows, want string }{
		"an office":     {"GHA-AC,support,yes,,answered\n", `:2:1 survey-office: "GHA-AC" is not an office of the register [GHA-ACC]`},
		"a question":    {"HQ,suport,yes,,answered\n", `:2:4 survey-question: "suport" is not a question of the codebook [support]`},
		"a state":       {"HQ,support,yes,,answerd\n", `:2:17 survey-state: "answerd" is not a state of an answer [answered]`},
		"an option":     {"HQ,support,yess,,answered\n", `:2:12 survey-option: "yess" is not an option of support in 2017 [yes]`},
		"a value":       {"HQ,support,yes,1,answered\n", `:2:16 survey-value: "1" is not how often an option was chosen`},
		"no option":     {"HQ,support,,,answered\n", `:2:12 survey-option: "" is not an option of support in 2017`},
		"blank":         {"HQ,support,yes,,blank\n", `:2:17 survey-state: an answer that is blank has an option or a value`},
		"a number":      {"HQ,officials,,1.5,answered\n", `:2:15 survey-value: "1.5" is not a number of type integer`},
		"none":          {"HQ,officials,,,answered\n", `:2:15 survey-value: "" is not a number of type integer`},
		"thousands":     {"HQ,officials,,\"1,000\",answered\n", `:2:15 survey-value: "1,000" is not a number of type integer`},
		"an option of":  {"HQ,officials,yes,1,answered\n", `:2:14 survey-option: "yes" stands at a question of type integer, which has no options`},
		"a date":        {"HQ,since,,2017,answered\n", `:2:11 survey-value: "2017" is not a date`},
		"no entries":    {"HQ,courses,,0,answered\n", `:2:13 survey-value: "0" is not a number of type repeat`},
		"how often":     {"HQ,subject,rights,,answered\n", `:2:19 survey-value: "" is not how often an option was chosen`},
		"a long text":   {"HQ,remarks,," + strings.Repeat("x", 20_001) + ",answered\n", `:2:13 survey-value: the text is longer than 20000 bytes`},
		"two of one":    {"HQ,support,yes,,answered\nHQ,support,no,,answered\n", `:3:1 survey-twice: the answer of HQ to support stands here a second time (it stands here first: answers.csv:2)`},
		"one twice":     {"HQ,kinds,law,,answered\nHQ,kinds,law,,answered\n", `:3:1 survey-twice: the answer of HQ to kinds stands here a second time (it stands here first: answers.csv:2)`},
		"two states":    {"HQ,kinds,law,,answered\nHQ,kinds,,,blank\n", `:3:1 survey-twice: the answer of HQ to kinds stands here a second time (it stands here first: answers.csv:2)`},
		"another table": {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := &sheets{}
			s.year(t, "", "", head+c.rows)
			var got []string
			for _, line := range strings.Split(s.faults(), "\n") {
				if !strings.Contains(line, "survey-missing") {
					got = append(got, line)
				}
			}
			want := c.want
			if want != "" {
				want = "answers.csv" + want
			}
			if g := strings.Join(got, "\n"); g != want {
				t.Errorf("got\n%s\nwant\n%s", g, want)
			}
		})
	}
}

func TestReadAnswersOfAnotherYear(t *testing.T) {
	s := &sheets{}
	g, b := s.offices(t, officesText), s.book(bookText)
	text := []byte("office,question,option,value,state\nHQ,support,yes,,answered\nHQ,kinds,advice,,answered\nHQ,officials,,1,answered\n")
	ReadAnswers(text, s.files.Add("answers.csv", text), 2016, b, g, &s.r)
	want := `answers.csv survey-missing: 1 of 1 offices have no row for kinds
answers.csv:3:10 survey-option: "advice" is not an option of kinds in 2016
answers.csv:4:4 survey-question: "officials" was not asked in 2016`
	if got := s.faults(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The table is written in one order, whatever the order of its rows, and reads
// as it was.
func TestAnswersText(t *testing.T) {
	y := sample(t)
	if got := string(y.Answers.Text(y.Book)); sorted(got) != sorted(answersText) {
		t.Errorf("written as\n%s", got)
	}
	lines := strings.SplitAfter(answersText, "\n")
	head, rows := lines[0], lines[1:len(lines)-1]
	for i, j := 0, len(rows)-1; i < j; i, j = i+1, j-1 {
		rows[i], rows[j] = rows[j], rows[i]
	}
	s := &sheets{}
	back := s.year(t, "", "", head+strings.Join(rows, ""))
	if f := s.faults(); f != "" {
		t.Fatal(f)
	}
	if a, b := string(y.Answers.Text(y.Book)), string(back.Answers.Text(back.Book)); a != b {
		t.Errorf("backwards\n%s\nwant\n%s", b, a)
	}
	again := &sheets{}
	third := again.year(t, "", "", string(y.Answers.Text(y.Book)))
	if f := again.faults(); f != "" || string(third.Answers.Text(third.Book)) != string(y.Answers.Text(y.Book)) {
		t.Errorf("not read as it was written: %s", f)
	}
	if a := y.Answers.To("remarks")[0]; a.Text != `=1+1, "sic"` {
		t.Errorf("text %q", a.Text)
	}
}

func sorted(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
