package para

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// captioned makes a context of a table with a number, and its element.
func captioned(s *Setter, notes *int) (*Context, frame.ElemID) {
	tree := &galley.Tree{Elems: []frame.Elem{{}}}
	c := &Context{Setter: s, Tree: tree, Number: "Table 3", Dest: "table-3", Note: func(*doc.Footnote) (string, string) {
		*notes++
		return "7", "note-7"
	}}
	return c, tree.Add(frame.Caption, 0)
}

// TestCaption: label, title and unit are told apart in the structure and stand
// where the style puts them; notes may be called from both.
func TestCaption(t *testing.T) {
	note := &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Of it.")}}}
	for _, c := range []struct {
		place                style.LabelPlace
		label, title, height units.Sp // X of label and title, height of the box
	}{
		{style.OnAxis, 0, style.Council().Page.TextAxis, 25 * pt},
		{style.Above, style.Council().Page.TextAxis, style.Council().Page.TextAxis, 38 * pt},
		{style.RunIn, style.Council().Page.TextAxis, -1, 25 * pt},
	} {
		s, _ := newSetter(t)
		s.Style.Caption.Label = c.place
		notes := 0
		x, elem := captioned(s, &notes)
		b := x.Caption(elem, []doc.Inline{&doc.Text{S: "Expenditure"}, note}, []doc.Inline{&doc.Text{S: "USD"}, note})
		runs := runsOf(Line{Items: b.Items})
		var said []string
		for _, r := range runs {
			said = append(said, path(x.Tree, r.Tag)+" "+r.Text)
		}
		want := "Caption>Lbl Table 3 |Caption Expenditure|Caption>Reference>Link 7|Caption>Span USD|Caption>Span>Reference>Link 7"
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.place, got, want)
		}
		title := c.title
		if title < 0 { // two spaces behind the label
			title = c.label + s.Width("Table 3", s.Style.Roles.CaptionLabel) + 2*s.Space(s.Style.Roles.CaptionLabel)
		}
		if runs[0].X != c.label || runs[1].X != title || b.Height != c.height || notes != 2 {
			t.Errorf("%s: label at %s, title at %s, %s high, %d notes", c.place, runs[0].X, runs[1].X, b.Height, notes)
		}
		if same := runs[0].Y == runs[1].Y; same == (c.place == style.Above) {
			t.Errorf("%s: label and title on one baseline: %v", c.place, same)
		}
		if runs[3].Y-runs[1].Y < 10*pt {
			t.Errorf("%s: the unit stands %s below the title", c.place, runs[3].Y-runs[1].Y)
		}
		if len(b.Dests) != 1 || b.Dests[0] != (galley.Dest{Name: "table-3", Elem: elem}) {
			t.Errorf("%s: destinations %+v", c.place, b.Dests)
		}
	}
}

// TestCaptionAfterTable: more space parts a caption from a table above it.
func TestCaptionAfterTable(t *testing.T) {
	s, _ := newSetter(t)
	notes := 0
	for after, want := range map[bool]units.Sp{false: 15 * pt, true: 30 * pt} {
		c, elem := captioned(s, &notes)
		c.AfterTable = after
		if b := c.Caption(elem, doc.Words("Expenditure"), nil); b.Space != want {
			t.Errorf("after a table %v: %s above", after, b.Space)
		}
	}
	c, elem := captioned(s, &notes)
	c.Number, c.Dest = "", ""
	if b := c.Caption(elem, doc.Words("Expenditure"), nil); len(runsOf(Line{Items: b.Items})) != 1 || b.Dests != nil {
		t.Errorf("a caption without a number is %+v", b)
	}
}

// TestContinued: a title that is printed again is an artifact, calls no note
// again, and says so in the size of the title.
func TestContinued(t *testing.T) {
	note := &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Of it.")}}}
	for _, place := range []style.LabelPlace{style.OnAxis, style.Above, style.RunIn} {
		s, r := newSetter(t)
		s.Style.Caption.Label = place
		notes := 0
		c, _ := captioned(s, &notes)
		axis := s.Style.Page.TextAxis
		before := len(c.Tree.Elems)
		b := c.Continued([]doc.Inline{&doc.Text{S: "Expenditure"}, note}, []doc.Inline{&doc.Text{S: "USD"}, note}, axis)
		var said []string
		for _, r := range runsOf(Line{Items: b.Items}) {
			said = append(said, strings.TrimSpace(r.Text))
			if r.Tag != 0 || r.Art != frame.RepeatArtifact {
				t.Errorf("%s: %q is element %d, artifact %d", place, r.Text, r.Tag, r.Art)
			}
		}
		if got := strings.Join(said, "|"); got != "Table 3|Expenditure|(continued)|USD" || notes > 0 || len(c.Tree.Elems) != before {
			t.Errorf("%s: printed again is %q, with %d notes and %d elements", place, got, notes, len(c.Tree.Elems)-before)
		}
		runs := runsOf(Line{Items: b.Items})
		if runs[1].Size != runs[2].Size || runs[1].Y != runs[2].Y || runs[3].Y <= runs[1].Y || runs[1].X < runs[0].X+runs[0].Width() {
			t.Errorf("%s: label to %s, title from %s", place, runs[0].X+runs[0].Width(), runs[1].X)
		}
		if want := s.Style.Roles.Continued.Leading + s.Style.Roles.Unit.Leading + s.Style.Roles.Continued.Below; b.Height != want {
			t.Errorf("%s: %s high, not %s", place, b.Height, want)
		}
		if all := r.All(); len(all) > 0 {
			t.Errorf("reported %v", all)
		}
	}
}
