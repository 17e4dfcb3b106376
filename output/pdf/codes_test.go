package pdf

import (
	"slices"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// glyphs makes glyphs from pairs of glyph and cluster.
func glyphs(pairs ...int) []frame.Glyph {
	var out []frame.Glyph
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, frame.Glyph{ID: uint16(pairs[i]), Cluster: int32(pairs[i+1]), Advance: 5 * units.Pt})
	}
	return out
}

func TestSegments(t *testing.T) {
	for _, c := range []struct {
		name, text string
		glyphs     []frame.Glyph
		says       []string // by glyph
		actual     []string // texts that must be given beside the glyphs
	}{
		{"letters", "abc", glyphs(1, 0, 2, 1, 3, 2), []string{"a", "b", "c"}, nil},
		{"ligature", "office", glyphs(1, 0, 9, 1, 4, 4, 5, 5), []string{"o", "ffi", "c", "e"}, nil},
		{"accent apart", "e\u0301x", glyphs(1, 0, 2, 0, 3, 3), []string{"e", "\u0301", "x"}, nil},
		{"letter in two parts", "éx", glyphs(1, 0, 2, 0, 3, 2), []string{"é", nothing, "x"}, []string{"é"}},
		{"three runes, two glyphs", "a\u0301\u0302b", glyphs(1, 0, 2, 0, 3, 5), []string{"a\u0301\u0302", nothing, "b"}, []string{"a\u0301\u0302"}},
		{"from right to left", "אבג", glyphs(3, 4, 2, 2, 1, 0), []string{"ג", "ב", "א"}, nil},
		{"mark from right to left", "א\u05B8ב", glyphs(2, 4, 8, 0, 1, 0), []string{"ב", "\u05B8", "א"}, nil},
		{"line end", "a\u00AD", glyphs(1, 0, 2, 1), []string{"a", "\u00AD"}, nil},
		{"soft hyphen within", "a\u00ADb", glyphs(1, 0, 2, 3), []string{"a", "b"}, nil},
		{"joiners", "a\u2060\u200B\uFEFFb", glyphs(1, 0, 2, 10), []string{"a", "b"}, nil},
		{"ignorable alone", "\u2060", glyphs(1, 0), []string{nothing}, nil},
		{"no-break space", "a\u00A0b", glyphs(1, 0, 2, 1, 3, 3), []string{"a", "\u00A0", "b"}, nil},
		{"private use", "\uE000", glyphs(1, 0), []string{"\uFFFD"}, nil},
		{"forbidden", "\x00\uFFFE", glyphs(1, 0, 2, 1), []string{"\uFFFD", "\uFFFD"}, nil},
		{"no text", "", glyphs(1, 0), []string{nothing}, nil},
		{"cluster outside", "a", glyphs(1, 0, 2, 7), []string{"a", nothing}, nil},
		{"cluster before", "a", glyphs(1, -3, 2, 0), []string{nothing, "a"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			segs, _ := segments(nil, &frame.Run{Text: c.text, Glyphs: c.glyphs})
			var says, actual []string
			for i := range segs {
				for g := segs[i].from; g < segs[i].to; g++ {
					says = append(says, segs[i].meaning(g))
				}
				if segs[i].actual {
					actual = append(actual, segs[i].text)
				}
			}
			if diff := cmp.Diff(c.says, says); diff != "" {
				t.Errorf("texts of the glyphs:\n%s", diff)
			}
			if diff := cmp.Diff(c.actual, actual); diff != "" {
				t.Errorf("texts beside them:\n%s", diff)
			}
		})
	}
}

// Whatever the clusters, every glyph is in one segment and segments follow each
// other.
func TestSegmentsCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &frame.Run{Text: rapid.String().Draw(t, "text")}
		for range rapid.IntRange(1, 20).Draw(t, "glyphs") {
			c := rapid.Int32Range(-2, int32(len(r.Text))+2).Draw(t, "cluster")
			r.Glyphs = append(r.Glyphs, frame.Glyph{ID: 1, Cluster: c})
		}
		segs, _ := segments(nil, r)
		at := int32(0)
		for i := range segs {
			if segs[i].from != at || segs[i].to <= at {
				t.Fatalf("segment from %d to %d, expected from %d", segs[i].from, segs[i].to, at)
			}
			at = segs[i].to
			for g := segs[i].from; g < segs[i].to; g++ {
				if segs[i].meaning(g) == "" {
					t.Fatal("a glyph that says nothing")
				}
			}
		}
		if int(at) != len(r.Glyphs) {
			t.Fatalf("%d of %d glyphs", at, len(r.Glyphs))
		}
	})
}

// Of two texts the lesser has the glyph's own code: the hyphen, not the soft one.
func TestOwnCode(t *testing.T) {
	f := squareFace(t)
	for _, text := range []string{"\u00AD", "-", "\u2010"} {
		if err := f.collect(&frame.Run{Text: text, Glyphs: glyphs(5, 0)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.assign(); err != nil {
		t.Fatal(err)
	}
	further := uint16(firstCode + f.face.NumGlyphs())
	want := []Text{{firstCode + 5, "-"}, {further, "\u00AD"}, {further + 1, "\u2010"}}
	if diff := cmp.Diff(want, f.used()); diff != "" {
		t.Error(diff)
	}
}

func squareFace(t testing.TB) *faceCodes {
	t.Helper()
	table := faceTable{byName: map[string]*faceCodes{}}
	f, err := table.face("Square", fonts.Square())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Each meaning has a code, no two have the same, the order of pages does not
// matter, and the patched character map leads from each code to its glyph.
func TestCodes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texts := []string{"-", "\u00AD", " ", "\u00A0", "\u202F", "fi", "a"}
		type use struct {
			gid  uint16
			text string
		}
		uses := rapid.SliceOf(rapid.Custom(func(rt *rapid.T) use {
			return use{rapid.Uint16Range(1, 6).Draw(rt, "gid"), rapid.SampledFrom(texts).Draw(rt, "text")}
		})).Draw(rt, "uses")
		codes := func(uses []use) map[use]uint16 {
			f := squareFace(t)
			for _, u := range uses {
				if err := f.collect(&frame.Run{Text: u.text, Glyphs: glyphs(int(u.gid), 0)}); err != nil {
					rt.Fatal(err)
				}
			}
			if err := f.assign(); err != nil {
				rt.Fatal(err)
			}
			out := map[use]uint16{}
			seen := map[uint16]use{}
			for _, u := range uses {
				segs, _ := segments(nil, &frame.Run{Text: u.text, Glyphs: glyphs(int(u.gid), 0)})
				c := f.code(u.gid, segs[0].text)
				if other, ok := seen[c]; ok && other != u {
					rt.Fatalf("code %d is both %v and %v", c, other, u)
				}
				seen[c], out[u] = u, c
				if got := lookUp(codeMap(f), c); got != int(u.gid) {
					rt.Fatalf("code %d leads to glyph %d, not %d", c, got, u.gid)
				}
				i := slices.IndexFunc(f.used(), func(t Text) bool { return t.Code == c })
				if i < 0 || f.used()[i].Text != segs[0].text {
					rt.Fatalf("code %d does not say %q", c, segs[0].text)
				}
			}
			if !slices.IsSortedFunc(f.used(), func(a, b Text) int { return int(a.Code) - int(b.Code) }) {
				rt.Fatal("the codes do not rise")
			}
			return out
		}
		first := codes(uses)
		slices.Reverse(uses)
		if diff := cmp.Diff(first, codes(uses), cmp.AllowUnexported(use{})); diff != "" {
			rt.Fatalf("in another order the codes differ:\n%s", diff)
		}
	})
}

// lookUp finds the glyph of a code as ISO/IEC 14496-22 says for format 4.
func lookUp(cmap []byte, code uint16) int {
	sub := cmap[12:]
	at := func(i int) int { return int(sub[i])<<8 | int(sub[i+1]) }
	n := at(6) / 2
	ends, starts := 14, 14+2*n+2
	deltas, offsets := starts+2*n, starts+4*n
	for i := range n {
		if int(code) > at(ends+2*i) {
			continue
		}
		if int(code) < at(starts+2*i) {
			return 0
		}
		if o := at(offsets + 2*i); o != 0 {
			return at(offsets + 2*i + o + 2*(int(code)-at(starts+2*i)))
		}
		return (int(code) + at(deltas+2*i)) & 0xFFFF
	}
	return 0
}
