package hr

import (
	"strings"

	"assemble/inputs/sheet"
)

// personRow is where a person was met.
type personRow struct {
	t *extract
	i int
}

// decidePersons counts each person once, whose rows may stand in several tables.
// Rows of one person that tell the same are one; where they differ a person says
// which row counts, for all at once.
func (im *Imported) decidePersons() {
	seen := map[string][]personRow{}
	for _, t := range im.extracts {
		c := t.persons()
		if c == nil {
			continue
		}
		for i := range t.rows {
			id := personKey(c.words[c.ids[i]].text)
			if t.fates[i] == toCount && id != "" {
				seen[id] = append(seen[id], personRow{t, i})
			}
		}
	}
	for _, t := range im.extracts { // in the order of the rows, not of the map
		c := t.persons()
		if c == nil {
			continue
		}
		for i := range t.rows {
			id := personKey(c.words[c.ids[i]].text)
			if rows := seen[id]; len(rows) > 1 {
				im.decidePerson(rows)
				delete(seen, id)
			}
		}
	}
}

// personKey makes spellings of a number one: one file keeps 00123 as text, another
// 123 as a number, or 123.0.
func personKey(text string) string {
	text = strings.ToUpper(strings.TrimSpace(text))
	digits := strings.TrimSuffix(text, ".0")
	if strings.Trim(digits, "0123456789") != "" {
		return text
	}
	return strings.TrimLeft(digits, "0")
}

// persons is the column that tells persons apart, or nil. Numbers that count the
// rows of the list from one do not: those of another list are other persons.
func (t *extract) persons() *column {
	c := t.column(personRole)
	if c == nil || t.crossed || t.countsRows(c) {
		return nil
	}
	return c
}

// countsRows reports whether a column counts the rows.
func (t *extract) countsRows(c *column) bool {
	follows, all, last := 0, 0, int64(0)
	for i := range t.rows {
		if t.fates[i] >= firstRule {
			continue
		}
		n, ok := wholeNumber(c.words[c.ids[i]].text)
		if all == 0 && n > 1 {
			return false
		}
		if all++; ok && (n == last+1 || all == 1) {
			follows++
		}
		last = n
	}
	return all > 1 && 20*follows >= 19*all
}

// decidePerson chooses among the rows of one person.
func (im *Imported) decidePerson(rows []personRow) {
	first := rows[0]
	g, _ := im.group(first.t, first.i, first.t.measures()[0])
	alike := true
	for _, r := range rows[1:] {
		other, _ := im.group(r.t, r.i, r.t.measures()[0])
		alike = alike && other == g
	}
	if alike {
		im.keep(rows, 0)
		return
	}
	p := topic{"persons", im.yearKey(first.t.name)}
	if a, x, ok := im.answer(p, len(rows)); ok {
		switch a.Value {
		case "first":
			im.keep(rows, 0)
		case "latest":
			im.keep(rows, im.latest(rows))
		case "highest":
			im.keep(rows, im.highest(rows))
		case "each":
		default:
			im.wrongAnswer(x, "a rule", []string{"first", "latest", "highest", "each"}, "write first, latest (entry), highest (grade) or each")
			im.wait(rows)
		}
		return
	}
	q := im.questions.ask(p, "rows of one person differ in grade, nationality or sex; each person counts once",
		"which row counts: first, latest (entry), highest (grade), or each where the rows are different persons")
	for _, r := range rows {
		q.at(r.t, r.t.rows[r.i], r.t.sheet.Pos(int(r.t.rows[r.i]), 0))
	}
	im.wait(rows)
}

func (im *Imported) wait(rows []personRow) {
	for _, r := range rows {
		r.t.fates[r.i] = waiting
	}
}

// keep leaves out all rows but one.
func (im *Imported) keep(rows []personRow, which int) {
	for i, r := range rows {
		if i != which {
			r.t.fates[r.i] = im.ruling(samePerson)
		}
	}
}

// latest is the row with the latest entry; the first of those.
func (im *Imported) latest(rows []personRow) int {
	best, day := 0, sheet.Day{}
	for i, r := range rows {
		c := r.t.column(entryRole)
		if c == nil {
			continue
		}
		if d, ok := serviceDay(&c.sense[c.ids[r.i]]); ok && d.Compare(day) > 0 {
			best, day = i, d
		}
	}
	return best
}

// highest is the row with the highest grade, by category and scale; the first of
// those. An ungraded post is the lowest.
func (im *Imported) highest(rows []personRow) int {
	best, rank := 0, -1
	for i, r := range rows {
		g, _ := im.group(r.t, r.i, r.t.measures()[0])
		if x := g.rank(); x > rank {
			best, rank = i, x
		}
	}
	return best
}

// rank orders grades across categories.
func (g group) rank() int {
	n := 0
	for _, c := range Categories() {
		for _, grade := range Grades(c) {
			n++
			if c == g.category && grade == g.grade {
				if grade == Ungraded {
					return 0
				}
				return n
			}
		}
	}
	return 0
}

// duals counts the persons of whom two nationalities are known; the first is
// taken.
func (im *Imported) duals() int {
	n := 0
	for _, t := range im.extracts {
		nation, second := t.column(nationalityRole), t.column(secondRole)
		if nation == nil {
			continue
		}
		for i, f := range t.fates {
			if f != toCount {
				continue
			}
			dual := nation.sense[nation.ids[i]].dual
			if second != nil {
				w := &second.words[second.ids[i]]
				dual = dual || !w.blank() && strings.Trim(w.text, " -–—") != ""
			}
			if dual {
				n++
			}
		}
	}
	return n
}
