package page

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/style"
	"assemble/layout/units"
)

const words = "Requests came mostly from ministries that were rewriting their acts. Where a new act was already in force, the work moved " +
	"on to by-laws, forms and case management, which is where rights are most often lost. "

func prose(n int, numbered bool) *doc.Paragraph {
	return &doc.Paragraph{Numbered: numbered, Text: doc.Words(strings.TrimSpace(strings.Repeat(words, n)))}
}

// document makes a report with a foreword, two parts and an annex.
func document() *doc.Document {
	part := func(id, tag, title string, kind doc.PartKind, blocks ...doc.Block) *doc.Part {
		p := &doc.Part{ID: doc.Label(id), Kind: kind, Title: doc.Words(title), Tag: doc.Words(tag)}
		if kind != doc.Annex {
			p.Blocks = []doc.Block{&doc.Heading{Base: doc.Base{ID: p.ID}, Level: 1, Tag: p.Tag, Text: p.Title}}
		}
		p.Blocks = append(p.Blocks, blocks...)
		return p
	}
	one := part("one", "Principle 1", "First part", doc.Body, prose(2, true))
	for i := range 12 {
		one.Blocks = append(one.Blocks, &doc.Heading{Level: 2, Text: doc.Words(fmt.Sprintf("Section %d", i+1))}, prose(2, true), prose(3, true))
	}
	noted := prose(2, true)
	noted.ID = "noted"
	noted.Text = append(noted.Text, &doc.Footnote{Of: []doc.Block{prose(1, false)}})
	two := part("two", "", "Second part", doc.Body, noted, &doc.Paragraph{Numbered: true, Text: []doc.Inline{
		&doc.Text{S: "See "}, &doc.Ref{To: "annex-i"}, &doc.Text{S: " and "}, &doc.Ref{To: "noted"}, &doc.Text{S: "."},
	}})
	annex := part("annex-i", "Annex I", "Figures", doc.Annex, prose(1, false))
	annex.Number = "I"
	return &doc.Document{
		Lang:  "en",
		Cover: doc.Masthead{Symbol: "C/1/1", Title: doc.Words("Annual Report"), Organ: "Council"},
		Parts: []*doc.Part{
			{ID: "cover", Kind: doc.Cover, Title: doc.Words("Annual Report"), Blocks: []doc.Block{&doc.CoverPage{}}},
			{ID: "contents", Kind: doc.Contents, Title: doc.Words("Contents"), Blocks: []doc.Block{&doc.ContentsList{}}},
			part("acronyms", "", "List of acronyms", doc.Acronyms, &doc.AcronymList{Entries: []doc.Acronym{{Short: "IATI", Text: doc.Words("Initiative")}}}),
			part("foreword", "", "Foreword", doc.Foreword, prose(1, false), &doc.Signature{Name: doc.Words("Given Name Surname")}),
			one, two, annex,
		},
	}
}

func engine(t testing.TB, d *doc.Document) (*Engine, *source.Reporter) {
	t.Helper()
	r := &source.Reporter{}
	return New(d, style.Council(), fonts.Embedded(), r), r
}

func compose(t testing.TB, d *doc.Document) *frame.Book {
	t.Helper()
	e, r := engine(t, d)
	var galleys []*galley.Galley
	s := e.Setter()
	for i, p := range d.Parts {
		galleys = append(galleys, e.Part(s, p, e.Start(i)))
	}
	book, _ := e.Bind(galleys)
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported: %v", all)
	}
	return book
}

// text returns the runs of a page, one a line, artifacts marked with ·.
func text(p *frame.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		if r, ok := it.(*frame.Run); ok {
			if r.Tag == 0 {
				b.WriteString("·")
			}
			b.WriteString(r.Text + "\n")
		}
	}
	return b.String()
}

func TestBookIsSound(t *testing.T) {
	book := compose(t, document())
	if bad := book.Check(); len(bad) > 0 {
		t.Errorf("%s", strings.Join(bad, "\n"))
	}
}

func TestFolios(t *testing.T) {
	book := compose(t, document())
	var got []string
	for _, p := range book.Pages {
		got = append(got, p.Part+" "+p.Folio)
	}
	want := "cover , contents i, acronyms ii, foreword 1, one 2, one 3, one 4, two 5, annex-i 1"
	joined := strings.Join(got, ", ")
	if !strings.HasPrefix(joined, "cover , contents i, acronyms ii, foreword 1, one 2, one 3") || !strings.HasSuffix(joined, "annex-i 1") {
		t.Errorf("folios %s, want about %s", joined, want)
	}
	var labels []string
	for _, l := range book.Labels {
		labels = append(labels, fmt.Sprintf("%d:%s%s%d", l.Page, l.Prefix, l.Style, l.Start))
	}
	if got := strings.Join(labels, " "); !strings.HasPrefix(got, "0:1 1:r1 3:D1 ") || !strings.HasSuffix(got, "I-D1") {
		t.Errorf("page labels %s", got)
	}
}

// TestContentsAreTrue compares each folio of the contents with the page that
// the entry stands on.
func TestContentsAreTrue(t *testing.T) {
	book := compose(t, document())
	at := map[string]int{}
	for _, d := range book.Dests {
		at[d.Name] = d.Page
	}
	n := 0
	for _, it := range book.Pages[1].Items {
		a, ok := it.(*frame.Area)
		if !ok {
			continue
		}
		n++
		page, known := at[a.Dest]
		if !known {
			t.Errorf("%q leads nowhere", a.Text)
			continue
		}
		if folio := book.Pages[page].Folio; !strings.HasSuffix(a.Text, " "+folio) && book.Pages[page].Part != "annex-i" {
			t.Errorf("the contents say %q, the page is %s", a.Text, folio)
		}
	}
	if n < 15 {
		t.Errorf("%d entries", n)
	}
}

func TestParagraphNumbersRun(t *testing.T) {
	d := document()
	book := compose(t, d)
	want := 0
	for _, p := range d.Parts {
		doc.Blocks(p.Blocks, func(b doc.Block) {
			if x, ok := b.(*doc.Paragraph); ok && x.Numbered {
				want++
			}
		})
	}
	var got []string
	for _, p := range book.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*frame.Run); ok && r.Tag != 0 && book.Elems[r.Tag].Role == frame.Lbl && book.Elems[book.Elems[r.Tag].Parent].Role == frame.P {
				got = append(got, strings.TrimSpace(r.Text))
			}
		}
	}
	if len(got) != want {
		t.Fatalf("%d numbers, want %d", len(got), want)
	}
	for i, n := range got {
		if n != fmt.Sprint(i+1) {
			t.Errorf("number %d is printed as %s", i+1, n)
		}
	}
}

// TestPartAlone: a part laid out alone from its counters is the part that the
// whole report has.
func TestPartAlone(t *testing.T) {
	d := document()
	e, _ := engine(t, d)
	whole := e.Part(e.Setter(), d.Parts[5], e.Start(5))
	again := e.Part(e.Setter(), d.Parts[5], e.Start(5))
	if a, b := fmt.Sprintf("%+v", whole.End), fmt.Sprintf("%+v", again.End); a != b {
		t.Errorf("counters %s and %s", a, b)
	}
	if len(whole.Boxes) != len(again.Boxes) || len(whole.Boxes) == 0 {
		t.Errorf("%d and %d boxes", len(whole.Boxes), len(again.Boxes))
	}
	first := whole.Boxes[1].Items[0].(*frame.Run)
	if strings.TrimSpace(first.Text) != "26" {
		t.Errorf("the first paragraph of the second part has the number %q, want 26", first.Text)
	}
}

func TestNoteOnPageOfMark(t *testing.T) {
	book := compose(t, document())
	for n := range book.Pages {
		mark, note := false, false
		for _, it := range book.Pages[n].Items {
			if r, ok := it.(*frame.Run); ok && r.Tag != 0 {
				e := book.Elems[r.Tag]
				mark = mark || e.Role == frame.LinkRole && book.Elems[e.Parent].Role == frame.Reference && r.Text == "1"
				note = note || e.Role == frame.Lbl && book.Elems[e.Parent].Role == frame.NoteRole
			}
		}
		if mark && book.Pages[n].Part != "contents" && !note {
			t.Errorf("page %d has the mark but not the note:\n%s", n, text(&book.Pages[n]))
		}
	}
}

func TestRunningHead(t *testing.T) {
	book := compose(t, document())
	for n, want := range map[int]string{1: "·C/1/1\n·Contents\n·Page\u00a0i\n", 4: "·C/1/1\n·Principle 1: First part\n·Page\u00a02\n"} {
		if got := text(&book.Pages[n]); !strings.HasPrefix(got, want) {
			t.Errorf("page %d begins %q", n, got[:min(60, len(got))])
		}
	}
	if got := text(&book.Pages[0]); strings.Contains(got, "·") {
		t.Errorf("the cover has a running head: %q", got)
	}
}

func TestIDTwice(t *testing.T) {
	d := document()
	d.Parts[5].Blocks[1].Common().ID = "one"
	_, r := engine(t, d)
	if all := r.All(); len(all) != 1 || all[0].Code != "id-twice" {
		t.Errorf("reported %v", all)
	}
}

// TestPartNameLeads: the name of a part leads to it also where its heading has
// another one, and a link to an empty part is dropped, not broken.
func TestPartNameLeads(t *testing.T) {
	d := document()
	d.Parts[4].Blocks[0].Common().ID = "other"
	d.Parts[5].Blocks = append(d.Parts[5].Blocks, &doc.Paragraph{Text: []doc.Inline{&doc.Ref{To: "one"}, &doc.Ref{To: "empty"}}})
	d.Parts = append(d.Parts, &doc.Part{ID: "empty", Kind: doc.Annex, Number: "II", Title: doc.Words("Empty")})
	d.Parts[7].Title = nil
	book := compose(t, d)
	if bad := book.Check(); len(bad) > 0 {
		t.Errorf("%s", strings.Join(bad, "\n"))
	}
	leads := 0
	for _, p := range book.Pages {
		for _, it := range p.Items {
			if a, ok := it.(*frame.Area); ok && a.Dest == "one" {
				leads++
			}
		}
	}
	if leads == 0 {
		t.Error("no link leads to the part by its name")
	}
}

func TestUnknownReference(t *testing.T) {
	d := document()
	d.Parts[5].Blocks = append(d.Parts[5].Blocks, &doc.Paragraph{Text: []doc.Inline{&doc.Ref{To: "annex-ix"}}})
	e, r := engine(t, d)
	e.Part(e.Setter(), d.Parts[5], e.Start(5))
	if all := r.All(); len(all) != 1 || all[0].Code != "ref-unknown" || all[0].Replace != "annex-i" {
		t.Errorf("reported %v", all)
	}
}

// TestFloatMovesDown: a picture that would leave most of a page empty stands
// after the paragraphs that follow it.
func TestFloatMovesDown(t *testing.T) {
	d := document()
	two := d.Parts[5]
	img := &doc.Image{Width: 100, Height: 100}
	two.Blocks = slices.Clone(two.Blocks[:1])
	two.Blocks = append(two.Blocks, prose(6, true), prose(6, true), &doc.Picture{Alt: "A square", Image: img, Title: doc.Words("Square")}, prose(6, true), prose(2, true))
	d.Parts = []*doc.Part{d.Parts[0], two, d.Parts[6]}
	e, _ := engine(t, d)
	s := e.Setter()
	// The part begins so low that the picture does not fit on its page.
	g := e.Part(s, two, galley.Counters{Offset: 200 * units.Pt})
	b := &binder{e: e, s: s, parts: []*galley.Galley{g}, kinds: []*doc.Part{two}}
	b.group()
	b.paginate(b.runs[0])
	r := b.runs[0]
	at := slices.IndexFunc(r.boxes, func(x galley.Box) bool { return x.FloatLen > 0 })
	if last := r.boxes[at-1]; last.FloatLen > 0 || at < 30 {
		t.Errorf("the picture stands at box %d", at)
	}
	if l := r.leaves[0]; l.to > at && l.from <= at {
		t.Errorf("the picture is still on the first page")
	}
}

func TestSeats(t *testing.T) {
	c := &style.Council().Cover
	for _, n := range []int{1, 2, 7, 8, 169, 193, 400} {
		seats := arrange(c, n)
		if len(seats) != n {
			t.Errorf("%d seats of %d", len(seats), n)
		}
		outer := c.SeatInner + units.Sp(c.SeatRows-1)*c.SeatStep
		for _, s := range seats {
			if s.y < -pt || s.x < -outer-pt || s.x > outer+pt || s.y > outer+pt {
				t.Errorf("of %d: a seat at %s, %s", n, s.x, s.y)
			}
		}
	}
}

func TestCircle(t *testing.T) {
	for _, c := range []struct{ turn, cos, sin int64 }{
		{0, scale, 0}, {500_000, 0, scale}, {1_000_000, -scale, 0}, {250_000, 759250125, 759250125},
	} {
		cos, sin := circle(c.turn)
		if d := cos - c.cos; d < -2 || d > 2 {
			t.Errorf("cos(%d) = %d, want %d", c.turn, cos, c.cos)
		}
		if d := sin - c.sin; d < -2 || d > 2 {
			t.Errorf("sin(%d) = %d, want %d", c.turn, sin, c.sin)
		}
	}
}

// TestBlockCases looks for a case for each kind of block in flow.block.
func TestBlockCases(t *testing.T) {
	kinds := blockKinds(t, "../doc/doc.go")
	src, err := os.ReadFile("flow.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		if !strings.Contains(string(src), "case *doc."+k+":") {
			t.Errorf("flow.block has no case for *doc.%s", k)
		}
	}
	if len(kinds) < 14 {
		t.Errorf("only %d kinds found: %v", len(kinds), kinds)
	}
}

// blockKinds returns the receivers of the method block.
func blockKinds(t *testing.T, path string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "block" && fn.Recv != nil {
			out = append(out, fn.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name)
		}
	}
	return out
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{"A principled approach, again": "a-principled-approach-again", "  ": "", "Été 2017": "été-2017"} {
		if got := slug(title); got != want {
			t.Errorf("slug(%q) = %q, want %q", title, got, want)
		}
	}
}

func BenchmarkPart(b *testing.B) {
	d := document()
	e, _ := engine(b, d)
	s := e.Setter()
	b.ReportAllocs()
	for b.Loop() {
		e.Part(s, d.Parts[4], e.Start(4))
	}
}
