package annexes

import (
	"fmt"
	"slices"

	"assemble/inputs"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/layout/doc"
)

// represented is the generator of the nationalities among the staff of some
// categories, by year.
func represented(s *sheet) []doc.Block {
	categories := s.categories()
	g := s.headcount()
	if g == nil || len(categories) == 0 {
		return nil
	}
	w := s.words()
	t := s.statistic(scope{years: slices.Sorted(slices.Values(s.annex.Years))})
	columns := t.byYears()
	var members, others, all, states, share []figure
	for _, c := range columns {
		n := s.nationsOf(categories, c)
		share = append(share, s.percent(s.key("share", c.id), n[0], n[3], hr.NationalitySeries(categories, hr.RepresentedShare), c.year))
		members, others, all, states = append(members, n[0]), append(others, n[1]), append(all, n[2]), append(states, n[3])
		t.sum(&all[len(all)-1], hr.NationalitySeries(categories, hr.AllNationalities), c.year, [][]figure{members, others}, len(all)-1)
	}
	t.add(doc.DataRow, w.MemberNationalities, members, t.number)
	t.add(doc.DataRow, w.NonMemberNationalities, others, t.number)
	t.add(doc.TotalRow, w.AllNationalities, all, t.number)
	t.add(doc.DataRow, w.NumberOfMemberStates, states, t.number)
	t.add(doc.ShareRow, w.PercentageRepresented, share, t.share)
	if g.Count(hr.Query{Categories: categories, Nationalities: []string{hr.Other}}) > 0 {
		t.Notes = []doc.Note{{Text: doc.Words(w.WithoutOther), At: s.annex.At}}
	}
	return []doc.Block{&t.Table}
}

// nationsOf are the nationalities of Member States, the others, all, and the
// number of Member States, in a year: counted if there are headcounts of it,
// else as published.
func (s *sheet) nationsOf(categories []hr.Category, c column) [4]figure {
	measures := [4]string{hr.MemberNationalities, hr.OtherNationalities, hr.AllNationalities, hr.MemberStates}
	rows := [4]string{"member", "other", totalKey, "states"}
	var out [4]figure
	g := s.in.Headcounts[c.year]
	if _, ok := s.in.Standings(); !ok && g != nil {
		s.in.Report.Add(source.Diagnostic{
			Code: "annex-standings", At: s.in.Organization.At(), Message: fmt.Sprintf("%s needs the Member States, which the table of States does not tell of this organization", s.annex.ID.S),
			Fix: "take the annex out",
		})
		g = nil
	}
	for i, m := range measures {
		series, key := hr.NationalitySeries(categories, m), s.key(rows[i], c.id)
		if g == nil {
			out[i] = s.quoted(key, series, c.year)
			continue
		}
		out[i] = s.nations(key, g, categories, i)
		s.claim(out[i], series, c.year)
	}
	return out
}

// nations counts nationalities of a register, or Member States.
func (s *sheet) nations(key source.Key, g *hr.Register, categories []hr.Category, row int) figure {
	q := hr.Query{Categories: categories}
	members, others := s.in.Represented(g, q)
	switch row {
	case 0:
		q.Nationalities = members
	case 1:
		q.Nationalities = others
	case 2:
		q.Nationalities = slices.Concat(members, others)
	default:
		f := s.counted(key, nil, q, s.in.Members(g.Year))
		f.origin.of = []source.Key{inputs.MembersKey(g.Year)}
		return f
	}
	return s.counted(key, g, q, int64(len(q.Nationalities)))
}
