package units

import (
	"encoding/json"
	"testing"
)

func TestParse(t *testing.T) {
	cases := []struct {
		text string
		want Sp
		bad  bool
	}{
		{"1", Pt, false},
		{"10.5pt", 10*Pt + Pt/2, false},
		{"25.4mm", 72 * Pt, false},
		{"210mm", 39011981, false}, // 595.2756 pt
		{"-0.5", -Pt / 2, false},
		{"", 0, true},
		{"mm", 0, true},
		{"1e9", 0, true},
		{"99999", 0, true},
		{"1/0", 0, true},
		{"1..2", 0, true},
	}
	for _, c := range cases {
		got, err := Parse(c.text)
		if (err != nil) != c.bad || got != c.want {
			t.Errorf("Parse(%q) = %d, %v; want %d, bad %v", c.text, got, err, c.want, c.bad)
		}
	}
}

func TestMm(t *testing.T) {
	if got, _ := Parse("32.4mm"); Mm(32400) != got {
		t.Errorf("Mm(32400) = %d, Parse says %d", Mm(32400), got)
	}
}

func TestMulDivRounds(t *testing.T) {
	for _, c := range [][4]int64{{7, 1, 2, 4}, {-7, 1, 2, -4}, {7, -1, 2, -4}, {6, 1, 4, 2}, {5, 1, 4, 1}} {
		if got := MulDiv(Sp(c[0]), c[1], c[2]); got != Sp(c[3]) {
			t.Errorf("MulDiv(%d, %d, %d) = %d, want %d", c[0], c[1], c[2], got, c[3])
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"24mm", "10.5", "", "-", ".", "99999999999999999999mm"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err == nil && (v > Max || v < -Max) {
			t.Errorf("Parse(%q) = %d, out of bounds", s, v)
		}
	})
}

func TestJSONIsExact(t *testing.T) {
	for _, want := range []Sp{0, 1, -1, 65537, 123456789012} {
		data, err := json.Marshal(struct{ Y Sp }{want})
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ Y Sp }
		if err := json.Unmarshal(data, &got); err != nil || got.Y != want {
			t.Errorf("%s read back: %d, %v", data, got.Y, err)
		}
	}
	var x Sp
	if err := json.Unmarshal([]byte(`"24mm"`), &x); err == nil {
		t.Error("a text is read where a number was written")
	}
}
