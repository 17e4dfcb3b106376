package annexes

import (
	"fmt"
	"math/big"
	"slices"

	"assemble/annexes/tabulate"
	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/world"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Names of rows and columns in keys, beside codes of States, grades and sexes.
const totalKey = "total"

// matrix is a table of nationalities by grade and sex. Cells, sexes and totals
// are counted apart, so that a fault in one shows against the others.
type matrix struct {
	*sheet
	g                            *hr.Register
	all                          hr.Query
	grades                       []string
	sexes                        []hr.Sex
	members, others              []string // codes, in the order of the language
	byGrade, bySex               *tabulate.Crosstab
	totals, gradeTotal, sexTotal map[string]int64
}

// nationalities is the generator of a matrix.
func nationalities(s *sheet) []doc.Block {
	g := s.headcount()
	if g == nil {
		return nil
	}
	m := &matrix{sheet: s, g: g, all: hr.Query{Categories: s.categories()}}
	if len(m.all.Categories) == 0 {
		return nil
	}
	m.readGrades()
	m.readRows()
	m.count()
	m.reportOutside()
	t := &doc.Table{
		Base: doc.Base{At: s.annex.At}, Title: s.in.Inline(s.annex.Title), Stub: doc.Words(s.words().Nationality),
		Heads: m.heads(), Rows: m.rows(), Legend: doc.Words(m.legend()), Matrix: true,
	}
	if len(m.members) > 0 && len(m.others) > 0 {
		t.Unit = doc.Words(s.words().Scope)
	}
	if note := m.disclosure(); len(note) > 0 {
		t.Notes = append(t.Notes, doc.Note{Text: note, At: s.annex.At})
	}
	return []doc.Block{t}
}

// readGrades takes the grades of the edition that are grades of the categories.
func (m *matrix) readGrades() {
	var names []string
	for _, c := range m.all.Categories {
		for _, g := range hr.Grades(c) {
			if !slices.Contains(names, g) {
				names = append(names, g)
			}
		}
	}
	for _, g := range m.annex.Grades {
		if m.known("annex-grade", g, names, "a grade of these categories") {
			m.grades = append(m.grades, g.S)
		}
	}
}

// readRows finds who stands in the matrix: every Member State and every
// observer on the cut-off date, every other State with staff, and the rows that
// the edition adds. The order is that of the language.
func (m *matrix) readRows() {
	view := m.in.View(m.in.Year)
	organization, ok := m.in.Standings()
	if !ok {
		m.in.Report.Warn("annex-standings", m.in.Organization.At(), "the table of States does not tell who belongs to this organization",
			"read the annex with this in mind: only nationalities with staff are listed")
	} else if !view.Reviewed(organization) {
		m.in.Report.Warn("annex-standings", m.in.Cutoff.At, fmt.Sprintf("the table of States was not reviewed up to %s: Member States admitted lately may be missing", m.in.Cutoff),
			"compare the list of Member States with that of the organization")
	}
	m.members = view.States(organization, world.Member)
	m.others = view.States(organization, world.Observer)
	add := func(code string) {
		if code != hr.Other && !slices.Contains(m.members, code) && !slices.Contains(m.others, code) {
			m.others = append(m.others, code)
		}
	}
	for _, code := range m.g.Nationalities(m.all) {
		add(code)
	}
	codes := m.in.World.Codes()
	for _, row := range m.annex.ExtraRows {
		if m.known("annex-state", row, codes, "the code of a State") {
			add(row.S)
		}
	}
	view.Sort(m.in.Tag(), m.members)
	view.Sort(m.in.Tag(), m.others)
}

func (m *matrix) count() {
	rows := slices.Concat(m.members, m.others, []string{hr.Other})
	m.bySex = tabulate.NewCrosstab(rows, names(hr.Sexes()))
	m.byGrade = tabulate.NewCrosstab(rows, m.grades)
	for r := range m.g.Rows(m.all) {
		m.byGrade.Add(r.Nationality, r.Grade, r.Count)
		m.bySex.Add(r.Nationality, r.Sex.String(), r.Count)
	}
	m.totals = hr.Tally(m.g, m.all, func(r hr.Row) string { return r.Nationality })
	m.gradeTotal = hr.Tally(m.g, m.all, func(r hr.Row) string { return r.Grade })
	m.sexTotal = hr.Tally(m.g, m.all, func(r hr.Row) string { return r.Sex.String() })
	for _, s := range hr.Sexes() {
		if s == hr.Female || s == hr.Male || m.sexTotal[s.String()] > 0 {
			m.sexes = append(m.sexes, s)
		}
	}
}

func names(sexes []hr.Sex) []string {
	out := make([]string, len(sexes))
	for i, s := range sexes {
		out[i] = s.String()
	}
	return out
}

// reportOutside reports grades that are held and have no column.
func (m *matrix) reportOutside() {
	var held []string
	for g := range m.gradeTotal {
		if !slices.Contains(m.grades, g) {
			held = append(held, g)
		}
	}
	slices.Sort(held)
	for _, g := range held {
		m.in.Report.Add(source.Diagnostic{
			Code: "annex-column", At: m.annex.At, Excerpt: g, Key: m.annex.ID.S + "/" + g,
			Message: fmt.Sprintf("%s has no column for %s, which %d of its staff hold", m.annex.ID.S, g, m.gradeTotal[g]), Fix: "add " + g + " to grades",
			Related: []source.Related{{At: m.g.Place(), Message: "the headcounts"}},
		})
	}
}

// rows are the States, those under no State, and the total. A head stands above
// the second group, if there is a first.
func (m *matrix) rows() []doc.Row {
	view := m.in.View(m.in.Year)
	var out []doc.Row
	state := func(code string) {
		name := view.Name(code, m.in.Tag(), world.Tabular)
		if name == "" {
			name = code
		}
		out = append(out, m.row(code, name))
	}
	for _, code := range m.members {
		state(code)
	}
	unnamed := m.totals[hr.Other] > 0
	if len(m.members) > 0 && (len(m.others) > 0 || unnamed) {
		out = append(out, doc.Row{Kind: doc.StraddleRow, Stub: doc.Words(m.words().OtherGroup)})
	}
	for _, code := range m.others {
		state(code)
	}
	if unnamed {
		out = append(out, m.row(hr.Other, m.words().Other))
	}
	return append(out, m.total())
}

// row prints one nationality. Cells of nobody are blank, the total is 0.
func (m *matrix) row(code, name string) doc.Row {
	r := doc.Row{Stub: doc.Words(name), Muted: m.totals[code] == 0}
	cell := func(column string, n int64, q hr.Query) {
		q.Categories, q.Nationalities = m.all.Categories, []string{code}
		if n == 0 && column != totalKey {
			r.Cells = append(r.Cells, doc.Cell{Gap: doc.Nil})
			return
		}
		r.Cells = append(r.Cells, m.number(m.counted(m.key(code, column), m.g, q, n)))
	}
	for _, g := range m.grades {
		cell(g, m.byGrade.Cell(code, g), hr.Query{Grades: []string{g}})
	}
	cell(totalKey, m.totals[code], hr.Query{})
	for _, s := range m.sexes {
		cell(s.String(), m.bySex.Cell(code, s.String()), hr.Query{Sex: s})
	}
	return r
}

// total prints the last row, which is counted without regard to nationality.
func (m *matrix) total() doc.Row {
	r := doc.Row{Kind: doc.TotalRow, Stub: doc.Words(m.words().Total)}
	cell := func(column string, n int64, q hr.Query) {
		q.Categories = m.all.Categories
		r.Cells = append(r.Cells, m.number(m.counted(m.key(totalKey, column), m.g, q, n)))
	}
	for _, g := range m.grades {
		cell(g, m.gradeTotal[g], hr.Query{Grades: []string{g}})
	}
	cell(totalKey, m.g.Count(m.all), hr.Query{})
	for _, s := range m.sexes {
		cell(s.String(), m.sexTotal[s.String()], hr.Query{Sex: s})
	}
	return r
}

// disclosure says how many figures are so small that persons may be known by
// them, if the edition asks.
func (m *matrix) disclosure() []doc.Inline {
	least := int64(m.annex.Disclosure)
	if least <= 0 {
		return nil
	}
	below, filled := m.byGrade.Below(least)
	x, y := m.bySex.Below(least)
	below, filled = below+x, filled+y
	for _, n := range m.totals {
		filled++
		if n < least {
			below++
		}
	}
	number := func(f figure) []doc.Inline {
		return []doc.Inline{m.stat(f, lang.Number{Value: f.value, Form: lang.Figure}).Stat}
	}
	asked := figure{
		key: m.key("disclosure"), value: big.NewRat(least, 1), origin: origin{method: facts.Quoted, at: []source.Span{m.annex.At}},
	}
	return doc.Fill(m.words().Disclosure, number(m.counted(m.key("disclosure", "below"), m.g, m.all, int64(below))),
		number(m.counted(m.key("disclosure", "filled"), m.g, m.all, int64(filled))), number(asked))
}
