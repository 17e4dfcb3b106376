package hr

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/world"
)

// emptyKey stands for a cell without a value in decisions and messages.
const emptyKey = "(blank)"

// interpret gives the values of all columns of an extract their meaning.
func (im *Imported) interpret(t *extract) {
	im.choose(t)
	t.fillDown()
	im.reportTooMany(t)
	im.markSlipped(t)
	for _, c := range t.columns {
		c.sense = make([]sense, len(c.words))
		c.markHeads(t, im.lexicon)
		switch c.role {
		case gradeRole:
			im.interpretWith(t, c, readGrade, suggestGrade)
		case nationalityRole:
			im.interpretNationality(t, c)
		case categoryRole:
			im.interpretWith(t, c, readCategory, suggestCategory)
		case sexRole:
			im.interpretSex(t, c)
		case statusRole, contractRole:
			im.interpretStanding(t, c)
		case entryRole, separationRole:
			im.interpretDates(t, c)
		case countRole, totalRole:
			im.interpretCounts(t, c)
		case yearRole:
			interpretYears(c)
		}
	}
	im.spanHeads(t)
}

// reportTooMany says that a table holds more different values than staff has.
func (im *Imported) reportTooMany(t *extract) {
	if t.values > maxValues {
		im.Report.Error("hr-values", source.At(t.sheet.Pos(0, 0)), fmt.Sprintf("the columns that are read hold more than %d different values; this is no table of staff", maxValues),
			"check that it is the right file, and that its heads stand above the right columns")
	}
}

// choose keeps one column of each dimension: of several with heads as good the
// one that holds more that is known, the first of those. A column whose head is
// weak must hold known values.
func (im *Imported) choose(t *extract) {
	beside := t.beside()
	for _, r := range []role{nationalityRole, gradeRole, sexRole, categoryRole} {
		var best *column
		most := -1.0
		for _, c := range t.columns {
			if c.role != r || c.of.any() {
				continue
			}
			share := im.knownShare(c)
			if c.score == 1 && share < 0.8 || r == categoryRole && c.score < decided && share == 0 {
				continue // the groups of employees of some systems are no categories
			}
			if share > most {
				best, most = c, share
			}
		}
		t.columns = slices.DeleteFunc(t.columns, func(c *column) bool {
			rival := c.role == r && !c.of.any() && c != best
			if rival && best != nil {
				t.unused = append(t.unused, unused{c, the(c.role) + " is in another column"})
			} else if rival && r == categoryRole {
				t.unused = append(t.unused, unused{c, "it holds no category"})
			}
			return rival
		})
		if best != nil && best.score == 1 && r == nationalityRole && !t.crossed {
			im.confirm(t, best)
		}
	}
	im.chooseCounts(t)
	im.askStrays(t)
	im.askBeside(t, beside)
}

// confirm asks whether the countries of a list are nationalities: they may as well
// be those where people work.
func (im *Imported) confirm(t *extract, c *column) {
	letter := source.CellName(0, c.at)
	im.pend(t, c, fmt.Sprintf("column %s, %s, holds countries, which may be nationalities or not", letter, c.head), "nationality if that is what they are; else ignore", "nationality")
}

// pend asks what a column is for; the whole table waits.
func (im *Imported) pend(t *extract, c *column, what, fix string, suggest ...string) {
	q := im.questions.ask(topic{"columns", t.name, source.CellName(0, c.at)}, what, fix, suggest...)
	q.places = append(q.places, t.sheet.Pos(0, c.at))
	t.pending = q
}

// knownShare is the share of the rows of a column whose value is known for its
// role; of nothing it is none.
func (im *Imported) knownShare(c *column) float64 {
	yes, all := 0, 0
	for i := range c.words {
		w := &c.words[i]
		if w.blank() || c.sense != nil && c.sense[i].headWord || isTotal(w.text) {
			continue
		}
		all += w.n
		if im.knows(c.role, w.text) {
			yes += w.n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(yes) / float64(all)
}

// knows reports whether a value can be one of a role, without deciding what it is.
func (im *Imported) knows(r role, text string) bool {
	switch r {
	case gradeRole:
		_, ok := parseGrade(text)
		return ok
	case nationalityRole:
		_, _, ok := im.nationality(text)
		return ok || im.World.Meaning(nationText(text)).Doubt != world.NotKnown
	case categoryRole:
		return readCategory(text).known
	case sexRole:
		key := fold(text)
		_, ok := sexWord(key)
		return ok || slices.Contains(sexKeys, key)
	}
	return true
}

// markHeads marks values that are heads of columns: heads that are repeated on
// each page of a print.
func (c *column) markHeads(t *extract, l *lexicon) {
	var own []string
	for i := range t.head {
		if c.at <= len(t.head[i].cells) {
			own = append(own, fold(t.head[i].cells[c.at-1].Text))
		}
	}
	for i := range c.words {
		if c.words[i].kind != sheet.Text {
			continue
		}
		key := fold(c.words[i].text)
		m := l.heads[key]
		c.sense[i].headWord = key != "" && (slices.Contains(own, key) || m.score == 3 && m.role == c.role)
		c.sense[i].otherHead = m.score == 3 && m.role.dimension() && m.role != c.role
	}
}

// reader reads a value as one of a role. A suggester says what may be meant by one
// that cannot be read; it may take its time, because few values are asked about.
type (
	reader    func(text string) sense
	suggester func(t *extract, text string) []string
)

func readGrade(text string) sense {
	grade, ok := parseGrade(text)
	return sense{known: ok, grade: grade}
}

// suggestGrade does without the nearest grade: they are too short for that to be
// likely.
func suggestGrade(t *extract, text string) []string { return suggestGrades(text, t.category) }

func allGrades() []string {
	var out []string
	for _, c := range Categories() {
		out = append(out, Grades(c)...)
	}
	return out
}

func readCategory(text string) sense {
	c, ok := categoryWords()[fold(text)]
	return sense{known: ok, category: c}
}

func suggestCategory(_ *extract, text string) []string {
	if c := titled(text, titleWords()); c != "" {
		return []string{string(c)}
	}
	return nil
}

// interpretWith interprets a column value by value.
func (im *Imported) interpretWith(t *extract, c *column, read reader, suggest suggester) {
	name := c.role.String()
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		switch {
		case s.headWord:
		case im.unreadable(t, c, w, s):
		case im.decide(topic{name, w.key()}, w.n, s, c.role):
		case !w.blank():
			other := s.otherHead
			*s = read(w.text)
			s.otherHead = other && !s.known
		}
	}
	c.mute = c.tooManyUnknown()
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.known || s.headWord || s.wrong || s.out != toCount || c.blankCategory(w) {
			continue
		}
		s.ask = im.askValue(t, c, w, topic{name, w.key()}, suggest)
	}
}

// blankCategory reports whether an empty cell is no fault: a category also
// follows from the grade.
func (c *column) blankCategory(w *word) bool { return c.role == categoryRole && w.blank() }

// key is the value as decisions name it.
func (w *word) key() string {
	if w.blank() {
		return emptyKey
	}
	return strings.Join(strings.Fields(w.text), " ")
}

// unreadable marks error values, formulas without their value, and what stands in
// another column than it should.
func (im *Imported) unreadable(t *extract, c *column, w *word, s *sense) bool {
	switch {
	case w.slipped:
		s.ask = im.slipped(t)
	case w.unknown:
		s.ask = im.questions.repair(t, c, "formula", "hold a formula whose value is not stored", "open the workbook in Excel or LibreOffice, let it calculate, save it and import again")
	case w.kind == sheet.Error:
		s.ask = im.questions.repair(t, c, "error", "hold an error value such as "+w.text, "correct the formulas in the workbook, and import again")
	default:
		return false
	}
	s.wrong = true
	return true
}

// repair is a question whose answer is to correct the workbook.
func (q *questions) repair(t *extract, c *column, kind, what, fix string) *question {
	x := q.ask(topic{"cell", t.name, source.CellName(0, c.at), kind}, fmt.Sprintf("cells of the %s %s", c.role, what), fix)
	x.repair = true
	return x
}

// decide applies a decision on a value. It reports whether there is one.
func (im *Imported) decide(p topic, rows int, s *sense, r role) bool {
	a, x, ok := im.answer(p, rows)
	if !ok {
		return false
	}
	if a.LeaveOut.S != "" {
		s.out = im.leftOut(a.LeaveOut.S)
		return true
	}
	d, names, what := im.readAnswer(a.Value, r)
	if !d.known {
		im.wrongAnswer(x, what, names, "write "+r.wants())
		s.ask = &question{wrong: true, where: map[*extract]*rowSet{}}
		s.wrong = true
		return true
	}
	*s = d
	return true
}

// readAnswer reads the answer to a question on a value of a role.
func (im *Imported) readAnswer(value string, r role) (s sense, names []string, what string) {
	switch r {
	case gradeRole:
		s = readGrade(value)
		return s, allGrades(), "a grade"
	case nationalityRole:
		s = im.readNationality(value)
		return s, append(im.World.Codes(), Other), "a nationality"
	case categoryRole:
		s = readCategory(value)
		return s, []string{string(GeneralService), string(NationalOfficer), string(Professional)}, "a category"
	case sexRole:
		sex, ok := sexOf(strings.ToUpper(value))
		return sense{known: ok, sex: sex}, []string{"F", "M", "X", "U"}, "a sex"
	}
	return sense{known: value == "count"}, []string{"count"}, "count or leave-out"
}

// maxUnknown bounds the different values of a column that are asked about: no house
// has so many grades or statuses of its own.
const maxUnknown = 300

// tooManyUnknown reports whether over a fifth of the cells of a column that hold
// something are unknown: it may be another column, and its cells are not to be
// shown. Letters and numbers that are used for sexes, and what has the form of a
// grade of another house, are known as such, even where they must be asked about.
func (c *column) tooManyUnknown() bool {
	unknown, all, different := 0, 0, 0
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if w.blank() || s.headWord || s.otherHead || isTotal(w.text) {
			continue
		}
		all += w.n
		if !s.known && s.out == toCount && !s.wrong && !c.hasForm(w.text) {
			unknown += w.n
			different++
		}
	}
	return 5*unknown > all || different > maxUnknown
}

// hasForm reports whether an unknown value has the form of one of its column.
func (c *column) hasForm(text string) bool {
	switch c.role {
	case sexRole:
		return slices.Contains(sexKeys, fold(text))
	case gradeRole:
		return foreignGrade.MatchString(gradeKey(text))
	}
	return false
}

// askValue asks what a value means, if it may be shown; if not, what the column
// holds.
func (im *Imported) askValue(t *extract, c *column, w *word, p topic, suggest suggester) *question {
	fix := c.role.wants()
	switch {
	case w.blank():
		return im.questions.ask(p, fmt.Sprintf("%s is empty; the workbook may not be finished", the(c.role)), fix, blankSuggestion(c.role)...)
	case c.mute:
		return im.askColumn(t, c)
	case !showable(w.text):
		return im.unfit(t, c)
	}
	what := fmt.Sprintf("%q is no %s that is known", w.key(), c.role)
	if c.role == nationalityRole && im.World.Meaning(nationText(w.text)).Doubt != world.NotKnown {
		what = fmt.Sprintf("%q does not tell which nationality is meant", w.key())
	}
	if suggest == nil {
		return im.questions.ask(p, what, fix)
	}
	return im.questions.ask(p, what, fix, suggest(t, w.text)...)
}

// unfit asks to correct cells that are not to be shown.
func (im *Imported) unfit(t *extract, c *column) *question {
	fix := "correct them in the workbook, and import again"
	if c.role == statusRole || c.role == contractRole {
		fix = "say in edition.yaml, hr: rules, which of them count, or " + fix
	}
	return im.questions.repair(t, c, "unfit", "hold what is no "+c.role.String(), fix)
}

func the(r role) string { return "the " + r.String() }

func blankSuggestion(r role) []string {
	switch r {
	case nationalityRole:
		return []string{Other}
	case gradeRole:
		return []string{Ungraded}
	}
	return nil
}

// askColumn asks what a column holds that does not hold what its head says.
func (im *Imported) askColumn(t *extract, c *column) *question {
	if c.score == decided { // asking again would lead nowhere
		return im.unfit(t, c)
	}
	letter := source.CellName(0, c.at)
	what := fmt.Sprintf("column %s was taken for %s %s, but over a fifth of its cells, or over 300 different values, are something else", letter, the(c.role), c.how)
	fix := "what the column is for: " + strings.Join(roleNames()[1:], ", ")
	if c.role == statusRole || c.role == contractRole {
		fix = "ignore if the column has no part in who counts; else say in edition.yaml, hr: rules, which of its values count, which are not shown here"
	}
	return im.questions.ask(topic{"columns", t.name, letter}, what, fix)
}

// personal are texts that no category, grade, nationality, sex or status is:
// addresses, numbers of persons, dates.
var personal = regexp.MustCompile(`@|[0-9]{4}|[0-9][./-][0-9]+[./-][0-9]|https?:`)

// showable reports whether an unknown value may stand in a message. Personal
// data that slipped into the column must not, nor what is a note and no value.
func showable(text string) bool { return len([]rune(text)) <= maxHead && !personal.MatchString(text) }
