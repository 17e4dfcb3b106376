package fonts

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"
)

// Has tells whether the face maps the rune to a glyph of its own. A face may
// show more than that: a shaper leaves ignorable characters out, draws U+2011 as
// a hyphen, and puts letters together from a base and its accents.
func (f *Face) Has(r rune) bool {
	gid, ok := f.parse().font.NominalGlyph(r)
	return ok && gid != 0
}

// shows tells whether HarfBuzz can set the rune from this face alone. It repeats
// the rules of HarfBuzz's normalizer (hb-ot-shape-normalize.cc), but takes no
// control character: text has none.
func (f *Face) shows(r rune) bool {
	switch {
	case unicode.IsControl(r): // some faces map U+0000 and U+000D, to nothing
		return false
	case harfbuzz.IsDefaultIgnorable(r), f.Has(r):
		return true
	case r == nonBreakingHyphen:
		return f.Has(hyphen)
	case hasSpaceFallback(r):
		return f.Has(' ')
	}
	var b [utf8.UTFMax]byte
	parts := norm.NFD.Properties(b[:utf8.EncodeRune(b[:], r)]).Decomposition()
	if len(parts) == 0 {
		return false
	}
	for _, part := range string(parts) {
		if !f.Has(part) {
			return false
		}
	}
	return true
}

// Characters that are set with the glyph of another.
const (
	hyphen            = '\u2010'
	nonBreakingHyphen = '\u2011'
	replacement       = '\uFFFD'
)

// hasSpaceFallback tells whether HarfBuzz makes the space up from the word space
// or the em (hb-unicode.hh, space_fallback_type): all but the Ogham space mark.
func hasSpaceFallback(r rune) bool {
	return r == '\u00A0' || r >= '\u2000' && r <= '\u200A' ||
		r == '\u202F' || r == '\u205F' || r == '\u3000'
}

// covers tells whether the face can show all of a grapheme cluster, letter by
// letter or composed.
func (f *Face) covers(cluster string) bool {
	return f.showsAll(cluster) || !norm.NFC.IsNormalString(cluster) && f.showsAll(norm.NFC.String(cluster))
}

// showsAll tells whether the face shows every rune of text.
func (f *Face) showsAll(text string) bool {
	for _, r := range text {
		if !f.shows(r) {
			return false
		}
	}
	return true
}

// pick returns the first face that covers the cluster, or nil.
func pick(chain []*Face, cluster string) *Face {
	for _, f := range chain {
		if f.covers(cluster) {
			return f
		}
	}
	return nil
}

// ignorable tells whether nothing of the text is ever shown.
func ignorable(text string) bool {
	for _, r := range text {
		if !harfbuzz.IsDefaultIgnorable(r) {
			return false
		}
	}
	return true
}

// Missing lists the runes of text that no face of the set has, each once, in
// order. A byte that is not UTF-8 counts as U+FFFD, which there is a glyph for:
// report it where it is read.
func (s *Set) Missing(text string) []rune {
	var out []rune
	start := 0
	for _, end := range clusterEnds(nil, new(segmenter.Segmenter), text) {
		cluster := text[start:end]
		start = end
		if pick(s.faces, cluster) != nil {
			continue
		}
		for _, r := range cluster {
			if pick(s.faces, string(r)) == nil {
				out = append(out, r)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// clusterEnds appends to dst the byte offset of the end of each grapheme cluster
// of text (UAX 29).
func clusterEnds(dst []int, seg *segmenter.Segmenter, text string) []int {
	if simple(text) {
		for i := range text {
			if i > 0 {
				dst = append(dst, i)
			}
		}
		if text != "" {
			dst = append(dst, len(text))
		}
		return dst
	}
	seg.Init([]rune(text)) // not InitWithString, which refuses invalid UTF-8
	at := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		for range it.Grapheme().Text {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
		}
		dst = append(dst, at)
	}
	return dst
}

// simple tells whether every rune of text is a cluster: below U+0300, the first
// combining mark, only CR LF is not, and we may cut that.
func simple(text string) bool {
	for _, r := range text {
		if r >= 0x300 {
			return false
		}
	}
	return true
}
