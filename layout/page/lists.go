package page

import (
	"strings"
	"unicode"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/units"
)

// list sets a list; level counts from 1.
func (f *flow) list(b *doc.List, level int) {
	st := f.e.Style
	tree := &f.g.Tree
	outer, owner := f.col, f.owner
	numbering := "None"
	step := st.List.BulletText
	if b.Ordered {
		step = st.List.Text
		numbering = "LowerAlpha"
		if level > 1 {
			numbering = "LowerRoman"
		}
	}
	l := tree.AddElem(frame.Elem{Role: frame.L, Parent: owner, Numbering: numbering})
	in := units.Sp(0)
	if level == 1 {
		in = st.List.In
	}
	f.col.x, f.col.measure = outer.x+in+step, outer.measure-in-step
	f.col.snap = false // what follows the list returns to the grid
	text := f.col.text
	f.col.text.Below = st.List.Between
	for i := range b.Items {
		f.item(b, i, level, l, outer.x+in)
		f.below = st.List.Between
	}
	f.col, f.owner = outer, owner
	f.below = text.Below
}

// item sets one item with its marker.
func (f *flow) item(b *doc.List, i, level int, l frame.ElemID, markX units.Sp) {
	st := f.e.Style
	tree := &f.g.Tree
	mark := st.List.Bullet
	if b.Ordered {
		mark = f.e.Lang.ListMark(level, max(1, b.Start)+i)
	}
	li := tree.Add(frame.LI, l)
	lbl := tree.Add(frame.Lbl, li)
	f.owner = tree.Add(frame.LBody, li)
	marker := f.s.Line(f.markText(mark, b.Ordered), para.Spec{Type: f.col.text, Tree: tree, Elem: lbl})
	first := len(f.g.Boxes)
	for _, of := range b.Items[i].Of {
		if sub, ok := of.(*doc.List); ok {
			f.list(sub, level+1)
			f.owner = tree.At(lbl).Parent
			f.owner = lastKid(tree, f.owner)
			continue
		}
		f.block(of)
	}
	if len(f.g.Boxes) == first { // an empty item still has its marker
		f.lines([]para.Line{{}}, f.col.text, f.col.x, aText)
	}
	box := &f.g.Boxes[first]
	box.Items = append(galley.Shift(marker.Items, markX, f.s.Ascent(f.col.text)), box.Items...)
	if box.Break == galley.Free && i > 0 {
		box.Break = itemCost
		if i == 1 && level == 1 {
			box.Break = lineCost * 8 // one item alone makes no list
		}
	}
	if i == 0 && first > 0 {
		box.Break = galley.Inf // a list stays with the line that announces it
	}
}

func lastKid(t *galley.Tree, id frame.ElemID) frame.ElemID {
	kids := t.At(id).Kids
	return kids[len(kids)-1]
}

// markText is the marker; a style may set its letter in italics.
func (f *flow) markText(mark string, ordered bool) []doc.Inline {
	from := strings.IndexFunc(mark, unicode.IsLetter)
	if !ordered || !f.e.Style.List.Italic || from < 0 {
		return doc.Words(mark + " ")
	}
	to := strings.LastIndexFunc(mark, unicode.IsLetter) + 1 // marks are ASCII letters
	return []doc.Inline{&doc.Text{S: mark[:from]}, &doc.Emph{Of: doc.Words(mark[from:to])}, &doc.Text{S: mark[to:] + " "}}
}

// quote sets a quotation in from both sides.
func (f *flow) quote(b *doc.Quote) {
	st := f.e.Style
	outer, owner := f.col, f.owner
	f.owner = f.g.Tree.Add(frame.BlockQuote, owner)
	f.col.x += st.List.QuoteIn
	f.col.measure -= 2 * st.List.QuoteIn
	f.col.text = st.Roles.Quote
	f.below += st.Roles.Quote.Above
	f.blocks(b.Of)
	f.col, f.owner = outer, owner
	f.below = st.Roles.Quote.Below + outer.text.Below
}
