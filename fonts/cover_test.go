package fonts

import (
	"slices"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

func TestHas(t *testing.T) {
	f := Embedded().Face(Style{})
	for r, want := range map[rune]bool{
		'a': true, 'é': true, 'Ω': true, '−': true, '\u202F': true, '☐': true,
		'漢': false, '\u2011': false, '\u2060': false, replacement: false, 'ẍ': false, -1: false,
	} {
		if got := f.Has(r); got != want {
			t.Errorf("Has(%U) = %v", r, got)
		}
	}
}

func TestMissing(t *testing.T) {
	cases := []struct {
		text, want string
	}{
		{"", ""},
		{"The Director General’s report: 49 per cent — €1 234,5 (−3.0)", ""},
		{"Côte d’Ivoire, Türkiye, São Tomé, Việt Nam, Curaçao, Ελλάδα, Україна, المغرب, ישראל", ""},
		{"non\u2011breaking\u00ADsoft\u2060\u200B\uFE0F\u2008\u205F", ""},
		{"ẍ x\u0308 q\u0301", ""},
		{"漢字漢 a漢 ก", "ก字漢"},
		{"👨\u200D👩", "👨👩"},
		{"a\x00b\n", "\x00\n"},
		{"a\U0010FFFF\uE000", "\uE000\U0010FFFF"},
	}
	for _, c := range cases {
		if got := string(Embedded().Missing(c.text)); got != c.want {
			t.Errorf("Missing(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestClusterEnds(t *testing.T) {
	cases := []struct {
		text string
		want []int
	}{
		{"", nil},
		{"abc", []int{1, 2, 3}},
		{"né", []int{1, 3}},
		{"e\u0301a", []int{3, 4}},
		{"a\xFF\u0301", []int{1, 4}},
		{"\xFF\xFE", []int{1, 2}},
		{"👨\u200D👩", []int{11}},
	}
	for _, c := range cases {
		if got := clusterEnds(nil, new(segmenter.Segmenter), c.text); !slices.Equal(got, c.want) {
			t.Errorf("clusterEnds(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}

// TestShowsAsHarfBuzz shapes each character of the Basic Multilingual Plane
// alone in each kind of face: where we say that the face shows it, HarfBuzz must
// not come back with .notdef.
func TestShowsAsHarfBuzz(t *testing.T) {
	sh := Embedded().NewShaper()
	for _, name := range []string{"SourceSerif4-Regular", "SourceSans3-Italic", "NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular"} {
		f := Embedded().ByName(name)
		for r := rune(0); r < 0x10000; r++ {
			if unicode.Is(unicode.Cs, r) || unicode.IsControl(r) {
				continue
			}
			text := string(r)
			it := item{face: f, script: scriptOf(text), rtl: direction(text, false), end: len(text)}
			shown := true
			for _, g := range sh.shapeItem(it, word{text: text}).Glyphs {
				shown = shown && g.ID != 0
			}
			if shown != f.shows(r) {
				t.Errorf("%s: %U: HarfBuzz shows it: %v; shows: %v", name, r, shown, f.shows(r))
			}
		}
	}
}
