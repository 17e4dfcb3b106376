package page

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
)

// Named is something of a document that has a name and can be shown alone.
type Named struct {
	ID     string `json:"id"`
	Depth  int    `json:"depth"`            // 0 for a part
	Number string `json:"number,omitempty"` // "Annex IV", "Table 3", "1–12" for the paragraphs of a part
	Title  string `json:"title,omitempty"`
}

// Index lists the parts of a document and what is named in them, in order.
func Index(d *doc.Document, st *style.Style) []Named {
	l := st.Language(d.Lang)
	var out []Named
	var n galley.Counters
	for _, p := range d.Parts {
		before := n
		z := number(l, p, n, func(doc.Label, para.Target, source.Span) {})
		n = z.end
		part := Named{ID: string(p.ID), Number: plain(p.Tag, l), Title: plain(p.Title, l)}
		if n.Para > before.Para && part.Number == "" {
			part.Number = paragraphs(before.Para+1, n.Para)
		} else if n.Para > before.Para {
			part.Number += ", " + paragraphs(before.Para+1, n.Para)
		}
		out = append(out, part)
		doc.Blocks(p.Blocks, func(b doc.Block) {
			if x, ok := named(z, p, b, l); ok {
				out = append(out, x)
			}
		})
	}
	return out
}

func paragraphs(from, to int) string {
	if from == to {
		return paraDest(from)
	}
	return fmt.Sprintf("%s–%d", paraDest(from), to)
}

// named describes a block that has a name of its own.
func named(z *numbers, p *doc.Part, b doc.Block, l *lang.Table) (Named, bool) {
	id := z.dest[b]
	if id == "" || id == string(p.ID) {
		return Named{}, false
	}
	x := Named{ID: id, Depth: 1, Number: z.block[b]}
	switch b := b.(type) {
	case *doc.Heading:
		x.Title = plain(b.Text, l)
		x.Depth = max(1, b.Level-1)
	case *doc.Paragraph:
		if n, ok := z.para[b]; ok {
			x.Number = paraDest(n)
		}
	case *doc.Table:
		x.Title = plain(b.Title, l)
	case *doc.Chart:
		x.Title = plain(b.Title, l)
	case *doc.Picture:
		x.Title = plain(b.Title, l)
	case *doc.Panel:
		x.Title = plain(b.Title, l)
	}
	return x, true
}
