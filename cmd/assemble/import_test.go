package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/output"

	"github.com/xuri/excelize/v2"
)

// sentinels are personal data that stand in the workbooks of these tests and must
// stand nowhere else: names, numbers, addresses, dates in all their forms.
var sentinels = []string{
	"Zyxwvutova", "zyxwvutova", "Qwfpgarst", "998877", "zyx@hidden.example", "Larkspur Lane", "1961-07-13", "13.07.1961", "13/07/1961", "22475", "19610713", "K7734421",
}

// privateRows are the persons of a workbook; what is asked about them is changed
// by the tests.
func privateBook(t *testing.T, dir, name string, change func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const s = "Staff"
	_ = f.SetSheetName("Sheet1", s)
	rows := [][]any{
		{"Staff 2017, run by Zyxwvutova, zyx@hidden.example"},
		{"Contact: Larkspur Lane 4", nil, "998877000"},
		{"Index number", "Surname", "Given name", "Date of birth", "E-mail", "Address", "Passport", "Nationality", "Grade", "Sex", "Entry on duty", "Status"},
	}
	for i := range 30 {
		rows = append(rows, []any{
			fmt.Sprintf("998877%03d", i), "Zyxwvutova", "Qwfpgarst", 22475, "zyx@hidden.example", "Larkspur Lane 4", "K7734421",
			[]string{"Kenya", "France"}[i%2], []string{"P-4", "G-5"}[i%2], []string{"F", "M"}[i%2], 42000 + i, "Active",
		})
	}
	for i, r := range rows {
		if err := f.SetSheetRow(s, fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	_ = f.AddComment(s, excelize.Comment{Cell: "I5", Author: "Zyxwvutova", Paragraph: []excelize.RichTextRun{{Text: "Qwfpgarst says P-5"}}})
	_ = f.SetDocProps(&excelize.DocProperties{Creator: "Zyxwvutova", Title: "Qwfpgarst"})
	_ = f.SetColVisible(s, "F", false)
	change(f)
	path := filepath.Join(dir, name)
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestNoPersonalDataLeaves imports workbooks with every kind of fault and looks
// for the sentinels in all that was written or printed, temporary files too.
func TestNoPersonalDataLeaves(t *testing.T) {
	column := func(col, value string, from, to int) func(f *excelize.File) {
		return func(f *excelize.File) {
			for row := from; row <= to; row++ {
				_ = f.SetCellValue("Staff", fmt.Sprintf("%s%d", col, row), value)
			}
		}
	}
	for name, change := range map[string]func(f *excelize.File){
		"good":                        func(*excelize.File) {},
		"names for grades":            column("I", "Zyxwvutova", 10, 30),
		"names for nationalities":     column("H", "Qwfpgarst Zyxwvutova", 4, 33),
		"an address for a nation":     column("H", "zyx@hidden.example", 7, 7),
		"a number for a grade":        column("I", "998877665", 7, 8),
		"names for sexes":             column("J", "Zyxwvutova", 4, 33),
		"names for statuses":          column("L", "Zyxwvutova", 4, 14),
		"a date for a status":         column("L", "13.07.1961", 6, 7),
		"dates that are none":         column("K", "13.07.1961 Zyxwvutova", 5, 6),
		"a head with an address":      column("I", "Grade (ask zyx@hidden.example)", 3, 3),
		"one number for two":          column("A", "998877001", 4, 5),
		"values that are asked about": column("I", "P-17", 7, 8),
		"hidden rows":                 func(f *excelize.File) { _ = f.SetRowVisible("Staff", 9, false) },
		"names alone": func(f *excelize.File) {
			_ = f.SetSheetRow("Staff", "A40", &[]any{nil, "Zyxwvutova"})
			_ = f.SetSheetRow("Staff", "A41", &[]any{"1", "Zyxwvutova", nil, nil, nil, nil, nil, "Kenya"})
		},
		"no heads": func(f *excelize.File) { _ = f.RemoveRow("Staff", 3) },
		"a sheet of names": func(f *excelize.File) {
			_, _ = f.NewSheet("More")
			_ = f.SetSheetRow("More", "A1", &[]any{"Zyxwvutova", "Qwfpgarst", "998877"})
		},
		"a total of names": func(f *excelize.File) {
			_ = f.SetSheetRow("Staff", "A34", &[]any{"Total Zyxwvutova", nil, nil, nil, nil, nil, nil, nil, 998877})
		},
	} {
		for _, format := range []string{"human", "json"} {
			t.Run(name+" "+format, func(t *testing.T) {
				dir := t.TempDir()
				ed, temp := filepath.Join(dir, "ed"), filepath.Join(dir, "temp")
				err := errors.Join(os.MkdirAll(temp, 0o755), lay(filepath.Join("testdata", "edition"), ed))
				if err != nil {
					t.Fatal(err)
				}
				t.Setenv("TMPDIR", temp)
				book := privateBook(t, dir, "staff.xlsx", change)
				var out, errOut bytes.Buffer
				code := run([]string{"assemble", "import", "hr", book, "--year", "2017", "--edition", ed, "--format", format, "--sign-off", filepath.Join(ed, "signed.pdf")}, &out, &errOut)
				want := exitErrors
				if slices.Contains([]string{"good", "a head with an address", "a sheet of names", "a total of names"}, name) {
					want = exitDone
				}
				if code != want {
					t.Errorf("exit code %d\n%s%s", code, out.String(), errOut.String())
				}
				private(t, "standard output", out.Bytes())
				private(t, "standard error", errOut.Bytes())
				if got := tree(t, ed); code != exitDone && strings.Contains(got, "headcount") {
					t.Errorf("something was written: %s", got)
				}
				if got := tree(t, temp); got != "" {
					t.Errorf("temporary files are left: %s", got)
				}
			})
		}
	}
}

// private looks for sentinels.
func private(t *testing.T, where string, data []byte) {
	t.Helper()
	for _, s := range sentinels {
		if i := bytes.Index(data, []byte(s)); i >= 0 {
			t.Errorf("%q stands in %s: …%s…", s, where, data[max(0, i-60):min(len(data), i+60)])
		}
	}
}

// tree returns the names of the files below a folder, each looked through; a PDF
// by its text, if there is a program that reads it.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		names = append(names, d.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		private(t, d.Name(), data)
		if filepath.Ext(path) == ".pdf" {
			if text, err := exec.Command("pdftotext", path, "-").Output(); err == nil {
				private(t, "the text of "+d.Name(), text)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

// Imports that run at once leave the table and the ledger of one of them.
func TestImportsAtOnceDoNotMix(t *testing.T) {
	dir := t.TempDir()
	ed := filepath.Join(dir, "ed")
	if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
		t.Fatal(err)
	}
	var books []string
	for i := range 4 {
		name := filepath.Join(dir, fmt.Sprintf("staff-%d.csv", i))
		text := "Nationality,Grade,Sex\n" + strings.Repeat("Kenya,P-4,F\nFrance,G-5,M\n", i+1)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		books = append(books, name)
	}
	var wg sync.WaitGroup
	for _, b := range books {
		for range 3 {
			wg.Go(func() {
				var out bytes.Buffer
				if code := run([]string{"assemble", "import", "hr", b, "--year", "2017", "--edition", ed}, &out, &out); code != exitDone {
					t.Errorf("exit code %d\n%s", code, out.String())
				}
			})
		}
	}
	wg.Wait()
	table, err1 := os.ReadFile(filepath.Join(ed, "data", "headcount-2017.csv"))
	ledger, err2 := os.ReadFile(filepath.Join(ed, "data", "headcount-2017.import.json"))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	var r source.Reporter
	l := hr.ReadLedger(ledger, 1, &r)
	if l == nil {
		t.Fatal("no ledger")
	}
	if hr.CheckLedger(table, 1, l, &r); len(r.All()) > 0 {
		t.Errorf("the table is of another import than the ledger: %v", r.All())
	}
	if got := tree(t, filepath.Join(ed, "data")); got != "headcount-2017.csv headcount-2017.import.json" {
		t.Errorf("left behind: %s", got)
	}
}

// Decisions that somebody writes while an import runs are not lost.
func TestDecisionsChangedMeanwhile(t *testing.T) {
	ed := filepath.Join(t.TempDir(), "ed")
	if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	x := &hrImport{importRun: &importRun{printer: &printer{out: &out, err: &out}, area: "hr", dir: ed, year: 2017}}
	if !x.readDecisions() {
		t.Fatal("no edition")
	}
	const own = "hr: {grade: {X: P-4}}\n"
	file := filepath.Join(ed, "data", "decisions.yaml")
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(own), 0o644)); err != nil {
		t.Fatal(err)
	}
	written, err := x.write([]output.File{{Name: "headcount-2017.csv", Data: []byte("x")}, {Name: "decisions.yaml", Data: []byte("asked:\n")}})
	if err := errors.Join(err, x.end("nothing was written")); written || !errors.Is(err, errEdition) || !strings.Contains(out.String(), "hr-changed: data/decisions.yaml was changed while the import ran") {
		t.Errorf("%v\n%s", err, out.String())
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != own {
		t.Errorf("%v: %s", err, data)
	}
	if got := tree(t, filepath.Join(ed, "data")); got != "decisions.yaml" {
		t.Errorf("the folder holds %s", got)
	}
}

// What is signed is what was written: the page has the figures and the hash of the
// table.
func TestSignOff(t *testing.T) {
	dir := t.TempDir()
	ed, page := filepath.Join(dir, "ed"), filepath.Join(dir, "page.pdf")
	if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
		t.Fatal(err)
	}
	book := privateBook(t, dir, "staff.xlsx", func(*excelize.File) {})
	args := []string{"assemble", "import", "hr", book, "--year", "2017", "--edition", ed, "--sign-off", page}
	var out bytes.Buffer
	if code := run(append(args, "--dry-run"), &out, &out); code != exitDone {
		t.Fatalf("exit code %d\n%s", code, out.String())
	}
	if _, err := os.Stat(page); err == nil {
		t.Error("a dry run wrote a page to sign")
	}
	if code := run(args, &out, &out); code != exitDone || !strings.HasSuffix(out.String(), "headcount-2017.csv: 30 persons; to be signed: "+page+"\n") {
		t.Fatalf("exit code %d\n%s", code, out.String())
	}
	table, err := os.ReadFile(filepath.Join(ed, "data", "headcount-2017.csv"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if code := run(args, &out, &out); code != exitDone {
		t.Fatal(out.String())
	}
	if again, err := os.ReadFile(page); err != nil || !bytes.Equal(first, again) {
		t.Error("the same import makes another page")
	}
	text, err := exec.Command("pdftotext", page, "-").Output()
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	words := strings.Join(strings.Fields(string(text)), " ")
	sum := sha256.Sum256(table)
	for _, want := range []string{
		"Staff of 2017: record of the import", "Page 1", "31 December 2017", "Counted 30", "Read 30", "Total 30 15 15", "nationality: Nationality, by its head",
		spaced(hex.EncodeToString(sum[:]))[:35], "states no totals", "Name Date Signature",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q does not stand on the page:\n%s", want, words)
		}
	}
}
