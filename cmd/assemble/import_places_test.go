package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// planted are the personal data that TestPersonsInEveryPlace puts in a place: a
// name, an address, a number and a day of birth.
var planted = []string{"Zyxwvutova", "zyx@hidden.example", "998877001", "13.07.1961"}

// putter puts a text into a place of a workbook.
type putter = func(f *excelize.File, text string)

// cells puts a text into rows of a column.
func cells(column string, from, to int) putter {
	return func(f *excelize.File, text string) {
		for row := from; row <= to; row++ {
			_ = f.SetCellValue("Staff", fmt.Sprintf("%s%d", column, row), text)
		}
	}
}

// placesInColumns are the cells and heads of each column.
func placesInColumns() map[string]putter {
	places := map[string]putter{}
	for at := 1; at <= 12; at++ {
		column, _ := excelize.ColumnNumberToName(at)
		places["all of column "+column] = cells(column, 4, 33)
		places["three quarters of column "+column] = cells(column, 4, 26)
		places["head "+column] = cells(column, 3, 3)
		places["in head "+column] = func(f *excelize.File, text string) {
			head, _ := f.GetCellValue("Staff", column+"3")
			_ = f.SetCellValue("Staff", column+"3", head+" ("+text+")")
		}
		if !strings.Contains("HIJL", column) { // one value that is asked about is quoted
			places["one cell of column "+column] = cells(column, 7, 7)
		}
	}
	return places
}

// placesAround are the other places that can hold a person.
func placesAround() map[string]putter {
	const s = "Staff"
	return map[string]putter{
		"title": cells("A", 1, 1),
		"merged title": func(f *excelize.File, text string) {
			_ = f.SetCellValue(s, "A2", "Staff of "+text)
			_ = f.MergeCell(s, "A2", "L2")
		},
		"merged level": func(f *excelize.File, text string) {
			_ = f.SetCellValue(s, "A2", text)
			_ = f.SetCellValue(s, "H2", "Grade and sex, "+text)
			_ = f.MergeCell(s, "A2", "G2")
			_ = f.MergeCell(s, "H2", "L2")
		},
		"total": func(f *excelize.File, text string) {
			_ = f.SetSheetRow(s, "A34", &[]any{"Total " + text, text, text, text})
		},
		"note":       cells("A", 36, 36),
		"far column": cells("AZ", 4, 33),
		"far row":    cells("B", 5000, 5001),
		"hidden sheet": func(f *excelize.File, text string) {
			_, _ = f.NewSheet("Lists")
			_ = f.SetSheetRow("Lists", "A1", &[]any{text, text, text})
			_ = f.SetSheetVisible("Lists", false, true)
		},
		"hidden sheet of staff": func(f *excelize.File, text string) {
			_, _ = f.NewSheet("Old")
			_ = f.SetSheetRow("Old", "A1", &[]any{"Name", "Nationality", "Grade", "Sex"})
			_ = f.SetSheetRow("Old", "A2", &[]any{text, "Kenya", "P-4", "F"})
			_ = f.SetSheetVisible("Old", false)
		},
		"name of a sheet that is not read": func(f *excelize.File, text string) {
			_, _ = f.NewSheet(text)
			_ = f.SetCellValue(text, "A1", text)
		},
		"comment": func(f *excelize.File, text string) {
			_ = f.AddComment(s, excelize.Comment{Cell: "H5", Author: text, Paragraph: []excelize.RichTextRun{{Text: text}}})
		},
		"properties": func(f *excelize.File, text string) {
			_ = f.SetDocProps(&excelize.DocProperties{Creator: text, LastModifiedBy: text, Title: text, Subject: text, Keywords: text, Description: text})
			_ = f.SetAppProps(&excelize.AppProperties{Company: text})
		},
		"defined name": func(f *excelize.File, text string) {
			_ = f.SetDefinedName(&excelize.DefinedName{Name: "Staff_list", RefersTo: "Staff!$A$1", Comment: text})
		},
		"head and foot": func(f *excelize.File, text string) {
			_ = f.SetHeaderFooter(s, &excelize.HeaderFooterOptions{OddHeader: text, OddFooter: text})
		},
		"link": func(f *excelize.File, text string) {
			_ = f.SetCellHyperLink(s, "H5", "https://"+text+".example/", "External")
		},
		"formula":       func(f *excelize.File, text string) { _ = f.SetCellFormula(s, "I6", `IF("`+text+`"="","P-4","P-5")`) },
		"input message": validation,
		"formatted parts": func(f *excelize.File, text string) {
			_ = f.SetCellRichText(s, "B6", []excelize.RichTextRun{{Text: text}, {Text: text}})
		},
	}
}

// validation puts a text into the message that a cell shows.
func validation(f *excelize.File, text string) {
	v := excelize.NewDataValidation(true)
	v.Sqref = "I4:I33"
	_ = v.SetDropList([]string{"P-4", text})
	v.SetInput(text, text)
	v.SetError(excelize.DataValidationErrorStyleStop, text, text)
	_ = f.AddDataValidation("Staff", v)
}

// TestPersonsInEveryPlace puts personal data into each place of a workbook and
// looks for them in all that an import prints and writes, in the edition and among
// temporary files. The name of the folder of the workbook names a person, too.
func TestPersonsInEveryPlace(t *testing.T) {
	places := placesInColumns()
	maps.Copy(places, placesAround())
	for n, place := range slices.Sorted(maps.Keys(places)) {
		put := places[place]
		t.Run(place, func(t *testing.T) {
			dir := t.TempDir()
			home, ed, temp := filepath.Join(dir, "Zyxwvutova"), filepath.Join(dir, "ed"), filepath.Join(dir, "temp")
			for _, d := range []string{home, temp} {
				if err := os.Mkdir(d, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
				t.Fatal(err)
			}
			t.Setenv("TMPDIR", temp)
			for i, text := range []string{planted[0], planted[1+n%3]} {
				book := privateBook(t, home, "staff.xlsx", func(f *excelize.File) { put(f, text) })
				format := []string{"human", "short", "json"}[(n+i)%3]
				var out bytes.Buffer
				code := run([]string{"assemble", "import", "hr", book, "--year", "2017", "--edition", ed, "--format", format}, &out, &out)
				if code != exitDone && code != exitErrors {
					t.Errorf("%s: exit code %d\n%s", text, code, out.String())
				}
				private(t, "what is printed of "+text, out.Bytes())
			}
			tree(t, ed)
			if got := tree(t, temp); got != "" {
				t.Errorf("temporary files are left: %s", got)
			}
		})
	}
}
