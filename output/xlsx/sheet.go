package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// sheet is a table made ready to be written.
type sheet struct {
	lang *lang.Table
	refs func(doc.Label) string

	name   string // of the sheet
	id     string // of the Excel table
	title  string
	lines  []string // A1 and below: title, unit, notes …
	heads  []string
	groups bool // the first column names groups of rows
	rows   []row

	notes  []note
	gaps   [doc.Unchanged + 1][]place
	zeros  bool // some 0 is not shown
	shares []bool
	places [][kinds]int // decimals, by column of the table
}

// row is a row below the heads.
type row struct {
	kind   doc.RowKind
	indent int
	cells  []cell
}

// cell is a text, a number if it has a format, or nothing.
type cell struct {
	text   string
	value  float64
	format string
}

// note is a remark on cells.
type note struct {
	text string
	at   []place
}

// read takes in a table under the title of its sheet.
func (s *sheet) read(t *doc.Table, title string) error {
	s.title = title
	s.notes = make([]note, len(t.Notes))
	for i, n := range t.Notes {
		words := s.text(n.Text) // which may add to the notes
		s.notes[i].text = words
	}
	s.text(t.Title) // for its notes
	unit := s.text(t.Unit)
	for _, r := range t.Rows {
		s.groups = s.groups || r.Kind == doc.StraddleRow
	}
	columns := len(doc.Leaves(t.Heads))
	s.measure(t, columns)
	s.readHeads(t, strings.Contains(unit, "%"))
	group := ""
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Kind == doc.StraddleRow {
			group = s.text(r.Stub)
			continue
		}
		if len(r.Cells) != columns {
			return fmt.Errorf("the table %q has %d cells in a row of %d columns", title, len(r.Cells), columns)
		}
		if r.Kind == doc.TotalRow {
			group = "" // a total is of all groups, and so is what follows it
		}
		s.readRow(r, group)
	}
	s.above(t, unit)
	return s.fits()
}

// measure finds the columns that hold shares only, and the decimals of each
// column, as print gives them.
func (s *sheet) measure(t *doc.Table, columns int) {
	s.places = make([][kinds]int, columns)
	s.shares = make([]bool, columns)
	for j := range columns {
		var seen [kinds]int
		for i := range t.Rows {
			if j >= len(t.Rows[i].Cells) {
				continue
			}
			n, ok := s.number(figure(&t.Rows[i].Cells[j]))
			if !ok {
				continue
			}
			s.places[j][n.kind] = max(s.places[j][n.kind], n.places)
			seen[n.kind]++
		}
		s.shares[j] = seen[share] > 0 && seen[count]+seen[points] == 0
	}
}

// figure is the number in a cell: as such, or alone in its text. It is never
// nil.
func figure(c *doc.Cell) *doc.Stat {
	if c.Stat != nil {
		return c.Stat
	}
	if len(c.Text) == 1 {
		if x, ok := c.Text[0].(*doc.Stat); ok {
			return x
		}
	}
	return &doc.Stat{Hole: true}
}

// readHeads makes one row of the boxhead. Heads must not be empty, and no two
// alike.
func (s *sheet) readHeads(t *doc.Table, percent bool) {
	if s.groups {
		s.heads = append(s.heads, s.lang.Strings().Workbook.Group)
	}
	stub := s.text(t.Stub, place{0, len(s.heads)})
	if stub == "" {
		stub = plain(t.Entries)
	}
	s.heads = append(s.heads, stub)
	s.leaves(t.Heads, "")
	first := len(s.heads) - len(s.shares)
	taken := map[string]bool{}
	for i, h := range s.heads {
		if h == "" {
			h = fmt.Sprintf(s.lang.Strings().Workbook.Column, fmt.Sprint(i+1))
		}
		if i >= first && s.shares[i-first] && !percent {
			h = inPercent(h)
		}
		s.heads[i] = unique(h, taken)
	}
}

// leaves adds the heads of columns, each after those above it.
func (s *sheet) leaves(heads []doc.Head, above string) {
	for _, h := range heads {
		at := place{0, len(s.heads)}
		text := strings.TrimSpace(above + " " + s.text(h.Text, at))
		if len(h.Sub) > 0 {
			s.leaves(h.Sub, text)
		} else {
			s.heads = append(s.heads, text)
		}
	}
}

// inPercent names the unit of a column or a row.
func inPercent(name string) string {
	if strings.Contains(name, "%") {
		return name
	}
	return strings.TrimSpace(name + " (%)")
}

// unique gives a name that is not taken, whatever its capitals.
func unique(name string, taken map[string]bool) string {
	out := name
	for n := 2; taken[strings.ToLower(out)]; n++ {
		out = fmt.Sprintf("%s (%d)", name, n)
	}
	taken[strings.ToLower(out)] = true
	return out
}

func (s *sheet) readRow(r *doc.Row, group string) {
	at := place{row: len(s.rows) + 1}
	out := row{kind: r.Kind, indent: r.Indent}
	if s.groups {
		out.cells = append(out.cells, cell{text: group})
		at.col++
	}
	stub := s.text(r.Stub, at)
	percent := s.shareRow(r)
	if percent {
		stub = inPercent(stub)
	}
	out.cells = append(out.cells, cell{text: stub})
	for j := range r.Cells {
		at.col++
		c := &r.Cells[j]
		out.cells = append(out.cells, s.cell(c, j, percent, at))
		if c.Note > 0 && c.Note <= len(s.notes) {
			s.notes[c.Note-1].at = append(s.notes[c.Note-1].at, at)
		}
	}
	s.rows = append(s.rows, out)
}

// shareRow says that the numbers of a row are shares, some in columns of other
// numbers.
func (s *sheet) shareRow(r *doc.Row) bool {
	apart := false
	for j := range r.Cells {
		n, ok := s.number(figure(&r.Cells[j]))
		if ok && n.kind != share {
			return false
		}
		apart = apart || ok && !s.shares[j]
	}
	return apart
}

// cell makes the cell of a column; percent says that the row names the unit.
func (s *sheet) cell(c *doc.Cell, column int, percent bool, at place) cell {
	if x := figure(c); c.Stat != nil || !x.Hole {
		n, ok := s.number(x)
		if !ok {
			return cell{text: plain(s.printed(x))}
		}
		suffix := ""
		if n.kind == share && !percent && !s.shares[column] {
			suffix = "%"
		}
		return cell{value: n.value, format: format(s.places[column][n.kind], n.signed, suffix)}
	}
	if len(c.Text) > 0 {
		return cell{text: s.text(c.Text, at)}
	}
	switch c.Gap {
	case doc.NoGap:
	case doc.Nil:
		s.zeros = true
		return cell{format: hidden}
	case doc.Unchanged:
		return cell{format: format(0, false, "")}
	default:
		s.gaps[c.Gap] = append(s.gaps[c.Gap], at)
	}
	return cell{}
}

// above writes the lines above the table, when all that they name is known.
// Remarks name cells, and these depend on how many lines there are: so they are
// counted first.
func (s *sheet) above(t *doc.Table, unit string) {
	words := s.lang.Strings()
	before := filled(s.title, unit)
	legend, from := s.text(t.Legend), s.text(t.Source)
	if from != "" {
		from = plain(fmt.Sprintf(words.SourceLine, from))
	}
	after := filled(from)
	if s.zeros {
		after = append([]string{words.Workbook.BlankZero}, after...)
	}
	lines := func(head int) []string {
		out := slices.Clone(before)
		for i, n := range s.notes {
			out = append(out, s.noteLine(i, n, head))
		}
		out = append(out, filled(legend)...)
		out = append(out, s.gapLines(head)...)
		return append(out, after...)
	}
	s.lines = lines(len(lines(0)) + 1)
}

// gapLines say which cells are empty for which reason.
func (s *sheet) gapLines(headRow int) (out []string) {
	words := s.lang.Strings()
	for _, g := range []struct {
		gap  doc.Gap
		word string
	}{
		{doc.NotApplicable, words.NotApplicable},
		{doc.NotAvailable, words.NotAvailable},
		{doc.NotComputed, words.NotComputed},
		{doc.Suppressed, words.Workbook.Withheld},
	} {
		if at := s.gaps[g.gap]; len(at) > 0 {
			out = append(out, fmt.Sprintf("%s (%s).", g.word, cells(at, headRow)))
		}
	}
	return out
}

// noteLine is a note with the letter that it has in print and its cells.
func (s *sheet) noteLine(i int, n note, headRow int) string {
	label := lang.Letters(i + 1)
	if len(n.at) > 0 {
		label += " (" + cells(n.at, headRow) + ")"
	}
	return label + ". " + n.text
}

// headRow is the row of the heads, counted from 1.
func (s *sheet) headRow() int { return len(s.lines) + 1 }

// What a sheet can hold (ECMA-376, part 1, annex of limits of Excel).
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
	maxText    = 32_767 // units of UTF-16
)

// fits reports what a spreadsheet would cut off in silence.
func (s *sheet) fits() error {
	if n := s.headRow() + len(s.rows); n > maxRows {
		return fmt.Errorf("the table %q has %d rows, more than a sheet has", s.title, n)
	}
	if n := len(s.heads); n > maxColumns {
		return fmt.Errorf("the table %q has %d columns, more than a sheet has", s.title, n)
	}
	long := func(text string) bool { return len(text) > maxText && utf16Len(text) > maxText }
	for _, list := range [][]string{s.lines, s.heads} {
		for _, text := range list {
			if long(text) {
				return fmt.Errorf("a text of the table %q is longer than a cell", s.title)
			}
		}
	}
	for _, r := range s.rows {
		for _, c := range r.cells {
			if long(c.text) {
				return fmt.Errorf("a text of the table %q is longer than a cell", s.title)
			}
		}
	}
	return nil
}

func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
