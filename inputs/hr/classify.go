package hr

import (
	"fmt"
	"slices"
	"strconv"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// Rules by which rows are left out that are no persons.
const (
	blankRow     = "blank row"
	repeatedHead = "head of columns repeated"
	totalRow     = "row of totals"
	noteRow      = "note below the table"
	nobodyRow    = "no persons in the row"
	groupRow     = "head of a group"
)

// classify tells rows that are no persons from those that are.
func (im *Imported) classify(t *extract) {
	t.fates = make([]fate, len(t.rows))
	t.counts = make([]int64, len(t.rows))
	end := t.lastKnown()
	for i := range t.rows {
		known, heads := t.look(i)
		m := t.marks[i]
		switch {
		case t.beginsAnother(i) || t.otherHeads(im.lexicon, i):
			im.anotherTable(t, i)
			return
		case heads >= 2 || heads == 1 && known == 0:
			t.fates[i] = im.ruling(repeatedHead)
		case m&totalWord != 0 && !t.complete(i):
			t.fates[i] = im.ruling(totalRow)
		case m&groupHead != 0 && t.closed(i):
			t.fates[i] = im.askClosed(t, i)
		case m&groupHead != 0:
			t.fates[i] = im.ruling(groupRow)
		case m&alone != 0 && known == 0 && i > end:
			t.fates[i] = im.ruling(noteRow)
		case m&alone != 0 && known == 0:
			t.fates[i] = im.askAlone(t, i)
		case t.last > 0 && t.repeatsHead(im.lexicon, i):
			t.fates[i] = im.ruling(repeatedHead)
		}
	}
}

// beginsAnother reports whether a row is the head of another table.
func (t *extract) beginsAnother(i int) bool {
	n := 0
	for _, c := range t.columns {
		if c.sense[c.ids[i]].otherHead {
			n++
		}
	}
	return n >= 2
}

// otherHeads reports whether the columns of counts of a row hold heads that are not
// theirs: those of another table of the same form, for other grades.
func (t *extract) otherHeads(l *lexicon, i int) bool {
	n := 0
	for _, c := range t.columns {
		w := &c.words[c.ids[i]]
		if !t.crossed || !c.of.any() || w.kind != sheet.Text || slices.Contains(c.texts, fold(w.text)) {
			continue
		}
		if d := l.dims(w.text); len(d.roles()) > 0 && !d.covers(c.of) || c.of.nation != "" && l.nation(w.text) != "" {
			n++
		}
	}
	return n >= 2
}

// anotherTable says that one sheet holds two tables, of which only the first is
// read. The rows of the other wait.
func (im *Imported) anotherTable(t *extract, from int) {
	q := im.questions.ask(topic{"cell", t.name, "", "table"}, "another table begins here, with other columns", "put it on a sheet of its own, and import again")
	q.repair = true
	for i := from; i < len(t.rows); i++ {
		t.fates[i] = waiting
		q.at(t, t.rows[i], t.sheet.Pos(int(t.rows[i]), 0))
	}
}

// look counts the columns of a row in which a value of a dimension is known, and
// those in which a head stands.
func (t *extract) look(i int) (known, heads int) {
	for _, c := range t.columns {
		s := &c.sense[c.ids[i]]
		if s.headWord {
			heads++
		} else if c.role.dimension() && (s.known || s.out != toCount) {
			known++
		} else if c.role == countRole && s.n > 0 {
			known++
		}
	}
	return known, heads
}

// repeatsHead reports whether the columns of counts of a row hold heads.
func (t *extract) repeatsHead(l *lexicon, i int) bool {
	if !t.crossed {
		return false
	}
	heads := 0
	for _, c := range t.columns {
		if !c.of.any() || c.words[c.ids[i]].blank() {
			continue
		}
		text := c.words[c.ids[i]].text
		if d := l.dims(text); d.grade == c.of.grade && d.grade != "" || d.sex == c.of.sex && d.sex != "" || d.total && c.of.total || c.of.nation != "" && fold(text) == fold(c.of.nation) {
			heads++
		} else if !c.of.other {
			return false
		}
	}
	return heads >= 2
}

// complete reports whether a row tells all dimensions that its table has in
// columns: it is a person then, whatever words stand in it.
func (t *extract) complete(i int) bool {
	for _, c := range t.columns {
		s := &c.sense[c.ids[i]]
		if c.role.dimension() && (!s.known && c.role != categoryRole || isTotal(c.words[c.ids[i]].text)) {
			return false
		}
	}
	return true
}

// lastKnown is the index of the last row with a known value.
func (t *extract) lastKnown() int {
	for i := len(t.rows) - 1; i >= 0; i-- {
		if known, heads := t.look(i); known > 0 && heads == 0 && t.marks[i]&totalWord == 0 {
			return i
		}
	}
	return -1
}

// askAlone asks about rows inside the table that hold one cell: heads of groups,
// or persons of whom the rest is missing.
func (im *Imported) askAlone(t *extract, i int) fate {
	p := topic{"rows", im.yearKey(t.name + " one cell")}
	if a, x, ok := im.answer(p, 1); ok {
		if a.LeaveOut.S != "" {
			return im.leftOut(a.LeaveOut.S)
		}
		im.wrongAnswer(x, "a reason to leave the rows out", nil, `write {leave-out: "heads of groups"}, or complete the rows in the workbook`)
		return waiting
	}
	q := im.questions.ask(p, "rows among the persons hold one cell only: heads of groups, or persons of whom the rest is missing", `{leave-out: "heads of groups"}, or complete the rows in the workbook`)
	q.at(t, t.rows[i], t.sheet.Pos(int(t.rows[i]), 0))
	return waiting
}

// leaveSheet decides about a hidden sheet, about one without some of the columns, and
// about one that tells of another year. It reports whether the sheet is left out.
func (im *Imported) leaveSheet(t *extract) bool {
	if im.otherYear(t) {
		return false
	}
	if !t.sheet.Hidden && (t.crossed || len(t.missing()) == 0) {
		return false
	}
	p := topic{"sheets", im.yearKey(t.name)}
	a, x, ok := im.answer(p, len(t.rows))
	if !ok && !t.sheet.Hidden {
		return false // it is asked about when all tables are known
	}
	if !ok {
		q := im.questions.ask(p, fmt.Sprintf("the sheet %s is hidden and holds %s", t.name, counted(len(t.rows), "row")), fixCount)
		q.places = append(q.places, t.sheet.Pos(0, 0))
		t.pending = q
		return false
	}
	out, ok := im.yesOrOut(a, x)
	if ok && out != toCount {
		im.skip(t.book, t.sheet, "left out: "+a.LeaveOut.S)
		return true
	}
	return false
}

// otherYear asks about a table whose title names years, but neither the year of
// the import nor the day on which reports on it are made, in the year after.
func (im *Imported) otherYear(t *extract) bool {
	if len(t.years) == 0 || slices.Contains(t.years, im.Year) {
		return false
	}
	p := topic{"years", im.yearKey(t.name)}
	if a, x, ok := im.answer(p, len(t.rows)); ok {
		if a.Value != strconv.Itoa(im.Year) {
			im.wrongAnswer(x, "the year of this import", []string{strconv.Itoa(im.Year)}, "write the year if the table tells of it; if not, import the right workbook, or with another --year")
		}
		return false
	}
	q := im.questions.ask(p, fmt.Sprintf("the %s names %d, not %d", t.dated, t.years[0], im.Year),
		fmt.Sprintf("%d if the table tells of it all the same; if not, import the right workbook, or with --year %d", im.Year, t.years[0]))
	q.places = append(q.places, t.sheet.Pos(0, 0))
	t.pending = q
	return true
}

// askHidden asks about hidden rows, all of a sheet at once.
func (im *Imported) askHidden(t *extract) fate {
	var set rowSet
	for i, m := range t.marks {
		if m&hidden != 0 && (t.fates[i] == toCount || t.fates[i] == waiting) {
			set.add(t.rows[i])
		}
	}
	if set.n == 0 {
		return toCount
	}
	name := t.name + "!" + set.brief()
	p := topic{"hidden_rows", im.yearKey(name)}
	a, x, ok := im.answer(p, set.n)
	if !ok { // the form without a year, as a person may write it
		p = topic{"hidden_rows", name}
		a, x, ok = im.answer(p, set.n)
	}
	if ok {
		out, _ := im.yesOrOut(a, x)
		return out
	}
	how := "hidden by hand or in a closed group"
	if t.sheet.Filtered {
		how = "hidden by a filter"
	}
	q := im.questions.ask(topic{"hidden_rows", im.yearKey(name)}, "rows of the table are "+how+"; the workbook may count them or not", fixCount)
	for i, m := range t.marks {
		if m&hidden != 0 && (t.fates[i] == toCount || t.fates[i] == waiting) {
			q.at(t, t.rows[i], t.sheet.Pos(int(t.rows[i]), 0))
		}
	}
	return waiting
}

// askHiddenColumns asks about columns that are read though nobody sees them.
func (im *Imported) askHiddenColumns(t *extract) {
	for _, c := range slices.Clone(t.columns) {
		if !slices.Contains(t.sheet.HiddenColumns, c.at) {
			continue
		}
		letter := source.CellName(0, c.at)
		p := topic{"hidden_columns", im.yearKey(t.name + "!" + letter)}
		if a, x, ok := im.answer(p, 0); ok {
			if a.Value == "use" {
				continue
			}
			if a.LeaveOut.S != "" && !c.role.dimension() {
				t.columns = slices.DeleteFunc(t.columns, func(other *column) bool { return other == c })
				continue
			}
			im.wrongAnswer(x, "use or leave-out", []string{"use"}, "write use; a dimension of the counts cannot be left out")
			continue
		}
		q := im.questions.ask(p, fmt.Sprintf("column %s, %s, is hidden", letter, the(c.role)), `use, or {leave-out: "why"}`, "use")
		q.places = append(q.places, t.sheet.Pos(0, c.at))
		t.pending = q
	}
}
