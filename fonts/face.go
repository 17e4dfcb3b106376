package fonts

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Face is one font file. It is immutable and safe for concurrent use; the file
// is parsed when something in it is first asked for.
type Face struct {
	name, family string
	weight       int
	italic       bool
	parse        func() *parsed
}

// parsed is what is kept of a font file.
type parsed struct {
	data       []byte
	font       *font.Font
	outlines   *font.Face // read only: outlines touch none of its caches
	postScript string
	advances   []uint16
	substitute map[opentype.Tag]bool // the features of GSUB
	bbox       [4]int32
	upem, ascent, descent, capHeight,
	xHeight, italicAngle int32
}

// newFace describes a face whose file load returns.
func newFace(name, family string, weight int, italic bool, load func() []byte) *Face {
	f := &Face{name: name, family: family, weight: weight, italic: italic}
	f.parse = sync.OnceValue(func() *parsed {
		p, err := parseFace(load())
		if err != nil {
			panic(fmt.Sprintf("fonts: face %s: %v", name, err))
		}
		return p
	})
	return f
}

// parseFace reads a TrueType file.
func parseFace(data []byte) (*parsed, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	ft, err := font.NewFont(ld)
	if err != nil {
		return nil, err
	}
	face := font.NewFace(ft)
	p := &parsed{data: data, font: ft, outlines: face, upem: int32(ft.Upem())}
	if err := p.readTables(ld); err != nil {
		return nil, err
	}
	for gid := range p.advances {
		p.advances[gid] = uint16(face.HorizontalAdvance(font.GID(gid)))
	}
	p.substitute = make(map[opentype.Tag]bool, len(ft.GSUB.Features))
	for _, feature := range ft.GSUB.Features {
		p.substitute[feature.Tag] = true
	}
	return p, nil
}

// readTables reads the number of glyphs and the measures that a PDF font
// descriptor asks for, at the offsets that OpenType gives for each table.
func (p *parsed) readTables(ld *opentype.Loader) error {
	var err error
	read := func(tag string, size int) []byte { // zeros after an error
		raw, e := table(ld, tag, size)
		if e != nil {
			err = cmp.Or(err, e)
			return make([]byte, size)
		}
		return raw
	}
	p.advances = make([]uint16, binary.BigEndian.Uint16(read("maxp", 6)[4:]))
	head := read("head", 54)
	for i := range p.bbox {
		p.bbox[i] = int16At(head, 36+2*i)
	}
	hhea := read("hhea", 36)
	p.ascent, p.descent = int16At(hhea, 4), int16At(hhea, 6)
	p.italicAngle = int16At(read("post", 32), 4) // the whole part of a 16.16 number
	if os2 := read("OS/2", 78); len(os2) >= 90 { // version 2 and later
		p.xHeight, p.capHeight = int16At(os2, 86), int16At(os2, 88)
	}
	// Faces without capitals (Noto Naskh Arabic) leave both at zero, which a
	// font descriptor must not say; these are the customary proportions.
	p.capHeight = cmp.Or(p.capHeight, p.upem*7/10)
	p.xHeight = cmp.Or(p.xHeight, p.upem/2)
	names, _, e := tables.ParseName(read("name", 6))
	p.postScript = names.Name(postScriptName)
	return cmp.Or(err, e)
}

// postScriptName is the ID of that entry in the name table.
const postScriptName = 6

// table returns a table of at least size bytes.
func table(ld *opentype.Loader, tag string, size int) ([]byte, error) {
	raw, err := ld.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		return nil, err
	}
	if len(raw) < size {
		return nil, fmt.Errorf("table %s has %d bytes, %d expected", tag, len(raw), size)
	}
	return raw, nil
}

// int16At reads a signed 16-bit number.
func int16At(b []byte, at int) int32 {
	return int32(int16(binary.BigEndian.Uint16(b[at:])))
}

// Name is the stable id of the face within its Set, such as
// "SourceSerif4-Regular".
func (f *Face) Name() string { return f.name }

// Family is the family the face is asked for by: "serif", "sans", "noto-serif".
func (f *Face) Family() string { return f.family }

// Weight is the weight of the strokes on the CSS scale: 400 is regular.
func (f *Face) Weight() int { return f.weight }

// Italic tells whether the face is an italic.
func (f *Face) Italic() bool { return f.italic }

// PostScriptName is the name the font file gives itself (name table, ID 6).
func (f *Face) PostScriptName() string { return f.parse().postScript }

// Upem is the number of font units in one em.
func (f *Face) Upem() int32 { return f.parse().upem }

// Data is the TrueType file. It must not be modified.
func (f *Face) Data() []byte { return f.parse().data }

// Ascent is the height of the line above the baseline.
func (f *Face) Ascent() int32 { return f.parse().ascent }

// Descent is the depth of the line below the baseline, as a negative number.
func (f *Face) Descent() int32 { return f.parse().descent }

// CapHeight is the height of the capitals.
func (f *Face) CapHeight() int32 { return f.parse().capHeight }

// XHeight is the height of a lower-case x.
func (f *Face) XHeight() int32 { return f.parse().xHeight }

// ItalicAngle is the slope in whole degrees, counter-clockwise from the
// vertical: negative for a face that leans to the right.
func (f *Face) ItalicAngle() int32 { return f.parse().italicAngle }

// BBox is the box around all glyphs: least x, least y, greatest x, greatest y.
func (f *Face) BBox() [4]int32 { return f.parse().bbox }

// StemV is the width of the vertical stems, which a PDF font descriptor must
// give and no TrueType file holds. It is an estimate by weight, 10 + 220 ×
// (weight − 50) / 900, the one PDF writers commonly use.
func (f *Face) StemV() int32 { return 10 + 220*int32(f.weight-50)/900 }

// NumGlyphs is the number of glyphs, glyph 0 (.notdef) included.
func (f *Face) NumGlyphs() int { return len(f.parse().advances) }

// GlyphAdvance is the nominal advance of a glyph, before kerning; zero for a
// glyph that is not there.
func (f *Face) GlyphAdvance(gid uint16) int32 {
	if adv := f.parse().advances; int(gid) < len(adv) {
		return int32(adv[gid])
	}
	return 0
}

// hasFeature tells whether the face substitutes glyphs under the feature.
func (f *Face) hasFeature(tag opentype.Tag) bool { return f.parse().substitute[tag] }
