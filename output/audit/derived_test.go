package audit

import (
	"bytes"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/style"
)

// What a chart works out is listed: the base of its values where no fact is the
// base, also that of the year before, shares, and the totals of stacked bars.
func TestDerivedFigures(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  doc.ChartKind
		base  []string // of the values of each series
		lines string
	}{
		{
			"bars", doc.Bars,
			[]string{"80"},
			"80 80 base of now.a asked; 52 52 now.b counted; 65% 52/80 now.b counted; 41 41 now.a counted; 51% 41/80 now.a counted; " +
				"80 80 base of now.a asked",
		},
		{
			"grouped", doc.GroupedBars,
			[]string{"80", "64"},
			"52 52 now.b counted; 65% 52/80 now.b counted; 42 42 was.b counted; 66% 42/64 was.b counted; " +
				"41 41 now.a counted; 51% 41/80 now.a counted; 31 31 was.a counted; 48% 31/64 was.a counted; " +
				"80 80 base of now.a asked; 64 64 base of was.a asked",
		},
		{
			"stacked", doc.StackedBars,
			[]string{"", ""},
			"52 52 now.b counted; 42 42 was.b counted; 94 94 now.b + was.b sum of now.b; was.b; " +
				"41 41 now.a counted; 31 31 was.a counted; 72 72 now.a + was.a sum of now.a; was.a",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newEdition()
			ch := &doc.Chart{
				Base: doc.Base{ID: "chart"}, Kind: c.kind, Title: words("Passes"), Unit: words("Passes"), Source: words("log"), Alt: "A chart.",
				Categories: [][]doc.Inline{words("Open"), words("Kept")},
			}
			for i, b := range c.base {
				year := []string{"now", "was"}[i]
				s := doc.Series{Label: words(year)}
				for j, v := range [][]string{{"41", "52"}, {"31", "42"}}[i] {
					key := source.Key(year + []string{".a", ".b"}[j])
					stat := e.figure(key, v)
					e.ledger[key] = source.Provenance{Method: "counted"}
					if b != "" {
						stat.Number.Base = rat(b)
						e.ledger[key.Base()] = source.Provenance{Method: "asked"}
					}
					s.Values = append(s.Values, stat)
				}
				ch.Series = append(ch.Series, s)
			}
			var got []string
			for _, l := range listOf(t, e, ch) {
				line := l["printed"] + " " + l["value"]
				if l["base"] != "" {
					line += "/" + l["base"]
				}
				line += " " + l["key"] + " " + l["method"]
				if l["of"] != "" {
					line += " of " + l["of"]
				}
				got = append(got, line)
			}
			if s := strings.Join(got, "; "); s != c.lines {
				t.Errorf("got\n%s\nwant\n%s", s, c.lines)
			}
		})
	}
}

// listOf is the trail of a document of one block.
func listOf(t *testing.T, e *edition, b doc.Block) []map[string]string {
	t.Helper()
	d := &doc.Document{Lang: "en", Parts: []*doc.Part{{ID: "part", Kind: doc.Body, Title: words("The part"), Blocks: []doc.Block{b}}}}
	var report source.Reporter
	book, _ := layout.New(d, style.Council(), fonts.Embedded(), &report).Compose(nil)
	var out bytes.Buffer
	if err := Write(&out, book, d, e.ledger, &e.files); err != nil {
		t.Fatal(err)
	}
	return read(t, out.Bytes())
}
