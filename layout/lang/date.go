package lang

import "strconv"

// Month returns the name of a month, 1 to 12, as it stands inside a sentence;
// "" for any other number.
func (t *Table) Month(m int) string {
	if m < 1 || m > len(t.months) {
		return ""
	}
	return t.months[m-1]
}

// Date returns a date as it is printed: 18 June 2018, 1er juin 2012, 12 de
// junio de 2015. Day and month are held together. A day or month that does
// not exist gives "".
func (t *Table) Date(y, m, d int) string {
	month := t.Month(m)
	if month == "" || d < 1 || d > 31 || y < 1 {
		return ""
	}
	day, year := strconv.Itoa(d), strconv.Itoa(y)
	if d == 1 {
		day = t.numerals.firstDay
	}
	of := t.numerals.dateOf
	return day + nbsp + of.day + month + " " + of.year + year
}

// Session names a session of the governing body: 109th Session, Cent unième
// session, Centésima sexta Reunión. "" for a number below 1.
func (t *Table) Session(n int) string {
	if n < 1 {
		return ""
	}
	return t.numerals.session(t, int64(n))
}
