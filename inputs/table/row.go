package table

import (
	"fmt"

	"assemble/inputs/source"
)

// Row is one row of a table. It holds good until the next one is read.
type Row struct {
	t     *reading
	cells []string
}

// Cell is the text of a column, from 0.
func (x *Row) Cell(column int) string { return x.cells[column] }

// Line is the number of the line on which the row begins.
func (x *Row) Line() int32 {
	line, _ := x.t.csv.FieldPos(0)
	return int32(line)
}

// At is the place of a cell.
func (x *Row) At(column int) source.Span {
	if column >= len(x.cells) {
		return source.At(source.Pos{File: x.t.file, A: 1})
	}
	return source.At(x.t.place(x.t.csv.FieldPos(column)))
}

// Fault reports an error at a cell. The code is the area of the table and kind.
func (x *Row) Fault(kind string, column int, message, fix string) {
	x.t.add(source.Diagnostic{Code: x.t.code(kind), At: x.At(column), Message: message, Fix: fix})
}

// Unknown reports a cell whose value is none of those that can be; names are
// some that can, for a nearest one.
func (x *Row) Unknown(kind string, column int, what string, names []string, fix string) {
	text := Excerpt(x.cells[column])
	x.t.add(source.Diagnostic{
		Code: x.t.code(kind), At: x.At(column), Excerpt: text, Replace: source.Nearest(text, names),
		Message: fmt.Sprintf("%q %s", text, what), Fix: fix,
	})
}

// Twice reports a row that says what an earlier line says.
func (x *Row) Twice(what string, first int32) {
	x.t.add(source.Diagnostic{
		Code: x.t.code("twice"), At: x.At(0), Message: what + " stands here a second time", Fix: "keep one of the two rows",
		Related: []source.Related{{At: source.At(source.Pos{File: x.t.file, A: first}), Message: "it stands here first"}},
	})
}

// Excerpt keeps long cells out of messages.
func Excerpt(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
