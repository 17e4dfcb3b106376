package lang

import (
	"errors"
	"fmt"
	"math/big"
)

// Form says how a number is printed.
type Form uint8

// The forms that a manuscript can ask for; Auto leaves it to the place.
const (
	Auto      Form = iota // words or figures by the rule of the place
	Figure                // figures, at the start of a sentence too
	Words                 // words everywhere
	Ordinal               // 109th, third
	Share                 // of its base, per cent
	Million               // 28.9 million
	Thousand              // 345 thousand
	Was                   // the comparator: (2016: 52 offices)
	Direction             // increase, decrease, no change
	Name                  // its label
)

// Units that are not counted things. Money has an ISO 4217 code as its unit.
const (
	Percent = "%"
	Points  = "points" // percentage points
)

// Number is what is to be printed: an exact value, its unit and its form.
type Number struct {
	Value *big.Rat // for Percent the per cent itself: 9.6
	Unit  string   // "", a counted thing (not printed), Percent, Points, or a currency code
	Form  Form

	// Places is how many decimals to print; -1 leaves it to the number: none
	// for a computed share, up to one for millions and thousands, else as
	// many as the value has, two at most.
	Places int

	// Base makes the number a share of it: Form Share prints 100·Value/Base.
	// A number whose Unit is Percent is a share already; a Base marks it as
	// computed, so that it is rounded to whole per cent.
	Base *big.Rat

	// The comparator, for Was and Direction. WasUnit "" is Unit; WasForm may
	// be Million, Thousand or Share (of WasBase).
	WasYear  int
	WasValue *big.Rat
	WasUnit  string
	WasForm  Form
	WasBase  *big.Rat

	BaseWords Noun   // what the base of a percentage counts
	UnitWords Noun   // printed with Was: "52 offices"
	Label     string // for Name
	Signed    bool   // print a plus, in rows of change
	Gender    Gender // of the thing counted

	Beside Beside // set by Table.Tell
}

// Int is a count of n things, for strings that have a number in them.
func Int(n int64) Number { return Number{Value: new(big.Rat).SetInt64(n), Places: -1} }

// Check says why a number cannot be printed, or nil. Format returns "" for a
// number that does not pass.
func (n Number) Check() error {
	switch n.Form {
	case Name:
		if n.Label == "" {
			return errors.New("number has no label to print")
		}
		return nil
	case Was:
		if n.WasYear == 0 {
			return errors.New("number has no earlier year to compare with")
		}
		return n.comparator().Check()
	case Direction:
		if n.WasValue != nil {
			return errors.Join(printable("earlier value", n.WasValue), printable("value", n.Value))
		}
	case Share:
		if n.Base == nil && n.Unit != Percent {
			return errors.New("share has no base")
		}
	}
	if n.Base != nil && n.Base.Sign() == 0 {
		return errors.New("share has a base of 0")
	}
	if n.Base != nil {
		if err := printable("base", n.Base); err != nil {
			return err
		}
	}
	return printable("value", n.Value)
}

// printable keeps numbers to a size that is formatted in no time.
func printable(what string, v *big.Rat) error {
	switch {
	case v == nil:
		return fmt.Errorf("number has no %s", what)
	case v.Num().BitLen() > maxBits || v.Denom().BitLen() > maxBits:
		return fmt.Errorf("%s is too long to print: more than %d bits", what, maxBits)
	}
	return nil
}

// comparator is the earlier value as a number of its own.
func (n Number) comparator() Number {
	unit := n.WasUnit
	if unit == "" {
		unit = n.Unit
	}
	form := n.WasForm
	switch form {
	case Million, Thousand, Share:
	default:
		form = Figure
	}
	places := n.Places
	if form != Figure {
		places = -1 // the decimals of the unscaled value say nothing
	}
	return Number{Value: n.WasValue, Unit: unit, Form: form, Base: n.WasBase, Places: places}
}

// isMoney tells a currency code from a counted thing: three capitals.
func isMoney(unit string) bool {
	if len(unit) != 3 {
		return false
	}
	for i := range len(unit) {
		if unit[i] < 'A' || unit[i] > 'Z' {
			return false
		}
	}
	return true
}

// quantity is a number reduced to what stands on the page: digits, what they
// count, and the scale they are in.
type quantity struct {
	digits decimal
	unit   string // "", Percent, Points or a currency code
	scale  Noun   // million or thousand, or none
	whole  bool   // a count without decimals, which may be put in words
}

// quantity scales and rounds a number that has passed Check.
func (t *Table) quantity(n Number, bare bool) quantity {
	q, value, places := quantity{unit: n.Unit}, n.Value, n.Places
	if places < 0 {
		places = wantedPlaces
	}
	switch {
	case n.Form == Share && n.Unit != Percent:
		value = new(big.Rat).Quo(n.Value, n.Base)
		value.Mul(value, big.NewRat(100, 1))
		q.unit = Percent
	case n.Unit == Percent || n.Unit == Points:
	case n.Form == Million && t.scale(&q, n, t.numerals.million, 1_000_000, bare),
		n.Form == Thousand && t.scale(&q, n, t.numerals.thousand, 1_000, bare):
		return q
	}
	if q.unit == Percent && n.Base != nil && n.Places < 0 {
		places = wholeShare(value, bare)
	}
	q.digits = round(value, places, n.Places < 0)
	if q.unit != Percent && q.unit != Points && !isMoney(q.unit) {
		q.unit = ""
		q.whole = q.digits.frac == "" && n.Value.IsInt()
	}
	return q
}

// wholeShare is how many decimals a computed share takes: none, unless in text
// it would read as nobody or as all and is neither. Columns keep one number of
// decimals.
func wholeShare(v *big.Rat, bare bool) int {
	if bare || v.IsInt() {
		return 0
	}
	for places := range wantedPlaces {
		switch rounded := round(v, places, true); {
		case rounded.frac != "":
			return places
		case rounded.whole != "0" && rounded.whole != "100":
			return places
		}
	}
	return wantedPlaces
}

// scale puts a number in millions or thousands, unless that would not read: in
// text 40,000 is not "0 million", and French and Spanish have no "1 mille".
// Where a head names the scale, every number is shown in it.
func (t *Table) scale(q *quantity, n Number, noun Noun, by int64, bare bool) bool {
	v := new(big.Rat).Quo(n.Value, big.NewRat(by, 1))
	places := n.Places
	if places < 0 {
		places = 1
		if tooSmall := new(big.Rat).Abs(v).Cmp(big.NewRat(1, 10)) < 0; tooSmall && !bare {
			return false
		}
	}
	d := round(v, places, n.Places < 0)
	if t.Noun(noun, d.rat()) == "" && !bare {
		return false
	}
	q.digits, q.scale = d, noun
	if !isMoney(q.unit) {
		q.unit = ""
	}
	return true
}
