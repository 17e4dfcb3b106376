package lang

import "strings"

// Article is the indefinite article that goes with a printed number, in the
// letters of the one that is typed before it: "an" before "8 per cent" and
// "increase", "a" before "one". It is "" where word is no such article, or the
// language has none that depends on the sound.
func (t *Table) Article(word, printed string) string {
	if t.article == nil {
		return ""
	}
	return t.article(word, printed)
}

// englishArticle goes by the sound of what follows: eight, eleven, eighteen and
// eighty begin with a vowel, in figures too, and one does not.
func englishArticle(word, printed string) string {
	small := strings.ToLower(word)
	if small != "a" && small != "an" || printed == "" {
		return ""
	}
	vowel := strings.ContainsRune("aeiou", rune(printed[0])) && !strings.HasPrefix(printed, "one")
	if n := digits(printed); n > 0 {
		first := printed[:n] // of groups of thousands the first is spoken first
		first = first[:(n-1)%3+1]
		vowel = first[0] == '8' || first == "11" || first == "18"
	} else if printed[0] >= 'A' && printed[0] <= 'Z' {
		return "" // a currency, which is read in more than one way
	}
	right := word[:1]
	if vowel {
		right += "n"
	}
	return right
}
