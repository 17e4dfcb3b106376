package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Reading is what a text says when it is read as a date.
type Reading struct {
	Day   Day
	Other Day // day and month changed places, where both readings exist; Day is then the one with the day first
	Order Order
	Short bool // the year had two digits; 00 to 29 were taken for 2000 to 2029, as spreadsheets do
}

// Ambiguous reports whether another day is as likely.
func (r Reading) Ambiguous() bool { return r.Other != Day{} }

// Order is the order of day and month that a date proves of its column.
type Order uint8

// Proven is what 31/12/2017 and 12/31/2017 say of other dates of the column;
// dates that can be read in one way only, such as 2017-12-31, prove nothing.
const (
	NoOrder Order = iota
	DayFirst
	MonthFirst
)

// ParseDate reads a date that was kept as text: 2017-12-31, 20171231,
// 31.12.2017, 31/12/2017, 12/31/17, 31-Dec-2017, 31 décembre 2017, December 31,
// 2017; each with a time of day behind it or not, of which the zone is left
// out. With points the day is first; with strokes it is not known unless one
// number is beyond 12.
func ParseDate(text string) (Reading, bool) {
	text = strings.TrimFunc(text, isSpace)
	if len(text) < 6 || len(text) > 60 {
		return Reading{}, false
	}
	second := int32(0)
	if colon := strings.IndexByte(text, ':'); colon >= 0 {
		cut := strings.LastIndexAny(text[:colon], "T ")
		if cut < 0 {
			return Reading{}, false
		}
		var ok bool
		if second, ok = clock(text[cut+1:]); !ok {
			return Reading{}, false
		}
		text = strings.TrimRight(text[:cut], " ,")
	}
	r, ok := calendar(text)
	if !ok {
		return Reading{}, false
	}
	r.Day.Second = second
	if r.Ambiguous() {
		r.Other.Second = second
	}
	return r, true
}

// clock reads hh:mm with or without seconds, their fractions, half of the day
// and zone.
func clock(text string) (second int32, ok bool) {
	text = strings.ToUpper(strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, text))
	text, pm := strings.CutSuffix(text, "PM")
	text, am := strings.CutSuffix(text, "AM")
	hours, rest, _ := strings.Cut(text, ":")
	if len(rest) < 2 {
		return 0, false
	}
	h, m, s, rest := number(hours), number(rest[:2]), 0, rest[2:]
	if len(rest) >= 3 && rest[0] == ':' {
		s, rest = number(rest[1:3]), rest[3:]
	}
	if (am || pm) && h == 12 {
		h = 0
	}
	if pm {
		h += 12
	}
	if h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60 || strings.Trim(rest, "0123456789.:,+-Z") != "" {
		return 0, false
	}
	return int32(h*3600 + m*60 + min(s, 59)), true // a leap second counts as the one before
}

// calendar reads a date without a time.
func calendar(text string) (Reading, bool) {
	if len(text) == 10 && text[4] == '-' && text[7] == '-' { // ISO 8601, the most frequent by far
		d, ok := newDay(number(text[:4]), number(text[5:7]), number(text[8:]))
		return Reading{Day: d}, ok
	}
	if len(text) == 8 && number(text[:4]) > 0 && number(text[4:]) > 0 {
		d, ok := newDay(number(text[:4]), number(text[4:6]), number(text[6:]))
		return Reading{Day: d}, ok
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return w == "de" || w == "del" })
	if len(words) != 3 {
		return Reading{}, false
	}
	for at, w := range words[:2] {
		if m := monthNamed(w); m > 0 {
			return wordDate(words[1-at], m, words[2])
		}
	}
	return numberDate(text, words)
}

// number is the value of one to four digits, or -1.
func number(s string) int {
	if len(s) < 1 || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return -1
	}
	n, _ := strconv.Atoi(s)
	return n
}

// year completes a year of two digits.
func year(s string) (y int, short bool) {
	y = number(s)
	switch {
	case len(s) == 4:
		return y, false
	case len(s) != 2 || y < 0:
		return -1, false
	case y < 30:
		return 2000 + y, true
	}
	return 1900 + y, true
}

func wordDate(day string, month int, yearText string) (Reading, bool) {
	y, short := year(yearText)
	day = strings.TrimRight(day, "erndsthº") // 1er, 2nd, 31st
	d, ok := newDay(y, month, number(day))
	return Reading{Day: d, Short: short}, ok
}

// numberDate reads three numbers, the year last, or first if it has four digits.
func numberDate(text string, words []string) (Reading, bool) {
	mark := strings.TrimLeft(text, "0123456789")
	if mark == "" || !strings.Contains("./-", mark[:1]) || strings.Join(words, mark[:1]) != strings.ReplaceAll(text, " ", "") {
		return Reading{}, false
	}
	if len(words[0]) == 4 {
		d, ok := newDay(number(words[0]), number(words[1]), number(words[2]))
		return Reading{Day: d}, ok
	}
	y, short := year(words[2])
	a, b := number(words[0]), number(words[1])
	first, okFirst := newDay(y, b, a)
	second, okSecond := newDay(y, a, b)
	out := Reading{Day: first, Short: short}
	switch {
	case mark[0] == '.': // nobody writes the month first before a point
		return out, okFirst
	case okFirst && okSecond && first != second:
		out.Other = second
	case okFirst && !okSecond:
		out.Order = DayFirst
	case okSecond && !okFirst:
		out.Day, out.Order = second, MonthFirst
	}
	return out, okFirst || okSecond
}

// months are the names by which exports in the three languages write months; the
// first three letters are enough unless another month begins with them.
var months = [12][]string{
	{"january", "janvier", "enero"},
	{"february", "février", "fevrier", "febrero"},
	{"march", "mars", "marzo"},
	{"april", "avril", "abril"},
	{"may", "mai", "mayo"},
	{"june", "juin", "junio"},
	{"july", "juillet", "julio"},
	{"august", "août", "aout", "agosto"},
	{"september", "septembre", "septiembre", "setiembre"},
	{"october", "octobre", "octubre"},
	{"november", "novembre", "noviembre"},
	{"december", "décembre", "decembre", "diciembre"},
}

// monthNamed is the number of a month, or 0 if the word names none or two.
func monthNamed(word string) int {
	word = strings.ToLower(word)
	if len([]rune(word)) < 3 {
		return 0
	}
	found := 0
	for m, names := range months {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, word) }) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = m + 1
	}
	return found
}
