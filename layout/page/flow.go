package page

import (
	"fmt"

	"assemble/layout/chart"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/table"
	"assemble/layout/units"
)

// Costs of page breaks, in the scale of galley.Box.Break.
const (
	lineCost    = 40  // inside a paragraph
	itemCost    = 10  // between items of a list
	headingGain = -60 // before a heading: a good place to end a page
)

// flow sets the blocks of one part under each other.
type flow struct {
	e *Engine
	s *para.Setter
	p *doc.Part
	g *galley.Galley
	n *numbers

	col   column
	owner frame.ElemID // element that blocks go into

	below units.Sp // space below the last box
	keep  int      // so many boxes still stay with the heading before them
	after kindOf   // what the last block was
	head  *galley.Head
	bound *galley.Ground // panel that boxes stand on
	sides sides
	note  []*doc.Footnote
}

// column is where text of the flow stands.
type column struct {
	x, measure units.Sp
	text       style.Type
	snap       bool // first lines return to the grid
}

// kindOf tells what stands before a block, for the space between.
type kindOf uint8

const (
	nothing kindOf = iota
	aText
	aHeading
	aSetPiece // table, chart, band, box, picture
)

func newFlow(e *Engine, s *para.Setter, p *doc.Part, start galley.Counters) *flow {
	n := number(e.Lang, p, start, func(doc.Label, para.Target, sourceSpan) {})
	f := &flow{
		e: e, s: s, p: p, n: n,
		g:    &galley.Galley{Part: string(p.ID), Start: start, End: n.end, At: p.At},
		head: headOf(p, e.Lang),
	}
	f.col = column{
		x: e.Style.Page.TextAxis, measure: e.Style.Page.Measure(), text: e.Style.Roles.Text, snap: true,
	}
	f.g.Tree.Elems = []frame.Elem{{}}
	return f
}

// part sets all blocks of the part.
func (f *flow) part() {
	if f.p.Kind == doc.Annex {
		f.turn(f.p.Blocks)
		f.annexTitle()
	}
	f.blocks(f.p.Blocks)
	f.name()
}

// name makes the id of the part lead to its first box, whatever its first
// heading is called.
func (f *flow) name() {
	id := string(f.p.ID)
	if id == "" || len(f.g.Boxes) == 0 || len(f.g.Tree.Elems) < 2 {
		return
	}
	b := &f.g.Boxes[0]
	for _, d := range b.Dests {
		if d.Name == id {
			return
		}
	}
	b.Dests = append(b.Dests, galley.Dest{Name: id, Elem: 1})
}

func (f *flow) blocks(list []doc.Block) {
	for i, b := range list {
		f.turn(list[i:])
		f.block(b)
	}
}

// block sets one block. TestBlockCases sees to it that every kind has a case.
func (f *flow) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		f.heading(b)
	case *doc.Paragraph:
		f.paragraph(b)
	case *doc.List:
		f.list(b, 1)
	case *doc.Quote:
		f.quote(b)
	case *doc.Panel:
		f.panel(b)
	case *doc.KeyFigures:
		f.setPiece(chart.LayBand(f.context(b), b), f.e.Style.Band.Below)
	case *doc.Timeline:
		f.setPiece(f.apart(table.LayTimeline(f.context(b), b)), f.e.Style.Caption.Below)
	case *doc.Signature:
		f.signature(b)
	case *doc.Picture:
		f.picture(b)
	case *doc.Chart:
		f.setPiece(chart.Lay(f.context(b), b), f.e.Style.Caption.Below)
	case *doc.Table:
		f.setPiece(f.measured(b).Lay(f.context(b)), f.e.Style.Caption.Below)
	case *doc.AcronymList:
		f.acronyms(b)
	case *doc.CoverPage:
		f.cover()
	case *doc.ContentsList:
		// The contents are set when all pages are known.
	}
}

// settleSpace makes the space between a set piece and a heading that of the
// heading after a paragraph, whatever the piece asks for below itself.
func (f *flow) settleSpace() {
	if f.after == aSetPiece {
		f.below = f.e.Style.Roles.Text.Below
	}
}

// add appends a box below the last one, with the space that both ask for.
func (f *flow) add(b galley.Box, kind kindOf) *galley.Box {
	b.Space += f.below
	f.below = 0
	if f.keep > 0 {
		f.keep--
		b.Break = galley.Inf
	}
	if f.head != nil {
		b.Head, f.head = f.head, nil
	}
	b.Ground, b.Turned = f.bound, f.sides.turned
	f.after = kind
	f.takeNotes(&b)
	f.g.Boxes = append(f.g.Boxes, b)
	return &f.g.Boxes[len(f.g.Boxes)-1]
}

// noteFn numbers a footnote when its mark is set; its text is set when the box
// that holds the mark is known.
func (f *flow) noteFn(x *doc.Footnote) (string, string) {
	n := f.n.notes[x]
	return fmt.Sprint(n), noteDest(n)
}

// context is what the set pieces need.
func (f *flow) context(b doc.Block) *para.Context {
	return &para.Context{
		Setter: f.s, Tree: &f.g.Tree, Parent: f.owner, Number: f.n.block[b], Dest: f.n.dest[b], AfterTable: f.after == aSetPiece,
		Note: func(x *doc.Footnote) (string, string) {
			f.note = append(f.note, x)
			return f.noteFn(x)
		},
	}
}

// setPiece appends what a table, a chart or a band gave, as one float.
func (f *flow) setPiece(boxes []galley.Box, below units.Sp) {
	if len(boxes) == 0 {
		return
	}
	first := len(f.g.Boxes)
	for i := range boxes {
		x := boxes[i]
		brk := x.Break
		// The space of a caption counts from the text above it.
		if i == 0 && f.after == aHeading {
			f.below = max(0, f.below-x.Space) // the larger of the two
		}
		if i > 0 {
			f.keep = 0
		}
		p := f.add(x, aSetPiece)
		if i > 0 {
			p.Break = brk
		}
	}
	f.g.Boxes[first].FloatLen = len(boxes)
	f.below, f.keep = below, 0
}

// apart gives a piece without caption the space of one above it.
func (f *flow) apart(boxes []galley.Box) []galley.Box {
	if len(boxes) > 0 {
		boxes[0].Space = max(boxes[0].Space, f.e.Style.Roles.CaptionTitle.Above)
	}
	return boxes
}

// lines appends set lines as boxes, with the rules for widows and orphans.
func (f *flow) lines(lines []para.Line, t style.Type, x units.Sp, kind kindOf) []*galley.Box {
	st := f.e.Style.Setting
	from := len(f.g.Boxes)
	for i, l := range lines {
		b := galley.Box{Items: galley.Shift(l.Items, x, f.s.Ascent(t)), Height: t.Leading, Break: lineCost}
		if i == 0 {
			b.Break = galley.Free
			if f.col.snap {
				b.Snap = f.s.Ascent(t)
			}
		}
		if i > 0 && (i < st.Orphans || len(lines)-i < st.Widows) {
			b.Break = galley.Inf
		}
		f.note = append(f.note, l.Notes...)
		f.add(b, kind)
	}
	out := make([]*galley.Box, 0, len(lines))
	for i := from; i < len(f.g.Boxes); i++ {
		out = append(out, &f.g.Boxes[i])
	}
	return out
}

// paragraph sets a paragraph with its number and its run-in head.
func (f *flow) paragraph(p *doc.Paragraph) {
	t := f.col.text
	elem := f.g.Tree.Add(frame.P, f.owner)
	f.below += t.Above
	in := p.Text
	n, numbered := f.n.para[p]
	sp := f.spec(t, elem)
	var label para.Line
	if numbered {
		label, sp.Indent = f.number(n, elem)
	}
	if p.Head != nil {
		f.runIn(p.Head, elem, &sp)
	}
	lines := f.s.Lines(in, sp)
	boxes := f.lines(lines, t, f.col.x, aText)
	if len(boxes) == 0 {
		return
	}
	first := boxes[0]
	if f.col.snap && f.bound == nil && f.owner == 0 {
		first.TextLen = len(boxes)
	}
	first.Items = append(galley.Shift(label.Items, 0, f.s.Ascent(t)), first.Items...)
	if numbered {
		first.Dests = append(first.Dests, galley.Dest{Name: paraDest(n), Elem: elem})
	}
	if d := f.n.dest[p]; d != "" {
		first.Dests = append(first.Dests, galley.Dest{Name: d, Elem: elem})
	}
	if p.Head != nil {
		first.Dests = append(first.Dests, galley.Dest{Name: f.n.dest[p.Head], Elem: sp.LeadElem})
	}
	f.below = t.Below
}

// spec is how text of the column is set.
func (f *flow) spec(t style.Type, elem frame.ElemID) para.Spec {
	return para.Spec{
		Type: t, Measure: f.col.measure, Place: lang.Prose, Sentence: true, Tree: &f.g.Tree, Elem: elem, Note: f.noteFn,
	}
}

// number sets the number of a paragraph: hanging in the number column, or in
// the line, which it then indents.
func (f *flow) number(n int, elem frame.ElemID) (para.Line, units.Sp) {
	st := f.e.Style
	id := f.g.Tree.Add(frame.Lbl, elem)
	text := fmt.Sprint(n) + st.Para.Suffix + " "
	l := f.s.Words(text, para.Spec{Type: st.Roles.Number, Tree: &f.g.Tree, Elem: id})
	if st.Para.Hanging {
		l.Items = galley.Shift(l.Items, f.col.x-st.Page.NumberGap-l.Width, 0)
		return l, 0
	}
	l.Items = galley.Shift(l.Items, f.col.x, 0)
	// A long number pushes the text on by the space of a word.
	gap := f.s.Width("0", st.Roles.Text)
	return l, max(st.Para.Indent, l.Width+gap)
}

// runIn puts a run-in head before the text of its paragraph; it is a heading of
// its own in the structure, before the paragraph.
func (f *flow) runIn(h *doc.Heading, p frame.ElemID, sp *para.Spec) {
	st := f.e.Style
	tree := &f.g.Tree
	sp.LeadType = st.Roles.H4
	sp.LeadType.Size, sp.LeadType.Leading = f.col.text.Size, f.col.text.Leading
	sp.LeadElem = tree.Add(frame.H4, f.owner)
	before(tree, f.owner, sp.LeadElem, p)
	sp.Lead = endStop(h.Text, f.e.Lang)
	sp.LeadGap = units.MulDiv(sp.LeadType.Size, st.Heading.RunInGap, 1000)
}

// before moves child before sibling among the children of parent.
func before(t *galley.Tree, parent, child, sibling frame.ElemID) {
	kids := t.At(parent).Kids
	kids = kids[:len(kids)-1] // child was added last
	for i, k := range kids {
		if k == sibling {
			t.At(parent).Kids = append(kids[:i:i], append([]frame.ElemID{child}, kids[i:]...)...)
			return
		}
	}
}

// endStop ends a run-in head with a full stop.
func endStop(list []doc.Inline, l *lang.Table) []doc.Inline {
	end := "."
	if s := plain(list, l); s != "" {
		switch s[len(s)-1] {
		case '.', '!', '?', ':':
			return list
		}
	}
	return append(list[:len(list):len(list)], &doc.Text{S: end})
}
