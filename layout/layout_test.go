package layout_test

import (
	"fmt"
	"runtime"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/style"
	"assemble/output/dump"
)

func report() *doc.Document {
	d := &doc.Document{Lang: "en", Cover: doc.Masthead{Symbol: "C/1/1", Title: doc.Words("Annual Report")}}
	for _, id := range []string{"one", "two", "three", "four"} {
		title := doc.Words("Part " + id)
		p := &doc.Part{ID: doc.Label(id), Kind: doc.Body, Title: title, Blocks: []doc.Block{&doc.Heading{Level: 1, Text: title}}}
		for range 30 {
			p.Blocks = append(p.Blocks, &doc.Paragraph{Numbered: true, Text: doc.Words(
				"Where a new act was already in force, the work moved on to by-laws, forms and case management, which is where rights are most often lost.")})
		}
		d.Parts = append(d.Parts, p)
	}
	return d
}

// TestComposeIsTheSameOnAnyCores lays out with one worker and with many.
func TestComposeIsTheSameOnAnyCores(t *testing.T) {
	var want string
	for _, n := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(n)
		var r source.Reporter
		book, _ := layout.New(report(), style.Council(), fonts.Embedded(), &r).Compose(nil)
		runtime.GOMAXPROCS(before)
		got := dump.Sums(book)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("with %d workers the pages differ", n)
		}
		if len(book.Pages) < 8 || len(r.All()) > 0 {
			t.Errorf("%d pages, reported %v", len(book.Pages), r.All())
		}
	}
}

// ExampleEngine shows the two steps of layout: parts become galleys, galleys
// become a book.
func ExampleEngine() {
	d := report()
	e := layout.New(d, style.Council(), fonts.Embedded(), &source.Reporter{})
	g := e.Part(d.Parts[1], e.Start(1))
	fmt.Println("paragraphs before the part:", g.Start.Para, "and after it:", g.End.Para)
	// Output:
	// paragraphs before the part: 30 and after it: 60
}
