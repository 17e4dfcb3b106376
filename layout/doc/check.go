package doc

import (
	"fmt"
	"math/big"

	"assemble/inputs/source"
	"assemble/layout/lang"
)

// Check returns the rules of the model that a document breaks, in reading
// order; none if it can be laid out. Every rule it names is one that builders
// keep, whatever the inputs were.
func Check(d *Document) []string {
	c := &checker{labels: map[Label]string{}, values: map[string]*big.Rat{}}
	for _, p := range d.Parts {
		c.declare(p.ID, "part "+string(p.ID), p)
		Blocks(p.Blocks, func(b Block) {
			// The first heading has the name of the part that it opens.
			if b != p.Blocks[0] || b.Common().ID != p.ID {
				c.declare(b.Common().ID, where(b), p)
			}
			if para, ok := b.(*Paragraph); ok && para.Head != nil {
				c.declare(para.Head.ID, where(para.Head), p)
			}
		})
	}
	c.masthead(&d.Cover)
	for _, p := range d.Parts {
		c.part = p
		Inlines(p.Blocks, func(run *[]Inline) { Each(*run, c.inline) })
		Blocks(p.Blocks, c.block)
		Stats(p.Blocks, c.stat)
	}
	return c.out
}

type checker struct {
	out    []string
	part   *Part
	labels map[Label]string
	values map[string]*big.Rat // by fact
}

func (c *checker) broken(format string, args ...any) {
	where := "cover"
	if c.part != nil {
		where = "part " + string(c.part.ID)
	}
	c.out = append(c.out, where+": "+fmt.Sprintf(format, args...))
}

// where tells a block from others in a message.
func where(b Block) string {
	at := b.Common()
	s := fmt.Sprintf("%T", b)[len("*doc."):]
	if at.ID != "" {
		s += " #" + string(at.ID)
	}
	if at.At.Start.Known() {
		s += fmt.Sprintf(" at %d:%d", at.At.Start.A, at.At.Start.B)
	}
	return s
}

func (c *checker) declare(id Label, what string, p *Part) {
	if id == "" {
		return
	}
	c.part = p
	if first, taken := c.labels[id]; taken {
		c.broken("%s has the label of %s", what, first)
		return
	}
	c.labels[id] = what
}

func (c *checker) masthead(m *Masthead) {
	c.part = nil
	for _, run := range [][]Inline{m.Title, m.Submission, m.Reissue, m.Decision, m.Note} {
		Each(run, func(in Inline) {
			c.inline(in)
			if s, ok := in.(*Stat); ok {
				c.stat(s)
			}
		})
	}
}

func (c *checker) inline(in Inline) {
	switch in := in.(type) {
	case *Ref:
		if _, ok := c.labels[in.To]; !ok {
			c.broken("reference to %q has no target%s", in.To, place(in.At))
		}
	case *Footnote:
		if len(in.Of) == 0 {
			c.broken("footnote %q is empty%s", in.Name, place(in.At))
		}
	}
}

func place(at source.Span) string {
	if !at.Start.Known() {
		return ""
	}
	return fmt.Sprintf(" at %d:%d", at.Start.A, at.Start.B)
}

// stat checks one figure. A hole has no value, and neither has a figure that
// prints a label only.
func (c *checker) stat(s *Stat) {
	switch {
	case s == nil:
		c.broken("a figure is nil")
		return
	case s.Hole || s.Number.Value == nil:
		return
	case s.Number.Form == lang.Share && s.Number.Base == nil && s.Number.Unit != lang.Percent:
		c.broken("share %q has no base%s", s.Fact, place(s.At))
	case s.Number.Base != nil && s.Number.Base.Sign() == 0:
		c.broken("share %q has a base of 0%s", s.Fact, place(s.At))
	}
	if s.Fact == "" {
		return
	}
	first, known := c.values[s.Fact]
	if !known {
		c.values[s.Fact] = s.Number.Value
	} else if first.Cmp(s.Number.Value) != 0 {
		c.broken("fact %q is %s and %s%s", s.Fact, first.RatString(), s.Number.Value.RatString(), place(s.At))
	}
}

func (c *checker) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		if b.Level < 1 || b.Level > 4 {
			c.broken("%s has level %d", where(b), b.Level)
		}
	case *List:
		if len(b.Items) == 0 || b.Ordered && b.Start < 1 {
			c.broken("%s has %d items from %d", where(b), len(b.Items), b.Start)
		}
	case *KeyFigures:
		if len(b.Of) == 0 {
			c.broken("%s has no figures", where(b))
		}
	case *Timeline:
		c.timeline(b)
	case *Picture:
		if b.Alt == "" || b.Image == nil {
			c.broken("%s has no image or no text that stands for it", where(b))
		}
	case *Chart:
		c.chart(b)
	case *Table:
		c.table(b)
	}
}

func (c *checker) timeline(b *Timeline) {
	for i, m := range b.Months {
		if len(m.Columns) != max(1, len(b.Heads)) {
			c.broken("%s has %d columns in month %d and %d heads", where(b), len(m.Columns), i+1, len(b.Heads))
		}
	}
}

func (c *checker) chart(b *Chart) {
	if b.Alt == "" {
		c.broken("%s has no text that stands for it", where(b))
	}
	if b.Of != "" || len(b.Series) == 0 || len(b.Categories) == 0 {
		c.broken("%s has no values yet", where(b))
	}
	for i, s := range b.Series {
		if len(s.Values) != len(b.Categories) {
			c.broken("%s has %d values in series %d and %d categories", where(b), len(s.Values), i+1, len(b.Categories))
		}
	}
}

func (c *checker) table(b *Table) {
	columns := len(Leaves(b.Heads))
	if b.Columns != nil && len(b.Columns) != columns {
		c.broken("%s has %d alignments and %d columns", where(b), len(b.Columns), columns)
	}
	for i, r := range b.Rows {
		want := columns
		if r.Kind == StraddleRow {
			want = 0
		}
		if len(r.Cells) != want {
			c.broken("%s has %d cells in row %d where %d are wanted", where(b), len(r.Cells), i+1, want)
		}
		for j, cell := range r.Cells {
			if n := contents(cell); n != 1 {
				c.broken("%s has %d of figure, text and gap in row %d, cell %d", where(b), n, i+1, j+1)
			}
			if cell.Note < 0 || cell.Note > len(b.Notes) {
				c.broken("%s has no note %d, wanted in row %d, cell %d", where(b), cell.Note, i+1, j+1)
			}
		}
	}
}

// contents counts what a cell holds; it must be one thing.
func contents(c Cell) int {
	n := 0
	if c.Stat != nil {
		n++
	}
	if len(c.Text) > 0 {
		n++
	}
	if c.Gap != NoGap {
		n++
	}
	return n
}
