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
	axis   bool // it names values of a dimension: grades, nationalities, or women and men
	of     role // that dimension
	pure   bool // and nothing else
	filled int  // cells that hold something
	merged bool
}

// look reads a row as a head.
func (l *lexicon) look(row *sheet.Row) headRow {
	h := headRow{n: row.N, hidden: row.Hidden, cells: slices.Clone(row.Cells[:min(len(row.Cells), headColumns)])}
	h.match, h.dims = make([]headMatch, len(h.cells)), make([]dims, len(h.cells))
	var roles [ignoredRole + 1]int
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
		h.dims[i] = l.dims(c.Text)
		if m := h.match[i]; m.role != noRole && !c.Merged {
			roles[m.role] = max(roles[m.role], m.score)
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
	h.findAxis(l, numbers)
	return h
}

// findAxis tells whether a row names the values of a dimension. Two grades are
// enough beside the head of a column; nationalities must be most of the row, because
// short words may be codes of States.
func (h *headRow) findAxis(l *lexicon, numbers int) {
	h.findNations(l)
	grades, nations, sexes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	values, heads := 0, 0
	for i, d := range h.dims {
		switch {
		case d.any():
			values++
		case h.match[i].role != noRole:
			heads++
		}
		grades[d.grade], nations[d.nation], sexes[d.sex] = true, true, true
	}
	for _, set := range []map[string]bool{grades, nations, sexes} {
		delete(set, "")
	}
	if numbers > 0 || 2*(values+heads) <= h.filled {
		return
	}
	switch {
	case len(nations) > 0:
		h.of = nationalityRole
	case len(grades) >= 3 || len(grades) == 2 && heads > 0:
		h.of = gradeRole
	case twoSexes(sexes):
		h.of = sexRole
	default:
		return
	}
	h.axis, h.pure = true, values+heads == h.filled
	h.score += 2*min(len(grades)+len(nations), 10) + len(sexes)
}

// findNations notes the nationalities that a row names, if they are at least three
// and most of what is no head of a column.
func (h *headRow) findNations(l *lexicon) {
	var at []int
	states := map[string]bool{}
	others := h.filled
	for i := range h.cells {
		c := &h.cells[i]
		if h.match[i].role != noRole || h.dims[i].total {
			others--
		} else if c.Kind == sheet.Text && !h.dims[i].any() && l.nation(c.Text) != "" {
			at = append(at, i)
			states[l.nation(c.Text)] = true
		}
	}
	if len(states) < 3 || 2*len(at) <= others {
		return
	}
	for _, i := range at {
		h.dims[i].nation = h.cells[i].Text
	}
}

// twoSexes reports whether words name women and men.
func twoSexes(words map[string]bool) bool {
	women, men := false, false
	for _, s := range decideSex(keys(words), "") {
		women, men = women || s == Female, men || s == Male
	}
	return women && men
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
	below := func(i int) bool { return i < len(rows) && i-best < 4 && rows[i].n == rows[i-1].n+1 }
	for below(to) && to-best < 3 && (rows[to].pure && rows[to].roles < 3 || rows[to].onlyValues() && below(to+1) && rows[to+1].pure) {
		to++
	}
	return from, to
}

// onlyValues reports whether a row names values of dimensions and nothing else, be
// they too few for an axis.
func (h *headRow) onlyValues() bool {
	for i := range h.cells {
		if !h.cells[i].Blank() && !h.dims[i].any() {
			return false
		}
	}
	return true
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
		if d := h.dims[i]; d.category != "" || d.sex != "" || d.grade != "" || d.nation != "" {
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
			if d := levels[i].dims[c]; d.grade != "" || d.sex != "" || d.nation != "" || d.total {
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
			merged := false
			if c < len(levels[i].cells) && !levels[i].cells[c].Blank() {
				text = strings.Join(strings.Fields(levels[i].cells[c].Text), " ")
				merged = levels[i].cells[c].Merged
			}
			if text == "" && namesValue(levels[i+1:], c) {
				text = last
			}
			out[i][c], last = text, text
			if merged { // where its range ends its text does
				last = ""
			}
		}
	}
	return out
}
