package proof

import (
	"fmt"
	"strings"
	"unicode"

	"assemble/layout/lang"
)

// shown is a bound figure as it is printed in its sentence.
type shown struct {
	spot
	number lang.Number
	text   string
}

// besides finds typed words beside bound figures that do not go with what is
// printed: a noun in the wrong number, an article for another sound.
func (c *checker) besides(p *passage) {
	if p.place != prose {
		return
	}
	for _, s := range c.shown(p) {
		c.agreement(p, s)
		c.article(p, s)
	}
}

// shown prints the bound figures of a passage.
func (c *checker) shown(p *passage) []shown {
	text := []byte(p.text)
	var out []shown
	var list []lang.Told
	for _, s := range p.spots {
		switch {
		case s.stat != nil:
			out = append(out, shown{spot: s})
			list = append(list, lang.Told{Name: s.stat.Fact, Number: s.stat.Number})
		case strings.HasPrefix(p.text[s.from:], mark) && s.run == nil:
			copy(text[s.from:], "ref") // as long as a mark, which stands for figures only
		}
	}
	if len(list) == 0 {
		return nil
	}
	for i, n := range c.Lang.Tell(string(text), list) {
		at := lang.Prose
		switch {
		case p.nested[out[i].from]:
			at = lang.Parentheses
		case p.opens(out[i].from):
			at = lang.SentenceStart
		}
		out[i].number, out[i].text = n, c.Lang.Format(n, at)
	}
	return out
}

// agreement finds "offices" behind a figure that is one, and "office" behind
// one that is not.
func (c *checker) agreement(p *passage, s shown) {
	n := s.number
	words := n.UnitWords
	value, ok := c.Lang.Printed(n)
	if !ok || s.stat.Hole || words.Singular == words.Plural || n.Form != lang.Auto && n.Form != lang.Figure && n.Form != lang.Words {
		return
	}
	right, wrong := words.Plural, words.Singular
	if c.Lang.Noun(words, value) == words.Singular {
		right, wrong = wrong, right
	}
	const between = 2
	end := s.from + len(mark)
	from := end
	for range between + 1 {
		from += len(p.text[from:]) - len(strings.TrimLeft(p.text[from:], " \u00a0"))
		after := p.after(from)
		switch {
		case leads(after, []string{right}):
			return
		case leads(after, []string{wrong}) && strings.HasPrefix(strings.ToLower(p.text[from:]), strings.ToLower(wrong)):
			c.find(p, finding{
				rule: agreement, from: from, to: from + len(wrong), replace: right,
				message: fmt.Sprintf("%s is printed as %s, and %s stands beside it", figureName(s.stat), s.text, p.text[from:from+len(wrong)]),
			})
			return
		}
		word := letters(p.text[from:])
		if word == "" || !strings.HasPrefix(p.text[from+len(word):], " ") || c.Lang.BeginsPhrase(word) {
			return
		}
		from += len(word)
	}
}

// article finds "a" before a figure that begins with a vowel, as it is spoken,
// and "an" before one that does not.
func (c *checker) article(p *passage, s shown) {
	before := strings.TrimRight(p.text[:s.from], " \u00a0")
	if len(before) == s.from || s.stat.Hole {
		return
	}
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	right, from := c.Lang.Article(word, s.text), len(before)-len(word)
	if right != "" && s.number.Form == lang.Direction && strings.EqualFold(s.text, c.Lang.Strings().NoChange) {
		c.find(p, finding{
			rule: articleSound, from: from, to: len(before), fix: "write the sentence anew",
			message: fmt.Sprintf("“%s” stands before %s, which is printed as %s", word, figureName(s.stat), s.text),
		})
		return
	}
	if right == "" || right == word || right != strings.ToLower(right) && !p.opens(from) {
		return // a capital inside a sentence is a name: type A
	}
	c.find(p, finding{
		rule: articleSound, from: from, to: from + len(word), replace: right,
		message: fmt.Sprintf("“%s” stands before %s, which is printed as %s", word, figureName(s.stat), s.text),
	})
}
