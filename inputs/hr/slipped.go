package hr

// markSlipped finds rows of a list whose cells stand beside their columns: at least
// two of them hold what another column would. What else stands in such a row may be
// the name of a person, so nothing of it is asked about or shown.
func (im *Imported) markSlipped(t *extract) {
	var dims []*column
	for _, c := range t.columns {
		if c.role.dimension() {
			dims = append(dims, c)
		}
	}
	if t.crossed || len(t.levels) > 0 || len(dims) < 3 {
		return
	}
	beside := make([]int, len(t.rows)) // cells of a row
	for _, c := range dims {
		other := im.besides(c, dims)
		for i, id := range c.ids {
			if other[id] {
				beside[i]++
			}
		}
	}
	for _, c := range t.columns {
		if !c.role.quotable() {
			continue
		}
		right := make([]bool, len(c.words)) // it stands in a row that has not slipped
		for i, id := range c.ids {
			right[id] = right[id] || beside[i] < 2
		}
		for i := range c.words {
			c.words[i].slipped = !right[i]
		}
	}
}

// besides says of each value of a column whether it is none of its own, but one of
// another.
func (im *Imported) besides(c *column, dims []*column) []bool {
	out := make([]bool, len(c.words))
	for i := range c.words {
		w := &c.words[i]
		if w.blank() || saysTotal(w.text) || im.knows(c.role, w.text) {
			continue
		}
		for _, d := range dims {
			out[i] = out[i] || d != c && im.knows(d.role, w.text)
		}
	}
	return out
}

// slipped asks to put cells back under their heads.
func (im *Imported) slipped(t *extract) *question {
	q := im.questions.ask(topic{"cell", t.name, "", "slipped"}, "rows hold what belongs into other columns, as if their cells had slipped sideways",
		"put the cells under their heads in the workbook, and import again")
	q.repair = true
	return q
}
