package manuscript

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
)

// TestInline reads texts as they stand in other files, at a place inside them.
func TestInline(t *testing.T) {
	at := source.Pos{File: 2, A: 7, B: 20}
	for _, c := range []struct{ text, want, faults string }{
		{"", "", ""},
		{"   ", "", ""},
		{"Words", `"Words" @7:20`, ""},
		{"  Words  ", `"Words" @7:22`, ""},
		{"2018. It *was* {{a | was}}", `"2018. It " @7:20 emph "was" @7:30 " " @7:34 {{a | was}} @7:35`, ""},
		{"# No heading", `"# No heading" @7:20`, ""},
		{"- no list\n    {{no.code}}", `"- no list " @7:20 {{no.code}} @8:24`, ""},
		{"| a | b |\n|---|---|", `"| a | b | " @7:20 "|---|---|" @8:20`, ""},
		{"See [](#annex-iv)", `"See " @7:20 ref #annex-iv @7:24`, ""},
		{"x <!-- c --> y", `"x " @7:20 "y" @7:33`, "text-comment 7:22"},
		{"One\n\ntwo", `"One" @7:20 " " @9:20 "two" @9:20`, "text-paragraphs 9:20"},
		{"A note[^x]", `"A note" @7:20`, "note-place 7:26"},
		{"{{X}} {#a}", `{{}} hole @7:20`, "fact-name 7:20, name-place 7:26"},
	} {
		var r source.Reporter
		p := &doc.Part{Title: Inline(c.text, at, Options{Lang: "en"}, &r)}
		dump := strings.Join(strings.Fields(strings.TrimPrefix(string(doc.DumpPlaces(p)), "part cover\n  title\n")), " ")
		dump = strings.TrimPrefix(dump, "part cover")
		want := strings.Join(strings.Fields(c.want), " ")
		if c.text == "{{X}} {#a}" {
			want += ` " {#a}" @7:25`
		}
		if dump != want {
			t.Errorf("%q:\n  got  %s\n  want %s", c.text, dump, want)
		}
		if got := strings.Join(reports(&r), ", "); got != c.faults {
			t.Errorf("%q: reported %s, want %s", c.text, got, c.faults)
		}
	}
}

// TestBlocks reads the text of a box that stands elsewhere.
func TestBlocks(t *testing.T) {
	var r source.Reporter
	blocks := Blocks("One {{a}}.[^x]\n\n1. two\n\n[^x]: Note.", source.Pos{File: 2, A: 7, B: 5}, Options{}, &r)
	if len(r.All()) > 0 || len(blocks) != 2 {
		t.Fatalf("%d blocks, %v", len(blocks), r.All())
	}
	p := blocks[0].(*doc.Paragraph)
	s := p.Text[1].(*doc.Stat)
	if p.Numbered || s.Fact != "a" || s.At.Start != (source.Pos{File: 2, A: 7, B: 9}) {
		t.Errorf("paragraph is %+v with %+v", p, s)
	}
	if l := blocks[1].(*doc.List); !l.Ordered || l.At.Start != (source.Pos{File: 2, A: 9, B: 5}) {
		t.Errorf("list is %+v", l)
	}
}

// TestUnnumbered: nothing is numbered in the foreword, and saying so is no
// fault there.
func TestUnnumbered(t *testing.T) {
	text := []byte(head + "One.\n\n- Two.\n\nThree. {.unnumbered}\n")
	for _, unnumbered := range []bool{true, false} {
		var r source.Reporter
		p := Read(text, 1, Options{Unnumbered: unnumbered}, &r)
		if len(r.All()) > 0 {
			t.Error(r.All())
		}
		if got := p.Blocks[1].(*doc.Paragraph).Numbered; got == unnumbered {
			t.Errorf("unnumbered %v: paragraph numbered %v", unnumbered, got)
		}
		if p.Blocks[3].(*doc.Paragraph).Numbered {
			t.Error("{.unnumbered} is numbered")
		}
	}
}

// TestLanguages: texts by language are those of the language that is read.
func TestLanguages(t *testing.T) {
	text := []byte(head + "```box\ntitle: {en: Example, fr: Exemple}\ntext: {en: Text, fr: Texte}\n```\n")
	for lang, want := range map[string]string{"en": "Example Text", "fr-CH": "Exemple Texte"} {
		var r source.Reporter
		p := Read(text, 1, Options{Lang: lang}, &r)
		if got := strings.Join(strings.Fields(plain(p.Blocks[1:])), " "); got != want || len(r.All()) > 0 {
			t.Errorf("%s: %q, want %q, %v", lang, got, want, r.All())
		}
	}
}

// TestPictures: the loader is asked for clean names only, and is not needed.
func TestPictures(t *testing.T) {
	text := head
	for _, name := range []string{"a.png", "pictures/b.jpg", "/etc/passwd", "../c.png", "d\\..\\e.png"} {
		text += "```picture\nfile: '" + name + "'\nalt: A\n```\n"
	}
	var asked []string
	load := func(name string, at source.Span) (*doc.Image, bool) {
		asked = append(asked, fmt.Sprint(name, at.Start.A))
		return &doc.Image{Name: name}, true
	}
	var r source.Reporter
	Read([]byte(text), 1, Options{Picture: load}, &r)
	if got := strings.Join(asked, " "); got != "a.png4 pictures/b.jpg8" {
		t.Errorf("asked for %s", got)
	}
	if got := strings.Join(reports(&r), " "); got != "block-picture 12:7 block-picture 16:7 block-picture 20:7" {
		t.Errorf("reported %s", got)
	}
	if p := Read([]byte(text), 1, Options{}, &source.Reporter{}); len(p.Blocks) != 1 {
		t.Errorf("%d blocks without a loader", len(p.Blocks))
	}
}

func TestUnescape(t *testing.T) {
	for raw, want := range map[string]string{
		`a\*b`: "a*b", `a\b`: `a\b`, `\\`: `\`, `a\`: `a\`, "a \t b": "a b", "a\u00a0\u00a0b": "a\u00a0\u00a0b",
		"&amp;lt;": "&lt;", `\&amp;`: "&amp;", "&nbsp;": "\u00a0", "&#x2019;": "’", "&#x1F;": "&#x1F;", "&#32;": "&#32;", "& b;": "& b;",
		"&" + strings.Repeat("a", 50) + ";": "&" + strings.Repeat("a", 50) + ";",
	} {
		if got := unescape([]byte(raw)); got != want {
			t.Errorf("unescape(%q) = %q, want %q", raw, got, want)
		}
	}
}
