package pdfobj

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// sameObjects compares dictionaries with their order and no other internals.
var sameObjects = cmp.AllowUnexported(Dict{}, entry{})

// parseOne reads a single object that must fill the whole text.
func parseOne(text string) (Object, error) {
	p := parser{refs: true}
	p.start([]byte(text), 0, len(text))
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	if t, err := p.next(); err != nil || t.kind != tokEnd {
		return nil, errors.New("something is left")
	}
	return o, nil
}

func dict(pairs ...any) *Dict {
	d := new(Dict)
	for i := 0; i < len(pairs); i += 2 {
		d.Set(Name(pairs[i].(string)), pairs[i+1])
	}
	return d
}

// siblings lie side by side more often than they could be nested.
func siblings() Array {
	var a Array
	for range maxDepth {
		a = append(a, Array{}, new(Dict))
	}
	return a
}

func TestParseObject(t *testing.T) {
	cases := []struct {
		text string
		want Object
	}{
		{"null", nil},
		{"true", true},
		{"false", false},
		{"0", int64(0)},
		{"+17", int64(17)},
		{"-98", int64(-98)},
		{"0012", int64(12)},
		{"34.5", Real(34.5)},
		{"4.", Real(4)},
		{"-.002", Real(-0.002)},
		{"/Name1", Name("Name1")},
		{"/A;Name_With-Various***Characters?", Name("A;Name_With-Various***Characters?")},
		{"/", Name("")},
		{"/Lime#20Green", Name("Lime Green")},
		{"/A#42#23", Name("AB#")},
		{"(plain)", String("plain")},
		{"()", String("")},
		{"(a (balanced (pair)) here)", String("a (balanced (pair)) here")},
		{`(\( \) \\ \n\r\t\b\f)`, String("( ) \\ \n\r\t\b\f")},
		{`(\q)`, String("q")},
		{`(\0053\53\5)`, String("\0053+\005")},
		{`(\777)`, String("\xFF")},
		{"(two \\\nlines, \\\r\nthree)", String("two lines, three")},
		{"(one\r\ntwo\rthree\nfour)", String("one\ntwo\nthree\nfour")},
		{"<4E6F76>", String("Nov")},
		{"<4e 6F\n7>", String("Nop")},
		{"<>", String("")},
		{"12 0 R", Ref(12)},
		{"12 \n 0\t R", Ref(12)},
		{"[1 0 2 0 R 0 0]", Array{int64(1), int64(0), Ref(2), int64(0), int64(0)}},
		{"[/A/B(c)<64>[]null]", Array{Name("A"), Name("B"), String("c"), String("d"), Array{}, nil}},
		{"<</A 1/B<</C[2 0 R]>>>>", dict("A", int64(1), "B", dict("C", Array{Ref(2)}))},
		{"<</Gone null/A 1>>", dict("A", int64(1))},
		{"% a comment\r 7 % another", int64(7)},
		{"[1%[\n2]", Array{int64(1), int64(2)}},
		{"[" + strings.Repeat("[]<<>>", maxDepth) + "]", siblings()},
	}
	for _, c := range cases {
		got, err := parseOne(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if d := cmp.Diff(c.want, got, sameObjects); d != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, d)
		}
	}
}

func TestParseObjectFaults(t *testing.T) {
	cases := []struct {
		text string
		at   int
		what string
	}{
		{"", 0, "missing at the end"},
		{" nonsense", 1, "object was expected"},
		{"--1", 0, "malformed number"},
		{"1e5", 0, "malformed number"},
		{"1.2.3", 0, "malformed number"},
		{"-", 0, "malformed number"},
		{".", 0, "malformed number"},
		{"99999999999999999999", 0, "out of range"},
		{strings.Repeat("9", 60) + ".0", 0, "out of range"},
		{"9007199254740993", 0, "out of range"},
		{"0 0 R", 0, "out of range"},
		{"[1 0 Rx]", 5, "object was expected"},
		{"99999999 0 R", 0, "out of range"},
		{"[12 1 R]", 6, "object was expected"},
		{"(open (twice)", 0, "not closed"},
		{`(\`, 0, "not closed"},
		{"<4E", 0, "not closed"},
		{"<4EX>", 3, "no digit"},
		{"[1 2", 0, "not closed"},
		{"<</A 1", 6, "key was expected"},
		{"<</A>>", 4, "object was expected"},
		{"<<1 2>>", 2, "key was expected"},
		{"<</A 1/A 2>>", 0, "twice"},
		{"/A#4", 0, "no escape"},
		{"/A#GG", 0, "no escape"},
		{"/A#00", 0, "zero byte"},
		{"]", 0, "expected"},
		{">", 0, "stray"},
		{"{", 0, "stray"},
		{")", 0, "stray"},
		{strings.Repeat("[", maxDepth+1), maxDepth, "too deeply"},
		{strings.Repeat("<</A", maxDepth+1), 4 * maxDepth, "too deeply"},
	}
	for _, c := range cases {
		_, err := parseOne(c.text)
		var e *SyntaxError
		if !errors.As(err, &e) || e.Offset != c.at || !strings.Contains(e.What, c.what) {
			t.Errorf("%.40q: got %v; want offset %d: … %s", c.text, err, c.at, c.what)
		}
	}
}

func TestLongDictionaryWithRepeatedKey(t *testing.T) {
	var b strings.Builder
	b.WriteString("<<")
	for i := range 40 {
		b.WriteString("/K" + strings.Repeat("x", i) + " 1")
	}
	if o, err := parseOne(b.String() + ">>"); err != nil || o.(*Dict).Len() != 40 {
		t.Errorf("forty keys: %v", err)
	}
	if _, err := parseOne(b.String() + "/Kxx 2>>"); err == nil {
		t.Error("a key set twice among forty was taken")
	}
}

func TestValuesAreBounded(t *testing.T) {
	text := []byte(strings.Repeat("0 ", maxValues+1))
	var p parser
	p.start(text, 0, len(text))
	var err error
	for err == nil {
		_, err = p.object()
	}
	if !strings.Contains(err.Error(), "too many values") {
		t.Errorf("got %v", err)
	}
}

// anyObject draws objects that a file may hold. Reals are drawn as multiples of
// a millionth, which is what the written form can carry.
func anyObject(depth int, highest Ref) *rapid.Generator[Object] {
	name := rapid.Map(rapid.SliceOfN(rapid.ByteRange(1, 255), 0, 12), func(b []byte) Name { return Name(b) })
	kinds := []*rapid.Generator[Object]{
		rapid.Just[Object](nil),
		rapid.Map(rapid.Bool(), func(v bool) Object { return v }),
		rapid.Map(rapid.Int32(), func(v int32) Object { return int64(v) }),
		rapid.Map(rapid.Int32(), func(v int32) Object { return Real(v) / 1e6 }),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) Object { return String(b) }),
		rapid.Map(name, func(n Name) Object { return n }),
		rapid.Map(rapid.Int32Range(1, int32(highest)), func(v int32) Object { return Ref(v) }),
	}
	if depth > 0 {
		inner := anyObject(depth-1, highest)
		kinds = append(
			kinds,
			rapid.Map(rapid.SliceOfN(inner, 0, 5), func(a []Object) Object { return Array(a) }),
			rapid.Custom(func(t *rapid.T) Object {
				d := new(Dict)
				for range rapid.IntRange(0, 5).Draw(t, "keys") {
					d.Set(name.Draw(t, "key"), inner.Draw(t, "value"))
				}
				return d
			}),
		)
	}
	return rapid.OneOf(kinds...)
}

func TestWriteThenReadIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyObject(3, 1000).Draw(t, "object")
		text, err := Append(nil, want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parseOne(string(text))
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if d := cmp.Diff(normal(want), normal(got), sameObjects); d != "" {
			t.Fatalf("%q (-want +got):\n%s", text, d)
		}
	})
}

// normal turns whole Reals into integers, as writing does, and gives empty
// dictionaries and strings one form.
func normal(o Object) Object {
	switch v := o.(type) {
	case Real:
		if v == Real(int64(v)) {
			return int64(v)
		}
	case String:
		return append(String{}, v...)
	case Array:
		a := make(Array, len(v))
		for i := range v {
			a[i] = normal(v[i])
		}
		return a
	case *Dict:
		d := new(Dict)
		for key, value := range v.All() {
			d.Set(key, normal(value))
		}
		return d
	}
	return o
}

// FuzzObject: whatever is read and can be written reads back as it was written.
func FuzzObject(f *testing.F) {
	for _, s := range []string{
		"<</Type/Page/Kids[1 0 R 2 0 R]/MediaBox[0 0 595.28 841.89]>>",
		`[(a\(b\)\\\r\053) <FEFF00e9> /N#20ame -.5 +3 4. null true false]`,
		"<</A<</B[[[<<>>]]]>>>>%c\n", "1 0 R", "[1 0 2 0 R]", "(\r\n)", "/#23", "-0.0000001", "10000000000.",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := parseOne(string(text))
		if err != nil {
			return
		}
		first, err := Append(nil, o)
		if err != nil {
			return // beyond annex C
		}
		again, err := parseOne(string(first))
		if err != nil {
			t.Fatalf("%q was written as %q: %v", text, first, err)
		}
		second, err := Append(nil, again)
		if err != nil || string(second) != string(first) {
			t.Fatalf("%q was written as %q, then as %q (%v)", text, first, second, err)
		}
	})
}
