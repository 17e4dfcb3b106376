package manuscript

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"unicode/utf8"

	"assemble/inputs/source"
)

// Bounds of one text. The longest manuscripts of a report are some 100 kB; a
// paragraph of 64 kB would be 10,000 words. They are here because goldmark
// pairs signs of emphasis and brackets in time that grows by the square of
// their number, and because what is nested is walked by recursion.
const (
	MaxBytes     = 4 << 20
	maxParagraph = 64 << 10 // of a line too
	maxSigns     = 2000     // of Markdown in one paragraph or line
	maxMarkers   = 8        // of lists and quotations at the head of one line
	maxDepth     = 4        // of lists and quotations in each other
	maxEmphasis  = 16       // of emphasis and links in each other
	mostFaults   = 20       // reports of unreadable characters in one text
)

// places turns offsets in a clean text into places in its file.
type places struct {
	text    []byte
	starts  []int    // of lines
	anchors []anchor // by offset; the first is at 0

	// Where the last answer was: offsets come nearly in order, and a long line
	// must not be counted from its head for each of them.
	last, offset, col int
}

// anchor is an offset whose place is known. From there on columns are counted
// up to the next.
type anchor struct {
	offset int
	pos    source.Pos
}

// newPlaces is for a text all lines of which begin in the column of the base.
func newPlaces(text []byte, base source.Pos) *places {
	p := &places{text: text, starts: []int{0}, anchors: []anchor{{0, base}}}
	for i, b := range text {
		if b == '\n' {
			base.A++
			p.starts = append(p.starts, i+1)
			p.anchors = append(p.anchors, anchor{i + 1, base})
		}
	}
	return p
}

func (p *places) pos(offset int) source.Pos {
	offset = max(0, min(offset, len(p.text)))
	i := sort.Search(len(p.anchors), func(i int) bool { return p.anchors[i].offset > offset }) - 1
	if i != p.last || offset < p.offset {
		p.last, p.offset, p.col = i, p.anchors[i].offset, 0
	}
	p.col += utf8.RuneCount(p.text[p.offset:offset])
	p.offset = offset
	pos := p.anchors[i].pos
	pos.B += int32(p.col)
	return pos
}

// head returns the offset of the line that offset is in.
func (p *places) head(offset int) int {
	return p.starts[sort.SearchInts(p.starts, offset+1)-1]
}

// cleaner makes a text fit for parsing: what must not be printed becomes a
// space or a replacement character, so that lines and columns stay as they
// are, and what would take the parser too long is taken out.
type cleaner struct {
	base   source.Pos
	r      *source.Reporter
	out    []byte
	line   int
	faults int
	deep   bool
}

// binary reports whether a file is a document of a word processor, another
// archive or a PDF.
func binary(text []byte) bool {
	for _, head := range []string{"PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF-", "{\\rtf"} {
		if bytes.HasPrefix(text, []byte(head)) {
			return true
		}
	}
	return false
}

// clean returns the text made fit, and whether too deep a nesting was reported.
func clean(text []byte, base source.Pos, r *source.Reporter) (out []byte, deep bool) {
	c := &cleaner{base: base, r: r}
	switch {
	case len(text) > MaxBytes:
		c.fault("text-size", 0, fmt.Sprintf("the text is larger than %d bytes", MaxBytes), "split it, or check that it is the right file")
		return nil, false
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		c.fault("text-encoding", 0, "the file is UTF-16", "save it as UTF-8")
		return nil, false
	case binary(text):
		c.fault("text-encoding", 0, "the file is no text, but that of a program such as a word processor", "save it as plain text, UTF-8")
		return nil, false
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	c.out = make([]byte, 0, len(text))
	for line := range bytes.Lines(text) {
		body, ended := bytes.CutSuffix(line, []byte("\n"))
		c.add(bytes.TrimSuffix(body, []byte("\r")))
		if ended {
			c.out = append(c.out, '\n')
		}
		c.line++
	}
	return c.out, c.deep
}

func (c *cleaner) add(line []byte) {
	if end := longest(line); end < len(line) {
		c.fault("text-line", 0, "the line is too long; its end is not read", "break it into paragraphs")
		line = line[:end]
	}
	head := len(c.out)
	col := 0
	for i := 0; i < len(line); col++ {
		x, size := utf8.DecodeRune(line[i:])
		switch {
		case x == utf8.RuneError && size == 1:
			c.fault("text-encoding", col, "this is not UTF-8 text", "save the file as UTF-8")
			c.out = utf8.AppendRune(c.out, utf8.RuneError)
		case forbidden(x):
			c.fault("text-control", col, fmt.Sprintf("the invisible character U+%04X stands here", x), "remove it")
			c.out = append(c.out, ' ')
		default:
			c.out = append(c.out, line[i:i+size]...)
		}
		i += size
	}
	if at := tooNested(c.out[head:]); at.to > at.from {
		c.deep = true
		col := utf8.RuneCount(c.out[head : head+at.from])
		c.fault("text-nesting", col, "lists and quotations are nested too deeply", fmt.Sprintf("use at most %d levels", maxDepth))
		for i := head + at.from; i < head+at.to; i++ {
			c.out[i] = ' '
		}
	}
}

// longest is how much of a line is read.
func longest(line []byte) int {
	end, signs := min(len(line), maxParagraph), 0
	for i, c := range line[:end] {
		if isSign(c) {
			if signs++; signs > maxSigns {
				return i
			}
		}
	}
	for end < len(line) && end > 0 && !utf8.RuneStart(line[end]) {
		end--
	}
	return end
}

// isSign tells the signs that goldmark has to find partners for.
func isSign(c byte) bool { return bytes.IndexByte([]byte("*_[]{}<`"), c) >= 0 }

func (c *cleaner) fault(code source.Code, col int, message, fix string) {
	if c.faults++; c.faults > mostFaults {
		return
	}
	if c.faults == mostFaults {
		fix = "check that it is the right file; what follows of this kind is not reported"
	}
	at := c.base
	at.A, at.B = at.A+int32(c.line), at.B+int32(col)
	c.r.Error(code, source.At(at), message, fix)
}

// forbidden are characters that do nothing on a page but harm: controls, line
// ends other than LF, and those that turn the direction of text that stands
// beside them (Unicode Technical Report 36, section 2.10, and CVE-2021-42574).
func forbidden(x rune) bool {
	return x < ' ' && x != '\t' || x >= 0x7f && x < 0xa0 ||
		slices.Contains([]rune{0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff}, x) ||
		x >= 0x202a && x <= 0x202e || x >= 0x2066 && x <= 0x2069
}

type stretch struct{ from, to int }

// tooNested finds the markers of lists and quotations at the head of a line
// beyond those allowed.
func tooNested(line []byte) stretch {
	var s stretch
	i := 0
	for n := 1; ; n++ {
		i += len(line[i:]) - len(bytes.TrimLeft(line[i:], " \t"))
		size := marker(line[i:])
		if size == 0 {
			return s
		}
		if n > maxMarkers && s.to == 0 {
			s.from = i
		}
		i += size
		if n > maxMarkers {
			s.to = i
		}
	}
}

// marker is the length of the marker that s begins with, or 0.
func marker(s []byte) int {
	if len(s) == 0 {
		return 0
	}
	i := 1
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*':
	case c >= '0' && c <= '9':
		for i < len(s) && i < 10 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == len(s) || s[i] != '.' && s[i] != ')' {
			return 0
		}
		i++
	default:
		return 0
	}
	if i < len(s) && s[i] != ' ' && s[i] != '\t' {
		return 0
	}
	return i
}
