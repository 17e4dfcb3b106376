package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/style"
)

// wide is a table that no upright page has room for.
func wide(rows int) *doc.Table {
	t := &doc.Table{Title: doc.Words("A wide table"), Stub: doc.Words("Range")}
	for m := range 26 {
		t.Heads = append(t.Heads, doc.Head{Text: doc.Words(fmt.Sprintf("M%02d", m))})
	}
	for r := range rows {
		row := doc.Row{Stub: doc.Words(fmt.Sprintf("Range of the passes %d", r+1))}
		for range t.Heads {
			row.Cells = append(row.Cells, doc.Cell{Text: doc.Words("1000")})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// sheets describes pages: | for upright and - for turned, and which of the
// words stand there.
func sheets(book *frame.Book, words ...string) []string {
	var out []string
	for i := range book.Pages {
		p := &book.Pages[i]
		s := "|"
		if p.W > p.H {
			s = "-"
		}
		all := text(p)
		for _, w := range words {
			if strings.Contains(all, "\n"+w) {
				s += " " + w
			}
		}
		out = append(out, s)
	}
	return out
}

// TestWideTableTurnsItsPage: a wide table stands on a turned page with what
// announces it; text goes on upright, and fills the page before.
func TestWideTableTurnsItsPage(t *testing.T) {
	h := func(s string) doc.Block { return &doc.Heading{Level: 2, Text: doc.Words(s)} }
	text := func(s string) doc.Block { return &doc.Paragraph{Text: doc.Words(s)} }
	for _, c := range []struct {
		name   string
		kind   doc.PartKind
		blocks []doc.Block
		want   []string
	}{
		{"alone", doc.Annex, []doc.Block{wide(3)}, []string{"- Title Range"}},
		{"annex", doc.Annex, []doc.Block{text("Before"), wide(3), text("After")}, []string{"- Title Before Range", "| After"}},
		{"two texts", doc.Annex, []doc.Block{text("Before"), text("Then"), wide(3)}, []string{"| Title Before Then", "- Range"}},
		{"second table", doc.Annex, []doc.Block{wide(3), text("Then"), wide(3)}, []string{"- Title Range", "| Then", "- Range"}},
		{"section", doc.Annex, []doc.Block{text("Before"), h("Head"), text("Then"), wide(3)}, []string{"| Title Before", "- Then Head Range"}},
		{"body", doc.Body, []doc.Block{text("Before"), h("Head"), wide(3), text("After")}, []string{"| Before", "- Head Range", "| After"}},
		{"announced", doc.Body, []doc.Block{h("Head"), text("Before"), wide(3)}, []string{"| Before Head", "- Range"}},
		{"float", doc.Body, []doc.Block{text("Before"), wide(3), text("After")}, []string{"| Before After", "- Range"}},
		{"long", doc.Annex, []doc.Block{wide(60)}, []string{"- Title Range", "- Range", "- Range"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document()
			d.Parts = []*doc.Part{{ID: "x", Kind: c.kind, Title: doc.Words("Title"), Number: "I", Tag: doc.Words("Annex I"), Blocks: c.blocks}}
			got := sheets(compose(t, d), "Title", "Before", "Then", "Head", "Range", "After")
			if !slices.Equal(got, c.want) {
				t.Errorf("pages %q\nwant  %q", got, c.want)
			}
		})
	}
}

// TestTurnedPageKeepsItsMargins: head, table and notes lie between the margins
// of the turned sheet, and text has no longer lines than elsewhere.
func TestTurnedPageKeepsItsMargins(t *testing.T) {
	d := document()
	noted := prose(3, false)
	noted.Text = append(noted.Text, &doc.Footnote{Of: []doc.Block{prose(1, false)}})
	d.Parts = []*doc.Part{{ID: "x", Kind: doc.Annex, Title: doc.Words("Title"), Number: "I", Tag: doc.Words("Annex I"), Blocks: []doc.Block{noted, wide(9)}}}
	book := compose(t, d)
	for _, bad := range book.Check() {
		t.Error(bad)
	}
	p, pg := &book.Pages[0], style.Council().Page
	if p.W != pg.Height || p.H != pg.Width {
		t.Fatalf("the sheet is %s × %s", p.W, p.H)
	}
	right, foot := p.W-pg.FrameX, pg.Top+pg.TurnedBlock
	folio, ruled := false, false
	for _, it := range p.Items {
		switch it := it.(type) {
		case *frame.Run:
			end := it.X + it.Width()
			if it.X < pg.FrameX || end > right+pt || it.Y > foot {
				t.Errorf("%q stands at %s to %s, %s", it.Text, it.X, end, it.Y)
			}
			if strings.Contains(it.Face, "serif") && end > pg.FrameX+pg.Frame+pt {
				t.Errorf("%q is longer than a line of text", it.Text)
			}
			folio = folio || it.Art == frame.HeaderArtifact && right-end < pt
		case *frame.Rect:
			ruled = ruled || it.X == pg.FrameX && it.X+it.W == right
		}
	}
	if !folio || !ruled {
		t.Errorf("at the right margin: folio %v, rules %v", folio, ruled)
	}
	for _, x := range book.Dests {
		if x.Name == "fn-1" && x.Y < foot-100*pt {
			t.Errorf("the note stands at %s", x.Y)
		}
	}
}
