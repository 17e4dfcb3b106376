package proof

import "assemble/layout/doc"

// passages returns all text of the report in reading order, without what other
// parts repeat: the contents and the list of acronyms.
func (c *checker) passages() []*passage {
	w := &walker{c: c}
	m := &c.Doc.Cover
	for _, run := range [][]doc.Inline{m.Title, m.Submission, m.Reissue, m.Decision, m.Note} {
		w.run(run, caption)
	}
	for _, part := range c.Doc.Parts {
		w.part = part
		doc.Blocks(part.Blocks, w.block)
	}
	return w.out
}

type walker struct {
	c    *checker
	part *doc.Part
	out  []*passage
}

// run adds a passage, and the footnotes in it after it.
func (w *walker) run(list []doc.Inline, at place) {
	if len(list) == 0 {
		return
	}
	w.out = append(w.out, flatten(list, at, w.part, w.c.Lang))
	doc.Each(list, func(in doc.Inline) {
		if f, ok := in.(*doc.Footnote); ok {
			doc.Blocks(f.Of, w.block)
		}
	})
}

func (w *walker) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		w.run(b.Tag, heading)
		w.run(b.Text, heading)
	case *doc.Paragraph:
		if b.Head != nil {
			w.block(b.Head)
		}
		w.run(b.Text, prose)
	case *doc.Panel:
		w.run(b.Title, heading) // what stands in it comes by itself
	case *doc.KeyFigures:
		w.run(b.Title, caption)
		for _, k := range b.Of {
			w.run(k.Caption, caption)
		}
	case *doc.Timeline:
		w.timeline(b)
	case *doc.Signature:
		w.run(b.Name, caption)
		w.run(b.Office, caption)
	case *doc.Picture:
		w.run(b.Title, caption)
		w.run(b.Credit, caption)
	case *doc.Chart:
		w.chart(b)
	case *doc.Table:
		w.table(b)
	case *doc.AcronymList:
		for _, e := range b.Entries {
			w.run(e.Text, caption)
		}
	case *doc.List, *doc.Quote, *doc.CoverPage, *doc.ContentsList:
	}
}

func (w *walker) timeline(b *doc.Timeline) {
	for _, h := range b.Heads {
		w.run(h, cell)
	}
	for _, m := range b.Months {
		for _, column := range m.Columns {
			for _, e := range column {
				w.run(e.Text, prose)
			}
		}
	}
}

func (w *walker) chart(b *doc.Chart) {
	w.run(b.Title, caption)
	w.run(b.Unit, caption)
	for _, x := range b.Categories {
		w.run(x, caption)
	}
	for _, s := range b.Series {
		w.run(s.Label, caption)
	}
	for _, n := range b.Notes {
		w.run(n, prose)
	}
	w.run(b.Source, caption)
}

func (w *walker) table(b *doc.Table) {
	w.run(b.Title, caption)
	w.run(b.Unit, caption)
	w.run(b.Stub, cell)
	w.heads(b.Heads)
	for _, r := range b.Rows {
		w.run(r.Stub, cell)
		for _, x := range r.Cells {
			w.run(x.Text, cell)
		}
	}
	for _, n := range b.Notes {
		w.run(n.Text, prose)
	}
	w.run(b.Legend, caption)
	w.run(b.Source, caption)
}

func (w *walker) heads(list []doc.Head) {
	for _, h := range list {
		w.run(h.Text, cell)
		w.heads(h.Sub)
	}
}
