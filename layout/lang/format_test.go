package lang

import (
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// rat reads a value of a test case.
func rat(t testing.TB, s string) *big.Rat {
	t.Helper()
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return v
}

// shown makes the spaces of a result visible: ~ is U+00A0, _ is U+202F.
func shown(s string) string { return strings.NewReplacer(nbsp, "~", thin, "_").Replace(s) }

// number is a shorthand for the cases: value, unit, form, places as needed.
func number(t testing.TB, value, unit string, form Form) Number {
	return Number{Value: rat(t, value), Unit: unit, Form: form, Places: -1}
}

func TestFormatByPlace(t *testing.T) {
	cases := []struct {
		value, unit string
		form        Form
		want        [places]string // in the order of the places
	}{
		{"7", "offices", Auto, [places]string{"seven", "Seven", "seven", "7", "7", "7", "7", "seven"}},
		{"0", "", Auto, [places]string{"zero", "Zero", "zero", "0", "0", "0", "0", "zero"}},
		{"10", "", Auto, [places]string{"10", "Ten", "10", "10", "10", "10", "10", "10"}},
		{"104", "offices", Auto, [places]string{"104", "One hundred and four", "104", "104", "104", "104", "104", "104"}},
		{"1467", "people", Auto, [places]string{
			"1,467", "One thousand four hundred and sixty-seven", "1,467", "1_467", "1_467", "1_467", "1_467", "1,467",
		}},
		{"91", Percent, Auto, [places]string{
			"91~per~cent", "Ninety-one~per~cent", "91%", "91%", "91%", "91%", "91%", "91~per~cent",
		}},
		{"9.6", Percent, Auto, [places]string{
			"9.6~per~cent", "Nine point six~per~cent", "9.6%", "9.6%", "9.6%", "9.6%", "9.6%", "9.6~per~cent",
		}},
		{"4", Points, Auto, [places]string{
			"4~percentage points", "Four~percentage points", "4~percentage points", "4", "4", "4",
			"4~percentage points", "4~percentage points",
		}},
		{"152000000", "USD", Million, [places]string{
			"USD~152~million", "USD~152~million", "USD~152~million", "152", "152", "152", "USD~152~million", "USD~152~million",
		}},
		{"28900000", "people", Million, [places]string{
			"28.9~million", "Twenty-eight point nine~million", "28.9~million", "28.9", "28.9", "28.9", "28.9~million",
			"28.9~million",
		}},
		{"-4.2", "", Auto, [places]string{"−4.2", "Minus four point two", "−4.2", "−4.2", "(4.2)", "−4.2", "−4.2", "−4.2"}},
		{"-0.26", Percent, Auto, [places]string{
			"−0.26~per~cent", "Minus zero point two six~per~cent", "−0.26%", "−0.26%", "(0.26%)", "−0.26%", "−0.26%",
			"−0.26~per~cent",
		}},
		{"-7", "", Auto, [places]string{"−7", "Minus seven", "−7", "−7", "(7)", "−7", "−7", "−7"}},
		{"7", "", Figure, [places]string{"7", "7", "7", "7", "7", "7", "7", "7"}},
		{"23", "", Words, [places]string{
			"twenty-three", "Twenty-three", "twenty-three", "twenty-three", "twenty-three", "twenty-three", "twenty-three",
			"twenty-three",
		}},
		{"3", "", Ordinal, [places]string{"third", "Third", "third", "3rd", "3rd", "3rd", "3rd", "third"}},
		{"42", "", Ordinal, [places]string{"42nd", "Forty-second", "42nd", "42nd", "42nd", "42nd", "42nd", "42nd"}},
	}
	for _, c := range cases {
		for p := range places {
			if got := shown(For("en").Format(number(t, c.value, c.unit, c.form), p)); got != c.want[p] {
				t.Errorf("%s %q form %d in place %d = %q, want %q", c.value, c.unit, c.form, p, got, c.want[p])
			}
		}
	}
}

func TestFormatByLanguage(t *testing.T) {
	cases := []struct {
		value, unit string
		form        Form
		place       Place
		en, fr, es  string
	}{
		{"1", "", Auto, Prose, "one", "un", "un"},
		{"10", "", Auto, Prose, "10", "10", "diez"},
		{"1605.4", "", Auto, Prose, "1,605.4", "1_605,4", "1.605,4"},
		{"1605.4", "", Auto, InTable, "1_605.4", "1_605,4", "1_605,4"},
		{"137839", "", Auto, InTable, "137_839", "137_839", "137_839"},
		{"14", Percent, Auto, Prose, "14~per~cent", "14~pour~cent", "14~por~ciento"},
		{"14", Percent, Auto, Parentheses, "14%", "14~%", "14%"},
		{"31", Percent, Auto, SentenceStart, "Thirty-one~per~cent", "Trente et un~pour~cent", "Treinta y uno~por~ciento"},
		{"1", Points, Auto, Prose, "1~percentage point", "1~point de pourcentage", "1~punto porcentual"},
		{"1.5", Points, Auto, Prose, "1.5~percentage points", "1,5~point de pourcentage", "1,5~puntos porcentuales"},
		{"1400000", "", Million, Prose, "1.4~million", "1,4~million", "1,4~millones"},
		{"21000000", "", Million, SentenceStart, "Twenty-one~million", "Vingt et un~millions", "Veintiún~millones"},
		{
			"28050000", "", Million, SentenceStart, "Twenty-eight point one~million", "Vingt-huit virgule un~millions",
			"Veintiocho coma uno~millones",
		},
		{"1605400000", "USD", Million, Prose, "USD~1,605.4~million", "USD~1_605,4~millions", "USD~1.605,4~millones"},
		{"200000", "", Thousand, SentenceStart, "Two hundred thousand", "Deux cent mille", "Doscientos mil"},
		{"345000", "", Thousand, Prose, "345~thousand", "345~mille", "345~mil"},
		{"1000", "", Thousand, Prose, "1~thousand", "1_000", "1.000"},
		{"1000", "", Thousand, SentenceStart, "One thousand", "Mille", "Mil"},
		{
			"6.05", Percent, Words, Prose, "six point zero five~per~cent", "six virgule zéro cinq~pour~cent",
			"seis coma cero cinco~por~ciento",
		},
		{"2.45", "", Words, Prose, "two point four five", "deux virgule quarante-cinq", "dos coma cuarenta y cinco"},
	}
	for _, c := range cases {
		n := number(t, c.value, c.unit, c.form)
		for tag, want := range map[string]string{"en": c.en, "fr": c.fr, "es": c.es} {
			if got := shown(For(tag).Format(n, c.place)); got != want {
				t.Errorf("%s: %s %q form %d in place %d = %q, want %q", tag, c.value, c.unit, c.form, c.place, got, want)
			}
		}
	}
}

func TestGenderOfCounts(t *testing.T) {
	cases := []struct{ tag, value, want string }{
		{"fr", "1", "une"}, {"es", "1", "una"}, {"en", "1", "one"},
	}
	for _, c := range cases {
		n := number(t, c.value, "oficinas", Auto)
		n.Gender = Feminine
		if got := For(c.tag).Format(n, Prose); got != c.want {
			t.Errorf("%s: %s = %q, want %q", c.tag, c.value, got, c.want)
		}
	}
	// The scale, the unit or the decimals come between the number and its noun.
	feminine := []struct {
		value, unit string
		form        Form
		want        string
	}{
		{"201000", "", Thousand, "Doscientas un mil"},
		{"-201000", "", Thousand, "Menos doscientas un mil"},
		{"201000000", "", Million, "Doscientos un~millones"},
		{"21", Points, Auto, "Veintiún~puntos porcentuales"},
		{"21", "", Auto, "Veintiuna"},
		{"21.5", "", Auto, "Veintiuno coma cinco"},
	}
	for _, c := range feminine {
		n := number(t, c.value, c.unit, c.form)
		n.Gender = Feminine
		if got := shown(For("es").Format(n, SentenceStart)); got != c.want {
			t.Errorf("%s of a feminine noun = %q, want %q", c.value, got, c.want)
		}
	}
}

func TestWordsOfPerCentInATable(t *testing.T) {
	if got := shown(For("en").Format(number(t, "49", Percent, Words), InTable)); got != "forty-nine~per~cent" {
		t.Errorf("49%% in words = %q", got)
	}
}

func TestIsMoney(t *testing.T) {
	for unit, want := range map[string]bool{
		"USD": true, "CHF": true, "usd": false, "km2": false, "U$D": false, "": false, "US": false, "days": false, Percent: false,
	} {
		if got := isMoney(unit); got != want {
			t.Errorf("isMoney(%q) = %v", unit, got)
		}
	}
}

func TestShare(t *testing.T) {
	share := func(value, base string, places int) Number {
		return Number{Value: rat(t, value), Base: rat(t, base), Form: Share, Places: places}
	}
	quoted := Number{Value: rat(t, "11.5"), Unit: Percent, Form: Share, Places: -1}
	computed := Number{Value: rat(t, "67900/1467"), Unit: Percent, Base: rat(t, "1467"), Places: -1}
	cases := []struct {
		n    Number
		p    Place
		want string
	}{
		{share("54", "111", -1), Prose, "49~per~cent"},
		{share("54", "111", 1), Prose, "48.6~per~cent"},
		{share("1", "8", -1), Prose, "13~per~cent"}, // 12.5, away from zero
		{share("-1", "8", -1), Prose, "−13~per~cent"},
		{share("122", "169", -1), InTable, "72%"},
		{share("101", "111", -1), SentenceStart, "Ninety-one~per~cent"},
		{share("1", "12", -1), Prose, "8~per~cent"},    // per cent takes figures below ten too
		{share("1", "300", -1), Prose, "0.3~per~cent"}, // not none of them
		{share("299", "300", -1), Parentheses, "99.7%"},
		{share("1", "3000", -1), Prose, "0.03~per~cent"},
		{share("1", "30000", -1), Prose, "0~per~cent"},
		{share("1", "300", -1), InTable, "0%"},
		{share("0", "300", -1), Prose, "0~per~cent"},
		{quoted, Parentheses, "11.5%"},
		{computed, InTable, "46%"},
	}
	for _, c := range cases {
		if got := shown(For("en").Format(c.n, c.p)); got != c.want {
			t.Errorf("%v = %q, want %q", c.n, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	cases := []struct {
		value  string
		form   Form
		places int
		place  Place
		want   string
	}{
		{"760000000", Million, 1, Prose, "760.0~million"},
		{"760000000", Million, -1, Prose, "760~million"},
		{"999960000", Million, -1, Prose, "1,000~million"},
		{"40000", Million, -1, Prose, "40,000"},
		{"40000", Million, -1, InTable, "0"},
		{"40000", Million, 2, Prose, "0.04~million"},
		{"0", Million, -1, Prose, "zero"},
		{"1/3", Auto, -1, Prose, "0.33"},
		{"2.995", Auto, -1, Prose, "3"},
		{"2.5", Auto, 0, Prose, "3"},
		{"-2.5", Auto, 0, Prose, "−3"},
		{"-0.04", Auto, 0, InFinanceTable, "0"},
		{"7", Auto, 1, Prose, "7.0"},
		{"3.1", Auto, 99, InTable, "3.100000000"},
		{"3.14159", Auto, -7, InTable, "3.14"},
	}
	for _, c := range cases {
		n := Number{Value: rat(t, c.value), Form: c.form, Places: c.places}
		if got := shown(For("en").Format(n, c.place)); got != c.want {
			t.Errorf("%s form %d places %d = %q, want %q", c.value, c.form, c.places, got, c.want)
		}
	}
}

func TestSigned(t *testing.T) {
	cases := []struct {
		value, unit string
		place       Place
		want        string
	}{
		{"4", Percent, InTable, "+4%"},
		{"-15", Percent, InTable, "−15%"},
		{"6", Points, InTable, "+6"},
		{"0", Points, InTable, "0"},
		{"0.001", Points, InTable, "0"},
		{"7", "", Prose, "+7"},
		{"3.1", "", InFinanceTable, "3.1"},
	}
	for _, c := range cases {
		n := number(t, c.value, c.unit, Auto)
		n.Signed = true
		if got := shown(For("en").Format(n, c.place)); got != c.want {
			t.Errorf("%s %s = %q, want %q", c.value, c.unit, got, c.want)
		}
	}
}

func TestParts(t *testing.T) {
	cases := []struct {
		value, unit string
		form        Form
		place       Place
		want        Parts
	}{
		{"28900000", "", Million, KeyFigure, Parts{"", "28.9", nbsp + "million"}},
		{"152000000", "USD", Million, KeyFigure, Parts{"USD" + nbsp, "152", nbsp + "million"}},
		{"-4.2", "", Auto, InFinanceTable, Parts{"(", "4.2", ")"}},
		{"-0.26", Percent, Auto, InFinanceTable, Parts{"(", "0.26", "%)"}},
		{"-15", Points, Auto, InTable, Parts{"", "−15", ""}},
		{"42", Percent, Auto, InTable, Parts{"", "42", "%"}},
	}
	for _, c := range cases {
		if got := For("en").Parts(number(t, c.value, c.unit, c.form), c.place); got != c.want {
			t.Errorf("%s %s = %q, want %q", c.value, c.unit, got, c.want)
		}
	}
}

func TestZeroByProfile(t *testing.T) {
	table := For("en")
	dash, blank := table.Profile(InTable), table.Profile(InChart)
	dash.Zero, blank.Zero = "—", ""
	table = table.With(map[Place]Profile{InTable: dash, InChart: blank})
	for place, want := range map[Place]string{InTable: "—", InChart: "", InFinanceTable: "0"} {
		if got := table.Format(Int(0), place); got != want {
			t.Errorf("nought in place %d = %q, want %q", place, got, want)
		}
	}
	if got := table.Format(number(t, "0.001", "", Auto), InTable); got != "0" {
		t.Errorf("what only rounds to nought = %q, want 0", got)
	}
}

func TestCheck(t *testing.T) {
	huge := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 5_000_000))
	one := big.NewRat(1, 1)
	cases := []struct {
		n    Number
		want string // "" for one that passes
	}{
		{Number{}, "number has no value"},
		{Number{Value: huge}, "value is too long to print: more than 1024 bits"},
		{Number{Value: new(big.Rat).Inv(huge)}, "value is too long to print: more than 1024 bits"},
		{Number{Value: one, Form: Share}, "share has no base"},
		{Number{Value: one, Form: Share, Base: new(big.Rat)}, "share has a base of 0"},
		{Number{Value: one, Form: Share, Base: huge}, "base is too long to print: more than 1024 bits"},
		{Number{Value: one, Form: Share, Unit: Percent}, ""},
		{Number{Value: one, Form: Was}, "number has no earlier year to compare with"},
		{Number{Value: one, Form: Was, WasYear: 2016}, "number has no value"},
		{Number{Form: Was, WasYear: 2016, WasValue: one}, ""},
		{Number{Value: one, Form: Direction, WasValue: huge}, "earlier value is too long to print: more than 1024 bits"},
		{Number{Form: Direction, WasValue: one}, "number has no value"},
		{Number{Form: Name}, "number has no label to print"},
		{Int(3), ""},
	}
	for _, c := range cases {
		got := ""
		if err := c.n.Check(); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("Check(form %d) = %q, want %q", c.n.Form, got, c.want)
		}
		if out := For("en").Format(c.n, Prose); (out == "") != (c.want != "") {
			t.Errorf("Format of a number with Check %q = %q", c.want, out)
		}
	}
}

// TestFormatReadsBack: without its separators a figure is the value again, to
// within half a unit of its last place, with as many places as were asked for.
func TestFormatReadsBack(t *testing.T) {
	for _, tag := range Languages() {
		table := For(tag)
		rapid.Check(t, func(t *rapid.T) {
			value := big.NewRat(rapid.Int64().Draw(t, "num"), rapid.Int64Range(1, 100_000).Draw(t, "den"))
			decimals := rapid.IntRange(0, maxPlaces).Draw(t, "places")
			place := rapid.SampledFrom([]Place{Prose, Parentheses, InTable, InFinanceTable, InChart}).Draw(t, "place")
			out := table.Format(Number{Value: value, Places: decimals, Form: Figure}, place)
			back := readFigure(out, table.Profile(place), decimals)
			if back == nil {
				t.Fatalf("%s: %v in place %d is %q, which is not a number of %d places", tag, value, place, out, decimals)
			}
			off := new(big.Rat).Sub(value, back)
			half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
			half.Quo(half, big.NewRat(2, 1))
			if off.Abs(off).Cmp(half) > 0 {
				t.Fatalf("%s: %v in place %d is %q, off by %v", tag, value, place, out, off)
			}
		})
	}
}

// readFigure undoes a profile; nil if the figure breaks it.
func readFigure(s string, p Profile, decimals int) *big.Rat {
	neg := false
	if body, ok := strings.CutPrefix(s, p.Minus); ok && !p.NegParens {
		neg, s = true, body
	} else if body, ok := strings.CutPrefix(s, "("); ok && p.NegParens {
		neg, s = true, strings.TrimSuffix(body, ")")
	}
	whole, frac, _ := strings.Cut(s, p.Decimal)
	if len(frac) != decimals {
		return nil
	}
	groups := strings.Split(whole, p.Group)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (len(g) < 1 || len(g) > 3) {
			return nil
		}
	}
	v, ok := new(big.Rat).SetString(strings.Join(groups, "") + "." + frac + "0")
	if ok && neg {
		v.Neg(v)
	}
	return v
}

func FuzzFormat(f *testing.F) {
	f.Add(int64(137839), int64(1), uint(0), "people", uint8(Auto), -1, uint8(Prose), int64(0), 2016)
	f.Add(int64(-42), int64(10), uint(0), "%", uint8(Share), 1, uint8(InFinanceTable), int64(111), 0)
	f.Add(int64(1), int64(3), uint(2000), "USD", uint8(Million), 12, uint8(SentenceStart), int64(-1), -5)
	f.Add(int64(1467), int64(1), uint(40), "points", uint8(Words), 0, uint8(200), int64(7), 2015)
	f.Fuzz(func(t *testing.T, num, den int64, shift uint, unit string, form uint8, decimals int, place uint8, was int64, year int) {
		if den == 0 {
			return
		}
		value := big.NewRat(num, den)
		value.Mul(value, new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), shift%4096)))
		n := Number{
			Value: value, Unit: unit, Form: Form(form % 12), Places: decimals, Base: big.NewRat(was, 1),
			WasYear: year, WasValue: big.NewRat(was, 7), UnitWords: Noun{unit, unit}, Label: unit, Signed: num%2 == 0,
		}
		if was == 0 {
			n.Base = nil
		}
		for _, tag := range Languages() {
			out := For(tag).Format(n, Place(place))
			if (out == "") != (n.Check() != nil) {
				t.Errorf("%s: %q, but Check says %v", tag, out, n.Check())
			}
			if utf8.ValidString(unit) && !utf8.ValidString(out) {
				t.Errorf("%s: %q is not UTF-8", tag, out)
			}
			if len(out) > 5*maxBits+2*len(unit) {
				t.Errorf("%s: %d bytes for %v", tag, len(out), n)
			}
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	table := For("en")
	cases := map[string]Number{
		"table": Int(10_978),
		"share": {Value: big.NewRat(54, 1), Base: big.NewRat(111, 1), Form: Share, Places: -1},
		"money": {Value: big.NewRat(1_605_400_000, 1), Unit: "USD", Form: Million, Places: -1},
	}
	for _, name := range []string{"table", "share", "money"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				table.Format(cases[name], InTable)
			}
		})
	}
}
