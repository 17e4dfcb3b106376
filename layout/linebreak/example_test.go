package linebreak_test

import (
	"fmt"
	"strings"

	"assemble/layout/linebreak"
	"assemble/layout/units"
)

// Words of square letters on a measure of ten. The first line could hold one
// word more, but then nothing would be left to fill the second.
func Example() {
	words := strings.Fields("one of us a printers' row")
	var items []linebreak.Item
	for i, w := range words {
		if i > 0 {
			items = append(items, linebreak.Item{
				Kind: linebreak.Glue, Width: units.Pt, Stretch: units.Pt / 2, Shrink: units.Pt / 3,
			})
		}
		items = append(items, linebreak.Item{Kind: linebreak.Box, Width: units.Sp(len(w)) * units.Pt})
	}
	r := linebreak.Break(items, linebreak.DefaultOptions(11*units.Pt))
	for _, l := range r.Lines {
		first, last := l.Start/2, (l.End+1)/2
		fmt.Println(strings.Join(words[first:last], " "), l.Adjust)
	}
	// Output:
	// one of us 2
	// a printers' 0
	// row 0
}
