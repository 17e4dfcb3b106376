package page

import (
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// sourceSpan shortens a signature.
type sourceSpan = source.Span

// panel sets a box: a ground wider than the frame, so that its text keeps the
// axes, with a rule on top and the label on the left axis.
func (f *flow) panel(b *doc.Panel) {
	st := f.e.Style
	outer, owner, bound := f.col, f.owner, f.bound
	f.bound = &galley.Ground{
		X: -st.Box.Out, W: st.Page.Frame + 2*st.Box.Out, Color: f.s.Ink(style.PanelColor),
		Rule: st.Rules.Accent.Width, RuleInk: f.s.Ink(st.Rules.Accent.Color),
	}
	f.owner = f.g.Tree.AddElem(frame.Elem{Role: frame.Sect, Parent: owner, Title: plain(b.Title, f.e.Lang)})
	f.col.text, f.col.snap = st.Roles.BoxText, false
	f.setPiece([]galley.Box{f.panelHead(b)}, st.Box.Title)
	first := len(f.g.Boxes) - 1
	f.blocks(b.Of)
	f.below = 0
	f.add(galley.Box{Height: st.Box.Bottom, Break: galley.Inf}, aSetPiece)
	f.g.Boxes[first].FloatLen = len(f.g.Boxes) - first
	f.panelBreaks(b, first)
	f.col, f.owner, f.bound = outer, owner, bound
	f.below, f.after = st.Box.Below, aSetPiece
}

// panelHead is the first box of a panel: label and title.
func (f *flow) panelHead(b *doc.Panel) galley.Box {
	st := f.e.Style
	tree := &f.g.Tree
	box := galley.Box{Space: st.Box.Above, Height: st.Box.Top}
	elem := tree.Add(frame.P, f.owner)
	title := para.Spec{
		Type: st.Roles.BoxTitle, Measure: f.col.measure, Place: lang.InHeading, Tree: tree, Elem: elem, Note: f.noteFn,
	}
	if label := f.n.block[b]; label != "" {
		lbl := f.s.Words(label+" ", para.Spec{Type: st.Roles.BoxLabel, Tree: tree, Elem: tree.Add(frame.Lbl, elem)})
		x := units.Sp(0)
		if st.Caption.Label != style.OnAxis {
			x = f.col.x
			title.Indent = lbl.Width + 2*f.s.Space(st.Roles.BoxLabel)
		}
		box.Items = append(box.Items, galley.Shift(lbl.Items, x, box.Height+f.s.Ascent(st.Roles.BoxTitle))...)
	}
	lines := f.noted(f.s.Lines(b.Title, title))
	items, h := f.s.Stack(lines, st.Roles.BoxTitle, f.col.x, box.Height)
	box.Items, box.Height = append(box.Items, items...), box.Height+max(h, st.Roles.BoxTitle.Leading)
	if d := f.n.dest[b]; d != "" {
		box.Dests = []galley.Dest{{Name: d, Elem: elem}}
	}
	return box
}

// panelBreaks lets a panel break after its first lines and names it again.
func (f *flow) panelBreaks(b *doc.Panel, first int) {
	st := f.e.Style
	resume := f.context(b).Continued(b.Title, nil, f.col.x)
	resume.Ground = f.bound
	for i := first + 1; i < len(f.g.Boxes); i++ {
		x := &f.g.Boxes[i]
		x.FloatLen = 0
		if i-first <= st.Box.Split {
			x.Break = galley.Inf
		}
		x.Resume = []galley.Box{{Height: st.Box.Top, Ground: f.bound}, resume}
	}
}

// signature closes a foreword: a rule with room to sign above it.
func (f *flow) signature(b *doc.Signature) {
	st := f.e.Style
	tree := &f.g.Tree
	box := galley.Box{Space: st.Sign.Above, Break: galley.Inf}
	y := units.Sp(0)
	if b.Picture != nil && b.Picture.Height > 0 {
		h := st.Sign.Picture
		w := units.MulDiv(h, int64(b.Picture.Width), int64(b.Picture.Height))
		if w > st.Sign.Rule {
			w, h = st.Sign.Rule, units.MulDiv(st.Sign.Rule, int64(b.Picture.Height), int64(b.Picture.Width))
		}
		box.Space = max(0, box.Space-h)
		// The name under it says whose it is; the picture itself is an ornament.
		box.Items = append(box.Items, &frame.Picture{X: f.col.x, Y: 0, W: w, H: h, Data: b.Picture.Data})
		y = h
	}
	box.Items = append(box.Items, f.s.Rule(st.Rules.Sign, f.col.x, y, st.Sign.Rule))
	y += st.Rules.Sign.Width + st.Sign.Gap
	for _, row := range []struct {
		in []doc.Inline
		t  style.Type
	}{{b.Name, st.Roles.SignName}, {b.Office, st.Roles.SignOffice}} {
		if len(row.in) == 0 {
			continue
		}
		lines := f.s.Lines(row.in, para.Spec{Type: row.t, Measure: f.col.measure, Place: lang.InHeading, Tree: tree, Elem: tree.Add(frame.P, f.owner)})
		items, h := f.s.Stack(lines, row.t, f.col.x, y)
		box.Items, y = append(box.Items, items...), y+h
	}
	box.Height = y
	// The block is never alone on a page.
	for i := len(f.g.Boxes) - 1; i > 0 && len(f.g.Boxes)-i < st.Sign.Keep; i-- {
		f.g.Boxes[i].Break = galley.Inf
	}
	f.below = 0
	f.add(box, aSetPiece)
}

// picture sets an image with its caption above and its credit below.
func (f *flow) picture(b *doc.Picture) {
	if b.Image == nil || b.Image.Width <= 0 || b.Image.Height <= 0 {
		return
	}
	st := f.e.Style
	tree := &f.g.Tree
	c := f.context(b)
	div := tree.Add(frame.Div, f.owner)
	var boxes []galley.Box
	if len(b.Title) > 0 {
		boxes = append(boxes, c.Caption(tree.Add(frame.Caption, div), b.Title, nil))
		boxes[0].Height += st.Roles.CaptionTitle.Below
	}
	w := f.col.measure
	h := units.MulDiv(w, int64(b.Image.Height), int64(b.Image.Width))
	if most := st.Page.TextBlock / 2; h > most {
		w, h = units.MulDiv(most, int64(b.Image.Width), int64(b.Image.Height)), most
	}
	fig := tree.AddElem(frame.Elem{Role: frame.Figure, Parent: div, Alt: b.Alt})
	box := galley.Box{Height: h, Break: galley.Inf, Items: []frame.Item{
		&frame.Picture{X: f.col.x, W: w, H: h, Data: b.Image.Data, Tag: fig},
	}}
	if len(b.Credit) > 0 {
		t := st.Roles.TableNote
		lines := c.Lines(b.Credit, para.Spec{Type: t, Measure: f.col.measure, Tree: tree, Elem: tree.Add(frame.P, div)})
		items, high := f.s.Stack(lines, t, f.col.x, h+st.Caption.FigureNote)
		box.Items, box.Height = append(box.Items, items...), h+st.Caption.FigureNote+high
	}
	if len(boxes) == 0 {
		box.Space, box.Break = st.Roles.CaptionTitle.Above, galley.Free
		if d := f.n.dest[b]; d != "" {
			box.Dests = []galley.Dest{{Name: d, Elem: fig}}
		}
	}
	f.setPiece(append(boxes, box), st.Caption.Below)
}

// acronyms sets the list of acronyms: a quarter line more where the first
// letter changes, no rules.
func (f *flow) acronyms(b *doc.AcronymList) {
	st := f.e.Style
	tree := &f.g.Tree
	l := tree.AddElem(frame.Elem{Role: frame.L, Parent: f.owner, Numbering: "None"})
	t := st.Roles.AcronymText
	last := ""
	for i, a := range b.Entries {
		li := tree.Add(frame.LI, l)
		lbl, body := tree.Add(frame.Lbl, li), tree.Add(frame.LBody, li)
		short := f.s.Words(a.Short+" ", para.Spec{Type: st.Roles.AcronymShort, Tree: tree, Elem: lbl})
		// A long short form pushes its expansion on rather than touch it.
		x := max(st.Acronyms.Column, short.Width+f.s.Space(t))
		lines := f.s.Lines(a.Text, para.Spec{Type: t, Measure: st.Page.Frame - x, Place: lang.InTable, Tree: tree, Elem: body})
		box := galley.Box{Items: galley.Shift(short.Items, 0, f.s.Ascent(t))}
		items, h := f.s.Stack(lines, t, x, 0)
		box.Items, box.Height = append(box.Items, items...), max(h, t.Leading)
		if letter := firstLetter(a.Short); i > 0 && letter != last {
			box.Space = st.Acronyms.Letter
		}
		last = firstLetter(a.Short)
		f.add(box, aText)
	}
	f.below = st.Roles.Text.Below
}

func firstLetter(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
