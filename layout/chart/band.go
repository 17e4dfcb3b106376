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

	first, step units.Sp // where cells begin, and how far they are apart
	width, room units.Sp // of a caption, and of a figure
}

func (b *band) lay() {
	st := b.c.Style
	above := b.columns()
	if above {
		b.label(st.Page.Frame, 0)
		b.box.Height += st.Roles.KeyLabel.Below
	}
	b.rule(st.Rules.Accent)
	b.box.Height += st.Band.Top
	top := b.box.Height
	if !above {
		b.label(st.Band.Caption, b.c.Ascent(st.Roles.KeyFigure)-b.c.Ascent(st.Roles.KeyLabel))
	}
	bottom := b.box.Height
	for i, f := range b.of {
		bottom = max(bottom, b.cell(f, b.first+units.Sp(i)*b.step, top))
	}
	b.box.Height = bottom + st.Band.Bottom
	b.rule(st.Rules.Light)
	if b.c.Dest != "" {
		b.box.Dests = []galley.Dest{{Name: b.c.Dest, Elem: b.div}}
	}
}

// columns chooses where the cells stand, and whether the label stands above
// them: beside them it takes the first column. One or two figures that are too
// wide for a column take two.
func (b *band) columns() (above bool) {
	st := b.c.Style
	gap := st.Band.Column - st.Band.Caption
	above = len(b.of) > besideLabel || st.Page.TextAxis == 0
	switch {
	case st.Page.TextAxis == 0:
		b.first, b.step = 0, st.Page.Frame/units.Sp(len(b.of))
	case above:
		b.first, b.step = 0, st.Band.Column
	default:
		b.first, b.step = st.Band.Column, st.Band.Column
		for _, f := range b.of {
			if _, wide := b.figure(b.pieces(f.Stat), f.Stat, 0); wide > b.step-gap/2 && len(b.of) <= besideLabel/2 {
				b.step = 2 * st.Band.Column
				break
			}
		}
	}
	b.width, b.room = b.step-gap, b.step-gap/2
	return above
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

// cell sets a figure over its caption and returns how far down it comes. Words
// of the number that find no room beside it open the caption.
func (b *band) cell(f doc.KeyFigure, x, y units.Sp) units.Sp {
	roles := &b.c.Style.Roles
	p := b.c.Tree.Add(frame.P, b.div)
	pieces, caption := b.pieces(f.Stat), f.Caption
	items, wide := b.figure(pieces, f.Stat, p)
	if last := len(pieces) - 1; wide > b.room && last > 0 && !pieces[last].main {
		caption = append(doc.Words(pieces[last].text+" "), caption...)
		items, wide = b.figure(pieces[:last], f.Stat, p)
	}
	if wide > b.room {
		b.c.Report.Warn("band-figure-wide", b.k.At, fmt.Sprintf("a key figure is %s points wide in a column of %s", wide, b.room),
			"print it in millions, or show fewer figures")
	}
	b.box.Items = append(b.box.Items, galley.Shift(items, x, y+b.c.Ascent(roles.KeyFigure))...)
	y += roles.KeyFigure.Leading
	lines := b.c.Lines(caption, para.Spec{
		Type: roles.KeyCaption, Measure: b.width, Place: lang.InChart, Tree: b.c.Tree, Elem: p, Note: b.c.Note,
	})
	if n := len(lines); n > captionLines {
		b.c.Report.Warn("band-caption-long", b.k.At, fmt.Sprintf("the caption of a key figure takes %d lines", n), "shorten it")
	}
	items, h := b.c.Stack(lines, roles.KeyCaption, x, y)
	b.box.Items = append(b.box.Items, items...)
	return y + h
}

// piece is a part of a printed figure: the figure, or a word beside it.
type piece struct {
	text string
	main bool
}

// pieces parts a number at the spaces before and after its figure: "USD", "152",
// "million". A sign that is closed up, as %, belongs to the figure.
func (b *band) pieces(s *doc.Stat) []piece {
	if s == nil || s.Hole || s.Number.Value == nil {
		return []piece{{hole, true}}
	}
	p := b.c.Lang.Parts(s.Number, lang.KeyFigure)
	before, after := strings.TrimRight(p.Before, "\u00a0"), strings.TrimLeft(p.After, "\u00a0")
	var out []piece
	if before == p.Before {
		p.Figure = before + p.Figure
	} else {
		out = append(out, piece{text: before})
	}
	if after == p.After {
		return append(out, piece{p.Figure + after, true})
	}
	return append(out, piece{p.Figure, true}, piece{text: after})
}

// figure sets a number, its words in smaller type, and returns its width. The
// runs carry the key of the number.
func (b *band) figure(pieces []piece, s *doc.Stat, p frame.ElemID) (out []frame.Item, wide units.Sp) {
	large := b.c.Style.Roles.KeyFigure
	space := b.c.Width("1\u00a01", large) - b.c.Width("11", large)
	x := units.Sp(0)
	for _, piece := range pieces {
		t := b.c.Style.Roles.KeyUnit
		if piece.main {
			t = large
		}
		l := b.c.Words(piece.text+" ", para.Spec{Type: t, Tree: b.c.Tree, Elem: p})
		wide = x + l.Width
		for _, it := range galley.Shift(l.Items, x, 0) {
			if r, ok := it.(*frame.Run); ok && s != nil {
				r.Stat, r.At = s.From, s.At
			}
			out = append(out, it)
		}
		x = wide + space
	}
	return out, wide
}
