package audit

import (
	"strings"
	"testing"

	"assemble/inputs/source"

	"pgregory.net/rapid"
)

func span(file source.FileID, from, to int32) source.Span {
	return source.Span{Start: source.Pos{File: file, A: from, B: 3}, End: source.Pos{File: file, A: to, B: 1}}
}

func TestSpans(t *testing.T) {
	var files source.Files
	facts, data := files.Add("facts.yaml", nil), files.Add("data/headcount-2017.csv", nil)
	sheet := files.AddSheet("hr.xlsx", "Posts")
	o := newOrigins(nil, &files)
	for _, c := range []struct {
		list []source.Span
		want string
	}{
		{nil, ""},
		{[]source.Span{{}}, ""},
		{[]source.Span{span(facts, 12, 12)}, "facts.yaml:12"},
		{[]source.Span{span(facts, 12, 0)}, "facts.yaml:12"},
		{[]source.Span{span(data, 14, 20), span(data, 21, 33)}, "data/headcount-2017.csv:14-33"},
		{[]source.Span{span(data, 9, 9), span(facts, 3, 3), span(data, 2, 2), span(data, 4, 6), span(data, 5, 5)}, "facts.yaml:3; data/headcount-2017.csv:2,4-6,9"},
		{[]source.Span{span(sheet, 14, 16)}, "hr.xlsx!Posts:14-16"},
		{[]source.Span{span(facts, 0, 0), span(data, 1, 1)}, "facts.yaml; data/headcount-2017.csv:1"},
	} {
		if got := Lines(c.list, o.files); got != c.want {
			t.Errorf("%v: %q, not %q", c.list, got, c.want)
		}
	}
}

// A cell of a spreadsheet is not overrun, and says that there is more.
func TestSpansAreBounded(t *testing.T) {
	var files source.Files
	id := files.Add("data.csv", nil)
	var list []source.Span
	for i := range int32(20_000) {
		list = append(list, span(id, 2*i+1, 2*i+1))
	}
	got := Lines(list, &files)
	if len(got) > longest+30 || !strings.HasPrefix(got, "data.csv:1,3,5,") || !strings.HasSuffix(got, " more") {
		t.Errorf("%d letters, ending in %q", len(got), got[len(got)-20:])
	}
}

// Merged lines are the same lines, in order, and apart from each other.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []source.Span
		want := map[[2]int32]bool{}
		for range rapid.IntRange(0, 30).Draw(t, "n") {
			f, a := rapid.Int32Range(1, 2).Draw(t, "file"), rapid.Int32Range(1, 60).Draw(t, "from")
			b := a + rapid.Int32Range(0, 5).Draw(t, "more")
			list = append(list, span(source.FileID(f), a, b))
			for i := a; i <= b; i++ {
				want[[2]int32{f, i}] = true
			}
		}
		got := map[[2]int32]bool{}
		merged := merge(list)
		for i, l := range merged {
			for n := l.from; n <= l.to; n++ {
				got[[2]int32{int32(l.file), n}] = true
			}
			if i > 0 && merged[i-1].file == l.file && merged[i-1].to+1 >= l.from {
				t.Fatalf("%v and %v are not merged", merged[i-1], l)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d lines, not %d", len(got), len(want))
		}
		for k := range want {
			if !got[k] {
				t.Fatalf("line %v is lost", k)
			}
		}
	})
}

// What a figure was computed from is followed to the files, once, rings too.
func TestOrigins(t *testing.T) {
	e := newEdition()
	e.ledger["deep"] = source.Provenance{Method: "change", Of: []source.Key{"passes.share", "passes.total", "nowhere"}}
	o := newOrigins(e.ledger, &e.files)
	for _, c := range []struct {
		call call
		want origin
	}{
		{call{key: "passes.total"}, origin{"quoted", "", "facts.yaml:5", "Register of passes"}},
		{call{key: "passes.share"}, origin{"share", "passes.open; passes.total", "facts.yaml:5-8,12", "Register of passes; Snow log"}},
		{call{key: "ring"}, origin{"sum", "ring; passes.total", "facts.yaml:5", "Register of passes"}},
		{call{key: "deep"}, origin{"change", "passes.share; passes.total; nowhere", "facts.yaml:5-8,12", "Register of passes; Snow log"}},
		{call{key: "nowhere"}, origin{method: "unknown"}},
		{call{typed, source.Pos{File: e.text, A: 3, B: 1}}, origin{method: "typed", from: "manuscript/en/part.md:3"}},
	} {
		for range 2 { // the second time from memory
			if got := o.of(c.call); got != c.want {
				t.Errorf("%s: %+v, not %+v", c.call.key, got, c.want)
			}
		}
	}
}
