package page

import (
	"fmt"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
)

// composed lays out a document in a look.
func composed(t *testing.T, d *doc.Document, st *style.Style, draft bool) (*frame.Book, *source.Reporter) {
	t.Helper()
	r := &source.Reporter{}
	e := New(d, st, fonts.Embedded(), r)
	e.Draft = draft
	s := e.Setter()
	var galleys []*galley.Galley
	for i, p := range d.Parts {
		galleys = append(galleys, e.Part(s, p, e.Start(i)))
	}
	book, _ := e.Bind(galleys)
	return book, r
}

// longTitles is a document with titles that do not fit on a line of contents.
func longTitles() *doc.Document {
	d := document()
	long := "Requests of ministries for support with the drafting of laws that turn their commitments into daily practice"
	d.Parts[5].Blocks[0].(*doc.Heading).Text = doc.Words(long)
	d.Parts[5].Blocks = append(d.Parts[5].Blocks,
		&doc.Heading{Level: 2, Text: doc.Words("Second level")}, prose(1, true),
		&doc.Heading{Level: 3, Text: doc.Words("Third level")}, prose(1, true),
	)
	return d
}

// TestContentsLead: each entry leads to its heading, the whole line is the link,
// and it is read with its page.
func TestContentsLead(t *testing.T) {
	book, _ := composed(t, longTitles(), style.Council(), false)
	heading := map[string]string{}
	for _, d := range book.Dests {
		for _, it := range book.Pages[d.Page].Items {
			if r, ok := it.(*frame.Run); ok && r.Tag == d.Elem {
				heading[d.Name] += r.Text
			}
		}
	}
	levels := map[string]bool{}
	for _, it := range book.Pages[1].Items {
		a, ok := it.(*frame.Area)
		if !ok {
			continue
		}
		if got := strings.TrimSpace(heading[a.Dest]); got == "" || !strings.Contains(a.Text, got) {
			t.Errorf("the entry %q leads to %q", a.Text, got)
		}
		var roles []string
		for e := a.Tag; e > 1; e = book.Elems[e].Parent {
			roles = append(roles, string(book.Elems[e].Role))
		}
		if got := strings.Join(roles, " "); got != "Link Reference TOCI TOC Part" {
			t.Errorf("the entry %q is a %s", a.Text, got)
		}
		if a.X != style.Council().Page.FrameX || a.W != style.Council().Page.Frame {
			t.Errorf("the link of %q is %s wide", a.Text, a.W)
		}
		levels[a.Text] = true
	}
	for _, want := range []string{"Second level 7", "Third level 7", "Annex I Figures", "Foreword 1", "List of acronyms ii"} {
		if !levels[want] {
			t.Errorf("no entry reads %q: %v", want, levels)
		}
	}
}

// TestContentsDepth: no deeper heading is listed than the list asks for.
func TestContentsDepth(t *testing.T) {
	for depth, want := range map[int]string{1: "false false", 2: "true false", 3: "true true"} {
		d := longTitles()
		d.Parts[1].Blocks[0].(*doc.ContentsList).Depth = depth
		book, _ := composed(t, d, style.Council(), false)
		page := text(&book.Pages[1])
		if got := fmt.Sprint(strings.Contains(page, "Second level"), " ", strings.Contains(page, "Third level")); got != want {
			t.Errorf("depth %d lists %s", depth, got)
		}
	}
}

// TestLeaders: dots stand under each other and end at the same place, begin
// behind the title, and folios end at the edge of the frame.
func TestLeaders(t *testing.T) {
	st := style.Council()
	book, _ := composed(t, longTitles(), st, false)
	dot, end := st.Contents.LeaderDot, st.Page.FrameX+st.Page.Frame
	byLine := map[units.Sp][]*frame.Run{}
	for _, it := range book.Pages[1].Items {
		if r, ok := it.(*frame.Run); ok && r.Y > st.Page.Top {
			byLine[r.Y] = append(byLine[r.Y], r)
		}
	}
	leaders := 0
	for _, runs := range byLine {
		for i, r := range runs {
			if !strings.HasPrefix(r.Text, "..") {
				continue
			}
			leaders++
			if r.X+r.Width() != end-st.Contents.LeaderEnd || r.Glyphs[0].Advance != dot || r.Tag != 0 {
				t.Errorf("a leader ends at %s", r.X+r.Width())
			}
			before, folio := runs[i-1], runs[i+1]
			if gap := r.X - before.X - before.Width(); gap < st.Contents.LeaderGap-4*pt || gap > st.Contents.LeaderGap+dot {
				t.Errorf("the leader behind %q begins %s after it", before.Text, gap)
			}
			if d := folio.X + folio.Width() - end; d > pt/100 || d < -pt/100 {
				t.Errorf("the folio %s ends at %s", folio.Text, folio.X+folio.Width())
			}
		}
	}
	if leaders < 15 {
		t.Errorf("%d leaders", leaders)
	}
}

// TestTurnedEntries: a long title is broken before it comes near its folio, the
// turned line stands in, and the folio on the last line.
func TestTurnedEntries(t *testing.T) {
	st := style.Council()
	book, _ := composed(t, longTitles(), st, false)
	var lines []*frame.Run
	for _, it := range book.Pages[1].Items {
		if r, ok := it.(*frame.Run); ok && (strings.HasPrefix(r.Text, "Requests") || len(lines) > 0 && len(lines) < 4) {
			lines = append(lines, r)
		}
	}
	if len(lines) < 4 || lines[1].X-lines[0].X != st.Contents.Turn || lines[2].Y != lines[1].Y || lines[3].Text != "7" || lines[3].Y != lines[1].Y {
		t.Errorf("the entry is %v", lines)
	}
	near := st.Page.FrameX + st.Page.Frame - st.Contents.LeaderEnd - st.Contents.Near
	if right := lines[0].X + lines[0].Width(); right > near+4*pt {
		t.Errorf("the first line ends at %s, %s is near the leader", right, near)
	}
}

// TestContentsOnOneAxis: without a left axis the label stands before the title.
func TestContentsOnOneAxis(t *testing.T) {
	st := style.Council()
	st.Page.Frame, st.Page.TextAxis = st.Page.Frame-st.Page.TextAxis, 0
	book, _ := composed(t, document(), st, false)
	if got := text(&book.Pages[1]); !strings.Contains(got, "\nPrinciple 1. First part \n") {
		t.Errorf("the contents say %q", got)
	}
}

// TestRunningHeadGoesOn: a page on which no part begins has the head of the part
// that holds its first line, and a draft says so on each of its pages.
func TestRunningHeadGoesOn(t *testing.T) {
	st := style.Council()
	for _, draft := range []bool{false, true} {
		book, _ := composed(t, document(), st, draft)
		for n, p := range book.Pages {
			if p.Folio == "" {
				continue
			}
			var head []string
			var folio *frame.Run
			for _, it := range p.Items {
				if r, ok := it.(*frame.Run); ok && r.Art == frame.HeaderArtifact {
					head, folio = append(head, r.Text), r
				}
			}
			part := map[string]string{
				"contents": "Contents", "acronyms": "List of acronyms", "foreword": "Foreword", "one": "Principle 1: First part", "two": "Second part", "annex-i": "Annex I",
			}[p.Part]
			if draft {
				part = "DRAFT"
			}
			if diff := cmp.Diff([]string{"C/1/1", part, "Page\u00a0" + p.Folio}, head); diff != "" {
				t.Errorf("page %d: %s", n, diff)
			}
			if right := folio.X + folio.Width(); right != st.Page.FrameX+st.Page.Frame {
				t.Errorf("page %d: the folio ends at %s", n, right)
			}
		}
	}
}

// TestStackedHeadStandsOutside: a head that is stacked is at the right of odd
// pages and at the left of even ones.
func TestStackedHeadStandsOutside(t *testing.T) {
	st := style.Council()
	st.Head.Stacked = true
	for _, draft := range []bool{false, true} {
		book, _ := composed(t, document(), st, draft)
		for _, p := range book.Pages[4:] {
			for i, it := range p.Items[:2] {
				r := it.(*frame.Run)
				left, right := r.X == st.Page.FrameX, r.X+r.Width() == st.Page.FrameX+st.Page.Frame
				if odd := strings.ContainsRune("13579", rune(p.Folio[len(p.Folio)-1])); right != odd || left == odd {
					t.Errorf("page %s: line %d of the head begins at %s", p.Folio, i+1, r.X)
				}
			}
			if got := strings.Contains(text(&p), "·DRAFT\n"); got != draft {
				t.Errorf("page %s of a draft %v says so: %v", p.Folio, draft, got)
			}
		}
	}
}

// TestPartsOnPagesOfTheirOwn: a style may open a page for each part, and count
// the pages of annexes on.
func TestPartsOnPagesOfTheirOwn(t *testing.T) {
	st := style.Council()
	st.PartBreak, st.Folio.Annex = "page", "continue"
	book, _ := composed(t, document(), st, false)
	last := book.Pages[len(book.Pages)-1]
	before := book.Pages[len(book.Pages)-2]
	if before.Part != "two" || book.Pages[len(book.Pages)-3].Part != "one" || last.Part != "annex-i" {
		t.Errorf("the last pages are of %s and %s", before.Part, last.Part)
	}
	if got := fmt.Sprint(before.Folio, " ", last.Folio); got != "8 9" && got != "7 8" {
		t.Errorf("folios %s", got)
	}
	if n := len(book.Labels); book.Labels[n-1].Prefix != "" || book.Labels[n-1].Page != 3 {
		t.Errorf("page labels %+v", book.Labels)
	}
}

// TestOutline: what a reader's bookmarks say, and where they lead.
func TestOutline(t *testing.T) {
	book, _ := composed(t, longTitles(), style.Council(), false)
	var got []string
	var walk func([]frame.Outline, string)
	walk = func(list []frame.Outline, in string) {
		for _, o := range list {
			if !strings.HasPrefix(o.Title, "Section") {
				got = append(got, in+o.Title[:min(24, len(o.Title))]+" > "+o.Dest)
			}
			walk(o.Kids, in+"  ")
		}
	}
	walk(book.Outline, "")
	want := []string{
		"Contents > contents", "List of acronyms > acronyms", "Foreword > foreword", "Principle 1: First part > one",
		"Requests of ministries f > two", "  Second level > two.second-level", "    Third level > two.third-level", "Annex I: Figures > annex-i",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestMetadata: what a file says of itself.
func TestMetadata(t *testing.T) {
	d := document()
	d.Cover.Organization, d.Cover.Session, d.Cover.Created = "Organization", "", "2018-06-18"
	book, _ := composed(t, d, style.Council(), false)
	want := frame.Meta{
		Title: "Annual Report", Lang: "en", Author: "Organization", Subject: "C/1/1, Council", Symbol: "C/1/1", Created: "2018-06-18", Producer: "assemble",
	}
	if diff := cmp.Diff(want, book.Meta); diff != "" {
		t.Error(diff)
	}
}

// TestCoverSaysAll: every line of the masthead is printed once, and the rings of
// the ornament are the members gained.
func TestCoverSaysAll(t *testing.T) {
	d := document()
	d.Cover = doc.Masthead{
		Organization: "Organization", Organ: "Council", Symbol: "C/1/1", Session: "First Session", Date: "18 June 2018", Original: "Original: English",
		Distribution: "Limited", Title: doc.Words("Annual Report"), Submission: doc.Words("Submitted by nobody"), Reissue: doc.Words("Reissued."),
		Decision: doc.Words("Take note."), Note: doc.Words("Designations."), Caption: doc.Words("One disc each."), MemberStates: 20, Gained: 3,
	}
	for _, decided := range []bool{true, false} {
		if !decided {
			d.Cover.Decision = nil
		}
		book, r := composed(t, d, style.Council(), false)
		words := strings.Join(strings.Fields(strings.ReplaceAll(text(&book.Pages[0]), "\u00a0", " ")), " ")
		for _, want := range []string{
			"Organization", "Council", "C/1/1*", "First Session", "18 June 2018", "Original: English", "Limited", "Annual Report",
			"Submitted by nobody", "* Reissued.", "Designations.", "One disc each.",
		} {
			if strings.Count(words, want) != 1 {
				t.Errorf("%q stands %d times on the cover: %s", want, strings.Count(words, want), words)
			}
		}
		if strings.Contains(words, "Take note.") != decided {
			t.Errorf("the decision is printed: %v", !decided)
		}
		rings, discs := 0, 0
		for _, it := range book.Pages[0].Items {
			if x, ok := it.(*frame.Disc); ok && x.R == style.Council().Cover.SeatRadius {
				if discs++; x.Line > 0 {
					rings++
				}
			}
		}
		if discs != 20 || rings != 3 {
			t.Errorf("%d discs, %d of them rings", discs, rings)
		}
		if all := r.All(); len(all) > 0 {
			t.Errorf("reported %v", all)
		}
	}
}
