package png

import (
	"testing"

	"assemble/fonts"
	"assemble/output/specimen"
)

// A page of 50 lines of text, drawn for the screen: the worst of a report.
func BenchmarkPage(b *testing.B) {
	set := fonts.Embedded()
	book := specimen.Dense(set, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Page(book, 0, 100, set); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	set := fonts.Embedded()
	img, err := Page(specimen.Dense(set, 1), 0, 100, set)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Encode(img); err != nil {
			b.Fatal(err)
		}
	}
}
