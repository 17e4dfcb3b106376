package xlsx

import (
	"fmt"
	"io"

	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Has reports whether the annexes of a document have tables.
func Has(d *doc.Document) bool {
	for _, p := range d.Parts {
		if p.Kind == doc.Annex && len(tables(p)) > 0 {
			return true
		}
	}
	return false
}

// tables are the tables of a part, in order.
func tables(p *doc.Part) []*doc.Table {
	var out []*doc.Table
	doc.Blocks(p.Blocks, func(b doc.Block) {
		if t, ok := b.(*doc.Table); ok && len(doc.Leaves(t.Heads)) > 0 {
			out = append(out, t)
		}
	})
	return out
}

// Write writes the tables of the annexes of a document. Words and decimals are
// those of l; refs says what a label prints, such as "Annex IV", and may be nil.
func Write(w io.Writer, d *doc.Document, l *lang.Table, refs func(doc.Label) string) error {
	n := newNames()
	b, err := newBook(d, l, n.sheet(l.Strings().Contents))
	if err != nil {
		return err
	}
	defer b.close()
	for _, p := range d.Parts {
		if p.Kind != doc.Annex {
			continue
		}
		list := tables(p)
		titled := 0
		for i, t := range list {
			s := &sheet{lang: l, refs: refs}
			if len(t.Title) > 0 {
				titled++
			}
			title, name := s.heading(p, t, titled, len(list) > 1, i+1)
			s.name = n.sheet(name)
			s.id = n.table(s.name)
			if err := s.read(t, title); err != nil {
				return err
			}
			if err := b.add(s); err != nil {
				return fmt.Errorf("sheet %s: %w", s.name, err)
			}
		}
	}
	return b.write(w)
}

// heading is the title of a table on its sheet, "Annex III, Table 2. Men and
// women", and the name of the sheet. Tables bear a number in print if they have
// a title; sheets are counted.
func (s *sheet) heading(p *doc.Part, t *doc.Table, number int, several bool, count int) (title, name string) {
	name = s.text(p.Tag)
	if name == "" {
		name = string(p.ID)
	}
	label := name
	title = s.text(t.Title)
	if several {
		name = fmt.Sprintf("%s.%d", name, count)
		if title != "" {
			words := s.lang.Strings()
			label = plain(fmt.Sprintf(words.InAnnex, label, fmt.Sprintf(words.LabelNo, words.Table, fmt.Sprint(number))))
		}
	}
	if title == "" {
		title = s.text(p.Title)
	}
	s.notes = nil // read collects them again, for cells
	return label + ". " + title, name
}
