package output

import (
	"bytes"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/output/dump"
	"assemble/output/dump/golden"
	"assemble/output/specimen"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) { golden.Main(m) }

var sets = []struct {
	name string
	set  *fonts.Set
}{{"square", fonts.Square()}, {"embedded", fonts.Embedded()}}

func write(t testing.TB, b *frame.Book, set *fonts.Set) []byte {
	t.Helper()
	data, err := PDF(b, set)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The tree in the file is the tree of the book, and every text in it comes back
// through the marks, the codes and their map.
func TestTags(t *testing.T) {
	for _, s := range sets {
		t.Run(s.name, func(t *testing.T) {
			b := specimen.Book(s.set)
			if bad := b.Check(); bad != nil {
				t.Fatalf("the specimen is unsound: %q", bad)
			}
			want, err := dump.Tags(b)
			if err != nil {
				t.Fatal(err)
			}
			got := read(t, write(t, b, s.set)).tags()
			// Addresses are written in ASCII.
			want = strings.ReplaceAll(want, "lang=é\n", "lang=%C3%A9\n")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("book (−) and file (+) differ:\n%s", diff)
			}
			golden.Check(t, "tags-"+s.name+".txt", []byte(got))
		})
	}
}

// Every glyph of the book stands in the file where the book has it, in its
// size, colour and language, and says its text.
func TestPositions(t *testing.T) {
	for _, s := range sets {
		t.Run(s.name, func(t *testing.T) {
			b := specimen.Book(s.set)
			r := read(t, write(t, b, s.set))
			for n := range b.Pages {
				comparePage(t, b, n, r.replay(n))
			}
		})
	}
}

// The positions and texts of the real faces, for a person to read.
func TestReplay(t *testing.T) {
	r := read(t, write(t, specimen.Book(fonts.Embedded()), fonts.Embedded()))
	var out bytes.Buffer
	for n := range r.pages {
		fmt.Fprintf(&out, "page %d\n", n+1)
		for _, s := range r.replay(n) {
			if s.kind != "glyph" {
				fmt.Fprintf(&out, "\n  %s %.2f %.2f %.2f %.2f", s.kind, s.x, s.y, s.w, s.h)
				continue
			}
			if s.starts {
				fmt.Fprintf(&out, "\n  %.2f %.2f %s %g ", s.x, s.y, s.font[7:], s.size)
			}
			out.WriteString(strings.ReplaceAll(s.text, "\u00AD", "[shy]"))
		}
		out.WriteByte('\n')
	}
	golden.Check(t, "replay.txt", out.Bytes())
}

// comparePage goes through the items of a page and what the file shows.
func comparePage(t failer, b *frame.Book, n int, got []shown) {
	t.Helper()
	mcid := -1
	for _, m := range b.Pages[n].Marks() {
		want := -1
		if m.Tag != 0 {
			mcid++
			want = mcid
		}
		for _, it := range m.Items {
			took := compareItem(t, b, n, it, got)
			if took > len(got) {
				t.Fatalf("page %d: the file ends too soon", n+1)
			}
			for _, s := range got[:took] {
				if s.mcid != want {
					t.Errorf("page %d: %s %q at %g is in mark %d, not %d", n+1, s.kind, s.text, s.x, s.mcid, want)
				}
			}
			got = got[took:]
		}
	}
	if len(got) > 0 {
		t.Errorf("page %d: the file shows %d things more", n+1, len(got))
	}
}

func compareItem(t failer, b *frame.Book, n int, it frame.Item, got []shown) int {
	t.Helper()
	h := b.Pages[n].H.Float()
	first := got[0]
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.0011 {
			t.Errorf("page %d: %s %q: %s is %g, not %g", n+1, first.kind, first.text, what, got, want)
		}
	}
	switch it := it.(type) {
	case *frame.Run:
		compareRun(t, b, n, it, got)
		return len(it.Glyphs)
	case *frame.Rect:
		near("x", first.x, it.X.Float())
		near("y", first.y, h-it.Y.Float()-it.H.Float())
		near("width", first.w, it.W.Float())
		near("height", first.h, it.H.Float())
		near("red", first.color[0], float64(it.Color.R)/255)
	case *frame.Disc:
		near("x", first.x, (it.X + it.R - it.Line/2).Float())
		near("y", first.y, h-it.Y.Float())
	case *frame.Polyline:
		near("x", first.x, it.Points[0].X.Float())
		near("y", first.y, h-it.Points[0].Y.Float())
	case *frame.Picture:
		near("x", first.x, it.X.Float())
		near("y", first.y, h-it.Y.Float()-it.H.Float())
		near("width", first.w, it.W.Float())
	}
	return 1
}

// compareRun compares glyph by glyph. A run from right to left is in the file
// in the order in which it is read.
func compareRun(t failer, b *frame.Book, n int, r *frame.Run, got []shown) {
	t.Helper()
	x := make([]float64, len(r.Glyphs))
	pen := r.X
	rtl := false
	for i, g := range r.Glyphs {
		x[i] = (pen + g.DX).Float()
		pen += g.Advance
		rtl = rtl || i > 0 && g.Cluster < r.Glyphs[i-1].Cluster
	}
	lang := ""
	if r.Tag != 0 && r.Lang != languageOf(b, r.Tag) {
		lang = r.Lang
	}
	// Half a thousandth of an em for the adjustment, a thousandth of a point for
	// the start.
	limit := r.Size.Float()/2000 + 0.0011
	var text strings.Builder
	for i := range r.Glyphs {
		s := got[i]
		at := i
		if rtl {
			at = len(r.Glyphs) - 1 - i
		}
		if math.Abs(s.x-x[at]) > limit {
			t.Errorf("page %d: glyph %d of %q stands at %g, not %g", n+1, at, r.Text, s.x, x[at])
		}
		if y := (b.Pages[n].H - r.Y - r.Glyphs[at].DY).Float(); math.Abs(s.y-y) > 0.0021 {
			t.Errorf("page %d: glyph %d of %q stands at height %g, not %g", n+1, at, r.Text, s.y, y)
		}
		if math.Abs(s.size-r.Size.Float()) > 0.0005 || math.Abs(s.color[2]-float64(r.Color.B)/255) > 0.001 || s.lang != lang {
			t.Errorf("page %d: %q has size %g, blue %g, language %q", n+1, r.Text, s.size, s.color[2], s.lang)
		}
		text.WriteString(s.text)
	}
	if text.String() != r.Text {
		t.Errorf("page %d: %q says %q", n+1, r.Text, text.String())
	}
}

// languageOf is the language that holds in an element.
func languageOf(b *frame.Book, e frame.ElemID) string {
	for ; e != 0; e = b.Elems[e].Parent {
		if l := b.Elems[e].Lang; l != "" {
			return l
		}
	}
	return b.Meta.Lang
}

// Same book, same bytes, however many processors there are.
func TestDeterminism(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []byte
	for _, procs := range []int{1, 2, 8, 8} {
		runtime.GOMAXPROCS(procs)
		data := write(t, specimen.Book(fonts.Embedded()), fonts.Embedded())
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatalf("with %d processors the file differs", procs)
		}
	}
}
