package sheet

import (
	"bytes"
	"strings"
)

// separators by rank: where two part a text equally well it is the first of them,
// since tables with tabs or semicolons often hold commas and seldom the other way
// round.
var separators = []struct {
	mark byte
	name string
}{{'\t', "tab"}, {';', "semicolon"}, {',', "comma"}, {'|', "bar"}}

// loadCSV looks through separated text.
func (b *Book) loadCSV(text []byte, encoding string) error {
	t := &separated{text: bytes.TrimRight(text, "\x1a")} // the end of file of old systems
	name := t.sniff()
	b.format = strings.Join([]string{"csv", encoding, name}, "; ")
	b.guessed(encoding)
	s, err := b.add(b.stem())
	if err != nil {
		return err
	}
	s.pass = t.pass
	return b.survey()
}

// separated is text with a mark between cells. It is read here and not by
// encoding/csv, which counts lines where spreadsheets count rows, skips empty
// ones, knows no line that ends in CR alone, and either refuses every quote
// inside a cell or takes a quote that is never closed for the rest of the file.
type separated struct {
	text  []byte
	mark  byte
	start int // behind a line that only names the separator
}

// The part of a text by which its separator is told.
const (
	sniffBytes = 256 << 10
	sniffRows  = 500
)

// sniff finds the separator and returns its name.
func (t *separated) sniff() string {
	line := t.text[:min(len(t.text), 8)]
	for _, s := range separators {
		if len(line) > 5 && strings.EqualFold(string(line[:5]), "sep="+string(s.mark)) && (line[5] == '\r' || line[5] == '\n') {
			t.mark, t.start = s.mark, 6
			if len(line) > 6 && line[5] == '\r' && line[6] == '\n' {
				t.start = 7
			}
			return s.name
		}
	}
	best, name := 0, "one column"
	for _, s := range separators {
		if n := t.even(s.mark); n > best {
			best, name, t.mark = n, s.name, s.mark
		}
	}
	return name
}

// even says how many rows a mark parts into the same number of cells, more than
// one. The mark that the table was written with parts its head too, where
// commas in numbers and semicolons in lists of answers do not stand.
func (t *separated) even(mark byte) (most int) {
	rows := map[int]int{}
	for _, n := range t.counts(mark) {
		if rows[n]++; n > 1 {
			most = max(most, rows[n])
		}
	}
	return most
}

// counts are the cells of the first rows.
func (t *separated) counts(mark byte) []int {
	part := separated{text: t.text[:min(len(t.text), sniffBytes)], mark: mark}
	var counts []int
	g := &grid{} // keeps no cells
	for pos := 0; pos < len(part.text) && len(counts) < sniffRows; {
		next, cells, err := part.row(pos, g)
		counts = append(counts, cells)
		if err != nil {
			break
		}
		g.text, pos = g.text[:0], next
	}
	return counts
}

// pass reads the text once.
func (t *separated) pass(g *grid) error {
	n := 0
	for pos := t.start; pos < len(t.text); {
		n++
		if err := g.begin(n, false); err != nil {
			return in(err, n, 0)
		}
		next, _, err := t.row(pos, g)
		if err != nil {
			return err
		}
		if err := g.end(); err != nil {
			return err
		}
		pos = next
	}
	return nil
}

// row reads the row at pos into the grid and returns where the next begins and
// how many cells it has.
func (t *separated) row(pos int, g *grid) (next, cells int, err error) {
	for {
		cells++
		from := len(g.text)
		quoted := pos < len(t.text) && t.text[pos] == '"'
		if quoted {
			pos, err = t.quoted(pos+1, g)
		} else {
			pos = t.plain(pos, g)
		}
		if err == nil {
			err = g.fits(from)
		}
		if kind := kindOf(g.text[from:]); err == nil && kind != Empty && g.emit != nil {
			err = g.put(cells, Cell{Kind: kind}, from)
		}
		switch {
		case err != nil:
			return pos, cells, in(err, g.row.N, cells)
		case pos == len(t.text):
			return pos, cells, nil
		case t.text[pos] == '\r' && pos+1 < len(t.text) && t.text[pos+1] == '\n':
			return pos + 2, cells, nil
		case t.text[pos] == '\n' || t.text[pos] == '\r':
			return pos + 1, cells, nil
		case t.text[pos] != t.mark:
			return pos, cells, in(&fault{
				code: "sheet-quote", message: "text goes on behind the closing quotation mark of a cell",
				fix: "write a quotation mark inside a cell twice, or save the table again from a spreadsheet program",
			}, g.row.N, cells)
		}
		pos++
	}
}

// plain reads a cell without quotes up to its end.
func (t *separated) plain(pos int, g *grid) int {
	end := pos
	for end < len(t.text) && t.text[end] != t.mark && t.text[end] != '\n' && t.text[end] != '\r' {
		end++
	}
	g.text = append(g.text, t.text[pos:min(end, pos+MaxText+1)]...)
	return end
}

// quoted reads a cell from behind its opening quote; line breaks inside become
// line feeds. Spaces behind the closing quote are passed over.
func (t *separated) quoted(pos int, g *grid) (int, error) {
	from := len(g.text)
	for {
		n := bytes.IndexByte(t.text[pos:], '"')
		if n < 0 {
			return pos, &fault{code: "sheet-quote", message: "a quotation mark opens the cell and is never closed", fix: "close it, or save the table again from a spreadsheet program"}
		}
		g.text = append(g.text, t.text[pos:pos+min(n, MaxText+1)]...)
		if err := g.fits(from); err != nil {
			return pos, err
		}
		pos += n + 1
		if pos == len(t.text) || t.text[pos] != '"' {
			break
		}
		g.text = append(g.text, '"')
		pos++
	}
	if bytes.IndexByte(g.text[from:], '\r') >= 0 {
		clean := bytes.ReplaceAll(bytes.ReplaceAll(g.text[from:], []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
		g.text = append(g.text[:from], clean...)
	}
	for pos < len(t.text) && t.text[pos] == ' ' {
		pos++
	}
	return pos, nil
}
