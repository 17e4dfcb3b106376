package doc

import "assemble/inputs/source"

// Table has a stub at the left, a boxhead on top, a field of cells, and notes.
type Table struct {
	Base
	Title   []Inline
	Unit    []Inline // line under the title
	Stub    []Inline // heading of the stub column
	Entries string   // what the stub lists, for a workbook, if no heading is printed
	Heads   []Head   // boxhead, left to right; repeated after a page break
	Rows    []Row
	Notes   []Note
	Legend  []Inline // explains abbreviations; after the notes
	Source  []Inline // the line "Source: …"
	Matrix  bool     // set by the tokens of the matrix: smaller, in groups of five
	Plain   bool     // from a pipe table: no title and no number unless it has one
	Columns []Align  // alignment by leaf column; nil: text left, figures right
}

// Align is how the cells of a column are aligned.
type Align uint8

// Alignments of columns. AlignAuto sets text left and figures right.
const (
	AlignAuto Align = iota
	AlignLeft
	AlignRight
	AlignCenter
)

// Head is one entry of the boxhead. With Sub it is a spanner over its
// children; without it is a column.
type Head struct {
	Text   []Inline
	Sub    []Head
	Period Period
}

// Period says whether a column shows the reported year or the year before.
type Period uint8

// Periods of columns in tables of two years.
const (
	NoPeriod Period = iota
	Reported
	Before
)

// RowKind is a kind of row.
type RowKind uint8

// Kinds of rows. A Straddle row is a head across the field, without cells. A
// Share row shows percentages after a total.
const (
	DataRow RowKind = iota
	SubtotalRow
	TotalRow
	StraddleRow
	ShareRow
)

// Row is one line of the field with its stub entry.
type Row struct {
	Kind   RowKind
	Indent int
	Stub   []Inline
	Cells  []Cell // one per leaf column; none when Kind is StraddleRow
	Muted  bool   // a row without figures
	At     source.Span
}

// Cell holds a Stat, or text, or the reason why there is neither.
type Cell struct {
	Stat *Stat
	Text []Inline
	Gap  Gap
	Note int // 1 for the first of the table's notes; 0 for none
	At   source.Span
}

// Gap is the reason why a cell is empty.
type Gap uint8

// Reasons for an empty cell. How each is printed is the style's.
const (
	NoGap         Gap = iota
	Nil               // a true zero that is left blank or printed as 0 or —
	NotApplicable     // cannot be
	NotAvailable      // not known
	NotComputed       // could be computed, but there is no earlier value
	Suppressed        // known and withheld to protect people
	Unchanged         // a change that is nil
)

// Note is a note under a table; its letter follows from its place.
type Note struct {
	Text []Inline
	At   source.Span
}

// Leaves returns the leaf columns of a boxhead, left to right.
func Leaves(heads []Head) []Head {
	var out []Head
	for _, h := range heads {
		if len(h.Sub) == 0 {
			out = append(out, h)
		} else {
			out = append(out, Leaves(h.Sub)...)
		}
	}
	return out
}

// Depth returns the number of levels of a boxhead.
func Depth(heads []Head) int {
	deepest := 0
	for _, h := range heads {
		deepest = max(deepest, 1+Depth(h.Sub))
	}
	return deepest
}
