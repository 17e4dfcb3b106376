package lang

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTellOnlyTells: whatever stands beside numbers, their values stay, and each
// can be printed as before.
func TestTellOnlyTells(t *testing.T) {
	pieces := []string{string(Mark), "12", "1,467", "3.5", "a ", " of the ", " offices", ". ", " per cent", "(", ")", " de las ", "é", "–", " million", "A", "Level ", " May", ""}
	for _, tag := range Languages() {
		table := For(tag)
		rapid.Check(t, func(t *rapid.T) {
			text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "text"), "")
			var list []Told
			for range rapid.IntRange(0, 5).Draw(t, "numbers") { // more or fewer than there are marks
				n := Number{
					Value: big.NewRat(rapid.Int64Range(-20, 20).Draw(t, "value"), 1), Places: -1, WasYear: 2016,
					Form: Form(rapid.IntRange(0, int(Name)).Draw(t, "form")), Unit: rapid.SampledFrom([]string{"", "offices", Percent, Points, "USD"}).Draw(t, "unit"),
				}
				list = append(list, Told{"a", n})
			}
			for i, n := range table.Tell(text, list) {
				before := list[i].Number
				if n.Value != before.Value || n.Form != before.Form || (n.Check() == nil) != (before.Check() == nil) {
					t.Fatalf("%v became %v", before, n)
				}
				for p := range places {
					if (table.Format(n, p) == "") != (table.Format(before, p) == "") {
						t.Fatalf("%v is not printed in place %d", n, p)
					}
				}
			}
		})
	}
}
