package proof

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// units finds units that are glued to a figure or stand apart where they
// should not, and units that do not go with a bound figure.
func (c *checker) units(p *passage) {
	for _, n := range typedNumbers(p.text, c.Lang) {
		c.unitSpace(p, n.from, n.to)
	}
	for _, s := range p.spots {
		if s.stat != nil {
			c.unitSpace(p, s.from, s.from+len(mark))
			c.boundUnit(p, s)
			c.countedThing(p, s)
		}
	}
}

// unitSpace looks at what stands directly beside a figure.
func (c *checker) unitSpace(p *passage, from, to int) {
	after := p.text[to:]
	if unit := leading(after, c.words.Symbols); unit != "" && strings.HasPrefix(after, unit) {
		c.find(p, finding{
			rule: spaceUnit, from: to, to: to + len(unit), message: "no space stands before the unit " + unit, replace: "\u00a0" + unit,
		})
	}
	before := p.text[:from]
	if code := trailing(before, c.words.Currencies); code != "" && strings.HasSuffix(before, code) {
		c.find(p, finding{
			rule: spaceUnit, from: from - len(code), to: from, message: "no space stands behind the currency " + code, replace: code + "\u00a0",
		})
	}
	c.percentSpace(p, to)
}

// percentSpace compares the space before a sign of per cent with that of the
// language. In text the sign should not stand at all.
func (c *checker) percentSpace(p *passage, to int) {
	if to >= len(p.text) || p.place == prose && !p.nested[to-1] {
		return
	}
	trimmed := strings.TrimLeftFunc(p.text[to:], unicode.IsSpace)
	if !strings.HasPrefix(trimmed, "%") {
		return
	}
	gap := len(p.text[to:]) - len(trimmed)
	closed := c.Lang.Profile(lang.InTable).Percent == "%"
	switch {
	case closed && gap > 0:
		c.find(p, finding{rule: spaceUnit, from: to, to: to + gap + 1, message: "a space stands before the sign %", replace: "%"})
	case !closed && gap == 0:
		c.find(p, finding{rule: spaceUnit, from: to, to: to + 1, message: "no space stands before the sign %", replace: c.Lang.Profile(lang.InTable).Percent})
	}
}

// boundUnit compares a bound figure with the unit that is typed beside it.
func (c *checker) boundUnit(p *passage, s spot) {
	n := s.stat.Number
	if n.Form == lang.Was || n.Form == lang.Direction || n.Form == lang.Name || s.stat.Hole || n.Value == nil {
		return
	}
	end := s.from + len(mark)
	after := strings.TrimLeft(strings.ReplaceAll(p.after(end), "-", " "), " ")
	percent := []string{"%"}
	if c.words.PerCent != "" {
		percent = append(percent, c.words.PerCent)
	}
	if unit := leading(after, percent); unit != "" {
		c.typedUnit(p, s, unit, printsPercent(n), n.Unit != "" || n.Base != nil)
	}
	if unit := leading(after, c.words.Millions); unit != "" {
		c.typedUnit(p, s, unit, n.Form == lang.Million, n.Value.Cmp(big.NewRat(100_000, 1)) >= 0)
	}
	if unit := leading(after, c.words.Thousands); unit != "" {
		c.typedUnit(p, s, unit, n.Form == lang.Thousand, n.Value.Cmp(big.NewRat(100_000, 1)) >= 0)
	}
	if code := trailing(p.before(s.from), c.words.Currencies); code != "" && isMoney(n.Unit) {
		c.typedUnit(p, s, code, code == n.Unit, true)
	}
}

// typedUnit reports a unit that is printed twice, or not that of the figure.
func (c *checker) typedUnit(p *passage, s spot, unit string, same, known bool) {
	f := finding{from: s.from, to: s.from + len(mark)}
	switch {
	case same:
		f.rule, f.message = unitTwice, fmt.Sprintf("%s prints its unit, and %s stands beside it", figureName(s.stat), unit)
	case known:
		f.rule, f.message = unitDiffers, fmt.Sprintf("%s is %s, and %s stands beside it", figureName(s.stat), ofUnit(s.stat), unit)
	default:
		return
	}
	c.find(p, f)
}

func figureName(s *doc.Stat) string {
	if s.Fact == "" {
		return "the figure"
	}
	return s.Fact
}

func ofUnit(s *doc.Stat) string {
	switch u := s.Number.Unit; {
	case printsPercent(s.Number):
		return "in per cent"
	case u == "":
		return "a whole number already"
	default:
		return "in " + u
	}
}

// printsPercent reports whether a number is printed with per cent.
func printsPercent(n lang.Number) bool { return n.Unit == lang.Percent || n.Form == lang.Share }

// isMoney tells a currency from a counted thing: three capitals.
func isMoney(unit string) bool {
	return utf8.RuneCountInString(unit) == 3 && strings.ToUpper(unit) == unit && strings.ToLower(unit) != unit
}
