package fonts

import "testing"

// FuzzShape: any text in any style comes back whole, in runs that agree with
// themselves and never hold .notdef where a better answer is to be had.
func FuzzShape(f *testing.F) {
	for _, text := range []string{
		"", "The Council", "AV office fi", "e\u0301 q\u0301\u0302", "\u0301a", "soft\u00ADhyphen\u200B\u2060",
		"(אבג)12 سلام", "漢字 👨\u200D👩\u200D👧 🇫🇷", "\xFF\xFEa\xED\xA0\x80", "a\x00b\n\r\t", "\U000E0100\uFE0F", "1\u202F000 \u2007\u3000",
		"\u202Eabc\u202C", "\u1100\u1161\u11A8", "\u0E01\u0E33", "\u0915\u094D\u0937", "\uFDFA", "ᾀ", "A\u030A\u0301",
	} {
		f.Add(text, "en", uint16(0), uint8(0))
		f.Add(text, "ar", uint16(OldStyle|Proportional|SmallCaps), uint8(3))
	}
	f.Add("fi", "tr-\xFF_x", uint16(0xFFFF), uint8(255))
	sets := []*Shaper{Embedded().NewShaper(), Square().NewShaper()}
	f.Fuzz(func(t *testing.T, text, lang string, feat uint16, style uint8) {
		st := Style{Family: []string{"serif", "sans", "noto-serif", "?"}[style&3], Weight: 400, Italic: style&4 != 0}
		if style&8 != 0 {
			st.Weight = 600
		}
		sh := sets[style>>4&1]
		clear(sh.words) // what was shaped before must not steer the fuzzer
		runs := sh.Shape(st, Features(feat), lang, text)
		joined := ""
		for _, r := range runs {
			joined += r.Text
			checkRun(t, r)
		}
		if joined != text {
			t.Errorf("the runs hold %q, the text is %q", joined, text)
		}
	})
}

// checkRun states what a Run promises.
func checkRun(t *testing.T, r Run) {
	t.Helper()
	var sum, before int32
	for i, g := range r.Glyphs {
		sum += g.Advance
		if g.Cluster < 0 || int(g.Cluster) >= len(r.Text) {
			t.Errorf("%q: cluster %d", r.Text, g.Cluster)
		}
		if i > 0 && (r.RTL && g.Cluster > before || !r.RTL && g.Cluster < before) {
			t.Errorf("%q: cluster %d after %d", r.Text, g.Cluster, before)
		}
		before = g.Cluster
		if g.ID == 0 || int(g.ID) >= r.Face.NumGlyphs() {
			t.Errorf("%q: glyph %d of %s", r.Text, g.ID, r.Face.Name())
		}
	}
	if sum != r.Advance {
		t.Errorf("%q: advances sum to %d, Advance is %d", r.Text, sum, r.Advance)
	}
	if r.Text == "" {
		t.Error("an empty run")
	}
	if n := len(r.Glyphs); n > 0 {
		first := r.Glyphs[0].Cluster
		if r.RTL {
			first = r.Glyphs[n-1].Cluster
		}
		if first != 0 {
			t.Errorf("%q: its first %d bytes are in no cluster", r.Text, first)
		}
	} else if !ignorable(r.Text) {
		t.Errorf("%q has no glyph", r.Text)
	}
}
