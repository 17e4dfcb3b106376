package chart

import (
	"cmp"
	"math/big"
	"regexp"
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
// names decide between equal bars. Years stand in the order of time, in which
// readers look for them; the points of other lines stay as they are.
func (x *reader) sort() {
	if x.years() {
		slices.SortStableFunc(x.out.bars, func(a, b bar) int { return cmp.Compare(a.name, b.name) })
		return
	}
	if x.ch.Kind == doc.Lines {
		return
	}
	collate := x.l.Collator()
	slices.SortStableFunc(x.out.bars, func(a, b bar) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), longer(x.out.key(&a), x.out.key(&b)), collate(a.name, b.name))
	})
}

// key is the size that a bar is ordered by: where all bars are equally long,
// that of their first part.
func (d *data) key(b *bar) *big.Rat {
	if d.whole {
		return b.values[0].size
	}
	return b.main().size
}

// aYear is a label that is a year, or a period that begins with one.
var aYear = regexp.MustCompile(`^[12][0-9]{3}([–-][0-9]{2,4})?$`)

// years says that all bars are named by years.
func (x *reader) years() bool {
	return !slices.ContainsFunc(x.out.bars, func(b bar) bool { return !aYear.MatchString(b.name) })
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
