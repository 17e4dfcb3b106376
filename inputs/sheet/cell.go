package sheet

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Kind says what a cell holds.
type Kind uint8

// A number that is styled as a date is a Date. Separated text and web pages know
// Text and Error only.
const (
	Empty  Kind = iota
	Text        // text, numbers and dates kept as text too
	Number      // Text is the decimal number as stored
	Date        // Day holds it
	Bool        // Text is TRUE or FALSE
	Error       // Text is one of the error values, such as #N/A
)

func (k Kind) String() string {
	return [...]string{"empty", "text", "number", "date", "bool", "error"}[k]
}

// Cell is one cell of a sheet.
type Cell struct {
	Text    string // as stored; of text nothing is trimmed
	Day     Day    // of a Date
	Kind    Kind
	Formula bool // a formula stands in the cell
	Cached  bool // and its value was stored with it; if not, Kind is Empty
	Merged  bool // the value is that of the first cell of a merged range, not this one
}

// Blank reports whether the cell shows nothing: it is empty or holds spaces
// only. A formula without a stored value is not blank.
func (c *Cell) Blank() bool {
	if c.Formula && !c.Cached {
		return false
	}
	return c.Kind == Empty || c.Kind == Text && strings.TrimFunc(c.Text, isSpace) == ""
}

// isSpace reports whether a rune shows nothing. Files that were glued together
// hold byte order marks among their text.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// significant is the number of digits that a spreadsheet stands for. What is
// stored beyond them is the noise of binary fractions: 0.1+0.2 is stored as
// 0.30000000000000004.
const significant = 15

// Rat is the exact value of a Number, rounded to the 15 digits that spreadsheets
// show. It is false for other kinds; for numbers kept as text see ParseNumber.
func (c *Cell) Rat() (*big.Rat, bool) {
	if c.Kind != Number {
		return nil, false
	}
	text := c.Text
	if len(text) > significant {
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, false
		}
		text = strconv.FormatFloat(f, 'e', significant-1, 64)
	}
	return new(big.Rat).SetString(text)
}

// Int is the value of a Number that is whole.
func (c *Cell) Int() (int64, bool) {
	if c.Kind != Number {
		return 0, false
	}
	if n, err := strconv.ParseInt(c.Text, 10, 64); err == nil && len(c.Text) <= significant {
		return n, true
	}
	x, ok := c.Rat()
	if !ok || !x.IsInt() || !x.Num().IsInt64() {
		return 0, false
	}
	return x.Num().Int64(), true
}

// isNumber reports whether text is a number as XML Schema writes doubles, and
// within their range, so that no exponent can make it large in memory.
func isNumber(text []byte) bool {
	i, digits := 0, 0
	if i < len(text) && (text[i] == '-' || text[i] == '+') {
		i++
	}
	for point := false; i < len(text); i++ {
		if text[i] == '.' && !point {
			point = true
		} else if text[i] >= '0' && text[i] <= '9' {
			digits++
		} else {
			break
		}
	}
	if digits == 0 || len(text) > 64 {
		return false
	}
	if i == len(text) {
		return true
	}
	if text[i] != 'e' && text[i] != 'E' {
		return false
	}
	exp, err := strconv.Atoi(string(text[i+1:]))
	return err == nil && exp > -400 && exp < 400
}

// errorValues are the values that a spreadsheet shows in place of a result. They
// are the only content of a cell that a message may quote.
var errorValues = []string{
	"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
	"#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!",
}

// IsErrorValue reports whether text is an error value such as #N/A, or Err:502 as
// LibreOffice writes others.
func IsErrorValue(text string) bool {
	if code, ok := strings.CutPrefix(text, "Err:"); ok {
		return len(code) == 3 && strings.Trim(code, "0123456789") == ""
	}
	return strings.HasPrefix(text, "#") && slices.Contains(errorValues, text)
}

// kindOf is the kind of a cell of which only the text is known.
func kindOf(text []byte) Kind {
	switch {
	case len(text) == 0:
		return Empty
	case isErrorValue(text):
		return Error
	}
	return Text
}

// isErrorValue is IsErrorValue without a copy of what is none.
func isErrorValue(text []byte) bool {
	return len(text) > 0 && len(text) < 20 && (text[0] == '#' || text[0] == 'E') && IsErrorValue(string(text))
}

// Row is one row of a sheet that holds something.
type Row struct {
	N      int // from 1
	Hidden bool
	Cells  []Cell // up to the last that holds something; see Cell
}

// Cell is the cell of a column, which counts from 1; beyond the last it is empty.
func (r *Row) Cell(col int) *Cell {
	if col < 1 || col > len(r.Cells) {
		return &Cell{}
	}
	return &r.Cells[col-1]
}
