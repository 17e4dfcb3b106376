package chart

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/layout/doc"
)

// places gives all values the same number of decimals.
func (x *reader) places() {
	sign := x.l.Profile(valuePlace).Decimal
	places := 0
	x.each(func(v *value) {
		if _, frac, ok := strings.Cut(x.l.Parts(v.stat.Number, valuePlace).Figure, sign); ok {
			places = max(places, utf8.RuneCountInString(frac))
		}
	})
	x.each(func(v *value) { v.stat.Number.Places = places })
}

// rank puts answers such as "other" and "none" behind the rest. They are told
// by their first word, as the language has it.
func (x *reader) rank(name string) int {
	w := x.l.Strings()
	for i, word := range []string{w.OtherAnswers, w.NoneOfThese} {
		if len(name) < len(word) || !strings.EqualFold(name[:len(word)], word) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name[len(word):]); !unicode.IsLetter(r) {
			return i + 1
		}
	}
	return 0
}

// sort puts the longest bar first; what is not known comes after what is, and
// names decide between equal bars. Lines go through time and stay as they are.
func (x *reader) sort() {
	if x.ch.Kind == doc.Lines {
		return
	}
	collate := x.l.Collator()
	slices.SortStableFunc(x.out.bars, func(a, b bar) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), longer(a.main().size, b.main().size), collate(a.name, b.name))
	})
}

func longer(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return b.Cmp(a)
}
