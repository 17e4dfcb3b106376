package table

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/units"
)

// Costs of a page break before a row, in the scale of galley.Box.Break. An
// empty line at the foot costs some six times its square there, so that a page
// of a table ends up to seven lines early to keep a group whole, and a page of
// a matrix up to eighteen.
const (
	groupBreak    = galley.Free
	straddleBreak = -30
	rowBreak      = 60   // in a table that has no groups
	inGroup       = 300  // in one that has
	inEntry       = 500  // between the rows of one stub entry
	inMatrix      = 2000 // a page of a matrix ends with a whole group
)

// cost is the cost of a page break before row i. A head keeps two rows, a total
// the two rows before it, and no row stands alone on the next page.
func (l *layout) cost(i int, ends []bool) int32 {
	rows := l.rows
	kind := func(i int) doc.RowKind {
		if i < 0 || i >= len(rows) {
			return doc.DataRow
		}
		return rows[i].Kind
	}
	switch {
	case i < 2, i+1 == len(rows),
		kind(i) == doc.TotalRow, kind(i+1) == doc.TotalRow,
		kind(i-1) == doc.StraddleRow,
		kind(i-2) == doc.StraddleRow && kind(i) != doc.StraddleRow,
		kind(i) == doc.ShareRow && kind(i-1) != doc.ShareRow:
		return galley.Inf
	case kind(i) == doc.StraddleRow:
		return straddleBreak
	case ends[i-1]:
		return groupBreak
	case l.matrix:
		return inMatrix
	case !l.hasFigures && l.continues && len(rows[i].Stub) == 0:
		return inEntry
	case l.hasFigures && len(rows) >= l.Style.Table.GroupFrom:
		return inGroup
	}
	return rowBreak
}

// closing is the rule that ends the table on a page that ends before row i. It
// takes the place of what stands below the row before.
func (l *layout) closing(i int) []frame.Item {
	y := -l.rows[i-1].below
	if l.matrix {
		y += l.tok.groupAbove
	}
	return []frame.Item{l.rule(l.Style.Rules.TableHead, y)}
}

// tall says that a boxhead takes half of the page or more.
func (l *layout) tall(head *galley.Box) bool { return head.Height > l.Style.Page.TextBlock/2 }

// cutHead breaks a boxhead that is higher than a page.
func (l *layout) cutHead(head galley.Box) []galley.Box {
	if !l.tall(&head) {
		return []galley.Box{head}
	}
	l.Report.Warn("table-head-too-high", l.t.At, "the heads of the table take half a page or more, and are not repeated on its next pages",
		"shorten the heads")
	return cut(head, 0, l.tok.head.Leading, l.Style.Page.TextBlock/2)
}

// cutRow breaks a row that is higher than a page: the one case in which a row
// is split.
func (l *layout) cutRow(b galley.Box, i int, again []galley.Box) []galley.Box {
	room := l.Style.Page.TextBlock
	for i := range again {
		room -= again[i].Height
	}
	if b.Height <= room {
		return []galley.Box{b}
	}
	l.Report.Warn("table-row-too-high", l.rows[i].At, "a row of the table is higher than a page, and is split",
		"shorten its text, or take it out of the table")
	out := cut(b, l.tok.padTop, l.tok.body.Leading, room)
	for i := 1; i < len(out); i++ {
		out[i].Resume = again
		out[i].Close = []frame.Item{l.rule(l.Style.Rules.TableHead, 0)}
	}
	return out
}

// cut breaks a box into boxes of whole lines, none higher than room. The first
// line begins at top.
func cut(b galley.Box, top, leading, room units.Sp) []galley.Box {
	step := max(leading, (room-top)/leading*leading)
	ends := []units.Sp{top + step}
	for ends[len(ends)-1] < b.Height {
		ends = append(ends, ends[len(ends)-1]+step)
	}
	out := make([]galley.Box, len(ends))
	for i := range out {
		from := units.Sp(0)
		if i > 0 {
			from = ends[i-1]
			out[i].Break = galley.Free
		}
		out[i].Height = min(ends[i], b.Height) - from
	}
	for _, it := range b.Items {
		n := 0
		for n+1 < len(ends) && baseline(it) >= ends[n] {
			n++
		}
		if n > 0 {
			it = it.Shifted(0, -ends[n-1], 0)
		}
		out[n].Items = append(out[n].Items, it)
	}
	first := &out[0]
	first.Space, first.Break, first.Resume, first.Close, first.Dests = b.Space, b.Break, b.Resume, b.Close, b.Dests
	return out
}

// baseline is the height by which an item belongs to a line.
func baseline(it frame.Item) units.Sp {
	switch it := it.(type) {
	case *frame.Run:
		return it.Y
	case *frame.Rect:
		return it.Y
	case *frame.Area:
		return it.Y
	}
	return 0
}
