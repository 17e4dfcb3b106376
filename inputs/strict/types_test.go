package strict

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"assemble/inputs/source"

	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0 0", "137839": "137839 0", "-1.50": "-3/2 2", "1.0": "1 1", "0.001": "1/1000 3", "-0": "0 0",
		strings.Repeat("9", 30): strings.Repeat("9", 30) + " 0",
		"":                      "", "1,000": "", "1 000": "", "1_000": "", "01": "", ".5": "", "5.": "", "+5": "", "1e3": "", "0x1": "", "1/2": "",
		"NaN": "", "Inf": "", "--1": "", "1.2.3": "", "１": "", strings.Repeat("9", 31): "", "0." + strings.Repeat("1", 31): "",
	} {
		got := ""
		if n, ok := ParseNumber(text); ok {
			got = fmt.Sprintf("%s %d", n.Value.RatString(), n.Places)
		}
		if got != want {
			t.Errorf("ParseNumber(%q) = %q, want %q", text, got, want)
		}
	}
}

// A number prints back with the decimals it was written with.
func TestNumberKeepsItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value, places := rapid.Int64().Draw(t, "value"), rapid.IntRange(0, 8).Draw(t, "places")
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
		want := new(big.Rat).SetFrac(big.NewInt(value), power)
		text := want.FloatString(places)
		n, ok := ParseNumber(text)
		if !ok || n.Value.Cmp(want) != 0 || n.Places != places || n.Value.FloatString(n.Places) != n.Text {
			t.Fatalf("%s is read as %v with %d places", text, n.Value, n.Places)
		}
	})
}

func TestParseDate(t *testing.T) {
	for text, ok := range map[string]bool{
		"2017-12-31": true, "2016-02-29": true, "2017-02-29": false, "2017-13-01": false, "2017-00-10": false, "2017-1-1": false,
		"31.12.2017": false, "": false, "2017-12-31T00:00:00": false, "0000-01-01": false, "0001-01-01": true,
	} {
		d, got := ParseDate(text)
		if got != ok || got && d.String() != text {
			t.Errorf("ParseDate(%q) = %v, %v", text, d, got)
		}
	}
	if s := (Date{}).String(); s != "" || !(Date{}).IsZero() {
		t.Errorf("no date is %q", s)
	}
}

// Dates compare as days do.
func TestDateCompare(t *testing.T) {
	draw := func(t *rapid.T, name string) (Date, time.Time) {
		day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(-9000, 9000).Draw(t, name))
		return Date{Y: day.Year(), M: int(day.Month()), D: day.Day()}, day
	}
	sign := func(n int) int { return min(1, max(-1, n)) }
	rapid.Check(t, func(t *rapid.T) {
		a, x := draw(t, "a")
		b, y := draw(t, "b")
		if sign(a.Compare(b)) != x.Compare(y) {
			t.Fatalf("%s against %s: %d", a, b, a.Compare(b))
		}
	})
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		yaml  string
		empty bool
		en    string
	}{
		{"", true, ""},
		{"t: \"\"\n", true, ""},
		{"t: {en: \"\", fr: \"\"}\n", true, ""},
		{"t: {en: , fr: x}\n", false, ""},
		{"t: x\n", false, "x"},
		{"t: {fr: y, en: x}\n", false, "x"},
		{"t: {en: x, en-GB: z}\n", false, "x"},
	} {
		var v struct {
			T Text `yaml:"t"`
		}
		var r source.Reporter
		if !Decode([]byte(c.yaml), source.Pos{File: 1}, &v, &r) {
			t.Fatal(c.yaml, r.All())
		}
		if s, _ := v.T.In("en"); v.T.Empty() != c.empty || s.S != c.en {
			t.Errorf("%q: empty %v, en %q", c.yaml, v.T.Empty(), s)
		}
		if at := v.T.At().Start; len(v.T.By) > 0 && (at.A != 1 || at.B < 4) || len(v.T.By) == 0 && at.Known() {
			t.Errorf("%q stands at %v", c.yaml, at)
		}
	}
	if s, ok := Plain("x").In("fr"); !ok || s.S != "x" {
		t.Errorf("a plain text in French is %q", s)
	}
}

func TestIsLanguage(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "fra": true, "pt-BR": true, "es-419": true, "zh-Hant": true, "sr-Latn-RS": true,
		"": false, "e": false, "EN": false, "english": false, "en_GB": false, "en-gb": false, "en-": false, "../en": false,
	} {
		if got := IsLanguage(tag); got != want {
			t.Errorf("IsLanguage(%q) = %v", tag, got)
		}
	}
}

func TestMap(t *testing.T) {
	var m Map[int]
	var r source.Reporter
	Decode([]byte("b: 2\na: 1\nNO: 3\n"), source.Pos{File: 1}, &m, &r)
	if got := fmt.Sprint(m.Keys()); got != "[b a NO]" {
		t.Errorf("keys = %s", got)
	}
	if v, ok := m.Get("NO"); !ok || v != 3 {
		t.Errorf("NO = %d, %v", v, ok)
	}
	if v, ok := m.Get("c"); ok || v != 0 {
		t.Errorf("c = %d, %v", v, ok)
	}
}
