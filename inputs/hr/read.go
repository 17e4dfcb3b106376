package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/world"
)

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
		table: newTable(text, file, r), register: g, year: strconv.Itoa(year),
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
	h.rows(Columns(), h.row)
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
	*table
	register *Register
	year     string
	grades   map[Category]map[string]string
	nations  map[string]string
	lines    map[group]int32 // on which a group was counted
}

func (h *headcounts) row(cells []string) {
	if cells[yearColumn] != h.year {
		h.unknown("hr-year", yearColumn, cells, "is not the year of this table, which is "+h.year, nil, "import the year again, or correct edition.yaml")
		return
	}
	category, known := h.category(cells)
	grade, graded := h.grade(category, known, cells)
	nation, ok := h.nations[cells[nationalityColumn]]
	if !ok {
		h.unknown("hr-nationality", nationalityColumn, cells, "is not a nationality", keys(h.nations), "write the alpha-3 code of ISO 3166, or "+Other)
	}
	sex, sexed := sexOf(cells[sexColumn])
	if !sexed {
		h.unknown("hr-sex", sexColumn, cells, "is not a sex", nil, "write F, M, X, or U where it is not recorded")
	}
	count, counted := h.count(cells)
	if !known || !graded || !ok || !sexed || !counted {
		return
	}
	line := h.line()
	of := group{category, grade, nation, sex}
	if first := h.lines[of]; first > 0 {
		h.twice(of, first)
		return
	}
	h.lines[of] = line
	h.register.rows = append(h.register.rows, Row{category, grade, nation, sex, count, line})
}

func (h *headcounts) category(cells []string) (Category, bool) {
	for _, c := range Categories() {
		if string(c) == cells[categoryColumn] {
			return c, true
		}
	}
	var names []string
	for _, c := range Categories() {
		names = append(names, string(c))
	}
	h.unknown("hr-category", categoryColumn, cells, "is not a category", names, "write one of "+strings.Join(names, ", "))
	return "", false
}

// grade wants a grade of the category: a P grade among General Service staff is
// a slip of the import, whatever the number of persons.
func (h *headcounts) grade(c Category, known bool, cells []string) (string, bool) {
	if !known {
		return "", false
	}
	if grade, ok := h.grades[c][cells[gradeColumn]]; ok {
		return grade, true
	}
	if of, ok := CategoryOf(cells[gradeColumn]); ok {
		h.unknown("hr-grade", gradeColumn, cells, fmt.Sprintf("is a grade of %s, not of %s", of, c), nil, "correct the grade or the category, and import again")
		return "", false
	}
	h.unknown("hr-grade", gradeColumn, cells, "is not a grade of "+string(c), Grades(c), "write one of "+strings.Join(Grades(c), ", "))
	return "", false
}

func (h *headcounts) count(cells []string) (int64, bool) {
	text := cells[headcountColumn]
	n, err := strconv.ParseInt(text, 10, 64)
	if err == nil && n >= 1 && n <= MaxHeadcount && strconv.FormatInt(n, 10) == text {
		return n, true
	}
	h.unknown("hr-headcount", headcountColumn, cells, "is not a headcount", nil, fmt.Sprintf("write a whole number from 1 to %d in digits, and leave out rows without persons", MaxHeadcount))
	return 0, false
}

func (h *headcounts) twice(g group, first int32) {
	h.add(source.Diagnostic{
		Code: "hr-twice", At: h.at(0), Message: fmt.Sprintf("%s, %s, %s, %s is counted a second time", g.category, g.grade, g.nationality, g.sex),
		Fix:     "keep one of the two rows, or add them up",
		Related: []source.Related{{At: source.At(source.Pos{File: h.file, A: first}), Message: "it is counted here first"}},
	})
}

// unknown reports a cell whose value is none of those that can be.
func (h *headcounts) unknown(code source.Code, column int, cells []string, what string, names []string, fix string) {
	text := excerpt(cells[column])
	h.add(source.Diagnostic{
		Code: code, At: h.at(column), Excerpt: text, Replace: source.Nearest(text, names),
		Message: fmt.Sprintf("%q %s", text, what), Fix: fix,
	})
}

// excerpt keeps hostile cells out of messages.
func excerpt(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
