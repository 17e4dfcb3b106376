package xlsx

import (
	"math/big"
	"strconv"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// kind tells what a column of numbers is made of. Decimals are the same in a
// column for each kind.
type kind uint8

const (
	count kind = iota
	share
	points
	kinds
)

// number is a figure made ready for a cell.
type number struct {
	value  float64
	kind   kind
	places int
	signed bool
}

// exact bounds the numbers that a spreadsheet keeps to the last whole digit, of
// which it has 15.
const exact = 999_999_999_999_999

// number turns a figure into a number; ok is false for one that prints as words
// or is too long.
func (s *sheet) number(x *doc.Stat) (out number, ok bool) {
	n := x.Number
	if x.Hole || n.Check() != nil {
		return out, false
	}
	v := n.Value
	switch n.Form {
	case lang.Words, lang.Ordinal, lang.Was, lang.Direction, lang.Name:
		return out, false
	case lang.Million, lang.Thousand:
		v = s.scaled(n)
	case lang.Share:
		if n.Unit != lang.Percent {
			v = new(big.Rat).Quo(n.Value, n.Base)
			v.Mul(v, big.NewRat(100, 1))
		}
		out.kind = share
	}
	switch n.Unit {
	case lang.Percent:
		out.kind = share
	case lang.Points:
		out.kind = points
	}
	if new(big.Rat).Abs(v).Cmp(new(big.Rat).SetInt64(exact)) > 0 {
		return out, false
	}
	out.value = digits15(v)
	_, decimals, _ := strings.Cut(s.lang.Parts(n, lang.InTable).Figure, s.lang.Profile(lang.InTable).Decimal)
	out.places, out.signed = len(decimals), n.Signed
	return out, true
}

// digits15 rounds to the 15 digits that spreadsheets show; excelize would cut
// the others off.
func digits15(v *big.Rat) float64 {
	f, _ := v.Float64()
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return f
}

// scaled puts a number in the millions that the head of its column names; where
// the print names them beside each number, it stays as it is.
func (s *sheet) scaled(n lang.Number) *big.Rat {
	by := int64(1_000_000)
	switch {
	case !s.lang.Profile(lang.InTable).Bare:
		return n.Value
	case n.Form == lang.Thousand:
		by = 1_000
	}
	return new(big.Rat).Quo(n.Value, big.NewRat(by, 1))
}

// format is the number format of a cell (ECMA-376, part 1, 18.8.30). What stands
// between thousands is chosen by the program that shows it. suffix is printed
// behind the figure.
func format(places int, signed bool, suffix string) string {
	f := "#,##0"
	if places > 0 {
		f += "." + strings.Repeat("0", places)
	}
	if suffix != "" {
		f += `"` + suffix + `"`
	}
	if signed {
		return "+" + f + ";-" + f + ";" + f
	}
	return f
}

// hidden shows a number but not 0.
const hidden = `#,##0;-#,##0;""`
