package pdfobj

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func deflated(t testing.TB, data []byte) []byte {
	t.Helper()
	var d deflater
	out, err := d.deflate(data)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	z := deflated(t, []byte("some words"))
	f := &File{objects: []Object{nil, Name("FlateDecode"), Array{Ref(1)}}}
	for _, d := range []*Dict{
		dict("Filter", Name("FlateDecode")),
		dict("Filter", Array{Name("FlateDecode")}),
		dict("Filter", Ref(1)),
		dict("Filter", Ref(2), "DecodeParms", Array{nil}),
		dict("Filter", Name("FlateDecode"), "DecodeParms", dict("Predictor", int64(1))),
	} {
		if got, err := f.Decode(&Stream{d, z}); err != nil || string(got) != "some words" {
			t.Errorf("%v: %q, %v", d, got, err)
		}
	}
	for _, d := range []*Dict{nil, dict("Filter", Array{})} {
		if got, err := f.Decode(&Stream{d, z}); err != nil || !bytes.Equal(got, z) {
			t.Errorf("%v: %q, %v", d, got, err)
		}
	}
}

func TestDecodeFaults(t *testing.T) {
	flate := Name("FlateDecode")
	predict := func(pairs ...any) *Dict { return dict("Filter", flate, "DecodeParms", dict(pairs...)) }
	z := deflated(t, []byte("\x05row\x00row"))
	damaged := bytes.Clone(z)
	damaged[len(damaged)-1] ^= 1 // the checksum
	cases := []struct {
		what string
		dict *Dict
		data []byte
	}{
		{"not FlateDecode", dict("Filter", Name("DCTDecode")), z},
		{"not FlateDecode", dict("Filter", String("FlateDecode")), z},
		{"more than one filter", dict("Filter", Array{flate, flate}), z},
		{"no deflate data", dict("Filter", flate), []byte("plain words")},
		{"damaged", dict("Filter", flate), z[:len(z)-6]},
		{"damaged", dict("Filter", flate), damaged},
		{"not known", predict("Predictor", int64(2)), z},
		{"not known", predict("Predictor", Name("Up")), z},
		{"not known", predict("Predictor", int64(12), "Columns", int64(0)), z},
		{"not known", predict("Predictor", int64(12), "Colors", int64(99)), z},
		{"too long", predict("Predictor", int64(12), "Columns", int64(maxRowBytes), "Colors", int64(3)), z},
		{"within a row", predict("Predictor", int64(12), "Columns", int64(4)), z},
		{"PNG does not know", predict("Predictor", int64(12), "Columns", int64(3)), z},
	}
	for _, c := range cases {
		got, err := new(File).Decode(&Stream{c.dict, c.data})
		if err == nil || !strings.Contains(err.Error(), c.what) {
			t.Errorf("%v: %q, %v; want … %s", c.dict, got, err, c.what)
		}
	}
}

func TestDecodedSizeIsBounded(t *testing.T) {
	bomb := deflated(t, make([]byte, maxDecoded+1))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	_, err := new(File).Decode(&Stream{dict("Filter", Name("FlateDecode")), bomb})
	if err == nil || !strings.Contains(err.Error(), "too large") {
		t.Errorf("got %v", err)
	}
	whole := deflated(t, make([]byte, maxDecoded))
	if got, err := new(File).Decode(&Stream{dict("Filter", Name("FlateDecode")), whole}); err != nil || len(got) != maxDecoded {
		t.Errorf("the largest stream: %d bytes, %v", len(got), err)
	}
}

// The rows of a PNG image are the rows of the predictor, so Go's PNG encoder,
// which picks among all five filters, is an independent source of them.
func TestPredictorsAgainstPNG(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 61, 47))
	var want []byte
	for y := range 47 {
		for x := range 61 {
			c := color.RGBA{uint8(x * y), uint8(x*5 + y*3), uint8(x ^ y), 255}
			img.SetRGBA(x, y, c)
			want = append(want, c.R, c.G, c.B)
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	var idat []byte
	for rest := file.Bytes()[8:]; len(rest) >= 12; {
		n := bigEndian(rest[:4])
		if string(rest[4:8]) == "IDAT" {
			idat = append(idat, rest[8:8+n]...)
		}
		rest = rest[12+n:]
	}
	parms := dict("Predictor", int64(15), "Colors", int64(3), "Columns", int64(61))
	got, err := new(File).Decode(&Stream{dict("Filter", Name("FlateDecode"), "DecodeParms", parms), idat})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes of %d, equal %v, %v", len(got), len(want), bytes.Equal(got, want), err)
	}
}

// Each filter row by row, by the formulas of the PNG specification, table 9.1.
func TestUnfilter(t *testing.T) {
	cases := []struct {
		kind byte
		want []byte
	}{
		{0, []byte{1, 2, 3, 4}},
		{1, []byte{1, 2, 4, 6}},
		{2, []byte{11, 22, 33, 44}},
		{3, []byte{6, 12, 21, 30}},
		{4, []byte{11, 22, 33, 44}},
	}
	for _, c := range cases {
		data := append([]byte{0, 10, 20, 30, 40, c.kind}, 1, 2, 3, 4)
		got, err := unfilter(data, 4, 2)
		if err != nil || !bytes.Equal(got[4:], c.want) {
			t.Errorf("filter %d: %v, %v; want %v", c.kind, got, err, c.want)
		}
	}
}

func TestPredictUpReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.IntRange(1, 7).Draw(t, "row")
		n := rapid.IntRange(0, 9).Draw(t, "rows")
		rows := rapid.SliceOfN(rapid.Byte(), n*row, n*row).Draw(t, "bytes")
		got, err := unfilter(predictUp(rows, row), row, 1)
		if err != nil || !bytes.Equal(got, rows) {
			t.Fatalf("%v came back as %v, %v", rows, got, err)
		}
	})
}

// packedFile builds a file of one object stream with the given bytes, without
// compression, and a cross-reference stream. Objects 1 and 2 are packed.
func packedFile(data string, first, n int, w string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	holder := b.Len()
	fmt.Fprintf(&b, "3 0 obj\n<</Type/ObjStm/N %d/First %d/Length %d>>\nstream\n%s\nendstream\nendobj\n", n, first, len(data), data)
	at := b.Len()
	rows := []byte{0, 0, 0, 0, 2, 0, 3, 0, 2, 0, 3, 1, 1, byte(holder >> 8), byte(holder), 0, 1, byte(at >> 8), byte(at), 0}
	fmt.Fprintf(&b, "4 0 obj\n<</Type/XRef/Size 5%s/Root 1 0 R/Length %d>>\nstream\n", w, len(rows))
	b.Write(rows)
	fmt.Fprintf(&b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
	return b.Bytes()
}

func TestObjectStreams(t *testing.T) {
	const w = "/W[1 2 1]"
	f := mustParse(t, packedFile("1 0 2 17 <</Pages 2 0 R>> [1 2 3]", 9, 2, w))
	if got, _ := Append(nil, f.Resolve(Ref(2))); string(got) != "[1 2 3]" || f.Catalog().Get("Pages") != Ref(2) {
		t.Errorf("got %s and %v", got, f.Catalog())
	}
	cases := []struct {
		what     string
		data     string
		first, n int
		w        string
	}{
		{"wrong N or First", "1 0 2 17 <<>> []", 99, 2, w},
		{"wrong N or First", "1 0 2 17 <<>> []", 9, 5, w},
		{"wrong N or First", "1 0 2 17 <<>> []", -1, 2, w},
		{"number in range", "1 0 2 99 <<>> []", 9, 2, w},
		{"number in range", "1 0 a 99 <<>> []", 9, 2, w},
		{"do not rise", "1 3 2 0 <<>> []", 8, 2, w},
		{"object stream 3, offset 10: a dictionary key", "1 0 2 4 <<1>[]", 8, 2, w},
		{"missing at the end", "1 0 2 0 <<>>", 8, 2, w},
		{"object 2 is not where", "1 0 3 5 <<>> []", 8, 2, w},
		{"object 2 is not where", "1 0 <<>>", 4, 1, w},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[1 2]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[1 2 9]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[1 2 2]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, ""},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, w + "/Index[1 5]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[0 2 2]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[1 0 3]"},
		{"Size, Index or W", "1 0 2 5 <<>> []", 8, 2, "/W[2 1 1]"},
		{"not FlateDecode", "1 0 2 5 <<>> []", 8, 2, w + "/Filter/LZWDecode"},
		{"encrypted", "1 0 2 5 <<>> []", 8, 2, w + "/Encrypt 2 0 R"},
	}
	for _, c := range cases {
		if _, err := Parse(packedFile(c.data, c.first, c.n, c.w)); err == nil || !strings.Contains(err.Error(), c.what) {
			t.Errorf("%q %d %d %s: got %v, want … %s", c.data, c.first, c.n, c.w, err, c.what)
		}
	}
	if _, err := Parse(packedFile("1 0 2 5 <<>> []", 8, 2, w+"/Index[0 5]")); err != nil {
		t.Errorf("an Index over all: %v", err)
	}
}

func TestXrefStreamRows(t *testing.T) {
	whole := packedFile("1 0 2 5 <<>> []", 8, 2, "/W[1 2 1]")
	cases := []struct{ what, old, new string }{
		{"updated or out of range", "\x01\x00\x09\x00", "\x01\x00\x09\x01"}, // a generation
		{"updated or out of range", "\x01\x00\x09\x00", "\x01\xFF\x09\x00"}, // beyond the end
		{"updated or out of range", "\x01\x00\x09\x00", "\x03\x00\x09\x00"}, // of no known kind
		{"no such object stream", "\x02\x00\x03\x01", "\x02\x00\x00\x01"},
		{"no such object stream", "\x02\x00\x03\x01", "\x02\x00\x63\x01"},
		{"no such object stream", "\x02\x00\x03\x01", "\x02\x00\x01\x01"},
		{"object 0 is not free", "\x00\x00\x00\x00\x02", "\x02\x00\x03\x00\x02"},
		{"Size, Index or W", "/Size 5", "/Xize 5"},
		{"Size, Index or W", "/Size 5", "/Size 6"},
	}
	for _, c := range cases {
		data := bytes.Replace(whole, []byte(c.old), []byte(c.new), 1)
		if _, err := Parse(data); err == nil || !strings.Contains(err.Error(), c.what) {
			t.Errorf("%q for %q: got %v, want … %s", c.new, c.old, err, c.what)
		}
	}
}

// blanks is a file of n object streams, each as large as one may be and with
// one object, all but nothing when compressed.
func blanks(t *testing.T, n int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	rows := make([]byte, 5*(2*n+1))
	for i := 1; i <= n; i++ {
		head := fmt.Sprintf("%d 0 <<>>", n+i)
		data := deflated(t, append([]byte(head), bytes.Repeat([]byte(" "), maxDecoded-len(head))...))
		copy(rows[5*i:], []byte{1, byte(b.Len() >> 16), byte(b.Len() >> 8), byte(b.Len()), 0})
		copy(rows[5*(n+i):], []byte{2, 0, 0, byte(i), 0})
		fmt.Fprintf(&b, "%d 0 obj\n<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n",
			i, len(head)-len("<<>>"), len(data), data)
	}
	at := b.Len()
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root %d 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		2*n+1, 2*n+1, 2*n, len(rows), rows, at)
	return b.Bytes()
}

// A small file must not grow to gigabytes: its object streams are bounded
// together, not only each.
func TestObjectStreamsAreBoundedTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("inflates 448 MB")
	}
	mustParse(t, blanks(t, maxInStreams/maxDecoded))
	_, err := Parse(blanks(t, maxInStreams/maxDecoded+1))
	if err == nil || !strings.Contains(err.Error(), "object stream 4, offset 0: object streams are too large together") {
		t.Errorf("got %v", err)
	}
}

// The ties matter: left comes before above, and above before the corner.
func TestPaeth(t *testing.T) {
	cases := []struct{ left, above, corner, want byte }{
		{0, 15, 10, 0},
		{15, 0, 10, 0},
		{1, 3, 2, 2},
		{9, 1, 1, 9},
		{1, 9, 1, 9},
		{255, 255, 0, 255},
	}
	for _, c := range cases {
		if got := paeth(c.left, c.above, c.corner); got != c.want {
			t.Errorf("paeth(%d, %d, %d) = %d, want %d", c.left, c.above, c.corner, got, c.want)
		}
	}
}

func TestObjectStreamThatIsNone(t *testing.T) {
	data := packedFile("1 0 2 5 <<>> []", 8, 2, "/W[1 2 1]")
	_, err := Parse(bytes.Replace(data, []byte("ObjStm"), []byte("ObjXXX"), 1))
	if err == nil || !strings.Contains(err.Error(), "no such object stream") {
		t.Errorf("got %v", err)
	}
	_, err = Parse(bytes.Replace(data, []byte("XRef"), []byte("XXXX"), 1))
	if err == nil || !strings.Contains(err.Error(), "leads to no cross-reference") {
		t.Errorf("got %v", err)
	}
}
