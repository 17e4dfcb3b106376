package proof

import (
	"testing"

	"assemble/layout/doc"
)

func TestMarks(t *testing.T) {
	run(t, edition{}, []example{
		{`He said "no" twice.`, `1:9 quote, 1:12 quote`},
		{`It's theirs.`, `1:3 apostrophe`},
		{`The offices' work.`, `1:12 apostrophe`},
		{`He said 'no' twice.`, `1:9 quote, 1:12 quote`},
		{`He said 'it's no' to the boats' crew.`, `1:9 quote, 1:12 apostrophe, 1:17 quote, 1:31 apostrophe`},
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
		{text("See paragraphs 2–3, and paras. 1-2."), "1:5 reference, 1:25 reference, 1:32 range"},
		{text("See paragraphs 2–3 of the resolution, and paragraphs 30–34."), ""},

		{text("See [](#second) for more."), ""},
		{text("See paragraph 2 of the resolution."), ""},
		{text("See C/109/4, paragraph 2."), ""},
		{text("See resolution 1370, paragraph 2."), ""},
		{text("See paragraphs 2 (a) and 3 of the resolution."), ""},
		{text("See resolution 1370 (paragraph 2)."), ""},
		{text("See paragraph 34."), ""}, // the report has no such
		{text("See paragraph 2 (a) above."), "1:5 reference"},
		{text("The paragraph 2017 is none."), ""},
		{text("Table 3 and Annex II are none of ours."), ""},
		{"See table 1.\n\n```table\nid: x\ntitle: {en: Title}\nstub: {en: A}\nheads: [{text: {en: B}}]\nrows: [{stub: {en: c}, cells: [\"{{=1}}\"]}]\n```", "1:5 reference"},
	})
	list, _ := e.findings(t, text("See paragraph 2 for more."))
	if list[0].Replace != "[](#second)" {
		t.Errorf("the id of the paragraph is not proposed: %q", list[0].Replace)
	}
	list, _ = e.findings(t, text("See paragraphs 2–3."))
	if len(list) != 1 || list[0].Replace != "" {
		t.Errorf("one id is proposed for a range: %+v", list)
	}
}

func TestAnnexReferences(t *testing.T) {
	e := edition{kind: doc.Annex, blocks: func(p *doc.Part) { p.Number, p.ID = "IV", "annex-iv" }}
	run(t, e, []example{
		{"# T\n\nSee Annex IV.", "3:5 reference"},
		{"# T\n\nSee annex IV (a).", "3:5 reference"},
		{"# T\n\nSee Annexes IV–VI.", "3:5 reference"},
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
