package hr

import (
	"slices"
	"strings"

	"assemble/inputs/sheet"
)

// headRows is how many rows that hold something may stand above the end of a
// head, and headColumns how many columns a head may have: two for each State.
const (
	headRows    = 100
	headColumns = 1024
)

// headRow is a row among the first of a sheet, looked at as a head.
type headRow struct {
	n      int
	hidden bool
	cells  []sheet.Cell
	match  []headMatch
	dims   []dims
	score  int
	roles  int  // different ones
	axis   bool // it names values of a dimension: grades, or women and men
	pure   bool // and nothing else
	filled int  // cells that hold something
	merged bool
}

// look reads a row as a head.
func (l *lexicon) look(row *sheet.Row, categories map[string]Category) headRow {
	h := headRow{n: row.N, hidden: row.Hidden, cells: slices.Clone(row.Cells[:min(len(row.Cells), headColumns)])}
	h.match, h.dims = make([]headMatch, len(h.cells)), make([]dims, len(h.cells))
	var roles [ignoredRole + 1]int
	grades, sexes := map[string]bool{}, map[string]bool{}
	numbers := 0
	for i := range h.cells {
		c := &h.cells[i]
		if c.Blank() {
			continue
		}
		h.filled++
		h.merged = h.merged || c.Merged
		if c.Kind != sheet.Text {
			numbers++
			continue
		}
		h.match[i] = l.match(c.Text)
		h.dims[i] = headDims(c.Text, categories)
		if m := h.match[i]; m.role != noRole && !c.Merged {
			roles[m.role] = max(roles[m.role], m.score)
		}
		if g := h.dims[i].grade; g != "" {
			grades[g] = true
		}
		if s := h.dims[i].sex; s != "" {
			sexes[s] = true
		}
	}
	for r, score := range roles {
		if score > 0 && role(r) != ignoredRole {
			h.roles++
			h.score += score
		} else if score > 0 {
			h.score++
		}
	}
	values, heads := h.values()
	h.axis = numbers == 0 && 2*(values+heads) > h.filled && (len(grades) >= 3 || twoSexes(sexes))
	h.pure = h.axis && values+heads == h.filled
	if h.axis {
		h.score += 2*min(len(grades), 10) + len(sexes)
	}
	return h
}

// values counts the cells that name values of dimensions, and those that name
// columns.
func (h *headRow) values() (values, heads int) {
	for i := range h.cells {
		d := h.dims[i]
		switch {
		case d.any():
			values++
		case h.match[i].role != noRole:
			heads++
		}
	}
	return values, heads
}

// twoSexes reports whether words name women and men.
func twoSexes(words map[string]bool) bool {
	list := make([]string, 0, len(words))
	for w := range words {
		list = append(list, w)
	}
	women, men := false, false
	for _, s := range decideSex(list, "") {
		women, men = women || s == Female, men || s == Male
	}
	return women && men
}

// headDims are the values of dimensions that a head names.
func headDims(text string, categories map[string]Category) dims {
	var d dims
	if len(text) > maxHead {
		return d
	}
	key := fold(text)
	d.category = categories[key]
	if len(key) == 1 { // one letter is a sex sooner than a category
		d.category = ""
	}
	if grade, ok := parseGrade(text); ok {
		d.grade = grade
		d.category = ""
	}
	if _, ok := sexWord(key); ok && key != "u" && key != "other" && key != "autre" && key != "otro" || slices.Contains([]string{"h", "m", "w", "v"}, key) {
		d.sex = key
	}
	d.total = strings.HasPrefix(key, "total") || strings.HasPrefix(key, "grand total") || strings.HasPrefix(key, "sub total") || strings.HasPrefix(key, "subtotal") || strings.HasPrefix(key, "sous total") || key == "ensemble"
	return d
}

// isHead reports whether a row can be the chief row of a head.
func (h *headRow) isHead() bool { return h.roles >= 2 || h.axis && h.filled >= 3 }

// findHead chooses the head among the first rows: the row that says most, with
// the levels right above and below it. It returns their indices; from is to if
// there is none.
func findHead(rows []headRow) (from, to int) {
	best := -1
	for i := range rows {
		if rows[i].isHead() && (best < 0 || rows[i].score > rows[best].score) {
			best = i
		}
	}
	if best < 0 {
		return 0, 0
	}
	from, to = best, best+1
	for from > 0 && best-from < 3 && rows[from-1].n == rows[from].n-1 && rows[from-1].isLevel() {
		from--
	}
	for to < len(rows) && to-best < 3 && rows[to].n == rows[to-1].n+1 && rows[to].pure && rows[to].roles < 3 {
		to++
	}
	return from, to
}

// isLevel reports whether a row right above a head belongs to it: it has several
// cells, or cells that span columns, and names roles or values.
func (h *headRow) isLevel() bool {
	if h.axis {
		return true
	}
	if h.filled < 2 && !h.merged {
		return false
	}
	says := h.roles
	for i := range h.cells {
		if d := h.dims[i]; d.category != "" || d.sex != "" || d.grade != "" {
			says++
		}
	}
	for i := range h.cells {
		if h.cells[i].Kind != sheet.Text && !h.cells[i].Blank() || len(h.cells[i].Text) > maxHead {
			return false
		}
	}
	return says > 0
}

// namesValue reports whether one of the levels below names a value in a column.
func namesValue(levels []headRow, c int) bool {
	for i := range levels {
		if c < len(levels[i].dims) {
			if d := levels[i].dims[c]; d.grade != "" || d.sex != "" || d.total {
				return true
			}
		}
	}
	return false
}

// spread gives the cells of a level the text that stands left of them, where
// nothing stands in them and the level below names a value: heads that span
// columns are not always merged.
func spread(levels []headRow) [][]string {
	width := 0
	for _, l := range levels {
		width = max(width, len(l.cells))
	}
	out := make([][]string, len(levels))
	for i := range levels {
		out[i] = make([]string, width)
		last := ""
		for c := range width {
			var text string
			if c < len(levels[i].cells) && !levels[i].cells[c].Blank() {
				text = strings.Join(strings.Fields(levels[i].cells[c].Text), " ")
			}
			if text == "" && !levels[i].merged && namesValue(levels[i+1:], c) {
				text = last
			}
			out[i][c], last = text, text
		}
	}
	return out
}
