package decide

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"

	"pgregory.net/rapid"
)

// fruit is an area with a section of either kind.
type fruit struct {
	Kinds  List             `yaml:"kinds"`
	Places strict.Map[List] `yaml:"places"`
}

func (f *fruit) sections() []Section {
	return []Section{{"kinds", &f.Kinds, nil}, {"places", nil, &f.Places}}
}

func decode(text []byte, base source.Pos, r *source.Reporter) []Section {
	var f struct {
		HR    strict.Any `yaml:"hr"`
		Fruit fruit      `yaml:"fruit"`
		Asked struct {
			HR    strict.Any `yaml:"hr"`
			Fruit fruit      `yaml:"fruit"`
		} `yaml:"asked"`
	}
	strict.Decode(text, base, &f, r)
	return append(f.Fruit.sections(), f.Asked.Fruit.sections()...)
}

func read(text string) (*Decisions, string) {
	var files source.Files
	var r source.Reporter
	d := Read([]byte(text), files.Add("d.yaml", []byte(text)), "fruit", decode, &r)
	var out []string
	for _, x := range r.All() {
		out = append(out, files.String(x.At.Start)+" "+x.Message)
	}
	return d, strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	d, faults := read(`# kept by hand
hr: {anything: [at, all]}
fruit:
  kinds: {"Big  Apple": apple, "pear": {leave-out: "rotten"}, "plum":}
  places: {tree: {"left": 1}, shelf: {"left": 2}}
asked:
  fruit:
    kinds:
      "plum": plum
      "big apple": pear
`)
	if faults != `d.yaml:10:7 "big apple" is decided a second time, and otherwise` {
		t.Error(faults)
	}
	for _, c := range []struct {
		path Path
		want string
	}{
		{Path{"kinds", "big apple"}, "apple"},
		{Path{"kinds", "PEAR"}, "leave out: rotten"},
		{Path{"kinds", "plum"}, "plum"},
		{Path{"places", "Tree", "left"}, "1"},
		{Path{"places", "shelf", " left "}, "2"},
		{Path{"places", "left"}, ""},
	} {
		x, ok := d.Find(c.path)
		if x.Answer.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %t", c.path, x.Answer, ok)
		}
	}
	var none *Decisions
	if _, ok := none.Find(Path{"kinds", "plum"}); ok {
		t.Error("no decisions decide")
	}
}

func TestAsk(t *testing.T) {
	a := Question{Path{"kinds", `the "a": #1`}, "3 rows:\n perhaps apple; write a kind"}
	b := Question{Path{"places", "tree", "left"}, "1 row; write a place"}
	const asked = askedComment + "\nasked:\n  fruit:\n    kinds:\n      \"the \\\"a\\\": #1\":    # 3 rows: perhaps apple; write a kind\n    places:\n      \"tree\":\n        \"left\":    # 1 row; write a place\n"
	for name, c := range map[string]struct {
		text string
		open []Question
		want string
	}{
		"nothing":         {"", nil, ""},
		"new file":        {"", []Question{a, b}, asked},
		"again":           {asked, []Question{a, b}, asked},
		"not any more":    {asked, nil, ""},
		"one of them":     {asked, []Question{b}, askedComment + "\nasked:\n  fruit:\n    places:\n      \"tree\":\n        \"left\":    # 1 row; write a place\n"},
		"answered stays":  {"asked:\n  fruit:\n    kinds:\n      \"x\": apple\n      \"y\":\n", nil, "asked:\n  fruit:\n    kinds:\n      \"x\": apple\n"},
		"beside another":  {"# mine\nhr:\n  grade: {x: y}   # so\n\nasked:\n  hr:\n    grade:\n      \"z\":\n", []Question{b}, "# mine\nhr:\n  grade: {x: y}   # so\n\nasked:\n  fruit:\n    places:\n      \"tree\":\n        \"left\":    # 1 row; write a place\n  hr:\n    grade:\n      \"z\":\n"},
		"leaves another":  {"asked:\n  fruit:\n    kinds:\n      \"y\":\n  hr:\n    grade:\n      \"z\":\n", nil, "asked:\n  hr:\n    grade:\n      \"z\":\n"},
		"decided by hand": {"fruit:\n  places: {tree: {left: 3}}\n", []Question{b}, "fruit:\n  places: {tree: {left: 3}}\n"},
		"hostile hint":    {"", []Question{{Path{"kinds", "a\x1b"}, "Sta\x1b[2Jff\u2028!\x00\u202eB2\ufffe"}}, askedComment + "\nasked:\n  fruit:\n    kinds:\n      \"a\\x1b\":    # Sta [2Jff ! B2\n"},
		"rows have moved": {"asked:\n  fruit:\n    places:\n      \"tree\":\n        \"left\":    # 9 rows\n", []Question{b}, "asked:\n  fruit:\n    places:\n      \"tree\":\n        \"left\":    # 1 row; write a place\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d, faults := read(c.text)
			got, ok := d.Ask(c.open)
			if faults != "" || !ok || string(got) != c.want {
				t.Errorf("%t %s got\n%s\nwant\n%s", ok, faults, got, c.want)
			}
		})
	}
}

// Who leaves something out says why: the reason stands in the ledger.
func TestReadWithoutReason(t *testing.T) {
	_, faults := read("fruit:\n  kinds:\n    fig: {leave-out: }\n    pear: {leave-out}\n    plum: {}\n    apple:\n")
	const want = `d.yaml:3:10 "fig" is left out, and no reason is given
d.yaml:4:11 "pear" is left out, and no reason is given
d.yaml:5:11 "plum" is left out, and no reason is given`
	if faults != want {
		t.Error(faults)
	}
}

// A file in another form is not touched.
func TestAskRefuses(t *testing.T) {
	for _, text := range []string{"asked:\n      \"0\":", "asked:\n      hr:\n", "asked: {fruit: {kinds: {x: }}}\n", "[a, b]\n", "fruit: {kinds: {a: b}\n"} {
		d, _ := read(text)
		if got, ok := d.Ask([]Question{{Path{"kinds", "z"}, "h"}}); ok {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// Questions that are put can be answered, answers stay through whatever is asked
// next, and asking twice changes nothing.
func TestAskKeepsAnswers(t *testing.T) {
	word := rapid.StringMatching(`[a-c "#:'\\-]{1,4}`)
	path := rapid.Custom(func(t *rapid.T) Path {
		if rapid.Bool().Draw(t, "by") {
			return Path{"places", word.Draw(t, "first"), word.Draw(t, "key")}
		}
		return Path{"kinds", word.Draw(t, "key")}
	})
	rapid.Check(t, func(t *rapid.T) {
		var open []Question
		seen := map[string]bool{}
		for _, p := range rapid.SliceOfN(path, 1, 6).Draw(t, "open") {
			if blank := strings.TrimSpace(p[len(p)-1]) == "" || strings.TrimSpace(p[1]) == ""; !blank && !seen[p.key()] {
				open = append(open, Question{p, "a hint"})
				seen[p.key()] = true
			}
		}
		d, _ := read("# first\n")
		text, ok := d.Ask(open)
		if !ok {
			t.Fatalf("%v cannot be asked", open)
		}
		d, faults := read(string(text))
		if again, ok := d.Ask(open); !ok || string(again) != string(text) || faults != "" {
			t.Fatalf("asked twice: %s\n%s\n%s", faults, text, again)
		}
		answered := strings.ReplaceAll(string(text), ":    # a hint", ": yes")
		d, faults = read(answered)
		for _, q := range open {
			if x, ok := d.Find(q.Path); !ok || x.Value != "yes" {
				t.Fatalf("%q has no answer in\n%s%s", q.Path, answered, faults)
			}
		}
		after, ok := d.Ask([]Question{{Path{"kinds", "new"}, "h"}})
		if !ok || strings.Count(string(after), ": yes") != len(open) {
			t.Fatalf("answers are lost:\n%s", after)
		}
	})
}

func FuzzAsk(f *testing.F) {
	for _, seed := range []string{"", "fruit: {kinds: {a: b}}\n", "asked:\n  fruit:\n    kinds:\n      \"a\":   # h\n", "asked:\n  hr:\n    x:\n\n# c\n", "\r\nasked: \r\n  fruit:\r\n"} {
		f.Add(seed, "a")
	}
	f.Fuzz(func(t *testing.T, text, key string) {
		d, faults := read(text)
		out, ok := d.Ask([]Question{{Path{"kinds", key}, "h"}, {Path{"places", key, "b"}, fmt.Sprint(len(key))}})
		if faults == "" && ok {
			if _, again := read(string(out)); again != "" {
				t.Fatalf("%q became %q: %s", text, out, again)
			}
		}
	})
}
