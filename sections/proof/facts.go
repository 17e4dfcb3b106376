package proof

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// typedFigures finds figures that are typed, in figures or in words, though a
// fact with that value and its unit stands behind them. {{=23}} is not typed:
// whoever writes it says that no data stand behind it.
func (c *checker) typedFigures(p *passage) {
	if p.place == cell || p.place == heading {
		return
	}
	for _, n := range typedNumbers(p.text, c.Lang) {
		if n.value.Sign() > 0 && !year(n) {
			c.typedFigure(p, n.from, n.to, n.value, n.places)
		}
	}
	c.spokenFigures(p)
}

func (c *checker) typedFigure(p *passage, from, to int, value *big.Rat, places int) {
	before, after := p.before(from), p.after(to)
	scale, rest := c.scale(after)
	beside := func(f *Fact) bool { return c.unitBeside(f, before, rest) }
	var found []*Fact
	form, said := "", "is the value of"
	switch year := comparedYear(before); {
	case scale > 1:
		found = c.scaledFacts(value, places, scale, beside)
	case year > 0:
		found = c.earlier(year, value, places, beside)
		form, said = " | was", fmt.Sprintf("is the value in %d of", year)
	default:
		found = append(c.named.standing(value, beside), c.named.rounded(value, places, beside)...)
	}
	if len(found) == 0 {
		return
	}
	names := make([]string, 0, len(found))
	for _, f := range found {
		names = append(names, f.Name)
	}
	const most = 3
	if len(names) > most {
		names = append(names[:most], "…")
	}
	if scale == 1_000_000 {
		form = " | million"
	}
	fix := fmt.Sprintf("write {{%s%s}}, or {{=%s}} if it is another thing", found[0].Name, form, value.FloatString(places))
	c.find(p, finding{
		rule: figureTyped, from: from, to: to, message: fmt.Sprintf("%s is typed, and %s %s", p.text[from:to], said, strings.Join(names, ", ")), fix: fix,
		related: []source.Related{{At: found[0].At, Message: "the fact"}},
	})
}

// compared is a year before what it is compared by: "(2016: 52 offices)".
var compared = regexp.MustCompile(`\b([12][0-9]{3}) ?: ?$`)

// comparedYear is the year that an earlier value is given of, 0 for none.
func comparedYear(before string) int {
	m := compared.FindStringSubmatch(before)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

// earlier are the facts that had a value in an earlier year.
func (c *checker) earlier(year int, value *big.Rat, places int, beside func(*Fact) bool) []*Fact {
	var out []*Fact
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.WasYear != year || f.WasValue == nil {
			continue
		}
		same := f.WasValue.Cmp(value) == 0 || f.Computed && f.WasValue.FloatString(places) == value.FloatString(places)
		if same && beside(f) {
			out = append(out, f)
		}
	}
	return out
}

// scale takes the word million or thousand behind a figure.
func (c *checker) scale(after string) (by int64, rest string) {
	after = strings.TrimLeft(after, " ")
	if w := leading(after, c.words.Millions); w != "" {
		return 1_000_000, after[len(w):]
	}
	if w := leading(after, c.words.Thousands); w != "" {
		return 1_000, after[len(w):]
	}
	return 1, after
}

// scaledFacts are those that a typed "28.9 million" is the rounded value of.
func (c *checker) scaledFacts(value *big.Rat, places int, by int64, beside func(*Fact) bool) []*Fact {
	const significant = 2 // one digit is the beginning of too many figures
	want := value.FloatString(places)
	if len(strings.Trim(strings.ReplaceAll(want, ".", ""), "0")) < significant {
		return nil
	}
	var out []*Fact
	for _, f := range c.named.scaled {
		if new(big.Rat).Quo(f.Value, big.NewRat(by, 1)).FloatString(places) == want && beside(f) {
			out = append(out, f)
		}
	}
	return out
}

// unitBeside reports whether the unit of a fact stands beside a typed figure:
// a currency before it, per cent or the counted thing behind it, with at most
// two words between ("102 of our offices").
func (c *checker) unitBeside(f *Fact, before, after string) bool {
	switch {
	case f.Unit == lang.Percent:
		return c.words.PerCent != "" && leads(strings.ReplaceAll(after, "-", " "), []string{"%", c.words.PerCent})
	case f.Unit == lang.Points:
		return false
	case isMoney(f.Unit):
		return strings.HasSuffix(strings.TrimRight(before, " "), f.Unit)
	}
	many, one := f.Words.Plural, f.Words.Singular
	if many == "" {
		many, one = f.Label, f.Label
	}
	const between = 2
	for range between + 1 {
		after = strings.TrimLeft(after, " -") // a 75-minute course
		if many != "" && leads(after, []string{strings.ToLower(many), strings.ToLower(one)}) {
			return true
		}
		word, rest, more := strings.Cut(after, " ")
		if many != "" && plural(many, letters(word), c.words.Plurals) {
			return true
		}
		if !more || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' }) {
			return false
		}
		after = rest
	}
	return false
}

// spokenFigures finds the values of facts in words. The longest run of number
// words is one number.
func (c *checker) spokenFigures(p *passage) {
	var run []string
	first, end := 0, 0
	flush := func() {
		if v := c.named.spoken[strings.Join(run, " ")]; v != nil {
			c.typedFigure(p, first, end, v, 0)
		}
		run = run[:0]
	}
	for from, word := range fields(p.text) {
		plain := strings.TrimLeftFunc(word, opening)
		small := strings.ToLower(letters(plain))
		if small == "" || !c.isNumberWord(small) {
			flush()
			continue
		}
		if len(run) == 0 {
			first = from + len(word) - len(plain)
		}
		run, end = append(run, small), from+len(word)-len(plain)+len(small)
		if len(small) < len(plain) {
			flush()
		}
	}
	flush()
}

func (c *checker) isNumberWord(word string) bool {
	for _, w := range numberWords(word) {
		if !c.named.words[w] {
			return false
		}
	}
	return true
}

// facts looks at the register of figures: those that nothing prints, and those
// that a reader would take for one thing with two values.
func (c *checker) facts() {
	type thing struct {
		label, unit string
		year        int
	}
	use := c.uses()
	seen := map[thing]*Fact{}
	for i := range c.Facts {
		f := &c.Facts[i]
		if f.Written && !c.Broken && !use.printed[f.Name] && f.Equals == "" {
			c.report(finding{rule: factUnprinted, message: f.Name + " is printed nowhere"}, f.At, f.Name, f.File+":"+f.Name)
		}
		// In charts and tables a title says what "Other" belongs to.
		if !f.Written || f.Label == "" || f.Value == nil || !use.inText[f.Name] {
			continue
		}
		key := thing{strings.ToLower(f.Label), f.Unit, f.Year}
		first := seen[key]
		if first == nil {
			seen[key] = f
			continue
		}
		if first.Value.Cmp(f.Value) != 0 {
			c.report(finding{
				rule: factTwoValues, message: fmt.Sprintf("%s and %s have the label “%s” and different values", first.Name, f.Name, f.Label),
				related: []source.Related{{At: first.At, Message: "the other fact"}},
			}, f.At, f.Name, f.File+":"+f.Name)
		}
	}
}

// use is where facts are printed.
type use struct {
	facts   map[string]*Fact
	printed map[string]bool // somewhere, or a figure that was worked out from them or is compared with them
	inText  map[string]bool // in sentences or as key figures
	// compared are the earlier values that are printed: "(2016: 52 offices)". A
	// fact with such a value is printed by them.
	compared map[comparator]bool
}

type comparator struct {
	year  int
	value string
}

func (c *checker) uses() *use {
	u := &use{facts: map[string]*Fact{}, printed: map[string]bool{}, inText: map[string]bool{}, compared: map[comparator]bool{}}
	for i := range c.Facts {
		u.facts[c.Facts[i].Name] = &c.Facts[i]
	}
	m := &c.Doc.Cover
	for _, run := range [][]doc.Inline{m.Title, m.Submission, m.Reissue, m.Decision, m.Note} {
		doc.Each(run, u.inline)
	}
	for _, part := range c.Doc.Parts {
		doc.Stats(part.Blocks, u.stat)
		doc.Blocks(part.Blocks, func(b doc.Block) {
			switch b := b.(type) {
			case *doc.KeyFigures:
				for _, k := range b.Of {
					u.inText[k.Stat.Fact] = true
				}
			case *doc.Paragraph:
				doc.Each(b.Text, u.inline)
			}
		})
	}
	for i := range c.Facts {
		f := &c.Facts[i]
		if u.printed[f.Name] || f.Equals != "" {
			u.take(f.Equals)
		}
		if f.Value != nil && u.compared[comparator{f.Year, f.Value.RatString()}] {
			u.take(f.Name)
		}
	}
	return u
}

func (u *use) inline(in doc.Inline) {
	if s, ok := in.(*doc.Stat); ok {
		u.inText[s.Fact] = true
		u.stat(s)
	}
}

func (u *use) stat(s *doc.Stat) {
	if s == nil {
		return
	}
	u.take(s.Fact)
	if n := s.Number; n.Form == lang.Was && n.WasValue != nil {
		u.compared[comparator{n.WasYear, n.WasValue.RatString()}] = true
		u.compared[comparator{n.WasYear, n.WasValue.FloatString(0)}] = true // as a computed share is printed
	}
}

// take marks a fact and those that it was worked out from as printed.
func (u *use) take(name string) {
	if name == "" || u.printed[name] {
		return
	}
	u.printed[name] = true
	if f := u.facts[name]; f != nil {
		for _, part := range f.Of {
			u.take(part)
		}
	}
}
