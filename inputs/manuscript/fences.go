package manuscript

import (
	"bytes"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
)

// fenced converts the YAML of one kind of block; nil if nothing can be made of
// it.
type fenced struct {
	name string
	read func(*yamlBlock) doc.Block
}

// fences are the kinds of fenced blocks. A function and not a variable,
// because boxes hold blocks again.
func fences() []fenced {
	return []fenced{
		{"chart", (*yamlBlock).chart},
		{"table", (*yamlBlock).table},
		{"key-figures", (*yamlBlock).keyFigures},
		{"timeline", (*yamlBlock).timeline},
		{"box", (*yamlBlock).panel},
		{"signature", (*yamlBlock).signature},
		{"picture", (*yamlBlock).picture},
	}
}

// yamlBlock is the text in a fence with the place of its first line.
type yamlBlock struct {
	*reading
	text  []byte
	lines []string // of text, once they are asked for
	from  source.Pos
	base  doc.Base
}

func (m *reading) fence(out []doc.Block, n *ast.FencedCodeBlock) []doc.Block {
	y := &yamlBlock{reading: m, base: m.base(n)}
	opening := source.At(y.base.At.Start)
	kind := m.kind(n, opening)
	if !m.closed(n, opening) || kind == nil {
		return out
	}
	y.text = n.Lines().Value(m.src)
	y.from = opening.Start
	if n.Lines().Len() > 0 {
		y.from = m.at.pos(n.Lines().At(0).Start)
	}
	if b := kind.read(y); b != nil {
		return append(out, b)
	}
	return out
}

// kind finds what the opening line asks for.
func (m *reading) kind(n *ast.FencedCodeBlock, opening source.Span) *fenced {
	var known []string
	info := ""
	if n.Info != nil {
		info = strings.TrimSpace(string(n.Info.Segment.Value(m.src)))
	}
	for _, f := range fences() {
		if f.name == info {
			return &f
		}
		known = append(known, f.name)
	}
	if info == "" {
		m.fault("block-kind", opening, "the fenced block has no kind", "write one of "+strings.Join(known, ", ")+" behind the fence")
		return nil
	}
	word, rest, _ := strings.Cut(info, " ")
	from := n.Info.Segment.Start
	if rest != "" && source.Nearest(word, known) == word {
		m.fault("block-kind", m.span(from, n.Info.Segment.Stop), "more than one word stands behind the fence", "leave "+word+" only")
		return nil
	}
	m.near("block-kind", m.span(from, n.Info.Segment.Stop), short(info)+" is not a kind of block", info, known)
	return nil
}

// closed reports a fence that is not closed. Such a block runs on to the next
// fence, or to the end of the text.
func (m *reading) closed(n *ast.FencedCodeBlock, opening source.Span) bool {
	const message, fix = "the block is not closed", "write a line of the same fence behind its last line"
	for i := range n.Lines().Len() {
		if s := n.Lines().At(i); fenceSign(m.src[s.Start:s.Stop]) {
			m.r.Add(source.Diagnostic{
				Code: "block-open", At: opening, Message: message, Fix: fix,
				Related: []source.Related{{At: source.At(m.at.pos(s.Start)), Message: "the next fence stands here"}},
			})
			return false
		}
	}
	if !fenceSign(m.lineAfter(n)) {
		m.fault("block-open", opening, message, fix)
		return false
	}
	return true
}

func fenceSign(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

// lineAfter is the line behind the last of a fenced block.
func (m *reading) lineAfter(n *ast.FencedCodeBlock) []byte {
	end := max(n.Pos(), 0)
	if k := n.Lines().Len(); k > 0 {
		end = n.Lines().At(k-1).Stop - 1
	}
	_, rest, _ := bytes.Cut(m.src[min(max(end, 0), len(m.src)):], []byte("\n"))
	next, _, _ := bytes.Cut(rest, []byte("\n"))
	return next
}

// fault reports a fault of the block, at its opening line if what is wrong was
// not read.
func (y *yamlBlock) fault(code source.Code, at source.Span, message, fix string) {
	if !at.Start.Known() {
		at = source.At(y.base.At.Start)
	}
	y.reading.fault(code, at, message, fix)
}

// decode reads the YAML.
func (y *yamlBlock) decode(v any) bool { return strict.Decode(y.text, y.from, v, y.r) }

// named gives a block the name in its key id.
func (y *yamlBlock) named(b doc.Block, id strict.Str) doc.Block {
	if id.S != "" {
		y.identify(b, strings.TrimPrefix(id.S, "#"), id.At)
	}
	return b
}

// word is one of the words that a key may have.
type word[T any] struct {
	name  string
	value T
}

// choose finds the word that is given; none if none is.
func choose[T any](m *reading, s strict.Str, code source.Code, what string, none T, known []word[T]) T {
	if s.S == "" {
		return none
	}
	var names []string
	for _, k := range known {
		if k.name == s.S {
			return k.value
		}
		names = append(names, k.name)
	}
	m.near(code, s.At, short(s.S)+" is not "+what, s.S, names)
	return none
}
