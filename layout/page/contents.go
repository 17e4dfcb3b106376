package page

import (
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// listed is an entry of the contents with the folio of its page.
type listed struct {
	galley.Entry
	folio string
}

// contents sets the contents list. It is laid out last, when folios are known.
func (f *flow) contents(title []doc.Inline, list []listed, depth int) {
	f.title(nil, title, "contents", frame.H1)
	f.below = max(0, f.below-f.e.Style.Roles.Contents1.Above)
	f.keep = 2
	c := &contents{flow: f, toc: f.g.Tree.Add(frame.TOC, f.owner)}
	var annexes []listed
	level1 := 0
	for _, e := range list {
		switch {
		case e.Level == 0:
			annexes = append(annexes, e)
		case e.Level <= depth:
			if e.Level == 1 {
				level1 = len(f.g.Boxes)
			}
			c.entry(e)
			// A level-1 entry keeps two entries with it.
			if n := len(f.g.Boxes) - 1 - level1; n > 0 && n <= 2 {
				f.g.Boxes[len(f.g.Boxes)-1].Break = galley.Inf
			}
		}
	}
	c.annexes(annexes)
}

type contents struct {
	*flow
	toc frame.ElemID
}

// roles of the levels of the contents.
func (c *contents) role(level int) (style.Type, units.Sp) {
	r := &c.e.Style.Roles
	switch level {
	case 1:
		return r.Contents1, 0
	case 2:
		return r.Contents2, 0
	}
	return r.Contents3, c.e.Style.Contents.Indent3
}

// entry sets one line: label, title, leader, folio. The whole line is the link.
func (c *contents) entry(e listed) {
	st := c.e.Style
	tok := &st.Contents
	t, in := c.role(e.Level)
	tree := &c.g.Tree
	item := tree.Add(frame.TOCI, c.toc)
	link := tree.Add(frame.LinkRole, tree.Add(frame.Reference, item))
	x, title := c.axis(e, in)
	fieldEnd := st.Page.Frame - tok.LeaderEnd
	lines := c.turned(title, t, x, fieldEnd, tree, link)
	b := galley.Box{Space: t.Above, Break: itemCost, Height: t.Leading * units.Sp(max(1, len(lines)))}
	if e.Level == 1 {
		b.Break = headingGain
	}
	up := c.s.Ascent(t)
	if e.Tag != "" && st.Page.TextAxis > 0 {
		l := c.s.Words(e.Tag+" ", para.Spec{Type: c.labelType(t), Place: lang.InHeading, Tree: tree, Elem: link})
		b.Items = append(b.Items, galley.Shift(l.Items, 0, up)...)
	}
	end := x
	for i, l := range lines {
		at := x
		if i > 0 {
			at += tok.Turn
		}
		b.Items = append(b.Items, galley.Shift(l.Items, at, up+units.Sp(i)*t.Leading)...)
		end = at + l.Width
	}
	base := up + units.Sp(max(0, len(lines)-1))*t.Leading
	b.Items = append(b.Items, c.leader(end, fieldEnd, base)...)
	folio := c.s.Words(e.folio, para.Spec{Type: t, Tree: tree, Elem: link})
	b.Items = append(b.Items, galley.Shift(folio.Items, st.Page.Frame-folio.Width, base)...)
	b.Items = append(b.Items, &frame.Area{W: st.Page.Frame, H: b.Height, Dest: e.Dest, Text: title + " " + e.folio, Tag: link})
	c.add(b, aText)
}

// axis is where the title of an entry begins; without a left axis the label
// stands before the title.
func (c *contents) axis(e listed, in units.Sp) (units.Sp, string) {
	if e.Tag != "" && c.e.Style.Page.TextAxis == 0 {
		return in, e.Tag + ". " + e.Title
	}
	return c.e.Style.Page.TextAxis + in, e.Title
}

func (c *contents) labelType(t style.Type) style.Type {
	l := c.e.Style.Roles.ContentsLabel
	l.Size, l.Leading = t.Size, t.Leading
	return l
}

// turned sets a title so that it leaves room for a leader, broken where it
// would come too near to it.
func (c *contents) turned(title string, t style.Type, x, fieldEnd units.Sp, tree *galley.Tree, elem frame.ElemID) []para.Line {
	tok := &c.e.Style.Contents
	sp := para.Spec{Type: t, Measure: fieldEnd - x, Place: lang.InHeading, Tree: tree, Elem: elem}
	if c.s.Width(title, t) > fieldEnd-tok.Near-x {
		sp.Measure, sp.Hang = fieldEnd-tok.Near-x, tok.Turn
	}
	lines := c.s.Lines(doc.Words(title+" "), sp)
	for i := 1; i < len(lines); i++ {
		lines[i].Items = galley.Shift(lines[i].Items, -sp.Hang, 0) // entry indents them
	}
	return lines
}

// leader draws the dots, counted from the right end of the field, so that dots
// stand under each other on the whole page. Leaders are artifacts.
func (c *contents) leader(from, to, base units.Sp) []frame.Item {
	st := c.e.Style
	tok := &st.Contents
	dot := c.s.Words(".", para.Spec{Type: st.Roles.Leader})
	n := int64((to - from - tok.LeaderGap) / tok.LeaderDot)
	if n < int64(tok.LeaderMin) || len(dot.Items) == 0 {
		return nil
	}
	run := *dot.Items[0].(*frame.Run)
	g := run.Glyphs[0]
	g.Advance = tok.LeaderDot
	run.Text, run.Glyphs = "", nil
	for range n {
		g.Cluster = int32(len(run.Text))
		run.Text += "."
		run.Glyphs = append(run.Glyphs, g)
	}
	run.X, run.Y = to-units.Sp(n)*tok.LeaderDot, base
	return []frame.Item{&run}
}

// annexes are listed apart, under a rule, label at the left axis.
func (c *contents) annexes(list []listed) {
	if len(list) == 0 {
		return
	}
	st := c.e.Style
	tok := &st.Contents
	tree := &c.g.Tree
	head := galley.Box{Space: tok.RuleAbove, Break: headingGain}
	head.Items = append(head.Items, c.s.Rule(st.Rules.Part, 0, 0, st.Page.Frame))
	elem := tree.Add(frame.H2, c.owner)
	lines := c.s.Lines(doc.Words(c.e.Lang.Strings().Annexes), para.Spec{
		Type: st.Roles.ContentsHead, Measure: st.Page.Measure(), Place: lang.InHeading, Tree: tree, Elem: elem,
	})
	items, h := c.s.Stack(lines, st.Roles.ContentsHead, st.Page.TextAxis, st.Rules.Part.Width+tok.RuleBelow)
	head.Items = append(head.Items, items...)
	head.Height = st.Rules.Part.Width + tok.RuleBelow + h
	c.add(head, aHeading)
	c.below, c.keep = tok.HeadBelow, 2
	c.toc = tree.Add(frame.TOC, c.owner)
	for _, e := range list {
		c.annex(e)
		c.below = tok.Between
	}
}

func (c *contents) annex(e listed) {
	st := c.e.Style
	tree := &c.g.Tree
	t := st.Roles.ContentsTitle
	item := tree.Add(frame.TOCI, c.toc)
	link := tree.Add(frame.LinkRole, tree.Add(frame.Reference, item))
	label := c.s.Words(e.Tag+" ", para.Spec{Type: st.Roles.ContentsLabel, Place: lang.InHeading, Tree: tree, Elem: link})
	x := max(st.Contents.Label, label.Width)
	lines := c.s.Lines(doc.Words(e.Title), para.Spec{Type: t, Measure: st.Page.Frame - x - st.Contents.LeaderEnd, Place: lang.InHeading, Tree: tree, Elem: link})
	b := galley.Box{Break: itemCost, Height: t.Leading * units.Sp(max(1, len(lines)))}
	b.Items = galley.Shift(label.Items, 0, c.s.Ascent(t))
	items, _ := c.s.Stack(lines, t, x, 0)
	b.Items = append(b.Items, items...)
	b.Items = append(b.Items, &frame.Area{W: st.Page.Frame, H: b.Height, Dest: e.Dest, Text: e.Tag + " " + e.Title, Tag: link})
	c.add(b, aText)
}
