package hyphen

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letter is one letter of a word, in small form and with its marks composed,
// and where it stands in the word.
type letter struct {
	r       rune
	at, end int
}

// apostrophe stands for both forms, U+0027 and U+2019; the patterns use this.
const apostrophe = '\''

// spell appends the letters of word to dst, passing over punctuation around
// them. It reports whether what is left is a word: letters and apostrophes only.
func spell(dst []letter, word string) ([]letter, bool) {
	first := strings.IndexFunc(word, isWordRune)
	if first < 0 {
		return dst, false
	}
	last := strings.LastIndexFunc(word, isWordRune)
	_, size := utf8.DecodeRuneInString(word[last:])
	for at, stop := first, last+size; at < stop; {
		r, size := utf8.DecodeRuneInString(word[at:])
		end := at + size
		for end < stop {
			mark, size := utf8.DecodeRuneInString(word[end:])
			if !unicode.Is(unicode.Mn, mark) {
				break
			}
			end += size
		}
		switch {
		case r == apostrophe || r == '’':
			r = apostrophe
		case unicode.IsLetter(r):
			r = unicode.ToLower(compose(r, word[at:end], end > at+size))
		default:
			return dst, false
		}
		dst = append(dst, letter{r, at, end})
		at = end
	}
	return dst, true
}

// isWordRune tells what punctuation around a word stops at. A digit or a mark
// belongs to the word and, as no letter, keeps it from being hyphenated.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r)
}

// compose returns r with its marks as one rune (e and U+0301 as é), so that the
// patterns, which are composed, meet decomposed text. A letter with marks that
// no one rune stands for becomes one that no pattern knows.
func compose(r rune, cluster string, marked bool) rune {
	if !marked {
		return r
	}
	composed := norm.NFC.String(cluster)
	if r, size := utf8.DecodeRuneInString(composed); size == len(composed) {
		return r
	}
	return utf8.RuneError
}

// parts yields the stretches of letters between apostrophes and where each
// begins.
func parts(letters []letter) iter.Seq2[int, []letter] {
	return func(yield func(int, []letter) bool) {
		start := 0
		for i, l := range letters {
			if l.r == apostrophe {
				if !yield(start, letters[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(start, letters[start:])
	}
}

// small returns the letters as a string.
func small(letters []letter) string {
	var room [64]byte
	b := room[:0]
	for _, l := range letters {
		b = utf8.AppendRune(b, l.r)
	}
	return string(b)
}
