package manuscript

import (
	"bytes"
	"maps"
	"regexp"
	"slices"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

type (
	// noteMark is [^name] in the text.
	noteMark struct {
		leaf
		name string
	}
	// noteText is [^name]: with the text of the note.
	noteText struct {
		container
		name string
	}
	// note is what is known of a footnote while a text is read.
	note struct {
		text *noteText
		at   source.Span
		mark source.Span // zero until the mark has been met
	}
)

var noteForm = regexp.MustCompile(`^\[\^([^\[\]\^\s]{1,100})\]`)

// noteMarks reads the marks. It stands before the parser of links, which also
// begins at "![".
type noteMarks struct{}

func (noteMarks) Trigger() []byte { return []byte{'[', '!'} }

func (noteMarks) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	from, bang := seg.Start, 0
	if line[0] == '!' {
		bang = 1
	}
	match := noteForm.FindSubmatch(line[bang:])
	if match == nil {
		return nil
	}
	if bang == 1 {
		parent.AppendChild(parent, ast.NewTextSegment(text.NewSegment(from, from+1)))
	}
	size := bang + len(match[0])
	block.Advance(size)
	return &noteMark{leaf{from: from + bang, to: from + size}, string(match[1])}
}

// noteTexts reads the texts. goldmark has footnotes too, but drops those that
// have no mark, and all of them if one stands in another.
type noteTexts struct{}

func (noteTexts) Trigger() []byte { return []byte{'['} }

func (noteTexts) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	match := noteForm.FindSubmatch(line[pos:])
	if match == nil || !bytes.HasPrefix(line[pos+len(match[0]):], []byte(":")) {
		return nil, parser.NoChildren
	}
	reader.Advance(pos + len(match[0]) + 1)
	return &noteText{name: string(match[1])}, parser.HasChildren
}

// within reports whether n is or stands in the text of a note.
func within(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if _, ok := n.(*noteText); ok {
			return true
		}
	}
	return false
}

// Continue takes further paragraphs of a note if they are indented by four.
func (noteTexts) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (noteTexts) Close(ast.Node, text.Reader, parser.Context) {}
func (noteTexts) CanInterruptParagraph() bool                 { return true }
func (noteTexts) CanAcceptIndentedLine() bool                 { return false }

// collectNotes finds the texts of all notes before the first mark is read.
func (m *reading) collectNotes(root ast.Node) {
	m.notes = map[string]*note{}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*noteText)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		at := m.span(t.Pos(), t.Pos()+len("[^]")+len(t.name))
		if within(t.Parent()) {
			m.fault("note-place", at, "the text of a note stands in another note", "begin its line without spaces")
			return ast.WalkContinue, nil
		}
		if first, twice := m.notes[t.name]; twice {
			m.r.Add(source.Diagnostic{
				Code: "note-twice", At: at, Message: "note " + short(t.name) + " has a second text", Fix: "give it a name of its own",
				Related: []source.Related{{At: first.at, Message: "the first text stands here"}},
			})
			return ast.WalkContinue, nil
		}
		m.notes[t.name] = &note{text: t, at: at}
		return ast.WalkContinue, nil
	})
}

// footnote puts the text of a note where its mark stands; nil if it has none.
func (m *reading) footnote(n *noteMark) doc.Inline {
	at := m.span(n.from, n.to)
	if m.notes == nil || within(n) {
		m.fault("note-place", at, "a note cannot stand here", "put it in a paragraph of the text")
		return nil
	}
	x := m.notes[n.name]
	switch {
	case x == nil:
		m.unknownNote(n.name, at)
		return nil
	case x.mark != source.Span{}:
		m.r.Add(source.Diagnostic{
			Code: "note-twice", At: at, Message: "note " + short(n.name) + " has a second mark",
			Fix:     "give the second one a name and a text of its own",
			Related: []source.Related{{At: x.mark, Message: "the first mark stands here"}},
		})
		return nil
	}
	x.mark = at
	of := m.blocks(x.text, inNote, 0)
	if len(of) == 0 {
		m.fault("note-empty", x.at, "the note has no text", "write the text after the colon")
	}
	return &doc.Footnote{Name: n.name, Of: of, At: at}
}

func (m *reading) unknownNote(name string, at source.Span) {
	d := source.Diagnostic{
		Code: "note-unknown", At: at, Message: "note " + short(name) + " has no text", Excerpt: name,
		Fix:     "write [^" + name + "]: and the text on a line of its own",
		Replace: source.Nearest(name, slices.Sorted(maps.Keys(m.notes))),
	}
	if d.Replace != "" {
		d.Fix = "write [^" + d.Replace + "]"
	}
	m.r.Add(d)
}

// unusedNotes reports texts without marks.
func (m *reading) unusedNotes() {
	for _, name := range slices.Sorted(maps.Keys(m.notes)) {
		if x := m.notes[name]; x.mark == (source.Span{}) {
			m.fault("note-unused", x.at, "no mark [^"+name+"] stands in the text", "put the mark in the text, or remove the note")
		}
	}
}
