package lang

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Parts are the three parts of a printed number. A table aligns the Figures of
// a column and keeps Before and After ("(", "%", ")") out of the alignment; a
// key figure sets After (" million") smaller.
type Parts struct{ Before, Figure, After string }

// String puts the parts together.
func (p Parts) String() string { return p.Before + p.Figure + p.After }

// Format prints a number as it stands in a place; "" for one that does not
// pass Check.
func (t *Table) Format(n Number, p Place) string { return t.Parts(n, p).String() }

// Parts prints a number in its three parts. Forms that are text (Was,
// Direction, Name) are one Figure.
func (t *Table) Parts(n Number, p Place) Parts {
	if n.Check() != nil {
		return Parts{}
	}
	switch n.Form {
	case Was:
		return Parts{Figure: t.was(n, p)}
	case Direction:
		return Parts{Figure: t.opening(t.direction(n), p)}
	case Name:
		return Parts{Figure: t.opening(n.Label, p)}
	}
	profile := t.Profile(p)
	if n.Beside.Size {
		n.Value = new(big.Rat).Abs(n.Value)
	}
	if s := t.nought(n, profile); s != "" {
		return Parts{Figure: t.opening(s, p)}
	}
	if n.Value.Sign() == 0 && profile.Zero != "0" {
		return Parts{Figure: profile.Zero}
	}
	q := t.quantity(n, profile.Bare)
	if n.Form == Ordinal {
		return Parts{Figure: t.opening(t.ordinal(n, q, profile), p)}
	}
	if t.spelled(n, q, profile) {
		q = t.unscaled(q)
		if s, ok := t.words(q.digits, t.genderOf(n, q)); ok {
			prose := t.compounded(n, q, t.Profile(Prose))
			if prose.Compound != "" && n.Beside.Compound {
				s = strings.ReplaceAll(s, " ", hyphen)
			}
			return Parts{Figure: t.opening(s, p), After: t.after(q, prose)}
		}
	}
	return t.figures(n, q, t.compounded(n, q, profile))
}

// compounded is a profile for a number that qualifies what follows it, or does
// not.
func (t *Table) compounded(n Number, q quantity, p Profile) Profile {
	switch {
	case !n.Beside.Compound || p.Compound == "":
		p.Compound = ""
	case q.unit == Percent:
		p.Percent = p.Compound
	}
	return p
}

// nought is the word for none of what is counted, "" for a number of its own.
func (t *Table) nought(n Number, p Profile) string {
	if n.Form != Auto || n.Value.Sign() != 0 || p.WordsBelow == 0 {
		return ""
	}
	switch n.Beside.None {
	case NoneNo:
		return t.numerals.no
	case NoneOf:
		return t.numerals.none
	}
	return ""
}

// opening capitalizes at the start of a sentence.
func (t *Table) opening(s string, p Place) string {
	if p == SentenceStart {
		return t.Capitalize(s)
	}
	return s
}

// spelled says whether a number is written out. Money is always in figures,
// for its code comes first.
func (t *Table) spelled(n Number, q quantity, p Profile) bool {
	switch {
	case isMoney(q.unit) || n.Form == Figure:
		return false
	case n.Form == Words || p.WordsBelow == AllWords:
		return true
	}
	return q.whole && !n.Signed && !n.Beside.Series && n.Value.Sign() >= 0 &&
		n.Value.Cmp(new(big.Rat).SetInt64(int64(p.WordsBelow))) < 0
}

// unscaled gives thousands back to the number before it is spelled: in words
// they are part of it (deux cent mille, doscientas mil), not a noun after it
// as millions are.
func (t *Table) unscaled(q quantity) quantity {
	if q.scale != t.numerals.thousand {
		return q
	}
	v := new(big.Rat).Mul(q.digits.rat(), big.NewRat(1000, 1))
	neg := q.digits.neg
	q.digits, q.scale = round(v, maxPlaces, true), Noun{}
	q.digits.neg = neg
	return q
}

// genderOf is what the number word agrees with: the thing counted, or the
// scale or unit that stands between.
func (t *Table) genderOf(n Number, q quantity) Gender {
	switch {
	case q.scale != Noun{} || q.unit == Points:
		return Masculine
	case q.unit == Percent:
		return Alone
	case n.Gender != Masculine:
		return n.Gender
	}
	noun := n.UnitWords.Plural
	if noun == "" {
		noun = n.Beside.Noun
	}
	g := t.genderOfNoun(noun)
	if g == Masculine && n.Beside.Of {
		return Alone // veintiuno de los países
	}
	return g
}

// figures prints sign, figure and unit by the profile.
func (t *Table) figures(n Number, q quantity, p Profile) Parts {
	out := Parts{Figure: q.digits.figure(p), After: t.after(q, p)}
	if isMoney(q.unit) && !p.Bare {
		out.Before = q.unit + nbsp
	}
	switch {
	case q.digits.neg && p.NegParens:
		out.Before, out.After = "("+out.Before, out.After+")"
	case q.digits.neg:
		out.Figure = p.Minus + out.Figure
	case n.Signed && !p.NegParens && q.digits.rat().Sign() > 0:
		out.Figure = p.Plus + out.Figure
	}
	return out
}

// after is the scale or unit that follows the figure.
func (t *Table) after(q quantity, p Profile) string {
	noun := q.scale
	switch {
	case q.unit == Percent:
		return p.Percent
	case q.unit == Points:
		noun = t.numerals.points
	}
	if p.Bare || noun == (Noun{}) {
		return ""
	}
	if p.Compound != "" {
		return hyphen + strings.ReplaceAll(noun.Singular, " ", hyphen)
	}
	// The noun agrees with the number that is read, which is the rounded one.
	return nbsp + t.Noun(noun, q.digits.rat())
}

// ordinal prints a whole number as an ordinal, in words where a count would be.
func (t *Table) ordinal(n Number, q quantity, p Profile) string {
	if !q.whole || !n.Value.Num().IsInt64() {
		return q.digits.figure(p)
	}
	v := n.Value.Num().Int64()
	g := t.genderOf(n, q)
	if v < int64(p.WordsBelow) {
		return t.OrdinalWords(v, g)
	}
	return t.Ordinal(v, g)
}

// direction compares with the earlier value, or, where there is none, takes
// the number itself as the change.
func (t *Table) direction(n Number) string {
	sign := n.Value.Sign()
	if n.WasValue != nil {
		sign = n.Value.Cmp(n.WasValue)
		if t.printsAlike(n, n.comparator()) {
			sign = 0 // a reader who sees 49 per cent twice sees no change
		}
	}
	switch sign {
	case 1:
		return t.strings.Increase
	case -1:
		return t.strings.Decrease
	}
	return t.strings.NoChange
}

// printsAlike says that two percentages are printed with the same figures.
func (t *Table) printsAlike(a, b Number) bool {
	a.Form = Figure
	if a.Unit != Percent || b.Check() != nil {
		return false
	}
	x, y := t.quantity(a, false).digits, t.quantity(b, false).digits
	return x == y
}

// was prints the comparator, always in figures as numbers in parentheses of
// comparison are; inside parentheses it does without its own.
func (t *Table) was(n Number, p Place) string {
	earlier := n.comparator()
	if earlier.Form == Million || earlier.Form == Thousand {
		// Two amounts side by side have the same decimals: 929.8 million (2016:
		// 760.0 million).
		now := n
		now.Form, now.Places = earlier.Form, -1
		if places := len(t.quantity(now, false).digits.frac); places > len(t.quantity(earlier, false).digits.frac) {
			earlier.Places = places
		}
	}
	value := t.Format(earlier, Parentheses)
	noun := t.Noun(n.UnitWords, earlier.Value)
	if counted := t.quantity(earlier, false); counted.unit == "" && noun != "" {
		if counted.scale == t.numerals.million {
			noun = t.numerals.ofScale(noun) + noun
		}
		value += nbsp + noun
	}
	s := fmt.Sprintf(t.strings.Comparator, strconv.Itoa(n.WasYear), value)
	if p == Parentheses {
		return s
	}
	return "(" + s + ")"
}
