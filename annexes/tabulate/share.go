package tabulate

import "math/big"

// Percent is what per cent a part is of its base, exactly; nil where there is
// no base to be a part of.
func Percent(part, base *big.Rat) *big.Rat {
	if part == nil || base == nil || base.Sign() == 0 {
		return nil
	}
	p := new(big.Rat).Quo(part, base)
	return p.Mul(p, big.NewRat(100, 1))
}

// Round is the nearest whole number, halves away from zero; nil of nil.
func Round(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	twice := new(big.Int).Lsh(new(big.Int).Abs(x.Num()), 1)
	twice.Add(twice, x.Denom())
	whole := twice.Quo(twice, new(big.Int).Lsh(x.Denom(), 1))
	if x.Sign() < 0 {
		whole.Neg(whole)
	}
	return new(big.Rat).SetInt(whole)
}

// Points is the change from one percentage to another in percentage points, as
// the printed percentages give it; nil where one of them is missing.
func Points(before, now *big.Rat) *big.Rat {
	if before == nil || now == nil {
		return nil
	}
	return new(big.Rat).Sub(Round(now), Round(before))
}
