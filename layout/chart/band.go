package chart

import (
	"fmt"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// Bounds of a band: figures beside its label, figures at all, lines of a caption.
const (
	besideLabel  = 4
	mostFigures  = 5
	captionLines = 3
)

// LayBand sets a band of key figures in one box.
func LayBand(c *para.Context, k *doc.KeyFigures) []galley.Box {
	if len(k.Of) == 0 {
		return nil
	}
	b := &band{c: c, k: k, of: k.Of, div: c.Tree.Add(frame.Div, c.Parent)}
	if n := len(k.Of); n > mostFigures {
		c.Report.Error("band-too-many", k.At, fmt.Sprintf("the band has %d figures", n), fmt.Sprintf("keep %d at most", mostFigures))
		b.of = k.Of[:mostFigures]
	}
	b.box.Space = c.Style.Band.Above
	b.lay()
	return []galley.Box{b.box}
}

// band is a band being set.
type band struct {
	c   *para.Context
	k   *doc.KeyFigures
	of  []doc.KeyFigure
	div frame.ElemID
	box galley.Box
}

func (b *band) lay() {
	st := b.c.Style
	t := &st.Band
	first, step := t.Column, t.Column
	above := len(b.of) > besideLabel || st.Page.TextAxis == 0
	if above {
		first = 0
		if st.Page.TextAxis == 0 {
			step = st.Page.Frame / units.Sp(len(b.of))
		}
		b.label(st.Page.Frame, 0)
		b.box.Height += st.Roles.KeyLabel.Below
	}
	b.rule(st.Rules.Accent)
	b.box.Height += t.Top
	top := b.box.Height
	if !above {
		b.label(t.Caption, b.c.Ascent(st.Roles.KeyFigure)-b.c.Ascent(st.Roles.KeyLabel))
	}
	width := step - (t.Column - t.Caption)
	bottom := b.box.Height
	for i, f := range b.of {
		bottom = max(bottom, b.cell(f, first+units.Sp(i)*step, top, width))
	}
	b.box.Height = bottom + t.Bottom
	b.rule(st.Rules.Light)
	if b.c.Dest != "" {
		b.box.Dests = []galley.Dest{{Name: b.c.Dest, Elem: b.div}}
	}
}

// rule draws a rule over the frame.
func (b *band) rule(r style.Rule) {
	b.box.Items = append(b.box.Items, b.c.Rule(r, 0, b.box.Height, b.c.Style.Page.Frame))
	b.box.Height += r.Width
}

// label sets what the figures are about; down moves it to their baseline.
func (b *band) label(measure, down units.Sp) {
	t := b.c.Style.Roles.KeyLabel
	title := b.k.Title
	if len(title) == 0 {
		title = doc.Words(b.c.Lang.Strings().KeyFigures)
	}
	lines := b.c.Lines(title, para.Spec{
		Type: t, Measure: measure, Place: lang.InHeading, Tree: b.c.Tree, Elem: b.c.Tree.Add(frame.P, b.div), Note: b.c.Note, Balance: true,
	})
	items, h := b.c.Stack(lines, t, 0, b.box.Height+down)
	b.box.Items = append(b.box.Items, items...)
	b.box.Height += h + down
}

// cell sets a figure over its caption and returns how far down it comes.
func (b *band) cell(f doc.KeyFigure, x, y, width units.Sp) units.Sp {
	roles := &b.c.Style.Roles
	p := b.c.Tree.Add(frame.P, b.div)
	items, wide := b.figure(f.Stat, p)
	if wide > width {
		b.c.Report.Warn("band-figure-wide", b.k.At, fmt.Sprintf("a key figure is %s points wide in a column of %s", wide, width),
			"print it in millions, or show fewer figures")
	}
	b.box.Items = append(b.box.Items, galley.Shift(items, x, y+b.c.Ascent(roles.KeyFigure))...)
	y += roles.KeyFigure.Leading
	lines := b.c.Lines(f.Caption, para.Spec{
		Type: roles.KeyCaption, Measure: width, Place: lang.InChart, Tree: b.c.Tree, Elem: p, Note: b.c.Note,
	})
	if n := len(lines); n > captionLines {
		b.c.Report.Warn("band-caption-long", b.k.At, fmt.Sprintf("the caption of a key figure takes %d lines", n), "shorten it")
	}
	items, h := b.c.Stack(lines, roles.KeyCaption, x, y)
	b.box.Items = append(b.box.Items, items...)
	return y + h
}

// figure sets a number with its words in smaller type, and returns its width.
func (b *band) figure(s *doc.Stat, p frame.ElemID) (out []frame.Item, wide units.Sp) {
	roles := &b.c.Style.Roles
	set := func(text string, t style.Type) {
		l := b.c.Words(text, para.Spec{Type: t, Tree: b.c.Tree, Elem: p})
		for _, it := range galley.Shift(l.Items, wide, 0) {
			if r, ok := it.(*frame.Run); ok && s != nil {
				r.Stat, r.At = s.From, s.At
			}
			out = append(out, it)
		}
		wide += l.Width
	}
	if s == nil || s.Hole || s.Number.Value == nil {
		set(hole, roles.KeyFigure)
		return out, wide
	}
	parts := b.c.Lang.Parts(s.Number, lang.KeyFigure)
	if word := strings.TrimRight(parts.Before, "\u00a0"); word != parts.Before {
		set(word, roles.KeyUnit)
		wide += b.c.Width("a\u00a0a", roles.KeyUnit) - b.c.Width("aa", roles.KeyUnit)
	} else {
		parts.Figure = parts.Before + parts.Figure
	}
	word := strings.TrimLeft(parts.After, "\u00a0")
	if word == parts.After {
		set(parts.Figure+parts.After, roles.KeyFigure)
		return out, wide
	}
	set(parts.Figure, roles.KeyFigure)
	wide += b.c.Width("a\u00a0a", roles.KeyUnit) - b.c.Width("aa", roles.KeyUnit)
	set(word, roles.KeyUnit)
	return out, wide
}
