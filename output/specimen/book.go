package specimen

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"

	"assemble/fonts"
	"assemble/layout/frame"
)

var (
	ink    = frame.Color{R: 0x17, G: 0x21, B: 0x2B}
	accent = frame.Color{R: 0x0F, G: 0x4C, B: 0x70}
	hair   = frame.Color{R: 0xB4, G: 0xC0, B: 0xC8}
)

// The looks of the specimen.
var (
	body     = look{style: fonts.Style{Family: "serif"}, features: fonts.OldStyle | fonts.Proportional, size: pt(10.5), color: ink}
	italic   = look{style: fonts.Style{Family: "serif", Italic: true}, size: pt(10.5), color: ink, lang: "fr"}
	heading  = look{style: fonts.Style{Family: "sans", Weight: 600}, size: pt(20), color: ink}
	label    = look{style: fonts.Style{Family: "sans", Weight: 600}, size: pt(9.5), color: accent}
	small    = look{style: fonts.Style{Family: "serif"}, size: pt(8.5), color: ink}
	tabular  = look{style: fonts.Style{Family: "sans"}, features: fonts.Tabular, size: pt(9), color: ink}
	linked   = look{style: fonts.Style{Family: "serif"}, size: pt(10.5), color: accent}
	running  = look{style: fonts.Style{Family: "sans"}, size: pt(8.25), color: ink, art: frame.HeaderArtifact}
	foot     = look{style: fonts.Style{Family: "sans"}, size: pt(8.25), color: ink, art: frame.FooterArtifact}
	repeated = look{style: fonts.Style{Family: "sans", Weight: 600}, size: pt(8.25), color: ink, art: frame.RepeatArtifact}
)

// A4 in points.
const short, long = 595.28, 841.89

// Book sets the specimen in the faces of a set. With fonts.Embedded it is as
// described above; with fonts.Square every character is a square.
func Book(set *fonts.Set) *frame.Book {
	s, document := empty(set, "Specimen of a yearly report")
	b := s.book
	b.Meta.Author, b.Meta.Symbol = "Office of Specimens", "S/1/1"
	b.Meta.Subject = "What a writer must get right & more"
	b.Labels = []frame.PageLabel{
		{Page: 0, Style: "r", Start: 1}, {Page: 1, Style: "D", Start: 1}, {Page: 3, Style: "D", Prefix: "IV-", Start: 1},
	}
	b.Outline = []frame.Outline{
		{Title: "Offices", Dest: "offices", Kids: []frame.Outline{
			{Title: "Figures", Dest: "figure-1"}, {Title: "Écriture", Dest: "scripts"},
		}},
		{Title: "Annex IV", Dest: "annex-iv"},
	}
	s.cover(document)
	sect := s.elem(document, frame.Elem{Role: frame.Sect, Title: "Offices"})
	s.offices(sect)
	s.figure(sect)
	s.scripts(sect)
	s.annex(s.elem(document, frame.Elem{Role: frame.Sect, Title: "Annex IV"}))
	slices.SortFunc(b.Dests, func(a, b frame.Dest) int { return strings.Compare(a.Name, b.Name) })
	return b
}

func (s *setter) cover(document frame.ElemID) {
	s.newPage(short, long, "i", "cover")
	p := s.elem(document, frame.Elem{Role: frame.P})
	big := heading
	big.size = pt(50)
	s.text(p, 68, 300, big, "Specimen")
	toc := s.elem(document, frame.Elem{Role: frame.TOC})
	item := s.elem(toc, frame.Elem{Role: frame.TOCI})
	ref := s.elem(item, frame.Elem{Role: frame.Reference})
	s.link(ref, 68, 400, tabular, "Annex IV ", "annex-iv", "")
	leader := tabular
	leader.art = frame.LayoutArtifact
	s.text(0, 200, 400, leader, ". . . . . . .")
	s.text(ref, 300, 400, tabular, "IV-1 ")
	s.elem(document, frame.Elem{Role: frame.Div}) // stays empty and is left out
}

// offices is a paragraph over two pages, with a note, a link and a list.
func (s *setter) offices(sect frame.ElemID) {
	s.newPage(short, long, "1", "offices")
	s.text(0, 68, 46, running, "S/1/1")
	s.rule(0, 68, 70, 459.2, 1, ink)
	h := s.elem(sect, frame.Elem{Role: frame.H1})
	s.dest("offices", 76, h)
	s.text(h, 160, 95, heading, "Offices ")
	p := s.elem(sect, frame.Elem{Role: frame.P})
	s.dest("para-1", 110, p)
	lbl := s.elem(p, frame.Elem{Role: frame.Lbl})
	s.text(lbl, 140, 120, label, "1 ")
	s.justified(p, 160, 120, 367.4, body, "The offices affirmed fifty-one findings; their staff of 137,839 is found in")
	s.justified(p, 160, 135, 367.4, body, "AVAILABLE affiliates (first, second) and a \\ difficult affair of develop\u00AD")
	end := s.text(p, 160, 150, body, "ment, or ")
	span := s.elem(p, frame.Elem{Role: frame.Span, Lang: "fr"})
	end = s.text(span, end.Float(), 150, italic, "développement")
	end = s.text(p, end.Float(), 150, body, ", see ")
	end = s.link(p, end.Float(), 150, linked, "Annex IV", "annex-iv", "")
	ref := s.elem(p, frame.Elem{Role: frame.Reference})
	mark := s.elem(ref, frame.Elem{Role: frame.LinkRole})
	sup := body
	sup.features = fonts.Superior
	after := s.text(mark, end.Float(), 150, sup, "1")
	s.area(mark, end.Float(), 150, after-end, sup, "Note 1", "note-1", "")
	s.text(p, after.Float(), 150, body, " and what is ")
	s.list(sect)
	s.rule(0, 160, 740, 102, 0.4, ink)
	note := s.elem(p, frame.Elem{Role: frame.NoteRole, ID: "note-1"})
	s.dest("note-1", 745, note)
	s.text(s.elem(note, frame.Elem{Role: frame.Lbl}), 140, 755, small, "1 ")
	s.text(note, 160, 755, small, "Figures are of 31\u00A0December; see ")
	s.link(note, 290, 755, small, "the office’s pages", "", "https://example.org/offices?year=2017&lang=é")
	s.text(0, 500, 800, foot, "Page 1")

	s.newPage(short, long, "2", "offices")
	s.text(0, 68, 46, running, "S/1/1")
	stat := body
	stat.stat = "staff.total"
	end = s.text(p, 160, 90, body, "said there of ")
	end = s.text(p, end.Float(), 90, stat, "1\u202F247")
	s.text(p, end.Float(), 90, body, " people. ")
}

func (s *setter) list(sect frame.ElemID) {
	l := s.elem(sect, frame.Elem{Role: frame.L, Numbering: "LowerAlpha"})
	for i, text := range []string{"first item; ", "second item. "} {
		y := 200 + 15*float64(i)
		li := s.elem(l, frame.Elem{Role: frame.LI})
		s.text(s.elem(li, frame.Elem{Role: frame.Lbl}), 160, y, body, string([]rune{'(', rune('a' + i), ')', ' '}))
		s.text(s.elem(li, frame.Elem{Role: frame.LBody}), 180, y, body, text)
	}
}

// figure is a chart with a picture beside it.
func (s *setter) figure(sect frame.ElemID) {
	fig := s.elem(sect, frame.Elem{
		Role: frame.Figure, Alt: "Bars: 3 offices in the north, 2 in the south.",
		BBox: &frame.Box{X: pt(160), Y: pt(120), W: pt(300), H: pt(120)}, BBoxPage: len(s.book.Pages) - 1,
	})
	s.dest("figure-1", 110, fig)
	caption := s.elem(fig, frame.Elem{Role: frame.Caption})
	s.text(caption, 160, 130, label, "Figure 1 ")
	for i, w := range []float64{90, 60} {
		y := 140 + 20*float64(i)
		s.rule(fig, 240, y, w, 12, accent)
	}
	s.rule(fig, 330, 140, 10, 12, hair)
	s.text(fig, 160, 150, tabular, "North ")
	s.text(fig, 160, 170, tabular, "South ")
	s.add(&frame.Disc{X: pt(380), Y: pt(150), R: pt(8), Color: accent, Tag: fig})
	s.add(&frame.Disc{X: pt(400), Y: pt(150), R: pt(8), Line: pt(1.5), Color: accent, Tag: fig})
	s.add(&frame.Polyline{
		Points: []frame.Point{{X: pt(240), Y: pt(230)}, {X: pt(280), Y: pt(200)}, {X: pt(320), Y: pt(215)}},
		Width:  pt(0.75), Color: ink, Tag: fig,
	})
	s.add(&frame.Picture{X: pt(400), Y: pt(180), W: pt(40), H: pt(40), Data: Picture(), Tag: fig})
}

// Picture is a small PNG file with transparency.
func Picture() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	for y := range 16 {
		for x := range 16 {
			img.Set(x, y, color.NRGBA{R: uint8(16 * x), G: uint8(16 * y), B: 0x70, A: uint8(255 - 8*x)})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// scripts has letters from other faces, put together, and from right to left.
func (s *setter) scripts(sect frame.ElemID) {
	h := s.elem(sect, frame.Elem{Role: frame.H2})
	s.dest("scripts", 280, h)
	s.text(h, 160, 290, label, "Écriture ")
	for i, w := range []struct{ text, lang string }{
		{"Łódź, Việt Nam, q\u0301x\u0323 and Ελλάδα ", ""},
		{"لبنان", "ar"},
		{"كِتَاب", "ar"}, // with vowel signs: two glyphs to a letter
		{"ישראל", "he"},
		{"Россия ", "ru"},
	} {
		p := s.elem(sect, frame.Elem{Role: frame.P, Lang: w.lang})
		lk := body
		lk.lang = w.lang
		s.text(p, 160, 310+18*float64(i), lk, w.text)
	}
	p := s.elem(sect, frame.Elem{Role: frame.P})
	end := s.text(p, 160, 400, body, "Within: ")
	s.text(p, end.Float(), 400, italic, "sans élément ") // another language, no element
}

// annex is a table over two landscape pages.
func (s *setter) annex(sect frame.ElemID) {
	s.newPage(long, short, "IV-1", "annex-iv")
	s.text(0, 68, 46, running, "S/1/1")
	h := s.elem(sect, frame.Elem{Role: frame.H1})
	s.dest("annex-iv", 70, h)
	s.text(h, 68, 90, heading, "Annex IV ")
	table := s.elem(sect, frame.Elem{Role: frame.TableRole})
	s.text(s.elem(table, frame.Elem{Role: frame.Caption}), 68, 110, label, "Staff by grade ")
	head := s.elem(table, frame.Elem{Role: frame.THead})
	r1 := s.elem(head, frame.Elem{Role: frame.TR})
	r2 := s.elem(head, frame.Elem{Role: frame.TR})
	cell := func(tr frame.ElemID, e frame.Elem, x, y float64, text string) {
		id := s.elem(tr, e)
		if text != "" {
			s.text(id, x, y, tabular, text+" ")
		}
	}
	s.rule(0, 68, 118, 500, 0.75, ink)
	cell(r1, frame.Elem{Role: frame.TH, ID: "h-state", Scope: "Column", RowSpan: 2}, 68, 145, "State")
	cell(r1, frame.Elem{Role: frame.TH, ID: "h-g3", Scope: "Column", ColSpan: 2}, 200, 130, "G-3")
	cell(r2, frame.Elem{Role: frame.TH, ID: "h-g3-f", Scope: "Column"}, 200, 145, "F")
	cell(r2, frame.Elem{Role: frame.TH, ID: "h-g3-m", Scope: "Column"}, 260, 145, "M")
	tbody := s.elem(table, frame.Elem{Role: frame.TBody})
	row := func(n int, y float64, cells ...string) {
		tr := s.elem(tbody, frame.Elem{Role: frame.TR})
		id := "r-" + string(rune('0'+n))
		cell(tr, frame.Elem{Role: frame.TH, ID: id, Scope: "Row"}, 68, y, cells[0])
		for i, c := range cells[1:] {
			below := []string{"h-g3-f", "h-g3-m"}[i]
			cell(tr, frame.Elem{Role: frame.TD, Headers: []string{id, "h-g3", below}}, 200+60*float64(i), y, c)
		}
	}
	row(1, 165, "Azania", "12", "7")
	row(2, 180, "Borduria", "", "1")
	s.newPage(long, short, "IV-2", "annex-iv")
	s.text(0, 68, 70, repeated, "State (continued) ")
	row(3, 90, "Syldavia", "3", "")
	s.text(0, 700, 560, foot, "Page IV-2")
}
