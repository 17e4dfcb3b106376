package annexes

import (
	"slices"
	"strings"

	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/strict"
)

// Tables of staff statistics, as editions name them.
const (
	menAndWomen  = "men-and-women"
	womenByGrade = "women-by-grade"
	senior       = "senior"
	allStaff     = "all-staff"
)

// scope is whom a table counts and what it compares.
type scope struct {
	table   string
	years   []int
	groups  [][]string // grades, those of one group counted together; none: all
	without []string   // grades that are left out of what the title says
}

// counts returns the grades that the table counts; none: all.
func (c *scope) counts() []string {
	var out []string
	for _, g := range c.columns() {
		out = append(out, g...)
	}
	return out
}

// columns are the groups of grades without those that are left out.
func (c *scope) columns() [][]string {
	var out [][]string
	for _, group := range c.groups {
		kept := slices.DeleteFunc(slices.Clone(group), func(g string) bool { return slices.Contains(c.without, g) })
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

// runOfYears is how many years a table goes back, the reported one included.
const runOfYears = 5

// defaults are the tables as they are without a word in the edition. The heads
// of the Organization (E-1, E-2) are left out where grades are told apart: each
// of these would be one person.
func (s *sheet) defaults() []scope {
	y := s.in.Year
	heads := []string{"E-1", "E-2"}
	grades := func(text string) [][]string { return groups(strings.Fields(text)) }
	return []scope{
		{table: menAndWomen, years: s.run(hr.ProfessionalTotal, hr.ProfessionalMen, hr.ProfessionalWomen)},
		{table: womenByGrade, years: []int{y - 2, y - 1, y}, groups: grades("UG P-1 P-2 P-3 P-4 P-5 D-1/D-2"), without: heads},
		{table: senior, years: s.run(hr.SeniorTotal, hr.SeniorMen, hr.SeniorWomen), groups: grades("P-5 D-1 D-2 E-2 E-1"), without: heads},
		{table: allStaff, years: append(s.apart(hr.StaffTotal), s.run(hr.StaffTotal)...)},
	}
}

// groups reads grades: D-1/D-2 are counted together.
func groups(words []string) [][]string {
	out := make([][]string, len(words))
	for i, w := range words {
		out[i] = strings.Split(w, "/")
	}
	return out
}

// run is the reported year and the years before it of which something is known.
func (s *sheet) run(series ...string) []int {
	var out []int
	for y := s.in.Year - runOfYears + 1; y <= s.in.Year; y++ {
		known := slices.ContainsFunc(series, func(x string) bool {
			_, published := s.in.History.Value(x, y)
			return published
		})
		if known || s.in.Headcounts[y] != nil {
			out = append(out, y)
		}
	}
	return out
}

// apart are the published years that no year up to the reported one links to
// it: 1995 and 2005, before a run from 2013 to 2017.
func (s *sheet) apart(series string) []int {
	years := slices.DeleteFunc(s.in.History.Years(series), func(y int) bool { return y >= s.in.Year })
	linked := s.in.Year
	for slices.Contains(years, linked-1) {
		linked--
	}
	return slices.DeleteFunc(years, func(y int) bool { return y >= linked || y > s.in.Year-runOfYears })
}

// tables are the scopes of the edition: the defaults, or those it names, with
// what it changes of them. Grades that are none are reported.
func (s *sheet) tables() []scope {
	all := s.defaults()
	if len(s.annex.Tables) == 0 {
		return all
	}
	var out []scope
	for _, t := range s.annex.Tables {
		i := slices.IndexFunc(all, func(c scope) bool { return c.table == t.Table.S })
		if i < 0 {
			continue // the edition has been told
		}
		out = append(out, s.changed(all[i], t))
	}
	return out
}

func (s *sheet) changed(c scope, t edition.StaffTable) scope {
	if len(t.Years) > 0 {
		c.years = slices.Sorted(slices.Values(t.Years))
	}
	if t.Grades != nil {
		c.groups = groups(s.grades(t.Grades))
	}
	if t.Without != nil {
		c.without = s.grades(t.Without)
	}
	return c
}

// grades are the words that are grades of Professional staff, or such grades
// joined by /.
func (s *sheet) grades(words []strict.Str) []string {
	known := hr.Grades(hr.Professional)
	var out []string
	for _, w := range words {
		ok := true
		for _, g := range strings.Split(w.S, "/") {
			ok = ok && s.known("annex-grade", strict.Str{S: g, At: w.At}, known, "a grade of Professional staff")
		}
		if ok {
			out = append(out, w.S)
		}
	}
	return out
}
