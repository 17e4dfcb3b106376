package strict

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
)

// mark puts the span and the first character of a text into the source: [ and
// ] for the span, ^ before the first character.
func mark(text string, base source.Pos, s Str) string {
	lines := strings.Split(text, "\n")
	put := func(p source.Pos, sign string) {
		line, col := int(p.A-base.A), int(p.B-base.B)
		r := []rune(lines[line])
		lines[line] = string(r[:col]) + sign + string(r[col:])
	}
	put(s.At.End, "]")
	if s.From.A == s.At.Start.A {
		put(s.From, "^")
		put(s.At.Start, "[")
	} else {
		put(s.At.Start, "[")
		put(s.From, "^")
	}
	return strings.Join(lines, "\n")
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a: é b # c\n", "a: [^é b] # c\n"},
		{"{a: x, b: y}\n", "{a: [^x], b: y}\n"},
		{"a: \"x \\\" y\" # c\n", "a: [\"^x \\\" y\"] # c\n"},
		{"a: 'it''s' # c\n", "a: ['^it''s'] # c\n"},
		{"a: ''\n", "a: ['^']\n"},
		{"a: \"x\n  y\" # c\n", "a: [\"^x\n  y\"] # c\n"},
		{"a: x\n  y z\nb: 1\n", "a: [^x\n  y z]\nb: 1\n"},
		{"a:\n  x y\n", "a:\n  [^x y]\n"},
		{"a: |\n  x\n    y\nb: 1\n", "a: [|\n  ^x\n    y]\nb: 1\n"},
		{"a: |2\n    x\n  y\nb: 1\n", "a: [|2\n  ^  x\n  y]\nb: 1\n"},
		{"a: |\n\n  x\nb: 1\n", "a: [|\n^\n  x]\nb: 1\n"},
		{"a: >-\n  x\n  y\n\n  z\nb: 1\n", "a: [>-\n  ^x\n  y\n\n  z]\nb: 1\n"},
		{"a: x\r\nb: 1\r\n", "a: [^x]\r\nb: 1\r\n"},
	} {
		for _, base := range []source.Pos{{File: 1, A: 1, B: 1}, {File: 1, A: 40, B: 5}} {
			var v struct {
				A Str `yaml:"a"`
				B Str `yaml:"b"`
			}
			var r source.Reporter
			if !Decode([]byte(c.text), base, &v, &r) {
				t.Fatalf("%q: %v", c.text, r.All())
			}
			if got := mark(c.text, base, v.A); got != c.want {
				t.Errorf("from %v\ngot  %q\nwant %q", base, got, c.want)
			}
		}
	}
}

func TestPlaceOfStructAndKeys(t *testing.T) {
	var v Map[inner]
	var r source.Reporter
	Decode([]byte("first:\n  name: x\nsecond: {name: y}\n"), source.Pos{File: 1}, &v, &r)
	got := fmt.Sprint(v.Entries[0].KeyAt, v.Entries[0].Value.At, v.Entries[1].KeyAt, v.Entries[1].Value.At)
	if want := "{{1 1 1} {1 1 6}} {{1 2 3} {1 2 3}} {{1 3 1} {1 3 7}} {{1 3 9} {1 3 9}}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPlaceOfFaultInsideAnotherText(t *testing.T) {
	var v inner
	var r source.Reporter
	Decode([]byte("nam: x\nname: [\n"), source.Pos{File: 7, A: 100, B: 4}, &v, &r)
	all := r.All()
	if len(all) != 1 || all[0].At.Start != (source.Pos{File: 7, A: 102, B: 4}) {
		t.Errorf("got %v", all)
	}
}
