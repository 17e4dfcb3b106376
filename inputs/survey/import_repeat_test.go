package survey

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
)

var repeatForm = map[string][][]string{
	"survey": {
		{"type", "name", "label", "relevant"},
		{"text", "office", "Office", ""},
		{"select_one yesno", "any", "Any courses?", ""},
		{"begin repeat", "course", "Courses", "${any} = 'yes'"},
		{"select_one subject", "subject", "Subject", ""},
		{"integer", "people", "People", ""},
		{"text", "title", "Title", ""},
		{"date", "first", "First day", ""},
		{"begin_repeat", "session", "Sessions", ""},
		{"integer", "hours", "Hours", ""},
		{"end_repeat", "", "", ""},
		{"end repeat", "", "", ""},
	},
	"choices": {
		{"list name", "name", "label"},
		{"yesno", "yes", "Yes"},
		{"yesno", "no", "No"},
		{"subject", "rights", "Rights"},
		{"subject", "duties", "Duties"},
	},
}

const repeatAnswers = `office,question,option,value,state
ALB-TIR,any,yes,,answered
GHA-ACC,any,yes,,answered
HQ,any,no,,answered
HQ,course,,,not-asked
GHA-ACC,course,,,blank
ALB-TIR,course,,3,answered
GHA-ACC,subject,,,not-asked
HQ,subject,,,not-asked
ALB-TIR,subject,rights,2,answered
ALB-TIR,subject,duties,1,answered
GHA-ACC,people,,,not-asked
HQ,people,,,not-asked
ALB-TIR,people,,30,answered
GHA-ACC,title,,,not-asked
HQ,title,,,not-asked
ALB-TIR,title,,,answered
GHA-ACC,first,,,not-asked
HQ,first,,,not-asked
ALB-TIR,first,,2017-02-03,answered
GHA-ACC,session,,,not-asked
HQ,session,,,not-asked
ALB-TIR,session,,2,answered
GHA-ACC,hours,,,not-asked
HQ,hours,,,not-asked
ALB-TIR,hours,,7,answered
`

// koboRepeats is an export of KoboToolbox with its repeats as sheets. The first
// row is of a submission that was made again.
func koboRepeats(t testing.TB) []byte {
	return workbook(t, map[string][][]string{
		"main": {
			{"office", "any", "_id", "_index"},
			{"ALB-TIR", "yes", "11", "1"},
			{"ALB-TIR", "yes", "12", "2"},
			{"GHA-ACC", "yes", "13", "3"},
			{"HQ", "no", "14", "4"},
		},
		"course": {
			{"subject", "people", "title", "first", "_index", "_parent_table_name", "_parent_index", "_submission__id"},
			{"rights", "99", "x", "", "1", "main", "1", "11"},
			{"rights", "10", "x", "2017-02-03", "2", "main", "2", "12"},
			{"rights", "20", "y", "2017-04-05", "3", "main", "2", "12"},
			{"duties", "", "z", "", "4", "main", "2", "12"},
		},
		"session": {
			{"hours", "_index", "_parent_table_name", "_parent_index", "_submission__id"},
			{"3", "1", "course", "2", "12"},
			{"4", "2", "course", "2", "12"},
		},
	}, "main", "course", "session")
}

// koboLabelledRepeats is the same with labels for names, and groups before them.
func koboLabelledRepeats(t testing.TB) []byte {
	return workbook(t, map[string][][]string{
		"main": {
			{"Office", "Any courses?", "_id", "_index"},
			{"Tirana", "Yes", "11", "1"},
			{"Tirana", "Yes", "12", "2"},
			{"Accra", "Yes", "13", "3"},
			{"Geneva", "No", "14", "4"},
		},
		"Courses": {
			{"Courses/Subject", "Courses/People", "Courses/Title", "Courses/First day", "_index", "_parent_table_name", "_parent_index", "_submission__id"},
			{"Rights", "99", "x", "", "1", "main", "1", "11"},
			{"Rights", "10", "x", "2017-02-03", "2", "main", "2", "12"},
			{"Rights", "20", "y", "2017-04-05", "3", "main", "2", "12"},
			{"Duties", "", "z", "", "4", "main", "2", "12"},
		},
		"Sessions": {
			{"Courses/Sessions/Hours", "_index", "_parent_table_name", "_parent_index", "_submission__id"},
			{"3", "1", "Courses", "2", "12"},
			{"4", "2", "Courses", "2", "12"},
		},
	}, "main", "Courses", "Sessions")
}

func odkRepeats() map[string]string {
	return map[string]string{
		"form.csv":                "SubmissionDate,office,any,KEY\n2018-01-01,ALB-TIR,yes,uuid:0\n2018-01-02,ALB-TIR,yes,uuid:1\n2018-01-03,GHA-ACC,yes,uuid:2\n2018-01-04,HQ,no,uuid:3\n",
		"form-course.csv":         "subject,people,title,first,PARENT_KEY,KEY\nrights,99,x,,uuid:0,uuid:0/course[1]\nrights,10,x,2017-02-03,uuid:1,uuid:1/course[1]\nrights,20,y,2017-04-05,uuid:1,uuid:1/course[2]\nduties,,z,,uuid:1,uuid:1/course[3]\n",
		"form-course-session.csv": "hours,PARENT_KEY,KEY\n3,uuid:1/course[1],uuid:1/course[1]/session[1]\n4,uuid:1/course[1],uuid:1/course[1]/session[2]\n",
		"media/photo.csv":         "x\n",
	}
}

func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Repeats are added up by office, however they come, and rows of submissions that
// do not count are not.
func TestRepeats(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, path := range []string{write("kobo.xlsx", koboRepeats(t)), write("labels.xlsx", koboLabelledRepeats(t)), write("odk.zip", zipped(t, odkRepeats()))} {
		x := newImport(t, workbook(t, repeatForm, "survey", "choices"), nil)
		x.request.Books = Open(path, &x.files, &x.r)
		im := x.run()
		if im.Failed() {
			t.Fatalf("%s: %s", path, x.faults())
		}
		if got := string(im.Answers.Text(im.Book)); got != repeatAnswers {
			t.Errorf("%s gives\n%s\nwant\n%s", path, got, repeatAnswers)
		}
		var r source.Reporter
		text := im.Answers.Text(im.Book)
		again := ReadAnswers(text, 1, 2017, im.Book, x.request.Offices, &r)
		if r.Failed() || string(again.Text(im.Book)) != string(text) {
			t.Errorf("not read as it was written: %v", r.All())
		}
	}
}

// Without the number of the submission a repeat refers to the rows of the whole,
// and one within another to nothing that is known.
func TestRepeatsByRow(t *testing.T) {
	const main, course = "office,any,_index\nHQ,no,1\nGHA-ACC,yes,2\n", "subject,people,_index,_parent_table_name,_parent_index\nrights,5,1,main,2\n"
	x := newImport(t, workbook(t, repeatForm, "survey", "choices"), map[string][]byte{"main.csv": []byte(main), "course.csv": []byte(course)})
	im := x.run()
	if im.Failed() || !strings.Contains(string(im.Answers.Text(im.Book)), "GHA-ACC,people,,5,answered") {
		t.Errorf("%s", x.faults())
	}
	session := "hours,_index,_parent_table_name,_parent_index\n3,1,course,1\n"
	x = newImport(t, workbook(t, repeatForm, "survey", "choices"), map[string][]byte{"main.csv": []byte(main), "course.csv": []byte(course), "session.csv": []byte(session)})
	x.run()
	if got := x.faults(); got != "session.csv!session!1 survey-repeat: nothing tells to which answers the rows of this repeat belong" {
		t.Error(got)
	}
}

func TestRepeatsThatDoNotFit(t *testing.T) {
	const noSession = "form.xlsx!survey!A9 survey-repeat: the export has no table of the repeat session: its questions are left out"
	for name, c := range map[string]struct{ course, want string }{
		"no key":        {"subject,_parent_index\nrights,9\n", noSession + "\ncourse.csv!course!1 survey-repeat: nothing tells to which answers the rows of this repeat belong"},
		"some orphans":  {"subject,PARENT_KEY\nrights,k1\nrights,k7\n", noSession + "\ncourse.csv!course!B3 survey-repeat: rows of a repeat belong to no answers: 3"},
		"no rows":       {"subject,PARENT_KEY\n", noSession},
		"unknown heads": {"a,PARENT_KEY\nb,k1\n", "form.xlsx!survey!A4 survey-repeat: the export has no table of the repeat course: its questions are left out"},
	} {
		x := newImport(t, workbook(t, repeatForm, "survey", "choices"), map[string][]byte{"main.csv": []byte("office,any,KEY\nHQ,yes,k1\n"), "course.csv": []byte(c.course)})
		x.run()
		if got := x.faults(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"odk.zip":   {zipped(t, odkRepeats()), "3"},
		"empty.zip": {zipped(t, map[string]string{"a.csv": " \n", "b.csv": "x\n1\n"}), "1"},
		"kobo.xlsx": {koboRepeats(t), "1"},
		"other.zip": {zipped(t, map[string]string{"a.txt": "x"}), "0 other.zip"},
		"bad.csv":   {[]byte("\x00\x01\x02\x03"), "0 bad.csv"},
		"broken":    {zipped(t, odkRepeats())[:80], "0 broken"},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, c.data, 0o644); err != nil {
			t.Fatal(err)
		}
		var files source.Files
		var r source.Reporter
		books := Open(path, &files, &r)
		got := string(rune('0' + len(books)))
		for _, d := range r.All() {
			got += " " + strings.SplitN(files.String(d.At.Start), "!", 2)[0]
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	var r source.Reporter
	if Open(filepath.Join(dir, "nothing.xlsx"), &source.Files{}, &r) != nil || !r.Failed() {
		t.Error("a file that is not there was opened")
	}
}
