package linebreak

import (
	"math/rand/v2"
	"testing"

	"assemble/layout/units"
)

// prose is a paragraph like those of the report: words of 1 to 13 letters of
// half an em at 10.5 pt, most hyphenated words of two to four pieces, the word
// space of the face and a little letter-fit.
func prose(words int, seed uint64) []Item {
	r := rand.New(rand.NewPCG(seed, 1))
	letter := units.Points(1050) * 45 / 100
	space := units.Points(1050) * 237 / 1000
	var items []Item
	box := func(n int) {
		w := units.Sp(n) * (letter + units.Sp(r.IntN(int(letter)))) * 2 / 3
		items = append(items, Item{Kind: Box, Width: w, Stretch: w * 3 / 100, Shrink: w / 100})
	}
	for i := range words {
		if i > 0 {
			hang := units.Sp(0)
			if r.IntN(9) == 0 {
				hang = letter / 3
			}
			items = append(items, Item{Kind: Glue, Width: space, Stretch: space / 2, Shrink: space * 15 / 100, Hang: hang})
		}
		n := 1 + min(r.IntN(9), r.IntN(13))
		for n >= 6 {
			box(3)
			items = append(items, Item{Kind: Penalty, Width: letter * 2 / 3, Cost: 50, Flagged: true, Hang: letter * 4 / 10})
			n -= 3
		}
		box(n)
	}
	return items
}

// BenchmarkBreak sets 500 words on the measure of the report (129.6 mm).
func BenchmarkBreak(b *testing.B) {
	items := prose(500, 1)
	measure := units.Mm(129_600)
	ragged := DefaultOptions(measure)
	ragged.Ragged = true
	resort := DefaultOptions(measure / 8)
	for name, o := range map[string]Options{"justified": DefaultOptions(measure), "ragged": ragged, "last resort": resort} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Break(items, o)
			}
		})
	}
}
