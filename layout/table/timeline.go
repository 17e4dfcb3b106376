package table

import (
	"fmt"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// timeline is one timeline being laid out: months at the left axis, their items
// in columns from the text axis on.
type timeline struct {
	*para.Context
	t       *doc.Timeline
	columns int
	width   units.Sp // of a column
	days    bool     // the day has a field of its own
}

// LayTimeline lays out a timeline. In the structure it is a list of months,
// each with a list of items for each column.
func LayTimeline(c *para.Context, t *doc.Timeline) []galley.Box {
	l := &timeline{Context: c, t: t}
	l.measure()
	heads := l.heads()
	list := c.Tree.AddElem(frame.Elem{Role: frame.L, Parent: c.Parent, Numbering: "None"})
	again := []galley.Box{{Items: galley.Artifacts(heads.Items, frame.RepeatArtifact), Height: heads.Height}}
	out := []galley.Box{heads}
	for i := range t.Months {
		month := l.month(&t.Months[i], list, again)
		if i == 0 && len(month) > 0 {
			month[0].Break, month[0].Resume = galley.Inf, nil
		}
		out = append(out, month...)
	}
	last := &out[len(out)-1]
	if n := len(last.Items); n > 0 && len(t.Months) > 0 {
		// The light rule below the last month gives way to the one that ends all.
		last.Items = append(last.Items[:n-1:n-1], l.rule(c.Style.Rules.Table, last.Height-c.Style.Rules.Light.Width))
		last.Height += c.Style.Rules.Table.Width - c.Style.Rules.Light.Width
	}
	if c.Dest != "" {
		out[0].Dests = []galley.Dest{{Name: c.Dest, Elem: list}}
	}
	return out
}

func (l *timeline) rule(r style.Rule, y units.Sp) frame.Item {
	return l.Rule(r, 0, y, l.Style.Page.Frame)
}

// measure gives the columns their width. Columns that would be narrower than
// twice the field of a day are not set beside the others but under the last.
func (l *timeline) measure() {
	k := &l.Style.Timeline
	n := max(1, len(l.t.Heads))
	for i := range l.t.Months {
		n = max(n, len(l.t.Months[i].Columns))
	}
	room := l.Style.Page.Frame - k.Month
	width := func(n int) units.Sp { return (room - units.Sp(n-1)*k.Gap) / units.Sp(n) }
	most := n
	for n > 1 && width(n) < 2*k.Day {
		n--
	}
	if n < most {
		l.Report.Error("timeline-too-wide", l.t.At, fmt.Sprintf("the page has room for %d columns of a timeline, and this one has %d", n, most),
			"make two timelines of it, or put several columns into one")
	}
	l.columns, l.width, l.days = n, width(n), n <= k.DaysUpTo && hasDays(l.t)
	if n > 1 {
		l.width = min(l.width, k.Column)
	}
}

// hasDays says that some item has a day. Items without one keep their indent
// beside it, but not where there is none at all.
func hasDays(t *doc.Timeline) bool {
	for i := range t.Months {
		for _, column := range t.Months[i].Columns {
			for j := range column {
				if column[j].Day != "" {
					return true
				}
			}
		}
	}
	return false
}

// x is the left edge of a column.
func (l *timeline) x(column int) units.Sp {
	k := &l.Style.Timeline
	return k.Month + units.Sp(column)*(l.width+k.Gap)
}

// heads sets the heads of the columns and the first rule.
func (l *timeline) heads() galley.Box {
	t := l.Style.Roles.TimeHead
	b := galley.Box{Space: t.Above}
	for i := range min(len(l.t.Heads), l.columns) {
		if len(l.t.Heads[i]) == 0 {
			continue
		}
		lines := l.Lines(l.t.Heads[i], para.Spec{
			Type: t, Measure: l.width, Place: lang.InHeading, Tree: l.Tree, Elem: l.Tree.Add(frame.P, l.Parent), Note: l.Note,
		})
		items, h := l.Stack(lines, t, l.x(i), 0)
		b.Items, b.Height = append(b.Items, items...), max(b.Height, h)
	}
	if b.Height > 0 {
		b.Height += l.Style.Timeline.Head
	}
	b.Items = append(b.Items, l.rule(l.Style.Rules.Light, b.Height))
	b.Height += l.Style.Rules.Light.Width
	return b
}
