package facts

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/lang"
)

// maxBits bounds the size of a value: derived facts of derived facts could
// otherwise grow without end. It is what package lang prints at most.
const maxBits = 1024

// Resolve works out the derived facts, after all facts have been added, and
// reports names that are taken twice or unknown, rings of facts that are
// derived from each other, and parts that do not go together.
func (g *Register) Resolve(r *source.Reporter) {
	for _, p := range g.twice {
		g.reportTwice(p, r)
	}
	s := &resolver{register: g, r: r, state: map[string]state{}}
	for _, name := range g.Names() {
		s.visit(name)
	}
	for _, name := range g.Names() {
		if f := g.facts[name]; f.Equals.S != "" {
			g.known(f.Equals.S, f.Equals.At, r)
		}
	}
}

func (g *Register) reportTwice(p pair, r *source.Reporter) {
	at, other, note := p.second, p.first, "it stands here first"
	if p.second.Method == Count {
		at, other = p.first, p.second // what a person wrote is what a person can change
	}
	if other.Method == Count {
		note = "it is counted here"
	}
	r.Add(source.Diagnostic{
		Code: "fact-twice", At: at.At, Excerpt: at.Name, Message: at.Name + " is there already",
		Fix: "remove it, or give it another name and add equals: " + at.Name, Related: []source.Related{{At: other.At, Message: note}},
	})
}

// known reports a name that no fact has.
func (g *Register) known(name string, at source.Span, r *source.Reporter) bool {
	if _, ok := g.facts[name]; ok {
		return true
	}
	r.Add(g.Unknown(name, at))
	return false
}

// Unknown says that no fact has a name. A share of few is none, for a reason.
func (g *Register) Unknown(name string, at source.Span) source.Diagnostic {
	d := source.Diagnostic{
		Code: "fact-unknown", At: at, Excerpt: name, Message: fmt.Sprintf("there is no fact %q", name),
		Replace: g.Nearest(name), Fix: "correct the name, or add the fact to facts.yaml",
	}
	if of, ok := strings.CutSuffix(name, ".share"); ok {
		if f, ok := g.facts[of]; ok && f.few(f.Base) {
			d.Message = fmt.Sprintf("%s: %s is out of %s, and of fewer than %d no percentage is given", d.Message, of, f.Base.RatString(), f.LeastBase)
			d.Replace, d.Fix = of, "print the count"
		}
	}
	return d
}

type state uint8

const (
	unseen state = iota
	open         // its parts are being visited
	done
)

type resolver struct {
	register *Register
	r        *source.Reporter
	state    map[string]state
	path     []string // the facts that are open, outermost first
}

// visit works out a fact after its parts.
func (s *resolver) visit(name string) {
	switch s.state[name] {
	case done:
		return
	case open:
		s.ring(name)
		return
	}
	f, parts := s.register.facts[name], s.register.parts[name]
	s.state[name] = open
	s.path = append(s.path, name)
	if len(parts) > 0 {
		f.Of = nil
	}
	whole := true
	values := make([]*Fact, 0, len(parts))
	for _, p := range parts {
		if !s.register.known(p.S, p.At, s.r) {
			whole = false
			continue
		}
		s.visit(p.S)
		part := s.register.facts[p.S]
		f.Of = append(f.Of, part.Key())
		values = append(values, part)
		whole = whole && part.Value != nil && s.state[p.S] == done
	}
	s.path = s.path[:len(s.path)-1]
	s.state[name] = done
	if whole && len(values) > 0 {
		s.derive(f, values)
	}
}

// ring reports the facts that are derived from each other, at the first of
// them by name, so that the report does not depend on where the walk began.
func (s *resolver) ring(name string) {
	ring := slices.Clone(s.path[slices.Index(s.path, name):])
	least := slices.Index(ring, slices.Min(ring))
	ring = slices.Concat(ring[least:], ring[:least+1])
	f := s.register.facts[ring[0]]
	s.r.Add(source.Diagnostic{
		Code: "fact-ring", At: f.At, Excerpt: f.Name, Message: "facts are derived from each other: " + shorten(ring),
		Fix: "give one of them a value",
	})
}

// shorten keeps the report of a long ring to one line.
func shorten(ring []string) string {
	const most = 8
	if len(ring) > most {
		ring = slices.Concat(ring[:most-1], []string{"…"}, ring[len(ring)-1:])
	}
	return strings.Join(ring, " → ")
}

func (s *resolver) derive(f *Fact, parts []*Fact) {
	if !s.units(f, parts) {
		return
	}
	switch f.Method {
	case Sum:
		f.Value = total(parts, func(p *Fact) *big.Rat { return p.Value })
		f.Places = places(parts)
	case Difference:
		s.difference(f, parts[0], parts[1])
	case Share:
		s.share(f, parts[0], parts[1])
	case Change:
		s.change(f, parts[0], parts[1])
	case Same:
		s.same(f, parts[0])
		return
	}
	if f.Value != nil && (f.Value.Num().BitLen() > maxBits || f.Value.Denom().BitLen() > maxBits) {
		s.r.Error("fact-size", f.At, f.Name+" has too many digits", "derive it from fewer facts")
		f.Value = nil
		return
	}
	s.earlier(f, parts)
	if f.Year == 0 {
		for _, p := range parts {
			f.Year = max(f.Year, p.Year)
		}
	}
}

// units gives a derived fact the unit of its parts, which must agree.
func (s *resolver) units(f *Fact, parts []*Fact) bool {
	first := parts[0]
	for _, p := range parts[1:] {
		switch {
		case first.Unit == "":
			first = p
		case p.Unit != "" && p.Unit != first.Unit:
			s.r.Add(source.Diagnostic{
				Code: "fact-units", At: f.At, Excerpt: f.Name,
				Message: fmt.Sprintf("%s puts together %s in %s and %s in %s", f.Name, first.Name, first.Unit, p.Name, p.Unit),
				Fix:     "name facts of one unit", Related: []source.Related{
					{At: first.At, Message: "in " + first.Unit}, {At: p.At, Message: "in " + p.Unit},
				},
			})
			return false
		}
	}
	f.Unit, f.Units, f.One = first.Unit, first.Units, first.One
	for _, p := range parts {
		f.LeastBase = max(f.LeastBase, p.LeastBase)
	}
	return true
}

// total is the exact sum of what get takes from each part, or nil if one has
// none.
func total(parts []*Fact, get func(*Fact) *big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, p := range parts {
		v := get(p)
		if v == nil {
			return nil
		}
		sum.Add(sum, v)
	}
	return sum
}

// places is the largest number of decimals of the parts, or -1 if one of them
// was computed.
func places(parts []*Fact) int {
	most := 0
	for _, p := range parts {
		if p.Places < 0 {
			return -1
		}
		most = max(most, p.Places)
	}
	return most
}

// difference of two percentages is in percentage points: whole ones, if the
// percentages are computed and therefore printed whole.
func (s *resolver) difference(f, a, b *Fact) {
	f.Value = new(big.Rat).Sub(a.Value, b.Value)
	f.Places = places([]*Fact{a, b})
	if f.Unit == lang.Percent {
		f.Unit = lang.Points
		if a.Base != nil && b.Base != nil {
			f.Places = 0
		}
	}
}

// same takes everything of another fact but the name, and the label if it has
// one of its own. With the year of the earlier value it takes that one.
func (s *resolver) same(f, of *Fact) {
	if f.Label.Empty() {
		f.Label = of.Label
	}
	f.BaseUnits, f.BaseOne = of.BaseUnits, of.BaseOne
	f.BaseOf = of.BaseOf
	switch {
	case f.Year == 0 || f.Year == of.Year:
		f.Value, f.Base, f.Places, f.Year, f.Was = of.Value, of.Base, of.Places, of.Year, of.Was
	case of.Was != nil && of.Was.Year == f.Year:
		f.Value, f.Base, f.Places = of.Was.Value, of.Was.Base, of.Was.Places
	default:
		s.r.Add(source.Diagnostic{
			Code: "fact-year", At: f.At, Excerpt: f.Name, Message: fmt.Sprintf("%s has no value of %d", of.Name, f.Year),
			Fix: "correct the year, or remove it", Related: []source.Related{{At: of.At, Message: "the other fact"}},
		})
	}
}

func (s *resolver) share(f, of, base *Fact) {
	if s.zero(f, base) || s.few(f, base) {
		return
	}
	f.Value, f.Base, f.Places, f.Unit = perCent(of.Value, base.Value), base.Value, -1, lang.Percent
	f.BaseUnits, f.BaseOne = base.Units, base.One
	f.BaseOf = base.Key()
}

func (s *resolver) change(f, now, before *Fact) {
	if s.zero(f, before) {
		return
	}
	rise := new(big.Rat).Sub(now.Value, before.Value)
	base := new(big.Rat).Abs(before.Value) // from −4 to −2 is a rise
	f.Value, f.Base, f.Places, f.Unit = perCent(rise, base), base, -1, lang.Percent
	f.BaseOf = before.Key()
}

func (s *resolver) zero(f, base *Fact) bool {
	if base.Value.Sign() != 0 {
		return false
	}
	s.r.Add(source.Diagnostic{
		Code: "fact-zero", At: f.At, Excerpt: f.Name, Message: fmt.Sprintf("%s is a share of %s, which is 0", f.Name, base.Name),
		Fix: "name another base, or write in words what has no share", Related: []source.Related{{At: base.At, Message: "it is 0"}},
	})
	return true
}

// few reports a share of a base of which no share is given.
func (s *resolver) few(f, base *Fact) bool {
	if !f.few(base.Value) {
		return false
	}
	s.r.Add(source.Diagnostic{
		Code: "fact-few", At: f.At, Excerpt: f.Name,
		Message: fmt.Sprintf("%s is a share of %s, which is %s, and of fewer than %d no percentage is given", f.Name, base.Name, plain(base), f.LeastBase),
		Fix:     "print the counts instead", Related: []source.Related{{At: base.At, Message: "the base"}},
	})
	return true
}

func perCent(of, base *big.Rat) *big.Rat {
	v := new(big.Rat).Quo(of, base)
	return v.Mul(v, big.NewRat(100, 1))
}

// earlier gives a derived fact a value of an earlier year, if all parts have
// one of the same year.
func (s *resolver) earlier(f *Fact, parts []*Fact) {
	for _, p := range parts {
		if f.Value == nil || p.Was == nil || p.Was.Year != parts[0].Was.Year {
			return
		}
	}
	w := &Was{Year: parts[0].Was.Year, Places: -1}
	value := func(p *Fact) *big.Rat { return p.Was.Value }
	switch f.Method {
	case Sum:
		w.Value = total(parts, value)
	case Difference:
		w.Value = new(big.Rat).Sub(value(parts[0]), value(parts[1]))
	case Share:
		w.Base = value(parts[1])
		if w.Base.Sign() == 0 || f.few(w.Base) {
			return
		}
		w.Value = perCent(value(parts[0]), w.Base)
	default:
		return
	}
	f.Was = w
}
