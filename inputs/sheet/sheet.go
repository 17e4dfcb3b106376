package sheet

import (
	"errors"
	"fmt"
	"iter"

	"assemble/inputs/source"
)

// Range is a range of rows, both counted.
type Range struct{ From, To int }

// Sheet is one sheet of a workbook, a separated text, or one table of a page.
// What it says of hidden parts are facts; nothing is left out for them.
type Sheet struct {
	Name string
	File source.FileID
	// Hidden holds for very hidden sheets too, which only a macro can show.
	Hidden bool
	// Filtered says that a filter hides rows.
	Filtered bool
	// HiddenRows are the rows that hold something and are hidden, by a filter, a
	// closed group or by hand; HiddenColumns the columns up to LastColumn.
	HiddenRows    []Range
	HiddenColumns []int
	// LastRow and LastColumn are the last that hold something; 0 for an empty sheet.
	LastRow, LastColumn int
	// Formulas counts the cells with a formula, Unvalued those of them whose value
	// was not stored, Errors the cells with an error value.
	Formulas, Unvalued, Errors int

	pass   func(*grid) error // one pass over the rows
	hidden []Range           // columns, as the file lists them
	report *source.Reporter
	err    error
}

// Pos is the place of a cell; a column of 0 is the whole row, a row of 0 the
// whole column.
func (s *Sheet) Pos(row, col int) source.Pos {
	return source.Pos{File: s.File, A: int32(row), B: int32(col)}
}

// Rows gives the rows that hold something, in order, as often as it is asked. A
// row and its cells are good until the next; texts may be kept. If the file ends
// early there is a diagnostic, and Err.
func (s *Sheet) Rows() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		g := &grid{emit: yield, fill: s.LastColumn}
		s.err = s.pass(g)
		if errors.Is(s.err, errStop) {
			s.err = nil
			return
		}
		if s.err != nil {
			report(s.err, s.File, s.report)
			return
		}
		s.covered(g.under)
	}
}

// Err is what ended the last Rows early; nil if nothing did.
func (s *Sheet) Err() error { return s.err }

// covered says that values lie under merged ranges, where nobody sees them and
// sums count them.
func (s *Sheet) covered(under []uint64) {
	if len(under) == 0 {
		return
	}
	at := source.At(s.Pos(int(under[0]>>32), int(uint32(under[0]))))
	n := fmt.Sprint(len(under))
	if len(under) == maxUnder {
		n = "at least " + n
	}
	s.report.Warn("sheet-covered", at, n+" values lie unseen under merged cells, the first of them here; the value shown was taken", "unmerge the cells and delete what is not meant")
}

// facts returns the grid of the first pass, which tells the facts of a sheet.
func (s *Sheet) facts() *grid {
	return &grid{emit: func(r *Row) bool {
		s.LastRow, s.LastColumn = r.N, max(s.LastColumn, len(r.Cells))
		if r.Hidden {
			s.HiddenRows = extend(s.HiddenRows, r.N)
		}
		for i := range r.Cells {
			c := &r.Cells[i]
			if c.Formula {
				s.Formulas++
				if !c.Cached {
					s.Unvalued++
				}
			}
			if c.Kind == Error {
				s.Errors++
			}
		}
		return true
	}}
}

// settle ends the first pass.
func (s *Sheet) settle() {
	for _, h := range s.hidden {
		for col := max(h.From, 1); col <= min(h.To, s.LastColumn); col++ {
			if n := len(s.HiddenColumns); n == 0 || s.HiddenColumns[n-1] < col {
				s.HiddenColumns = append(s.HiddenColumns, col)
			}
		}
	}
	s.Filtered = s.Filtered && len(s.HiddenRows) > 0
}

// extend adds a row to ranges.
func extend(list []Range, n int) []Range {
	if last := len(list) - 1; last >= 0 && list[last].To == n-1 {
		list[last].To = n
		return list
	}
	return append(list, Range{n, n})
}
