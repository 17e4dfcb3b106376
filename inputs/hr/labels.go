package hr

import (
	"slices"

	"assemble/inputs/sheet"
)

// Rows of pivot tables stand in groups: under the head of a category its grades,
// under a grade its nationalities. The labels of all levels stand in one column, or
// each level has its own, whose cells are empty but for the first of a group. Both
// forms become plain columns here, one a dimension; rows that head a group are
// controls, because the rows below them make their sum.

// findLabels takes the first column of a cross-tabulation for one of labels where
// no head says what the rows are: the corner of a table is often empty.
func (t *extract) findLabels(first []sheet.Row) {
	if !t.crossed || slices.ContainsFunc(t.columns, func(c *column) bool { return c.role == labelRole || c.role.dimension() }) {
		return
	}
	for _, c := range t.columns {
		if !c.of.any() {
			continue
		}
		for at := 1; at < c.at; at++ {
			if slices.ContainsFunc(first, func(r sheet.Row) bool { return r.Cell(at).Kind == sheet.Text && !r.Cell(at).Blank() }) {
				label := &column{at: at, role: labelRole, head: "(no head)", score: 1, how: "by what it holds", index: map[wordKey]int32{}}
				t.columns = slices.Insert(t.columns, 0, label)
				return
			}
		}
		return
	}
}

// splitLabels makes columns of the dimensions out of one that holds values of
// several.
func (im *Imported) splitLabels(t *extract) {
	c := im.labels(t)
	if c == nil {
		return
	}
	values := im.labelValues(t, c)
	t.depth = make([]int8, len(t.rows))
	for i, id := range c.ids {
		roles := values[id].roles()
		if len(roles) == 0 || t.marks[i]&totalWord != 0 {
			continue
		}
		if !slices.ContainsFunc(t.levels, func(l []role) bool { return slices.Equal(l, roles) }) {
			t.levels = append(t.levels, roles)
		}
	}
	t.columns = slices.DeleteFunc(t.columns, func(other *column) bool { return other == c })
	t.columns = append(t.split(c, values), t.columns...)
}

// labels is the column of labels of a table, nil if it has none: one with the head
// of labels, or a dimension of a table of counts of which some values are those of
// another.
func (im *Imported) labels(t *extract) *column {
	if c := t.column(labelRole); c != nil {
		return c
	}
	if !t.hasCounts() {
		return nil
	}
	for _, c := range t.columns {
		if !c.role.dimension() || c.of.any() {
			continue
		}
		for i := range c.words {
			w := &c.words[i]
			if w.blank() || isTotal(w.text) || im.knows(c.role, w.text) {
				continue
			}
			if roles := im.labelDims(t, c, w.text).roles(); len(roles) > 0 {
				return c
			}
		}
	}
	return nil
}

// hasCounts reports whether a table has columns of counts.
func (t *extract) hasCounts() bool {
	return slices.ContainsFunc(t.columns, func(c *column) bool { return c.role == countRole })
}

// labelDims reads a label. What the heads of columns tell, or another column, it does
// not.
func (im *Imported) labelDims(t *extract, c *column, text string) dims {
	d := im.lexicon.dims(text)
	if d.total {
		return dims{}
	}
	if !d.any() && im.lexicon.nation(text) != "" {
		d.nation = text
	}
	for _, r := range d.roles() {
		if other := t.column(r); other != nil && other != c || t.spans(r) {
			return dims{}
		}
	}
	return d
}

// labelValues are the dimensions of the words of a column of labels. A word of two
// meanings, such as NO, is a nationality beside other codes of States, unless
// categories are written so short too. A word of none is one of the innermost level,
// where it will be asked about.
func (im *Imported) labelValues(t *extract, c *column) []dims {
	values := make([]dims, len(c.words))
	codes, short := false, false
	for i := range c.words {
		w := &c.words[i]
		if w.blank() || isTotal(w.text) || im.lexicon.heads[fold(w.text)].score == 3 {
			continue
		}
		values[i] = im.labelDims(t, c, w.text)
		values[i].other = !values[i].any()
		codes = codes || len(w.text) == 2 && values[i].nation != ""
		short = short || len(w.text) <= 2 && values[i].category != "" && im.lexicon.nation(w.text) == ""
	}
	for i := range c.words {
		if text := c.words[i].text; codes && !short && values[i].any() && im.lexicon.nation(text) != "" {
			values[i] = dims{nation: text}
		}
	}
	return values
}

// roles are the dimensions that a label tells.
func (d dims) roles() []role {
	var out []role
	for _, x := range []struct {
		role role
		text string
	}{{categoryRole, string(d.category)}, {gradeRole, d.grade}, {sexRole, d.sex}, {nationalityRole, d.nation}} {
		if x.text != "" {
			out = append(out, x.role)
		}
	}
	return out
}

// split reads a column of labels row by row and gives each level of its groups
// columns of their own.
func (t *extract) split(c *column, values []dims) []*column {
	var out []*column
	for _, level := range t.levels {
		for _, r := range level {
			if !slices.ContainsFunc(out, func(x *column) bool { return x.role == r }) {
				out = append(out, &column{at: c.at, role: r, head: c.head, how: "by what it holds", score: 3, index: map[wordKey]int32{}})
			}
		}
	}
	current := map[role]sheet.Cell{}
	for i, id := range c.ids {
		w, d := &c.words[id], values[id]
		level := slices.IndexFunc(t.levels, func(l []role) bool { return slices.Equal(l, d.roles()) })
		if d.other {
			level = len(t.levels) - 1
		}
		if t.marks[i]&totalWord != 0 || !d.any() {
			level = -1
		}
		if level >= 0 {
			t.enter(i, level, w, d, current)
		}
		for _, x := range out {
			cell := current[x.role]
			if level < 0 {
				cell = sheet.Cell{}
			}
			t.add(x, &cell, int32(i))
		}
	}
	return out
}

// enter notes what a row is, and which values hold for it and the rows below it.
func (t *extract) enter(i, level int, w *word, d dims, current map[role]sheet.Cell) {
	t.depth[i] = int8(level) + 1
	if level < len(t.levels)-1 {
		t.marks[i] |= groupHead
	}
	for _, inner := range t.levels[level:] {
		for _, r := range inner {
			delete(current, r)
		}
	}
	for _, r := range t.levels[level] {
		text := w.text
		if len(t.levels[level]) > 1 && !d.other { // P-4 F
			text = map[role]string{categoryRole: string(d.category), gradeRole: d.grade, sexRole: d.sex, nationalityRole: d.nation}[r]
		}
		current[r] = sheet.Cell{Kind: sheet.Text, Text: text}
	}
}
