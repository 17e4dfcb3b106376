package manuscript

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// words reads a text by language as one run.
func (y *yamlBlock) words(t strict.Text) []doc.Inline {
	if s, ok := y.inLanguage(t); ok && s.S != "" {
		return y.nested(s).inline()
	}
	return nil
}

// inLanguage chooses a text, and reports it if it is given in others only.
func (y *yamlBlock) inLanguage(t strict.Text) (strict.Str, bool) {
	s, ok := t.In(y.o.Lang)
	if !ok && t.At().Start.Known() { // else it was not read, which is reported
		y.fault("text-language", t.At(), fmt.Sprintf("this text is not given in %q", y.o.Lang), fmt.Sprintf("add %s: …", y.o.Lang))
	}
	return s, ok
}

// nested is the reading of a text inside the YAML.
func (y *yamlBlock) nested(s strict.Str) *reading {
	m := newReading([]byte(s.S), s.From, y.o, y.r)
	m.ids = y.ids
	if string(m.src) == s.S {
		m.at.anchors = y.align(s)
	}
	return m
}

// align follows a text through the lines it is written in. YAML changes white
// space by folding, and characters by doubling quotes and by backslashes; all
// else stands in the file as in the text (YAML 1.2.2, sections 7.3 and 8.1).
// Where the two cannot be brought together, the last place that was known
// counts on.
func (y *yamlBlock) align(s strict.Str) []anchor {
	if y.lines == nil {
		y.lines = strings.Split(string(y.text), "\n")
	}
	c := scalar{line: int(s.From.A - y.from.A), col: int(s.From.B - y.from.B), lines: y.lines}
	c.begin()
	out := []anchor{{0, s.From}}
	next := s.From // where the next character is, unless an anchor says otherwise
	for offset, x := range s.S {
		if !space(byte(x)) || x >= utf8.RuneSelf {
			if !c.find(x) {
				return out
			}
			at := source.Pos{File: y.from.File, A: y.from.A + int32(c.line), B: y.from.B + int32(c.col)}
			if at != next {
				out = append(out, anchor{offset, at})
				next = at
			}
			c.step(x)
		}
		next.B++
	}
	return out
}

// scalar walks over the lines that a text is written in.
type scalar struct {
	lines     []string
	line, col int    // from 0
	rest      string // of the line
	quote     string // what stands before the text: " or ' if it is quoted
}

// begin finds the text in its line, and the quote before it.
func (c *scalar) begin() {
	if c.line < 0 || c.line >= len(c.lines) {
		return
	}
	col := c.col
	c.col, c.rest = 0, c.lines[c.line]
	for c.col < col && c.rest != "" {
		c.quote = c.rest[:1]
		c.skip(1)
	}
}

// find goes on to where x stands, over white space and over escapes of
// characters that are white space.
func (c *scalar) find(x rune) bool {
	for {
		switch {
		case c.rest == "" && c.line+1 < len(c.lines):
			c.line, c.col = c.line+1, 0
			c.rest = c.lines[c.line]
		case c.rest == "":
			return false
		case space(c.rest[0]):
			c.skip(1)
		case strings.HasPrefix(c.rest, string(x)):
			return true
		case c.rest == `\`, strings.HasPrefix(c.rest, `\`+string(x)) && strings.ContainsRune(`"\/`, x):
			c.skip(1)
		case c.rest[0] == '\\' && strings.ContainsRune("ntr ", rune(c.rest[1])):
			c.skip(2)
		default:
			return false
		}
	}
}

// step goes behind x, which is written twice if it is what escapes itself.
func (c *scalar) step(x rune) {
	c.skip(1)
	twice := x == '\'' && c.quote == "'" || x == '\\' && c.quote == `"`
	if twice && strings.HasPrefix(c.rest, string(x)) {
		c.skip(1)
	}
}

func (c *scalar) skip(runes int) {
	for range runes {
		_, size := utf8.DecodeRuneInString(c.rest)
		c.rest, c.col = c.rest[size:], c.col+1
	}
}
