package frame

import (
	"strings"
	"testing"

	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
)

// sound is a book that keeps every rule, with all that rules speak of.
func sound() *Book {
	b := grow("Document(Table(THead(TR(TH)) TBody(TR(TH TD))) L(LI(Lbl LBody)) TOC(TOCI TOC(TOCI)) Figure Note P(Link))", []ElemID{13})
	for i := range b.Elems {
		switch b.Elems[i].Role {
		case Figure:
			b.Elems[i].Alt = "A bridge."
		case NoteRole:
			b.Elems[i].ID = "note-1"
		}
	}
	b.Dests = []Dest{{Name: "a"}, {Name: "b"}}
	b.Pages[0].Items = append(b.Pages[0].Items, &Area{Dest: "b", Tag: b.find(LinkRole)}, &Area{URL: "https://example.org", Tag: b.find(LinkRole)})
	return b
}

// find returns the first element of a role.
func (b *Book) find(r Role) ElemID {
	for i := range b.Elems {
		if b.Elems[i].Role == r {
			return ElemID(i)
		}
	}
	return -1
}

func TestCheckAccepts(t *testing.T) {
	if bad := sound().Check(); len(bad) > 0 {
		t.Errorf("a sound book breaks %q", bad)
	}
}

func TestCheckFinds(t *testing.T) {
	role := func(from, to Role) func(*Book) {
		return func(b *Book) { b.Elems[b.find(from)].Role = to }
	}
	put := func(it Item) func(*Book) {
		return func(b *Book) { b.Pages[0].Items = append(b.Pages[0].Items, it) }
	}
	for _, c := range []struct {
		want  string
		spoil func(*Book)
	}{
		{`destination "a" stands twice`, func(b *Book) { b.Dests[1].Name = "a" }},
		{`destination "a" is on page 1 of 1`, func(b *Book) { b.Dests[0].Page = 1 }},
		{`destination "a" is on page -1 of 1`, func(b *Book) { b.Dests[0].Page = -1 }},
		{`page 0: a link leads to "b", which is nowhere`, func(b *Book) { b.Dests = b.Dests[:1] }},
		{"page 0: an item has element 99", put(&Rect{Tag: 99})},
		{"page 0: an item has element -1", put(&Rect{Tag: -1})},
		{`page 0: the run "a" has no glyphs`, put(&Run{Text: "a"})},
		{"a figure without a text that stands for it", func(b *Book) { b.Elems[b.find(Figure)].Alt = " " }},
		{"a note without an id", func(b *Book) { b.Elems[b.find(NoteRole)].ID = "" }},
		{"(P) has no parent", func(b *Book) { b.Elems[b.find(P)].Parent = 0 }},
		{"(P) has no parent", func(b *Book) { b.Elems[b.find(P)].Parent = 99 }},
		{"(P) lists 2, which is not its child", func(b *Book) { b.Elems[b.find(P)].Kids = []ElemID{2} }},
		{"(P) lists 99, which is not its child", func(b *Book) { b.Elems[b.find(P)].Kids = []ElemID{99} }},
		{"Table holds P", role(THead, P)},
		{"THead holds P", func(b *Book) { b.Elems[b.Elems[b.find(THead)].Kids[0]].Role = P }},
		{"TBody holds P", func(b *Book) { b.Elems[b.Elems[b.find(TBody)].Kids[0]].Role = P }},
		{"TR holds P", role(TD, P)},
		{"L holds P", role(LI, P)},
		{"LI holds P", role(LBody, P)},
		{"TOC holds P", role(TOCI, P)},
		{"TH inside P", role(TR, P)},
		{"TR inside Sect", role(THead, Sect)},
		{"TBody inside Sect", role(TableRole, Sect)},
		{"LI inside Sect", role(L, Sect)},
		{"LBody inside Sect", role(LI, Sect)},
		{"TOCI inside Sect", role(TOC, Sect)},
	} {
		b := sound()
		c.spoil(b)
		if got := strings.Join(b.Check(), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%q is not in %q", c.want, got)
		}
	}
}

// TestFigureWithActualText: a text that is read in place of a figure stands for
// it too.
func TestFigureWithActualText(t *testing.T) {
	b := sound()
	f := &b.Elems[b.find(Figure)]
	f.Alt, f.Actual = "", "I"
	if bad := b.Check(); len(bad) > 0 {
		t.Errorf("breaks %q", bad)
	}
}

// TestSelect: a selection keeps what stands on its pages, in the order asked
// for, and leads nowhere that is not in it.
func TestSelect(t *testing.T) {
	b := grow("Document(P(Link))", []ElemID{2}, []ElemID{2}, []ElemID{2}, []ElemID{2})
	b.Meta = Meta{Title: "Report", Lang: "en"}
	b.Dests = []Dest{{Name: "one", Page: 1, Y: 5, Elem: 2}, {Name: "three", Page: 3}, {Name: "zero", Page: 0}}
	b.Outline = []Outline{{Title: "One", Dest: "one"}}
	b.Labels = []PageLabel{{Page: 0, Style: "r", Start: 3}, {Page: 2, Style: "D", Prefix: "IV-", Start: 1}}
	for _, to := range []string{"zero", "one", "three"} {
		b.Pages[3].Items = append(b.Pages[3].Items, &Area{Dest: to, Tag: 3})
	}
	b.Pages[3].Items = append(b.Pages[3].Items, &Area{URL: "https://example.org", Tag: 3})
	before := len(b.Pages[3].Items)
	got := b.Select([]int{3, 1})
	want := []Dest{{Name: "one", Page: 1, Y: 5, Elem: 2}, {Name: "three", Page: 0}}
	if diff := cmp.Diff(want, got.Dests); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]PageLabel{{0, "D", "IV-", 2}, {1, "r", "", 4}}, got.Labels); diff != "" {
		t.Error(diff)
	}
	var leads []string
	for _, it := range got.Pages[0].Items {
		if a, ok := it.(*Area); ok {
			leads = append(leads, a.Dest+a.URL)
		}
	}
	if diff := cmp.Diff([]string{"one", "three", "https://example.org"}, leads); diff != "" {
		t.Error(diff)
	}
	if len(got.Outline) > 0 || got.Meta != b.Meta || len(got.Pages[1].Items) != len(b.Pages[1].Items) || len(b.Pages[3].Items) != before {
		t.Errorf("outline %v, meta %v; the book itself has %d items on page 3, had %d", got.Outline, got.Meta, len(b.Pages[3].Items), before)
	}
	if bad := got.Check(); len(bad) > 0 {
		t.Errorf("the selection breaks %q", bad)
	}
}

// TestSelectFirstOfLabel: the page that a label begins with has it.
func TestSelectFirstOfLabel(t *testing.T) {
	b := grow("Document", nil, nil)
	b.Labels = []PageLabel{{Page: 0, Style: "r", Start: 1}, {Page: 1, Style: "D", Start: 1}}
	if diff := cmp.Diff([]PageLabel{{0, "D", "", 1}}, b.Select([]int{1}).Labels); diff != "" {
		t.Error(diff)
	}
}

// TestPagesOf: an element is on the pages of its content and of the content of
// what stands in it, artifacts aside.
func TestPagesOf(t *testing.T) {
	b := grow("Document(P(Span) P)", []ElemID{0, 4}, []ElemID{2}, []ElemID{4}, []ElemID{3}, []ElemID{0})
	for id, want := range map[ElemID][]int{1: {0, 1, 2, 3}, 2: {1, 3}, 3: {3}, 4: {0, 2}} {
		if diff := cmp.Diff(want, b.PagesOf(id)); diff != "" {
			t.Errorf("element %d: %s", id, diff)
		}
	}
}

// TestShifted: every item moves as a whole, its element is renumbered, an
// artifact stays one, and the item that was moved stays where it was.
func TestShifted(t *testing.T) {
	const dx, dy, base = 3, 4, 10
	for _, c := range []struct{ tagged, artifact, want Item }{
		{
			&Run{X: 1, Y: 2, Tag: 5, Text: "a", Stat: "k"},
			&Run{X: 1, Y: 2, Art: HeaderArtifact},
			&Run{X: 4, Y: 6, Tag: 15, Text: "a", Stat: "k"},
		},
		{&Rect{X: 1, Y: 2, W: 7, H: 8, Tag: 5}, &Rect{X: 1, Y: 2}, &Rect{X: 4, Y: 6, W: 7, H: 8, Tag: 15}},
		{&Disc{X: 1, Y: 2, R: 7, Line: 8, Tag: 5}, &Disc{X: 1, Y: 2}, &Disc{X: 4, Y: 6, R: 7, Line: 8, Tag: 15}},
		{
			&Polyline{Points: []Point{{1, 2}, {3, 5}}, Width: 7, Tag: 5},
			&Polyline{Points: []Point{{1, 2}}},
			&Polyline{Points: []Point{{4, 6}, {6, 9}}, Width: 7, Tag: 15},
		},
		{&Picture{X: 1, Y: 2, W: 7, H: 8, Tag: 5}, &Picture{X: 1, Y: 2}, &Picture{X: 4, Y: 6, W: 7, H: 8, Tag: 15}},
		{&Area{X: 1, Y: 2, W: 7, H: 8, Dest: "d", Tag: 5}, &Area{X: 1, Y: 2}, &Area{X: 4, Y: 6, W: 7, H: 8, Dest: "d", Tag: 15}},
	} {
		got := c.tagged.Shifted(dx, dy, base)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(c.want, c.tagged.Shifted(dx, dy, base)); diff != "" {
			t.Errorf("moved a second time: %s", diff)
		}
		if back := got.Shifted(-dx, -dy, -base); !cmp.Equal(back, c.tagged) {
			t.Errorf("moved there and back: %+v, not %+v", back, c.tagged)
		}
		if e := c.artifact.Shifted(dx, dy, base).Elem(); e != 0 {
			t.Errorf("the artifact %T became element %d", c.artifact, e)
		}
		if c.tagged.Elem() != 5 {
			t.Errorf("%T is element %d", c.tagged, c.tagged.Elem())
		}
	}
}

func TestRunWidth(t *testing.T) {
	r := &Run{Glyphs: []Glyph{{Advance: 2 * units.Pt, DX: 9}, {Advance: 3 * units.Pt}}}
	if got := r.Width(); got != 5*units.Pt {
		t.Errorf("the run is %s wide", got)
	}
}
