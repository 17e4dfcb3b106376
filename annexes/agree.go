package annexes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/annexes/reconcile"
	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/world"
	"assemble/layout/doc"
)

// agree reports figures of the annexes that do not agree with each other or
// with what was published.
func agree(in *inputs.Inputs, parts []*doc.Part, sheets []*sheet) {
	a := &agreement{in: in, book: reconcile.Read(parts), year: strconv.Itoa(in.Year), sexes: names(hr.Sexes())}
	for _, s := range sheets {
		if s.annex.Generator.S == edition.MatrixGenerator {
			a.matrices = append(a.matrices, s)
			a.book.Matrix(s.annex.ID.S, a.sexes, in.Report)
		}
	}
	for _, s := range sheets {
		for _, c := range s.scopes {
			a.table(s, c)
		}
		if s.annex.Generator.S == edition.RepresentedGenerator {
			a.represented(s)
		}
		a.published(s)
	}
}

// agreement holds annexes against each other.
type agreement struct {
	in       *inputs.Inputs
	book     *reconcile.Book
	matrices []*sheet
	year     string
	sexes    []string
}

// matrix returns the id of the matrix of exactly these categories, "" for none.
func (a *agreement) matrix(categories ...hr.Category) string {
	for _, m := range a.matrices {
		if len(m.annex.Categories) == len(categories) && !slices.ContainsFunc(categories, func(c hr.Category) bool { return !m.has(c) }) {
			return m.annex.ID.S
		}
	}
	return ""
}

func (s *sheet) has(c hr.Category) bool {
	for _, x := range s.annex.Categories {
		if x.S == string(c) {
			return true
		}
	}
	return false
}

func (a *agreement) same(key source.Key, other reconcile.Side) {
	reconcile.Agree(reconcile.TablesRule, string(key), a.book.Side(key), other, a.in.Report)
}

// total is a total of a matrix in a column.
func (a *agreement) total(matrix, column string) reconcile.Side {
	return a.book.Side(source.Key(matrix + "/" + totalKey + "/" + column))
}

// columns adds totals of a matrix up over grades.
func (a *agreement) columns(matrix string, grades []string) reconcile.Side {
	keys := make([]source.Key, len(grades))
	for i, g := range grades {
		keys[i] = source.Key(matrix + "/" + totalKey + "/" + g)
	}
	return a.book.Sum(fmt.Sprintf("the sum of %s in %s", strings.Join(grades, ", "), matrix), keys...)
}

// table holds a table of staff statistics against its rows, and in the reported
// year against the matrices, each by its scope.
func (a *agreement) table(s *sheet, c scope) {
	name := string(s.key(c.table))
	for _, column := range a.book.Columns(name) {
		rows := a.sexes
		if c.table == allStaff {
			rows = []string{"professional", "national"}
		}
		a.down(name, column, rows)
	}
	key := func(row string) source.Key { return s.key(c.table, row, a.year) }
	professional := a.matrix(hr.Professional)
	if c.table == allStaff {
		a.whole(key(totalKey))
		if national := a.matrix(hr.GeneralService, hr.NationalOfficer); national != "" {
			a.same(key("national"), a.total(national, totalKey))
		}
	}
	if professional == "" {
		return
	}
	switch c.table {
	case allStaff:
		a.same(key("professional"), a.total(professional, totalKey))
	case womenByGrade:
		a.byGrade(s, c, professional)
	default:
		if grades := c.counts(); len(grades) > 0 {
			a.same(key(totalKey), a.columns(professional, grades))
			return
		}
		a.same(key(totalKey), a.total(professional, totalKey))
		for _, sex := range a.sexes {
			a.same(key(sex), a.total(professional, sex))
		}
	}
}

// down holds rows against the total of a column of counts: columns of
// percentages have none.
func (a *agreement) down(name, column string, rows []string) {
	if a.book.Side(source.Key(name+"/"+totalKey+"/"+column)).Value != nil {
		a.book.Down(name, column, rows, totalKey, a.in.Report)
	}
}

// byGrade holds a table by grade against the totals of a matrix, and all its
// columns with those who are left out against the whole.
func (a *agreement) byGrade(s *sheet, c scope, matrix string) {
	var all []source.Key
	for _, g := range c.columns() {
		key := s.key(c.table, totalKey, strings.Join(g, "-"))
		a.same(key, a.columns(matrix, g))
		all = append(all, key)
	}
	for _, g := range c.without {
		all = append(all, source.Key(matrix+"/"+totalKey+"/"+g))
	}
	whole := a.total(matrix, totalKey)
	reconcile.Agree(reconcile.TablesRule, string(s.key(c.table)), a.book.Sum(fmt.Sprintf("the sum of %s with those left out", s.key(c.table)), all...), whole, a.in.Report)
}

// whole holds the total of all staff against the matrices, if these show each
// category once.
func (a *agreement) whole(key source.Key) {
	var keys []source.Key
	var ids []string
	left := hr.Categories()
	for _, m := range a.matrices {
		for _, c := range m.annex.Categories {
			i := slices.Index(left, hr.Category(c.S))
			if i < 0 {
				return
			}
			left = slices.Delete(left, i, i+1)
		}
		ids = append(ids, m.annex.ID.S)
		keys = append(keys, source.Key(m.annex.ID.S+"/"+totalKey+"/"+totalKey))
	}
	if len(left) == 0 {
		a.same(key, a.book.Sum("the sum of "+strings.Join(ids, ", "), keys...))
	}
}

// represented holds the nationalities of the reported year against the rows
// with staff of the matrix of the same categories, by standing.
func (a *agreement) represented(s *sheet) {
	for _, column := range a.book.Columns(s.annex.ID.S) {
		a.down(s.annex.ID.S, column, []string{"member", "other"})
	}
	var categories []hr.Category
	for _, c := range s.annex.Categories {
		categories = append(categories, hr.Category(c.S))
	}
	matrix := a.matrix(categories...)
	organization, ok := a.in.Standings()
	if matrix == "" || !ok {
		return
	}
	view := a.in.View(a.in.Year)
	member := func(code string) bool { return view.Standing(organization, code) == world.Member }
	for _, x := range []struct {
		row, rows string
		chooses   func(code string) bool
	}{
		{"member", "rows of Member States", member},
		{"other", "rows of other States", func(code string) bool { return code != hr.Other && !member(code) }},
		{totalKey, "rows of States", func(code string) bool { return code != hr.Other }},
	} {
		n := a.book.Filled(matrix, x.chooses)
		a.same(s.key(x.row, a.year), reconcile.Count(fmt.Sprintf("the number of %s with staff in %s", x.rows, matrix), n, s.annex.At))
	}
}

// published holds what was published against the figures of an annex.
func (a *agreement) published(s *sheet) {
	for _, c := range s.claims {
		key := fmt.Sprintf("history.csv:%s/%d", c.published.Series, c.published.Year)
		name := a.book.Side(c.key).Name
		if c.sum {
			name = "the sum of the rows above " + name
		}
		reconcile.Agree(reconcile.HistoryRule, key,
			reconcile.Side{Name: fmt.Sprintf("%s of %d as published", c.published.Series, c.published.Year), Value: c.published.Value, At: c.published.At},
			reconcile.Side{Name: name, Value: c.ours, At: s.annex.At}, a.in.Report)
	}
}
