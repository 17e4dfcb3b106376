package lang_test

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/layout/lang"
)

// One value, printed by place and language; ~ shows where no line may break.
func ExampleTable_Format() {
	share := lang.Number{
		Value: big.NewRat(101, 1), Base: big.NewRat(111, 1), Form: lang.Share, Places: -1,
	}
	for _, tag := range []string{"en", "fr", "es"} {
		table := lang.For(tag)
		line := table.Format(share, lang.SentenceStart) + " | " + table.Format(share, lang.Prose) + " | " +
			table.Format(share, lang.InTable)
		fmt.Println(strings.ReplaceAll(line, "\u00a0", "~"))
	}
	// Output:
	// Ninety-one~per~cent | 91~per~cent | 91%
	// Quatre-vingt-onze~pour~cent | 91~pour~cent | 91~%
	// Noventa y uno~por~ciento | 91~por~ciento | 91%
}

// A key figure sets its scale smaller than its figure.
func ExampleTable_Parts() {
	reached := lang.Number{Value: big.NewRat(28_900_000, 1), Unit: "people", Form: lang.Million, Places: -1}
	parts := lang.For("en").Parts(reached, lang.KeyFigure)
	fmt.Printf("%q %q\n", parts.Figure, parts.After)
	// Output: "28.9" "\u00a0million"
}
