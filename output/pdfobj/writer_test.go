package pdfobj

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// written is a small file with every kind of object.
func written(t testing.TB) []byte {
	t.Helper()
	w := NewWriter("1.7")
	root, pages, page, content, info := w.Alloc(), w.Alloc(), w.Alloc(), w.Alloc(), w.Alloc()
	w.Alloc() // never used
	w.Put(root, dict("Type", Name("Catalog"), "Pages", pages))
	w.Put(pages, dict("Type", Name("Pages"), "Kids", Array{page}, "Count", 1, "MediaBox", Array{0, 0, Real(595.28), Real(841.89)}))
	w.Put(page, dict("Type", Name("Page"), "Parent", pages, "Contents", content, "Resources", new(Dict)))
	w.PutStream(content, nil, bytes.Repeat([]byte("0 0 m 10 10 l S\n"), 20), true)
	w.Put(info, dict("Title", Text("Étude"), "CreationDate", Date(2018, 6, 18)))
	data, err := w.Finish(root, info, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFinishLaysDownTheFile(t *testing.T) {
	data := written(t)
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n4 0 obj\n<</Filter/FlateDecode/Length ")) {
		t.Errorf("head %q", data[:60])
	}
	at := bytes.LastIndex(data, []byte("8 0 obj\n<</Type/XRef/Size 9/W[1 2 2]/Root 1 0 R/"))
	if tail := fmt.Sprintf("endstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at); !bytes.HasSuffix(data, []byte(tail)) {
		t.Errorf("the file does not end in %q", tail)
	}
	f := mustParse(t, data)
	for _, o := range []Ref{6, 9} {
		if got := f.Resolve(o); got != nil {
			t.Errorf("%s is %v", objectName(o), got)
		}
	}
	sum := sha256.Sum256(data[:at])
	id := String(sum[:16])
	if d := cmp.Diff(Array{id, id}, f.Trailer.Get("ID")); d != "" {
		t.Errorf("the identifier is no hash of the body:\n%s", d)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || len(operators(t, f, pages[0])) != 60 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
}

func TestFinishPacksObjects(t *testing.T) {
	f := mustParse(t, written(t))
	packed, err := f.Decode(f.Resolve(Ref(7)).(*Stream))
	want := "1 0 2 30 3 94 5 151 <</Type/Catalog/Pages 2 0 R>>\n" +
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595.28 841.89]>>\n"
	if err != nil || !strings.HasPrefix(string(packed), want) || !bytes.HasSuffix(packed, []byte(">>\n")) {
		t.Errorf("%v: got %q", err, packed)
	}
	rows, err := f.Decode(f.Resolve(Ref(8)).(*Stream))
	if err != nil || len(rows) != 9*5 {
		t.Fatalf("%d bytes, %v", len(rows), err)
	}
	for r, want := range map[int][]byte{
		0: {0, 0, 0, 0xFF, 0xFF}, 6: {0, 0, 0, 0xFF, 0xFF}, // free for ever
		1: {2, 0, 7, 0, 0}, 2: {2, 0, 7, 0, 1}, 5: {2, 0, 7, 0, 3}, // the fourth is a stream
		4: {1, 0, 15, 0, 0},
	} {
		if got := rows[5*r : 5*r+5]; !bytes.Equal(got, want) {
			t.Errorf("%s: %v, want %v", objectName(Ref(r)), got, want)
		}
	}
}

func TestFinishWithIdentifierAndWithoutInfo(t *testing.T) {
	w := NewWriter("2.0")
	root := w.Alloc()
	w.Put(root, dict("Type", Name("Catalog")))
	data, err := w.Finish(root, 0, []byte("sixteen bytes ()"))
	if err != nil {
		t.Fatal(err)
	}
	f := mustParse(t, data)
	id := String("sixteen bytes ()")
	if d := cmp.Diff(dict("Root", root, "ID", Array{id, id}), f.Trailer, sameObjects); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestPutStream(t *testing.T) {
	w := NewWriter("1.7")
	root, short, raw, copied := w.Alloc(), w.Alloc(), w.Alloc(), w.Alloc()
	d := dict("Length", 99, "Kind", 1)
	w.Put(root, dict("Type", Name("Catalog")))
	w.PutStream(short, d, []byte("x"), true) // longer when deflated
	w.PutStream(raw, d, bytes.Repeat([]byte("y"), 100), false)
	w.Put(copied, &Stream{dict("Filter", Name("DCTDecode"), "Length", 1), []byte("JPEG")})
	d.Set("Kind", 2) // after Put, so without effect
	data, err := w.Finish(root, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := mustParse(t, data)
	for r, want := range map[Ref]*Stream{
		short:  {dict("Kind", int64(1), "Length", int64(1)), []byte("x")},
		raw:    {dict("Kind", int64(1), "Length", int64(100)), bytes.Repeat([]byte("y"), 100)},
		copied: {dict("Filter", Name("DCTDecode"), "Length", int64(4)), []byte("JPEG")},
	} {
		if d := cmp.Diff(want, f.Resolve(r), sameObjects); d != "" {
			t.Errorf("%s (-want +got):\n%s", objectName(r), d)
		}
	}
	if d.Get("Length") != 99 {
		t.Error("the caller's dictionary was changed")
	}
}

func TestFinishFaults(t *testing.T) {
	catalog := dict("Type", Name("Catalog"))
	cases := []struct {
		what string
		fill func(w *Writer) (root, info Ref, id []byte)
	}{
		{"catalogue was never put", func(w *Writer) (Ref, Ref, []byte) { return w.Alloc(), 0, nil }},
		{"catalogue was never put", func(w *Writer) (Ref, Ref, []byte) { return 0, 0, nil }},
		{"catalogue was never put", func(w *Writer) (Ref, Ref, []byte) {
			r := w.Alloc()
			w.PutStream(r, nil, nil, true)
			return r, 0, nil
		}},
		{"information dictionary", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), catalog)
			return 1, 2, nil
		}},
		{"16 bytes", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), catalog)
			return 1, 0, []byte("short")
		}},
		{"object 1: was put twice", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), catalog)
			w.Put(1, catalog)
			return 1, 0, nil
		}},
		{"object 2: was never allocated", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), catalog)
			w.Put(2, catalog)
			return 1, 0, nil
		}},
		{"object -2: was never allocated", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(-2, catalog)
			return 1, 0, nil
		}},
		{"object 1: refers to object 2, which was never put", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), dict("Pages", w.Alloc()))
			return 1, 0, nil
		}},
		{"object 1: refers to object 7, which was never put", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), dict("Pages", Ref(7)))
			return 1, 0, nil
		}},
		{"object 1: is to be compressed but has a Filter already", func(w *Writer) (Ref, Ref, []byte) {
			w.PutStream(w.Alloc(), dict("Filter", Name("DCTDecode")), nil, true)
			return 1, 0, nil
		}},
		{"object 1: refers to object 3, which was never put", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), dict("Pages", Ref(3)))
			w.Put(w.Alloc(), dict("Pages", Ref(3)))
			w.Alloc()
			return 1, 0, nil
		}},
		{"object 1: Pages: number that is not finite", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), dict("Pages", Real(1e300)))
			w.Put(1, catalog) // the first fault is the one to know
			w.PutStream(w.Alloc(), dict("Filter", Name("DCTDecode")), nil, true)
			return 1, 0, nil
		}},
		{"too many objects", func(w *Writer) (Ref, Ref, []byte) {
			w.Put(w.Alloc(), catalog)
			w.slots = append(w.slots, make([]slot, maxObjects-2)...)
			return 1, 0, nil
		}},
	}
	for _, c := range cases {
		w := NewWriter("1.7")
		data, err := w.Finish(c.fill(w))
		if err == nil || !strings.Contains(err.Error(), c.what) || data != nil {
			t.Errorf("got %v, want … %s", err, c.what)
		}
	}
	for _, version := range []string{"", "1.4", "1.8", "17"} {
		w := NewWriter(version)
		w.Put(w.Alloc(), catalog)
		if _, err := w.Finish(1, 0, nil); err == nil || !strings.Contains(err.Error(), "object streams") {
			t.Errorf("version %q: %v", version, err)
		}
	}
}

// fill puts a catalogue and what is drawn, in an order that is drawn too, and
// returns what was put by number.
func fill(t *rapid.T, w *Writer, shuffle *rand.Rand) []Object {
	n := rapid.IntRange(0, 500).Draw(t, "objects")
	objects := []Object{nil, dict("Type", Name("Catalog"))}
	few := rapid.SliceOfN(anyObject(2, 1), 1, 20).Draw(t, "few")
	for i := range n {
		o := few[i%len(few)]
		if i%7 == 3 {
			o = &Stream{dict("Kind", o), []byte(strings.Repeat("word ", i))}
		}
		objects = append(objects, o)
	}
	order := shuffle.Perm(n + 1)
	for range order {
		w.Alloc()
	}
	for _, i := range order {
		r := Ref(i + 1)
		if s, ok := objects[r].(*Stream); ok {
			w.PutStream(r, s.Dict, s.Data, true)
		} else {
			w.Put(r, objects[r])
		}
	}
	return objects
}

func TestFinishThenParseIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := NewWriter("1.7")
		want := fill(t, w, rand.New(rand.NewPCG(1, 2)))
		data, err := w.Finish(1, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for r := Ref(1); int(r) < len(want); r++ {
			if err := same(f, want[r], f.Resolve(r)); err != nil {
				t.Fatalf("%s: %v", objectName(r), err)
			}
		}
	})
}

func same(f *File, want, got Object) error {
	if s, ok := want.(*Stream); ok {
		g, ok := got.(*Stream)
		if !ok {
			return errors.New("no stream")
		}
		data, err := f.Decode(g)
		if err != nil || !bytes.Equal(data, s.Data) {
			return fmt.Errorf("%d bytes for %d: %v", len(data), len(s.Data), err)
		}
		want, got = s.Dict.Get("Kind"), g.Dict.Get("Kind")
	}
	if _, refers := want.(Ref); refers {
		return nil // already resolved
	}
	if d := cmp.Diff(normal(want), normal(got), sameObjects); d != "" {
		return errors.New(d)
	}
	return nil
}

// The bytes depend neither on the number of workers nor on the order of Put.
func TestFinishIsDeterministic(t *testing.T) {
	var want []byte
	for _, workers := range []int{1, 2, 3, 8, 1} {
		for seed := range uint64(3) {
			w := NewWriter("1.7")
			synthetic(w, 20, 2000, rand.New(rand.NewPCG(seed, 0)))
			got, err := w.finish(1, 0, nil, workers)
			if err != nil {
				t.Fatal(err)
			}
			if want == nil {
				want = got
			}
			if !bytes.Equal(got, want) {
				t.Fatalf("%d workers, order %d: other bytes", workers, seed)
			}
		}
	}
}

// A compressor that is used again gives the bytes of a fresh one.
func TestDeflateForgets(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var streams [][]byte
	for range 60 {
		var s []byte
		for range random.IntN(9000) {
			s = append(s, "abcdefgh \n0123"[random.IntN(14)])
		}
		streams = append(streams, s)
	}
	var used deflater
	for _, i := range append(random.Perm(60), random.Perm(60)...) {
		got, err := used.deflate(streams[i])
		if err != nil || !bytes.Equal(got, deflated(t, streams[i])) {
			t.Fatalf("stream %d of %d bytes: other bytes (%v)", i, len(streams[i]), err)
		}
	}
}

// rewritten is the page engine's file put through the writer under the same
// numbers, as the archive does.
func rewritten(t testing.TB) []byte {
	t.Helper()
	f := mustParse(t, fixture(t, "fpdf-plain.pdf"))
	w := NewWriter("1.7")
	for r := Ref(1); int(r) <= f.Len(); r++ {
		o, err := f.Object(r)
		if err != nil {
			t.Fatal(err)
		}
		s, ok := o.(*Stream)
		if w.Alloc(); ok && s.Dict.Get("Filter") == nil {
			w.PutStream(r, s.Dict, s.Data, true)
		} else {
			w.Put(r, o)
		}
	}
	data, err := w.Finish(f.Trailer.Get("Root").(Ref), f.Trailer.Get("Info").(Ref), nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRewriteKeepsEveryObject(t *testing.T) {
	before, after := mustParse(t, fixture(t, "fpdf-plain.pdf")), mustParse(t, rewritten(t))
	for r := Ref(1); int(r) <= before.Len(); r++ {
		want, got := before.Resolve(r), after.Resolve(r)
		if s, ok := want.(*Stream); ok {
			wantData, err := before.Decode(s)
			gotData, errGot := after.Decode(got.(*Stream))
			if err != nil || errGot != nil || !bytes.Equal(wantData, gotData) {
				t.Errorf("%s: %v, %v", objectName(r), err, errGot)
			}
			continue
		}
		if d := cmp.Diff(normal(want), normal(got), sameObjects); d != "" {
			t.Errorf("%s (-want +got):\n%s", objectName(r), d)
		}
	}
}
