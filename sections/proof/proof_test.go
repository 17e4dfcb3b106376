package proof

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/manuscript"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// edition is what the texts of these tests belong to.
type edition struct {
	lang     string
	acronyms []Acronym
	facts    []Fact
	known    []string
	off      []string
	blocks   func(*doc.Part) // changes the part before it is read
	kind     doc.PartKind
}

func rat(s string) *big.Rat {
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return v
}

// fact is a quoted figure.
func fact(name, value, unit string) Fact {
	return Fact{Name: name, Value: rat(value), Unit: unit, Words: lang.Noun{Singular: strings.TrimSuffix(unit, "s"), Plural: unit}, Year: 2017}
}

// findings proofreads one text and returns what was found, with everything
// that is wrong with the test itself.
func (e edition) findings(t testing.TB, text string) ([]source.Diagnostic, *source.Files) {
	t.Helper()
	if e.lang == "" {
		e.lang = "en"
	}
	var files source.Files
	var faults, r source.Reporter
	part := manuscript.Read([]byte(text), files.Add("part.md", []byte(text)), manuscript.Options{Lang: e.lang}, &faults)
	part.Kind = max(e.kind, doc.Body)
	e.bind(part)
	if e.blocks != nil {
		e.blocks(part)
	}
	x := &Report{
		Doc:  &doc.Document{Lang: e.lang, Cover: doc.Masthead{Organization: "Organization for Mountain Passes"}, Parts: []*doc.Part{part}},
		Lang: lang.For(e.lang), Files: &files, Acronyms: e.acronyms, Facts: e.facts, Known: e.known,
	}
	for _, o := range e.off {
		x.Off = append(x.Off, Off{Rule: o})
	}
	x.Check(&r)
	return r.All(), &files
}

// bind gives figures their values, as inputs.Bind does.
func (e edition) bind(part *doc.Part) {
	doc.Stats(part.Blocks, func(s *doc.Stat) {
		for _, f := range e.facts {
			if f.Name == s.Fact {
				s.Number.WasYear, s.Number.WasValue = 2016, rat("28")
				if f.Name == "part" {
					s.Number.Base = rat("100")
				}
				s.Number.Value, s.Number.Unit, s.Number.Places, s.Number.UnitWords = f.Value, f.Unit, -1, f.Words
			}
		}
	})
}

// brief is a finding as tests write it.
func brief(list []source.Diagnostic) string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%d:%d %s", d.At.Start.A, d.At.Start.B, strings.TrimPrefix(string(d.Code), "proof-")))
	}
	return strings.Join(out, ", ")
}

// example is a text and what is wrong with it; "" for nothing.
type example struct{ text, want string }

func run(t *testing.T, e edition, cases []example) {
	t.Helper()
	for _, c := range cases {
		list, _ := e.findings(t, c.text)
		if got := brief(list); got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestGeneratedText: text of the program has no place; it is not proofread, but
// what it uses is used.
func TestGeneratedText(t *testing.T) {
	e := edition{acronyms: []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}}, blocks: func(p *doc.Part) {
		p.Blocks = append(p.Blocks, &doc.Paragraph{Text: doc.Words(`12 offices of the "DTM" and UNDP - in 2015-2016 the the 5%.`)})
	}}
	run(t, e, []example{{"A text.", ""}})
}

func TestSwitchedOff(t *testing.T) {
	e := edition{off: []string{"proof-figure-small", "proof-figre-start"}}
	list, _ := e.findings(t, "All 3 offices. 12 answered.")
	if got := brief(list); got != "0:0 rule, 1:16 figure-start" {
		t.Errorf("got %s", got)
	}
	if list[0].Replace != "proof-figure-start" {
		t.Errorf("the nearest rule is not proposed: %q", list[0].Replace)
	}
}

// TestKeys: what is accepted stays accepted when lines move, and nothing else is
// accepted with it.
func TestKeys(t *testing.T) {
	e := edition{facts: []Fact{fact("offices", "23", "offices")}}
	for text, want := range map[string]string{
		"It was the the end.":            "the the",
		"A line.\n\nIt was the the end.": "the the",
		"The plan - and it was.":         "plan - and",
		"It's so.":                       "It's",
		"All 3 offices of them.":         "All 3 offices",
		"So {{offices}} per cent were.":  "So {{offices}} per",
		"Only 3 {{=5}} of them.":         "Only 3 …",
		"102 of them.":                   "102 of",
		"The end is 'now'":               "is 'now'",
	} {
		list, _ := e.findings(t, text)
		if len(list) == 0 || list[0].Key != "part.md:"+want {
			t.Errorf("%q: %+v", text, list)
		}
	}
}

// TestRules: every rule says why and what to do, and every code of this package
// is one of them.
func TestRules(t *testing.T) {
	var ids []string
	for _, r := range Rules() {
		if r.From == "" || r.Why == "" || r.Fix == "" || !strings.HasPrefix(string(r.ID), "proof-") || slices.Contains(ids, string(r.ID)) {
			t.Errorf("the rule %+v is not whole", r)
		}
		ids = append(ids, string(r.ID))
	}
}

// TestLanguages: a language without words for a rule leaves it silent, and each
// has the words that do not depend on taste.
func TestLanguages(t *testing.T) {
	for _, tag := range lang.Languages() {
		facts := []Fact{fact("share", "49", "%")}
		list, _ := edition{lang: tag, facts: facts}.findings(t, "Texte: -5, 2015-2016, le le.")
		if got, want := brief(list), "1:8 minus, 1:12 range, 1:23 word-twice"; got != want {
			t.Errorf("%s: %s", tag, got)
		}
	}
	run(t, edition{lang: "fr"}, []example{
		{"Il y a 3 bureaux.", "1:8 figure-small"},
		{"Ce sont 49 % des bureaux.", "1:12 percent"},
		{"C’est peu (49%).", "1:14 space-unit"},
		{"C’est peu (49\u00a0%), le 5 mai, à l’article 5.", ""},
		{"Au total, 1\u202f234 bureaux.", ""},
		{"102 bureaux ont répondu.", "1:1 figure-start"},
	})
	run(t, edition{lang: "es"}, []example{
		{"Hay 3 oficinas.", "1:5 figure-small"},
		{"Es el 49% de las oficinas.", "1:9 percent"},
		{"El 5 de mayo, más de 1.700 proyectos.", ""},
	})
}
