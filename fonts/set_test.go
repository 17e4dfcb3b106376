package fonts

import (
	"slices"
	"testing"
)

func TestNearestFace(t *testing.T) {
	cases := []struct {
		style Style
		want  string
	}{
		{Style{"serif", 400, false}, "SourceSerif4-Regular"},
		{Style{"serif", 400, true}, "SourceSerif4-Italic"},
		{Style{"serif", 600, false}, "SourceSerif4-SemiBold"},
		{Style{"serif", 600, true}, "SourceSerif4-SemiBoldItalic"},
		{Style{"sans", 400, false}, "SourceSans3-Regular"},
		{Style{"sans", 400, true}, "SourceSans3-Italic"},
		{Style{"sans", 600, false}, "SourceSans3-SemiBold"},
		{Style{}, "SourceSerif4-Regular"},
		{Style{Family: "no such family"}, "SourceSerif4-Regular"},
		{Style{"serif", 500, false}, "SourceSerif4-Regular"}, // as far from 600: the lighter one
		{Style{"serif", 501, false}, "SourceSerif4-SemiBold"},
		{Style{"serif", 900, false}, "SourceSerif4-SemiBold"},
		{Style{"serif", 1, true}, "SourceSerif4-Italic"},
		{Style{"sans", 600, true}, "SourceSans3-Italic"}, // slant before weight
		{Style{"noto-sans", 600, true}, "NotoSans-Bold"},
		{Style{"noto-serif", 700, true}, "NotoSerif-Regular"},
	}
	for _, c := range cases {
		if got := Embedded().Face(c.style).Name(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.style, got, c.want)
		}
	}
}

func TestSetLists(t *testing.T) {
	s := Embedded()
	want := []string{"serif", "sans", "noto-serif", "noto-sans", "noto-arabic", "noto-hebrew"}
	if got := s.Families(); !slices.Equal(got, want) {
		t.Errorf("families %v, want %v", got, want)
	}
	faces := s.Faces()
	for i, f := range faces {
		if s.ByName(f.Name()) != f {
			t.Errorf("ByName(%s) is another face", f.Name())
		}
		if f.Name() != embeddedFaces[i].name {
			t.Errorf("face %d is %s", i, f.Name())
		}
	}
	if s.ByName("Comic") != nil {
		t.Error("found a face that is not there")
	}
	faces[0] = nil
	if s.Faces()[0] == nil {
		t.Error("a caller can change the set")
	}
}

// TestChain: the order in which faces are asked for a letter.
func TestChain(t *testing.T) {
	cases := []struct {
		style     Style
		smallCaps bool
		want      []string // the first of them
	}{
		{Style{"serif", 400, false}, false, []string{"SourceSerif4-Regular", "NotoSerif-Regular", "NotoSans-Regular", "SourceSerif4-Italic"}},
		{Style{"sans", 600, false}, false, []string{"SourceSans3-SemiBold", "NotoSans-Bold", "NotoSerif-Regular"}},
		{Style{"serif", 600, true}, true, []string{"SourceSerif4-SemiBold", "NotoSerif-Regular"}},
		{Style{"sans", 400, true}, true, []string{"SourceSans3-Regular", "NotoSans-Regular"}},
		{Style{"noto-hebrew", 400, true}, true, []string{"NotoSerifHebrew-Regular", "SourceSerif4-Regular"}}, // has no small capitals at all
	}
	for _, c := range cases {
		chain := Embedded().chain(c.style, c.smallCaps)
		for i, want := range c.want {
			if got := chain[i].Name(); got != want {
				t.Errorf("%+v: face %d is %s, want %s", c.style, i, got, want)
			}
		}
		if len(chain) != len(Embedded().Faces()) {
			t.Errorf("%+v: %d faces in the chain, want all %d", c.style, len(chain), len(Embedded().Faces()))
		}
	}
}
