package manuscript

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// plain returns the words of blocks, footnotes where their marks stand.
func plain(blocks []doc.Block) string {
	var b strings.Builder
	doc.Inlines(blocks, func(run *[]doc.Inline) {
		doc.Each(*run, func(in doc.Inline) {
			if t, ok := in.(*doc.Text); ok {
				b.WriteString(t.S)
			}
		})
		b.WriteByte('\n')
	})
	return b.String()
}

// TestBounded: texts that make parsers of Markdown slow are read in time that
// grows with their length. At MaxBytes the slowest of them takes 8 s; without
// maxSigns, "*a_ " takes 12 s for one paragraph.
func TestBounded(t *testing.T) {
	const size = 256 << 10
	for _, unit := range []string{
		"*a ", "a* ", "**a *b", "*a_ ", "[", "]", "[a](", "![", "[a](<b", "[^a]", "[^a]: b\n", "`a``", "<a ", "<!--", "{{", "{{a}} ", "}}",
		"{#a} ", ":fr[", ":fr[a] ", "|", "|a", "> ", "- ", "1. ", ">", "- a\n ", "> a\n", "\\", "&amp;", "&", "a  \n", "# a\n", "a\n---\n",
		"a|b\n-|-\n", "|a|b|\n|-|-|\n|c|d|\n\n", "```box\n", "```box\ntext: a\n```\n", "[a]: b\n", "[a]\n", "<b>\n", "\t", "\n", "a", "é", "\xff", "\x00", "a\n\n", "a\u202e", "```table\ntitle: T\nheads: [{text: A}]\nrows:\n" + strings.Repeat("  - {stub: a, cells: [b]}\n", 5000) + "```\n\n",
	} {
		paragraph := strings.Repeat(strings.Repeat(unit, 100)+"\n", 6) + "\n"
		for _, text := range []string{
			strings.Repeat(unit, size/len(unit)),
			strings.Repeat(paragraph, size/len(paragraph)),
		} {
			start := time.Now()
			read(head + text)
			t.Logf("%q repeated to %d bytes: %v", unit, len(text), time.Since(start))
		}
	}
}

// TestWordsSurvive: what can be kept is kept, whatever stands beside it.
func TestWordsSurvive(t *testing.T) {
	long := strings.Repeat("supercalifragilistic", 500)
	for _, word := range []string{long, "مرحبا", "日本語", "👩‍👩‍👧‍👦", "e\u0301", "soft\u00adhyphen", "no\u00a0break", "a\u200bb", "'straight'", "--"} {
		p, got := read(head + "before " + word + " after")
		if len(got) > 0 {
			t.Errorf("%.20q: reported %v", word, got)
		}
		if s := plain(p.Blocks[1:]); s != "before "+word+" after\n" {
			t.Errorf("%.20q: read as %.60q", word, s)
		}
	}
	for _, text := range []string{
		"one `two` three", "one ![two](x.png) three", "one <b>two</b> three", "    one\n    two three", "<div>\none two three\n</div>",
		"one **two three", "one [two](not here) three", "one [two](ftp://x) three", "- ## one\n\n  two\n- three", "> | one | two |\n> |---|---|\n> | three |",
		"one :xxxx[two] three", "one {two} three", "#one two three", "one\n***\ntwo three", "one\ntwo\n---\nthree", "| one |\n|---|---|\n| two | | three | |",
		"- - - - - - - - - - one\n\ntwo three", "one\x00two three", "<!-- one --> two\n\nthree", "<!-- one\n\ntwo\nthree", "one \xff two three", "- > - > - > one two three",
		"A.[^x]\n\n[^x]: one\n\n    [^y]: two\n\nthree",
	} {
		p, got := read(head + text)
		if len(got) == 0 {
			t.Errorf("%q: nothing reported", text)
		}
		for _, word := range []string{"one", "two", "three"} {
			if !strings.Contains(plain(p.Blocks), word) {
				t.Errorf("%q: %s is lost: %q", text, word, plain(p.Blocks))
			}
		}
	}
}

// TestParallel: one parser serves all manuscripts, so they must not meet.
func TestParallel(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.md")
	want := make([]string, len(files))
	texts := make([][]byte, len(files))
	for i, name := range files {
		texts[i], _ = os.ReadFile(name)
		p, _ := read(string(texts[i]))
		want[i] = string(doc.DumpPlaces(p))
	}
	var wg sync.WaitGroup
	for range 4 {
		for i := range files {
			wg.Go(func() {
				p, _ := read(string(texts[i]))
				if string(doc.DumpPlaces(p)) != want[i] {
					t.Errorf("%s read otherwise beside others", files[i])
				}
			})
		}
	}
	wg.Wait()
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.md")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	all, err := os.ReadFile("testdata/faults.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, part := range strings.Split(string(all), "\n=== ") {
		_, text, _ := strings.Cut(part, "\n")
		f.Add(head + text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var r source.Reporter
		p := Read([]byte(text), 1, Options{Lang: "en", Picture: picture}, &r)
		lines := int32(strings.Count(text, "\n") + 1)
		for _, d := range r.All() {
			if a := d.At.Start; a.File != 1 || a.A < 1 || a.A > lines || a.B < 1 {
				t.Errorf("%s at %d:%d of %d lines", d.Code, a.A, a.B, lines)
			}
			if d.At.End.A < d.At.Start.A || d.Message == "" {
				t.Errorf("%+v", d)
			}
		}
		doc.DumpPlaces(p)
		Inline(text, source.Pos{File: 1, A: 1, B: 1}, Options{Lang: "en"}, &r)
		survive(t, text)
	})
}

// survive reads the letters of a text as a plain paragraph: none may be lost.
func survive(t *testing.T, text string) {
	words := strings.FieldsFunc(text, func(x rune) bool { return !unicode.IsLetter(x) })
	if len(words) == 0 || len(text) > maxParagraph/2 {
		return
	}
	want := strings.Join(words, " ")
	p, got := read(head + want)
	if s := plain(p.Blocks[1:]); len(got) > 0 || s != want+"\n" {
		t.Errorf("%q was read as %q with %v", want, s, got)
	}
}

func BenchmarkRead(b *testing.B) {
	paragraph := "{{survey.standards.support}} offices reported *having* supported [States](#a), or {{survey.standards.support | share}} of those that answered.[^b%]\n\n[^b%]: Offices.\n\n"
	var text strings.Builder
	text.WriteString(head)
	for i := range 1000 {
		text.WriteString(strings.ReplaceAll(paragraph, "%", string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676))))
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		read(text.String())
	}
}

func BenchmarkInline(b *testing.B) {
	for b.Loop() {
		var r source.Reporter
		Inline("{{expenditure.admin.2017}}", source.Pos{File: 1, A: 1, B: 1}, Options{}, &r)
	}
}
