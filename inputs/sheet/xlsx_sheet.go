package sheet

import (
	"cmp"
	"slices"
	"strconv"
)

// worksheet is one sheet of a workbook. What stands behind the rows in the file,
// merged ranges and filters, is known from the first pass on.
type worksheet struct {
	*workbook
	part   string
	sheet  *Sheet
	merges []span // by first row and column
	known  bool   // the first pass is done
}

// pass reads the sheet once.
func (w *worksheet) pass(g *grid) error {
	r, err := w.a.open(w.part)
	if err != nil {
		return err
	}
	defer r.Close()
	p := &worksheetPass{worksheet: w, scanner: newScanner(r), g: g, due: w.merges}
	if ok, err := p.child(1); err != nil || !ok || string(p.name) != "worksheet" {
		return orXML(err)
	}
	for {
		ok, err := p.child(1)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if err := p.section(); err != nil {
			return err
		}
	}
	for t := tokenText; t != tokenEOF; { // to the end of the part, where its sum is checked
		if t, err = p.next(); err != nil {
			return err
		}
	}
	slices.SortFunc(w.merges, func(a, b span) int { return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left)) })
	w.known = true
	return nil
}

// worksheetPass is the state of one reading.
type worksheetPass struct {
	*worksheet
	*scanner
	g   *grid
	due []span // merged ranges that begin in rows to come
	raw []byte // the value of the cell at hand
}

// section reads one child of the worksheet element (18.3.1.99).
func (p *worksheetPass) section() error {
	if string(p.name) == "sheetData" {
		return p.rows()
	}
	if p.known {
		return p.skip()
	}
	switch string(p.name) {
	case "sheetPr":
		for a := p.attributes(); a.next(); {
			p.sheet.Filtered = p.sheet.Filtered || string(a.name) == "filterMode" && a.bool()
		}
	case "cols":
		return p.each("col", p.column)
	case "autoFilter":
		p.sheet.Filtered = true // Sheet.settle asks for hidden rows too
	case "mergeCells":
		return p.each("mergeCell", p.mergeCell)
	}
	return p.skip()
}

// each calls fn for the children of a name.
func (p *worksheetPass) each(name string, fn func() error) error {
	depth := p.depth()
	for {
		ok, err := p.child(depth)
		if err != nil || !ok {
			return err
		}
		if string(p.name) == name {
			if err := fn(); err != nil {
				return err
			}
		}
		if err := p.skip(); err != nil {
			return err
		}
	}
}

func (p *worksheetPass) column() error {
	from, to, hidden := 0, 0, false
	for a := p.attributes(); a.next(); {
		switch string(a.name) {
		case "min":
			from = a.int()
		case "max":
			to = a.int()
		case "hidden":
			hidden = hidden || a.bool()
		case "width":
			hidden = hidden || string(a.value) == "0"
		}
	}
	if hidden && len(p.sheet.hidden) < MaxColumns {
		p.sheet.hidden = append(p.sheet.hidden, Range{from, to})
	}
	return nil
}

func (p *worksheetPass) mergeCell() error {
	for a := p.attributes(); a.next(); {
		if string(a.name) != "ref" {
			continue
		}
		s, ok := parseRange(a.value)
		if !ok {
			return damaged("a merged range is none")
		}
		if len(p.merges) == MaxMerges {
			return tooMuch("sheet-merges", MaxMerges, "merged ranges")
		}
		p.merges = append(p.merges, s)
	}
	return nil
}

func (p *worksheetPass) rows() error {
	depth, n := p.depth(), 0
	for {
		ok, err := p.child(depth)
		if err != nil || !ok {
			return err
		}
		if string(p.name) != "row" {
			if err := p.skip(); err != nil {
				return err
			}
			continue
		}
		if n, err = p.row(n); err != nil {
			return in(err, n, 0)
		}
	}
}

// row reads a row (18.3.1.73) behind row n and returns its number.
func (p *worksheetPass) row(n int) (int, error) {
	n, before, hidden := n+1, n, false
	for a := p.attributes(); a.next(); {
		switch string(a.name) {
		case "r":
			n = a.int()
		case "hidden":
			hidden = hidden || a.bool()
		case "ht":
			hidden = hidden || string(a.value) == "0"
		}
	}
	if n <= before {
		return before, damaged("its rows are out of order")
	}
	if err := p.g.begin(n, hidden); err != nil {
		return n, err
	}
	for ; len(p.due) > 0 && p.due[0].top <= n; p.due = p.due[1:] {
		p.g.span(p.due[0])
	}
	for depth, col := p.depth(), 0; ; {
		ok, err := p.child(depth)
		switch {
		case err != nil:
			return n, err
		case !ok:
			return n, p.g.end()
		case string(p.name) == "c":
			if col, err = p.cell(n, col); err != nil {
				return n, in(err, n, col)
			}
		default:
			if err := p.skip(); err != nil {
				return n, err
			}
		}
	}
}

// cell reads a cell (18.3.1.4) of row n behind column col and returns its column.
func (p *worksheetPass) cell(n, col int) (int, error) {
	c, before := stored{}, col
	col++
	for a := p.attributes(); a.next(); {
		switch string(a.name) {
		case "r":
			row, at, ok := parseRef(a.value)
			if !ok || row != n {
				return 0, damaged("a cell stands in another row than it says")
			}
			col = at
		case "s":
			c.style = a.int()
		case "t":
			c.kind = cellKind(a.value)
		}
	}
	if col <= before {
		return before, damaged("its cells are out of order")
	}
	from := len(p.g.text)
	if err := p.parts(&c); err != nil {
		return col, err
	}
	return col, p.put(col, from, &c)
}

// stored is a cell as the file has it; its value is in raw, or, of an inline
// text, in the grid.
type stored struct {
	kind    string // n, s, str, inlineStr, b, e, d
	style   int
	formula bool
	value   bool
}

// cellKind is the name of a kind without a copy of its own (ST_CellType, 18.18.11).
func cellKind(name []byte) string {
	for _, k := range [...]string{"s", "n", "str", "inlineStr", "b", "e", "d"} {
		if string(name) == k {
			return k
		}
	}
	return ""
}

// parts reads the children of a cell.
func (p *worksheetPass) parts(c *stored) error {
	p.raw = p.raw[:0]
	for depth := p.depth(); ; {
		ok, err := p.child(depth)
		switch {
		case err != nil || !ok:
			return err
		case string(p.name) == "v":
			c.value = true
			p.raw, err = p.content(p.raw)
		case string(p.name) == "is":
			c.value = true
			p.g.text, err = p.richText(p.g.text, MaxText)
		case string(p.name) == "f":
			c.formula = true
			err = p.skip()
		default:
			err = p.skip()
		}
		if err != nil {
			return err
		}
	}
}

// put gives the grid a cell with its kind. from is where its text begins in the
// grid, if it has one of its own.
func (p *worksheetPass) put(col, from int, c *stored) error {
	out := Cell{Formula: c.formula, Kind: Text}
	switch {
	case c.kind == "s":
		n, err := strconv.Atoi(string(p.raw))
		text, ok := p.strings.at(n)
		if c.value && len(p.raw) > 0 && (err != nil || !ok) {
			return damaged("a cell refers to a text that is missing")
		}
		out.Text, from = text, -1
	case c.kind == "inlineStr":
		if !isXMLText(p.g.text[from:]) {
			return errXML
		}
	case len(p.raw) == 0 && c.kind != "str":
		// Programs that do not compute leave the value of a formula empty.
		c.value, out.Kind = false, Empty
	default:
		p.g.text = append(p.g.text, p.raw...)
		if c.kind == "str" {
			p.g.text = unescape(p.g.text, from)
		}
		if !isXMLText(p.g.text[from:]) {
			return errXML
		}
		p.value(&out, c)
	}
	if out.Kind == Bool {
		from = -1
	}
	out.Cached = c.formula && c.value
	if !c.value {
		out.Kind = Empty
	}
	if out.Kind == Empty && !out.Formula {
		return nil
	}
	return p.g.put(col, out, from)
}

// value tells the kind of a raw value.
func (p *worksheetPass) value(out *Cell, c *stored) {
	switch {
	case c.kind == "str":
	case c.kind == "e" && IsErrorValue(string(p.raw)):
		out.Kind = Error
	case c.kind == "b" && len(p.raw) == 1 && (p.raw[0] == '0' || p.raw[0] == '1'):
		out.Kind, out.Text = Bool, map[byte]string{'0': "FALSE", '1': "TRUE"}[p.raw[0]]
	case c.kind == "d":
		if d, ok := ParseDate(string(p.raw)); ok && !d.Ambiguous() {
			out.Kind, out.Day = Date, d.Day
		}
	case (c.kind == "" || c.kind == "n") && isNumber(p.raw):
		out.Kind = Number
		if c.style >= 0 && c.style < len(p.dates) && p.dates[c.style] {
			if d, ok := serialDay(p.raw, p.system1904); ok {
				out.Kind, out.Day = Date, d
			}
		}
	}
}

// parseRef reads the name of a cell, such as C14.
func parseRef(name []byte) (row, col int, ok bool) {
	i := 0
	for ; i < len(name) && i < 3 && name[i] >= 'A' && name[i] <= 'Z'; i++ {
		col = col*26 + int(name[i]-'A') + 1
	}
	a := attributes{value: name[i:]}
	row = a.int()
	return row, col, row > 0 && col > 0
}

// parseRange reads a range of cells, such as A1:C3.
func parseRange(name []byte) (s span, ok bool) {
	for i, c := range name {
		if c == ':' {
			var first, last bool
			s.top, s.left, first = parseRef(name[:i])
			s.bottom, s.right, last = parseRef(name[i+1:])
			return s, first && last && s.top <= s.bottom && s.left <= s.right && s.right <= MaxColumns
		}
	}
	s.top, s.left, ok = parseRef(name)
	s.bottom, s.right = s.top, s.left
	return s, ok && s.right <= MaxColumns
}
