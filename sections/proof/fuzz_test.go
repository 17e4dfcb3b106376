package proof

import (
	"strings"
	"testing"
	"unicode/utf8"

	"assemble/layout/lang"
)

// FuzzCheck proofreads any text in any language: it must end, point into the
// text, and say the same twice.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{
		"102 offices, and 3 of the {{share}} per cent - in 2015-2016 (49 per cent).",
		"# A\n\n## B\n\nThe Data Tracking Matrix (DTM), DTM and UNDP; the the “it's”.",
		"Nearly half of all offices ({{share}}), over {{people | million}} people, USD5 million, 5km.",
		"| a  | 3%  |\n|---|---|\n| \\*  b | &amp;  c |\n",
		"- See paragraph 1 of Annex IV.\n- İstanbul ٣ offices\u00a0- ‑5\n",
		"\ufffc {{=3}}\ufffc% ￼-5",
		"```chart\nid: x\nkind: bars\ntitle: {en: 'It''s  a'}\nseries:\n  - facts: [share]\n```",
		"articles 3 and 4, ( 5, one hundred and two offices. One hundred and",
	} {
		f.Add(s)
	}
	e := edition{
		facts:    []Fact{fact("share", "49", "%"), fact("people", "28861000", "people"), fact("offices", "102", "offices")},
		acronyms: []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}, {Short: "Xs"}, {Short: "RCP", Long: "(regional)"}},
	}
	f.Fuzz(func(t *testing.T, text string) {
		const enough = 4 << 10
		if len(text) > enough {
			return
		}
		for _, tag := range lang.Languages() {
			e.lang = tag
			list, files := e.findings(t, text)
			again, _ := e.findings(t, text)
			if brief(list) != brief(again) {
				t.Errorf("%s: %s and then %s", tag, brief(list), brief(again))
			}
			for _, d := range list {
				if !d.At.Start.Known() {
					continue
				}
				line := files.Line(d.At.Start)
				if int(d.At.Start.A) > strings.Count(text, "\n")+1 || int(d.At.Start.B) > utf8.RuneCountInString(line)+1 || d.At.Start.B < 1 {
					t.Errorf("%s: %s at %d:%d, where nothing is", tag, d.Code, d.At.Start.A, d.At.Start.B)
				}
				if d.Message == "" || d.Fix == "" || strings.Contains(d.Message, "\n") {
					t.Errorf("%s: the message %q, %q", tag, d.Message, d.Fix)
				}
			}
		}
	})
}
