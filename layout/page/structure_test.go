package page

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
)

// outlined prints a galley as its structure: an element a line with what is
// said in it, in as deep as it stands.
func outlined(g *galley.Galley) string {
	words := map[frame.ElemID]string{}
	gather := func(items []frame.Item) {
		for _, it := range items {
			if r, ok := it.(*frame.Run); ok {
				words[r.Tag] += r.Text
			}
		}
	}
	for _, b := range g.Boxes {
		gather(b.Items)
	}
	for _, n := range g.Notes {
		for _, l := range n.Lines {
			gather(l.Items)
		}
	}
	var b strings.Builder
	var walk func(frame.ElemID, int)
	walk = func(id frame.ElemID, deep int) {
		e := g.Tree.At(id)
		if id != 0 {
			about := strings.TrimSpace(strings.Join([]string{e.Numbering, e.Alt, e.ID, e.Title}, " "))
			fmt.Fprintf(&b, "%s%s %s", strings.Repeat("  ", deep-1), e.Role, about)
			if w := strings.TrimSpace(words[id]); w != "" {
				fmt.Fprintf(&b, " “%s”", w)
			}
			b.WriteByte('\n')
		}
		for _, k := range e.Kids {
			walk(k, deep+1)
		}
	}
	walk(0, 0)
	return strings.ReplaceAll(b.String(), "  “", " “")
}

func say(s string, more ...doc.Inline) *doc.Paragraph {
	return &doc.Paragraph{Text: append(doc.Words(s), more...)}
}

func items(of ...[]doc.Block) []doc.ListItem {
	var out []doc.ListItem
	for _, x := range of {
		out = append(out, doc.ListItem{Of: x})
	}
	return out
}

func checkStructure(t *testing.T, want string, g *galley.Galley) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimPrefix(want, "\n"), strings.ReplaceAll(outlined(g), " \n", "\n")); diff != "" {
		t.Error(diff)
	}
}

// TestListStructure: marks by level and from the first number, what stands
// behind a list inside a list in the item that it belongs to, and notes behind
// the block that calls them.
func TestListStructure(t *testing.T) {
	inner := &doc.List{Ordered: true, Start: 2, Items: items([]doc.Block{say("Deep.", note("Noted."))}, []doc.Block{say("Deeper.")})}
	g := set(t, doc.Body,
		&doc.Paragraph{Numbered: true, Text: doc.Words("As follows:")},
		&doc.List{Ordered: true, Start: 3, Items: items([]doc.Block{say("Third:"), inner, say("behind.")}, []doc.Block{say("Fourth.")}, nil)},
		&doc.List{Items: items([]doc.Block{say("Dashed.")})},
	)
	checkStructure(t, `
P “As follows:”
  Lbl “1”
L LowerAlpha
  LI
    Lbl “(c)”
    LBody
      P “Third:”
      L LowerRoman
        LI
          Lbl “ii.”
          LBody
            P “Deep.”
              Reference
                Link “1”
            Note note-1
              Lbl “1”
              P “Noted.”
        LI
          Lbl “iii.”
          LBody
            P “Deeper.”
      P “behind.”
  LI
    Lbl “(d)”
    LBody
      P “Fourth.”
  LI
    Lbl “(e)”
    LBody
L None
  LI
    Lbl “–”
    LBody
      P “Dashed.”
`, g)
}

// TestNotesOfHeadings: a note may be called anywhere in a heading, and stands
// behind it.
func TestNotesOfHeadings(t *testing.T) {
	g := set(t, doc.Body,
		&doc.Heading{Level: 1, Tag: []doc.Inline{&doc.Text{S: "Principle 1"}, note("Of the label.")}, Text: []doc.Inline{&doc.Text{S: "Title"}, note("Of the title.")}},
		&doc.Heading{Level: 2, Text: []doc.Inline{&doc.Text{S: "Second"}, note("Of it.")}},
		&doc.Heading{Level: 3, Text: doc.Words("Third")},
		&doc.Paragraph{Head: &doc.Heading{Level: 4, Text: doc.Words("Why?")}, Text: doc.Words("Because.")},
		&doc.Paragraph{Head: &doc.Heading{Level: 4, Text: doc.Words("So")}, Text: doc.Words("It is.")},
		&doc.Quote{Of: []doc.Block{say("Quoted.")}},
	)
	checkStructure(t, `
H1 “Title”
  Span “Principle 1”
    Reference
      Link “1”
  Reference
    Link “2”
Note note-1
  Lbl “1”
  P “Of the label.”
Note note-2
  Lbl “2”
  P “Of the title.”
H2 “Second”
  Reference
    Link “3”
Note note-3
  Lbl “3”
  P “Of it.”
H3 “Third”
H4 “Why?”
P “Because.”
H4 “So.”
P “It is.”
BlockQuote
  P “Quoted.”
`, g)
}

// TestPieces: structure of pictures, boxes and acronyms.
func TestPieces(t *testing.T) {
	img := &doc.Image{Width: 40, Height: 30}
	g := set(t, doc.Acronyms,
		&doc.Picture{Title: doc.Words("Bridge"), Alt: "A bridge over a river.", Credit: doc.Words("Archive"), Image: img},
		withID("bare", &doc.Picture{Alt: "A road.", Image: img}),
		&doc.Panel{Title: []doc.Inline{&doc.Text{S: "Boxed"}, note("Of it.")}, Of: []doc.Block{say("In it.")}},
		&doc.AcronymList{Entries: []doc.Acronym{{Short: "IATI", Text: doc.Words("Initiative")}}},
	)
	checkStructure(t, `
Div
  Caption “Bridge”
    Lbl “Figure 1”
  Figure A bridge over a river.
  P “Archive”
Div
  Figure A road.
Sect Boxed
  P “Boxed”
    Lbl “Box 1”
    Reference
      Link “1”
  Note note-1
    Lbl “1”
    P “Of it.”
  P “In it.”
L None
  LI
    Lbl “IATI”
    LBody “Initiative”
`, nobreak(g))
	var bare []string
	for _, b := range g.Boxes {
		for _, d := range b.Dests {
			if d.Name == "bare" {
				bare = append(bare, string(g.Tree.At(d.Elem).Role))
			}
		}
	}
	if fmt.Sprint(bare) != "[Figure]" {
		t.Errorf("a picture without a title is at %v", bare)
	}
}

// nobreak makes no-break spaces plain ones.
func nobreak(g *galley.Galley) *galley.Galley {
	for _, b := range g.Boxes {
		for _, it := range b.Items {
			if r, ok := it.(*frame.Run); ok {
				r.Text = strings.ReplaceAll(r.Text, "\u00a0", " ")
			}
		}
	}
	return g
}

// TestNotesHoldSentences: a list in a note is refused at its place, and the
// words beside it are kept.
func TestNotesHoldSentences(t *testing.T) {
	at := source.At(source.Pos{File: 1, A: 4, B: 3})
	list := &doc.List{Base: doc.Base{At: at}, Items: items([]doc.Block{say("Lost.")})}
	d := document()
	p := &doc.Part{ID: "x", Kind: doc.Body, Title: doc.Words("X"), Blocks: []doc.Block{say("Text", &doc.Footnote{Of: []doc.Block{say("Before."), list}})}}
	d.Parts = []*doc.Part{p}
	e, r := engine(t, d)
	g := e.Part(e.Setter(), p, e.Start(0))
	all := r.All()
	if len(all) == 0 || all[0].Code != "note-block" || all[0].At != at || !r.Failed() {
		t.Errorf("reported %v", all)
	}
	if got := runs(g.Notes[0].Lines); !strings.Contains(got, "Before.") {
		t.Errorf("the note says %q", got)
	}
}

// edges returns how far left and right the runs of boxes reach.
func edges(boxes []galley.Box) (left, right units.Sp) {
	left = units.Max
	for _, b := range boxes {
		for _, it := range b.Items {
			if r, ok := it.(*frame.Run); ok {
				left, right = min(left, r.X), max(right, r.X+r.Width())
			}
		}
	}
	return left, right
}

// TestAxes: text stands between the text axis and the frame, numbers hang at
// their column, items and quotations stand in by what the style says.
func TestAxes(t *testing.T) {
	st := style.Council()
	axis, frameEnd, hang := st.Page.TextAxis, st.Page.Frame, 6*pt
	number := axis - st.Page.NumberGap
	for _, c := range []struct {
		name        string
		block       doc.Block
		left, right units.Sp // of text
		marks       units.Sp // right edge of the number, left edge of a marker
	}{
		{"paragraph", prose(3, true), axis, frameEnd, number},
		{"list", &doc.List{Ordered: true, Start: 1, Items: items([]doc.Block{prose(3, false)})}, axis + st.List.Text, frameEnd, axis},
		{"bullets", &doc.List{Items: items([]doc.Block{prose(3, false)})}, axis + st.List.BulletText, frameEnd, axis},
		{"quotation", &doc.Quote{Of: []doc.Block{prose(3, false)}}, axis + st.List.QuoteIn, frameEnd - st.List.QuoteIn, 0},
	} {
		g := set(t, doc.Body, c.block, prose(3, false))
		first := g.Boxes[0]
		mark := first.Items[0].(*frame.Run)
		if c.marks > 0 {
			first.Items = first.Items[1:]
			space := mark.Glyphs[len(mark.Glyphs)-1].Advance // for readers
			if at := mark.X; c.marks == axis && at != axis || c.marks == number && at+mark.Width()-space != number {
				t.Errorf("%s: the mark stands from %s to %s", c.name, at, at+mark.Width()-space)
			}
		}
		n := 0
		for n < len(g.Boxes) && g.Boxes[n].Break != galley.Free || n == 0 {
			n++
		}
		left, right := edges(append([]galley.Box{first}, g.Boxes[1:n]...))
		if left != c.left || right > c.right+hang || right < c.right {
			t.Errorf("%s: text from %s to %s, not from %s to %s", c.name, left, right, c.left, c.right)
		}
		if left, right := edges(g.Boxes[n:]); left != axis || right > frameEnd+hang || right < frameEnd {
			t.Errorf("text behind a %s stands from %s to %s", c.name, left, right)
		}
	}
}

// TestSizesOfPictures: a picture is as wide as the text and half a page high at
// most, a signature no wider than its rule, and neither is distorted.
func TestSizesOfPictures(t *testing.T) {
	st := style.Council()
	for _, img := range []*doc.Image{{Width: 100, Height: 10}, {Width: 100, Height: 100}, {Width: 10, Height: 100}} {
		for _, b := range []doc.Block{
			&doc.Picture{Alt: "A", Image: img}, &doc.Signature{Name: doc.Words("A"), Picture: img},
		} {
			most, high := st.Page.Measure(), st.Page.TextBlock/2
			if _, ok := b.(*doc.Signature); ok {
				most, high = st.Sign.Rule, st.Sign.Picture
			}
			for _, x := range set(t, doc.Foreword, prose(1, false), b).Boxes {
				for _, it := range x.Items {
					p, ok := it.(*frame.Picture)
					if !ok {
						continue
					}
					if p.W > most || p.H > high || p.W != most && p.H != high {
						t.Errorf("%T of %d × %d is %s × %s, at most %s × %s", b, img.Width, img.Height, p.W, p.H, most, high)
					}
					if d := p.W*units.Sp(img.Height) - p.H*units.Sp(img.Width); d > 200 || d < -200 {
						t.Errorf("%T of %d × %d is distorted: %s × %s", b, img.Width, img.Height, p.W, p.H)
					}
				}
			}
		}
	}
}

// TestAcronymsInColumns: a long short form pushes its expansion on, and a
// quarter line stands where the letter changes.
func TestAcronymsInColumns(t *testing.T) {
	long := strings.Repeat("WWW", 12)
	g := set(t, doc.Acronyms, &doc.AcronymList{Entries: []doc.Acronym{
		{Short: "ABC", Text: doc.Words("First")}, {Short: "ADE", Text: doc.Words("Second")}, {Short: long, Text: doc.Words("Third")},
	}})
	st := style.Council()
	for i, above := range []units.Sp{0, 0, st.Acronyms.Letter} {
		if g.Boxes[i].Space != above {
			t.Errorf("entry %d has %s above it", i+1, g.Boxes[i].Space)
		}
		short, text := g.Boxes[i].Items[0].(*frame.Run), g.Boxes[i].Items[1].(*frame.Run)
		if text.X < short.X+short.Width() || i < 2 && text.X != st.Acronyms.Column {
			t.Errorf("entry %d: the expansion begins at %s", i+1, text.X)
		}
	}
}
