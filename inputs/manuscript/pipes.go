package manuscript

import (
	"bytes"
	"fmt"
	"regexp"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxColumns bounds a table; a page holds some twenty.
const maxColumns = 60

// A pipe table is read here and not by goldmark's extension because that parts
// cells inside {{name | form}} and drops cells beyond the last column.
type (
	pipeTable struct {
		container
		aligns []doc.Align
		names  *group // {#name} in a line of its own behind the last row
	}
	pipeRow  struct{ container }
	pipeCell struct{ container }
)

// pipes turns a paragraph with a line of dashes and bars into a table. The line
// before it has the heads; what stands before that stays a paragraph.
type pipes struct{}

var (
	dashes    = regexp.MustCompile(`^[ \t]*:?-+:?[ \t]*$`)
	namesLine = regexp.MustCompile(`^\{[ \t]*[#.][^{}\n]*\}[ \t]*$`)
)

func (pipes) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	src, lines := reader.Source(), n.Lines()
	for i := 1; i < lines.Len(); i++ {
		aligns := delimiters(src, lines.At(i))
		if aligns == nil {
			continue
		}
		t := &pipeTable{aligns: aligns}
		for j := i - 1; j < lines.Len(); j++ {
			if j != i {
				t.add(src, lines.At(j), j == lines.Len()-1)
			}
		}
		t.SetPos(t.FirstChild().Pos())
		lines.SetSliced(0, i-1)
		n.Parent().InsertAfter(n.Parent(), n, t)
		if lines.Len() == 0 {
			n.Parent().RemoveChild(n.Parent(), n)
		}
		return
	}
}

func line(src []byte, s text.Segment) []byte { return src[s.Start:s.Stop] }

// add appends a line as a row, or as the names of the table.
func (t *pipeTable) add(src []byte, s text.Segment, last bool) {
	s = s.TrimLeftSpace(src)
	s = s.TrimRightSpace(src)
	if last && namesLine.Match(line(src, s)) {
		t.names = &group{leaf{from: s.Start, to: s.Stop}}
		return
	}
	row := &pipeRow{}
	row.SetPos(s.Start)
	for _, c := range cells(line(src, s)) {
		cell := &pipeCell{}
		seg := text.NewSegment(s.Start+c.from, s.Start+c.to)
		cell.SetPos(seg.Start)
		if !seg.IsEmpty() {
			cell.Lines().Append(seg)
		}
		row.AppendChild(row, cell)
	}
	t.AppendChild(t, row)
}

// delimiters reads the line of dashes and bars; nil if it is none.
func delimiters(src []byte, s text.Segment) []doc.Align {
	body := bytes.TrimSpace(line(src, s))
	if !bytes.Contains(body, []byte("|")) {
		return nil
	}
	var out []doc.Align
	for _, c := range cells(body) {
		cell := body[c.from:c.to]
		if !dashes.Match(cell) {
			return nil
		}
		left, right := cell[0] == ':', cell[len(cell)-1] == ':'
		switch {
		case left && right:
			out = append(out, doc.AlignCenter)
		case left:
			out = append(out, doc.AlignLeft)
		case right:
			out = append(out, doc.AlignRight)
		default:
			out = append(out, doc.AlignAuto)
		}
	}
	return out
}

// cells parts a line, without spaces at its ends, at the bars that are neither
// escaped nor inside a figure.
func cells(line []byte) []stretch {
	i := 0
	if len(line) > 0 && line[0] == '|' {
		i++
	}
	var out []stretch
	start := i
	for ; i < len(line); i++ {
		switch {
		case line[i] == '\\':
			i++
		case bytes.HasPrefix(line[i:], []byte("{{")):
			if end := bytes.Index(line[i:], []byte("}}")); end > 0 {
				i += end + 1
			}
		case line[i] == '|':
			out = append(out, trimmed(line, start, i))
			start = i + 1
		}
	}
	if start < len(line) {
		out = append(out, trimmed(line, start, len(line)))
	}
	return out
}

func trimmed(line []byte, from, to int) stretch {
	for from < to && (line[from] == ' ' || line[from] == '\t') {
		from++
	}
	for from < to && (line[to-1] == ' ' || line[to-1] == '\t') {
		to--
	}
	return stretch{from, to}
}

func (m *reading) pipeTable(n *pipeTable) doc.Block {
	t := &doc.Table{Base: m.base(n), Plain: true}
	columns := len(n.aligns)
	if columns < 2 || columns > maxColumns {
		m.fault("table-columns", source.At(t.At.Start), fmt.Sprintf("the table has %d columns", columns), fmt.Sprintf("use 2 to %d", maxColumns))
	}
	if columns > 1 {
		t.Columns = n.aligns[1:]
	}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		row := doc.Row{At: m.rowSpan(r)}
		if found := r.ChildCount(); found != columns {
			m.fault("table-columns", row.At, fmt.Sprintf("the row has %d cells, the line of dashes has %d", found, columns), "give both the same number; leave an empty line behind the table")
		}
		m.pipeRow(&row, r, columns)
		if r.PreviousSibling() != nil {
			t.Rows = append(t.Rows, row)
			continue
		}
		t.Stub = row.Stub
		for _, c := range row.Cells {
			t.Heads = append(t.Heads, doc.Head{Text: headText(c)})
		}
	}
	if n.names != nil {
		m.give(t, []*group{n.names}, inPart)
	}
	return t
}

// headText turns a cell of the first row into a head; a figure alone is text
// there like any other.
func headText(c doc.Cell) []doc.Inline {
	if c.Stat != nil {
		return []doc.Inline{c.Stat}
	}
	return c.Text
}

// pipeRow converts the cells of a row. Those that are missing are empty, and
// those that are too many are kept in the last.
func (m *reading) pipeRow(row *doc.Row, r ast.Node, columns int) {
	for c := r.FirstChild(); c != nil; c = c.NextSibling() {
		of, at := m.line(c), m.base(c).At
		switch i := len(row.Cells); {
		case c.PreviousSibling() == nil:
			row.Stub = of
		case i < columns-1:
			row.Cells = append(row.Cells, cell(of, at))
		case i > 0:
			last := &row.Cells[i-1]
			last.Text = append(headText(*last), of...)
			last.Stat, last.Gap = nil, doc.NoGap
		default:
			row.Stub = append(row.Stub, of...)
		}
	}
	for len(row.Cells) < columns-1 {
		row.Cells = append(row.Cells, cell(nil, source.At(row.At.End)))
	}
}

// cell is a figure if it holds nothing else.
func cell(of []doc.Inline, at source.Span) doc.Cell {
	c := doc.Cell{Text: of, At: at}
	if len(of) == 0 {
		c.Gap = doc.Nil
	}
	if len(of) == 1 {
		if s, ok := of[0].(*doc.Stat); ok {
			c.Stat, c.Text = s, nil
		}
	}
	return c
}

func (m *reading) rowSpan(r ast.Node) source.Span {
	from := r.Pos()
	end := bytes.IndexByte(m.src[from:], '\n')
	if end < 0 {
		end = len(m.src) - from
	}
	return m.span(from, from+len(bytes.TrimRight(m.src[from:from+end], " \t")))
}
