package hr

import (
	"fmt"
	"slices"
	"strings"
)

// interpretSex interprets a column of sexes: all its words are decided together.
// Decisions stand under the head of the column, because the same letter means
// another thing under another head.
func (im *Imported) interpretSex(t *extract, c *column) {
	var words []string
	for i := range c.words {
		if !c.words[i].blank() && !c.sense[i].headWord && !c.sense[i].otherHead && !saysTotal(c.words[i].text) {
			words = append(words, fold(c.words[i].text))
		}
	}
	decided := decideSex(words, t.lang)
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.headWord || im.unreadable(t, c, w, s) || im.decide(topic{"sex", c.head, w.key()}, w.n, s, sexRole) {
			continue
		}
		if sex, ok := decided[fold(w.text)]; ok && !w.blank() {
			*s = sense{known: true, sex: sex}
		}
	}
	c.mute = c.tooManyUnknown()
	c.how += c.sexCodes()
	fix := sexRole.wants()
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.known || s.headWord || s.wrong || s.out != toCount {
			continue
		}
		p := topic{"sex", c.head, w.key()}
		switch {
		case w.blank():
			s.ask = im.questions.ask(p, fmt.Sprintf("the sex under %q is empty", c.head), fix, "U")
		case c.mute:
			s.ask = im.askColumn(t, c)
		case !showable(w.text):
			s.ask = im.unfit(t, c)
		default:
			s.ask = im.questions.ask(p, fmt.Sprintf("%q under %q may mean either sex, or none", w.key(), c.head), fix, suggestSex(fold(w.text))...)
		}
	}
}

// sexCodes says how the words of a column were read: "F is F, H is M".
func (c *column) sexCodes() string {
	if c.mute {
		return ""
	}
	var out []string
	for i := range c.words {
		if s := c.sense[i]; s.known {
			code := c.words[i].key() + " is " + s.sex.String()
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	slices.Sort(out)
	if len(out) == 0 {
		return ""
	}
	return "; " + strings.Join(out[:min(len(out), 8)], ", ")
}

// spanSexes decides the sexes that heads of columns name, all heads together.
func (im *Imported) spanSexes(t *extract) {
	var words []string
	for _, c := range t.columns {
		if c.of.sex != "" {
			words = append(words, c.of.sex)
		}
	}
	decided := decideSex(words, t.lang)
	for _, c := range t.columns {
		if c.of.sex == "" {
			continue
		}
		var s sense
		if sex, ok := decided[c.of.sex]; ok {
			s = sense{known: true, sex: sex}
		}
		const head = "heads of columns"
		if !im.decide(topic{"sex", head, c.of.sex}, len(t.rows), &s, sexRole) && !s.known {
			s.ask = im.questions.ask(topic{"sex", head, c.of.sex}, fmt.Sprintf("%q in the heads of columns may mean either sex", c.of.sex), "F or M", suggestSex(c.of.sex)...)
		}
		c.heads = s
	}
}
