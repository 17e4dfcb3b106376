package hr

import (
	"cmp"
	"fmt"
	"strings"

	"assemble/inputs/decide"
)

// Rules of who counts on the cut-off date, in the order in which they are asked.
const (
	otherYearRule = "row of another year"
	notYetRule    = "not yet in service on the cut-off date"
	separatedRule = "separated before the cut-off date"
	samePerson    = "further row of a person who is counted"
)

// decideRows decides for each row whether it counts. A row that waits for one
// answer still raises its other questions, so that all are asked at once.
func (im *Imported) decideRows(t *extract) {
	im.askHiddenColumns(t)
	unseen := im.askHidden(t)
	for i := range t.rows {
		if t.fates[i] != toCount {
			continue
		}
		f := toCount
		if t.marks[i]&hidden != 0 {
			f = unseen
		}
		if f == toCount || f == waiting {
			f = worse(f, im.inService(t, i))
		}
		if f == toCount || f == waiting {
			f = worse(f, im.dimensions(t, i))
		}
		if t.pending != nil && f == toCount {
			f = waiting
		}
		t.fates[i] = f
	}
}

// worse joins two fates: a rule that leaves out decides, else a question waits.
func worse(a, b fate) fate {
	if b >= firstRule || a == toCount {
		return b
	}
	return a
}

// inService asks the rules of who counts.
func (im *Imported) inService(t *extract, i int) fate {
	f := toCount
	for _, c := range t.columns {
		s := &c.sense[c.ids[i]]
		switch c.role {
		case yearRole:
			if s.known && s.n != int64(im.Year) {
				return im.ruling(otherYearRule)
			}
			continue
		case entryRole, separationRole:
			if d, ok := serviceDay(s); ok {
				if c.role == entryRole && compareDay(d, im.AsOf) > 0 {
					return im.ruling(notYetRule)
				}
				if c.role == separationRole && compareDay(d, im.AsOf) < 0 {
					return im.ruling(separatedRule)
				}
			}
		case statusRole, contractRole:
			if s.out != toCount {
				return s.out
			}
		default:
			continue
		}
		if s.ask != nil {
			s.ask.at(t, t.rows[i], t.pos(i, c))
			f = waiting
		}
	}
	return f
}

// dimensions asks what a row is broken down by.
func (im *Imported) dimensions(t *extract, i int) fate {
	f := toCount
	if t.nobody(i) {
		return im.ruling(nobodyRow)
	}
	for _, c := range t.columns {
		s := &c.sense[c.ids[i]]
		if !c.role.dimension() && c.role != countRole || c.of.any() && t.partial {
			continue
		}
		if s.out != toCount {
			return s.out
		}
		if s.ask != nil {
			s.ask.at(t, t.rows[i], t.pos(i, c))
			f = waiting
		}
	}
	if t.partial || f == waiting {
		return worse(f, partialFate(t))
	}
	return im.persons(t, i)
}

// partialFate is the fate of rows of a table that lacks a dimension: a list waits
// for its column, a cross-tabulation is only compared.
func partialFate(t *extract) fate {
	if t.crossed {
		return toCount
	}
	return waiting
}

// persons adds up the persons of a row, and asks whether grades fit categories.
func (im *Imported) persons(t *extract, i int) fate {
	t.counts[i] = 0
	f := toCount
	for _, c := range t.measures() {
		n := int64(1)
		if c != nil {
			n = c.sense[c.ids[i]].n
		}
		if n == 0 {
			continue
		}
		t.counts[i] += n
		if c != nil && len(c.span.asks) > 0 {
			for _, q := range c.span.asks {
				q.at(t, t.rows[i], t.pos(i, c))
			}
			f = waiting
			continue
		}
		_, s := im.group(t, i, c)
		if s.out != toCount {
			return s.out
		}
		if s.ask != nil {
			s.ask.at(t, t.rows[i], t.gradePos(i, c))
			f = waiting
		} else if s.wrong {
			f = waiting
		}
	}
	if t.counts[i] == 0 && f == toCount {
		return im.ruling(nobodyRow)
	}
	return f
}

// nobody reports whether a row of a table of counts has none, so that nothing needs
// to be known of it.
func (t *extract) nobody(i int) bool {
	counts := false
	for _, c := range t.columns {
		if c.role != countRole {
			continue
		}
		if s := &c.sense[c.ids[i]]; !s.known || s.n > 0 {
			return false
		}
		counts = true
	}
	return counts
}

// measures are the columns of counts; the one nil column of a list counts one
// person in each row.
func (t *extract) measures() []*column {
	if t.taken == nil {
		for _, c := range t.columns {
			if c.role == countRole && c.of.any() == t.crossed && !t.margin(c) {
				t.taken = append(t.taken, c)
			}
		}
		if len(t.taken) == 0 {
			t.taken = []*column{nil}
		}
	}
	return t.taken
}

// group is what the persons of a row, in a column of counts, are counted under.
func (im *Imported) group(t *extract, i int, measure *column) (group, sense) {
	var g group
	category := t.category
	for _, c := range t.columns {
		s := &c.sense[c.ids[i]]
		switch c.role {
		case nationalityRole:
			g.nationality = s.nation
		case gradeRole:
			g.grade = s.grade
		case sexRole:
			g.sex = s.sex
		case categoryRole:
			if s.known {
				category = s.category
			}
		}
	}
	if measure != nil && measure.of.any() {
		span := &measure.span
		g.grade, g.nationality = orElse(span.grade, g.grade), orElse(span.nationality, g.nationality)
		g.sex = cmp.Or(span.sex, g.sex)
		category = cmp.Or(span.category, category)
	}
	s := im.fit(misfit{category, g.grade})
	g.category = s.category
	if s.grade != "" {
		g.grade = s.grade
	}
	return g, s
}

// misfit is a category with a grade, which may not belong to it.
type misfit struct {
	category Category
	grade    string
}

func (m misfit) String() string { return strings.TrimSpace(string(m.category) + " " + m.grade) }

// fit decides the category of a grade: that of its scale, which must be the one
// that is written; of an ungraded post the one that is written.
func (im *Imported) fit(m misfit) sense {
	if s, ok := im.misfits[m]; ok {
		return s
	}
	s := im.decideFit(m)
	im.misfits[m] = s
	return s
}

func (im *Imported) decideFit(m misfit) sense {
	own, scaled := CategoryOf(m.grade)
	switch {
	case scaled && (m.category == "" || m.category == own):
		return sense{known: true, category: own}
	case m.grade == Ungraded && m.category != "", m.grade == "": // a table without grades is compared only
		return sense{known: true, category: m.category}
	}
	p := topic{"misfit", m.String()}
	fix := `the category or the grade that is right, or {leave-out: "why"}`
	if a, x, ok := im.answer(p, 0); ok {
		return im.readFit(m, a, x)
	}
	if m.grade == Ungraded {
		return sense{ask: im.questions.ask(p, "ungraded staff has no category in this table", fix)}
	}
	return sense{ask: im.questions.ask(p, fmt.Sprintf("%s is a grade of %s, but the table says %s", m.grade, own, m.category), fix, string(own))}
}

// readFit reads the answer to a misfit: a category or a grade.
func (im *Imported) readFit(m misfit, a decide.Answer, x decide.Decision) sense {
	if a.LeaveOut.S != "" {
		return sense{out: im.leftOut(a.LeaveOut.S)}
	}
	if s := readCategory(a.Value); s.known {
		if own, scaled := CategoryOf(m.grade); !scaled || own == s.category {
			return sense{known: true, category: s.category}
		}
	}
	if grade, ok := parseGrade(a.Value); ok {
		if own, scaled := CategoryOf(grade); scaled {
			return sense{known: true, category: own, grade: grade}
		}
		if m.category != "" {
			return sense{known: true, category: m.category, grade: grade}
		}
	}
	im.wrongAnswer(x, "a category that has this grade, nor another grade", allGrades(), "write a category, or the grade that is right")
	return sense{wrong: true}
}
