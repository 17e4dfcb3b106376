package linebreak

import "slices"

// node is the best way found to break at a site with the last line in one
// fitness class and one number of hyphens running. Both are part of the state
// because both bear on what the next line costs (TeX §819 keeps the class
// alone).
type node struct {
	site, prev int32
	class, run uint8
	demerits   int64
}

// active is a site that lines may still begin at, with its nodes.
type active struct{ site, lo, hi int32 }

// maxActive is how many sites a line may begin at that ends at another: the
// breaks on a line of text are some twenty words and forty syllables. It bounds
// the work on text that always fits.
const maxActive = 256

// maxWork bounds, in the same case, sites times active sites.
const maxWork = 1 << 23

type search struct {
	sites    []site
	o        Options
	first    int64 // measures, cut
	rest     int64
	lastMin  int64
	lookback int
	nodes    []node
	active   []active
	line     span   // the line at hand; here so that it need not be on the heap each time
	best     []node // by class and run, for the site at hand; site is -1 where none
}

func newSearch(sites []site, o Options, limit int64) *search {
	if len(o.Tolerance) == 0 {
		o.Tolerance = DefaultOptions(0).Tolerance
	}
	o.MaxHyphens = max(0, min(o.MaxHyphens, 15))
	o.LinePenalty = max(0, min(o.LinePenalty, infBad))
	return &search{
		sites: sites, o: o,
		first: clamp(o.First, limit), rest: clamp(o.Rest, limit), lastMin: clamp(o.LastMin, limit),
		lookback: max(16, min(maxActive, maxWork/len(sites))),
		nodes:    make([]node, 0, 2*len(sites)),
		best:     make([]node, classes*(o.MaxHyphens+1)),
	}
}

// run finds the best way to the end and returns the last node, or -1 if set
// allows none.
func (s *search) run(set setter) int32 {
	s.nodes = append(s.nodes[:0], node{prev: -1, class: decent})
	s.active = append(s.active[:0], active{0, 0, 1})
	for i := 1; i < len(s.sites) && len(s.active) > 0; i++ {
		if to := &s.sites[i]; !to.flagged || to.forced || set.flagged() {
			s.visit(int32(i), set)
		}
	}
	if len(s.active) == 0 {
		return -1
	}
	end := s.active[0] // the last site is forced, so it alone is active
	best := end.lo
	for i := end.lo + 1; i < end.hi; i++ {
		if s.nodes[i].demerits < s.nodes[best].demerits {
			best = i
		}
	}
	return best
}

// visit tries every line that ends at site i and drops the sites from which no
// line can end later.
func (s *search) visit(i int32, set setter) {
	to := &s.sites[i]
	for j := range s.best {
		s.best[j].site = -1
	}
	kept := s.active[:0]
	for _, a := range s.active {
		l := &s.line
		*l = s.span(a.site, i)
		if to.boxes > l.from.boxes || to.forced {
			if price, class, ok := set.price(l, &s.o); ok {
				s.offer(a, i, l, price, class, set)
			}
		}
		if !l.final {
			kept = append(kept, a)
		}
	}
	s.active = kept
	s.keep(i)
}

// span measures the line between two sites.
func (s *search) span(from, to int32) span {
	a, b := &s.sites[from], &s.sites[to]
	l := span{
		from: a, to: b, measure: s.rest,
		natural: b.before.width - a.after.width + b.width,
		glue:    b.before.glue - a.after.glue,
		fit:     b.before.fit - a.after.fit,
		shrink:  b.before.shrink - a.after.shrink,
	}
	if from == 0 {
		l.measure = s.first
	}
	l.short = l.measure + b.hang - l.natural
	hopeless := b.boxes > a.boxes && b.least-(a.after.width-a.after.shrink) > l.measure
	l.final = b.forced || hopeless
	return l
}

// offer puts the ways that lead through the line up for the site it ends at.
func (s *search) offer(a active, i int32, l *span, price int64, class int, set setter) {
	rulePrice, soft := set.rule()
	rules := s.brokenRules(l)
	if rules > 0 && !soft {
		return
	}
	price += rules * rulePrice
	if l.from.flagged {
		switch {
		case l.to.last:
			price += int64(s.o.FinalHyphenDemerits)
		case l.to.flagged:
			price += int64(s.o.HyphenDemerits)
		}
	}
	for j := a.lo; j < a.hi; j++ {
		n := &s.nodes[j]
		d, run := n.demerits+price, 0
		if gap := class - int(n.class); gap > 1 || gap < -1 {
			d += int64(s.o.FitnessDemerits)
		}
		if s.o.MaxHyphens > 0 && l.to.flagged {
			run = int(n.run) + 1
			if run > s.o.MaxHyphens {
				if !soft {
					continue
				}
				d, run = d+rulePrice, s.o.MaxHyphens
			}
		}
		if b := &s.best[run*classes+class]; b.site < 0 || d < b.demerits {
			*b = node{site: i, prev: j, class: uint8(class), run: uint8(run), demerits: d}
		}
	}
}

// brokenRules counts the rules on the last line that a line breaks.
func (s *search) brokenRules(l *span) (n int64) {
	if !l.to.last {
		return 0
	}
	if l.natural < s.lastMin && l.from.item >= 0 && !l.from.forced {
		n++
	}
	if s.o.NoFinalHyphen && l.from.flagged {
		n++
	}
	return n
}

// keep makes nodes of the best ways to site i. A way that costs more than one
// with no more hyphens running and the worst change of class is never on the
// best way on (TeX §836).
func (s *search) keep(i int32) {
	lo := int32(len(s.nodes))
	change := max(int64(s.o.FitnessDemerits), -int64(s.o.FitnessDemerits))
	least := int64(1<<63 - 1)
	for run := 0; run <= s.o.MaxHyphens; run++ {
		row := s.best[run*classes : (run+1)*classes]
		for _, n := range row {
			if n.site >= 0 {
				least = min(least, n.demerits)
			}
		}
		for _, n := range row {
			if n.site >= 0 && n.demerits-change <= least {
				s.nodes = append(s.nodes, n)
			}
		}
	}
	if hi := int32(len(s.nodes)); hi > lo {
		if len(s.active) >= s.lookback {
			s.active = slices.Delete(s.active, 0, 1)
		}
		s.active = append(s.active, active{i, lo, hi})
	}
}
