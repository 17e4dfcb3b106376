package facts

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/lang"
)

// Method says how the value of a fact came about.
type Method string

// The methods; they are those of source.Provenance.
const (
	Quoted     Method = "quoted"     // written in facts.yaml
	Sum        Method = "sum"        // of two or more facts
	Difference Method = "difference" // of two facts
	Share      Method = "share"      // of a base, in per cent
	Change     Method = "change"     // from an earlier fact, in per cent of it
	Count      Method = "count"      // of rows or answers of a table of data
	Same       Method = "same"       // of another fact, under a name of its own
)

// Fact is one named figure.
type Fact struct {
	Name string
	// Value is nil until Resolve, and after it if it cannot be worked out.
	Value *big.Rat
	// Places is how many decimals the value was written with; -1 for a value
	// that was computed and has as many as the place of printing wants.
	Places int
	// Base is what the value is a part of: the offices asked, for a count of
	// answers; for the unit "%", what is a hundred per cent.
	Base *big.Rat
	// BaseOf is the fact that the base is the value of; "" if there is none.
	BaseOf source.Key
	// BaseUnits and BaseOne are what the base counts, as it is printed, where
	// that is not the unit of the value; empty if that is not known.
	BaseUnits, BaseOne strict.Text
	// LeastBase is the smallest base of which a share is given; 0 for any.
	LeastBase int64
	Unit      string
	Units     strict.Text // the unit as it is printed, by language; empty: Unit itself
	One       strict.Text // the unit in the singular
	Year      int         // 0 for none
	Label     strict.Text
	Was       *Was
	// Source is what a person wrote as source.
	Source strict.Text
	Method Method
	Of     []source.Key  // the facts it was worked out from
	Inputs []source.Span // places of data it was counted from
	Equals strict.Str    // the fact that it must agree with; "" for none
	At     source.Span   // of its name in facts.yaml, or of the data
}

// Was is the value of an earlier year.
type Was struct {
	Year   int
	Value  *big.Rat
	Base   *big.Rat
	Places int
}

// name is what facts are called: words parted by points.
var name = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)

// maxLength bounds a name: it must fit a line of a message.
const maxLength = 120

// IsName reports whether a text can be the name of a fact.
func IsName(text string) bool { return len(text) <= maxLength && name.MatchString(text) }

// Key names the fact in a ledger.
func (f *Fact) Key() source.Key { return source.Key(f.Name) }

// Check says why the fact cannot be printed in a form, or nil.
func (f *Fact) Check(tag string, form lang.Form) error {
	if f.Value == nil {
		return fmt.Errorf("%s has no value", f.Name)
	}
	switch form {
	case lang.Share:
		if f.Base == nil && f.Unit != lang.Percent {
			return fmt.Errorf("%s has no base that it could be a share of", f.Name)
		}
		if f.few(f.Base) {
			return fmt.Errorf("%s is out of %s, and of fewer than %d no percentage is given", f.Name, f.Base.RatString(), f.LeastBase)
		}
	case lang.Was:
		if f.Was == nil {
			return fmt.Errorf("%s has no value of an earlier year", f.Name)
		}
		if _, ok := f.Units.In(tag); !ok && len(f.Units.By) > 0 && f.words(tag) != (lang.Noun{}) {
			return fmt.Errorf("its unit %q has no text in %q", f.Unit, tag)
		}
	case lang.Direction:
		if f.Was == nil && f.Method != Change && f.Method != Difference {
			return fmt.Errorf("%s has no value of an earlier year and is not a change itself", f.Name)
		}
	case lang.Name:
		if s, ok := f.Label.In(tag); !ok || s.S == "" {
			return fmt.Errorf("%s has no label in %q", f.Name, tag)
		}
	case lang.Ordinal:
		if !f.Value.IsInt() || f.Value.Sign() <= 0 {
			return errors.New(f.Name + " is not a whole number that could be an ordinal")
		}
	}
	return f.Number(tag, form).Check()
}

// few reports whether a base is too small for a share.
func (f *Fact) few(base *big.Rat) bool {
	return f.LeastBase > 0 && base != nil && base.Cmp(big.NewRat(f.LeastBase, 1)) < 0
}

// Number is what a manuscript in a language prints for the fact in a form. It
// has no base where that is too small for a share.
func (f *Fact) Number(tag string, form lang.Form) lang.Number {
	n := lang.Number{
		Value: f.Value, Base: f.Base, Unit: f.Unit, Form: form, Places: f.Places, UnitWords: f.words(tag),
	}
	if f.few(f.Base) {
		n.Base = nil
	}
	if many, ok := f.BaseUnits.In(tag); ok {
		n.BaseWords = lang.Noun{Singular: many.S, Plural: many.S}
		if one, ok := f.BaseOne.In(tag); ok {
			n.BaseWords.Singular = one.S
		}
	}
	if s, ok := f.Label.In(tag); ok {
		n.Label = s.S
	}
	scaled := form == lang.Million || form == lang.Thousand || form == lang.Share && f.Unit != lang.Percent
	if scaled {
		n.Places = -1 // the decimals of the unscaled value say nothing
	}
	if f.Was != nil {
		n.WasYear, n.WasValue = f.Was.Year, f.Was.Value
		if !f.few(f.Was.Base) {
			n.WasBase = f.Was.Base
		}
		if form == lang.Was {
			n.Places = f.Was.Places
		}
	}
	return n
}

// words is the unit of a counted thing in both numbers.
func (f *Fact) words(tag string) lang.Noun {
	if f.Unit == lang.Percent || f.Unit == lang.Points || isMoney(f.Unit) {
		return lang.Noun{}
	}
	many := f.Unit
	if s, ok := f.Units.In(tag); ok {
		many = s.S
	}
	one := many
	if s, ok := f.One.In(tag); ok {
		one = s.S
	}
	return lang.Noun{Singular: one, Plural: many}
}

var currency = regexp.MustCompile(`^[A-Z]{3}$`)

func isMoney(unit string) bool { return currency.MatchString(unit) }

// provenance is what the ledger says of the fact.
func (f *Fact) provenance() source.Provenance {
	p := source.Provenance{Method: string(f.Method), Of: f.Of, Inputs: f.Inputs}
	if len(p.Inputs) == 0 && f.At.Start.Known() {
		p.Inputs = []source.Span{f.At}
	}
	for _, t := range f.Source.By {
		p.Source = append(p.Source, t.S)
	}
	return p
}
