package table

import (
	"testing"

	"assemble/layout/doc"
)

// bigMatrix is as large as the largest annex: 185 nationalities, 18 columns.
func bigMatrix() *doc.Table {
	grades := []doc.Head{
		{Text: words("General Service"), Sub: heads("G‑1", "G‑1A", "G‑1B", "G‑2", "G‑3", "G‑4", "G‑5", "G‑6", "G‑7")},
		{Text: words("National Officers"), Sub: heads("NO‑A", "NO‑B", "NO‑C", "NO‑D")},
		{Text: words("UG")},
		{Text: words("Total"), Period: doc.Reported},
		{Text: words("By sex"), Sub: heads("F", "M")},
	}
	small := matrix(185)
	t := &doc.Table{Matrix: true, Title: small.Title, Unit: small.Unit, Stub: small.Stub, Heads: grades, Legend: small.Legend}
	for i := range small.Rows {
		r := small.Rows[i]
		if r.Kind != doc.StraddleRow {
			r.Cells = nil
			for j := range len(doc.Leaves(grades)) {
				r.Cells = append(r.Cells, cells(num((i*31+j*17)%97))...)
			}
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func BenchmarkMatrix(b *testing.B) {
	t := bigMatrix()
	place := newBench(b)
	b.ReportAllocs()
	for b.Loop() {
		place.Tree.Elems = place.Tree.Elems[:1]
		place.Tree.Elems[0].Kids = nil
		lay(place.Context, t)
	}
}

func BenchmarkTextTable(b *testing.B) {
	t := plainRows(200)
	for i := range t.Rows {
		t.Rows[i].Cells = []doc.Cell{{Text: words("The manual of procurement was revised, and staff were trained in all regional offices.")}, {Text: words("Under way")}}
	}
	place := newBench(b)
	b.ReportAllocs()
	for b.Loop() {
		place.Tree.Elems = place.Tree.Elems[:1]
		place.Tree.Elems[0].Kids = nil
		lay(place.Context, t)
	}
}

// The matrix of the benchmark is the sheet that the style was made for.
func TestBigMatrix(t *testing.T) {
	b := newBench(t)
	boxes := lay(b.numbered("Annex IV"), bigMatrix())
	b.check(t, boxes)
	b.look(t, "big", boxes)
	if n := len(b.book(boxes).Pages); n != 4 {
		t.Errorf("%d pages, want 4", n)
	}
	sameColumns(t, b.Tree)
}
