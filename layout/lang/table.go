package lang

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Table is all that one language needs. It is not changed once made.
type Table struct {
	tag      string
	months   [12]string
	quotes   Quotes
	marks    marks
	profiles [places]Profile
	numerals numerals
	// qualified tells where a percentage is part of a compound.
	qualified qualified
	nouns     nounGender
	article   func(word, printed string) string // nil for none that depends on the sound
	strings   Strings
	proof     Proof
}

// Quotes are the quotation marks of a language, with the spaces they take.
type Quotes struct{ Open, Close, InnerOpen, InnerClose string }

// marks are the small differences in notes and lists.
type marks struct {
	noteBeforePunctuation bool
	list                  [2]string // first and second level, %s is the letter or the numeral
	phrases               string    // words that begin a phrase, between spaces
	joins                 string    // other words that may stand between two numbers of a series, between spaces
	abbreviations         string    // words that end in a stop before a number, between spaces
}

// Noun is a counted thing in both numbers.
type Noun struct{ Singular, Plural string }

// tables are the tables of the languages, each made when first asked for.
var tables = map[string]func() *Table{
	"en": sync.OnceValue(english), "es": sync.OnceValue(spanish), "fr": sync.OnceValue(french),
}

// Lookup returns the table of a language tag such as "fr" or "fr-CH"; only the
// language itself counts.
func Lookup(tag string) (*Table, bool) {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	table, ok := tables[primary]
	if !ok {
		return nil, false
	}
	return table(), true
}

// For returns the table of a language, or English for one that there is no
// table of.
func For(tag string) *Table {
	if t, ok := Lookup(tag); ok {
		return t
	}
	return tables["en"]()
}

// Languages returns the tags of all tables, sorted.
func Languages() []string { return slices.Sorted(maps.Keys(tables)) }

// Tag returns the language tag: "en", "fr", "es".
func (t *Table) Tag() string { return t.tag }

// Strings returns the printed words; read-only.
func (t *Table) Strings() *Strings { return &t.strings }

// Quotes returns the quotation marks.
func (t *Table) Quotes() Quotes { return t.quotes }

// FootnoteMarkBeforePunctuation says that a note mark stands before the
// punctuation (French and Spanish) and not after it (English).
func (t *Table) FootnoteMarkBeforePunctuation() bool { return t.marks.noteBeforePunctuation }

// BeginsPhrase says that a word (article, preposition, conjunction) belongs to
// what follows: a title is better broken before it than after it.
func (t *Table) BeginsPhrase(word string) bool { return listed(t.marks.phrases, strings.ToLower(word)) }

// Abbreviates says that a word is written with a full stop that ends no
// sentence, as in "No. 12". The word is given without the stop.
func (t *Table) Abbreviates(word string) bool { return listed(t.marks.abbreviations, word) }

// listed looks a word up in a list that has a space on both sides of each.
func listed(list, word string) bool {
	return word != "" && !strings.Contains(word, " ") && strings.Contains(list, " "+word+" ")
}

// Profile returns how numbers look in a place; that of prose for a place
// that does not exist.
func (t *Table) Profile(p Place) Profile {
	if p >= places {
		p = Prose
	}
	return t.profiles[p]
}

// With returns a table with the profiles of some places replaced, as a style
// does.
func (t *Table) With(override map[Place]Profile) *Table {
	c := *t
	for p, profile := range override {
		if p < places {
			c.profiles[p] = profile
		}
	}
	return &c
}

// Capitalize begins a sentence: it raises the first letter, after opening
// punctuation if there is any.
func (t *Table) Capitalize(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToTitle(r)) + s[i+utf8.RuneLen(r):]
		}
		if !unicode.IsPunct(r) && !unicode.IsSpace(r) {
			break
		}
	}
	return s
}

// Noun returns the number of a noun that agrees with a value: "office" for 1;
// French has the singular up to 2.
func (t *Table) Noun(n Noun, value *big.Rat) string {
	if value != nil && t.numerals.singular(new(big.Rat).Abs(value)) {
		return n.Singular
	}
	return n.Plural
}
