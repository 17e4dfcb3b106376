package audit

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/chart"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// figures knows the figures of a document: those that were called at a place,
// and all of a key.
type figures struct {
	at map[call][]lang.Number
	of map[source.Key][]lang.Number
}

// call is a figure at a place of a manuscript.
type call struct {
	key source.Key
	at  source.Pos
}

func newFigures(d *doc.Document) *figures {
	f := &figures{at: map[call][]lang.Number{}, of: map[source.Key][]lang.Number{}}
	run := func(in []doc.Inline) {
		doc.Each(in, func(x doc.Inline) {
			if s, ok := x.(*doc.Stat); ok {
				f.add(s)
			}
		})
	}
	c := &d.Cover
	for _, in := range [][]doc.Inline{c.Title, c.Submission, c.Reissue, c.Decision, c.Note, c.Caption} {
		run(in)
	}
	l := lang.For(d.Lang)
	for _, p := range d.Parts {
		run(p.Title)
		run(p.Tag)
		doc.Stats(p.Blocks, f.add)
		doc.Blocks(p.Blocks, func(b doc.Block) {
			if c, ok := b.(*doc.Chart); ok {
				for _, s := range chart.Derived(l, c) {
					f.add(s)
				}
			}
		})
	}
	return f
}

func (f *figures) add(s *doc.Stat) {
	if s == nil || s.From == "" {
		return
	}
	n := s.Number
	if s.Hole { // which has no number yet, whatever else is known
		n = lang.Number{}
	}
	c := call{s.From, s.At.Start}
	f.at[c] = append(f.at[c], n)
	f.of[s.From] = append(f.of[s.From], n)
}

func percent(n lang.Number) bool { return n.Unit == lang.Percent || n.Form == lang.Share }

// find returns the number behind a printed figure: the one called at its place,
// or else one of its key. A chart prints a value and its share under one call;
// the sign tells them apart.
func (f *figures) find(c call, printed string) (lang.Number, bool) {
	list := f.at[c]
	if len(list) == 0 {
		list = f.of[c.key]
	}
	sign := strings.Contains(printed, "%")
	for _, n := range list {
		if percent(n) == sign {
			return n, true
		}
	}
	if len(list) == 0 {
		return lang.Number{}, false
	}
	return list[0], true
}

// called says that a figure of the key is called at exactly this place.
func (f *figures) called(c call) bool { return len(f.at[c]) > 0 }

// exact is a number as it is listed.
type exact struct{ value, base, unit, form string }

// forms are the names of the forms, as an author writes them.
var forms = [...]string{
	lang.Auto: "", lang.Figure: "figure", lang.Words: "words", lang.Ordinal: "ordinal", lang.Share: "share",
	lang.Million: "million", lang.Thousand: "thousand", lang.Was: "was", lang.Direction: "direction", lang.Name: "name",
}

func exactly(n lang.Number) exact {
	out := exact{unit: n.Unit}
	if int(n.Form) < len(forms) {
		out.form = forms[n.Form]
	}
	value, base := n.Value, n.Base
	switch n.Form {
	case lang.Was:
		value, base = n.WasValue, n.WasBase
		out.form = fmt.Sprintf("was %d", n.WasYear)
		if n.WasUnit != "" {
			out.unit = n.WasUnit
		}
	case lang.Direction:
		if n.WasValue != nil {
			out.form = fmt.Sprintf("direction, from %s in %d", decimal(n.WasValue), n.WasYear)
		}
	}
	if value == nil {
		if n.Form != lang.Name {
			out.form = "missing"
		}
		return out
	}
	switch {
	case out.unit == lang.Percent && base != nil:
		// The value is the per cent itself; the part that it is of the base is
		// what was counted.
		value = new(big.Rat).Mul(value, new(big.Rat).Quo(base, big.NewRat(100, 1)))
	case n.Form != lang.Share && n.Form != lang.Was:
		base = nil // there is one, but it is not printed
	case n.Form == lang.Was && n.WasForm != lang.Share:
		base = nil
	}
	out.value = decimal(value)
	if base != nil {
		out.base = decimal(base)
		if out.unit != lang.Percent {
			out.unit = lang.Percent
		}
	}
	return out
}

// decimal writes a number exactly: as a decimal if it has an end as one, else as
// a fraction in lowest terms.
func decimal(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	if places, ok := v.FloatPrec(); ok {
		return v.FloatString(places)
	}
	return v.RatString()
}
