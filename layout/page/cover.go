package page

import (
	"slices"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// coverPage places the masthead. Y counts from the top of the sheet.
type coverPage struct {
	*flow
	c     *style.Cover
	items []frame.Item
}

// cover sets the cover as one box as high as the text block.
func (f *flow) cover() {
	c := &coverPage{flow: f, c: &f.e.Style.Cover}
	m := &f.e.Doc.Cover
	st := f.e.Style
	c.items = append(c.items, f.s.Rule(st.Rules.Part, 0, c.c.RuleY, st.Page.Frame))
	c.emblem()
	roles := &st.Roles
	// The organ and what stands under it leave the symbol its column.
	column := c.c.SymbolX - c.c.OrganX - c.c.SubmitGap
	y := c.text(doc.Words(m.Organ), roles.CoverOrgan, c.c.OrganX, c.c.OrganY, column)
	y = max(y, c.c.SessionY)
	y = c.text(doc.Words(m.Session), roles.CoverLine, c.c.OrganX, y, column)
	c.text(doc.Words(m.Organization), roles.CoverLine, c.c.OrganX, y, column)
	symbol := m.Symbol
	if len(m.Reissue) > 0 {
		symbol += "*"
	}
	y = max(c.words(symbol, roles.CoverOrgan, c.c.SymbolX, c.c.OrganY), c.c.SessionY)
	for _, s := range []string{m.Distribution, m.Date, m.Original} {
		y = c.words(s, roles.CoverLine, c.c.SymbolX, y)
	}
	y = c.title(m.Title)
	if len(m.Submission) > 0 {
		y = c.text(m.Submission, roles.CoverLine, st.Page.TextAxis, y+c.c.SubmitGap, st.Page.Measure())
	}
	if len(m.Decision) > 0 {
		y = c.decision(m.Decision, y+2*c.c.SubmitGap)
	}
	if y > c.c.FootY {
		f.s.Report.Error("cover-full", firstAt(m.Title), "the title and what stands under it do not fit on the cover", "shorten the title, the submission line or the decision")
	}
	c.seats(m.MemberStates, m.Gained, y)
	c.foot(m)
	f.add(galley.Box{
		Items: galley.Shift(c.items, 0, -st.Page.Top), Height: st.Page.TextBlock,
		Dests: []galley.Dest{{Name: "cover", Elem: 1}},
	}, aSetPiece)
}

// title sets the title as large as leaves it three lines at most: by the style,
// or smaller by steps of a tenth.
func (c *coverPage) title(in []doc.Inline) units.Sp {
	const most, steps = 3, 7
	t := c.e.Style.Roles.CoverTitle
	for range steps {
		sp := para.Spec{Type: t, Measure: c.c.TitleWidth, Place: lang.InHeading, Balance: true}
		lines := c.s.Lines(in, sp)
		wide := slices.ContainsFunc(lines, func(l para.Line) bool { return l.Width > c.c.TitleWidth })
		if len(lines) <= most && !wide {
			break
		}
		t.Size, t.Leading = units.MulDiv(t.Size, 9, 10), units.MulDiv(t.Leading, 9, 10)
	}
	return c.text(in, t, c.c.TitleX, c.c.TitleY, c.c.TitleWidth)
}

// firstAt is the first known place of a run.
func firstAt(list []doc.Inline) sourceSpan {
	var at sourceSpan
	doc.Each(list, func(in doc.Inline) {
		if t, ok := in.(*doc.Text); ok && !at.Start.Known() {
			at = t.At
		}
	})
	return at
}

// words sets one line and returns the top of the next; nothing for no words.
func (c *coverPage) words(text string, t style.Type, x, y units.Sp) units.Sp {
	if text == "" {
		return y
	}
	return c.text(doc.Words(text), t, x, y, c.e.Style.Page.Frame-x)
}

func (c *coverPage) text(in []doc.Inline, t style.Type, x, y, measure units.Sp) units.Sp {
	if len(in) == 0 {
		return y
	}
	elem := c.g.Tree.Add(frame.P, c.owner)
	lines := c.s.Lines(in, para.Spec{Type: t, Measure: measure, Place: lang.InHeading, Tree: &c.g.Tree, Elem: elem, Balance: t.Size > 2*c.e.Style.Roles.Text.Size})
	items, h := c.s.Stack(lines, t, x, y)
	c.items = append(c.items, items...)
	return y + h
}

// decision is what the organ is invited to do, in a panel.
func (c *coverPage) decision(in []doc.Inline, y units.Sp) units.Sp {
	st := c.e.Style
	at := len(c.items)
	end := c.text(in, st.Roles.BoxText, st.Page.TextAxis, y+st.Box.Top, st.Page.Measure())
	x, w := st.Page.TextAxis-st.Box.Out, st.Page.Measure()+2*st.Box.Out
	ground := []frame.Item{
		&frame.Rect{X: x, Y: y, W: w, H: end + st.Box.Bottom - y, Color: c.s.Ink(style.PanelColor)},
		c.s.Rule(st.Rules.Accent, x, y, w),
	}
	c.items = append(c.items[:at:at], append(ground, c.items[at:]...)...)
	return end + st.Box.Bottom
}

// emblem draws twelve discs round a ring, a table with seats, owned by nobody.
func (c *coverPage) emblem() {
	d := c.c.Emblem
	if d == 0 {
		return
	}
	ink := c.s.Ink(style.AccentColor)
	r := units.MulDiv(d, 75, 1000)
	mid := d / 2
	for i := range 12 {
		x, y := onCircle(mid-r, i, 12)
		c.items = append(c.items, &frame.Disc{X: mid + x, Y: c.c.EmblemY + mid + y, R: r, Color: ink})
	}
	c.items = append(c.items, &frame.Disc{
		X: mid, Y: c.c.EmblemY + mid, R: units.MulDiv(d, 220, 1000), Line: units.MulDiv(d, 50, 1000), Color: ink,
	})
}

// seats draws one disc for each Member State in a half circle of rows, those
// gained in the year as rings on the last seats. y is where the text ends.
func (c *coverPage) seats(members, gained int, y units.Sp) {
	rows := c.c.SeatRows
	const most = 400 // beyond that the discs would touch
	if rows <= 0 || members <= 0 || members > most {
		return
	}
	outer := c.c.SeatInner + units.Sp(rows-1)*c.c.SeatStep
	if y > c.c.SeatsY-outer-c.c.SeatRadius {
		return // the text needs the room
	}
	ink := c.s.Ink(style.AccentColor)
	seats := arrange(c.c, members)
	for i, s := range seats {
		d := &frame.Disc{X: c.c.SeatsX + s.x, Y: c.c.SeatsY - s.y, R: c.c.SeatRadius, Color: ink}
		if i >= len(seats)-gained {
			d.Line = c.c.SeatRing
		}
		c.items = append(c.items, d)
	}
}

// foot is the hairline, the caption of the ornament and the notes.
func (c *coverPage) foot(m *doc.Masthead) {
	st := c.e.Style
	y := c.c.CaptionY
	if len(m.Caption) == 0 && len(m.Reissue) == 0 && len(m.Note) == 0 {
		return
	}
	c.items = append(c.items, c.s.Rule(st.Rules.Light, 0, c.c.FootY, st.Page.Frame))
	if len(m.Caption) > 0 {
		y = c.text(m.Caption, st.Roles.CoverCaption, 0, y, st.Page.Frame)
	}
	if len(m.Note) > 0 {
		y = c.text(m.Note, st.Roles.CoverCaption, 0, y, st.Page.Frame)
	}
	if len(m.Reissue) > 0 {
		in := append(doc.Words("* "), m.Reissue...)
		c.text(in, st.Roles.CoverCaption, 0, y, st.Page.Frame)
	}
}
