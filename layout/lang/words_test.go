package lang

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCardinal(t *testing.T) {
	cases := []struct {
		tag  string
		n    int64
		g    Gender
		want string
	}{
		{"en", 0, Masculine, "zero"},
		{"en", 13, Masculine, "thirteen"},
		{"en", 21, Feminine, "twenty-one"},
		{"en", 40, Masculine, "forty"},
		{"en", 104, Masculine, "one hundred and four"},
		{"en", 110, Masculine, "one hundred and ten"},
		{"en", 1005, Masculine, "one thousand and five"},
		{"en", 1467, Masculine, "one thousand four hundred and sixty-seven"},
		{"en", 137839, Masculine, "one hundred and thirty-seven thousand eight hundred and thirty-nine"},
		{"en", 1_000_000_000, Masculine, "one thousand million"},
		{"en", -9, Masculine, "minus nine"},
		{"en", 1_000_000_000_000, Masculine, "1,000,000,000,000"},
		{"en", -1_000_000_000_000, Masculine, "−1,000,000,000,000"},
		{"en", math.MinInt64, Masculine, "−9,223,372,036,854,775,808"},

		{"fr", 0, Feminine, "zéro"},
		{"fr", 1, Masculine, "un"},
		{"fr", 1, Feminine, "une"},
		{"fr", 1, Alone, "un"},
		{"fr", 21, Feminine, "vingt et une"},
		{"fr", 61, Masculine, "soixante et un"},
		{"fr", 70, Masculine, "soixante-dix"},
		{"fr", 71, Masculine, "soixante et onze"},
		{"fr", 77, Masculine, "soixante-dix-sept"},
		{"fr", 80, Masculine, "quatre-vingts"},
		{"fr", 81, Feminine, "quatre-vingt-une"},
		{"fr", 91, Masculine, "quatre-vingt-onze"},
		{"fr", 99, Masculine, "quatre-vingt-dix-neuf"},
		{"fr", 101, Masculine, "cent un"},
		{"fr", 200, Masculine, "deux cents"},
		{"fr", 280, Masculine, "deux cent quatre-vingts"},
		{"fr", 201, Feminine, "deux cent une"},
		{"fr", 1000, Masculine, "mille"},
		{"fr", 1467, Masculine, "mille quatre cent soixante-sept"},
		{"fr", 80_000, Masculine, "quatre-vingt mille"},
		{"fr", 200_000, Masculine, "deux cent mille"},
		{"fr", 21_001, Feminine, "vingt et un mille une"},
		{"fr", 1_000_000, Masculine, "un million"},
		{"fr", 80_000_000, Masculine, "quatre-vingts millions"},
		{"fr", 300_000_000, Masculine, "trois cents millions"},
		{"fr", 1_000_000_000, Masculine, "un milliard"},
		{"fr", -2, Masculine, "moins deux"},

		{"es", 0, Feminine, "cero"},
		{"es", 1, Masculine, "un"},
		{"es", 1, Feminine, "una"},
		{"es", 1, Alone, "uno"},
		{"es", 16, Masculine, "dieciséis"},
		{"es", 21, Masculine, "veintiún"},
		{"es", 21, Feminine, "veintiuna"},
		{"es", 21, Alone, "veintiuno"},
		{"es", 31, Masculine, "treinta y un"},
		{"es", 31, Alone, "treinta y uno"},
		{"es", 100, Feminine, "cien"},
		{"es", 101, Feminine, "ciento una"},
		{"es", 200, Feminine, "doscientas"},
		{"es", 500, Masculine, "quinientos"},
		{"es", 1000, Masculine, "mil"},
		{"es", 100_000, Masculine, "cien mil"},
		{"es", 21_000, Feminine, "veintiún mil"},
		{"es", 200_000, Feminine, "doscientas mil"},
		{"es", 200_000_000, Feminine, "doscientos millones"},
		{"es", 1_000_000, Masculine, "un millón"},
		{"es", 21_000_000, Feminine, "veintiún millones"},
		{"es", 1_000_000_000, Masculine, "mil millones"},
		{"es", -3, Masculine, "menos tres"},
	}
	for _, c := range cases {
		if got := For(c.tag).Cardinal(c.n, c.g); got != c.want {
			t.Errorf("%s Cardinal(%d, %d) = %q, want %q", c.tag, c.n, c.g, got, c.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	cases := []struct {
		tag         string
		n           int64
		g           Gender
		figure, out string
	}{
		{"en", 1, Masculine, "1st", "first"},
		{"en", 2, Masculine, "2nd", "second"},
		{"en", 3, Masculine, "3rd", "third"},
		{"en", 5, Masculine, "5th", "fifth"},
		{"en", 8, Masculine, "8th", "eighth"},
		{"en", 11, Masculine, "11th", "eleventh"},
		{"en", 12, Masculine, "12th", "twelfth"},
		{"en", 20, Masculine, "20th", "twentieth"},
		{"en", 22, Masculine, "22nd", "twenty-second"},
		{"en", 98, Masculine, "98th", "ninety-eighth"},
		{"en", 109, Masculine, "109th", "one hundred and ninth"},
		{"en", 111, Masculine, "111th", "one hundred and eleventh"},
		{"en", 1013, Masculine, "1,013th", "one thousand and thirteenth"},
		{"en", 0, Masculine, "0th", "0th"},
		{"en", -1, Masculine, "−1st", "−1st"},

		{"fr", 1, Masculine, "1er", "premier"},
		{"fr", 1, Feminine, "1re", "première"},
		{"fr", 4, Masculine, "4e", "quatrième"},
		{"fr", 5, Masculine, "5e", "cinquième"},
		{"fr", 9, Masculine, "9e", "neuvième"},
		{"fr", 21, Feminine, "21e", "vingt et unième"},
		{"fr", 80, Feminine, "80e", "quatre-vingtième"},
		{"fr", 93, Feminine, "93e", "quatre-vingt-treizième"},
		{"fr", 96, Feminine, "96e", "quatre-vingt-seizième"},
		{"fr", 101, Feminine, "101e", "cent unième"},
		{"fr", 109, Feminine, "109e", "cent neuvième"},
		{"fr", 200, Masculine, "200e", "deux centième"},
		{"fr", 1000, Masculine, "1\u202f000e", "millième"},
		{"fr", 1_000_000, Masculine, "1\u202f000\u202f000e", "millionième"},

		{"es", 1, Masculine, "1º", "primer"},
		{"es", 1, Feminine, "1ª", "primera"},
		{"es", 3, Alone, "3º", "tercero"},
		{"es", 16, Feminine, "16ª", "décima sexta"},
		{"es", 11, Feminine, "11ª", "undécima"},
		{"es", 30, Feminine, "30ª", "trigésima"},
		{"es", 42, Feminine, "42ª", "cuadragésima segunda"},
		{"es", 90, Feminine, "90ª", "nonagésima"},
		{"es", 99, Feminine, "99ª", "nonagésima novena"},
		{"es", 106, Feminine, "106ª", "centésima sexta"},
		{"es", 113, Feminine, "113ª", "centésima décima tercera"},
		{"es", 1001, Masculine, "1.001º", "milésimo primer"},
		{"es", 2000, Masculine, "2.000º", "2.000º"},
	}
	for _, c := range cases {
		if got := For(c.tag).Ordinal(c.n, c.g); got != c.figure {
			t.Errorf("%s Ordinal(%d) = %q, want %q", c.tag, c.n, got, c.figure)
		}
		if got := For(c.tag).OrdinalWords(c.n, c.g); got != c.out {
			t.Errorf("%s OrdinalWords(%d) = %q, want %q", c.tag, c.n, got, c.out)
		}
	}
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
