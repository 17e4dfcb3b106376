package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func mustParse(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// operators lists the operators of a page.
func operators(t *testing.T, f *File, p PageRef) []string {
	t.Helper()
	content, err := f.Decode(f.Resolve(p.Dict.Get("Contents")).(*Stream))
	if err != nil {
		t.Fatal(err)
	}
	var ops []string
	if err := Ops(content, func(op string, _ []Object) error { ops = append(ops, op); return nil }); err != nil {
		t.Fatal(err)
	}
	return ops
}

// The fixtures are fpdf's own output; testdata/mkfpdf says how they were made.
func TestParseOfThePageEngine(t *testing.T) {
	for _, name := range []string{"fpdf-plain.pdf", "fpdf-deflate.pdf"} {
		f := mustParse(t, fixture(t, name))
		if f.Version != "1.4" || f.Trailer.Get("Root") != Ref(f.Len()) || f.Trailer.Get("Info") != Ref(f.Len()-1) {
			t.Errorf("%s: version %s, %d objects, trailer %v", name, f.Version, f.Len(), f.Trailer)
		}
		info := f.Resolve(f.Trailer.Get("Info")).(*Dict)
		if got := info.Get("Title").(String).Text(); got != "Étude (première)" {
			t.Errorf("%s: title %q", name, got)
		}
		pages, err := f.Pages()
		if err != nil || len(pages) != 3 {
			t.Fatalf("%s: %d pages, %v", name, len(pages), err)
		}
		portrait := Array{int64(0), int64(0), Real(595.28), Real(841.89)}
		landscape := Array{int64(0), int64(0), Real(841.89), Real(595.28)}
		for i, box := range []Array{portrait, landscape, portrait} {
			if d := cmp.Diff(box, pages[i].Dict.Get("MediaBox")); d != "" {
				t.Errorf("%s, page %d (-want +got):\n%s", name, i, d)
			}
		}
		prologue := "J j w BT Tf ET G g"
		want := []string{"BDC", "m", "l", "S", "EMC"}
		got := operators(t, f, pages[2])
		if len(got) < len(want) || !cmp.Equal(got[len(got)-5:], want) {
			t.Errorf("%s: operators %v, want %s … %v", name, got, prologue, want)
		}
	}
}

func TestDecodeOfTheFontMap(t *testing.T) {
	f := mustParse(t, fixture(t, "fpdf-plain.pdf"))
	maps := 0
	for r := Ref(1); int(r) <= f.Len(); r++ {
		o, err := f.Object(r)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := o.(*Dict)
		s, ok := f.Resolve(d.Get("CIDToGIDMap")).(*Stream)
		if !ok {
			continue
		}
		data, err := f.Decode(s)
		if err != nil || len(data) != 1<<17 {
			t.Errorf("%s: %d bytes, %v", objectName(r), len(data), err)
		}
		maps++
	}
	if maps != 1 {
		t.Errorf("%d font maps", maps)
	}
}

func TestObjectOutOfRange(t *testing.T) {
	f := mustParse(t, fixture(t, "fpdf-plain.pdf"))
	for _, r := range []Ref{-1, 0, Ref(f.Len() + 1)} {
		if o, err := f.Object(r); err == nil || o != nil {
			t.Errorf("%s: %v, %v", objectName(r), o, err)
		}
		if o := f.Resolve(r); o != nil {
			t.Errorf("%s resolves to %v", objectName(r), o)
		}
	}
}

// classic builds a file with a classic table from the bodies of objects 1, 2 …
func classic(trailer string, bodies ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	places := make([]int, len(bodies))
	for i, body := range bodies {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(bodies)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(bodies)+1, trailer, at)
	return b.Bytes()
}

const (
	smallCatalog = "<</Type/Catalog/Pages 2 0 R>>"
	smallPages   = "<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90>>"
	smallPage    = "<</Type/Page/Parent 2 0 R>>"
	smallTrailer = "/Root 1 0 R"
)

func small() []byte { return classic(smallTrailer, smallCatalog, smallPages, smallPage) }

func TestParseFaults(t *testing.T) {
	swap := func(old, new string) []byte {
		data := bytes.Replace(small(), []byte(old), []byte(new), 1)
		if bytes.Equal(data, small()) {
			t.Fatalf("%q is not in the file", old)
		}
		return data
	}
	cases := []struct {
		what string
		data []byte
	}{
		{"does not start with %PDF-", nil},
		{"does not start with %PDF-", []byte("GIF89a, not a PDF at all")},
		{"malformed version", swap("1.4", "x.4")},
		{"no startxref", swap("startxref", "startxxxx")},
		{"in range was expected", swap("startxref\n", "startxref\n9")},
		{"in range was expected", swap("xref\n0", "xxxx\n0")},
		{"in range was expected", swap("xref\n0 4", "xref\n1 3")},
		{"cut short", swap("xref\n0 4", "xref\n0 999")},
		{"malformed cross-reference entry", swap("0000000009 00000 n \n", "0000000009 00000 n\n\n\n")},
		{"malformed cross-reference entry", swap("0000000009", "000000000x")},
		{"malformed cross-reference entry", swap("00000 n \n", "00000 nx\n")},
		{"object 0 is not free", swap("65535 f", "00000 n")},
		{"object 0 is not free", swap("xref\n0 4\n0000000000 65535 f \n", "xref\n0 0\ntrailer<</Size 0>>\n")},
		{"updated or out of range", swap("0000000009 00000 n", "0000000009 00001 n")},
		{"updated or out of range", swap("0000000009", "0000999999")},
		{"not the object", swap("0000000009", "0000000010")},
		{"not the object", swap("1 0 obj", "4 0 obj")},
		{"obj was expected", swap("1 0 obj", "1 0 abj")},
		{"endobj was expected", swap("endobj", "endabj")},
		{"Size", swap("/Size 4", "/Size 5")},
		{"encrypted", classic(smallTrailer+"/Encrypt 1 0 R", smallCatalog)},
		{"updated in place", classic(smallTrailer+"/Prev 9", smallCatalog)},
		{"hybrid", classic(smallTrailer+"/XRefStm 9", smallCatalog)},
		{"Root", classic("", smallCatalog)},
		{"Root", classic("/Root 9 0 R", smallCatalog)},
		{"Root", classic(smallTrailer, "[]")},
		{"no trailer dictionary", swap("<</Size 4/Root 1 0 R>>", "[0]")},
		{"direct Length", classic(smallTrailer, smallCatalog, "<<>>\nstream\nabc\nendstream")},
		{"direct Length", classic(smallTrailer, smallCatalog, "<</Length 3 0 R>>\nstream\nabc\nendstream", "3")},
		{"direct Length", classic(smallTrailer, smallCatalog, "<</Length -1>>\nstream\nabc\nendstream", "3")},
		{"cut short", classic(smallTrailer, smallCatalog, "<</Length 999>>\nstream\nabc\nendstream")},
		{"cut short", classic(smallTrailer, smallCatalog, "<</Length 60>>\nstream\nabc\nendstream")},
		{"endstream was expected", classic(smallTrailer, smallCatalog, "<</Length 1>>\nstream\nabc\nendstream")},
		{"no line end", classic(smallTrailer, smallCatalog, "<</Length 3>>\nstream abc\nendstream")},
	}
	for _, c := range cases {
		_, err := Parse(c.data)
		var e *SyntaxError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.what) {
			t.Errorf("got %v; want … %s", err, c.what)
		}
	}
}

func TestStreamAfterCRLF(t *testing.T) {
	f := mustParse(t, classic(smallTrailer, smallCatalog, "<</Length 4>>\r\nstream\r\n\nabc\r\nendstream"))
	if s, ok := f.Resolve(Ref(2)).(*Stream); !ok || string(s.Data) != "\nabc" {
		t.Errorf("got %v", f.Resolve(Ref(2)))
	}
}

// Objects that reach into each other or into the table are refused: reading
// them could take the square of the file's length.
func TestObjectsMayNotOverlap(t *testing.T) {
	within := classic(smallTrailer, smallCatalog, "(2 0 obj (inner) endobj)")
	mustParse(t, within)
	outer := bytes.Index(within, []byte("2 0 obj\n"))
	inner := bytes.Index(within, []byte("2 0 obj ("))
	three := classic(smallTrailer, smallCatalog, "(3 0 obj (inner) endobj)", "0")
	at := func(i int) []byte { return fmt.Appendf(nil, "%010d 00000 n", i) }
	last := bytes.Index(three, []byte("3 0 obj\n"))
	beyond := append(classic(smallTrailer, smallCatalog, "(open"), ")\nendobj\n"...)
	for name, data := range map[string][]byte{
		"within another": bytes.Replace(three, at(last), at(inner), 1),
		"at one place":   bytes.Replace(three, at(last), at(outer), 1),
		"into the table": beyond,
	} {
		if _, err := Parse(data); err == nil {
			t.Errorf("an object %s was read", name)
		}
	}
}

func TestSyntaxErrorNamesThePlace(t *testing.T) {
	_, err := Parse(bytes.Replace(small(), []byte("/Kids[3"), []byte("/Kids}3"), 1))
	at := bytes.Index(small(), []byte("/Kids[3")) + len("/Kids")
	if want := fmt.Sprintf("offset %d: stray '}'", at); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// A cut file is never read as a whole one: whatever is missing is missed.
func TestParseOfCutFiles(t *testing.T) {
	for _, whole := range [][]byte{small(), written(t)} {
		mustParse(t, whole)
		for n := range len(whole) - len("\n%%EOF\n") {
			if f, err := Parse(whole[:n]); err == nil {
				t.Errorf("cut at %d of %d: read as %d objects", n, len(whole), f.Len())
			}
		}
	}
}

func TestPagesInherit(t *testing.T) {
	f := mustParse(t, small())
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || pages[0].Ref != 3 || pages[0].Dict.Get("Rotate") != int64(90) {
		t.Errorf("%v, %v", pages, err)
	}
	if o, _ := f.Object(3); o.(*Dict).Get("Rotate") != nil {
		t.Error("the page's own dictionary was changed")
	}
}

func TestPagesFaults(t *testing.T) {
	deep := []string{smallCatalog}
	for i := range maxDepth + 2 {
		deep = append(deep, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]>>", i+3))
	}
	cases := []struct {
		what   string
		bodies []string
	}{
		{"no page tree", []string{"<<>>"}},
		{"no object 9", []string{"<</Pages 9 0 R>>"}},
		{"neither type", []string{smallCatalog, "<</Type/Font>>"}},
		{"is no node", []string{smallCatalog, "[]"}},
		{"has no Kids", []string{smallCatalog, "<</Type/Pages>>"}},
		{"no reference", []string{smallCatalog, "<</Type/Pages/Kids[<</Type/Page>>]>>"}},
		{"twice", []string{smallCatalog, "<</Type/Pages/Kids[2 0 R]>>"}},
		{"twice", []string{smallCatalog, "<</Type/Pages/Kids[3 0 R 3 0 R]>>", smallPage}},
		{"too deep", deep},
	}
	for _, c := range cases {
		f := mustParse(t, classic(smallTrailer, c.bodies...))
		pages, err := f.Pages()
		if err == nil || !strings.Contains(err.Error(), c.what) || pages != nil {
			t.Errorf("%v: got %v, want … %s", c.bodies, err, c.what)
		}
	}
}

func TestResolveOfACircle(t *testing.T) {
	f := mustParse(t, classic(smallTrailer, smallCatalog, "3 0 R", "2 0 R", "5 0 R", "(end)"))
	if o := f.Resolve(Ref(2)); o != nil {
		t.Errorf("a circle resolves to %v", o)
	}
	if o, ok := f.Resolve(Ref(4)).(String); !ok || string(o) != "end" {
		t.Errorf("a chain resolves to %v", o)
	}
}

// walk reads everything a caller could ask of a file.
func walk(f *File) {
	f.Pages()
	for r := Ref(1); int(r) <= f.Len(); r++ {
		o, _ := f.Object(r)
		f.Resolve(o)
		if s, ok := o.(*Stream); ok {
			if data, err := f.Decode(s); err == nil {
				Ops(data, func(string, []Object) error { return nil })
			}
		}
	}
}

// FuzzParse: no bytes make the reader panic, and every fault has a place. Cut
// or changed files seldom get past their cross-reference, so the same bytes are
// also tried as the body of an object and as an object stream.
func FuzzParse(f *testing.F) {
	f.Add(small())
	f.Add(written(f))
	f.Add(small()[:200])
	f.Add([]byte("<</Type/Pages/Kids[3 0 R 2 0 R]/Count 1>>"))
	f.Add([]byte("<</Length 5/Filter/FlateDecode>>\nstream\nhello\nendstream"))
	f.Add([]byte("1 0 2 5 <<>> [1 2 3]"))
	f.Add([]byte("1 0 2 17 <</Pages 2 0 R>> <</Type/Pages/Kids[1 0 R]>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first := max(0, bytes.IndexAny(data, "<["))
		for _, whole := range [][]byte{
			data,
			classic(smallTrailer, smallCatalog, string(data), smallPage),
			packedFile(string(data), first, 2, "/W[1 2 1]"),
		} {
			file, err := Parse(whole)
			var e *SyntaxError
			switch {
			case err == nil:
				walk(file)
			case !errors.As(err, &e) || e.Offset < 0 || e.In == 0 && e.Offset > len(whole):
				t.Fatalf("fault without a place: %v", err)
			}
		}
	})
}
