package lang

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// cardinalCase is a number of a gender and its words.
type cardinalCase struct {
	n    int64
	g    Gender
	want string
}

func checkCardinals(t *testing.T, tag string, cases []cardinalCase) {
	t.Helper()
	for _, c := range cases {
		if got := For(tag).Cardinal(c.n, c.g); got != c.want {
			t.Errorf("%s Cardinal(%d, %d) = %q, want %q", tag, c.n, c.g, got, c.want)
		}
	}
}

func TestCardinalEnglish(t *testing.T) {
	checkCardinals(t, "en", []cardinalCase{
		{0, Masculine, "zero"},
		{13, Masculine, "thirteen"},
		{21, Feminine, "twenty-one"},
		{40, Masculine, "forty"},
		{104, Masculine, "one hundred and four"},
		{110, Masculine, "one hundred and ten"},
		{1005, Masculine, "one thousand and five"},
		{1467, Masculine, "one thousand four hundred and sixty-seven"},
		{137839, Masculine, "one hundred and thirty-seven thousand eight hundred and thirty-nine"},
		{1_000_000_000, Masculine, "one thousand million"},
		{-9, Masculine, "minus nine"},
		{1_000_000_000_000, Masculine, "1,000,000,000,000"},
		{-1_000_000_000_000, Masculine, "−1,000,000,000,000"},
		{math.MinInt64, Masculine, "−9,223,372,036,854,775,808"},
	})
}

func TestCardinalFrench(t *testing.T) {
	checkCardinals(t, "fr", []cardinalCase{
		{0, Feminine, "zéro"},
		{1, Masculine, "un"},
		{1, Feminine, "une"},
		{1, Alone, "un"},
		{21, Feminine, "vingt et une"},
		{61, Masculine, "soixante et un"},
		{70, Masculine, "soixante-dix"},
		{71, Masculine, "soixante et onze"},
		{77, Masculine, "soixante-dix-sept"},
		{80, Masculine, "quatre-vingts"},
		{81, Feminine, "quatre-vingt-une"},
		{91, Masculine, "quatre-vingt-onze"},
		{99, Masculine, "quatre-vingt-dix-neuf"},
		{101, Masculine, "cent un"},
		{200, Masculine, "deux cents"},
		{280, Masculine, "deux cent quatre-vingts"},
		{201, Feminine, "deux cent une"},
		{1000, Masculine, "mille"},
		{1467, Masculine, "mille quatre cent soixante-sept"},
		{80_000, Masculine, "quatre-vingt mille"},
		{200_000, Masculine, "deux cent mille"},
		{21_001, Feminine, "vingt et un mille une"},
		{1_000_000, Masculine, "un million"},
		{80_000_000, Masculine, "quatre-vingts millions"},
		{300_000_000, Masculine, "trois cents millions"},
		{1_000_000_000, Masculine, "un milliard"},
		{-2, Masculine, "moins deux"},
	})
}

func TestCardinalSpanish(t *testing.T) {
	checkCardinals(t, "es", []cardinalCase{
		{0, Feminine, "cero"},
		{1, Masculine, "un"},
		{1, Feminine, "una"},
		{1, Alone, "uno"},
		{16, Masculine, "dieciséis"},
		{21, Masculine, "veintiún"},
		{21, Feminine, "veintiuna"},
		{21, Alone, "veintiuno"},
		{31, Masculine, "treinta y un"},
		{31, Alone, "treinta y uno"},
		{100, Feminine, "cien"},
		{101, Feminine, "ciento una"},
		{200, Feminine, "doscientas"},
		{500, Masculine, "quinientos"},
		{1000, Masculine, "mil"},
		{100_000, Masculine, "cien mil"},
		{21_000, Feminine, "veintiún mil"},
		{200_000, Feminine, "doscientas mil"},
		{200_000_000, Feminine, "doscientos millones"},
		{1_000_000, Masculine, "un millón"},
		{21_000_000, Feminine, "veintiún millones"},
		{1_000_000_000, Masculine, "mil millones"},
		{-3, Masculine, "menos tres"},
	})
}

// ordinalCase is a number of a gender and its ordinal in figures and in words.
type ordinalCase struct {
	n             int64
	g             Gender
	figure, words string
}

func checkOrdinals(t *testing.T, tag string, cases []ordinalCase) {
	t.Helper()
	for _, c := range cases {
		if got := For(tag).Ordinal(c.n, c.g); got != c.figure {
			t.Errorf("%s Ordinal(%d) = %q, want %q", tag, c.n, got, c.figure)
		}
		if got := For(tag).OrdinalWords(c.n, c.g); got != c.words {
			t.Errorf("%s OrdinalWords(%d) = %q, want %q", tag, c.n, got, c.words)
		}
	}
}

func TestOrdinalEnglish(t *testing.T) {
	checkOrdinals(t, "en", []ordinalCase{
		{1, Masculine, "1st", "first"},
		{2, Masculine, "2nd", "second"},
		{3, Masculine, "3rd", "third"},
		{5, Masculine, "5th", "fifth"},
		{8, Masculine, "8th", "eighth"},
		{11, Masculine, "11th", "eleventh"},
		{12, Masculine, "12th", "twelfth"},
		{20, Masculine, "20th", "twentieth"},
		{22, Masculine, "22nd", "twenty-second"},
		{98, Masculine, "98th", "ninety-eighth"},
		{109, Masculine, "109th", "one hundred and ninth"},
		{111, Masculine, "111th", "one hundred and eleventh"},
		{1013, Masculine, "1,013th", "one thousand and thirteenth"},
		{0, Masculine, "0th", "0th"},
		{-1, Masculine, "−1st", "−1st"},
	})
}

func TestOrdinalFrench(t *testing.T) {
	checkOrdinals(t, "fr", []ordinalCase{
		{1, Masculine, "1er", "premier"},
		{1, Feminine, "1re", "première"},
		{4, Masculine, "4e", "quatrième"},
		{5, Masculine, "5e", "cinquième"},
		{9, Masculine, "9e", "neuvième"},
		{21, Feminine, "21e", "vingt et unième"},
		{80, Feminine, "80e", "quatre-vingtième"},
		{93, Feminine, "93e", "quatre-vingt-treizième"},
		{96, Feminine, "96e", "quatre-vingt-seizième"},
		{101, Feminine, "101e", "cent unième"},
		{109, Feminine, "109e", "cent neuvième"},
		{200, Masculine, "200e", "deux centième"},
		{1000, Masculine, "1\u202f000e", "millième"},
		{1_000_000, Masculine, "1\u202f000\u202f000e", "millionième"},
	})
}

func TestOrdinalSpanish(t *testing.T) {
	checkOrdinals(t, "es", []ordinalCase{
		{1, Masculine, "1º", "primer"},
		{1, Feminine, "1ª", "primera"},
		{3, Alone, "3º", "tercero"},
		{16, Feminine, "16ª", "décima sexta"},
		{11, Feminine, "11ª", "undécima"},
		{30, Feminine, "30ª", "trigésima"},
		{42, Feminine, "42ª", "cuadragésima segunda"},
		{90, Feminine, "90ª", "nonagésima"},
		{99, Feminine, "99ª", "nonagésima novena"},
		{106, Feminine, "106ª", "centésima sexta"},
		{113, Feminine, "113ª", "centésima décima tercera"},
		{1001, Masculine, "1.001º", "milésimo primer"},
		{2000, Masculine, "2.000º", "2.000º"},
	})
}

// TestOrdinalsDiffer holds for all numbers that have ordinals in words.
func TestOrdinalsDiffer(t *testing.T) {
	for _, tag := range Languages() {
		table, seen := For(tag), map[string]int64{}
		for n := int64(1); n < spanishOrdinalEnd; n++ {
			words := table.OrdinalWords(n, Feminine)
			if before, ok := seen[words]; ok {
				t.Fatalf("%s: %d and %d are both %q", tag, before, n, words)
			}
			seen[words] = n
		}
	}
}

// readWords reads number words back, by tables of its own: it knows what a
// word is worth, not how the package forms it.
func readWords(tag, s string) (int64, bool) {
	worth := readers[tag]
	var total, group int64 // group: what stands before the next scale word
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		v, ok := worth[w]
		switch {
		case !ok:
			return 0, false
		case v >= 1_000_000:
			// A thousand million: the group before it may hold thousands.
			total, group = total+max(group, 1)*v, 0
		case v == 1000:
			group = max(group%1000, 1)*1000 + group/1000*1000
		case v == 100 && tag != "es":
			group += max(group%100, 1)*100 - group%100
		case v == 20 && tag == "fr" && group%100 == 4:
			group += 76 // quatre-vingt
		default:
			group += v
		}
	}
	return total + group, true
}

var readers = map[string]map[string]int64{
	"en": worth("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "+
		"seventeen eighteen nineteen", map[string]int64{
		"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
		"and": 0, "hundred": 100, "thousand": 1000, "million": 1_000_000,
	}),
	"fr": worth("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
		map[string]int64{
			"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "et": 0,
			"cent": 100, "cents": 100, "mille": 1000, "million": 1_000_000, "millions": 1_000_000,
			"milliard": 1_000_000_000, "milliards": 1_000_000_000,
		}),
	"es": worth("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "+
		"diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "+
		"veintisiete veintiocho veintinueve treinta", map[string]int64{
		"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
		"ochenta": 80, "noventa": 90, "y": 0, "cien": 100, "ciento": 100,
		"doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
		"setecientos": 700, "ochocientos": 800, "novecientos": 900,
		"doscientas": 200, "trescientas": 300, "cuatrocientas": 400, "quinientas": 500, "seiscientas": 600,
		"setecientas": 700, "ochocientas": 800, "novecientas": 900,
		"mil": 1000, "millón": 1_000_000, "millones": 1_000_000,
	}),
}

// worth numbers the words of a list and adds it to what else is known.
func worth(list string, rest map[string]int64) map[string]int64 {
	for i, w := range strings.Fields(list) {
		rest[w] = int64(i)
	}
	return rest
}

func checkReadsBack(t interface{ Fatalf(string, ...any) }, table *Table, n int64, g Gender) {
	words := table.Cardinal(n, g)
	if back, ok := readWords(table.Tag(), words); !ok || back != n {
		t.Fatalf("%s: %d is %q, which reads as %d (known words: %v)", table.Tag(), n, words, back, ok)
	}
}

// TestCardinalReadsBackAll does every number to ten thousand, so that no tens
// or hundreds are missed.
func TestCardinalReadsBackAll(t *testing.T) {
	for _, tag := range Languages() {
		table := For(tag)
		for n := range int64(10_000) {
			for _, g := range []Gender{Masculine, Feminine, Alone} {
				checkReadsBack(t, table, n, g)
			}
		}
	}
}

func TestCardinalReadsBack(t *testing.T) {
	for _, tag := range Languages() {
		table := For(tag)
		rapid.Check(t, func(t *rapid.T) {
			checkReadsBack(t, table, anyCardinal().Draw(t, "n"), anyGender().Draw(t, "gender"))
		})
	}
}

// TestCardinalsDiffer: two numbers never have the same words.
func TestCardinalsDiffer(t *testing.T) {
	for _, tag := range Languages() {
		table := For(tag)
		rapid.Check(t, func(t *rapid.T) {
			a, b, g := anyCardinal().Draw(t, "a"), anyCardinal().Draw(t, "b"), anyGender().Draw(t, "gender")
			if same := table.Cardinal(a, g) == table.Cardinal(b, g); same != (a == b) {
				t.Fatalf("%s: %d is %q, %d is %q", tag, a, table.Cardinal(a, g), b, table.Cardinal(b, g))
			}
		})
	}
}

// anyCardinal draws numbers of every size below the end of words, and round
// ones often, for that is where scales go wrong.
func anyCardinal() *rapid.Generator[int64] {
	return rapid.Custom(func(t *rapid.T) int64 {
		limit := rapid.SampledFrom([]int64{100, 1000, 1_000_000, 1_000_000_000, wordsEnd}).Draw(t, "limit")
		n := rapid.Int64Range(0, limit-1).Draw(t, "n")
		unit := rapid.SampledFrom([]int64{1, 100, 1000, 1_000_000, 1_000_000_000}).Draw(t, "unit")
		return n - n%unit
	})
}

func anyGender() *rapid.Generator[Gender] {
	return rapid.SampledFrom([]Gender{Masculine, Feminine, Alone})
}

func BenchmarkCardinal(b *testing.B) {
	for _, tag := range Languages() {
		table := For(tag)
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				table.Cardinal(137_839, Feminine)
			}
		})
	}
}
