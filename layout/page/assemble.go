package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

// assemble makes the book of the broken runs.
func (b *binder) assemble() *frame.Book {
	b.book = &frame.Book{Meta: b.meta()}
	b.elements()
	for _, r := range b.runs {
		if len(r.leaves) == 0 {
			continue // nothing of the part could be read
		}
		b.label(r)
		var head *galley.Head
		for n := range r.leaves {
			head = b.page(r, n, head)
		}
	}
	slices.SortStableFunc(b.book.Dests, func(x, y frame.Dest) int { return cmp.Compare(x.Name, y.Name) })
	b.book.Dests = slices.CompactFunc(b.book.Dests, func(x, y frame.Dest) bool { return x.Name == y.Name })
	b.book.Outline = b.outline()
	b.dropDead()
	return b.book
}

// dropDead takes out links to what is not there: a draft has parts of which
// nothing could be read. That a label is missing was reported.
func (b *binder) dropDead() {
	known := map[string]bool{}
	for _, d := range b.book.Dests {
		known[d.Name] = true
	}
	for i := range b.book.Pages {
		p := &b.book.Pages[i]
		p.Items = slices.DeleteFunc(p.Items, func(it frame.Item) bool {
			a, ok := it.(*frame.Area)
			return ok && a.URL == "" && !known[a.Dest]
		})
	}
}

func (b *binder) meta() frame.Meta {
	m := &b.e.Doc.Cover
	return frame.Meta{
		Title: plain(m.Title, b.e.Lang), Lang: b.e.Doc.Lang, Author: m.Organization, Symbol: m.Symbol,
		Subject: strings.Trim(strings.Join([]string{m.Symbol, m.Organ, m.Session}, ", "), ", "),
		Created: m.Created, Producer: "assemble",
	}
}

// elements joins the trees of the parts under the Document.
func (b *binder) elements() {
	elems := []frame.Elem{{}, {Role: frame.Document, Lang: b.e.Doc.Lang}}
	b.base = make([]frame.ElemID, len(b.parts))
	for i, g := range b.parts {
		id := frame.ElemID(len(elems))
		b.base[i] = id
		elems[1].Kids = append(elems[1].Kids, id)
		part := frame.Elem{Role: frame.PartRole, Parent: 1, Title: plain(b.kinds[i].Title, b.e.Lang)}
		if len(g.Tree.Elems) > 0 {
			part.Kids = shiftIDs(g.Tree.Elems[0].Kids, id)
		}
		elems = append(elems, part)
		for n := 1; n < len(g.Tree.Elems); n++ {
			e := g.Tree.Elems[n]
			e.Parent += id
			e.Kids = shiftIDs(e.Kids, id)
			elems = append(elems, e)
		}
	}
	b.book.Elems = elems
}

func shiftIDs(ids []frame.ElemID, by frame.ElemID) []frame.ElemID {
	out := make([]frame.ElemID, len(ids))
	for i, id := range ids {
		out[i] = id + by
	}
	return out
}

// label says how readers number the pages of a run.
func (b *binder) label(r *run) {
	l := frame.PageLabel{Page: len(b.book.Pages), Style: "D", Start: r.folio}
	switch r.kind {
	case doc.Cover, doc.NotePage:
		l.Style, l.Start = "", 1
	case doc.Contents, doc.Acronyms:
		l.Style = "r"
	case doc.Annex:
		if b.e.Style.Folio.Annex == "restart" {
			l.Prefix = b.kinds[r.parts[0]].Number + "-"
		}
	}
	if n := len(b.book.Labels); n > 0 {
		last := b.book.Labels[n-1]
		if last.Style == l.Style && last.Prefix == l.Prefix && (l.Style == "" || last.Start+l.Page-last.Page == l.Start) {
			return // goes on as it was
		}
	}
	b.book.Labels = append(b.book.Labels, l)
}

// sheet is one page in the making.
type sheet struct {
	b    *binder
	r    *run
	n    int // page in the book
	leaf leaf
	geo  style.Page
	page *frame.Page
	foot units.Sp // height of the notes

	ground *galley.Ground
	top    units.Sp // of the ground
	bottom units.Sp // of what stands on it
	at     int      // where its rectangle goes among the items
}

// page sets page n of a run and returns the running head in force after it.
func (b *binder) page(r *run, n int, head *galley.Head) *galley.Head {
	l := r.leaves[n]
	s := &sheet{b: b, r: r, n: len(b.book.Pages), leaf: l, geo: b.e.Style.Page}
	if r.pager.isTurned(l.from) {
		s.geo = s.geo.Turned()
	}
	s.page = &frame.Page{W: s.geo.Width, H: s.geo.Height, Folio: b.folio(r, n)}
	owner := r.parts[0]
	if l.from < l.to {
		owner = r.owner[l.from]
		if h := r.boxes[l.from].Head; h != nil {
			head = h
		}
	}
	s.page.Part = b.parts[owner].Part
	if r.counted {
		recto := (r.folio+n)%2 == 1
		s.page.Items = append(s.page.Items, b.e.runHead(b.s, &s.geo, annexHead(b.kinds[owner], orEmpty(head)), s.page.Folio, recto)...)
	}
	for i := l.noteFrom; i < l.noteTo; i++ {
		s.foot += r.pager.notes[i].box.Height
	}
	s.boxes(n == 0)
	s.notes()
	b.notesElsewhere(r, l)
	if l.overfull {
		b.e.Report.Warn("page-overfull", b.where(r, l), "a block is higher than the page", "shorten it, or split it in two")
	}
	b.book.Pages = append(b.book.Pages, *s.page)
	for i := l.from; i < l.to; i++ {
		if h := r.boxes[i].Head; h != nil {
			head = h
		}
	}
	return head
}

// notesElsewhere reports notes that begin on a later page than their mark, which
// happens where more notes are called at one place than a page can hold.
func (b *binder) notesElsewhere(r *run, l leaf) {
	for k := max(l.noteTo, r.pager.upTo[l.from]); k < r.pager.upTo[l.to]; k++ {
		if n := &r.pager.notes[k]; n.first {
			b.e.Report.Warn("note-elsewhere", n.at, "a note does not fit on the page of its mark", "shorten the notes that are called near it")
		}
	}
}

func orEmpty(h *galley.Head) *galley.Head {
	if h == nil {
		return &galley.Head{}
	}
	return h
}

// where is the first known place on a page.
func (b *binder) where(r *run, l leaf) source.Span {
	for i := l.from; i < l.to; i++ {
		for _, it := range r.boxes[i].Items {
			if x, ok := it.(*frame.Run); ok && x.At.Start.Known() {
				return x.At
			}
		}
	}
	return source.Span{}
}

// boxes places the boxes of the page.
func (s *sheet) boxes(first bool) {
	p := s.r.pager
	c := p.cursor(s.leaf.from, first)
	if !first && s.leaf.from < len(p.boxes) {
		again := &cursor{p: p, top: true}
		for i := range p.boxes[s.leaf.from].Resume {
			x := &p.boxes[s.leaf.from].Resume[i]
			s.box(x, again.put(x), 0)
		}
	}
	for i := s.leaf.from; i < s.leaf.to; i++ {
		x := &p.boxes[i]
		s.box(x, c.put(x), s.b.base[s.r.owner[i]])
	}
	if s.leaf.to < len(p.boxes) {
		next := &p.boxes[s.leaf.to]
		if s.leaf.to > s.leaf.from && len(next.Close) > 0 {
			s.items(next.Close, c.y, 0)
		}
		if s.ground != nil && next.Ground == s.ground {
			s.bottom = s.geo.TextBlock
			if s.foot > 0 {
				s.bottom -= s.foot + p.above
			}
		}
	}
	s.endGround()
}

// box places one box whose top is y below the top of the text block.
func (s *sheet) box(x *galley.Box, y units.Sp, base frame.ElemID) {
	if x.Ground != s.ground {
		s.endGround()
		s.ground, s.top, s.at = x.Ground, y, len(s.page.Items)
	}
	s.bottom = y + x.Height
	s.items(x.Items, y, base)
	for _, d := range x.Dests {
		s.dest(d, y, base)
	}
}

func (s *sheet) dest(d galley.Dest, y units.Sp, base frame.ElemID) {
	if d.Name == "" {
		return
	}
	s.b.book.Dests = append(s.b.book.Dests, frame.Dest{
		Name: d.Name, Page: s.n, Y: s.geo.Top + y + d.Y, Elem: d.Elem + base,
	})
}

func (s *sheet) items(list []frame.Item, y units.Sp, base frame.ElemID) {
	for _, it := range list {
		s.page.Items = append(s.page.Items, it.Shifted(s.geo.FrameX, s.geo.Top+y, base))
	}
}

// endGround draws the panel behind the boxes that stood on it.
func (s *sheet) endGround() {
	g := s.ground
	s.ground = nil
	if g == nil || s.bottom <= s.top {
		return
	}
	pg := &s.geo
	x := pg.FrameX + g.X
	under := []frame.Item{
		&frame.Rect{X: x, Y: pg.Top + s.top, W: g.W, H: s.bottom - s.top, Color: g.Color},
		&frame.Rect{X: x, Y: pg.Top + s.top, W: g.W, H: g.Rule, Color: g.RuleInk},
	}
	s.page.Items = slices.Insert(s.page.Items, s.at, under...)
}

// notes places the footnotes at the foot, under their rule.
func (s *sheet) notes() {
	if s.leaf.noteFrom >= s.leaf.noteTo {
		return
	}
	st := s.b.e.Style
	p := s.r.pager
	y := s.geo.TextBlock - s.foot
	rule := s.b.s.Rule(st.Rules.Footnote, st.Page.TextAxis, y-st.Note.RuleGap-st.Rules.Footnote.Width, st.Note.Rule)
	s.items([]frame.Item{rule}, 0, 0)
	for i := s.leaf.noteFrom; i < s.leaf.noteTo; i++ {
		l := &p.notes[i]
		base := s.b.base[l.part]
		s.items(l.box.Items, y, base)
		s.dest(l.dest, y, base)
		y += l.box.Height
	}
}

// outline nests the entries of the contents; annexes follow the parts.
func (b *binder) outline() []frame.Outline {
	var out []frame.Outline
	known := map[string]bool{}
	for _, d := range b.book.Dests {
		known[d.Name] = true
	}
	for i, g := range b.parts {
		if b.kinds[i].Kind == doc.Contents && known["contents"] {
			out = append(out, frame.Outline{Title: plain(b.kinds[i].Title, b.e.Lang), Dest: "contents"})
		}
		for _, e := range g.Entries {
			if !known[e.Dest] {
				continue
			}
			o := frame.Outline{Title: e.Title, Dest: e.Dest}
			if e.Tag != "" {
				o.Title = fmt.Sprintf("%s: %s", e.Tag, e.Title)
			}
			out = nest(out, o, e.Level)
		}
	}
	return out
}

// nest puts an entry of a level under the last one of the level above.
func nest(list []frame.Outline, o frame.Outline, level int) []frame.Outline {
	if level > 1 && len(list) > 0 {
		last := &list[len(list)-1]
		last.Kids = nest(last.Kids, o, level-1)
		return list
	}
	return append(list, o)
}
