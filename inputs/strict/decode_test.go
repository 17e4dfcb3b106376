package strict

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
)

type inner struct {
	Name  Str  `yaml:"name,required"`
	Words Text `yaml:"words"`
	At    source.Span
}

type common struct {
	ID string `yaml:"id"`
	At source.Span
}

type short struct{ N int }

func (s *short) UnmarshalText(b []byte) error {
	if string(b) != "one" {
		return fmt.Errorf("%q is not one", b)
	}
	s.N = 1
	return nil
}

type outer struct {
	common
	Symbol  Str           `yaml:"symbol"`
	Year    int           `yaml:"year"`
	Small   int8          `yaml:"small"`
	On      bool          `yaml:"on"`
	Day     Date          `yaml:"day"`
	Exact   big.Rat       `yaml:"exact"`
	Figure  Number        `yaml:"figure"`
	Width   units.Sp      `yaml:"width"`
	List    []string      `yaml:"list"`
	Inner   *inner        `yaml:"inner"`
	Inners  []inner       `yaml:"inners"`
	By      Map[int]      `yaml:"by"`
	Title   Text          `yaml:"title"`
	Plural  *plural       `yaml:"plural"`
	Short   short         `yaml:"short"`
	Nested  Map[Map[Str]] `yaml:"nested"`
	Ignored string
}

type plural struct {
	Text
	Plural Text `yaml:"plural"`
}

// read decodes into a fresh outer and returns it with the diagnostics, one a
// line: place, code, message, fix, nearest.
func read(text string) (outer, string) {
	var r source.Reporter
	var files source.Files
	var v outer
	id := files.Add("f", []byte(text))
	ok := Decode([]byte(text), source.Pos{File: id}, &v, &r)
	if ok == r.Failed() {
		return v, "the result of Decode does not agree with the reporter"
	}
	return v, list(&files, &r)
}

func list(files *source.Files, r *source.Reporter) string {
	var b strings.Builder
	for _, d := range r.All() {
		fmt.Fprintf(&b, "%s %s: %s", strings.TrimPrefix(files.String(d.At.Start), "f:"), d.Code, d.Message)
		if d.Fix != "" {
			b.WriteString("; " + d.Fix)
		}
		if d.Replace != "" {
			b.WriteString(" [" + d.Replace + "]")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestValues(t *testing.T) {
	v, faults := read(`id: NO
symbol: 1.10
year: 2017
small: -128
on: true
day: 2017-12-31
exact: 1.25
figure: "-12.50"
width: 24mm
list: [no, off, 012, ~, null, 1e3]
inner: {name: Étoile, words: {en: a, pt-BR: b}}
inners:
  - name: x
  - {name: "y"}
by: {b: 2, a: 1}
title: plain
plural: {en: one, plural: {en: many}}
short: one
nested: {NO: {2017: data/a.csv}}
`)
	if faults != "" {
		t.Fatal(faults)
	}
	got := fmt.Sprintln(v.ID, v.Symbol, v.Year, v.Small, v.On, v.Day, v.Exact.RatString(), v.Figure.Value.RatString(),
		v.Figure.Places, v.Figure.Text, v.Width == units.Mm(24000), v.List, v.Inner.Name, len(v.Inners), v.By.Keys(), v.Short.N)
	want := "NO 1.10 2017 -128 true 2017-12-31 5/4 -25/2 2 -12.50 true [no off 012 ~ null 1e3] Étoile 2 [b a] 1\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, c := range []struct {
		in   Text
		lang string
		want string
		ok   bool
	}{
		{v.Title, "en", "plain", true},
		{v.Inner.Words, "en", "a", true},
		{v.Inner.Words, "en-GB", "a", true},
		{v.Inner.Words, "pt-BR", "b", true},
		{v.Inner.Words, "pt", "", false},
		{v.Inner.Words, "fr", "", false},
		{v.Plural.Text, "en", "one", true},
		{v.Plural.Plural, "en", "many", true},
	} {
		if s, ok := c.in.In(c.lang); s.S != c.want || ok != c.ok {
			t.Errorf("In(%s) = %q, %v; want %q, %v", c.lang, s.S, ok, c.want, c.ok)
		}
	}
	if m, _ := v.Nested.Get("NO"); len(m.Entries) != 1 || m.Entries[0].Key != "2017" || m.Entries[0].Value.S != "data/a.csv" {
		t.Errorf("nested = %v", m)
	}
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown key", "titel: x\n", `1:1 yaml-unknown-key: "titel" is not a key that is known here; write title [title]`},
		{"unknown key, none near", "inners: [{name: a, colour: b}]\n", `1:20 yaml-unknown-key: "colour" is not a key that is known here; remove it, or use one of name, words`},
		{"missing", "inners:\n  - words: a\n", `2:5 yaml-missing-key: name is missing; add name: …`},
		{"missing: blank", "inner: {name: }\n", `1:8 yaml-missing-key: name is missing; add name: …`},
		{"twice", "year: 1\nyear: 2\n", `2:1 yaml-key-twice: year stands here a second time; keep one of the two`},
		{"twice in a map", "by: {a: 1, a: 2}\n", `1:12 yaml-key-twice: a stands here a second time; keep one of the two`},
		{"anchor", "symbol: &a b\n", `1:9 yaml-anchor: anchors are not read; write the value out; put a text that begins with & in quotes`},
		{"alias", "symbol: &a b\nyear: *a\n", "1:9 yaml-anchor: anchors are not read; write the value out; put a text that begins with & in quotes\n2:7 yaml-alias: aliases are not read; write the value out; put a text that begins with * in quotes"},
		{"alias of nothing", "symbol: *a\n", `1:9 yaml-syntax: this is not valid YAML: unknown anchor 'a' referenced; put a text that begins with * in quotes`},
		{"tag", "symbol: !!str b\n", `1:9 yaml-tag: tags are not read; write the value out; put a text that begins with ! in quotes`},
		{"bare tag", "symbol: ! b\n", `1:9 yaml-tag: tags are not read; write the value out; put a text that begins with ! in quotes`},
		{"at sign", "symbol: @b\n", `1:9 yaml-syntax: this is not valid YAML: found character that cannot start any token; put a text that begins with @ in quotes`},
		{"colon", "symbol: Principle 1: x\n", `1:20 yaml-syntax: this is not valid YAML: mapping values are not allowed in this context; put a text that holds ": " in quotes`},
		{"key without a colon", "inner\n  name: b\n", `2:7 yaml-syntax: this is not valid YAML: mapping values are not allowed in this context; put a text that holds ": " in quotes, or write a colon behind the key in the line before`},
		{"tab", "inner:\n\tname: b\n", `2:1 yaml-syntax: a tab stands here, which YAML does not read; indent with spaces instead of tabs`},
		{"quote left open", "symbol: x\nid: \"y\n", `2:5 yaml-syntax: this is not valid YAML: found unexpected end of stream; close the quote or bracket that opens here`},
		{"two documents", "year: 1\n---\nyear: 2\n", `2:1 yaml-documents: a second document begins here; remove the line that begins with ---`},
		{"braces", "symbol: {{a.b}}\n", `1:9 yaml-braces: a text that begins with {{ stands outside quotes; put the text in quotes`},
		{"braces in a list", "list: [{{a.b}}]\n", `1:8 yaml-braces: a text that begins with {{ stands outside quotes; put the text in quotes`},
		{"list for text", "symbol: [a]\n", `1:9 yaml-type: a list stands here where a text is wanted`},
		{"keys for text", "id: {a: b}\n", `1:5 yaml-type: keys stand here where a text is wanted`},
		{"text for list", "list: a\n", `1:7 yaml-type: "a" stands here where a list is wanted; write [a, b], or one line with a dash for each item`},
		{"text for keys", "inner: a\n", `1:8 yaml-type: "a" stands here where a set of keys is wanted; write name: …, words: …`},
		{"text for a map", "by: a\n", `1:5 yaml-type: "a" stands here where a set of keys is wanted; write key: value, one on a line`},
		{"list for a document", "- a\n", `1:1 yaml-type: a list stands here where a set of keys is wanted; write id: …, symbol: …, year: …, small: …, on: …, day: …, exact: …, figure: …, width: …, list: …, inner: …, inners: …, by: …, title: …, plural: …, short: …, nested: …`},
		{"boolean", "on: yes\n", `1:5 yaml-type: "yes" stands here where true or false is wanted; write true or false`},
		{"octal", "year: 012\n", `1:7 yaml-type: "012" stands here where a whole number is wanted; write digits only, without a leading zero`},
		{"decimal year", "year: 1.5\n", `1:7 yaml-type: "1.5" stands here where a whole number is wanted; write digits only, without a leading zero`},
		{"too large", "small: 128\n", `1:8 yaml-type: "128" stands here where a whole number is wanted; write digits only, without a leading zero`},
		{"thousands", "figure: 137,839\n", `1:9 yaml-type: "137,839" stands here where a number is wanted; write digits, with a point for decimals and nothing between thousands: 137839 or 1.5`},
		{"thousands in braces", "inner: {name: 1,230}\n", `1:17 yaml-comma: the comma before 230 ends the value: in braces it stands between keys; write a number with a point for decimals and nothing between thousands, 137839 or 1.5; put a text with a comma in quotes`},
		{"marks of a word processor", "title: {en: “a”}\n", "1:13 yaml-marks: “ and ” are printed, for YAML knows straight quotation marks only; write \"…\" in their place; if they are to be printed, put straight ones around them"},
		{"marks around a colon", "title: {en: “a: b”}\n", "1:15 yaml-syntax: this is not valid YAML: did not find expected ',' or '}'; write straight quotation marks, \", in place of “ and ”"},
		{"exponent", "exact: 1e999999999\n", `1:8 yaml-type: "1e999999999" stands here where a number is wanted; write digits, with a point for decimals and nothing between thousands: 137839 or 1.5`},
		{"no such day", "day: 2017-02-29\n", `1:6 yaml-type: "2017-02-29" stands here where a date is wanted; write year, month and day of a day that exists: 2017-12-31`},
		{"length", "width: wide\n", `1:8 yaml-value: "wide" is not a length such as 24mm or 10.5`},
		{"text that does not read", "short: two\n", `1:8 yaml-value: "two" is not one`},
		{"language", "title: {english: a}\n", `1:9 yaml-language: "english" is not a language tag; write a tag such as en, fr or es`},
		{"list for text by language", "title: [a]\n", `1:8 yaml-type: a list stands here where a text, or a text by language, is wanted; write {en: …}`},
		{"language key beside others", "plural: {En: a}\n", `1:10 yaml-unknown-key: "En" is not a key that is known here; remove it, or use one of plural`},
		{"empty item", "list: [a, , b]\n", `1:11 yaml-syntax: this is not valid YAML: did not find expected node content; check quotes, brackets and indentation here and in the line before`},
		{"empty item, block", "list:\n  - a\n  -\n", `3:4 yaml-blank: this item of the list is empty; write a value, or remove the item`},
		{"key of a list", "? [a]\n: b\n", `1:3 yaml-key: a key must be a word`},
		{"all at once", "year: x\ntitel: y\non: 1\n", "1:7 yaml-type: \"x\" stands here where a whole number is wanted; write digits only, without a leading zero\n" +
			"2:1 yaml-unknown-key: \"titel\" is not a key that is known here; write title [title]\n" +
			"3:5 yaml-type: \"1\" stands here where true or false is wanted; write true or false"},
	} {
		expect(t, c.name, c.text, c.want)
	}
}

// expect reads a text and compares its faults.
func expect(t *testing.T, name, text, want string) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		_, got := read(text)
		if diff := cmp.Diff(want, strings.TrimSuffix(got, "\n")); diff != "" {
			t.Error(diff)
		}
	})
}

func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"bytes", "year: 1\nid: \xff\n", `2:5 yaml-characters: this is not UTF-8 text; save the file as UTF-8 text with ordinary line ends`},
		{"UTF-16", "\xff\xfea\x00", `1:1 yaml-characters: this is not UTF-8 text; save the file as UTF-8 text with ordinary line ends`},
		{"control", "id: é\x01\n", `1:6 yaml-characters: the control character U+0001 stands here; save the file as UTF-8 text with ordinary line ends`},
		{"line separator", "id: a\u2028b\n", `1:6 yaml-characters: the invisible character U+2028 stands here; save the file as UTF-8 text with ordinary line ends`},
		{"behind a byte order mark", "\ufefftitel: x\n", `1:1 yaml-unknown-key: "titel" is not a key that is known here; write title [title]`},
		{"old line ends", "id: a\ryear: 1\r", `1:6 yaml-characters: a carriage return stands alone; save the file as UTF-8 text with ordinary line ends`},
		{"deep", "list: " + strings.Repeat("[", 100) + "\n", `1:31 yaml-syntax: this is not valid YAML: exceeded max depth of 24; nest less deeply`},
		{"large", strings.Repeat("# a comment\n", 1<<19), `1:1 yaml-size: the text is larger than 4194304 bytes; split it, or check that it is the right file`},
		{"many", "list: [" + strings.Repeat("a,", MaxNodes) + "]\n", `1:400002 yaml-size: the text has too many parts; split it, or check that it is the right file`},
	} {
		expect(t, c.name, c.text, c.want)
	}
}

func TestHarmless(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "comment": "# nothing\n", "marker": "---\nyear: 1\n", "byte order mark": "\ufeffyear: 1\n",
		"CRLF": "year: 1\r\nid: a\r\n", "blank values": "year:\ntitle:\nlist:\nday:\ninner:\nfigure:\non:\n",
		"tab in a text": "title: |\n  a\tb\n", "marks to be printed": "title: \"“a”\"\n", "marks inside": "title: a “b”\n",
		"two pairs of marks": "title: “a” and “b”\n",
	} {
		if _, faults := read(text); faults != "" {
			t.Errorf("%s: %s", name, faults)
		}
	}
	if v, _ := read("id: a\r\ntitle: |\r\n  b\r\n  c\r\n"); v.ID != "a" || v.Title.By[0].S != "b\nc\n" {
		t.Errorf("CRLF: %q, %q", v.ID, v.Title.By[0].S)
	}
}

func TestDecodeWantsAPointer(t *testing.T) {
	for name, v := range map[string]any{"value": outer{}, "nil": (*outer)(nil), "float": new(float64)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			Decode([]byte("1"), source.Pos{}, v, &source.Reporter{})
		}()
	}
}

func TestReadsOverWhatIsThere(t *testing.T) {
	type profile struct {
		Zero *string `yaml:"zero"`
		Min  *int    `yaml:"min"`
	}
	type look struct {
		Name  string                        `yaml:"name"`
		Width units.Sp                      `yaml:"width"`
		By    map[string]map[string]profile `yaml:"by"`
		Inner *inner                        `yaml:"inner"`
	}
	four, dash := 4, "—"
	v := look{
		Name: "council", Width: units.Pt, Inner: &inner{Name: Str{S: "kept"}},
		By: map[string]map[string]profile{"en": {"table": {Zero: &dash, Min: &four}}},
	}
	var r source.Reporter
	text := "width: 2pt\nname:\nby: {en: {table: {zero: \"\"}, prose: {min: 5}}, fr: {}}\ninner: {words: a, name: kept}\n"
	if !Decode([]byte(text), source.Pos{File: 1}, &v, &r) {
		t.Fatal(r.All())
	}
	table, prose := v.By["en"]["table"], v.By["en"]["prose"]
	got := fmt.Sprint(v.Name, v.Width, v.Inner.Name, *table.Zero == "", *table.Min, prose.Zero == nil, *prose.Min, len(v.By))
	if want := "council2 kept true 4 true 5 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
