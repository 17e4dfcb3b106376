package lang

import "math"

// Place is where a number stands; profiles differ by it.
type Place uint8

// The places.
const (
	Prose Place = iota
	SentenceStart
	Parentheses
	InTable
	InFinanceTable
	InChart
	KeyFigure
	InHeading
	places // how many there are
)

// AllWords as WordsBelow spells out every number, percentages and decimals too.
const AllWords = math.MaxInt

// Signs and spaces that are the same in the three languages.
const (
	nbsp  = "\u00a0"
	thin  = "\u202f" // between thousands, drawn wider by layout
	minus = "\u2212"

	hyphen = "\u2011" // at which no line breaks
)

// Profile says how numbers look in one place. Take the one of Table.Profile
// and change it: the zero Profile is not useful.
type Profile struct {
	Group      string // between thousands: "," in English prose, U+202F in tables
	MinGroup   int    // digits from which thousands are parted: 4 gives 1,467, 5 gives 1467
	Decimal    string // "." or ","
	Percent    string // after the figure, with its space: " per cent" (U+00A0), "%"
	Compound   string // the same before what it qualifies: "-per-cent" (U+2011); "" for no compounds
	Minus      string // before a negative figure, U+2212
	Plus       string // before a positive one that is Signed
	NegParens  bool   // negative figures in parentheses: (4.2)
	WordsBelow int    // counts below this are spelled out; 0 for none, AllWords for all numbers
	Zero       string // printed for exactly nought: "0", "—", or "" for a blank
	Bare       bool   // a head names the unit: no currency, no "million", no "percentage points"
}

// profiles derives the eight places from prose and tables: the others differ
// from these two by little, in every language.
func profiles(prose, table Profile, inParentheses string) [places]Profile {
	start, paren, finance, key := prose, prose, table, table
	start.WordsBelow = AllWords
	paren.Percent, paren.Compound = inParentheses, ""
	finance.NegParens = true
	key.Bare = false
	return [places]Profile{
		Prose: prose, SentenceStart: start, Parentheses: paren, InTable: table,
		InFinanceTable: finance, InChart: table, KeyFigure: key, InHeading: prose,
	}
}
