package frame

import (
	"fmt"
	"strings"
	"testing"

	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func letter(tag ElemID) *Run { return &Run{Tag: tag, Text: "a", Glyphs: []Glyph{{ID: 1}}} }

func TestMarks(t *testing.T) {
	p := Page{Items: []Item{
		letter(1), &Rect{Tag: 1}, // one mark of two items
		&Area{Tag: 2}, &Run{Tag: 2}, &Polyline{Points: make([]Point, 1)}, // drawn nowhere
		letter(1), // so the mark goes on
		&Disc{Tag: 2}, &Polyline{Points: make([]Point, 2), Tag: 2}, &Picture{Tag: 2},
		&Rect{}, &Rect{Art: HeaderArtifact}, &Run{Art: HeaderArtifact, Glyphs: make([]Glyph, 1)},
		&Rect{Tag: 3, Art: HeaderArtifact}, &Rect{Tag: 3}, // the kind counts for artifacts only
	}}
	var got []string
	for _, m := range p.Marks() {
		got = append(got, fmt.Sprint(m.Tag, m.Art, len(m.Items)))
	}
	if diff := cmp.Diff([]string{"1 0 3", "2 0 3", "0 0 1", "0 1 2", "3 0 2"}, got); diff != "" {
		t.Error(diff)
	}
}

// grow makes a book from a tree, "P(Span L(LI))", and pages of marks, each the
// number of an element in order of appearance.
func grow(tree string, pages ...[]ElemID) *Book {
	b := &Book{Elems: make([]Elem, 1)}
	var open []ElemID
	for _, word := range strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(tree)) {
		switch word {
		case "(":
			open = append(open, ElemID(len(b.Elems)-1))
		case ")":
			open = open[:len(open)-1]
		default:
			e := Elem{Role: Role(word)}
			if len(open) > 0 {
				e.Parent = open[len(open)-1]
				kids := &b.Elems[e.Parent].Kids
				*kids = append(*kids, ElemID(len(b.Elems)))
			}
			b.Elems = append(b.Elems, e)
		}
	}
	for _, marks := range pages {
		p := Page{W: units.Pt, H: units.Pt}
		for _, e := range marks {
			p.Items = append(p.Items, letter(e), &Rect{Art: LayoutArtifact})
		}
		b.Pages = append(b.Pages, p)
	}
	return b
}

// show prints a tree with marks as page.number.
func show(b *Book, nodes []Node, e ElemID) string {
	var kids []string
	for _, k := range nodes[e].Kids {
		if k.Elem != 0 {
			kids = append(kids, show(b, nodes, k.Elem))
		} else {
			kids = append(kids, fmt.Sprintf("%d.%d", k.At.Page, k.At.Number))
		}
	}
	for range nodes[e].Links {
		kids = append(kids, "link")
	}
	if kids == nil {
		return string(b.Elems[e].Role)
	}
	return string(b.Elems[e].Role) + "(" + strings.Join(kids, " ") + ")"
}

func TestTree(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		pages      [][]ElemID
		want       string
	}{
		{"as listed", "Document(P P)", [][]ElemID{{3, 2}}, "Document(P(0.1) P(0.0))"},
		{"children among own content", "P(Span Link)", [][]ElemID{{1, 3, 1, 2, 1}}, "P(0.0 Link(0.1) 0.2 Span(0.3) 0.4)"},
		{"over pages", "P(Note)", [][]ElemID{{1, 2}, {1}}, "P(0.0 Note(0.1) 1.0)"},
		{"child of a child comes first", "P(Reference(Link))", [][]ElemID{{3, 1}}, "P(Reference(Link(0.0)) 0.1)"},
		{"empty ones are left out", "Document(Div(P Span) P)", [][]ElemID{{5}}, "Document(P(0.0))"},
		{"empty cells stay", "Document(Table(TR(TH TD) TR))", nil, "Document(Table(TR(TH TD)))"},
		{"empty cell among own content", "P(Span TD Link)", [][]ElemID{{1, 2, 1, 4}}, "P(0.0 Span(0.1) TD 0.2 Link(0.3))"},
		{"the document stays", "Document", nil, "Document"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := grow(c.tree, c.pages...)
			nodes, err := b.Tree()
			if err != nil {
				t.Fatal(err)
			}
			if got := show(b, nodes, 1); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}

func TestTreeLinks(t *testing.T) {
	b := grow("P(Link)", []ElemID{1, 2}, []ElemID{2})
	for n := range b.Pages {
		b.Pages[n].Items = append(b.Pages[n].Items, &Area{Tag: 2})
	}
	nodes, err := b.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(b, nodes, 1), "P(0.0 Link(0.1 1.0 link link))"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	if l := nodes[2].Links; l[0].Page != 0 || l[1].Page != 1 {
		t.Errorf("links on pages %d and %d", l[0].Page, l[1].Page)
	}
	if n := nodes[2]; n.Parent != 1 || !n.Marked() || n.First != (Place{0, 1}) {
		t.Errorf("the Link's node is %+v", n)
	}
}

func TestTreeFaults(t *testing.T) {
	area := func(tag ElemID) func(*Book) {
		return func(b *Book) { b.Pages[0].Items = append(b.Pages[0].Items, &Area{Tag: tag, Text: "Annex"}) }
	}
	for _, c := range []struct {
		want   string
		change func(*Book)
	}{
		{"no structure tree", func(b *Book) { b.Elems = b.Elems[:1] }},
		{"page 1: an item of element 9 of 3", func(b *Book) { b.Pages[0].Items = append(b.Pages[0].Items, letter(9)) }},
		{"page 1: an item of element -1 of 3", func(b *Book) { b.Pages[0].Items = append(b.Pages[0].Items, letter(-1)) }},
		{"element 1 (Document) stands twice", func(b *Book) { b.Elems[2].Kids = []ElemID{1} }},
		{"element 2 (P) stands twice", func(b *Book) { b.Elems[1].Kids = []ElemID{2, 2} }},
		{"has the child 7 of 3", func(b *Book) { b.Elems[2].Kids = []ElemID{7} }},
		{"element 2 (P) holds content but stands in no other", func(b *Book) { b.Elems[1].Kids = nil }},
		{`page 1: the link "Annex" belongs to no Link element`, area(2)},
		{`page 1: the link "Annex" belongs to no Link element`, area(0)},
		{`page 1: the link "Annex" belongs to no Link element`, area(9)},
	} {
		b := grow("Document(P)", []ElemID{2})
		if _, err := b.Tree(); err != nil {
			t.Fatalf("without the fault: %v", err)
		}
		c.change(b)
		if _, err := b.Tree(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v, not %q", err, c.want)
		}
	}
}

// In every tree each mark stands once, and in an element with content of its
// own the children are in the order of their first content.
func TestTreeHoldsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "elements")
		b := &Book{Elems: make([]Elem, n+1)}
		for e := 1; e <= n; e++ {
			b.Elems[e].Role = P
			if e > 1 {
				p := ElemID(rapid.IntRange(1, e-1).Draw(t, "parent"))
				b.Elems[e].Parent = p
				b.Elems[p].Kids = append(b.Elems[p].Kids, ElemID(e))
			}
		}
		want := 0
		for range rapid.IntRange(1, 3).Draw(t, "pages") {
			p := Page{}
			for range rapid.IntRange(0, 8).Draw(t, "items") {
				p.Items = append(p.Items, letter(ElemID(rapid.IntRange(0, n).Draw(t, "tag"))))
			}
			for _, m := range p.Marks() {
				if m.Tag != 0 {
					want++
				}
			}
			b.Pages = append(b.Pages, p)
		}
		nodes, err := b.Tree()
		if err != nil {
			t.Fatal(err)
		}
		got := map[Place]bool{}
		var walk func(e ElemID)
		walk = func(e ElemID) {
			last := Place{}
			for _, k := range nodes[e].Kids {
				if nodes[e].Marked() && k.At.Compare(last) < 0 {
					t.Fatalf("in element %d %v stands after %v", e, k.At, last)
				}
				last = k.At
				if k.Elem != 0 {
					walk(k.Elem)
				} else if got[k.At] {
					t.Fatalf("%v stands twice", k.At)
				} else {
					got[k.At] = true
				}
			}
		}
		walk(1)
		if len(got) != want {
			t.Fatalf("%d marks in the tree, %d on the pages", len(got), want)
		}
	})
}
