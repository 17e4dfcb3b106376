package hr

import (
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/world"
)

// gradeForm is a grade as it is written: letters, a number with the letter of a
// sub-grade, and a step behind it. Marks between them have gone.
var gradeForm = regexp.MustCompile(`^([a-z]+) ?0*([1-9][0-9]?) ?([ab])?(?: (?:/ )?(?:step|st|echelon|ech|escalon) ?(?:[0-9]{1,2}|[ivx]+)| / (?:[0-9]{1,2}|[ivx]+))?$`)

// officerForm is a grade of National Officers, whose number is a letter.
var officerForm = regexp.MustCompile(`^(?:no|npo|np|on) ?([a-e])(?: (?:/ )?(?:step|st|echelon|ech|escalon) ?(?:[0-9]{1,2}|[ivx]+)| / (?:[0-9]{1,2}|[ivx]+))?$`)

// foreignGrade is the form of grades in scales of other houses: FS-4, ICS-10. They
// have no place in a table of headcounts, and are asked about.
var foreignGrade = regexp.MustCompile(`^[a-z]{1,4} ?[0-9]{1,2}$`)

// gradeScale is the scale that letters before a number stand for. L are posts
// of projects, paid by the scale of P.
func gradeScale(letters string) string {
	switch letters {
	case "g", "gs", "gl", "sg":
		return "G"
	case "p", "l":
		return "P"
	case "d":
		return "D"
	case "e":
		return "E"
	}
	return ""
}

// parseGrade reads a grade in any of its spellings: P4, P-4, P 04, P.4, L4, GS5,
// NOA, NO-A, UG, with a step behind it or not.
func parseGrade(text string) (grade string, ok bool) {
	key := gradeKey(text)
	switch key {
	case "ug", "u g", "u", "ung", "ungraded", "ungraded post", "ungraded position", "ungraded positions", "non classe", "non classes", "hors grade",
		"sin grado", "sin clasificar", "no clasificado", "hors classement", "sans grade":
		return Ungraded, true
	}
	if m := officerForm.FindStringSubmatch(key); m != nil {
		return known("NO-" + strings.ToUpper(m[1]))
	}
	m := gradeForm.FindStringSubmatch(key)
	if m == nil || gradeScale(m[1]) == "" {
		return "", false
	}
	if m[1] == "l" && m[2] > "5" { // L-6 and L-7 are paid as D-1 and D-2 in some houses
		return "", false
	}
	return known(gradeScale(m[1]) + "-" + m[2] + strings.ToUpper(m[3]))
}

func known(grade string) (string, bool) {
	if grade == Ungraded {
		return grade, true
	}
	_, ok := CategoryOf(grade)
	return grade, ok
}

// gradeKey makes spellings of a grade one: small letters, strokes apart, other
// marks as spaces.
func gradeKey(text string) string {
	if len(text) > maxHead {
		return ""
	}
	key := strings.Map(func(r rune) rune {
		if strings.ContainsRune("-–—‒−.,_()", r) {
			return ' '
		}
		return r
	}, world.Fold(strings.ReplaceAll(text, ".", " ")))
	return strings.Join(strings.Fields(strings.ReplaceAll(key, "/", " / ")), " ")
}

// suggestGrades are grades that a word which is none may stand for, for a
// question to a person.
func suggestGrades(text string, c Category) []string {
	switch key := strings.ReplaceAll(gradeKey(text), " ", ""); {
	case slices.Contains([]string{"dg", "directorgeneral", "usg", "directeurgeneral", "directorageneral"}, key):
		return []string{"E-1"}
	case slices.Contains([]string{"ddg", "asg", "deputydirectorgeneral", "adg"}, key):
		return []string{"E-2"}
	case key == "l6":
		return []string{"D-1", "P-6"}
	case key == "l7":
		return []string{"D-2", "P-7"}
	case len(key) == 3 && (key[:2] == "n0" || key[:2] == "no") && key[2] >= '1' && key[2] <= '5':
		return []string{"NO-" + string('A'+key[2]-'1')}
	case key == "" || key == "na" || key == "n/a" || key == "none" || key == "nd":
		return []string{Ungraded}
	case len(key) <= 2 && len(key) > 0 && key[0] >= '1' && key[0] <= '9' && c != "":
		scale := map[Category]string{GeneralService: "G-", Professional: "P-", NationalOfficer: "NO-"}[c]
		if g, ok := known(scale + key); ok {
			return []string{g}
		}
	}
	return nil
}
