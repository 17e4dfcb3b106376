package annexes

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/layout/doc"
)

// statistics is the generator of the tables of staff by year, sex and grade.
func statistics(s *sheet) []doc.Block {
	if s.headcount() == nil {
		return nil
	}
	var out []doc.Block
	for _, c := range s.tables() {
		if len(c.years) == 0 {
			continue
		}
		s.scopes = append(s.scopes, c)
		t := s.statistic(c)
		out = append(out, t.build())
	}
	return out
}

// statistic is one table while it is made.
type statistic struct {
	*sheet
	scope
	doc.Table
}

// column is one column: a year, or grades of the reported year.
type column struct {
	id     string
	year   int
	grades []string
}

// statistic begins a table. Its stub lists counts, shares and changes, which no
// head over them would make any clearer.
func (s *sheet) statistic(c scope) *statistic {
	return &statistic{sheet: s, scope: c, Table: doc.Table{Base: doc.Base{At: s.annex.At}, Entries: s.words().Indicator}}
}

func (t *statistic) build() *doc.Table {
	t.ID = doc.Label(t.annex.ID.S + "-" + t.table)
	switch t.table {
	case menAndWomen:
		t.byYear(t.words().MenAndWomenTitle, hr.ProfessionalMen, hr.ProfessionalWomen, hr.ProfessionalTotal, hr.ProfessionalShare)
	case senior:
		shares := t.byYear(t.words().SeniorTitle, hr.SeniorMen, hr.SeniorWomen, hr.SeniorTotal, hr.SeniorShare)
		t.changes(shares)
	case womenByGrade:
		t.byGrade()
	case allStaff:
		t.allStaff()
	}
	if note := t.note(); note != "" {
		t.Notes = []doc.Note{{Text: doc.Words(note), At: t.annex.At}}
	}
	return &t.Table
}

// title fills the years of a title in.
func (t *statistic) title(pattern string) {
	first, last := strconv.Itoa(t.years[0]), strconv.Itoa(t.years[len(t.years)-1])
	words := fmt.Sprintf(pattern, first, last)
	if first == last {
		words = strings.ReplaceAll(words, first+"–"+last, first)
	}
	t.Title = doc.Words(words)
}

// note says whom the table leaves out of what its title says.
func (t *statistic) note() string {
	switch {
	case len(t.without) == 0:
		return ""
	case len(t.without) == 2 && slices.Contains(t.without, "E-1") && slices.Contains(t.without, "E-2"):
		return t.words().WithoutHeads
	}
	return fmt.Sprintf(t.words().WithoutGrades, printed(strings.Join(t.without, ", ")))
}

// byYears are the columns of a table by year, with their heads.
func (t *statistic) byYears() []column {
	var out []column
	for _, y := range t.years {
		t.Heads = append(t.Heads, doc.Head{Text: doc.Words(strconv.Itoa(y))})
		out = append(out, column{strconv.Itoa(y), y, t.counts()})
	}
	return out
}

// add appends a row and makes its cells from figures.
func (t *statistic) add(kind doc.RowKind, stub string, figures []figure, cell func(figure) doc.Cell) {
	r := doc.Row{Kind: kind, Stub: doc.Words(stub)}
	for _, f := range figures {
		r.Cells = append(r.Cells, cell(f))
	}
	t.Rows = append(t.Rows, r)
}

// persons are the figures of a row, one for each column: counted where there
// are headcounts of its year, else as published.
func (t *statistic) persons(row string, columns []column, q hr.Query, series func(column) string) []figure {
	out := make([]figure, len(columns))
	for i, c := range columns {
		key := t.key(t.table, row, c.id)
		if g := t.in.Headcounts[c.year]; g != nil {
			q.Grades = c.grades
			out[i] = t.counted(key, g, q, g.Count(q))
			t.claim(out[i], series(c), c.year)
		} else {
			out[i] = t.quoted(key, series(c), c.year)
		}
	}
	return out
}

// bySex adds the rows of men, women and all, and returns women and all. Rows of
// other sexes are there if anybody is.
func (t *statistic) bySex(columns []column, total string, men, women, all func(column) string) (f, sum []figure) {
	w := t.words()
	q := hr.Query{Categories: []hr.Category{hr.Professional}}
	rows := []struct {
		sex    hr.Sex
		stub   string
		series func(column) string
	}{
		{hr.Male, w.Men, men}, {hr.Female, w.Women, women}, {hr.Another, w.Neither, none}, {hr.NotRecorded, w.NotRecorded, none},
	}
	parts := make([][]figure, 0, len(rows))
	for _, r := range rows {
		q.Sex = r.sex
		figures := t.persons(r.sex.String(), columns, q, r.series)
		if r.sex != hr.Male && r.sex != hr.Female && !slices.ContainsFunc(figures, present) {
			continue
		}
		t.add(doc.DataRow, r.stub, figures, t.number)
		parts = append(parts, figures)
	}
	q.Sex = hr.AnySex
	sum = t.persons(totalKey, columns, q, all)
	for i := range sum {
		t.sum(&sum[i], all(columns[i]), columns[i].year, parts, i)
	}
	t.add(doc.TotalRow, total, sum, t.number)
	return parts[1], sum
}

func none(column) string { return "" }

func present(f figure) bool { return f.value != nil && f.value.Sign() > 0 }

// sum holds a published total against its published parts, and adds these up
// where no total was published.
func (t *statistic) sum(total *figure, series string, year int, parts [][]figure, column int) {
	if total.value != nil && total.origin.method != facts.Quoted {
		return
	}
	added := figure{key: total.key, origin: origin{method: facts.Sum}}
	for _, row := range parts {
		p := row[column]
		if p.value == nil {
			continue
		}
		if added.value == nil {
			added.value = new(big.Rat)
		}
		added.value.Add(added.value, p.value)
		added.origin.of = append(added.origin.of, p.key)
	}
	if len(added.origin.of) < 2 {
		return
	}
	t.claim(added, series, year)
	if total.value == nil {
		*total = added
	}
}

// byYear makes a table of men and women by year and returns the percentages of
// women.
func (t *statistic) byYear(title, men, women, total, share string) []figure {
	t.title(title)
	columns := t.byYears()
	is := func(series string) func(column) string { return func(column) string { return series } }
	f, sum := t.bySex(columns, t.words().Total, is(men), is(women), is(total))
	shares := make([]figure, len(columns))
	for i, c := range columns {
		shares[i] = t.percent(t.key(t.table, "share", c.id), f[i], sum[i], share, c.year)
	}
	t.add(doc.ShareRow, t.words().PercentageWomen, shares, t.share)
	return shares
}

// changes adds a row of the changes from the column before, where that is the
// year before.
func (t *statistic) changes(shares []figure) {
	out := make([]figure, len(shares))
	for i := range shares {
		y := t.years[i]
		out[i] = figure{key: t.key(t.table, "change", strconv.Itoa(y))}
		if i > 0 && t.years[i-1] == y-1 {
			out[i] = t.points(out[i].key, shares[i-1], shares[i])
			t.claim(out[i], hr.SeniorChange, y)
		}
	}
	t.add(doc.ShareRow, t.words().ChangeInPoints, out, t.change)
}

// byGrade makes a table of men and women by grade in the reported year, with
// the percentages of women of some years.
func (t *statistic) byGrade() {
	w, y := t.words(), strconv.Itoa(t.in.Year)
	t.title(w.WomenByGradeTitle)
	var columns []column
	for _, g := range t.scope.columns() {
		t.Heads = append(t.Heads, doc.Head{Text: doc.Words(printed(strings.Join(g, "–")))})
		columns = append(columns, column{strings.Join(g, "-"), t.in.Year, g})
	}
	t.Legend = doc.Words(t.gradeLegend(t.counts()))
	series := func(measure string) func(column) string {
		return func(c column) string { return hr.GradeSeries(measure, c.grades) }
	}
	women, sum := t.bySex(columns, fmt.Sprintf(w.TotalIn, y), series(hr.GradeMen), series(hr.GradeWomen), series(hr.GradeTotal))
	byYear := make([][]figure, len(t.years))
	for i, year := range t.years {
		byYear[i] = t.gradeShares(columns, year, women, sum)
		t.add(doc.ShareRow, fmt.Sprintf(w.PercentageWomenIn, strconv.Itoa(year)), byYear[i], t.share)
	}
	if len(byYear) < 2 {
		return
	}
	first, last := t.years[0], t.years[len(t.years)-1]
	change := make([]figure, len(columns))
	for i, c := range columns {
		change[i] = t.points(t.key(t.table, "change", c.id), byYear[0][i], byYear[len(byYear)-1][i])
	}
	t.add(doc.ShareRow, fmt.Sprintf(w.ChangeBetween, strconv.Itoa(first), strconv.Itoa(last)), change, t.change)
}

// gradeShares are the percentages of women by grade in a year: of the counts of
// the table in the reported year, else of what was counted or published then.
func (t *statistic) gradeShares(columns []column, year int, women, sum []figure) []figure {
	out := make([]figure, len(columns))
	for i, c := range columns {
		key := t.key(t.table, "share-"+strconv.Itoa(year), c.id)
		f, all := women[i], sum[i]
		if year != t.in.Year {
			f, all = t.earlier(c, year, hr.Female, hr.GradeWomen), t.earlier(c, year, hr.AnySex, hr.GradeTotal)
		}
		out[i] = t.percent(key, f, all, hr.GradeSeries(hr.GradeShare, c.grades), year)
	}
	return out
}

// earlier is a count of an earlier year that the table does not print.
func (t *statistic) earlier(c column, year int, sex hr.Sex, measure string) figure {
	key := t.key(t.table, measure+"-"+strconv.Itoa(year), c.id)
	f := t.quoted(key, hr.GradeSeries(measure, c.grades), year)
	if g := t.in.Headcounts[year]; g != nil {
		q := hr.Query{Categories: []hr.Category{hr.Professional}, Grades: c.grades, Sex: sex}
		f = t.counted(key, g, q, g.Count(q))
	}
	t.origins[key] = f.origin
	return f
}

// allStaff makes the table of Professional and all other staff by year.
func (t *statistic) allStaff() {
	w := t.words()
	t.Title = doc.Words(fmt.Sprintf(w.AllStaffTitle, strconv.Itoa(t.years[len(t.years)-1])))
	columns := t.byYears()
	is := func(series string) func(column) string { return func(column) string { return series } }
	professional := t.persons("professional", columns, hr.Query{Categories: []hr.Category{hr.Professional}}, is(hr.StaffProfessional))
	national := t.persons("national", columns, hr.Query{Categories: []hr.Category{hr.GeneralService, hr.NationalOfficer}}, is(hr.StaffNational))
	total := t.persons(totalKey, columns, hr.Query{}, is(hr.StaffTotal))
	shares := make([]figure, len(columns))
	for i, c := range columns {
		t.sum(&total[i], hr.StaffTotal, c.year, [][]figure{professional, national}, i)
		shares[i] = t.percent(t.key(t.table, "share", c.id), professional[i], total[i], hr.StaffShare, c.year)
	}
	t.add(doc.DataRow, w.Professional, professional, t.number)
	t.add(doc.DataRow, w.GeneralAndNational, national, t.number)
	t.add(doc.TotalRow, w.Total, total, t.number)
	t.add(doc.ShareRow, w.PercentageInternational, shares, t.share)
}
