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
	case repeatedHead, totalRow, noteRow:
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

// controlList holds the totals in a list of persons against the number of rows:
// those since the total before, or all so far. A row of several numbers may sum up
// something else, so only one that agrees is used of it.
func (im *Imported) controlList(t *extract) {
	var since, whole tally
	next := 0
	for i := range t.rows {
		if im.isData(t, i) {
			since.take(t, i, 1)
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
			ours, agrees := since.all, true
			switch {
			case since.is(s.value):
				ours = s.value
			case whole.is(s.value):
				ours = s.value
			default:
				agrees = false
			}
			if agrees || len(numbers) == 1 && s.value <= 10*whole.all+100 { // else it is a number of something else
				im.addControl(t, i, s.col, "the number of persons", s.value, ours, agrees)
				break
			}
		}
		if len(numbers) > 0 {
			since = tally{}
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
	since, whole := map[int]*tally{}, map[int]*tally{}
	for at := range columns {
		since[at], whole[at] = &tally{}, &tally{}
	}
	next := 0
	for i := range t.rows {
		if im.isData(t, i) {
			for at, c := range columns {
				n := c.sense[c.ids[i]].n
				since[at].take(t, i, n)
				whole[at].take(t, i, n)
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
			ours := since[s.col].all
			if since[s.col].is(s.value) || whole[s.col].is(s.value) {
				ours = s.value
			}
			im.addControl(t, i, s.col, "the sum of column "+source.CellName(0, s.col), s.value, ours, s.value == ours)
		}
		for at := range since {
			if found {
				since[at] = &tally{}
			}
		}
	}
}

// controlRows holds the totals at the end of rows against the sums of the rows.
func (im *Imported) controlRows(t *extract) {
	for _, c := range t.columns {
		if c.role == totalRole || t.margin(c) && !t.partial {
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
		if !im.isData(t, i) || t.fates[i] == waiting {
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

// margin reports whether a column of counts is a sum over others: women of all
// grades beside columns of grades.
func (t *extract) margin(c *column) bool {
	return c.role == countRole && c.of.any() && c.of.grade == "" && t.hasGrades()
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
		of := total.of
		if (of.category == "" || of.category == c.of.category) && (of.grade == "" || of.grade == c.of.grade) && (of.sex == "" || of.sex == c.of.sex) {
			part += n
		}
	}
	return part, all
}

// hasGrades reports whether columns of counts are for grades.
func (t *extract) hasGrades() bool {
	for _, c := range t.columns {
		if c.role == countRole && c.of.grade != "" {
			return true
		}
	}
	return false
}
