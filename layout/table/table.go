package table

import (
	"strconv"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// layout is one table being laid out.
type layout struct {
	*para.Context
	*grid
	t     *doc.Table
	tok   tokens
	place lang.Place
	notes *notes

	x, w     units.Sp // of the table
	measured bool     // the longest words of text columns are known
	elem     frame.ElemID
}

// Measured is a table of which all content was measured, before it is set.
type Measured struct {
	*layout
	small *layout // in the least type, where an upright page is too narrow for either
}

// Measure measures a table and chooses its columns for the page of c: at its
// set size if the page is wide enough, else in the least type.
func Measure(c *para.Context, t *doc.Table) *Measured {
	l := newLayout(c, t, false)
	if l.fit(false) {
		return &Measured{l, nil}
	}
	small := newLayout(c, t, true)
	if small.fit(false) {
		return &Measured{small, nil}
	}
	return &Measured{l, small}
}

// Turns says that the table needs a turned page.
func (m *Measured) Turns() bool { return m.small != nil }

// Lay lays out the table: caption, boxhead, rows and notes, boxes in order. The
// space below it is for the caller to give. The setter of c is that of a turned
// page if the table stands on one.
func (m *Measured) Lay(c *para.Context) []galley.Box {
	l := m.layout
	l.enter(c)
	if m.small != nil {
		m.small.enter(c)
		l = m.squeezed()
	}
	l.elem = c.Tree.Add(frame.TableRole, c.Parent)
	boxes := l.caption()
	boxes = append(boxes, l.field()...)
	boxes = append(boxes, l.foot()...)
	return l.begin(boxes, c)
}

// squeezed is the layout of a table for which an upright page is too narrow:
// at its set size if the page at hand is wide enough, else in the least type,
// else as narrow as its words allow, else without the columns that do not fit.
func (m *Measured) squeezed() *layout {
	for _, last := range []bool{false, true} {
		for _, l := range []*layout{m.layout, m.small} {
			if l.fit(last) {
				return l
			}
		}
	}
	m.small.cut()
	return m.small
}

// newLayout reads a table and measures its content, in the least type if small.
func newLayout(c *para.Context, t *doc.Table, small bool) *layout {
	l := &layout{grid: newGrid(t), t: t, tok: tokensOf(c.Style, t), place: lang.InTable}
	if small {
		l.tok.small(c.Style.Table.Least)
	}
	if finance(t) {
		l.finance, l.place = true, lang.InFinanceTable
	}
	l.notes = newNotes(c, t)
	l.enter(c)
	l.read()
	l.kinds()
	l.decimals()
	l.tok.pad(c.Style, l.grid)
	l.measure()
	return l
}

// enter makes c the place where the table is set; notes are called by letters.
func (l *layout) enter(c *para.Context) {
	own := *c
	own.Note = l.notes.letter
	l.Context = &own
}

// caption sets label, title and unit line. A matrix has the title of its annex
// above it, so that only its line of scope is set.
func (l *layout) caption() []galley.Box {
	if l.matrix {
		return l.scope()
	}
	if len(l.t.Title) == 0 && l.Number == "" {
		return nil
	}
	elem := l.Tree.Add(frame.Caption, l.elem)
	b := l.Caption(elem, l.t.Title, l.t.Unit)
	b.Height = max(b.Height, l.Style.Roles.CaptionTitle.Leading) + l.Style.Roles.CaptionTitle.Below
	return []galley.Box{b}
}

func (l *layout) scope() []galley.Box {
	if len(l.t.Unit) == 0 {
		return nil
	}
	t := l.Style.Roles.MatrixScope
	elem := l.Tree.Add(frame.Caption, l.elem)
	lines := l.Lines(l.t.Unit, para.Spec{
		Type: t, Measure: l.Style.Page.Measure(), Place: l.place, Tree: l.Tree, Elem: elem, Note: l.notes.letter,
	})
	items, h := l.Stack(lines, t, l.Style.Page.TextAxis, 0)
	return []galley.Box{{Items: items, Height: h + l.Style.Matrix.Scope, Space: t.Above}}
}

// begin gives the first box its space and the destination of the table, where
// no caption has them.
func (l *layout) begin(boxes []galley.Box, c *para.Context) []galley.Box {
	if len(boxes) == 0 {
		return nil
	}
	first := &boxes[0]
	first.Break = galley.Free
	if first.Space == 0 && !l.matrix {
		first.Space = l.Style.Roles.CaptionTitle.Above
		if c.AfterTable {
			first.Space = l.Style.Caption.AfterTable
		}
	}
	if c.Dest != "" && len(first.Dests) == 0 {
		first.Dests = []galley.Dest{{Name: c.Dest, Elem: l.elem}}
	}
	return boxes
}

// rule returns a rule over the width of the table.
func (l *layout) rule(r style.Rule, y units.Sp) frame.Item { return l.Rule(r, l.x, y, l.w) }

// names says whether cells name their heads: where heads stand over each other,
// Scope does not say which belong to a cell. The names need a table that has a
// name itself, or they would not be unique in the document.
func (l *layout) names() bool { return l.depth > 1 && l.Dest != "" }

// id makes the name of an element by which others point to it. It begins with
// the destination of the table, which no other block of the document has.
func (l *layout) id(kind string, elem frame.ElemID) string {
	return l.Dest + ":" + kind + strconv.Itoa(int(elem))
}

// tag gives lines that were set without an element one.
func tag(lines []para.Line, elem frame.ElemID) []para.Line {
	for i := range lines {
		for _, it := range lines[i].Items {
			if r, ok := it.(*frame.Run); ok {
				r.Tag = elem
			}
		}
	}
	return lines
}
