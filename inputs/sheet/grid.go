package sheet

import "slices"

// grid builds the rows of one pass over a sheet, holds them within the bounds
// and fills merged ranges. All readers write through it.
type grid struct {
	row   Row
	emit  func(*Row) bool
	fill  int      // columns up to which merged ranges are filled, 0 for not at all
	text  []byte   // of the cells of the row, one behind the other
	parts []Range  // where the text of each cell stands in it, from -1 if the cell has its Text
	spans []span   // merged ranges that touch the row
	used  int      // cells so far
	own   bool     // the row holds something of its own
	under []uint64 // places of values that lie unseen under a merged range, row<<32 + column
}

// span is a merged range.
type span struct {
	top, left, bottom, right int
	value                    Cell // of the first cell, once it is known
}

// maxUnder bounds the values under merged ranges that are remembered.
const maxUnder = 1000

// begin starts row n.
func (g *grid) begin(n int, hidden bool) error {
	if n > MaxRows {
		return tooMuch("sheet-rows", MaxRows, "rows")
	}
	g.row.N, g.row.Hidden, g.row.Cells = n, hidden, g.row.Cells[:0]
	g.text, g.parts = g.text[:0], g.parts[:0]
	g.spans = slices.DeleteFunc(g.spans, func(s span) bool { return s.bottom < n })
	return nil
}

// put sets the cell of a column behind those that were set. If text is not
// negative, what g.text holds from there on is the text of the cell.
func (g *grid) put(col int, c Cell, text int) error {
	if err := g.reach(col); err != nil {
		return err
	}
	if len(g.text) > MaxRowText {
		return in(tooMuch("sheet-text", MaxRowText, "bytes of text in one row"), g.row.N, col)
	}
	g.row.Cells[col-1], g.parts[col-1] = c, Range{text, len(g.text)}
	return nil
}

// reach makes the row at least col cells long.
func (g *grid) reach(col int) error {
	if col > MaxColumns {
		return in(tooMuch("sheet-columns", MaxColumns, "columns"), g.row.N, 0)
	}
	for n := len(g.row.Cells); n < col; n++ {
		g.row.Cells = append(g.row.Cells, Cell{})
		g.parts = append(g.parts, Range{From: -1})
		g.used++
	}
	if g.used > MaxCells {
		return in(tooMuch("sheet-cells", MaxCells, "cells"), g.row.N, 0)
	}
	return nil
}

// fits holds the text of a cell to its bound.
func (g *grid) fits(from int) error {
	if len(g.text)-from > MaxText {
		return tooMuch("sheet-text", MaxText, "bytes of text in the cell")
	}
	return nil
}

// span adds a merged range that begins in this row. Ranges come by their first
// row.
func (g *grid) span(s span) { g.spans = append(g.spans, s) }

// end gives the row away if it holds anything of its own.
func (g *grid) end() error {
	all := string(g.text) // one allocation a row; cells are parts of it
	last := 0
	g.own = false
	for i := range g.row.Cells {
		c := &g.row.Cells[i]
		if p := g.parts[i]; p.From >= 0 {
			c.Text = all[p.From:p.To]
		}
		if c.Text == "" && c.Kind == Text && !c.Formula {
			c.Kind = Empty
		}
		if c.Kind != Empty || c.Formula {
			last, g.own = i+1, g.own || !c.Blank()
		}
	}
	g.row.Cells = g.row.Cells[:last]
	if err := g.merge(); err != nil {
		return err
	}
	return g.give()
}

// repeat gives the row away once more, one row further down.
func (g *grid) repeat() error {
	g.row.N++
	if g.used += len(g.row.Cells) + 1; g.used > MaxCells {
		return tooMuch("sheet-cells", MaxCells, "cells")
	}
	if g.row.N > MaxRows {
		return tooMuch("sheet-rows", MaxRows, "rows")
	}
	return g.give()
}

func (g *grid) give() error {
	if g.own && !g.emit(&g.row) {
		return errStop
	}
	return nil
}

// merge takes the values of merged ranges that begin in this row and puts those
// of all into the other cells.
func (g *grid) merge() error {
	for i := range g.spans {
		s := &g.spans[i]
		if s.top == g.row.N {
			s.value = *g.row.Cell(s.left)
			s.value.Merged = true
		}
	}
	for i := range g.spans {
		if err := g.cover(&g.spans[i]); err != nil {
			return err
		}
	}
	return nil
}

func (g *grid) cover(s *span) error {
	left, right := s.left, min(s.right, g.fill)
	if s.top == g.row.N {
		left++
	}
	if g.used++; s.value.Kind == Empty || left > right {
		return nil
	}
	if g.used += right - left + 1; g.used > MaxCells {
		return in(tooMuch("sheet-cells", MaxCells, "cells"), g.row.N, 0)
	}
	if err := g.reach(right); err != nil {
		return err
	}
	for col := left; col <= right; col++ {
		c := &g.row.Cells[col-1]
		if !c.Blank() && !c.Merged && len(g.under) < maxUnder {
			g.under = append(g.under, uint64(g.row.N)<<32+uint64(col))
		}
		*c = s.value
	}
	return nil
}
