package lang

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Reading words back does not see how they agree. These rules do, which are
// those of grammars and know nothing of how the words are made.

func TestFrenchAgreement(t *testing.T) {
	fr := For("fr")
	rapid.Check(t, func(t *rapid.T) {
		n, g := anyCardinal().Draw(t, "n"), anyGender().Draw(t, "gender")
		words := strings.FieldsFunc(fr.Cardinal(n, g), func(r rune) bool { return r == ' ' || r == '-' })
		for i, w := range words {
			closing := i == len(words)-1 || strings.HasPrefix(words[i+1], "milli")
			several := i > 0 && slices.Contains(frSmall[2:10], words[i-1]) // deux cents
			switch w {
			case "cents", "vingts":
				if !closing || !several {
					t.Fatalf("%s in %q", w, words)
				}
			case "cent":
				if closing && several {
					t.Fatalf("%s in %q", w, words)
				}
			case "vingt":
				if closing && i > 0 && words[i-1] == "quatre" {
					t.Fatalf("%s in %q", w, words)
				}
			case "mille":
				if i > 0 && (words[i-1] == "un" || words[i-1] == "une") && n/1000%100 == 1 && n/1000%1000 == 1 {
					t.Fatalf("un mille in %q", words)
				}
			case "et":
				if next := words[i+1]; next != "un" && next != "une" && next != "onze" || i == 0 || words[i-1] == "vingts" {
					t.Fatalf("et in %q", words)
				}
			}
		}
		last := words[len(words)-1]
		feminine := g == Feminine && n%10 == 1 && n%100 != 11 && n%100 != 71 && n%100 != 91
		if (last == "une") != feminine || slices.Contains(words[:len(words)-1], "une") {
			t.Fatalf("gender %d of %q", g, words)
		}
		if tens := n % 100; n >= 20 && (tens == 21 || tens == 31 || tens == 41 || tens == 51 || tens == 61 || tens == 71) != slices.Contains(words[max(0, len(words)-2):], "et") {
			t.Fatalf("%d is %q", n, words)
		}
	})
}

func TestSpanishAgreement(t *testing.T) {
	es := For("es")
	rapid.Check(t, func(t *rapid.T) {
		n, g := anyCardinal().Draw(t, "n"), anyGender().Draw(t, "gender")
		words := strings.Fields(es.Cardinal(n, g))
		end := 0 // of what counts millions, which are masculine
		for i, w := range words {
			if strings.HasPrefix(w, "mill") {
				end = i + 1
			}
		}
		for i, w := range words {
			feminine := g == Feminine && i >= end
			hundred := strings.HasSuffix(w, "cientos") || w == "quinientos"
			hundredF := strings.HasSuffix(w, "cientas") || w == "quinientas"
			last := i == len(words)-1
			switch {
			case hundred && feminine, hundredF && !feminine,
				(w == "una" || w == "veintiuna") && (!feminine || !last), // un mil, not una mil
				(w == "uno" || w == "veintiuno") && (g != Alone || !last),
				(w == "un" || w == "veintiún") && last && g != Masculine,
				w == "cien" && !last && !strings.HasPrefix(words[i+1], "mil"),
				w == "ciento" && (last || strings.HasPrefix(words[i+1], "mil")),
				w == "y" && (i == 0 || last || n < 31),
				w == "un" && !last && words[i+1] == "mil" && (i == 0 || words[i-1] == "millones"):
				t.Fatalf("%s in %q of gender %d", w, words, g)
			}
		}
	})
}

func TestEnglishAgreement(t *testing.T) {
	en := For("en")
	rapid.Check(t, func(t *rapid.T) {
		n := anyCardinal().Draw(t, "n")
		words := strings.Fields(en.Cardinal(n, Masculine))
		for i, w := range words {
			if w == "and" && (i == 0 || !slices.Contains([]string{"hundred", "thousand", "million"}, words[i-1])) {
				t.Fatalf("and in %q", words)
			}
			// A hundred, thousand or million is followed by and where less than a hundred is left of it.
			if w == "hundred" && i+1 < len(words) && !slices.Contains([]string{"and", "thousand", "million"}, words[i+1]) {
				t.Fatalf("hundred in %q", words)
			}
			if strings.Contains(w, "-") != (slices.Contains(enTens[2:], strings.Split(w, "-")[0]) && len(strings.Split(w, "-")) == 2) {
				t.Fatalf("%s in %q", w, words)
			}
		}
	})
}
