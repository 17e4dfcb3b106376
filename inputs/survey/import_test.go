package survey

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"

	"github.com/xuri/excelize/v2"
)

// formSheets is a form with groups, skip logic, labels that hold separators, an
// option not applicable, a repeat, and questions about who answers.
var formSheets = map[string][][]string{
	"survey": {
		{"type", "name", "label::English (en)", "label::French (fr)", "relevant", "unit::English (en)"},
		{"start", "start", "", "", "", ""},
		{"text", "respondent", "Your name", "Votre nom", "", ""},
		{"select_one offices", "office", "Office", "Bureau", "", ""},
		{"begin_group", "std", "Standards", "Normes", "", ""},
		{"select_one yesno", "Support", "Did the office support standards?", "Le bureau a-t-il appuyé les normes ?", "", ""},
		{"select_multiple kinds", "Kinds-of", "Which kinds, if any?", "Lesquelles ?", "${Support} = 'yes'", ""},
		{"integer", "officials", "How many officials were trained?", "Combien de fonctionnaires ?", "selected(${Kinds-of}, 'training')", "officials"},
		{"end_group", "", "", "", "", ""},
		{"select_one yesno_na", "camps", "Are there camps?", "Y a-t-il des camps ?", "", ""},
		{"decimal", "km", "Kilometres", "Kilomètres", "", ""},
		{"date", "since", "Since when?", "Depuis quand ?", "", ""},
		{"text", "remarks", "Remarks", "Remarques", "", ""},
		{"email", "mail", "Where do we write to?", "Où écrire ?", "", ""},
		{"geopoint", "place", "Where is it?", "Où est-ce ?", "", ""},
		{"image", "photo", "A photo", "Une photo", "", ""},
		{"calculate", "sum_of_all", "", "", "", ""},
		{"note", "thanks", "Thank you", "Merci", "", ""},
	},
	"choices": {
		{"list_name", "name", "label::English (en)", "label::French (fr)"},
		{"offices", "ALB-TIR", "Tirana", "Tirana"},
		{"offices", "FRA-PAR", "Paris", "Paris"},
		{"offices", "GHA-ACC", "Accra", "Accra"},
		{"offices", "HQ", "Geneva", "Genève"},
		{"yesno", "yes", "Yes", "Oui"},
		{"yesno", "no", "No", "Non"},
		{"yesno_na", "yes", "Yes", "Oui"},
		{"yesno_na", "no", "No", "Non"},
		{"yesno_na", "na", "Not applicable", "Sans objet"},
		{"kinds", "law", "Law", "Droit"},
		{"kinds", "law_practice", "Law, and its practice; everywhere", "Droit, et son application"},
		{"kinds", "training", "Training", "Formation"},
		{"kinds", "other", "Other", "Autre"},
	},
	"settings": {{"form_title", "default_language"}, {"Questionnaire", "English (en)"}},
}

// answered is one submission as it is meant. Kinds are names of choices; a blank
// text is no answer.
type submitted struct {
	office, support, kinds, officials, camps, km, since, remarks string
}

// submissions are answers with every state: blank, zero, not applicable, not asked.
var submissions = []submitted{
	{"ALB-TIR", "yes", "law law_practice", "", "na", "1.5", "2017-02-03", "call me at a@b.example"},
	{"FRA-PAR", "no", "", "", "yes", "", "", ""},
	{"GHA-ACC", "yes", "training law_practice other", "0", "no", "0", "", "none"},
	{"HQ", "yes", "", "", "", "", "", ""},
}

// workbook makes a workbook of sheets.
func workbook(t testing.TB, sheets map[string][][]string, order ...string) []byte {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	for _, name := range order {
		if _, err := x.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range sheets[name] {
			for j, text := range row {
				if text == "" {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				var err error
				if n, ok := strict.ParseNumber(text); ok && n.Value.IsInt() {
					err = x.SetCellInt(name, cell, n.Value.Num().Int64())
				} else {
					err = x.SetCellStr(name, cell, text)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := x.DeleteSheet("Sheet1"); err != nil && len(order) > 0 && order[0] != "Sheet1" {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func csvText(rows [][]string, comma string) []byte {
	var out strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				out.WriteString(comma)
			}
			if strings.ContainsAny(cell, ",;\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			out.WriteString(cell)
		}
		out.WriteString("\n")
	}
	return []byte(out.String())
}

// label is the label of a choice of a list, in a column of the choices.
func label(list, name string, column int) string {
	for _, row := range formSheets["choices"] {
		if row[0] == list && row[1] == name {
			return row[column]
		}
	}
	return name
}

// labels are the labels of names that are joined by spaces.
func labels(list, names, joint string, column int) string {
	var out []string
	for _, n := range strings.Fields(names) {
		out = append(out, label(list, n, column))
	}
	return strings.Join(out, joint)
}

// importing is one import in the making.
type importing struct {
	files     source.Files
	r         source.Reporter
	request   Request
	decisions string
}

// newImport prepares an import of files by name.
func newImport(t testing.TB, form []byte, exports map[string][]byte) *importing {
	t.Helper()
	x := &importing{}
	x.request = Request{Year: 2017, Day: strict.Date{Y: 2017, M: 12, D: 31}, Report: &x.r, Version: "test"}
	x.request.Offices = ReadOffices([]byte(officesText), x.files.Add("offices.csv", []byte(officesText)), states(t), &x.r)
	b := sheet.Read("form.xlsx", form, &x.files, &x.r)
	if b == nil {
		t.Fatal(x.faults())
	}
	x.request.Form = readForm(b, "en", &x.r)
	var names []string
	for name := range exports {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if b := sheet.Read(name, exports[name], &x.files, &x.r); b != nil {
			x.request.Books = append(x.request.Books, b)
		}
	}
	return x
}

func (x *importing) run() *Imported {
	x.request.Decisions = ReadDecisions([]byte(x.decisions), x.files.Add("decisions.yaml", []byte(x.decisions)), &x.r)
	return Import(x.request)
}

func (x *importing) faults() string {
	var out []string
	for _, d := range x.r.All() {
		line := x.files.String(d.At.Start) + " " + string(d.Code) + ": " + d.Message
		if d.Replace != "" {
			line += " [" + d.Replace + "]"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// platforms render the submissions as each platform exports them.
func platforms(t testing.TB) map[string]map[string][]byte {
	koboRows := func(both, split, labelled, grouped bool) [][]string {
		g := ""
		if grouped {
			g = "std/"
		}
		name := func(name string, column int) string {
			if !labelled {
				return name
			}
			for _, row := range formSheets["survey"] {
				if row[1] == name {
					return row[column]
				}
			}
			return name
		}
		if grouped && labelled {
			g = "Normes/"
		}
		column, one := 1, func(list, n string) string { return n }
		if labelled {
			column, one = 3, func(list, n string) string { return label(list, n, 3) }
		}
		head := []string{"start", name("respondent", column), name("office", column), g + name("Support", column)}
		kinds := g + name("Kinds-of", column)
		if both || !split {
			head = append(head, kinds)
		}
		all := []string{"law", "law_practice", "training", "other"}
		if both || split {
			for _, k := range all {
				head = append(head, kinds+"/"+one("kinds", k))
			}
		}
		head = append(head, g+name("officials", column), name("camps", column), name("km", column), name("since", column), name("remarks", column),
			name("mail", column), name("place", column), "_"+name("place", column)+"_latitude", "_"+name("place", column)+"_precision", name("photo", column), name("photo", column)+"_URL",
			"sum_of_all", "_id", "_submission_time", "_submitted_by", "_validation_status")
		rows := [][]string{head}
		for i, s := range submissions {
			row := []string{"2018-01-01", "A. Person", one("offices", s.office), one("yesno", s.support)}
			if both || !split {
				row = append(row, map[bool]string{true: labels("kinds", s.kinds, " ", 3), false: s.kinds}[labelled])
			}
			if both || split {
				for _, k := range all {
					v := ""
					if s.kinds != "" {
						v = map[bool]string{true: "1", false: "0"}[slices.Contains(strings.Fields(s.kinds), k)]
					}
					row = append(row, v)
				}
			}
			rows = append(rows, append(row, s.officials, one("yesno_na", s.camps), s.km, s.since, s.remarks, "a@b.example", "46.2 6.1 0 0", "46.2", "0", "Person.jpg", "http://Person.jpg", "3", fmt.Sprint(i+100), fmt.Sprintf("2018-01-%02dT10:00:00", i+1), "person1", ""))
		}
		return rows
	}
	forms := func(column int, head []string, joint, end string, times func(int) []string) [][]string {
		head = slices.Clone(head)
		for _, row := range formSheets["survey"] {
			if slices.Contains([]string{"office", "Support", "Kinds-of", "officials", "camps", "km", "since", "remarks"}, row[1]) {
				head = append(head, row[column])
			}
		}
		rows := [][]string{head}
		for i, s := range submissions {
			kinds := labels("kinds", s.kinds, joint, column)
			if kinds != "" {
				kinds = strings.Replace(kinds, label("kinds", "other", column), "a word of their own", 1) + end
			}
			rows = append(rows, append(times(i), label("offices", s.office, column), label("yesno", s.support, column), kinds, s.officials, label("yesno_na", s.camps, column), s.km, s.since, s.remarks))
		}
		return rows
	}
	wide := [][]string{{"Annual questionnaire"}, {}, {"office", "support", "kinds_of", "officials", "camps", "km", "since", "remarks"}}
	for _, s := range submissions {
		wide = append(wide, []string{strings.ToLower(s.office), strings.ToUpper(s.support), strings.ReplaceAll(s.kinds, " ", "\n"), s.officials, strings.Replace(s.camps, "na", "N/A", 1), s.km, s.since, s.remarks})
	}
	marked := [][]string{{"Bureau", "Support", "Which kinds, if any? [Law]", "Which kinds, if any? [Law, and its practice; everywhere]", "Which kinds, if any? [Training]", "Which kinds, if any? [Other]", "officials", "camps", "km", "since", "remarks"}}
	for _, s := range submissions {
		row := []string{s.office, s.support}
		for i, k := range []string{"law", "law_practice", "training", "other"} {
			v := ""
			if slices.Contains(strings.Fields(s.kinds), k) {
				v = []string{"x", label("kinds", k, 2), "TRUE", "Other"}[i]
			}
			row = append(row, v)
		}
		marked = append(marked, append(row, s.officials, s.camps, s.km, s.since, s.remarks))
	}
	book := func(rows [][]string) []byte { return workbook(t, map[string][][]string{"data": rows}, "data") }
	ms := forms(2, []string{"ID", "Start time", "Completion time", "Email", "Name"}, ";", ";", func(i int) []string {
		return []string{fmt.Sprint(i + 1), "2018-01-01 10:00", fmt.Sprintf("2018-01-0%d 11:00", i+1), "a@b.example", "A. Person"}
	})
	gf := forms(2, []string{"Timestamp", "Email Address"}, ", ", "", func(i int) []string { return []string{fmt.Sprintf("1/%d/2018 10:00:00", i+13), "a@b.example"} })
	french := forms(3, []string{"ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"}, ";", ";", func(i int) []string {
		return []string{fmt.Sprint(i + 1), "2018-01-01 10:00", fmt.Sprintf("2018-01-0%d 11:00", i+1), "a@b.example", "A. Person"}
	})
	spanish := forms(3, []string{"Marca temporal", "Dirección de correo electrónico"}, ", ", "", func(i int) []string {
		return []string{fmt.Sprintf("%d/1/2018 10:00:00", i+13), "a@b.example"}
	})
	return map[string]map[string][]byte{
		"kobo joined":          {"kobo.xlsx": book(koboRows(false, false, false, false))},
		"kobo split":           {"kobo.xlsx": book(koboRows(false, true, false, true))},
		"kobo both":            {"kobo.csv": csvText(koboRows(true, false, false, true), ",")},
		"kobo with labels":     {"kobo.xlsx": book(koboRows(true, false, true, true))},
		"kobo, labels joined":  {"kobo.csv": csvText(koboRows(false, false, true, false), ";")},
		"microsoft forms":      {"ms.xlsx": book(ms)},
		"google forms":         {"gf.csv": csvText(gf, ",")},
		"a wide table":         {"wide.csv": csvText(wide, ",")},
		"a column each option": {"wide.csv": csvText(marked, ",")},
		"microsoft in French":  {"ms.xlsx": book(french)},
		"google in Spanish":    {"gf.csv": csvText(spanish, ",")},
		"odk":                  odkExport(false),
		"odk split":            odkExport(true),
	}
}

// odkExport renders the submissions as ODK Central does: groups joined by hyphens.
func odkExport(split bool) map[string][]byte {
	kinds := []string{"law", "law_practice", "training", "other"}
	head := []string{"SubmissionDate", "respondent", "office", "std-Support", "std-Kinds-of"}
	if split {
		for _, k := range kinds {
			head = append(head, "std-Kinds-of/"+k)
		}
	}
	rows := [][]string{append(head, "std-officials", "camps", "km", "since", "remarks", "mail", "place-Latitude", "place-Accuracy", "photo", "sum_of_all", "KEY", "SubmitterName", "ReviewState", "DeviceID")}
	for i, s := range submissions {
		row := []string{fmt.Sprintf("2018-01-0%dT10:00:00.123Z", i+1), "A. Person", s.office, s.support, s.kinds}
		for j := 0; split && j < len(kinds); j++ {
			row = append(row, map[bool]string{true: "1", false: "0"}[slices.Contains(strings.Fields(s.kinds), kinds[j])])
		}
		rows = append(rows, append(row, s.officials, s.camps, s.km, s.since, s.remarks, "a@b.example", "46.2", "0", "Person.jpg", "3", fmt.Sprintf("uuid:%d", i), "Person", "", "collect:Person"))
	}
	return map[string][]byte{"submissions.csv": csvText(rows, ",")}
}

// The same answers through each platform are the same answers, codebook and
// counts, and nothing of who answered is kept.
func TestPlatformsAgree(t *testing.T) {
	form := workbook(t, formSheets, "survey", "choices", "settings")
	want, book := "", ""
	all := platforms(t)
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		x := newImport(t, form, all[name])
		im := x.run()
		if im.Failed() || x.faults() != "" {
			t.Errorf("%s: %s", name, x.faults())
			continue
		}
		got := string(im.Answers.Text(im.Book))
		if want == "" {
			want, book = got, string(im.Book.Text())
		}
		if got != want {
			t.Errorf("%s gives\n%s\nand the first\n%s", name, got, want)
		}
		if b := string(im.Book.Text()); b != book {
			t.Errorf("%s gives the codebook\n%s\nand the first\n%s", name, b, book)
		}
		for _, f := range im.Files() {
			for _, secret := range []string{"Person", "a@b", "none\"", "word of their own"} {
				if strings.Contains(string(f.Data), secret) {
					t.Errorf("%s: %s holds %q", name, f.Name, secret)
				}
			}
		}
		if of := map[byte]string{'k': kobo, 'o': odk, 'm': microsoft, 'g': google, 'a': plain}[name[0]]; im.Platform != of {
			t.Errorf("%s was taken for %s", name, im.Platform)
		}
	}
	const answers = `office,question,option,value,state
ALB-TIR,support,yes,,answered
GHA-ACC,support,yes,,answered
HQ,support,yes,,answered
FRA-PAR,support,no,,answered
FRA-PAR,kinds_of,,,not-asked
HQ,kinds_of,,,blank
ALB-TIR,kinds_of,law,,answered
ALB-TIR,kinds_of,law_practice,,answered
GHA-ACC,kinds_of,law_practice,,answered
GHA-ACC,kinds_of,training,,answered
GHA-ACC,kinds_of,other,,answered
ALB-TIR,officials,,,not-asked
FRA-PAR,officials,,,not-asked
HQ,officials,,,not-asked
GHA-ACC,officials,,0,answered
HQ,camps,,,blank
ALB-TIR,camps,,,not-applicable
FRA-PAR,camps,yes,,answered
GHA-ACC,camps,no,,answered
FRA-PAR,km,,,blank
HQ,km,,,blank
ALB-TIR,km,,1.5,answered
GHA-ACC,km,,0,answered
FRA-PAR,since,,,blank
GHA-ACC,since,,,blank
HQ,since,,,blank
ALB-TIR,since,,2017-02-03,answered
FRA-PAR,remarks,,,blank
HQ,remarks,,,blank
ALB-TIR,remarks,,,answered
GHA-ACC,remarks,,,answered
`
	if want != answers {
		t.Errorf("answers\n%s\nwant\n%s", want, answers)
	}
	const codebook = `# Written by assemble import questionnaire.
questions:
  support:
    name: "Support"
    type: select_one
    label: {en: "Did the office support standards?", fr: "Le bureau a-t-il appuyé les normes ?"}
    years: [2017]
    options:
      yes: {en: "Yes", fr: "Oui"}
      no: {en: "No", fr: "Non"}
  kinds_of:
    name: "Kinds-of"
    type: select_multiple
    label: {en: "Which kinds, if any?", fr: "Lesquelles ?"}
    base: "${support} = 'yes'"
    years: [2017]
    options:
      law: {en: "Law", fr: "Droit"}
      law_practice: {en: "Law, and its practice; everywhere", fr: "Droit, et son application"}
      training: {en: "Training", fr: "Formation"}
      other: {en: "Other", fr: "Autre"}
  officials:
    type: integer
    label: {en: "How many officials were trained?", fr: "Combien de fonctionnaires ?"}
    unit: {en: "officials"}
    base: "selected(${kinds_of}, 'training')"
    years: [2017]
  camps:
    type: select_one
    label: {en: "Are there camps?", fr: "Y a-t-il des camps ?"}
    not_applicable: {en: "Not applicable", fr: "Sans objet"}
    years: [2017]
    options:
      yes: {en: "Yes", fr: "Oui"}
      no: {en: "No", fr: "Non"}
  km:
    type: decimal
    label: {en: "Kilometres", fr: "Kilomètres"}
    years: [2017]
  since:
    type: date
    label: {en: "Since when?", fr: "Depuis quand ?"}
    years: [2017]
  remarks:
    type: text
    label: {en: "Remarks", fr: "Remarques"}
    years: [2017]
`
	if book != codebook {
		t.Errorf("codebook\n%s\nwant\n%s", book, codebook)
	}
}

func str(s string) strict.Str { return strict.Str{S: s} }
