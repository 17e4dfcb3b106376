package manuscript

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// behind returns what stands in a text from a place to the end of the line.
func behind(lines []string, at source.Pos) string {
	if at.A < 1 || int(at.A) > len(lines) {
		return ""
	}
	line := []rune(lines[at.A-1])
	if at.B < 1 || int(at.B) > len(line)+1 {
		return ""
	}
	return string(line[at.B-1:])
}

// begins reports whether words are what the rest of a line says, or, where YAML
// folds lines, begin with all of it.
func begins(words, rest string) bool {
	said := unescape([]byte(strings.NewReplacer("''", "'", `\"`, `"`).Replace(rest)))
	return strings.HasPrefix(said, words) || said != "" && strings.HasPrefix(words, said)
}

// TestPlaces looks up in the text what every inline and block says of where it
// stands, in all files that are read by the tests.
func TestPlaces(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.md")
	seen := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		p, _ := read(string(text))
		at := func(what string, at source.Span, want ...string) {
			seen++
			rest := behind(lines, at.Start)
			for _, w := range want {
				if strings.HasPrefix(rest, w) {
					return
				}
			}
			t.Errorf("%s: %s at %d:%d finds %.30q", name, what, at.Start.A, at.Start.B, rest)
		}
		doc.Inlines(p.Blocks, func(run *[]doc.Inline) {
			doc.Each(*run, func(in doc.Inline) {
				switch in := in.(type) {
				case *doc.Text:
					seen++
					rest := behind(lines, in.At.Start)
					if words := strings.TrimRight(in.S, " "); !begins(words, rest) {
						t.Errorf("%s: %q at %d:%d finds %.30q", name, in.S, in.At.Start.A, in.At.Start.B, rest)
					}
				case *doc.Ref:
					at("reference", in.At, "[")
				case *doc.Footnote:
					at("footnote", in.At, "[^"+in.Name+"]")
				}
			})
		})
		doc.Stats(p.Blocks, func(s *doc.Stat) { at("figure", s.At, "{{", s.Fact, `"{{`) })
		doc.Blocks(p.Blocks, func(b doc.Block) {
			rest := behind(lines, b.Common().At.Start)
			if seen++; strings.TrimLeft(rest, " \t") != rest || rest == "" {
				t.Errorf("%s: %T at %v finds %.30q", name, b, b.Common().At.Start, rest)
			}
		})
	}
	if seen < 400 {
		t.Errorf("only %d places were seen", seen)
	}
}

// TestLineEnds: a file from Windows, with a byte order mark and CRLF, reads
// like any other, at the same places.
func TestLineEnds(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.md")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, want := read(string(text))
		q, got := read("\ufeff" + strings.ReplaceAll(string(text), "\n", "\r\n"))
		if a, b := string(doc.DumpPlaces(p)), string(doc.DumpPlaces(q)); a != b || strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s reads otherwise with CRLF: %v", name, got)
		}
	}
}

// TestScalars looks for a word in texts of all the ways YAML has to write one.
func TestScalars(t *testing.T) {
	for _, yaml := range []string{
		"text: one HERE", "text: one\n  two\n\n   three HERE", "text: 'one''s ''two'' HERE'", "text: 'one''s\n  ''two'' HERE'",
		`text: "one \"two\" HERE"`, `text: "one\ttwo\nthree \\ HERE"`, "text: \"one \\\n  two HERE\"", "text: \"one\n\n  two\n HERE\"",
		"text: one ''two'' \\\\ HERE", `text: "one \\{\\\\HERE"`, `text: '\\\\ HERE'`,
		"text: |\n  one\n    two\n\n  HERE", "text: |-\n\n    one\n    HERE", "text: >\n  one\n  two\n\n  HERE", "text: >+\n  one\n   two\n  HERE\n\n",
		"text: {fr: un,\n  en: \"é日本 HERE\"}",
	} {
		var in struct {
			Text strict.Text `yaml:"text"`
		}
		var r source.Reporter
		base := source.Pos{File: 1, A: 4, B: 3}
		if !strict.Decode([]byte(yaml), base, &in, &r) {
			t.Fatalf("%q: %v", yaml, r.All())
		}
		s, _ := in.Text.In("en")
		y := &yamlBlock{reading: &reading{r: &r}, text: []byte(yaml), from: base}
		got := y.nested(s).at.pos(strings.Index(s.S, "HERE"))
		before := yaml[:strings.Index(yaml, "HERE")]
		want := source.Pos{File: 1, A: 4 + int32(strings.Count(before, "\n")), B: 3 + int32(utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]))}
		if got != want {
			t.Errorf("%q: HERE is at %d:%d, want %d:%d", yaml, got.A, got.B, want.A, want.B)
		}
	}
}

// TestPos counts from every offset, in any order.
func TestPos(t *testing.T) {
	text := "é1\n\nab日本\nz"
	p := newPlaces([]byte(text), source.Pos{File: 7, A: 10, B: 5})
	for _, c := range []struct {
		offset    int
		line, col int32
	}{
		{0, 10, 5}, {2, 10, 6}, {4, 11, 5}, {5, 12, 5}, {10, 12, 8}, {7, 12, 7}, {14, 13, 5}, {0, 10, 5}, {99, 13, 6}, {-1, 10, 5},
	} {
		if got, want := p.pos(c.offset), (source.Pos{File: 7, A: c.line, B: c.col}); got != want {
			t.Errorf("pos(%d) = %v, want %v", c.offset, got, want)
		}
	}
	if p.head(7) != 5 || p.head(5) != 5 || p.head(4) != 4 {
		t.Error("head is not that of the line")
	}
}
