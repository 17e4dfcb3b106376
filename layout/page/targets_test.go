package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/lang"
	"assemble/layout/para"

	"github.com/google/go-cmp/cmp"
)

// withID gives a block an id.
func withID(id string, b doc.Block) doc.Block {
	b.Common().ID = doc.Label(id)
	return b
}

// note is a footnote of one word.
func note(word string) *doc.Footnote {
	return &doc.Footnote{Name: word, Of: []doc.Block{&doc.Paragraph{Text: doc.Words(word)}}}
}

// numberedDocument has all that is numbered, named or called a note, in places
// that could be passed over.
func numberedDocument() *doc.Document {
	text := func(s string, more ...doc.Inline) []doc.Inline { return append(doc.Words(s), more...) }
	quoted := &doc.Quote{Of: []doc.Block{withID("quoted", &doc.Paragraph{Text: text("Quoted", note("fifth"))})}}
	item := doc.ListItem{Of: []doc.Block{withID("item", &doc.Paragraph{Text: text("item", note("sixth"))})}}
	return &doc.Document{Lang: "en", Parts: []*doc.Part{
		{ID: "foreword", Kind: doc.Foreword, Title: doc.Words("Foreword"), Blocks: []doc.Block{withID("foreword", &doc.Heading{Level: 1, Text: doc.Words("Foreword")})}},
		{ID: "one", Kind: doc.Body, Tag: doc.Words("Principle 1"), Title: doc.Words("First"), Blocks: []doc.Block{
			withID("one", &doc.Heading{Level: 1, Tag: text("Principle 1", note("first")), Text: text("First", note("second"))}),
			withID("sub", &doc.Heading{Level: 2, Text: doc.Words("A heading")}),
			withID("p", &doc.Paragraph{Numbered: true, Head: &doc.Heading{Base: doc.Base{ID: "head"}, Level: 4, Text: text("Run in", note("third"))}, Text: text("Text", note("fourth"))}),
			withID("unnumbered", &doc.Paragraph{Text: doc.Words("Text.")}),
			quoted, &doc.List{Items: []doc.ListItem{item}},
			&doc.Panel{Title: doc.Words("Decision"), Decision: true},
			withID("box", &doc.Panel{Title: text("Box", note("seventh")), Of: []doc.Block{&doc.Paragraph{Text: text("Boxed", note("eighth"))}}}),
			withID("table", &doc.Table{Title: doc.Words("Table")}), withID("plain", &doc.Table{}),
			withID("chart", &doc.Chart{Title: text("Chart", note("ninth"))}),
			withID("bare", &doc.Picture{}), withID("picture", &doc.Picture{Title: text("Picture", note("tenth"))}),
			&doc.Heading{Level: 2, Text: doc.Words("Twice")}, &doc.Heading{Level: 2, Text: doc.Words("Twice")},
		}},
		{ID: "two", Kind: doc.Body, Title: doc.Words("Second"), Blocks: []doc.Block{withID("p2", &doc.Paragraph{Numbered: true, Text: text("Text", note("eleventh"))})}},
		{ID: "annex-i", Kind: doc.Annex, Number: "I", Title: doc.Words("Figures"), Blocks: []doc.Block{
			withID("a-table", &doc.Table{Title: doc.Words("Table")}), withID("a-box", &doc.Panel{Title: doc.Words("Box")}),
			withID("a-matrix", &doc.Table{Title: doc.Words("Matrix"), Matrix: true}), withID("a-chart", &doc.Chart{Title: doc.Words("Chart")}),
		}},
		{ID: "annex-ii", Kind: doc.Annex, Number: "II", Title: doc.Words("More"), Blocks: []doc.Block{withID("b-table", &doc.Table{Title: doc.Words("Table")})}},
		{ID: "three", Kind: doc.Body, Title: doc.Words("Third"), Blocks: []doc.Block{
			withID("t3", &doc.Table{Title: doc.Words("Table")}), withID("c3", &doc.Chart{Title: doc.Words("Chart")}), withID("b3", &doc.Panel{Title: doc.Words("Box")}),
		}},
	}}
}

// TestTargets: what each label prints and where it leads. A wrong line here is
// a reference that sends a delegate to the wrong place.
func TestTargets(t *testing.T) {
	e, r := engine(t, numberedDocument())
	want := []string{
		"a-box: box~1, elsewhere Annex~I, Box~1", "a-chart: figure~1, elsewhere Annex~I, Figure~1", "a-matrix: the section on Figures",
		"a-table: table~1, elsewhere Annex~I, Table~1", "annex-i: Annex~I", "annex-ii: Annex~II",
		"b-table: table~1, elsewhere Annex~II, Table~1", "b3: box~2", "bare: the section on First", "box: box~1", "c3: figure~3", "chart: figure~1",
		"foreword: the foreword", "head: the section on Run in", "item: the section on First", "one: Principle~1",
		"p: paragraph~1", "p2: paragraph~2", "picture: figure~2", "plain: the section on First", "quoted: the section on First",
		"sub: the section on A heading", "t3: table~2", "table: table~1", "three: the section on Third", "two: the section on Second",
		"unnumbered: the section on First",
	}
	var got []string
	for _, l := range slices.Sorted(maps.Keys(e.targets)) {
		x := e.targets[l]
		s := fmt.Sprintf("%s: %s", l, x.Text)
		if x.Outside != "" {
			s += ", elsewhere " + x.Outside
		}
		if x.Dest != string(l) {
			s += " leads to " + x.Dest
		}
		got = append(got, strings.ReplaceAll(s, "\u00a0", "~"))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
}

// TestNoteNumbers: notes are numbered as a reader meets their marks, wherever
// these stand, and through the whole report.
func TestNoteNumbers(t *testing.T) {
	d := numberedDocument()
	e, _ := engine(t, d)
	words := map[int]string{}
	for i, p := range d.Parts {
		z := number(e.Lang, p, e.Start(i), func(doc.Label, para.Target, source.Span) {})
		for f, n := range z.notes {
			words[n] += f.Name
		}
	}
	want := strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh")
	for i, w := range want {
		if words[i+1] != w {
			t.Errorf("note %d is the %q one, not the %s", i+1, words[i+1], w)
		}
	}
	if len(words) != len(want) {
		t.Errorf("%d numbers", len(words))
	}
}

// TestNamesOfDestinations: they are made of words, so that they stay from build
// to build, and are told apart where the words are the same.
func TestNamesOfDestinations(t *testing.T) {
	d := numberedDocument()
	e, _ := engine(t, d)
	var got []string
	z := number(e.Lang, d.Parts[1], e.Start(1), func(doc.Label, para.Target, source.Span) {})
	doc.Blocks(d.Parts[1].Blocks, func(b doc.Block) {
		if x, ok := z.dest[b]; ok && b.Common().ID == "" {
			got = append(got, x)
		}
	})
	if diff := cmp.Diff([]string{"one.twice", "one.twice-2"}, got); diff != "" {
		t.Error(diff)
	}
	if s := slug(strings.Repeat("A long title ", 20)); len(s) > maxSlug {
		t.Errorf("the name of a long title is %q", s)
	}
}

// TestPlaces: each figure is found where a reader would cite it, once for each
// place.
func TestPlaces(t *testing.T) {
	fig := func(key string) *doc.Stat { return &doc.Stat{Fact: key, From: source.Key(key), Number: lang.Int(20)} }
	text := func(numbered bool, keys ...string) *doc.Paragraph {
		p := &doc.Paragraph{Numbered: numbered}
		for _, k := range keys {
			p.Text = append(p.Text, fig(k), &doc.Text{S: " "})
		}
		return p
	}
	table := func(key string) *doc.Table {
		return &doc.Table{Title: doc.Words("T"), Heads: []doc.Head{{}}, Rows: []doc.Row{{Cells: []doc.Cell{{Stat: fig(key)}}}}}
	}
	d := &doc.Document{Lang: "en", Parts: []*doc.Part{
		{ID: "one", Kind: doc.Body, Title: doc.Words("First"), Blocks: []doc.Block{
			text(false, "a"), text(true, "a", "a", "b"), &doc.List{Items: []doc.ListItem{{Of: []doc.Block{text(false, "a", "c")}}}}, text(true, "b"), table("a"),
		}},
		{ID: "annex-iv", Kind: doc.Annex, Number: "IV", Title: doc.Words("Figures"), Blocks: []doc.Block{text(false, "a"), table("b")}},
	}}
	e, _ := engine(t, d)
	want := map[source.Key][]string{
		"a": {"First", "paragraph~1", "Table~1", "Annex~IV"}, "b": {"paragraph~1", "paragraph~2", "Annex~IV, Table~1"}, "c": {"paragraph~1"},
	}
	got := e.Places()
	for _, list := range got {
		for i := range list {
			list[i] = strings.ReplaceAll(list[i], "\u00a0", "~")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestEveryDestinationIsThere: whatever has a name or a number can be led to,
// and lies on the line that it names.
func TestEveryDestinationIsThere(t *testing.T) {
	d := numberedDocument()
	img := &doc.Image{Width: 40, Height: 30}
	doc.Blocks(d.Parts[1].Blocks, func(b doc.Block) {
		if p, ok := b.(*doc.Picture); ok {
			p.Image, p.Alt = img, "A bridge."
		}
	})
	e, _ := engine(t, d)
	s := e.Setter()
	for i, p := range d.Parts {
		g := e.Part(s, p, e.Start(i))
		at := map[string]frame.ElemID{}
		for _, b := range g.Boxes {
			for _, x := range b.Dests {
				at[x.Name] = x.Elem
			}
		}
		z := number(e.Lang, p, e.Start(i), func(doc.Label, para.Target, source.Span) {})
		doc.Blocks(p.Blocks, func(b doc.Block) {
			if x := z.dest[b]; x != "" && at[x] == 0 && printed(b) {
				t.Errorf("nothing of part %s is at %q, of %T", p.ID, x, b)
			}
			if x, ok := b.(*doc.Paragraph); ok && x.Numbered {
				for name, role := range map[string]frame.Role{paraDest(z.para[x]): frame.P, string(x.ID): frame.P} {
					if id := at[name]; id == 0 || g.Tree.At(id).Role != role {
						t.Errorf("%q is element %d", name, id)
					}
				}
				if h := x.Head; h != nil && g.Tree.At(at[z.dest[h]]).Role != frame.H4 {
					t.Errorf("the run-in head is at %d", at[z.dest[h]])
				}
			}
		})
	}
}

// printed says that something of a block of numberedDocument is printed.
func printed(b doc.Block) bool {
	switch b := b.(type) {
	case *doc.Table:
		return b.Title != nil
	case *doc.Chart:
		return b.Series != nil
	}
	return true
}
