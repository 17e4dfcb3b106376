package lang

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Proof is what an editorial check knows of a language. Lists of words are in
// small letters; a check whose words are missing is silent in that language.
type Proof struct {
	PerCent  string   // after a figure in text, with plain spaces: "per cent"
	Misspelt []string // other spellings of it: "percent"

	// Thousands and Millions follow a figure that is typed and scale it.
	Thousands, Millions []string
	// Named stand before a number that is a name and not a count: "article 5".
	Named []string
	// Measured stand behind a number that is always in figures: "5 p.m.".
	Measured []string
	// Symbols are units that a space parts from their figure: "5 km".
	Symbols []string
	// Currencies are codes that a space parts from their figure.
	Currencies []string
	// Twice are words that may stand twice in a row: "that that".
	Twice []string

	// References stand before the number of something in the report.
	References References
	// Elsewhere stand behind a reference to another document: "Annex II of the
	// Declaration".
	Elsewhere []string

	// Over, Under and About make a statement of a figure; AtLeast and AtMost
	// allow that it is met.
	Over, AtLeast, Under, AtMost, About []string
	// Fractions are parts in words.
	Fractions []Fraction
	// That stands before a second name of a figure: "nearly half, or 54".
	That []string
	// Whole stands between a part and its whole, Time before what is a part of
	// time and of nothing else; All is the whole where it has no name.
	Whole, Time, All []string
	// Rise and Fall say which way a figure went; Preposition stands between
	// them and the figure.
	Rise, Fall, Preposition []string

	// Plurals are pairs of endings, in the singular and in the plural.
	Plurals [][2]string
}

// References are the words that stand before a number by which a report refers
// to a part of itself, in small letters.
type References struct{ Paragraph, Annex, Table, Figure, Box []string }

// Fraction is a part of a whole in words.
type Fraction struct {
	Words    string
	Num, Den int64
}

// Proof returns the words of editorial checks; read-only.
func (t *Table) Proof() *Proof { return &t.proof }

// Months returns the names of the months, from January.
func (t *Table) Months() []string { return t.months[:] }

// EndsSentence looks for a full stop, question or exclamation mark at the end
// of a text, behind closing quotation marks. A stop after a single letter, in a
// word with another stop in it ("e.g.") or after an abbreviation ("No.") ends
// none.
func (t *Table) EndsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.In(r, unicode.Pf, unicode.Pe) || r == '"' })
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '!', '?', '…':
		return true
	case '.':
	default:
		return false
	}
	word := s[:len(s)-n]
	if i := strings.LastIndexFunc(word, unicode.IsSpace); i >= 0 {
		_, space := utf8.DecodeRuneInString(word[i:])
		word = word[i+space:]
	}
	first, _ := utf8.DecodeRuneInString(word)
	initial := utf8.RuneCountInString(word) == 1 && unicode.IsLetter(first)
	return word != "" && !initial && !strings.Contains(word, ".") && !t.Abbreviates(word)
}

// Printed is the value that a reader takes from a number in text: rounded as it
// is printed, but not in thousands or millions. It returns false for a number
// that prints no value of its own, such as a comparator.
func (t *Table) Printed(n Number) (*big.Rat, bool) {
	if n.Form == Was || n.Form == Direction || n.Form == Name || n.Check() != nil {
		return nil, false
	}
	q := t.quantity(n, false)
	v := q.digits.rat()
	if q.digits.neg {
		v.Neg(v)
	}
	switch {
	case q.scale == Noun{}:
	case q.scale == t.numerals.million:
		v.Mul(v, big.NewRat(1_000_000, 1))
	case q.scale == t.numerals.thousand:
		v.Mul(v, big.NewRat(1_000, 1))
	}
	return v, true
}
