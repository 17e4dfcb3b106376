package proof

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// typed is a number that stands in figures in a text.
type typed struct {
	from, to int
	value    *big.Rat
	digits   string // without separators
	places   int
	// alone says that it is a word of its own, apart from punctuation.
	alone bool
}

// maxDigits bounds the numbers that are understood.
const maxDigits = 15

// typedNumbers finds the numbers of a text, with the separators of the
// language.
func typedNumbers(text string, l *lang.Table) []typed {
	var out []typed
	p := l.Profile(lang.Prose)
	for i := 0; i < len(text); {
		if !digit(text, i) {
			i++
			continue
		}
		n := typed{from: i}
		n.to = integerEnd(text, i, p.Group)
		n.digits = strings.ReplaceAll(text[i:n.to], p.Group, "")
		whole := n.digits
		if rest := text[n.to:]; strings.HasPrefix(rest, p.Decimal) && digit(rest, len(p.Decimal)) {
			end := n.to + len(p.Decimal)
			for digit(text, end) {
				end++
			}
			frac := text[n.to+len(p.Decimal) : end]
			n.to, n.places, n.digits = end, len(frac), whole+"."+frac
		}
		i = n.to
		if v, ok := new(big.Rat).SetString(n.digits); ok && len(n.digits) <= maxDigits {
			n.value = v
			n.alone = stands(text, n.from, n.to)
			out = append(out, n)
		}
	}
	return out
}

func digit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// integerEnd is where the digits that begin at an offset end, groups of
// thousands included.
func integerEnd(s string, i int, group string) int {
	first := i
	for digit(s, i) {
		i++
	}
	if group == "" || i-first > 3 {
		return i
	}
	for strings.HasPrefix(s[i:], group) {
		j := i + len(group)
		if !digit(s, j) || !digit(s, j+1) || !digit(s, j+2) || digit(s, j+3) {
			break
		}
		i = j + 3
	}
	return i
}

// stands reports whether a word stands between spaces and punctuation.
func stands(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	if from > 0 && !opening(before) {
		return false
	}
	rest := strings.TrimLeft(text[to:], ".,;:!?)”’…")
	after, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(after) || after == '%' && rest == text[to:]
}

// figures finds figures at the start of a sentence, and small ones that belong
// in words.
func (c *checker) figures(p *passage) {
	if p.place != prose {
		return
	}
	list := typedNumbers(p.text, c.Lang)
	for i, n := range list {
		switch {
		case !n.alone:
		case p.opens(n.from):
			c.atStart(p, n)
		case c.small(p, n) && !c.inSeries(p, list, i):
			v := n.value.Num().Int64()
			c.find(p, finding{
				rule: figureSmall, from: n.from, to: n.to, message: n.digits + " stands in figures",
				replace: c.Lang.Cardinal(v, lang.Masculine),
			})
		}
	}
}

// atStart reports a figure that a sentence begins with; a year that opens a
// name (2030 Agenda) is none.
func (c *checker) atStart(p *passage, n typed) {
	after := strings.TrimLeft(p.after(n.to), " ")
	next, _ := utf8.DecodeRuneInString(after)
	if year(n) && unicode.IsUpper(next) {
		return
	}
	f := finding{rule: figureStart, from: n.from, to: n.to, message: "a sentence begins with the figure " + p.text[n.from:n.to]}
	if n.places == 0 {
		f.replace = c.Lang.Capitalize(c.Lang.Cardinal(n.value.Num().Int64(), lang.Masculine))
	}
	c.find(p, f)
}

func year(n typed) bool {
	return n.to-n.from == 4 && n.places == 0 && n.digits >= "1500" && n.digits < "2200"
}

// small reports whether a number is a count below the limit of words: neither a
// name, nor a measure, nor part of a date or of a title.
func (c *checker) small(p *passage, n typed) bool {
	limit := int64(c.Lang.Profile(lang.Prose).WordsBelow)
	if n.places > 0 || len(n.digits) > 2 || n.value.Cmp(new(big.Rat).SetInt64(limit)) >= 0 || p.nested[n.from] {
		return false
	}
	if s := p.spot(n.from); len(c.words.Named) == 0 || s.title {
		return false
	}
	before, after := p.before(n.from), p.after(n.to)
	word := lastWord(before)
	first, _ := utf8.DecodeRuneInString(word)
	from, _ := p.sentence(n.from)
	inside := strings.TrimLeftFunc(p.text[from:n.from], opening) != word+" " // the first word has its capital from there
	switch {
	case unicode.IsUpper(first) && inside, capitals.MatchString(word), strings.HasSuffix(word, mark):
		return false
	case c.isName(before), leads(after, c.words.Measured), c.inDate(before, after):
		return false
	case leads(further(after), c.words.Measured), c.inDate("", further(after)):
		return false
	case follows(before, c.words.Currencies), unicode.IsUpper(firstRune(after)):
		return false
	}
	return true
}

// counted is a number or a letter of a list of names: "3,", "(b)".
var counted = regexp.MustCompile(`^(\d+|\([\pL\d]{1,4}\))[,;]?$`)

// isName reports whether a number is a name by the words before it: "article",
// or "articles 3, 4 (b) and".
func (c *checker) isName(before string) bool {
	const shortest = 3 // of the words that join two numbers
	joined := false
	for {
		before = strings.TrimRight(before, " ")
		if follows(before, c.words.Named) {
			return true
		}
		word := before[strings.LastIndexByte(before, ' ')+1:]
		switch {
		case counted.MatchString(word):
			joined = false
		case word != "" && !joined && utf8.RuneCountInString(word) <= shortest:
			joined = true
		default:
			return false
		}
		before = strings.TrimSuffix(before, word)
	}
}

func firstRune(after string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return r
}

func (c *checker) inDate(before, after string) bool {
	for _, m := range c.Lang.Months() {
		m = strings.ToLower(m)
		if leads(after, []string{m, "de " + m}) || follows(before, []string{m}) {
			return true
		}
	}
	return false
}

// inSeries reports whether a higher count stands in figures in the same
// sentence: then the small one follows it.
func (c *checker) inSeries(p *passage, list []typed, i int) bool {
	limit := big.NewRat(int64(c.Lang.Profile(lang.Prose).WordsBelow), 1)
	from, to := p.sentence(list[i].from)
	for _, n := range list {
		if n.from >= from && n.from < to && n.alone && !year(n) && n.value.Cmp(limit) >= 0 {
			return true
		}
	}
	for _, s := range p.spots {
		if s.from >= from && s.from < to && s.stat != nil && s.stat.Number.Value != nil && s.stat.Number.Value.Cmp(limit) >= 0 {
			return true
		}
	}
	return false
}

// percent finds the sign in text and the words in parentheses and tables.
func (c *checker) percent(p *passage) {
	for i := range len(p.text) {
		if p.text[i] != '%' || p.place == caption || p.signs(i) || !afterFigure(p.text[:i]) {
			continue
		}
		if s := c.statBefore(p, i); s != nil && s.Number.Unit != "" {
			continue // a matter of units
		}
		c.find(p, finding{rule: percentForm, from: i, to: i + 1, message: "the sign % stands in the text", replace: " " + c.words.PerCent})
	}
	for _, m := range c.perCentIn(p.text) {
		if p.signs(m[0]) && afterFigure(p.text[:m[0]]) && c.statBefore(p, m[0]) == nil {
			words := p.text[m[0]:m[1]]
			c.find(p, finding{
				rule: percentForm, from: m[0], to: m[1], message: words + " is written out in parentheses or a table", replace: "%",
			})
		}
	}
	for from, word := range fields(p.text) {
		plain := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if plain != "" && slices.Contains(c.words.Misspelt, strings.ToLower(plain)) {
			i := from + strings.Index(word, plain)
			c.find(p, finding{rule: percentForm, from: i, to: i + len(plain), message: plain + " is not how per cent is written", replace: c.words.PerCent})
		}
	}
}

// perCentIn finds per cent in words.
func (c *checker) perCentIn(text string) [][]int {
	if c.perCent == nil {
		return nil
	}
	return c.perCent.FindAllStringIndex(text, -1)
}

func indexAll(s, words string) []int {
	var out []int
	for from := 0; ; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return out
		}
		out = append(out, from+i)
		from += i + len(words)
	}
}

func wordEnds(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLetter(r)
}

// afterFigure reports whether a text ends with a figure, typed or bound, and
// perhaps a space.
func afterFigure(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	return strings.HasSuffix(before, mark) || before != "" && digit(before, len(before)-1)
}

// statBefore returns the bound figure that stands before an offset, or nil.
func (c *checker) statBefore(p *passage, offset int) *doc.Stat {
	before := strings.TrimRightFunc(p.text[:offset], unicode.IsSpace)
	if !strings.HasSuffix(before, mark) {
		return nil
	}
	return p.stat(len(before) - len(mark))
}
