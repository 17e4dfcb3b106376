package lang

import (
	"math/big"
	"slices"
	"strings"
)

// series sets small numbers in figures where a higher one of their kind is in
// figures in the same sentence (United Nations Editorial Manual: a series
// follows the rule of its highest number).
func (r *reading) series() {
	for from := 0; from < len(r.counts); {
		to := from
		for to < len(r.counts) && r.counts[to].sentence == r.counts[from].sentence {
			to++
		}
		if to-from <= longestSeries {
			r.inSentence(from, to)
		}
		from = to
	}
}

// longestSeries bounds the numbers of a sentence that are compared with each
// other, each with each. What has more is no sentence.
const longestSeries = 60

// inSentence sets the numbers of one sentence, which stand from one place in
// the order of the text to another.
func (r *reading) inSentence(from, to int) {
	limit := big.NewRat(int64(r.t.Profile(Prose).WordsBelow), 1)
	high := make([]bool, to-from) // its series has one in figures
	for i := range high {
		c := r.counts[from+i]
		high[i] = c.value != nil && c.figures && c.value.Cmp(limit) >= 0
	}
	for again := true; again; { // being of one kind is handed on
		again = false
		for i := range high {
			for j := range high {
				if high[j] && !high[i] && r.alike(from+min(i, j), from+max(i, j)) {
					high[i], again = true, true
				}
			}
		}
	}
	for i := range high {
		if c := r.counts[from+i]; c.told >= 0 && high[i] {
			r.out[c.told].Beside.Series = true
		}
	}
}

// alike says that two numbers of a sentence, in the order of the text, count the
// same.
func (r *reading) alike(i, j int) bool {
	a, b := r.counts[i], r.counts[j]
	if a.value == nil || b.value == nil {
		return false
	}
	known, other := a.nouns != (Noun{}), b.nouns != (Noun{})
	switch {
	case known && other:
		return a.nouns.Plural == b.nouns.Plural
	case known && r.standsBefore(b, a.nouns), other && r.standsBefore(a, b.nouns):
		return true
	case !known && !other && r.sameWord(a, b):
		return true
	}
	return j == i+1 && r.joined(a.to, b.from)
}

// near is how many words may stand between a number and what it counts: "12 of
// our offices".
const near = 3

// standsBefore says that a number without a unit of its own stands before a noun.
func (r *reading) standsBefore(c counted, noun Noun) bool {
	words := nextWords(r.text[c.to:], near)
	return slices.Contains(words, headOf(noun.Plural)) || slices.Contains(words, headOf(noun.Singular))
}

// headOf is the last word of a noun in English, and near enough elsewhere.
func headOf(noun string) string {
	return strings.ToLower(noun[strings.LastIndexByte(noun, ' ')+1:])
}

// sameWord says that the same word follows both.
func (r *reading) sameWord(a, b counted) bool {
	x, y := nextWords(r.text[a.to:], 1), nextWords(r.text[b.to:], 1)
	return len(x) == 1 && len(y) == 1 && x[0] == y[0] && !r.t.BeginsPhrase(x[0])
}

// joined says that nothing but small words stands between two numbers: "9 of
// the 12", "between 5 and 15".
func (r *reading) joined(from, to int) bool {
	const most = 3
	words := strings.Fields(strings.ReplaceAll(r.text[from:to], "\u00a0", " "))
	if len(words) > most {
		return false
	}
	for _, w := range words {
		w = strings.Trim(w, ",–-")
		if w != "" && !r.t.BeginsPhrase(w) && !listed(r.t.marks.joins, strings.ToLower(w)) {
			return false
		}
	}
	return true
}
