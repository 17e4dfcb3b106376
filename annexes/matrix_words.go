package annexes

import (
	"slices"
	"strings"

	"assemble/inputs/hr"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// heads are the grades, the total, and the sexes under one head. Where the
// matrix shows several categories, the grades of each stand under its name.
func (m *matrix) heads() []doc.Head {
	w := m.words()
	var out []doc.Head
	last := hr.Category("")
	for _, g := range m.grades {
		leaf := doc.Head{Text: doc.Words(printed(g))}
		c, ok := hr.CategoryOf(g)
		switch {
		case !ok || len(m.all.Categories) < 2:
			out = append(out, leaf)
			c = ""
		case c == last:
			spanner := &out[len(out)-1]
			spanner.Sub = append(spanner.Sub, leaf)
		default:
			out = append(out, doc.Head{Text: doc.Words(categoryName(w, c)), Sub: []doc.Head{leaf}})
		}
		last = c
	}
	// The total is set as the column of a reported year is: it is what one reads.
	out = append(out, doc.Head{Text: doc.Words(w.Total), Period: doc.Reported})
	sexes := doc.Head{Text: doc.Words(w.BySex)}
	for _, s := range m.sexes {
		sexes.Sub = append(sexes.Sub, doc.Head{Text: doc.Words(sexName(w, s))})
	}
	return append(out, sexes)
}

func categoryName(w *lang.StaffStrings, c hr.Category) string {
	switch c {
	case hr.GeneralService:
		return w.GeneralService
	case hr.NationalOfficer:
		return w.NationalOfficers
	}
	return w.Professional
}

func sexName(w *lang.StaffStrings, s hr.Sex) string {
	switch s {
	case hr.Female:
		return w.F
	case hr.Male:
		return w.M
	case hr.Another:
		return w.X
	}
	return w.U
}

// legend explains what stands in the heads, blanks, and the row of others.
func (m *matrix) legend() string {
	w := m.words()
	sexes := []string{w.LegendSex}
	for _, s := range m.sexes {
		switch s {
		case hr.Another:
			sexes = append(sexes, w.LegendX)
		case hr.NotRecorded:
			sexes = append(sexes, w.LegendU)
		}
	}
	var out []string
	if grades := m.gradeLegend(m.grades); grades != "" {
		out = append(out, grades)
	}
	out = append(out, strings.Join(sexes, m.semicolon())+".", w.LegendBlank)
	if m.totals[hr.Other] > 0 {
		out = append(out, w.LegendOther)
	}
	return strings.Join(out, " ")
}

// gradeLegend explains the letters of grades.
func (s *sheet) gradeLegend(grades []string) string {
	w := s.words()
	var out []string
	for _, x := range []struct{ prefix, words string }{
		{"G-", w.LegendG}, {"NO-", w.LegendNO}, {"P-", w.LegendP}, {"D-", w.LegendD}, {"E-", w.LegendE}, {hr.Ungraded, w.LegendUG},
	} {
		if slices.ContainsFunc(grades, func(g string) bool { return strings.HasPrefix(g, x.prefix) }) {
			out = append(out, x.words)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, s.semicolon()) + "."
}

// semicolon is how the language parts clauses: French sets a space before it.
func (s *sheet) semicolon() string {
	_, after, _ := strings.Cut(s.in.Lang.Strings().Clauses, "%s")
	between, _, _ := strings.Cut(after, "%s")
	return between
}
