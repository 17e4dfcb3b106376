package page

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/style"

	"github.com/google/go-cmp/cmp"
)

// TestContentsLeaveOutWhatAnnexesHold: annexes stand apart in the contents, each
// by its label and title alone. Their headings are in the outline.
func TestContentsLeaveOutWhatAnnexesHold(t *testing.T) {
	d := document()
	annex := d.Parts[6]
	annex.Blocks = append(annex.Blocks, &doc.Heading{Level: 2, Text: doc.Words("Heading of the annex")}, prose(1, false))
	book := compose(t, d)
	if got := text(&book.Pages[1]); strings.Contains(got, "Heading of the annex") {
		t.Errorf("the contents list what an annex holds:\n%s", got)
	}
	last := book.Outline[len(book.Outline)-1]
	if last.Title != "Annex I: Figures" || len(last.Kids) != 1 || last.Kids[0].Title != "Heading of the annex" {
		t.Errorf("the outline ends with %+v", last)
	}
}

// TestLinkThatBeginsInAnotherLanguage: its area belongs to the Link, or no
// structure tree can be made of the book.
func TestLinkThatBeginsInAnotherLanguage(t *testing.T) {
	d := document()
	link := &doc.Link{URL: "https://example.org", Of: []doc.Inline{&doc.Foreign{Lang: "fr", Of: doc.Words("le mot")}, &doc.Text{S: " itself"}}}
	d.Parts[5].Blocks = append(d.Parts[5].Blocks, &doc.Paragraph{Text: []doc.Inline{link}})
	book := compose(t, d)
	if _, err := book.Tree(); err != nil {
		t.Error(err)
	}
	for _, p := range book.Pages {
		for _, it := range p.Items {
			if a, ok := it.(*frame.Area); ok && a.URL != "" && book.Elems[a.Tag].Role != frame.LinkRole {
				t.Errorf("the area of %q is a %s", a.Text, book.Elems[a.Tag].Role)
			}
		}
	}
}

// TestNamesOfSeveralWords: no word of a name is hyphenated.
func TestNamesOfSeveralWords(t *testing.T) {
	d := document()
	d.NoBreak = []string{"Upper Storhalsen"}
	e, _ := engine(t, d)
	s := e.Setter()
	for word, want := range map[string]bool{"Upper": true, "Storhalsen": true, "Storhals": false} {
		if s.NoBreak(word) != want {
			t.Errorf("%s is kept whole: %v", word, !want)
		}
	}
}

// TestIndex: what has a name is listed with its number, if it has one.
func TestIndex(t *testing.T) {
	named := func(id string, b doc.Block) doc.Block { b.Common().ID = doc.Label(id); return b }
	d := &doc.Document{Lang: "en", Parts: []*doc.Part{
		{ID: "foreword", Kind: doc.Foreword, Title: doc.Words("Foreword"), Blocks: []doc.Block{named("thanks", prose(1, false))}},
		{ID: "one", Kind: doc.Body, Tag: doc.Words("Principle 1"), Title: doc.Words("First"), Blocks: []doc.Block{
			named("p", prose(1, true)), prose(1, true), &doc.Heading{Level: 3, Text: doc.Words("Deep")},
			named("box", &doc.Panel{Title: doc.Words("Boxed"), Of: []doc.Block{prose(1, false)}}),
			&doc.Table{Title: doc.Words("Counts")}, &doc.Chart{Title: doc.Words("Bars")}, &doc.Chart{Title: doc.Words("More bars")},
		}},
		{ID: "two", Kind: doc.Body, Title: doc.Words("Second"), Blocks: []doc.Block{prose(1, true)}},
		{ID: "annex-i", Kind: doc.Annex, Number: "I", Tag: doc.Words("Annex I"), Title: doc.Words("Figures"), Blocks: []doc.Block{
			&doc.Table{Title: doc.Words("Again")}, &doc.Picture{Title: doc.Words("Bridge")},
		}},
		{ID: "three", Kind: doc.Body, Title: doc.Words("Third"), Blocks: []doc.Block{&doc.Table{Title: doc.Words("Goes on")}}},
	}}
	want := []Named{
		{"foreword", 0, "", "Foreword"},
		{"thanks", 1, "", ""},
		{"one", 0, "Principle 1, para-1–2", "First"},
		{"p", 1, "para-1", ""},
		{"one.deep", 2, "", "Deep"},
		{"box", 1, "Box\u00a01", "Boxed"},
		{"one.table-1", 1, "Table\u00a01", "Counts"},
		{"one.figure-1", 1, "Figure\u00a01", "Bars"},
		{"one.figure-2", 1, "Figure\u00a02", "More bars"},
		{"two", 0, "para-3", "Second"},
		{"annex-i", 0, "Annex I", "Figures"},
		{"annex-i.table-1", 1, "Table\u00a01", "Again"},
		{"annex-i.figure-1", 1, "Figure\u00a01", "Bridge"},
		{"three", 0, "", "Third"},
		{"three.table-2", 1, "Table\u00a02", "Goes on"},
	}
	if diff := cmp.Diff(want, Index(d, style.Council())); diff != "" {
		t.Error(diff)
	}
}
