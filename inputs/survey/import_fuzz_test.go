package survey

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// FuzzImport imports whatever: nothing panics, rows balance, and what would be
// written is read again.
func FuzzImport(f *testing.F) {
	for _, seed := range []string{
		wideHead + "\nHQ,yes,law training,3,na,1.5,2017-02-03,x\n", "Timestamp,office,Support\n1/2/2018,HQ,no\n1/2/2018,HQ,yes\n",
		"office,Kinds-of/law,Kinds-of\nHQ,1,law\n,,\n", "office,Support,x\nAccra,maybe,1\nOLD,yes,\n", "KEY,office,Support\n", "\x00",
	} {
		f.Add([]byte(seed), "survey: {offices: {x: HQ}}\n")
	}
	var files source.Files
	var r source.Reporter
	var rows [][]string // the form as a text, because a workbook takes long to read
	for _, name := range []string{"survey", "choices", "settings"} {
		rows = append(rows, []string{name})
		for _, row := range formSheets[name] {
			rows = append(rows, append([]string{""}, row...))
		}
	}
	formText := csvText(rows, ",")
	offices := ReadOffices([]byte(officesText), 1, states(f), &r)
	if form := readForm(sheet.Read("form.csv", formText, &files, &r), "en", &r); r.Failed() || len(form.items) != 9 {
		f.Fatalf("%d questions: %v", len(form.items), r.All())
	}
	f.Fuzz(func(t *testing.T, export []byte, decisions string) {
		var r source.Reporter
		x := importing{}
		x.request = Request{Year: 2017, Offices: offices, Report: &r}
		x.request.Day.Y, x.request.Day.M, x.request.Day.D = 2017, 12, 31
		x.request.Form = readForm(sheet.Read("form.csv", formText, &files, &r), "en", &r)
		b := sheet.Read("x.csv", export, &source.Files{}, &r)
		if b == nil {
			return
		}
		x.request.Books = []*sheet.Book{b}
		x.request.Decisions = ReadDecisions([]byte(decisions), 1, &r)
		im := Import(x.request)
		if im.Ledger == nil {
			return
		}
		if n := im.Ledger.Rows; n.Read != n.Counted+n.Excluded+n.Waiting {
			t.Fatalf("rows do not balance: %+v", n)
		}
		im.Ask()
		im.Summary()
		if im.Failed() {
			return
		}
		var after source.Reporter
		book := ReadCodebook(im.Book.Text(), 1, &after)
		text := im.Answers.Text(im.Book)
		again := ReadAnswers(text, 2, 2017, book, offices, &after)
		if after.Failed() || string(again.Text(book)) != string(text) {
			t.Fatalf("written as\n%s\n%v", text, after.All())
		}
	})
}

// FuzzForm reads whatever as a form.
func FuzzForm(f *testing.F) {
	f.Add("select_one yn|a|A|${b} = 1\nbegin_repeat|r|R|\ninteger|b|B|\nend_repeat|||")
	f.Add("text||A|\nbegin_group|||\nend_group|||\nselect_multiple odd or_other|é|x|not(selected(${a},'1'))")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || strings.ContainsRune(text, 0) {
			return
		}
		rows := [][]string{{"survey"}, {"", "type", "name", "label", "relevant"}}
		for _, line := range strings.Split(text, "\n") {
			row := strings.Split(strings.ToValidUTF8(line, "?"), "|")
			rows = append(rows, append([]string{""}, row[:min(len(row), 4)]...))
		}
		rows = append(rows, []string{"choices"}, []string{"", "list_name", "name", "label"}, []string{"", "yn", "1", "Yes"}, []string{"", "odd", "sum", "S"}, []string{"", "odd", "n/a", "N"})
		var files source.Files
		var r source.Reporter
		b := sheet.Read("form.csv", csvText(rows, ","), &files, &r) // a text, because a workbook takes long to write
		if b == nil {
			return
		}
		form := ReadForm(b, "en", &r)
		if r.Failed() || form == nil {
			return
		}
		book := mergeCodebook(nil, form.items, 2017, &r)
		if r.Failed() { // names of facts that two would have
			return
		}
		var after source.Reporter
		if again := ReadCodebook(book.Text(), 1, &after); after.Failed() || string(again.Text()) != string(book.Text()) {
			t.Fatalf("written as\n%s\n%v", book.Text(), after.All())
		}
	})
}

// largeExport is the answers of 500 offices to 600 columns: 120 questions of
// several answers with four options each, and as many numbers.
func largeExport(t testing.TB) (form, export []byte, offices *Offices) {
	sheets := map[string][][]string{"survey": {{"type", "name", "label", "relevant"}, {"text", "office", "Office"}}, "choices": {{"list_name", "name", "label"}}}
	for _, o := range []string{"a", "b", "c", "d"} {
		sheets["choices"] = append(sheets["choices"], []string{"l", o, "Option, " + o})
	}
	head := []string{"office"}
	for i := range 100 {
		m, n := fmt.Sprint("m", i), fmt.Sprint("n", i)
		sheets["survey"] = append(sheets["survey"], []string{"select_multiple l", m, "Multiple " + m, ""}, []string{"integer", n, "Number " + n, "selected(${" + m + "}, 'a')"})
		head = append(head, m, m+"/a", m+"/b", m+"/c", m+"/d", n)
	}
	rows := [][]string{append(head, "_id", "_submission_time")}
	var list []Office
	for i := range 500 {
		code := fmt.Sprintf("O-%03d", i)
		list = append(list, Office{Code: code, Name: "Office " + code, Kind: CountryOffice, Country: "ALB"})
		row := []string{code}
		for j := range 100 {
			if (i+j)%3 == 0 {
				row = append(row, "a c", "1", "0", "1", "0", fmt.Sprint(i*j))
			} else {
				row = append(row, "b", "0", "1", "0", "0", "")
			}
		}
		rows = append(rows, append(row, fmt.Sprint(i), "2018-01-01T10:00:00"))
	}
	return workbook(t, sheets, "survey", "choices"), workbook(t, map[string][][]string{"data": rows}, "data"), NewOffices(1, list)
}

func BenchmarkImport(b *testing.B) {
	formText, export, offices := largeExport(b)
	for b.Loop() {
		var files source.Files
		var r source.Reporter
		q := Request{Year: 2017, Offices: offices, Report: &r}
		q.Day.Y, q.Day.M, q.Day.D = 2017, 12, 31
		q.Form = ReadForm(sheet.Read("form.xlsx", formText, &files, &r), "en", &r)
		q.Books = []*sheet.Book{sheet.Read("data.xlsx", export, &files, &r)}
		q.Decisions = ReadDecisions(nil, 0, &r)
		im := Import(q)
		if im.Failed() || len(im.Files()) != 4 || len(im.Answers.Offices()) != 500 {
			b.Fatal(r.All())
		}
	}
}
