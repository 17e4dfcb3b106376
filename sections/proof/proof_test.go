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

func TestFigureStart(t *testing.T) {
	run(t, edition{}, []example{
		{"102 offices reported.", "1:1 figure-start"},
		{"All reported. 102 offices answered.", "1:15 figure-start"},
		{"All reported.\n102 offices answered.", "2:1 figure-start"},
		{"He said “enough”. “12 is too many.”", "1:20 figure-start"},
		{"49 per cent of offices answered.", "1:1 figure-start"},
		{"2017 was a good year.", "1:1 figure-start"},
		{"All passed.[^a] 12 did not.\n\n[^a]: 14 were asked.", "1:17 figure-start, 3:7 figure-start"},
		{"- 12 offices were asked.", "1:3 figure-start"},

		{"2030 Agenda items were discussed.", ""}, // a name
		{"All of the 102 offices answered.", ""},
		{"See No. 12 for more.", ""},
		{"Mr. A. 12 was there, i.e. 12 times.", ""}, // initials and abbreviations end no sentence
		{"- 12 offices", ""},                        // an item that is no sentence
		{"{{=102}} offices reported.", ""},          // prints words
		{"# 102 offices", ""},
		{"All left.(12 stayed) Nobody minds.", ""},
		{"| 12 offices. | 3. |\n|---|---|\n| 4. | 12. |", ""},
	})
}

func TestFigureSmall(t *testing.T) {
	run(t, edition{facts: []Fact{fact("offices", "23", "offices"), fact("teams", "6", "teams")}}, []example{
		{"Only 3 offices answered.", "1:6 figure-small"},
		{"They have 5 aims, and 9 means.", "1:11 figure-small, 1:23 figure-small"},
		{"The *great* plan has 2 parts; {{teams}} teams.", "1:22 figure-small"},
		{"In 2017 only 3 answered.", "1:14 figure-small"}, // a year makes no series
		{"The 3 offices answered, and others.", "1:5 figure-small"},

		{"They met 12 times in 3 years.", ""}, // a series with a higher figure
		{"In 7 offices, and in {{offices}} others, it was so.", ""},
		{"It rose by 5 per cent, by 5% and by 5 percentage points.", "1:28 percent"},
		{"It cost 3.5 million, or 3 million, or USD 5.", ""},
		{"Level 3 is for emergencies; see article 5 and phase 2.", ""},
		{"Children aged 5 came on 5 May, at 5 p.m., and on May 6 too.", ""},
		{"The “Objective 2” section, at P‑5 and P-5.", ""},
		{"It took 3–5 days, 2/3 of them, at 1:5, the 3rd time.", ""},
		{"It was adopted by 5 votes.", ""},
		{"So it was (in 3 offices).", ""}, // figures in comparisons
		{"They read *World in 3 Days*.", ""},
		{"A road of 5 km and 8 metres.", ""},
		{"## Only 3 offices", ""},
	})
}

func TestPercent(t *testing.T) {
	facts := []Fact{fact("share", "48", "%"), fact("offices", "23", "offices")}
	run(t, edition{facts: facts}, []example{
		{"It was 49% of them.", "1:10 percent"},
		{"It was 49 % of them.", "1:11 percent"},
		{"It was {{=49}}% of them.", "1:15 percent"},
		{"They were few (49 per cent).", "1:19 percent"},
		{"They were few (49\u00a0per\u00a0cent).", "1:19 percent"},
		{"| a | b |\n|---|---|\n| 49 per cent | c |", "3:6 percent"},
		{"It was 49 percent.", "1:11 percent"},

		{"It was 49 per cent (2016: 47%).", ""},
		{"They were few (49%), as the percentage shows.", ""},
		{"| % of total | b |\n|---|---|\n| 49% | c |", ""},
		{"It was {{share}} ({{share}}).", ""},
		{"They differ (in per cent).", ""},
		{"A 27-per-cent rise.", ""},
	})
}

func TestUnits(t *testing.T) {
	facts := []Fact{
		fact("share", "49", "%"), fact("offices", "23", "offices"), fact("money", "1605400000", "USD"), fact("people", "28900000", "people"),
		fact("few", "9", "people"),
	}
	run(t, edition{facts: facts}, []example{
		{"It was {{share}} per cent.", "1:8 unit-twice"},
		{"It was {{share}}%.", "1:8 unit-twice"},
		{"A {{share}}-per-cent rise.", "1:3 unit-twice"},
		{"It cost {{money | million}} million.", "1:9 unit-twice"},
		{"It cost USD {{money | million}}.", "1:13 unit-twice"},
		{"It was {{offices}} per cent.", "1:8 unit-differs"},
		{"It was {{offices}}%.", "1:8 unit-differs"},
		{"It cost EUR {{money}}.", "1:13 unit-differs"},
		{"They were {{people}} million.", "1:11 unit-differs"},
		{"A road of 5km and of 8 km.", "1:12 space-unit"},
		{"It cost USD5 million, or USD 5 million.", "1:9 space-unit"},
		{"They were few (47 %).", "1:18 space-unit"},

		{"It was {{share}}, or {{offices}} offices.", ""},
		{"They were {{people | million}}, and {{=28.9}} million.", ""},
		{"It cost {{money}} in all, million for million.", ""},
		{"It was {{=49}} per cent.", ""},
		{"A {{share}} rise (2016: 47%).", ""},
		{"The G20, 5kids and B2B.", ""},
	})
	list, _ := edition{facts: facts}.findings(t, "It was {{share}} per cent.")
	if list[0].Severity != source.Error {
		t.Error("a unit that is printed twice is no error")
	}
}

func TestMarks(t *testing.T) {
	run(t, edition{}, []example{
		{`He said "no" twice.`, `1:9 quote, 1:12 quote`},
		{`It's theirs.`, `1:3 apostrophe`},
		{`The offices' work.`, `1:12 apostrophe`},
		{`He said 'no' twice.`, `1:9 quote, 1:12 apostrophe`},
		{`## The "great" plan`, `1:8 quote, 1:14 quote`},
		{"A word.[^a]\n\n[^a]: It's so.", "3:9 apostrophe"},
		{"| It's | b |\n|---|---|\n| c | d |", "1:5 apostrophe"},

		{`He said “no”; it’s theirs.`, ``},
		{`A board of 5' 10" is long.`, ``}, // feet and inches
	})
	run(t, edition{lang: "fr"}, []example{{`Il dit "non".`, "1:8 quote, 1:12 quote"}})
}

func TestSpaces(t *testing.T) {
	run(t, edition{facts: []Fact{fact("offices", "23", "offices")}}, []example{
		{"Two  spaces.", "1:4 space-double"},
		{"Two words.  A sentence.", "1:11 space-double"},
		{"In {{offices}}  offices.", "1:15 space-double"},
		{"One *word*  more, and  two.", "1:11 space-double, 1:22 space-double"},
		{"- An item  of a list.", "1:10 space-double"},
		{"```chart\nid: x\nkind: bars\ntitle: {en: \"A  title\"}\nseries:\n  - facts: [offices]\n```", "4:15 space-double"},

		{"One space, and\ntwo lines.", ""},
		{"  Indented.", ""},
		{"Trailing.  \nBreak.", ""}, // a line break of Markdown
		{"| a  | b  |\n|----|----|\n| c  | d  |", ""},
		{"No-break:\u00a0 one.", ""},
		{"An ampersand &amp; more.", ""},
		{"A \\* star.", ""},
	})
}

func TestHyphens(t *testing.T) {
	facts := []Fact{fact("offices", "23", "offices")}
	run(t, edition{facts: facts}, []example{
		{"It fell to -15 degrees.", "1:12 minus"},
		{"It fell (-15%).", "1:10 minus"},
		{"It fell to -{{offices}} there.", "1:12 minus"},
		{"In 2015-2016 it was so.", "1:4 range"},
		{"It took 10-12 days (10-12).", "1:9 range, 1:21 range"},
		{"From {{offices}}-{{offices}} offices.", "1:6 range"},
		{"The grades D-1-D-2 are few.", "1:12 range"},
		{"The plan - and it was one - failed.", "1:10 dash, 1:27 dash"},
		{"The plan -- and it was one.", "1:10 dash"},

		{"It fell to −15; in 2015–2016 it was so – or not.", ""},
		{"On 2017-12-31, under C/109/4-1 and COVID-19, at P-5.", ""},
		{"A {{offices}}-minute course, a 2-year-old, a 27-per-cent rise.", ""},
		{"A well-known name, twenty-one times.", ""},
		{"The number 022-717-9111 is known.", ""},
	})
}

func TestRepeated(t *testing.T) {
	run(t, edition{}, []example{
		{"It was the the end.", "1:8 word-twice"},
		{"It was the\nthe end.", "1:8 word-twice"},
		{"The the end.", "1:1 word-twice"},
		{"It was *the* the end.", "1:9 word-twice"},

		{"They said that that was so, and had had time.", ""},
		{"It was the end. End it.", ""},
		{"Bora Bora is far.", ""},
		{"Again, again and again.", ""},
		{"It was {{=5}} {{=5}} - or 5 5.", "1:22 dash, 1:27 figure-small, 1:29 figure-small"},
		{"The theme, the end.", ""},
	})
}

func TestReferences(t *testing.T) {
	text := func(s string) string { return s + "\n\nA second. {#second}\n\nA third.\n" }
	annex := func(p *doc.Part) {}
	e := edition{blocks: annex}
	run(t, e, []example{
		{text("See paragraph 2 for more."), "1:5 reference"},
		{text("See Paragraphs 2 and 3."), "1:5 reference"},
		{text("More is said (paragraph 3)."), "1:15 reference"},
		{text("See para. 2."), "1:5 reference"},
		{text("See paragraphs 2 to 3."), "1:5 reference"},

		{text("See [](#second) for more."), ""},
		{text("See paragraph 2 of the resolution."), ""},
		{text("See C/109/4, paragraph 2."), ""},
		{text("See resolution 1370, paragraph 2."), ""},
		{text("See paragraph 34."), ""}, // the report has no such
		{text("The paragraph 2017 is none."), ""},
		{text("Table 3 and Annex II are none of ours."), ""},
		{"See table 1.\n\n```table\nid: x\ntitle: {en: Title}\nstub: {en: A}\nheads: [{text: {en: B}}]\nrows: [{stub: {en: c}, cells: [\"{{=1}}\"]}]\n```", "1:5 reference"},
	})
	list, _ := e.findings(t, text("See paragraph 2 for more."))
	if list[0].Replace != "[](#second)" {
		t.Errorf("the id of the paragraph is not proposed: %q", list[0].Replace)
	}
}

func TestAnnexReferences(t *testing.T) {
	e := edition{kind: doc.Annex, blocks: func(p *doc.Part) { p.Number, p.ID = "IV", "annex-iv" }}
	run(t, e, []example{
		{"# T\n\nSee Annex IV.", "3:5 reference"},
		{"# T\n\nSee annex IV (a).", "3:5 reference"},
		{"# T\n\nSee Annex IV to the Declaration.", ""},
		{"# T\n\nSee Annex V.", ""},
	})
}

func TestHeadings(t *testing.T) {
	run(t, edition{}, []example{
		{"# A\n\n## B\n\nText.", "3:4 heading-lone"},
		{"# A\n\n## B\n\n### C\n\nText.\n\n## D\n\nText.", "5:5 heading-lone"},
		{"# A\n\n## B\n\n#### C\n\nText.\n\n## D\n\nText.", "5:6 heading-lone"},
		{"# A\n\n## B\n\n## C\n\n### D\n\n### E\n\nText.", ""},
		{"# A\n\nText.", ""},
		{"## A\n\nText.\n\n### B\n\nText.\n\n### C\n\nText.", ""},
	})
}

func TestAcronyms(t *testing.T) {
	dtm := Acronym{Short: "DTM", Long: "Displacement Tracking Matrix"}
	rcp := Acronym{Short: "RCP", Plural: "RCPs", Long: "regional consultative process on migration"}
	sdg := Acronym{Short: "SDGs", Long: "Sustainable Development Goals"}
	micic := Acronym{Short: "MICIC", Long: "Migrants in Countries in Crisis (Initiative)"}
	gof := Acronym{Short: "MigOF", Long: "Migration Governance Framework"}
	for _, c := range []struct {
		acronyms []Acronym
		example
	}{
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM) is used. DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The *Displacement\nTracking Matrix* (DTM) is used. DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The DTM is used.", "1:5 acronym-first"}},
		{[]Acronym{dtm}, example{"# DTM\n\nThe Displacement Tracking Matrix (DTM) is used.", "1:3 acronym-first"}},
		{[]Acronym{dtm}, example{"The matrix (DTM) is used.", "1:13 acronym-first"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM), DTM. A Displacement Tracking Matrix (DTM).", "1:78 acronym-again"}},
		{[]Acronym{dtm}, example{"DTM (Displacement Tracking Matrix) is used; DTM data are.", ""}},
		{[]Acronym{dtm}, example{"The Data Tracking Matrix is used.", "0:0 acronym-unused, 1:5 name-differs"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM) is used.", "0:0 acronym-unused"}},
		{[]Acronym{dtm}, example{"Nothing.", "0:0 acronym-unused"}},
		{[]Acronym{rcp}, example{"Regional consultative processes on migration (RCPs) met. An RCP and RCPs meet.", ""}},
		{[]Acronym{sdg}, example{"The Sustainable Development Goals (SDGs) count. SDG 8 is one.", ""}},
		{[]Acronym{micic}, example{"The Migrants in Countries in Crisis (MICIC) Initiative. MICIC is old.", ""}},
		{[]Acronym{gof}, example{"The Migration Governance Framework (MiGOF) is used. MiGOF is.", "1:37 acronym-spelling, 1:53 acronym-spelling"}},
		{[]Acronym{gof}, example{"The Migration Governance Framework (MigOF) is used. UN–MigOF is, as is MigOF’s.", ""}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM). DTM and UNDP, UNDP.", "1:49 acronym-unlisted"}},
		{[]Acronym{dtm}, example{"The Displacement Tracking Matrix (DTM). DTM, in USD 5, under chapter IV, C/RES/1, P-5, OMP, MigApp, HIV.", ""}},
		{nil, example{"UNDP is not listed, for there is no list.", ""}},
	} {
		e := edition{acronyms: c.acronyms, known: []string{"HIV", "UN"}}
		run(t, e, []example{c.example})
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

func TestFacts(t *testing.T) {
	facts := []Fact{
		fact("sdg", "102", "offices"), fact("share", "49", "%"), fact("people", "28912345", "people"), fact("cost", "5200000", "USD"),
		fact("teams", "6", "teams"),
		{Name: "bare", Value: rat("137"), Label: "refuges"},
	}
	run(t, edition{facts: facts}, []example{
		{"In 102 offices it was so.", "1:4 figure-typed"},
		{"In 102 of our offices it was so.", "1:4 figure-typed"},
		{"One hundred and two offices.", "1:1 figure-typed"},
		{"In one hundred and two Country Offices.", "1:4 figure-typed"},
		{"It was 49 per cent of them.", "1:8 figure-typed"},
		{"It was so for some (49%).", "1:21 figure-typed"},
		{"Forty-nine per cent were.", "1:1 figure-typed"},
		{"It reached 28.9 million people.", "1:12 figure-typed"},
		{"It cost USD 5.2 million.", "1:13 figure-typed"},
		{"There are 137 refuges.", "1:11 figure-typed"},
		{"There are 6 teams.", "1:11 figure-small, 1:11 figure-typed"},

		{"In {{sdg}} offices it was so, and in {{=102}} offices too.", ""},
		{"In 102 countries it was so.", ""},
		{"In 103 offices it was so.", ""},
		{"In one hundred offices; one hundred and two.", ""},
		{"One hundred and two hundred offices.", ""},
		{"It reached 28.8 million people, and 29.0 million people.", ""},
		{"It cost EUR 5.2 million; USD 5 million.", ""},
		{"It was 49 of them.", ""},
		{"In 102, said the offices.", ""},
		{"| 102 offices | b |\n|---|---|\n| c | d |", ""},
	})
}

func TestUnprintedFacts(t *testing.T) {
	written := func(f Fact) Fact { f.Written = true; return f }
	a, b := written(fact("a", "10", "offices")), written(fact("b", "20", "offices"))
	sum := written(fact("sum", "30", "offices"))
	sum.Of = []string{"a", "b"}
	checks := written(fact("checks", "30", "offices"))
	checks.Equals = "sum"
	data := fact("staff.total", "10", "staff")
	now, before := written(fact("now", "30", "offices")), written(fact("now_2016", "28", "offices"))
	before.Year = 2016
	for _, c := range []struct {
		facts []Fact
		example
	}{
		{[]Fact{a, b}, example{"In {{a}} offices.", "0:0 fact-unprinted"}},
		{[]Fact{a, b, sum}, example{"In {{sum}} offices.", ""}},
		{[]Fact{a, b, sum, checks}, example{"In offices.", ""}}, // compared with the sum
		{[]Fact{a, data}, example{"In {{a}} offices.", ""}},
		{[]Fact{now, before}, example{"In {{now}} offices {{now | was}}.", ""}},
		{[]Fact{now, before}, example{"In {{now}} offices.", "0:0 fact-unprinted"}},
		{[]Fact{a}, example{"```key-figures\nof: [a]\n```", ""}},
	} {
		run(t, edition{facts: c.facts}, []example{c.example})
	}
}

func TestTwoValues(t *testing.T) {
	a, b := fact("a", "10", "offices"), fact("b", "20", "offices")
	a.Written, b.Written, a.Label, b.Label = true, true, "offices that answered", "Offices that answered"
	other := b
	other.Year = 2016
	same := b
	same.Value = a.Value
	for _, c := range []struct {
		second Fact
		example
	}{
		{b, example{"In {{a}} offices and {{b}}.", "0:0 fact-two-values"}},
		{other, example{"In {{a}} offices and {{b}}.", ""}},
		{same, example{"In {{a}} offices and {{b}}.", ""}},
		{b, example{"In {{a}} offices.\n\n| a | b |\n|---|---|\n| c | {{b}} |", ""}}, // a table says what it is of
	} {
		run(t, edition{facts: []Fact{a, c.second}}, []example{c.example})
	}
}

func TestRounded(t *testing.T) {
	facts := []Fact{
		fact("low", "28861000", "people"), fact("high", "28912345", "people"), fact("even", "28900000", "people"),
		fact("half", "49", "%"), fact("most", "52", "%"), fact("offices", "102", "offices"), fact("low.share", "1067/14", "%"),
	}
	run(t, edition{facts: facts}, []example{
		{"Over {{low | million}} people came.", "1:6 rounded"},
		{"More than {{low | million}} people came.", "1:11 rounded"},
		{"Nearly {{high | million}} people came.", "1:8 rounded"},
		{"Nearly half of all offices, {{most}}, answered.", "1:29 rounded"},
		{"More than half of all offices ({{half}}) answered.", "1:32 rounded"},
		{"Nearly 80 per cent ({{most}}) answered.", "1:21 rounded"},
		{"Over 102 offices ({{offices}}) answered.", "1:6 figure-typed, 1:19 rounded"},
		{"Nearly half ({{low.share}}) answered.", "1:14 rounded"},

		{"Over {{high | million}} and nearly {{low | million}} people came.", ""},
		{"Over {{even | million}} and nearly {{even | million}} people came.", ""},
		{"Nearly half of all offices, {{half}}, answered.", ""},
		{"More than half of all offices ({{most}}) answered.", ""},
		{"About 50 per cent ({{most}}) answered.", ""},
		{"More than 100 offices ({{offices}}) answered.", ""},
		{"Half of all offices ({{most}}) answered.", ""},                           // no approximation is claimed
		{"Nearly half of all offices had {{most}} of the staff.", ""},              // no apposition
		{"Nearly half of all offices agreed, {{most}} of them in writing.", ""},    // goes on
		{"Nearly half agreed. In the end, {{most}}, it was.", ""},                  // another sentence
		{"Nearly half of the {{offices}} offices ({{most}}) answered.", ""},        // two figures
		{"Moreover {{low | million}} people came; overall {{low | million}}.", ""}, // parts of words
	})
}

func TestDirection(t *testing.T) {
	change := fact("change", "-3", "%")
	change.Change = true
	rise := fact("rise", "5", "%")
	rise.Change = true
	size := fact("size", "5", "offices")
	run(t, edition{facts: []Fact{change, rise, size}}, []example{
		{"It rose by {{change}} in 2017.", "1:12 direction"},
		{"It fell by {{change}} in 2017.", "1:12 direction"},
		{"It saw a decrease of {{rise}} in 2017.", "1:22 direction"},
		{"It rose by {{rise}}, and fell by {{size}} offices; a change of {{change}}.", ""},
		{"The share of {{change}} was so.", ""},
	})
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

// TestKeys: what is accepted stays accepted when lines move.
func TestKeys(t *testing.T) {
	first, _ := edition{}.findings(t, "It was the the end.")
	moved, _ := edition{}.findings(t, "A line.\n\nAnd so it was the the end.")
	if first[0].Key != "part.md:the the" || first[0].Key != moved[0].Key {
		t.Errorf("keys %q and %q", first[0].Key, moved[0].Key)
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
