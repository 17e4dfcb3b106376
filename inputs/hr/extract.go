package hr

import (
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// extract is one table of an HR system, found on a sheet: a list of persons, a
// list of counts, or a cross-tabulation.
type extract struct {
	book  *sheet.Book
	sheet *sheet.Sheet
	name  string // how decisions and the ledger call the sheet

	head     []headRow // levels, from the top
	lang     string    // of the heads, "" where they tell none
	years    []int     // named above the head, or by the sheet
	dated    string    // which of them it is
	category Category  // of the name of the sheet or its title
	columns  []*column // those that are read, by place
	crossed  bool      // the heads of columns are grades or sexes
	partial  bool      // it lacks a dimension, and can only be compared

	unused  []unused  // columns whose heads would do, but are not read
	gaps    []int     // columns that are empty, head and all
	named   bool      // a column of it has the head of names of persons
	looks   []*column // columns that look like those that are missing
	pending *question // about the whole table
	taken   []*column // columns of counts
	counted bool      // its rows made the result

	levels [][]role // of groups of rows, the outermost first; the last is that of rows that count
	depth  []int8   // of each row in levels, from 1; 0 for a row of totals

	rows   []int32 // of the sheet
	marks  []mark
	fates  []fate
	blank  rowSet  // rows between them that hold nothing
	sums   []sum   // numbers in rows of totals
	values int     // different ones in its columns
	last   int32   // row with values of columns that are read
	counts []int64 // persons in each row that counts
}

// mark says what was seen of a row while it was read.
type mark uint8

const (
	hidden    mark = 1 << iota
	totalWord      // a cell begins with a word for a total
	alone          // one cell only holds something
	groupHead      // it heads the rows below it, and may state their sum
)

// fate is what becomes of a row: it is counted, it waits for an answer, or it is
// left out by a rule, whose number it is.
type fate int16

const (
	toCount fate = iota
	waiting
	firstRule
)

// sum is a number in a row of totals.
type sum struct {
	row   int // index
	col   int
	value int64
}

// column is a column that is read. What its cells hold is kept once for each
// value.
type column struct {
	at    int // in the sheet, from 1
	role  role
	head  string
	texts []string // of the levels of its head, folded
	how   string   // how it was recognized
	score int
	of    dims    // of a column of counts
	span  spanned // what they mean
	words []word
	ids   []int32 // word of each row
	sense []sense // of each word, once interpreted
	index map[wordKey]int32
	// mute says that its cells are not quoted: too many are unknown, so that it may
	// hold something else.
	mute bool
}

type wordKey struct {
	text    string
	kind    sheet.Kind
	day     sheet.Day
	unknown bool // a formula without its value
}

// spanned is what the head of a column of counts means once it is decided.
type spanned struct {
	group
	asks []*question
	out  bool // a person leaves the column out
}

// unused is a column that is not read, though its head would do.
type unused struct {
	*column
	why string
}

// word is a value of a column.
type word struct {
	wordKey
	n       int
	first   int32 // index of the first row
	slipped bool  // it stands in rows only whose cells have slipped sideways
}

func (w *word) blank() bool {
	c := sheet.Cell{Kind: w.kind, Text: w.text, Formula: w.unknown}
	return c.Blank()
}

// Bounds of what is kept of cells: bytes of one, of which no value that is known
// has as many, and different values of a table, numbers of persons aside.
const (
	maxValue  = 400
	maxValues = 300_000
)

// tooMany stands for the values beyond the bound.
var tooMany = wordKey{text: "…", kind: sheet.Text}

// add takes the cell of the next row of a column.
func (t *extract) add(c *column, cell *sheet.Cell, row int32) {
	key := wordKey{text: cell.Text, kind: cell.Kind, day: cell.Day, unknown: cell.Formula && !cell.Cached}
	if len(key.text) > maxValue {
		key.text = shortened(key.text, c.role)
	}
	id, ok := c.index[key]
	if !ok && c.role != personRole {
		if t.values++; t.values > maxValues {
			key = tooMany
			id, ok = c.index[key]
		}
	}
	if !ok {
		id = int32(len(c.words))
		c.index[key] = id
		c.words = append(c.words, word{wordKey: key, first: row})
	}
	c.words[id].n++
	c.ids = append(c.ids, id)
}

// shortened is what is kept of a long text: of the number of a person enough to
// tell it from others.
func shortened(text string, r role) string {
	if r == personRole {
		return sha([]byte(text))
	}
	return strings.Clone(text[:maxValue])
}

// sense is what a value of a column means.
type sense struct {
	known     bool
	category  Category
	grade     string
	nation    string
	sex       Sex
	day       sheet.Day
	other     sheet.Day // the day in the other order of day and month
	n         int64
	dual      bool      // two nationalities stand in the cell; the first is taken
	out       fate      // leave the row out
	ask       *question // or ask
	wrong     bool      // an error value or a formula without its value
	headWord  bool      // it is what the head of the column says
	otherHead bool      // it is what the head of another column would say
}

// pos is the place of a cell of a row.
func (t *extract) pos(row int, c *column) source.Pos {
	return t.sheet.Pos(int(t.rows[row]), c.at)
}

// gradePos is the place that tells the grade of a row.
func (t *extract) gradePos(row int, measure *column) source.Pos {
	if measure != nil && measure.of.grade != "" {
		return t.pos(row, measure)
	}
	if c := t.column(gradeRole); c != nil {
		return t.pos(row, c)
	}
	return t.sheet.Pos(int(t.rows[row]), 0)
}

// column returns the column of a role, or nil.
func (t *extract) column(r role) *column {
	for _, c := range t.columns {
		if c.role == r && !c.of.any() {
			return c
		}
	}
	return nil
}
