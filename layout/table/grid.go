package table

import (
	"strconv"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/para"
	"assemble/layout/units"
)

// grid is a table as columns and rows: the stub is a column like others.
type grid struct {
	cols  []column
	heads []head // level by level, left to right
	depth int    // levels of the boxhead
	rows  []row

	matrix, finance, years bool
	hasStub, hasFigures    bool
	continues              bool // some entries of the stub have several rows
	dropped                int  // columns that do not fit the frame
}

// column is one column. Content of figure columns ends at x+w, with the last
// digits at x+w-after; content of text columns begins at x.
type column struct {
	head    string // its words, by which columns are alike
	parent  int    // number of the spanner over it; 0 for none
	twin    string // heads of its spanner and its place among them; "" for none
	period  doc.Period
	align   doc.Align
	stub    bool
	figures bool

	lead, after    units.Sp // widest figure, and widest of what follows one
	common         units.Sp // of after: what follows every figure of the column
	natural, least units.Sp // widest content, and its widest word
	gap, extra     units.Sp // before the column; extra is part of gap
	x, w           units.Sp
}

// right is where the heads of a figure column end: above the last digits, or
// above the sign that all figures of the column have.
func (c *column) right() units.Sp { return c.x + c.w - c.after + c.common }

// digits is where the last digits of a figure column end.
func (c *column) digits() units.Sp { return c.x + c.w - c.after }

// left is where the column begins for what spans it: figures are set off from
// the column before by the gap, text is not.
func (c *column) left() units.Sp {
	if c.figures {
		return c.x - (c.gap - c.extra)
	}
	return c.x
}

// head is one entry of the boxhead over columns from to to-1.
type head struct {
	text     []doc.Inline
	level    int
	from, to int
	spans    bool // has heads under it
	stub     bool
	period   doc.Period

	natural, least units.Sp
	lines          []para.Line
	id             string
	elem           frame.ElemID
}

// row is one row; cells are one for each column, none in a straddle row.
type row struct {
	*doc.Row
	cells []cell
	lines int      // of text
	below units.Sp // space and rules under it, which a page break takes away
}

// newGrid takes a table apart. A row with fewer cells than columns is filled
// up, and columns are added for a row with more: builders see to it that there
// is none, but a fault of theirs must not become a panic.
func newGrid(t *doc.Table) *grid {
	g := &grid{matrix: t.Matrix}
	heads := t.Heads
	leaves := len(doc.Leaves(heads))
	for i := range t.Rows {
		for ; leaves < len(t.Rows[i].Cells); leaves++ {
			heads = append(heads[:len(heads):len(heads)], doc.Head{})
		}
	}
	g.hasStub = hasStub(t) || leaves == 0
	if g.hasStub {
		g.cols = append(g.cols, column{stub: true})
	}
	g.depth = max(1, doc.Depth(heads))
	if g.hasStub {
		g.heads = append(g.heads, head{text: t.Stub, to: 1, stub: true})
	}
	g.flatten(heads, g.depth)
	for i := range g.cols {
		c := &g.cols[i]
		g.years = g.years || c.period != doc.NoPeriod
		if n := i - g.first(); n >= 0 && n < len(t.Columns) {
			c.align = t.Columns[n]
		}
	}
	g.fill(t)
	return g
}

// first is the number of the first column that is not the stub.
func (g *grid) first() int {
	if g.hasStub {
		return 1
	}
	return 0
}

// hasStub says whether anything stands in the stub. Straddle heads do not
// count: they go across the table.
func hasStub(t *doc.Table) bool {
	if len(t.Stub) > 0 {
		return true
	}
	for i := range t.Rows {
		if len(t.Rows[i].Stub) > 0 && t.Rows[i].Kind != doc.StraddleRow {
			return true
		}
	}
	return false
}

// level is a list of heads with what stands over it.
type level struct {
	heads  []doc.Head
	parent int
	twin   string
	period doc.Period
	from   int // first column
}

// flatten lists the heads level by level, which is how they are read.
func (g *grid) flatten(heads []doc.Head, depth int) {
	now := []level{{heads: heads, from: g.first()}}
	leaves := doc.Leaves(heads)
	g.cols = append(g.cols, make([]column, len(leaves))...)
	parents := 0
	for d := 0; d < depth && len(now) > 0; d++ {
		var next []level
		for _, l := range now {
			at := l.from
			for _, h := range l.heads {
				n := max(1, len(doc.Leaves(h.Sub)))
				p := h.Period
				if p == doc.NoPeriod {
					p = l.period
				}
				g.heads = append(g.heads, head{text: h.Text, level: d, from: at, to: at + n, spans: len(h.Sub) > 0, period: p})
				if len(h.Sub) > 0 {
					parents++
					next = append(next, level{h.Sub, parents, names(h.Sub), p, at})
				} else {
					c := &g.cols[at]
					if c.parent, c.period = l.parent, p; l.parent > 0 {
						c.twin = strconv.Itoa(at-l.from) + l.twin
					}
				}
				at += n
			}
		}
		now = next
	}
}

// names joins the words of heads.
func names(heads []doc.Head) string {
	var b strings.Builder
	for i := range heads {
		b.WriteString("\x00" + doc.Plain(heads[i].Text, nil))
	}
	return b.String()
}

// fill makes the rows.
func (g *grid) fill(t *doc.Table) {
	g.rows = make([]row, len(t.Rows))
	all := make([]cell, len(t.Rows)*len(g.cols))
	for i := range t.Rows {
		r := &g.rows[i]
		r.Row = &t.Rows[i]
		if r.Kind != doc.StraddleRow {
			r.cells, all = all[:len(g.cols):len(g.cols)], all[len(g.cols):]
			g.continues = g.continues || g.hasStub && len(r.Stub) == 0
		}
	}
}

// drop takes the last column off.
func (g *grid) drop() {
	n := len(g.cols) - 1
	g.cols = g.cols[:n]
	g.dropped++
	kept := g.heads[:0]
	for _, h := range g.heads {
		if h.to = min(h.to, n); h.from < h.to {
			kept = append(kept, h)
		}
	}
	g.heads = kept
	for i := range g.rows {
		if r := &g.rows[i]; len(r.cells) > n {
			r.cells = r.cells[:n]
		}
	}
}
