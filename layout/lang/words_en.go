package lang

import (
	"strings"
)

var (
	enSmall = [...]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	enTens = [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

// englishCardinal uses "and" before the last two figures, and a thousand
// million where others say billion (UN Editorial Manual, numbers).
func englishCardinal(n int64, g Gender) string {
	switch {
	case n < 20:
		return enSmall[n]
	case n < 100:
		if n%10 == 0 {
			return enTens[n/10]
		}
		return enTens[n/10] + "-" + enSmall[n%10]
	case n < 1000:
		return enSmall[n/100] + " hundred" + englishRest(n%100, g)
	case n < 1_000_000:
		return englishCardinal(n/1000, g) + " thousand" + englishRest(n%1000, g)
	}
	return englishCardinal(n/1_000_000, g) + " million" + englishRest(n%1_000_000, g)
}

// englishRest is what follows hundred, thousand or million.
func englishRest(n int64, g Gender) string {
	switch {
	case n == 0:
		return ""
	case n < 100:
		return " and " + englishCardinal(n, g)
	}
	return " " + englishCardinal(n, g)
}

// englishOrdinal turns the last word of the cardinal into an ordinal.
func englishOrdinal(n int64, g Gender) string {
	s := englishCardinal(n, g)
	cut := strings.LastIndexAny(s, " -") + 1
	head, last := s[:cut], s[cut:]
	switch last {
	case "one":
		last = "first"
	case "two":
		last = "second"
	case "three":
		last = "third"
	case "five":
		last = "fifth"
	case "eight":
		last = "eighth"
	case "nine":
		last = "ninth"
	case "twelve":
		last = "twelfth"
	default:
		if stem, ok := strings.CutSuffix(last, "y"); ok {
			last = stem + "ie"
		}
		last += "th"
	}
	return head + last
}

func englishOrdinalMark(n int64, _ Gender) string {
	if tens := n / 10 % 10; tens == 1 || tens == -1 {
		return "th"
	}
	switch n % 10 {
	case 1, -1:
		return "st"
	case 2, -2:
		return "nd"
	case 3, -3:
		return "rd"
	}
	return "th"
}
