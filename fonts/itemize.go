package fonts

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/bidi"
)

// maxRun bounds the bytes of a run, so that no word, however long, makes the
// shaper quadratic or a sum of advances overflow.
const maxRun = 4096

// item is a stretch of text in one face, script and direction; a nil face says
// that no face has it.
type item struct {
	face       *Face
	script     language.Script // 0: nothing but common characters so far
	rtl        bool
	start, end int
}

// itemize cuts a word into items, in the order of the text.
func (sh *Shaper) itemize(chain []*Face, text string) []item {
	items := sh.items[:0]
	rtl := startsRightToLeft(text)
	sh.ends = clusterEnds(sh.ends[:0], &sh.segmenter, text)
	start := 0
	for _, end := range sh.ends {
		cluster := text[start:end]
		rtl = direction(cluster, rtl)
		face := faceFor(items, chain, cluster)
		it := item{face: face, script: scriptOf(cluster), rtl: rtl, start: start, end: end}
		if face != nil && len(cluster) <= maxRun {
			items = appendItem(items, it)
		} else {
			items = appendRunes(items, chain, text, it)
		}
		start = end
	}
	sh.items = items
	return items
}

// appendRunes adds a cluster that no one face covers, or an endless one, rune by
// rune: rather a letter in one face and its accent in another than neither.
func appendRunes(items []item, chain []*Face, text string, it item) []item {
	for at := it.start; at < it.end; {
		_, n := utf8.DecodeRuneInString(text[at:it.end])
		one := item{face: faceFor(items, chain, text[at:at+n]), script: it.script, rtl: it.rtl, start: at, end: at + n}
		items = appendItem(items, one)
		at += n
	}
	return items
}

// faceFor picks the face of a piece of text. What is invisible gives no reason to
// leave the face before it, or the lack of one.
func faceFor(items []item, chain []*Face, piece string) *Face {
	if n := len(items); n > 0 && ignorable(piece) {
		return items[n-1].face
	}
	return pick(chain, piece)
}

// appendItem adds an item, or lets the last one grow where the two agree.
func appendItem(items []item, it item) []item {
	if n := len(items); n > 0 {
		last := &items[n-1]
		if last.face == it.face && last.rtl == it.rtl && it.end-last.start <= maxRun &&
			(last.script == 0 || it.script == 0 || last.script == it.script) {
			last.end = it.end
			if last.script == 0 {
				last.script = it.script
			}
			return items
		}
	}
	return append(items, it)
}

// scriptOf returns the script of the first visible rune that has one of its own,
// or 0.
func scriptOf(cluster string) language.Script {
	for _, r := range cluster {
		s := language.LookupScript(r)
		if s.Strong() && s != language.Unknown && !harfbuzz.IsDefaultIgnorable(r) {
			return s
		}
	}
	return 0
}

// direction returns the direction of a cluster: that of its first rune, or the
// one before where it has none or is invisible. Digits run from left to right among Arabic and
// Hebrew letters too. This is UAX 9 cut down to a word: a sentence is for layout.
func direction(cluster string, before bool) (rtl bool) {
	if ignorable(cluster) {
		return before
	}
	props, _ := bidi.LookupString(cluster)
	switch props.Class() {
	case bidi.R, bidi.AL:
		return true
	case bidi.L, bidi.EN, bidi.AN:
		return false
	}
	return before
}

// startsRightToLeft tells whether the first letter of text is written from right
// to left, which gives a bracket before it its direction.
func startsRightToLeft(text string) bool {
	for i := range text {
		props, _ := bidi.LookupString(text[i:])
		switch props.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}
