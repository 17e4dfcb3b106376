package page

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/para"
)

// Places tells where each figure of the document is printed, as a reader would
// cite it: "paragraph 34", "table 2", "Annex IV", or the title of the part.
func (e *Engine) Places() map[source.Key][]string {
	out := map[source.Key][]string{}
	for i, p := range e.Doc.Parts {
		z := number(e.Lang, p, e.starts[i], func(doc.Label, para.Target, source.Span) {})
		w := &placer{e: e, z: z, out: out, part: plain(p.Title, e.Lang)}
		if p.Kind == doc.Annex {
			w.annex = true
			w.part = tied(fmt.Sprintf(e.Lang.Strings().TheAnnex, p.Number))
		}
		w.blocks(p.Blocks, w.part)
	}
	return out
}

type placer struct {
	e     *Engine
	z     *numbers
	out   map[source.Key][]string
	part  string
	annex bool
}

func (w *placer) blocks(list []doc.Block, at string) {
	for _, b := range list {
		here := at
		if p, ok := b.(*doc.Paragraph); ok && w.z.para[p] > 0 {
			here = fmt.Sprintf(w.e.Lang.Strings().TheParagraph, fmt.Sprint(w.z.para[p]))
			at = here // a list goes with the paragraph before it
		}
		if n := w.z.block[b]; n != "" {
			here = n
			if w.annex {
				here = fmt.Sprintf(w.e.Lang.Strings().InAnnex, w.part, n)
			}
		}
		doc.Stats([]doc.Block{b}, func(s *doc.Stat) { w.add(s.From, here) })
	}
}

func (w *placer) add(k source.Key, place string) {
	if k == "" {
		return
	}
	if list := w.out[k]; len(list) == 0 || list[len(list)-1] != place {
		w.out[k] = append(list, place)
	}
}
