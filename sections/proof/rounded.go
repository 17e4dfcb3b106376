package proof

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// bound says which way a statement bounds a figure.
type bound uint8

const (
	none bound = iota
	over
	atLeast
	under
	atMost
	about
)

// statement is what is said of a figure: "nearly 80 per cent".
type statement struct {
	words string
	bound bound
}

// stated returns what the words before a figure say of it.
func (c *checker) stated(before string) statement {
	var best statement
	for _, x := range []struct {
		phrases []string
		bound   bound
	}{
		{c.words.Over, over}, {c.words.AtLeast, atLeast}, {c.words.Under, under}, {c.words.AtMost, atMost}, {c.words.About, about},
	} {
		if w := trailing(before, x.phrases); len(w) > len(best.words) {
			best = statement{w, x.bound}
		}
	}
	return best
}

// bears reports whether a figure bears the statement that it is over, under or
// about another.
func (s statement) bears(figure, of *big.Rat) bool {
	cmp := figure.Cmp(of)
	switch s.bound {
	case over:
		return cmp > 0
	case atLeast:
		return cmp >= 0
	case under:
		return cmp < 0
	case atMost:
		return cmp <= 0
	case about:
		return true
	}
	return true
}

// near reports whether a figure is within a tenth of another: "nearly 80 per
// cent" does not stand for 40.
func near(figure, of *big.Rat) bool {
	gap := new(big.Rat).Sub(figure, of)
	gap.Abs(gap)
	return gap.Mul(gap, big.NewRat(10, 1)).Cmp(new(big.Rat).Abs(of)) <= 0
}

// rounded compares what the text says of figures with their values.
func (c *checker) rounded(p *passage) {
	if p.place == cell {
		return
	}
	for _, s := range p.spots {
		if s.stat != nil && s.stat.Number.Value != nil && !s.stat.Hole {
			c.ofPrinted(p, s)
			c.direction(p, s)
			c.ofTyped(p, s)
		}
	}
}

// ofPrinted compares "over 28.9 million" with the exact value, which rounding
// may have made smaller than what is printed. Equal is well: the source may
// have said no more.
func (c *checker) ofPrinted(p *passage, s spot) {
	printed, ok := c.Lang.Printed(s.stat.Number)
	if !ok {
		return
	}
	said := c.stated(p.before(s.from))
	exact := exactly(s.stat.Number)
	cmp := exact.Cmp(printed)
	wrong := cmp < 0 && (said.bound == over || said.bound == atLeast) || cmp > 0 && (said.bound == under || said.bound == atMost)
	if !wrong {
		return
	}
	c.find(p, finding{
		rule: roundedStatement, from: s.from, to: s.from + len(mark),
		message: fmt.Sprintf("“%s %s” is said of %s, which is %s", said.words, c.Lang.Format(s.stat.Number, lang.Prose), figureName(s.stat), decimal(exact)),
	})
}

// exactly is the value of a number without rounding, in per cent for a share.
func exactly(n lang.Number) *big.Rat {
	if n.Form == lang.Share && n.Unit != lang.Percent {
		v := new(big.Rat).Quo(n.Value, n.Base)
		return v.Mul(v, big.NewRat(100, 1))
	}
	return n.Value
}

// decimal writes a value for a message.
func decimal(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	return strings.TrimRight(v.FloatString(4), "0")
}

// direction compares "fell by" with the sign of the figure behind it.
func (c *checker) direction(p *passage, s spot) {
	n := s.stat.Number
	if _, ok := c.Lang.Printed(n); !ok {
		return
	}
	before := p.before(s.from)
	preposition := trailing(before, c.words.Preposition)
	if preposition == "" {
		return
	}
	before = strings.TrimSuffix(strings.TrimRight(lower(before), " "), preposition)
	rise, fall := trailing(before, c.words.Rise), trailing(before, c.words.Fall)
	change := c.isChange(s.stat)
	negative, positive := n.Value.Sign() < 0, n.Value.Sign() > 0 && change
	word := rise + fall
	if word == "" || !negative && !(positive && fall != "") {
		return
	}
	c.find(p, finding{
		rule: wrongDirection, from: s.from, to: s.from + len(mark),
		message: fmt.Sprintf("“%s %s” stands before %s, which is %s", word, preposition, figureName(s.stat), decimal(n.Value)),
		fix:     "write the other word, or bind the size of the change",
	})
}

func (c *checker) isChange(s *doc.Stat) bool {
	for i := range c.Facts {
		if c.Facts[i].Name == s.Fact {
			return c.Facts[i].Change
		}
	}
	return false
}

// ofTyped compares a statement in words or typed figures with the bound figure
// that is set beside it: "nearly half of all offices, 49 per cent,", "over 80
// per cent (83 per cent)".
func (c *checker) ofTyped(p *passage, s spot) {
	if _, ok := c.Lang.Printed(s.stat.Number); !ok {
		return
	}
	from, to := p.sentence(s.from)
	if clause, ok := c.apposition(p, from, s.from); ok {
		if of, share, said, ok := c.claim(clause); ok {
			c.bears(p, s, s.stat.Number, of, share, said)
			return
		}
	}
	n := s.stat.Number
	end := s.from + len(mark)
	if base := c.partOf(p, s, end, to); base != nil {
		n.Base = base.stat.Number.Value
		end = base.from + len(mark)
	}
	if of, share, said, ok := c.aside(p.text[end:to]); ok {
		c.bears(p, s, n, of, share, said)
	}
}

// bears reports a statement that a figure does not bear.
func (c *checker) bears(p *passage, s spot, n lang.Number, of *big.Rat, share bool, said statement) {
	value, ok := n.Value, true
	if share {
		value, ok = percentOf(n)
	} else if printsPercent(n) {
		ok = false
	}
	if !ok || said.bears(value, of) && near(value, of) {
		return
	}
	c.find(p, finding{
		rule: roundedStatement, from: s.from, to: s.from + len(mark),
		message: fmt.Sprintf("“%s” is said of %s, which is %s", strings.TrimSpace(said.words), figureName(s.stat), decimal(value)),
	})
}

// partOf is the figure that another is a part of by the words between: "54 of
// the 111 offices".
func (c *checker) partOf(p *passage, s spot, from, to int) *spot {
	i := strings.Index(p.text[from:to], mark)
	if i < 0 {
		return nil
	}
	words := strings.Fields(plainSpaces(p.text[from : from+i]))
	const most = 3 // of all the
	if len(words) == 0 || len(words) > most || !leads(strings.Join(words, " "), c.words.Whole) {
		return nil
	}
	base := p.spot(from + i)
	if base.stat == nil || base.stat.Hole || base.stat.Number.Value == nil || base.stat.Number.Value.Sign() <= 0 || base.stat.Number.Unit != s.stat.Number.Unit {
		return nil
	}
	return base
}

// aside finds a statement that follows a figure, in parentheses or between
// commas, and says nothing else: "54 of the 111 offices (nearly half)".
func (c *checker) aside(after string) (of *big.Rat, share bool, said statement, ok bool) {
	i := strings.IndexAny(after, "(,;")
	if i < 0 || strings.ContainsAny(after[:i], mark+"0123456789") || after[i] == ';' {
		return nil, false, said, false
	}
	closing := ",.;"
	if after[i] == '(' {
		closing = ")"
	}
	text := after[i+1:]
	end := strings.IndexAny(text, closing)
	if end < 0 || strings.Contains(text[:end], mark) {
		return nil, false, said, false
	}
	text = strings.TrimSpace(plainSpaces(text[:end]))
	text = strings.TrimSpace(strings.TrimPrefix(text, leading(text, c.words.That)))
	of, share, said, ok = c.claim(text)
	rest := strings.TrimSpace(strings.TrimPrefix(lower(text), strings.TrimSpace(said.words)))
	rest = strings.TrimSpace(strings.TrimPrefix(rest, leading(rest, []string{"%", c.words.PerCent})))
	return of, share, said, ok && len(rest) < len(text) && (rest == "" || slices.Contains(c.words.All, rest))
}

// apposition returns the clause that a figure stands in apposition to: the
// figure comes behind a comma, perhaps with a word such as or, and is closed by
// another mark, or it opens a parenthesis.
func (c *checker) apposition(p *passage, from, figure int) (string, bool) {
	const longest = 100
	before := strings.TrimRight(p.text[from:figure], " \u00a0")
	after := p.text[figure+len(mark):]
	clause, inParentheses := strings.CutSuffix(before, "(")
	if !inParentheses {
		that := trailing(plainSpaces(before), c.words.That)
		clause = strings.TrimRight(strings.TrimSuffix(before, that), " \u00a0")
		var comma bool
		clause, comma = strings.CutSuffix(clause, ",")
		closed := after != "" && strings.ContainsRune(",.;:)", rune(after[0]))
		if !comma || !closed && that == "" {
			return "", false
		}
	}
	if len(clause) > longest {
		clause = clause[len(clause)-longest:]
	}
	if i := strings.LastIndex(clause, mark); i >= 0 {
		clause = clause[i+len(mark):] // what is said of another figure is not said of this one
	}
	return plainSpaces(clause), true
}

// claim finds the statement of a clause: a part in words, or a typed figure,
// with a word of approximation before it. Nothing else may be a figure.
func (c *checker) claim(clause string) (of *big.Rat, share bool, said statement, ok bool) {
	if f, i, found := c.fraction(clause); found {
		said = c.stated(clause[:i])
		ok = said.bound != none || c.wholePart(clause, i+len(f.Words))
		if said.bound == none {
			said.bound = about
		}
		said.words = strings.TrimSpace(said.words + " " + f.Words)
		return big.NewRat(100*f.Num, f.Den), true, said, ok
	}
	list := typedNumbers(clause, c.Lang)
	if len(list) != 1 {
		return nil, false, said, false
	}
	n := list[0]
	if said = c.stated(clause[:n.from]); said.bound == none {
		return nil, false, said, false
	}
	by, rest := c.scale(clause[n.to:])
	said.words += " " + clause[n.from:n.to]
	of = new(big.Rat).Mul(n.value, big.NewRat(by, 1))
	return of, c.words.PerCent != "" && leads(rest, []string{"%", c.words.PerCent}), said, true
}

// fraction finds a part in words in a clause without figures, the longest that
// stands there, and where it begins.
func (c *checker) fraction(clause string) (best lang.Fraction, at int, ok bool) {
	if strings.ContainsAny(clause, "0123456789") {
		return best, 0, false
	}
	for _, f := range c.words.Fractions {
		for _, i := range indexAll(lower(clause), f.Words) {
			if len(f.Words) > len(best.Words) && wordEnds(clause[i+len(f.Words):]) && wordBegins(clause[:i]) {
				best, at, ok = f, i, true
			}
		}
	}
	return best, at, ok
}

func wordBegins(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !unicode.IsLetter(r) && r != '-'
}

// wholePart says that a part without a word of approximation is one of a whole
// that is named, "two thirds of all offices", and no half of a year.
func (c *checker) wholePart(clause string, end int) bool {
	return leads(clause[end:], c.words.Whole) && !leads(clause[end:], c.words.Time)
}

// percentOf is a figure in per cent: what it is, or its share of its base.
func percentOf(n lang.Number) (*big.Rat, bool) {
	switch {
	case n.Unit == lang.Percent:
		return n.Value, true
	case n.Base != nil && n.Base.Sign() != 0:
		v := new(big.Rat).Quo(n.Value, n.Base)
		return v.Mul(v, big.NewRat(100, 1)), true
	}
	return nil, false
}
