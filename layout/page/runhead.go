package page

import (
	"fmt"
	"strings"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/layout/style"
	"assemble/layout/units"
)

// runHead sets the running head of a page: an artifact of three places, or a
// stack at the outer edge. recto tells right-hand pages.
func (e *Engine) runHead(s *para.Setter, pg *style.Page, h *galley.Head, folio string, recto bool) []frame.Item {
	st := e.Style
	words := func(text string, t style.Type) para.Line {
		return s.Words(text, para.Spec{Type: t, Art: frame.HeaderArtifact})
	}
	symbol := words(e.Doc.Cover.Symbol, st.Roles.HeadSymbol)
	page := ""
	if folio != "" {
		page = fmt.Sprintf(e.Lang.Strings().PageNo, folio)
	}
	foot := words(page, st.Roles.HeadFolio)
	if e.Draft {
		h = &galley.Head{Part: e.Lang.Strings().Draft}
	}
	if st.Head.Stacked {
		return e.stackedHead(pg, symbol, foot, h, words, recto)
	}
	x, y := pg.FrameX, pg.HeadLine
	out := galley.Shift(symbol.Items, x, y)
	if h != nil {
		part := words(e.headText(s, h), st.Roles.HeadPart)
		out = append(out, galley.Shift(part.Items, x+pg.TextAxis, y)...)
	}
	return append(out, galley.Shift(foot.Items, x+pg.Frame-foot.Width, y)...)
}

// stackedHead sets symbol, annex and page under each other.
func (e *Engine) stackedHead(pg *style.Page, symbol, foot para.Line, h *galley.Head, words func(string, style.Type) para.Line, recto bool) []frame.Item {
	st := e.Style
	lines := []para.Line{symbol}
	if h != nil && h.Annex {
		lines = append(lines, words(h.Part, st.Roles.HeadFolio))
	}
	lines = append(lines, foot)
	if e.Draft {
		lines = append(lines, words(e.Lang.Strings().Draft, st.Roles.HeadPart))
	}
	var out []frame.Item
	for i, l := range lines {
		x := pg.FrameX
		if recto {
			x += pg.Frame - l.Width
		}
		out = append(out, galley.Shift(l.Items, x, pg.HeadLine+units.Sp(i)*st.Roles.HeadSymbol.Leading)...)
	}
	return out
}

// headText is label and title of a part; the label alone where both are too
// wide; without a label the title up to its first comma.
func (e *Engine) headText(s *para.Setter, h *galley.Head) string {
	t, most := e.Style.Roles.HeadPart, e.Style.Head.PartMax
	text := h.Part
	if h.Tag != "" {
		text = h.Tag + ": " + h.Part
	}
	if most == 0 || s.Width(text, t) <= most {
		return text
	}
	if h.Tag != "" {
		return e.fitHead(s, h.Tag)
	}
	short, _, _ := strings.Cut(h.Part, ",")
	return e.fitHead(s, short)
}

// fitHead shortens a title at a word until it leaves the folio its room.
func (e *Engine) fitHead(s *para.Setter, text string) string {
	t, most := e.Style.Roles.HeadPart, e.Style.Head.PartMax
	words := strings.Fields(text)
	for n := len(words); n > 1 && s.Width(text, t) > most; n-- {
		text = strings.Join(words[:n-1], " ") + "…"
	}
	return text
}

// annexHead is what the running head of an annex says: its label alone.
func annexHead(p *doc.Part, h *galley.Head) *galley.Head {
	if p.Kind == doc.Annex && h.Tag != "" {
		return &galley.Head{Part: h.Tag, Annex: true}
	}
	return h
}
