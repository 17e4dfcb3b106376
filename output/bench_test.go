package output

import (
	"testing"

	"assemble/fonts"
	"assemble/output/pdf"
	"assemble/output/specimen"
)

// The report to be: a hundred pages of dense text, 5,000 lines.
func BenchmarkPDF(b *testing.B) {
	book := specimen.Dense(fonts.Embedded(), 100)
	b.ResetTimer()
	for b.Loop() {
		data := write(b, book, fonts.Embedded())
		b.ReportMetric(float64(len(data)), "bytes")
	}
}

// The page writer alone.
func BenchmarkDraw(b *testing.B) {
	book := specimen.Dense(fonts.Embedded(), 100)
	b.ResetTimer()
	for b.Loop() {
		if _, err := pdf.Draw(book, fonts.Embedded()); err != nil {
			b.Fatal(err)
		}
	}
}

// An annex of many cells: 20 pages of 45 rows of 17 columns, 15,300 cells.
func BenchmarkTable(b *testing.B) {
	book := specimen.Table(fonts.Embedded(), 20, 45, 17)
	b.ResetTimer()
	for b.Loop() {
		data := write(b, book, fonts.Embedded())
		b.ReportMetric(float64(len(data)), "bytes")
	}
}
