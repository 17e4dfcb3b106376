package linebreak

import "math/bits"

// infBad is the badness of a line that uses more than 4.3 times its stretch
// (TeX §108); one more, of a line that cannot be brought to its measure at all.
const (
	infBad = 10000
	noWay  = infBad + 1
)

// badness is 100·(t/s)³, or infBad where that is larger: TeX §108, with the
// quotient taken exactly, so that scaling all widths changes nothing.
func badness(t, s int64) int32 {
	switch {
	case t <= 0:
		return 0
	case s <= t/5: // 100·5³ is beyond infBad; also keeps the quotient small
		return infBad
	}
	hi, lo := bits.Mul64(uint64(t), 297) // 297³ is about 100·2^18
	r, _ := bits.Div64(hi, lo, uint64(s))
	if r > 1290 {
		return infBad
	}
	return int32((r*r*r + 1<<17) >> 18)
}

// A fitness class says how a line looks beside its neighbours (TeX §817).
const (
	veryLoose = iota
	loose
	decent
	tight
	classes
)

// span is a line that might be: what stands between two sites.
type span struct {
	from, to          *site
	natural           int64
	short             int64 // missing to measure and hang; negative: too much
	glue, fit, shrink int64
	measure           int64
	final             bool // no site of this segment follows that the line could still end at
}

// over returns by how much the line sticks out when fully shrunk.
func (l *span) over() int64 { return max(0, -l.short-l.shrink) }

// badness returns how badly the line would have to be stretched or shrunk, and
// its fitness class. A line at a forced break is not stretched. Letter-fit goes
// no further than its stretch, so beyond that the glue alone counts.
func (l *span) badness() (int32, int) {
	switch {
	case l.over() > 0:
		return noWay, tight
	case l.short < 0:
		b := badness(-l.short, l.shrink)
		if b > 12 {
			return b, tight
		}
		return b, decent
	case l.to.forced || l.short == 0:
		return 0, decent
	}
	b := badness(l.short, l.glue+l.fit)
	if l.short > l.glue+l.fit {
		b = badness(l.short-l.fit, l.glue)
	}
	switch {
	case l.glue == 0 && l.short > l.fit:
		return noWay, veryLoose
	case b > 99:
		return b, veryLoose
	case b > 12:
		return b, loose
	}
	return b, decent
}

// gap is the square of what is missing, in thousandths of the measure.
func (l *span) gap() int64 { return square(permille(l.short, l.measure)) }

// permille returns 1000·t/s between 0 and 1000.
func permille(t, s int64) int64 {
	switch {
	case t <= 0:
		return 0
	case s <= t:
		return 1000
	}
	hi, lo := bits.Mul64(uint64(t), 1000)
	q, _ := bits.Div64(hi, lo, uint64(s))
	return int64(q)
}

func square(v int64) int64 { return v * v }

// Prices of the last resort and of ragged setting. Each is more than the lines
// of a usual paragraph can save by the next smaller one, and two million lines
// at the highest stay below 2^62.
const (
	linePrice     = 1e8  // ragged: one more line
	rulePrice     = 1e9  // a rule of Options broken
	shrinkPrice   = 1e9  // ragged: a line shrunk
	raggedPrice   = 1e10 // justified: a line left ragged
	hyphenPrice   = 1e10 // ragged: a hyphen
	overfullPrice = 1e11
	excessPrice   = 2e9 // a thousandth of an overfull line beyond its measure
)

// A setter puts a price on lines.
type setter interface {
	// price returns the demerits of a line alone and its fitness class, or false
	// if it may not be.
	price(l *span, o *Options) (int64, int, bool)
	// rule returns the price of breaking one of the rules in Options, or false
	// if they stand.
	rule() (int64, bool)
	// flagged tells whether flagged penalties may be used.
	flagged() bool
}

// justified is one pass of justified setting.
type justified struct {
	tolerance int32
	hyphens   bool
}

func (j justified) rule() (int64, bool) { return 0, false }
func (j justified) flagged() bool       { return j.hyphens }

func (j justified) price(l *span, o *Options) (int64, int, bool) {
	b, class := l.badness()
	if b > min(j.tolerance, infBad) {
		return 0, 0, false
	}
	return demerits(b, l.to, o), class, true
}

// demerits is TeX §859, but for what depends on the line before.
func demerits(b int32, to *site, o *Options) int64 {
	d := square(min(int64(b)+int64(o.LinePenalty), infBad))
	return d + costDemerits(to)
}

func costDemerits(to *site) int64 {
	switch c := int64(to.cost); {
	case to.forced:
		return 0
	case c < 0:
		return -square(c)
	default:
		return square(c)
	}
}

// lastResort is justified setting in which every line can be had at a price.
type lastResort struct{ tolerance int32 }

func (r lastResort) rule() (int64, bool) { return rulePrice, true }
func (r lastResort) flagged() bool       { return true }

func (r lastResort) price(l *span, o *Options) (int64, int, bool) {
	b, class := l.badness()
	switch {
	case l.over() > 0:
		return overfull(l)
	case b > min(r.tolerance, infBad):
		return raggedPrice + 100*l.gap() + costDemerits(l.to), veryLoose, true
	}
	return demerits(b, l.to, o), class, true
}

// overfull prices a line that sticks out. It is not looked at while the line
// might still be ended better: the shortest hopeless one is enough.
func overfull(l *span) (int64, int, bool) {
	if !l.final {
		return 0, 0, false
	}
	excess := permille(l.over(), max(0, l.measure)+l.over())
	return overfullPrice + excessPrice*excess, tight, true
}

// ragged is ragged setting. All its lines are of one class.
type ragged struct{ balance bool }

func (r ragged) rule() (int64, bool) { return rulePrice, true }
func (r ragged) flagged() bool       { return true }

func (r ragged) price(l *span, _ *Options) (int64, int, bool) {
	if l.over() > 0 {
		return overfull(l)
	}
	d := linePrice + costDemerits(l.to)
	if l.short < 0 {
		d += shrinkPrice
	}
	if l.to.flagged {
		d += hyphenPrice
	}
	if !l.to.forced || r.balance {
		d += l.gap()
	}
	return d, decent, true
}
