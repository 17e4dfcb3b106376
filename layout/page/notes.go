package page

import (
	"fmt"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/units"
)

// noted keeps the notes that lines call for the box that the lines go into.
func (f *flow) noted(lines []para.Line) []para.Line {
	for _, l := range lines {
		f.note = append(f.note, l.Notes...)
	}
	return lines
}

// takeNotes sets the footnotes whose marks stand in b.
func (f *flow) takeNotes(b *galley.Box) {
	for _, x := range f.note {
		b.Notes = append(b.Notes, len(f.g.Notes))
		f.g.Notes = append(f.g.Notes, f.footnote(x))
	}
	f.note = f.note[:0]
}

// footnote sets one footnote. In the structure it follows the block that calls
// it; on the page it stands at the foot.
func (f *flow) footnote(x *doc.Footnote) galley.Note {
	st := f.e.Style
	t := st.Roles.Footnote
	n := f.n.notes[x]
	tree := &f.g.Tree
	note := tree.AddElem(frame.Elem{Role: frame.NoteRole, Parent: f.owner, ID: noteDest(n)})
	lbl := tree.Add(frame.Lbl, note)
	out := galley.Note{Dest: galley.Dest{Name: noteDest(n), Elem: note}, At: x.At}
	left, measure := st.Page.TextAxis, st.Page.Measure()
	var mark para.Line
	indent := units.Sp(0)
	if st.Note.Hanging {
		mark = f.s.Words(fmt.Sprint(n)+" ", para.Spec{Type: st.Roles.FootnoteNumber, Tree: tree, Elem: lbl})
		mark.Items = galley.Shift(mark.Items, left-st.Page.NumberGap-mark.Width, 0)
	} else {
		mark = f.s.Superior(fmt.Sprint(n), para.Spec{Type: t, Tree: tree, Elem: lbl})
		mark.Items = galley.Shift(mark.Items, left, 0)
		indent = mark.Width + units.MulDiv(t.Size, st.Note.Gap, 1000)
	}
	doc.Blocks(x.Of, func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			f.s.Report.Error("note-block", b.Common().At, "a note holds a list or a quotation", "write it in sentences")
			return
		}
		elem := tree.Add(frame.P, note)
		lines := f.s.Lines(p.Text, para.Spec{Type: t, Measure: measure, Indent: indent, Sentence: true, Tree: tree, Elem: elem})
		indent = 0
		for _, l := range lines {
			out.Lines = append(out.Lines, galley.Box{Items: galley.Shift(l.Items, left, f.s.Ascent(t)), Height: t.Leading})
		}
	})
	if len(out.Lines) == 0 {
		out.Lines = []galley.Box{{Height: t.Leading}}
	}
	first := &out.Lines[0]
	first.Items = append(galley.Shift(mark.Items, 0, f.s.Ascent(t)), first.Items...)
	return out
}
