package lang

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator returns a function that orders names and acronyms as the language
// does, by the Unicode Collation Algorithm with the tailoring of CLDR. Names
// that sort alike are put in the order of their bytes, so that the order is
// always the same. Each call makes a new function; one function must not be
// used by two goroutines at once.
func (t *Table) Collator() func(a, b string) int {
	c := collate.New(language.Make(t.tag))
	return func(a, b string) int {
		if order := c.CompareString(a, b); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	}
}
