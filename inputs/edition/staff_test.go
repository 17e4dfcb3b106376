package edition

import (
	"fmt"
	"strings"
	"testing"
)

const statistics = `  - id: annex-iv
    generator: staff-statistics
    title: Statistics
    tables:
      - {table: senior, grades: [P-5, D-1/D-2], without: []}
      - {table: all-staff, years: [1995, 2020]}
data:
`

func TestStaffTables(t *testing.T) {
	text := strings.Replace(whole, "data:\n", statistics, 1)
	e, faults := read(t, folderOf(t, strings.Replace(text, "extra_rows: [LAO]", "disclosure: 5", 1)))
	if faults != "" {
		t.Fatal(faults)
	}
	a := e.Annexes[3]
	senior, all := a.Tables[0], a.Tables[1]
	// A list that is written, though empty, is not one that is left out.
	got := fmt.Sprint(senior.Table, senior.Grades, senior.Without == nil, all.Years, all.Without == nil, e.Annexes[2].Disclosure)
	if want := "senior [P-5 D-1/D-2] false [1995 2020] true 5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, c := range []struct{ old, new, want string }{
		{"table: senior", "table: seniors", "edition.yaml:23:17 edition-unknown: \"seniors\" is not a table of staff-statistics; write one of men-and-women, women-by-grade, senior, all-staff [senior]"},
		{"table: senior, ", "", "edition.yaml:23:9 yaml-missing-key: table is missing; add table: …"},
		{"table: senior", "table: all-staff", "edition.yaml:24:17 edition-twice: the word all-staff stands here a second time; keep one of the two"},
		{"[1995, 2020]", "[2020, 2020]", "edition.yaml:24:9 edition-year: 2020 is not a year, or stands twice; write each year once: [2016, 2017]"},
		{"[P-5, D-1/D-2]", "[P-5, P-5]", "edition.yaml:23:39 edition-twice: the grade P-5 stands here a second time; keep one of the two"},
		{"extra_rows: [LAO]", "disclosure: -1", "edition.yaml:18:5 edition-disclosure: -1 is not a small number of persons; write the least number that is not small: 5"},
		{"title: Terms", "title: Terms, tables: [{table: senior}]", "edition.yaml:17:5 edition-annex-field: tables is not read by manuscript; remove it, or correct the generator"},
		{"title: Terms", "title: Terms, disclosure: 5", "edition.yaml:17:5 edition-annex-field: disclosure is not read by manuscript; remove it, or correct the generator"},
	} {
		if !strings.Contains(text, c.old) {
			t.Fatalf("%q is not in the edition", c.old)
		}
		if _, got := read(t, folderOf(t, strings.Replace(text, c.old, c.new, 1))); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.new, got, c.want)
		}
	}
}
