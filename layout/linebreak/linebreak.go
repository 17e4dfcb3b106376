package linebreak

import (
	"slices"

	"assemble/layout/units"
)

// Kind tells what an Item is.
type Kind uint8

// The kinds of Item, in Knuth and Plass's words.
const (
	Box     Kind = iota // something with a width that is set as it is
	Glue                // a space, which stretches, shrinks, and vanishes at a break
	Penalty             // a place to break, at a cost
)

// Inf is the cost of a Penalty that forbids a break; -Inf forces one.
const Inf = 10000

// Item is one element of a paragraph.
type Item struct {
	Kind  Kind
	Width units.Sp // of a Penalty: of the hyphen, counted only if the line ends here

	// Stretch and Shrink are what glue may gain and lose. A box may have them
	// too: letter-fit, which shrinks along with the glue and stretches along
	// with it up to Stretch and no further.
	Stretch, Shrink units.Sp

	Cost    int32 // of a Penalty: from -Inf, forced, to Inf, forbidden
	Flagged bool  // of a Penalty: a hyphen is printed

	// Hang is how far a line that ends here reaches into the right margin. On
	// Glue it is the hang of the character before, on a Penalty that of the
	// hyphen or of the character before.
	Hang units.Sp
}

// Widths are the measures of a paragraph: that of its first line, which an
// indent or a run-in head may shorten, and that of the rest.
type Widths struct{ First, Rest units.Sp }

// Options say how a paragraph is set.
type Options struct {
	Widths

	// Tolerance holds the worst badness a line may have, pass by pass; the
	// first pass that finds a way wins. Badness is 100 times the cube of the
	// share of its stretch that a line uses (TeX §108): 100 is a line that uses
	// all of it, Inf and more allows every line that can be stretched at all.
	// None at all means those of DefaultOptions.
	Tolerance []int32

	// HyphenPass is the first pass in which flagged penalties may be used.
	HyphenPass int

	LinePenalty         int32 // price of every line, added to its badness
	HyphenDemerits      int32 // price of two hyphens running
	FinalHyphenDemerits int32 // price of a hyphen on the last line but one
	FitnessDemerits     int32 // price of a tight line next to a loose one

	// The next three are kept in every pass; only the last resort breaks them,
	// and then as seldom as it can.
	MaxHyphens    int      // most hyphens running, up to 15; 0 for any number
	NoFinalHyphen bool     // no hyphen on the last line but one
	LastMin       units.Sp // least width of the last line, unless it is the only one

	// Ragged sets with the glue as it is and makes the right edge even: as few
	// lines as may be, then the least sum of squared gaps. Tolerance does not
	// count. A flagged penalty is used, and a line shrunk, only where it would
	// be overfull. Balance does the same and counts the last line too, so that
	// the lines of a heading come out alike; it implies Ragged.
	Ragged  bool
	Balance bool
}

// DefaultOptions returns options for justified text.
func DefaultOptions(measure units.Sp) Options {
	return Options{
		Widths: Widths{measure, measure},
		// A line at 100 uses all its stretch, at 400 1.6 times, at 2000 2.7 times;
		// beyond 8000, which is 4.3 times, it is better ragged.
		Tolerance: []int32{100, 400, 2000, 8000},
		// Measured on 227 paragraphs of English in Source Serif 10.5 on 129.6 mm:
		// pass 1 hyphenates 11.6 % of lines, pass 0 12.2 %, at the same spaces.
		HyphenPass: 1,
		// The prices of plain TeX (The TeXbook, chapter 14).
		LinePenalty:         10,
		HyphenDemerits:      10000,
		FinalHyphenDemerits: 5000,
		FitnessDemerits:     10000,
		MaxHyphens:          2,
	}
}

// Line is one line of a broken paragraph. The items from Start up to End are
// set; End is the item broken at, or for the last line the place after the last
// box.
type Line struct {
	Start, End int
	Width      units.Sp // natural width, with the hyphen
	// Adjust is what must be added to the width (or, negative, taken from it) so
	// that the line fills its measure and Hang. It is never positive for a line
	// that is not stretched: one that is ragged, the last, or before a forced
	// break.
	Adjust          units.Sp
	Stretch, Shrink units.Sp // what all items of the line can give; Spread shares Adjust out
	Fit             units.Sp // the part of Stretch that is in boxes
	Hang            units.Sp
	Hyphen          bool     // ends at a flagged penalty
	Overfull        units.Sp // if positive, how far the line sticks out when fully shrunk
	Loose           bool     // stretched beyond the first tolerance, or Ragged
	Ragged          bool     // in justified text: set at its natural width, no tolerance allowed it
}

// Result is a broken paragraph.
type Result struct {
	Lines    []Line
	Pass     int   // pass that succeeded; the number of passes if it was the last resort
	Demerits int64 // of that pass; passes do not compare with the last resort
	Ragged   bool  // some line is Ragged
	Overfull bool  // some line is overfull
}

// Break breaks items into lines. Every box is in exactly one line, in order.
func Break(items []Item, o Options) Result {
	list := findSites(items)
	if len(list) == 0 {
		return Result{}
	}
	s := newSearch(list, o, limit(len(items)))
	if o.Ragged || o.Balance {
		last := s.run(ragged{balance: o.Balance})
		return s.result(last, 0)
	}
	for i, tolerance := range s.o.Tolerance {
		if last := s.run(justified{tolerance: tolerance, hyphens: i >= o.HyphenPass}); last >= 0 {
			return s.result(last, i)
		}
	}
	last := s.run(lastResort{tolerance: slices.Max(s.o.Tolerance)})
	return s.result(last, len(s.o.Tolerance))
}
