package pdfobj

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// synthetic fills a file of pages with small objects like those of a structure
// tree. Numbers are given in order, objects in the order of shuffle.
func synthetic(w *Writer, pages, objects int, shuffle *rand.Rand) {
	root, tree, elements := w.Alloc(), w.Alloc(), w.Alloc()
	var puts []func()
	later := func(put func()) { puts = append(puts, put) }
	var kids, kidsOfTree Array
	for i := range pages {
		page, content := w.Alloc(), w.Alloc()
		kids = append(kids, page)
		later(func() {
			w.Put(page, dict("Type", Name("Page"), "Parent", tree, "Contents", content, "StructParents", i, "Resources", new(Dict)))
		})
		later(func() { w.PutStream(content, nil, syntheticContent(i), true) })
	}
	for i := range objects {
		r := w.Alloc()
		kidsOfTree = append(kidsOfTree, r)
		later(func() {
			w.Put(r, dict("Type", Name("StructElem"), "S", Name("TD"), "P", elements, "Pg", kids[i*pages/objects], "K", i%300))
		})
	}
	later(func() { w.Put(root, dict("Type", Name("Catalog"), "Pages", tree, "StructTreeRoot", elements)) })
	later(func() {
		w.Put(tree, dict("Type", Name("Pages"), "Kids", kids, "Count", pages, "MediaBox", Array{0, 0, 595, 842}))
	})
	later(func() { w.Put(elements, dict("Type", Name("StructTreeRoot"), "K", kidsOfTree)) })
	for _, i := range shuffle.Perm(len(puts)) {
		puts[i]()
	}
}

// syntheticContent is a page of fifty lines of glyph numbers.
func syntheticContent(page int) []byte {
	random := rand.New(rand.NewPCG(uint64(page), 9))
	var b []byte
	for line := range 50 {
		b = fmt.Appendf(b, "/P <</MCID %d>> BDC\nBT /F1 11 Tf 1 0 0 1 72 %d Tm [", line, 770-14*line)
		for range 12 {
			word := make([]byte, 12)
			for i := range word {
				word[i] = byte(i % 2 * (random.IntN(26) + 60))
			}
			b = AppendString(b, word)
			b = appendInt(b, -random.IntN(300), ' ')
		}
		b = append(b, "] TJ ET\nEMC\n"...)
	}
	return b
}

// book is a file of 100 pages and 30,000 small objects before Finish.
func book() *Writer {
	w := NewWriter("1.7")
	synthetic(w, 100, 30000, rand.New(rand.NewPCG(1, 1)))
	return w
}

func finished(b *testing.B, w *Writer) []byte {
	data, err := w.Finish(1, 0, nil)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkWrite makes, puts and finishes.
func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		finished(b, book())
	}
}

func BenchmarkFinish(b *testing.B) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		b.StopTimer()
		w := book()
		b.StartTimer()
		size = len(finished(b, w))
	}
	b.ReportMetric(float64(size), "file-bytes")
}

func BenchmarkParse(b *testing.B) {
	data := finished(b, book())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOps(b *testing.B) {
	content := append(syntheticContent(1), syntheticContent(2)...)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Ops(content, func(string, []Object) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
