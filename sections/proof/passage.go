package proof

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// place says what a passage is to a reader; rules differ by it.
type place uint8

const (
	prose   place = iota // sentences: paragraphs, items, notes
	heading              // titles in the text
	cell                 // cells, heads and stubs of tables
	caption              // titles, labels and sources of tables, charts and pictures
)

// mark stands in the text of a passage for what is no text of its own: a
// figure, a generated reference, words in another language. U+FFFC is the
// object replacement character.
const (
	mark     = "\uFFFC"
	markRune = '\uFFFC'
)

// passage is one run of text as it is read, without its footnotes, which are
// passages of their own.
type passage struct {
	text  string
	place place
	part  *doc.Part
	spots []spot // by from; the first at 0
	// sentences are the offsets at which sentences begin.
	sentences []int
	// whole says that the passage ends as a sentence does.
	whole bool
	// nested tells of each byte whether it stands in parentheses.
	nested []bool
}

// spot is where one inline begins in a passage.
type spot struct {
	from  int
	run   *doc.Text // nil for a mark
	stat  *doc.Stat // of a mark that is a figure
	at    source.Pos
	title bool // in italics
}

// flatten makes a passage of a run.
func flatten(list []doc.Inline, at place, part *doc.Part, l *lang.Table) *passage {
	f := &flattener{p: &passage{place: at, part: part}}
	f.walk(list, false)
	f.p.text = f.b.String()
	f.p.sentences, f.p.whole = sentences(f.p.text, l)
	f.p.nested = nesting(f.p.text)
	return f.p
}

type flattener struct {
	p *passage
	b strings.Builder
}

func (f *flattener) walk(list []doc.Inline, title bool) {
	for _, in := range list {
		switch in := in.(type) {
		case *doc.Text:
			f.put(in.S, spot{run: in, at: in.At.Start, title: title})
		case *doc.Stat:
			f.put(mark, spot{stat: in, at: in.At.Start, title: title})
		case *doc.Foreign:
			f.put(mark, spot{title: title})
		case *doc.Break:
			f.put(" ", spot{})
		case *doc.Footnote:
		case *doc.Ref:
			if len(in.Of) == 0 {
				f.put(mark, spot{at: in.At.Start})
			}
			f.walk(in.Of, title)
		case *doc.Emph:
			f.walk(in.Of, true)
		default:
			f.walk(doc.Children(in), title)
		}
	}
}

func (f *flattener) put(s string, x spot) {
	if s == "" {
		return
	}
	x.from = f.b.Len()
	f.p.spots = append(f.p.spots, x)
	f.b.WriteString(s)
}

// spot returns the one that an offset is in, nil for a passage without text.
func (p *passage) spot(offset int) *spot {
	i := sort.Search(len(p.spots), func(i int) bool { return p.spots[i].from > offset }) - 1
	if i < 0 {
		return nil
	}
	return &p.spots[i]
}

// stat returns the figure that stands at an offset, nil if none does.
func (p *passage) stat(offset int) *doc.Stat {
	if s := p.spot(offset); s != nil && s.from == offset {
		return s.stat
	}
	return nil
}

// sentences finds where sentences begin, and whether the last one ends.
func sentences(text string, l *lang.Table) (starts []int, whole bool) {
	starts = []int{0}
	for i, r := range text {
		if r != ' ' || i == 0 || text[i-1] == ' ' || !l.EndsSentence(text[:i]) {
			continue
		}
		starts = append(starts, i+1)
	}
	return starts, l.EndsSentence(strings.TrimRight(text, " "))
}

// sentence returns the bounds of the sentence that an offset is in.
func (p *passage) sentence(offset int) (from, to int) {
	i := sort.SearchInts(p.sentences, offset+1)
	if i < len(p.sentences) {
		return p.sentences[i-1], p.sentences[i]
	}
	return p.sentences[i-1], len(p.text)
}

// opens reports whether a sentence begins at an offset, behind opening marks.
// A passage that does not end as a sentence, such as an item of a list, does
// not begin as one.
func (p *passage) opens(offset int) bool {
	from, to := p.sentence(offset)
	if to == len(p.text) && !p.whole {
		return false
	}
	return strings.TrimFunc(p.text[from:offset], opening) == ""
}

func opening(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Ps) || r == '"' || r == '\''
}

// nesting tells of each byte of a text whether it stands in parentheses.
func nesting(text string) []bool {
	out := make([]bool, len(text))
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
		out[i] = depth > 0
	}
	return out
}

// signs reports whether the sign of per cent stands at an offset, not words.
func (p *passage) signs(offset int) bool { return p.place == cell || p.nested[offset] }

// quote is a stretch as people would quote it: a mark or a figure with the words
// beside it, for there are many of them, and a bound figure by name.
func (p *passage) quote(from, to int) string {
	const enough = 4 // letters that tell a word from others
	words := p.text[from:to]
	if utf8.RuneCountInString(words) < enough || strings.ContainsFunc(words, func(r rune) bool { return unicode.IsDigit(r) || r == markRune }) {
		before, after := strings.TrimRight(p.text[:from], " "), strings.TrimLeft(p.text[to:], " ")
		from = strings.LastIndexByte(before, ' ') + 1
		to = len(p.text) - len(after)
		if i := strings.IndexByte(after, ' '); i >= 0 {
			to += i
		} else {
			to = len(p.text)
		}
	}
	var b strings.Builder
	for i, r := range p.text[from:to] {
		s := p.stat(from + i)
		switch {
		case r != markRune:
			b.WriteRune(r)
		case s != nil && s.Fact != "":
			b.WriteString("{{" + s.Fact + "}}")
		default:
			b.WriteString("…")
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// before and after are what stands next to an offset, as far as a rule has to
// look, with plain spaces.
func (p *passage) before(offset int) string {
	from := max(0, offset-reach)
	for from < offset && !utf8.RuneStart(p.text[from]) {
		from++
	}
	return plainSpaces(p.text[from:offset])
}

func (p *passage) after(offset int) string {
	to := min(len(p.text), offset+reach)
	for to > offset && to < len(p.text) && !utf8.RuneStart(p.text[to]) {
		to--
	}
	return plainSpaces(p.text[offset:to])
}

// reach bounds the words beside a figure that can belong to it.
const reach = 120

// plainSpaces puts plain spaces, hyphens and the apostrophe of print in place of
// their variants.
func plainSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f', '\u2009':
			return ' '
		case '\u2011':
			return '-'
		case '\'':
			return '’'
		}
		return r
	}, s)
}
