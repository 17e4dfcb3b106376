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
		if !c.words[i].blank() && !c.sense[i].headWord && !c.sense[i].otherHead && !isTotal(c.words[i].text) {
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

// spanHeads decides what the heads of columns of counts mean: the sexes that they
// name all together, nationalities each by itself.
func (im *Imported) spanHeads(t *extract) {
	var words []string
	for _, c := range t.columns {
		if c.of.sex != "" {
			words = append(words, c.of.sex)
		}
	}
	decided := decideSex(words, t.lang)
	for _, c := range t.columns {
		c.span.category, c.span.grade = c.of.category, c.of.grade
		if c.of.sex != "" {
			im.spanSex(t, c, decided)
		}
		if c.of.nation != "" {
			im.spanNation(t, c)
		}
	}
	t.columns = slices.DeleteFunc(t.columns, func(c *column) bool { return c.span.out })
}

func (im *Imported) spanSex(t *extract, c *column, decided map[string]Sex) {
	var s sense
	if sex, ok := decided[c.of.sex]; ok {
		s = sense{known: true, sex: sex}
	}
	p := topic{"sex", "heads of columns", c.of.sex}
	if !im.decide(p, len(t.rows), &s, sexRole) && !s.known {
		s.ask = im.questions.ask(p, fmt.Sprintf("%q in the heads of columns may mean either sex", c.of.sex), "F or M", suggestSex(c.of.sex)...)
	}
	c.span.take(s)
	c.span.sex = s.sex
}

func (im *Imported) spanNation(t *extract, c *column) {
	text := strings.Join(strings.Fields(c.of.nation), " ")
	p := topic{"nationality", text}
	var s sense
	if !im.decide(p, len(t.rows), &s, nationalityRole) {
		if s = im.readNationality(text); !s.known {
			s.ask = im.questions.ask(p, fmt.Sprintf("%q in the heads of columns does not tell which nationality is meant", text), nationalityRole.wants(), im.suggestNationality(t, text)...)
		}
	}
	c.span.take(s)
	c.span.nationality = s.nation
}

// take keeps what is open of a head, and whether its column is left out.
func (x *spanned) take(s sense) {
	if s.ask != nil {
		x.asks = append(x.asks, s.ask)
	}
	x.out = x.out || s.out != toCount
}
