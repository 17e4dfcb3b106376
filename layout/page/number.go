package page

import (
	"fmt"
	"strings"
	"unicode"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
)

// numbers are the numbers of one part.
type numbers struct {
	para  map[*doc.Paragraph]int
	notes map[*doc.Footnote]int
	block map[doc.Block]string // "Box 3", "Table 2", "Figure 1"
	dest  map[doc.Block]string // of headings and of what is named or numbered
	end   galley.Counters
}

// numberer walks one part.
type numberer struct {
	l    *lang.Table
	part *doc.Part
	n    galley.Counters
	out  *numbers
	used map[string]int
	// target is told of each label and what it points to.
	target func(doc.Label, para.Target, source.Span)
}

// number gives a part its numbers, from those before it.
func number(l *lang.Table, p *doc.Part, start galley.Counters, target func(doc.Label, para.Target, source.Span)) *numbers {
	z := &numberer{l: l, part: p, n: start, target: target, used: map[string]int{}, out: &numbers{
		para: map[*doc.Paragraph]int{}, notes: map[*doc.Footnote]int{}, block: map[doc.Block]string{}, dest: map[doc.Block]string{},
	}}
	if p.Kind == doc.Annex {
		z.n.Table, z.n.Chart, z.n.Box = 0, 0, 0
	}
	z.partTarget()
	z.blocks(p.Blocks)
	if p.Kind == doc.Annex {
		// What runs through the body is not changed by an annex.
		z.n.Table, z.n.Chart, z.n.Box = start.Table, start.Chart, start.Box
	}
	z.out.end = z.n
	return z.out
}

func (z *numberer) partTarget() {
	p := z.part
	if p.ID == "" {
		return
	}
	s := z.l.Strings()
	text := fmt.Sprintf(s.TheSectionOn, plain(p.Title, z.l))
	switch {
	case p.Kind == doc.Annex:
		text = tied(fmt.Sprintf(s.TheAnnex, p.Number))
	case p.Kind == doc.Foreword:
		text = s.TheForeword
	case len(p.Tag) > 0:
		text = tied(plain(p.Tag, z.l))
	}
	z.target(p.ID, para.Target{Text: text, Dest: string(p.ID)}, p.At)
}

func (z *numberer) blocks(list []doc.Block) {
	for _, b := range list {
		z.block(b)
	}
}

func (z *numberer) block(b doc.Block) {
	s := z.l.Strings()
	switch b := b.(type) {
	case *doc.Heading:
		z.heading(b)
	case *doc.Paragraph:
		z.paragraph(b)
	case *doc.List:
		for i := range b.Items {
			z.blocks(b.Items[i].Of)
		}
	case *doc.Quote:
		z.blocks(b.Of)
	case *doc.Panel:
		if !b.Decision {
			z.n.Box++
			z.numbered(b, s.Box, s.TheBox, z.n.Box)
		}
		z.notes(b.Title)
		z.blocks(b.Of)
	case *doc.Table:
		// Footnotes of a table are its own, lettered under it. A matrix is the
		// whole of its annex and has no number.
		if len(b.Title) > 0 && !b.Matrix {
			z.n.Table++
			z.numbered(b, s.Table, s.TheTable, z.n.Table)
		} else {
			z.anonymous(b)
		}
	case *doc.Chart:
		z.n.Chart++
		z.numbered(b, s.Figure, s.TheFigure, z.n.Chart)
		z.notes(b.Title)
	case *doc.Picture:
		if len(b.Title) > 0 {
			z.n.Chart++
			z.numbered(b, s.Figure, s.TheFigure, z.n.Chart)
			z.notes(b.Title)
		} else {
			z.named(b, plain(z.part.Title, z.l))
		}
	default:
		z.named(b, plain(z.part.Title, z.l))
	}
}

// heading names a heading by its id or by its words, so that links to it stay
// the same from build to build.
func (z *numberer) heading(b *doc.Heading) {
	z.notes(b.Tag)
	z.notes(b.Text)
	title := plain(b.Text, z.l)
	id := string(b.ID)
	if id == "" {
		id = z.unique(string(z.part.ID) + "." + slug(title))
	} else if b.ID != z.part.ID {
		z.target(b.ID, para.Target{Text: fmt.Sprintf(z.l.Strings().TheSectionOn, title), Dest: id}, b.At)
	}
	z.out.dest[b] = id
}

func (z *numberer) paragraph(b *doc.Paragraph) {
	text := fmt.Sprintf(z.l.Strings().TheSectionOn, plain(z.part.Title, z.l))
	if b.Numbered {
		z.n.Para++
		z.out.para[b] = z.n.Para
		text = tied(fmt.Sprintf(z.l.Strings().TheParagraph, fmt.Sprint(z.n.Para)))
	}
	if b.ID != "" {
		z.out.dest[b] = string(b.ID)
		z.target(b.ID, para.Target{Text: text, Dest: string(b.ID)}, b.At)
	}
	if b.Head != nil {
		z.heading(b.Head)
	}
	z.notes(b.Text)
}

// numbered labels a block and names it.
func (z *numberer) numbered(b doc.Block, label, the string, n int) {
	z.out.block[b] = tied(fmt.Sprintf(z.l.Strings().LabelNo, label, fmt.Sprint(n)))
	id := string(b.Common().ID)
	if id == "" {
		id = z.unique(string(z.part.ID) + "." + slug(label+" "+fmt.Sprint(n)))
	} else {
		t := para.Target{Text: tied(fmt.Sprintf(the, fmt.Sprint(n))), Dest: id}
		if z.part.Kind == doc.Annex {
			t.Annex, t.Outside = z.part.ID, z.outside(t.Text)
		}
		z.target(b.Common().ID, t, b.Common().At)
	}
	z.out.dest[b] = id
}

// outside is what a table of an annex is called elsewhere: "Annex III, Table 4".
// Its own word has a capital where that of the annex has one.
func (z *numberer) outside(text string) string {
	annex := tied(fmt.Sprintf(z.l.Strings().TheAnnex, z.part.Number))
	if annex == z.l.Capitalize(annex) {
		text = z.l.Capitalize(text)
	}
	return fmt.Sprintf(z.l.Strings().InAnnex, annex, text)
}

// anonymous gives a table without a number a destination, for its notes.
func (z *numberer) anonymous(b *doc.Table) {
	z.named(b, plain(z.part.Title, z.l))
	if z.out.dest[b] == "" {
		z.out.dest[b] = z.unique(string(z.part.ID) + "." + slug(z.l.Strings().Table))
	}
}

// named gives other blocks that have an id a destination.
func (z *numberer) named(b doc.Block, title string) {
	id := b.Common().ID
	if id == "" {
		return
	}
	z.out.dest[b] = string(id)
	z.target(id, para.Target{Text: fmt.Sprintf(z.l.Strings().TheSectionOn, title), Dest: string(id)}, b.Common().At)
}

func (z *numberer) notes(list []doc.Inline) {
	doc.Each(list, func(in doc.Inline) {
		if f, ok := in.(*doc.Footnote); ok {
			z.n.Note++
			z.out.notes[f] = z.n.Note
		}
	})
}

func (z *numberer) unique(name string) string {
	z.used[name]++
	if n := z.used[name]; n > 1 {
		return fmt.Sprintf("%s-%d", name, n)
	}
	return name
}

// noteDest is where the mark of a note leads.
func noteDest(n int) string { return fmt.Sprintf("note-%d", n) }

// paraDest is the alias of a numbered paragraph.
func paraDest(n int) string { return fmt.Sprintf("para-%d", n) }

// plain returns the words of inlines, with numbers as in headings.
func plain(list []doc.Inline, l *lang.Table) string {
	return doc.Plain(list, func(s *doc.Stat) string {
		if s.Hole {
			return "[…]"
		}
		return l.Format(s.Number, lang.InHeading)
	})
}

// tied keeps "Annex IV" and "paragraph 34" on one line.
func tied(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[:i] + "\u00a0" + s[i+1:]
	}
	return s
}

// maxSlug bounds the names that are made from titles.
const maxSlug = 60

// slug makes a name of a title: lower-case letters, figures and hyphens.
func slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(title) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
		if b.Len() >= maxSlug {
			break
		}
	}
	return b.String()
}

// headOf is the running head of a part.
func headOf(p *doc.Part, l *lang.Table) *galley.Head {
	return &galley.Head{Part: plain(p.Title, l), Tag: plain(p.Tag, l)}
}
