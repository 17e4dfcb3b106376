package manuscript

import (
	"fmt"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Options of one reading.
type Options struct {
	// Lang chooses among texts given by language in fenced blocks.
	Lang string

	// Picture loads and checks a picture of the edition and reports what is
	// wrong with it. Without it, pictures are left out.
	Picture func(name string, at source.Span) (*doc.Image, bool)

	// Unnumbered is for the foreword and the note page.
	Unnumbered bool
}

// Read reads one manuscript. The part has the identifier, label and title of
// its first heading, which is also its first block; both share their inlines.
func Read(text []byte, file source.FileID, o Options, r *source.Reporter) *doc.Part {
	m := newReading(text, source.Pos{File: file, A: 1, B: 1}, o, r)
	p := &doc.Part{Kind: doc.Body, At: source.At(m.at.pos(0))}
	if m.src == nil { // reported
		return p
	}
	root := m.parse(markdown())
	m.collectNotes(root)
	p.Blocks = m.blocks(root, inPart, 0)
	m.outline(p)
	m.unusedNotes()
	return p
}

// Inline reads a text of one paragraph that stands in another file, such as a
// title: emphasis, links, references and figures, but no footnotes. at is the
// place of its first character.
func Inline(text string, at source.Pos, o Options, r *source.Reporter) []doc.Inline {
	return newReading([]byte(text), at, o, r).inline()
}

// Blocks reads a text of paragraphs, lists and quotations that stands in
// another file. at is the place of its first character, and all its lines
// begin in that column.
func Blocks(text string, at source.Pos, o Options, r *source.Reporter) []doc.Block {
	return newReading([]byte(text), at, o, r).box()
}

// reading is one text on its way to blocks.
type reading struct {
	o     Options
	r     *source.Reporter
	src   []byte // clean, as parsed; all offsets are of this text
	at    *places
	ids   map[doc.Label]source.Span // of the whole manuscript
	notes map[string]*note          // of this text; nil where notes cannot stand
	deep  bool                      // too deep a nesting has been reported
}

func newReading(text []byte, at source.Pos, o Options, r *source.Reporter) *reading {
	at.A, at.B = max(at.A, 1), max(at.B, 1)
	src, deep := clean(text, at, r)
	return &reading{o: o, r: r, src: src, at: newPlaces(src, at), ids: map[doc.Label]source.Span{}, deep: deep}
}

func (m *reading) parse(p parser.Parser) ast.Node {
	return p.Parse(text.NewReader(m.src))
}

// inline reads the whole text as one run.
func (m *reading) inline() []doc.Inline {
	var out []doc.Inline
	root := m.parse(lineMarkdown())
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil {
			m.fault("text-paragraphs", m.span(n.Pos(), n.Pos()), "a second paragraph begins here, where one is wanted", "join them")
			out = append(out, &doc.Text{S: " ", At: m.span(n.Pos(), n.Pos())})
		}
		out = append(out, m.inlines(n, 0)...)
	}
	return tidy(out)
}

// box reads the whole text as what stands in a box.
func (m *reading) box() []doc.Block {
	root := m.parse(markdown())
	m.collectNotes(root)
	blocks := runIn(m, m.blocks(root, inBox, 0))
	m.unusedNotes()
	return blocks
}

func (m *reading) span(from, to int) source.Span {
	start := m.at.pos(from)
	if to <= from {
		return source.At(start)
	}
	return source.Span{Start: start, End: m.at.pos(to)}
}

func (m *reading) fault(code source.Code, at source.Span, message, fix string) {
	m.r.Error(code, at, message, fix)
}

// near reports a word that is not one of those known.
func (m *reading) near(code source.Code, at source.Span, message, word string, known []string) {
	d := source.Diagnostic{Code: code, At: at, Message: message, Excerpt: word, Replace: source.Nearest(word, known)}
	if d.Fix = "use one of " + strings.Join(known, ", "); d.Replace != "" {
		d.Fix = "write " + d.Replace
	}
	m.r.Add(d)
}

// short quotes what may be long, so that a message stays one line.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
