package fonts

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

var (
	serif  = Style{Family: "serif", Weight: 400}
	italic = Style{Family: "serif", Weight: 400, Italic: true}
	sans   = Style{Family: "sans", Weight: 400}
	bold   = Style{Family: "sans", Weight: 600}
)

// one shapes a text that comes out as a single run.
func one(t *testing.T, st Style, feat Features, lang, text string) Run {
	t.Helper()
	runs := Embedded().NewShaper().Shape(st, feat, lang, text)
	if len(runs) != 1 {
		t.Fatalf("%q: %d runs, want 1", text, len(runs))
	}
	return runs[0]
}

// ids returns the glyphs of a run.
func ids(r Run) []uint16 {
	var out []uint16
	for _, g := range r.Glyphs {
		out = append(out, g.ID)
	}
	return out
}

// clustersOf returns the clusters of a run, in the order of its glyphs.
func clustersOf(r Run) []int32 {
	var out []int32
	for _, g := range r.Glyphs {
		out = append(out, g.Cluster)
	}
	return out
}

// TestAdvances holds widths against those hmtx and kern of the files give; the
// shipped files do not change, so neither may these.
func TestAdvances(t *testing.T) {
	cases := []struct {
		style Style
		feat  Features
		text  string
		want  int32
	}{
		{serif, 0, "A", 712},
		{serif, 0, "V", 709},
		{serif, 0, "AV", 1302}, // kerned by 119
		{italic, 0, "AV", 1235},
		{bold, 0, "AV", 1078},
		{serif, 0, "office", 2610},
		{serif, 0, "0123456789", 5290},
		{serif, Lining | Tabular, "0123456789", 5290},
		{serif, Lining | Proportional, "0123456789", 5221},
		{serif, OldStyle | Proportional, "0123456789", 5147},
		{serif, OldStyle, "0123456789", 5290},
		{italic, OldStyle | Proportional, "0123456789", 5056},
		{bold, Lining | Tabular, "0123456789", 5130},
		{bold, Lining | Proportional, "0123456789", 5040},
		{serif, SmallCaps, "Iom", 1879},
		{serif, 0, " ", 237},
		{serif, 0, "\u00A0", 237},
		{serif, 0, "\u202F", 125},
		{sans, 0, "\u202F", 120},
		{serif, 0, "", 0},
	}
	for _, c := range cases {
		var got int32
		for _, r := range Embedded().NewShaper().Shape(c.style, c.feat, "en", c.text) {
			got += r.Advance
		}
		if got != c.want {
			t.Errorf("%+v %08b %q: advance %d, want %d", c.style, c.feat, c.text, got, c.want)
		}
	}
}

func TestLigature(t *testing.T) {
	if r := one(t, serif, 0, "en", "fi"); len(r.Glyphs) != 1 || r.Glyphs[0].Cluster != 0 {
		t.Errorf("fi: %+v, want one glyph for both letters", r.Glyphs)
	}
	if r := one(t, serif, 0, "en", "office"); !slices.Equal(clustersOf(r), []int32{0, 1, 4, 5}) {
		t.Errorf("office: clusters %v, want 0 1 4 5", clustersOf(r))
	}
	if r := one(t, serif, NoLigatures, "en", "office"); !slices.Equal(clustersOf(r), []int32{0, 1, 2, 3, 4, 5}) {
		t.Errorf("office without ligatures: clusters %v", clustersOf(r))
	}
	// Turkish tells i from dotless i, which fi would hide (feature locl).
	if r := one(t, serif, 0, "tr", "fi"); len(r.Glyphs) != 2 {
		t.Errorf("Turkish fi: %d glyphs, want 2", len(r.Glyphs))
	}
}

// TestFigures compares the sets of figures digit by digit.
func TestFigures(t *testing.T) {
	const digits = "0123456789"
	for _, st := range []Style{serif, italic, sans, bold} {
		lining := one(t, st, 0, "en", digits)
		for name, feat := range map[string]Features{
			"old-style": OldStyle, "old-style proportional": OldStyle | Proportional,
			"proportional": Proportional, "superior": Superior, "inferior": Inferior,
		} {
			r := one(t, st, feat, "en", digits)
			for i, g := range r.Glyphs {
				if g.ID == lining.Glyphs[i].ID || g.ID == 0 {
					t.Errorf("%+v: %s %d is glyph %d, as lining", st, name, i, g.ID)
				}
			}
		}
		for name, feat := range map[string]Features{"default": 0, "lining": Lining | Tabular, "old-style": OldStyle | Tabular} {
			r := one(t, st, feat, "en", digits)
			for i, g := range r.Glyphs {
				if g.Advance != r.Glyphs[0].Advance {
					t.Errorf("%+v: %s %d is %d wide, 0 is %d", st, name, i, g.Advance, r.Glyphs[0].Advance)
				}
			}
		}
		if a, b := one(t, st, Tabular, "en", "11").Advance, one(t, st, Tabular, "en", "47").Advance; a != b {
			t.Errorf("%+v: 11 is %d wide, 47 is %d: tabular figures are kerned", st, a, b)
		}
	}
}

func TestSmallCaps(t *testing.T) {
	lower, small, upper := one(t, serif, 0, "en", "iom"), one(t, serif, SmallCaps, "en", "iom"), one(t, serif, 0, "en", "IOM")
	for i := range small.Glyphs {
		if id := small.Glyphs[i].ID; id == lower.Glyphs[i].ID || id == upper.Glyphs[i].ID || id == 0 {
			t.Errorf("letter %d: glyph %d is no small capital", i, id)
		}
	}
	if got := one(t, italic, SmallCaps, "en", "iom").Face.Name(); got != "SourceSerif4-Regular" {
		t.Errorf("small capitals of the italic are from %s", got)
	}
	if got := one(t, italic, 0, "en", "iom").Face.Name(); got != "SourceSerif4-Italic" {
		t.Errorf("the italic is from %s", got)
	}
}

func TestFallback(t *testing.T) {
	cases := []struct {
		style Style
		text  string
		want  string // face:text, "?" for missing
	}{
		{serif, "Ελλάδα", "SourceSerif4-Regular:Ελλάδα"},
		{serif, "Việt Nam", "SourceSerif4-Regular:Việt Nam"},
		{serif, "Україна", "SourceSerif4-Regular:Україна"},
		{serif, "aἀb", "SourceSerif4-Regular:a NotoSerif-Regular:ἀ SourceSerif4-Regular:b"},
		{bold, "αἀβ", "SourceSans3-SemiBold:αἀβ"},
		{bold, "aƙb", "SourceSans3-SemiBold:a NotoSans-Bold:ƙ SourceSans3-SemiBold:b"},
		{serif, "a□b", "SourceSerif4-Regular:a SourceSans3-Regular:□ SourceSerif4-Regular:b"},
		{serif, "α-a", "SourceSerif4-Regular:α- SourceSerif4-Regular:a"}, // a run has one script
		{serif, "漢字", "?NotoSerif-Regular:漢字"},
		{serif, "a漢", "SourceSerif4-Regular:a ?NotoSerif-Regular:漢"},
		{serif, "\a", "?NotoSerif-Regular:\a"},
		{serif, "سلام", "NotoNaskhArabic-Regular:سلام"},
		{serif, "a\u00ADb\u2060c", "SourceSerif4-Regular:a\u00ADb\u2060c"},
		{serif, "א\u200Dב\u2060ג", "NotoSerifHebrew-Regular:א\u200Dב\u2060ג"},
		{serif, "漢\uFE00", "?NotoSerif-Regular:漢\uFE00"},
		{serif, "\xFF", "NotoSerif-Regular:\xFF"},
	}
	for _, c := range cases {
		var parts []string
		for _, r := range Embedded().NewShaper().Shape(c.style, 0, "en", c.text) {
			mark := ""
			if r.Missing {
				mark = "?"
			}
			parts = append(parts, mark+r.Face.Name()+":"+r.Text)
		}
		if got := strings.Join(parts, " "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMissingRun: one replacement character for what a reader takes for a letter.
func TestMissingRun(t *testing.T) {
	cases := []struct {
		text     string
		clusters []int32
	}{
		{"漢字", []int32{0, 3}},
		{"👨\u200D👩\u200D👧", []int32{0}}, // a family is one sign
		{"漢\u2060字", []int32{0, 6}},
	}
	for _, c := range cases {
		r := one(t, serif, 0, "en", c.text)
		if !r.Missing || !slices.Equal(clustersOf(r), c.clusters) {
			t.Errorf("%q: missing %v, clusters %v, want %v", c.text, r.Missing, clustersOf(r), c.clusters)
		}
		gid, _ := r.Face.parse().font.NominalGlyph(replacement)
		if uint32(r.Glyphs[0].ID) != uint32(gid) || gid == 0 {
			t.Errorf("%q: glyph %d, want that of U+FFFD, %d", c.text, r.Glyphs[0].ID, gid)
		}
	}
}

// TestIgnorable: what has no glyph has no width and leaves no trace but its text.
func TestIgnorable(t *testing.T) {
	plain := one(t, serif, 0, "en", "AVb")
	for _, c := range []string{"\u00AD", "\u200B", "\u200C", "\u2060", "\uFEFF", "\uFE0F", "\U000E0101", "\u061C"} {
		r := one(t, serif, 0, "en", "AV"+c+"b")
		if !slices.Equal(ids(r), ids(plain)) || r.Text != "AV"+c+"b" {
			t.Errorf("%+q: glyphs %v, text %+q", c, ids(r), r.Text)
		}
		alone := one(t, serif, 0, "en", c)
		if len(alone.Glyphs) != 0 || alone.Advance != 0 || alone.Missing {
			t.Errorf("%+q alone: %+v", c, alone)
		}
	}
}

// TestMadeUp: characters the face lacks and that are set from those it has.
func TestMadeUp(t *testing.T) {
	adv := func(st Style, text string) int32 { return one(t, st, 0, "en", text).Advance }
	for _, st := range []Style{serif, italic, sans, bold} {
		if a, b := adv(st, "\u2011"), adv(st, "-"); a != b || a == 0 {
			t.Errorf("%+v: non-breaking hyphen %d wide, hyphen %d", st, a, b)
		}
		if a, b := adv(st, "\u2007"), adv(st, "0"); a != b {
			t.Errorf("%+v: figure space %d wide, figure %d", st, a, b)
		}
		if a, b := adv(st, "\u2008"), adv(st, "."); a != b {
			t.Errorf("%+v: punctuation space %d wide, full stop %d", st, a, b)
		}
		if a := adv(st, "\u2003"); a != 1000 {
			t.Errorf("%+v: em space %d wide", st, a)
		}
		for _, space := range "\u00A0\u2009\u200A\u202F\u205F\u3000" {
			if a := adv(st, string(space)); a <= 0 || a > 1000 {
				t.Errorf("%+v: %U %d wide", st, space, a)
			}
		}
	}
	// An accent composes with its letter where there is such a glyph, and stands
	// on it where there is none.
	if a, b := one(t, serif, 0, "en", "e\u0301"), one(t, serif, 0, "en", "é"); !slices.Equal(ids(a), ids(b)) {
		t.Errorf("e and acute: %v, é: %v", ids(a), ids(b))
	}
	// Serif has ≠ but no long solidus to lay over the equals sign.
	if a, b := one(t, serif, 0, "en", "=\u0338"), one(t, serif, 0, "en", "≠"); a.Face != b.Face || !slices.Equal(ids(a), ids(b)) {
		t.Errorf("= and solidus: %s %v, ≠: %v", a.Face.Name(), ids(a), ids(b))
	}
	q := one(t, serif, 0, "en", "q\u0301")
	if len(q.Glyphs) != 2 || q.Glyphs[1].Advance != 0 || q.Glyphs[1].XOff >= 0 || q.Glyphs[1].Cluster != 0 {
		t.Errorf("q and acute: %+v", q.Glyphs)
	}
}

// TestRightToLeft: glyphs from left to right, clusters falling, brackets turned,
// figures left alone, Arabic letters joined.
func TestRightToLeft(t *testing.T) {
	sh := Embedded().NewShaper()
	hebrew := sh.Shape(serif, 0, "he", "אבג")[0]
	if !hebrew.RTL || !slices.Equal(clustersOf(hebrew), []int32{4, 2, 0}) {
		t.Errorf("Hebrew: right to left %v, clusters %v", hebrew.RTL, clustersOf(hebrew))
	}
	open, shut := one(t, serif, 0, "en", "(").Glyphs[0].ID, one(t, serif, 0, "en", ")").Glyphs[0].ID
	runs := sh.Shape(serif, 0, "he", "(אבג)12")
	if len(runs) != 4 || runs[0].Glyphs[0].ID != shut || runs[2].Glyphs[0].ID != open {
		t.Errorf("brackets are not turned: %+v", runs)
	}
	if last := runs[len(runs)-1]; last.RTL || !slices.Equal(clustersOf(last), []int32{0, 1}) {
		t.Errorf("figures: %+v", last)
	}
	alone, joined := sh.Shape(serif, 0, "ar", "ب")[0], sh.Shape(serif, 0, "ar", "ببب")[0]
	for i, g := range joined.Glyphs {
		if g.ID == alone.Glyphs[0].ID {
			t.Errorf("Arabic letter %d does not join", i)
		}
	}
}

// TestAgain: a word from the cache, from a fresh shaper and from many shapers at
// once is the same (run with -race).
func TestAgain(t *testing.T) {
	words := strings.Fields("The Council adopted Resolution No. 1309 of 24 November 2015 naïve Ελλάδα سلام 漢字 office")
	print := func(sh *Shaper) string {
		var b strings.Builder
		for _, w := range words {
			for _, r := range sh.Shape(serif, OldStyle|Proportional, "en", w) {
				fmt.Fprintln(&b, r.Face.Name(), r.Text, r.Glyphs, r.Advance, r.RTL, r.Missing)
			}
		}
		return b.String()
	}
	sh := Embedded().NewShaper()
	first := print(sh)
	if again := print(sh); again != first {
		t.Errorf("from the cache:\n%s\nfirst:\n%s", again, first)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := print(Embedded().NewShaper()); got != first {
				t.Errorf("another shaper:\n%s\nfirst:\n%s", got, first)
			}
			Embedded().Faces()[1].Outline(30)
		})
	}
	wg.Wait()
}

// TestBounds: what a shaper remembers stays bounded, and endless words shape.
func TestBounds(t *testing.T) {
	sh := Square().NewShaper()
	for i := range maxWords + 10 {
		sh.Shape(Style{}, 0, "en", fmt.Sprint(i))
	}
	if len(sh.words) > maxWords || len(sh.words) < 10 {
		t.Errorf("%d words remembered, at most %d wanted", len(sh.words), maxWords)
	}
	for i := range 3 * maxLanguages {
		sh.Shape(Style{}, 0, fmt.Sprintf("en-x-%d", i), "a")
	}
	if len(sh.languages) > maxLanguages {
		t.Errorf("%d languages remembered", len(sh.languages))
	}
	before := len(sh.words)
	long := strings.Repeat("a", 10_000)
	runs := sh.Shape(Style{}, 0, "en", long)
	if len(sh.words) != before {
		t.Error("an endless word is remembered")
	}
	glyphs := 0
	for _, r := range runs {
		glyphs += len(r.Glyphs)
		if len(r.Text) > maxRun {
			t.Errorf("a run of %d bytes", len(r.Text))
		}
	}
	if glyphs != 10_000 {
		t.Errorf("%d glyphs for 10,000 letters", glyphs)
	}
	// One letter under ten thousand accents: one cluster, more than a run.
	marks := Embedded().NewShaper().Shape(serif, 0, "en", "a"+strings.Repeat("\u0301", 10_000))
	text := 0
	for _, r := range marks {
		text += len(r.Text)
		if len(r.Text) > maxRun {
			t.Errorf("a run of %d bytes", len(r.Text))
		}
	}
	if text != 1+2*10_000 {
		t.Errorf("%d bytes of text came back", text)
	}
}
