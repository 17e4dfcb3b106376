package table

import (
	"slices"
	"sort"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/units"
)

// Costs of a page break in a timeline: between months, and between the items
// and the lines of one month.
const (
	monthBreak = galley.Free
	itemBreak  = 200
	lineBreak  = 600
)

// piece is one line of a column with its place below the top of the month.
type piece struct {
	items []frame.Item
	y     units.Sp
	first bool // of its item
}

// month sets one month as one box, or, if it is long, as several that a page
// may end between.
func (l *timeline) month(m *doc.Month, list frame.ElemID, again []galley.Box) []galley.Box {
	k := &l.Style.Timeline
	item := l.Tree.Add(frame.LI, list)
	name := l.Lines(m.Name, para.Spec{
		Type: l.Style.Roles.TimeMonth, Measure: k.Month - k.Gap, Place: lang.InHeading, Tree: l.Tree, Elem: l.Tree.Add(frame.Lbl, item), Note: l.Note,
	})
	body := l.Tree.Add(frame.LBody, item)
	columns := make([][]piece, l.columns)
	ends := make([]units.Sp, l.columns)
	lines := len(name)
	for i := range m.Columns {
		at := min(i, l.columns-1)
		l.column(m.Columns[i], i, body, &columns[at], &ends[at])
		lines = max(lines, len(columns[at]))
	}
	parts := [][]int{make([]int, l.columns)}
	if lines >= k.MinSplit {
		parts = l.parts(columns)
	}
	out := l.slices(columns, parts)
	l.label(&out[0], name)
	l.edges(out)
	out[0].Break, out[0].Resume = monthBreak, again
	for i := 1; i < len(out); i++ {
		out[i].Resume = append(again[:len(again):len(again)], l.continued(m))
		out[i].Close = []frame.Item{l.rule(l.Style.Rules.Light, k.Between)}
	}
	return out
}

// column sets the items of one column under what stands in it already. Its
// head is the title of its list.
func (l *timeline) column(events []doc.Event, i int, body frame.ElemID, to *[]piece, y *units.Sp) {
	if len(events) == 0 {
		return
	}
	e := frame.Elem{Role: frame.L, Parent: body, Numbering: "None"}
	if i < len(l.t.Heads) {
		e.Title = doc.Plain(l.t.Heads[i], nil)
	}
	list := l.Tree.AddElem(e)
	x := l.x(min(i, l.columns-1))
	for n := range events {
		if len(*to) > 0 {
			*y += l.Style.Timeline.Between
		}
		l.event(&events[n], list, x, to, y)
	}
}

// event sets one item: its day in a field of its own or, in narrow columns, run
// in before the text.
func (l *timeline) event(e *doc.Event, list frame.ElemID, x units.Sp, to *[]piece, y *units.Sp) {
	st := l.Style
	day, text := st.Roles.TimeDay, st.Roles.TimeItem
	item := l.Tree.Add(frame.LI, list)
	var mark para.Line
	if e.Day != "" {
		mark = l.Words(e.Day+" ", para.Spec{Type: day, Tree: l.Tree, Elem: l.Tree.Add(frame.Lbl, item)})
	}
	sp := para.Spec{
		Type: text, Measure: l.width, Sentence: true, Tree: l.Tree, Note: l.Note,
		Elem: l.Tree.Add(frame.P, l.Tree.Add(frame.LBody, item)),
	}
	in := units.Sp(0)
	if l.days {
		in = st.Timeline.Day
		sp.Measure -= in
	} else if mark.Width > 0 {
		sp.Indent = mark.Width + units.MulDiv(text.Size, st.Timeline.DayGap, 1000)
	}
	lines := l.Lines(e.Text, sp)
	if len(lines) == 0 {
		lines = []para.Line{{}}
	}
	up := l.Ascent(text)
	for i := range lines {
		p := piece{items: galley.Shift(lines[i].Items, x+in, up), y: *y, first: i == 0}
		if i == 0 {
			p.items = append(galley.Shift(mark.Items, x, up), p.items...)
		}
		*to = append(*to, p)
		*y += text.Leading
	}
}

// parts says where a long month may be broken: for each part the first line of
// each column. Parts end where in all columns an item ends, or nearly so. Half a
// line is near enough, for as much white is added to one of the columns. Where
// columns keep out of step for a quarter of a page they are cut between lines,
// which can be done anywhere.
func (l *timeline) parts(columns [][]piece) [][]int {
	leading := l.Style.Roles.TimeItem.Leading
	out := [][]int{make([]int, len(columns))}
	rest := slices.Clone(columns)
	for {
		y, ok := l.cut(rest, leading)
		if !ok {
			return out
		}
		next := slices.Clone(out[len(out)-1])
		for i, c := range rest {
			n := below(c, y)
			next[i] += n
			rest[i] = c[n:]
		}
		out = append(out, next)
	}
}

// Lines that a part of a month has at least, and the lines within which the best
// place to end it is looked for.
const (
	leastPart = 2
	fairPart  = 8
)

// cut returns the height at which columns are best cut.
func (l *timeline) cut(columns [][]piece, leading units.Sp) (units.Sp, bool) {
	var end units.Sp
	for _, c := range columns {
		if n := len(c); n > 0 {
			end = max(end, c[n-1].y-c[0].y+leading)
		}
	}
	most := l.Style.Page.TextBlock / 4
	best, at := leading/2+1, units.Sp(0)
	for y := leastPart * leading; y <= end-leastPart*leading; y += leading / 4 {
		if white, ok := l.misfit(columns, y, true); ok && white < best {
			best, at = white, y
		}
		if at > 0 && y >= fairPart*leading {
			break
		}
		if _, ok := l.misfit(columns, y, false); ok && at == 0 && y > most {
			at = y
		}
	}
	return at, at > 0
}

// below is the number of the first line of a column at y or below, counted from
// the top of its first line.
func below(c []piece, y units.Sp) int {
	return sort.Search(len(c), func(i int) bool { return c[i].y-c[0].y >= y })
}

// misfit returns how much white a cut at y adds to a column, so that all go on
// at one height. With items, a cut must not part the lines of an item. One
// column at least must go on.
func (l *timeline) misfit(columns [][]piece, y units.Sp, items bool) (units.Sp, bool) {
	between := l.Style.Timeline.Between
	first, last := units.Max, units.Sp(0)
	for _, c := range columns {
		n := below(c, y)
		if n < len(c) {
			top := c[n].y - c[0].y
			first, last = min(first, top), max(last, top)
			if items && !c[n].first {
				return 0, false
			}
		} else if n > 0 {
			last = max(last, c[n-1].y-c[0].y+l.Style.Roles.TimeItem.Leading+between)
		}
	}
	return last - first, first < units.Max
}

// slices makes a box of each part. In each the columns begin at the same height
// again.
func (l *timeline) slices(columns [][]piece, parts [][]int) []galley.Box {
	leading := l.Style.Roles.TimeItem.Leading
	out := make([]galley.Box, len(parts))
	for n := range parts {
		b := &out[n]
		b.Break = itemBreak
		for i, c := range columns {
			to := len(c)
			if n+1 < len(parts) {
				to = parts[n+1][i]
			}
			c = c[parts[n][i]:to]
			for _, p := range c {
				b.Items = append(b.Items, galley.Shift(p.items, 0, p.y-c[0].y)...)
				b.Height = max(b.Height, p.y-c[0].y+leading)
			}
			if len(c) > 0 && !c[0].first {
				b.Break = lineBreak
			}
		}
	}
	for i := range out[1:] {
		if out[i+1].Break == itemBreak {
			out[i].Height += l.Style.Timeline.Between
		}
	}
	return out
}

// label sets the name of the month beside its first line.
func (l *timeline) label(b *galley.Box, name []para.Line) {
	t := l.Style.Roles.TimeMonth
	items, h := l.Stack(name, t, 0, 0)
	b.Items = append(items, b.Items...)
	b.Height = max(b.Height, h)
}

// edges gives a month its space above and below and the rule that ends it.
func (l *timeline) edges(out []galley.Box) {
	k, light := &l.Style.Timeline, l.Style.Rules.Light
	first := &out[0]
	first.Items = galley.Shift(first.Items, 0, k.Above)
	first.Height += k.Above
	last := &out[len(out)-1]
	last.Height += k.Below
	last.Items = append(last.Items, l.rule(light, last.Height))
	last.Height += light.Width
}

// continued names a month again beside its first line on the next page. The
// label takes no height, for the line stands beside it.
func (l *timeline) continued(m *doc.Month) galley.Box {
	k := &l.Style.Timeline
	t := l.Style.Roles.TimeMonth
	sp := l.ContinuedSpec(m.Name, t)
	sp.Measure = k.Month - k.Gap/2
	items, _ := l.Stack(l.Lines(doc.Words(l.Lang.Strings().Continued), sp), t, 0, k.Above)
	return galley.Box{Items: galley.Artifacts(items, frame.RepeatArtifact), Height: k.Above}
}
