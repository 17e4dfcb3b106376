package table

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// field sets boxhead and rows, and says where and at what cost they may break.
func (l *layout) field() []galley.Box {
	head := l.boxhead()
	again := l.resume(head)
	if len(l.rows) == 0 {
		head.Items = append(head.Items, l.rule(l.Style.Rules.Table, head.Height))
		head.Height += l.Style.Rules.Table.Width
	}
	out := l.cutHead(head)
	ends := l.groups()
	lines := l.headLines()
	body := l.body(ends)
	for i := range l.rows {
		lines += l.rows[i].lines
	}
	in := again // what a page has first that begins before the row
	for i := range body {
		b := &body[i]
		if b.Break = l.cost(i, ends); lines <= l.Style.Table.KeepLines {
			b.Break = galley.Inf
		}
		if l.rows[i].Kind == doc.StraddleRow || l.rows[i].Kind == doc.TotalRow {
			in = again
		}
		if b.Break < galley.Inf {
			b.Resume, b.Close = in, l.closing(i)
		}
		out = append(out, l.cutRow(*b, i, in)...)
		if l.rows[i].Kind == doc.StraddleRow && len(l.rows[i].Stub) > 0 {
			in = append(again[:len(again):len(again)], l.straddleAgain(&l.rows[i]))
		}
	}
	return out
}

// headLines counts the lines of the boxhead, as high as its highest column.
func (l *layout) headLines() int {
	n := make([]int, len(l.cols))
	most := 0
	for i := range l.heads {
		for j := l.heads[i].from; j < l.heads[i].to; j++ {
			n[j] += len(l.heads[i].lines)
			most = max(most, n[j])
		}
	}
	return most
}

// body sets the rows, a box each.
func (l *layout) body(ends []bool) []galley.Box {
	if len(l.rows) == 0 {
		return nil
	}
	tbody := l.Tree.Add(frame.TBody, l.elem)
	var headers [][]string
	if l.names() && l.hasHeads() {
		headers = l.headersOf()
	}
	out := make([]galley.Box, len(l.rows))
	for i := range l.rows {
		r := &l.rows[i]
		tr := l.Tree.Add(frame.TR, tbody)
		if r.Kind == doc.StraddleRow {
			out[i] = l.straddle(r, tr)
		} else {
			out[i] = l.row(r, tr, headers)
		}
	}
	for i := range out {
		l.below(i, ends[i], &out[i])
	}
	return out
}

// straddle sets the head of a group of rows across the table.
func (l *layout) straddle(r *row, tr frame.ElemID) galley.Box {
	e := frame.Elem{Role: frame.TH, Parent: tr, Scope: "Row", ColSpan: len(l.cols)}
	if len(r.Stub) == 0 {
		e.Role, e.Scope = frame.TD, ""
	}
	t := leftward(l.tok.group)
	sp := l.textSpec(r, &cell{typ: t}, &column{}, l.w, l.Tree.AddElem(e))
	sp.Hang = 0
	lines := l.Lines(r.Stub, sp)
	r.lines = max(1, len(lines))
	items, _ := l.Stack(lines, t, l.x, l.tok.padTop)
	return galley.Box{Items: items, Height: l.tok.padTop + units.Sp(r.lines)*t.Leading + l.tok.padBottom + l.tok.straddleBelow}
}

// straddleAgain is the head of a group of rows on a page that begins inside of
// the group.
func (l *layout) straddleAgain(r *row) galley.Box {
	t := leftward(l.tok.group)
	sp := l.ContinuedSpec(r.Stub, t)
	sp.Measure = l.w
	lines := l.Lines(doc.Words(l.Lang.Strings().Continued), sp)
	items, h := l.Stack(lines, t, l.x, l.tok.padTop)
	return galley.Box{Items: galley.Artifacts(items, frame.RepeatArtifact), Height: l.tok.padTop + h + l.tok.padBottom + l.tok.straddleBelow}
}

// row sets one row with its cells.
func (l *layout) row(r *row, tr frame.ElemID, headers [][]string) galley.Box {
	var b galley.Box
	bottom := l.tok.padBottom
	y := l.tok.padTop
	if r.Kind == doc.TotalRow {
		b.Items = append(b.Items, l.rule(l.tok.totalRule, 0))
		y, bottom = l.tok.totalRule.Width+l.tok.totalTop, l.tok.totalBottom
	}
	l.setCells(r, tr, headers)
	base := l.base(r)
	leading, up := l.tok.body.Leading, l.Ascent(l.tok.body)
	r.lines = 1
	for j := range r.cells {
		c, col := &r.cells[j], &l.cols[j]
		down := max(0, base-len(c.lines))
		for i := range c.lines {
			x := col.x + col.offset(c.lines[i].Width)
			if col.figures {
				x = col.digits() - c.lead
			}
			b.Items = append(b.Items, galley.Shift(c.lines[i].Items, x, y+up+units.Sp(down+i)*leading)...)
		}
		r.lines = max(r.lines, down+len(c.lines))
	}
	b.Height = y + units.Sp(r.lines)*leading + bottom
	return b
}

// maxBase is how many lines a row has at most for all of its cells to stand on
// the last one.
const maxBase = 3

// base is the line on which the cells of a row end, counted from 1; shorter
// cells stand on it, longer ones go on below. Figures stand on the last line of
// the stub, and in a row of few lines all cells stand on the last; a table
// without figures is read from the top. 0 is the first line for all.
func (l *layout) base(r *row) int {
	if !l.hasFigures {
		return 0
	}
	base, most := 0, 0
	for j := range r.cells {
		n := len(r.cells[j].lines)
		if most = max(most, n); l.cols[j].stub {
			base = n
		}
	}
	if most <= maxBase {
		return most
	}
	return base
}

// setCells makes the elements of a row and sets its cells in their columns.
func (l *layout) setCells(r *row, tr frame.ElemID, headers [][]string) {
	var stub string
	for j := range r.cells {
		c, col := &r.cells[j], &l.cols[j]
		e := frame.Elem{Role: frame.TD, Parent: tr}
		if col.stub && len(c.in) > 0 {
			e.Role, e.Scope = frame.TH, "Row"
		} else if headers != nil && !col.stub {
			e.Headers = headers[j]
			if stub != "" {
				e.Headers = append([]string{stub}, e.Headers...)
			}
		}
		elem := l.Tree.AddElem(e)
		if e.Role == frame.TH && headers != nil {
			stub = l.id("r", elem)
			l.Tree.At(elem).ID = stub
		}
		switch {
		case len(c.in) == 0:
		case c.plain && (col.figures || c.natural <= col.w):
			tag(c.lines, elem)
		case col.figures:
			sp := l.textSpec(r, c, col, units.Max, elem)
			sp.Hang = 0
			c.lines = l.Lines(c.in, sp)
		default:
			c.lines = l.turned(r, c, col, elem)
		}
	}
}

// below puts the space and the rules below row i into its box, where a page
// break does away with them, and the rule that ends the table below the last.
func (l *layout) below(i int, groupEnds bool, b *galley.Box) {
	from := b.Height
	space := func(h units.Sp) { b.Height += h }
	rule := func(r style.Rule) {
		if r.Width > 0 {
			b.Items = append(b.Items, l.rule(r, b.Height))
			b.Height += r.Width
		}
	}
	r, k := &l.rows[i], &l.tok
	if i+1 == len(l.rows) {
		rule(l.Style.Rules.Table)
		return
	}
	switch next := &l.rows[i+1]; {
	case next.Kind == doc.StraddleRow:
		if r.Kind != doc.StraddleRow {
			if k.straddleRule.Width > 0 {
				space(k.groupAbove)
				rule(k.straddleRule)
			}
			space(k.straddleAbove)
		}
	case r.Kind == doc.StraddleRow:
	case next.Kind == doc.TotalRow:
		if l.matrix {
			space(k.groupAbove)
		}
	case (r.Kind == doc.ShareRow) != (next.Kind == doc.ShareRow), r.Kind == doc.TotalRow, r.Kind == doc.SubtotalRow:
		space(l.Style.Table.KindGap)
	case groupEnds:
		space(k.groupAbove)
		rule(k.groupRule)
		space(k.groupBelow)
	case !l.hasFigures && (l.continues && len(next.Stub) > 0 || r.lines > 1 || next.lines > 1):
		space(l.Style.Table.StubGap)
	}
	r.below = b.Height - from
}

// groups says for each row whether a group of rows ends below it: every five
// rows of a table that has enough of them, counted from each head.
func (l *layout) groups() []bool {
	st := &l.Style.Table
	out := make([]bool, len(l.rows))
	rows := 0
	for i := range l.rows {
		if l.rows[i].Kind == doc.DataRow {
			rows++
		}
	}
	if !l.hasFigures || rows < st.GroupFrom || st.GroupOf < 1 {
		return out
	}
	n := 0
	for i := range l.rows {
		if l.rows[i].Kind != doc.DataRow {
			n = 0
			continue
		}
		n++
		out[i] = n%st.GroupOf == 0 && i+1 < len(l.rows) && l.rows[i+1].Kind == doc.DataRow
	}
	return out
}
