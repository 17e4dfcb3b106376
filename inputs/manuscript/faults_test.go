package manuscript

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"assemble/inputs/source"
)

// head is the title that all texts below begin with; they begin in line 3.
const head = "# Title {#title}\n\n"

type faultCase struct{ text, want string }

// faultCases reads testdata/faults.txt.
func faultCases(t *testing.T) []faultCase {
	all, err := os.ReadFile("testdata/faults.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []faultCase
	for i, part := range strings.Split(string(all), "\n=== ") {
		want, text, _ := strings.Cut(part, "\n")
		text, _, _ = strings.Cut(text, "\n\n--- ")
		if i > 0 {
			out = append(out, faultCase{text, want})
		}
	}
	if len(out) < 100 {
		t.Fatalf("%d cases read", len(out))
	}
	return out
}

// TestFaults: what is wrong, with its place. Nothing else may be reported.
func TestFaults(t *testing.T) {
	cases := faultCases(t)
	cases = append(cases, []faultCase{
		{"See {{=" + strings.Repeat("9", 31) + "}}.", "fact-typed 3:5"},
		{"|a|" + strings.Repeat("b|", maxColumns) + "\n|-|" + strings.Repeat("-|", maxColumns), "table-columns 3:1"},
		{"a\x00b\x1bc", "text-control 3:2, text-control 3:4"},
		{"é\u202eb", "text-control 3:2"},
		{"a\u0085b\u2028c", "text-control 3:2, text-control 3:4"},
		{"a\rb", "text-control 3:2"},
		{"é\xffb", "text-encoding 3:2"},
		{strings.Repeat("> ", 9) + "deep", "text-nesting 3:17"},
		{strings.Repeat("*a **a ", 12) + strings.Repeat("a** a*", 12), "text-nesting 3:81"},
		{strings.Repeat("x", maxParagraph+1), "text-line 3:1"},
		{strings.Repeat(strings.Repeat("x", 999)+"\n", 66), "text-paragraph 3:1"},
	}...)
	for _, c := range cases {
		_, got := read(head + c.text)
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%.60q\n  got  %s\n  want %s", c.text, s, c.want)
		}
	}
}

// TestWholeFileFaults are those that no title can stand before.
func TestWholeFileFaults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "heading-title 1:1"},
		{"blank", " \n\n", "heading-title 1:1"},
		{"no title", "\nText.", "heading-title 2:1"},
		{"title is second", "Text.\n\n# Title", "heading-title 1:1, heading-title 3:1"},
		{"heading is first", "## Heading", "heading-title 1:1"},
		{"too large", strings.Repeat("a", MaxBytes+1), "text-size 1:1"},
		{"word processor", "PK\x03\x04# a\n", "text-encoding 1:1"},
		{"UTF-16", "\xff\xfe#\x00", "text-encoding 1:1"},
		{"binary", "# T\n\n" + strings.Repeat("\x00", 500), "text-control"},
	} {
		_, got := read(c.text)
		if c.name == "binary" {
			if len(got) != mostFaults {
				t.Errorf("binary: %d reports, want %d", len(got), mostFaults)
			}
			continue
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.name, s, c.want)
		}
	}
}

// TestNearest: a word that is nearly right is named.
func TestNearest(t *testing.T) {
	for text, want := range map[string]string{
		"{{a | shar}}":                                 "share",
		"Text. {.unumbered}":                           "unnumbered",
		"```signatur\nname: A\n```":                    "signature",
		"```chart\nkind: stackd\ntitle: A\nof: b\n```": "stacked",
		"A.[^bse] B.[^base]\n\n[^base]: Text.":         "base",
	} {
		var r source.Reporter
		Read([]byte(head+text), 1, Options{Lang: "en"}, &r)
		if all := r.All(); len(all) != 1 || all[0].Replace != want || !strings.Contains(all[0].Fix, want) {
			t.Errorf("%q: %+v, want %q", text, all, want)
		}
	}
}

// TestMessages keeps to the form of all diagnostics: no place in the words, no
// full stop, something to do.
func TestMessages(t *testing.T) {
	texts := []string{"{{X}} {{a|b}} {{=x}} {a} `c` [](#para-1) [a](b) [^x]", "##### A\n\n***\n\n- ", "```chart\n```", "```x\n```"}
	for _, text := range texts {
		var r source.Reporter
		Read([]byte(head+text), 1, Options{Lang: "en"}, &r)
		if len(r.All()) == 0 {
			t.Errorf("%q: nothing reported", text)
		}
		for _, d := range r.All() {
			if strings.HasSuffix(d.Message, ".") || d.Message == "" || d.Fix == "" || strings.HasSuffix(d.Fix, ".") {
				t.Errorf("%q: %s", text, fmt.Sprint(d))
			}
		}
	}
}
