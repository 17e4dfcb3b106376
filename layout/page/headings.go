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

// heading sets a heading of level 1 to 3. Level 4 is set with its paragraph.
func (f *flow) heading(h *doc.Heading) {
	switch h.Level {
	case 1:
		f.title(h.Tag, h.Text, f.n.dest[h], frame.H1)
	case 2:
		f.subheading(h, f.e.Style.Roles.H2, frame.H2, f.e.Style.Heading.KeepH2)
	case 3:
		f.subheading(h, f.e.Style.Roles.H3, frame.H3, f.e.Style.Heading.KeepH3)
	}
}

// annexTitle sets the title of an annex as a heading of level 1.
func (f *flow) annexTitle() {
	f.title(f.p.Tag, f.p.Title, string(f.p.ID), frame.H1)
}

// title opens a part: rule, label and title. Front matter and the foreword
// have neither rule nor label.
func (f *flow) title(tag, text []doc.Inline, dest string, role frame.Role) {
	st := f.e.Style
	t := st.Roles.H1
	b := galley.Box{Space: t.Above, Break: headingGain, Need: st.Page.MinRest}
	elem := f.g.Tree.Add(role, f.owner)
	front := f.p.Kind != doc.Body && f.p.Kind != doc.Annex
	if front {
		t = st.Roles.FrontTitle
	} else if st.Heading.RuleAbove {
		b.Items = append(b.Items, f.s.Rule(st.Rules.Part, 0, 0, f.s.Style.Page.Frame))
		b.Height = st.Rules.Part.Width + st.Heading.RuleGap
	}
	indent := f.label(&b, tag, elem, t)
	lines := f.noted(f.s.Lines(text, para.Spec{
		Type: t, Measure: f.titleMeasure(), Indent: indent, Place: lang.InHeading, Tree: &f.g.Tree, Elem: elem, Note: f.noteFn, Balance: true,
	}))
	items, height := f.s.Stack(lines, t, f.col.x, b.Height)
	b.Items, b.Height = append(b.Items, items...), b.Height+height
	if !front && st.Heading.RuleBelow > 0 {
		w := st.Heading.RuleBelow
		b.Items = append(b.Items, f.s.Rule(st.Rules.Sign, f.col.x+(f.titleMeasure()-w)/2, b.Height+st.Heading.BelowGap, w))
		b.Height += st.Heading.BelowGap + st.Rules.Sign.Width
	}
	b.Dests = []galley.Dest{{Name: dest, Elem: elem}}
	f.entry(tag, text, dest)
	f.settleSpace()
	f.add(b, aHeading)
	f.below, f.keep = t.Below, st.Heading.KeepH2
}

// entry lists the part in contents and outline.
func (f *flow) entry(tag, text []doc.Inline, dest string) {
	level := 1
	switch f.p.Kind {
	case doc.Annex:
		level = 0
	case doc.Cover, doc.NotePage, doc.Contents:
		return
	}
	f.g.Entries = append(f.g.Entries, galley.Entry{
		Level: level, Tag: plain(tag, f.e.Lang), Title: plain(text, f.e.Lang), Dest: dest,
	})
}

// label sets the words before the colon where the style has them, and returns
// how far the title is indented by them.
func (f *flow) label(b *galley.Box, tag []doc.Inline, elem frame.ElemID, t style.Type) units.Sp {
	if len(tag) == 0 {
		return 0
	}
	st := f.e.Style
	lt := st.Roles.H1Label
	sp := para.Spec{
		Type: lt, Measure: f.titleMeasure(), Place: lang.InHeading, Tree: &f.g.Tree, Elem: f.g.Tree.Add(frame.Span, elem), Note: f.noteFn,
	}
	in := append(tag[:len(tag):len(tag)], &doc.Text{S: " "})
	switch st.Heading.Label {
	case style.Above:
		items, h := f.s.Stack(f.noted(f.s.Lines(in, sp)), lt, f.col.x, b.Height)
		b.Items, b.Height = append(b.Items, items...), b.Height+h+lt.Below
		return 0
	case style.RunIn:
		l := f.s.Line(in, sp)
		f.noted([]para.Line{l})
		b.Items = append(b.Items, galley.Shift(l.Items, f.col.x, b.Height+f.s.Ascent(t))...)
		return l.Width + 2*f.s.Space(lt)
	}
	// On the left axis, turned over where it is wider than the column there.
	sp.Measure = max(st.Page.TextAxis-st.Page.NumberGap/2, st.Page.TextAxis/2)
	lt2 := lt
	lt2.Leading = units.MulDiv(lt.Size, 13, 10)
	base := b.Height + f.s.Ascent(t)
	for i, l := range f.noted(f.s.Lines(in, sp)) {
		b.Items = append(b.Items, galley.Shift(l.Items, 0, base+units.Sp(i)*lt2.Leading)...)
	}
	return 0
}

// subheading sets a heading of level 2 or 3.
func (f *flow) subheading(h *doc.Heading, t style.Type, role frame.Role, keep int) {
	st := f.e.Style
	elem := f.g.Tree.Add(role, f.owner)
	lines := f.noted(f.s.Lines(h.Text, para.Spec{
		Type: t, Measure: f.titleMeasure(), Place: lang.InHeading, Tree: &f.g.Tree, Elem: elem, Note: f.noteFn, Balance: true,
	}))
	b := galley.Box{Space: t.Above, Break: headingGain}
	b.Items, b.Height = f.s.Stack(lines, t, f.col.x, 0)
	if f.after == aHeading {
		// The space between two headings is the lower one's, less Stacked.
		f.below = max(0, st.Roles.Text.Below-st.Heading.Stacked)
	}
	f.settleSpace()
	if d := f.n.dest[h]; d != "" {
		b.Dests = []galley.Dest{{Name: d, Elem: elem}}
	}
	f.g.Entries = append(f.g.Entries, galley.Entry{Level: h.Level, Title: plain(h.Text, f.e.Lang), Dest: f.n.dest[h]})
	f.add(b, aHeading)
	f.below, f.keep = t.Below, keep
}
