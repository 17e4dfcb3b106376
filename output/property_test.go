package output

import (
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/dump"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// says are texts that a glyph may have, awkward ones among them.
var says = []string{"a", "b", " ", "-", "(", ")", "\\", "\"", "é", "\u00A0", "\u202F", "ﬁ", "€", "א", "𝄞"}

// anyBook draws a book of arbitrary structure and contents, sound by the rules
// of Book.Tree.
func anyBook(t *rapid.T) *frame.Book {
	n := rapid.IntRange(1, 10).Draw(t, "elements")
	b := &frame.Book{
		Elems: make([]frame.Elem, n+1),
		Meta:  frame.Meta{Title: "Any book", Lang: "en"},
	}
	roles := []frame.Role{frame.P, frame.Sect, frame.Span, frame.TD, frame.LinkRole}
	for e := 1; e <= n; e++ {
		el := &b.Elems[e]
		el.Role = rapid.SampledFrom(roles).Draw(t, "role")
		el.Lang = rapid.SampledFrom([]string{"", "", "fr"}).Draw(t, "lang")
		el.Title = rapid.SampledFrom([]string{"", "", "Żółć (1)"}).Draw(t, "title")
		el.ColSpan = rapid.IntRange(0, 2).Draw(t, "span")
		if e > 1 {
			el.Parent = frame.ElemID(rapid.IntRange(1, e-1).Draw(t, "parent"))
			b.Elems[el.Parent].Kids = append(b.Elems[el.Parent].Kids, frame.ElemID(e))
		}
	}
	b.Elems[1].Role = frame.Document
	for range rapid.IntRange(1, 3).Draw(t, "pages") {
		p := frame.Page{W: anyLength(t, 100, 900), H: anyLength(t, 100, 900)}
		for range rapid.IntRange(0, 8).Draw(t, "items") {
			p.Items = append(p.Items, anyItem(t, b))
		}
		b.Pages = append(b.Pages, p)
	}
	return b
}

func anyLength(t *rapid.T, least, most int64) units.Sp {
	return units.Sp(rapid.Int64Range(least*int64(units.Pt), most*int64(units.Pt)).Draw(t, "length"))
}

func anyItem(t *rapid.T, b *frame.Book) frame.Item {
	tag := frame.ElemID(rapid.IntRange(0, len(b.Elems)-1).Draw(t, "tag"))
	art := frame.Artifact(rapid.IntRange(0, 3).Draw(t, "artifact"))
	col := frame.Color{R: rapid.Byte().Draw(t, "red"), B: rapid.Byte().Draw(t, "blue")}
	x, y := anyLength(t, -50, 900), anyLength(t, -50, 900)
	switch rapid.IntRange(0, 4).Draw(t, "kind") {
	case 0:
		return &frame.Rect{X: x, Y: y, W: anyLength(t, 0, 90), H: anyLength(t, 0, 90), Color: col, Tag: tag, Art: art}
	case 1:
		if b.Elems[tag].Role != frame.LinkRole {
			tag = 0
			return &frame.Disc{X: x, Y: y, R: anyLength(t, 1, 9), Color: col, Tag: tag, Art: art}
		}
		return &frame.Area{X: x, Y: y, W: units.Pt, H: units.Pt, URL: "https://example.org/a", Tag: tag}
	}
	r := &frame.Run{X: x, Y: y, Face: "Square", Size: anyLength(t, 4, 60), Color: col, Tag: tag, Art: art}
	r.Size = units.Points(int64(r.Size / (units.Pt / 100))) // sizes are written with few decimals
	r.Lang = rapid.SampledFrom([]string{"", "en", "fr", "es"}).Draw(t, "lang")
	backwards := rapid.Bool().Draw(t, "backwards")
	for range rapid.IntRange(1, 12).Draw(t, "glyphs") {
		r.Glyphs = append(r.Glyphs, frame.Glyph{
			ID:      rapid.Uint16Range(1, 40).Draw(t, "gid"),
			Advance: anyLength(t, 0, 40), DX: anyLength(t, -3, 3), DY: anyLength(t, -3, 3),
			Cluster: int32(len(r.Text)),
		})
		r.Text += rapid.SampledFrom(says).Draw(t, "text")
	}
	if backwards {
		for i, j := 0, len(r.Glyphs)-1; i < j; i, j = i+1, j-1 {
			r.Glyphs[i].Cluster, r.Glyphs[j].Cluster = r.Glyphs[j].Cluster, r.Glyphs[i].Cluster
		}
	}
	return r
}

// Whatever the book, the file has its tree, its texts and its places.
func TestAnyBook(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := anyBook(rt)
		want, err := dump.Tags(b)
		if err != nil {
			rt.Fatal(err)
		}
		data, err := PDF(b, fonts.Square())
		if err != nil {
			rt.Fatal(err)
		}
		r := read(rt, data)
		if diff := cmp.Diff(plainTags(want), r.tags()); diff != "" {
			rt.Fatalf("book (−) and file (+) differ:\n%s", diff)
		}
		for n := range b.Pages {
			comparePage(rt, b, n, r.replay(n))
		}
	})
}

// plainTags writes a mark without text as the file shows it, which counts no
// shapes.
func plainTags(tags string) string {
	lines := strings.Split(tags, "\n")
	for i, l := range lines {
		if j := strings.Index(l, " drawn)"); j >= 0 && strings.HasPrefix(strings.TrimSpace(l), "(") {
			lines[i] = l[:strings.Index(l, "(")] + `""`
		}
	}
	return strings.Join(lines, "\n")
}
