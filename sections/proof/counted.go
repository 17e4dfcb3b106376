package proof

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"assemble/layout/lang"
)

// countedThings are the things that the questionnaire counts and that are easily taken
// for each other: a country may have several offices, and not every office is a
// Country Office. Other offices are none of them, because any office is another
// one to the office before it.
func countedThings(t *lang.Table) []lang.Noun {
	s := &t.Strings().Survey
	return []lang.Noun{s.Office, s.CountryOffice, s.RegionalOffice, s.Headquarters, s.Country}
}

// countedThing finds a bound count of one thing that is said to be one of
// another: of nine countries that there are nine offices. A word in capitals may
// stand between, as in "52 IOM offices".
func (c *checker) countedThing(p *passage, s spot) {
	of := func(n lang.Noun) bool { return n.Plural == s.stat.Number.Unit }
	own := slices.IndexFunc(countedThings(lang.For("en")), of)
	if own < 0 || printsPercent(s.stat.Number) {
		return
	}
	after := p.after(s.from + len(mark))
	said, words := c.thing(after)
	if said < 0 {
		first, rest, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
		if first == "" || strings.ContainsFunc(first, func(r rune) bool { return !unicode.IsUpper(r) }) {
			return
		}
		said, words = c.thing(rest)
	}
	if said < 0 || countedThings(c.Lang)[said] == countedThings(c.Lang)[own] {
		return
	}
	c.find(p, finding{
		rule: unitDiffers, from: s.from, to: s.from + len(mark),
		message: fmt.Sprintf("%s counts %s, and %s stands beside it", figureName(s.stat), countedThings(c.Lang)[own].Plural, words),
	})
}

// thing is the counted thing that a text begins with, as a place in counted, and
// the words for it; -1 for none.
func (c *checker) thing(text string) (which int, words string) {
	which = -1
	for i, n := range countedThings(c.Lang) {
		if w := leading(text, []string{n.Plural, n.Singular, lower(n.Plural), lower(n.Singular)}); len(w) > len(words) {
			which, words = i, w
		}
	}
	return which, words
}
