package manuscript

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// Bounds of a boxhead and of the indentation of the stub.
const (
	maxHeadDepth = 3
	maxIndent    = 4
)

type tableYAML struct {
	ID     strict.Str    `yaml:"id"`
	Title  strict.Text   `yaml:"title,required"`
	Unit   strict.Text   `yaml:"unit"`
	Stub   strict.Text   `yaml:"stub"`
	Heads  []headYAML    `yaml:"heads,required"`
	Rows   []rowYAML     `yaml:"rows,required"`
	Notes  []strict.Text `yaml:"notes"`
	Legend strict.Text   `yaml:"legend"`
	Source strict.Text   `yaml:"source"`
}

type headYAML struct {
	Text   strict.Text `yaml:"text"`
	Sub    []headYAML  `yaml:"sub"`
	Period strict.Str  `yaml:"period"`
	At     source.Span
}

type rowYAML struct {
	Kind   strict.Str  `yaml:"kind"`
	Stub   strict.Text `yaml:"stub,required"`
	Cells  []cellYAML  `yaml:"cells"`
	Indent int         `yaml:"indent"`
	At     source.Span
}

// cellYAML is a text, or a text with a note, or the reason why there is none.
type cellYAML struct {
	strict.Text
	Note int        `yaml:"note"`
	Gap  strict.Str `yaml:"gap"`
	At   source.Span
}

func periods() []word[doc.Period] {
	return []word[doc.Period]{{"reported", doc.Reported}, {"before", doc.Before}}
}

func rowKinds() []word[doc.RowKind] {
	return []word[doc.RowKind]{
		{"data", doc.DataRow},
		{"subtotal", doc.SubtotalRow},
		{"total", doc.TotalRow},
		{"straddle", doc.StraddleRow},
		{"share", doc.ShareRow},
	}
}

func gaps() []word[doc.Gap] {
	return []word[doc.Gap]{
		{"nil", doc.Nil},
		{"not-applicable", doc.NotApplicable},
		{"not-available", doc.NotAvailable},
		{"not-computed", doc.NotComputed},
		{"suppressed", doc.Suppressed},
	}
}

func (y *yamlBlock) table() doc.Block {
	var in tableYAML
	y.decode(&in)
	t := &doc.Table{
		Base: y.base, Title: y.words(in.Title), Unit: y.words(in.Unit), Stub: y.words(in.Stub),
		Heads: y.heads(in.Heads, 1), Legend: y.words(in.Legend), Source: y.words(in.Source),
	}
	for _, n := range in.Notes {
		t.Notes = append(t.Notes, doc.Note{Text: y.words(n), At: n.At()})
	}
	columns := len(doc.Leaves(t.Heads))
	if columns > maxColumns {
		y.fault("table-columns", source.At(y.base.At.Start), fmt.Sprintf("the table has %d columns", columns), fmt.Sprintf("use 1 to %d", maxColumns))
	}
	for _, r := range in.Rows {
		t.Rows = append(t.Rows, y.row(r, columns, len(t.Notes)))
	}
	return y.named(t, in.ID)
}

func (y *yamlBlock) heads(in []headYAML, depth int) []doc.Head {
	var out []doc.Head
	for _, h := range in {
		x := doc.Head{
			Text:   y.words(h.Text),
			Period: choose(y.reading, h.Period, "table-period", "a period", doc.NoPeriod, periods()),
		}
		if depth < maxHeadDepth {
			x.Sub = y.heads(h.Sub, depth+1)
		} else if len(h.Sub) > 0 {
			y.fault("table-heads", h.At, "heads are nested too deeply", fmt.Sprintf("use at most %d levels", maxHeadDepth))
		}
		out = append(out, x)
	}
	return out
}

func (y *yamlBlock) row(in rowYAML, columns, notes int) doc.Row {
	r := doc.Row{Stub: y.words(in.Stub), Indent: in.Indent, At: in.At}
	r.Kind = choose(y.reading, in.Kind, "table-row", "a kind of row", doc.DataRow, rowKinds())
	if r.Indent < 0 || r.Indent > maxIndent {
		y.fault("table-row", r.At, fmt.Sprintf("a row cannot be indented by %d", r.Indent), fmt.Sprintf("write 0 to %d", maxIndent))
		r.Indent = 0
	}
	if r.Kind == doc.StraddleRow {
		if len(in.Cells) > 0 {
			y.fault("table-row", r.At, "a straddle row has cells", "leave them out: its stub runs across the table")
		}
		return r
	}
	if len(in.Cells) != columns && columns > 0 {
		y.fault("table-columns", r.At, fmt.Sprintf("the row has %d cells, the heads have %d columns", len(in.Cells), columns), `give both the same number; write "" for an empty cell`)
	}
	for _, c := range in.Cells {
		r.Cells = append(r.Cells, y.cell(c, notes))
	}
	for len(r.Cells) < columns {
		r.Cells = append(r.Cells, doc.Cell{Gap: doc.Nil, At: r.At})
	}
	r.Cells = r.Cells[:columns]
	return r
}

func (y *yamlBlock) cell(in cellYAML, notes int) doc.Cell {
	c := cell(y.words(in.Text), in.At)
	gap := choose(y.reading, in.Gap, "table-cell", "a reason for an empty cell", doc.Nil, gaps())
	if in.Gap.S != "" {
		if c.Gap == doc.NoGap {
			y.fault("table-cell", in.Gap.At, "a cell with a text has a gap", "keep one of the two")
		} else {
			c.Gap = gap
		}
	}
	if in.Note < 0 || in.Note > notes {
		y.fault("table-cell", c.At, fmt.Sprintf("the table has no note %d", in.Note), "notes are counted from 1")
	} else {
		c.Note = in.Note
	}
	return c
}
