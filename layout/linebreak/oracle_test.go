package linebreak

import (
	"math/big"

	"assemble/layout/units"
)

// oracle breaks a short paragraph by trying every set of breaks. It shares
// nothing with the breaker but the types: it finds breakpoints and adds widths
// up item by item, for each line anew, and has TeX's formulas in its own words.
type oracle struct {
	items []Item
	o     Options
	price func(l oracleLine) (demerits int64, class int, ok bool)
	rule  int64 // price of a broken rule; 0 if none may be broken
	noHyp bool
	end   int

	found bool
	best  int64
}

type oracleLine struct {
	width, short, glue, fit, shrink int64
	forced, last, flagged           bool
	cost                            int64
	measure                         int64
}

func discardable(it Item) bool { return it.Kind == Glue || it.Kind == Penalty }

func forcedBreak(it Item) bool { return it.Kind == Penalty && it.Cost <= -Inf }

func (q *oracle) run() (int64, bool) {
	q.end = len(q.items)
	for q.end > 0 && discardable(q.items[q.end-1]) {
		q.end--
	}
	q.from(-1, 2, 0, 0)
	return q.best, q.found
}

func (q *oracle) legal(i int) bool {
	switch it := q.items[i]; it.Kind {
	case Glue:
		return i > 0 && !discardable(q.items[i-1])
	case Penalty:
		return it.Cost < Inf && !(it.Flagged && q.noHyp && !forcedBreak(it))
	}
	return false
}

// from tries every line after a break at item a.
func (q *oracle) from(a, class, run int, total int64) {
	if a == q.end {
		if !q.found || total < q.best {
			q.found, q.best = true, total
		}
		return
	}
	start := a + 1
	for a >= 0 && start < q.end && discardable(q.items[start]) && !forcedBreak(q.items[start]) {
		start++
	}
	boxes := 0
	for b := start; b <= q.end; b++ {
		forced := b == q.end || forcedBreak(q.items[b])
		if b == q.end || q.legal(b) {
			if boxes > 0 || forced {
				q.try(a, start, b, class, run, total)
			}
		}
		if forced {
			return
		}
		if !discardable(q.items[b]) {
			boxes++
		}
	}
}

func (q *oracle) try(a, start, b, class, run int, total int64) {
	l := oracleLine{measure: int64(q.o.Rest), last: b == q.end}
	if a < 0 {
		l.measure = int64(q.o.First)
	}
	for _, it := range q.items[start:b] {
		if it.Kind == Penalty {
			continue
		}
		l.width += int64(it.Width)
		l.shrink += int64(it.Shrink)
		if it.Kind == Glue {
			l.glue += int64(it.Stretch)
		} else {
			l.fit += int64(it.Stretch)
		}
	}
	l.forced = l.last
	if b < len(q.items) {
		l.short = int64(q.items[b].Hang)
	}
	if b < q.end && q.items[b].Kind == Penalty {
		it := q.items[b]
		l.width += int64(it.Width)
		l.forced, l.flagged, l.cost = it.Cost <= -Inf, it.Flagged, int64(it.Cost)
	}
	l.short += l.measure - l.width
	d, next, ok := q.price(l)
	if !ok {
		return
	}
	wasHyphen := a >= 0 && q.items[a].Kind == Penalty && q.items[a].Flagged
	broken := int64(0)
	if l.last && l.width < int64(q.o.LastMin) && a >= 0 && !forcedBreak(q.items[a]) {
		broken++
	}
	if l.last && q.o.NoFinalHyphen && wasHyphen {
		broken++
	}
	if wasHyphen && l.last {
		d += int64(q.o.FinalHyphenDemerits)
	} else if wasHyphen && l.flagged {
		d += int64(q.o.HyphenDemerits)
	}
	if next-class > 1 || class-next > 1 {
		d += int64(q.o.FitnessDemerits)
	}
	if run++; !l.flagged {
		run = 0
	}
	if q.o.MaxHyphens > 0 && run > q.o.MaxHyphens {
		broken++
	}
	if broken > 0 && q.rule == 0 {
		return
	}
	q.from(b, next, run, total+d+broken*q.rule)
}

// oracleBadness is 100(t/s)³ as in TeX §108, in whole numbers of any size.
func oracleBadness(t, s int64) int64 {
	if t == 0 {
		return 0
	}
	if s == 0 {
		return 10000
	}
	r := new(big.Int).Mul(big.NewInt(t), big.NewInt(297))
	r.Quo(r, big.NewInt(s))
	if r.Cmp(big.NewInt(1290)) > 0 {
		return 10000
	}
	v := r.Int64()
	return (v*v*v + 131072) / 262144
}

// look returns a line's badness and class: 0 very loose to 3 tight. Badness is
// -1 where the line cannot be brought to its measure.
func (l oracleLine) look() (bad int64, class int) {
	if l.short < 0 {
		if -l.short > l.shrink {
			return -1, 3
		}
		if bad = oracleBadness(-l.short, l.shrink); bad > 12 {
			return bad, 3
		}
		return bad, 2
	}
	if l.forced || l.short == 0 {
		return 0, 2
	}
	if l.short <= l.glue+l.fit {
		bad = oracleBadness(l.short, l.glue+l.fit)
	} else if l.glue == 0 {
		return -1, 0
	} else {
		bad = oracleBadness(l.short-l.fit, l.glue)
	}
	if bad > 99 {
		return bad, 0
	} else if bad > 12 {
		return bad, 1
	}
	return bad, 2
}

// breakDemerits is the square of a penalty with its sign.
func (l oracleLine) breakDemerits() int64 {
	if l.forced {
		return 0
	}
	if l.cost < 0 {
		return -l.cost * l.cost
	}
	return l.cost * l.cost
}

func (q *oracle) texDemerits(l oracleLine, bad int64) int64 {
	return min((int64(q.o.LinePenalty)+bad)*(int64(q.o.LinePenalty)+bad), 1e8) + l.breakDemerits()
}

// exhaustJustified tries all ways of one pass.
func exhaustJustified(items []Item, o Options, tolerance int64, hyphens bool) (int64, bool) {
	q := &oracle{items: items, o: o, noHyp: !hyphens}
	q.price = func(l oracleLine) (int64, int, bool) {
		bad, class := l.look()
		if bad < 0 || bad > tolerance {
			return 0, 0, false
		}
		return q.texDemerits(l, bad), class, true
	}
	return q.run()
}

func (l oracleLine) gap() int64 {
	if l.short <= 0 {
		return 0
	}
	if l.measure <= l.short {
		return 1000 * 1000
	}
	g := l.short * 1000 / l.measure
	return g * g
}

// exhaustLastResort tries all ways without an overfull line.
func exhaustLastResort(items []Item, o Options, tolerance int64) (int64, bool) {
	q := &oracle{items: items, o: o, rule: 1e9}
	q.price = func(l oracleLine) (int64, int, bool) {
		bad, class := l.look()
		if l.short < -l.shrink {
			return 0, 0, false
		}
		if bad < 0 || bad > tolerance {
			return 1e10 + 100*l.gap() + l.breakDemerits(), 0, true
		}
		return q.texDemerits(l, bad), class, true
	}
	return q.run()
}

// exhaustRagged does so for ragged setting.
func exhaustRagged(items []Item, o Options) (int64, bool) {
	q := &oracle{items: items, o: o, rule: 1e9}
	q.price = func(l oracleLine) (int64, int, bool) {
		if l.short < -l.shrink {
			return 0, 0, false
		}
		d := int64(1e8) + l.breakDemerits()
		if l.short < 0 {
			d += 1e9
		}
		if l.flagged {
			d += 1e10
		}
		if !l.forced || o.Balance {
			d += l.gap()
		}
		return d, 2, true
	}
	return q.run()
}

// setWidth is what a line measures when its parts are added up one by one.
func setWidth(l Line, items []Item) (w units.Sp) {
	for i, add := range l.Spread(nil, items) {
		if it := items[l.Start+i]; it.Kind != Penalty {
			w += it.Width + add
		}
	}
	if l.End < textEnd(items) && items[l.End].Kind == Penalty {
		w += items[l.End].Width
	}
	return w
}
