package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/table"
	"assemble/inputs/world"
)

// MaxRows bounds the rows of a table. All grades, nationalities and sexes make
// less than 30,000 rows that count different things.
const MaxRows = 1_000_000

// MaxHeadcount bounds one count: a slip of the finger must not become staff.
const MaxHeadcount = 1_000_000

// Columns of a table of headcounts.
const (
	yearColumn = iota
	categoryColumn
	gradeColumn
	nationalityColumn
	sexColumn
	headcountColumn
)

// Columns returns the heads of a table of headcounts.
func Columns() []string {
	return []string{"year", "category", "grade", "nationality", "sex", "headcount"}
}

// Read reads the table of headcounts of a year, registered as file. Rows with a
// fault are reported and left out.
func Read(text []byte, file source.FileID, year int, states *world.Table, r *source.Reporter) *Register {
	g := &Register{Year: year, File: file}
	h := &headcounts{
		register: g, year: strconv.Itoa(year),
		grades: map[Category]map[string]string{}, nations: map[string]string{Other: Other}, lines: map[group]int32{},
	}
	for _, c := range Categories() {
		h.grades[c] = map[string]string{}
		for _, grade := range Grades(c) {
			h.grades[c][grade] = grade
		}
	}
	for _, code := range states.Codes() {
		h.nations[code] = code
	}
	table.Layout{Area: "hr", Columns: Columns(), MaxRows: MaxRows}.Read(text, file, r, h.row)
	return g
}

// group is what a row counts; no two rows count the same.
type group struct {
	category    Category
	grade       string
	nationality string
	sex         Sex
}

// headcounts reads the rows. The words of a row are taken from the lists of
// known ones, so that rows share them and do not keep the text of the file.
type headcounts struct {
	register *Register
	year     string
	grades   map[Category]map[string]string
	nations  map[string]string
	lines    map[group]int32 // on which a group was counted
}

func (h *headcounts) row(x *table.Row) {
	if x.Cell(yearColumn) != h.year {
		x.Unknown("year", yearColumn, "is not the year of this table, which is "+h.year, nil, "import the year again, or correct edition.yaml")
		return
	}
	category, known := h.category(x)
	grade, graded := h.grade(category, known, x)
	nation, ok := h.nations[x.Cell(nationalityColumn)]
	if !ok {
		x.Unknown("nationality", nationalityColumn, "is not a nationality", keys(h.nations), "write the alpha-3 code of ISO 3166, or "+Other)
	}
	sex, sexed := sexOf(x.Cell(sexColumn))
	if !sexed {
		x.Unknown("sex", sexColumn, "is not a sex", nil, "write F, M, X, or U where it is not recorded")
	}
	count, counted := h.count(x)
	if !known || !graded || !ok || !sexed || !counted {
		return
	}
	line := x.Line()
	of := group{category, grade, nation, sex}
	if first := h.lines[of]; first > 0 {
		x.Twice(fmt.Sprintf("%s, %s, %s, %s", of.category, of.grade, of.nationality, of.sex), first)
		return
	}
	h.lines[of] = line
	h.register.rows = append(h.register.rows, Row{category, grade, nation, sex, count, line})
}

func (h *headcounts) category(x *table.Row) (Category, bool) {
	for _, c := range Categories() {
		if string(c) == x.Cell(categoryColumn) {
			return c, true
		}
	}
	var names []string
	for _, c := range Categories() {
		names = append(names, string(c))
	}
	x.Unknown("category", categoryColumn, "is not a category", names, "write one of "+strings.Join(names, ", "))
	return "", false
}

// grade wants a grade of the category: a P grade among General Service staff is
// a slip of the import, whatever the number of persons.
func (h *headcounts) grade(c Category, known bool, x *table.Row) (string, bool) {
	if !known {
		return "", false
	}
	if grade, ok := h.grades[c][x.Cell(gradeColumn)]; ok {
		return grade, true
	}
	if of, ok := CategoryOf(x.Cell(gradeColumn)); ok {
		x.Unknown("grade", gradeColumn, fmt.Sprintf("is a grade of %s, not of %s", of, c), nil, "correct the grade or the category, and import again")
		return "", false
	}
	x.Unknown("grade", gradeColumn, "is not a grade of "+string(c), Grades(c), "write one of "+strings.Join(Grades(c), ", "))
	return "", false
}

func (h *headcounts) count(x *table.Row) (int64, bool) {
	text := x.Cell(headcountColumn)
	n, err := strconv.ParseInt(text, 10, 64)
	if err == nil && n >= 1 && n <= MaxHeadcount && strconv.FormatInt(n, 10) == text {
		return n, true
	}
	x.Unknown("headcount", headcountColumn, "is not a headcount", nil, fmt.Sprintf("write a whole number from 1 to %d in digits, and leave out rows without persons", MaxHeadcount))
	return 0, false
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
