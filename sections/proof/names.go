package proof

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"assemble/inputs/source"
)

// names finds names that differ from a listed one in one word that begins with
// the same letter, so that the acronym would fit both: Data Tracking Matrix
// for Displacement Tracking Matrix.
func (a *acronymReader) names(p *passage, words []string, at []int) {
	for _, e := range a.named {
		for i := 0; i+len(e.long) <= len(words); i++ {
			if words[i] == "" || words[i][0] != e.long[0][0] { // in either case they begin alike
				continue
			}
			if j := oneDiffers(e.long, words[i:i+len(e.long)], a.words.Plurals); j >= 0 {
				last := i + len(e.long) - 1
				a.find(p, finding{
					rule: nameDiffers, from: at[i], to: at[last] + len(words[last]),
					message: fmt.Sprintf("the name is near to %s (%s), but has %s instead of %s", e.Long, e.Short, words[i+j], e.long[j]),
				})
			}
		}
	}
}

// bareWords are the words of a text without marks around them, with their
// offsets. A word without letters is empty.
func bareWords(text string) (words []string, at []int) {
	for from, w := range fields(text) {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		words, at = append(words, bare), append(at, from+strings.Index(w, bare))
	}
	return words, at
}

// shortestInFull is the length in words of full forms that are looked for: those
// of two words are too common (non-food items).
const shortestInFull = 3

// stretch is where a full form stands in a passage.
type stretch struct {
	*entry
	from, to int
}

// inFull finds full forms in sentences after their acronym was explained, where
// the acronym would do. A title in italics keeps its form, and a name that is
// part of a longer one goes with that.
func (a *acronymReader) inFull(p *passage, words []string, at []int) {
	if p.place != prose {
		return
	}
	starts := map[byte][]int{} // of words, by their first letter: only ends of names differ
	for i, w := range words {
		if w != "" {
			b := strings.ToLower(w)[0]
			starts[b] = append(starts[b], i)
		}
	}
	var list []stretch
	for _, e := range a.order {
		n := len(e.long)
		if n < shortestInFull {
			continue
		}
		for _, i := range starts[strings.ToLower(e.long[0])[0]] {
			if i+n <= len(words) && a.sameName(e.long, words[i:i+n]) {
				list = append(list, stretch{e, at[i], at[i+n-1] + len(words[i+n-1])})
			}
		}
	}
	for _, x := range list {
		longer := func(y stretch) bool { return y.from <= x.from && y.to >= x.to && y.to-y.from > x.to-x.from }
		if !a.explainedBefore(x, p) || slices.ContainsFunc(list, longer) || p.spot(x.from).title || besideParenthesis(p.text, x) {
			continue
		}
		a.find(p, finding{
			rule: acronymAgain, from: x.from, to: x.to, message: x.Short + " is written in full again",
			related: []source.Related{{At: x.first, Message: "it is written out here"}},
		})
	}
}

func (a *acronymReader) explainedBefore(x stretch, p *passage) bool {
	return x.state == explained && (x.where != p || x.at < x.from)
}

// besideParenthesis reports whether a full form stands beside its acronym, one
// of the two in parentheses: that is judged by the acronym.
func besideParenthesis(text string, x stretch) bool {
	after := strings.TrimLeft(text[x.to:], " \u00a0")
	return strings.HasPrefix(after, "("+x.Short) || strings.HasSuffix(text[:x.from], "(")
}

func capitalized(words []string) bool {
	n := 0
	for _, w := range words {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}

// oneDiffers returns the one word in which two names differ, if it begins with
// the same capital; -1 if they are equal or differ more.
func oneDiffers(name, words []string, endings [][2]string) int {
	differs := -1
	for i := range name {
		if plural(name[i], words[i], endings) {
			continue
		}
		if differs >= 0 || words[i] == "" {
			return -1
		}
		x, y := []rune(name[i]), []rune(words[i])
		if x[0] != y[0] || !unicode.IsUpper(x[0]) {
			return -1
		}
		differs = i
	}
	return differs
}
