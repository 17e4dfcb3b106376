package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/world"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// layout is a way in which a spreadsheet lays a pivot table out.
type layout struct {
	rows, columns []role // fields, the outermost first
	form          string // compact, outline, tabular
	subtotals     bool   // outline and tabular forms may be without
	columnTotals  bool   // totals of the outer fields of columns, and of all
	filters       bool   // fields above the table
	lang          string
}

// words of a spreadsheet in three languages.
var pivotWords = map[string]map[string]string{
	"en": {"rows": "Row Labels", "columns": "Column Labels", "count": "Count of Staff ID", "total": "Grand Total", "of": "%s Total", "all": "(All)", "nationality": "Nationality", "grade": "Grade", "sex": "Sex", "category": "Category", "status": "Status"},
	"fr": {"rows": "Étiquettes de lignes", "columns": "Étiquettes de colonnes", "count": "Nombre de Matricule", "total": "Total général", "of": "Total %s", "all": "(Tous)", "nationality": "Nationalité", "grade": "Grade", "sex": "Sexe", "category": "Catégorie", "status": "Statut"},
	"es": {"rows": "Etiquetas de fila", "columns": "Etiquetas de columna", "count": "Cuenta de Legajo", "total": "Total general", "of": "Total %s", "all": "(Todas)", "nationality": "Nacionalidad", "grade": "Grado", "sex": "Sexo", "category": "Categoría", "status": "Estado"},
}

// pivot lays counts out.
type pivot struct {
	layout
	counts map[post]int
	word   func(r role, p post) string // a value as it is printed
	out    [][]string
}

// value is the value of a dimension.
func (p post) value(r role) string {
	return map[role]string{categoryRole: p.category, gradeRole: p.grade, nationalityRole: p.nation, sexRole: p.sex}[r]
}

// along is the values of fields, which orders groups and names them.
func along(p post, fields []role) string {
	var out []string
	for _, r := range fields {
		out = append(out, p.value(r))
	}
	return strings.Join(out, "/")
}

// heads are the columns: for each the values of its fields, a total of the first of
// them, or, with none, of all.
type pivotColumn struct {
	one    post
	fields int
}

func (p *pivot) sorted() []post {
	var out []post
	for one := range p.counts {
		out = append(out, one)
	}
	all := append(slices.Clone(p.rows), p.columns...)
	slices.SortFunc(out, func(a, b post) int { return strings.Compare(along(a, all), along(b, all)) })
	return out
}

func (p *pivot) heads() []pivotColumn {
	var out []pivotColumn
	posts := p.sorted()
	slices.SortStableFunc(posts, func(a, b post) int { return strings.Compare(along(a, p.columns), along(b, p.columns)) })
	for i, one := range posts {
		if i > 0 && along(one, p.columns) == along(posts[i-1], p.columns) {
			continue
		}
		if i > 0 && len(p.columns) > 1 && p.columnTotals && one.value(p.columns[0]) != posts[i-1].value(p.columns[0]) {
			out = append(out, pivotColumn{posts[i-1], 1})
		}
		if len(p.columns) > 0 {
			out = append(out, pivotColumn{one, len(p.columns)})
		}
	}
	if len(p.columns) > 1 && p.columnTotals {
		out = append(out, pivotColumn{posts[len(posts)-1], 1})
	}
	if p.columnTotals || len(p.columns) == 0 {
		out = append(out, pivotColumn{})
	}
	return out
}

// cells are the counts of a group of rows in all columns.
func (p *pivot) cells(one post, fields int) []string {
	var out []string
	for _, c := range p.heads() {
		n := 0
		for other, k := range p.counts {
			if along(other, p.rows[:fields]) == along(one, p.rows[:fields]) && along(other, p.columns[:c.fields]) == along(c.one, p.columns[:c.fields]) {
				n += k
			}
		}
		if n == 0 {
			out = append(out, "")
		} else {
			out = append(out, strconv.Itoa(n))
		}
	}
	return out
}

// labels are the cells left of the counts.
func (p *pivot) labels(level int, text string) []string {
	if p.form == "compact" {
		return []string{text}
	}
	out := make([]string, len(p.rows))
	out[level] = text
	return out
}

func (p *pivot) add(labels, cells []string) { p.out = append(p.out, append(labels, cells...)) }

// lay writes the table.
func (p *pivot) lay() [][]string {
	w := pivotWords[p.lang]
	if p.filters {
		p.out = append(p.out, []string{w["status"], w["all"]}, []string{"", ""})
	}
	p.layHeads(w)
	posts := p.sorted()
	for i, one := range posts {
		for level := range p.rows {
			begins := i == 0 || along(one, p.rows[:level+1]) != along(posts[i-1], p.rows[:level+1])
			if !begins {
				continue
			}
			text := p.word(p.rows[level], one)
			switch {
			case level == len(p.rows)-1:
				labels := p.labels(level, text)
				if p.form == "tabular" {
					p.outerLabels(labels, posts, i)
				}
				p.add(labels, p.cells(one, level+1))
			case p.form == "compact" || p.form == "outline" && p.subtotals:
				p.add(p.labels(level, text), p.cells(one, level+1))
			case p.form == "outline":
				p.add(p.labels(level, text), make([]string, len(p.heads())))
			}
		}
		for level := len(p.rows) - 2; level >= 0 && p.form == "tabular" && p.subtotals; level-- {
			if i == len(posts)-1 || along(one, p.rows[:level+1]) != along(posts[i+1], p.rows[:level+1]) {
				p.add(p.labels(level, fmt.Sprintf(w["of"], p.word(p.rows[level], one))), p.cells(one, level+1))
			}
		}
	}
	p.add(p.labels(0, w["total"]), p.cells(post{}, 0))
	return p.out
}

// outerLabels writes the values of outer fields beside the first row of a group.
func (p *pivot) outerLabels(labels []string, posts []post, i int) {
	for level := range labels[:len(labels)-1] {
		if i == 0 || along(posts[i], p.rows[:level+1]) != along(posts[i-1], p.rows[:level+1]) {
			labels[level] = p.word(p.rows[level], posts[i])
		}
	}
}

func (p *pivot) layHeads(w map[string]string) {
	captions := []string{w["rows"]}
	if p.form != "compact" {
		captions = nil
		for _, r := range p.rows {
			captions = append(captions, w[r.String()])
		}
	}
	if len(p.columns) == 0 {
		p.add(captions, []string{w["count"]})
		return
	}
	p.add([]string{w["count"]}, append(make([]string, len(captions)-1), w["columns"]))
	for level, r := range p.columns {
		var cells []string
		before := ""
		for _, c := range p.heads() {
			text := ""
			switch here := along(c.one, p.columns[:min(level+1, c.fields)]); {
			case c.fields == 0 && level == 0:
				text = w["total"]
			case c.fields == 0:
			case c.fields == 1 && len(p.columns) > 1 && level == 0:
				text = fmt.Sprintf(w["of"], p.word(r, c.one))
			case c.fields > level && here != before:
				text, before = p.word(r, c.one), here
			}
			cells = append(cells, text)
		}
		if level == len(p.columns)-1 {
			p.add(captions, cells)
		} else {
			p.add(make([]string, len(captions)), cells)
		}
	}
}

// drawLayout draws a way to lay a table out that tells all dimensions.
func drawLayout(t *rapid.T) layout {
	fields := rapid.Permutation([]role{gradeRole, nationalityRole, sexRole}).Draw(t, "fields")
	k := rapid.IntRange(1, 3).Draw(t, "rows")
	l := layout{
		rows: fields[:k], columns: fields[k:], form: rapid.SampledFrom([]string{"compact", "outline", "tabular"}).Draw(t, "form"),
		subtotals: rapid.Bool().Draw(t, "subtotals"), columnTotals: rapid.Bool().Draw(t, "totals"), filters: rapid.Bool().Draw(t, "filters"),
		lang: rapid.SampledFrom([]string{"en", "fr", "es"}).Draw(t, "lang"),
	}
	if i := slices.Index(l.rows, gradeRole); i >= 0 && rapid.Bool().Draw(t, "category") {
		l.rows = slices.Insert(slices.Clone(l.rows), i, categoryRole)
	}
	return l
}

// Counts laid out as any pivot table are read as what they were, and every total
// in the table agrees.
func TestReadsAnyPivot(t *testing.T) {
	table := states(t)
	rapid.Check(t, func(rt *rapid.T) {
		counts, want := map[post]int{}, map[string]int{}
		for i, g := range []string{"G-5", "G-6", "NO-B", "P-3", "P-4", "D-1"} {
			c, _ := CategoryOf(g)
			for j, nation := range []string{"COD", "FRA", "GIN", "KEN", "NOR"} {
				for k, sex := range []string{"F", "M"} {
					n := rapid.IntRange(0, 4).Draw(rt, "n")
					if n == 0 && i != j+k { // some of each value, so that it has a column
						continue
					}
					p := post{string(c), g, nation, sex, 0}
					counts[p] = max(n, 1)
					want[strings.Join([]string{string(c), g, nation, sex}, ",")] = max(n, 1)
				}
			}
		}
		l := drawLayout(rt)
		rows := (&pivot{layout: l, counts: counts, word: printed(table.At(day(t)).Name, l.lang)}).lay()
		x := importRows(t, rows)
		if d := cmp.Diff(want, x.counts()); x.im.Failed() || d != "" {
			rt.Fatalf("%+v\n%s\n%s\n%s", l, printRows(rows), d, x.messages())
		}
		for _, c := range x.im.Ledger.Controls {
			if !c.Agrees {
				rt.Fatalf("%+v\n%s\n%+v", l, printRows(rows), c)
			}
		}
	})
}

// importRows imports a table as a text.
func importRows(t testing.TB, rows [][]string) *trial {
	x := &trial{}
	q := Request{Year: 2017, AsOf: day(t), World: states(t), Report: &x.report, Decisions: ReadDecisions(nil, 0, &x.report)}
	q.Books = []*sheet.Book{sheet.Read("s.csv", text("s.csv", ",", rows...).data, &x.files, &x.report)}
	x.im = Import(q)
	x.balance(t)
	return x
}

func printRows(rows [][]string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, " | ") + "\n")
	}
	return b.String()
}

// printed prints values in a language: sexes by one letter, of which M is a man in
// one and a woman in another.
func printed(name func(code, lang string, form world.Form) string, lang string) func(r role, p post) string {
	sexes := map[string]map[string]string{"en": {"F": "F", "M": "M"}, "fr": {"F": "F", "M": "H"}, "es": {"F": "M", "M": "H"}}
	categories := map[string]map[string]string{
		"en": {"general-service": "General Service", "national-officer": "National Officers", "professional": "Professional"},
		"fr": {"general-service": "Services généraux", "national-officer": "Administrateurs nationaux", "professional": "Administrateurs"},
		"es": {"general-service": "Servicios generales", "national-officer": "Funcionarios nacionales", "professional": "Cuadro orgánico"},
	}
	return func(r role, p post) string {
		switch r {
		case categoryRole:
			return categories[lang][p.category]
		case sexRole:
			return sexes[lang][p.sex]
		case nationalityRole:
			return name(p.nation, lang, world.Tabular)
		}
		return p.grade
	}
}
