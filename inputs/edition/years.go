package edition

import (
	"slices"
	"strconv"

	"assemble/inputs/strict"
)

// YearFiles names a file for each of some years.
type YearFiles struct{ strict.Map[strict.Str] }

// File returns the name of the file of a year.
func (y YearFiles) File(year int) (strict.Str, bool) { return y.Get(strconv.Itoa(year)) }

// Years returns the years, in order. Keys that are none are left out; Read has
// reported them.
func (y YearFiles) Years() []int {
	var years []int
	for _, e := range y.Entries {
		if year, ok := parseYear(e.Key); ok {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return years
}

func parseYear(text string) (int, bool) {
	year, err := strconv.Atoi(text)
	return year, err == nil && plausibleYear(year) && strconv.Itoa(year) == text
}

// plausibleYear keeps slips of the finger out. International organizations
// with a yearly report are not older than the Central Commission for the
// Navigation of the Rhine, 1815.
func plausibleYear(year int) bool { return year >= 1815 && year <= 2999 }
