package survey

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// readRows reads a form of rows of the sheet survey, with two lists of choices.
func readRows(t testing.TB, rows ...string) (*Form, string) {
	t.Helper()
	sheets := map[string][][]string{"survey": nil, "choices": {
		{"list_name", "name", "label", "label::Français (fr)"},
		{"yn", "1", "Yes", "Oui"},
		{"yn", "0", "No", "Non"},
		{"odd", "countries", "Countries"},
		{"odd", "a b", "A b"},
		{"odd", "not-applicable", "Does not concern us"},
		{"same", "x-1", "X 1"},
		{"same", "x_1", "x 1"},
	}}
	for _, r := range rows {
		sheets["survey"] = append(sheets["survey"], strings.Split(r, "|"))
	}
	var files source.Files
	var r source.Reporter
	b := sheet.Read("form.xlsx", workbook(t, sheets, "survey", "choices"), &files, &r)
	f := ReadForm(b, "en", &r)
	var out []string
	for _, d := range r.All() {
		out = append(out, strings.TrimPrefix(files.String(d.At.Start), "form.xlsx!survey!")+" "+string(d.Code)+": "+d.Message)
	}
	return f, strings.Join(out, "\n")
}

func describeForm(f *Form) string {
	var out []string
	for _, x := range f.items {
		s := x.Code + " " + string(x.Type)
		for _, o := range x.Options {
			s += " " + o.Code
		}
		if x.Base != "" {
			s += " if " + x.Base
		}
		if x.Repeat != "" {
			s += " in " + x.Repeat
		}
		if x.personal {
			s += " personal"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestReadForm(t *testing.T) {
	const head = "type|name|label|relevant"
	for name, c := range map[string]struct {
		rows         []string
		want, faults string
	}{
		"types": {
			[]string{"select_one yn|a|A", "SELECT_MULTIPLE odd|b|B", "int|c|C", "range|d|D", "string|e|E", "date|f|F", "note|g|G", "calculate|h|", "geopoint|i|I", "audit|j|"},
			"a select_one 1 0\nb select_multiple option_countries a_b\nc integer\nd decimal\ne text\nf date", "",
		},
		"names": {
			[]string{"integer|Number-of.People|A", "integer|_1|B", "integer|année|C"},
			"number_of.people integer\nq_1 integer\nann_e integer", "",
		},
		"groups": {
			[]string{"begin group|g|G|${x} = 1", "integer|x|A", "begin_group|h|H|${x} > 2 or ${x} = 0", "integer|y|B|${x} != 3", "end group", "end_group", "integer|z|C"},
			"x integer if ${x} = 1\ny integer if ${x} = 1 and (${x} > 2 or ${x} = 0) and ${x} != 3\nz integer", "",
		},
		"one name in two groups": {
			[]string{"begin_group|g|G", "integer|x|A", "end_group", "begin_group|h|H", "integer|x|B", "end_group"},
			"g.x integer\nh.x integer", "",
		},
		"other": {
			[]string{"select_multiple yn or_other|a|A"},
			"a select_multiple 1 0 other\na_other text if selected(${a}, 'other')", "",
		},
		"codes in conditions": {
			[]string{"select_multiple odd|Q-1|A", "integer|n|B|selected(${Q-1}, 'a b') and ${Q-1} != 'countries'"},
			"q_1 select_multiple option_countries a_b\nn integer if selected(${q_1}, 'a_b') and ${q_1} != 'option_countries'", "",
		},
		"persons": {
			[]string{"integer|phone|Telephone number", "text|a|Your name", "select_one yn|email|E-mail", "text|b|How many respondents of the survey asked you for their e-mail address?"},
			"phone integer personal\na text personal\nemail select_one 1 0\nb text", "",
		},
		"a condition that is not understood": {
			[]string{"integer|a|A|${b} + 1 > 2"},
			"a integer",
			"A2 survey-condition: a is asked under a condition that is not understood (this part of the condition is not understood: + 1 > 2): an empty answer counts as left blank",
		},
		"no list":       {[]string{"select_one|a|A"}, "", "A2 survey-form: the question names no list of choices"},
		"no such list":  {[]string{"select_one ny|a|A"}, "a select_one", "A2 survey-form: there is no list of choices ny"},
		"choices alike": {[]string{"select_one same|a|A"}, "a select_one x_1 x_1", "A2 survey-option: the choice x_1 of a has no code of its own\nA2 survey-option: two choices of a have the label \"x 1\""},
		"names alike":   {[]string{"integer|a-b|A", "integer|A_B|B"}, "a_b integer\na_b integer", "A3 survey-code-twice: two questions have the code a_b"},
		"no code":       {[]string{"integer|response|A"}, "response integer", "A2 survey-code: no code can be made of the name response"},
		"not closed":    {[]string{"begin_group|g|G", "integer|a|A"}, "a integer", "A2 survey-form: the group g has no end"},
		"closed twice":  {[]string{"end_group", "integer|a|A"}, "a integer", "A2 survey-form: a group ends here that has not begun"},
		"other words for types": {
			[]string{"select one yn|a|A", "select one from yn|b|B", "select multiple from yn|c|C", "select all that apply from odd|d|D", "Select Multiple yn or other|e|E"},
			"a select_one 1 0\nb select_one 1 0\nc select_multiple 1 0\nd select_multiple option_countries a_b\ne select_multiple 1 0 other\ne_other text if selected(${e}, 'other')", "",
		},
		"a slip":   {[]string{"selectone yn|a|A", "time|b|B", "integer|c|C"}, "c integer", "A2 survey-type: questions of type selectone are not read\nA3 survey-type: questions of type time are not read"},
		"ranks":    {[]string{"rank yn|a|A", "integer|b|B"}, "b integer", "A2 survey-type: questions of type rank are not read"},
		"no name":  {[]string{"integer||A", "begin_repeat|", "integer|b|B", "end_repeat|"}, "b integer", "A2 survey-form: the question has no name\nA3 survey-form: the repeat has no name"},
		"nothing":  {[]string{"note|a|A"}, "", "form.xlsx survey-form: the form asks nothing"},
		"too deep": {strings.Split(strings.Repeat("begin_group|g|G;", 22)+"integer|a|A"+strings.Repeat(";end_group", 21), ";"), "a integer", "A23 survey-form: groups are nested too deeply"},
	} {
		t.Run(name, func(t *testing.T) {
			f, faults := readRows(t, append([]string{head}, c.rows...)...)
			if faults != c.faults {
				t.Errorf("faults\n%s\nwant\n%s", faults, c.faults)
			}
			if got := describeForm(f); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFormLabels(t *testing.T) {
	f, _ := readRows(t, "type|name|label:English|label::fr|label::Español (es)|hint|unit|unit::French", "select_one yn|a|Is  it so?|Est-ce\u00a0vrai ?||h|offices|bureaux")
	x := f.items[0]
	if got := fmt.Sprint(texts(x.Label), texts(x.Unit), texts(x.Options[0].Label)); got != "[Is it so? Est-ce vrai ?] [offices bureaux] [Yes Oui]" {
		t.Error(got)
	}
	if _, faults := readRows(t, "type|name", "integer|a"); faults != "" {
		t.Error(faults)
	}
}

// A form may be a text with the sheets below each other.
func TestStackedForm(t *testing.T) {
	var text strings.Builder
	for _, name := range []string{"settings", "survey", "choices"} {
		text.WriteString(name + "\n")
		for _, row := range formSheets[name] {
			text.WriteString(string(csvText([][]string{append([]string{""}, row...)}, ",")))
		}
	}
	var files source.Files
	var r source.Reporter
	f := ReadForm(sheet.Read("form.csv", []byte(text.String()), &files, &r), "fr", &r)
	if r.Failed() || describeForm(f) != describeForm(readForm(sheet.Read("form.xlsx", form(t), &files, &r), "en", &r)) {
		t.Errorf("%s\n%v", describeForm(f), r.All())
	}
}

func TestNoForm(t *testing.T) {
	var files source.Files
	var r source.Reporter
	b := sheet.Read("a.csv", []byte("type,name\ninteger,a\n"), &files, &r)
	if f := ReadForm(b, "en", &r); f != nil || len(r.All()) != 1 || r.All()[0].Message != "the workbook is no XLSForm: it has no sheet survey" {
		t.Errorf("read %v, %v", f, r.All())
	}
}

// An export can be read with the codebook that an earlier import wrote as with
// the form, and gives the same.
// A form, and a codebook with the questions of all years, have a bound.
func TestTooManyQuestions(t *testing.T) {
	rows := [][]string{{"survey"}, {"", "type", "name", "label"}}
	for i := range MaxQuestions + 5 {
		rows = append(rows, []string{"", "integer", fmt.Sprint("q", i), "Q"})
	}
	var files source.Files
	var r source.Reporter
	ReadForm(sheet.Read("form.csv", csvText(rows, ","), &files, &r), "en", &r)
	if list := r.All(); len(list) != 1 || list[0].Message != "the form has more than 5000 questions" || list[0].At.Start.A != MaxQuestions+3 {
		t.Errorf("%+v", list)
	}
	var faults source.Reporter
	before := NewCodebook(0, nil)
	for i := range MaxQuestions {
		before.Questions = append(before.Questions, Question{Code: fmt.Sprint("q", i), Type: Integer, Label: english("Q"), Years: []int{2016}})
	}
	before = NewCodebook(0, before.Questions)
	if mergeCodebook(before, asks("q1 integer Q"), 2017, &faults); faults.Failed() {
		t.Error(faults.All())
	}
	if mergeCodebook(before, asks("new integer N"), 2017, &faults); len(faults.All()) != 1 || faults.All()[0].Code != "survey-questions" {
		t.Errorf("%+v", faults.All())
	}
}

// Labels in a language that is not known are not read, and that is said once for a sheet.
func TestLanguagesOfForm(t *testing.T) {
	sheets := map[string][][]string{
		"survey":  {{"type", "name", "label::Klingon", "label::Français", "hint::Klingon", "label::Portuguese (pt-BR)"}, {"select_one yn", "a", "Frage", "Question", "x", "Pergunta"}, {"integer", "b", "Zahl", "Nombre"}},
		"choices": {{"list_name", "name", "label::Klingon", "label::French (fr)"}, {"yn", "1", "Ja", "Oui"}},
	}
	var files source.Files
	var r source.Reporter
	f := ReadForm(sheet.Read("form.xlsx", workbook(t, sheets, "survey", "choices"), &files, &r), "en", &r)
	if list := r.All(); len(list) != 2 || list[0].Message != `the language of "label::klingon" is not known, and its labels are not read` || files.String(list[0].At.Start) != "form.xlsx!survey!C1" ||
		files.String(list[1].At.Start) != "form.xlsx!choices!C1" {
		t.Errorf("%+v", list)
	}
	if got := textYAML(f.items[0].Label) + textYAML(f.items[0].Options[0].Label); got != `{fr: "Question", pt: "Pergunta"}{fr: "Oui"}` {
		t.Error(got)
	}
}

// What only the form knows is asked about where the codebook stands for it, with
// the way to spare the answers.
func TestCodebookKnowsLess(t *testing.T) {
	form := workbook(t, formSheets, "survey", "choices", "settings")
	export := wideCSV("office,Support,place,camps", "HQ,yes,46.2,no")
	x := newImport(t, form, export)
	book := x.run().Book
	if x.faults() != "" {
		t.Fatal(x.faults())
	}
	y := newImport(t, form, export)
	y.request.Form = FormOf(book, &y.r)
	y.run()
	const want = "wide.csv!wide!1 survey-codebook: what is not known may be in the form, of which the codebook has only the questions\n" +
		"wide.csv!wide!C1 survey-ask-columns: the column \"place\" is not in the codebook (row 1)"
	if got := y.faults(); got != want {
		t.Errorf("faults\n%s\nwant\n%s", got, want)
	}
}

func TestFormOfCodebook(t *testing.T) {
	x := newImport(t, form(t), wideCSV(wideHead, "HQ,yes,law training,3,na,,,", "GHA-ACC,no,,,Sans objet,1.5,,"))
	first := x.run()
	if first.Failed() {
		t.Fatal(x.faults())
	}
	y := newImport(t, form(t), wideCSV(wideHead, "HQ,yes,law training,3,na,,,", "GHA-ACC,no,,,Sans objet,1.5,,"))
	y.request.Form = FormOf(first.Book, &y.r)
	y.request.Before = first.Book
	second := y.run()
	if second.Failed() || y.faults() != "" {
		t.Fatal(y.faults())
	}
	if a, b := string(first.Answers.Text(first.Book)), string(second.Answers.Text(second.Book)); a != b {
		t.Errorf("%s\nwant\n%s", b, a)
	}
	if a, b := string(first.Book.Text()), string(second.Book.Text()); a != b {
		t.Errorf("%s\nwant\n%s", b, a)
	}
	for name, export := range platforms(t) {
		x, y := newImport(t, form(t), export), newImport(t, form(t), export)
		whole := x.run()
		var r source.Reporter
		y.request.Form = FormOf(ReadCodebook(whole.Book.Text(), 1, &r), &r)
		y.decisions = "survey: {offices: {Genève: HQ}}\n" // the codebook has no labels of offices
		coded := y.run()
		if r.Failed() || coded.Answers == nil || string(coded.Answers.Text(coded.Book)) != string(whole.Answers.Text(whole.Book)) {
			t.Errorf("%s with the codebook: %s\n%v", name, y.faults(), r.All())
		}
	}
}
