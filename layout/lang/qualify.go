package lang

import (
	"slices"
	"strings"
)

// beside finds what stands directly beside a number.
func (r *reading) beside(i int, n *Number) {
	c, ok := r.at(i)
	if !ok {
		return // no mark stands for it
	}
	before, after := r.text[:c.from], r.text[c.to:]
	n.Beside.Compound = r.t.qualifies(*n, before, after)
	n.Beside.Size = r.directed(i, c)
	n.Beside.Noun, n.Beside.Of = r.t.noun(after)
	if n.Form == Auto && c.value != nil && c.value.Sign() == 0 {
		n.Beside.None = r.none(c)
	}
}

// qualifies says that a percentage stands before what it qualifies: behind an
// article ("a 27-per-cent decrease"), or before a word of change ("the
// 27-per-cent decrease").
func (t *Table) qualifies(n Number, before, after string) bool {
	if n.Unit != Percent && n.Unit != Points && n.Form != Share || !strings.HasPrefix(after, " ") {
		return false
	}
	words := nextWords(after, 1)
	if len(words) == 0 || t.BeginsPhrase(words[0]) {
		return false
	}
	article := strings.ToLower(lastWord(before))
	return slices.Contains(t.qualified.articles, article) ||
		slices.Contains(t.qualified.determiners, article) && slices.Contains(t.qualified.changes, words[0]) ||
		slices.Contains(t.qualified.always, words[0])
}

// qualified are the words beside a number that qualifies what follows it; empty
// in a language that has no such compounds.
type qualified struct {
	articles    []string // before it
	determiners []string // before it, if a word of change follows
	changes     []string
	always      []string // behind it, whatever stands before
}

// noun is the word that follows a number, or, behind of, the one that follows
// the article there.
func (t *Table) noun(after string) (noun string, of bool) {
	words := nextWords(after, near)
	if len(words) == 0 || !slices.Contains(t.numerals.of, words[0]) {
		return strings.Join(words[:min(1, len(words))], ""), false
	}
	for _, w := range words[1:] {
		if !t.BeginsPhrase(w) {
			return w, true
		}
	}
	return "", true
}

// directed says that the number before this one is a word that gives its
// direction, and nothing but a preposition stands between.
func (r *reading) directed(i int, c counted) bool {
	if i == 0 || r.list[i-1].Number.Form != Direction {
		return false
	}
	x, _ := r.at(i - 1)
	between := strings.Trim(r.text[x.to:c.from], " ,\u00a0")
	return between == "" || slices.Contains(r.t.proof.Preposition, between)
}

// at is where a number of the list stands.
func (r *reading) at(told int) (counted, bool) {
	if told >= len(r.places) {
		return counted{}, false
	}
	return r.counts[r.places[told]], true
}

// none says how nought is called before what it counts.
func (r *reading) none(c counted) None {
	_, of := r.t.noun(r.text[c.to:])
	switch {
	case of:
		return NoneOf
	case c.nouns != (Noun{}) && r.standsBefore(c, c.nouns):
		return NoneNo
	}
	return NoneZero
}

// scale gives the earlier value of a number the scale in which the number
// stands before it: "USD 1,605.4 million (2016: USD 1,602.3 million)".
func (r *reading) scale(i int, n *Number) {
	if n.Form != Was || n.WasForm != Auto || r.list[i].Name == "" {
		return
	}
	for j := i - 1; j >= max(0, i-longestSeries); j-- {
		x := r.list[j]
		if x.Name != r.list[i].Name || x.Number.Form == Direction || x.Number.Form == Name {
			continue
		}
		switch x.Number.Form {
		case Million, Thousand:
			n.WasForm = x.Number.Form
		case Share:
			if n.Unit != Percent && n.WasBase != nil && n.WasBase.Sign() > 0 {
				n.WasForm = Share
			}
		}
		return
	}
}
