package fonts

import (
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// Glyph is one placed glyph, in font units of its face.
type Glyph struct {
	ID         uint16
	Advance    int32 // how far the pen moves, kerning included
	XOff, YOff int32 // where the glyph stands from the pen
	Cluster    int32 // byte offset into the text of the run
}

// Run is a piece of text in one face, one script and one direction. Glyphs stand
// in the order in which they are painted, from left to right; runs stand in the
// order of the text.
type Run struct {
	Face    *Face
	Text    string
	Glyphs  []Glyph
	Advance int32 // the sum of the advances
	RTL     bool  // from right to left: clusters fall along Glyphs
	Missing bool  // no face has it: one replacement glyph for each cluster
}

// Bounds of what a Shaper remembers, against endless input.
const (
	maxWords     = 1 << 15
	maxWordBytes = 256 // a longer word is shaped each time
	maxLanguages = 64
)

// Shaper shapes words and remembers them. It is not safe for concurrent use: each
// worker has its own.
type Shaper struct {
	set       *Set
	buffer    *harfbuzz.Buffer // holds HarfBuzz's plans by face, language, features
	segmenter segmenter.Segmenter
	words     map[word][]Run
	chains    map[chainKey][]*Face
	fonts     map[*Face]*harfbuzz.Font
	settings  map[Features][]harfbuzz.Feature
	languages map[string]language.Language
	ends      []int  // of clusters, reused
	items     []item // reused
}

type word struct {
	style      Style
	features   Features
	lang, text string
}

type chainKey struct {
	style     Style
	smallCaps bool
}

// NewShaper returns a Shaper over the faces of the set.
func (s *Set) NewShaper() *Shaper {
	return &Shaper{
		set:       s,
		buffer:    harfbuzz.NewBuffer(),
		words:     make(map[word][]Run),
		chains:    make(map[chainKey][]*Face),
		fonts:     make(map[*Face]*harfbuzz.Font),
		settings:  make(map[Features][]harfbuzz.Feature),
		languages: make(map[string]language.Language),
	}
}

// Shape returns the runs of a word, or of any text that is set on one line and
// in one style. Their texts joined are the text. lang is a BCP 47 tag; one that
// is not known shapes as no language. The result is shared: do not modify it.
//
// Ignorable characters (soft hyphen, zero-width space, word joiner, variation
// selectors) stay in the text and have no glyph. Spaces and hyphens of Unicode
// that the face lacks are made from those it has.
func (sh *Shaper) Shape(st Style, feat Features, lang, text string) []Run {
	key := word{st, feat, lang, text}
	if runs, ok := sh.words[key]; ok {
		return runs
	}
	if len(text) > maxWordBytes {
		return sh.shape(key)
	}
	if len(sh.words) >= maxWords {
		clear(sh.words)
	}
	key.text = strings.Clone(text) // text may be a slice of a whole manuscript
	runs := sh.shape(key)
	sh.words[key] = runs
	return runs
}

// shape does the work of Shape.
func (sh *Shaper) shape(w word) []Run {
	chain := sh.chain(w.style, w.features&SmallCaps != 0)
	items := sh.itemize(chain, w.text)
	runs := make([]Run, 0, len(items))
	for _, it := range items {
		if it.face == nil {
			runs = append(runs, sh.missing(chain, w.text[it.start:it.end]))
		} else {
			runs = append(runs, sh.shapeItem(it, w))
		}
	}
	return runs
}

// shapeItem shapes one item with HarfBuzz.
func (sh *Shaper) shapeItem(it item, w word) Run {
	run := Run{Face: it.face, Text: w.text[it.start:it.end], RTL: it.rtl}
	lang := sh.language(w.lang) // first: it may replace the buffer
	b := sh.buffer
	b.Clear()
	for i, r := range run.Text {
		b.AddRune(r, i)
	}
	// An accent alone is shown alone, as written; and what is ignorable is
	// removed, since the space HarfBuzz would leave is read out as one.
	b.Flags = harfbuzz.RemoveDefaultIgnorables | harfbuzz.DoNotinsertDottedCircle
	b.Props = harfbuzz.SegmentProperties{Language: lang, Script: it.script, Direction: harfbuzz.LeftToRight}
	if it.rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(sh.font(it.face), sh.setting(w.features))
	run.Glyphs = make([]Glyph, len(b.Info))
	for i, info := range b.Info {
		pos := b.Pos[i]
		run.Glyphs[i] = Glyph{
			ID: uint16(info.Glyph), Advance: pos.XAdvance,
			XOff: pos.XOffset, YOff: pos.YOffset, Cluster: int32(info.Cluster),
		}
		run.Advance += pos.XAdvance
	}
	return run
}

// missing sets text that no face has: the replacement character for each of its
// clusters, or .notdef if no face has even that.
func (sh *Shaper) missing(chain []*Face, text string) Run {
	run := Run{Face: chain[0], Text: text, Missing: true}
	var gid uint16
	if f := pick(chain, string(replacement)); f != nil {
		id, _ := f.parse().font.NominalGlyph(replacement)
		run.Face, gid = f, uint16(id)
	}
	start := 0
	for _, end := range clusterEnds(nil, &sh.segmenter, text) {
		if !ignorable(text[start:end]) {
			g := Glyph{ID: gid, Advance: run.Face.GlyphAdvance(gid), Cluster: int32(start)}
			run.Glyphs = append(run.Glyphs, g)
			run.Advance += g.Advance
		}
		start = end
	}
	return run
}

// chain returns the faces to be asked for the style, in order.
func (sh *Shaper) chain(st Style, smallCaps bool) []*Face {
	key := chainKey{st, smallCaps}
	chain, ok := sh.chains[key]
	if !ok {
		chain = sh.set.chain(st, smallCaps)
		sh.chains[key] = chain
	}
	return chain
}

// font returns the face as HarfBuzz reads it. Each shaper has its own, because
// they hold caches.
func (sh *Shaper) font(f *Face) *harfbuzz.Font {
	hb, ok := sh.fonts[f]
	if !ok {
		hb = harfbuzz.NewFont(font.NewFace(f.parse().font))
		sh.fonts[f] = hb
	}
	return hb
}

// setting returns the features as HarfBuzz takes them.
func (sh *Shaper) setting(feat Features) []harfbuzz.Feature {
	set, ok := sh.settings[feat]
	if !ok {
		set = feat.settings()
		sh.settings[feat] = set
	}
	return set
}

// language returns the tag as HarfBuzz takes it. HarfBuzz keeps a plan for each
// language it meets; after too many of them it starts afresh.
func (sh *Shaper) language(tag string) language.Language {
	lang, ok := sh.languages[tag]
	if !ok {
		if len(sh.languages) >= maxLanguages {
			clear(sh.languages)
			sh.buffer = harfbuzz.NewBuffer()
		}
		lang = language.NewLanguage(tag)
		sh.languages[tag] = lang
	}
	return lang
}
