package pdfobj

import (
	"math"
	"strings"
	"testing"
)

func TestAppend(t *testing.T) {
	cases := []struct {
		object Object
		want   string
	}{
		{nil, "null"},
		{true, "true"},
		{7, "7"},
		{int64(-7), "-7"},
		{Real(0), "0"},
		{Real(-0.0000001), "0"},
		{Real(math.Copysign(0, -1)), "0"},
		{Real(0.5), "0.5"},
		{Real(-0.25), "-0.25"},
		{Real(100), "100"},
		{Real(841.889764), "841.889764"},
		{Real(1e20), "100000000000000000000."},
		{Real(maxInt), "2147483647"},
		{Real(maxInt + 1), "2147483648."},
		{Real(1e-5), "0.00001"},
		{Real(1.0 / 3), "0.333333"},
		{Name("A B#/é"), "/A#20B#23#2F#C3#A9"},
		{Name(""), "/"},
		{String("a(b)\\c\rd\ne\x00\xFF"), "(a\\(b\\)\\\\c\\rd\ne\x00\xFF)"},
		{Array{Name(""), 1, Name(""), Name("A")}, "[/ 1//A]"},
		{Ref(3), "3 0 R"},
		{Array{1, 2, Name("A"), Name("B"), 3, String("s"), 4, Ref(5), true, nil}, "[1 2/A/B 3(s)4 5 0 R true null]"},
		{siblings(), "[" + strings.Repeat("[]<<>>", maxDepth) + "]"},
		{dict("B", 1, "A", Name("x"), "C", dict("D", Array{})), "<</B 1/A/x/C<</D[]>>>>"},
	}
	for _, c := range cases {
		got, err := Append([]byte("9"), c.object)
		if err != nil || string(got) != "9"+c.want {
			t.Errorf("%#v: %q, %v; want %q", c.object, got, err, c.want)
		}
	}
}

func TestAppendFaults(t *testing.T) {
	circle := new(Dict)
	circle.Set("Me", circle)
	cases := []struct {
		object Object
		what   string
	}{
		{int64(1) << 31, "32 bits"},
		{int64(-1)<<31 - 1, "32 bits"},
		{Real(math.NaN()), "finite"},
		{Real(math.Inf(-1)), "finite"},
		{Real(1e39), "range"},
		{Name(strings.Repeat("n", 128)), "127"},
		{Name("a\x00"), "zero"},
		{String(make([]byte, maxString+1)), "32,767"},
		{Ref(0), "range"},
		{Ref(-4), "range"},
		{&Stream{}, "one of its own"},
		{3.5, "float64 is no object"},
		{"text", "string is no object"},
		{circle, "deeply"},
		{Array{Array{dict("K", Ref(0))}}, "K: reference"},
	}
	for _, c := range cases {
		got, err := Append([]byte("kept"), c.object)
		if err == nil || !strings.Contains(err.Error(), c.what) || string(got) != "kept" {
			t.Errorf("%.40v: %q, %v; want … %s", c.object, got, err, c.what)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, o := range []Object{7, int64(7), Real(7)} {
		if v, ok := Number(o); !ok || v != 7 {
			t.Errorf("%#v: %v, %v", o, v, ok)
		}
	}
	for _, o := range []Object{nil, true, Ref(7), String("7")} {
		if v, ok := Number(o); ok || v != 0 {
			t.Errorf("%#v: %v, %v", o, v, ok)
		}
	}
}

func TestDict(t *testing.T) {
	d := dict("B", 1, "A", 2, "C", 3)
	d.Set("A", 4).Set("D", nil).Set("B", nil)
	d.Del("absent")
	if got, _ := Append(nil, d); string(got) != "<</A 4/C 3>>" {
		t.Errorf("got %s", got)
	}
	c := d.Clone().Set("A", 5)
	if d.Get("A") != 4 || c.Get("A") != 5 || c.Len() != 2 {
		t.Error("a clone shares its keys with the original")
	}
	for key := range d.All() {
		if key != "A" {
			t.Errorf("the range went on to %s after it was left", key)
		}
		break
	}
	var none *Dict
	none.Del("A")
	for range none.All() {
		t.Error("a nil dictionary has a key")
	}
	if none.Get("A") != nil || none.Len() != 0 || none.Clone().Len() != 0 {
		t.Error("a nil dictionary is not empty")
	}
}
