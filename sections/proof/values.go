package proof

import (
	"math/big"
	"slices"
	"strings"

	"assemble/layout/lang"
)

// values finds facts by what is printed of them.
type values struct {
	exact  map[string][]*Fact  // by value
	shares []*Fact             // computed, and printed rounded
	scaled []*Fact             // large enough for thousands or millions
	spoken map[string]*big.Rat // number words of the facts' values
	words  map[string]bool     // all words that numbers are made of
}

// spokenFrom and spokenTo bound the numbers that are looked for in words: small
// ones are too common to mean a fact.
const (
	spokenFrom = 10
	spokenTo   = 1_000_000
)

func (c *checker) values() *values {
	v := &values{exact: map[string][]*Fact{}, spoken: map[string]*big.Rat{}, words: map[string]bool{}}
	thousand := big.NewRat(1000, 1)
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Value == nil || f.Value.Sign() <= 0 {
			continue
		}
		key := f.Value.RatString()
		v.exact[key] = append(v.exact[key], f)
		if f.Value.Cmp(thousand) > 0 {
			v.scaled = append(v.scaled, f)
		}
		c.speak(v, f.Value)
		if f.Computed && !f.Value.IsInt() {
			v.shares = append(v.shares, f)
			whole, _ := new(big.Rat).SetString(f.Value.FloatString(0))
			c.speak(v, whole)
		}
	}
	for n := range int64(101) {
		for _, w := range numberWords(c.Lang.Cardinal(n, lang.Masculine)) {
			v.words[w] = true
		}
	}
	return v
}

// speak adds a value in words.
func (c *checker) speak(v *values, value *big.Rat) {
	if !value.IsInt() || !value.Num().IsInt64() {
		return
	}
	n := value.Num().Int64()
	if n < spokenFrom || n >= spokenTo {
		return
	}
	for _, g := range []lang.Gender{lang.Masculine, lang.Feminine, lang.Alone} {
		words := c.Lang.Cardinal(n, g)
		v.spoken[words] = value
		for _, w := range numberWords(words) {
			v.words[w] = true
		}
	}
}

func numberWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
}

// rounded returns the computed shares that are printed as a typed percentage.
func (v *values) rounded(n *big.Rat, places int, beside func(*Fact) bool) []*Fact {
	var out []*Fact
	for _, f := range v.shares {
		if f.Value.FloatString(places) == n.FloatString(places) && beside(f) {
			out = append(out, f)
		}
	}
	return out
}

// standing returns the facts of a value whose unit stands beside a typed
// figure, by name.
func (v *values) standing(n *big.Rat, beside func(*Fact) bool) []*Fact {
	var out []*Fact
	for _, f := range v.exact[n.RatString()] {
		if beside(f) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *Fact) int { return strings.Compare(a.Name, b.Name) })
	return out
}
