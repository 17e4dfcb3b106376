package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/fonts"
	"assemble/layout/hyphen"
	"assemble/layout/lang"
	"assemble/layout/linebreak"
	"assemble/layout/style"
	"assemble/layout/units"
)

// kind says what an item of a line is made of.
type kind uint8

const (
	letters  kind = iota // part of a piece
	space                // a word space of a piece
	hyphened             // a break with a hyphen that is not in the text
	softness             // a break without anything
)

// ref says where a line-break item came from.
type ref struct {
	kind     kind
	piece    int
	from, to int // bytes of the piece
}

// Costs of breaks, in the scale of TeX's penalties.
const (
	// hyphenCost: Knuth and Plass use 50; here letter-fit makes lines easier, so
	// that a hyphen can cost more.
	hyphenCost = 80
	// compoundCost is a break after a hyphen or dash that is in the text.
	compoundCost = 60
	// softCost is a break at a soft hyphen: somebody wanted it there.
	softCost = 30
	// longCost is a break in a word that is longer than a line: never chosen
	// while anything else will do.
	longCost = 5000
)

// Characters that text does not break at.
const (
	nbsp           = '\u00a0'
	thin           = '\u202f'
	wj             = '\u2060'
	shy            = "\u00ad"
	enDash, emDash = '–', '—'
)

// itemizer turns pieces into line-break items.
type itemizer struct {
	s     *Setter
	sp    Spec
	p     []piece
	items []linebreak.Item
	refs  []ref
	last  rune // before the place at hand
}

func (s *Setter) itemize(p []piece, sp Spec) ([]linebreak.Item, []ref) {
	z := &itemizer{s: s, sp: sp, p: p}
	for i := range p {
		z.piece(i)
	}
	return z.items, z.refs
}

func (z *itemizer) add(it linebreak.Item, r ref) {
	z.items, z.refs = append(z.items, it), append(z.refs, r)
}

// piece parts the text at its spaces.
func (z *itemizer) piece(i int) {
	text := z.p[i].text
	from := 0
	for at, r := range text {
		if r != ' ' && r != nbsp {
			continue
		}
		z.word(i, from, at)
		z.space(i, at, at+utf8.RuneLen(r), r == nbsp)
		from = at + utf8.RuneLen(r)
	}
	z.word(i, from, len(text))
}

// space adds a word space; a no-break space stretches as others do.
func (z *itemizer) space(i, from, to int, tied bool) {
	p := &z.p[i]
	w := z.s.spaceWidth(p.look)
	cost := z.sense(i, from, to)
	if tied || z.tie(i, to) {
		cost = linebreak.Inf
	}
	if cost != 0 {
		// A penalty before the glue takes the place of a break at the glue.
		z.add(linebreak.Item{Kind: linebreak.Penalty, Cost: cost, Hang: z.hang(p.look, z.last)}, ref{kind: softness, piece: i, from: from, to: from})
	}
	if p.gap > 0 {
		w = p.gap
	}
	st := z.s.Style.Setting
	z.add(linebreak.Item{
		Kind: linebreak.Glue, Width: w,
		Stretch: units.MulDiv(w, st.SpaceMax-1000, 1000),
		Shrink:  units.MulDiv(w, 1000-st.SpaceMin, 1000),
		Hang:    z.hang(p.look, z.last),
	}, ref{kind: space, piece: i, from: from, to: to})
	z.last = ' '
}

// opening are signs that may stand before a word that is tied to the next.
const opening = "([“"

// tie keeps "18 June", "Annex IV", "49 per cent" and "USD 152" on one line: a
// label, a figure or a currency before what belongs to it. Names are tied in the
// manuscript.
func (z *itemizer) tie(i, to int) bool {
	before := z.p[i].text[:max(0, to-1)]
	before = strings.TrimLeft(before[strings.LastIndexAny(before, " \u00a0")+1:], opening)
	after, _, _ := strings.Cut(z.p[i].text[to:], " ")
	if before == "" || after == "" {
		return false
	}
	short := len(before) <= 2 && strings.Trim(before, "0123456789") == ""
	if short && z.s.isMonth(after) {
		return true
	}
	if z.s.counted(before, after) {
		return true
	}
	return len(before) == 3 && strings.ToUpper(before) == before && unicode.IsLetter(rune(before[0])) && after[0] >= '0' && after[0] <= '9'
}

// Costs of breaking a title, so that its lines make sense: before a word that
// begins a phrase rather than after it. Chosen on the titles of the examples:
// smaller ones lose against lines of equal length.
const (
	phraseGain = -300
	phraseCost = 400
)

// sense is what a break at a space of a title costs or gains.
func (z *itemizer) sense(i, from, to int) int32 {
	if !z.sp.Balance {
		return 0
	}
	text := z.p[i].text
	before := text[:from]
	before = before[strings.LastIndexAny(before, " \u00a0")+1:]
	after, _, _ := strings.Cut(text[to:], " ")
	switch {
	case z.s.Lang.BeginsPhrase(before):
		return phraseCost
	case z.s.Lang.BeginsPhrase(after):
		return phraseGain
	}
	return 0
}

// counted says that two words are a label and its number, or a figure and the
// words of per cent.
func (s *Setter) counted(before, after string) bool {
	t := s.Lang.Strings()
	number := strings.TrimRight(after, ".,;:)") // "IV", "12"
	switch before {
	case t.Annex, t.Table, t.Figure, t.Box, t.Page, t.Paragraph:
		return number != "" && strings.Trim(number, "0123456789IVXLC") == ""
	}
	words := strings.Fields(s.Lang.Profile(lang.Prose).Percent)
	figure := before != "" && strings.Trim(before, "0123456789.,") == ""
	return figure && len(words) > 0 && after == words[0]
}

func (s *Setter) isMonth(word string) bool {
	word = strings.TrimRight(word, ".,;:)")
	for m := 1; m <= 12; m++ {
		if s.Lang.Month(m) == word {
			return true
		}
	}
	return false
}

// word adds the letters between two spaces of a piece, with the places where
// they may break.
func (z *itemizer) word(i, from, to int) {
	if from >= to {
		return
	}
	p := &z.p[i]
	word := p.text[from:to]
	advances := z.s.offsets(z.look(i, from, to), word)
	start := 0
	cut := func(end int, pen *linebreak.Item, k kind) {
		if end > start {
			w := advances(start, end)
			z.letters(i, from+start, from+end, w)
		}
		if pen != nil {
			z.add(*pen, ref{kind: k, piece: i, from: from + end, to: from + end})
		}
		start = end
	}
	for _, b := range z.breaks(i, from, to) {
		if b.hyphen {
			w := z.s.width(p.look, "-")
			cut(b.at, &linebreak.Item{
				Kind: linebreak.Penalty, Cost: b.cost, Flagged: true, Width: w,
				Hang: units.MulDiv(w, z.s.Style.Setting.Hang, 1000),
			}, hyphened)
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(word[:b.at])
		cut(b.at, &linebreak.Item{Kind: linebreak.Penalty, Cost: b.cost, Hang: z.hang(p.look, r)}, softness)
	}
	cut(len(word), nil, letters)
	z.last, _ = utf8.DecodeLastRuneInString(word)
}

func (z *itemizer) letters(i, from, to int, w units.Sp) {
	it := linebreak.Item{Kind: linebreak.Box, Width: w}
	if z.sp.Type.Align == style.Justify {
		fit := units.MulDiv(w, z.s.Style.Setting.LetterFit, 1000)
		it.Stretch, it.Shrink = fit, fit
	}
	z.add(it, ref{kind: letters, piece: i, from: from, to: to})
}

// breakAt is a place inside a word, in bytes from its start.
type breakAt struct {
	at     int
	hyphen bool
	cost   int32
}

// breaks returns the places where a word may break, in order.
func (z *itemizer) breaks(i, from, to int) []breakAt {
	p := &z.p[i]
	word := p.text[from:to]
	var out []breakAt
	for at, r := range word {
		end := at + utf8.RuneLen(r)
		if end < len(word) && at > 0 && word[at:end] == shy {
			// A soft hyphen is a place that a person has chosen.
			out = append(out, breakAt{at: end, hyphen: true, cost: softCost})
		}
		if end < len(word) && !z.sp.Balance && breaksAfter(word, at, r) {
			out = append(out, breakAt{at: end, cost: compoundCost})
		}
	}
	if len(out) == 0 && z.sp.Type.Hyphenate && !p.whole && z.alone(i, from, to) {
		out = z.hyphens(p.lang, word)
	}
	if len(word) > longWord {
		out = z.emergency(out, word)
	}
	return out
}

// longWord is the length in bytes from which a word may be wider than a line.
const longWord = 40

// emergency lets a very long word break anywhere between letters, at a cost
// that nothing else reaches: a sane page rather than a line off the sheet.
func (z *itemizer) emergency(known []breakAt, word string) []breakAt {
	at := map[int]breakAt{}
	for _, b := range known {
		at[b.at] = b
	}
	var out []breakAt
	n := 0
	for i, r := range word {
		if b, ok := at[i]; ok {
			out = append(out, b)
		} else if n >= 2 && i > 0 && !unicode.Is(unicode.M, r) {
			out = append(out, breakAt{at: i, cost: longCost})
		}
		n++
	}
	return out
}

// breaksAfter says whether a hyphen, dash or stroke in the text may end a line:
// not beside figures or single letters, as in "P-4", "2013–2017" and "C/109/4".
func breaksAfter(word string, at int, r rune) bool {
	switch r {
	case '-', enDash, emDash, '/':
	default:
		return false
	}
	if r == emDash {
		return true
	}
	before, after := word[:at], word[at+utf8.RuneLen(r):]
	if strings.ContainsAny(before, "0123456789") || strings.ContainsAny(after, "0123456789") || strings.Contains(word, "://") {
		return strings.Contains(word, "://") && r == '/' && after != "" && after[0] != '/'
	}
	return leadingLetters(before, true) >= 2 && leadingLetters(after, false) >= 3
}

func leadingLetters(s string, fromEnd bool) int {
	n := 0
	for s != "" {
		var r rune
		var size int
		if fromEnd {
			r, size = utf8.DecodeLastRuneInString(s)
			s = s[:len(s)-size]
		} else {
			r, size = utf8.DecodeRuneInString(s)
			s = s[size:]
		}
		if !unicode.IsLetter(r) {
			break
		}
		n++
	}
	return n
}

// alone says that a piece of a word is the whole word: a word in two styles is
// not hyphenated.
func (z *itemizer) alone(i, from, to int) bool {
	if from == 0 && i > 0 && z.p[i-1].text != "" && !endsInSpace(z.p[i-1].text) && z.p[i-1].note == nil {
		return false
	}
	if to == len(z.p[i].text) && i+1 < len(z.p) && z.p[i+1].note == nil {
		next, _ := utf8.DecodeRuneInString(z.p[i+1].text)
		return !unicode.IsLetter(next)
	}
	return true
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == ' ' || r == nbsp
}

// hyphens asks the patterns of the language; words of capitals and names of
// the edition stay whole.
func (z *itemizer) hyphens(tag, word string) []breakAt {
	st := z.s.Style.Setting
	from := strings.IndexFunc(word, unicode.IsLetter)
	if from < 0 {
		return nil
	}
	to := strings.LastIndexFunc(word, unicode.IsLetter)
	_, n := utf8.DecodeRuneInString(word[to:])
	core := word[from : to+n]
	if utf8.RuneCountInString(core) < st.HyphenWord || acronym(core) || z.s.listed(core) {
		return nil
	}
	d := z.s.dict(tag)
	if d == nil {
		return nil
	}
	var out []breakAt
	for _, at := range d.Points(core, st.HyphenLeft, st.HyphenRight) {
		out = append(out, breakAt{at: from + at, hyphen: true, cost: hyphenCost})
	}
	return out
}

// listed says that a word, or a part of it, is a name that the edition lists:
// "Aldern’s", "l’Aldern".
func (s *Setter) listed(word string) bool {
	return s.NoBreak(word) || slices.ContainsFunc(strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }), s.NoBreak)
}

// acronym says that a word has a capital after its first letter, or a figure.
func acronym(word string) bool {
	for i, r := range word {
		if i > 0 && unicode.IsUpper(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func (s *Setter) dict(tag string) *hyphen.Dict {
	d, ok := s.dicts[tag]
	if !ok {
		d = hyphen.For(tag)
		s.dicts[tag] = d
	}
	return d
}

// hang is how far a line that ends in r may stand out.
func (z *itemizer) hang(l look, r rune) units.Sp {
	if z.sp.Type.Align != style.Justify {
		return 0
	}
	switch r {
	case '.', ',', '-':
		return units.MulDiv(z.s.width(l, string(r)), z.s.Style.Setting.Hang, 1000)
	}
	return 0
}

// look returns how letters of a piece are drawn: in running text a token that
// joins capitals and figures takes lining figures.
func (z *itemizer) look(i, from, to int) look {
	return lookOf(&z.p[i], from, to)
}

func lookOf(p *piece, from, to int) look {
	l := p.look
	if !l.oldStyle {
		return l
	}
	text := p.text
	from = strings.LastIndexAny(text[:from], " \u00a0") + 1
	if n := strings.IndexAny(text[to:], " \u00a0"); n >= 0 {
		to += n
	} else {
		to = len(text)
	}
	token := text[from:to]
	if strings.ContainsAny(token, "0123456789") && strings.IndexFunc(token, unicode.IsUpper) >= 0 {
		l.features = fonts.Lining | fonts.Proportional
	}
	return l
}
