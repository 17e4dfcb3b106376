package page

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// styled lays out blocks as one part in a look.
func styled(t *testing.T, st *style.Style, kind doc.PartKind, blocks ...doc.Block) *galley.Galley {
	t.Helper()
	d := document()
	p := &doc.Part{ID: "x", Kind: kind, Title: doc.Words("X"), Blocks: blocks}
	d.Parts = []*doc.Part{p}
	e, r := engine(t, d)
	e.Style = st
	g := e.Part(e.Setter(), p, galley.Counters{Para: 998})
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
	return g
}

func runsIn(b *galley.Box) []*frame.Run {
	var out []*frame.Run
	for _, it := range b.Items {
		if r, ok := it.(*frame.Run); ok {
			out = append(out, r)
		}
	}
	return out
}

// TestNumberInTheLine: a style may set the number of a paragraph in its first
// line, with a full stop; a long one pushes the text on, and turned lines go
// back to the margin.
func TestNumberInTheLine(t *testing.T) {
	for _, indent := range []units.Sp{40 * pt, 5 * pt} {
		st := style.Council()
		st.Para = style.Para{Suffix: ".", Indent: indent}
		g := styled(t, st, doc.Body, prose(2, true))
		first, second := runsIn(&g.Boxes[0]), runsIn(&g.Boxes[1])
		axis := st.Page.TextAxis
		if first[0].Text != "999. " || first[0].X != axis || second[0].X != axis {
			t.Errorf("the number is %q at %s, the second line begins at %s", first[0].Text, first[0].X, second[0].X)
		}
		end := first[0].X + first[0].Width()
		if x := first[1].X; x < end || indent == 40*pt && x != axis+indent {
			t.Errorf("the text begins at %s, the number ends at %s", x, end)
		}
	}
}

// TestRunInGap: the text stands as far behind a run-in head as the style says.
func TestRunInGap(t *testing.T) {
	st := style.Council()
	g := styled(t, st, doc.Body, &doc.Paragraph{Head: &doc.Heading{Level: 4, Text: doc.Words("Head")}, Text: doc.Words("Text")})
	head := runsIn(&g.Boxes[0])[0]
	if got, want := head.Glyphs[len(head.Glyphs)-1].Advance, units.MulDiv(st.Roles.Text.Size, 600, 1000); head.Text != "Head. " || got != want {
		t.Errorf("%q is followed by %s, not %s", head.Text, got, want)
	}
}

// TestTitleOpens: a title of the body has the rule of the part above it and
// wants room below it, one of the front has neither rule nor label.
func TestTitleOpens(t *testing.T) {
	for kind, ruled := range map[doc.PartKind]bool{doc.Body: true, doc.Foreword: false, doc.Acronyms: false} {
		st := style.Council()
		g := styled(t, st, kind, &doc.Heading{Level: 1, Tag: doc.Words("Principle 1"), Text: doc.Words("Title")}, prose(1, false))
		b := g.Boxes[0]
		rule, ok := b.Items[0].(*frame.Rect)
		if ok != ruled || ok && (rule.W != st.Page.Frame || rule.H != st.Rules.Part.Width) {
			t.Errorf("kind %d: the first item is %+v", kind, b.Items[0])
		}
		if b.Need != st.Page.MinRest {
			t.Errorf("kind %d: the title needs %s", kind, b.Need)
		}
		runs := runsIn(&b)
		if runs[0].Text != "Principle 1 " || runs[0].X != 0 || runs[1].X != st.Page.TextAxis || runs[0].Y != runs[1].Y {
			t.Errorf("kind %d: label %q at %s, title at %s", kind, runs[0].Text, runs[0].X, runs[1].X)
		}
	}
}

// TestLabelBesideTitle: a style may set the label above the title or before it.
func TestLabelBesideTitle(t *testing.T) {
	for _, place := range []style.LabelPlace{style.Above, style.RunIn} {
		st := style.Council()
		st.Heading.Label = place
		g := styled(t, st, doc.Body, &doc.Heading{Level: 1, Tag: []doc.Inline{&doc.Text{S: "Principle 1"}, note("Of it.")}, Text: doc.Words("Title")}, prose(1, false))
		runs := runsIn(&g.Boxes[0])
		label, title := runs[0], runs[len(runs)-1]
		above := place == style.Above
		if (label.Y < title.Y) != above || !above && title.X < label.X+label.Width() || above && title.X != label.X || label.X != st.Page.TextAxis {
			t.Errorf("%s: label at %s, %s, title at %s, %s", place, label.X, label.Y, title.X, title.Y)
		}
		if len(g.Notes) != 1 || len(g.Boxes[0].Notes) != 1 {
			t.Errorf("%s: %d notes", place, len(g.Notes))
		}
	}
}

// TestSpaces: what parts blocks from each other, and lines return to the grid.
func TestSpaces(t *testing.T) {
	st := style.Council()
	table := func() doc.Block {
		return &doc.Table{Title: doc.Words("T"), Heads: []doc.Head{{Text: doc.Words("n")}}, Rows: []doc.Row{{Stub: doc.Words("r"), Cells: []doc.Cell{{Text: doc.Words("c")}}}}}
	}
	h := func(level int) doc.Block { return &doc.Heading{Level: level, Text: doc.Words("H")} }
	text := func() doc.Block { return say("Text.") }
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   units.Sp // above the last block
	}{
		{"text after text", []doc.Block{text(), text()}, 75 * pt / 10},
		{"table after text", []doc.Block{text(), table()}, 15*pt + 75*pt/10},
		{"text after a table", []doc.Block{table(), text()}, 15 * pt},
		{"table after a table", []doc.Block{table(), table()}, 30*pt + 15*pt},
		{"table after a heading", []doc.Block{h(2), table()}, 15 * pt},
		{"heading after text", []doc.Block{text(), h(2)}, 15*pt + 75*pt/10},
		{"heading after a table", []doc.Block{table(), h(2)}, 15*pt + 75*pt/10},
		{"heading after a heading", []doc.Block{h(2), h(3)}, 55 * pt / 10},
		{"text after a quotation", []doc.Block{&doc.Quote{Of: []doc.Block{text()}}, text()}, 15 * pt},
	} {
		before := len(styled(t, st, doc.Body, c.blocks[:1]...).Boxes)
		g := styled(t, st, doc.Body, c.blocks...)
		if got := g.Boxes[before].Space; got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
	}
	g := styled(t, st, doc.Body, prose(2, true))
	if want := units.MulDiv(15*pt, st.Page.Baseline, 1000); g.Boxes[0].Snap != want || g.Boxes[1].Snap != 0 {
		t.Errorf("the first line snaps at %s, the second at %s", g.Boxes[0].Snap, g.Boxes[1].Snap)
	}
}

// TestNotesOfCaptions: a note that the title of a picture calls stands with it.
func TestNotesOfCaptions(t *testing.T) {
	g := set(t, doc.Body, &doc.Picture{Title: []doc.Inline{&doc.Text{S: "Bridge"}, note("Of it.")}, Alt: "A bridge.", Image: &doc.Image{Width: 4, Height: 3}})
	if len(g.Notes) != 1 || !strings.Contains(runs(g.Notes[0].Lines), "Of it.") || len(g.Boxes[0].Notes) != 1 {
		t.Errorf("%d notes, the first box has %v", len(g.Notes), g.Boxes[0].Notes)
	}
}
