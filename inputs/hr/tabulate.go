package hr

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// cell is one count of the result, with the rows that made it.
type cell struct {
	n     int64
	where map[*extract]*rowSet
}

// tabulate counts the rows that count. Where a list of persons is given, tables
// of counts of the same categories are compared with it and not added.
func (im *Imported) tabulate() {
	listed := map[Category]bool{}
	for _, t := range im.extracts {
		if t.isList() {
			im.count(t)
			for c := range t.categories(im) {
				listed[c] = true
			}
		}
	}
	for _, t := range im.extracts {
		if t.isList() {
			continue
		}
		if t.partial || im.overlaps(t, listed) {
			im.compared = append(im.compared, t)
			continue
		}
		im.count(t)
	}
	for g := range im.cells {
		im.order = append(im.order, g)
	}
	slices.SortFunc(im.order, compareGroups)
	for _, g := range im.order {
		if im.cells[g].n > MaxHeadcount {
			im.Report.Error("hr-headcount", source.At(source.Pos{File: im.Books[0].File}), fmt.Sprintf("more than %d persons are counted as %s", MaxHeadcount, g.words()),
				"check the numbers of persons in the workbook")
			return
		}
	}
}

// isList reports whether each row of an extract is one person.
func (t *extract) isList() bool { return !t.crossed && t.measures()[0] == nil && !t.partial }

// categories are those of the rows that count.
func (t *extract) categories(im *Imported) map[Category]bool {
	out := map[Category]bool{}
	for i, f := range t.fates {
		if f != toCount {
			continue
		}
		for _, c := range t.measures() {
			if c == nil || c.sense[c.ids[i]].n > 0 {
				g, _ := im.group(t, i, c)
				out[g.category] = true
			}
		}
	}
	return out
}

func (im *Imported) overlaps(t *extract, listed map[Category]bool) bool {
	for c := range t.categories(im) {
		if listed[c] {
			return true
		}
	}
	return false
}

// count adds the rows of a table that count.
func (im *Imported) count(t *extract) {
	for i, f := range t.fates {
		if f != toCount {
			continue
		}
		for _, c := range t.measures() {
			n := int64(1)
			if c != nil {
				n = c.sense[c.ids[i]].n
			}
			if n > 0 {
				g, _ := im.group(t, i, c)
				im.add(g, n, t, t.rows[i])
			}
		}
	}
	t.counted = true
}

func (im *Imported) add(g group, n int64, t *extract, row int32) {
	x := im.cells[g]
	if x == nil {
		x = &cell{where: map[*extract]*rowSet{}}
		im.cells[g] = x
	}
	x.n += n
	set := x.where[t]
	if set == nil {
		set = &rowSet{}
		x.where[t] = set
	}
	set.add(row)
}

// compareGroups puts groups into the order of the file: category, grade, code of
// the nationality with Other last, sex.
func compareGroups(a, b group) int {
	return cmp.Or(cmp.Compare(a.place(), b.place()), compareNations(a.nationality, b.nationality), cmp.Compare(a.sex, b.sex))
}

func compareNations(a, b string) int {
	if (a == Other) != (b == Other) {
		if a == Other {
			return 1
		}
		return -1
	}
	return cmp.Compare(a, b)
}

// place is the place of category and grade in the file, which is that of the
// printed annexes: Professional staff from the highest grade down, others from the
// lowest up, ungraded posts last.
func (g group) place() int {
	grades := Grades(g.category)
	i := slices.Index(grades, g.grade)
	if g.category == Professional && g.grade != Ungraded {
		i = len(grades) - 2 - i
	}
	return slices.Index(Categories(), g.category)*100 + i
}

// Rows returns the counts, in the order of the file.
func (im *Imported) Rows() []Row {
	rows := make([]Row, len(im.order))
	for i, g := range im.order {
		rows[i] = Row{g.category, g.grade, g.nationality, g.sex, im.cells[g].n, int32(i + 2)}
	}
	return rows
}

// CSV is the table of headcounts as it stands in an edition.
func (im *Imported) CSV() []byte {
	var b strings.Builder
	b.WriteString(strings.Join(Columns(), ",") + "\n")
	for _, r := range im.Rows() {
		b.WriteString(r.line(im.Year) + "\n")
	}
	return []byte(b.String())
}

// line is a row as a line of the file.
func (r Row) line(year int) string {
	return fmt.Sprintf("%d,%s,%s,%s,%s,%d", year, r.Category, r.Grade, r.Nationality, r.Sex, r.Count)
}

// origin names the rows of the workbooks that made a count.
func (im *Imported) origin(g group) string {
	var out []string
	for _, t := range im.extracts {
		if set := im.cells[g].where[t]; set != nil {
			out = append(out, t.name+"!"+set.String())
		}
	}
	return strings.Join(out, "; ")
}

// Register is the result as it is read by a build.
func (im *Imported) Register() *Register { return NewRegister(im.Year, im.Rows()...) }
