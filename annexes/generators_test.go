package annexes

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

const head = "year,category,grade,nationality,sex,headcount\n"

// invented is an edition with few staff: of a member, an observer, a State that
// is neither, and of none.
func invented(annexes, more string) files {
	from, to := strings.Index(editionText, "annexes:\n"), strings.Index(editionText, "data:\n")
	return files{
		"edition.yaml": editionText[:from] + "annexes:\n" + annexes + editionText[to:],
		"data/headcount-2017.csv": head + `2017,professional,P-4,FRA,F,2
2017,professional,P-5,FRA,M,1
2017,professional,P-4,IDN,M,1
2017,professional,D-1,ARE,F,1
2017,professional,E-1,ARE,M,1
2017,professional,UG,OTHER,F,3
` + more,
		"data/history.csv": "year,series,value\n2016,professional/women,4\n2016,professional/men,5\n2015,professional/women,4\n",
	}
}

const matrixText = "  - {id: annex-i, generator: nationality-matrix, title: {en: Staff, fr: Personnel}, categories: [professional], grades: [E-1, D-1, P-5, P-4, UG]%s}\n"

// stubs are the rows of a table, with | before the head of a group.
func stubs(table *doc.Table) []string {
	var out []string
	for _, r := range table.Rows {
		name := doc.Plain(r.Stub, nil)
		switch {
		case r.Kind == doc.StraddleRow:
			name = "|" + name
		case r.Muted:
			name += " (quiet)"
		}
		out = append(out, name)
	}
	return out
}

// headings are the heads of a table, those under others in parentheses.
func headings(heads []doc.Head) string {
	var out []string
	for _, h := range heads {
		s := doc.Plain(h.Text, nil)
		if h.Period == doc.Reported {
			s += "!"
		}
		if len(h.Sub) > 0 {
			s += " (" + headings(h.Sub) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// Members and observers have a row with or without staff, others with staff or
// because the edition says so; what comes last is not sorted in.
func TestRowsOfMatrix(t *testing.T) {
	w := invented(fmt.Sprintf(matrixText, ", extra_rows: [LAO, FRA, BHR]"), "").build(t, "en")
	table := w.table(t, "annex-i", 0)
	got := stubs(table)
	if got[0] != "Afghanistan (quiet)" || got[168] != "Zimbabwe (quiet)" || got[169] != "|Observer States, non-member States and other" {
		t.Errorf("members %q", got[:170])
	}
	want := "Bahrain (quiet), Bhutan (quiet), Indonesia, Kuwait (quiet), Lao People’s Democratic Republic (quiet), Qatar (quiet), " +
		"Russian Federation (quiet), San Marino (quiet), Saudi Arabia (quiet), United Arab Emirates, Other, Total"
	if s := strings.Join(got[170:], ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if s := strings.Join(w.row(named(t, table, "France")), "|"); s != "France||||||" && s != "France|||1|2||3|2|1" {
		t.Errorf("France: %s", s)
	}
	zero := named(t, table, "Afghanistan")
	for j, c := range zero.Cells {
		if total := j == 5; total != (c.Stat != nil) || !total && c.Gap != doc.Nil {
			t.Errorf("a row without staff has %+v in cell %d", c, j)
		}
	}
	if s := strings.Join(w.row(named(t, table, "Total")), "|"); s != "Total|1|1|1|3|3|9|6|3" {
		t.Error(s)
	}
	if w.report.Failed() {
		t.Error(w.faults())
	}
}

func TestHeadsOfMatrix(t *testing.T) {
	w := files{}.build(t, "en")
	for annex, want := range map[string]string{
		"annex-iv": "General Service (G‑1 G‑1A G‑1B G‑2 G‑3 G‑4 G‑5 G‑6 G‑7) National Officers (NO‑A NO‑B NO‑C NO‑D) UG Total! By sex (F M)",
		"annex-v":  "E‑1 E‑2 D‑2 D‑1 P‑5 P‑4 P‑3 P‑2 P‑1 UG Total! By sex (F M)",
	} {
		if got := headings(w.table(t, annex, 0).Heads); got != want {
			t.Errorf("%s: %s", annex, got)
		}
	}
	if got := doc.Plain(w.table(t, "annex-iii", 1).Legend, nil); got != "P: Professional; D: Director; UG: ungraded." {
		t.Errorf("the legend of women by grade is %q", got)
	}
	// The persons under Other of Annex V are of no nationality that Annex VI could count.
	if notes := w.table(t, "annex-vi", 0).Notes; len(notes) != 1 || doc.Plain(notes[0].Text, nil) != "Without nationalities that are not listed by name." {
		t.Errorf("the notes of Annex VI are %+v", notes)
	}
	legend := doc.Plain(w.table(t, "annex-iv", 0).Legend, nil)
	if want := "G: General Service; NO: National Officer; UG: ungraded. F: women; M: men. A blank cell means that no person holds the grade; " +
		"a total of 0 is printed for every Member State and observer without staff. Other: nationalities not listed by name."; legend != want {
		t.Errorf("legend %s", legend)
	}
}

// In French the same annex has other names, another order, other letters.
func TestMatrixInFrench(t *testing.T) {
	w := files{}.build(t, "fr")
	table := w.table(t, "annex-iv", 0)
	got := stubs(table)
	at := func(name string) int {
		for i, s := range got {
			if strings.TrimSuffix(s, " (quiet)") == name {
				return i
			}
		}
		t.Fatalf("there is no row %s", name)
		return 0
	}
	if got[0] != "Afghanistan" || at("Égypte") > at("El Salvador") || at("Zimbabwe") != 168 || at("Autres") != len(got)-2 {
		t.Errorf("rows %q", got)
	}
	if s := headings(table.Heads); !strings.HasSuffix(s, "UG Total! Par sexe (F H)") {
		t.Error(s)
	}
	if s := doc.Plain(table.Legend, nil); !strings.Contains(s, "G : services généraux ; NO : administrateur national") && !strings.Contains(s, "G\u00a0: services généraux\u00a0; NO\u00a0: administrateur national") {
		t.Errorf("legend %q", s)
	}
	if w.row(table.Rows[len(table.Rows)-1])[0] != "Total" || strings.Contains(w.faults(), "annex-") && !strings.Contains(w.faults(), "annex-iii/") {
		t.Error(w.faults())
	}
}

// Persons who are neither or not recorded have columns of their own, so that
// the sexes still add up to the total.
func TestOtherSexes(t *testing.T) {
	const more = "2017,professional,P-4,FRA,X,1\n2017,professional,P-4,FRA,U,2\n"
	annexes := fmt.Sprintf(matrixText, "") + "  - {id: annex-ii, generator: staff-statistics, title: Statistics}\n"
	w := invented(annexes, more).build(t, "en")
	table := w.table(t, "annex-i", 0)
	if got := headings(table.Heads); !strings.HasSuffix(got, "By sex (F M X U)") {
		t.Error(got)
	}
	if got := strings.Join(w.row(named(t, table, "France")), "|"); got != "France|||1|5||6|2|1|1|2" {
		t.Error(got)
	}
	if got := doc.Plain(table.Legend, nil); !strings.Contains(got, "F: women; M: men; X: neither; U: not recorded.") {
		t.Error(got)
	}
	var rows []string
	for _, r := range w.table(t, "annex-ii", 0).Rows {
		rows = append(rows, strings.Join(w.row(r), "|"))
	}
	want := "Men|—|5|3;Women|4|4|6;Neither|—|—|1;Not recorded|—|—|2;Total|—|9|12;Percentage of women|—|44%|50%"
	if got := strings.Join(rows, ";"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if w.report.Failed() {
		t.Error(w.faults())
	}
}

// A published year whose total was not published has the sum of its parts; a
// year of which too little is known has none.
func TestYearsOfHistory(t *testing.T) {
	annex := "  - id: annex-i\n    generator: staff-statistics\n    title: Statistics\n    tables: [{table: men-and-women, years: [2017, 2015, 2016]}]\n"
	w := invented(annex, "").build(t, "en")
	table := w.table(t, "annex-i", 0)
	var rows []string
	for _, r := range table.Rows {
		rows = append(rows, strings.Join(w.row(r), "|"))
	}
	want := "Men|—|5|3;Women|4|4|6;Total|—|9|9;Percentage of women|—|44%|67%"
	if got := strings.Join(rows, ";"); got != want || headings(table.Heads) != "2015 2016 2017" {
		t.Errorf("%s\ngot  %s\nwant %s", headings(table.Heads), got, want)
	}
	if table.ID != "annex-i-men-and-women" || doc.Plain(table.Title, nil) != "Men and women at the international Professional level, 2015–2017" {
		t.Errorf("%s: %s", table.ID, doc.Plain(table.Title, nil))
	}
}

// A change is from the year before, not from the column before; a year that the
// history has alone is not printed twice.
func TestGapsBetweenYears(t *testing.T) {
	annex := "  - id: annex-i\n    generator: staff-statistics\n    title: Statistics\n    tables: [{table: senior, years: [2014, 2016, 2017]}, {table: all-staff}]\n"
	f := invented(annex, "")
	f["data/history.csv"] = "year,series,value\n" +
		"2014,p5-and-higher/women,1\n2014,p5-and-higher/total,3\n2016,p5-and-higher/women,1\n2016,p5-and-higher/total,4\n" +
		"2014,staffing/total,9\n2005,staffing/total,7\n"
	w := f.build(t, "en")
	table := w.table(t, "annex-i", 0)
	if got := strings.Join(w.row(named(t, table, "Percentage of women")), "|"); got != "Percentage of women|33%|25%|50%" {
		t.Error(got)
	}
	if got := strings.Join(w.row(named(t, table, "Change in percentage points")), "|"); got != "Change in percentage points|—|—|+25" {
		t.Error(got)
	}
	if got := headings(w.table(t, "annex-i", 1).Heads); got != "2005 2014 2017" {
		t.Error(got)
	}
}

func TestScopesOfEdition(t *testing.T) {
	annex := `  - id: annex-i
    generator: staff-statistics
    title: Statistics
    tables:
      - {table: senior, years: [2017], grades: [P-5, D-1, E-1], without: []}
      - {table: women-by-grade, years: [2017], grades: [P-4, P-5/D-1], without: [E-1, UG]}
      - {table: senior, grades: [P-5, D-9, P-4/X]}
`
	w := invented(strings.Replace(annex, "senior, grades", "all-staff, grades", 1), "").build(t, "en")
	top := w.table(t, "annex-i", 0)
	if got := strings.Join(w.row(named(t, top, "Total")), "|"); got != "Total|3" || len(top.Notes) != 0 || doc.Plain(top.Title, nil) != "Men and women in category P‑5 and higher, 2017" {
		t.Errorf("%s, %d notes, %s", got, len(top.Notes), doc.Plain(top.Title, nil))
	}
	grades := w.table(t, "annex-i", 1)
	if got := headings(grades.Heads) + "; " + strings.Join(w.row(named(t, grades, "Total in 2017")), "|"); got != "P‑4 P‑5–D‑1; Total in 2017|3|2" {
		t.Error(got)
	}
	if got := doc.Plain(grades.Notes[0].Text, nil); got != "Without staff at E‑1, UG." {
		t.Error(got)
	}
	if got := w.found("annex-grade"); strings.Count(got, "\n") != 1 || !strings.Contains(got, `"D-9" is not a grade of Professional staff`) || !strings.Contains(got, `"X" is not a grade`) {
		t.Error(got)
	}
}

// Without a word in the edition the two heads of the Organization stand in no
// table by grade, and a note says so.
func TestNotesOfScope(t *testing.T) {
	w := files{}.build(t, "en")
	for n, want := range []string{"", "Without the Director General and the Deputy Director General.", "Without the Director General and the Deputy Director General.", ""} {
		got := ""
		for _, note := range w.table(t, "annex-iii", n).Notes {
			got += doc.Plain(note.Text, nil)
		}
		if got != want {
			t.Errorf("table %d: %q, want %q", n+1, got, want)
		}
	}
}

// Years of a later report: those that stand apart stay, the run goes on.
func TestYearsOfLaterReport(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(example, "data/history.csv"))
	if err != nil {
		t.Fatal(err)
	}
	edition := strings.NewReplacer("year: 2017", "year: 2018", "2018-06-18", "2019-06-18", "{2017: data", "{2018: data").Replace(editionText)
	heads, err := os.ReadFile(filepath.Join(example, "data/headcount-2017.csv"))
	if err != nil {
		t.Fatal(err)
	}
	w := files{
		"edition.yaml": edition, "data/history.csv": string(text),
		"data/headcount-2017.csv": strings.ReplaceAll(string(heads), "2017,", "2018,"),
	}.build(t, "en")
	for n, want := range []string{"2014 2015 2016 2017 2018", "UG P‑1 P‑2 P‑3 P‑4 P‑5 D‑1–D‑2", "2014 2015 2016 2017 2018", "1995 2005 2014 2015 2016 2017 2018"} {
		if got := headings(w.table(t, "annex-iii", n).Heads); got != want {
			t.Errorf("table %d: %s", n+1, got)
		}
	}
	// The year before is computed from its published counts, 175 of 339.
	row := w.row(named(t, w.table(t, "annex-iii", 1), "Percentage of women in 2017"))
	if got := strings.Join(row[1:], " "); got != "52% 31% 52% 46% 41% 36% 32%" {
		t.Error(got)
	}
	if got := w.found("annex-standings"); !strings.Contains(got, "was not reviewed up to 2018-12-31") {
		t.Error(got)
	}
}

func TestDisclosure(t *testing.T) {
	w := invented(fmt.Sprintf(matrixText, ", disclosure: 3"), "").build(t, "en")
	notes := w.table(t, "annex-i", 0).Notes
	// Cells by grade 2 1 1 1 1 3, by sex 2 1 1 1 1 3, totals 3 1 2 3.
	print := func(s *doc.Stat) string { return w.in.Lang.Format(s.Number, lang.InTable) }
	if len(notes) != 1 || doc.Plain(notes[0].Text, print) != "Of the figures that are not 0, 12 of 16 count fewer than 3 persons." {
		t.Errorf("notes %+v", doc.Plain(notes[0].Text, print))
	}
	doc.Each(notes[0].Text, func(in doc.Inline) {
		if s, ok := in.(*doc.Stat); ok {
			if p, ok := Ledger(w.in).Expand(s.From); !ok || len(p.Inputs) == 0 {
				t.Errorf("%s came from nowhere", s.From)
			}
		}
	})
	if n := files(nil).build(t, "en").table(t, "annex-iv", 0).Notes; len(n) != 0 {
		t.Error("a note nobody asked for")
	}
}

func TestFaultsOfAnnexes(t *testing.T) {
	matrix := fmt.Sprintf(matrixText, "")
	for name, c := range map[string]struct {
		files files
		want  string
	}{
		"a grade without column": {
			invented(matrix, "2017,professional,P-3,FRA,F,2\n"),
			"edition.yaml:12:5 (annex-i/P-3) annex-column: annex-i has no column for P-3, which 2 of its staff hold\n" +
				"edition.yaml:12:5 (annex-i/FRA) annex-row: Annex\u00a0I, France, Total is 5, but the sum of its grades is 3\n" +
				"edition.yaml:12:5 (annex-i/total) annex-row: Annex\u00a0I, Total, Total is 11, but the sum of its grades is 9",
		},
		"a category that is none": {
			invented(strings.Replace(matrix, "[professional]", "[profesional]", 1), ""),
			`edition.yaml:12:98 annex-category: "profesional" is not a category of staff`,
		},
		"a grade that is none": {
			invented(strings.Replace(matrix, "P-5, ", "P-5, P-45, ", 1), ""),
			`edition.yaml:12:137 annex-grade: "P-45" is not a grade of these categories`,
		},
		"a State that is none": {
			invented(fmt.Sprintf(matrixText, ", extra_rows: [LAS]"), ""),
			`edition.yaml:12:160 annex-state: "LAS" is not the code of a State`,
		},
		"no headcounts": {
			files{"edition.yaml": strings.Replace(invented(matrix, "")["edition.yaml"], "{2017: data/headcount-2017.csv}", "{}", 1)},
			"edition.yaml:12:30 annex-headcount: there are no headcounts of 2017, which this annex is made from",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.files.build(t, "en").faults(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// An organization whose members the table does not know: nationalities with
// staff are all that can be listed, and Annex VI cannot be made.
func TestUnknownOrganization(t *testing.T) {
	f := invented(fmt.Sprintf(matrixText, "")+"  - {id: annex-ii, generator: nationalities-represented, title: T, categories: [professional], years: [2017]}\n", "")
	f["edition.yaml"] = strings.Replace(f["edition.yaml"], "International Organization for Migration, fr: Organisation internationale pour les migrations", "Assembly of Ferries, fr: Assemblée des bacs", 1)
	w := f.build(t, "en")
	if got := strings.Join(stubs(w.table(t, "annex-i", 0)), ", "); got != "France, Indonesia, United Arab Emirates, Other, Total" {
		t.Error(got)
	}
	if unit := w.table(t, "annex-i", 0).Unit; unit != nil {
		t.Errorf("a matrix of one group says %s", doc.Plain(unit, nil))
	}
	got := w.found("annex-standings")
	if strings.Count(got, "\n") != 1 || !strings.Contains(got, "annex-ii needs the Member States") {
		t.Error(got)
	}
}

// A figure tells where it came from: lines of headcounts, a line of the
// history, or other figures that tell in their turn.
func TestLedger(t *testing.T) {
	w := files{}.build(t, "en")
	ledger := Ledger(w.in)
	for key, want := range map[source.Key]string{
		"annex-iv/ALB/G-3":                        "count data/headcount-2017.csv:",
		"annex-v/total/E-1":                       "count data/headcount-2017.csv:",
		"annex-iii/men-and-women/F/2016":          "quoted data/history.csv:",
		"annex-iii/men-and-women/share/2017":      "share of annex-iii/men-and-women/F/2017 annex-iii/men-and-women/total/2017",
		"annex-iii/senior/change/2017":            "difference of annex-iii/senior/share/2017 annex-iii/senior/share/2016",
		"annex-iii/women-by-grade/share-2015/P-4": "quoted data/history.csv:",
		"annex-vi/member/2017":                    "count data/headcount-2017.csv:",
		"annex-vi/states/2017":                    "count",
		"staff.professional.women":                "count data/headcount-2017.csv:",
	} {
		p, ok := ledger.Expand(key)
		if !ok {
			t.Errorf("%s has no origin", key)
			continue
		}
		got := p.Method
		if len(p.Of) > 0 {
			got += " of"
			for _, k := range p.Of {
				got += " " + string(k)
				if _, ok := ledger.Expand(k); !ok {
					t.Errorf("%s, of which %s is made, has no origin", k, key)
				}
			}
		}
		for _, s := range p.Inputs {
			got += " " + w.files.String(s.Start)
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	if _, ok := ledger.Expand("annex-iv/ALB/G-9"); ok {
		t.Error("a figure that is not printed has an origin")
	}
}

// The lines of a cell count what the cell prints, for every figure that was
// counted.
func TestLinesCountWhatIsPrinted(t *testing.T) {
	w := files{}.build(t, "en")
	ledger := Ledger(w.in)
	text, err := os.ReadFile(filepath.Join(example, "data/headcount-2017.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	n := 0
	for _, annex := range []string{"annex-iv", "annex-v"} {
		for _, r := range w.table(t, annex, 0).Rows {
			for _, c := range r.Cells {
				if c.Stat == nil {
					continue
				}
				p, ok := ledger.Expand(c.Stat.From)
				sum := int64(0)
				for _, s := range p.Inputs {
					for line := s.Start.A; line <= s.End.A && line > 0; line++ { // 0 is the whole table, of which nothing was counted
						var count int64
						fmt.Sscan(lines[line-1][strings.LastIndex(lines[line-1], ",")+1:], &count)
						sum += count
					}
				}
				ok = ok && len(p.Inputs) > 0
				if got := w.in.Lang.Format(lang.Int(sum), lang.InTable); !ok || got != w.in.Lang.Format(c.Stat.Number, lang.InTable) {
					t.Errorf("the lines of %s count %s", c.Stat.From, got)
				}
				n++
			}
		}
	}
	if n < 2000 {
		t.Errorf("%d figures were looked at", n)
	}
}

// The same edition gives the same annexes, byte for byte.
func TestSameAnnexesTwice(t *testing.T) {
	a, b := files{}.build(t, "fr"), files{}.build(t, "fr")
	if x, y := doc.Dump(a.parts...), doc.Dump(b.parts...); string(x) != string(y) || len(x) < 10_000 {
		t.Error("two builds differ")
	}
	if a.faults() != b.faults() {
		t.Error("two builds report different faults")
	}
}

func BenchmarkBuild(b *testing.B) {
	in := load(b, example)
	for b.Loop() {
		quiet := *in
		quiet.Report = &source.Reporter{}
		Build(&quiet)
	}
}
