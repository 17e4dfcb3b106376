package survey

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"

	"pgregory.net/rapid"
)

// asks makes items: "code type wording option option", an option with a label of
// its own as "option=label".
func asks(lines ...string) []*item {
	var out []*item
	for _, line := range lines {
		w := strings.Fields(line)
		it := &item{Question: Question{Code: w[0], Type: Type(w[1]), Label: english(w[2])}, name: w[0]}
		for _, o := range w[3:] {
			code, label, ok := strings.Cut(o, "=")
			if !ok {
				label = code
			}
			it.Options = append(it.Options, Option{Code: code, Label: english(label)})
			it.names = append(it.names, code)
		}
		out = append(out, it)
	}
	return out
}

func english(s string) strict.Text {
	return strict.Text{By: []strict.Tr{{Lang: "en", Str: strict.Str{S: s}}}}
}

// tellBook puts a codebook into words, one question a line.
func tellBook(b *Codebook) string {
	var out []string
	for _, q := range b.Questions {
		s := fmt.Sprint(q.Code, " ", q.Type, " ", texts(q.Label)[0], " ", q.Years)
		for _, o := range q.Options {
			s += fmt.Sprint(" ", o.Code, o.Years)
			if o.Changed != 0 {
				s += fmt.Sprintf("(%s, changed %d from %s)", texts(o.Label)[0], o.Changed, texts(o.Before)[0])
			}
		}
		if q.Changed != 0 {
			s += fmt.Sprintf(" changed %d from %s", q.Changed, texts(q.Before)[0])
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// step is the import of a year.
type step struct {
	year  int
	lines []string
}

func imports(t *testing.T, steps ...step) (*Codebook, string) {
	t.Helper()
	var b *Codebook
	var r source.Reporter
	for _, s := range steps {
		b = mergeCodebook(b, asks(s.lines...), s.year, &r)
	}
	var out []string
	for _, d := range r.All() {
		out = append(out, d.Message)
	}
	return b, strings.Join(out, "\n")
}

func TestMergeCodebook(t *testing.T) {
	old := step{2016, []string{"a select_one old x y", "gone text G", "n integer N"}}
	now := step{2017, []string{"new text W", "a select_one new y z", "n decimal N"}}
	both := "new text W [2017]\na select_one new [2016 2017] y[2016 2017] z[2017] x[2016] changed 2017 from old\nn decimal N [2016 2017]\ngone text G [2016]"
	for name, c := range map[string]struct {
		steps        []step
		want, faults string
	}{
		"one year":         {[]step{old}, "a select_one old [2016] x[2016] y[2016]\ngone text G [2016]\nn integer N [2016]", ""},
		"the next":         {[]step{old, now}, both, ""},
		"again":            {[]step{old, now, now}, both, ""},
		"again, as it was": {[]step{old, now, {2017, []string{"a select_one old x y"}}}, "a select_one old [2016 2017] x[2016 2017] y[2016 2017]\nn decimal N [2016]\ngone text G [2016]", ""},
		"the year before":  {[]step{now, old}, "new text W [2017]\na select_one new [2016 2017] y[2016 2017] z[2017] x[2016] changed 2017 from old\nn decimal N [2016 2017]\ngone text G [2016]", ""},
		"once more":        {[]step{old, now, old}, both, ""},
		"a year off":       {[]step{old, now, {2018, []string{"a select_one new y"}}}, "a select_one new [2016 2017 2018] y[2016 2017 2018] z[2017] x[2016] changed 2017 from old\nnew text W [2017]\nn decimal N [2016 2017]\ngone text G [2016]", ""},
		"an option in other words": {
			[]step{{2016, []string{"a select_one Q x=old y"}}, {2017, []string{"a select_one Q x=new y"}}},
			"a select_one Q [2016 2017] x[2016 2017](new, changed 2017 from old) y[2016 2017]", "",
		},
		"an option in other words, again": {
			[]step{{2016, []string{"a select_one Q x=old y"}}, {2017, []string{"a select_one Q x=new y"}}, {2017, []string{"a select_one Q x=new y"}}},
			"a select_one Q [2016 2017] x[2016 2017](new, changed 2017 from old) y[2016 2017]", "",
		},
		"an option in other words, the year before": {
			[]step{{2017, []string{"a select_one Q x=new y"}}, {2016, []string{"a select_one Q x=old y"}}},
			"a select_one Q [2016 2017] x[2016 2017](new, changed 2017 from old) y[2016 2017]", "",
		},
		"an option in the old words after all": {
			[]step{{2016, []string{"a select_one Q x=old y"}}, {2017, []string{"a select_one Q x=new y"}}, {2017, []string{"a select_one Q x=old y"}}},
			"a select_one Q [2016 2017] x[2016 2017] y[2016 2017]", "",
		},
		"under another code": {
			[]step{{2016, []string{"a integer Q", "n integer N"}}, {2017, []string{"b integer Q", "n integer N"}}},
			"b integer Q [2017]\nn integer N [2016 2017]\na integer Q [2016]", "b has the wording that a had in 2016, and they are not compared",
		},
		"under another code, and of another type": {
			[]step{{2016, []string{"a integer Q"}}, {2017, []string{"b text Q"}}}, "b text Q [2017]\na integer Q [2016]", "",
		},
		"an option under another code": {
			[]step{{2016, []string{"a select_one Q x=L y"}}, {2017, []string{"a select_one Q z=L y"}}},
			"a select_one Q [2016 2017] z[2017] y[2016 2017] x[2016]", "the option z of a has the wording that x had in 2016, and they are not compared",
		},
		"all at once":       {[]step{{2016, []string{"a select_one Q x"}}, {2017, []string{"a select_multiple Q x"}}}, "a select_multiple Q [2016 2017] x[2016 2017]", ""},
		"of another type":   {[]step{{2016, []string{"a text Q"}}, {2017, []string{"a integer Q"}}}, "a integer Q [2016 2017]", "a is of type integer, and was of type text in 2016"},
		"another in a year": {[]step{{2017, []string{"a text Q"}}, {2017, []string{"a integer Q"}}}, "a integer Q [2017]", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b, faults := imports(t, c.steps...)
			if faults != c.faults {
				t.Errorf("faults %q, want %q", faults, c.faults)
			}
			if got := tellBook(b); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if faults == "" {
				var r source.Reporter
				if again := ReadCodebook(b.Text(), 1, &r); r.Failed() || tellBook(again) != c.want {
					t.Errorf("reads as\n%s\n%v", tellBook(again), r.All())
				}
			}
		})
	}
}

// To import a year again changes nothing, whatever was imported before, and each
// question is asked in just the years whose form has it.
func TestMergeIsStable(t *testing.T) {
	line := rapid.Custom(func(t *rapid.T) []string {
		var out []string
		for _, code := range []string{"a", "b", "c"} {
			if rapid.Bool().Draw(t, "asked") {
				out = append(out, code+" select_one "+rapid.SampledFrom([]string{"old", "new"}).Draw(t, "wording")+rapid.SampledFrom([]string{" x", " x y", " y z", " x=old y", " x=new z"}).Draw(t, "options"))
			}
		}
		return out
	})
	rapid.Check(t, func(t *rapid.T) {
		var b *Codebook
		var r source.Reporter
		last := map[int][]string{}
		var year int
		for range rapid.IntRange(1, 5).Draw(t, "imports") {
			year = rapid.IntRange(2015, 2017).Draw(t, "year")
			last[year] = line.Draw(t, "form")
			b = mergeCodebook(b, asks(last[year]...), year, &r)
		}
		again := mergeCodebook(b, asks(last[year]...), year, &r)
		if r.Failed() || tellBook(again) != tellBook(b) {
			t.Fatalf("%v\n%s\nbecame\n%s", r.All(), tellBook(b), tellBook(again))
		}
		for _, code := range []string{"a", "b", "c"} {
			q, known := b.Lookup(code)
			for y := 2015; y <= 2017; y++ {
				want := strings.Contains(" "+strings.Join(last[y], "\n "), " "+code+" select_one")
				if got := known && q.In(y); got != want {
					t.Fatalf("%s in %d: %t\n%s", code, y, got, tellBook(b))
				}
			}
		}
	})
}
