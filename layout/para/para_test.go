package para

import (
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
	"assemble/layout/units"
)

// newSetter returns a setter of the council look and its reporter.
func newSetter(t testing.TB) (*Setter, *source.Reporter) {
	t.Helper()
	r := &source.Reporter{}
	st := style.Council()
	return New(st, st.Language("en"), fonts.Embedded(), r), r
}

const pt = units.Pt

const prose = "In 2017, 110 offices helped States to turn commitments under international law into national rules and daily practice. " +
	"The support ranged from legal drafting to the training of the officials who have to apply the law at a border post, " +
	"in a labour inspectorate or in a consulate."

// text joins the runs of lines as a reader would.
func text(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, it := range l.Items {
			if r, ok := it.(*frame.Run); ok {
				b.WriteString(r.Text)
			}
		}
	}
	return strings.ReplaceAll(b.String(), shy, "")
}

func spec(s *Setter, tree *galley.Tree) Spec {
	return Spec{
		Type: s.Style.Roles.Text, Measure: s.Style.Page.Measure(), Sentence: true,
		Tree: tree, Elem: tree.Add(frame.P, 0),
	}
}

func TestJustifiedLinesFill(t *testing.T) {
	s, r := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	lines := s.Lines(doc.Words(prose), sp)
	if len(lines) < 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines[:len(lines)-1] {
		// The line ends at the measure, or hangs out by at most a hyphen.
		if over := l.Width - sp.Measure; over < 0 || over > 4*units.Pt {
			t.Errorf("line %d is %s wide, measure %s", i, l.Width, sp.Measure)
		}
		var sum units.Sp
		for _, it := range l.Items {
			sum += it.(*frame.Run).Width()
		}
		space := s.spaceWidth(s.look(sp))
		if !l.Hyphen {
			sum -= space
		}
		if sum != l.Width {
			t.Errorf("line %d: runs are %s wide, line says %s", i, sum, l.Width)
		}
	}
	if got := text(lines); got != prose {
		t.Errorf("text came out as %q", got)
	}
	if all := r.All(); len(all) != 0 {
		t.Errorf("reported: %v", all)
	}
}

func TestNumbersByPlace(t *testing.T) {
	s, _ := newSetter(t)
	stat := func(n int64, unit string) *doc.Stat {
		num := lang.Int(n)
		num.Unit = unit
		return &doc.Stat{Number: num, From: "x"}
	}
	cases := []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{stat(104, ""), &doc.Text{S: " offices"}}, "One hundred and four offices"},
		{[]doc.Inline{&doc.Text{S: "There were "}, stat(7, "")}, "There were seven"},
		{[]doc.Inline{&doc.Text{S: "So it ended. "}, stat(12, ""), &doc.Text{S: " left."}}, "So it ended. Twelve left."},
		{[]doc.Inline{&doc.Text{S: "Many ("}, stat(94, "%"), &doc.Text{S: ")"}}, "Many (94%)"},
		{[]doc.Inline{&doc.Text{S: "of "}, stat(137839, "")}, "of 137,839"},
		{[]doc.Inline{&doc.Text{S: "see No. "}, stat(12, "")}, "see No. 12"},
	}
	for _, c := range cases {
		tree := &galley.Tree{}
		if got := text(s.Lines(c.in, spec(s, tree))); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestMissingLetterIsReported(t *testing.T) {
	s, r := newSetter(t)
	tree := &galley.Tree{}
	s.Lines(doc.Words("a \U0001F600 b"), spec(s, tree))
	all := r.All()
	if len(all) != 1 || all[0].Code != "font-missing" {
		t.Errorf("reported %v", all)
	}
}

func TestLongWordStaysOnPage(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	long := strings.Repeat("abcdefghij", 1000)
	lines := s.Lines(doc.Words(long), sp)
	if got := text(lines); strings.ReplaceAll(got, " ", "") != long {
		t.Error("letters were lost")
	}
	for i, l := range lines {
		if l.Width > sp.Measure+5*units.Pt {
			t.Fatalf("line %d is %s wide", i, l.Width)
		}
	}
}

func TestLinkHasArea(t *testing.T) {
	s, _ := newSetter(t)
	s.Refs = func(l doc.Label) (Target, bool) {
		return Target{Text: "Annex\u00a0IV", Dest: string(l)}, l == "annex-iv"
	}
	tree := &galley.Tree{}
	lines := s.Lines([]doc.Inline{&doc.Text{S: "see "}, &doc.Ref{To: "annex-iv"}, &doc.Text{S: "."}}, spec(s, tree))
	var areas []*frame.Area
	for _, it := range lines[0].Items {
		if a, ok := it.(*frame.Area); ok {
			areas = append(areas, a)
		}
	}
	if len(areas) != 1 || areas[0].Dest != "annex-iv" || areas[0].Text != "Annex\u00a0IV" || tree.At(areas[0].Tag).Role != frame.LinkRole {
		t.Errorf("areas: %+v", areas)
	}
}

func TestReferenceOpensSentence(t *testing.T) {
	s, _ := newSetter(t)
	s.Refs = func(doc.Label) (Target, bool) { return Target{Text: "figure\u00a02"}, true }
	tree := &galley.Tree{}
	in := []doc.Inline{&doc.Text{S: "It was done. "}, &doc.Ref{To: "x"}, &doc.Text{S: " shows it, as "}, &doc.Ref{To: "x"}, &doc.Text{S: " does."}}
	if got, want := text(s.Lines(in, spec(s, tree))), "It was done. Figure\u00a02 shows it, as figure\u00a02 does."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSoftHyphenBreaks(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	sp.Type.Hyphenate = false
	word := strings.Repeat("m", 16)
	lines := s.Lines(doc.Words(word+" "+word+"\u00ad"+word+" "+word), sp)
	if len(lines) < 2 || !lines[0].Hyphen {
		t.Fatalf("%d lines, first hyphenated %v", len(lines), len(lines) > 0 && lines[0].Hyphen)
	}
	last := lines[0].Items[len(lines[0].Items)-1].(*frame.Run)
	if !strings.HasSuffix(last.Text, shy) || last.Glyphs[len(last.Glyphs)-1].Advance <= 0 {
		t.Errorf("the line ends in %q", last.Text)
	}
	one := s.Words("a\u00adb", Spec{Type: sp.Type, Tree: tree, Elem: sp.Elem})
	if got := one.Items[0].(*frame.Run).Text; got != "ab" {
		t.Errorf("an unused soft hyphen stays in %q", got)
	}
}

// TestTies: a label and its number, a figure and what it counts stay together.
func TestTies(t *testing.T) {
	s, _ := newSetter(t)
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"Annex", "IV", true},
		{"table", "12,", false},
		{"Table", "12,", true},
		{"49", "per", true},
		{"49", "offices", false},
		{"Annex", "figures", false},
		{"of", "12", false},
	} {
		if got := s.counted(c.before, c.after); got != c.want {
			t.Errorf("%q %q tied: %v", c.before, c.after, got)
		}
	}
}

// TestCompoundIsNotParted: a word that is broken at its own hyphen is one word
// when it is read again.
func TestCompoundIsNotParted(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	sp.Type.Hyphenate = false
	sp.Measure = 124 * units.Pt
	lines := s.Lines(doc.Words("mmmmmmmmm well-founded and so on"), sp)
	if got := text(lines[:1]); !strings.HasSuffix(got, "well-") {
		t.Fatalf("the first line is %q", got)
	}
	if got := text(lines); got != "mmmmmmmmm well-founded and so on" {
		t.Errorf("read as %q", got)
	}
}

func TestLooseLineIsReported(t *testing.T) {
	s, r := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	sp.Type.Hyphenate = false
	sp.Measure = 165 * units.Pt
	s.Lines(doc.Words("a bbb internationalization institutionalization of"), sp)
	found := false
	for _, d := range r.All() {
		found = found || d.Code == "line-loose" || d.Code == "line-overfull"
	}
	if !found {
		t.Errorf("reported %v", r.All())
	}
}

func BenchmarkParagraph(b *testing.B) {
	s, _ := newSetter(b)
	in := doc.Words(strings.Repeat(prose+" ", 8))
	b.ReportAllocs()
	for b.Loop() {
		tree := &galley.Tree{}
		s.Lines(in, spec(s, tree))
	}
}

// A ragged line that is counted as fitting because its spaces can shrink is
// shrunk, and does not stick out.
func TestRaggedLineShrinks(t *testing.T) {
	s, _ := newSetter(t)
	sp := Spec{Type: s.Style.Roles.TableBody}
	whole := s.Width("word word", sp.Type)
	sp.Measure = whole - units.Pt/10
	lines := s.Lines(doc.Words("word word"), sp)
	if len(lines) != 1 || lines[0].Width != sp.Measure {
		t.Errorf("%d lines, the first %s wide on %s", len(lines), lines[0].Width, sp.Measure)
	}
}
