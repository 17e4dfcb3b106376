package lang

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Gender is that of the noun a number goes with. English does not mind.
type Gender uint8

// The genders. Masculine and Feminine stand before their noun (un, veintiún,
// primer; une, veintiuna, primera); Alone is a number without noun, as in
// counting and before "por ciento" (uno, veintiuno, primero).
const (
	Masculine Gender = iota
	Feminine
	Alone
)

// wordsEnd is the first number that is printed in figures even where words are
// asked for. Beyond it the languages differ in what a billion is.
const wordsEnd = 1_000_000_000_000

// numerals is what a language needs to write numbers out.
type numerals struct {
	cardinal    func(n int64, g Gender) string // 0 ≤ n < wordsEnd
	ordinal     func(n int64, g Gender) string // 1 ≤ n < ordinalEnd
	ordinalEnd  int64
	ordinalMark func(n int64, g Gender) string // what follows the figure
	session     func(t *Table, n int64) string
	singular    func(abs *big.Rat) bool
	minus       string
	point       string    // between whole and decimals in words
	digitWise   bool      // decimals are read figure by figure
	linking     [2]string // between million and what is counted, and before a vowel
	thousand    Noun
	million     Noun
	points      Noun     // percentage points
	no, none    string   // nought before what is counted, and of it; "" for its number word
	of          []string // what follows none
	firstDay    string
	dateOf      struct{ day, year string } // "de " in Spanish
}

// Cardinal writes a number in words: "one hundred and ten". From a million
// million on, words end and figures are returned.
func (t *Table) Cardinal(n int64, g Gender) string {
	switch {
	case n <= -wordsEnd || n >= wordsEnd:
		return t.integer(n)
	case n < 0:
		return t.numerals.minus + " " + t.numerals.cardinal(-n, g)
	}
	return t.numerals.cardinal(n, g)
}

// Ordinal writes an ordinal in figures: 109th, 1er, 42ª.
func (t *Table) Ordinal(n int64, g Gender) string {
	return t.integer(n) + t.numerals.ordinalMark(n, g)
}

// OrdinalWords writes an ordinal in words: "one hundred and ninth", "cent
// unième", "centésima décima tercera"; in figures below 1 and where the
// language has no words in use (Spanish from 2,000 on).
func (t *Table) OrdinalWords(n int64, g Gender) string {
	if n < 1 || n >= t.numerals.ordinalEnd {
		return t.Ordinal(n, g)
	}
	return t.numerals.ordinal(n, g)
}

// integer is a whole number in figures as in prose.
func (t *Table) integer(n int64) string {
	p := t.Profile(Prose)
	digits, neg := strings.CutPrefix(strconv.FormatInt(n, 10), "-")
	if neg {
		return p.Minus + group(digits, p)
	}
	return group(digits, p)
}

// words writes a rounded number out, or returns false where words end.
func (t *Table) words(d decimal, g Gender) (string, bool) {
	n, err := strconv.ParseInt(d.whole, 10, 64)
	if err != nil || n >= wordsEnd {
		return "", false
	}
	if d.frac != "" {
		g = Alone
	}
	s := t.numerals.cardinal(n, g)
	if d.neg {
		s = t.numerals.minus + " " + s
	}
	if d.frac != "" {
		s += " " + t.numerals.point + " " + t.decimals(d.frac)
	}
	return s, true
}

// decimals writes the figures after the point: one by one in English, as a
// number after its noughts in French and Spanish.
func (t *Table) decimals(frac string) string {
	var out []string
	for i := range len(frac) {
		if frac[i] != '0' && !t.numerals.digitWise {
			n, _ := strconv.ParseInt(frac[i:], 10, 64) // at most maxPlaces figures
			return strings.Join(append(out, t.numerals.cardinal(n, Alone)), " ")
		}
		out = append(out, t.numerals.cardinal(int64(frac[i]-'0'), Alone))
	}
	return strings.Join(out, " ")
}

// ofScale is what stands between a million and what there are a million of.
func (n *numerals) ofScale(noun string) string {
	if vowel(noun) {
		return n.linking[1]
	}
	return n.linking[0]
}

// vowel says that a French word begins with a vowel, before which de loses its
// own. An h is silent in most words that are counted.
func vowel(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.ToLower(word))
	return word != "" && strings.ContainsRune("aeiouyhàâéèêîôûœ", first)
}

// Elided is a pattern of Strings as it stands before what fills it first:
// "Nombre d’%s" for écoles.
func (t *Table) Elided(pattern, noun string) string {
	of, before := t.numerals.linking[0], t.numerals.linking[1]
	if of == before || !vowel(noun) {
		return pattern
	}
	return strings.Replace(pattern, "de %s", before+"%s", 1)
}

// join puts the parts that are not empty beside each other.
func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}
