package page

import (
	"testing"

	"assemble/layout/galley"
	"assemble/layout/units"

	"pgregory.net/rapid"
)

const pt = units.Pt

// newPager makes a pager of pages of 100 points, 60 if turned, with lines of 10.
func newPager(boxes []galley.Box, notes [][]units.Sp) *pager {
	p := &pager{boxes: boxes, height: 100 * pt, turned: 60 * pt, line: 10 * pt, above: 10 * pt}
	for i := range boxes {
		p.upTo = append(p.upTo, len(p.notes))
		for _, n := range boxes[i].Notes {
			var lines []galley.Box
			for _, h := range notes[n] {
				lines = append(lines, galley.Box{Height: h})
			}
			p.addNote(&galley.Note{Lines: lines}, 0)
		}
	}
	p.upTo = append(p.upTo, len(p.notes))
	return p
}

func plainBoxes(n int) []galley.Box {
	out := make([]galley.Box, n)
	for i := range out {
		out[i] = galley.Box{Height: 10 * pt}
	}
	return out
}

func TestPagesFill(t *testing.T) {
	p := newPager(plainBoxes(25), nil)
	var got []int
	for _, l := range p.pages() {
		got = append(got, l.to-l.from)
	}
	if len(got) != 3 || got[0] != 10 || got[1] != 10 || got[2] != 5 {
		t.Errorf("pages of %v boxes, want 10 10 5", got)
	}
}

// TestPageBeforeTurnedOne: it ends where its boxes end, however early; pages
// before it are as full as elsewhere.
func TestPageBeforeTurnedOne(t *testing.T) {
	boxes := plainBoxes(15)
	boxes[13].Turned, boxes[14].Turned = true, true
	boxes[13].Break = galley.Inf // stands with a text, but cannot
	l := newPager(boxes, nil).pages()
	if len(l) != 3 || l[0].to != 10 || l[1].to != 13 {
		t.Errorf("pages %+v", l)
	}
}

// TestShortPageEndsWithItsParagraph: where pages have to end early, none does so
// inside a paragraph, though the lines would be shared more evenly.
func TestShortPageEndsWithItsParagraph(t *testing.T) {
	boxes := plainBoxes(22)
	for i := range boxes[:12] {
		boxes[i].Break = lineCost // one paragraph to box 8, and another
	}
	boxes[8].Break, boxes[12].Break = galley.Free, headingGain
	for i := range boxes[13:] {
		boxes[13+i].Break = galley.Inf // a page does not hold it beside a paragraph
	}
	l := newPager(boxes, nil).pages()
	if l[0].to != 8 {
		t.Errorf("the first page ends before box %d: %+v", l[0].to, l)
	}
}

func TestHeadingStaysWithText(t *testing.T) {
	boxes := plainBoxes(20)
	boxes[9].Break = headingGain
	boxes[10].Break, boxes[11].Break = galley.Inf, galley.Inf
	l := newPager(boxes, nil).pages()
	if l[0].to != 9 {
		t.Errorf("first page ends before box %d, want 9, the heading", l[0].to)
	}
}

func TestNeedOpensPage(t *testing.T) {
	boxes := plainBoxes(20)
	boxes[8].Need = 33 * pt
	if l := newPager(boxes, nil).pages(); l[0].to != 8 {
		t.Errorf("first page ends before box %d, want 8", l[0].to)
	}
}

func TestBoxHigherThanPage(t *testing.T) {
	boxes := plainBoxes(3)
	boxes[1].Height = 250 * pt
	l := newPager(boxes, nil).pages()
	if len(l) != 3 || !l[1].overfull || l[0].overfull {
		t.Errorf("pages %+v, want three, the second overfull", l)
	}
}

func TestLongNoteGoesOn(t *testing.T) {
	boxes := plainBoxes(12)
	boxes[3].Notes = []int{0}
	note := make([]units.Sp, 12)
	for i := range note {
		note[i] = 10 * pt
	}
	l := newPager(boxes, [][]units.Sp{note}).pages()
	if l[0].noteTo == 0 || l[0].to < 4 {
		t.Errorf("the note does not begin on the page of its mark: %+v", l)
	}
	if last := l[len(l)-1]; last.noteTo != 12 {
		t.Errorf("lines of the note are lost: %+v", l)
	}
}

func TestRunBeginsLowOnPage(t *testing.T) {
	p := newPager(plainBoxes(10), nil)
	p.start = 95 * pt
	l := p.pages()
	if l[0].to != 0 || l[1].to != 10 {
		t.Errorf("pages %+v, want an empty rest of a page and one page", l)
	}
}

// drawBoxes draws a random run with notes.
func drawBoxes(t *rapid.T, most int) ([]galley.Box, [][]units.Sp) {
	n := rapid.IntRange(1, most).Draw(t, "boxes")
	var notes [][]units.Sp
	boxes := make([]galley.Box, n)
	for i := range boxes {
		boxes[i] = galley.Box{
			Height: units.Sp(rapid.IntRange(1, 45).Draw(t, "height")) * pt,
			Space:  units.Sp(rapid.IntRange(0, 20).Draw(t, "space")) * pt,
			Break:  int32(rapid.SampledFrom([]int{0, 0, lineCost, itemCost, headingGain, galley.Inf, -galley.Inf}).Draw(t, "break")),
		}
		// Turned boxes come in runs, as tables do.
		if boxes[i].Turned = i > 0 && boxes[i-1].Turned; rapid.IntRange(0, 5).Draw(t, "turns") == 0 {
			boxes[i].Turned = !boxes[i].Turned
		}
		if rapid.IntRange(0, 3).Draw(t, "note") == 0 {
			lines := rapid.IntRange(1, 5).Draw(t, "lines")
			note := make([]units.Sp, lines)
			for j := range note {
				note[j] = 8 * pt
			}
			boxes[i].Notes = []int{len(notes)}
			notes = append(notes, note)
		}
	}
	return boxes, notes
}

// TestPagesKeepEverything: boxes and note lines come once each and in order,
// pages are not too high and hold boxes of one kind, and notes do not run ahead
// of their marks.
func TestPagesKeepEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes, notes := drawBoxes(t, 30)
		p := newPager(boxes, notes)
		box, note := 0, 0
		for n, l := range p.pages() {
			if l.from != box || l.noteFrom != note || l.to < l.from || l.noteTo < l.noteFrom {
				t.Fatalf("page %d is %+v after box %d, note line %d", n, l, box, note)
			}
			box, note = l.to, l.noteTo
			if l.noteTo > p.upTo[l.to] {
				t.Fatalf("page %d: a note stands before its mark", n)
			}
			c := p.cursor(l.from, n == 0)
			for i := l.from; i < l.to; i++ {
				c.put(&boxes[i])
				if boxes[i].Turned != boxes[l.from].Turned {
					t.Fatalf("page %d holds turned boxes and upright ones", n)
				}
			}
			high := c.y
			for i := l.noteFrom; i < l.noteTo; i++ {
				high += p.notes[i].box.Height
			}
			if l.noteTo > l.noteFrom {
				high += p.above
			}
			if high > p.room(l.from) && !l.overfull && l.to-l.from > 1 {
				t.Fatalf("page %d is %s high", n, high)
			}
		}
		if box != len(boxes) || note != len(p.notes) {
			t.Fatalf("ends at box %d of %d, note line %d of %d", box, len(boxes), note, len(p.notes))
		}
	})
}

// TestPagesAreBest compares with a search of all ways.
func TestPagesAreBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		boxes, notes := drawBoxes(t, 12)
		p := newPager(boxes, notes)
		if got, want := price(p, p.pages()), cheapest(p, state{}, true); got != want {
			t.Fatalf("demerits %d, best %d", got, want)
		}
	})
}

// price is the sum of the demerits of given pages.
func price(p *pager, leaves []leaf) int64 {
	var sum int64
	note := 0
	for n, l := range leaves {
		if l.from == len(p.boxes) {
			break
		}
		for _, e := range p.ends(state{box: l.from, note: l.noteFrom}, n == 0) {
			if e.to == l.to && e.noteTo == l.noteTo {
				sum += e.cost
			}
		}
		note = l.noteTo
	}
	return sum + int64(len(p.notes)-note)*splitNote
}

func cheapest(p *pager, s state, first bool) int64 {
	if s.box == len(p.boxes) {
		return int64(len(p.notes)-s.note) * splitNote
	}
	best := int64(-1)
	for _, e := range p.ends(s, first) {
		if c := e.cost + cheapest(p, state{box: e.to, note: e.noteTo}, false); best < 0 || c < best {
			best = c
		}
	}
	return best
}

func BenchmarkPages(b *testing.B) {
	boxes := plainBoxes(3000)
	for i := range boxes {
		boxes[i].Space = units.Sp(i%3) * pt
		boxes[i].Break = int32(i % 50)
	}
	p := newPager(boxes, nil)
	b.ReportAllocs()
	for b.Loop() {
		p.pages()
	}
}
