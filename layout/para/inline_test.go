package para

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"

	"github.com/google/go-cmp/cmp"
)

// runsOf returns the runs of lines.
func runsOf(lines ...Line) []*frame.Run {
	var out []*frame.Run
	for _, l := range lines {
		for _, it := range l.Items {
			if r, ok := it.(*frame.Run); ok {
				out = append(out, r)
			}
		}
	}
	return out
}

// areasOf returns the places of lines that lead somewhere.
func areasOf(lines ...Line) []*frame.Area {
	var out []*frame.Area
	for _, l := range lines {
		for _, it := range l.Items {
			if a, ok := it.(*frame.Area); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// path is an element with those it stands in, outermost first.
func path(tree *galley.Tree, id frame.ElemID) string {
	var out []string
	for ; id != 0; id = tree.At(id).Parent {
		e := tree.At(id)
		out = append([]string{string(e.Role) + e.Lang}, out...)
	}
	return strings.Join(out, ">")
}

// where is a place of a text, in line 3.
func where(col int32) source.Span { return source.At(source.Pos{File: 1, A: 3, B: col}) }

// described is one line for each run: where it stands in the structure, its
// face, and what else is not that of plain text.
func described(s *Setter, tree *galley.Tree, lines []Line) string {
	plain := s.look(Spec{Type: s.Style.Roles.Text})
	var b strings.Builder
	for _, r := range runsOf(lines...) {
		fmt.Fprintf(&b, "%s %s %q", path(tree, r.Tag), r.Face, r.Text)
		if r.Lang != "" {
			fmt.Fprintf(&b, " lang=%s", r.Lang)
		}
		if r.Stat != "" {
			fmt.Fprintf(&b, " from=%s", r.Stat)
		}
		if r.Color != plain.color {
			fmt.Fprintf(&b, " color=%02x%02x%02x", r.Color.R, r.Color.G, r.Color.B)
		}
		b.WriteByte('\n')
	}
	for _, a := range areasOf(lines...) {
		fmt.Fprintf(&b, "area %s leads to %q%q: %q\n", path(tree, a.Tag), a.Dest, a.URL, a.Text)
	}
	return b.String()
}

// TestInlines: each inline has its face, its element, its language, the key of
// its number and its link, and gives none of them to what stands beside it.
func TestInlines(t *testing.T) {
	t1 := func(s string) *doc.Text { return &doc.Text{S: s} }
	note := &doc.Footnote{Name: "n", Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Of it.")}}}
	a, b := &doc.Stat{Number: lang.Int(40), From: "a"}, &doc.Stat{Number: lang.Int(50), From: "b"}
	hole := &doc.Stat{Number: lang.Int(60), From: "c", Hole: true}
	for _, c := range []struct {
		name string
		in   []doc.Inline
		want []string
	}{
		{"emphasis in emphasis is upright", []doc.Inline{&doc.Emph{Of: []doc.Inline{t1("a "), &doc.Emph{Of: doc.Words("b")}}}}, []string{
			`P SourceSerif4-Italic "a "`, `P SourceSerif4-Regular "b"`,
		}},
		{"strong", []doc.Inline{t1("a "), &doc.Strong{Of: doc.Words("b")}, t1(" c")}, []string{
			`P SourceSerif4-Regular "a "`, `P SourceSerif4-SemiBold "b"`, `P SourceSerif4-Regular " c"`,
		}},
		{"foreign", []doc.Inline{t1("a "), &doc.Foreign{Lang: "fr", Of: doc.Words("b")}, t1(" c")}, []string{
			`P SourceSerif4-Regular "a "`, `P>Spanfr SourceSerif4-Regular "b" lang=fr`, `P SourceSerif4-Regular " c"`,
		}},
		{"numbers side by side", []doc.Inline{a, b, t1("c"), hole}, []string{
			`P SourceSerif4-Regular "40" from=a`, `P SourceSerif4-Regular "50" from=b`, `P SourceSerif4-Regular "c"`,
			`P SourceSerif4-Regular "[…]" from=c color=0f4c70`,
		}},
		{"link out", []doc.Inline{&doc.Link{URL: "https://example.org", Of: []doc.Inline{t1("a "), &doc.Emph{Of: doc.Words("b")}}}, t1(" c")}, []string{
			`P>Link SourceSerif4-Regular "a "`, `P>Link SourceSerif4-Italic "b"`, `P SourceSerif4-Regular " c"`,
			`area P>Link leads to """https://example.org": "a b"`,
		}},
		{"link that begins in another language", []doc.Inline{t1("a "), &doc.Link{URL: "https://example.org", Of: []doc.Inline{&doc.Foreign{Lang: "fr", Of: doc.Words("b")}, t1(" c")}}}, []string{
			`P SourceSerif4-Regular "a "`, `P>Link>Spanfr SourceSerif4-Regular "b" lang=fr`, `P>Link SourceSerif4-Regular " c"`,
			`area P>Link leads to """https://example.org": "b c"`,
		}},
		{"reference", []doc.Inline{t1("a "), &doc.Ref{To: "x"}, t1(" c")}, []string{
			`P SourceSerif4-Regular "a "`, `P>Link SourceSerif4-Regular "table 2"`, `P SourceSerif4-Regular " c"`,
			`area P>Link leads to "dest-x""": "table 2"`,
		}},
		{"reference with words of its own", []doc.Inline{t1("a "), &doc.Ref{To: "x", Of: doc.Words("that one")}}, []string{
			`P SourceSerif4-Regular "a "`, `P>Link SourceSerif4-Regular "that one"`, `area P>Link leads to "dest-x""": "that one"`,
		}},
		{"reference in the words of a link", []doc.Inline{&doc.Link{URL: "https://example.org", Of: []doc.Inline{t1("a "), &doc.Ref{To: "x"}}}}, []string{
			`P>Link SourceSerif4-Regular "a table 2"`, `area P>Link leads to """https://example.org": "a table 2"`,
		}},
		{"mark of a note in emphasis", []doc.Inline{&doc.Emph{Of: []doc.Inline{t1("a"), note}}, t1(" c")}, []string{
			`P SourceSerif4-Italic "a"`, `P>Reference>Link SourceSerif4-Regular "7"`, `P SourceSerif4-Regular " c"`,
			`area P>Reference>Link leads to "note-7""": "7"`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, r := newSetter(t)
			s.Refs = func(l doc.Label) (Target, bool) { return Target{Text: "table 2", Dest: "dest-" + string(l)}, true }
			tree := &galley.Tree{}
			sp := spec(s, tree)
			sp.Sentence = false
			sp.Note = func(*doc.Footnote) (string, string) { return "7", "note-7" }
			if diff := cmp.Diff(strings.Join(c.want, "\n")+"\n", described(s, tree, s.Lines(c.in, sp))); diff != "" {
				t.Error(diff)
			}
			if all := r.All(); len(all) > 0 {
				t.Errorf("reported %v", all)
			}
		})
	}
}

// TestEmphasisInSans: the sans has no italics, so emphasis in headings and
// tables stays upright, and strong words are the heavier weight.
func TestEmphasisInSans(t *testing.T) {
	s, _ := newSetter(t)
	for _, c := range []struct {
		in   doc.Inline
		bold bool
		want string
	}{
		{&doc.Emph{Of: doc.Words("a")}, false, "SourceSans3-Regular"},
		{&doc.Strong{Of: doc.Words("a")}, false, "SourceSans3-SemiBold"},
		{&doc.Text{S: "a"}, true, "SourceSans3-SemiBold"},
	} {
		l := s.Line([]doc.Inline{c.in}, Spec{Type: s.Style.Roles.TableBody, Bold: c.bold})
		if got := runsOf(l)[0].Face; got != c.want {
			t.Errorf("%T, bold %v, is set in %s, not %s", c.in, c.bold, got, c.want)
		}
	}
}

// TestForcedBreak: words on both sides of a forced break are two words for
// those who hear them, and a number after it may open a sentence.
func TestForcedBreak(t *testing.T) {
	s, _ := newSetter(t)
	for _, c := range []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{&doc.Text{S: "one"}, &doc.Break{}, &doc.Text{S: "two"}}, "one two"},
		{[]doc.Inline{&doc.Text{S: "one "}, &doc.Break{}, &doc.Text{S: "two"}}, "one two"},
		{[]doc.Inline{&doc.Text{S: "It ended."}, &doc.Break{}, &doc.Stat{Number: lang.Int(12)}, &doc.Text{S: " left."}}, "It ended. Twelve left."},
		{[]doc.Inline{&doc.Break{}, &doc.Text{S: "one"}, &doc.Break{}, &doc.Break{}, &doc.Text{S: "two"}, &doc.Break{}}, "one two "},
	} {
		lines := s.Lines(c.in, spec(s, &galley.Tree{}))
		if got := text(lines); got != c.want || len(lines) != 2 {
			t.Errorf("%d lines say %q, not %q", len(lines), got, c.want)
		}
	}
	link := &doc.Link{URL: "https://example.org", Of: []doc.Inline{&doc.Text{S: "one"}, &doc.Break{}, &doc.Text{S: "two"}}}
	for _, a := range areasOf(s.Lines([]doc.Inline{link}, spec(s, &galley.Tree{}))...) {
		if a.Text != "one two" {
			t.Errorf("the link says %q", a.Text)
		}
	}
}

// TestRunInHead: numbers in a run-in head are printed as in headings, the text
// after it opens a sentence, and the space between is that of the style.
func TestRunInHead(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	sp.Lead = []doc.Inline{&doc.Stat{Number: lang.Int(12)}, &doc.Text{S: " years (so far."}}
	sp.LeadType, sp.LeadElem, sp.LeadGap = s.Style.Roles.H4, tree.Add(frame.H4, 0), 6*pt
	lines := s.Lines(inlinesOf(t, "It grew in {7 offices} offices. {12 offices} fell."), sp)
	if got, want := text(lines), "12 years (so far. It grew in seven offices. Twelve fell."; got != want {
		t.Errorf("printed %q, not %q", got, want)
	}
	head, body := runsOf(lines...)[0], runsOf(lines...)[1]
	if path(tree, head.Tag) != "H4" || path(tree, body.Tag) != "P" {
		t.Errorf("%q is of %s, %q of %s", head.Text, path(tree, head.Tag), body.Text, path(tree, body.Tag))
	}
	if last := head.Glyphs[len(head.Glyphs)-1]; last.Advance != 6*pt || body.X != head.X+head.Width() {
		t.Errorf("the space after the head is %s, the text begins at %s", last.Advance, body.X)
	}
}

// TestPlaceOfNumbers: the words before a number tell how it is printed.
func TestPlaceOfNumbers(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"(as before) {7 offices} offices", "(as before) seven offices"},
		{"(as before (2016)) {94 %}", "(as before (2016)) 94~per~cent"},
		{"it was so ({94 %} (or {93 %}) and {92 %})", "it was so (94% (or 93%) and 92%)"},
		{"“{12 offices} offices", "“Twelve offices"},
		{"He said: “It ended.” {12 offices} left.", "He said: “It ended.” Twelve left."},
		{"It ended. “{12 offices} left.”", "It ended. “Twelve left.”"},
		{"no.{12 =}", "no.12"},
	})
	s, _ := newSetter(t)
	for place, want := range map[lang.Place]string{lang.InTable: "7 (1234)", lang.InChart: "7 (1234)", lang.Prose: "seven (1234)"} {
		sp := spec(s, &galley.Tree{})
		sp.Place, sp.Sentence = place, false
		in := []doc.Inline{&doc.Stat{Number: lang.Int(7)}, &doc.Text{S: " ("}, &doc.Stat{Number: lang.Int(1234)}, &doc.Text{S: ")"}}
		got := strings.NewReplacer("\u202f", "", ",", "").Replace(text(s.Lines(in, sp)))
		if got != want {
			t.Errorf("place %v prints %q, not %q", place, got, want)
		}
	}
}

// TestNumbersAreToldApart: what stands beside a number is told by the words
// around it, whatever stands between them.
func TestNumbersAreToldApart(t *testing.T) {
	s, _ := newSetter(t)
	stat := func(braces string) doc.Inline { return inlinesOf(t, braces)[0] }
	s.Refs = func(doc.Label) (Target, bool) { return Target{Text: "table 2", Dest: "x"}, true }
	for _, c := range []struct {
		name string
		in   []doc.Inline
		want string
	}{
		{
			"the sign that stands for a number, in the text",
			[]doc.Inline{&doc.Text{S: "\ufffc in a "}, stat("{27 %}"), &doc.Text{S: " decrease"}},
			"\ufffc in a 27-per-cent decrease",
		},
		{
			"a forced break",
			[]doc.Inline{&doc.Text{S: "between "}, stat("{5 =}"), &doc.Text{S: " and"}, &doc.Break{}, &doc.Text{S: "15 days"}},
			"between 5 and 15 days",
		},
		{
			"a forced break before what is counted",
			[]doc.Inline{&doc.Text{S: "so "}, stat("{0 offices}"), &doc.Break{}, &doc.Text{S: "of them did"}},
			"so none of them did",
		},
		{
			"a reference",
			[]doc.Inline{&doc.Text{S: "between "}, stat("{5 =}"), &doc.Text{S: " and "}, &doc.Ref{To: "x"}, &doc.Text{S: " 15 days"}},
			"between five and table 2 15 days",
		},
	} {
		sp := spec(s, &galley.Tree{})
		sp.Sentence = false
		if got := strings.NewReplacer("\u00a0", "~", "\u2011", "-").Replace(text(s.Lines(c.in, sp))); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// TestTargetFrom: what an annex numbers by itself is named with the annex
// anywhere else, and only there.
func TestTargetFrom(t *testing.T) {
	x := Target{Text: "Table 4", Annex: "annex-iii", Outside: "Annex III, Table 4"}
	for part, want := range map[doc.Label]string{"annex-iii": "Table 4", "annex-iv": "Annex III, Table 4", "": "Annex III, Table 4"} {
		if got := x.From(part).Text; got != want {
			t.Errorf("from %q it is called %q, not %q", part, got, want)
		}
	}
	if got := (Target{Text: "Annex III"}).From("one").Text; got != "Annex III" {
		t.Errorf("what has one name is called %q", got)
	}
}

// TestPlacesOfFaults: what is reported of a text stands where the text does.
func TestPlacesOfFaults(t *testing.T) {
	long := "internationalization institutionalization"
	for _, c := range []struct {
		in   []doc.Inline
		want string
	}{
		{[]doc.Inline{&doc.Text{S: "a "}, &doc.Ref{To: "nowhere", At: where(9)}}, `ref-unknown 3:9 nothing is named "nowhere"`},
		{[]doc.Inline{&doc.Text{S: "a ", At: where(1)}, &doc.Emph{Of: []doc.Inline{&doc.Text{S: "\U0001F600", At: where(5)}}}}, "font-missing 3:5 no face has the letter 😀 (U+1F600)"},
		{[]doc.Inline{&doc.Text{S: "\ue000\ue001\ue002\ue003\ue004\ue005\ue006", At: where(5)}}, "font-missing 3:5 no face has the letter U+E000, U+E001, U+E002, U+E003, U+E004, and 2 more"},
		{[]doc.Inline{&doc.Text{S: "\ue000\ue001\ue002\ue003\ue004", At: where(5)}}, "font-missing 3:5 no face has the letter U+E000, U+E001, U+E002, U+E003, U+E004"},
		{[]doc.Inline{&doc.Text{S: "a مرحبا b", At: where(5)}}, ""},
		{[]doc.Inline{&doc.Text{S: "a שלום עולם b", At: where(5)}}, "text-rtl 3:5 words that are written from right to left follow each other, and are printed from left to right"},
		{[]doc.Inline{&doc.Break{}, &doc.Text{S: "a bbb " + long + " of", At: where(5)}}, "line-loose 3:5 a line that begins"},
		{[]doc.Inline{&doc.Text{S: "M" + strings.Repeat("m", 20), At: where(5)}}, "line-overfull 3:5 a line is"},
	} {
		s, r := newSetter(t)
		sp := spec(s, &galley.Tree{})
		sp.Type.Hyphenate, sp.Measure = false, 165*pt
		s.Lines(c.in, sp)
		got := ""
		if all := r.All(); len(all) > 0 {
			got = fmt.Sprintf("%s %d:%d %s", all[0].Code, all[0].At.Start.A, all[0].At.Start.B, all[0].Message)
		}
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" || strings.HasPrefix(c.want, "font") && got != c.want {
			t.Errorf("reported %q, not %q", got, c.want)
		}
	}
}

// TestUnknownReferencePrintsAHole: the page of a draft shows where the
// reference is wanting, and leads nowhere.
func TestUnknownReferencePrintsAHole(t *testing.T) {
	s, _ := newSetter(t)
	lines := s.Lines([]doc.Inline{&doc.Text{S: "see "}, &doc.Ref{To: "nowhere"}}, spec(s, &galley.Tree{}))
	if got := text(lines); got != "see […]" || len(areasOf(lines...)) > 0 {
		t.Errorf("printed %q with %d links", got, len(areasOf(lines...)))
	}
}

// TestArtifactsReportNothing: what is printed again reports nothing again.
func TestArtifactsReportNothing(t *testing.T) {
	s, r := newSetter(t)
	sp := Spec{Type: s.Style.Roles.Text, Measure: 165 * pt, Art: frame.RepeatArtifact}
	sp.Type.Hyphenate = false
	lines := s.Lines(doc.Words("a bbb internationalization institutionalization of"), sp)
	for _, x := range runsOf(lines...) {
		if x.Tag != 0 || x.Art != frame.RepeatArtifact {
			t.Errorf("%q is element %d, artifact %d", x.Text, x.Tag, x.Art)
		}
	}
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
}

// TestArtifactsKeepTheirLooks: without an element too, the language of words and
// the colour of a hole are their own.
func TestArtifactsKeepTheirLooks(t *testing.T) {
	s, _ := newSetter(t)
	in := []doc.Inline{&doc.Text{S: "a "}, &doc.Foreign{Lang: "fr", Of: doc.Words("mot")}, &doc.Text{S: " "}, &doc.Stat{Hole: true}, &doc.Text{S: " b"}}
	want := ` SourceSerif4-Regular "a "
 SourceSerif4-Regular "mot" lang=fr
 SourceSerif4-Regular " "
 SourceSerif4-Regular "[…]" color=0f4c70
 SourceSerif4-Regular " b"
`
	l := s.Line(in, Spec{Type: s.Style.Roles.Text, Art: frame.RepeatArtifact})
	if diff := cmp.Diff(want, described(s, nil, []Line{l})); diff != "" {
		t.Error(diff)
	}
}

// TestRunsKnowTheirPlace: a run that begins inside a text has the column of its
// first letter, and columns count letters, not bytes.
func TestRunsKnowTheirPlace(t *testing.T) {
	s, _ := newSetter(t)
	sp := spec(s, &galley.Tree{})
	sp.Type.Hyphenate = false
	words := strings.TrimSpace(strings.Repeat("éducation évaluée ", 12))
	seen := 0
	for _, r := range runsOf(s.Lines([]doc.Inline{&doc.Text{S: words, At: where(5)}}, sp)...) {
		want := 5 + int32(seen)
		if r.At.Start.A != 3 || r.At.Start.B != want {
			t.Errorf("%.12q is at 3:%d, not at 3:%d", r.Text, r.At.Start.B, want)
		}
		seen += len([]rune(r.Text))
	}
	if seen != len([]rune(words)) {
		t.Errorf("%d letters printed of %d", seen, len([]rune(words)))
	}
}

// TestSuperior: marks of notes are the superior figures of the face, not those
// of the text.
func TestSuperior(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	sp.Note = func(*doc.Footnote) (string, string) { return "12", "note-12" }
	note := &doc.Footnote{Of: []doc.Block{&doc.Paragraph{Text: doc.Words("Of it.")}}}
	mark := runsOf(s.Lines([]doc.Inline{&doc.Text{S: "word"}, note}, sp)...)[1]
	alone := runsOf(s.Superior("12", Spec{Type: s.Style.Roles.Text, Tree: tree, Elem: sp.Elem}))[0]
	plain := runsOf(s.Words("12", Spec{Type: s.Style.Roles.Text, Tree: tree, Elem: sp.Elem}))[0]
	for i := range mark.Glyphs {
		if mark.Glyphs[i].ID != alone.Glyphs[i].ID || mark.Glyphs[i].ID == plain.Glyphs[i].ID {
			t.Errorf("figure %d of the mark is glyph %d; superior %d, in the text %d", i, mark.Glyphs[i].ID, alone.Glyphs[i].ID, plain.Glyphs[i].ID)
		}
	}
}

// TestSuperiorStandsAtTheMargin also in a type that is justified or centred.
func TestSuperiorStandsAtTheMargin(t *testing.T) {
	s, _ := newSetter(t)
	for _, a := range []style.Align{style.Justify, style.Center, style.Right} {
		sp := Spec{Type: s.Style.Roles.Footnote}
		sp.Type.Align = a
		if x := runsOf(s.Superior("1", sp))[0].X; x != 0 {
			t.Errorf("%s: the mark stands at %s", a, x)
		}
	}
}
