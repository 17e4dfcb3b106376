package fonts

import (
	"encoding/binary"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
)

// TestSquareFile reads the file we write: table checksums, their order, and the
// checksum of the whole (ISO/IEC 14496-22, 4.5 and 5.2.3).
func TestSquareFile(t *testing.T) {
	data := Square().Faces()[0].Data()
	checkEmbeddable(t, "Square", data)
	last := ""
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		tag := string(entry[:4])
		if tag <= last {
			t.Errorf("table %s stands after %s", tag, last)
		}
		last = tag
		offset := binary.BigEndian.Uint32(entry[8:])
		if offset%4 != 0 {
			t.Errorf("table %s begins at %d", tag, offset)
		}
		table := append([]byte(nil), directory(t, data)[tag]...)
		if tag == "head" {
			copy(table[8:12], make([]byte, 4))
		}
		if want := binary.BigEndian.Uint32(entry[4:]); checksum(table) != want {
			t.Errorf("table %s: checksum %08x, %08x in the directory", tag, checksum(table), want)
		}
	}
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("checksum of the file %08x", sum)
	}
	sizes := map[string]int{"head": 54, "hhea": 36, "maxp": 32, "OS/2": 96, "post": 32}
	for tag, want := range sizes {
		if got := len(directory(t, data)[tag]); got != want {
			t.Errorf("table %s has %d bytes, want %d", tag, got, want)
		}
	}
}

// TestSquareGlyphs: each character has a glyph of its own, one em wide.
func TestSquareGlyphs(t *testing.T) {
	f := Square().Face(Style{Family: "sans", Weight: 600, Italic: true})
	if f.Upem() != 1000 || f.Ascent() != 800 || f.Descent() != -200 || f.CapHeight() != 700 || f.XHeight() != 500 {
		t.Errorf("measures %d %d %d %d %d", f.Upem(), f.Ascent(), f.Descent(), f.CapHeight(), f.XHeight())
	}
	seen := map[uint16]rune{}
	for _, b := range squareBlocks {
		for r := b.from; r <= b.to; r++ {
			gid, ok := f.parse().font.NominalGlyph(r)
			if !ok || gid == 0 || int(gid) >= f.NumGlyphs() {
				t.Fatalf("%U has no glyph", r)
			}
			if other, ok := seen[uint16(gid)]; ok {
				t.Fatalf("%U and %U share glyph %d", r, other, gid)
			}
			seen[uint16(gid)] = r
			if f.GlyphAdvance(uint16(gid)) != 1000 {
				t.Fatalf("%U is %d wide", r, f.GlyphAdvance(uint16(gid)))
			}
			if drawn := f.Outline(uint16(gid)) != nil; drawn == unicode.IsSpace(r) {
				t.Fatalf("%U is drawn: %v", r, drawn)
			}
		}
	}
	if len(seen)+1 != f.NumGlyphs() {
		t.Errorf("%d glyphs for %d characters", f.NumGlyphs(), len(seen))
	}
	for _, r := range []rune{0, 0x1F, 0x7F, 0x600 + 0x100, 0x10000, 0xFFFF, 0xFFFE} {
		if f.Has(r) {
			t.Errorf("has %U", r)
		}
	}
}

// TestSquareWidths: the width of a text is its number of characters, whatever
// the style and the features.
func TestSquareWidths(t *testing.T) {
	sh := Square().NewShaper()
	for _, c := range []struct {
		text string
		ems  int32
	}{
		{"AV", 2},
		{"office", 6},
		{"a b", 3},
		{"1\u202F000", 5},
		{"49\u00A0per\u00A0cent", 11},
		{"x\u2011y", 3},
		{"naïve", 5},
		{"Ελλάδα", 6},
		{"Україна", 7},
		{"אבג", 3},
		{"a漢", 2},
		{"\x01", 1},
		{"soft\u00ADhyphen", 10},
		{"e\u0301", 1},
		{"P\u20114", 3},
		{"— “…”", 5},
	} {
		var got int32
		for _, r := range sh.Shape(Style{Weight: 600}, OldStyle|Proportional|SmallCaps, "en", c.text) {
			got += r.Advance
		}
		if got != 1000*c.ems {
			t.Errorf("%q is %d wide, want %d em", c.text, got, c.ems)
		}
	}
	for _, b := range squareBlocks {
		for r := b.from; r <= b.to; r++ {
			if unicode.Is(unicode.M, r) || harfbuzz.IsDefaultIgnorable(r) {
				continue
			}
			if runs := sh.Shape(Style{}, 0, "en", string(r)); runs[0].Advance != 1000 || runs[0].Missing {
				t.Fatalf("%U: %+v", r, runs[0])
			}
		}
	}
}
