package table

import (
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
	cuts := []units.Sp{max(end(ends), units.Sp(len(name))*l.Style.Roles.TimeMonth.Leading)}
	if lines >= k.MinSplit {
		cuts = l.cuts(columns, cuts[0])
	}
	out := l.slices(columns, cuts)
	l.label(&out[0], name)
	l.edges(out)
	out[0].Break, out[0].Resume = monthBreak, again
	for i := 1; i < len(out); i++ {
		out[i].Resume = append(again[:len(again):len(again)], l.continued(m))
		out[i].Close = []frame.Item{l.rule(l.Style.Rules.Light, k.Between)}
	}
	return out
}

func end(ends []units.Sp) units.Sp {
	var most units.Sp
	for _, e := range ends {
		most = max(most, e)
	}
	return most
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

// cuts returns the heights at which a long month may be broken, its end last:
// where in all columns an item ends, or nearly so. Half a line is near enough,
// for as much white is added to one of the columns. Where columns keep out of
// step for a quarter of a page they are cut between lines, which can be done
// anywhere.
func (l *timeline) cuts(columns [][]piece, end units.Sp) []units.Sp {
	leading := l.Style.Roles.TimeItem.Leading
	var out []units.Sp
	last := units.Sp(0)
	add := func(y units.Sp) {
		// A part has two lines at least, before the cut and after it.
		if y-last >= 2*leading && end-y >= 2*leading {
			out, last = append(out, y), y
		}
	}
	most := l.Style.Page.TextBlock / 4
	for y := leading; y < end; y += leading / 4 {
		if inStep(columns, y, leading/2, true) || y-last > most && inStep(columns, y, leading, false) {
			add(y)
		}
	}
	return append(out, end)
}

// inStep says that at y no line of any column is cut by more than tolerance: a
// line or, for items, an item begins that near below y, or the column is over
// by then. One column at least must go on.
func inStep(columns [][]piece, y, tolerance units.Sp, items bool) bool {
	goesOn := false
	for _, c := range columns {
		n := sort.Search(len(c), func(i int) bool { return c[i].y >= y })
		if n == len(c) {
			if items && n > 0 && c[n-1].y > y-tolerance {
				return false
			}
			continue
		}
		if c[n].y > y+tolerance || items && !c[n].first {
			return false
		}
		goesOn = true
	}
	return goesOn
}

// slices makes a box of what stands in all columns between two cuts. In each
// the columns begin at the same height again.
func (l *timeline) slices(columns [][]piece, cuts []units.Sp) []galley.Box {
	leading := l.Style.Roles.TimeItem.Leading
	out := make([]galley.Box, len(cuts))
	for i := range out {
		out[i].Break = itemBreak
	}
	for _, c := range columns {
		at, top := -1, units.Sp(0)
		for _, p := range c {
			n := 0
			for n+1 < len(cuts) && p.y >= cuts[n] {
				n++
			}
			if n != at {
				at, top = n, p.y
				if n == 0 {
					top = 0
				}
				if !p.first {
					out[n].Break = lineBreak
				}
			}
			out[n].Items = append(out[n].Items, galley.Shift(p.items, 0, p.y-top)...)
			out[n].Height = max(out[n].Height, p.y-top+leading)
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
	t, mark := l.Style.Roles.TimeMonth, l.Style.Roles.ContinuedMark
	mark.Size, mark.Leading = t.Size, t.Leading
	lines := l.Lines(unmarked(m.Name), para.Spec{Type: t, Measure: k.Month - k.Gap, Place: lang.InHeading, Art: frame.RepeatArtifact})
	word := l.Words(l.Lang.Strings().Continued, para.Spec{Type: mark, Art: frame.RepeatArtifact})
	items, h := l.Stack(lines, t, 0, k.Above)
	y := k.Above + h + l.Ascent(t)
	x := units.Sp(0)
	if n := len(lines); n > 0 {
		end := lines[n-1].Width + units.MulDiv(t.Size, wordSpace, 1000)
		if end+word.Width <= k.Month-k.Gap/2 {
			x, y = end, y-t.Leading
		}
	}
	items = append(items, galley.Shift(word.Items, x, y)...)
	return galley.Box{Items: galley.Artifacts(items, frame.RepeatArtifact), Height: k.Above}
}
