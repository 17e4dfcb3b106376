package table

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/units"
)

// anyTable draws a table such as builders make, and some that they should not.
func anyTable(t *rapid.T) *doc.Table {
	tab := &doc.Table{
		Matrix: rapid.Bool().Draw(t, "matrix"), Title: anyText(t, "title"), Unit: anyText(t, "unit"),
		Stub: anyText(t, "stub head"), Heads: anyHeads(t, 3), Legend: anyText(t, "legend"), Source: anyText(t, "source"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "notes") {
		tab.Notes = append(tab.Notes, doc.Note{Text: words("A note.")})
	}
	n := len(doc.Leaves(tab.Heads))
	figures := make([]bool, n)
	for j := range figures {
		figures[j] = rapid.IntRange(0, 3).Draw(t, "column") > 0
	}
	for range rapid.IntRange(0, 70).Draw(t, "rows") {
		r := doc.Row{
			Kind: rapid.SampledFrom([]doc.RowKind{0, 0, 0, 0, 0, 1, 2, 3, 4}).Draw(t, "kind"),
			Stub: anyText(t, "stub"), Indent: rapid.IntRange(-1, 3).Draw(t, "indent"), Muted: rapid.IntRange(0, 9).Draw(t, "muted") == 0,
		}
		if r.Kind != doc.StraddleRow {
			for j := range n {
				r.Cells = append(r.Cells, anyCell(t, figures[j], len(tab.Notes)))
			}
		}
		tab.Rows = append(tab.Rows, r)
	}
	return tab
}

func anyText(t *rapid.T, name string) []doc.Inline {
	n := rapid.SampledFrom([]int{0, 1, 1, 1, 2, 3, 5, 30}).Draw(t, name)
	return words(strings.TrimSpace(strings.Repeat(rapid.SampledFrom([]string{"word ", "Bolivarian ", "(State of) ", "‑ "}).Draw(t, "w"), n)))
}

func anyHeads(t *rapid.T, depth int) []doc.Head {
	var out []doc.Head
	for range rapid.IntRange(0, 4).Draw(t, "heads") {
		h := doc.Head{Text: anyText(t, "head"), Period: rapid.SampledFrom([]doc.Period{0, 0, 1, 2}).Draw(t, "period")}
		if depth > 1 && rapid.IntRange(0, 3).Draw(t, "spanner") == 0 {
			h.Sub = anyHeads(t, depth-1)
		}
		out = append(out, h)
	}
	return out
}

func anyCell(t *rapid.T, figure bool, notes int) doc.Cell {
	c := doc.Cell{Note: rapid.IntRange(-1, notes+1).Draw(t, "note")}
	if rapid.IntRange(0, 3).Draw(t, "has note") > 0 {
		c.Note = 0
	}
	switch k := rapid.IntRange(0, 9).Draw(t, "cell"); {
	case k == 0:
		c.Gap = doc.Gap(rapid.IntRange(0, 5).Draw(t, "gap"))
	case figure:
		n := lang.Number{
			Value:  big.NewRat(rapid.Int64Range(-999999, 999999).Draw(t, "value"), rapid.SampledFrom([]int64{1, 1, 4, 3}).Draw(t, "by")),
			Places: rapid.IntRange(-1, 2).Draw(t, "places"), Unit: rapid.SampledFrom([]string{"", "", "%", "USD", "points"}).Draw(t, "unit"),
			Signed: rapid.Bool().Draw(t, "signed"),
		}
		c.Stat = &doc.Stat{Number: n}
	default:
		c.Text = anyText(t, "text")
	}
	return c
}

// TestSplit: whatever the table, every row stands in the boxes once and in its
// order, nothing leaves the frame, figures of a column end on one edge, rows
// have the same columns, and the structure keeps the rules.
func TestSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { splits(t, anyTable(t)) })
}

func FuzzSplit(f *testing.F) {
	// A table takes some thousand draws of eight bytes.
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 9))
		data := make([]byte, 0, 32<<10)
		for len(data) < cap(data) {
			data = binary.LittleEndian.AppendUint64(data, r.Uint64())
		}
		f.Add(data)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { splits(t, anyTable(t)) }))
}

// failer is what checks of a property need of testing.
type failer interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

func splits(t failer, tab *doc.Table) {
	// Each row is known by the place that its text came from.
	b := benchOf(styleOf(), "en")
	c := b.numbered("Table 9")
	boxes := lay(c, tab)
	if bad := outside(b.Style, boxes); bad != "" {
		t.Errorf("outside the frame: %s", bad)
	}
	book := b.book(boxes)
	for _, bad := range book.Check() {
		t.Errorf("%s", bad)
	}
	if _, err := book.Tree(); err != nil {
		t.Errorf("%v", err)
	}
	for _, part := range columnCounts(b.Tree) {
		for _, n := range part {
			if n != part[0] {
				t.Fatalf("rows have %v columns", part)
			}
		}
	}
	rowsOnce(t, b, boxes, tab)
	if !b.report.Failed() { // else columns were cut off
		edges(t, b, boxes, tab)
	}
}

// rowsOnce compares the rows that stand in boxes with those put in: their
// elements in order, and the words of their stubs.
func rowsOnce(t failer, b *bench, boxes []galley.Box, tab *doc.Table) {
	text := map[frame.ElemID]string{}
	for _, p := range texts(boxes) {
		text[p.Tag] += p.Text
	}
	var got, want []string
	for id := range b.Tree.Elems {
		if b.Tree.Elems[id].Role != frame.TBody {
			continue
		}
		for _, tr := range b.Tree.Elems[id].Kids {
			got = append(got, text[b.Tree.At(tr).Kids[0]])
		}
	}
	stub := hasStub(tab) || len(doc.Leaves(tab.Heads)) == 0
	for i := range tab.Rows {
		want = append(want, doc.Plain(tab.Rows[i].Stub, nil))
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows of %d", len(got), len(want))
	}
	for i := range got {
		if (stub || tab.Rows[i].Kind == doc.StraddleRow) && solid(got[i]) != solid(want[i]) {
			t.Fatalf("row %d says %.300q, want %.300q", i, got[i], want[i])
		}
	}
	y := units.Sp(-1)
	for _, p := range texts(boxes) {
		if e := b.Tree.At(p.Tag); p.Tag != 0 && e.Role == frame.TH && e.Scope == "Row" {
			if p.y < y {
				t.Fatalf("%q stands above the row before", p.Text)
			}
			y = p.y
		}
	}
}

// solid takes the spaces out: a line that ends inside a word has one at its end.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// edges compares the right edges of the figures of each column.
func edges(t failer, b *bench, boxes []galley.Box, tab *doc.Table) {
	first := map[frame.ElemID]placed{}
	for _, p := range texts(boxes) {
		if _, ok := first[p.Tag]; !ok {
			first[p.Tag] = p
		}
	}
	right := map[int]units.Sp{}
	row := 0
	for id := range b.Tree.Elems {
		if b.Tree.Elems[id].Role != frame.TBody {
			continue
		}
		for _, tr := range b.Tree.Elems[id].Kids {
			kids := b.Tree.At(tr).Kids
			r := &tab.Rows[row]
			row++
			off := len(kids) - len(r.Cells) // the stub
			for j := range r.Cells {
				if s := r.Cells[j].Stat; s == nil || s.Number.Check() != nil || !allFigures(tab, j) {
					continue
				}
				p, ok := first[kids[j+off]]
				if !ok {
					t.Fatalf("row %d: the figure of column %d is not there", row, j)
				}
				e := lastDigit(p)
				if want, known := right[j]; known && !near(e, want) {
					t.Fatalf("row %d: %q ends at %s, others of column %d at %s", row, p.Text, e, j, want)
				}
				right[j] = e
			}
		}
	}
}

func allFigures(tab *doc.Table, j int) bool {
	for i := range tab.Rows {
		if r := &tab.Rows[i]; j < len(r.Cells) && len(r.Cells[j].Text) > 0 {
			return false
		}
	}
	return true
}

// Tables at the edges of what there is.
func TestEdges(t *testing.T) {
	many := &doc.Table{Title: words("Many"), Stub: words("s")}
	for i := range 2000 {
		many.Rows = append(many.Rows, row1(fmt.Sprintf("row %d", i), fmt.Sprint(i)))
	}
	many.Heads = heads("n")
	long := plainRows(12)
	for i := range long.Rows {
		long.Rows[i].Stub = words(strings.TrimSpace(strings.Repeat("very long ", 40*i+1)))
		long.Rows[i].Cells[1] = doc.Cell{Text: words(strings.TrimSpace(strings.Repeat("also long ", 200)))}
	}
	glued := plainRows(3)
	glued.Rows[0].Stub = words(strings.Repeat("abcdefghij", 500))
	empty := plainRows(30)
	for i := range empty.Rows {
		empty.Rows[i].Stub, empty.Rows[i].Cells = nil, make([]doc.Cell, 2)
	}
	strange := plainRows(2)
	strange.Rows[0].Cells[0] = doc.Cell{Stat: &doc.Stat{Number: lang.Number{Form: lang.Share}}}
	strange.Rows[1].Cells[0] = doc.Cell{Note: 77, Gap: 99}
	strange.Columns = []doc.Align{doc.AlignRight}
	strange.Rows = append(strange.Rows, doc.Row{Kind: doc.StraddleRow}, doc.Row{Kind: 99, Indent: 1 << 30, Stub: words("deep")})
	for name, tab := range map[string]*doc.Table{
		"nothing": {}, "only a title": {Title: words("T")}, "2,000 rows": many, "long cells": long, "a word of 5,000 letters": glued,
		"empty cells": empty, "what builders never make": strange, "only a stub": {Rows: []doc.Row{row1("x")}},
		"totals only":        {Heads: heads("n"), Rows: []doc.Row{kind(doc.TotalRow, row1("t", "1")), kind(doc.TotalRow, row1("t", "2"))}},
		"heads without rows": {Heads: heads("a", "b")},
	} {
		t.Run(name, func(t *testing.T) { splits(t, tab) })
	}
}
