package facts

import (
	"fmt"
	"math/big"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// CheckEquals reports quoted figures that differ from the fact that they say
// they are equal to, under the rule quoted-differs. A figure agrees if the
// other, rounded to the decimals with which the figure is written, is the same.
func (g *Register) CheckEquals(r *source.Reporter) {
	for _, name := range g.Names() {
		f := g.facts[name]
		other, ok := g.facts[f.Equals.S]
		if !ok || f.Value == nil || other.Value == nil {
			continue
		}
		if f.Unit != "" && other.Unit != "" && f.Unit != other.Unit {
			g.differs(f, other, fmt.Sprintf("%s is in %s, but %s is in %s", f.Name, f.Unit, other.Name, other.Unit), r)
			continue
		}
		if !agrees(f, other) {
			g.differs(f, other, fmt.Sprintf("%s is %s, but %s is %s", f.Name, plain(f), other.Name, plain(other)), r)
		}
	}
}

func agrees(f, other *Fact) bool {
	if f.Places < 0 {
		return f.Value.Cmp(other.Value) == 0
	}
	rounded, ok := strict.ParseNumber(other.Value.FloatString(f.Places))
	return ok && rounded.Value.Cmp(f.Value) == 0
}

// plain writes a value for a message: exactly, or with two decimals.
func plain(f *Fact) string {
	if f.Value.IsInt() {
		return new(big.Int).Set(f.Value.Num()).String()
	}
	return f.Value.FloatString(max(f.Places, 2))
}

func (g *Register) differs(f, other *Fact, message string, r *source.Reporter) {
	r.Add(source.Diagnostic{
		Code: "quoted-differs", At: f.At, Excerpt: f.Name, Message: message, Key: "facts.yaml:" + f.Name,
		Fix:     "correct the figure, or add it to accept in edition.yaml with the reason",
		Related: []source.Related{{At: other.At, Message: "the other value is from here"}},
	})
}
