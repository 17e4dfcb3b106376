package proof

import (
	"regexp"
	"strings"
	"testing"

	"assemble/layout/lang"

	"pgregory.net/rapid"
)

// pieces are what the rules look for, and what is near to it.
func pieces() []string {
	return []string{
		" ", " ", " ", " ", ". ", ", ", "(", ")", "“", "”", `"`, "'", "-", "–", "‑", "%", " %", "3", "12", "102", "2017", "28.9", "1,605.4", "5km",
		"per cent", "per\u00a0cent", "percent", "million", "offices", "of", "the", "the", "The", "half", "nearly", "more than", "over", "paragraph",
		"Annex", "IV", "table", "resolution", "C/109/4", "USD", "EUR", "DTM", "UNDP", "MigApp", "Displacement", "Tracking", "Matrix", "Data",
		"one", "hundred", "and", "two", "forty-nine", "May", "Level", "articles", "P-5", "D-1-D-2", "İ", "ſ", "é", "\u00a0", "\u202f", "\u2009",
		"{{share}}", "{{people | million}}", "{{offices}}", "{{=12}}", "{{offices | was}}", ", ", ";", ":", "!",
	}
}

// twoOrMore spaces are one in a text.
var twoOrMore = regexp.MustCompile(` +`)

// TestExcerpts: whatever the text, what a finding quotes is what stands at its
// place, in every language.
func TestExcerpts(t *testing.T) {
	e := edition{
		facts:    []Fact{fact("share", "49", "%"), fact("people", "28861000", "people"), fact("offices", "102", "offices")},
		acronyms: []Acronym{{Short: "DTM", Long: "Displacement Tracking Matrix"}},
	}
	rapid.Check(t, func(r *rapid.T) {
		text := "A" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces()), 1, 30).Draw(r, "pieces"), "")
		e.lang = rapid.SampledFrom(lang.Languages()).Draw(r, "language")
		list, files := e.findings(t, text)
		for _, d := range list {
			if d.Excerpt == "" || !d.At.Start.Known() {
				continue
			}
			line := []rune(files.Line(d.At.Start))
			from := int(d.At.Start.B) - 1
			if got := twoOrMore.ReplaceAllString(string(line[from:]), " "); !strings.HasPrefix(got, d.Excerpt) {
				r.Fatalf("%q: %s quotes %q, where %q stands", text, d.Code, d.Excerpt, got)
			}
		}
	})
}
