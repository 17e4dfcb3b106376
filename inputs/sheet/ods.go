package sheet

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// loadODS looks through an OpenDocument spreadsheet. All its tables stand in one
// part, so the first pass over all of them is one reading.
func (b *Book) loadODS(a *archive) error {
	manifest, err := a.read("META-INF/manifest.xml")
	if err != nil {
		return err
	}
	if bytes.Contains(manifest, []byte("encryption-data")) {
		return encryptedFault()
	}
	b.format = "ods"
	for _, name := range slices.Sorted(maps.Keys(a.parts)) {
		b.Macros = b.Macros || strings.HasPrefix(name, "basic/") || strings.HasPrefix(name, "scripts/")
	}
	if b.Macros {
		b.report.Warn("sheet-macros", source.At(source.Pos{File: b.File}), "the workbook holds macros; they were neither run nor read", "")
	}
	first := &odsPass{a: a}
	first.table = func(n int, name string) (*Sheet, *grid, error) {
		s, err := b.add(name)
		if err != nil {
			return nil, nil, err
		}
		s.pass = odsTable(a, n, s)
		return s, s.facts(), nil
	}
	if err := first.read(); err != nil {
		return err
	}
	for _, s := range b.sheets {
		s.settle()
	}
	a.again = true
	return nil
}

// odsTable is the pass over table number n.
func odsTable(a *archive, n int, s *Sheet) func(*grid) error {
	return func(g *grid) error {
		p := &odsPass{a: a, known: true}
		p.table = func(i int, _ string) (*Sheet, *grid, error) {
			switch {
			case i < n:
				return nil, nil, nil
			case i > n:
				return nil, nil, errDone
			}
			return s, g, nil
		}
		err := p.read()
		if errors.Is(err, errDone) {
			return nil
		}
		return err
	}
}

// errDone ends a reading behind the table that was asked for.
var errDone = errors.New("the table was read")

// odsPass is one reading of content.xml.
type odsPass struct {
	*scanner
	a      *archive
	table  func(n int, name string) (*Sheet, *grid, error) // where a table goes, nil for nowhere
	known  bool                                            // the first pass is done
	sheet  *Sheet
	g      *grid
	tables int
	row    int             // last row of the table at hand
	column int             // last column that was declared
	unseen map[string]bool // styles of tables that are not displayed
	value  []byte          // the stored value of the cell at hand
}

func (p *odsPass) read() error {
	r, err := p.a.open("content.xml")
	if err != nil {
		return err
	}
	defer r.Close()
	p.scanner, p.unseen = newScanner(r), map[string]bool{}
	for seen := false; ; {
		t, err := p.next()
		switch {
		case err != nil:
			return err
		case t == tokenEOF && !seen:
			return errXML
		case t == tokenEOF:
			return nil
		case t != tokenStart:
			continue
		}
		seen = true
		if err := p.top(); err != nil {
			return err
		}
	}
}

// top reads what stands above the rows: styles and tables (ODF 1.3, 3.7, 9.1.2).
func (p *odsPass) top() error {
	switch string(p.name) {
	case "document-content", "automatic-styles", "body", "spreadsheet":
		return nil
	case "style":
		return p.tableStyle()
	case "table":
		return p.readTable()
	}
	return p.skip()
}

// tableStyle learns whether tables of a style are hidden (17.15, table:display).
func (p *odsPass) tableStyle() error {
	name, depth := "", p.depth()
	for a := p.attributes(); a.next(); {
		if string(a.name) == "name" {
			name = string(a.value)
		}
	}
	for {
		ok, err := p.child(depth)
		if err != nil || !ok {
			return err
		}
		for a := p.attributes(); a.next(); {
			if string(p.name) == "table-properties" && string(a.name) == "display" && string(a.value) == "false" && len(p.unseen) < maxEntries {
				p.unseen[name] = true
			}
		}
		if err := p.skip(); err != nil {
			return err
		}
	}
}

func (p *odsPass) readTable() error {
	name, hidden := "", false
	for a := p.attributes(); a.next(); {
		switch string(a.name) {
		case "name":
			var err error
			if name, err = a.string(); err != nil || !isXMLText([]byte(name)) {
				return errXML
			}
		case "style-name":
			hidden = p.unseen[string(a.value)]
		}
	}
	var err error
	if p.sheet, p.g, err = p.table(p.tables, name); err != nil {
		return err
	}
	p.tables++
	if p.sheet == nil {
		return p.skip()
	}
	p.row, p.column = 0, 0
	p.sheet.Hidden = hidden
	if err := p.group(p.depth()); err != nil {
		return inSheet{err, p.sheet.File}
	}
	return nil
}

// group reads columns and rows, and groups of them.
func (p *odsPass) group(depth int) error {
	for {
		ok, err := p.child(depth)
		if err != nil || !ok {
			return err
		}
		switch string(p.name) {
		case "table-column-group", "table-columns", "table-header-columns", "table-row-group", "table-rows", "table-header-rows":
			err = p.group(p.depth())
		case "table-column":
			p.columns()
			err = p.skip()
		case "table-row":
			err = p.rows()
		default:
			err = p.skip()
		}
		if err != nil {
			return err
		}
	}
}

// repeated reads how often a row, column or cell stands, and whether it is seen.
func repeated(a attributes, name string) (n int, hidden, filtered bool) {
	n = 1
	for a.next() {
		switch string(a.name) {
		case name:
			n = max(a.int(), 1)
		case "visibility":
			filtered = string(a.value) == "filter"
			hidden = filtered || string(a.value) == "collapse"
		}
	}
	return n, hidden, filtered
}

func (p *odsPass) columns() {
	n, hidden, _ := repeated(p.attributes(), "number-columns-repeated")
	if hidden && !p.known && len(p.sheet.hidden) < MaxColumns {
		p.sheet.hidden = append(p.sheet.hidden, Range{p.column + 1, p.column + n})
	}
	p.column = min(p.column+n, MaxColumns)
}

// rows reads a row, which may stand for many (9.1.3).
func (p *odsPass) rows() error {
	n, hidden, filtered := repeated(p.attributes(), "number-rows-repeated")
	first := p.row + 1
	p.row += n
	if !p.known && filtered {
		p.sheet.Filtered = true
	}
	// Empty rows fill a table up to the last that the program knows.
	if err := p.g.begin(first, hidden); err != nil {
		return in(err, first, 0)
	}
	for depth, col := p.depth(), 0; ; {
		ok, err := p.child(depth)
		if err != nil {
			return in(err, first, 0)
		}
		if !ok {
			break
		}
		if name := string(p.name); name != "table-cell" && name != "covered-table-cell" {
			err = p.skip()
		} else if col, err = p.cell(col); err != nil {
			err = in(err, first, col+1)
		}
		if err != nil {
			return err
		}
	}
	err := p.g.end()
	for i := 1; i < n && p.g.own && err == nil; i++ {
		err = p.g.repeat()
	}
	return in(err, p.g.row.N, 0)
}
