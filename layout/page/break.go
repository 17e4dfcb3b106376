package page

import (
	"assemble/inputs/source"
	"assemble/layout/galley"
	"assemble/layout/units"
)

// A run of galleys that share pages is broken all at once: of all ways to end
// its pages the one with the least sum of demerits is taken (Plass 1981). A
// state is the first box of a page and how many lines of footnotes were already
// placed, because a long note may go on at the foot of the next page.

// pager breaks one run of boxes.
type pager struct {
	boxes  []galley.Box
	notes  []noteLine // of all boxes, in order
	upTo   []int      // number of note lines called before box i
	height units.Sp   // of the text block
	turned units.Sp   // of the text block of a turned page
	start  units.Sp   // where the first page begins
	foot0  units.Sp   // what notes already take of the first page
	above  units.Sp   // least space between text and the first note, rule included
	line   units.Sp   // a line of text, the measure of emptiness
	grid   units.Sp
}

// noteLine is one line of a footnote.
type noteLine struct {
	box   galley.Box
	first bool // of its note
	left  int  // lines of the note after this one
	dest  galley.Dest
	part  int // that calls the note
	at    source.Span
}

// leaf is one page: boxes from to to, and note lines.
type leaf struct {
	from, to         int
	noteFrom, noteTo int
	overfull         bool
}

// state is a way to have come to a page.
type state struct {
	box, note int // first box and note line of the page
	demerits  int64
	prev      int // index of the state before
	overfull  bool
}

// Demerits of pages.
const (
	splitNote  = 600       // a note that goes on: as bad as thirteen empty lines
	forcedPage = 1_000_000 // a page that keeps no rule
	emptyLine  = 6         // times the square of the empty lines
	evenLines  = 3         // up to so many empty lines pages count as even
	// A page that is not even and ends inside a paragraph shows no reason for
	// its early end; before a heading it does.
	shortInside = 40
)

// pages returns the leaves of the least demerits.
func (p *pager) pages() []leaf {
	if len(p.boxes) == 0 {
		return nil
	}
	states := []state{{prev: -1}}
	if b := &p.boxes[0]; p.start > 0 && p.start+b.Space+max(b.Need, b.Height) > p.room(0) {
		// Nothing of this run fits on the page where it begins.
		p.start, p.foot0 = 0, 0
		return append([]leaf{{}}, p.pages()...)
	}
	// at holds the states of each box; boxes are visited in order, so every
	// state of a box is known when its turn comes.
	at := make([][]int, len(p.boxes)+1)
	at[0] = []int{0}
	for i := range p.boxes {
		for _, s := range at[i] {
			for _, e := range p.ends(states[s], i == 0) {
				next := state{e.to, e.noteTo, states[s].demerits + e.cost, s, e.overfull}
				if old := find(states, at[e.to], e.noteTo); old < 0 {
					at[e.to] = append(at[e.to], len(states))
					states = append(states, next)
				} else if next.demerits < states[old].demerits {
					states[old] = next
				}
			}
		}
	}
	return p.trace(states, at[len(p.boxes)])
}

func find(states []state, among []int, note int) int {
	for _, i := range among {
		if states[i].note == note {
			return i
		}
	}
	return -1
}

// trace follows the best last state back.
func (p *pager) trace(states []state, last []int) []leaf {
	best := -1
	for _, i := range last {
		// What is left of a note at the end costs a page of its own; prefer none.
		cost := states[i].demerits + int64(len(p.notes)-states[i].note)*splitNote
		if best < 0 || cost < states[best].demerits+int64(len(p.notes)-states[best].note)*splitNote {
			best = i
		}
	}
	var out []leaf
	for i := best; i >= 0 && states[i].prev >= 0; i = states[i].prev {
		from := states[states[i].prev]
		out = append(out, leaf{from.box, states[i].box, from.note, states[i].note, states[i].overfull})
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	// Lines of a note that found no place go on pages of their own.
	for n := states[best].note; n < len(p.notes); {
		to, y := n, p.above
		for to < len(p.notes) && (to == n || y+p.notes[to].box.Height <= p.height) {
			y += p.notes[to].box.Height
			to++
		}
		out = append(out, leaf{len(p.boxes), len(p.boxes), n, to, false})
		n = to
	}
	return out
}

// room is the height of the text block of a page that begins with a box.
func (p *pager) room(box int) units.Sp {
	if p.isTurned(box) {
		return p.turned
	}
	return p.height
}

// isTurned says that a page that begins with a box is turned.
func (p *pager) isTurned(box int) bool { return box < len(p.boxes) && p.boxes[box].Turned }

// end is a possible end of a page.
type end struct {
	leaf
	cost int64
}

// ends lists where a page that begins with state s may end.
func (p *pager) ends(s state, first bool) []end {
	var out []end
	c := p.cursor(s.box, first)
	room := p.room(s.box)
	taken := units.Sp(0)
	if first {
		taken = p.foot0
	}
	lastFit := s.box // the last break that fits, whatever its cost
	for j := s.box; j < len(p.boxes); j++ {
		b := &p.boxes[j]
		if j > s.box && (b.Break <= -galley.Inf || b.Turned != p.boxes[s.box].Turned) {
			break
		}
		if j > s.box && b.Need > 0 && c.y+b.Need > room {
			break
		}
		c.put(b)
		noteTo, foot, split, fits := p.place(s.note, p.upTo[j+1], room-c.y-taken)
		if !fits {
			break
		}
		lastFit = j + 1
		if e, ok := p.endAfter(s, j, c.y+foot+taken, noteTo, split); ok {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		out = append(out, p.forced(s, max(lastFit, s.box+1), first))
	}
	return out
}

// endAfter prices a page that ends after box j with used of its height.
func (p *pager) endAfter(s state, j int, used units.Sp, noteTo int, split bool) (end, bool) {
	cost := int64(0)
	if j+1 < len(p.boxes) {
		next := &p.boxes[j+1]
		turns := next.Turned != p.boxes[j].Turned
		if next.Break >= galley.Inf && !turns {
			return end{}, false
		}
		// Before a heading that opens a new page for want of room the page ends
		// as it must.
		room := p.room(j)
		must := turns || next.Break <= -galley.Inf || next.Need > 0 && used+next.Need > room
		if !must {
			lines := int64(max(0, room-used) / p.line)
			if lines > evenLines {
				cost += emptyLine * (lines - evenLines) * (lines - evenLines)
				if next.Break >= lineCost {
					cost += shortInside
				}
			}
			cost += lines + int64(next.Break) + -headingGain
		}
	}
	if split {
		cost += splitNote
	}
	return end{leaf{s.box, j + 1, s.note, noteTo, false}, cost}, true
}

// forced ends a page where no rule allows it: what fits, or one box that is
// higher than the page.
func (p *pager) forced(s state, to int, first bool) end {
	c := p.cursor(s.box, first)
	for j := s.box; j < to; j++ {
		c.put(&p.boxes[j])
	}
	room := p.room(s.box)
	noteTo, _, _, _ := p.place(s.note, p.upTo[to], room-c.y)
	return end{leaf{s.box, to, s.note, max(noteTo, s.note), c.y > room}, forcedPage}
}

// place says how many lines of the notes from from on, of which those before
// called have their marks on the page or before it, fit into room. Every note
// begins on the page of its mark, with two lines or whole.
func (p *pager) place(from, called int, room units.Sp) (to int, foot units.Sp, split, fits bool) {
	if from >= called {
		return from, 0, false, room >= 0
	}
	foot = p.above
	need := from // up to here lines must stand on this page
	for i := from; i < called; i++ {
		if p.notes[i].first {
			need = i + min(2, p.notes[i].left+1)
		}
	}
	need = max(need, from+1)
	for to = from; to < called; to++ {
		h := p.notes[to].box.Height
		if foot+h > room {
			break
		}
		foot += h
	}
	// One line alone is not left for the next page.
	if to < called && p.notes[to].left == 0 && !p.notes[to].first && to-1 >= need {
		to--
		foot -= p.notes[to].box.Height
	}
	return to, foot, to < called, to >= need
}

// cursor walks down a page.
type cursor struct {
	p   *pager
	y   units.Sp
	top bool // nothing stands on the page yet
}

func (p *pager) cursor(box int, first bool) *cursor {
	c := &cursor{p: p, top: true}
	if first {
		c.y = p.start
		c.top = p.start == 0
		return c
	}
	if box < len(p.boxes) {
		for i := range p.boxes[box].Resume {
			c.put(&p.boxes[box].Resume[i])
		}
	}
	return c
}

// put moves over a box and returns the top of the box.
func (c *cursor) put(b *galley.Box) units.Sp {
	if !c.top {
		c.y += b.Space
	}
	c.top = false
	if b.Snap > 0 && c.p.grid > 0 {
		// The grid counts baselines from the first one of a full page, which
		// lies at Snap itself.
		if off := c.y % c.p.grid; off != 0 {
			c.y += c.p.grid - off
		}
	}
	top := c.y
	c.y += b.Height
	return top
}
