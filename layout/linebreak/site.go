package linebreak

import "assemble/layout/units"

// sums are running totals over the items before a place. They fit 64 bits
// whatever the items say, because findSites cuts every width.
type sums struct {
	width     int64
	glue, fit int64 // stretch in glue and in boxes
	shrink    int64
}

// site is a place where a line may end and the next one begin. The first is the
// start of the paragraph, the last its end.
type site struct {
	item    int   // broken at; -1 at the start
	start   int   // first item of a line that begins here
	before  sums  // up to item
	after   sums  // up to start
	boxes   int   // boxes before item
	width   int64 // of the hyphen
	hang    int64
	cost    int32
	flagged bool
	forced  bool
	last    bool

	// least is the least that W − Z − hang comes to, here or at any later site
	// up to the next forced one: what TeX takes for granted, that a line too
	// long stays too long, holds only where widths are not negative.
	least int64
}

// limit is the largest width that counts among n items. It is far beyond any
// page (2^40 sp are 5,900 m), and no sum of n of them leaves 61 bits.
func limit(n int) int64 { return min(1<<40, (1<<61)/int64(n+1)) }

// clamp cuts v to what limit allows.
func clamp(v units.Sp, limit int64) int64 { return max(-limit, min(limit, int64(v))) }

// elastic cuts stretch or shrink, which are never negative.
func elastic(v units.Sp, limit int64) int64 { return max(0, min(limit, int64(v))) }

// add counts one item in.
func (s *sums) add(it Item, limit int64) {
	switch it.Kind {
	case Penalty:
		return
	case Glue:
		s.glue += elastic(it.Stretch, limit)
	default:
		s.fit += elastic(it.Stretch, limit)
	}
	s.width += clamp(it.Width, limit)
	s.shrink += elastic(it.Shrink, limit)
}

// textEnd returns the place after the last box: glue and penalties at the end
// of a paragraph vanish (TeX §816).
func textEnd(items []Item) int {
	for i := len(items); i > 0; i-- {
		if k := items[i-1].Kind; k != Glue && k != Penalty {
			return i
		}
	}
	return 0
}

// findSites lists the legal breakpoints (TeX §866–869); none if there are no
// boxes.
func findSites(items []Item) []site {
	end := textEnd(items)
	if end == 0 {
		return nil
	}
	w := siteFinder{limit: limit(len(items)), begun: 1}
	w.sites = append(make([]site, 0, countSites(items[:end])), site{item: -1})
	for i, it := range items[:end] {
		switch {
		case it.Kind == Glue:
			if i > 0 && items[i-1].Kind != Glue && items[i-1].Kind != Penalty {
				w.end(i, Item{Hang: it.Hang})
			}
		case it.Kind == Penalty:
			if it.Cost <= -Inf {
				w.begin(i) // two forced breaks running make an empty line
			}
			if it.Cost < Inf {
				w.end(i, it)
			}
		default:
			w.begin(i)
			w.boxes++
		}
		w.sum.add(it, w.limit)
	}
	final := Item{Cost: -Inf}
	if end < len(items) {
		final.Hang = items[end].Hang
	}
	w.end(end, final)
	w.sites[len(w.sites)-1].last = true
	reach(w.sites)
	return w.sites
}

// countSites returns how many sites there are at most.
func countSites(items []Item) int {
	n := 2
	for _, it := range items {
		if it.Kind == Glue || it.Kind == Penalty && it.Cost < Inf {
			n++
		}
	}
	return n
}

type siteFinder struct {
	sites []site
	limit int64
	sum   sums
	boxes int
	begun int // first site that waits for its line to begin
}

// end adds a site at item i.
func (w *siteFinder) end(i int, it Item) {
	w.sites = append(w.sites, site{
		item: i, before: w.sum, boxes: w.boxes,
		width: clamp(it.Width, w.limit), hang: clamp(it.Hang, w.limit),
		cost: it.Cost, flagged: it.Flagged, forced: it.Cost <= -Inf,
	})
}

// begin starts, at item i, the lines after all breaks since the last box: this
// is where glue at the head of a line is dropped.
func (w *siteFinder) begin(i int) {
	for ; w.begun < len(w.sites); w.begun++ {
		w.sites[w.begun].start = i
		w.sites[w.begun].after = w.sum
	}
}

// reach fills in site.least from the end backwards.
func reach(sites []site) {
	for i := len(sites) - 1; i >= 0; i-- {
		s := &sites[i]
		s.least = s.before.width + s.width - s.before.shrink - s.hang
		if !s.forced && i+1 < len(sites) {
			s.least = min(s.least, sites[i+1].least)
		}
	}
}
