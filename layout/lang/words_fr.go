package lang

import (
	"strings"
)

var (
	frSmall = [...]string{
		"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
		"treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
	}
	frTens = [...]string{"", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"}
)

// frenchCardinal keeps the spelling before 1990 (cent un, vingt et un), in
// which the sessions of the governing body are named.
func frenchCardinal(n int64, g Gender) string {
	if n == 0 {
		return frSmall[0]
	}
	milliards, millions := n/1_000_000_000, n/1_000_000%1000
	thousands, rest := n/1000%1000, n%1000
	var mille, end string
	switch {
	case thousands == 1:
		mille = "mille" // never "un mille"
	case thousands > 1:
		// Vingt and cent take no s before mille, which is a number, but do
		// before million, which is a noun.
		mille = frenchHundreds(thousands, Masculine, false) + " mille"
	}
	if rest > 0 {
		end = frenchHundreds(rest, g, true)
	}
	return join(frenchScale(milliards, "milliard"), frenchScale(millions, "million"), mille, end)
}

// frenchScale counts millions or milliards.
func frenchScale(n int64, noun string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "un " + noun
	}
	return frenchHundreds(n, Masculine, true) + " " + noun + "s"
}

// frenchHundreds writes 1 to 999; closing says that no number follows, so that
// vingt and cent show their plural.
func frenchHundreds(n int64, g Gender, closing bool) string {
	hundreds, rest := n/100, n%100
	var cent string
	switch {
	case hundreds == 1:
		cent = "cent"
	case hundreds > 1:
		cent = frSmall[hundreds] + " cent"
		if rest == 0 && closing {
			cent += "s"
		}
	}
	if rest == 0 {
		return cent
	}
	return join(cent, frenchTens(rest, g, closing))
}

// frenchTens writes 1 to 99.
func frenchTens(n int64, g Gender, closing bool) string {
	if n == 80 && closing {
		return "quatre-vingts"
	}
	if n < 20 {
		return frenchUnit(n, g)
	}
	tens, unit := n/10, n%10
	if tens == 7 || tens == 9 {
		unit += 10
	}
	switch {
	case unit == 0:
		return frTens[tens]
	case (unit == 1 || unit == 11) && tens < 8:
		return frTens[tens] + " et " + frenchUnit(unit, g)
	}
	return frTens[tens] + "-" + frenchUnit(unit, g)
}

func frenchUnit(n int64, g Gender) string {
	if n == 1 && g == Feminine {
		return "une"
	}
	return frSmall[n]
}

// frenchOrdinal adds -ième to the last word of the cardinal.
func frenchOrdinal(n int64, g Gender) string {
	if n == 1 {
		if g == Feminine {
			return "première"
		}
		return "premier"
	}
	s := frenchCardinal(n, Masculine)
	if n == 1_000_000 || n == 1_000_000_000 {
		s = strings.TrimPrefix(s, "un ")
	}
	cut := strings.LastIndexAny(s, " -") + 1
	head, last := s[:cut], s[cut:]
	switch last {
	case "vingts", "cents", "millions", "milliards":
		last = strings.TrimSuffix(last, "s")
	case "cinq":
		last = "cinqu"
	case "neuf":
		last = "neuv"
	}
	return head + strings.TrimSuffix(last, "e") + "ième"
}

func frenchOrdinalMark(n int64, g Gender) string {
	switch {
	case n == 1 && g == Feminine:
		return "re"
	case n == 1:
		return "er"
	}
	return "e"
}
