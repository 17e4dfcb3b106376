package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// rawBook packs a workbook of one sheet whose rows are given as XML, with parts
// beside it.
func rawBook(t *testing.T, rows string, parts map[string]string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	rels := func(kind, target string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + office + "/" + kind + `" Target="` + target + `"/></Relationships>`
	}
	all := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                rels("officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": rels("worksheet", "worksheets/sheet1.xml"),
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/externalLinks/externalLink1.xml"} {
		if all[name] == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rawRow is a row of texts.
func rawRow(n int, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, n)
	for _, s := range texts {
		b.WriteString(`<c t="inlineStr"><is><t>` + s + `</t></is></c>`)
	}
	return b.String() + "</row>"
}

// encryptedBook is a workbook that wants a password.
func encryptedBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "Zyxwvutova"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hostile are files that people mean ill with, or that came to harm on their way.
// Where they can, they hold the data of a person.
func hostile(t *testing.T) map[string][]byte {
	head := rawRow(1, "Nationality", "Grade", "Sex")
	person := rawRow(2, "Kenya", "P-4", "F", "Zyxwvutova", "zyx@hidden.example", "998877001")
	whole := rawBook(t, head+person, nil)
	const text = "Surname,Nationality,Grade,Sex\nZyxwvutova,Kenya,P-4,F\n"
	return map[string][]byte{
		"sheet-unzipped a.xlsx":  rawBook(t, head, map[string]string{"_rels/.rels": strings.Repeat(" ", 9<<20)}),
		"sheet-damaged b.xlsx":   rawBook(t, head+strings.Repeat("<a>", 100_000), nil),
		"sheet-columns c.xlsx":   rawBook(t, head+`<row r="2"><c r="XFE2" t="str"><v>Zyxwvutova</v></c></row>`, nil),
		"sheet-columns d.csv":    []byte("Zyxwvutova,Nationality,Grade,Sex" + strings.Repeat(",x", 16_384) + "\n"),
		"sheet-text e.xlsx":      rawBook(t, head+rawRow(2, strings.Repeat("Zyxwvutova ", 200_000)), nil),
		"sheet-text f.csv":       []byte(text + strings.Repeat("Zyxwvutova ", 200_000) + ",Kenya,P-4,F\n"),
		"sheet-damaged g.xlsx":   whole[:len(whole)/2],
		"sheet-damaged h.xlsx":   rawBook(t, head+person[:len(person)-80], nil),
		"sheet-encrypted i.xlsx": encryptedBook(t),
		"sheet-binary j.xls":     []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00Zyxwvutova"),
		"sheet-quote k.csv":      []byte(text + "\"Zyxwvutova\"Qwfpgarst,Kenya,P-4,F\n"),
		"sheet-quote l.csv":      []byte(text + "\"Zyxwvutova,Kenya,P-4,F\n"),
		"sheet-damaged m.xlsx":   rawBook(t, head+`<row r="Zyxwvutova"><c r="Qwfpgarst"><v>998877</v></c></row>`, nil),
		"sheet-damaged n.xlsx":   rawBook(t, head+`<row r="2"><c r="A2" t="s"><v>998877</v></c></row>`, nil),
		"hr-no-table o.html":     []byte("<html><head><title>Staff of Zyxwvutova</title><meta name=author content=Qwfpgarst></head><table><tr><td>Zyxwvutova<td>998877<td>x</table>"),
		"sheet-format p.mht":     []byte("MIME-Version: 1.0\r\nFrom: zyx@hidden.example\r\nSubject: Zyxwvutova\r\nContent-Type: Zyxwvutova\r\n\r\n<table>"),
		"sheet-format q.pdf":     []byte("%PDF-1.7 /Author (Zyxwvutova)"),
		"hr-nobody s.xlsx":       rawBook(t, head, nil),
		"hr-values r.csv":        []byte("Nationality,Grade,Sex\n" + manyValues(300_001)),
	}
}

// manyValues are rows of as many different values.
func manyValues(n int) string {
	var b strings.Builder
	for i := 0; i < n; i += 3 {
		fmt.Fprintf(&b, "Zyxwvutova %d,%d,%d\n", i, i+1, i+2)
	}
	return b.String()
}

// TestHostileWorkbooks imports files that do harm. Each must end in an error that
// says what it is and quotes nothing, and leave data as it was.
func TestHostileWorkbooks(t *testing.T) {
	for name, data := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, file, _ := strings.Cut(name, " ")
			dir := t.TempDir()
			ed, path := filepath.Join(dir, "ed"), filepath.Join(dir, file)
			if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if got := run([]string{"assemble", "import", "hr", path, "--year", "2024", "--edition", ed}, &out, &out); got != exitErrors {
				t.Errorf("exit code %d", got)
			}
			said := out.String()
			if !strings.Contains(said, "error "+code+": ") || !strings.Contains(said, "  fix: ") || out.Len() > 4000 {
				t.Errorf("%.4000s", said)
			}
			private(t, "what is printed", out.Bytes())
			if got := tree(t, ed); strings.Contains(got, "headcount") {
				t.Errorf("something was written: %s", got)
			}
		})
	}
}

// Nothing is fetched: what a formula refers to in another file is its stored value,
// and a formula without one is asked to be calculated.
func TestExternalLinks(t *testing.T) {
	link := map[string]string{"xl/externalLinks/externalLink1.xml": `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook><sheetNames><sheetName val="Zyxwvutova"/></sheetNames></externalBook></externalLink>`}
	for value, want := range map[string]int{"<v>P-4</v>": exitDone, "": exitErrors} {
		dir := t.TempDir()
		ed, path := filepath.Join(dir, "ed"), filepath.Join(dir, "staff.xlsx")
		book := rawBook(t, rawRow(1, "Nationality", "Sex", "Grade")+
			`<row r="2"><c t="inlineStr"><is><t>Kenya</t></is></c><c t="inlineStr"><is><t>F</t></is></c><c t="str"><f>[1]Zyxwvutova!$A$1</f>`+value+`</c></row>`, link)
		if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, book, 0o644); err != nil {
			t.Fatal(err)
		}
		code, said := assemble("import", "hr", path, "--year", "2024", "--edition", ed)
		if code != want || code == exitErrors && !strings.Contains(said, "hold a formula whose value is not stored") {
			t.Errorf("%q: exit code %d\n%s", value, code, said)
		}
		private(t, "what is printed", []byte(said))
	}
}

// A name of a file does not command the terminal.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	ed, path := filepath.Join(dir, "ed"), filepath.Join(dir, "staff\x1b[2J\u202e.csv")
	if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{"Nationality,Grade,Sex\nKenya,P-4,F\n": exitDone, "Nationality,Grade,Sex\nKenya,P-17,F\n": exitErrors, "": exitErrors} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Skip(err)
		}
		for _, format := range []string{"human", "short"} {
			code, said := assemble("import", "hr", path, "--year", "2024", "--edition", ed, "--format", format)
			if code != want || strings.ContainsAny(said, "\x1b\u202e") {
				t.Errorf("%s: exit code %d\n%q", format, code, said)
			}
		}
	}
}
