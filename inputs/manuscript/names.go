package manuscript

import (
	"bytes"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
)

// unnumbered is the one class there is.
const unnumbered = "unnumbered"

// groups takes the names in braces from the end of a block of text.
func (m *reading) groups(n ast.Node) []*group {
	var out []*group
	for {
		g := m.lastGroup(n)
		if g == nil {
			return out
		}
		n.RemoveChild(n, g)
		out = append(out, g)
	}
}

// lastGroup is the group that a block ends with, or nil.
func (m *reading) lastGroup(n ast.Node) *group {
	c := n.LastChild()
	for {
		t, ok := c.(*ast.Text)
		if !ok || len(bytes.TrimSpace(t.Segment.Value(m.src))) > 0 {
			break
		}
		c = c.PreviousSibling() // an empty text may carry the end of a line
	}
	g, _ := c.(*group)
	return g
}

// ownLine reports whether a group stands at the head of its line.
func (m *reading) ownLine(g *group) bool {
	before := m.src[m.at.head(g.from):g.from]
	return len(strings.Trim(string(before), " \t>")) == 0
}

// lazyGroups takes the names that stand in a line of their own behind a list or
// quotation. CommonMark continues the last paragraph with such a line if it is
// not indented as far as what the container holds.
func (m *reading) lazyGroups(n ast.Node) []*group {
	inside := n.FirstChild()
	if _, ok := n.(*ast.List); ok {
		inside = n.LastChild().FirstChild()
	}
	if inside == nil || inside.Pos() < 0 {
		return nil
	}
	margin := inside.Pos() - m.at.head(inside.Pos())
	leaf := n.LastChild()
	for leaf.LastChild() != nil && leaf.LastChild().Type() == ast.TypeBlock {
		leaf = leaf.LastChild()
	}
	var out []*group
	for {
		g := m.lastGroup(leaf)
		if g == nil || !m.ownLine(g) || g.from-m.at.head(g.from) >= margin {
			return out
		}
		leaf.RemoveChild(leaf, g)
		out = append(out, g)
	}
}

// give applies names and classes to a block. What stands in a note cannot be
// referred to: it has no number, and its page is that of its mark.
func (m *reading) give(b doc.Block, groups []*group, in scope) {
	for _, g := range groups {
		if in == inNote {
			m.fault("name-place", m.span(g.from, g.to), "a block in a note has a name", "name the paragraph that the mark stands in")
			continue
		}
		m.tokens(b, string(m.src[g.from+1:g.to-1]), g.from+1)
	}
}

// tokens reads "#name .class", which begins at an offset.
func (m *reading) tokens(b doc.Block, list string, offset int) {
	for _, word := range strings.Fields(list) {
		i := strings.Index(list, word)
		at := m.span(offset+i, offset+i+len(word))
		list, offset = list[i+len(word):], offset+i+len(word)
		switch {
		case word[0] == '#':
			m.identify(b, word[1:], at)
		case word[0] == '.':
			m.class(b, word[1:], at)
		default:
			m.fault("name-form", at, short(word)+" is neither a name nor a class", "write {#name}, {.unnumbered} or {#name .unnumbered}")
		}
	}
}

func (m *reading) class(b doc.Block, class string, at source.Span) {
	p, ok := b.(*doc.Paragraph)
	switch {
	case class != unnumbered:
		m.near("name-class", at, short(class)+" is not a class", class, []string{unnumbered})
	case ok && p.Numbered:
		p.Numbered = false
	case ok && m.o.Unnumbered:
	default:
		m.r.Warn("name-class", at, "this is not numbered anyway", "leave .unnumbered out")
	}
}

// identify gives a block its name.
func (m *reading) identify(b doc.Block, name string, at source.Span) {
	base := b.Common()
	switch {
	case paraAlias.MatchString(name):
		m.fault("name-form", at, "names such as "+short(name)+" are made by the program", "choose a word")
		return
	case !label.MatchString(name):
		m.fault("name-form", at, short(name)+" is not a name", "names are of small letters, digits and hyphens: {#annex-iv}")
		return
	case base.ID != "":
		m.fault("name-twice", at, "the block has the name "+short(string(base.ID))+" already", "keep one of the two")
		return
	}
	id := doc.Label(name)
	if first, taken := m.ids[id]; taken {
		m.r.Add(source.Diagnostic{
			Code: "name-twice", At: at, Excerpt: name, Message: short(name) + " is the name of two blocks", Fix: "choose another for one of them",
			Related: []source.Related{{At: first, Message: "the first stands here"}},
		})
		return
	}
	m.ids[id] = at
	base.ID = id
}
