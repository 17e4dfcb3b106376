package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/fonts"
	"assemble/layout/frame"
)

// firstCode is the code of glyph 0. fpdf puts the codes 0 to 56 into every
// subset, used or not; leaving them without glyphs saves 2 KB a face.
const firstCode = 64

// lastCode is the highest usable code: fpdf takes codes as runes, and what
// follows are surrogates, which are none.
const lastCode = 0xD7FF

// faceCodes is one face with the codes it needs in this book.
type faceCodes struct {
	face     *fonts.Face
	index    int
	resource string             // name in page contents
	widths   []int32            // by glyph, in thousandths of an em
	texts    []string           // by glyph: what its own code says; "" for a glyph not used
	extra    map[meaning]uint16 // codes of further meanings
	further  []meaning          // by code, from firstFurther on
	segs     []segment          // reused by collect
}

// meaning is a glyph that stands for a text.
type meaning struct {
	gid  uint16
	text string
}

// faceTable is every face of a book by name, in the order of first use.
type faceTable struct {
	list   []*faceCodes
	byName map[string]*faceCodes
}

// collectFaces finds every glyph of the book and every text it stands for.
func collectFaces(b *frame.Book, set *fonts.Set) (*faceTable, error) {
	t := &faceTable{byName: map[string]*faceCodes{}}
	for n, p := range b.Pages {
		for _, it := range p.Items {
			r, ok := it.(*frame.Run)
			if !ok || len(r.Glyphs) == 0 {
				continue
			}
			f, err := t.face(r.Face, set)
			if err == nil {
				err = f.collect(r)
			}
			if err != nil {
				return nil, atPage(n, err)
			}
		}
	}
	for _, f := range t.list {
		if err := f.assign(); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *faceTable) face(name string, set *fonts.Set) (*faceCodes, error) {
	if f := t.byName[name]; f != nil {
		return f, nil
	}
	face := set.ByName(name)
	if face == nil {
		return nil, fmt.Errorf("no face is called %q", name)
	}
	n, upem := face.NumGlyphs(), int64(face.Upem())
	if upem <= 0 || n < 1 {
		return nil, fmt.Errorf("face %s is empty", name)
	}
	f := &faceCodes{
		face: face, index: len(t.list), resource: fmt.Sprintf("F%d", len(t.list)),
		widths: make([]int32, n), texts: make([]string, n), extra: map[meaning]uint16{},
	}
	for gid := range f.widths {
		f.widths[gid] = int32((int64(face.GlyphAdvance(uint16(gid)))*1000 + upem/2) / upem)
	}
	t.byName[name] = f
	t.list = append(t.list, f)
	return f, nil
}

// collect notes the meanings of the glyphs of a run.
func (f *faceCodes) collect(r *frame.Run) error {
	f.segs, _ = segments(f.segs[:0], r)
	for k := range f.segs {
		s := &f.segs[k]
		for i := s.from; i < s.to; i++ {
			gid := r.Glyphs[i].ID
			if gid == 0 || int(gid) >= len(f.texts) {
				return fmt.Errorf("glyph %d of %d in face %s, in the text %q", gid, len(f.texts), r.Face, clip(r.Text))
			}
			text := s.meaning(i)
			if f.texts[gid] == "" {
				f.texts[gid] = text
			} else if f.texts[gid] != text {
				f.extra[meaning{gid, text}] = 0
			}
		}
	}
	return nil
}

// assign gives each further meaning its code. The least text of a glyph takes
// the glyph's own code, whichever page came first, so that adding a page does
// not renumber the others.
func (f *faceCodes) assign() error {
	for m := range f.extra {
		f.further = append(f.further, m)
	}
	slices.SortFunc(f.further, compareMeanings)
	for i, m := range f.further {
		if own := f.texts[m.gid]; m.text < own {
			f.texts[m.gid], f.further[i].text = m.text, own
		}
	}
	slices.SortFunc(f.further, compareMeanings)
	clear(f.extra)
	next := f.firstFurther()
	for _, m := range f.further {
		if next > lastCode {
			return fmt.Errorf("face %s: more glyphs than there are codes", f.face.Name())
		}
		f.extra[m] = uint16(next)
		next++
	}
	if next > lastCode+1 {
		return fmt.Errorf("face %s: more glyphs than there are codes", f.face.Name())
	}
	return nil
}

func compareMeanings(a, b meaning) int {
	if a.gid != b.gid {
		return int(a.gid) - int(b.gid)
	}
	return strings.Compare(a.text, b.text)
}

func (f *faceCodes) firstFurther() int { return firstCode + len(f.texts) }

// code returns the code of a glyph in a meaning that collect has seen.
func (f *faceCodes) code(gid uint16, text string) uint16 {
	if f.texts[gid] == text {
		return firstCode + gid
	}
	return f.extra[meaning{gid, text}]
}

// used lists the codes in use with their texts, by rising code.
func (f *faceCodes) used() []Text {
	var out []Text
	for gid, text := range f.texts {
		if text != "" {
			out = append(out, Text{uint16(firstCode + gid), text})
		}
	}
	for i, m := range f.further {
		out = append(out, Text{uint16(f.firstFurther() + i), m.text})
	}
	return out
}

func (f *faceCodes) font() Font {
	return Font{Resource: f.resource, Base: engineBase + f.family(), Name: f.face.PostScriptName(), Texts: f.used()}
}

// family is the name under which fpdf knows the face.
func (f *faceCodes) family() string { return fmt.Sprintf("f%d", f.index) }

// nothing is what a glyph says whose text another glyph says: a zero-width
// space, since every glyph of an archival file must say something.
const nothing = "\u200B"

// segment is glyphs of a run that together stand for a text.
type segment struct {
	from, to int32
	text     string
	// paired says that there is one rune of the text to a glyph.
	paired bool
	// actual says that the glyphs do not say the text one by one, so that it
	// has to be given beside them.
	actual bool
	rtl    bool
}

// meaning is what glyph i, one of the segment's, says by itself.
func (s *segment) meaning(i int32) string {
	switch {
	case s.paired:
		n := i - s.from
		if s.rtl {
			n = s.to - 1 - i
		}
		return string([]rune(s.text)[n])
	case i == s.from:
		return s.text
	}
	return nothing
}

// segments cuts a run into the glyphs that share a cluster, appending to dst.
// It says whether the run reads from right to left: clusters then fall along
// the glyphs.
func segments(dst []segment, r *frame.Run) (segs []segment, rtl bool) {
	for i := 1; i < len(r.Glyphs) && !rtl; i++ {
		rtl = r.Glyphs[i].Cluster < r.Glyphs[i-1].Cluster
	}
	n := int32(len(r.Glyphs))
	end := int32(len(r.Text)) // where the text of the cluster ends
	for from := int32(0); from < n; {
		c := r.Glyphs[from].Cluster
		to := from + 1
		for to < n && r.Glyphs[to].Cluster == c {
			to++
		}
		if !rtl && to < n {
			end = r.Glyphs[to].Cluster
		} else if !rtl {
			end = int32(len(r.Text))
		}
		s := segment{from: from, to: to, text: clusterText(r.Text, c, end), rtl: rtl}
		if to-from > 1 {
			// A letter and its accent say one rune each. Where glyphs and runes do
			// not pair off, the first glyph says all.
			s.paired = utf8.RuneCountInString(s.text) == int(to-from)
			s.actual = !s.paired
		}
		dst = append(dst, s)
		from, end = to, c
	}
	return dst, rtl
}

func clusterText(text string, from, to int32) string {
	if to = min(to, int32(len(text))); from < 0 || from >= to {
		return nothing
	}
	return speakable(text[from:to])
}

// speakable makes of the text of a cluster what its glyphs may say. Invisible
// characters of layout that ride on a letter are dropped. Codes that ISO
// 19005-2, 6.2.11.7.2 forbids, and those of private use, which mean nothing
// elsewhere (6.2.11.7.3), become U+FFFD.
func speakable(text string) string {
	if plain(text) {
		return text
	}
	out := strings.Map(func(r rune) rune {
		switch {
		case r == 0xAD, r == 0x200B, r == 0x2060, r == 0xFEFF:
			return -1
		case r < ' ', r == 0xFFFE, r == 0xFFFF, unicode.Is(unicode.Co, r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
	if out == "" && strings.ContainsRune(text, 0xAD) {
		return "\u00AD"
	}
	if out == "" {
		return nothing
	}
	return out
}

// plain says that a text is printable ASCII, as nearly all clusters are.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return text != ""
}

func clip(text string) string {
	if r := []rune(text); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return text
}
