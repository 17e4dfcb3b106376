// Package units holds the fixed-point length in which everything is laid out.
//
// # Sources
//
// Donald E. Knuth, TeX: The Program, §101–107: fixed-point arithmetic, so that
// a document comes out the same on every machine. The Go specification lets a
// compiler fuse a floating-point multiply and add, so floats would not do.
//
// # Units
//
// Sp is 1/65,536 of a PDF point (1/72 inch). Lengths grow to the right and down.
//
// # Errors
//
// Parse reports what is wrong with a written length; nothing else can fail.
package units

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Sp is a length in 1/65,536 PDF point.
type Sp int64

// Pt is one PDF point.
const Pt Sp = 1 << 16

// Max bounds every written length: 14,400 pt is the largest page that PDF
// readers accept (ISO 32000-1, annex C).
const Max = 14400 * Pt

// Mm returns n thousandths of a millimetre as a length, rounded to nearest.
func Mm(thousandths int64) Sp {
	return MulDiv(Sp(thousandths), 72*int64(Pt), 25400)
}

// Points returns n hundredths of a point as a length, rounded to nearest.
func Points(hundredths int64) Sp { return MulDiv(Sp(hundredths), int64(Pt), 100) }

// MulDiv returns a·num/den rounded to nearest, halves away from zero. The
// product must fit 64 bits, which holds for page lengths and font units.
func MulDiv(a Sp, num, den int64) Sp {
	p := int64(a) * num
	if (p < 0) != (den < 0) {
		return Sp((p - den/2) / den)
	}
	return Sp((p + den/2) / den)
}

// Float returns the length in points, for writers only: layout never uses it.
func (s Sp) Float() float64 { return float64(s) / float64(Pt) }

// String prints the length in points with at most three decimals.
func (s Sp) String() string {
	return strconv.FormatFloat(float64(MulDiv(s, 1000, int64(Pt)))/1000, 'f', -1, 64)
}

// Parse reads "24mm", "10.5pt" or "10.5" (points).
func Parse(text string) (Sp, error) {
	num, per := text, int64(1)
	den := int64(1)
	switch {
	case strings.HasSuffix(text, "mm"):
		num, per, den = strings.TrimSuffix(text, "mm"), 720, 254
	case strings.HasSuffix(text, "pt"):
		num = strings.TrimSuffix(text, "pt")
	}
	num = strings.TrimSpace(num)
	if num == "" || len(num) > 16 || strings.Trim(num, "0123456789.-") != "" {
		return 0, fmt.Errorf("%q is not a length such as 24mm or 10.5", text)
	}
	r, ok := new(big.Rat).SetString(num)
	if !ok {
		return 0, fmt.Errorf("%q is not a length such as 24mm or 10.5", text)
	}
	r.Mul(r, big.NewRat(per*int64(Pt), den))
	// Round to nearest, halves away from zero.
	half := big.NewRat(1, 2)
	if r.Sign() < 0 {
		half.Neg(half)
	}
	r.Add(r, half)
	q := new(big.Int).Quo(r.Num(), r.Denom())
	if !q.IsInt64() || q.Int64() > int64(Max) || q.Int64() < -int64(Max) {
		return 0, fmt.Errorf("%q is longer than the largest page, 14400 points", text)
	}
	return Sp(q.Int64()), nil
}

// UnmarshalText reads what Parse reads.
func (s *Sp) UnmarshalText(b []byte) error {
	v, err := Parse(string(b))
	if err == nil {
		*s = v
	}
	return err
}

// UnmarshalJSON reads the number that the length is, as JSON writes it: what
// one run measured must come back exact in the next. Without it JSON would ask
// UnmarshalText.
func (s *Sp) UnmarshalJSON(b []byte) error {
	v, err := strconv.ParseInt(string(b), 10, 64)
	if err == nil {
		*s = Sp(v)
	}
	return err
}
