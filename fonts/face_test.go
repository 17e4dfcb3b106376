package fonts

import (
	"testing"
)

// TestMetrics holds the measures against those that fontTools reads in the files.
func TestMetrics(t *testing.T) {
	cases := []struct {
		name                               string
		ascent, descent, capital, x, angle int32
		glyphs                             int
	}{
		{"SourceSerif4-Regular", 1036, -335, 670, 475, 0, 1463},
		{"SourceSerif4-Italic", 1036, -335, 670, 475, -12, 1093},
		{"SourceSerif4-SemiBold", 1036, -335, 670, 475, 0, 1463},
		{"SourceSans3-Regular", 1024, -400, 660, 486, 0, 2478},
		{"SourceSans3-Italic", 1024, -400, 660, 486, -11, 1998},
		{"SourceSans3-SemiBold", 1024, -400, 660, 491, 0, 2478},
		{"NotoSerif-Regular", 1069, -293, 714, 536, 0, 3256},
		{"NotoSans-Bold", 1069, -293, 714, 546, 0, 3317},
		{"NotoNaskhArabic-Regular", 1069, -634, 700, 500, 0, 1602}, // heights made up
	}
	for _, c := range cases {
		f := Embedded().ByName(c.name)
		if f == nil {
			t.Errorf("no face %s", c.name)
			continue
		}
		if f.Upem() != 1000 || f.Ascent() != c.ascent || f.Descent() != c.descent ||
			f.CapHeight() != c.capital || f.XHeight() != c.x || f.ItalicAngle() != c.angle {
			t.Errorf("%s: upem %d, ascent %d, descent %d, capitals %d, x %d, angle %d; want %+v", c.name,
				f.Upem(), f.Ascent(), f.Descent(), f.CapHeight(), f.XHeight(), f.ItalicAngle(), c)
		}
		if f.NumGlyphs() != c.glyphs {
			t.Errorf("%s: %d glyphs, want %d", c.name, f.NumGlyphs(), c.glyphs)
		}
		box := f.BBox()
		if box[0] >= box[2] || box[1] >= box[3] || box[3] < f.CapHeight() {
			t.Errorf("%s: box %v", c.name, box)
		}
	}
}

func TestGlyphAdvance(t *testing.T) {
	f := Embedded().ByName("SourceSerif4-Regular")
	for _, c := range []struct {
		gid  uint16
		want int32
	}{
		{2, 712},   // A
		{417, 654}, // fi
		{429, 529}, // one
		{783, 0},   // combining acute
		{1463, 0},  // one past the last
		{0xFFFF, 0},
	} {
		if got := f.GlyphAdvance(c.gid); got != c.want {
			t.Errorf("glyph %d: advance %d, want %d", c.gid, got, c.want)
		}
	}
}

func TestStemVGrowsWithWeight(t *testing.T) {
	s := Embedded()
	regular, bold := s.ByName("NotoSans-Regular").StemV(), s.ByName("NotoSans-Bold").StemV()
	if regular != 95 || bold != 168 {
		t.Errorf("stems %d and %d, want 95 and 168", regular, bold)
	}
}

// TestOutline: the outline of every glyph begins with a move and stays in the
// box of the face, and the letters have one.
func TestOutline(t *testing.T) {
	for _, f := range append(Embedded().Faces(), Square().Faces()...) {
		box := f.BBox()
		for gid := range f.NumGlyphs() {
			segs := f.Outline(uint16(gid))
			if len(segs) > 0 && segs[0].Op != MoveTo {
				t.Fatalf("%s: glyph %d begins with %d", f.Name(), gid, segs[0].Op)
			}
			for _, s := range segs {
				end := s.Points[0]
				if s.Op == QuadTo {
					end = s.Points[1]
				}
				if outside(end[0], box[0], box[2]) || outside(end[1], box[1], box[3]) {
					t.Fatalf("%s: glyph %d: %v lies outside %v", f.Name(), gid, end, box)
				}
			}
		}
	}
	serif := Embedded().Face(Style{Family: "serif"})
	run := Embedded().NewShaper().Shape(Style{}, 0, "en", "o ")[0]
	o := serif.Outline(run.Glyphs[0].ID)
	var steps [QuadTo + 1]int
	for _, s := range o {
		steps[s.Op]++
	}
	if steps[MoveTo] != 2 || steps[QuadTo] < 16 {
		t.Errorf("o has %d contours of %d curves, want 2 of 16 or more", steps[MoveTo], steps[QuadTo])
	}
	if space := serif.Outline(run.Glyphs[1].ID); space != nil {
		t.Errorf("a space has an outline: %v", space)
	}
	if past := serif.Outline(0xFFFF); past != nil {
		t.Errorf("a glyph that is not there has an outline")
	}
}

func outside(v float32, lo, hi int32) bool {
	return v < float32(lo) || v > float32(hi)
}

func TestParseFaceRefuses(t *testing.T) {
	data := Square().Faces()[0].Data()
	for name, bad := range map[string][]byte{
		"empty":     nil,
		"no font":   []byte("hello, this is no font at all"),
		"cut short": data[:200],
	} {
		if _, err := parseFace(bad); err == nil {
			t.Errorf("%s: parsed without an error", name)
		}
	}
}
