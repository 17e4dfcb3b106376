package annexes

import (
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// The matrices equal those of the printed report in every cell, row by row.
func TestMatricesOfTheReport(t *testing.T) {
	w := files{}.build(t, "en")
	for annex, roman := range map[string]string{"annex-iv": "IV", "annex-v": "V"} {
		table := w.table(t, annex, 0)
		want := reference(t, annex)
		columns := len(want[0]) - 2 // without name and group
		var got [][]string
		group := "member"
		for _, r := range table.Rows {
			if r.Kind == doc.StraddleRow {
				group = "non-member"
				continue
			}
			if r.Kind == doc.TotalRow {
				continue
			}
			cells := w.row(r)
			got = append(got, append([]string{strings.ReplaceAll(cells[0], "’", "'"), group}, cells[1:]...))
		}
		if len(got) != len(want)-1 {
			t.Fatalf("%s has %d rows, want %d", annex, len(got), len(want)-1)
		}
		for i, row := range want[1:] {
			row = slices.Clone(row)
			for j := 2; j < len(row); j++ {
				if row[j] == "0" && want[0][j] != "total" {
					row[j] = ""
				}
			}
			if !slices.Equal(got[i], row) {
				t.Errorf("%s:\ngot  %q\nwant %q", annex, got[i], row)
			}
		}
		var total []string
		for _, r := range reference(t, "annex-printed-totals") {
			if r[0] == roman {
				total = append(total, r[2])
			}
		}
		if last := w.row(table.Rows[len(table.Rows)-1]); !slices.Equal(last[1:], total) || len(total) != columns || last[0] != "Total" {
			t.Errorf("%s: Total row %q, want %q", annex, last, total)
		}
	}
}

// The figures of the task, as one would read them aloud.
func TestTotalRows(t *testing.T) {
	w := files{}.build(t, "en")
	for annex, want := range map[string]string{
		"annex-iv": "Total 325 26 7 558 858 1883 1560 727 265 469 206 58 9 2560 9511 4452 5059",
		"annex-v":  "Total 1 1 4 46 85 253 383 339 32 323 1467 679 788",
	} {
		table := w.table(t, annex, 0)
		if got := strings.Join(w.row(table.Rows[len(table.Rows)-1]), " "); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", annex, got, want)
		}
	}
}

// The tables of staff statistics and of nationalities equal the printed ones in
// every cell, but where these contradict their own figures.
func TestTablesOfTheReport(t *testing.T) {
	w := files{}.build(t, "en")
	for _, c := range []struct {
		file, annex string
		n           int
		differs     map[[2]int]string // row and column of the file, from 0
	}{
		{"table-1", "annex-iii", 0, nil},
		{"table-2", "annex-iii", 1, nil},
		{"table-3", "annex-iii", 2, map[[2]int]string{{5, 3}: "Table 3 2014 change"}},
		{"table-4", "annex-iii", 3, map[[2]int]string{
			{4, 3}: "Table 4 2005 percentage of international Professionals", {4, 4}: "Table 4 2013 percentage of international Professionals",
		}},
		{"annex-vi", "annex-vi", 0, map[[2]int]string{
			{1, 6}: "Annex VI 2017 member nationalities", {2, 6}: "Annex VI 2017 non-member nationalities",
			{5, 6}: "Annex VI 2017 percentage of Member States represented",
		}},
	} {
		table, want := w.table(t, c.annex, c.n), reference(t, c.file)
		for j, h := range doc.Leaves(table.Heads) {
			// The printed report writes D-1-D-2 for a range.
			got := strings.NewReplacer("‑", "-", "–", "-").Replace(doc.Plain(h.Text, nil))
			if got != want[0][j+2] {
				t.Errorf("%s: column %d is %s, want %s", c.file, j+1, got, want[0][j+2])
			}
		}
		if len(table.Rows) != len(want)-1 {
			t.Fatalf("%s has %d rows, want %d", c.file, len(table.Rows), len(want)-1)
		}
		for i, r := range table.Rows {
			for j, cell := range w.row(r)[1:] {
				published := want[i+1][j+2]
				if place := c.differs[[2]int{i + 1, j + 2}]; place != "" {
					published = expected(t, place)
				}
				got := strings.TrimSuffix(strings.ReplaceAll(cell, "−", "-"), "%")
				if got != published {
					t.Errorf("%s, %s, %s: %s, want %s", c.file, want[i+1][0], want[0][j+2], got, published)
				}
				if percent := strings.HasSuffix(cell, "%"); percent != (want[i+1][1] == "%") {
					t.Errorf("%s, %s is printed %s, its unit is %s", c.file, want[i+1][0], cell, want[i+1][1])
				}
			}
		}
	}
}

// What was published and contradicts the data is found, and nothing else.
func TestContradictionsOfTheReport(t *testing.T) {
	w := files{}.build(t, "en")
	want := strings.Join([]string{
		"data/history.csv:8:57 (history.csv:staffing/percentage-of-international-professionals/2005) published-differs: " +
			"staffing/percentage-of-international-professionals of 2005 as published is 14, but Annex\u00a0I, “International and national staff, 2017 and earlier years”, Percentage international, 2005 is 12",
		"data/history.csv:25:57 (history.csv:staffing/percentage-of-international-professionals/2013) published-differs: " +
			"staffing/percentage-of-international-professionals of 2013 as published is 11, but Annex\u00a0I, “International and national staff, 2017 and earlier years”, Percentage international, 2013 is 10",
		"data/history.csv:130:70 (history.csv:professional-nationalities/number-of-member-state-nationalities/2017) published-differs: " +
			"professional-nationalities/number-of-member-state-nationalities of 2017 as published is 124, but Annex\u00a0IV, Nationalities of Member States, 2017 is 122",
		"data/history.csv:132:74 (history.csv:professional-nationalities/number-of-non-member-state-nationalities/2017) published-differs: " +
			"professional-nationalities/number-of-non-member-state-nationalities of 2017 as published is 7, but Annex\u00a0IV, Other nationalities, 2017 is 9",
		"data/history.csv:133:73 (history.csv:professional-nationalities/percentage-of-member-states-represented/2017) published-differs: " +
			"professional-nationalities/percentage-of-member-states-represented of 2017 as published is 73, but Annex\u00a0IV, Percentage of Member States represented, 2017 is 72",
	}, "\n")
	if got := w.faults(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The example accepts each of them with a reason, so that its report can be
// built.
func TestExampleAcceptsThem(t *testing.T) {
	w := files{}.build(t, "en")
	dir := load(t, example)
	var left source.Reporter
	dir.Settle(w.report, &left)
	for _, d := range left.All() {
		if d.Severity == source.Error {
			t.Errorf("%s: %s is not accepted", d.Code, d.Key)
		}
	}
}

// A change that is nil and one that has no earlier year print alike, and are
// not the same.
func TestNilAndNotComputed(t *testing.T) {
	w := files{}.build(t, "en")
	row := named(t, w.table(t, "annex-iii", 2), "Change in percentage points")
	if row.Cells[0].Gap != doc.NotComputed || row.Cells[1].Gap != doc.Unchanged || row.Cells[2].Stat == nil {
		t.Errorf("changes %+v", row.Cells[:3])
	}
}

// The document that the annexes are part of keeps the rules of the model.
func TestModelOfAnnexes(t *testing.T) {
	for _, tag := range []string{"en", "fr"} {
		w := files{}.build(t, tag)
		for _, fault := range doc.Check(&doc.Document{Lang: tag, Parts: w.parts}) {
			t.Error(tag, fault)
		}
	}
}
