package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

func contains(list []string, word string) bool { return slices.Contains(list, word) }

// lastWord is the word that a text ends with, behind its last space.
func lastWord(before string) string {
	before = strings.TrimRight(before, " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return strings.TrimLeftFunc(word, opening)
}

// follows reports whether a text ends with one of some phrases.
func follows(before string, phrases []string) bool { return trailing(before, phrases) != "" }

// trailing returns the longest of some phrases that a text ends with, as whole
// words; "" for none. Capitals count as small letters, except in phrases that
// have some.
func trailing(before string, phrases []string) string {
	before = strings.TrimRight(before, " ")
	small := lower(before)
	best := ""
	for _, x := range phrases {
		if len(x) <= len(best) || !strings.HasSuffix(before, x) && !strings.HasSuffix(small, x) {
			continue
		}
		start := max(0, len(small)-len(x))
		r, _ := utf8.DecodeLastRuneInString(small[:start])
		if start == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			best = x
		}
	}
	return best
}

// leads reports whether a text begins with one of some phrases.
func leads(after string, phrases []string) bool { return leading(after, phrases) != "" }

// leading returns the longest of some phrases that a text begins with, as whole
// words, behind spaces; "" for none.
func leading(after string, phrases []string) string {
	after = strings.TrimLeft(after, " ")
	small := lower(after)
	best := ""
	for _, x := range phrases {
		if len(x) <= len(best) || !strings.HasPrefix(after, x) && !strings.HasPrefix(small, x) {
			continue
		}
		rest := ""
		if len(x) <= len(small) {
			rest = small[len(x):]
		}
		r, _ := utf8.DecodeRuneInString(rest)
		lastOfX, _ := utf8.DecodeLastRuneInString(x)
		if rest == "" || !unicode.IsLetter(lastOfX) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			best = x
		}
	}
	return best
}

// further goes behind the numbers that a number is joined with, and behind their
// letters: "6 to 9 September", "paragraphs 3 (a) and 4 of the resolution".
func further(after string) string {
	const shortest, letter = 3, 6 // of words that join, and of (iii) with its parentheses
	for {
		rest := strings.TrimLeft(after, " ")
		number := ""
		switch word, more, _ := strings.Cut(rest, " "); {
		case strings.HasPrefix(rest, "(") && strings.IndexByte(rest, ')') > 0 && strings.IndexByte(rest, ')') < letter:
			after = rest[strings.IndexByte(rest, ')')+1:]
			continue
		case utf8.RuneCountInString(word) <= shortest && digit(more, 0):
			number = more
		case strings.HasPrefix(rest, "–"):
			number = strings.TrimPrefix(rest, "–")
		}
		if !digit(number, 0) {
			return after
		}
		after = strings.TrimLeft(number, "0123456789")
	}
}

// plural reports whether b is a in the singular or in the plural.
func plural(a, b string, endings [][2]string) bool {
	switch {
	case a == b:
		return true
	case a == "" || b == "" || a[0] != b[0]: // only ends differ
		return false
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(a, e[0]); ok && b == stem+e[1] {
			return true
		}
		if stem, ok := strings.CutSuffix(b, e[0]); ok && a == stem+e[1] {
			return true
		}
	}
	return false
}

// lower is a text in small letters of the same length, so that an offset into
// one is an offset into the other.
func lower(s string) string {
	out := []byte(s)
	for i, r := range s {
		small := unicode.ToLower(r)
		if small != r && utf8.RuneLen(small) == utf8.RuneLen(r) {
			utf8.EncodeRune(out[i:], small)
		}
	}
	return string(out)
}
