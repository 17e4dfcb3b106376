package inputs

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/lang"
)

// staffScope is a group of staff that facts are about, with the series of the
// years before.
type staffScope struct {
	name              string
	categories        []hr.Category
	total, women, men string // series; "" for one that is not published
	label             func(*lang.StaffStrings) string
}

func staffScopes() []staffScope {
	return []staffScope{
		{name: "staff", total: hr.StaffTotal, label: func(s *lang.StaffStrings) string { return s.AllStaff }},
		{
			name: "staff.general_service", categories: []hr.Category{hr.GeneralService},
			label: func(s *lang.StaffStrings) string { return s.GeneralService },
		},
		{
			name: "staff.national_officer", categories: []hr.Category{hr.NationalOfficer},
			label: func(s *lang.StaffStrings) string { return s.NationalOfficers },
		},
		{
			name: "staff.professional", categories: []hr.Category{hr.Professional},
			total: hr.ProfessionalTotal, women: hr.ProfessionalWomen, men: hr.ProfessionalMen,
			label: func(s *lang.StaffStrings) string { return s.Professional },
		},
	}
}

// addStaff adds the facts that the headcounts of the reported year give.
func (in *Inputs) addStaff() {
	in.counted = map[source.Key]hr.Query{}
	g := in.Headcounts[in.Year]
	if g == nil {
		return
	}
	all := g.Count(hr.Query{})
	for _, s := range staffScopes() {
		a := staffAdder{in, g, s, g.Count(hr.Query{Categories: s.categories})}
		if len(s.categories) > 0 {
			a.persons("total", hr.AnySex, all, s.total, hr.StaffTotal)
		} else {
			a.persons("total", hr.AnySex, 0, s.total, "") // it is part of nothing
		}
		a.persons("women", hr.Female, a.total, s.women, s.total)
		a.persons("men", hr.Male, a.total, s.men, s.total)
		if _, ok := in.Standings(); ok {
			a.nationalities()
		}
	}
}

// staffAdder adds the facts of one group.
type staffAdder struct {
	in    *Inputs
	g     *hr.Register
	scope staffScope
	total int64
}

// persons adds a count of persons out of a base, with what was published of
// both a year before.
func (a *staffAdder) persons(measure string, sex hr.Sex, base int64, series, baseSeries string) {
	q := hr.Query{Categories: a.scope.categories, Sex: sex}
	f := a.fact(measure, q, a.g.Count(q), base, series, baseSeries)
	if f.BaseOf = source.Key(a.scope.name + ".total"); measure == "total" {
		f.BaseOf = "staff.total"
	}
	f.Units, f.One = nouns(func(s *lang.StaffStrings) lang.Noun { return s.StaffMember })
	f.Label = words(func(t *lang.Table) string {
		s := &t.Strings().Staff
		what := map[hr.Sex]string{hr.Female: s.Women, hr.Male: s.Men}[sex]
		if what == "" {
			return a.scope.label(s)
		}
		return fmt.Sprintf(t.Strings().Comparator, a.scope.label(s), what)
	})
	a.in.Facts.Add(f)
}

// nationalities adds the counts of nationalities; those of Member States have
// the Member States as their base.
func (a *staffAdder) nationalities() {
	members, others := a.in.Represented(a.g, hr.Query{Categories: a.scope.categories})
	series := func(measure string) string { return hr.NationalitySeries(a.scope.categories, measure) }
	for _, x := range []struct {
		measure          string
		codes            []string
		base             int64
		series, baseName string
		label            func(*lang.StaffStrings) string
	}{
		{"total", slices.Concat(members, others), 0, series(hr.AllNationalities), "", func(s *lang.StaffStrings) string { return s.AllNationalities }},
		{"member", members, a.in.Members(a.in.Year), series(hr.MemberNationalities), series(hr.MemberStates), func(s *lang.StaffStrings) string { return s.MemberNationalities }},
		{"other", others, 0, series(hr.OtherNationalities), "", func(s *lang.StaffStrings) string { return s.NonMemberNationalities }},
	} {
		q := hr.Query{Categories: a.scope.categories, Nationalities: x.codes}
		f := a.fact("nationalities."+x.measure, q, int64(len(x.codes)), x.base, x.series, x.baseName)
		f.Unit, f.BaseOf = "nationalities", MembersKey(a.in.Year) // which only those of Member States have
		f.Units, f.One = nouns(func(s *lang.StaffStrings) lang.Noun { return s.Nation })
		f.Label = words(func(t *lang.Table) string { return x.label(&t.Strings().Staff) })
		a.in.Facts.Add(f)
	}
}

// fact makes a fact of a count. Persons have no unit, so that a quoted figure
// agrees with it whether it calls them staff or people.
func (a *staffAdder) fact(measure string, q hr.Query, n, base int64, series, baseSeries string) facts.Fact {
	f := facts.Fact{
		Name: a.scope.name + "." + measure, Value: big.NewRat(n, 1), Places: 0, Year: a.in.Year, Method: facts.Count, At: a.g.Place(),
	}
	if base > 0 {
		f.Base = big.NewRat(base, 1)
	}
	if was := a.in.published(series, a.in.Year-1); was != nil {
		f.Was = &facts.Was{Year: a.in.Year - 1, Value: was}
		if b := a.in.published(baseSeries, a.in.Year-1); b != nil && b.Sign() != 0 {
			f.Was.Base = b
		}
	}
	if n > 0 { // of nothing, the whole table is the evidence
		a.in.counted[f.Key()] = q
	}
	return f
}

// words makes a text of every language.
func words(of func(*lang.Table) string) strict.Text {
	var out strict.Text
	for _, tag := range lang.Languages() {
		out.By = append(out.By, strict.Tr{Lang: tag, Str: strict.Str{S: strings.TrimSpace(of(lang.For(tag)))}})
	}
	return out
}

// nouns makes the unit of every language in both numbers.
func nouns(of func(*lang.StaffStrings) lang.Noun) (many, one strict.Text) {
	many = words(func(t *lang.Table) string { return of(&t.Strings().Staff).Plural })
	one = words(func(t *lang.Table) string { return of(&t.Strings().Staff).Singular })
	return many, one
}
