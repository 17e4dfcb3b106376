package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"
)

// Layout says what a table looks like.
type Layout struct {
	Area    string   // what codes of diagnostics begin with
	Columns []string // their heads
	MaxRows int      // what exceeds it is the wrong file or meant to do harm
}

// reading is one table that is being read.
type reading struct {
	Layout
	text   []byte
	file   source.FileID
	r      *source.Reporter
	csv    *csv.Reader
	starts []int // of lines, once a position is wanted
	faults int
}

// byteOrderMark stands before the text when a spreadsheet has saved it.
var byteOrderMark = []byte("\ufeff")

// Read calls fn with each row below the head of a table, registered as file. It
// ends at what is no comma-separated text, and where so much is wrong that it
// must be another kind of file.
func (l Layout) Read(text []byte, file source.FileID, r *source.Reporter, fn func(*Row)) {
	text = bytes.TrimPrefix(text, byteOrderMark)
	t := &reading{Layout: l, text: text, file: file, r: r, csv: csv.NewReader(bytes.NewReader(text))}
	t.csv.FieldsPerRecord = -1 // counted here, to say where
	t.csv.ReuseRecord = true
	row := &Row{t: t}
	if !t.head(row) {
		return
	}
	for n := 0; t.faults < source.MaxDiagnostics; n++ {
		cells, err := t.csv.Read()
		row.cells = cells
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.broken(err)
			return
		case n >= l.MaxRows:
			row.Fault("rows", 0, fmt.Sprintf("the table has more than %d rows", l.MaxRows), "check that it is the right file")
			return
		case len(cells) != len(l.Columns):
			row.Fault("cells", 0, fmt.Sprintf("the row has %d cells, the table has %d columns", len(cells), len(l.Columns)), "import the table again")
			continue
		}
		fn(row)
	}
}

// head reads the first line and reports whether it is the right one.
func (t *reading) head(row *Row) bool {
	cells, err := t.csv.Read()
	row.cells = cells
	switch {
	case errors.Is(err, io.EOF):
		t.add(source.Diagnostic{Code: t.code("empty"), At: source.At(source.Pos{File: t.file}), Message: "the table is empty", Fix: "import it again"})
		return false
	case err != nil:
		t.broken(err)
		return false
	case !slices.Equal(cells, t.Columns):
		row.Fault("columns", 0, "the first line does not name the columns of this table", "write "+strings.Join(t.Columns, ",")+", or import the table again")
		return false
	}
	return true
}

// broken reports a line that cannot be taken apart.
func (t *reading) broken(err error) {
	d := source.Diagnostic{Code: t.code("csv"), At: source.At(source.Pos{File: t.file}), Message: "the line is no comma-separated text", Fix: "import the table again"}
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		d.At = source.At(t.place(bad.Line, bad.Column))
		d.Message += ": " + bad.Err.Error()
	}
	t.add(d)
}

// place turns a column in bytes into one in runes. Lines are found once, when
// the first place is wanted.
func (t *reading) place(line, column int) source.Pos {
	if t.starts == nil {
		t.starts = append(t.starts, 0)
		for i, b := range t.text {
			if b == '\n' {
				t.starts = append(t.starts, i+1)
			}
		}
	}
	from := t.starts[min(max(line, 1), len(t.starts))-1]
	to := min(from+max(column, 1)-1, len(t.text))
	return source.Pos{File: t.file, A: int32(line), B: int32(utf8.RuneCount(t.text[from:to]) + 1)}
}

func (t *reading) code(kind string) source.Code { return source.Code(t.Area + "-" + kind) }

func (t *reading) add(d source.Diagnostic) {
	t.faults++
	t.r.Add(d)
}
