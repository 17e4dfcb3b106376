package manuscript

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
)

// deepest is the level of run-in heads.
const deepest = 4

func (m *reading) heading(out []doc.Block, n *ast.Heading, in scope) []doc.Block {
	h := &doc.Heading{Base: m.base(n), Level: n.Level}
	at := source.At(h.At.Start)
	names := m.groups(n)
	h.Text = m.line(n)
	switch {
	case in == inContainer || in == inNote || in == inBox && n.Level < deepest:
		m.fault("heading-place", at, "a heading stands in a list, quotation, box or note", "put it between the paragraphs of the text")
		if len(h.Text) == 0 {
			return out
		}
		p := &doc.Paragraph{Base: h.Base, Text: []doc.Inline{&doc.Strong{Of: h.Text}}}
		m.give(p, names, in)
		return append(out, p)
	case len(h.Text) == 0:
		m.fault("heading-empty", at, "the heading has no words", "write them, or remove the signs #")
		return out
	}
	if m.underlined(n) {
		m.fault("heading-underlined", at, "a heading is underlined", "write # before it, and leave an empty line before --- if no heading is meant")
	}
	if h.Level > deepest {
		m.fault("heading-level", at, "headings have four levels", "use #### at most")
		h.Level = deepest
	}
	m.give(h, names, in)
	return append(out, h)
}

// underlined reports whether no sign # stands before the words of a heading.
func (m *reading) underlined(n *ast.Heading) bool {
	from := n.Lines().At(0).Start
	return !bytes.Contains(m.src[m.at.head(from):from], []byte("#"))
}

// outline checks the headings of a part, takes label and title from the first
// and lets run-in heads into their paragraphs.
func (m *reading) outline(p *doc.Part) {
	level := 1
	var title *doc.Heading
	if len(p.Blocks) > 0 {
		if h, ok := p.Blocks[0].(*doc.Heading); ok && h.Level == 1 {
			title = h
		} else {
			m.untitled(p.Blocks[0].Common().At.Start)
		}
	} else {
		m.untitled(p.At.Start)
	}
	for i, b := range p.Blocks {
		h, ok := b.(*doc.Heading)
		if !ok || i == 0 && h == title {
			continue
		}
		if h.Level == 1 {
			m.secondTitle(h, title)
			h.Level = 2
		}
		if h.Level > level+1 {
			m.fault("heading-level", source.At(h.At.Start), "a level of headings is left out", "write "+strings.Repeat("#", level+1)+" here, or a heading of that level before")
		}
		level = h.Level
	}
	if title != nil {
		splitLabel(title)
		p.ID, p.Tag, p.Title, p.At = title.ID, title.Tag, title.Text, title.At
	}
	p.Blocks = runIn(m, p.Blocks)
}

func (m *reading) untitled(at source.Pos) {
	m.fault("heading-title", source.At(at), "the manuscript does not begin with its title", "begin it with # Title {#name}")
}

func (m *reading) secondTitle(h, title *doc.Heading) {
	d := source.Diagnostic{
		Code: "heading-title", At: source.At(h.At.Start), Message: "a title stands inside the manuscript",
		Fix: "write ## for a heading, or begin a manuscript of its own",
	}
	if title != nil {
		d.Related = []source.Related{{At: title.At, Message: "the title stands here"}}
	}
	m.r.Add(d)
}

// runIn puts each head of the fourth level at the head of its paragraph.
func runIn(m *reading, blocks []doc.Block) []doc.Block {
	out := blocks[:0]
	for i, b := range blocks {
		h, ok := b.(*doc.Heading)
		if !ok || h.Level != deepest {
			out = append(out, b)
			continue
		}
		var p *doc.Paragraph
		if i+1 < len(blocks) {
			p, _ = blocks[i+1].(*doc.Paragraph)
		}
		if p == nil {
			m.fault("heading-run-in", source.At(h.At.Start), "no paragraph follows the heading", "write the paragraph that it stands at the head of, or use ###")
			p = &doc.Paragraph{Base: doc.Base{At: h.At}}
			out = append(out, p)
		}
		p.Head = h
	}
	return out
}

// splitLabel parts "Principle 1: Adherence" at the first colon that a space
// follows. French has a space before the colon too.
func splitLabel(h *doc.Heading) {
	for i, in := range h.Text {
		t, ok := in.(*doc.Text)
		if !ok {
			continue
		}
		before, after, found := strings.Cut(t.S, ": ")
		if !found {
			continue
		}
		rest := *t
		rest.S = after
		rest.At.Start.B += int32(utf8.RuneCountInString(before) + len(": "))
		t.S = strings.TrimRight(before, " \u00a0\u202f")
		t.At.End = rest.At.Start
		t.At.End.B -= int32(len(": "))
		h.Tag = compact(append(h.Tag, h.Text[:i+1]...))
		h.Text = compact(append([]doc.Inline{&rest}, h.Text[i+1:]...))
		return
	}
}
