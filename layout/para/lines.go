package para

import (
	"fmt"
	"strings"

	"assemble/inputs/source"
	"assemble/layout/frame"
	"assemble/layout/linebreak"
	"assemble/layout/style"
	"assemble/layout/units"
)

// paragraph breaks pieces into lines and sets them.
func (s *Setter) paragraph(p []piece, sp Spec, first bool) []Line {
	items, refs := s.itemize(p, sp)
	if len(items) == 0 {
		return nil
	}
	indent := sp.Hang
	if first {
		indent = sp.Indent
	}
	o := s.options(sp)
	o.First, o.Rest = sp.Measure-indent, sp.Measure-sp.Hang
	if !first {
		o.First = o.Rest
	}
	res := linebreak.Break(items, o)
	out := make([]Line, len(res.Lines))
	for i, b := range res.Lines {
		x := sp.Hang
		if i == 0 {
			x = indent
		}
		g := &setting{s: s, sp: sp, p: p, measure: sp.Measure - x, last: i == len(res.Lines)-1}
		out[i] = g.line(items, refs, b, x)
		s.reportLine(p, sp, b, g)
	}
	return out
}

// options are the breaking rules of a spec.
func (s *Setter) options(sp Spec) linebreak.Options {
	st := s.Style.Setting
	o := linebreak.DefaultOptions(sp.Measure)
	o.MaxHyphens = st.HyphensRun
	o.LastMin = units.MulDiv(sp.Type.Size, st.LastChars*450, 1000) // 0.45 em a letter
	if sp.Type.Align != style.Justify {
		o.Ragged, o.Balance = true, sp.Balance
		if sp.Balance {
			o.LastMin = 0 // even lines have no short one at their end
		}
	}
	return o
}

// reportLine says where a line could not be set well: one that sticks out, or
// one whose spaces are wider than the style allows.
func (s *Setter) reportLine(p []piece, sp Spec, b linebreak.Line, g *setting) {
	if sp.Elem == 0 || sp.Measure >= units.Max/2 {
		return
	}
	at := source.At(firstPlace(p))
	if b.Overfull > 0 {
		s.Report.Warn("line-overfull", at, fmt.Sprintf("a line is %s points too long and cannot be broken", b.Overfull),
			"shorten its longest word, or allow a break in it with a soft hyphen")
	}
	if b.Ragged {
		s.Report.Warn("line-loose", at, fmt.Sprintf("a line that begins %q is too short to fill the measure", g.opening()), "change a word near its end")
	}
	if g.space > 0 && g.set > units.MulDiv(g.space, s.Style.Setting.SpaceWarn, 1000) {
		s.Report.Warn("line-loose", at, fmt.Sprintf("a line that begins %q has spaces %s times as wide as they should be",
			g.opening(), units.MulDiv(g.set, int64(units.Pt), int64(g.space))), "change a word near its end")
	}
}

// opening is the first words of a line, for messages.
func (g *setting) opening() string {
	const most = 24
	var b strings.Builder
	for _, x := range g.segs {
		if b.Len() > most {
			break
		}
		b.WriteString(x.text)
	}
	return strings.TrimSpace(b.String())
}

func firstPlace(p []piece) source.Pos {
	for _, x := range p {
		if x.at.Known() {
			return x.at
		}
	}
	return source.Pos{}
}

// setting sets one line.
type setting struct {
	s       *Setter
	sp      Spec
	p       []piece
	measure units.Sp
	last    bool // of its paragraph

	segs []seg
	out  Line
	x    units.Sp

	space, set units.Sp // width of all word spaces, by the face and as set
}

// seg is letters of one piece, or one space, with its glyphs.
type seg struct {
	piece int
	space bool
	text  string
	look  look
	runs  []run
	from  int
}

func (g *setting) line(items []linebreak.Item, refs []ref, b linebreak.Line, x units.Sp) Line {
	g.segments(items, refs, b)
	natural, spaces, gaps := g.measureUp()
	// What the line lacks is counted on the glyphs as they are set: a word that
	// was broken has other widths than its parts had in the whole word.
	adjust := units.Sp(0)
	if g.sp.Type.Align == style.Justify && !b.Ragged {
		// What does not fit sticks out: it is not squeezed until words touch.
		adjust = g.measure + b.Hang + b.Overfull - natural
		if g.last || b.Overfull > 0 {
			adjust = min(adjust, 0)
		}
	} else if b.Overfull <= 0 {
		// A ragged line is shrunk where that keeps it inside the measure.
		adjust = min(g.measure+b.Hang-natural, 0)
	}
	g.justify(adjust, natural, spaces, gaps)
	g.out.Width = natural + adjust
	g.x = x
	switch g.sp.Type.Align {
	case style.Center:
		g.x += (g.measure - g.out.Width) / 2
	case style.Right:
		g.x += g.measure - g.out.Width
	}
	g.out.Hyphen = b.Hyphen
	g.emit(endsInSpaceAt(items, b.End))
	return g.out
}

// endsInSpaceAt says that a line broken at an item ends where a space was, and
// not inside a word.
func endsInSpaceAt(items []linebreak.Item, end int) bool {
	for i := end; i < len(items) && i <= end+1; i++ {
		if items[i].Kind == linebreak.Glue {
			return true
		}
	}
	return false
}

// segments gathers what stands on the line.
func (g *setting) segments(items []linebreak.Item, refs []ref, b linebreak.Line) {
	for i := b.Start; i < b.End && i < len(items); i++ {
		r := refs[i]
		switch r.kind {
		case space:
			g.segs = append(g.segs, seg{piece: r.piece, space: true, text: g.p[r.piece].text[r.from:r.to], from: r.from})
		case letters:
			if n := len(g.segs); n > 0 && !g.segs[n-1].space && g.segs[n-1].piece == r.piece {
				g.segs[n-1].text += g.p[r.piece].text[r.from:r.to]
				continue
			}
			g.segs = append(g.segs, seg{piece: r.piece, text: g.p[r.piece].text[r.from:r.to], from: r.from})
			if n := g.p[r.piece].note; n != nil {
				g.out.Notes = append(g.out.Notes, n)
			}
		}
	}
	for n := len(g.segs); n > 0 && g.segs[n-1].space; n-- {
		g.segs = g.segs[:n-1]
	}
	for i := range g.segs {
		// Soft hyphens print only where the line is broken.
		g.segs[i].text = strings.ReplaceAll(g.segs[i].text, shy, "")
	}
	if b.Hyphen && len(g.segs) > 0 {
		g.segs[len(g.segs)-1].text += shy
	}
	for i := range g.segs {
		g.shapeSeg(&g.segs[i])
	}
}

// shapeSeg shapes a segment. The hyphen of a broken word is the glyph of the
// hyphen that stands for U+00AD, so that readers join the word again (ISO
// 32000-1, 14.8.2.2.3).
func (g *setting) shapeSeg(x *seg) {
	p := &g.p[x.piece]
	text, soft := x.text, false
	if n := len(text) - len(shy); n > 0 && text[n:] == shy && x == &g.segs[len(g.segs)-1] {
		text, soft = text[:n], true
	}
	x.look = lookOf(p, x.from, min(x.from+len(text), len(p.text)))
	if x.space {
		x.look = p.look
	}
	shown := text
	if x.space {
		shown = " "
	}
	x.runs = g.s.shape(x.look, shown)
	if x.space {
		x.runs = withText(x.runs, text)
		if p.gap > 0 && len(x.runs) > 0 && len(x.runs[0].advance) > 0 {
			x.runs[0].advance[0] = p.gap
		}
	}
	if soft {
		x.runs = append(x.runs, withText(g.s.shape(x.look, "-"), shy)...)
	}
}

// withText gives one glyph another text: a no-break space drawn as a space, a
// soft hyphen drawn as a hyphen.
func withText(runs []run, text string) []run {
	if len(runs) == 0 {
		return runs
	}
	runs[0].text = text
	return runs[:1]
}

// measureUp returns the natural width, the number of spaces and of gaps between
// letters.
func (g *setting) measureUp() (natural units.Sp, spaces, gaps int) {
	for _, x := range g.segs {
		n := 0
		for _, r := range x.runs {
			for _, a := range r.advance {
				natural += a
				n++
			}
		}
		if x.space {
			spaces++
		} else {
			gaps += max(0, n-1)
		}
	}
	return natural, spaces, gaps
}

// justify spreads adjust over the gaps between letters and over the spaces, to
// the last unit. Letters take their share of what the whole line can give, and
// never more than the bound of the style.
func (g *setting) justify(adjust, natural units.Sp, spaces, gaps int) {
	if adjust == 0 || spaces+gaps == 0 {
		return
	}
	st := g.s.Style.Setting
	var spaceWidth units.Sp
	for _, x := range g.segs {
		if x.space {
			for _, r := range x.runs {
				for _, a := range r.advance {
					spaceWidth += a
				}
			}
		}
	}
	give := units.MulDiv(spaceWidth, st.SpaceMax-1000, 1000)
	if adjust < 0 {
		give = units.MulDiv(spaceWidth, 1000-st.SpaceMin, 1000)
	}
	most := units.MulDiv(natural-spaceWidth, st.LetterFit, 1000)
	if gaps == 0 {
		most = 0
	}
	forLetters := adjust
	if give+most > 0 && spaces > 0 {
		forLetters = units.Sp(int64(adjust) * (int64(most) >> 8) / (int64(give+most)>>8 + 1))
		forLetters = max(-most, min(most, forLetters))
	}
	if gaps == 0 {
		forLetters = 0
	}
	g.spread(forLetters, gaps, false)
	g.spread(adjust-forLetters, spaces, true)
	g.space, g.set = spaceWidth, spaceWidth+adjust-forLetters
}

// spread adds total over n places, so that the places differ by one unit at
// most and the sum is exact.
func (g *setting) spread(total units.Sp, n int, inSpaces bool) {
	if n == 0 || total == 0 {
		return
	}
	done, k := units.Sp(0), 0
	for i := range g.segs {
		x := &g.segs[i]
		if x.space != inSpaces {
			continue
		}
		left := 0
		for _, r := range x.runs {
			left += len(r.advance)
		}
		for _, r := range x.runs {
			for j := range r.advance {
				left--
				if !inSpaces && left == 0 {
					break // after the last letter there is no gap
				}
				k++
				upTo := units.Sp(int64(total) * int64(k) / int64(n))
				r.advance[j] += upTo - done
				done = upTo
				if inSpaces {
					break
				}
			}
		}
	}
}

// emit turns segments into runs of frames, joining what looks alike.
func (g *setting) emit(spaceAfter bool) {
	var cur *frame.Run
	var curLook look
	for i := range g.segs {
		x := &g.segs[i]
		p := &g.p[x.piece]
		l := x.look
		l.link = p.link
		for _, r := range x.runs {
			if cur == nil || cur.Face != r.face.Name() || !alike(curLook, l) {
				cur = g.open(l, r, p.place(x.from))
				curLook = l
			}
			g.append(cur, l, r)
		}
	}
	if cur != nil && (spaceAfter && !g.last || g.last && g.spaced()) {
		// A real space at the end of the line, or readers glue the words
		// (measured: structure order of screen readers has no other sign).
		if r := g.s.shape(curLook, " "); len(r) > 0 {
			if r[0].face.Name() != cur.Face {
				cur = g.open(curLook, r[0], source.Pos{})
			}
			x := g.x
			g.append(cur, curLook, r[0])
			g.x = x
		}
	}
	g.areas()
}

// spaced says that readers must not glue to the text what comes after it: it
// ends in a space, as a label before its title does, or at a forced break.
func (g *setting) spaced() bool {
	for i := len(g.p) - 1; i >= 0; i-- {
		if g.p[i].text != "" {
			return g.p[i].broken || strings.HasSuffix(g.p[i].text, " ")
		}
	}
	return false
}

func alike(a, b look) bool {
	return a.size == b.size && a.color == b.color && a.lang == b.lang && a.elem == b.elem && a.stat == b.stat && a.link == b.link
}

func (g *setting) open(l look, r run, at source.Pos) *frame.Run {
	out := &frame.Run{
		X: g.x, Face: r.face.Name(), Size: l.size, Color: l.color, At: source.At(at), Stat: l.stat, Tag: l.elem, Art: g.sp.Art,
	}
	if l.lang != g.s.Lang.Tag() {
		out.Lang = l.lang
	}
	g.out.Items = append(g.out.Items, out)
	return out
}

func (g *setting) append(to *frame.Run, l look, r run) {
	base := int32(len(to.Text))
	upem := int64(r.face.Upem())
	to.Text += r.text
	for j, x := range r.glyphs {
		to.Glyphs = append(to.Glyphs, frame.Glyph{
			ID: x.ID, Advance: r.advance[j], Cluster: base + x.Cluster,
			DX: units.MulDiv(l.size, int64(x.XOff), upem), DY: -units.MulDiv(l.size, int64(x.YOff), upem),
		})
		g.x += r.advance[j]
	}
}

// areas adds the clickable part of each link on the line.
func (g *setting) areas() {
	type extent struct {
		l        *link
		from, to units.Sp
	}
	var all []extent
	for _, it := range g.out.Items {
		r := it.(*frame.Run)
		l := g.linkOf(r.Tag)
		if l == nil {
			continue
		}
		to := r.X + r.Width()
		if n := len(all); n > 0 && all[n-1].l == l {
			all[n-1].to = to
		} else {
			all = append(all, extent{l, r.X, to})
		}
	}
	up := g.s.Ascent(g.sp.Type)
	for _, e := range all {
		g.out.Items = append(g.out.Items, &frame.Area{
			X: e.from, Y: -up, W: e.to - e.from, H: g.sp.Type.Leading, Dest: e.l.dest, URL: e.l.url, Text: e.l.text, Tag: e.l.elem,
		})
	}
}

// linkOf finds the link of an element on the line.
func (g *setting) linkOf(id frame.ElemID) *link {
	if id == 0 {
		return nil
	}
	for i := range g.segs {
		if p := &g.p[g.segs[i].piece]; p.elem == id && p.link != nil {
			return p.link
		}
	}
	return nil
}
