package fonts

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// sample is 40 invented words of a report.
const sample = `The office reported that 1,284 returnees received assistance in the first quarter, compared with 973 a
year earlier; most of them came from Côte d’Ivoire and chose voluntary return “for family reasons” after finding
no stable work.`

// text500 is 500 words of it.
func text500() []string {
	words := strings.Fields(strings.Repeat(sample+" ", 15))
	return words[:500]
}

// BenchmarkParse measures one face from its bytes, as it is first asked for.
func BenchmarkParse(b *testing.B) {
	for _, f := range Embedded().Faces() {
		data := f.Data()
		b.Run(f.Name(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parseFace(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReady measures what each shaper pays for each face.
func BenchmarkReady(b *testing.B) {
	f := Embedded().Face(serif)
	f.Upem()
	b.ReportAllocs()
	for b.Loop() {
		harfbuzz.NewFont(font.NewFace(f.parse().font))
	}
}

// BenchmarkWord measures one word the shaper does not know.
func BenchmarkWord(b *testing.B) {
	sh := Embedded().NewShaper()
	words := text500()
	sh.Shape(serif, OldStyle|Proportional, "en", "a")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		sh.shape(word{serif, OldStyle | Proportional, "en", words[i%len(words)]})
		i++
	}
}

// BenchmarkWordKnown measures one word out of the cache.
func BenchmarkWordKnown(b *testing.B) {
	sh := Embedded().NewShaper()
	words := text500()
	for _, w := range words {
		sh.Shape(serif, OldStyle|Proportional, "en", w)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		sh.Shape(serif, OldStyle|Proportional, "en", words[i%len(words)])
		i++
	}
}

// Benchmark500Words measures a page by a shaper that knows no word at first.
func Benchmark500Words(b *testing.B) {
	words := text500()
	sh := Embedded().NewShaper()
	sh.Shape(serif, OldStyle|Proportional, "en", "a")
	b.ReportAllocs()
	for b.Loop() {
		clear(sh.words)
		for _, w := range words {
			sh.Shape(serif, OldStyle|Proportional, "en", w)
		}
	}
}

// BenchmarkMissing measures the coverage check of 500 words.
func BenchmarkMissing(b *testing.B) {
	text := strings.Join(text500(), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if m := Embedded().Missing(text); m != nil {
			b.Fatal(m)
		}
	}
}

// BenchmarkSquare measures the writing of the test face.
func BenchmarkSquare(b *testing.B) {
	for b.Loop() {
		squareFont()
	}
}
