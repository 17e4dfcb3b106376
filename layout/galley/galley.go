// Package galley holds set lines and blocks before they are broken into pages.
//
// A Galley is what laying out one part gives: a list of boxes in reading order
// with the rules for breaking between them, the footnotes that they call, and
// the structure elements of the part. package page breaks galleys into pages.
//
// # Sources
//
// Boxes, spaces and costs are those of Knuth, The TeXbook, chapter 15; the
// pieces that come again after a break (Resume) are tabular practice, Chicago
// Manual of Style, §3.87.
//
// # Units
//
// Lengths are units.Sp. X counts from the left edge of the frame and may be
// negative; Y counts down from the top of the box.
//
// # Errors
//
// None: a galley is made by us.
package galley

import (
	"assemble/inputs/source"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// Costs of a page break before a box. Inf forbids it, -Inf forces it.
const (
	Inf  = 10000
	Free = 0
)

// Galley is one part set in lines.
type Galley struct {
	Part    string // id
	Boxes   []Box
	Notes   []Note
	Tree    Tree
	Entries []Entry // what the contents and the outline list, in order
	Start   Counters
	End     Counters // after the part, without folio and offset
	At      source.Span
}

// Counters are the numbers that run through a report. They are the values
// before a part; the first paragraph of the part has the number Para+1.
type Counters struct {
	Para, Note, Box, Table, Chart int
	// Folio and Offset say on which page and how far below the top of the text
	// block the part begins; Foot is what footnotes take of that page already.
	Folio        int
	Offset, Foot units.Sp
}

// Box is an indivisible piece: a line with what hangs beside it, a row of a
// table, a chart.
type Box struct {
	Items  []frame.Item
	Height units.Sp
	Space  units.Sp // above; dropped at the top of a page
	// Snap, if not 0, lets the box return to the grid: it is the depth of its
	// first baseline.
	Snap units.Sp
	// Break is the cost of a page break before this box.
	Break int32
	// Need is how much of the page must be left from the top of this box on,
	// else it opens a new one.
	Need  units.Sp
	Notes []int // called from this box: indexes into Galley.Notes
	Dests []Dest
	// Head is the running head from this box on; nil leaves it as it was.
	Head *Head
	// Resume is printed first on a page that begins with this box: "Table 3
	// (continued)" and the boxhead. Its items are artifacts.
	Resume []Box
	// Close is printed after the last box of a page if the page ends before
	// this box: the rule that ends a broken table. It takes no space.
	Close []frame.Item
	// Turned says that the box stands on a page turned to landscape. A page
	// holds either boxes that do or boxes that do not.
	Turned bool
	// Ground is the panel that the box stands on, shared by its boxes.
	Ground *Ground
	// FloatLen marks the first box of a table or figure that may move down; so
	// many boxes belong to it.
	FloatLen int
	// TextLen marks the first line of a paragraph that a float may move past; so
	// many boxes belong to it.
	TextLen int
}

// Dest is a place that links lead to.
type Dest struct {
	Name string
	Y    units.Sp // from the top of the box
	Elem frame.ElemID
}

// Head is what the running head says of a part.
type Head struct {
	Part  string // words in the middle
	Tag   string
	Annex bool // Part is the label of an annex, which a stacked head prints too
}

// Ground is a panel behind boxes.
type Ground struct {
	X, W    units.Sp
	Color   frame.Color
	Rule    units.Sp // width of the rule on top, where the panel begins
	RuleInk frame.Color
}

// Note is a footnote set in lines.
type Note struct {
	Lines []Box
	Dest  Dest
	At    source.Span
}

// Entry is a line of the contents.
type Entry struct {
	Level int // 1 to 3; 0 for an annex
	Tag   string
	Title string
	Dest  string
}

// Tree collects structure elements of one part. Element 0 is not used; an
// element whose parent is 0 stands under the part itself.
type Tree struct{ Elems []frame.Elem }

// Add appends an element under parent and returns its id.
func (t *Tree) Add(role frame.Role, parent frame.ElemID) frame.ElemID {
	return t.AddElem(frame.Elem{Role: role, Parent: parent})
}

// AddElem appends e under e.Parent and returns its id.
func (t *Tree) AddElem(e frame.Elem) frame.ElemID {
	if len(t.Elems) == 0 {
		t.Elems = append(t.Elems, frame.Elem{})
	}
	id := frame.ElemID(len(t.Elems))
	t.Elems = append(t.Elems, e)
	p := &t.Elems[e.Parent]
	p.Kids = append(p.Kids, id)
	return id
}

// At returns the element of an id, to be changed in place.
func (t *Tree) At(id frame.ElemID) *frame.Elem { return &t.Elems[id] }

// Shift moves items by dx and dy.
func Shift(items []frame.Item, dx, dy units.Sp) []frame.Item {
	if dx == 0 && dy == 0 {
		return items
	}
	out := make([]frame.Item, len(items))
	for i, it := range items {
		out[i] = it.Shifted(dx, dy, 0)
	}
	return out
}

// Artifacts returns copies of items without element: what is printed again
// after a break is not read again. Areas are left out.
func Artifacts(items []frame.Item, kind frame.Artifact) []frame.Item {
	out := make([]frame.Item, 0, len(items))
	for _, it := range items {
		switch c := it.Shifted(0, 0, 0).(type) {
		case *frame.Run:
			c.Tag, c.Art = 0, kind
			out = append(out, c)
		case *frame.Rect:
			c.Tag, c.Art = 0, kind
			out = append(out, c)
		case *frame.Disc:
			c.Tag, c.Art = 0, kind
			out = append(out, c)
		case *frame.Polyline:
			c.Tag, c.Art = 0, kind
			out = append(out, c)
		case *frame.Picture:
			c.Tag, c.Art = 0, kind
			out = append(out, c)
		}
	}
	return out
}
