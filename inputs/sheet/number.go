package sheet

import (
	"math/big"
	"strings"
)

// maxDigits bounds a number in text; longer ones are reference numbers.
const maxDigits = 30

// ParseNumber reads a number that was kept as text: with spaces of any width,
// points, commas or apostrophes between thousands, a point or a comma before
// decimals, a sign before or behind it or parentheses around it (a
// bookkeeper's minus), per cent. Groups must be of three digits.
//
// One mark before three digits, as in 1.467, is ambiguous: it is 1467 in one
// house and 1.467 in another. The value is then the one with thousands, and the
// other is a thousandth of it.
func ParseNumber(text string) (value *big.Rat, ambiguous, ok bool) {
	body, negative, percent := trimNumber(text)
	digits, decimals, ambiguous := splitNumber(body)
	if digits == "" || len(digits) > maxDigits {
		return nil, false, false
	}
	value, ok = new(big.Rat).SetString(digits)
	if !ok {
		return nil, false, false
	}
	scale := decimals
	if percent {
		scale += 2
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	value.Quo(value, new(big.Rat).SetInt(ten))
	if negative {
		value.Neg(value)
	}
	return value, ambiguous, true
}

// trimNumber takes sign, per cent and the apostrophe that keeps a number as text
// off a number.
func trimNumber(text string) (body string, negative, percent bool) {
	trim := func(s string) string { return strings.TrimFunc(s, isSpace) }
	body = strings.TrimPrefix(trim(text), "'")
	if inner, ok := strings.CutPrefix(body, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); ok {
			return trim(inner), true, false
		}
	}
	body, percent = strings.CutSuffix(body, "%")
	body = trim(body)
	for _, minus := range []string{"-", "−", "–"} {
		for _, cut := range []func(string, string) (string, bool){strings.CutPrefix, strings.CutSuffix} {
			if rest, ok := cut(body, minus); ok {
				return trim(rest), true, percent
			}
		}
	}
	return trim(strings.TrimPrefix(body, "+")), false, percent
}

// splitNumber gives the digits of a number without its marks and how many of
// them are decimals; no digits if it is none.
func splitNumber(body string) (digits string, decimals int, ambiguous bool) {
	groups, marks := cutNumber(body)
	if groups == nil {
		return "", 0, false
	}
	digits = strings.Join(groups, "")
	last := len(marks) - 1
	switch {
	case last < 0:
		return digits, 0, false
	case marks[last] != '.' && marks[last] != ',', last > 0 && marks[last] == marks[last-1]:
		// Spaces and apostrophes, and a mark that stands twice, part thousands.
		return checked(digits, thousands(groups, marks)), 0, false
	}
	whole := groups[:last+1]
	decimals = len(groups[last+1])
	if last > 0 { // the last mark differs from those before it
		return checked(digits, thousands(whole, marks[:last])), decimals, false
	}
	if decimals == 3 && len(whole[0]) > 0 && len(whole[0]) <= 3 && whole[0][0] != '0' {
		return digits, 0, true
	}
	return digits, decimals, false
}

func checked(digits string, ok bool) string {
	if !ok {
		return ""
	}
	return digits
}

// cutNumber cuts a number at its marks; nil if there is anything else. All kinds
// of spaces are one mark, all apostrophes another.
func cutNumber(body string) (groups []string, marks []rune) {
	from := 0
	for i, r := range body {
		mark := r
		switch {
		case r >= '0' && r <= '9':
			continue
		case r == '.' || r == ',':
		case r == '\'' || r == '’':
			mark = '\''
		case isSpace(r):
			mark = ' '
		default:
			return nil, nil
		}
		groups, marks = append(groups, body[from:i]), append(marks, mark)
		from = i + len(string(r))
	}
	groups = append(groups, body[from:])
	if groups[len(groups)-1] == "" {
		return nil, nil
	}
	return groups, marks
}

// thousands reports whether groups are one to three digits and then always
// three, with the same mark between all.
func thousands(groups []string, marks []rune) bool {
	if len(groups[0]) < 1 || len(groups[0]) > 3 {
		return false
	}
	for i, g := range groups[1:] {
		if len(g) != 3 || marks[i] != marks[0] {
			return false
		}
	}
	return true
}
