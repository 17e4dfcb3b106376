package page

import (
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
)

// A table of an annex is named with its annex, but in the annex itself; what
// has its number from the body is not.
func TestReferenceFromOutside(t *testing.T) {
	for _, c := range []struct{ lang, body, own, other string }{
		{
			"en", "In Annex I, Table 1 more. And Annex I, Table 1 and table 1 and figure 1.",
			"In table 1 more. And table 1 and table 1 and figure 1.", "In Annex I, Table 1 more. And Annex I, Table 1 and table 1 and figure 1.",
		},
		{
			"fr", "In annexe I, tableau 1 more. And annexe I, tableau 1 and tableau 1 and figure 1.",
			"In tableau 1 more. And tableau 1 and tableau 1 and figure 1.", "In annexe I, tableau 1 more. And annexe I, tableau 1 and tableau 1 and figure 1.",
		},
		{
			"es", "In Anexo I, Cuadro 1 more. And Anexo I, Cuadro 1 and cuadro 1 and figura 1.",
			"In cuadro 1 more. And cuadro 1 and cuadro 1 and figura 1.", "In Anexo I, Cuadro 1 more. And Anexo I, Cuadro 1 and cuadro 1 and figura 1.",
		},
	} {
		t.Run(c.lang, func(t *testing.T) {
			table := func(id doc.Label) *doc.Table {
				return &doc.Table{Base: doc.Base{ID: id}, Title: doc.Words("Passes"), Heads: []doc.Head{{Text: doc.Words("2017")}}}
			}
			refs := func() *doc.Paragraph {
				return &doc.Paragraph{Text: []doc.Inline{
					&doc.Text{S: "In "}, &doc.Ref{To: "of-annex"}, &doc.Text{S: " more. And "}, &doc.Ref{To: "of-annex"}, &doc.Text{S: " and "},
					&doc.Ref{To: "of-body"}, &doc.Text{S: " and "}, &doc.Ref{To: "drawn"}, &doc.Text{S: "."},
				}}
			}
			d := document()
			d.Lang = c.lang
			chart := &doc.Chart{Base: doc.Base{ID: "drawn"}, Title: doc.Words("Drawn"), Unit: doc.Words("n"), Source: doc.Words("s")}
			d.Parts[4].Blocks = append(d.Parts[4].Blocks, table("of-body"), chart)
			d.Parts[5].Blocks = append(d.Parts[5].Blocks, refs())
			d.Parts[6].Blocks = append(d.Parts[6].Blocks, table("of-annex"), refs())
			d.Parts = append(d.Parts, &doc.Part{ID: "annex-ii", Kind: doc.Annex, Number: "II", Title: doc.Words("More"), Blocks: []doc.Block{refs()}})
			e, _ := engine(t, d)
			s := e.Setter()
			for i, want := range map[int]string{5: c.body, 6: c.own, 7: c.other} {
				if got := said(e.Part(s, d.Parts[i], e.Start(i))); !strings.Contains(got, want) {
					t.Errorf("part %d says %q, want %q", i, got, want)
				}
			}
			name, _, _ := strings.Cut(strings.TrimPrefix(c.body, "In "), " more")
			if got := spaced(e.targets["of-annex"].From("").Text); got != name {
				t.Errorf("from nowhere it is called %q", got)
			}
		})
	}
}

// said is the text of a galley with plain spaces.
func said(g *galley.Galley) string {
	var out strings.Builder
	for _, b := range g.Boxes {
		for _, it := range b.Items {
			if r, ok := it.(*frame.Run); ok {
				out.WriteString(r.Text)
			}
		}
	}
	return spaced(out.String())
}

func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
