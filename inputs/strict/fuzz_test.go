package strict

import (
	"strings"
	"testing"

	"assemble/inputs/source"
)

// FuzzDecode: no text panics, the result agrees with the reporter, and every
// place lies in the text.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "id: a\n", "title: {en: a, fr: b}\nlist: [1, 2]\n", "a: &x [*x]\n", "{{x}}: {{y}}\n", "a: !!binary x\n",
		"inners:\n  - {name: 'it''s', words: \"\\u00e9\"}\n", "title: |2-\n    x\n\n  y\n", "figure: 1.50\nexact: -0\n",
		"plural: {en: a, plural: b}\n", "nested: {a: {b: c}}\n", "? a\n: b\n", "%YAML 1.1\n---\na: 1\n...\n", "a: >+\n\n\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v outer
		var r source.Reporter
		if Decode([]byte(text), source.Pos{File: 1}, &v, &r) == r.Failed() {
			t.Error("the result does not agree with the reporter")
		}
		lines := source.NewLines(1, []byte(text))
		last := lines.Pos(len(text))
		for _, d := range r.All() {
			if s := d.At; s.Start.A < 1 || s.Start.B < 1 || s.End.A > last.A+1 || s.End.A < s.Start.A {
				t.Errorf("%s at %v, the text ends at %v", d.Code, s, last)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	var text []byte
	for range 2000 {
		text = append(text, "- {name: a name, words: {en: some words, fr: des mots}}\n"...)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var v []inner
		var r source.Reporter
		if !Decode(text, source.Pos{File: 1}, &v, &r) {
			b.Fatal(r.All()[0])
		}
	}
}

// One long line costs its length, not the square of it.
func BenchmarkDecodeOneLine(b *testing.B) {
	text := []byte("[" + strings.Repeat("a, ", MaxNodes-10) + "b]\n")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var v []Str
		var r source.Reporter
		if !Decode(text, source.Pos{File: 1}, &v, &r) {
			b.Fatal(r.All()[0])
		}
	}
}
