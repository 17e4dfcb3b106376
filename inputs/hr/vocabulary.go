package hr

import (
	"fmt"
	"slices"
	"strings"
)

// Category is a group of staff with grades of its own.
type Category string

// The categories.
const (
	GeneralService  Category = "general-service"
	NationalOfficer Category = "national-officer"
	Professional    Category = "professional"
)

// Categories returns all categories in the order of pay scales.
func Categories() []Category { return []Category{GeneralService, NationalOfficer, Professional} }

// Ungraded is the grade of posts outside the scale of their category.
const Ungraded = "UG"

// Other is the nationality of those who are not counted under a State.
const Other = "OTHER"

// Grades returns the grades of a category, lowest first, with Ungraded last.
func Grades(c Category) []string {
	var scale string
	switch c {
	case GeneralService:
		scale = "G-1 G-1A G-1B G-2 G-3 G-4 G-5 G-6 G-7 G-8"
	case NationalOfficer:
		scale = "NO-A NO-B NO-C NO-D NO-E"
	case Professional:
		scale = "P-1 P-2 P-3 P-4 P-5 P-6 P-7 D-1 D-2 E-2 E-1"
	default:
		return nil
	}
	return append(strings.Fields(scale), Ungraded)
}

// CategoryOf returns the category whose scale has a grade; ok is false for
// Ungraded, which every category has, and for what is no grade.
func CategoryOf(grade string) (c Category, ok bool) {
	if grade == Ungraded {
		return "", false
	}
	for _, c := range Categories() {
		if slices.Contains(Grades(c), grade) {
			return c, true
		}
	}
	return "", false
}

// Sex is the sex of the persons of a count.
type Sex uint8

// The sexes. AnySex is none of them: it stands in a Query for all.
const (
	AnySex Sex = iota
	Female
	Male
	Another // neither
	NotRecorded
)

// Sexes returns all sexes, in the order of columns.
func Sexes() []Sex { return []Sex{Female, Male, Another, NotRecorded} }

// String is the code in a table of headcounts: F, M, X or U.
func (s Sex) String() string {
	if s == AnySex || int(s) >= len(sexCodes) {
		return fmt.Sprintf("sex %d", uint8(s))
	}
	return sexCodes[s : s+1]
}

// sexCodes has the code of a Sex at its place.
const sexCodes = " FMXU"

func sexOf(code string) (Sex, bool) {
	if len(code) != 1 {
		return AnySex, false
	}
	i := strings.Index(sexCodes[1:], code) + 1
	return Sex(i), i > 0
}
