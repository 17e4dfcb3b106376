package hr

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

// MaxRows bounds the rows of a table. All grades, nationalities and sexes make
// less than 30,000 rows that count different things.
const MaxRows = 1_000_000

// table reads one file of comma-separated values whose columns are fixed.
type table struct {
	text   []byte
	file   source.FileID
	r      *source.Reporter
	csv    *csv.Reader
	starts []int // of lines, once a position is wanted
	faults int
}

// byteOrderMark stands before the text when a spreadsheet has saved it.
var byteOrderMark = []byte("\ufeff")

func newTable(text []byte, file source.FileID, r *source.Reporter) *table {
	text = bytes.TrimPrefix(text, byteOrderMark)
	t := &table{text: text, file: file, r: r, csv: csv.NewReader(bytes.NewReader(text))}
	t.csv.FieldsPerRecord = -1 // counted here, to say where
	t.csv.ReuseRecord = true
	return t
}

// rows calls fn with the cells of each row below the head. It ends at what is
// no comma-separated text, and where so much is wrong that it must be another
// kind of file.
func (t *table) rows(columns []string, fn func(cells []string)) {
	head, err := t.csv.Read()
	switch {
	case errors.Is(err, io.EOF):
		t.add(source.Diagnostic{Code: "hr-empty", At: source.At(source.Pos{File: t.file}), Message: "the table is empty", Fix: "import it again"})
		return
	case err != nil:
		t.broken(err)
		return
	case !slices.Equal(head, columns):
		t.fault("hr-columns", 0, "the first line does not name the columns of this table", "write "+strings.Join(columns, ",")+", or import the table again")
		return
	}
	for n := 0; t.faults < source.MaxDiagnostics; n++ {
		cells, err := t.csv.Read()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.broken(err)
			return
		case n >= MaxRows:
			t.fault("hr-rows", 0, fmt.Sprintf("the table has more than %d rows", MaxRows), "check that it is the right file")
			return
		case len(cells) != len(columns):
			t.fault("hr-cells", 0, fmt.Sprintf("the row has %d cells, the table has %d columns", len(cells), len(columns)), "import the table again")
			continue
		}
		fn(cells)
	}
}

// broken reports a line that cannot be taken apart.
func (t *table) broken(err error) {
	d := source.Diagnostic{Code: "hr-csv", At: source.At(source.Pos{File: t.file}), Message: "the line is no comma-separated text", Fix: "import the table again"}
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		d.At = source.At(t.place(bad.Line, bad.Column))
		d.Message += ": " + bad.Err.Error()
	}
	t.add(d)
}

// line is the number of the line on which the row that was read begins.
func (t *table) line() int32 {
	line, _ := t.csv.FieldPos(0)
	return int32(line)
}

// at is the place of a cell of the row that was read.
func (t *table) at(column int) source.Span {
	return source.At(t.place(t.csv.FieldPos(column)))
}

// place turns a column in bytes into one in runes. Lines are found once, when
// the first fault is.
func (t *table) place(line, column int) source.Pos {
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

// fault reports an error at a cell of the row that was read.
func (t *table) fault(code source.Code, column int, message, fix string) {
	t.add(source.Diagnostic{Code: code, At: t.at(column), Message: message, Fix: fix})
}

func (t *table) add(d source.Diagnostic) {
	t.faults++
	t.r.Add(d)
}
