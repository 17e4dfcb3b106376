package source

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFilesString(t *testing.T) {
	var f Files
	text := f.Add("facts.yaml", []byte("a: 1\nb: é2\n"))
	sheet := f.AddSheet("hr.xlsx", "Posts")
	for _, c := range []struct {
		p    Pos
		want string
	}{
		{Pos{text, 2, 4}, "facts.yaml:2:4"},
		{Pos{text, 2, 0}, "facts.yaml:2"},
		{Pos{text, 0, 0}, "facts.yaml"},
		{Pos{sheet, 14, 3}, "hr.xlsx!Posts!C14"},
		{Pos{sheet, 0, 28}, "hr.xlsx!Posts!AB"},
		{Pos{sheet, 0, 0}, "hr.xlsx!Posts"},
		{Pos{}, ""},
		{Pos{99, 1, 1}, ""},
	} {
		if got := f.String(c.p); got != c.want {
			t.Errorf("String(%v) = %q, want %q", c.p, got, c.want)
		}
	}
	if got := f.Line(Pos{text, 2, 1}); got != "b: é2" {
		t.Errorf("Line = %q", got)
	}
	if got := f.Line(Pos{text, 9, 1}); got != "" {
		t.Errorf("line outside = %q, want none", got)
	}
}

func TestLinesCountsRunes(t *testing.T) {
	text := []byte("é\nabé d\n")
	l := NewLines(1, text)
	if got, want := l.Pos(strings.Index(string(text), "d")), (Pos{1, 2, 5}); got != want {
		t.Errorf("Pos = %v, want %v", got, want)
	}
	if got, want := l.Pos(1000), (Pos{1, 3, 1}); got != want {
		t.Errorf("clamped Pos = %v, want %v", got, want)
	}
}

func TestReporterOrder(t *testing.T) {
	var r Reporter
	r.Warn("b", At(Pos{2, 1, 1}), "later file", "")
	r.Error("a", At(Pos{1, 5, 1}), "later line", "")
	r.Error("a", At(Pos{1, 2, 7}), "first", "")
	r.Error("a", At(Pos{1, 2, 7}), "first", "")
	var got []string
	for _, d := range r.All() {
		got = append(got, d.Message)
	}
	if strings.Join(got, ",") != "first,later line,later file" {
		t.Errorf("order = %v", got)
	}
	if !r.Failed() {
		t.Error("an error did not fail the run")
	}
}

func TestReporterBound(t *testing.T) {
	var r Reporter
	for i := range MaxDiagnostics + 10 {
		r.Error("x", At(Pos{1, int32(i), 0}), "m", "")
	}
	if len(r.All()) != MaxDiagnostics || r.Dropped() != 10 {
		t.Errorf("kept %d, dropped %d", len(r.All()), r.Dropped())
	}
}

func TestNearest(t *testing.T) {
	names := []string{"title", "text", "kind", "source"}
	for word, want := range map[string]string{
		"titel": "title", "tile": "title", "knid": "kind", "sorce": "source", "Title": "title",
		"colour": "", "": "", "x": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestDistanceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringMatching(`[ab]{0,6}`).Draw(t, "a")
		b := rapid.StringMatching(`[ab]{0,6}`).Draw(t, "b")
		d := distance(a, b, 20)
		if d != distance(b, a, 20) {
			t.Fatal("not symmetric")
		}
		if (d == 0) != (a == b) {
			t.Fatalf("distance(%q, %q) = %d", a, b, d)
		}
	})
}
