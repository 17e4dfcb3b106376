package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// loadHTML looks through the tables of a page: those that exports call .xls.
func (b *Book) loadHTML(data []byte) error {
	text, name, err := decodeHTML(data)
	if err != nil {
		return err
	}
	b.format = "html; " + name
	b.guessed(name)
	tables, err := findTables(text)
	if err != nil {
		return err
	}
	if len(tables) > MaxSheets {
		return tooMuch("sheet-sheets", MaxSheets, "tables")
	}
	held := 0 // tables that hold something
	var full []*htmlTable
	for _, t := range tables {
		t := &htmlTable{text: text[t.From:t.To]}
		g := &grid{emit: func(*Row) bool { return false }}
		if err := t.pass(g); err == nil {
			continue
		}
		full = append(full, t)
		held++
	}
	if held == 0 {
		return &fault{code: "sheet-empty", message: "the page holds no table", fix: "export it again, as .xlsx or .csv if that is offered"}
	}
	for i, t := range full {
		name := b.stem()
		if held > 1 {
			name = fmt.Sprintf("%s %d", name, i+1)
		}
		s, err := b.add(name)
		if err != nil {
			return err
		}
		t.sheet = s
		s.pass = t.pass
	}
	return b.survey()
}

// decodeHTML makes a page UTF-8: by its meta element, else as other text. What
// says to be UTF-8 or nothing may be Windows-1252 all the same.
func decodeHTML(data []byte) ([]byte, string, error) {
	e, name, _ := charset.DetermineEncoding(data, "")
	declared := bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset"))
	if strings.HasPrefix(name, "utf-") || name == "windows-1252" && (!declared || utf8.Valid(data)) {
		return decode(data)
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return nil, "", unreadable()
	}
	return text, name, nil
}

// maxTables bounds how deep tables stand in each other.
const maxTables = 16

// findTables finds where tables begin and end, in the order of their beginnings.
// A table inside another is one of its own.
func findTables(text []byte) ([]Range, error) {
	var found []Range
	var open []int
	z := html.NewTokenizer(bytes.NewReader(text))
	for at := 0; ; {
		t := z.Next()
		if t == html.ErrorToken {
			return found, nil
		}
		from := at
		at += len(z.Raw())
		name, _ := z.TagName()
		switch {
		case string(name) != "table":
		case t == html.StartTagToken:
			if len(open) == maxTables || len(found) == 100*MaxSheets {
				return nil, damaged("its tables are nested too deeply, or too many")
			}
			open = append(open, len(found))
			found = append(found, Range{from, len(text)})
		case t == html.EndTagToken && len(open) > 0:
			found[open[len(open)-1]].To = at
			open = open[:len(open)-1]
		}
	}
}

// htmlTable is one table of a page.
type htmlTable struct {
	text  []byte
	sheet *Sheet // nil before the first pass
}

// htmlPass is one reading of a table.
type htmlPass struct {
	*htmlTable
	z      *html.Tokenizer
	g      *grid
	n, col int   // of the row and the cell at hand
	from   int   // where its text begins, -1 outside of cells
	taken  []int // by column: the last row that a cell from above takes there
	depth  int   // open tables; only the first is read
	raw    bool  // inside a script or style
	inRow  bool
	column int // columns that were declared
}

// pass reads the table once.
func (t *htmlTable) pass(g *grid) error {
	p := &htmlPass{htmlTable: t, z: html.NewTokenizer(bytes.NewReader(t.text)), g: g, from: -1}
	for {
		var err error
		switch p.z.Next() {
		case html.ErrorToken:
			return p.endRow()
		case html.TextToken:
			err = p.write()
		case html.StartTagToken, html.SelfClosingTagToken:
			err = p.start()
		case html.EndTagToken:
			err = p.stop()
		}
		if err != nil {
			return in(err, p.n, max(p.col, 0))
		}
	}
}

// start reads a tag that opens. Rows and cells close those before them (HTML
// Standard, 13.1.2.4).
func (p *htmlPass) start() error {
	name, more := p.z.TagName()
	tag := string(name)
	if tag == "table" {
		p.depth++
	}
	if p.depth != 1 {
		return nil
	}
	switch tag {
	case "script", "style":
		p.raw = true
	case "tr":
		if err := p.endRow(); err != nil {
			return err
		}
		return p.beginRow(more)
	case "td", "th":
		if err := p.endCell(); err != nil {
			return err
		}
		if !p.inRow {
			if err := p.beginRow(false); err != nil {
				return err
			}
		}
		return p.beginCell(more)
	case "col":
		p.columns(more)
	case "br":
		p.lineBreak(true)
	case "p", "div", "li":
		p.lineBreak(false)
	}
	return nil
}

func (p *htmlPass) stop() error {
	name, _ := p.z.TagName()
	tag := string(name)
	if p.depth == 1 {
		switch tag {
		case "script", "style":
			p.raw = false
		case "p", "div", "li":
			p.lineBreak(false)
		case "td", "th":
			return p.endCell()
		case "tr", "thead", "tbody", "tfoot", "table":
			return p.endRow()
		}
	}
	if tag == "table" {
		p.depth--
	}
	return nil
}

// marks are the attributes that count.
type marks struct {
	across, down int
	hidden       bool
}

func (p *htmlPass) marks(more bool) marks {
	m := marks{across: 1, down: 1}
	for more {
		var key, value []byte
		key, value, more = p.z.TagAttr()
		a := attributes{value: bytes.TrimSpace(value)}
		switch string(key) {
		case "colspan", "span":
			m.across = min(max(a.int(), 1), 1000) // the bounds of the HTML Standard, 4.9.11
		case "rowspan":
			m.down = min(max(a.int(), 1), 65534)
		case "hidden":
			m.hidden = true
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
			m.hidden = m.hidden || strings.Contains(style, "display:none")
		}
	}
	return m
}

func (p *htmlPass) columns(more bool) {
	m := p.marks(more)
	if s := p.sheet; m.hidden && s != nil && s.LastRow == 0 && len(s.hidden) < MaxColumns {
		s.hidden = append(s.hidden, Range{p.column + 1, p.column + m.across})
	}
	p.column = min(p.column+m.across, MaxColumns)
}

func (p *htmlPass) beginRow(more bool) error {
	p.n++
	p.col, p.inRow = 0, true
	return p.g.begin(p.n, p.marks(more).hidden)
}

func (p *htmlPass) endRow() error {
	if err := p.endCell(); err != nil || !p.inRow {
		return err
	}
	p.inRow = false
	return p.g.end()
}

// beginCell puts a cell into the first column that no cell from above takes.
func (p *htmlPass) beginCell(more bool) error {
	m := p.marks(more)
	for p.col++; p.col <= len(p.taken) && p.taken[p.col-1] >= p.n; {
		p.col++
	}
	last := p.col + m.across - 1
	if last > MaxColumns {
		return tooMuch("sheet-columns", MaxColumns, "columns")
	}
	if p.g.used += m.across; p.g.used > MaxCells {
		return tooMuch("sheet-cells", MaxCells, "cells")
	}
	p.taken = append(p.taken, make([]int, max(last-len(p.taken), 0))...)
	for col := p.col; col <= last; col++ {
		p.taken[col-1] = p.n + m.down - 1
	}
	if m.across > 1 || m.down > 1 {
		p.g.span(span{top: p.n, left: p.col, bottom: p.n + m.down - 1, right: last})
	}
	p.from = len(p.g.text)
	return nil
}

func (p *htmlPass) endCell() error {
	if p.from < 0 {
		return nil
	}
	from := p.from
	p.from = -1
	text := bytes.TrimRight(p.g.text[from:], " \n")
	p.g.text = p.g.text[:from+len(text)]
	if kind := kindOf(text); kind != Empty {
		return p.g.put(p.col, Cell{Kind: kind}, from)
	}
	return nil
}

// lineBreak ends a line of the cell at hand; where a block begins or ends, only
// if one has begun.
func (p *htmlPass) lineBreak(always bool) {
	if p.from < 0 || len(p.g.text) == p.from {
		return
	}
	text := append(p.g.text[:p.from], bytes.TrimRight(p.g.text[p.from:], " ")...)
	if always || len(text) > p.from && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	p.g.text = text
}

// write adds text to the cell at hand; runs of white space are one space. A
// no-break space is a character of its own.
func (p *htmlPass) write() error {
	if p.from < 0 || p.raw || p.depth != 1 {
		return nil
	}
	for _, c := range p.z.Text() {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			p.g.text = append(p.g.text, c)
			continue
		}
		if n := len(p.g.text); n > p.from && !slices.Contains([]byte(" \n"), p.g.text[n-1]) {
			p.g.text = append(p.g.text, ' ')
		}
	}
	if !utf8.Valid(p.g.text[p.from:]) {
		return unreadable()
	}
	return p.g.fits(p.from)
}
