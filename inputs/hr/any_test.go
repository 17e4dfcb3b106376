package hr

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/sheet"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// spelled are values with spellings that mean them.
type spelled map[string][]string

func (s spelled) draw(t *rapid.T, name string) (value, text string) {
	value = rapid.SampledFrom(slices.Sorted(maps.Keys(s))).Draw(t, name)
	return value, rapid.SampledFrom(s[value]).Draw(t, name+" spelled")
}

// heads of columns in three languages, by what they are for.
var anyHeads = map[role][]string{
	nationalityRole: {"Nationality", "NATIONALITÉ", "Nacionalidad principal", "Citizenship"},
	gradeRole:       {"Grade", "Grado", "Personal grade"},
	sexRole:         {"Sex", "Gender", "Sexe", "Género"},
	personRole:      {"Staff ID", "Matricule", "Número de índice"},
	ignoredRole:     {"Remarks", "Duty station", "Date of birth"},
}

// mess is a list of persons, written down in some way, with what it counts.
type mess struct {
	people  [][]string // nationality, grade, sex as they are spelled
	want    map[string]int
	columns []role
	head    []string
	next    int // number of the next person
}

func drawMess(t *rapid.T) *mess {
	nations := spelled{"KEN": {"Kenya", "kenyane", "KE", "404"}, "FRA": {"French", "FRANCE", "Francia"}, "CIV": {"CI", "Ivory Coast", "Cote d'Ivoire"}, "COD": {"Zaire", "Congo (Kinshasa)"}, Other: {"Other", "Autres"}}
	grades := spelled{"P-4": {"P4", "P 04", "P-4/VI"}, "G-5": {"GS-5", "G5"}, "NO-A": {"NO A", "noa"}, "D-1": {"d1"}}
	sexes := spelled{"F": {"F", "female", "Mme"}, "M": {"male", "Mr"}, "X": {"X"}}
	m := &mess{want: map[string]int{}, columns: rapid.Permutation(slices.Sorted(maps.Keys(anyHeads))).Draw(t, "columns")}
	for _, r := range m.columns {
		m.head = append(m.head, rapid.SampledFrom(anyHeads[r]).Draw(t, "head"))
	}
	for range rapid.IntRange(1, 25).Draw(t, "persons") {
		nation, n := nations.draw(t, "nation")
		grade, g := grades.draw(t, "grade")
		sex, s := sexes.draw(t, "sex")
		m.people = append(m.people, []string{n, g, s})
		c, _ := CategoryOf(grade)
		m.want[strings.Join([]string{string(c), grade, nation, sex}, ",")]++
	}
	return m
}

// row writes a person down.
func (m *mess) row(p []string) []string {
	m.next++
	var out []string
	for _, r := range m.columns {
		out = append(out, map[role]string{nationalityRole: p[0], gradeRole: p[1], sexRole: p[2], personRole: fmt.Sprintf("A%04d", m.next), ignoredRole: "x"}[r])
	}
	return out
}

// total writes a row of a total: the word in the first column, the number in the
// last that holds no person.
func (m *mess) total(word string, n int) []string {
	out := make([]string, len(m.columns))
	out[0], out[len(out)-1] = word, fmt.Sprint(n)
	return out
}

// sheet writes people down with what systems put between them.
func (m *mess) sheet(t *rapid.T, people [][]string) [][]string {
	rows := [][]string{m.head}
	since, persons := 0, 0
	for _, p := range people {
		switch rapid.IntRange(0, 12).Draw(t, "between") {
		case 0:
			rows = append(rows, make([]string, len(m.head)))
		case 1:
			rows = append(rows, m.head)
		case 2:
			if since > 0 {
				rows = append(rows, m.total("Sub-total", since))
				since = 0
			}
		}
		rows = append(rows, m.row(p))
		since, persons = since+1, persons+1
		if rapid.IntRange(0, 9).Draw(t, "twice") == 0 { // a further assignment
			m.next--
			rows = append(rows, m.row(p))
			since, persons = since+1, persons+1
		}
	}
	if rapid.Bool().Draw(t, "total") {
		rows = append(rows, m.total(rapid.SampledFrom([]string{"Total", "Grand total", "TOTAL GÉNÉRAL", "Total général:"}).Draw(t, "word"), persons))
	}
	return rows
}

// However persons are written down, in whatever order of rows and columns, in how
// many sheets, with totals, blank rows and repeated heads between them, they are
// counted as a person would count them.
func TestCountsAnyList(t *testing.T) {
	table := states(t)
	rapid.Check(t, func(rt *rapid.T) {
		m := drawMess(rt)
		x := &trial{}
		q := Request{Year: 2017, AsOf: day(t), World: table, Report: &x.report, Decisions: ReadDecisions(nil, 0, &x.report)}
		people := rapid.Permutation(m.people).Draw(rt, "order")
		for i := 1; len(people) > 0; i++ {
			n := rapid.IntRange(1, len(people)).Draw(rt, "on this sheet")
			name := fmt.Sprintf("s%d.csv", i)
			q.Books = append(q.Books, sheet.Read(name, text(name, ";", m.sheet(rt, people[:n])...).data, &x.files, &x.report))
			people = people[n:]
		}
		x.im = Import(q)
		x.balance(t)
		if x.im.Questions() > 0 && strings.Contains(x.messages(), "it may be a copy") {
			rt.Skip() // two sheets that make the same counts are asked about
		}
		if x.im.Failed() {
			rt.Fatal(x.messages())
		}
		if d := cmp.Diff(m.want, x.counts()); d != "" {
			rt.Fatal(d)
		}
	})
}

// counts are the persons by category, grade, nationality and sex.
func (x *trial) counts() map[string]int {
	out := map[string]int{}
	for _, r := range x.im.Rows() {
		out[strings.Join([]string{string(r.Category), r.Grade, r.Nationality, r.Sex.String()}, ",")] = int(r.Count)
	}
	return out
}

// gridWords are words of which tables of staff are made.
var gridWords = []string{
	"", "", "", "1", "2", "12", "1,200", "x", "Nationality", "Grade", "Sex", "Category", "Row Labels", "Column Labels", "Count of Staff ID", "Headcount", "Number", "Total", "Kenya Total", "Grand Total",
	"Kenya", "France", "Ghana", "Korea", "NO", "NA", "P-3", "P-4", "G-5", "UG", "ASG", "P-4 F", "F", "M", "H", "Professional", "General Service", "(blank)", "#N/A", "2016", "01.02.2017", "% women", "Status", "Active",
}

// Whatever stands where, every row is accounted for, or something says that there is
// no table.
func TestAnyGrid(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := [][]string{{"Staff"}} // a file is not empty
		width := rapid.IntRange(1, 7).Draw(rt, "width")
		for range rapid.IntRange(1, 12).Draw(rt, "rows") {
			rows = append(rows, rapid.SliceOfN(rapid.SampledFrom(gridWords), width, width).Draw(rt, "row"))
		}
		x := importRows(t, rows)
		if t.Failed() {
			rt.Fatal(printRows(rows))
		}
		if x.im.Ledger == nil && !x.report.Failed() {
			rt.Fatal("there is no ledger, and nothing says why\n" + printRows(rows))
		}
		if x.im.Failed() {
			return
		}
		n := 0
		for _, c := range x.counts() {
			n += c
		}
		if int64(n) != x.im.Ledger.Rows.Persons {
			rt.Fatal(printRows(rows))
		}
	})
}
