package table

import (
	"assemble/layout/doc"
	"assemble/layout/style"
	"assemble/layout/units"
)

// tokens are the values of the look that a table is set by: those of tables or
// those of the matrix.
type tokens struct {
	head, headBefore, headStrong, spanner style.Type
	body, before, muted, total, group     style.Type

	gap, gapMost, spanGap            units.Sp // between columns
	column, maxColumn, minStub, turn units.Sp
	spannerIn, spannerAbove          units.Sp
	spannerBelow                     units.Sp

	padTop, padBottom     units.Sp // of a row
	totalTop, totalBottom units.Sp
	totalRule             style.Rule
	groupAbove            units.Sp // after the last row of a group
	groupRule             style.Rule
	groupBelow            units.Sp
	straddleAbove         units.Sp
	straddleBelow         units.Sp
	straddleRule          style.Rule // ends the rows above a row-group head
	noteAbove             units.Sp
}

func tokensOf(st *style.Style, t *doc.Table) tokens {
	if t.Matrix {
		return matrixTokens(st)
	}
	r, tab := &st.Roles, &st.Table
	return tokens{
		head: r.TableHead, headBefore: r.HeadBefore, headStrong: r.TableHead, spanner: r.TableHead,
		body: r.TableBody, before: r.TableBefore, muted: r.TableBefore, total: r.TableTotal, group: r.RowGroup,
		gap: tab.Gap, gapMost: tab.Gap, spanGap: tab.SpanGap, column: tab.Column, maxColumn: tab.MaxColumn,
		minStub: tab.MinStub, turn: tab.Turn, spannerAbove: tab.SpannerAbove, spannerBelow: tab.SpannerBelow,
		padTop: tab.Pad, padBottom: tab.Pad, totalTop: tab.Pad, totalBottom: tab.Pad, totalRule: st.Rules.TableHead,
		groupAbove: tab.GroupGap, straddleAbove: tab.GroupHead, noteAbove: st.Caption.NoteAbove,
	}
}

func matrixTokens(st *style.Style) tokens {
	r, m := &st.Roles, &st.Matrix
	return tokens{
		head: r.MatrixHead, headBefore: r.MatrixHead, headStrong: r.MatrixStrong, spanner: r.MatrixStrong,
		body: r.MatrixBody, before: r.MatrixMuted, muted: r.MatrixMuted, total: r.MatrixTotal, group: r.RowGroup,
		gap: m.Gap, gapMost: st.Table.Gap, spanGap: m.SpanGap, maxColumn: st.Table.MaxColumn, minStub: m.MinStub,
		turn: m.Turn, spannerIn: m.Spanner, spannerAbove: m.SpannerAbove, spannerBelow: m.SpannerBelow,
		totalTop: m.TotalAbove, totalBottom: m.TotalBelow, totalRule: st.Rules.Table,
		groupAbove: m.Above, groupRule: st.Rules.Group, groupBelow: m.Below,
		straddleAbove: m.HeadAbove, straddleBelow: m.HeadBelow + st.Table.FirstRow, straddleRule: st.Rules.TableHead,
		noteAbove: m.Legend,
	}
}

// pad sets the padding of rows by what kind of table it is: of money, of two
// years, or of text alone.
func (k *tokens) pad(st *style.Style, g *grid) {
	p := st.Table.Pad
	switch {
	case g.matrix:
		return
	case g.finance:
		p = st.Table.PadFinance
	case g.years:
		p = st.Table.PadYears
	case !g.hasFigures:
		p = st.Table.PadText
	}
	k.padTop, k.padBottom, k.totalTop, k.totalBottom = p, p, p, p
}

// small makes all type as small as the least size, leading with it.
func (k *tokens) small(least units.Sp) {
	for _, t := range []*style.Type{
		&k.head, &k.headBefore, &k.headStrong, &k.spanner, &k.body, &k.before, &k.muted, &k.total, &k.group,
	} {
		if t.Size > least {
			t.Size, t.Leading = least, units.MulDiv(t.Leading, int64(least), int64(t.Size))
		}
	}
}

// rowType is the type of a cell by its row and the period of its column. A row
// without figures is quiet whatever the column; the year before is quiet in the
// total too.
func (k *tokens) rowType(r *doc.Row, p doc.Period) style.Type {
	switch {
	case r.Kind == doc.StraddleRow:
		return k.group
	case r.Muted:
		return k.muted
	case p == doc.Before:
		return k.before
	case r.Kind == doc.TotalRow, r.Kind == doc.SubtotalRow, p == doc.Reported:
		return k.total
	}
	return k.body
}

// headType is the type of a head. In a matrix only the stub, the total and the
// spanners are strong.
func (k *tokens) headType(h *head) style.Type {
	switch {
	case h.spans:
		return k.spanner
	case h.period == doc.Before:
		return k.headBefore
	case h.stub, h.period == doc.Reported:
		return k.headStrong
	}
	return k.head
}
