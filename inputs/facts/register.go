package facts

import (
	"maps"
	"slices"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Register holds all facts of an edition. It is filled first and then only
// read: facts are added, Resolve works out the derived ones, and from then on
// it may be used by many goroutines.
type Register struct {
	facts map[string]*Fact
	parts map[string][]strict.Str // of derived facts, with the places that name them
	twice []pair
	lost  source.Span // facts.yaml, of which nothing could be read
}

// pair is a fact that was added though its name was taken.
type pair struct{ first, second *Fact }

// NewRegister returns an empty register.
func NewRegister() *Register {
	return &Register{facts: map[string]*Fact{}, parts: map[string][]strict.Str{}}
}

// Add takes a fact that exists by itself, because data give it.
func (g *Register) Add(f Fact) { g.put(&f, nil) }

// put keeps the first fact of a name that data give, or else the first of all.
func (g *Register) put(f *Fact, parts []strict.Str) {
	before, taken := g.facts[f.Name]
	if taken {
		g.twice = append(g.twice, pair{before, f})
		if before.Method == Count || f.Method != Count {
			return
		}
	}
	g.facts[f.Name] = f
	delete(g.parts, f.Name)
	if len(parts) > 0 {
		g.parts[f.Name] = parts
	}
}

// Lookup returns the fact of a name. Its Value is nil if it could not be worked
// out, which has been reported.
func (g *Register) Lookup(name string) (*Fact, bool) {
	f, ok := g.facts[name]
	return f, ok
}

// Lost tells whether facts.yaml could not be read, and where it is. A fact that
// is not in the register may then well be in the file.
func (g *Register) Lost() (at source.Span, ok bool) { return g.lost, g.lost.Start.Known() }

// Names returns the names of all facts, sorted.
func (g *Register) Names() []string { return slices.Sorted(maps.Keys(g.facts)) }

// Nearest returns the name that is closest to one that is unknown, or "".
func (g *Register) Nearest(name string) string { return source.Nearest(name, g.Names()) }

// Expand tells where a fact came from. It makes the register a source.Ledger.
func (g *Register) Expand(key source.Key) (source.Provenance, bool) {
	f, ok := g.facts[string(key)]
	if !ok {
		return source.Provenance{}, false
	}
	return f.provenance(), true
}
