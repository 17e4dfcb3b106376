package sheet

import "bytes"

// odsCell is a cell as the file has it (9.1.4, 19.385).
type odsCell struct {
	kind           string
	value          []byte // the attribute; resolved, it is odsPass.value
	formula, error bool
	columns, rows  int
}

// cell reads a cell, which may stand for many in its row, behind column col; it
// returns the last of them.
func (p *odsPass) cell(col int) (int, error) {
	times, _, _ := repeated(p.attributes(), "number-columns-repeated")
	c := odsCell{columns: 1, rows: 1}
	for a := p.attributes(); a.next(); {
		c.attribute(&a)
	}
	// The tag is overwritten by what stands in the cell.
	var err error
	if p.value, err = appendText(p.value[:0], c.value); err != nil {
		return col, err
	}
	from := len(p.g.text)
	if err := p.paragraphs(from); err != nil {
		return col, err
	}
	out, err := p.typed(&c, from)
	if err != nil {
		return col, err
	}
	if out.Kind == Empty && !out.Formula {
		return min(col+times, MaxColumns), nil
	}
	for i := 1; i <= times; i++ {
		if err := p.g.put(col+i, out, from); err != nil {
			return col, err
		}
	}
	if c.columns > 1 || c.rows > 1 {
		n := p.g.row.N
		p.g.span(span{top: n, left: col + 1, bottom: n + c.rows - 1, right: col + c.columns})
	}
	return col + times, nil
}

func (c *odsCell) attribute(a *attributes) {
	switch string(a.name) {
	case "value-type":
		// LibreOffice tells an error in a name space of its own.
		if string(a.prefix) == "calcext:" {
			c.error = string(a.value) == "error"
		} else {
			c.kind = odsKind(a.value)
		}
	case "value", "date-value", "boolean-value", "string-value":
		c.value = a.value
	case "formula":
		c.formula = true
	case "number-columns-spanned":
		c.columns = max(a.int(), 1)
	case "number-rows-spanned":
		c.rows = max(a.int(), 1)
	}
}

// odsKind is the name of a kind without a copy of its own (19.387).
func odsKind(name []byte) string {
	for _, k := range [...]string{"string", "float", "date", "percentage", "currency", "boolean", "time"} {
		if string(name) == k {
			return k
		}
	}
	return ""
}

// typed tells kind and value of a cell whose paragraphs are in the grid from from
// on; where a value was stored it takes their place.
func (p *odsPass) typed(c *odsCell, from int) (Cell, error) {
	shown, stored := p.g.text[from:], p.value
	out := Cell{Formula: c.formula, Cached: c.formula && (c.kind != "" || len(shown) > 0), Kind: Text}
	if (c.formula || c.error) && isErrorValue(shown) {
		out.Kind = Error
		return out, nil
	}
	if !isXMLText(stored) || !isXMLText(shown) {
		return out, errXML
	}
	switch c.kind {
	case "float", "percentage", "currency":
		if isNumber(stored) {
			out.Kind = Number
		}
	case "date":
		if d, ok := ParseDate(string(stored)); ok && !d.Ambiguous() {
			out.Kind, out.Day = Date, d.Day
		}
	case "boolean":
		out.Kind = Bool
		stored = map[bool][]byte{true: []byte("TRUE"), false: []byte("FALSE")}[string(stored) == "true"]
	case "":
		if len(shown) == 0 {
			out.Kind = Empty
		}
	}
	if out.Kind == Number || out.Kind == Date || out.Kind == Bool || c.kind == "string" && len(shown) == 0 {
		p.g.text = append(p.g.text[:from], stored...)
	}
	return out, p.g.fits(from)
}

// paragraphs reads the text of a cell into the grid. Comments, drawings and
// tables inside a cell are no part of it.
func (p *odsPass) paragraphs(from int) error {
	first := true
	for depth := p.depth(); ; {
		ok, err := p.child(depth)
		switch {
		case err != nil || !ok:
			return err
		case string(p.name) != "p" && string(p.name) != "h":
			err = p.skip()
		default:
			if !first {
				p.g.text = append(p.g.text, '\n')
			}
			first = false
			err = p.paragraph(from)
		}
		if err != nil {
			return err
		}
	}
}

// paragraph reads the text of a paragraph (5.1.3, 6.1.2 to 6.1.5).
func (p *odsPass) paragraph(from int) error {
	for depth := p.depth(); ; {
		t, err := p.next()
		switch {
		case err != nil:
			return err
		case t == tokenEOF, t == tokenEnd && p.depth() < depth:
			return nil
		case t == tokenStart:
			err = p.inline()
		case t == tokenText && p.literal:
			p.g.text = append(p.g.text, p.text...)
		case t == tokenText:
			p.g.text, err = appendText(p.g.text, p.text)
		}
		if err == nil {
			err = p.g.fits(from)
		}
		if err != nil {
			return err
		}
	}
}

// inline reads the beginning of an element inside a paragraph.
func (p *odsPass) inline() error {
	switch string(p.name) {
	case "s":
		n := 1
		for a := p.attributes(); a.next(); {
			if string(a.name) == "c" {
				n = min(max(a.int(), 1), MaxText+1)
			}
		}
		p.g.text = append(p.g.text, bytes.Repeat([]byte(" "), n)...)
	case "tab":
		p.g.text = append(p.g.text, '\t')
	case "line-break":
		p.g.text = append(p.g.text, '\n')
	case "annotation", "annotation-end", "note", "ruby-text", "frame":
		return p.skip()
	}
	return nil
}
