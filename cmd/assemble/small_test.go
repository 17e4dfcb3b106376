package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/output"
	"assemble/output/dump"
	"assemble/output/dump/golden"
)

// annual is the example of real length.
const annual = "../../inputs/examples/annual-report-2017"

// laid lays an example out.
func laid(t testing.TB, dir string) *job {
	t.Helper()
	j := &job{}
	if !j.load(dir, "") {
		t.Fatalf("no edition in %s", dir)
	}
	j.lay(nil)
	j.settle()
	for _, d := range j.report.All() {
		if d.Severity == source.Error || d.Code == "internal" {
			t.Errorf("%s: %s %s", j.files.String(d.At.Start), d.Code, d.Message)
		}
	}
	return j
}

// TestSmallTags compares the structure that a screen reader has.
func TestSmallTags(t *testing.T) {
	tags, err := dump.Tags(laid(t, small).book)
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "small.tags", []byte(tags))
}

// TestSmallPages compares every page by its sum, and says what stands on the
// page that has changed.
func TestSmallPages(t *testing.T) {
	j := laid(t, small)
	sums := dump.Sums(j.book)
	golden.Check(t, "small.sums", []byte(sums))
	if !t.Failed() {
		return
	}
	want, _ := os.ReadFile(filepath.Join("testdata", "golden", "small.sums"))
	old := strings.Split(string(want), "\n")
	for n, line := range strings.Split(sums, "\n") {
		if n < len(j.book.Pages) && (n >= len(old) || old[n] != line) {
			t.Logf("the first page that differs:\n%s", dump.Trace(j.book, j.files.String, n))
			return
		}
	}
}

// TestSecondStyle lays the same manuscript out in the other house style.
func TestSecondStyle(t *testing.T) {
	dir := t.TempDir()
	if err := lay(small, dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "edition.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^style:.*$`).ReplaceAll(data, []byte("style: styles/second.yaml"))
	if bytes.Equal(text, data) {
		t.Fatal("the style was not changed")
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "small-second.sums", []byte(dump.Sums(laid(t, dir).book)))
}

// TestSmallKeepsWords: every word of the manuscripts is in the text of the
// finished book, in order, part by part. Numbers are printed by layout and are
// compared elsewhere.
func TestSmallKeepsWords(t *testing.T) {
	j := laid(t, small)
	text, err := dump.Text(j.book)
	if err != nil {
		t.Fatal(err)
	}
	have := strings.Fields(strings.ReplaceAll(text, "\u00ad", ""))
	at := 0
	n := 0
	for _, p := range j.parts {
		if p.Kind != doc.Body {
			continue
		}
		doc.Blocks(p.Blocks, func(b doc.Block) {
			x, ok := b.(*doc.Paragraph)
			if !ok {
				return
			}
			for _, in := range x.Text {
				s, ok := in.(*doc.Text)
				if !ok {
					continue
				}
				for i, w := range innerWords(s.S) {
					n++
					from := at
					for at < len(have) && have[at] != w {
						at++
					}
					if at == len(have) {
						t.Errorf("%s: word %d, %q, is not in the text where it should be", j.files.String(s.At.Start), i, w)
						at = from
					}
				}
			}
		})
	}
	if n < 500 {
		t.Errorf("only %d words compared", n)
	}
}

// innerWords are the words of a text that have a space on both sides.
func innerWords(s string) []string {
	first, last := strings.IndexByte(s, ' '), strings.LastIndexByte(s, ' ')
	if first < 0 || first == last {
		return nil
	}
	return strings.Fields(s[first:last])
}

// TestSmallText compares what pdftotext reads, in the order of the content,
// with what the frames have: ligatures as letters, no words glued or lost.
func TestSmallText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("skipped: pdftotext is not installed")
	}
	j := laid(t, small)
	pdf, err := output.PDF(j.book, fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "small.pdf")
	if err := os.WriteFile(path, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, p := range j.book.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*frame.Run); ok {
				want.WriteString(r.Text)
			}
		}
	}
	// Leaders and the places of labels make pdftotext's spaces its own affair;
	// letters are ours.
	if g, w := letters(string(got)), letters(want.String()); g != w {
		i := 0
		for i < len(g) && i < len(w) && g[i] == w[i] {
			i++
		}
		t.Errorf("the texts part after %q: read %q, drawn %q", g[max(0, i-30):i], g[i:min(len(g), i+30)], w[i:min(len(w), i+30)])
	}
}

// letters drops spaces, soft hyphens at line ends and page breaks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\r', '\f', '\t', '\u00a0', '\u202f', '\u00ad', '\u2009':
			return -1
		}
		return r
	}, s)
}

// TestSmallIsTheSame builds twenty times on different numbers of cores.
func TestSmallIsTheSame(t *testing.T) {
	times := 20
	if testing.Short() {
		times = 3
	}
	var want string
	for i := range times {
		before := runtime.GOMAXPROCS(1 + i%5)
		pdf, err := output.PDF(laid(t, small).book, fonts.Embedded())
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		sum := fmt.Sprintf("%x", sha256.Sum256(pdf))
		if want == "" {
			want = sum
		}
		if sum != want {
			t.Fatalf("build %d with %d cores is %s, the first was %s", i+1, 1+i%5, sum, want)
		}
	}
}

// TestSmallLinksLead: what an outline entry or a link of the contents says
// stands on the page that it leads to.
func TestSmallLinksLead(t *testing.T) {
	j := laid(t, small)
	at := map[string]int{}
	for _, d := range j.book.Dests {
		at[d.Name] = d.Page
	}
	var walk func(list []frame.Outline)
	n := 0
	walk = func(list []frame.Outline) {
		for _, o := range list {
			n++
			page, ok := at[o.Dest]
			if !ok {
				t.Errorf("the outline entry %q leads nowhere", o.Title)
				continue
			}
			_, title, tagged := strings.Cut(o.Title, ": ")
			if !tagged {
				title = o.Title
			}
			if !strings.Contains(letters(pageText(&j.book.Pages[page])), letters(title)) {
				t.Errorf("the outline entry %q leads to page %d, which does not have it", o.Title, page+1)
			}
			walk(o.Kids)
		}
	}
	walk(j.book.Outline)
	if n < 15 {
		t.Errorf("only %d outline entries", n)
	}
}

func pageText(p *frame.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		if r, ok := it.(*frame.Run); ok && r.Tag != 0 {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// TestPreviewIsThePage: a preview has the pages that the whole report has.
func TestPreviewIsThePage(t *testing.T) {
	whole := laid(t, small)
	for _, id := range []string{"annex-i", "annex-ii", "foreword", "principle-1", "contents", "acronyms", "para-12"} {
		v := &viewer{job: &job{}, dir: small}
		if !v.load(small, "", id) {
			t.Fatal("no edition")
		}
		v.number()
		x, err := v.find(id)
		if err != nil {
			t.Fatal(err)
		}
		views := []view{x}
		v.own(views)
		v.layAll(views)
		if len(views[0].book.Pages) == 0 {
			t.Errorf("%s has no pages", id)
		}
		for n := range views[0].book.Pages {
			p := &views[0].book.Pages[n]
			if !hasPage(whole.book, p) {
				t.Errorf("%s: page %d (%s) is not a page of the report", id, n+1, p.Folio)
			}
		}
	}
}

// hasPage looks for a page with the same things at the same places; links that
// lead out of a preview are not in it.
func hasPage(b *frame.Book, p *frame.Page) bool {
	want := drawing(p)
	for n := range b.Pages {
		if b.Pages[n].Folio == p.Folio && b.Pages[n].Part == p.Part && drawing(&b.Pages[n]) == want {
			return true
		}
	}
	return false
}

func drawing(p *frame.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		switch it := it.(type) {
		case *frame.Run:
			fmt.Fprintf(&b, "%v %v %s %v %q\n", it.X, it.Y, it.Face, it.Size, it.Text)
		case *frame.Rect:
			fmt.Fprintf(&b, "%v %v %v %v\n", it.X, it.Y, it.W, it.H)
		}
	}
	return b.String()
}

// TestPreviewOfBrokenReport: annexes and parts are shown while another part is
// broken, with the pages and numbers of the last whole build.
func TestPreviewOfBrokenReport(t *testing.T) {
	dir := t.TempDir()
	if err := lay(small, dir); err != nil {
		t.Fatal(err)
	}
	whole := laid(t, dir)
	if err := whole.write(filepath.Join(dir, "output"), "report.pdf"); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "manuscript", "en", "principle-1.md")
	if err := os.WriteFile(broken, []byte("# Principle 1: Broken\n\n```chart\nkind: bars\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"annex-i", "annex-ii", "effectiveness"} {
		v := &viewer{job: &job{}, dir: dir}
		if !v.load(dir, "", id) {
			t.Fatal("no edition")
		}
		v.number()
		x, err := v.find(id)
		if err != nil {
			t.Fatal(err)
		}
		views := []view{x}
		v.own(views)
		v.layAll(views)
		v.settle()
		if v.failed() {
			t.Errorf("%s is not shown though it has no fault: %v", id, v.report.All())
		}
		for n := range views[0].book.Pages {
			p := &views[0].book.Pages[n]
			// The first page of a part that runs on has only its own share.
			if n == 0 && id == "effectiveness" {
				if p.Folio != folioOf(whole.book, id) {
					t.Errorf("%s begins on page %s, in the report on %s", id, p.Folio, folioOf(whole.book, id))
				}
				continue
			}
			if !hasPage(whole.book, p) {
				t.Errorf("%s: page %d (%s) is not a page of the report", id, n+1, p.Folio)
			}
		}
	}
}

func folioOf(b *frame.Book, dest string) string {
	for _, d := range b.Dests {
		if d.Name == dest {
			return b.Pages[d.Page].Folio
		}
	}
	return ""
}
