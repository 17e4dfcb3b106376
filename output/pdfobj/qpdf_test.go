package pdfobj

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// runQPDF calls qpdf, an independent reader and writer of PDF, with a file
// and options, or skips the test where it is not installed.
func runQPDF(t *testing.T, data []byte, options ...string) (string, []byte) {
	t.Helper()
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed")
	}
	path := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(qpdf, append(options, path)...).CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("WARNING")) {
		t.Fatalf("qpdf %v: %v\n%.2000s", options, err, out)
	}
	return path, out
}

func TestQPDFAcceptsOurFiles(t *testing.T) {
	w := NewWriter("1.7")
	synthetic(w, 5, 1500, rand.New(rand.NewPCG(1, 1)))
	many, err := w.Finish(1, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{written(t), many, rewritten(t)} {
		runQPDF(t, data, "--check")
	}
}

// awkward holds what is easily written wrong: every byte in a string and in a
// name, and numbers at their limits.
func awkward() *Dict {
	all := make(String, 256)
	d := dict("Type", Name("Catalog"))
	for c := range all {
		all[c] = byte(c)
		if c > 0 && c < 128 {
			d.Set(Name("N"+string(rune(c))), Name(string(rune(c))+"x"))
		}
	}
	return d.
		Set("All", all).
		Set("CRLF", String("\r\n\r\\\n\\")).
		Set("Empty", Array{String{}, Array{}, new(Dict), nil, true, false}).
		Set("Numbers", Array{maxInt, -maxInt - 1, 0, Real(0.000001), Real(-0.5), Real(841.89)}).
		Set("Text", Array{Text("Étude"), Text("Ωmega"), Text("𝔸")})
}

func TestQPDFReadsWhatWeWrote(t *testing.T) {
	w := NewWriter("1.7")
	root := w.Alloc()
	want := awkward().Set("Me", root)
	w.Put(root, want)
	data, err := w.Finish(root, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, out := runQPDF(t, data, "--json=2", "--json-key=qpdf")
	var doc struct{ QPDF []map[string]json.RawMessage }
	if err := json.Unmarshal(out, &doc); err != nil || len(doc.QPDF) != 2 {
		t.Fatalf("%v in %.200s", err, out)
	}
	var object struct{ Value any }
	decoder := json.NewDecoder(bytes.NewReader(doc.QPDF[1]["obj:1 0 R"]))
	decoder.UseNumber()
	if err := decoder.Decode(&object); err != nil {
		t.Fatal(err)
	}
	agree(t, "catalogue", want, object.Value)
}

// agree compares an object with qpdf's JSON for it: names start with a slash,
// strings with u: (text) or b: (hexadecimal bytes).
func agree(t *testing.T, at string, want Object, got any) {
	t.Helper()
	ok := false
	switch v := want.(type) {
	case nil:
		ok = got == nil
	case bool:
		ok = got == v
	case int, Real:
		n, _ := got.(json.Number)
		f, err := strconv.ParseFloat(n.String(), 64)
		number, _ := Number(v)
		ok = err == nil && f == float64(number)
	case Name:
		ok = got == "/"+string(v)
	case Ref:
		ok = got == strconv.Itoa(int(v))+" 0 R"
	case String:
		s, _ := got.(string)
		text, isText := strings.CutPrefix(s, "u:")
		raw, err := hex.DecodeString(strings.TrimPrefix(s, "b:"))
		ok = isText && text == v.Text() && utf8.ValidString(text) || !isText && err == nil && bytes.Equal(raw, v)
	case Array:
		a, _ := got.([]any)
		if ok = len(a) == len(v); ok {
			for i := range v {
				agree(t, at+"["+strconv.Itoa(i)+"]", v[i], a[i])
			}
		}
	case *Dict:
		m, _ := got.(map[string]any)
		ok = len(m) == v.Len()
		for key, value := range v.All() {
			agree(t, at+"/"+string(key), value, m["/"+string(key)])
		}
	}
	if !ok {
		t.Errorf("%s: qpdf reads %#v, written was %#v", at, got, want)
	}
}

// What qpdf writes of our files, with object streams and with a classic table,
// must read like the original.
func TestParseOfWhatQPDFWrites(t *testing.T) {
	for _, option := range []string{"--object-streams=generate", "--object-streams=disable"} {
		data := rewritten(t)
		path, _ := runQPDF(t, data, option, "--replace-input")
		theirs, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(theirs, data) {
			t.Fatal("qpdf changed nothing")
		}
		ours, again := mustParse(t, data), mustParse(t, theirs)
		before, err := ours.Pages()
		if err != nil {
			t.Fatal(err)
		}
		after, err := again.Pages()
		if err != nil || len(after) != len(before) {
			t.Fatalf("%s: %d pages, %v", option, len(after), err)
		}
		for i := range before {
			want, got := operators(t, ours, before[i]), operators(t, again, after[i])
			if strings.Join(want, " ") != strings.Join(got, " ") || len(want) == 0 {
				t.Errorf("%s, page %d: %v, want %v", option, i, got, want)
			}
		}
	}
}
