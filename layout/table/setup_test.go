package table

import (
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
	"assemble/output"
	"assemble/output/dump/golden"
)

func TestMain(m *testing.M) { golden.Main(m) }

// bench is a place to lay tables out: a part of a book to be.
type bench struct {
	*para.Context
	report *source.Reporter
}

func newBench(tb testing.TB) *bench {
	tb.Helper()
	return benchOf(style.Council(), "en")
}

func benchOf(st *style.Style, tag string) *bench {
	r := &source.Reporter{}
	s := para.New(st, st.Language(tag), fonts.Embedded(), r)
	return &bench{&para.Context{Setter: s, Tree: &galley.Tree{Elems: []frame.Elem{{}}}}, r}
}

// numbered is a context of a block that has a number and a destination.
func (b *bench) numbered(n string) *para.Context {
	c := *b.Context
	c.Number, c.Dest = n, strings.ReplaceAll(strings.ToLower(n), " ", "-")
	return &c
}

// book puts boxes on pages, each as full as the rules for breaks allow: enough
// to look at a table and to check its structure.
func (b *bench) book(boxes []galley.Box) *frame.Book {
	st := b.Style
	elems := []frame.Elem{{}, {Role: frame.Document, Lang: "en", Kids: []frame.ElemID{2}}, {Role: frame.PartRole, Parent: 1, Title: "Specimen"}}
	const base = 2
	for i, e := range b.Tree.Elems {
		e.Parent += base
		kids := make([]frame.ElemID, len(e.Kids))
		for k := range kids {
			kids[k] = e.Kids[k] + base
		}
		e.Kids = kids
		if i == 0 {
			elems[2].Kids = kids
			continue
		}
		elems = append(elems, e)
	}
	out := &frame.Book{Elems: elems, Meta: frame.Meta{Title: "Specimen", Lang: "en", Created: "2018-06-18", Producer: "assemble"}}
	for from := 0; from < len(boxes); {
		to := pageEnd(st, boxes, from)
		p := frame.Page{W: st.Page.Width, H: st.Page.Height, Folio: fmt.Sprint(len(out.Pages) + 1)}
		y := st.Page.Top
		put := func(x *galley.Box, base frame.ElemID, top bool) {
			if !top {
				y += x.Space
			}
			for _, it := range x.Items {
				p.Items = append(p.Items, it.Shifted(st.Page.FrameX, y, base))
			}
			for _, d := range x.Dests {
				out.Dests = append(out.Dests, frame.Dest{Name: d.Name, Page: len(out.Pages), Y: y + d.Y, Elem: d.Elem + base})
			}
			y += x.Height
		}
		if from > 0 {
			for i := range boxes[from].Resume {
				put(&boxes[from].Resume[i], 0, i == 0)
			}
		}
		for i := from; i < to; i++ {
			put(&boxes[i], base, i == from && len(p.Items) == 0)
		}
		if to < len(boxes) {
			for _, it := range boxes[to].Close {
				p.Items = append(p.Items, it.Shifted(st.Page.FrameX, y, 0))
			}
		}
		out.Pages = append(out.Pages, p)
		from = to
	}
	return out
}

// pageEnd is the box after the last one of a page that begins with box from.
func pageEnd(st *style.Style, boxes []galley.Box, from int) int {
	var y units.Sp
	if from > 0 {
		for i := range boxes[from].Resume {
			y += boxes[from].Resume[i].Height
		}
	}
	best, cost := from, int32(galley.Inf)
	for i := from; i < len(boxes); i++ {
		if i > from {
			y += boxes[i].Space
			if b := boxes[i].Break; b < galley.Inf && (best == from || b <= cost || y < st.Page.TextBlock*3/4) {
				best, cost = i, b
			}
		}
		if y += boxes[i].Height; y > st.Page.TextBlock {
			if best == from {
				return i + 1
			}
			return best
		}
	}
	return len(boxes)
}

// look writes a PDF of the boxes where LOOK names a folder, for the eye.
func (b *bench) look(tb testing.TB, name string, boxes []galley.Box) {
	tb.Helper()
	dir := os.Getenv("LOOK")
	if dir == "" {
		return
	}
	data, err := output.PDF(b.book(boxes), fonts.Embedded())
	if err != nil {
		tb.Error(err)
		return
	}
	if err := os.WriteFile(dir+"/"+name+".pdf", data, 0o644); err != nil {
		tb.Error(err)
	}
}

// check fails for a structure that breaks a rule and for what was reported.
func (b *bench) check(tb testing.TB, boxes []galley.Box) {
	tb.Helper()
	b.checkBook(tb, boxes)
	for _, d := range b.report.All() {
		tb.Errorf("reported %s: %s", d.Code, d.Message)
	}
}

func (b *bench) checkBook(tb testing.TB, boxes []galley.Box) {
	tb.Helper()
	book := b.book(boxes)
	for _, bad := range book.Check() {
		tb.Error(bad)
	}
	if _, err := book.Tree(); err != nil {
		tb.Error(err)
	}
}

// Cells and rows, briefly.

func words(s string) []doc.Inline { return doc.Words(s) }

func number(v, unit string, places int) *doc.Stat {
	r, ok := new(big.Rat).SetString(v)
	if !ok {
		panic(v)
	}
	return &doc.Stat{Number: lang.Number{Value: r, Unit: unit, Places: places}, From: source.Key("k" + v)}
}

// cells reads "12", "12%", "+4", "—", "" and words, as builders would make them.
func cells(texts ...string) []doc.Cell {
	out := make([]doc.Cell, len(texts))
	for i, s := range texts {
		c := &out[i]
		bare, unit := s, ""
		if strings.HasSuffix(s, "%") {
			bare, unit = strings.TrimSuffix(s, "%"), lang.Percent
		}
		_, numeric := new(big.Rat).SetString(bare)
		switch {
		case s == "":
			c.Gap = doc.Nil
		case s == "—":
			c.Gap = doc.NotComputed
		case numeric:
			c.Stat = number(bare, unit, -1)
			c.Stat.Number.Signed = s[0] == '+'
		default:
			c.Text = words(s)
		}
	}
	return out
}

func row1(stub string, texts ...string) doc.Row {
	return doc.Row{Stub: words(stub), Cells: cells(texts...)}
}

func kind(k doc.RowKind, r doc.Row) doc.Row {
	r.Kind = k
	return r
}

func heads(texts ...string) []doc.Head {
	out := make([]doc.Head, len(texts))
	for i, s := range texts {
		out[i].Text = words(s)
	}
	return out
}

func styleOf() *style.Style { return style.Council() }

// lay measures a table and sets it on the page of c, upright or not.
func lay(c *para.Context, t *doc.Table) []galley.Box { return Measure(c, t).Lay(c) }
