package hr

import "slices"

// fillDown gives the empty cells of an outer column of a table of counts the value
// above them, where each value stands once for its group. A row that has a value
// there and none further in heads a group.
func (t *extract) fillDown() {
	outer := t.dimensions()
	if !t.hasCounts() || len(outer) < 2 || len(t.levels) > 0 {
		return
	}
	inner := outer[len(outer)-1]
	filled := false
	for _, c := range outer[:len(outer)-1] {
		if t.onceForGroup(c, inner) {
			t.fill(c, inner)
			filled = true
		}
	}
	if !filled {
		return
	}
	t.depth = make([]int8, len(t.rows))
	for _, c := range outer {
		t.levels = append(t.levels, []role{c.role})
	}
	for i := range t.rows {
		if t.marks[i]&totalWord != 0 {
			continue
		}
		for level, c := range outer {
			if !c.words[c.ids[i]].blank() {
				t.depth[i] = int8(level) + 1
			}
		}
		if n := int(t.depth[i]); n > 0 && n < len(outer) {
			t.marks[i] |= groupHead
		}
	}
}

// dimensions are the columns of dimensions, from the left.
func (t *extract) dimensions() []*column {
	var out []*column
	for _, c := range t.columns {
		if c.role.dimension() && !c.of.any() {
			out = append(out, c)
		}
	}
	return out
}

// onceForGroup reports whether a column has empty cells beside values further in,
// and never the same value in two rows running.
func (t *extract) onceForGroup(c, inner *column) bool {
	some, last := false, int32(-1)
	for i, id := range c.ids {
		if t.marks[i]&totalWord != 0 {
			last = -1
			continue
		}
		if c.words[id].blank() {
			some = some || !inner.words[inner.ids[i]].blank()
			last = -1
			continue
		}
		if id == last {
			return false
		}
		last = id
	}
	return some
}

// fill gives empty cells the value above them.
func (t *extract) fill(c, inner *column) {
	last := int32(-1)
	for i, id := range c.ids {
		switch w := &c.words[id]; {
		case t.marks[i]&totalWord != 0:
		case !w.blank():
			last = id
		case last >= 0 && !inner.words[inner.ids[i]].blank():
			w.n--
			c.words[last].n++
			c.ids[i] = last
		}
	}
	c.how += "; each value stands for the empty cells below it"
}

// closed reports whether a row that heads a group states persons, but no rows of
// theirs follow: somebody has closed the group in the pivot table.
func (t *extract) closed(i int) bool {
	if !slices.ContainsFunc(t.columns, func(c *column) bool { return c.role == countRole && c.sense[c.ids[i]].n > 0 }) {
		return false
	}
	for _, depth := range t.depth[i+1:] {
		if depth > 0 {
			return depth <= t.depth[i]
		}
	}
	return true
}

// askClosed asks for closed groups to be opened.
func (im *Imported) askClosed(t *extract, i int) fate {
	q := im.questions.ask(topic{"cell", t.name, "", "closed"}, "groups of the table state persons, but have no rows", "open all groups of the pivot table (Expand Entire Field), and import again")
	q.repair = true
	q.at(t, t.rows[i], t.sheet.Pos(int(t.rows[i]), 0))
	return waiting
}

// controlGroups holds the numbers of rows that head groups against the sums of the
// rows below them.
func (im *Imported) controlGroups(t *extract) {
	for i, m := range t.marks {
		if m&groupHead == 0 || t.fates[i] < firstRule {
			continue
		}
		for _, c := range t.columns {
			if c.role != countRole && c.role != totalRole || !c.states(i) {
				continue
			}
			theirs, ours := c.sense[c.ids[i]].n, t.groupSum(i, c)
			agrees := ours.is(theirs)
			if agrees {
				ours.all = theirs
			}
			im.addControl(t, i, c.at, "the sum of a group", theirs, ours.all, agrees)
		}
	}
}

// groupSum adds up a column over the rows of the group that a row heads.
func (t *extract) groupSum(i int, c *column) tally {
	var sum tally
	for j := i + 1; j < len(t.rows); j++ {
		if t.depth[j] > 0 && t.depth[j] <= t.depth[i] {
			break
		}
		if int(t.depth[j]) == len(t.levels) {
			sum.take(t, j, c.sense[c.ids[j]].n)
		}
	}
	return sum
}
