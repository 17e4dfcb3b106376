package para

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// look is how a piece is drawn.
type look struct {
	face     fonts.Style
	features fonts.Features
	size     units.Sp
	color    frame.Color
	tracking units.Sp
	lang     string // BCP 47
	elem     frame.ElemID
	stat     source.Key
	link     *link
	oldStyle bool // tokens with capitals take lining figures
	whole    bool // never hyphenated
}

// link is where a piece leads when clicked.
type link struct {
	dest, url, text string
	elem            frame.ElemID
}

// piece is text of one look.
type piece struct {
	look
	text   string
	at     source.Pos
	note   *doc.Footnote
	forced bool     // a forced line break
	broken bool     // such a break follows
	gap    units.Sp // of a space: its width, whatever the face has
}

// place is where the text of a piece stands from a byte on. Columns count
// letters.
func (p *piece) place(from int) source.Pos {
	at := p.at
	if at.Known() {
		at.B += int32(utf8.RuneCountInString(p.text[:from]))
	}
	return at
}

// collector walks the inlines of one run.
type collector struct {
	s    *Setter
	sp   Spec
	out  []piece
	said strings.Builder // the text so far, to tell the place of a number
	told map[*doc.Stat]lang.Number
}

func (s *Setter) collect(in []doc.Inline, sp Spec) []piece {
	c := &collector{s: s, sp: sp}
	if len(sp.Lead) > 0 {
		c.lead()
	}
	c.run(in, s.look(sp))
	return c.out
}

// lead walks the run-in head; the space after it has a width of its own, and
// the text after it opens a sentence.
func (c *collector) lead() {
	sp := c.sp
	head := Spec{Type: sp.LeadType, Elem: sp.LeadElem, Place: lang.InHeading}
	l := c.s.look(head)
	place := c.sp.Place
	c.sp.Place = lang.InHeading
	c.run(sp.Lead, l)
	c.sp.Place = place
	c.said.Reset()
	c.out = append(c.out, piece{look: l, text: " ", gap: sp.LeadGap})
}

// look returns how plain text of a spec is drawn.
func (s *Setter) look(sp Spec) look {
	t := sp.Type
	l := look{
		face:  fonts.Style{Family: s.Style.Faces.Serif, Weight: t.Weight, Italic: t.Italic},
		size:  t.Size,
		color: s.Ink(t.Color),
		// Letterspacing that is asked for stays; letter-fit comes on top.
		tracking: t.Tracking,
		lang:     s.Lang.Tag(),
		elem:     sp.Elem,
	}
	if t.Sans {
		l.face.Family = s.Style.Faces.Sans
	}
	if sp.Bold {
		l.face.Weight = heavier(t.Weight)
	}
	switch t.Figures {
	case style.OldStyle:
		l.features, l.oldStyle = fonts.OldStyle|fonts.Proportional, true
	case style.Tabular:
		l.features = fonts.Lining | fonts.Tabular
	default:
		l.features = fonts.Lining | fonts.Proportional
	}
	if t.SmallCaps {
		l.features |= fonts.SmallCaps
	}
	return l
}

// semibold is the one heavier weight of the look.
const semibold = 600

func heavier(w int) int { return max(w, semibold) }

// run walks a whole run, in which each number is printed by what stands beside
// it.
func (c *collector) run(in []doc.Inline, l look) {
	c.told = tell(c.s.Lang, in)
	c.walk(in, l)
}

// tell finds what stands beside the numbers of a run; nil if it has none.
func tell(l *lang.Table, in []doc.Inline) map[*doc.Stat]lang.Number {
	var text strings.Builder
	var stats []*doc.Stat
	var list []lang.Told
	doc.Each(in, func(x doc.Inline) {
		switch x := x.(type) {
		case *doc.Text:
			text.WriteString(strings.ReplaceAll(x.S, string(lang.Mark), ""))
		case *doc.Break:
			text.WriteByte(' ')
		case *doc.Ref:
			if len(x.Of) == 0 {
				text.WriteString("ref") // any word will do
			}
		case *doc.Stat:
			text.WriteRune(lang.Mark)
			stats = append(stats, x)
			list = append(list, lang.Told{Name: x.Fact, Number: x.Number})
		}
	})
	if len(list) == 0 {
		return nil
	}
	out := map[*doc.Stat]lang.Number{}
	for i, n := range l.Tell(text.String(), list) {
		out[stats[i]] = n
	}
	return out
}

func (c *collector) walk(in []doc.Inline, l look) {
	for _, x := range in {
		switch x := x.(type) {
		case *doc.Text:
			c.text(x.S, x.At.Start, l)
		case *doc.Emph:
			c.walk(x.Of, c.emphasis(l))
		case *doc.Strong:
			l2 := l
			l2.face.Weight = heavier(l.face.Weight)
			c.walk(x.Of, l2)
		case *doc.Foreign:
			c.walk(x.Of, c.child(l, frame.Elem{Role: frame.Span, Lang: x.Lang}, x.Lang))
		case *doc.Link:
			c.link(x.Of, l, &link{url: x.URL})
		case *doc.Ref:
			c.ref(x, l)
		case *doc.Footnote:
			c.footnote(x, l)
		case *doc.Break:
			c.lineBreak()
		case *doc.Stat:
			c.stat(x, l)
		}
	}
}

// lineBreak ends a line. Words beside a break are as far apart as beside a space.
func (c *collector) lineBreak() {
	if n := len(c.out); n > 0 {
		c.out[n-1].broken = true
	}
	c.said.WriteByte(' ')
	c.out = append(c.out, piece{forced: true})
}

// emphasis turns italics on, or off inside italics. The sans has none in use:
// headings and tables that carry emphasis stay upright.
func (c *collector) emphasis(l look) look {
	if !c.sp.Type.Sans {
		l.face.Italic = !l.face.Italic
	}
	return l
}

// child opens an element inside the one of l.
func (c *collector) child(l look, e frame.Elem, tag string) look {
	if tag != "" {
		l.lang = tag
	}
	if l.elem != 0 && c.sp.Tree != nil {
		e.Parent = l.elem
		l.elem = c.sp.Tree.AddElem(e)
	}
	return l
}

func (c *collector) link(of []doc.Inline, l look, to *link) {
	if l.elem != 0 && l.link == nil {
		l = c.child(l, frame.Elem{Role: frame.LinkRole}, "")
		l.link, to.elem = to, l.elem
	}
	from := c.said.Len()
	c.walk(of, l)
	to.text = strings.TrimSpace(c.said.String()[from:])
}

func (c *collector) ref(x *doc.Ref, l look) {
	target, ok := c.s.Refs(x.To)
	if !ok {
		c.s.Report.Add(source.Diagnostic{
			Code: "ref-unknown", At: x.At, Replace: c.s.Near(x.To), Message: fmt.Sprintf("nothing is named %q", x.To),
			Fix: "name a block with {#" + string(x.To) + "} at its end, or correct the reference",
		})
		target.Text = "[…]"
	}
	if c.place() == lang.SentenceStart {
		target.Text = c.s.Lang.Capitalize(target.Text)
	}
	of := x.Of
	if len(of) == 0 {
		of = []doc.Inline{&doc.Text{S: target.Text, At: x.At}}
	}
	if target.Dest == "" {
		c.walk(of, l)
		return
	}
	c.link(of, l, &link{dest: target.Dest})
}

// footnote prints the mark of a note, with the superior figures of the face.
func (c *collector) footnote(x *doc.Footnote, l look) {
	if c.sp.Note == nil {
		return
	}
	mark, dest := c.sp.Note(x)
	l = c.child(l, frame.Elem{Role: frame.Reference}, "")
	if dest != "" {
		l = c.child(l, frame.Elem{Role: frame.LinkRole}, "")
		l.link = &link{dest: dest, text: mark, elem: l.elem}
	}
	l.features, l.oldStyle = fonts.Superior, false
	l.face.Italic = false
	c.out = append(c.out, piece{look: l, text: mark, at: x.At.Start, note: x})
}

func (c *collector) stat(x *doc.Stat, l look) {
	l.stat = x.From
	text := "[…]"
	if !x.Hole {
		n, ok := c.told[x]
		if !ok {
			n = x.Number
		}
		text = c.s.Lang.Format(n, c.place())
	} else {
		l.color = c.s.Ink(style.AccentColor)
	}
	c.text(text, x.At.Start, l)
}

// place tells where a number stands from the text before it: at the start of a
// sentence, inside parentheses, or where the spec says.
func (c *collector) place() lang.Place {
	said := c.said.String()
	if c.sp.Place != lang.Prose {
		return c.sp.Place
	}
	if strings.Count(said, "(") > strings.Count(said, ")") {
		return lang.Parentheses
	}
	before := strings.TrimRightFunc(said, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Ps) || r == '"'
	})
	if before == "" {
		if c.sp.Sentence {
			return lang.SentenceStart
		}
		return lang.Prose
	}
	if len(before) == len(said) {
		return lang.Prose // glued to what stands before
	}
	if c.s.Lang.EndsSentence(before) {
		return lang.SentenceStart
	}
	return lang.Prose
}

// text takes plain text; letters that no face has are reported once a piece.
func (c *collector) text(s string, at source.Pos, l look) {
	if s == "" {
		return
	}
	if missing := c.s.faces.Missing(s); len(missing) > 0 {
		c.s.Report.Error("font-missing", source.At(at),
			fmt.Sprintf("no face has the letter %s", names(missing)),
			"write it with other letters, or take it out")
	}
	if rightToLeft(s) > 1 {
		c.s.Report.Warn("text-rtl", source.At(at), "words that are written from right to left follow each other, and are printed from left to right",
			"set a phrase of that kind as a picture, or word by word")
	}
	c.said.WriteString(s)
	c.out = append(c.out, piece{look: l, text: s, at: at})
}

// rightToLeft counts the words with letters of Hebrew or Arabic. One word is
// shaped right; the order of several is not that of UAX 9 yet.
func rightToLeft(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) }) >= 0 {
			n++
		}
	}
	return n
}

// names lists letters by code, at most five.
func names(list []rune) string {
	const most = 5
	var out []string
	for i, r := range list {
		if i == most {
			out = append(out, fmt.Sprintf("and %d more", len(list)-most))
			break
		}
		if unicode.IsPrint(r) {
			out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
		} else {
			out = append(out, fmt.Sprintf("U+%04X", r))
		}
	}
	return strings.Join(out, ", ")
}
