package lang

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mark stands in a text for a number that is not printed yet. U+FFFC is the
// object replacement character.
const Mark = '\uFFFC'

// Beside is what stands beside a number in its sentence, as far as it changes
// how the number is printed; the zero value is that of a number on its own.
type Beside struct {
	Series   bool   // with a higher one of its kind, in figures: "9 of the 12 offices"
	Compound bool   // before what it qualifies: "a 27-per-cent decrease"
	Size     bool   // behind a word that gives its direction: "a decrease of 3 per cent"
	None     None   // what nought of something is
	Noun     string // what follows, for the gender of a number without a unit
	Of       bool   // it is one of those that follow: "21 of the offices"
}

// None says what nought is called.
type None uint8

// The words for nought: zero as any number, no before what is counted, none of
// it.
const (
	NoneZero None = iota
	NoneNo
	NoneOf
)

// Told is a number of a text, with the name of its fact; "" if it has none.
type Told struct {
	Name   string
	Number Number
}

// Tell finds what stands beside the numbers of a text, in which a Mark stands
// for each, and sets it in them. An earlier value takes the scale in which the
// number itself was printed last.
func (t *Table) Tell(text string, list []Told) []Number {
	r := &reading{t: t, text: text, list: list, out: make([]Number, len(list))}
	r.find()
	for i := range list {
		n := list[i].Number
		r.beside(i, &n)
		r.scale(i, &n)
		r.out[i] = n
	}
	r.series()
	return r.out
}

// reading is one text with its numbers.
type reading struct {
	t      *Table
	text   string
	list   []Told
	out    []Number
	counts []counted // typed and bound, in the order of the text
	places []int     // of the list in counts
}

// counted is a number that may be one of a series.
type counted struct {
	from, to int
	told     int // in list, -1 for one that is typed
	value    *big.Rat
	nouns    Noun // what a bound one counts
	sentence int
	figures  bool // it is printed in figures anyway
}

// find finds bound and typed numbers.
func (r *reading) find() {
	sentence, told := 0, 0
	for i := 0; i < len(r.text); {
		c, n := utf8.DecodeRuneInString(r.text[i:])
		switch {
		case c == Mark && told < len(r.list):
			r.places = append(r.places, len(r.counts))
			r.counts = append(r.counts, r.bound(told, i, i+n, sentence))
			told++
		case c >= '0' && c <= '9':
			n = r.typed(i, sentence)
		case c == ' ' && r.t.EndsSentence(r.text[:i]):
			sentence++
		}
		i += n
	}
}

// bound takes a number of the list. One that is no count has no value here.
func (r *reading) bound(told, from, to, sentence int) counted {
	c := counted{from: from, to: to, told: told, sentence: sentence}
	n := r.list[told].Number
	if n.Check() != nil || n.Unit == Percent || n.Unit == Points || isMoney(n.Unit) {
		return c
	}
	switch n.Form {
	case Auto, Figure, Million, Thousand:
		c.value, c.nouns = n.Value, n.UnitWords
		c.figures = n.Form != Auto || !r.starts(from)
	case Was:
		c.value, c.nouns, c.figures = n.WasValue, n.UnitWords, true
	}
	return c
}

// starts says that nothing of a sentence stands before an offset.
func (r *reading) starts(offset int) bool {
	before := strings.TrimRightFunc(r.text[:offset], opens)
	return before == "" || len(before) < offset && r.t.EndsSentence(before)
}

func opens(c rune) bool {
	return unicode.IsSpace(c) || unicode.In(c, unicode.Pi, unicode.Ps) || c == '"'
}

// typed takes a number that stands in figures, and returns its length. A year
// and the number of something are no counts.
func (r *reading) typed(from, sentence int) int {
	p := r.t.Profile(Prose)
	to := numberEnd(r.text, from, p)
	text := strings.ReplaceAll(strings.ReplaceAll(r.text[from:to], p.Group, ""), p.Decimal, ".")
	v, ok := new(big.Rat).SetString(text)
	if !ok || len(text) > maxPlaces+maxPlaces || r.isYear(from, to) || r.isName(from) || r.isMeasure(to) {
		return to - from
	}
	r.counts = append(r.counts, counted{from: from, to: to, told: -1, value: v, sentence: sentence, figures: true})
	return to - from
}

// numberEnd is where the figures end that begin at an offset.
func numberEnd(s string, i int, p Profile) int {
	for {
		i += digits(s[i:])
		rest := s[i:]
		switch {
		case p.Group != "" && strings.HasPrefix(rest, p.Group) && digits(rest[len(p.Group):]) >= 3:
			i += len(p.Group)
		case strings.HasPrefix(rest, p.Decimal) && digits(rest[len(p.Decimal):]) > 0:
			i += len(p.Decimal)
		default:
			return i
		}
	}
}

// digits counts the digits that a text begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func (r *reading) isYear(from, to int) bool {
	s := r.text[from:to]
	return len(s) == 4 && digits(s) == 4 && s >= "1500" && s < "2200"
}

// isName says that a word before a number makes it the name of something:
// "article 12", "Level 3".
func (r *reading) isName(from int) bool {
	word := lastWord(r.text[:from])
	first, _ := utf8.DecodeRuneInString(word)
	return slices.Contains(r.t.proof.Named, strings.ToLower(word)) ||
		unicode.IsUpper(first) && !r.starts(max(0, from-len(word)-1)) || // a title, or a month
		slices.Contains(r.t.proof.Currencies, word)
}

// isMeasure says that a unit stands behind a number, so that it counts nothing.
func (r *reading) isMeasure(to int) bool {
	words := nextWords(r.text[to:], 1)
	if len(words) == 0 {
		return strings.HasPrefix(r.text[to:], "%")
	}
	for _, m := range r.t.Months() {
		if strings.EqualFold(words[0], m) {
			return true
		}
	}
	return slices.Contains(r.t.proof.Measured, words[0]) && !slices.Contains(r.t.proof.Millions, words[0]) &&
		!slices.Contains(r.t.proof.Thousands, words[0])
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	return s[strings.LastIndexAny(s, " \u00a0")+1:]
}

// nextWords are the words that follow, in small letters, as far as nothing but
// spaces and hyphens stands between them.
func nextWords(s string, most int) []string {
	var out []string
	for len(out) < most {
		s = strings.TrimLeft(s, " \u00a0-\u2011")
		end := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '’' })
		if end < 0 {
			end = len(s)
		}
		if end == 0 {
			break
		}
		out = append(out, strings.ToLower(s[:end]))
		s = s[end:]
	}
	return out
}
