package pdfobj

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type call struct {
	Op   string
	Args []Object
}

func calls(content string) ([]call, error) {
	var got []call
	err := Ops([]byte(content), func(op string, args []Object) error {
		got = append(got, call{op, append([]Object(nil), args...)})
		return nil
	})
	return got, err
}

func TestOps(t *testing.T) {
	content := `/P <</MCID 0>> BDC
BT /F1 11 Tf 1 0 0 1 72 -700.5 Tm [(An)-120(n\)ual) <00410042>] TJ
T* (next) ' 1 2 (x) " ET
EMC
q 0 0 1 0 R
[] 0 d true null /X gs Q % R above is no reference here
BI /W 2 /H 1/BPC 8 /CS /G ID ` + "\x00EI\xFFEI \nEI\nf*"
	want := []call{
		{"BDC", []Object{Name("P"), dict("MCID", int64(0))}},
		{"BT", nil},
		{"Tf", []Object{Name("F1"), int64(11)}},
		{"Tm", []Object{int64(1), int64(0), int64(0), int64(1), int64(72), Real(-700.5)}},
		{"TJ", []Object{Array{String("An"), int64(-120), String("n)ual"), String("\x00A\x00B")}}},
		{"T*", nil},
		{"'", []Object{String("next")}},
		{"\"", []Object{int64(1), int64(2), String("x")}},
		{"ET", nil},
		{"EMC", nil},
		{"q", nil},
		{"R", []Object{int64(0), int64(0), int64(1), int64(0)}},
		{"d", []Object{Array{}, int64(0)}},
		{"gs", []Object{true, nil, Name("X")}},
		{"Q", nil},
		{"EI", []Object{dict("W", int64(2), "H", int64(1), "BPC", int64(8), "CS", Name("G")), String("\x00EI\xFFEI ")}},
		{"f*", nil},
	}
	got, err := calls(content)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got, sameObjects); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func manyKeys() string {
	var b strings.Builder
	b.WriteString("BI")
	for i := range maxOperands {
		b.WriteString("/" + strings.Repeat("k", i) + " 1")
	}
	return b.String() + " ID x EI"
}

func TestOpsFaults(t *testing.T) {
	cases := []struct {
		content string
		at      int
		what    string
	}{
		{"1 2", 3, "without an operator"},
		{strings.Repeat("1 ", maxOperands+1) + "x", 2 * maxOperands, "too many operands"},
		{"[1 2 TJ", 5, "expected"},
		{"q >> Q", 2, "expected"},
		{"q } Q", 2, "stray"},
		{"BI 3", 3, "key of an inline image"},
		{"BI /W 1 ID abc", 8, "not closed"},
		{"BI /W 1 ID", 8, "not closed"},
		{"BI /W", 5, "missing"},
		{manyKeys(), len(manyKeys()) - len(" ID x EI"), "too many keys"},
	}
	for _, c := range cases {
		_, err := calls(c.content)
		var e *SyntaxError
		if !errors.As(err, &e) || e.Offset != c.at || !strings.Contains(e.What, c.what) {
			t.Errorf("%.30q: got %v; want offset %d: … %s", c.content, err, c.at, c.what)
		}
	}
	stop := errors.New("enough")
	n := 0
	err := Ops([]byte("q q q"), func(string, []Object) error { n++; return stop })
	if err != stop || n != 1 {
		t.Errorf("the caller's error came back as %v after %d calls", err, n)
	}
}

func TestOpsEmptyInlineImage(t *testing.T) {
	got, err := calls("BI ID EI Q")
	want := []call{{"EI", []Object{new(Dict), String{}}}, {"Q", nil}}
	if d := cmp.Diff(want, got, sameObjects); d != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, d)
	}
}

// FuzzOps: operators and operands, written out again, read back the same.
func FuzzOps(f *testing.F) {
	for _, s := range []string{
		"/P <</MCID 0>> BDC BT /F1 11 Tf 72 700 Td [(An)-120(nual)] TJ ET EMC",
		"BI /W 2 ID \x00\x01\nEI Q", "q 1 0 0 1 5 5 cm 0 0 m 10 10 l S Q", "(\\", "[[[", "<<", "1 2 3",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		var out []byte
		var seen []string
		image := false
		err := Ops(content, func(op string, args []Object) error {
			image = image || op == "EI"
			for _, a := range args {
				var err error
				if out, err = Append(out, a); err != nil {
					return err
				}
				out = append(out, ' ')
			}
			out = append(append(out, op...), '\n')
			seen = append(seen, op)
			return nil
		})
		if err != nil || image {
			return
		}
		again := 0
		err = Ops(out, func(op string, _ []Object) error {
			if again >= len(seen) || op != seen[again] {
				t.Fatalf("operator %d of %q became %q", again, content, op)
			}
			again++
			return nil
		})
		if err != nil || again != len(seen) {
			t.Fatalf("%q was written as %q: %v", content, out, err)
		}
	})
}
