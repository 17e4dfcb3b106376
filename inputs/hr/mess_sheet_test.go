package hr

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// staffBook is a workbook of one list, whose rows 2 to 6 are those of base.
func staffBook(change func(f *excelize.File)) func(t testing.TB) []given {
	return func(t testing.TB) []given {
		return []given{workbook(t, "staff.xlsx", func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "Staff")
			for i, line := range strings.Split(strings.TrimSpace(base), "\n") {
				var cells []any
				for c := range strings.SplitSeq(line, ",") {
					cells = append(cells, c)
				}
				put(f, "Staff", i+1, cells...)
			}
			change(f)
		})}
	}
}

func hide(f *excelize.File) {
	_ = f.SetRowVisible("Staff", 4, false)
	_ = f.SetRowVisible("Staff", 5, false)
}

func secondSheet(name string, visible bool) func(f *excelize.File) {
	return func(f *excelize.File) {
		_, _ = f.NewSheet(name)
		put(f, name, 1, "Nationality", "Grade", "Sex")
		put(f, name, 2, "Ghana", "P-2", "M")
		_ = f.SetSheetVisible(name, visible)
	}
}

// otherTables adds sheets that are no lists of staff.
func otherTables(f *excelize.File) {
	for _, x := range []struct {
		name string
		rows [][]any
	}{
		{"Grades", [][]any{{"Grade", "Category"}, {"P-4", "Professional"}, {"G-5", "General Service"}}},
		{"Countries", [][]any{{"Country", "Code", "Remark"}, {"Kenya", "KEN", "Kenyan"}, {"France", "FRA", "French"}}},
		{"Leavers", [][]any{{"Surname", "Grade", "Sex"}, {"Testov", "P-4", "F"}}},
		{"Summary", [][]any{{"Category", "F", "M", "Total"}, {"Professional", 2, 1, 3}, {"General Service", nil, 1, 1}, {"National Officers", 1, nil, 1}, {"Total", 3, 2, 5}}},
		{"By grade", [][]any{{"Level", "Women", "Men", "% women"}, {"P-4", 2, nil, 1.0}, {"P-3", nil, 1, 0.0}}},
		{"By duty station", [][]any{{"Duty station", "Professional", "General Service", "Total"}, {"Nairobi", 2, 1, 3}, {"Geneva", 2, nil, 2}}},
		{"Ages", [][]any{{"Age group", "F", "M", "Total"}, {"25-34", 1, 1, 2}, {"35-44", 2, 1, 3}}},
	} {
		_, _ = f.NewSheet(x.name)
		for i, r := range x.rows {
			put(f, x.name, i+1, r...)
		}
	}
}

func sheetScenes() []scene {
	const without = "national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2"
	const both = "general-service,G-5,FRA,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,2 professional,P-3,FRA,M,1 professional,P-2,GHA,M,1"
	return []scene{
		{name: "hidden rows", files: staffBook(hide), says: []string{"staff.xlsx!Staff!4 hr-ask-hidden-rows: rows of the table are hidden by hand or in a closed group", "(2 rows: 4, 5)"}, open: 2},
		{name: "hidden rows left out", files: staffBook(hide), decisions: `hr: {hidden_rows: {"2017 Staff!4-5": {leave-out: "filtered leavers"}}}`, counts: without, out: "left out: filtered leavers 2"},
		{name: "hidden rows counted", files: staffBook(hide), decisions: `hr: {hidden_rows: {"Staff!4-5": count}}`, counts: baseCounts},
		{name: "other rows were decided", files: staffBook(hide), decisions: `hr: {hidden_rows: {"2016 Staff!4-5": count, "2017 Staff!4": count}}`, says: []string{"hr-ask-hidden-rows"}},
		{name: "hidden sheet", files: staffBook(secondSheet("Old", false)), says: []string{"the sheet Old is hidden and holds 1 row"}, open: 1},
		{name: "hidden sheet left out", files: staffBook(secondSheet("Old", false)), decisions: `hr: {sheets: {"2017 Old": {leave-out: "last year's"}}}`, counts: baseCounts},
		{name: "hidden sheet counted", files: staffBook(secondSheet("Old", false)), decisions: `hr: {sheets: {"2017 Old": count}}`, counts: both},
		{name: "two sheets", files: staffBook(secondSheet("Field", true)), counts: both},
		{name: "one sheet asked for", files: staffBook(secondSheet("Field", true)), sheet: "Staff", counts: baseCounts},
		{name: "lists of codes and tables by other things", files: staffBook(otherTables), says: []string{
			`staff.xlsx!Grades!1 hr-ask-sheets: no column was recognized as nationality, nor as sex in the row of heads | answer in data/decisions.yaml, asked: hr: sheets: {leave-out: "no list of staff"} if it is none; else name the column in the workbook`,
			"staff.xlsx!Leavers!1 hr-ask-sheets: no column was recognized as nationality",
		}, open: 3},
		{name: "lists of codes left out", files: staffBook(otherTables), decisions: `hr: {sheets: {"2017 Grades": {leave-out: codes}, "2017 Leavers": {leave-out: leavers}}}`, counts: baseCounts, out: "row of totals 1; compared with the counts, not added 5"},
		{name: "a table by category that differs", files: staffBook(func(f *excelize.File) {
			_, _ = f.NewSheet("Summary")
			put(f, "Summary", 1, "Category", "F", "M", "Total")
			put(f, "Summary", 2, "Professional", 3, 1, 4)
		}), says: []string{"the table of counts on Summary differs from the rows that were counted: F 3, not 2"}},
		{name: "a table by nationality and sex", files: staffBook(func(f *excelize.File) {
			_, _ = f.NewSheet("Pivot")
			put(f, "Pivot", 1, "Row Labels", "F", "M", "Grand Total")
			put(f, "Pivot", 2, "Albania", 2, nil, 2)
			put(f, "Pivot", 3, "France", nil, 2, 2)
			put(f, "Pivot", 4, "Kenya", 1, nil, 1)
			put(f, "Pivot", 5, "Grand Total", 3, 2, 5)
		}), counts: baseCounts, out: "row of totals 1; compared with the counts, not added 3"},
		{name: "a sheet of last year", files: staffBook(secondSheet("Staff 2016", true)), says: []string{"the name of the sheet names 2016, not 2017 | answer in data/decisions.yaml, asked: hr: years: 2017 if the table tells of it all the same"}, open: 1},
		{name: "a file of the day of a run", files: func(testing.TB) []given { return []given{{"export-2018-01-02 staff_20180102.csv", []byte(base)}} }, counts: baseCounts},
		{name: "no such sheet", files: staffBook(secondSheet("Field", true)), sheet: "Staf", says: []string{`there is no sheet "Staf" | name one of Staff, Field`}},
		{name: "a copy", files: staffBook(func(f *excelize.File) { _, _ = f.NewSheet("Copy"); _ = f.CopySheet(0, 1) }), says: []string{"Copy makes the same counts as Staff; it may be a copy"}},
		{name: "a copy left out", files: staffBook(func(f *excelize.File) { _, _ = f.NewSheet("Copy"); _ = f.CopySheet(0, 1) }), decisions: `hr: {sheets: {"2017 Copy": {leave-out: "a copy"}}}`, counts: baseCounts, out: "left out: a copy 5"},
		{name: "hidden column", files: staffBook(func(f *excelize.File) { _ = f.SetColVisible("Staff", "B", false) }), says: []string{"column B, the grade, is hidden"}, open: 5},
		{name: "hidden column used", files: staffBook(func(f *excelize.File) { _ = f.SetColVisible("Staff", "B", false) }), decisions: `hr: {hidden_columns: {"2017 Staff!B": use}}`, counts: baseCounts},
		{name: "filter", files: staffBook(func(f *excelize.File) { _ = f.AutoFilter("Staff", "A1:C6", nil); hide(f) }), says: []string{"rows of the table are hidden by a filter"}},
		{name: "title of another year", rows: "Staff as at 31 December 2016\n" + base, says: []string{"the title of the table names 2016, not 2017 | answer in data/decisions.yaml, asked: hr: years: 2017 if the table tells of it all the same; if not, import the right workbook, or with --year 2016"}, open: 5},
		{name: "title decided", rows: "Staff as at 31 December 2016\n" + base, decisions: `hr: {years: {"2017 Staff": "2017"}}`, counts: baseCounts},
		{name: "run in the year after", rows: "Staff 2017; run on 2 January 2018\n" + base, counts: baseCounts},
		{name: "a negative count", rows: "Nationality,Sex,Grade,Headcount\nKenya,F,P-4,3\nKenya,F,P-5,12-\n", says: []string{"cells of the headcount hold no whole number of persons (1 row: D3)"}},
		{name: "an error among the sexes", rows: base + "Kenya,P-4,#REF!\n", says: []string{"Staff.csv!Staff!C7 hr-cells-error: cells of the sex hold an error value such as #REF! (1 row: C7)"}, open: 1},
	}
}

// cellScenes are those of formulas, errors, numbers and dates in cells.
func cellScenes() []scene {
	return []scene{
		{name: "formula without value", files: staffBook(func(f *excelize.File) {
			_ = f.SetCellValue("Staff", "B3", nil)
			_ = f.SetCellFormula("Staff", "B3", "B2")
		}), says: []string{"cells of the grade hold a formula whose value is not stored (1 row: B3) | open the workbook in Excel"}},
		{name: "formula with its value", files: staffBook(func(f *excelize.File) {
			_ = f.SetCellInt("Staff", "A6", 404)
			_ = f.SetCellFormula("Staff", "A6", `VLOOKUP(F6,[1]Codes!A:B,2,FALSE)`)
		}), counts: baseCounts},
		{name: "a total without its value", files: func(t testing.TB) []given {
			return []given{workbook(t, "pivot.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "P-3", "P-4", "Total")
				put(f, "Sheet1", 2, "Kenya", "F", 1, 2)
				put(f, "Sheet1", 3, "France", "F", 3, nil, 3)
				_ = f.SetCellFormula("Sheet1", "E2", "SUM(C2:D2)")
				put(f, "Sheet1", 4, "Total")
				_ = f.SetCellFormula("Sheet1", "C4", "SUM(C2:C3)")
			})}
		}, counts: "professional,P-4,KEN,F,2 professional,P-3,FRA,F,3 professional,P-3,KEN,F,1", out: "row of totals 1"},
		{name: "a count without its value", files: func(t testing.TB) []given {
			return []given{workbook(t, "pivot.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "P-3", "P-4", "Total")
				put(f, "Sheet1", 2, "Kenya", "F", 1, nil, 3)
				_ = f.SetCellFormula("Sheet1", "D2", "1+1")
			})}
		}, says: []string{"cells of the headcount hold a formula whose value is not stored (1 row: D2)"}, open: 1},
		{name: "numbers kept as text", files: func(t testing.TB) []given {
			return []given{workbook(t, "counts.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Nationality", "Sex", "Grade", "Number of staff")
				for i, n := range []string{"1\u00a0200", "1\u202f200", "1 200", "1\u2009200", "1'200", "1’200", " 1200 ", "1200"} {
					put(f, "Sheet1", i+2, "Kenya", "F", "P-4", n)
				}
				put(f, "Sheet1", 10, "Kenya", "F", "P-4", 1200.0)
				put(f, "Sheet1", 11, "Total", nil, nil, "10 800")
			})}
		}, counts: "professional,P-4,KEN,F,10800", out: "row of totals 1"},
		{name: "dates with and without a format", asOf: "2017-06-30", files: staffBook(func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
			put(f, "Staff", 1, "Nationality", "Grade", "Sex", "EOD")
			for i, day := range []any{42916, 42917, "30.06.2017", "01.07.2017", 42916.75} { // 42916 is 2017-06-30
				_ = f.SetCellValue("Staff", fmt.Sprintf("D%d", i+2), day)
			}
			_ = f.SetCellStyle("Staff", "D2", "D3", style)
		}), counts: "national-officer,NO-A,KEN,F,1 professional,P-4,ALB,F,1 professional,P-3,FRA,M,1", out: "not yet in service on the cut-off date 2"},
		{name: "codes of M49", files: staffBook(func(f *excelize.File) {
			for i, code := range []int{4, 8, 250, 516, 404} {
				_ = f.SetCellInt("Staff", fmt.Sprintf("A%d", i+2), int64(code))
			}
		}), counts: "general-service,G-5,NAM,M,1 national-officer,NO-A,KEN,F,1 professional,P-4,AFG,F,1 professional,P-4,ALB,F,1 professional,P-3,FRA,M,1"},
		{name: "serial dates of 1904", files: staffBook(func(f *excelize.File) {
			yes := true
			_ = f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
			put(f, "Staff", 1, "Nationality", "Grade", "Sex", "EOD")
			for i := range 5 {
				_ = f.SetCellInt("Staff", fmt.Sprintf("D%d", i+2), int64(41637+i)) // 2017-12-30 and on
			}
		}), counts: "professional,P-4,ALB,F,2", out: "not yet in service on the cut-off date 3"},
	}
}
