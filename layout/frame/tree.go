package frame

import (
	"cmp"
	"fmt"
	"slices"
)

// Mark is a stretch of items of a page, one after the other, that belong to one
// element or to one kind of artifact. A writer encloses it in one
// marked-content sequence (ISO 32000-1, 14.6).
type Mark struct {
	Tag   ElemID
	Art   Artifact // where Tag is 0
	Items []Item
}

// Marks cuts the items of the page into marks. Areas and runs without glyphs,
// which are drawn nowhere, stand in none.
func (p *Page) Marks() []Mark {
	var out []Mark
	for _, it := range p.Items {
		art, drawn := artifact(it)
		if !drawn {
			continue
		}
		if it.Elem() != 0 {
			art = 0
		}
		if n := len(out); n == 0 || out[n-1].Tag != it.Elem() || out[n-1].Art != art {
			out = append(out, Mark{Tag: it.Elem(), Art: art})
		}
		m := &out[len(out)-1]
		m.Items = append(m.Items, it)
	}
	return out
}

func artifact(it Item) (art Artifact, drawn bool) {
	switch it := it.(type) {
	case *Run:
		return it.Art, len(it.Glyphs) > 0
	case *Rect:
		return it.Art, true
	case *Disc:
		return it.Art, true
	case *Polyline:
		return it.Art, len(it.Points) > 1
	case *Picture:
		return it.Art, true
	}
	return 0, false
}

// Place is where a mark of an element stands: its page, and its number among
// the marks of elements on that page (its MCID, ISO 32000-1, 14.7.4.2). Places
// are ordered as the text is read.
type Place struct{ Page, Number int }

// Compare orders places.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.Page, q.Page), cmp.Compare(p.Number, q.Number))
}

// Link is an area of a Link element with the page that it is on.
type Link struct {
	Page int
	Area *Area
}

// Kid is a child of an element: another element, or a mark of its own.
type Kid struct {
	Elem ElemID // 0 for a mark
	At   Place  // of the mark, or of the first content of the element
}

// Node is an element in the finished structure tree.
type Node struct {
	Kept   bool // the element stands in the tree
	Parent ElemID
	Kids   []Kid
	First  Place  // of its own marks; meaningless if it has none
	Links  []Link // areas of its own, after its kids

	marks  []Place
	begins Place // first content in it or below it
	filled bool  // there is such content
	seen   bool
}

// Marked reports whether the element has content of its own.
func (n *Node) Marked() bool { return n.marks != nil }

// Tree decides what stands in the structure tree of the book and in which
// order, as Elem tells. It returns a node for each element of Elems. Layout
// makes elements before it knows whether anything will stand in them; those
// that stay empty are left out, except cells, which hold their column open.
func (b *Book) Tree() ([]Node, error) {
	if len(b.Elems) < 2 {
		return nil, fmt.Errorf("the book has no structure tree")
	}
	nodes := make([]Node, len(b.Elems))
	for n := range b.Pages {
		if err := b.place(nodes, n); err != nil {
			return nil, fmt.Errorf("page %d: %w", n+1, err)
		}
	}
	if err := b.settle(nodes, 1); err != nil {
		return nil, err
	}
	for e := range nodes {
		if n := &nodes[e]; !n.seen && (n.marks != nil || n.Links != nil) {
			return nil, fmt.Errorf("element %d (%s) holds content but stands in no other", e, b.Elems[e].Role)
		}
	}
	return nodes, nil
}

// place gives the content of a page to the elements.
func (b *Book) place(nodes []Node, page int) error {
	number := 0
	for _, m := range b.Pages[page].Marks() {
		if m.Tag == 0 {
			continue
		}
		if m.Tag < 0 || int(m.Tag) >= len(nodes) {
			return fmt.Errorf("an item of element %d of %d", m.Tag, len(nodes))
		}
		n := &nodes[m.Tag]
		n.marks = append(n.marks, Place{page, number})
		number++
	}
	for _, it := range b.Pages[page].Items {
		a, ok := it.(*Area)
		if !ok {
			continue
		}
		if a.Tag <= 0 || int(a.Tag) >= len(nodes) || b.Elems[a.Tag].Role != LinkRole {
			return fmt.Errorf("the link %q belongs to no Link element", a.Text)
		}
		n := &nodes[a.Tag]
		n.Links = append(n.Links, Link{page, a})
	}
	return nil
}

// settle decides what an element keeps, children first.
func (b *Book) settle(nodes []Node, e ElemID) error {
	n := &nodes[e]
	if n.seen {
		return fmt.Errorf("element %d (%s) stands twice in the tree", e, b.Elems[e].Role)
	}
	n.seen = true
	for _, k := range b.Elems[e].Kids {
		if k <= 0 || int(k) >= len(nodes) {
			return fmt.Errorf("element %d (%s) has the child %d of %d", e, b.Elems[e].Role, k, len(nodes))
		}
		if err := b.settle(nodes, k); err != nil {
			return err
		}
		if nodes[k].Parent = e; nodes[k].Kept {
			n.Kids = append(n.Kids, Kid{Elem: k})
		}
	}
	role := b.Elems[e].Role
	n.Kept = e == 1 || role == TD || role == TH || n.marks != nil || n.Links != nil || n.Kids != nil
	n.order(nodes)
	return nil
}

// order puts the children where their first content stands among the element's
// own, if it has any. A child without content follows the one listed before it.
func (n *Node) order(nodes []Node) {
	var at Place
	for i := range n.Kids {
		if k := &nodes[n.Kids[i].Elem]; k.filled {
			at = k.begins
			n.note(at)
		}
		n.Kids[i].At = at
	}
	if n.marks == nil {
		return
	}
	n.First = n.marks[0]
	n.note(n.First)
	for _, m := range n.marks {
		n.Kids = append(n.Kids, Kid{At: m})
	}
	slices.SortStableFunc(n.Kids, func(a, b Kid) int { return a.At.Compare(b.At) })
}

func (n *Node) note(p Place) {
	if !n.filled || p.Compare(n.begins) < 0 {
		n.begins, n.filled = p, true
	}
}
