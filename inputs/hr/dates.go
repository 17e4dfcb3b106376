package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"assemble/inputs/sheet"
	"assemble/inputs/strict"
)

// noDate is the year from which on dates are dates: HR systems write 1900-01-01
// for none. An end that is open, 9999-12-31, needs no care.
const noDate = 1901

// interpretDates reads a column of dates. The order of day and month is that
// which some of its dates prove; where none does and it matters, it is asked.
func (im *Imported) interpretDates(t *extract, c *column) {
	orders := map[sheet.Order]*word{}
	unsure := false
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.headWord || im.unreadable(t, c, w, s) {
			continue
		}
		r, ok := readDate(w, t.book.Date1904)
		if !ok {
			s.known = w.blank() || saysNoDate(w.text)
			continue
		}
		s.known, s.day, s.other = true, r.Day, r.Other
		if r.Order != sheet.NoOrder && orders[r.Order] == nil {
			orders[r.Order] = w
		}
		unsure = unsure || r.Ambiguous() && im.matters(r)
	}
	im.orderDates(t, c, orders, unsure)
	c.mute = c.tooManyUnknown()
	for i := range c.words {
		s := &c.sense[i]
		if s.known || s.headWord || s.wrong || s.ask != nil {
			continue
		}
		if c.mute {
			s.ask = im.askColumn(t, c)
		} else {
			s.ask = im.questions.repair(t, c, "date", "hold no date that exists", "correct them in the workbook, and import again")
		}
	}
}

// readDate reads the date of a cell: a date, a serial number without its format,
// or text.
func readDate(w *word, system1904 bool) (sheet.Reading, bool) {
	switch w.kind {
	case sheet.Date:
		return sheet.Reading{Day: w.day}, true
	case sheet.Number:
		if d, ok := serialDay(w.text, system1904); ok {
			return sheet.Reading{Day: d}, ok
		}
		return sheet.ParseDate(w.text) // 20171231
	case sheet.Text:
		if r, ok := sheet.ParseDate(w.text); ok {
			return r, true
		}
		d, ok := serialDay(strings.TrimSpace(w.text), system1904) // a text saved without formats
		return sheet.Reading{Day: d}, ok
	}
	return sheet.Reading{}, false
}

// saysNoDate reports whether a text stands where there is no date: a stroke, words,
// or noughts, as SAP exports them.
func saysNoDate(text string) bool {
	if strings.Trim(text, "0-./: –—\u00a0") == "" {
		return true
	}
	return slices.Contains([]string{
		"n a", "na", "none", "null", "nil", "open", "open ended", "indefinite", "undetermined", "not applicable", "no date",
		"neant", "sans objet", "s o", "indetermine", "indeterminee", "aucune", "n d", "nd", "ninguna", "ninguno", "indefinido", "indefinida", "sin fecha", "abierto",
	}, fold(text))
}

// matters reports whether the order of day and month decides who counts.
func (im *Imported) matters(r sheet.Reading) bool {
	return (compareDay(r.Day, im.AsOf) > 0) != (compareDay(r.Other, im.AsOf) > 0) || (compareDay(r.Day, im.AsOf) < 0) != (compareDay(r.Other, im.AsOf) < 0)
}

// compareDay compares a day of a cell, whatever its hour, with another.
func compareDay(d sheet.Day, e strict.Date) int {
	return strict.Date{Y: int(d.Year), M: int(d.Month), D: int(d.Day)}.Compare(e)
}

// orderDates settles the order of day and month of a column.
func (im *Imported) orderDates(t *extract, c *column, orders map[sheet.Order]*word, unsure bool) {
	dayFirst, monthFirst := orders[sheet.DayFirst], orders[sheet.MonthFirst]
	a, x, decided := im.answer(topic{"dates", c.head}, 0)
	switch {
	case dayFirst != nil && monthFirst != nil && !decided:
		q := im.questions.repair(t, c, "dates", "put the day first in some and the month first in others", "make them dates of one form in the workbook, and import again")
		for _, w := range []*word{dayFirst, monthFirst} {
			q.at(t, t.rows[w.first], t.pos(int(w.first), c))
		}
		return
	case decided && a.Value != "day-first" && a.Value != "month-first":
		im.wrongAnswer(x, "an order", []string{"day-first", "month-first"}, "write day-first or month-first")
		return
	case monthFirst != nil || decided && a.Value == "month-first":
		c.how += "; month first"
		for i := range c.sense {
			if s := &c.sense[i]; s.other != (sheet.Day{}) {
				s.day = s.other
			}
		}
		return
	case dayFirst != nil || decided || !unsure:
		if dayFirst != nil || decided {
			c.how += "; day first"
		}
		return
	}
	q := im.questions.ask(topic{"dates", c.head}, fmt.Sprintf("dates under %q such as 01/02/2017 can be read in two ways", c.head), "day-first or month-first")
	for i := range c.sense {
		if s := &c.sense[i]; s.other != (sheet.Day{}) && im.matters(sheet.Reading{Day: s.day, Other: s.other}) {
			s.known, s.ask = false, q
		}
	}
}

// serviceDay returns the day of a cell; none where it stands for no date.
func serviceDay(s *sense) (sheet.Day, bool) {
	d := s.day
	if !s.known || d.Year == 0 || d.Year < noDate {
		return sheet.Day{}, false
	}
	return d, true
}

// serialDay is the day of a serial number whose cell is not formatted as a date.
// Day 1 of the system of 1900 is 1 January 1900, and from 61 on the count is one
// ahead; the other system counts from 1 January 1904 (ISO/IEC 29500-1,
// 18.17.4.1). Days before 1927 are taken for other numbers.
func serialDay(text string, system1904 bool) (sheet.Day, bool) {
	text, _, _ = strings.Cut(text, ".") // the hour
	n, err := strconv.Atoi(text)
	if err != nil || n < 10_000 || n > 2_958_465 {
		return sheet.Day{}, false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if system1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	day := first.AddDate(0, 0, n)
	return sheet.Day{Year: int16(day.Year()), Month: uint8(day.Month()), Day: uint8(day.Day())}, true
}
