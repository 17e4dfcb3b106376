package manuscript

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// run gathers the inlines of one parent. Text of one line that goldmark has
// cut at signs without a meaning is joined again; text of two lines is not, so
// that each Text has the place of its own words.
type run struct {
	m        *reading
	out      []doc.Inline
	from, to int // text not yet put out; none if they are equal
}

// inlines converts what stands in parent.
func (m *reading) inlines(parent ast.Node, depth int) []doc.Inline {
	u := &run{m: m}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		u.node(n, depth)
	}
	u.flush()
	return u.out
}

// line converts a whole run and puts its spaces in order.
func (m *reading) line(parent ast.Node) []doc.Inline { return tidy(m.inlines(parent, 0)) }

func (u *run) node(n ast.Node, depth int) {
	m := u.m
	switch n := n.(type) {
	case *ast.Text:
		u.text(n.Segment.Start, n.Segment.Stop)
		u.lineEnd(n)
	case *ast.Emphasis:
		u.nested(n, depth, func(of []doc.Inline) doc.Inline {
			if n.Level == 1 {
				return &doc.Emph{Of: of}
			}
			return &doc.Strong{Of: of}
		})
	case *foreign:
		u.nested(n, depth, func(of []doc.Inline) doc.Inline { return m.foreign(n, of) })
	case *ast.Link:
		u.add(m.link(n, m.inlines(n, depth+1))...)
	case *ast.AutoLink:
		u.add(m.autoLink(n)...)
	case *figure:
		u.add(m.figure(n.body, m.span(n.from, n.to)))
	case *noteMark:
		if f := m.footnote(n); f != nil {
			u.add(f)
		}
	case *group:
		u.literal(n.leaf, "name-place", "a name in braces stands where no block ends", `put it at the end of the block; write \{ for a brace`)
	case *stray:
		u.stray(n.leaf)
	case *foreignOpener:
		u.stray(n.leaf)
	default:
		u.foreignSyntax(n, depth)
	}
}

// foreignSyntax keeps the words of what is Markdown and not for a report.
func (u *run) foreignSyntax(n ast.Node, depth int) {
	m := u.m
	at := source.At(m.at.pos(max(n.Pos(), 0)))
	switch n := n.(type) {
	case *ast.CodeSpan:
		m.fault("text-code", at, "there is no code in a report", "remove the signs ` around it, or use *emphasis*")
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				u.text(t.Segment.Start, t.Segment.Stop)
			}
		}
	case *ast.Image:
		m.fault("text-picture", at, "a picture stands in the line", "put it in a block ```picture with file, alt and title")
		u.add(m.inlines(n, depth+1)...)
	case *ast.RawHTML:
		u.rawHTML(n, at)
	}
}

func (u *run) rawHTML(n *ast.RawHTML, at source.Span) {
	raw := n.Segments.Value(u.m.src)
	if bytes.HasPrefix(raw, []byte("<!--")) {
		u.m.comment(at)
		return
	}
	u.m.fault("text-html", at, "there is no HTML in a report", `use *emphasis*, **strong**, or write \<`)
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		u.text(s.Start, s.Stop)
	}
}

// comment warns of a comment, which is not printed.
func (m *reading) comment(at source.Span) {
	m.r.Warn("text-comment", at, "a comment is left out", "remove it before the report is final")
}

func (u *run) add(list ...doc.Inline) {
	u.flush()
	u.out = append(u.out, list...)
}

// nested adds an inline with what stands in it, unless that is nothing, or
// nested too deeply.
func (u *run) nested(n ast.Node, depth int, wrap func([]doc.Inline) doc.Inline) {
	of := u.m.inlines(n, depth+1)
	switch {
	case len(of) == 0:
	case depth >= maxEmphasis:
		u.m.tooDeep(source.At(u.m.at.pos(n.Pos())), "emphasis is nested too deeply")
		u.add(of...)
	default:
		u.add(wrap(of))
	}
}

// tooDeep is reported once in a text.
func (m *reading) tooDeep(at source.Span, message string) {
	if !m.deep {
		m.deep = true
		m.fault("text-nesting", at, message, "nest less deeply")
	}
}

func (u *run) text(from, to int) {
	if from >= to {
		return
	}
	if from != u.to {
		u.flush()
		u.from = from
	}
	u.to = to
}

func (u *run) flush() {
	if u.from >= u.to {
		return
	}
	for u.from+1 < u.to && space(u.m.src[u.from]) && space(u.m.src[u.from+1]) {
		u.from++
	}
	raw := u.m.src[u.from:u.to]
	u.m.leftover(raw, u.from)
	if s := unescape(raw); s != "" {
		u.out = append(u.out, &doc.Text{S: s, At: u.m.span(u.from, u.to)})
	}
	u.from, u.to = 0, 0
}

// lineEnd puts a space, or a break if one is asked for, where a line ends.
func (u *run) lineEnd(n *ast.Text) {
	switch {
	case n.HardLineBreak():
		u.add(&doc.Break{})
	case n.SoftLineBreak():
		end := n.Segment.Stop
		u.flush()
		if last := len(u.out) - 1; last >= 0 {
			if t, ok := u.out[last].(*doc.Text); ok {
				t.S += " "
				return
			}
		}
		u.out = append(u.out, &doc.Text{S: " ", At: u.m.span(end, end+1)})
	}
}

// literal reports a sign of the syntax that has no meaning where it stands,
// and prints it.
func (u *run) literal(l leaf, code source.Code, message, fix string) {
	u.m.fault(code, u.m.span(l.from, l.to), message, fix)
	u.text(l.from, l.to)
}

func (u *run) stray(l leaf) {
	switch raw := u.m.src[l.from:l.to]; {
	case raw[0] == ':':
		u.literal(l, "text-foreign", "a span in another language is not closed", `close it with ], or write \: before it`)
	case raw[0] == '}':
		u.literal(l, "fact-braces", "braces are closed that were not opened", `write {{name}} for a figure, \} for a brace`)
	case bytes.HasPrefix(raw, []byte("{{")):
		u.literal(l, "fact-braces", "a figure is not closed by two braces", `write {{name}} or {{name | form}}, \{ for a brace`)
	default:
		u.literal(l, "fact-braces", "one brace stands where a figure has two", `write {{name}} for a figure, {#name} for a name, \{ for a brace`)
	}
}

// leftover reports what is left in a text of syntax that was not understood:
// it would be printed as it stands.
func (m *reading) leftover(raw []byte, from int) {
	for _, x := range []struct {
		sign, message, fix string
		code               source.Code
	}{
		{"](", "this link is not understood", `write [words](#name) or [words](https://…), without spaces in the address, or \[`, "link-form"},
		{"**", "strong emphasis is not closed or not opened", `write **words** without spaces inside, or \*\*`, "text-emphasis"},
		{"[^", "this note mark is not understood", `write [^name], or \[`, "note-form"},
	} {
		if i := bytes.Index(raw, []byte(x.sign)); i >= 0 && (i == 0 || raw[i-1] != '\\') {
			m.fault(x.code, m.span(from+i, from+i+len(x.sign)), x.message, x.fix)
		}
	}
}

func (m *reading) foreign(n *foreign, of []doc.Inline) doc.Inline {
	if !strict.IsLanguage(n.tag) {
		m.fault("text-foreign", m.span(n.from+1, n.from+1+len(n.tag)), short(n.tag)+" is not the tag of a language", `write a tag such as fr or pt-BR, or \: before it`)
	}
	return &doc.Foreign{Lang: n.tag, Of: of}
}

// unescape gives the characters that a text stands for: backslashes before
// punctuation go, entities are replaced, spaces are single. A no-break space
// is not a space.
func unescape(raw []byte) string {
	var b strings.Builder
	spaced := false
	for i := 0; i < len(raw); {
		c := raw[i]
		if space(c) {
			if !spaced {
				b.WriteByte(' ')
			}
			spaced = true
			i++
			continue
		}
		spaced = false
		if c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]) {
			b.WriteByte(raw[i+1])
			i += 2
			continue
		}
		if c == '&' {
			if s, size := entity(raw[i:]); size > 0 {
				b.WriteString(s)
				i += size
				continue
			}
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// entity reads a character reference of HTML, such as &nbsp;.
func entity(raw []byte) (string, int) {
	const longest = len("&CounterClockwiseContourIntegral;")
	end := bytes.IndexByte(raw[:min(len(raw), longest)], ';')
	if end < 0 {
		return "", 0
	}
	name := string(raw[:end+1])
	s := html.UnescapeString(name)
	if x, _ := utf8.DecodeRuneInString(s); s == name || forbidden(x) || x == ' ' || x == '\t' || x == utf8.RuneError {
		return "", 0
	}
	return s, end + 1
}

// tidy takes out spaces at both ends of a run, around forced breaks, and after
// another space.
func tidy(list []doc.Inline) []doc.Inline {
	t := &tidier{space: true}
	t.run(list)
	t.trim()
	return compact(list)
}

type tidier struct {
	space bool      // the last thing was a space, or a beginning
	last  *doc.Text // the text that ends in that space, or nil
}

func (t *tidier) run(list []doc.Inline) {
	for _, in := range list {
		switch in := in.(type) {
		case *doc.Text:
			t.text(in)
		case *doc.Break:
			t.trim()
			t.space, t.last = true, nil
		default:
			if of := doc.Children(in); len(of) > 0 {
				t.run(of)
				continue
			}
			t.space, t.last = false, nil // a figure, a mark, a generated reference
		}
	}
}

func (t *tidier) text(in *doc.Text) {
	if t.space {
		trimmed := strings.TrimLeft(in.S, " ")
		if trimmed != "" {
			in.At.Start.B += int32(len(in.S) - len(trimmed))
		}
		in.S = trimmed
	}
	if in.S == "" {
		return
	}
	t.space, t.last = strings.HasSuffix(in.S, " "), in
}

func (t *tidier) trim() {
	if t.space && t.last != nil {
		t.last.S = strings.TrimRight(t.last.S, " ")
	}
}

// compact takes out texts that have become empty.
func compact(list []doc.Inline) []doc.Inline {
	out := list[:0]
	for _, in := range list {
		switch in := in.(type) {
		case *doc.Text:
			if in.S == "" {
				continue
			}
		case *doc.Emph:
			in.Of = compact(in.Of)
		case *doc.Strong:
			in.Of = compact(in.Of)
		case *doc.Foreign:
			in.Of = compact(in.Of)
		case *doc.Link:
			in.Of = compact(in.Of)
		case *doc.Ref:
			in.Of = compact(in.Of)
		}
		out = append(out, in)
	}
	return out
}
