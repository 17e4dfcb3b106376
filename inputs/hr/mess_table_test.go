package hr

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// pivotCounts are the counts of most tables of these scenes.
const pivotCounts = "professional,P-5,FRA,F,3 professional,P-5,KEN,M,1 professional,P-4,KEN,F,1 professional,P-4,KEN,M,2"

func tableScenes() []scene {
	pivot := "Nationality,P-4,,P-5,,Total\n,F,M,F,M,\nKenya,1,2,,1,4\nFrance,,,3,,3\nTotal,1,2,3,1,7\n"
	return []scene{
		{name: "pivot", rows: pivot, counts: pivotCounts, out: "row of totals 1"},
		{name: "pivot of sexes below", rows: "Nationality,Sex,P-4,P-5,P-3,Total\nKenya,F,1,,,1\nKenya,M,2,1,,3\nFrance,F,,3,,3\n", counts: pivotCounts},
		{name: "pivot of sexes beside", rows: "Nationality,Grade,F,M,Total\nKenya,P-4,1,2,3\nKenya,P-5,,1,1\nFrance,P-5,3,,3\n", counts: pivotCounts},
		{name: "row total differs", rows: strings.Replace(pivot, "1,4", "1,5", 1), says: []string{"states 7 as the sum of column F, where its rows make 8, and 1 total more that differs"}},
		{name: "column total differs", rows: strings.Replace(pivot, "Total,1,2,3", "Total,1,2,4", 1), says: []string{"states 4 as the sum of column D, where its rows make 3"}},
		{name: "no whole number", rows: strings.Replace(pivot, "3,,3", "3.5,,3", 1), says: []string{"cells of the headcount hold no whole number of persons (1 row: D4)"}},
		{name: "pivot without sexes", rows: "Nationality,P-3,P-4,P-5\nKenya,1,2,3\n", says: []string{"a table of counts without sex cannot be counted alone"}},
		{name: "list of counts", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,2\nKenya,P-5,M,0\nKenya,P-3,M,1 200\n", counts: "professional,P-4,KEN,F,2 professional,P-3,KEN,M,1200", out: "no persons in the row 1"},
		{name: "numbers of rows", rows: "Number,Nationality,Grade,Sex\n11,Kenya,P-4,F\n12,Kenya,P-4,F\n13,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,3"},
		{name: "numbers of persons by name", rows: "Número,Apellidos,Nacionalidad,Grado,Sexo\n101,Prueba,Kenya,P-4,F\n107,Prueba,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "names under Nombre", rows: "Nombre,Nacionalidad,Grado,Sexo\nPrueba,Kenya,P-4,F\nEjemplo,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
		{name: "numbers of something", rows: "Number,Nationality,Grade,Sex\n5,Kenya,P-4,F\n2,Kenya,P-3,F\n", says: []string{"column A, Number, may say how many persons each row stands for, or be a number of the row | answer in data/decisions.yaml, asked: hr: columns: headcount if"}, open: 2},
		{name: "numbers of something decided", rows: "Number,Nationality,Grade,Sex\n5,Kenya,P-4,F\n2,Kenya,P-3,F\n", decisions: "hr: {columns: {Staff: {A: headcount}}}", counts: "professional,P-4,KEN,F,5 professional,P-3,KEN,F,2"},
		{name: "a weak head of counts", rows: "Count,Nationality,Grade,Sex\n5,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,5"},
		{name: "ambiguous number", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,1.467\n", says: []string{"numbers of the column D such as 0.000 can be read in two ways"}},
		{name: "ambiguous number decided", rows: "Nationality,Grade,Sex,Headcount\nKenya,P-4,F,1.467\n", decisions: "hr: {numbers: {Staff: thousands}}", counts: "professional,P-4,KEN,F,1467"},
		{name: "pivot of grades and sexes in one head", rows: "Nationality,P-4 F,P-4 (M),Women P-5,P-5/M,Total P-4\nKenya,1,2,,1,3\nFrance,,,3,,0\n", counts: pivotCounts},
		{name: "pivot of nationalities in the head", rows: "Grade,Sex,Kenya,France,Ghana,Total\nP-4,F,1,,,1\nP-4,M,2,,,2\nP-5,F,,3,,3\nP-5,M,1,,,1\nTotal,,4,3,0,7\n", counts: pivotCounts, out: "row of totals 1"},
		{name: "a nationality of the head in doubt", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\nP-5,M,1,,\n", says: []string{`"Korea" in the heads of columns does not tell which nationality is meant (1 row: E3) | answer in data/decisions.yaml, asked: hr: nationality:`, "perhaps KOR or PRK"}, open: 1},
		{name: "a nationality of the head decided", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\n", decisions: "hr: {nationality: {Korea: KOR}}", counts: "professional,P-5,FRA,F,3 professional,P-5,KOR,F,2 professional,P-4,KEN,F,1"},
		{name: "a nationality of the head left out", rows: "Grade,Sex,Kenya,France,Korea\nP-4,F,1,,\nP-5,F,,3,2\n", decisions: "hr: {nationality: {Korea: {leave-out: \"counted elsewhere\"}}}", counts: "professional,P-5,FRA,F,3 professional,P-4,KEN,F,1"},
		{name: "a column without a known head", rows: strings.NewReplacer("Total\n", "ASG,Total\n", "4\n", "2,4\n", ",3\n", ",,3\n", ",\n", ",,\n", "7\n", "2,7\n").Replace(pivot), says: []string{"Staff.csv!Staff!F hr-ask-columns: column F stands among the columns of counts and holds whole numbers, but its head is not known | answer in data/decisions.yaml, asked: hr: columns: ignore if they are no persons"}, open: 2},
		{name: "a column that is ignored", rows: strings.NewReplacer("Total\n", "Posts,Total\n", "4\n", "2,4\n", ",3\n", ",,3\n", ",\n", ",,\n", "7\n", "2,7\n").Replace(pivot), decisions: "hr: {columns: {Staff: {F: ignore}}}", counts: pivotCounts, out: "row of totals 1"},
		{name: "columns of shares and of remarks", rows: "Nationality,Sex,P-4,P-5,% of all,Share,Remark\nKenya,F,1,,14,0.14,new\nKenya,M,2,1,43,0.43,\nFrance,F,,3,43,0.43,\n", counts: pivotCounts},
		{name: "list and pivot agree", files: withPivot(2), counts: baseCounts, out: "compared with the counts, not added 3"},
		{name: "list and pivot differ", files: withPivot(1), says: []string{"the table of counts on Pivot differs from the rows that were counted: ALB P-4 F 1, not 2"}},
		{name: "list and pivot differ, decided", files: withPivot(1), decisions: `hr: {totals: {"2017 Pivot": count}}`, counts: baseCounts, out: "compared with the counts, not added 3"},
	}
}

// groupScenes are those of rows in groups, and of tables below or beside each other.
func groupScenes() []scene {
	return []scene{
		{name: "labels in one column", rows: "Row Labels,F,M,Grand Total\nProfessional,4,3,7\nP-4,1,2,3\nKenya,1,2,3\nP-5,3,1,4\nFrance,3,,3\nKenya,,1,1\nGrand Total,4,3,7\n", counts: pivotCounts, out: "head of a group 3; row of totals 1"},
		{name: "labels under the head of another", rows: "Nationality,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nFrance,3,\nKenya,,1\n", counts: pivotCounts, out: "head of a group 2"},
		{name: "a group whose sum differs", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,4,1\nFrance,3,\nKenya,,1\n", says: []string{"Staff.csv!Staff!B4 hr-ask-totals: Staff states 4 as the sum of a group, where its rows make 3"}},
		{name: "a group that is closed", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nD-1,1,\nFrance,1,\n", says: []string{"Staff.csv!Staff!4 hr-cells-closed: groups of the table state persons, but have no rows (1 row: 4) | open all groups of the pivot table (Expand Entire Field)"}, open: 1},
		{name: "an unknown label", rows: "Row Labels,F,M\nP-4,1,2\nKenya,1,2\nP-5,3,1\nFrance,3,\nNigerria,,1\nGhana,,\nMali,,\n", says: []string{`"Nigerria" is no nationality that is known (1 row: A6)`, "perhaps NGA"}, open: 1},
		{name: "codes that are words too", rows: ",F,M,Total\nP-4,2,2,\nNO,1,2,\nSG,1,,1\nKE,,,\nP-5,3,1,\nFR,3,,3\nNP,,1,\n", counts: "professional,P-5,FRA,F,3 professional,P-5,NPL,M,1 professional,P-4,NOR,F,1 professional,P-4,NOR,M,2 professional,P-4,SGP,F,1", out: "head of a group 2; no persons in the row 1"},
		{name: "labels of nobody", rows: "Row Labels,F,M,Total\nP-4,1,2,3\nKenya,1,2,3\n(blank),,,\nP-5,3,1,4\nFrance,3,,3\nKenya,,1,1\n(blank),,0,0\n", counts: pivotCounts, out: "head of a group 2; no persons in the row 2"},
		{name: "labels without grades", rows: "Row Labels,F,M\nProfessional,1,2\nKenya,1,2\nNational Officers,1,\nKenya,1,\n", says: []string{"a table of counts without grade cannot be counted alone | import the list of persons with it"}},
		{name: "each value once for its group", rows: "Nationality,Grade,F,M,Total\nKenya,P-4,1,2,3\n,P-5,,1,1\nKenya Total,,1,3,4\nFrance,P-5,3,,3\nFrance Total,,3,,3\nGrand Total,,4,3,7\n", counts: pivotCounts, out: "row of totals 3"},
		{name: "a total inside a group", rows: "Nationality,Grade,F,M\nKenya,P-4,1,2\nSub-total,,1,2\n,P-5,,1\nFrance,P-5,3,\n", counts: pivotCounts, out: "row of totals 1"},
		{name: "short names of categories", rows: "Row Labels,F,M,Total\nProfessional,4,2,\nP-4,1,2,\nKenya,1,2,\nP-5,3,,\nFrance,3,,\nNO,,1,\nNO-B,,1,\nKenya,,1,\n", counts: "national-officer,NO-B,KEN,M,1 professional,P-5,FRA,F,3 professional,P-4,KEN,F,1 professional,P-4,KEN,M,2", out: "head of a group 5"},
		{name: "a group without its grade", rows: "Row Labels,F,M,Total\nProfessional,1,2,\nP-4,1,2,\nKenya,1,2,\nNational Officers,,1,\nKenya,,1,\n", says: []string{"the grade is empty; the workbook may not be finished (1 row: A6)"}, open: 1},
		{name: "nationalities in the head and sexes beside them", rows: "Grade,Sex,Kenya,France,Ghana,All\nP-4,F,1,,,1\nP-4,M,2,,,2\nP-5,F,,3,,3\nP-5,M,1,,,1\n", counts: pivotCounts},
		{name: "sexes of all nationalities", rows: "Grade,Kenya F,Kenya M\nP-4,1,2\n", says: []string{"no row of heads was found"}},
		{name: "a table of other grades below", rows: "Professional staff\nNationality,P-4 F,P-4 M,P-5 F,P-5 M\nKenya,1,2,,1\n\nNationality,G-4 F,G-4 M,G-5 F,G-5 M\nKenya,1,2,,1\n", says: []string{"Staff.csv!Staff!5 hr-cells-table: another table begins here, with other columns (2 rows: 5, 6) | put it on a sheet of its own, and import again"}, open: 2},
		{name: "a table of other nationalities below", rows: "Grade,Sex,Kenya,France,Ghana\nP-4,F,1,,\nP-5,F,,3,\nGrade,Sex,Mali,Niger,Chad\nP-4,F,1,,\n", says: []string{"another table begins here, with other columns (2 rows: 4, 5)"}, open: 2},
		{name: "a table beside", rows: "Nationality,P-3,P-4,,Sexe,Nombre\nKenya,1,2,,F,5\nFrance,1,,,H,7\n", says: []string{"Staff.csv!Staff!E hr-cells-beside: another table stands beside this one, behind an empty column | put it on a sheet of its own"}, open: 2},
		{name: "a list beside", rows: "Nationality,Grade,Sex,,Nationality,Grade,Sex\nKenya,P-4,F,,Kenya,G-4,F\nFrance,P-4,F,,,,\n", says: []string{"Staff.csv!Staff!E hr-cells-beside: another table stands beside this one"}, open: 2},
		{name: "an empty column inside a list", rows: "Nationality,,Grade,,Sex\nKenya,,P-4,,F\n", counts: "professional,P-4,KEN,F,1"},
		{name: "heads that span columns, some merged", files: func(t testing.TB) []given {
			return []given{workbook(t, "annex.xlsx", func(f *excelize.File) {
				put(f, "Sheet1", 1, "Country of nationality", "Professional", nil, nil, nil, "Total", nil, "Grand total")
				put(f, "Sheet1", 2, nil, "P-4", nil, "P-5")
				put(f, "Sheet1", 3, nil, "F", "M", "F", "M", "F", "M")
				put(f, "Sheet1", 4, "Kenya", 1, 2, nil, 1, 1, 3, 4)
				put(f, "Sheet1", 5, "France", nil, nil, 3, nil, 3, 0, 3)
				put(f, "Sheet1", 6, "All nationalities", 1, 2, 3, 1, 4, 3, 7)
				_ = f.MergeCell("Sheet1", "B1", "E1")
				_ = f.MergeCell("Sheet1", "F1", "G2")
			})}
		}, counts: pivotCounts, out: "row of totals 1"},
		{name: "a value that is missing", rows: "Nationality,Grade,F,M\nKenya,P-4,1,2\nKenya,P-5,,1\n,P-5,3,\n", says: []string{"the nationality is empty; the workbook may not be finished (1 row: A4)"}, open: 1},
		{name: "totals inside totals", rows: "Region,Nationality,Sex,P-4,P-5\nAfrica,Kenya,F,1,\nAfrica,Kenya,M,2,1\nKenya total,,,3,1\nAfrica total,,,3,1\nEurope,France,F,,3\nFrance total,,,,3\nEurope total,,,,3\nTotal,,,3,4\n", counts: pivotCounts, out: "row of totals 5"},
		{name: "totals of categories", rows: "Nationality,Sex,G-5,P-4,P-5,Total general service,Total P,Total général\nKenya,F,,1,,,1,1\nKenya,M,,2,1,,3,3\nFrance,F,,,3,,3,3\n", counts: pivotCounts},
		{name: "counts of groups", rows: "Duty station,Nationality,Grade,Sex\nX,Kenya,P-4,F\nX,Kenya,P-4,F\nX Count,,,2\nY,Kenya,P-4,F\nY Count,,,1\nGrand Count,,,3\n", counts: "professional,P-4,KEN,F,3", out: "row of totals 3"},
		{name: "a person called Count of whom the grade is missing", rows: "Surname,Nationality,Grade,Sex\nVon Count,Kenya,,F\nTestov,Kenya,P-4,F\n", says: []string{"the grade is empty; the workbook may not be finished (1 row: C2)"}, open: 1},
		{name: "a person called Count", rows: "Surname,Nationality,Grade,Sex\nVon Count,Kenya,P-4,F\nTestov,Kenya,P-4,F\n", counts: "professional,P-4,KEN,F,2"},
	}
}

// withPivot adds a table of counts to the list.
func withPivot(albania int) func(t testing.TB) []given {
	return staffBook(func(f *excelize.File) {
		_, _ = f.NewSheet("Pivot")
		put(f, "Pivot", 1, "Nationality", "Sex", "G-5", "NO-A", "P-3", "P-4")
		put(f, "Pivot", 2, "Albania", "F", nil, nil, nil, albania)
		put(f, "Pivot", 3, "France", "M", 1, nil, 1, nil)
		put(f, "Pivot", 4, "Kenya", "F", nil, 1, nil, nil)
	})
}

// A table with a new value in each cell is no table of staff, and not kept.
func TestTooManyValues(t *testing.T) {
	var b strings.Builder
	b.WriteString("Nationality,Grade,Sex\n")
	for i := range maxValues/3 + 1 {
		fmt.Fprintf(&b, "n%d,g%d,s%d\n", i, i, i)
	}
	x := tryImport(t, "", given{"Staff.csv", []byte(b.String())})
	if m := x.messages(); !strings.Contains(m, "hr-values: the columns that are read hold more than 300000 different values") || x.im.Ledger.Rows.Counted != 0 {
		t.Errorf("%.2000s", m)
	}
	for _, c := range x.im.extracts[0].columns {
		if len(c.words) > maxValues/3+1 {
			t.Errorf("%d values are kept of the %s", len(c.words), c.role)
		}
	}
}

// Long numbers of persons are kept short, and tell persons apart all the same; so
// is a long text in any other column.
func TestLongValues(t *testing.T) {
	long := strings.Repeat("9", 1000)
	x := tryImport(t, "", given{"Staff.csv", []byte("Index no.,Nationality,Grade,Sex\n" + long + "1,Kenya,P-4,F\n" + long + "2,Kenya,P-4,F\n" + long + "1,Kenya,P-4,F\n")})
	if x.im.Failed() || x.im.Ledger.Rows.Persons != 2 {
		t.Errorf("%d persons\n%s", x.im.Ledger.Rows.Persons, x.messages())
	}
	x = tryImport(t, "", given{"Staff.csv", []byte("Nationality,Grade,Sex\n" + strings.Repeat("Kenya,P-4,F\n", 9) + "Kenya," + long + ",F\n")})
	if m := x.messages(); !strings.Contains(m, "hr-cells-unfit: cells of the grade hold what is no grade (1 row: B11)") {
		t.Error(m)
	}
	for _, c := range x.im.extracts[0].columns {
		for _, w := range c.words {
			if len(w.text) > maxValue {
				t.Errorf("%d bytes are kept", len(w.text))
			}
		}
	}
}

// Heads without persons, or persons of whom none counts, are no headcounts.
func TestNobodyCounts(t *testing.T) {
	for rows, want := range map[string]string{
		"Nationality,Grade,Sex\n":                                       "nobody is counted: no rows stand below the heads",
		"Nationality,Grade,Sex,Status\nKenya,P-4,F,Retired\n":           "nobody is counted: of 1 row none counts",
		"Nationality,Grade,Sex,Separation date\nKenya,P-4,F,1.1.2015\n": "nobody is counted: of 1 row none counts",
	} {
		x := tryImport(t, "", given{"Staff.csv", []byte(rows)})
		if m := x.messages(); !x.im.Failed() || !strings.Contains(m, "hr-nobody: "+want) {
			t.Errorf("%s\n%s", rows, m)
		}
	}
}

// NA is Namibia among codes of two letters, and asked about among others.
func TestNamibia(t *testing.T) {
	for rows, asked := range map[string]bool{"KE,P-4,F\nNA,P-4,F\n": false, "KEN,P-4,F\nNA,P-4,F\n": true, "Kenya,P-4,F\nNA,P-4,F\n": true, "404,P-4,F\nNA,P-4,F\n": true} {
		x := tryImport(t, "", given{"Staff.csv", []byte("Nationality,Grade,Sex\n" + rows)})
		if m := x.messages(); strings.Contains(m, "hr-ask-nationality") != asked || x.im.Failed() != asked {
			t.Errorf("%s\n%s", rows, m)
		}
	}
}

// In rows whose cells have slipped sideways a name stands under Nationality: they are
// told as such, and nothing of them is quoted or asked.
func TestSlippedRows(t *testing.T) {
	good := strings.Repeat("1,Testov,Kenya,P-4,F,Active,1.1.2010\n", 20)
	x := tryImport(t, "", given{"Staff.csv", []byte("No.,Surname,Nationality,Grade,Sex,Status,Entry on duty\n" + good +
		"2,Testov,Zyxwvutova,Kenya,P-4,F,Active,1.1.2010\n3,Testov,Qwfpgarst,France,G-5,M,Active\n4,P-4,F,Active,1.1.2010\n")})
	m := x.messages()
	if !strings.Contains(m, "hr-cells-slipped: rows hold what belongs into other columns, as if their cells had slipped sideways (2 rows: ") || x.im.Ledger.Rows.Counted != 20 {
		t.Error(m)
	}
	for _, word := range []string{"Zyxwvutova", "Qwfpgarst", `"F" count`, `"Kenya"`} {
		if strings.Contains(m, word) {
			t.Errorf("%s is quoted:\n%s", word, m)
		}
	}
	// One cell that belongs elsewhere is a slip of the pen, and asked about.
	x = tryImport(t, "", given{"Staff.csv", []byte(base + "Kenya,Kenya,F\n")})
	if m := x.messages(); !strings.Contains(m, `"Kenya" is no grade that is known`) {
		t.Error(m)
	}
}
