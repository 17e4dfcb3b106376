package page

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/units"
)

// set lays out blocks as one part of the body.
func set(t *testing.T, kind doc.PartKind, blocks ...doc.Block) *galley.Galley {
	t.Helper()
	d := document()
	p := &doc.Part{ID: "x", Kind: kind, Title: doc.Words("X"), Blocks: blocks}
	d.Parts = []*doc.Part{p}
	e, r := engine(t, d)
	g := e.Part(e.Setter(), p, e.Start(0))
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
	return g
}

// TestHeadingKeepsText: an H2 keeps three lines of text with it, an H3 two.
func TestHeadingKeepsText(t *testing.T) {
	for level, keep := range map[int]int{2: 3, 3: 2} {
		g := set(t, doc.Body, &doc.Heading{Level: level, Text: doc.Words("A heading")}, prose(6, true))
		for i := 1; i <= keep; i++ {
			if g.Boxes[i].Break < galley.Inf {
				t.Errorf("H%d: a page may end before line %d after it", level, i)
			}
		}
		if g.Boxes[keep+1].Break >= galley.Inf {
			t.Errorf("H%d keeps more than %d lines", level, keep)
		}
	}
}

// TestOrphansAndWidows: two lines of a paragraph stand at the foot and at the
// head of a page at least.
func TestOrphansAndWidows(t *testing.T) {
	g := set(t, doc.Body, prose(4, true))
	n := len(g.Boxes)
	for i, b := range g.Boxes {
		if free := b.Break < galley.Inf; free != (i != 1 && i != n-1) {
			t.Errorf("line %d of %d: a page may end before it: %v", i+1, n, free)
		}
	}
}

// TestSignatureIsNotAlone: three lines of text stay with a signature.
func TestSignatureIsNotAlone(t *testing.T) {
	g := set(t, doc.Foreword, prose(6, false), &doc.Signature{Name: doc.Words("Given Name Surname")})
	n := len(g.Boxes)
	for i := n - 3; i < n; i++ {
		if g.Boxes[i].Break < galley.Inf {
			t.Errorf("a page may end before box %d of %d", i+1, n)
		}
	}
}

// TestPanelBreaks: a box breaks after its first lines only, and names itself
// again on the next page.
func TestPanelBreaks(t *testing.T) {
	g := set(t, doc.Body, &doc.Panel{Title: doc.Words("A box"), Of: []doc.Block{prose(8, false)}})
	split := 0
	for i := 1; i < len(g.Boxes)-1; i++ {
		b := &g.Boxes[i]
		if b.Ground == nil || b.Ground != g.Boxes[0].Ground {
			t.Fatalf("box %d does not stand on the panel", i)
		}
		if b.Break < galley.Inf {
			if split == 0 {
				split = i
			}
			if got := runs(b.Resume); !strings.Contains(got, "Box\u00a01") || !strings.Contains(got, "(continued)") {
				t.Fatalf("on the next page stands %q", got)
			}
		}
	}
	if split <= 4 {
		t.Errorf("the box may break before its line %d", split)
	}
	if g.Boxes[len(g.Boxes)-1].Break < galley.Inf {
		t.Error("the foot of the panel may stand alone")
	}
}

func runs(boxes []galley.Box) string {
	var b strings.Builder
	for _, x := range boxes {
		for _, it := range x.Items {
			if r, ok := it.(*frame.Run); ok {
				b.WriteString(r.Text)
			}
		}
	}
	return b.String()
}

// TestPanelRunsToTheFoot: where a box goes on, its ground fills the page.
func TestPanelRunsToTheFoot(t *testing.T) {
	d := document()
	p := &doc.Part{ID: "x", Kind: doc.Body, Title: doc.Words("X"), Blocks: []doc.Block{
		prose(8, true), &doc.Panel{Title: doc.Words("A box"), Of: []doc.Block{prose(30, false)}},
	}}
	d.Parts = []*doc.Part{p}
	book := compose(t, d)
	if len(book.Pages) < 2 {
		t.Fatal("the box fits on its page")
	}
	foot := units.Sp(0)
	for _, it := range book.Pages[0].Items {
		if r, ok := it.(*frame.Rect); ok && r.H > 100*pt {
			foot = r.Y + r.H
		}
	}
	e, _ := engine(t, d)
	if want := e.Style.Page.Top + e.Style.Page.TextBlock; foot != want {
		t.Errorf("the panel ends at %s, the text block at %s", foot, want)
	}
}

// TestListStaysWithItsLine: the line that announces a list is not left behind.
func TestListStaysWithItsLine(t *testing.T) {
	g := set(t, doc.Body, prose(2, true), &doc.List{Ordered: true, Start: 1, Items: []doc.ListItem{
		{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("one;")}}}, {Of: []doc.Block{&doc.Paragraph{Text: doc.Words("two.")}}},
	}})
	n := len(g.Boxes)
	if g.Boxes[n-2].Break < galley.Inf || g.Boxes[n-1].Break >= galley.Inf {
		t.Errorf("costs before the items are %d and %d", g.Boxes[n-2].Break, g.Boxes[n-1].Break)
	}
	if got := runs(g.Boxes[n-2:]); got != "(a) one;(b) two." {
		t.Errorf("items %q", got)
	}
}

// TestRunInHeadBreaks: a run-in head is part of the lines of its paragraph and a
// heading of its own before it in the structure.
func TestRunInHeadBreaks(t *testing.T) {
	long := strings.Repeat("A very long heading ", 8)
	g := set(t, doc.Body, &doc.Paragraph{Numbered: true, Head: &doc.Heading{Level: 4, Text: doc.Words(strings.TrimSpace(long))}, Text: doc.Words("Text.")})
	for i, b := range g.Boxes {
		for _, it := range b.Items {
			if r, ok := it.(*frame.Run); ok && r.X+r.Width() > units.Mm(162000)+6*pt {
				t.Errorf("line %d sticks out: %q", i, r.Text)
			}
		}
	}
	var order []frame.Role
	for _, k := range g.Tree.Elems[0].Kids {
		order = append(order, g.Tree.Elems[k].Role)
	}
	if len(order) != 2 || order[0] != frame.H4 || order[1] != frame.P {
		t.Errorf("structure %v", order)
	}
}

// TestPlaceOfNotes: a note begins with two lines or whole, and does not leave
// one line to the next page.
func TestPlaceOfNotes(t *testing.T) {
	note := func(lines int) []units.Sp {
		out := make([]units.Sp, lines)
		for i := range out {
			out[i] = 10 * pt
		}
		return out
	}
	for _, c := range []struct {
		lines int
		room  units.Sp // without the space above the notes
		to    int
		fits  bool
	}{
		{1, 10, 1, true},
		{1, 9, 0, false},
		{2, 10, 1, false},
		{2, 20, 2, true},
		{5, 20, 2, true},
		{5, 39, 3, true},
		{5, 40, 3, true},
		{5, 50, 5, true},
	} {
		boxes := plainBoxes(1)
		boxes[0].Notes = []int{0}
		p := newPager(boxes, [][]units.Sp{note(c.lines)})
		to, foot, split, fits := p.place(0, c.lines, p.above+c.room*pt)
		if to != c.to || fits != c.fits || split != (to < c.lines) {
			t.Errorf("%d lines in %d points: %d placed, fits %v, split %v", c.lines, c.room, to, fits, split)
		}
		if fits && foot > p.above+c.room*pt {
			t.Errorf("%d lines take %s", c.lines, foot)
		}
	}
}

// TestHeadText: label and title, or the label, or the title to its comma, or as
// many words as leave the folio its room.
func TestHeadText(t *testing.T) {
	e, _ := engine(t, document())
	s := e.Setter()
	long := strings.TrimSpace(strings.Repeat("standards and rights ", 8))
	for _, c := range []struct{ tag, part, want string }{
		{"Objective 1", "Well-being", "Objective 1: Well-being"},
		{"Principle 1", long, "Principle 1"},
		{"", "Short, " + long, "Short"},
		{"", "Well-being", "Well-being"},
	} {
		if got := e.headText(s, &galley.Head{Part: c.part, Tag: c.tag}); got != c.want {
			t.Errorf("%q, %q gives %q, want %q", c.tag, c.part, got, c.want)
		}
	}
	for _, h := range []galley.Head{{Part: long}, {Part: "x", Tag: long}} {
		got := e.headText(s, &h)
		if !strings.HasSuffix(got, "…") || s.Width(got, e.Style.Roles.HeadPart) > e.Style.Head.PartMax+10*pt {
			t.Errorf("a long head is %q", got)
		}
	}
}

// TestStackedHeadNamesAnnex: a style that stacks the running head has symbol,
// annex and page in it.
func TestStackedHeadNamesAnnex(t *testing.T) {
	d := document()
	e, _ := engine(t, d)
	e.Style.Head.Stacked = true
	var galleys []*galley.Galley
	s := e.Setter()
	for i, p := range d.Parts {
		galleys = append(galleys, e.Part(s, p, e.Start(i)))
	}
	book, _ := e.Bind(galleys)
	last := text(&book.Pages[len(book.Pages)-1])
	if !strings.HasPrefix(last, "·C/1/1\n·Annex I\n·Page\u00a01\n") {
		t.Errorf("the head of the annex is %q", last[:min(60, len(last))])
	}
}

// TestLongCoverTitle: a long title takes smaller type, and says so where even
// that does not fit.
func TestLongCoverTitle(t *testing.T) {
	size := func(title string) (units.Sp, bool) {
		d := document()
		d.Cover.Title = doc.Words(title)
		e, r := engine(t, d)
		g := e.Part(e.Setter(), d.Parts[0], e.Start(0))
		largest := units.Sp(0)
		for _, it := range g.Boxes[0].Items {
			if run, ok := it.(*frame.Run); ok {
				largest = max(largest, run.Size)
			}
		}
		return largest, r.Failed()
	}
	if s, bad := size("Annual Report for 2017"); s != 50*pt || bad {
		t.Errorf("a short title is %s, failed %v", s, bad)
	}
	if s, bad := size("Report of the Secretary-General on the Work of the Organization in the Year 2017"); s >= 50*pt || bad {
		t.Errorf("a long title is %s, failed %v", s, bad)
	}
	if _, bad := size(strings.Repeat("Report of the Secretary-General on the Work of the Organization ", 12)); !bad {
		t.Error("a title longer than the cover is not reported")
	}
}

// TestFloatLeavesList: a figure does not part a list from the line before it.
func TestFloatLeavesList(t *testing.T) {
	r := &run{boxes: []galley.Box{{FloatLen: 1}, {TextLen: 1}, {Break: galley.Inf}}}
	if r.movable(0) {
		t.Error("the figure may move between a paragraph and its list")
	}
	r.boxes[2].Break = galley.Free
	if !r.movable(0) {
		t.Error("the figure may not move past a paragraph")
	}
}
