package para

import (
	"fmt"
	"strings"
	"testing"

	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"

	"pgregory.net/rapid"
)

// drawn is a paragraph of random inlines, with what a reader should find.
type drawn struct {
	in    []doc.Inline
	said  strings.Builder
	notes []*doc.Footnote
}

func draw(t *rapid.T) *drawn {
	d := &drawn{}
	n := rapid.IntRange(1, 40).Draw(t, "words")
	for i := range n {
		word := rapid.SampledFrom([]string{
			"a", "of", "offices", "internationalization", "well-founded", "C/109/4", "18 June", "na\u00efve", "2013–2017", "no\u00a0break", "a,", "so.", "مرحبا",
		}).Draw(t, "word")
		if i < n-1 {
			word += " "
		}
		d.said.WriteString(word)
		x := doc.Inline(&doc.Text{S: word, At: where(int32(i + 1))})
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			x = &doc.Emph{Of: []doc.Inline{x}}
		case 1:
			x = &doc.Strong{Of: []doc.Inline{x}}
		case 2:
			x = &doc.Foreign{Lang: "fr", Of: []doc.Inline{x}}
		case 3:
			x = &doc.Link{URL: "https://example.org", Of: []doc.Inline{x}}
		case 4:
			note := &doc.Footnote{Name: fmt.Sprint(i)}
			d.in, d.notes = append(d.in, note), append(d.notes, note)
		}
		d.in = append(d.in, x)
	}
	return d
}

// TestNothingIsLost: whatever a paragraph holds and however narrow its lines,
// each word and each note comes out once and in order, no run stands on
// another, and no line leaves the measure by more than what hangs out.
func TestNothingIsLost(t *testing.T) {
	s, _ := newSetter(t)
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		tree := &galley.Tree{}
		sp := spec(s, tree)
		sp.Measure = units.Sp(rapid.IntRange(150, 400).Draw(t, "measure")) * pt
		sp.Type.Align = rapid.SampledFrom([]style.Align{style.Justify, style.Left, style.Center, style.Right}).Draw(t, "align")
		sp.Indent = units.Sp(rapid.IntRange(0, 20).Draw(t, "indent")) * pt
		sp.Hang = units.Sp(rapid.IntRange(0, 20).Draw(t, "hang")) * pt
		sp.Note = func(*doc.Footnote) (string, string) { return "*", "note" }
		lines := s.Lines(d.in, sp)
		if got := strings.ReplaceAll(text(lines), "*", ""); got != d.said.String() {
			t.Fatalf("read as %q, not %q", got, d.said.String())
		}
		var notes []*doc.Footnote
		for i, l := range lines {
			notes = append(notes, l.Notes...)
			if marks := strings.Count(text([]Line{l}), "*"); marks != len(l.Notes) {
				t.Fatalf("line %d has %d marks and %d notes", i, marks, len(l.Notes))
			}
			from := sp.Hang
			if i == 0 {
				from = sp.Indent
			}
			inside(t, i, l, from, sp.Measure)
		}
		if fmt.Sprint(notes) != fmt.Sprint(d.notes) {
			t.Fatalf("notes %v, not %v", notes, d.notes)
		}
	})
}

// inside checks that the runs of a line follow each other between two edges.
func inside(t *rapid.T, n int, l Line, from, to units.Sp) {
	x := from
	for i, r := range runsOf(l) {
		if i == 0 {
			x = max(x, r.X) // centred, or at the right
		}
		if r.X != x {
			t.Fatalf("line %d: %q stands at %s, what is before it ends at %s", n, r.Text, r.X, x)
		}
		at := int32(0)
		for _, g := range r.Glyphs {
			if int(g.Cluster) >= len(r.Text) || g.Cluster < 0 || g.Cluster < at && !rightToLeftRun(r) {
				t.Fatalf("line %d: a glyph of %q stands for byte %d", n, r.Text, g.Cluster)
			}
			at = g.Cluster
		}
		x += r.Width()
	}
	end := runsOf(l)[0].X + l.Width
	if end > to+4*pt {
		t.Fatalf("line %d ends at %s of %s: %q", n, end, to, text([]Line{l}))
	}
}

func rightToLeftRun(r *frame.Run) bool { return rightToLeft(r.Text) > 0 }

// TestAlignment: each line stands where its alignment says, the first one in by
// the indent, the others by the hang.
func TestAlignment(t *testing.T) {
	s, _ := newSetter(t)
	for _, align := range []style.Align{style.Left, style.Center, style.Right, style.Justify} {
		sp := spec(s, &galley.Tree{})
		sp.Type.Align, sp.Type.Hyphenate = align, false
		sp.Indent, sp.Hang = 20*pt, 10*pt
		in := append(doc.Words(prose), &doc.Break{}, &doc.Text{S: prose})
		lines := s.Lines(in, sp)
		for i, l := range lines {
			from := sp.Hang
			if i == 0 {
				from = sp.Indent
			}
			free := sp.Measure - from - l.Width
			want := from
			switch align {
			case style.Center:
				want += free / 2
			case style.Right:
				want += free
			}
			if got := runsOf(l)[0].X; got != want {
				t.Errorf("%s: line %d begins at %s, not %s", align, i+1, got, want)
			}
			if r := spaces(s, sp, l); r < s.Style.Setting.SpaceMin-1 {
				t.Errorf("%s: line %d is squeezed, its spaces are %d per mille of their width", align, i+1, r)
			}
		}
	}
}

// TestLettersFitInBounds: what a justified line lacks goes to its letters up to
// three per cent of their width, and nothing is added behind the last letter.
func TestLettersFitInBounds(t *testing.T) {
	s, _ := newSetter(t)
	sp := spec(s, &galley.Tree{})
	lines := s.Lines(doc.Words(strings.Repeat(prose+" ", 3)), sp)
	fitted := false
	for i, l := range lines[:len(lines)-1] {
		r := runsOf(l)[0]
		var set, natural units.Sp
		words := strings.FieldsFunc(strings.ReplaceAll(r.Text, shy, "-"), func(r rune) bool { return r == ' ' })
		for _, w := range words {
			natural += s.width(lookOf(&piece{look: s.look(sp), text: w}, 0, len(w)), w)
		}
		for _, g := range r.Glyphs {
			if r.Text[g.Cluster] != ' ' {
				set += g.Advance
			}
		}
		most := units.MulDiv(natural, s.Style.Setting.LetterFit, 1000) + pt/10
		if d := set - natural; d > most || d < -most {
			t.Errorf("line %d: letters are %s wider than they are, at most %s", i+1, d, most)
		} else if d != 0 {
			fitted = true
		}
		n := len(r.Glyphs) - 1
		if r.Text[r.Glyphs[n].Cluster] == ' ' { // for readers
			n--
		}
		last := string([]rune(strings.TrimSpace(strings.ReplaceAll(r.Text, shy, "-")))[len([]rune(strings.TrimSpace(r.Text)))-1:])
		if got, want := r.Glyphs[n].Advance, s.width(s.look(sp), last); got > want {
			t.Errorf("line %d: %s is added behind its last letter", i+1, got-want)
		}
	}
	if !fitted {
		t.Error("no letter was fitted")
	}
}

// TestLastLines: the last line of a paragraph keeps its natural spaces and
// holds eight letters at least.
func TestLastLines(t *testing.T) {
	s, _ := newSetter(t)
	sp := spec(s, &galley.Tree{})
	words := strings.Fields(strings.Repeat(prose+" ", 2))
	space := s.spaceWidth(s.look(sp))
	least := units.MulDiv(sp.Type.Size, 8*450, 1000)
	for n := 14; n < len(words); n++ {
		lines := s.Lines(doc.Words(strings.Join(words[:n], " ")), sp)
		last := lines[len(lines)-1]
		if len(lines) > 1 && last.Width < least {
			t.Errorf("of %d words the last line is %q", n, text([]Line{last}))
		}
		for _, r := range runsOf(last) {
			for _, g := range r.Glyphs {
				if r.Text[g.Cluster] == ' ' && g.Advance > space {
					t.Errorf("of %d words the last line has spaces of %s", n, g.Advance)
				}
			}
		}
	}
}

// spaces is how wide the spaces of a line are, per mille of those of the face.
func spaces(s *Setter, sp Spec, l Line) int64 {
	var wide units.Sp
	n := int64(0)
	for _, r := range runsOf(l) {
		for i, g := range r.Glyphs {
			if r.Text[g.Cluster] == ' ' && (i < len(r.Glyphs)-1 || l.Hyphen) {
				wide += g.Advance
				n++
			}
		}
	}
	if n == 0 {
		return 1000
	}
	return int64(units.MulDiv(wide, 1000, int64(s.spaceWidth(s.look(sp)))*n))
}

// TestHyphensRunning: where words are long, as many lines in a row end in a
// hyphen as the style allows, and no more.
func TestHyphensRunning(t *testing.T) {
	for most := 1; most <= 4; most++ {
		s, _ := newSetter(t)
		s.Style.Setting.HyphensRun = most
		sp := spec(s, &galley.Tree{})
		sp.Measure = 250 * pt
		longest, running := 0, 0
		for _, l := range s.Lines(doc.Words(strings.TrimSpace(strings.Repeat("internationalization institutionalization of the ", 12))), sp) {
			if running++; !l.Hyphen {
				running = 0
			}
			longest = max(longest, running)
		}
		if longest != most {
			t.Errorf("%d lines in a row end in a hyphen, %d are allowed", longest, most)
		}
	}
}

// TestWarnsOfLooseLines: each line whose spaces are wider than the style allows
// is reported, and no other.
func TestWarnsOfLooseLines(t *testing.T) {
	loose := 0
	for measure := 140 * pt; measure < 220*pt; measure += 5 * pt {
		s, r := newSetter(t)
		sp := spec(s, &galley.Tree{})
		sp.Type.Hyphenate, sp.Measure = false, measure
		want := 0
		lines := s.Lines([]doc.Inline{&doc.Text{S: prose, At: where(1)}}, sp)
		for _, l := range lines[:len(lines)-1] {
			if spaces(s, sp, l) > s.Style.Setting.SpaceWarn {
				want++
			}
		}
		got := 0
		for _, d := range r.All() {
			if strings.Contains(d.Message, "spaces") {
				got++
			}
		}
		if got != want {
			t.Errorf("on %s: %d lines are loose, %d are reported", measure, want, got)
		}
		loose += want
	}
	if loose < 5 {
		t.Errorf("only %d loose lines", loose)
	}
}

// TestLastLineIsSqueezed: a line that is taken for fitting because its spaces
// can shrink shrinks also where it is the last.
func TestLastLineIsSqueezed(t *testing.T) {
	s, _ := newSetter(t)
	sp := spec(s, &galley.Tree{})
	sp.Measure = s.Width("words of a line", sp.Type) - pt/4
	lines := s.Lines(doc.Words("words of a line"), sp)
	if len(lines) != 1 || lines[0].Width != sp.Measure {
		t.Errorf("%d lines, the first %s wide on %s", len(lines), lines[0].Width, sp.Measure)
	}
}

// TestOverfullLineSticksOut: what does not fit sticks out, as is reported; words
// and letters are never set on each other to make it fit.
func TestOverfullLineSticksOut(t *testing.T) {
	for _, words := range []string{"mmmm\u00a0mmmm\u00a0mm", strings.Repeat("m", 16)} {
		s, r := newSetter(t)
		sp := spec(s, &galley.Tree{})
		sp.Measure = 60 * pt
		lines := s.Lines([]doc.Inline{&doc.Text{S: words, At: where(1)}}, sp)
		natural := s.Width(words, sp.Type)
		if least := units.MulDiv(natural, 950, 1000); len(lines) != 1 || lines[0].Width < least || lines[0].Width > natural {
			t.Errorf("%q is set on %d lines, the first %s wide, of %s", words, len(lines), lines[0].Width, natural)
		}
		if all := r.All(); len(all) != 1 || all[0].Code != "line-overfull" || !strings.Contains(all[0].Message, fmt.Sprint(lines[0].Width-sp.Measure)) {
			t.Errorf("%s too long, reported %v", lines[0].Width-sp.Measure, all)
		}
	}
}

// TestSpacesOfReaders: a label that ends in a space keeps it for those who hear
// it, a no-break space stays one, and neither moves what is printed.
func TestSpacesOfReaders(t *testing.T) {
	s, _ := newSetter(t)
	typ := s.Style.Roles.TableBody
	if got := text([]Line{s.Words("Table 3 ", Spec{Type: typ})}); got != "Table 3 " {
		t.Errorf("the label reads %q", got)
	}
	if a, b := s.Width("Table 3 ", typ), s.Width("Table 3", typ); a != b {
		t.Errorf("with a space at its end the label is %s wide, not %s", a, b)
	}
	tied := runsOf(s.Words("Annex\u00a0IV", Spec{Type: typ}))[0]
	plain := runsOf(s.Words("Annex IV", Spec{Type: typ}))[0]
	if tied.Text != "Annex\u00a0IV" || tied.Width() != plain.Width() {
		t.Errorf("%q is %s wide, %q %s", tied.Text, tied.Width(), plain.Text, plain.Width())
	}
}

// TestLinkOverLines: a link that is broken has an area on each line, as wide as
// its words there and as high as the line.
func TestLinkOverLines(t *testing.T) {
	s, _ := newSetter(t)
	tree := &galley.Tree{}
	sp := spec(s, tree)
	words := "commitments under international law into national rules and daily practice, and the training of officials at a border"
	link := &doc.Link{URL: "https://example.org", Of: []doc.Inline{&doc.Text{S: words[:40]}, &doc.Emph{Of: doc.Words(words[40:60])}, &doc.Text{S: words[60:]}}}
	lines := s.Lines([]doc.Inline{&doc.Text{S: "To turn "}, link, &doc.Text{S: " they helped."}}, sp)
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		areas := areasOf(l)
		if len(areas) != 1 {
			t.Fatalf("line %d has %d areas", i+1, len(areas))
		}
		var from, to units.Sp
		for _, r := range runsOf(l) {
			if tree.At(r.Tag).Role != frame.LinkRole {
				continue
			}
			if to == 0 {
				from = r.X
			}
			to = r.X + r.Width()
		}
		want := frame.Area{X: from, Y: -s.Ascent(sp.Type), W: to - from, H: sp.Type.Leading, URL: link.URL, Text: words, Tag: areas[0].Tag}
		if *areas[0] != want {
			t.Errorf("line %d\ngot  %+v\nwant %+v", i+1, *areas[0], want)
		}
	}
}

// TestMarksStandOnTheirLetters: offsets of the face reach the page, upwards.
func TestMarksStandOnTheirLetters(t *testing.T) {
	s, _ := newSetter(t)
	r := runsOf(s.Words("b\u0301", Spec{Type: s.Style.Roles.Text}))[0]
	if n := len(r.Glyphs); n != 2 || r.Glyphs[1].DY >= 0 {
		t.Errorf("the glyphs of %q are %+v", r.Text, r.Glyphs)
	}
}

// TestLooksAreNotJoined: type of two sizes, as in a run-in head, is two runs.
func TestLooksAreNotJoined(t *testing.T) {
	s, _ := newSetter(t)
	sp := Spec{Type: s.Style.Roles.KeyFigure, Lead: doc.Words("5"), LeadType: s.Style.Roles.KeyUnit, LeadGap: pt}
	runs := runsOf(s.Line(doc.Words("offices"), sp))
	if len(runs) != 2 || runs[0].Size != s.Style.Roles.KeyUnit.Size || runs[1].Size != s.Style.Roles.KeyFigure.Size {
		t.Errorf("%d runs", len(runs))
	}
}

// TestOneLine: Line takes whatever length on one line, at the left.
func TestOneLine(t *testing.T) {
	s, r := newSetter(t)
	for _, a := range []style.Align{style.Justify, style.Right, style.Center} {
		sp := spec(s, &galley.Tree{})
		sp.Type.Align, sp.Measure = a, 50*pt
		l := s.Line(doc.Words(prose), sp)
		if got := text([]Line{l}); got != prose || runsOf(l)[0].X != 0 {
			t.Errorf("%s: %q at %s", a, got, runsOf(l)[0].X)
		}
	}
	if l := s.Line(nil, Spec{Type: s.Style.Roles.Text}); l.Items != nil || l.Width != 0 {
		t.Errorf("nothing is set as %+v", l)
	}
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
}

// TestTurnedSetter: a turned page does not turn those after it.
func TestTurnedSetter(t *testing.T) {
	s, _ := newSetter(t)
	upright := s.Style.Page
	turned := s.Turned()
	if s.Style.Page != upright || turned.Style.Page != upright.Turned() || turned.Style.Page.Measure() <= upright.Measure() {
		t.Errorf("upright %s, turned %s wide", s.Style.Page.Measure(), turned.Style.Page.Measure())
	}
}
