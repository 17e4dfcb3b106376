package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// Roman returns a number from 1 to 3999 in capital Roman numerals, any other
// in figures.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	numerals := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(numerals[i])
		}
	}
	return b.String()
}

// RomanLower is Roman in small letters, for the pages of the front matter.
func RomanLower(n int) string { return strings.ToLower(Roman(n)) }

// Letters counts a, b, … z, aa, ab, …, for list items and table notes; "" for
// a number below 1.
func Letters(n int) string {
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// ListMark returns the mark of item n of a list: (a) and i. in English, a) and
// i) in French and Spanish. Levels below the second look as it does.
func (t *Table) ListMark(level, n int) string {
	if n < 1 {
		return ""
	}
	if level <= 1 {
		return fmt.Sprintf(t.marks.list[0], Letters(n))
	}
	return fmt.Sprintf(t.marks.list[1], RomanLower(n))
}
