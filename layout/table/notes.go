package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/units"
)

// notes are the notes of one table with their letters: those that cells point
// to in their order, then the footnotes of its texts as they are read. A note
// that no cell points to speaks of the whole table and has no letter.
type notes struct {
	general [][]doc.Inline
	marked  []note
	marks   []*doc.Footnote       // for each note of the table, nil for a general one
	at      map[*doc.Footnote]int // place in marked
	dest    string
}

type note struct {
	text [][]doc.Inline
	dest string
}

func newNotes(c *para.Context, t *doc.Table) *notes {
	n := &notes{marks: make([]*doc.Footnote, len(t.Notes)), at: map[*doc.Footnote]int{}, dest: c.Dest}
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			if k := t.Rows[i].Cells[j].Note; k > 0 && k <= len(t.Notes) && n.marks[k-1] == nil {
				n.marks[k-1] = &doc.Footnote{At: t.Notes[k-1].At}
			}
		}
	}
	for i := range t.Notes {
		if n.marks[i] == nil {
			n.general = append(n.general, t.Notes[i].Text)
		} else {
			n.add(n.marks[i], [][]doc.Inline{t.Notes[i].Text})
		}
	}
	doc.Inlines([]doc.Block{t}, func(run *[]doc.Inline) {
		doc.Each(*run, func(x doc.Inline) {
			if f, ok := x.(*doc.Footnote); ok {
				n.add(f, paragraphs(f))
			}
		})
	})
	return n
}

// add gives a note the next letter. A note without destination has a letter but
// no link.
func (n *notes) add(f *doc.Footnote, text [][]doc.Inline) {
	if _, known := n.at[f]; known {
		return
	}
	n.at[f] = len(n.marked)
	x := note{text: text}
	if n.dest != "" {
		x.dest = n.dest + ":note-" + lang.Letters(len(n.marked)+1)
	}
	n.marked = append(n.marked, x)
}

// paragraphs are the texts of a footnote.
func paragraphs(f *doc.Footnote) [][]doc.Inline {
	var out [][]doc.Inline
	doc.Blocks(f.Of, func(b doc.Block) {
		if p, ok := b.(*doc.Paragraph); ok {
			out = append(out, p.Text)
		}
	})
	return out
}

// mark is the mark of a note that a cell points to; nil for none.
func (n *notes) mark(i int) *doc.Footnote {
	if i < 1 || i > len(n.marks) {
		return nil
	}
	return n.marks[i-1]
}

// letter is para.Spec.Note of a table.
func (n *notes) letter(f *doc.Footnote) (mark, dest string) {
	i, ok := n.at[f]
	if !ok {
		return "", ""
	}
	return lang.Letters(i + 1), n.marked[i].dest
}

// foot sets what stands under the last row: notes, legend, the meaning of
// signs, source.
func (l *layout) foot() []galley.Box {
	var out []galley.Box
	for _, text := range l.notes.general {
		out = append(out, l.footLines(text, frame.P)...)
	}
	for i := range l.notes.marked {
		out = append(out, l.footNote(i)...)
	}
	if len(l.t.Legend) > 0 {
		out = append(out, l.footLines(l.t.Legend, frame.P)...)
	}
	if key := l.key(); key != "" {
		out = append(out, l.footLines(doc.Words(key), frame.P)...)
	}
	if len(l.t.Source) > 0 {
		out = append(out, l.footLines(l.source(), frame.P)...)
	}
	if len(out) > 0 {
		out[0].Space = l.tok.noteAbove
	}
	for i := range out {
		// The first lines stay with the last row; long notes may break then.
		if out[i].Break = rowBreak; i < 2 || i+1 == len(out) {
			out[i].Break = galley.Inf
		}
	}
	return out
}

func (l *layout) footLines(text []doc.Inline, role frame.Role) []galley.Box {
	return l.stack(l.Lines(text, l.noteSpec(0, l.Tree.Add(role, l.Parent))))
}

func (l *layout) noteSpec(indent units.Sp, elem frame.ElemID) para.Spec {
	return para.Spec{
		Type: l.Style.Roles.TableNote, Measure: l.w, Indent: indent, Place: l.place, Sentence: true, Tree: l.Tree, Elem: elem,
		Note: l.notes.letter,
	}
}

// stack makes a box of each line.
func (l *layout) stack(lines []para.Line) []galley.Box {
	t := l.Style.Roles.TableNote
	out := make([]galley.Box, len(lines))
	for i := range lines {
		out[i] = galley.Box{Items: galley.Shift(lines[i].Items, l.x, l.Ascent(t)), Height: t.Leading}
	}
	return out
}

// footNote sets one note with its letter. A Note element must have an id (ISO
// 14289-1, 7.9); in a table without a name the paragraphs stand alone.
func (l *layout) footNote(i int) []galley.Box {
	n := &l.notes.marked[i]
	parent := l.Parent
	var lbl frame.ElemID
	if l.Dest != "" {
		parent = l.Tree.Add(frame.NoteRole, l.Parent)
		l.Tree.At(parent).ID = l.id("n", parent)
		lbl = l.Tree.Add(frame.Lbl, parent)
	}
	elem := l.Tree.Add(frame.P, parent)
	if lbl == 0 {
		lbl = l.Tree.Add(frame.Lbl, elem)
	}
	t := l.Style.Roles.TableNote
	letter := l.Superior(lang.Letters(i+1), para.Spec{Type: t, Tree: l.Tree, Elem: lbl})
	indent := letter.Width + l.Style.Table.NoteGap
	var lines []para.Line
	for k, text := range n.text {
		if k > 0 {
			elem, indent = l.Tree.Add(frame.P, parent), 0
		}
		lines = append(lines, l.Lines(text, l.noteSpec(indent, elem))...)
	}
	if len(lines) == 0 {
		lines = []para.Line{{}}
	}
	out := l.stack(lines)
	out[0].Items = append(galley.Shift(letter.Items, l.x, l.Ascent(t)), out[0].Items...)
	if n.dest != "" {
		out[0].Dests = []galley.Dest{{Name: n.dest, Elem: parent}}
	}
	return out
}

// source is the line of the source, with the word before it unless the text
// has it.
func (l *layout) source() []doc.Inline {
	before, _, _ := strings.Cut(l.Lang.Strings().SourceLine, "%s")
	if before == "" || strings.HasPrefix(l.words(l.t.Source), before) {
		return l.t.Source
	}
	return append([]doc.Inline{&doc.Text{S: before, At: source.Span{}}}, l.t.Source...)
}

// key says what the signs in empty cells stand for: "— Not computed." Only the
// style knows the signs, so that no builder can write it; where a note or the
// legend begins with the sign all the same, it is taken to be said there. What
// one sign stands for is said in one sentence.
func (l *layout) key() string {
	s := l.Lang.Strings()
	var signs, words []string
	for _, g := range []struct {
		gap  doc.Gap
		word string
	}{
		{doc.NotApplicable, s.NotApplicable},
		{doc.NotAvailable, s.NotAvailable},
		{doc.NotComputed, s.NotComputed},
		{doc.Unchanged, s.NoChange},
	} {
		sign := l.gapSign(g.gap)
		if sign == "" || !l.uses(g.gap) || l.explained(sign) {
			continue
		}
		if i := slices.Index(signs, sign); i >= 0 {
			words[i] += "; " + uncapitalized(g.word)
		} else {
			signs, words = append(signs, sign), append(words, l.Lang.Capitalize(g.word))
		}
	}
	out := make([]string, len(signs))
	for i := range signs {
		out[i] = signs[i] + " " + words[i] + "."
	}
	return strings.Join(out, " ")
}

// uncapitalized is a phrase as it goes on inside a sentence.
func uncapitalized(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

func (l *layout) uses(g doc.Gap) bool {
	for i := range l.rows {
		for j := range l.rows[i].Cells {
			if l.rows[i].Cells[j].Gap == g {
				return true
			}
		}
	}
	return false
}

func (l *layout) explained(sign string) bool {
	said := append(append([][]doc.Inline(nil), l.notes.general...), l.t.Legend)
	for _, text := range said {
		if strings.HasPrefix(l.words(text), sign) {
			return true
		}
	}
	return false
}
