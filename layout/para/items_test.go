package para

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"assemble/fonts"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/linebreak"
	"assemble/layout/style"
	"assemble/layout/units"
)

// marked returns a text with the places where a line may end: a stroke for one
// at a space, a point for one inside a word, and a hyphen sign for one that
// prints a hyphen. A no-break space is ~.
func marked(s *Setter, sp Spec, in ...doc.Inline) string {
	p := s.collect(in, sp)
	items, refs := s.itemize(p, sp)
	var b strings.Builder
	tied := false
	for i, r := range refs {
		word := p[r.piece].text[r.from:r.to]
		switch open := items[i].Cost < linebreak.Inf; {
		case r.kind == letters:
			b.WriteString(strings.ReplaceAll(word, shy, ""))
		case r.kind == hyphened && open:
			b.WriteString("‐")
		case r.kind == softness && i+1 < len(refs) && refs[i+1].kind == space:
			tied = !open
		case r.kind == softness && open:
			b.WriteString("·")
		case r.kind == space && tied:
			b.WriteString("~")
			tied = false
		case r.kind == space:
			b.WriteString("|")
		}
	}
	return b.String()
}

// TestBreaks: where a line may end, and where a person listed or tied words
// may not.
func TestBreaks(t *testing.T) {
	s, _ := newSetter(t)
	s.NoBreak = func(w string) bool { return w == "Liechtenstein" || w == "Storhals" }
	for _, c := range []struct{ in, want string }{
		{"no\u00a0break here", "no~break|here"},
		{"on 18 June 2018", "on|18~June|2018"},
		{"on 18 June, May", "on|18~June,|May"},
		{"(18 June 2018)", "(18~June|2018)"},
		{"in 2018 June", "in|2018|June"},
		{"as May June", "as|May|June"},
		{"of USD 152 only", "of|USD~152|only"},
		{"(USD 152)", "(USD~152)"},
		{"of usd 152 Usd 152", "of|usd|152|Usd|152"},
		{"the 152 USD 12 IOM", "the|152|USD~12|IOM"},
		{"in Annex IV; Box 3", "in|Annex~IV;|Box~3"},
		{"(Annex IV)", "(Annex~IV)"},
		{"some 49 per cent", "some|49~per|cent"},
		{"well-founded co-op P-4", "well-·founded|co-op|P-4"},
		{"2013–2017 C/109/4 law—rule", "2013–2017|C/109/4|law—·rule"},
		{"DOC/ANNEX/12 States/parties", "DOC/ANNEX/12|States/·parties"},
		{"and/or States/parties", "and/or|States/·parties"},
		{"https://example.org/a1/b", "https://·example.org/·a1/·b"},
		{"IOMIOMIOM internationalization", "IOMIOMIOM|inter‐na‐tion‐al‐iz‐a‐tion"},
		{"Liechtenstein Liechtenstein’s (Liechtenstein), Liechtensteiner", "Liechtenstein|Liechtenstein’s|(Liechtenstein),|Liecht‐en‐steiner"},
		{"“internationalization.”", "“inter‐na‐tion‐al‐iz‐a‐tion.”"},
		{"soft\u00adhyphening internationalization-minded", "soft‐hyphening|internationalization-·minded"},
	} {
		if got := marked(s, spec(s, &galley.Tree{}), doc.Words(c.in)...); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestBreaksOfInlines: a word is hyphenated by the patterns of its language, and
// not at all where it is set in two styles.
func TestBreaksOfInlines(t *testing.T) {
	s, _ := newSetter(t)
	w := func(s string) *doc.Text { return &doc.Text{S: s} }
	note := &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Of it.")}}}
	for _, c := range []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{&doc.Foreign{Lang: "fr", Of: doc.Words("signature")}, w(" signature")}, "signa‐ture|sig‐na‐ture"},
		{[]doc.Inline{&doc.Foreign{Lang: "xx", Of: doc.Words("signature")}}, "signature"},
		{[]doc.Inline{&doc.Emph{Of: doc.Words("interna")}, w("tionalization signature")}, "internationalization|sig‐na‐ture"},
		{[]doc.Inline{&doc.Emph{Of: doc.Words("signature")}, w(", signature")}, "sig‐na‐ture,|sig‐na‐ture"},
		{[]doc.Inline{w("signature"), note, w(" of")}, "sig‐na‐ture7|of"},
	} {
		sp := spec(s, &galley.Tree{})
		sp.Note = func(*doc.Footnote) (string, string) { return "7", "note-7" }
		if got := marked(s, sp, c.in...); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestShortWordsStayWhole: the style says how long a word is that may break.
func TestShortWordsStayWhole(t *testing.T) {
	s, _ := newSetter(t)
	s.Style.Setting.HyphenWord = 10
	if got := marked(s, spec(s, &galley.Tree{}), doc.Words("(signature) signatures")...); got != "(signature)|sig‐na‐tures" {
		t.Errorf("got %s", got)
	}
}

// TestBreaksByRole: headings are not hyphenated, nor is text whose type says
// so, and soft hyphens break it all the same.
func TestBreaksByRole(t *testing.T) {
	s, _ := newSetter(t)
	for _, c := range []struct {
		t       style.Type
		balance bool
		want    string
	}{
		{s.Style.Roles.Text, false, "well-·founded|sig‐na‐ture|soft‐ware"},
		{s.Style.Roles.H2, true, "well-founded|signature|soft‐ware"},
		{s.Style.Roles.TableBody, false, "well-·founded|signature|soft‐ware"},
	} {
		if got := marked(s, Spec{Type: c.t, Balance: c.balance}, doc.Words("well-founded signature soft\u00adware")...); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestTitlesBreakBySense: a title is broken before a word that begins a phrase
// rather than after it, and text anywhere.
func TestTitlesBreakBySense(t *testing.T) {
	s, _ := newSetter(t)
	costs := func(balance bool) []int32 {
		sp := Spec{Type: s.Style.Roles.H1, Balance: balance}
		items, refs := s.itemize(s.collect(doc.Words("Rights of migrants in law"), sp), sp)
		var out []int32
		for i, r := range refs {
			if r.kind != space {
				continue
			}
			cost := int32(0)
			if items[i-1].Kind == linebreak.Penalty {
				cost = items[i-1].Cost
			}
			out = append(out, cost)
		}
		return out
	}
	if got, want := costs(true), []int32{phraseGain, phraseCost, phraseGain, phraseCost}; !slices.Equal(got, want) {
		t.Errorf("breaks of a title cost %v, not %v", got, want)
	}
	if got := costs(false); !slices.Equal(got, make([]int32, 4)) {
		t.Errorf("breaks of text cost %v", got)
	}
}

// TestLastResort: a word that is longer than a line loses no letter and keeps
// its marks with their letters.
func TestLastResort(t *testing.T) {
	s, _ := newSetter(t)
	sp := spec(s, &galley.Tree{})
	sp.Measure = 100 * pt
	for _, word := range []string{strings.Repeat("x\u0323\u0301", 60), strings.Repeat("mm\u00ad", 40), strings.Repeat("ж", 80)} {
		lines := s.Lines(doc.Words(word), sp)
		if got := text(lines); got != strings.ReplaceAll(word, shy, "") {
			t.Errorf("%q was printed as %q", word, got)
		}
		for i, r := range runsOf(lines...) {
			if first := []rune(r.Text)[0]; unicode.Is(unicode.M, first) {
				t.Errorf("line %d begins with the mark %U", i+1, first)
			}
		}
		for i, l := range lines {
			if l.Width > sp.Measure+6*pt {
				t.Errorf("line %d of %.12q is %s wide", i+1, word, l.Width)
			}
		}
	}
}

// TestLastResortLeavesChosenPlaces: where a person allows a break, a long word
// is still broken with a hyphen, and sooner than elsewhere.
func TestLastResortLeavesChosenPlaces(t *testing.T) {
	s, _ := newSetter(t)
	long := strings.Repeat("m", 30)
	p := s.collect(doc.Words(long+shy+long), spec(s, &galley.Tree{}))
	items, refs := s.itemize(p, spec(s, &galley.Tree{}))
	hyphens := 0
	for i, r := range refs {
		switch {
		case r.kind == hyphened:
			hyphens++
			if items[i].Cost != softCost || items[i].Width == 0 || r.from != 30+len(shy) {
				t.Errorf("the hyphen after byte %d costs %d", r.from, items[i].Cost)
			}
		case r.kind == softness && items[i].Cost != longCost:
			t.Errorf("a break after byte %d costs %d", r.from, items[i].Cost)
		}
	}
	if hyphens != 1 {
		t.Errorf("%d hyphens", hyphens)
	}
}

// TestHangingPunctuation: hyphen, stop and comma stand out of justified text by
// the share that the style asks for, and not out of ragged text.
func TestHangingPunctuation(t *testing.T) {
	s, _ := newSetter(t)
	z := &itemizer{s: s, sp: Spec{Type: s.Style.Roles.Text}}
	l := s.look(z.sp)
	for r, hangs := range map[rune]bool{'.': true, ',': true, '-': true, ';': false, 'a': false, ')': false} {
		want := units.Sp(0)
		if hangs {
			want = units.MulDiv(s.width(l, string(r)), 600, 1000)
		}
		z.sp.Type.Align = style.Justify
		if got := z.hang(l, r); got != want {
			t.Errorf("%c hangs out by %s, not %s", r, got, want)
		}
		z.sp.Type.Align = style.Left
		if got := z.hang(l, r); got != 0 {
			t.Errorf("%c hangs out of ragged text by %s", r, got)
		}
	}
}

// TestFiguresOfTokens: in running text figures are old-style, in a token that
// joins capitals and figures they are lining, wherever its letters stand.
func TestFiguresOfTokens(t *testing.T) {
	s, _ := newSetter(t)
	text, lining := s.Style.Roles.Text, s.Style.Roles.Text
	lining.Figures = style.Lining
	glyphs := func(word string, t style.Type) map[string]uint16 {
		out := map[string]uint16{}
		for _, r := range runsOf(s.Words(word, Spec{Type: t})) {
			for _, g := range r.Glyphs {
				out[r.Text[g.Cluster:g.Cluster+1]] = g.ID
			}
		}
		return out
	}
	for _, c := range []struct {
		word   string
		lining bool
	}{
		{"109", false},
		{"C/109/4", true},
		{"P-4", true},
		{"(G-7)", true},
		{"a109", false},
		{"about 109", false},
		{"IOM 109", false},
		{"109 IOM", false},
		{"2013–2017", false},
		{"109\u00a0IOM", false},
	} {
		got, want := glyphs(c.word, text), glyphs(c.word, lining)
		for _, figure := range "0123456789" {
			if f := string(figure); got[f] != 0 && (got[f] == want[f]) != c.lining {
				t.Errorf("%s: the figure %s is glyph %d, lining %d", c.word, f, got[f], want[f])
			}
		}
	}
}

// TestPartsOfTokens: a part of a token that is broken over lines is set like the
// whole.
func TestPartsOfTokens(t *testing.T) {
	s, _ := newSetter(t)
	p := &piece{look: s.look(Spec{Type: s.Style.Roles.Text}), text: "in x/109/Annex here"}
	lining := fonts.Lining | fonts.Proportional
	for _, c := range []struct {
		from, to int
		lining   bool
	}{{3, 9, true}, {9, 14, true}, {0, 2, false}, {15, 19, false}} {
		if got := lookOf(p, c.from, c.to).features == lining; got != c.lining {
			t.Errorf("%q is set in lining figures: %v", p.text[c.from:c.to], got)
		}
	}
}

// TestWidthsOfFigures: figures of tables are equally wide, and stand under each
// other; those of text are not. The space between thousands is that of the style.
func TestWidthsOfFigures(t *testing.T) {
	s, _ := newSetter(t)
	roles := &s.Style.Roles
	for name, c := range map[string]struct {
		t     style.Type
		equal bool
	}{"table": {roles.TableBody, true}, "text": {roles.Text, false}, "key figure": {roles.KeyFigure, false}} {
		if got := s.Width("111", c.t) == s.Width("000", c.t); got != c.equal {
			t.Errorf("figures of a %s are equally wide: %v", name, got)
		}
	}
	thin := s.Width("1\u202f000", roles.TableBody) - s.Width("1000", roles.TableBody)
	if want := units.MulDiv(roles.TableBody.Size, 160, 1000); thin != want {
		t.Errorf("the space between thousands is %s, not %s", thin, want)
	}
	spaced := roles.Text
	spaced.Tracking = pt
	if got := s.Width("abc", spaced) - s.Width("abc", roles.Text); got != 3*pt {
		t.Errorf("three letters are letterspaced by %s", got)
	}
	small := roles.Text
	small.SmallCaps = true
	if s.Width("abc", small) == s.Width("abc", roles.Text) {
		t.Error("small capitals are as wide as small letters")
	}
}
