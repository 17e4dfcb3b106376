package linebreak

import (
	"math/bits"
	"slices"

	"assemble/layout/units"
)

// result follows the nodes back from the last one.
func (s *search) result(last int32, pass int) Result {
	r := Result{Pass: pass, Demerits: s.nodes[last].demerits}
	n := 0
	for i := last; s.nodes[i].prev >= 0; i = s.nodes[i].prev {
		n++
	}
	r.Lines = make([]Line, n)
	for i := last; n > 0; i = s.nodes[i].prev {
		n--
		l := s.setLine(s.span(s.nodes[s.nodes[i].prev].site, s.nodes[i].site))
		r.Ragged = r.Ragged || l.Ragged
		r.Overfull = r.Overfull || l.Overfull > 0
		r.Lines[n] = l
	}
	return r
}

// setLine turns a span that was chosen into a Line.
func (s *search) setLine(l span) Line {
	out := Line{
		Start: l.from.start, End: l.to.item,
		Width: units.Sp(l.natural), Hang: units.Sp(l.to.hang), Hyphen: l.to.flagged,
		Stretch: units.Sp(l.glue + l.fit), Fit: units.Sp(l.fit), Shrink: units.Sp(l.shrink),
		Overfull: units.Sp(l.over()),
	}
	switch b, _ := l.badness(); {
	case l.short < 0:
		out.Adjust = units.Sp(max(l.short, -l.shrink))
	case s.o.Ragged || s.o.Balance || l.to.forced:
	case b > min(slices.Max(s.o.Tolerance), infBad):
		out.Loose, out.Ragged = true, true
	default:
		out.Adjust, out.Loose = units.Sp(l.short), b > s.o.Tolerance[0]
	}
	return out
}

// Spread appends to dst, for each item of the line, what is to be added to its
// width, and returns it. The parts add up to Adjust exactly: each place is
// rounded, not each part. Glue and boxes share in proportion to their stretch or
// shrink; where that would take boxes beyond their stretch, the glue takes the
// rest. items is the whole paragraph, as given to Break.
func (l Line) Spread(dst []units.Sp, items []Item) []units.Sp {
	limit := limit(len(items))
	adjust := int64(max(l.Adjust, -l.Adjust))
	whole := l.Adjust > l.Stretch // boxes give all they have
	share, of := adjust, int64(l.Stretch)
	switch {
	case l.Adjust < 0:
		of = int64(l.Shrink)
	case whole:
		share, of = adjust-int64(l.Fit), int64(l.Stretch-l.Fit)
	}
	var sum, done int64
	for _, it := range items[l.Start:l.End] {
		var part int64
		switch {
		case it.Kind == Penalty || l.Adjust == 0:
		case l.Adjust < 0:
			sum += elastic(it.Shrink, limit)
			part = done - scale(sum, share, of)
			done -= part
		case whole && it.Kind != Glue:
			part = elastic(it.Stretch, limit)
		default:
			sum += elastic(it.Stretch, limit)
			part = scale(sum, share, of) - done
			done += part
		}
		dst = append(dst, units.Sp(part))
	}
	return dst
}

// scale returns v·num/den rounded to nearest, for v no more than den.
func scale(v, num, den int64) int64 {
	if den == 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(v), uint64(num))
	lo, carry := bits.Add64(lo, uint64(den)/2, 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(den))
	return int64(q)
}
