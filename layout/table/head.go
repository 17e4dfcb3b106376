package table

import (
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// boxhead sets the heads between the rules at the top of the table. A table
// without any word in its heads has the upper rule alone.
func (l *layout) boxhead() galley.Box {
	st := l.Style
	b := galley.Box{Items: []frame.Item{l.rule(st.Rules.Table, 0)}, Height: st.Rules.Table.Width, Break: galley.Inf}
	if l.hasHeads() {
		l.headElems()
		l.setHeads()
		tops := l.levels(b.Height + st.Table.HeadPad)
		for i := range l.heads {
			b.Items = append(b.Items, l.placeHead(&l.heads[i], tops)...)
		}
		b.Height = tops[l.depth] + st.Table.HeadPad
		b.Items = append(b.Items, l.rule(st.Rules.TableHead, b.Height))
		b.Height += st.Rules.TableHead.Width
	}
	if len(l.rows) > 0 {
		b.Height += st.Table.FirstRow
	}
	return b
}

func (l *layout) hasHeads() bool {
	for i := range l.heads {
		if len(l.heads[i].text) > 0 {
			return true
		}
	}
	return false
}

// headElems makes the structure of the boxhead, one row a level. A head that
// has no head under it spans the levels below.
func (l *layout) headElems() {
	thead := l.Tree.Add(frame.THead, l.elem)
	rows := make([]frame.ElemID, l.depth)
	for d := range rows {
		rows[d] = l.Tree.Add(frame.TR, thead)
	}
	for i := range l.heads {
		h := &l.heads[i]
		e := frame.Elem{Role: frame.TH, Parent: rows[h.level], Scope: "Column", ColSpan: h.to - h.from}
		if !h.spans {
			e.RowSpan = l.depth - h.level
		}
		if len(h.text) == 0 {
			e.Role, e.Scope = frame.TD, "" // a head without words heads nothing
		}
		h.elem = l.Tree.AddElem(e)
		if e.Role == frame.TH && l.names() {
			h.id = l.id("h", h.elem)
			l.Tree.At(h.elem).ID = h.id
		}
	}
}

// setHeads breaks the heads into lines of their columns.
func (l *layout) setHeads() {
	for i := range l.heads {
		h := &l.heads[i]
		first, last := &l.cols[h.from], &l.cols[h.to-1]
		w := first.w
		switch {
		case h.spans:
			w = last.right() - first.left() - l.tok.spannerIn
		case first.figures:
			w = first.right() - first.x
		}
		h.lines = l.Lines(h.text, para.Spec{
			Type: leftward(l.tok.headType(h)), Measure: max(w, 1), Place: l.place, Tree: l.Tree, Elem: h.elem,
			Note: l.notes.letter, Balance: true,
		})
	}
}

func leftward(t style.Type) style.Type {
	t.Align = style.Left
	return t
}

// levels returns the tops of the levels of the boxhead and the end of the last,
// each as high as its heads need.
func (l *layout) levels(y units.Sp) []units.Sp {
	high := make([]units.Sp, l.depth)
	for d := range high {
		high[d] = l.tok.head.Leading
	}
	height := func(h *head) units.Sp { return units.Sp(len(h.lines)) * l.tok.headType(h).Leading }
	for i := range l.heads {
		if h := &l.heads[i]; h.spans {
			high[h.level] = max(high[h.level], height(h)+l.spannerRule())
		}
	}
	// Heads without heads under them reach down to the last level; where one
	// needs more than all of these have, its own becomes higher.
	for i := range l.heads {
		h := &l.heads[i]
		if h.spans {
			continue
		}
		var have units.Sp
		for d := h.level; d < l.depth; d++ {
			have += high[d]
		}
		high[h.level] += max(0, height(h)-have)
	}
	tops := make([]units.Sp, l.depth+1)
	tops[0] = y
	for d := range high {
		tops[d+1] = tops[d] + high[d]
	}
	return tops
}

// spannerRule is the height that the rule of a spanner takes with its spaces.
func (l *layout) spannerRule() units.Sp {
	return l.tok.spannerAbove + l.Style.Rules.Spanner.Width + l.tok.spannerBelow
}

// placeHead puts a head at the bottom of its levels.
func (l *layout) placeHead(h *head, tops []units.Sp) []frame.Item {
	t := l.tok.headType(h)
	c := &l.cols[h.from]
	bottom := tops[l.depth]
	if h.spans {
		bottom = tops[h.level+1] - l.spannerRule()
	}
	y := bottom - units.Sp(len(h.lines))*t.Leading + l.Ascent(t)
	var out []frame.Item
	for i := range h.lines {
		x := c.x + c.offset(h.lines[i].Width)
		switch {
		case h.spans:
			x = c.left() + l.tok.spannerIn
		case c.figures:
			x = c.right() - h.lines[i].Width
		}
		out = append(out, galley.Shift(h.lines[i].Items, x, y)...)
		y += t.Leading
	}
	if h.spans && len(h.text) > 0 {
		left := c.left()
		last := &l.cols[h.to-1]
		out = append(out, l.Rule(l.Style.Rules.Spanner, left, bottom+l.tok.spannerAbove, last.x+last.w-left))
	}
	return out
}

// headersOf lists, for each column, the heads over it from the top down.
func (l *layout) headersOf() [][]string {
	out := make([][]string, len(l.cols))
	for i := range l.heads {
		h := &l.heads[i]
		for j := h.from; j < h.to && h.id != "" && !h.stub; j++ {
			out[j] = append(out[j], h.id)
		}
	}
	return out
}

// resume is what is printed first on a page that begins inside the table: its
// title with "(continued)", and the whole boxhead.
func (l *layout) resume(head galley.Box) []galley.Box {
	var out []galley.Box
	if b, ok := l.continued(); ok {
		out = append(out, b)
	}
	if l.tall(&head) {
		return out // a head that takes half of the page is not repeated
	}
	head.Items = galley.Artifacts(head.Items, frame.RepeatArtifact)
	return append(out, head)
}

// continued sets the title again. That of a matrix is the title of its annex,
// and needs the whole frame.
func (l *layout) continued() (galley.Box, bool) {
	if len(l.t.Title) == 0 && l.Number == "" {
		return galley.Box{}, false
	}
	c, x := *l.Context, l.Style.Page.TextAxis
	if l.matrix {
		c.Number = ""
	}
	if c.Number == "" && l.Style.Caption.Label == style.OnAxis {
		x = 0
	}
	return c.Continued(l.t.Title, nil, x), true
}
