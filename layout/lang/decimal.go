package lang

import (
	"math/big"
	"strings"
)

// maxBits bounds numerator and denominator of what is printed, so that no
// input can make formatting slow: 1,024 bits are 308 digits.
const maxBits = 1024

// maxPlaces bounds the decimals, wantedPlaces is what a number gets that asks
// for as many as it needs.
const (
	maxPlaces    = 9
	wantedPlaces = 2
)

// decimal is a rounded number as digits.
type decimal struct {
	neg         bool
	whole, frac string
}

// round gives v its decimals: to the nearest, halves away from zero, as
// big.Rat does. A number that rounds to nought has no sign. With trim, closing
// zeros are left out.
func round(v *big.Rat, places int, trim bool) decimal {
	digits := new(big.Rat).Abs(v).FloatString(min(max(places, 0), maxPlaces))
	var d decimal
	d.whole, d.frac, _ = strings.Cut(digits, ".")
	d.neg = v.Sign() < 0 && strings.Trim(digits, "0.") != ""
	if trim {
		d.frac = strings.TrimRight(d.frac, "0")
	}
	return d
}

// figure writes the digits with the separators of a profile, without sign.
func (d decimal) figure(p Profile) string {
	s := group(d.whole, p)
	if d.frac != "" {
		s += p.Decimal + d.frac
	}
	return s
}

// group parts thousands from the right.
func group(digits string, p Profile) string {
	if p.Group == "" || len(digits) <= 3 || len(digits) < p.MinGroup {
		return digits
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(p.Group)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// rat is the rounded number as a value again, without its sign.
func (d decimal) rat() *big.Rat {
	v, _ := new(big.Rat).SetString(d.whole + "." + d.frac + "0")
	return v
}
