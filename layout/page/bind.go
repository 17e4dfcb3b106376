package page

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/units"
)

// run is a sequence of parts that share pages and a way of numbering them.
type run struct {
	parts   []int // indexes into binder.parts
	kind    doc.PartKind
	boxes   []galley.Box
	owner   []int // part of each box
	pager   *pager
	leaves  []leaf
	folio   int // of the first page
	counted bool
}

// binder puts the pages of all parts together.
type binder struct {
	e     *Engine
	s     *para.Setter
	parts []*galley.Galley
	kinds []*doc.Part
	runs  []*run
	base  []frame.ElemID
	book  *frame.Book
}

// maxPasses bounds how often the contents are set before they settle.
const maxPasses = 5

// Bind breaks galleys into pages and puts these together. The galley of a
// contents part may be empty: it is set here, when all folios are known. With
// the book it returns the counters with which each part began, page included.
func (e *Engine) Bind(galleys []*galley.Galley) (*frame.Book, []galley.Counters) {
	b := &binder{e: e, s: e.Setter(), parts: galleys}
	byID := map[string]*doc.Part{}
	for _, p := range e.Doc.Parts {
		byID[string(p.ID)] = p
	}
	for _, g := range galleys {
		b.kinds = append(b.kinds, byID[g.Part])
	}
	b.group()
	for _, r := range b.runs {
		if r.kind != doc.Contents && r.kind != doc.Acronyms {
			b.paginate(r)
		}
	}
	b.front()
	return b.assemble(), b.starts()
}

// starts tells on which page each part begins, how far down, and what notes of
// earlier parts take of that page.
func (b *binder) starts() []galley.Counters {
	out := make([]galley.Counters, len(b.parts))
	for i, g := range b.parts {
		out[i] = g.Start
	}
	for _, r := range b.runs {
		for n, l := range r.leaves {
			c := r.pager.cursor(l.from, n == 0)
			for i := l.from; i < l.to; i++ {
				y := c.y
				c.put(&r.boxes[i])
				if i > 0 && r.owner[i] == r.owner[i-1] {
					continue
				}
				s := &out[r.owner[i]]
				s.Folio, s.Offset, s.Foot = r.folio+n, y, r.pager.footOfOthers(l, r.owner[i])
			}
		}
	}
	return out
}

// footOfOthers is the height of the notes on a page that parts before a part
// have called.
func (p *pager) footOfOthers(l leaf, part int) units.Sp {
	var h units.Sp
	for i := l.noteFrom; i < l.noteTo; i++ {
		if p.notes[i].part < part {
			h += p.notes[i].box.Height
		}
	}
	if h > 0 {
		h += p.above
	}
	return h
}

// group makes runs of the parts.
func (b *binder) group() {
	for i, p := range b.kinds {
		n := len(b.runs)
		if p.Kind == doc.Body && n > 0 && b.runs[n-1].kind == doc.Body && b.e.Style.PartBreak != "page" {
			b.runs[n-1].parts = append(b.runs[n-1].parts, i)
			continue
		}
		b.runs = append(b.runs, &run{parts: []int{i}, kind: p.Kind})
	}
}

// paginate gathers the boxes of a run and breaks them into pages.
func (b *binder) paginate(r *run) {
	r.boxes, r.owner = nil, nil
	for _, i := range r.parts {
		for _, x := range b.parts[i].Boxes {
			r.boxes, r.owner = append(r.boxes, x), append(r.owner, i)
		}
	}
	b.breakPages(r)
	b.float(r)
}

// breakPages breaks the boxes of a run as they stand.
func (b *binder) breakPages(r *run) {
	st := b.e.Style
	start := b.parts[r.parts[0]].Start
	p := &pager{
		boxes: r.boxes, start: start.Offset, foot0: start.Foot,
		height: st.Page.TextBlock, turned: st.Page.Turned().TextBlock, grid: st.Page.Quantum, line: st.Roles.Text.Leading,
		above: st.Note.Above + st.Rules.Footnote.Width + st.Note.RuleGap,
	}
	for i := range r.boxes {
		p.upTo = append(p.upTo, len(p.notes))
		for _, n := range r.boxes[i].Notes {
			p.addNote(&b.parts[r.owner[i]].Notes[n], r.owner[i])
		}
	}
	p.upTo = append(p.upTo, len(p.notes))
	r.pager = p
	r.leaves = p.pages()
}

func (p *pager) addNote(n *galley.Note, part int) {
	for i, l := range n.Lines {
		x := noteLine{box: l, first: i == 0, left: len(n.Lines) - 1 - i, part: part, at: n.At}
		if i == 0 {
			x.dest = n.Dest
		}
		p.notes = append(p.notes, x)
	}
}

// front sets contents and acronyms after the body, so that the contents have
// true page numbers without guessing; that the contents shift what follows
// them in the front may take a second pass.
func (b *binder) front() {
	known := ""
	for range maxPasses {
		folios := b.number()
		now := fmt.Sprint(folios)
		for _, r := range b.runs {
			switch r.kind {
			case doc.Contents:
				i := r.parts[0]
				b.parts[i] = b.contents(b.kinds[i], folios)
				b.paginate(r)
			case doc.Acronyms:
				if r.leaves == nil {
					b.paginate(r)
				}
			}
		}
		if now == known {
			return
		}
		known = now
	}
	b.e.Report.Warn("contents-unsettled", source.Span{}, fmt.Sprintf("the page numbers of the contents did not settle in %d passes", maxPasses),
		"shorten a title of the contents that stands at the end of a page")
}

// number gives each run its first folio and returns the folio of each
// destination in the contents.
func (b *binder) number() map[string]string {
	next := map[bool]int{true: 1, false: 1} // roman, arabic
	out := map[string]string{}
	for _, r := range b.runs {
		first := b.parts[r.parts[0]].Start.Folio
		roman := false
		switch r.kind {
		case doc.Cover, doc.NotePage:
			continue
		case doc.Contents, doc.Acronyms:
			roman = true
		case doc.Annex:
			if b.e.Style.Folio.Annex == "restart" {
				r.folio, r.counted = 1, true
				if first > 0 {
					r.folio = first
				}
				b.folios(r, out)
				continue
			}
		}
		r.folio, r.counted = next[roman], true
		if first > 0 {
			r.folio = first
		}
		next[roman] = r.folio + max(1, len(r.leaves))
		b.folios(r, out)
	}
	return out
}

func (b *binder) folios(r *run, out map[string]string) {
	for n, l := range r.leaves {
		for i := l.from; i < l.to; i++ {
			for _, d := range r.boxes[i].Dests {
				out[d.Name] = b.folio(r, n)
			}
		}
	}
}

// folio is the number of page n of a run, as printed.
func (b *binder) folio(r *run, n int) string {
	if !r.counted {
		return ""
	}
	if r.kind == doc.Contents || r.kind == doc.Acronyms {
		return lang.RomanLower(r.folio + n)
	}
	return fmt.Sprint(r.folio + n)
}

// contents sets the contents part.
func (b *binder) contents(p *doc.Part, folios map[string]string) *galley.Galley {
	var list []listed
	for i, g := range b.parts {
		for _, e := range g.Entries {
			if b.kinds[i].Kind == doc.Annex && e.Level > 0 {
				continue // an annex is listed by its title alone: its headings would stand among those of the last part
			}
			list = append(list, listed{e, folios[e.Dest]})
		}
	}
	depth := b.e.Style.Contents.Depth
	for _, x := range p.Blocks {
		if c, ok := x.(*doc.ContentsList); ok && c.Depth > 0 {
			depth = c.Depth
		}
	}
	f := newFlow(b.e, b.s, p, galley.Counters{})
	f.contents(p.Title, list, depth)
	f.g.Entries = nil
	return f.g
}
