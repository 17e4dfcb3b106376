package table

import (
	"strings"
	"unicode"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// cell is what stands in one place of the field or the stub.
type cell struct {
	in     []doc.Inline
	typ    style.Type
	end    int  // bytes of its text up to the last digit, 0 if it is no figure
	figure bool // a number, or a text that is one
	number bool // one Stat, and perhaps the mark of a note
	text   bool // words
	plain  bool // makes no elements of its own, so that lines can be used again

	after   string // what follows the last digit
	lines   []para.Line
	lead    units.Sp // width up to the last digit
	natural units.Sp
}

// read fills the cells of all rows from the model.
func (l *layout) read() {
	for i := range l.rows {
		r := &l.rows[i]
		if r.Kind == doc.StraddleRow {
			continue
		}
		for j := range r.cells {
			c := &r.cells[j]
			c.typ = l.tok.rowType(r.Row, l.cols[j].period)
			switch n := j - l.first(); {
			case l.cols[j].stub:
				c.in, c.text = r.Stub, len(r.Stub) > 0
			case n < len(r.Cells):
				l.readCell(c, &r.Cells[n])
			}
			c.plain = plain(c.in)
		}
	}
}

// readCell takes what a cell of the model holds. A figure that stands alone in
// a text is a figure too: pipe tables have them.
func (l *layout) readCell(c *cell, from *doc.Cell) {
	text := from.Text
	stat := from.Stat
	if len(text) == 1 && stat == nil {
		stat, _ = text[0].(*doc.Stat)
	}
	switch {
	case stat != nil:
		c.in, c.figure, c.number = []doc.Inline{stat}, true, true
		c.end, c.after = l.split(stat)
	case len(text) > 0:
		c.in = text
		s := l.words(text)
		if n, ok := figureText(s); ok && !broken(text) {
			c.figure, c.end, c.after = true, n, s[n:]
		} else if c.text = !placeholder(s) || broken(text); !c.text {
			c.end = len(s)
		}
	default:
		s := l.gapSign(from.Gap)
		c.in, c.end = doc.Words(s), len(s)
	}
	if mark := l.notes.mark(from.Note); mark != nil {
		c.in = append(c.in[:len(c.in):len(c.in)], mark)
	}
}

// split says where the last digit of a printed number ends and what follows.
func (l *layout) split(s *doc.Stat) (end int, after string) {
	if s.Hole {
		return len(hole), ""
	}
	p := l.Lang.Parts(s.Number, l.place)
	return len(p.Before) + len(p.Figure), p.After
}

// hole is how package para prints a figure that is missing in a draft.
const hole = "[…]"

// gapSign is what the style prints in an empty cell.
func (l *layout) gapSign(g doc.Gap) string {
	s := &l.Style.Table.Gaps
	switch g {
	case doc.Nil:
		return s.Nil
	case doc.NotApplicable:
		return s.NotApplicable
	case doc.NotAvailable:
		return s.NotAvailable
	case doc.NotComputed:
		return s.NotComputed
	case doc.Suppressed:
		return s.Suppressed
	case doc.Unchanged:
		return s.Unchanged
	}
	return ""
}

// words joins the text of inlines byte by byte as it will be set. Marks of
// notes are no part of it.
func (l *layout) words(in []doc.Inline) string {
	var b strings.Builder
	doc.Each(in, func(x doc.Inline) {
		switch x := x.(type) {
		case *doc.Text:
			b.WriteString(x.S)
		case *doc.Stat:
			if x.Hole {
				b.WriteString(hole)
			} else {
				b.WriteString(l.Lang.Format(x.Number, l.place))
			}
		case *doc.Ref:
			if target, ok := l.Refs(x.To); ok && len(x.Of) == 0 {
				b.WriteString(target.Text)
			}
		}
	})
	return b.String()
}

// figureText says whether a text is a figure written by hand, such as "(4.2)",
// "1 467", "12%" or "2013–2017", and where its last digit ends. A text with a
// letter ("4.b") is none.
func figureText(s string) (end int, ok bool) {
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			end = i + 1
		case !strings.ContainsRune("()+-−–±<>≤≥≈~.,'’%‰*†‡/ \u00a0\u202f", r):
			return 0, false
		}
	}
	return end, end > 0
}

// broken says that a text has a forced line break: a figure has one line.
func broken(in []doc.Inline) bool {
	found := false
	doc.Each(in, func(x doc.Inline) {
		if _, ok := x.(*doc.Break); ok {
			found = true
		}
	})
	return found
}

// placeholder says that a text stands for a figure that is not there: "—",
// "..", "n/a".
func placeholder(s string) bool {
	const most = 4
	n := 0
	for _, r := range s {
		if n++; n > most || unicode.IsSpace(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// plain says that inlines make no elements of their own.
func plain(in []doc.Inline) bool {
	ok := true
	doc.Each(in, func(x doc.Inline) {
		switch x.(type) {
		case *doc.Foreign, *doc.Link, *doc.Ref, *doc.Footnote:
			ok = false
		}
	})
	return ok
}

// kinds tells figure columns from text columns. A column of figures and signs
// in their place is a figure column even where it was to be centred: centred
// figures cannot be compared.
func (l *layout) kinds() {
	for j := range l.cols {
		c := &l.cols[j]
		if c.stub {
			continue
		}
		figures, texts, others := 0, 0, 0
		for i := range l.rows {
			if j >= len(l.rows[i].cells) {
				continue
			}
			switch x := &l.rows[i].cells[j]; {
			case x.figure:
				figures++
			case x.text:
				texts++
			case len(x.in) > 0:
				others++
			}
		}
		c.figures = texts == 0 && (figures > 0 || c.align == doc.AlignRight || c.align == doc.AlignAuto) && c.align != doc.AlignLeft
		if c.figures && figures == 0 && others > 0 && !l.hasGaps(j) {
			c.figures = false // signs alone, written by hand: a column of ticks
		}
		l.hasFigures = l.hasFigures || c.figures && figures > 0
	}
}

// hasGaps says that an empty cell of a column has a reason.
func (l *layout) hasGaps(j int) bool {
	for i := range l.rows {
		if n := j - l.first(); n < len(l.rows[i].Cells) && l.rows[i].Cells[n].Gap != doc.NoGap {
			return true
		}
	}
	return false
}

// finance says whether a table shows money: all its numbers then look as they
// do in accounts.
func finance(t *doc.Table) bool {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			s := c.Stat
			if len(c.Text) == 1 && s == nil {
				s, _ = c.Text[0].(*doc.Stat)
			}
			if s != nil && currency(s.Number.Unit) {
				return true
			}
		}
	}
	return false
}

// currency tells a code of ISO 4217 from a counted thing: three capitals.
func currency(unit string) bool {
	return len(unit) == 3 && strings.Trim(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// measure sets every figure and every text on one line to learn its width. The
// lines have no element yet.
func (l *layout) measure() {
	for i := range l.rows {
		r := &l.rows[i]
		for j := range r.cells {
			c, col := &r.cells[j], &l.cols[j]
			if col.figures {
				l.measureFigure(c)
				col.lead = max(col.lead, c.lead)
				col.after = max(col.after, c.natural-c.lead)
				continue
			}
			c.lines = l.Lines(c.in, l.textSpec(r, c, col, units.Max, 0))
			c.natural = widest(c.lines) + l.indent(r, col)
			col.natural = max(col.natural, c.natural)
		}
	}
	for j := range l.cols {
		if c := &l.cols[j]; c.figures {
			c.common = l.common(j)
		}
	}
}

func (l *layout) measureFigure(c *cell) {
	if len(c.in) == 0 {
		return
	}
	line := l.Line(c.in, para.Spec{Type: c.typ, Place: l.place, Note: l.notes.letter})
	c.lines = []para.Line{line}
	c.natural, c.lead = line.Width, upTo(line, c.end)
}

// upTo is the width of the first n bytes of a line.
func upTo(line para.Line, n int) units.Sp {
	var w units.Sp
	base := 0
	for _, it := range line.Items {
		r, ok := it.(*frame.Run)
		if !ok {
			continue
		}
		for _, g := range r.Glyphs {
			if base+int(g.Cluster) < n {
				w += g.Advance
			}
		}
		base += len(r.Text)
	}
	return w
}

// common is the width of the sign that follows every figure of a column. It
// belongs to the figures, so that heads end above it.
func (l *layout) common(j int) units.Sp {
	shared, t, seen := "", style.Type{}, false
	for i := range l.rows {
		if j >= len(l.rows[i].cells) || !l.rows[i].cells[j].figure {
			continue
		}
		c := &l.rows[i].cells[j]
		if !seen {
			shared, t, seen = c.after, c.typ, true
		}
		for !strings.HasPrefix(c.after, shared) {
			r := []rune(shared)
			shared = string(r[:len(r)-1])
		}
	}
	if shared == "" {
		return 0
	}
	return min(l.Width(shared, t), l.cols[j].after)
}

// textSpec is how a cell of a text column or of the stub is set.
func (l *layout) textSpec(r *row, c *cell, col *column, measure units.Sp, elem frame.ElemID) para.Spec {
	sp := para.Spec{Type: c.typ, Measure: measure, Place: l.place, Tree: l.Tree, Elem: elem, Note: l.notes.letter}
	sp.Type.Align = style.Left
	if elem == 0 {
		sp.Tree = nil
	}
	if col.stub {
		sp.Indent = l.indent(r, col)
		sp.Hang = sp.Indent + l.tok.turn
	} else if l.hasFigures && col.align != doc.AlignCenter && col.align != doc.AlignRight {
		sp.Hang = l.tok.turn // a second stub: names beside figures
	}
	if measure < units.Max && sp.Hang > measure/2 {
		sp.Hang = measure / 2
		sp.Indent = min(sp.Indent, sp.Hang)
	}
	return sp
}

// indent is how far the stub entry of a row is set in. It is bounded, for a
// depth of thousands must not push the entry off the sheet.
func (l *layout) indent(r *row, col *column) units.Sp {
	if !col.stub || r.Indent <= 0 {
		return 0
	}
	return min(units.Sp(min(r.Indent, 100))*l.Style.Table.Indent, l.tok.minStub/2)
}

func widest(lines []para.Line) units.Sp {
	var w units.Sp
	for i := range lines {
		w = max(w, lines[i].Width)
	}
	return w
}

// decimals gives the figures of a column that leave it to the number as many
// decimals as the longest of them has. Shares and counts are kept apart: a row
// of percentages under a total does not change the total.
func (l *layout) decimals() {
	for j := range l.cols {
		var most [unitKinds]int
		l.stats(j, func(s *doc.Stat) *doc.Stat {
			k := unitKind(&s.Number)
			most[k] = max(most[k], l.placesOf(s))
			return s
		})
		l.stats(j, func(s *doc.Stat) *doc.Stat {
			p := most[unitKind(&s.Number)]
			if s.Number.Places == p || l.placesOf(s) == p {
				return s
			}
			fixed := *s
			fixed.Number.Places = p
			return &fixed
		})
	}
}

// Kinds of units whose decimals are the same in a column.
const (
	counts = iota
	shares
	points
	unitKinds
)

func unitKind(n *lang.Number) int {
	switch {
	case n.Unit == lang.Percent, n.Form == lang.Share:
		return shares
	case n.Unit == lang.Points:
		return points
	}
	return counts
}

// placesOf is the number of decimals that a figure has in print.
func (l *layout) placesOf(s *doc.Stat) int {
	_, frac, _ := strings.Cut(l.Lang.Parts(s.Number, l.place).Figure, l.Lang.Profile(l.place).Decimal)
	return len(frac)
}

// stats calls fn with the numbers in figures of a column, to replace them.
func (l *layout) stats(j int, fn func(*doc.Stat) *doc.Stat) {
	for i := range l.rows {
		if j >= len(l.rows[i].cells) {
			continue
		}
		c := &l.rows[i].cells[j]
		if !c.number {
			continue
		}
		s := c.in[0].(*doc.Stat)
		if s.Hole || s.Number.Check() != nil {
			continue
		}
		switch s.Number.Form {
		case lang.Auto, lang.Figure, lang.Share, lang.Million, lang.Thousand:
			if again := fn(s); again != s {
				c.in = append([]doc.Inline{again}, c.in[1:]...)
				c.end, c.after = l.split(again)
			}
		}
	}
}
