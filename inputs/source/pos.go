package source

import (
	"bytes"
	"fmt"
	"strconv"
	"sync"
)

// FileID numbers an input file, or one sheet of a workbook, in a Files table.
// 0 is no file.
type FileID int32

// Pos is one place in one input. In a text file A is the line and B the
// column; in a sheet A is the row and B the column. Two 32-bit integers and a
// file number, so that 200,000 rows cost little.
type Pos struct {
	File FileID
	A, B int32
}

// Known reports whether p names a file.
func (p Pos) Known() bool { return p.File != 0 }

// Span runs from Start to End; a single cell or caret has End equal to Start.
type Span struct{ Start, End Pos }

// At returns the span of one place.
func At(p Pos) Span { return Span{p, p} }

// Files is the table of all inputs of one run. It is safe for concurrent use;
// numbers follow the order of registration, so register in a fixed order
// wherever numbers may show.
type Files struct {
	mu   sync.RWMutex
	list []file
}

type file struct {
	name  string // slash-separated, relative to the edition folder
	sheet string // worksheet, "" for a text file
	text  []byte // for excerpts; nil for a workbook, whose cells are private
}

// Add registers a text file under its printed name and returns its number.
func (f *Files) Add(name string, text []byte) FileID {
	return f.add(file{name: name, text: text})
}

// AddSheet registers one sheet of a workbook.
func (f *Files) AddSheet(workbook, sheet string) FileID {
	return f.add(file{name: workbook, sheet: sheet})
}

func (f *Files) add(x file) FileID {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, x)
	return FileID(len(f.list))
}

func (f *Files) get(id FileID) (file, bool) {
	if f == nil {
		return file{}, false
	}
	f.mu.RLock()
	defer f.mu.RUnlock()
	if id < 1 || int(id) > len(f.list) {
		return file{}, false
	}
	return f.list[id-1], true
}

// Name returns the printed name of a file, with "!sheet" for a sheet.
func (f *Files) Name(id FileID) string {
	x, ok := f.get(id)
	if !ok {
		return ""
	}
	if x.sheet != "" {
		return x.name + "!" + x.sheet
	}
	return x.name
}

// String prints a position as file:line:col or workbook!sheet!cell.
func (f *Files) String(p Pos) string {
	x, ok := f.get(p.File)
	if !ok {
		return ""
	}
	if x.sheet != "" {
		if p.A == 0 && p.B == 0 {
			return x.name + "!" + x.sheet
		}
		return x.name + "!" + x.sheet + "!" + CellName(int(p.A), int(p.B))
	}
	switch {
	case p.A == 0:
		return x.name
	case p.B == 0:
		return fmt.Sprintf("%s:%d", x.name, p.A)
	}
	return fmt.Sprintf("%s:%d:%d", x.name, p.A, p.B)
}

// Line returns the text of the line at p, without its end; "" for sheets and
// unknown places.
func (f *Files) Line(p Pos) string {
	x, ok := f.get(p.File)
	if !ok || x.text == nil || p.A < 1 {
		return ""
	}
	rest := x.text
	for i := int32(1); i < p.A; i++ {
		_, after, ok := bytes.Cut(rest, []byte("\n"))
		if !ok {
			return ""
		}
		rest = after
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return string(bytes.TrimSuffix(line, []byte("\r")))
}

// CellName writes row and column, both from 1, as a spreadsheet does: C14. A
// row of 0 names the whole column, a column of 0 the whole row.
func CellName(row, col int) string {
	var letters []byte
	for col > 0 {
		col--
		letters = append([]byte{byte('A' + col%26)}, letters...)
		col /= 26
	}
	if row <= 0 {
		return string(letters)
	}
	return string(letters) + strconv.Itoa(row)
}

// Lines turns byte offsets of one text into positions.
type Lines struct {
	File FileID
	text []byte
	at   []int // offset of the first byte of each line
}

// NewLines indexes text, which was registered as id.
func NewLines(id FileID, text []byte) *Lines {
	l := &Lines{File: id, text: text, at: []int{0}}
	for i, b := range text {
		if b == '\n' {
			l.at = append(l.at, i+1)
		}
	}
	return l
}

// Pos returns the place of the byte at offset; offsets outside are clamped.
func (l *Lines) Pos(offset int) Pos {
	offset = max(0, min(offset, len(l.text)))
	lo, hi := 0, len(l.at)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; l.at[mid] <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	col := 1
	for range string(l.text[l.at[lo]:offset]) {
		col++
	}
	return Pos{l.File, int32(lo + 1), int32(col)}
}

// Span returns the span of the bytes [from, to).
func (l *Lines) Span(from, to int) Span { return Span{l.Pos(from), l.Pos(to)} }
