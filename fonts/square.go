package fonts

import (
	"encoding/binary"
	"math/bits"
	"sync"
	"unicode"
	"unicode/utf16"
)

// Square returns a set of one face for tests of layout. Every character from the
// blocks of squareBlocks has a glyph of its own, one em wide, without kerning or
// ligatures, so that the width of a text is its number of characters. Upem is
// 1000, the ascent 800, the descent −200. Combining marks go onto their letter
// and ignorable characters disappear, as in any face; any other character is
// Missing, one em wide.
//
// It is a real TrueType file, so that every writer can embed it.
func Square() *Set { return square() }

var square = sync.OnceValue(func() *Set {
	return newSet([]*Face{newFace("Square", "square", 400, false, squareFont)}, nil)
})

// block is a range of Unicode, both ends included.
type block struct{ from, to rune }

// squareBlocks are the blocks the square face covers, in ascending order.
var squareBlocks = []block{
	{0x0020, 0x007E},           // Basic Latin
	{0x00A0, 0x052F},           // Latin, phonetic signs, accents, Greek, Cyrillic
	{0x0590, 0x06FF},           // Hebrew, Arabic
	{0x1E00, 0x1FFF},           // Latin Extended Additional, Greek Extended
	{0x2000, 0x22FF},           // punctuation, raised and lowered figures, currency, arrows, mathematics
	{0x2500, 0x27BF},           // box drawing to dingbats
	{0x3000, 0x303F},           // ideographic punctuation
	{0x4E00, 0x4EFF},           // some ideographs
	{0xFB00, 0xFB06},           // Latin ligatures
	{replacement, replacement}, // shown for whatever is missing
}

const (
	squareUpem    = 1000
	squareAscent  = 800
	squareDescent = -200
	squareInset   = 60 // white around the square, so that characters can be counted
	squareBox     = squareUpem - 2*squareInset
)

// squareFont writes the font file.
func squareFont() []byte {
	runes := []rune{0} // glyph 0 is .notdef
	for _, b := range squareBlocks {
		for r := b.from; r <= b.to; r++ {
			runes = append(runes, r)
		}
	}
	glyf, loca := squareOutlines(runes)
	hmtx := make([]byte, 0, 4*len(runes))
	for range runes {
		hmtx = be16(hmtx, squareUpem, squareInset)
	}
	return sfnt(map[string][]byte{
		"OS/2": squareOS2(),
		"cmap": squareCmap(),
		"glyf": glyf,
		"head": squareHead(),
		"hhea": squareHhea(len(runes)),
		"hmtx": hmtx,
		"loca": loca,
		"maxp": squareMaxp(len(runes)),
		"name": squareNames(),
		"post": append(be32(nil, 0x00030000), make([]byte, 28)...), // version 3: no glyph names
	})
}

// squareOutlines draws a square for each rune and nothing for a space.
func squareOutlines(runes []rune) (glyf, loca []byte) {
	outline := be16(nil, 1, squareInset, squareDescent+squareInset,
		squareUpem-squareInset, squareAscent-squareInset) // contours, bounding box
	outline = be16(outline, 3, 0)         // last point, no instructions
	outline = append(outline, 1, 1, 1, 1) // four points on the curve, two-byte steps
	outline = be16(outline, squareInset, 0, squareBox, 0)
	outline = be16(outline, squareDescent+squareInset, squareBox, 0, -squareBox)
	outline = append(outline, make([]byte, -len(outline)&3)...)
	loca = be32(nil, 0)
	for _, r := range runes {
		if !unicode.IsSpace(r) {
			glyf = append(glyf, outline...)
		}
		loca = be32(loca, len(glyf))
	}
	return glyf, loca
}

// squareCmap maps the blocks to the glyphs, one segment a block (format 4).
func squareCmap() []byte {
	segments := append(squareBlocks[:len(squareBlocks):len(squareBlocks)], block{0xFFFF, 0xFFFF})
	var ends, starts, deltas, offsets []byte
	gid := 1
	for _, s := range segments {
		ends, starts = be16(ends, int(s.to)), be16(starts, int(s.from))
		deltas, offsets = be16(deltas, gid-int(s.from)), be16(offsets, 0)
		gid += int(s.to-s.from) + 1
	}
	// The last segment is the end mark that the format asks for; it maps to .notdef.
	binary.BigEndian.PutUint16(deltas[len(deltas)-2:], 1)
	n := len(segments)
	selector := bits.Len(uint(n)) - 1
	search := 2 << selector
	sub := be16(nil, 4, 16+8*n, 0, 2*n, search, selector, 2*n-search)
	sub = append(sub, ends...)
	sub = be16(sub, 0)
	sub = append(append(append(sub, starts...), deltas...), offsets...)
	out := be16(nil, 0, 2) // version, two encodings: Unicode BMP and Windows BMP
	out = be32(be16(out, 0, 3), 20)
	out = be32(be16(out, 3, 1), 20)
	return append(out, sub...)
}

func squareHead() []byte {
	b := be32(nil, 0x00010000, 0x00010000, 0, 0x5F0F3CF5) // version, revision, adjustment, magic
	b = be16(b, 0x000B, squareUpem)
	b = be32(b, 0, 0, 0, 0) // created and modified: no clock here
	b = be16(b, squareInset, squareDescent+squareInset, squareUpem-squareInset, squareAscent-squareInset)
	return be16(b, 0, 8, 2, 1, 0) // style, smallest size, direction, long loca, format
}

func squareHhea(glyphs int) []byte {
	b := be32(nil, 0x00010000)
	b = be16(b, squareAscent, squareDescent, 0, squareUpem)                // gap, widest advance
	b = be16(b, squareInset, squareInset, squareUpem-squareInset, 1, 0, 0) // bearings, extent, caret
	return be16(b, 0, 0, 0, 0, 0, glyphs)
}

func squareMaxp(glyphs int) []byte {
	b := be16(be32(nil, 0x00010000), glyphs, 4, 1) // points and contours of a glyph
	return append(be16(b, 0, 0, 2), make([]byte, 16)...)
}

// squareOS2 writes version 4; a zero fsType lets the face be embedded.
func squareOS2() []byte {
	b := be16(nil, 4, squareUpem, 400, 5, 0)
	b = be16(b, 650, 700, 0, 140, 650, 700, 0, 480) // lowered and raised figures
	b = be16(b, 50, 250, 0)                         // strike-out, family class
	b = append(b, make([]byte, 10)...)              // PANOSE: any
	b = be32(b, 0b111, 0, 0, 0)                     // Basic Latin, Latin-1, Latin Extended-A
	b = append(b, "NONE"...)
	b = be16(b, 1<<6, int(squareBlocks[0].from), int(replacement)) // regular
	b = be16(b, squareAscent, squareDescent, 0, squareAscent, -squareDescent)
	b = be32(b, 1, 0)
	return be16(b, 500, 700, 0, ' ', 1) // heights, default and break character, context
}

// squareNames gives the face its names, in English for Windows.
func squareNames() []byte {
	names := []struct {
		id   int
		text string
	}{
		{1, "Square"},
		{2, "Regular"},
		{3, "Square test face"},
		{4, "Square"},
		{5, "Version 1.000"},
		{postScriptName, "Square"},
	}
	b := be16(nil, 0, len(names), 6+12*len(names))
	var text []byte
	for _, n := range names {
		at := len(text)
		for _, u := range utf16.Encode([]rune(n.text)) {
			text = be16(text, int(u))
		}
		b = be16(b, 3, 1, 0x409, n.id, len(text)-at, at)
	}
	return append(b, text...)
}
