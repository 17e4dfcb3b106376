package hr

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// Control is a total that a workbook states, against ours.
type Control struct {
	Place  string `json:"place"`
	What   string `json:"what"`
	Theirs int64  `json:"theirs"`
	Ours   int64  `json:"ours"`
	Agrees bool   `json:"agrees"`

	at source.Pos
}

// comparedRow is the rule for rows of tables that are held against the result.
const comparedRow = "compared with the counts, not added"

// control holds what the workbooks state of their own sums against ours.
func (im *Imported) control() {
	for _, t := range im.extracts {
		n := len(im.controls)
		if t.isList() {
			im.controlList(t)
		} else {
			im.controlColumns(t)
			im.controlRows(t)
			im.controlGroups(t)
		}
		im.askControls(t, im.controls[n:])
	}
	for _, t := range im.compared {
		switch {
		case t.partial && !t.crossed: // a list without a column, which was said
		case t.partial && !im.countedAny():
			im.alone(t)
		default:
			im.compare(t)
		}
		for i, f := range t.fates {
			if f == toCount {
				t.fates[i] = im.ruling(comparedRow)
			}
		}
	}
	im.askTwins()
}

func (im *Imported) countedAny() bool {
	return slices.ContainsFunc(im.extracts, func(t *extract) bool { return t.counted })
}

// alone says that a table that lacks a dimension makes no headcounts.
func (im *Imported) alone(t *extract) {
	var names []string
	for _, r := range t.missing() {
		names = append(names, r.String())
	}
	im.Report.Error("hr-partial", source.At(t.sheet.Pos(0, 0)), "a table of counts without "+strings.Join(names, " and ")+" cannot be counted alone",
		"import the list of persons with it, or a table with women and men under each grade")
}

// askControls asks about totals of a table that are not ours.
func (im *Imported) askControls(t *extract, controls []Control) {
	controls = slices.DeleteFunc(slices.Clone(controls), func(c Control) bool { return c.Agrees })
	if len(controls) == 0 {
		return
	}
	p := topic{"totals", im.yearKey(t.name)}
	if a, x, ok := im.answer(p, 0); ok {
		_, _ = im.yesOrOut(a, x)
		return
	}
	c := controls[0]
	what := fmt.Sprintf("%s states %d as %s, where its rows make %d", t.name, c.Theirs, c.What, c.Ours)
	switch n := len(controls) - 1; {
	case n == 1:
		what += ", and 1 total more that differs"
	case n > 1:
		what += fmt.Sprintf(", and %d totals more that differ", n)
	}
	q := im.questions.ask(p, what, "count if the rows are right and the total is not; else correct the workbook and import again", "count")
	for _, c := range controls[:min(len(controls), maxPlaces)] {
		q.places = append(q.places, c.at)
	}
}

// isData reports whether a row is one of persons, whatever becomes of it.
func (im *Imported) isData(t *extract, i int) bool {
	f := t.fates[i]
	if f < firstRule {
		return true
	}
	switch im.rules[f-firstRule].name {
	case repeatedHead, totalRow, noteRow, groupRow:
		return false
	}
	return true
}

// tally adds up persons in several ways, because a total may stand for
// any of them.
type tally struct{ all, visible, counted int64 }

func (c *tally) take(t *extract, i int, n int64) {
	c.all += n
	if t.marks[i]&hidden == 0 {
		c.visible += n
	}
	if t.fates[i] == toCount {
		c.counted += n
	}
}

func (c tally) is(n int64) bool { return n == c.all || n == c.visible || n == c.counted }

// running is a tally with those of the rows of totals so far, behind each of which
// a group may begin.
type running struct {
	tally
	marks []tally
}

// maxGroups bounds how many groups back a total is held against.
const maxGroups = 500

// sum returns what the rows of a total make that states n: those since the last
// total or, if they make n, since one before it, or all. Totals of groups stand
// inside those of larger groups.
func (c *running) sum(n int64) int64 {
	var since int64
	for i := len(c.marks); i >= 0 && len(c.marks)-i < maxGroups; i-- {
		var from tally
		if i > 0 {
			from = c.marks[i-1]
		}
		part := tally{c.all - from.all, c.visible - from.visible, c.counted - from.counted}
		if part.is(n) {
			return n
		}
		if i == len(c.marks) {
			since = part.all
		}
	}
	if c.is(n) {
		return n
	}
	return since
}

// mark notes that a row of totals stands here.
func (c *running) mark() { c.marks = append(c.marks, c.tally) }

// controlList holds the totals in a list of persons against the number of rows. A
// row of several numbers may sum up something else, so only one that agrees is used
// of it.
func (im *Imported) controlList(t *extract) {
	var whole running
	next := 0
	for i := range t.rows {
		if im.isData(t, i) {
			whole.take(t, i, 1)
			continue
		}
		var numbers []sum
		for ; next < len(t.sums) && t.sums[next].row <= i; next++ {
			if t.sums[next].row == i {
				numbers = append(numbers, t.sums[next])
			}
		}
		for _, s := range numbers {
			ours := whole.sum(s.value)
			agrees := ours == s.value
			if agrees || len(numbers) == 1 && s.value <= 10*whole.all+100 { // else it is a number of something else
				im.addControl(t, i, s.col, "the number of persons", s.value, ours, agrees)
				break
			}
		}
		if len(numbers) > 0 {
			whole.mark()
		}
	}
}

func (im *Imported) addControl(t *extract, i, col int, what string, theirs, ours int64, agrees bool) {
	at := t.sheet.Pos(int(t.rows[i]), col)
	im.controls = append(im.controls, Control{
		Place: t.name + "!" + source.CellName(int(at.A), int(at.B)), What: what, Theirs: theirs, Ours: ours, Agrees: agrees, at: at,
	})
}

// controlColumns holds rows of totals against the sums of the columns above them.
func (im *Imported) controlColumns(t *extract) {
	columns := map[int]*column{}
	for _, c := range t.columns {
		if c.role == countRole || c.role == totalRole {
			columns[c.at] = c
		}
	}
	sums := map[int]*running{}
	for at := range columns {
		sums[at] = &running{}
	}
	next := 0
	for i := range t.rows {
		if im.isData(t, i) {
			for at, c := range columns {
				sums[at].take(t, i, c.sense[c.ids[i]].n)
			}
			continue
		}
		found := false
		for ; next < len(t.sums) && t.sums[next].row <= i; next++ {
			s := t.sums[next]
			if s.row != i || columns[s.col] == nil {
				continue
			}
			found = true
			ours := sums[s.col].sum(s.value)
			im.addControl(t, i, s.col, "the sum of column "+source.CellName(0, s.col), s.value, ours, s.value == ours)
		}
		for at := range sums {
			if found {
				sums[at].mark()
			}
		}
	}
}

// controlRows holds the totals at the end of rows against the sums of the rows.
func (im *Imported) controlRows(t *extract) {
	for _, c := range t.columns {
		if c.role == totalRole && !c.of.other || t.margin(c) && !t.partial {
			im.controlColumn(t, c)
		}
	}
}

// controlColumn holds one column of totals against the rows: each that is wrong,
// or all of them together.
func (im *Imported) controlColumn(t *extract, c *column) {
	var sum int64
	bad := 0
	for i := range t.rows {
		if !im.isData(t, i) || t.fates[i] == waiting || !c.states(i) {
			continue
		}
		n := c.sense[c.ids[i]].n
		sum += n
		part, all := t.rowSum(i, c)
		if n == part || n == all {
			continue
		}
		if bad++; bad <= maxPlaces {
			im.addControl(t, i, c.at, "the total of a row", n, part, false)
		}
	}
	if bad == 0 && sum > 0 {
		im.controls = append(im.controls, Control{
			Place: t.name + "!" + source.CellName(0, c.at), What: "the totals of rows", Theirs: sum, Ours: sum, Agrees: true, at: t.sheet.Pos(0, c.at),
		})
	}
}

// states reports whether a cell of a column of numbers holds one.
func (c *column) states(i int) bool { return c.sense[c.ids[i]].known && !c.words[c.ids[i]].blank() }

// margin reports whether a column of counts is a sum over others: women of all
// grades beside columns of grades.
func (t *extract) margin(c *column) bool {
	if c.role != countRole || !c.of.any() || c.of.other {
		return false
	}
	return c.of.grade == "" && t.anyCount(func(d dims) bool { return d.grade != "" }) || c.of.nation == "" && t.anyCount(func(d dims) bool { return d.nation != "" })
}

// rowSum adds up the columns of a row that a total can stand for: those of its
// category, grade and sex, and all.
func (t *extract) rowSum(i int, total *column) (part, all int64) {
	for _, c := range t.columns {
		if c.role != countRole || c == total || t.crossed && !c.of.any() || t.margin(c) {
			continue
		}
		n := c.sense[c.ids[i]].n
		all += n
		of := c.of
		if own, scaled := CategoryOf(of.grade); scaled {
			of.category = own
		}
		if total.of.covers(of) {
			part += n
		}
	}
	return part, all
}

// anyCount reports whether the head of some column of counts is such.
func (t *extract) anyCount(is func(dims) bool) bool {
	return slices.ContainsFunc(t.columns, func(c *column) bool { return c.role == countRole && is(c.of) })
}
