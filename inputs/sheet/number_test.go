package sheet

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"0", "0"},
		{"1467", "1467"},
		{" 1467 ", "1467"},
		{"007", "7"},
		{"'1467", "1467"},
		// thousands, by every space that exports use
		{"1 467", "1467"},
		{"1\u00a0467", "1467"},
		{"1\u202f467", "1467"},
		{"1\u2009467", "1467"},
		{"1\u2007467\u2007000", "1467000"},
		{"1'467", "1467"},
		{"1’467’000", "1467000"},
		{"1.467.000", "1467000"},
		{"1,467,000", "1467000"},
		{"12 34", "no"},
		{"1 4670", "no"},
		{"1 467'000", "no"},
		{"1.467,000.5", "no"},
		{" 467 ", "467"},
		{"1234.567.890", "no"},
		// decimals
		{"1.5", "3/2"},
		{"1,5", "3/2"},
		{".5", "1/2"},
		{",25", "1/4"},
		{"1 467,5", "2935/2"},
		{"1.467,50", "2935/2"},
		{"1,467.50", "2935/2"},
		{"1'467.5", "2935/2"},
		{"0.125", "1/8"},
		{"0,125", "1/8"},
		{"1467.125", "11737/8"},
		{"1.46", "73/50"},
		{"1,467.500", "2935/2"},
		{"5.", "no"},
		// one mark before three digits
		{"1.467", "1467?"},
		{"1,467", "1467?"},
		{"999,000", "999000?"},
		{"-1.467", "-1467?"},
		{"1.467%", "1467/100?"},
		// signs
		{"-12", "-12"},
		{"12-", "-12"},
		{"12 -", "-12"},
		{"−12", "-12"},
		{"–12", "-12"},
		{"+12", "12"},
		{"(12)", "-12"},
		{"(1 467)", "-1467"},
		{"--12", "no"},
		{"-12-", "no"},
		{"(-12)", "no"},
		{"(12", "no"},
		// per cent
		{"12%", "3/25"},
		{"12,5 %", "1/8"},
		{"-50%", "-1/2"},
		{"%", "no"},
		// no numbers
		{"", "no"},
		{" ", "no"},
		{"-", "no"},
		{"P-3", "no"},
		{"1e5", "no"},
		{"12 staff", "no"},
		{"$12", "no"},
		{"..", "no"},
		{"1..5", "no"},
		{"１２", "no"},
		{"0x10", "no"},
		{"1/2", "no"},
		{strings.Repeat("9", 30), strings.Repeat("9", 30)},
		{strings.Repeat("9", 31), "no"},
	} {
		value, ambiguous, ok := ParseNumber(c.text)
		got := "no"
		if ok {
			got = value.RatString() + map[bool]string{true: "?"}[ambiguous]
		}
		if got != c.want {
			t.Errorf("ParseNumber(%q) = %s, want %s", c.text, got, c.want)
		}
		if !ok && (value != nil || ambiguous) {
			t.Errorf("ParseNumber(%q) says more than no", c.text)
		}
	}
}

// A number printed in any house style reads as itself, or says that it cannot
// be told apart from its thousandth.
func TestParseNumberReadsAllStyles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := rapid.Int64Range(0, 1e12).Draw(t, "units")
		decimals := rapid.IntRange(0, 4).Draw(t, "decimals")
		mark := rapid.SampledFrom([]string{" ", "\u00a0", "\u202f", "'", "’", ",", "."}).Draw(t, "thousands")
		point := rapid.SampledFrom([]string{".", ","}).Draw(t, "point")
		if point == mark {
			t.Skip("no house uses one mark for both")
		}
		digits := fmt.Sprintf("%0*d", decimals+1, units)
		whole, part := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
		text := ""
		for i, r := range whole {
			if i > 0 && (len(whole)-i)%3 == 0 {
				text += mark
			}
			text += string(r)
		}
		if decimals > 0 {
			text += point + part
		}
		scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		want := new(big.Rat).SetFrac(big.NewInt(units), scale)
		got, ambiguous, ok := ParseNumber(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		thousandth := new(big.Rat).Quo(got, big.NewRat(1000, 1))
		if got.Cmp(want) != 0 && (!ambiguous || thousandth.Cmp(want) != 0) {
			t.Fatalf("%q = %s, want %s", text, got, want)
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1.467", "(1 467,50)", "12-", "'5", "12,5 %", "-", "1\u202f467"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, ambiguous, ok := ParseNumber(text)
		if !ok {
			return
		}
		if !strings.ContainsAny(text, "0123456789") {
			t.Fatalf("%q has no digit", text)
		}
		if ambiguous && strings.Count(text, ".")+strings.Count(text, ",") != 1 {
			t.Fatalf("%q cannot be ambiguous", text)
		}
		if again, _, ok := ParseNumber(strings.ReplaceAll(text, " ", "\u202f")); !ok || again.Cmp(value) != 0 {
			t.Fatalf("%q depends on the width of its spaces", text)
		}
	})
}

func TestCellNumbers(t *testing.T) {
	for _, c := range []struct {
		text, rat string
		whole     bool
	}{
		{"12", "12", true},
		{"-12", "-12", true},
		{"12.0", "12", true},
		{"1.2E3", "1200", true},
		{"0.5", "1/2", false},
		{"0.30000000000000004", "3/10", false},
		{"3.0000000000000004", "3", true},
		{"0.12345", "2469/20000", false},
		{"123456789012345", "123456789012345", true},
		{"1E-300", "", false},
	} {
		if !isNumber([]byte(c.text)) {
			t.Errorf("%s is no number", c.text)
		}
		cell := Cell{Kind: Number, Text: c.text}
		x, ok := cell.Rat()
		if !ok || c.rat != "" && x.RatString() != c.rat {
			t.Errorf("%s: Rat = %v, want %s", c.text, x, c.rat)
		}
		n, whole := cell.Int()
		if whole != c.whole || whole && new(big.Rat).SetInt64(n).Cmp(x) != 0 {
			t.Errorf("%s: Int = %d, %t", c.text, n, whole)
		}
		cell.Kind = Text
		if _, ok := cell.Rat(); ok {
			t.Errorf("%s: a text has a Rat", c.text)
		}
		if _, ok := cell.Int(); ok {
			t.Errorf("%s: a text has an Int", c.text)
		}
	}
	for _, text := range []string{"", "-", ".", "1e", "1e999999999", "1x", "0x1", "1_000", " 1", "NaN", "Inf", "1.2.3", strings.Repeat("1", 65)} {
		if isNumber([]byte(text)) {
			t.Errorf("%q is a number", text)
		}
	}
}

func TestBlank(t *testing.T) {
	for _, c := range []struct {
		cell Cell
		want bool
	}{
		{Cell{}, true},
		{Cell{Kind: Text, Text: " \u00a0\u200b"}, true},
		{Cell{Kind: Text, Text: "x"}, false},
		{Cell{Kind: Number, Text: "0"}, false},
		{Cell{Kind: Error, Text: "#N/A"}, false},
		{Cell{Formula: true}, false},
		{Cell{Formula: true, Cached: true, Kind: Text}, true},
	} {
		if got := c.cell.Blank(); got != c.want {
			t.Errorf("%+v: Blank = %t", c.cell, got)
		}
	}
}

func TestIsErrorValue(t *testing.T) {
	for text, want := range map[string]bool{"#N/A": true, "#REF!": true, "Err:502": true, "#DIV/0!": true, "#1": false, "": false, "Err:": false, "Err:name": false, "Err:abc": false, "#Jane": false} {
		if got := IsErrorValue(text); got != want {
			t.Errorf("IsErrorValue(%q) = %t", text, got)
		}
	}
}
