package manuscript

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
)

// scope says what a block stands in.
type scope uint8

const (
	inPart scope = iota
	inBox
	inContainer // a list or quotation
	inNote
)

// lastStart bounds the number that a list begins with: "2018. It was" opens a
// list in Markdown and is seldom meant to.
const lastStart = 99

// blocks converts what stands in parent.
func (m *reading) blocks(parent ast.Node, in scope, depth int) []doc.Block {
	var out []doc.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = m.block(out, n, in, depth)
	}
	return out
}

func (m *reading) block(out []doc.Block, n ast.Node, in scope, depth int) []doc.Block {
	switch n := n.(type) {
	case *ast.Heading:
		return m.heading(out, n, in)
	case *ast.Paragraph, *ast.TextBlock:
		return m.paragraph(out, n, in)
	case *ast.List:
		return m.container(out, n, in, depth, func() doc.Block { return m.list(n, in, depth) })
	case *ast.Blockquote:
		return m.container(out, n, in, depth, func() doc.Block {
			if of := m.blocks(n, inside(in), depth+1); len(of) > 0 {
				return &doc.Quote{Base: m.base(n), Of: of}
			}
			return nil
		})
	case *pipeTable:
		if in == inPart {
			return append(out, m.pipeTable(n))
		}
		return m.misplaced(out, n, "a table")
	case *ast.FencedCodeBlock:
		if in == inPart {
			return m.fence(out, n)
		}
		return m.misplaced(out, n, "a fenced block")
	case *noteText:
		if within(n.Parent()) {
			return append(out, m.blocks(n, inNote, depth)...) // reported
		}
		return out // put in where its mark stands
	case *ast.LinkReferenceDefinition:
		if bytes.HasPrefix(n.Label, []byte("^")) {
			m.fault("note-form", source.At(m.base(n).At.Start), "this note is not understood", "name it in one word: [^name]: …")
		}
		return out
	default:
		return m.foreignBlock(out, n)
	}
}

// inside is the scope of what stands in a list or quotation.
func inside(in scope) scope {
	if in == inNote {
		return inNote
	}
	return inContainer
}

// base is what every block has: its place. Its name is given later.
func (m *reading) base(n ast.Node) doc.Base {
	from, to := m.extent(n)
	return doc.Base{At: m.span(from, to)}
}

// extent is where a block begins and where its last line ends.
func (m *reading) extent(n ast.Node) (from, to int) {
	from = min(max(n.Pos(), 0), len(m.src))
	last := n
	for last.LastChild() != nil && last.LastChild().Type() == ast.TypeBlock {
		last = last.LastChild()
	}
	to = from
	if k := last.Lines().Len(); k > 0 {
		to = last.Lines().At(k - 1).Stop
	}
	return from, from + len(bytes.TrimRight(m.src[from:max(to, from)], " \t\n"))
}

// container converts a list or quotation, and names it. One that is nested too
// deeply gives up what it holds to the one that it stands in.
func (m *reading) container(out []doc.Block, n ast.Node, in scope, depth int, convert func() doc.Block) []doc.Block {
	if depth < maxDepth {
		names := m.lazyGroups(n)
		if b := convert(); b != nil {
			m.give(b, names, in)
			return append(out, b)
		}
		return out
	}
	m.tooDeep(source.At(m.base(n).At.Start), "lists and quotations are nested too deeply")
	if _, ok := n.(*ast.List); !ok {
		return append(out, m.blocks(n, inside(in), depth)...)
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		out = append(out, m.blocks(item, inside(in), depth)...)
	}
	return out
}

func (m *reading) list(n *ast.List, in scope, depth int) doc.Block {
	l := &doc.List{Base: m.base(n), Ordered: n.IsOrdered(), Start: 1}
	if l.Ordered && n.Start > 1 {
		l.Start = n.Start
	}
	if n.IsOrdered() && (n.Start < 1 || n.Start > lastStart) {
		m.fault("list-start", source.At(l.At.Start), fmt.Sprintf("a list begins with %d", n.Start), fmt.Sprintf(`begin it with 1; write %d\%c if no list is meant`, n.Start, n.Marker))
		l.Start = 1
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at := m.base(c).At
		of := m.blocks(c, inside(in), depth+1)
		if len(of) == 0 {
			m.fault("list-item", at, "an item of the list is empty", "write its text, or remove it")
			continue
		}
		l.Items = append(l.Items, doc.ListItem{Of: of, At: at})
	}
	if len(l.Items) == 0 {
		return nil
	}
	return l
}

// headingLike is a heading without the space that makes it one.
var headingLike = regexp.MustCompile(`^#{1,6}[^#\s]`)

func (m *reading) paragraph(out []doc.Block, n ast.Node, in scope) []doc.Block {
	p := &doc.Paragraph{Base: m.base(n), Numbered: in == inPart && !m.o.Unnumbered}
	names := m.groups(n)
	p.Text = m.line(n)
	if from, to := m.extent(n); headingLike.Match(m.src[from:to]) {
		m.fault("heading-space", source.At(p.At.Start), "a heading has a space behind the signs #", `write "# Title", or \# if no heading is meant`)
	}
	switch {
	case len(p.Text) > 0:
		m.give(p, names, in)
		return append(out, p)
	case len(names) > 0 && len(out) > 0:
		m.give(out[len(out)-1], names, in)
	case len(names) > 0:
		m.fault("name-place", p.At, "no block stands before this name", "put it at the end of the block that it names")
	}
	return out
}

// misplaced keeps the words of a block that cannot stand where it does.
func (m *reading) misplaced(out []doc.Block, n ast.Node, what string) []doc.Block {
	b := m.base(n)
	m.fault("block-place", source.At(b.At.Start), what+" stands in a list, quotation, box or note", "put it between the paragraphs of the text")
	return m.verbatim(out, n)
}

// foreignBlock keeps the words of what is Markdown and not for a report.
func (m *reading) foreignBlock(out []doc.Block, n ast.Node) []doc.Block {
	at := source.At(m.base(n).At.Start)
	switch n := n.(type) {
	case *ast.ThematicBreak:
		m.fault("text-rule", at, "there are no rules between paragraphs", "remove the line; for a heading write ## and its words")
		return out
	case *ast.CodeBlock:
		m.fault("text-indented", at, "the line is indented by four or more, which Markdown reads as code", "remove the spaces at its head")
	case *ast.HTMLBlock:
		if raw := bytes.TrimSpace(m.raw(n)); bytes.HasPrefix(raw, []byte("<!--")) {
			if bytes.Index(raw, []byte("-->")) == len(raw)-len("-->") {
				m.comment(at)
				return out
			}
			m.fault("text-html", at, "a comment is not closed, or words stand behind it", "end it with --> in a line of its own")
			break
		}
		m.fault("text-html", at, "there is no HTML in a report", `use Markdown, or write \<`)
	case *overlong:
		m.fault("text-paragraph", at, "the paragraph is too long", "leave an empty line where a new one begins")
	}
	return m.verbatim(out, n)
}

// verbatim keeps the lines of a block as they stand, one paragraph for all.
func (m *reading) verbatim(out []doc.Block, n ast.Node) []doc.Block {
	p := &doc.Paragraph{Base: m.base(n)}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			if t := strings.Join(strings.Fields(string(m.src[s.Start:s.Stop])), " "); t != "" {
				p.Text = append(p.Text, &doc.Text{S: t + " ", At: m.span(s.Start, s.Stop)})
			}
		}
		return ast.WalkContinue, nil
	})
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		s := h.ClosureLine
		p.Text = append(p.Text, &doc.Text{S: string(m.src[s.Start:s.Stop]), At: m.span(s.Start, s.Stop)})
	}
	if p.Text = tidy(p.Text); len(p.Text) == 0 {
		return out
	}
	return append(out, p)
}

func (m *reading) raw(n *ast.HTMLBlock) []byte {
	raw := n.Lines().Value(m.src)
	if n.HasClosure() {
		raw = append(raw, n.ClosureLine.Value(m.src)...)
	}
	return raw
}
