package strict

import (
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"

	"go.yaml.in/yaml/v4"
)

// point is the place of a line and column of the text, both from 1.
func (d *decoder) point(line, col int) source.Span {
	return source.At(d.pos(line, col))
}

func (d *decoder) pos(line, col int) source.Pos {
	return source.Pos{File: d.base.File, A: d.base.A + int32(line) - 1, B: d.base.B + int32(col) - 1}
}

func (d *decoder) start(n *yaml.Node) source.Span { return d.point(n.Line, n.Column) }

func (d *decoder) line(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// rest returns a line from a column on. Nodes are asked for in the order of the
// text, so it goes on from the last place of the line: a file of one long line
// must not cost the square of its length.
func (d *decoder) rest(line, col int) string {
	if d.last.line != line || d.last.col > col {
		d.last = cursor{line: line, col: 1, rest: d.line(line)}
	}
	for d.last.col < col {
		_, size := utf8.DecodeRuneInString(d.last.rest)
		d.last.rest, d.last.col = d.last.rest[size:], d.last.col+1
	}
	return d.last.rest
}

// span is the place of a scalar from its first to behind its last character,
// quotes included. The parser tells only where a scalar begins.
func (d *decoder) span(n *yaml.Node) source.Span {
	_, s := d.extent(n)
	return s
}

// extent returns the place of the first character of a scalar's text, which in
// a quoted or block scalar is not the place of the scalar, and its span.
func (d *decoder) extent(n *yaml.Node) (from source.Pos, s source.Span) {
	start := d.pos(n.Line, n.Column)
	if n.Kind != yaml.ScalarNode {
		return start, source.At(start)
	}
	c := cursor{lines: d.lines, line: n.Line, col: n.Column, rest: d.rest(n.Line, n.Column)}
	from = start
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		from.B++
		c.quoted()
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		c.nextLine()
		from = d.blockStart(c, n.Value)
		c.match(n.Value)
	default:
		c.match(n.Value)
	}
	return from, source.Span{Start: start, End: d.pos(c.line, c.col)}
}

// blockStart is the place of the first character of a block scalar. Empty
// lines and spaces before its first word belong to the text.
func (d *decoder) blockStart(c cursor, value string) source.Pos {
	word := strings.TrimLeft(value, " \n")
	if word == "" {
		return d.pos(c.line, c.col)
	}
	before := value[:len(value)-len(word)]
	c.space()
	lines := strings.Count(before, "\n")
	if lines > 0 {
		return d.pos(c.line-lines, 1)
	}
	return d.pos(c.line, c.col-len(before))
}

// cursor walks over the text of one scalar.
type cursor struct {
	lines     []string
	line, col int    // from 1
	rest      string // of the line, from col on
}

func (c *cursor) nextLine() bool {
	if c.line >= len(c.lines) {
		return false
	}
	c.line, c.col, c.rest = c.line+1, 1, c.lines[c.line]
	return true
}

// take steps over one rune and returns it: a line end at the end of a line, 0
// at the end of the text.
func (c *cursor) take() rune {
	x, size := utf8.DecodeRuneInString(c.rest)
	if size == 0 {
		if !c.nextLine() {
			return 0
		}
		return '\n'
	}
	c.rest, c.col = c.rest[size:], c.col+1
	return x
}

// space steps over white space and line ends, as far as there is text behind.
func (c *cursor) space() {
	at := *c
	for {
		before := at
		switch at.take() {
		case ' ', '\t', '\r', '\n':
			continue
		case 0:
			return
		}
		*c = before
		return
	}
}

// match steps over the words of value: folding changes the white space of a
// scalar and nothing else, so the rest can be followed rune by rune.
func (c *cursor) match(value string) {
	for _, x := range value {
		if x == ' ' || x == '\t' || x == '\n' {
			continue
		}
		c.space()
		before := *c
		if c.take() != x {
			*c = before
			return
		}
	}
}

// quoted steps over a quoted scalar, whose quote doubles itself or, in the
// double-quoted style, stands behind a backslash.
func (c *cursor) quoted() {
	quote := c.take()
	for {
		switch x := c.take(); {
		case x == 0:
			return
		case x == '\\' && quote == '"':
			c.take()
		case x == quote && quote == '\'' && strings.HasPrefix(c.rest, "'"):
			c.take()
		case x == quote:
			return
		}
	}
}
