package hr

import (
	"slices"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// People put tables beside each other, with an empty column between them. Only the
// one on the left is read; the columns of the other must not be taken for its own.

// findGaps notes the columns that are empty in the head and the first rows.
func (t *extract) findGaps(first []sheet.Row) {
	empty := func(at int) bool {
		for i := range t.head {
			if at <= len(t.head[i].cells) && !t.head[i].cells[at-1].Blank() {
				return false
			}
		}
		return !slices.ContainsFunc(first, func(r sheet.Row) bool { return !r.Cell(at).Blank() })
	}
	for at := 2; at < min(t.sheet.LastColumn, headColumns); at++ {
		if empty(at) {
			t.gaps = append(t.gaps, at)
		}
	}
}

// beside is the place of a column with which another table seems to begin: behind an
// empty column there stand counts or dimensions that the table has already, or, of a
// cross-tabulation, a dimension behind its counts. It is 0 if there is none.
func (t *extract) beside() int {
	for _, gap := range t.gaps {
		again, counts := 0, false
		var left [ignoredRole + 1]bool
		for _, c := range t.columns {
			switch {
			case c.at < gap:
				left[c.role] = true
				counts = counts || c.of.any()
			case c.role.dimension() && !c.of.any() && counts:
				return c.at
			case c.role.dimension() && !c.of.any() && left[c.role]:
				again++
			}
		}
		if again >= 2 {
			return gap + 1
		}
	}
	return 0
}

// askBeside asks to move a table that stands beside another.
func (im *Imported) askBeside(t *extract, at int) {
	if at == 0 {
		return
	}
	q := im.questions.ask(topic{"cell", t.name, source.CellName(0, at), "beside"}, "another table stands beside this one, behind an empty column", "put it on a sheet of its own, and import again; or take its heads away")
	q.repair = true
	q.places = append(q.places, t.sheet.Pos(0, at))
	t.pending = q
}
