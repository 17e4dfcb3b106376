package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// member is one person of a staff of which only counts are known.
type member struct{ category, grade, nation, sex string }

// roster lists the persons whom the headcounts of the annual report count.
func roster(t *testing.T, headcounts []byte) []member {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(headcounts)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []member
	for _, r := range rows[1:] {
		n, err := strconv.Atoi(r[5])
		if err != nil {
			t.Fatal(err)
		}
		for range n {
			out = append(out, member{r[1], r[2], r[3], r[4]})
		}
	}
	return out
}

// The staff of the annual report, saved as an OpenDocument spreadsheet in Spanish
// and as a workbook with macros, gives the headcounts of the example, and a report
// built from them is the example's, byte for byte.
func TestBuildFromImportedForms(t *testing.T) {
	dir := report2017(t)
	table := filepath.Join(dir, "data", "headcount-2017.csv")
	want, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	original := built2017(t, dir)
	staff := roster(t, want)
	for _, f := range []struct {
		name, says string
		data       []byte
	}{
		{"personal.ods", "(ods, ", spanishDocument(t, staff)},
		{"staff.xlsm", "holds macros, which were not run", macroBook(t, staff)},
	} {
		path := filepath.Join(t.TempDir(), f.name)
		if err := errors.Join(os.WriteFile(path, f.data, 0o644), os.Remove(table)); err != nil {
			t.Fatal(err)
		}
		code, said := assemble("import", "hr", path, "--year", "2017", "--edition", dir)
		got, err := os.ReadFile(table)
		if code != exitDone || err != nil || !strings.Contains(said, f.says) {
			t.Fatalf("%s: %d, %v\n%s", f.name, code, err, said)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: the headcounts differ: %s", f.name, differing(got, want))
		}
		private(t, "what is said of "+f.name, []byte(said))
	}
	if ledger, err := os.ReadFile(filepath.Join(dir, "data", "headcount-2017.import.json")); err != nil || !bytes.Contains(ledger, []byte(`"macros_ignored": true`)) {
		t.Errorf("the ledger does not say that macros were ignored: %v", err)
	}
	if !bytes.Equal(built2017(t, dir), original) {
		t.Error("a report built from what was imported is another")
	}
}

// built2017 builds the report of an edition.
func built2017(t *testing.T, dir string) []byte {
	t.Helper()
	if code, said := assemble("build", dir); code != exitDone {
		t.Fatalf("%d\n%s", code, said)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "output", "C-109-4_EN.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// macroBook is a list in a workbook with macros; leavers stand among the persons,
// by their date.
func macroBook(t *testing.T, staff []member) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	row := 0
	add := func(cells ...any) {
		row++
		if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			t.Fatal(err)
		}
	}
	add("Staff as at 31 December 2017, run by " + sentinels[0])
	add("Index no.", "Surname", "E-mail", "Category", "Grade", "Nationality", "Sex", "Separation date")
	for i, m := range staff {
		add(500000+i, sentinels[0], "zyx@hidden.example", m.category, strings.ReplaceAll(m.grade, "-", ""), m.nation, m.sex)
		if i%300 == 0 {
			add(900000+i, sentinels[0], "zyx@hidden.example", m.category, m.grade, m.nation, m.sex, 43000)
		}
	}
	var b bytes.Buffer
	if err := errors.Join(w.Flush(), f.Write(&b)); err != nil {
		t.Fatal(err)
	}
	return withMacros(t, b.Bytes())
}

// withMacros adds a part of macros to a workbook.
func withMacros(t *testing.T, book []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	add := func(name string, data []byte) {
		w, err := out.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if part.Name == "xl/_rels/workbook.xml.rels" {
			const relation = `<Relationship Id="rIdMacros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`
			data = bytes.Replace(data, []byte("</Relationships>"), []byte(relation), 1)
		}
		add(part.Name, data)
	}
	add("xl/vbaProject.bin", []byte("Sub Auto_Open() ' "+sentinels[0]))
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// spanishDocument is a list in an OpenDocument spreadsheet, where M is a woman.
// People who enter later stand among the persons.
func spanishDocument(t *testing.T, staff []member) []byte {
	t.Helper()
	var x strings.Builder
	x.WriteString(`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Plantilla">`)
	row := func(day string, cells ...string) {
		x.WriteString("<table:table-row>")
		for _, c := range cells {
			fmt.Fprintf(&x, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, c)
		}
		if day != "" {
			fmt.Fprintf(&x, `<table:table-cell office:value-type="date" office:date-value="%s"><text:p>...</text:p></table:table-cell>`, day)
		}
		x.WriteString("</table:table-row>")
	}
	row("", "Personal al 31 de diciembre de 2017")
	row("", "Apellidos", "Nacionalidad", "Sexo", "Cuadro", "Grado", "Fecha de ingreso")
	category := map[string]string{"general-service": "Servicios generales", "national-officer": "Funcionarios nacionales", "professional": "Cuadro orgánico"}
	for i, m := range staff {
		cells := []string{sentinels[0], m.nation, map[string]string{"F": "M", "M": "H"}[m.sex], category[m.category], m.grade}
		row("2017-12-31", cells...)
		if i%300 == 0 {
			row("2018-01-01", cells...)
		}
	}
	x.WriteString(`</table:table></office:spreadsheet></office:body></office:document-content>`)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, part := range [][2]string{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", x.String()}} {
		w, err := out.Create(part[0])
		if err == nil {
			_, err = io.WriteString(w, part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
