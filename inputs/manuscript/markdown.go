package manuscript

import (
	"bytes"
	"regexp"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown parses whole manuscripts, lineMarkdown a text of one run, in which
// nothing begins a list or a heading: "2017. …" is a text like any other. The
// parsers keep nothing of a text and may be used by many goroutines.
var (
	markdown = sync.OnceValue(func() parser.Parser {
		return parser.NewParser(
			parser.WithBlockParsers(blockParsers()...),
			parser.WithInlineParsers(inlineParsers()...),
			parser.WithParagraphTransformers(
				util.Prioritized(bounded{}, 10),
				util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
				util.Prioritized(pipes{}, 200),
			),
		)
	})
	lineMarkdown = sync.OnceValue(func() parser.Parser {
		return parser.NewParser(
			parser.WithBlockParsers(util.Prioritized(anyParagraph{parser.NewParagraphParser()}, 100)),
			parser.WithInlineParsers(inlineParsers()...),
			parser.WithParagraphTransformers(util.Prioritized(bounded{}, 10)),
		)
	})
)

func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(noteTexts{}, 950),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(braces{}, 50),
		util.Prioritized(foreignSpans{}, 60),
		util.Prioritized(noteMarks{}, 70),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
}

// leaf is what inlines of ours have in common: the bytes they stand for.
type leaf struct {
	ast.BaseInline
	from, to int
}

// Kind is that of no node: nothing here asks for it, and the kinds of goldmark
// are a list that the whole program would share.
func (*leaf) Kind() ast.NodeKind { return 0 }

// Dump is for debugging goldmark only.
func (*leaf) Dump([]byte, int) {}

// container is the same for blocks.
type container struct{ ast.BaseBlock }

func (*container) Kind() ast.NodeKind { return 0 }
func (*container) Dump([]byte, int)   {}

type (
	// figure is {{name | form}} or {{=12}}.
	figure struct {
		leaf
		body string
	}
	// group is {#name .class}.
	group struct{ leaf }
	// stray is a sign of the syntax that belongs to nothing.
	stray struct{ leaf }
	// overlong is a paragraph that is not parsed.
	overlong struct{ container }
)

// IsRaw keeps goldmark from parsing the text.
func (*overlong) IsRaw() bool { return true }

// bounded takes paragraphs that are too long away from the parser.
type bounded struct{}

func (bounded) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	size, signs := 0, 0
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		size += s.Len()
		for _, c := range reader.Source()[s.Start:s.Stop] {
			if isSign(c) {
				signs++
			}
		}
	}
	if size <= maxParagraph && signs <= maxSigns {
		return
	}
	long := &overlong{}
	long.SetPos(n.Pos())
	long.SetLines(lines)
	n.Parent().ReplaceChild(n.Parent(), n, long)
}

// anyParagraph begins a paragraph at every indentation.
type anyParagraph struct{ parser.BlockParser }

func (anyParagraph) CanAcceptIndentedLine() bool { return true }

// braces reads what stands in braces. Braces have no other use in a report, so
// all that are not understood are faults; \{ prints one, and \{{name}} all of it.
type braces struct{}

func (braces) Trigger() []byte { return []byte{'{', '}'} }

var (
	groupForm = regexp.MustCompile(`^\{[ \t]*[#.][^{}\n]*\}`)
	strayForm = regexp.MustCompile(`^(?:\{+(?:[^{}\n]{0,120}\}+)?|\}+)`)
)

func (braces) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	l := leaf{from: seg.Start}
	if bytes.HasPrefix(line, []byte("{{")) {
		if n := figureAt(block); n != nil {
			return n
		}
	}
	if size := len(groupForm.Find(line)); size > 0 {
		l.to = l.from + size
		block.Advance(size)
		return &group{l}
	}
	size := len(strayForm.Find(line))
	l.to = l.from + size
	block.Advance(size)
	if line[0] == '{' && bytes.HasSuffix(block.Source()[:l.from], []byte(`\{`)) {
		return ast.NewTextSegment(text.NewSegment(l.from, l.to)) // the second of \{{name}}
	}
	return &stray{l}
}

// figureAt reads a figure, which an editor may have broken over two lines;
// nil, and the reader where it was, if none is complete.
func figureAt(block text.Reader) ast.Node {
	number, start := block.Position()
	block.Advance(2)
	n := &figure{leaf: leaf{from: start.Start}}
	for range 2 {
		line, seg := block.PeekLine()
		body, _, closed := bytes.Cut(line, []byte("}}"))
		if line == nil || bytes.ContainsAny(body, "{}") {
			break
		}
		n.body += string(body)
		if closed {
			block.Advance(len(body) + 2)
			n.to = seg.Start - seg.Padding + len(body) + 2
			return n
		}
		block.AdvanceLine()
	}
	block.SetPosition(number, start)
	return nil
}

// foreignSpans reads :fr[mot]. The span ends at the bracket that matches the
// first; what stands between is parsed like the text around it.
type foreignSpans struct{}

type (
	foreignOpener struct {
		leaf
		tag    string
		close  int // offset of the closing bracket
		bottom ast.Node
	}
	foreign struct {
		leaf
		tag string
	}
)

// maxForeign bounds the search for the closing bracket.
const maxForeign = 1000

var foreignForm = regexp.MustCompile(`^:([A-Za-z][A-Za-z0-9-]{1,34})\[`)

func (foreignSpans) Trigger() []byte { return []byte{':', ']'} }

func (foreignSpans) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if line[0] == ']' {
		return closeForeign(parent, block, seg.Start, pc)
	}
	match := foreignForm.FindSubmatch(line)
	if match == nil {
		return nil
	}
	l := leaf{from: seg.Start, to: seg.Start + len(match[0])}
	block.Advance(len(match[0]))
	number, start := block.Position()
	end := closingBracket(block)
	block.SetPosition(number, start)
	if end < 0 {
		return &stray{l}
	}
	o := &foreignOpener{leaf: l, tag: string(match[1]), close: end}
	if d := pc.LastDelimiter(); d != nil {
		o.bottom = d
	}
	return o
}

// closingBracket returns the offset of the bracket that closes what stands
// before the reader, or -1.
func closingBracket(block text.Reader) int {
	depth, seen := 1, 0
	for seen < maxForeign {
		line, seg := block.PeekLine()
		if line == nil {
			return -1
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '\\':
				i++
			case '[':
				depth++
			case ']':
				if depth--; depth == 0 {
					return seg.Start - seg.Padding + i
				}
			}
		}
		seen += len(line)
		block.AdvanceLine()
	}
	return -1
}

// closeForeign makes a span of what stands since the opener that the bracket
// at offset belongs to; nil if it belongs to none.
func closeForeign(parent ast.Node, block text.Reader, offset int, pc parser.Context) ast.Node {
	for c := parent.LastChild(); c != nil && c.Pos() >= offset-maxForeign; c = c.PreviousSibling() {
		o, ok := c.(*foreignOpener)
		if !ok || o.close != offset {
			continue
		}
		parser.ProcessDelimiters(o.bottom, pc)
		n := &foreign{leaf: leaf{from: o.from, to: offset + 1}, tag: o.tag}
		for c := o.NextSibling(); c != nil; {
			next := c.NextSibling()
			n.AppendChild(n, c)
			c = next
		}
		parent.RemoveChild(parent, o)
		block.Advance(1)
		return n
	}
	return nil
}
