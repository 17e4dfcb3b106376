package page

import (
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// TestMarksLeadToNotes: the mark of each note leads to the note, which stands on
// the same page, below the text and under a rule, one line below the other.
func TestMarksLeadToNotes(t *testing.T) {
	d := document()
	d.Parts[4].Blocks = append(d.Parts[4].Blocks, say("One", note("First note.")), say("Two", note("Second note."), &doc.Text{S: " more"}, note("Third note.")))
	book := compose(t, d)
	st := style.Council()
	dests := map[string]frame.Dest{}
	for _, x := range book.Dests {
		dests[x.Name] = x
	}
	marks := 0
	for n, p := range book.Pages {
		last := units.Sp(0)
		for _, it := range p.Items {
			a, ok := it.(*frame.Area)
			if !ok || !strings.HasPrefix(a.Dest, "note-") {
				continue
			}
			marks++
			to := dests[a.Dest]
			if a.Text != strings.TrimPrefix(a.Dest, "note-") || to.Page != n || book.Elems[to.Elem].Role != frame.NoteRole || book.Elems[to.Elem].ID != a.Dest {
				t.Errorf("the mark %q on page %d leads to %+v", a.Text, n, to)
			}
			if to.Y <= a.Y || to.Y <= last {
				t.Errorf("note %s stands at %s, its mark at %s, the note before at %s", a.Text, to.Y, a.Y, last)
			}
			last = to.Y
			if !ruled(&p, st, to.Y) {
				t.Errorf("no rule stands above note %s", a.Text)
			}
		}
	}
	if marks != 4 {
		t.Errorf("%d marks lead to notes", marks)
	}
}

// ruled says that the rule of notes stands above a place on a page.
func ruled(p *frame.Page, st *style.Style, y units.Sp) bool {
	for _, it := range p.Items {
		if r, ok := it.(*frame.Rect); ok && r.W == st.Note.Rule && r.H == st.Rules.Footnote.Width && r.Y < y {
			return true
		}
	}
	return false
}

// TestNumbersOfNotes: they hang in the number column, or stand superior at the
// margin before the first line alone. A number that opens a note is a word.
func TestNumbersOfNotes(t *testing.T) {
	two := &doc.Footnote{Of: []doc.Block{
		&doc.Paragraph{Text: []doc.Inline{&doc.Stat{Number: lang.Int(12)}, &doc.Text{S: " offices."}}}, say("Second paragraph."),
	}, At: source.At(source.Pos{File: 1, A: 4, B: 2})}
	for _, hanging := range []bool{true, false} {
		st := style.Council()
		st.Note.Hanging, st.Note.Gap = hanging, 200
		g := styled(t, st, doc.Body, say("Text", two))
		first, second := runsIn(&g.Notes[0].Lines[0]), runsIn(&g.Notes[0].Lines[1])
		axis := st.Page.TextAxis
		if got := runs(g.Notes[0].Lines[:1]); !strings.HasSuffix(got, "Twelve offices.") {
			t.Errorf("the note says %q", got)
		}
		mark, text := first[0], first[1]
		switch {
		case second[0].X != axis:
			t.Errorf("the second paragraph begins at %s", second[0].X)
		case hanging && (mark.X+mark.Width()-mark.Glyphs[len(mark.Glyphs)-1].Advance != axis-st.Page.NumberGap || text.X != axis):
			t.Errorf("the number ends at %s, the text begins at %s", mark.X+mark.Width(), text.X)
		case !hanging && (mark.X != axis || text.X < mark.X+mark.Width()+units.MulDiv(st.Roles.Footnote.Size, 200, 1000)):
			t.Errorf("the mark stands at %s, the text at %s", mark.X, text.X)
		}
		if g.Notes[0].At != two.At {
			t.Errorf("the note is at %v", g.Notes[0].At)
		}
	}
}
