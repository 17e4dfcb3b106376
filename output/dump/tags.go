package dump

import (
	"bytes"
	"fmt"
	"strings"

	"assemble/layout/frame"
)

// tree walks the structure tree of a book in the order in which it is written.
type tree struct {
	book  *frame.Book
	nodes []frame.Node
	marks [][]frame.Mark // of elements, by page
}

func newTree(b *frame.Book) (*tree, error) {
	nodes, err := b.Tree()
	if err != nil {
		return nil, err
	}
	t := &tree{book: b, nodes: nodes, marks: make([][]frame.Mark, len(b.Pages))}
	for n := range b.Pages {
		for _, m := range b.Pages[n].Marks() {
			if m.Tag != 0 {
				t.marks[n] = append(t.marks[n], m)
			}
		}
	}
	return t, nil
}

// Tags prints the structure tree: a line an element, with its attributes, and
// below it its text and its children, indented.
func Tags(b *frame.Book) (string, error) {
	t, err := newTree(b)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	t.element(&out, 1, 0)
	return out.String(), nil
}

func (t *tree) element(out *strings.Builder, e frame.ElemID, depth int) {
	indent := strings.Repeat("  ", depth)
	el := &t.book.Elems[e]
	out.WriteString(indent + string(el.Role))
	attributes(out, el)
	out.WriteByte('\n')
	for _, k := range t.nodes[e].Kids {
		if k.Elem != 0 {
			t.element(out, k.Elem, depth+1)
			continue
		}
		fmt.Fprintf(out, "%s  %s\n", indent, t.describe(k.At))
	}
	for _, l := range t.nodes[e].Links {
		fmt.Fprintf(out, "%s  -> %s\n", indent, target(l.Area))
	}
}

func attributes(out *strings.Builder, el *frame.Elem) {
	for _, a := range []struct{ key, value string }{
		{"id", el.ID},
		{"title", el.Title},
		{"lang", el.Lang},
		{"alt", el.Alt},
		{"actual", el.Actual},
		{"scope", el.Scope},
		{"headers", strings.Join(el.Headers, " ")},
		{"numbering", el.Numbering},
	} {
		if a.value != "" {
			fmt.Fprintf(out, " %s=%q", a.key, a.value)
		}
	}
	if el.ColSpan > 1 {
		fmt.Fprintf(out, " colspan=%d", el.ColSpan)
	}
	if el.RowSpan > 1 {
		fmt.Fprintf(out, " rowspan=%d", el.RowSpan)
	}
	if b := el.BBox; b != nil {
		fmt.Fprintf(out, " bbox=%s,%s,%s,%s@%d", pt(b.X), pt(b.Y), pt(b.W), pt(b.H), el.BBoxPage)
	}
}

// describe prints the content of a mark: its text, or what else is drawn.
func (t *tree) describe(at frame.Place) string {
	m := t.marks[at.Page][at.Number]
	if text := markText(m); text != "" {
		return fmt.Sprintf("%q", text)
	}
	return fmt.Sprintf("(%d drawn)", len(m.Items))
}

// markText joins the texts of a mark. Soft hyphens are joints of layout, no
// part of the text.
func markText(m frame.Mark) string {
	var out strings.Builder
	for _, it := range m.Items {
		if r, ok := it.(*frame.Run); ok {
			out.WriteString(strings.ReplaceAll(r.Text, "\u00AD", ""))
		}
	}
	return out.String()
}

// Text returns the text of the book in the order of the structure tree, as a
// screen reader would have it: a line a block or a row of a table, with tabs
// between cells.
func Text(b *frame.Book) (string, error) {
	t, err := newTree(b)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	t.text(&out, 1)
	return out.String(), nil
}

// inline are the roles that stand within a line (ISO 32000-1, 14.8.4.4, and the
// parts of a row); any other begins a line and ends one.
var inline = map[frame.Role]bool{
	frame.Span: true, frame.LinkRole: true, frame.Reference: true,
	frame.Lbl: true, frame.LBody: true, frame.TD: true, frame.TH: true,
}

func (t *tree) text(out *bytes.Buffer, e frame.ElemID) {
	el := &t.book.Elems[e]
	if !inline[el.Role] {
		endLine(out)
	}
	switch {
	case el.Actual != "":
		out.WriteString(el.Actual)
	case el.Alt != "":
		out.WriteString("[" + el.Alt + "]")
	default:
		for _, k := range t.nodes[e].Kids {
			if k.Elem != 0 {
				t.text(out, k.Elem)
			} else {
				out.WriteString(markText(t.marks[k.At.Page][k.At.Number]))
			}
		}
	}
	switch {
	case el.Role == frame.TD || el.Role == frame.TH:
		out.Truncate(len(bytes.TrimRight(out.Bytes(), " ")))
		out.WriteByte('\t')
	case !inline[el.Role]:
		endLine(out)
	}
}

// endLine ends the line that is open, if one is, without the space that ends
// every line of layout.
func endLine(out *bytes.Buffer) {
	line := bytes.TrimRight(out.Bytes(), " \t")
	out.Truncate(len(line))
	if len(line) > 0 && line[len(line)-1] != '\n' {
		out.WriteByte('\n')
	}
}
