package proof

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Report is all that is proofread: a document with its figures bound, and the
// registers that it has to agree with.
type Report struct {
	Doc      *doc.Document
	Lang     *lang.Table
	Files    *source.Files
	Acronyms []Acronym
	Facts    []Fact
	Known    []string // words in capitals that need no explanation
	Off      []Off
	// Broken says that the edition has errors, so that something of it may not
	// be here: then nothing is said of what is used nowhere.
	Broken bool
}

// Acronym is one of the register.
type Acronym struct {
	Short, Plural string // Plural "" for the usual one
	Long          string
	At            source.Span
	File          string // in which it stands, for the key of a finding
}

// Fact is a named figure.
type Fact struct {
	Name  string
	Value *big.Rat // nil if it could not be worked out
	Unit  string   // as of lang.Number
	Words lang.Noun
	Label string
	Year  int
	// Written says that a person wrote it into facts.yaml; others exist by
	// themselves and need not be printed.
	Written bool
	// Change says that the value is negative where there was a fall.
	Change bool
	// Computed says that the value is printed rounded to whole per cent.
	Computed bool
	// The value of an earlier year; nil if none is known.
	WasYear  int
	WasValue *big.Rat
	Of       []string // facts that it was worked out from
	Equals   string   // the fact that it is there to be compared with, "" for none
	At       source.Span
	File     string
}

// Off is a rule that an edition switches off.
type Off struct {
	Rule string
	At   source.Span
}

// Check proofreads the report.
func (x *Report) Check(r *source.Reporter) {
	c := newChecker(x, r)
	c.switchOff()
	passages := c.passages()
	c.targets = c.countTargets()
	c.named = c.values()
	for _, p := range passages {
		c.marks(p)
		c.spaces(p)
		c.hyphens(p)
		c.repeated(p)
		c.figures(p)
		c.percent(p)
		c.units(p)
		c.besides(p)
		c.references(p)
		c.typedFigures(p)
		c.rounded(p)
	}
	c.headings()
	c.acronyms(passages)
	c.facts()
}

// checker is one reading.
type checker struct {
	*Report
	r       *source.Reporter
	words   *lang.Proof
	rules   map[source.Code]Rule
	off     map[source.Code]bool
	lines   map[source.Pos][]rune // lines of files, by their first place
	named   *values               // facts by what is printed of them
	targets *targets              // what references by number could mean
	perCent *regexp.Regexp        // per cent in words, nil for none
}

func newChecker(x *Report, r *source.Reporter) *checker {
	c := &checker{
		Report: x, r: r, words: x.Lang.Proof(), rules: map[source.Code]Rule{}, off: map[source.Code]bool{},
		lines: map[source.Pos][]rune{},
	}
	for _, rule := range Rules() {
		c.rules[rule.ID] = rule
	}
	if words := c.words.PerCent; words != "" {
		c.perCent = regexp.MustCompile(`(?i)\b` + strings.ReplaceAll(regexp.QuoteMeta(words), " ", `[ \x{00A0}]`) + `\b`)
	}
	return c
}

// switchOff takes the rules that the edition does not want.
func (c *checker) switchOff() {
	for _, o := range c.Off {
		if _, ok := c.rules[source.Code(o.Rule)]; ok {
			c.off[source.Code(o.Rule)] = true
			continue
		}
		var known []string
		for _, rule := range Rules() {
			known = append(known, string(rule.ID))
		}
		c.r.Add(source.Diagnostic{
			Code: ruleUnknown, At: o.At, Excerpt: o.Rule, Replace: source.Nearest(o.Rule, known),
			Message: fmt.Sprintf("there is no rule %q that could be switched off", o.Rule), Fix: "write one of those that check prints",
		})
	}
}

// finding is what a rule has to say of a stretch of a passage.
type finding struct {
	rule     source.Code
	from, to int
	message  string
	fix      string // instead of that of the rule
	replace  string
	related  []source.Related
}

// find reports a finding, unless its rule is off or the text is not from a file.
func (c *checker) find(p *passage, f finding) {
	at := c.span(p, f.from, f.to)
	if !at.Start.Known() {
		return
	}
	excerpt := p.text[f.from:f.to]
	if strings.Contains(excerpt, mark) {
		excerpt = ""
	}
	c.report(f, at, excerpt, c.Files.Name(at.Start.File)+":"+p.quote(f.from, f.to))
}

// report adds a finding. Its key is the file with the words or the name that it
// is about, so that it stays accepted when lines are moved.
func (c *checker) report(f finding, at source.Span, excerpt, key string) {
	rule := c.rules[f.rule]
	if c.off[f.rule] {
		return
	}
	d := source.Diagnostic{
		Severity: rule.Severity, Code: f.rule, At: at, Message: f.message, Why: rule.Why, Excerpt: excerpt, Fix: f.fix, Replace: f.replace,
		Related: f.related, Key: key,
	}
	if d.Fix == "" {
		d.Fix = rule.Fix
	}
	c.r.Add(d)
}

// span is where a stretch of a passage stands in its file.
func (c *checker) span(p *passage, from, to int) source.Span {
	return source.Span{Start: c.pos(p, from), End: c.pos(p, to)}
}

func (c *checker) pos(p *passage, offset int) source.Pos {
	s := p.spot(offset)
	if s == nil || !s.at.Known() {
		return source.Pos{}
	}
	at := s.at
	if s.run != nil {
		at.B += int32(c.column(s.run, offset-s.from))
	}
	return at
}

// column is how many runes of the file lie before an offset of a text. The file
// has more than the text where it has a backslash, an entity or spaces that
// became one.
func (c *checker) column(t *doc.Text, offset int) int {
	plain := utf8.RuneCountInString(t.S[:offset])
	raw := c.raw(t)
	if len(raw) <= utf8.RuneCountInString(t.S) {
		return plain
	}
	i := 0
	for _, r := range t.S[:offset] {
		i = past(raw, i, r)
	}
	for i+1 < len(raw) && raw[i] == '\\' {
		i++
	}
	return i
}

// past goes behind what stands for one character of a text.
func past(raw []rune, i int, r rune) int {
	switch {
	case i >= len(raw):
	case raw[i] == '\\' && i+1 < len(raw) && raw[i+1] == r:
		return i + 2
	case raw[i] == '&' && r != '&':
		for j := i; j < len(raw) && j < i+maxEntity; j++ {
			if raw[j] == ';' {
				return j + 1
			}
		}
	case r == ' ':
		for i+1 < len(raw) && raw[i] == ' ' && raw[i+1] == ' ' {
			i++
		}
	}
	return i + 1
}

// maxEntity is the length of the longest name of a character in HTML.
const maxEntity = 33

// raw is what the file has of a text; nil if that is not known.
func (c *checker) raw(t *doc.Text) []rune {
	line, from, to := c.line(t.At.Start), int(t.At.Start.B)-1, int(t.At.End.B)-1
	if t.At.End.A != t.At.Start.A {
		to = len(line)
	}
	if from < 0 || from > to || to > len(line) {
		return nil
	}
	return line[from:to]
}

// line returns a line of a file, which is looked up once.
func (c *checker) line(at source.Pos) []rune {
	at.B = 0
	line, known := c.lines[at]
	if !known {
		line = []rune(c.Files.Line(at))
		c.lines[at] = line
	}
	return line
}
