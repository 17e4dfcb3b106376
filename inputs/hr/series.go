package hr

import "strings"

// Names of the published series that the staff annexes and facts go on from.
// Their first part names a table, the last a measure.
const (
	ProfessionalMen   = "professional/men"
	ProfessionalWomen = "professional/women"
	ProfessionalTotal = "professional/total"
	ProfessionalShare = "professional/percentage-of-women"

	SeniorMen    = "p5-and-higher/men"
	SeniorWomen  = "p5-and-higher/women"
	SeniorTotal  = "p5-and-higher/total"
	SeniorShare  = "p5-and-higher/percentage-of-women"
	SeniorChange = "p5-and-higher/change-in-percentage-of-women"

	StaffProfessional = "staffing/international-professionals"
	StaffNational     = "staffing/general-service-and-national-officers"
	StaffTotal        = "staffing/total"
	StaffShare        = "staffing/percentage-of-international-professionals"
)

// Measures of women and men by grade.
const (
	GradeMen   = "men"
	GradeWomen = "women"
	GradeTotal = "total"
	GradeShare = "percentage-of-women"
)

// GradeSeries is the series of a measure of Professional staff at a grade, or
// at several that are counted together: professional-by-grade/men/D-1-D-2.
func GradeSeries(measure string, grades []string) string {
	return "professional-by-grade/" + measure + "/" + strings.Join(grades, "-")
}

// Measures of the nationalities of the staff of some categories.
const (
	MemberNationalities = "number-of-member-state-nationalities"
	OtherNationalities  = "number-of-non-member-state-nationalities"
	AllNationalities    = "total-nationalities-represented"
	MemberStates        = "number-of-member-states"
	RepresentedShare    = "percentage-of-member-states-represented"
)

// NationalitySeries is the series of a measure of nationalities among the staff
// of some categories: professional-nationalities/total-nationalities-represented.
func NationalitySeries(categories []Category, measure string) string {
	names := make([]string, len(categories))
	for i, c := range categories {
		names[i] = string(c)
	}
	return strings.Join(names, "-") + "-nationalities/" + measure
}
