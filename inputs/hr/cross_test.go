package hr

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// cross is the published table by nationality, with a column for each category,
// grade and sex.
type cross struct {
	nations []string
	columns []post // without nation and count
	n       map[post]int
}

func crossed(t testing.TB) cross {
	c := cross{n: map[post]int{}}
	seen := map[string]bool{}
	for _, p := range posts(t) {
		if !seen[p.nation] {
			seen[p.nation] = true
			c.nations = append(c.nations, p.nation)
		}
		col := post{p.category, p.grade, "", "F", 0}
		if !seen[col.category+col.grade] {
			seen[col.category+col.grade] = true
			c.columns = append(c.columns, col, post{p.category, p.grade, "", "M", 0})
		}
		c.n[post{p.category, p.grade, p.nation, p.sex, 0}] = p.n
	}
	return c
}

// row returns the counts of a nationality and their sum.
func (c cross) row(nation string) (cells []any, sum int) {
	for _, col := range c.columns {
		n := c.n[post{col.category, col.grade, nation, col.sex, 0}]
		sum += n
		if n == 0 {
			cells = append(cells, nil)
		} else {
			cells = append(cells, n)
		}
	}
	return cells, sum
}

func (c cross) total() []any {
	var cells []any
	for _, col := range c.columns {
		n := 0
		for _, nation := range c.nations {
			n += c.n[post{col.category, col.grade, nation, col.sex, 0}]
		}
		cells = append(cells, n)
	}
	return cells
}

// levels are the three rows of heads: category, grade, sex.
func (c cross) levels(category map[string]string, female, male string) (top, middle, low []any) {
	last, lastGrade := "", ""
	for _, col := range c.columns {
		var a, b any
		if col.category != last {
			a = category[col.category]
		}
		if col.category+col.grade != lastGrade {
			b = col.grade
		}
		last, lastGrade = col.category, col.category+col.grade
		top, middle = append(top, a), append(middle, b)
		low = append(low, map[string]string{"F": female, "M": male}[col.sex])
	}
	return top, middle, low
}

// mergeRuns merges each head with the empty cells right of it.
func mergeRuns(t testing.TB, f *excelize.File, s string, row int, heads []any) {
	from := -1
	for i := 0; i <= len(heads); i++ {
		if i < len(heads) && heads[i] == nil {
			continue
		}
		if from >= 0 && i-from > 1 {
			a, _ := excelize.CoordinatesToCellName(from+2, row)
			b, _ := excelize.CoordinatesToCellName(i+1, row)
			if err := f.MergeCell(s, a, b); err != nil {
				t.Fatal(err)
			}
		}
		from = i
	}
}
