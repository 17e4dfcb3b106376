package hyphen

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed patterns/hyph-en-gb.tex
var enGB string

//go:embed patterns/hyph-fr.tex
var fr string

//go:embed patterns/hyph-es.tex
var es string

// Each dictionary is built when first asked for, once, and never changes: a
// build in English does not pay for Spanish.
var (
	english = sync.OnceValue(func() *Dict { return parse(enGB) })
	french  = sync.OnceValue(func() *Dict { return parse(fr) })
	spanish = sync.OnceValue(func() *Dict { return parse(es) })
)

// Dict holds the patterns and exceptions of one language. It is immutable and
// safe for concurrent use.
type Dict struct {
	patterns   trie
	exceptions map[string][]int // word in small letters: numbers of letters before each hyphen
	left       int              // fewest letters before a hyphen that the patterns were made for
	right      int              // and after
	apostrophe bool             // the patterns know the apostrophe as a letter
}

// For returns the dictionary of a language tag such as "en", "en-GB" or "fr-CH",
// or nil when there are no patterns for it. Only the first part of the tag
// counts: all English is hyphenated as British.
func For(lang string) *Dict {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch primary {
	case "en":
		return english()
	case "fr":
		return french()
	case "es":
		return spanish()
	}
	return nil
}

// Points returns the byte offsets in word where a hyphen may stand with at
// least left letters before it and right after. A word shorter than left+right
// has none, so 3 and 3 are also the rule "words of six letters and more".
func (d *Dict) Points(word string, left, right int) []int {
	if d == nil {
		return nil
	}
	left, right = max(left, d.left), max(right, d.right)
	var room [48]letter // spares the heap for all but the longest words
	letters, ok := spell(room[:0], word)
	if !ok || len(letters) < left+right {
		return nil
	}
	var levels []uint8
	if d.apostrophe {
		levels = d.patterns.levels(letters)
	}
	var points []int
	for start, part := range parts(letters) {
		switch at, ok := d.exceptions[small(part)]; {
		case len(part) < left+right:
		case ok:
			points = within(points, part, left, right, func(i int) bool { return slices.Contains(at, i) })
		case d.apostrophe:
			points = within(points, part, left, right, func(i int) bool { return levels[start+i]%2 == 1 })
		default:
			levels := d.patterns.levels(part)
			points = within(points, part, left, right, func(i int) bool { return levels[i]%2 == 1 })
		}
	}
	return points
}

// within appends the offsets of the letters before which allowed says a hyphen
// may stand, so far as left and right permit.
func within(points []int, part []letter, left, right int, allowed func(i int) bool) []int {
	for i := left; i <= len(part)-right; i++ {
		if allowed(i) {
			points = append(points, part[i].at)
		}
	}
	return points
}

// Exceptions returns the words that overrule the patterns, hyphenated, sorted.
func (d *Dict) Exceptions() []string {
	if d == nil {
		return nil
	}
	var words []string
	for word, at := range d.exceptions {
		words = append(words, hyphenated(word, at))
	}
	slices.Sort(words)
	return words
}

// With returns a dictionary with further exceptions, written with their hyphens
// ("ma-nu-script"); a word without one is never hyphenated. A later exception
// replaces an earlier one. Capitals do not matter, and an exception holds on
// either side of an apostrophe (l'organe, organ's).
func (d *Dict) With(words ...string) (*Dict, error) {
	if d == nil {
		return nil, nil
	}
	more := *d
	more.exceptions = maps.Clone(d.exceptions)
	for _, word := range words {
		key, at, ok := exception(word)
		if !ok {
			return nil, fmt.Errorf("exception %q is not a word of letters and hyphens", word)
		}
		more.exceptions[key] = at
	}
	return &more, nil
}

// exception takes a hyphenated word apart into the word and the numbers of
// letters before its hyphens.
func exception(word string) (key string, at []int, ok bool) {
	n := 0
	for part := range strings.SplitSeq(word, "-") {
		letters, ok := spell(nil, part)
		if !ok || letters[0].at > 0 || letters[len(letters)-1].end < len(part) {
			return "", nil, false
		}
		if slices.ContainsFunc(letters, func(l letter) bool { return l.r == apostrophe }) {
			return "", nil, false // exceptions are looked up by what stands between apostrophes
		}
		if n > 0 {
			at = append(at, n)
		}
		n += len(letters)
		key += small(letters)
	}
	return key, at, true
}

// hyphenated puts the hyphens back.
func hyphenated(word string, at []int) string {
	var b strings.Builder
	for i, r := range []rune(word) {
		if slices.Contains(at, i) {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}
