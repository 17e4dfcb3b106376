package hr

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// interpretCounts reads a column of numbers of persons.
func (im *Imported) interpretCounts(t *extract, c *column) {
	groups, unsure := false, false
	for i := range c.words {
		if w := &c.words[i]; w.kind == sheet.Text {
			if x, ambiguous, ok := sheet.ParseNumber(w.text); ok && ambiguous {
				unsure = true
			} else if ok && x.IsInt() && x.Num().BitLen() > 10 {
				groups = groups || len(strings.TrimFunc(w.text, func(r rune) bool { return r >= '0' && r <= '9' })) > 0
			}
		}
	}
	thousands := groups
	if a, x, ok := im.answer(topic{"numbers", t.name}, 0); ok && unsure {
		if a.Value != "thousands" && a.Value != "decimals" {
			im.wrongAnswer(x, "thousands or decimals", []string{"thousands", "decimals"}, "write thousands if 1.467 is 1467 persons")
		}
		thousands = a.Value == "thousands"
	}
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.headWord || im.unreadable(t, c, w, s) {
			continue
		}
		im.readCount(t, c, w, s, thousands)
	}
}

// chooseCounts keeps a column of counts with a weak head only if it can hold
// numbers of persons: "Nombre" is a name in Spanish, and "Number" is as often that
// of the row.
func (im *Imported) chooseCounts(t *extract) {
	c := t.column(countRole)
	if c == nil || c.score > 1 || t.crossed {
		return
	}
	vague := slices.Contains([]string{"number", "nombre", "numero"}, fold(c.head))
	why := ""
	switch {
	case !c.holdsNumbers():
		why = "it holds no numbers"
	case vague && (t.named || t.column(personRole) != nil):
		why = "it is a number of each person"
	case vague && c.numbersRows():
		why = "it numbers the rows"
	}
	if why != "" {
		t.columns = slices.DeleteFunc(t.columns, func(other *column) bool { return other == c })
		t.unused = append(t.unused, unused{c, why})
	} else if vague {
		letter := source.CellName(0, c.at)
		im.pend(t, c, fmt.Sprintf("column %s, %s, may say how many persons each row stands for, or be a number of the row", letter, c.head), "headcount if each row is so many persons; else ignore")
	}
}

// askStrays asks about columns of numbers that stand among those of grades,
// nationalities or sexes, and whose heads name none: their persons must not get lost.
func (im *Imported) askStrays(t *extract) {
	t.columns = slices.DeleteFunc(t.columns, func(c *column) bool { return c.role == countRole && c.of.other && !c.holdsCounts() })
	for _, c := range t.columns {
		if c.role == countRole && c.of.other {
			letter := source.CellName(0, c.at)
			im.pend(t, c, fmt.Sprintf("column %s stands among the columns of counts and holds whole numbers, but its head is not known", letter),
				"ignore if they are no persons to be counted; else write the grade, nationality or sex into its head, and import again", "ignore")
		}
	}
}

// holdsCounts reports whether most cells that hold something are whole numbers, and
// one of them is not nought.
func (c *column) holdsCounts() bool {
	yes, all, some := 0, 0, false
	for i := range c.words {
		w := &c.words[i]
		if w.blank() {
			continue
		}
		all += w.n
		if n, ok := wholeNumber(w.text); ok && w.kind != sheet.Date {
			yes += w.n
			some = some || n > 0
		}
	}
	return some && 5*yes >= 4*all
}

// holdsNumbers reports whether most cells that hold something are numbers.
func (c *column) holdsNumbers() bool {
	yes, all := 0, 0
	for i := range c.words {
		w := &c.words[i]
		if w.blank() || isTotal(w.text) {
			continue
		}
		all += w.n
		if _, _, ok := sheet.ParseNumber(w.text); ok || w.kind == sheet.Number || w.unknown || w.kind == sheet.Error {
			yes += w.n
		}
	}
	return 5*yes >= 4*all
}

// numbersRows reports whether nearly every number is one more than that above it.
func (c *column) numbersRows() bool {
	follows, all, last := 0, 0, int64(0)
	for _, id := range c.ids {
		n, ok := wholeNumber(c.words[id].text)
		if !ok {
			continue
		}
		if all++; all > 1 && n == last+1 {
			follows++
		}
		last = n
	}
	return all > 2 && 20*follows >= 19*(all-1)
}

// readCount reads one number of persons. An empty cell is none; so is a stroke.
func (im *Imported) readCount(t *extract, c *column, w *word, s *sense, thousands bool) {
	cell := sheet.Cell{Kind: w.kind, Text: w.text}
	text := strings.TrimSpace(w.text)
	if w.blank() || text == "-" || text == "–" || text == "—" || text == "." || text == ".." {
		s.known = true
		return
	}
	n, ok := cell.Int()
	if !ok && w.kind == sheet.Text {
		x, ambiguous, parsed := sheet.ParseNumber(w.text)
		if parsed && ambiguous && !thousands {
			s.ask = im.questions.ask(topic{"numbers", t.name}, fmt.Sprintf("numbers of the column %s such as %s can be read in two ways", source.CellName(0, c.at), numberShape(text)),
				"thousands if the mark parts thousands, decimals if it stands before decimals", "thousands")
			return
		}
		if parsed && x.IsInt() && x.Num().IsInt64() {
			n, ok = x.Num().Int64(), true
		}
	}
	if !ok || n < 0 || n > MaxHeadcount {
		s.ask = im.questions.repair(t, c, "count", "hold no whole number of persons", "correct them in the workbook, and import again")
		s.wrong = true
		return
	}
	s.known, s.n = true, n
}

// numberShape is the form of a number without its digits.
func numberShape(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, text)
}

// interpretYears reads a column of years.
func interpretYears(c *column) {
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if years := yearsIn(w.text); len(years) == 1 {
			s.known, s.n = true, int64(years[0])
		}
	}
}
