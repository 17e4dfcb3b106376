package hr

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"assemble/inputs/world"

	"github.com/xuri/excelize/v2"
)

// names of nationalities in a language, as of the cut-off date.
func namesIn(t testing.TB, lang string) func(code string) string {
	view := states(t).At(day(t))
	other := map[string]string{"en": "Other", "fr": "Autres", "es": "Otros"}[lang]
	return func(code string) string {
		if code == Other {
			return other
		}
		return view.Name(code, lang, world.Tabular)
	}
}

// form is one way in which an HR system may give the staff of the example.
type form struct {
	name string
	make func(t testing.TB) []given
}

// TestMessyForms imports the same staff in many forms and wants the published
// headcounts of each.
func TestMessyForms(t *testing.T) {
	for _, f := range forms() {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			x := tryImport(t, "", f.make(t)...)
			if x.im.Failed() || x.report.Failed() {
				t.Fatalf("failed:\n%.3000s", x.messages())
			}
			if got, want := x.im.CSV(), published(t); !bytes.Equal(got, want) {
				t.Errorf("the headcounts differ: %s\n%s", firstDifference(got, want), x.im.Ledger.Page())
			}
			if n := x.im.Ledger.Rows.Persons; n != 10978 {
				t.Errorf("%d persons", n)
			}
		})
	}
}

func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d is %q, not %q", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(x), len(y))
}

func forms() []form {
	return []form{
		{"english list, text", englishText},
		{"english list, workbook", englishWorkbook},
		{"french list, workbook", frenchWorkbook},
		{"french list, semicolons and cp1252", frenchText},
		{"spanish list, UTF-16 and tabs", spanishText},
		{"spanish list, two files", spanishFiles},
		{"english pivot, workbook", englishPivot},
		{"french pivot with a list beside it", frenchPivotAndList},
		{"spanish list of counts, text", spanishCounts},
		{"english list in a web page", englishPage},
		{"french pivot, text", frenchPivotText},
		{"french pivot, nationalities in the head", frenchTransposed},
		{"spanish pivot, compact", spanishCompact},
	}
}

// plainText: other spellings of grades, codes of nationalities, subtotals.
func englishText(t testing.TB) []given {
	rows := [][]string{
		{"Staff list as at 31 December 2017"},
		{"Report run 02.01.2018", "by", "Testov, Ann"},
		{},
		{"No.", "Surname", "Given name", "Index number", "Staff category", "Grade", "Nationality", "Gender", "EOD date", "Duty station"},
	}
	since, last := 0, ""
	world := states(t)
	persons(t, func(n int, p post) {
		if p.grade+p.category != last && since > 0 {
			rows = append(rows, []string{"", "Sub-total", "", "", "", "", "", fmt.Sprint(since)}, []string{})
			since = 0
		}
		last = p.grade + p.category
		since++
		spelled := []string{p.grade, strings.ReplaceAll(p.grade, "-", ""), strings.ReplaceAll(p.grade, "-", " "), strings.ReplaceAll(p.grade, "-", ".")}[n%4]
		if strings.HasPrefix(p.grade, "G-") && n%5 == 0 {
			spelled = "GS" + p.grade[2:]
		}
		nation := "OTHER"
		if c, ok := world.Code(p.nation); ok {
			nation = []string{p.nation, c.Alpha2, c.M49}[n%3]
		}
		rows = append(rows, []string{fmt.Sprint(n), "Testov", "Person", fmt.Sprintf("9%06d", n), p.category, spelled, nation, p.sex, "2015-06-01", "Springfield"})
		if n%500 == 0 {
			rows = append(rows, rows[3]) // a new page of the print
		}
	})
	rows = append(rows, []string{"", "Sub-total", "", "", "", "", "", fmt.Sprint(since)}, []string{"", "Grand total", "", "", "", "", "", "10 978"}, []string{"Source: the HR system"})
	return []given{text("staff.csv", ",", rows...)}
}

var demonyms = map[string]string{"GBR": "British", "FRA": "French", "CIV": "Ivorian", "NER": "Nigerien", "NGA": "Nigerian", "KOR": "South Korean", "COD": "Congo, Dem. Rep. of the", "USA": "U.S.A.", "SYR": "Syria"}

// englishWorkbook: categories follow from grades but for those of ungraded staff,
// leavers and joiners are among the rows, women and men by form of address.
func englishWorkbook(t testing.TB) []given {
	name := namesIn(t, "en")
	return []given{workbook(t, "HR extract.xlsx", func(f *excelize.File) {
		const s = "Staff"
		_ = f.SetSheetName("Sheet1", s)
		w, err := f.NewStreamWriter(s)
		if err != nil {
			t.Fatal(err)
		}
		row := 0
		add := func(cells ...any) {
			row++
			if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
				t.Fatal(err)
			}
		}
		add("International Organization — Human Resources")
		add("Position as of 31/12/2017")
		add()
		add("Pers. No.", "Title", "Last name", "First name", "Date of birth", "Employee group", "Personal grade", "Nationality (primary)", "Second nationality", "Entry on duty", "Separation date", "Employment status")
		persons(t, func(n int, p post) {
			nation := name(p.nation)
			if d, ok := demonyms[p.nation]; ok {
				nation = d
			}
			title := map[string]string{"F": []string{"Ms", "Mrs", "Ms."}[n%3], "M": "Mr"}[p.sex]
			group := map[string]string{"general-service": "GS", "national-officer": "National Officer", "professional": "Professional and higher"}[p.category]
			var end any = 2958465 // 9999-12-31
			if n%2 == 0 {
				end = nil
			}
			id := 700000 + n
			grade := p.grade
			if grade != Ungraded {
				grade += []string{"", " step 4", "/VI"}[min(n%7, 2)]
			}
			add(id, title, "Sampleova", "Pat", 30000+n%5000, group, grade, nation, nil, 42000+n%900, end, "Active")
			switch n % 400 {
			case 1: // a leaver
				add(100000+n, "Mr", "Goneov", "Lee", 30000, group, p.grade, nation, nil, 40000, 43000, "Separated")
			case 2: // a joiner
				add(200000+n, "Ms", "Newova", "Kim", 30000, group, p.grade, nation, nil, 43200, nil, "Active")
			case 3: // a second assignment
				add(id, title, "Sampleova", "Pat", 30000, group, p.grade, nation, nil, 42000, nil, "Active")
			}
		})
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})}
}

var frenchHeads = []string{"Matricule", "Nom", "Prénom", "Catégorie de personnel", "Grade", "Nationalité", "Sexe", "Lieu d’affectation"}

func frenchRow(n int, p post, name func(string) string) []string {
	category := map[string]string{"general-service": "Services généraux", "national-officer": "Administrateurs nationaux", "professional": "Administrateurs"}[p.category]
	grade := p.grade
	if grade == Ungraded {
		grade = "Non classé"
	}
	return []string{fmt.Sprintf("F%05d", n), "Exemplier", "Dominique", category, grade, name(p.nation), map[string]string{"F": "F", "M": "H"}[p.sex], "Ville-Test"}
}

// frenchWorkbook: H and F, merged heads, groups with heads of their own.
func frenchWorkbook(t testing.TB) []given {
	name := namesIn(t, "fr")
	return []given{workbook(t, "effectifs.xlsx", func(f *excelize.File) {
		const s = "Effectifs"
		_ = f.SetSheetName("Sheet1", s)
		put(f, s, 1, "Organisation — effectifs au 31 décembre 2017")
		put(f, s, 3, "Fonctionnaire", nil, nil, "Poste", nil, "Données personnelles", nil, nil)
		for _, m := range [][2]string{{"A3", "C3"}, {"D3", "E3"}, {"F3", "H3"}} {
			if err := f.MergeCell(s, m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		row := 4
		add := func(cells []string) {
			if err := f.SetSheetRow(s, fmt.Sprintf("A%d", row), &cells); err != nil {
				t.Fatal(err)
			}
			row++
		}
		add(frenchHeads)
		persons(t, func(n int, p post) { add(frenchRow(n, p, name)) })
		add([]string{"Total général", "", "", "", "10978"})
	})}
}

// frenchText is what Excel saves in France: semicolons, Windows-1252.
func frenchText(t testing.TB) []given {
	name := namesIn(t, "fr")
	rows := [][]string{{"Effectifs 2017"}, frenchHeads}
	persons(t, func(n int, p post) { rows = append(rows, frenchRow(n, p, name)) })
	g := text("effectifs.csv", ";", rows...)
	g.data = cp1252(string(g.data))
	return []given{g}
}

func cp1252(s string) []byte {
	var out []byte
	for _, r := range s {
		switch {
		case r == '’':
			out = append(out, 0x92)
		case r < 0x100:
			out = append(out, byte(r))
		default:
			out = append(out, '?')
		}
	}
	return out
}

var spanishHeads = []string{"Apellidos", "Nombres", "Sexo", "Nacionalidad", "Grado", "Categoría", "Correo electrónico"}

func spanishRow(p post, name func(string) string) []string {
	category := map[string]string{"general-service": "Servicios Generales", "national-officer": "Funcionarios nacionales", "professional": "Cuadro orgánico"}[p.category]
	grade := p.grade
	if grade == Ungraded {
		grade = "sin grado"
	}
	return []string{"Ejemplo Prueba", "Alex", map[string]string{"F": "M", "M": "H"}[p.sex], name(p.nation), grade, category, "alex@example.org"}
}

// spanishText: M is a woman (mujer).
func spanishText(t testing.TB) []given {
	name := namesIn(t, "es")
	rows := [][]string{{"Personal al 31 de diciembre de 2017"}, {}, spanishHeads}
	persons(t, func(_ int, p post) { rows = append(rows, spanishRow(p, name)) })
	g := text("personal.txt", "\t", rows...)
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(string(g.data))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	g.data = wide
	return []given{g}
}

// spanishFiles: one file for each category, which only its name tells.
func spanishFiles(t testing.TB) []given {
	name := namesIn(t, "es")
	sheets := map[string]string{"general-service": "Servicios generales", "national-officer": "Funcionarios nacionales", "professional": "Cuadro orgánico"}
	rows := map[string][][]string{}
	for c := range sheets {
		rows[c] = [][]string{{"Nombre completo", "Grado", "Género", "País de nacionalidad"}}
	}
	persons(t, func(_ int, p post) {
		rows[p.category] = append(rows[p.category], []string{"Prueba, Alex", p.grade, map[string]string{"F": "Mujer", "M": "Hombre"}[p.sex], strings.ToUpper(name(p.nation))})
	})
	var out []given
	for _, c := range Categories() {
		out = append(out, text(sheets[string(c)]+".csv", ";", rows[string(c)]...))
	}
	return out
}

// englishPivot: merged heads in three rows, a row and a column of totals.
func englishPivot(t testing.TB) []given {
	name, c := namesIn(t, "en"), crossed(t)
	return []given{workbook(t, "pivot.xlsx", func(f *excelize.File) {
		const s = "By nationality"
		_ = f.SetSheetName("Sheet1", s)
		put(f, s, 1, "Staff by nationality, grade and sex, 2017")
		top, middle, low := c.levels(map[string]string{"general-service": "General Service", "national-officer": "National Officers", "professional": "Professional"}, "F", "M")
		put(f, s, 3, append([]any{"Nationality"}, append(top, "Total")...)...)
		put(f, s, 4, append([]any{nil}, middle...)...)
		put(f, s, 5, append([]any{nil}, low...)...)
		mergeRuns(t, f, s, 3, top)
		mergeRuns(t, f, s, 4, middle)
		if err := f.MergeCell(s, "A3", "A5"); err != nil {
			t.Fatal(err)
		}
		row := 6
		for i, nation := range c.nations {
			cells, sum := c.row(nation)
			put(f, s, row, append([]any{name(nation)}, append(cells, sum)...)...)
			row++
			if i%60 == 59 { // page break
				put(f, s, row, append([]any{"Nationality"}, append(top, "Total")...)...)
				put(f, s, row+1, append([]any{nil}, middle...)...)
				put(f, s, row+2, append([]any{nil}, low...)...)
				row += 3
			}
		}
		put(f, s, row, append([]any{"Total"}, append(c.total(), 10978)...)...)
		put(f, s, row+2, "G: General Service; UG: ungraded")
	})}
}

// frenchPivotAndList: a list of all, and for comparison a table without sexes.
func frenchPivotAndList(t testing.TB) []given {
	name := namesIn(t, "fr")
	byGrade := map[string]map[string]int{}
	var nations, grades []string
	for _, p := range posts(t) {
		if p.category != "professional" {
			continue
		}
		if byGrade[p.nation] == nil {
			byGrade[p.nation] = map[string]int{}
			nations = append(nations, p.nation)
		}
		if byGrade[""] == nil {
			byGrade[""] = map[string]int{}
		}
		if byGrade[""][p.grade] == 0 {
			grades = append(grades, p.grade)
		}
		byGrade[p.nation][p.grade] += p.n
		byGrade[p.nation][p.sex] += p.n
		byGrade[""][p.grade] += p.n
	}
	return []given{workbook(t, "personnel.xlsx", func(f *excelize.File) {
		_ = f.SetSheetName("Sheet1", "Tableau")
		_, _ = f.NewSheet("Liste")
		heads := []any{"Pays"}
		for _, g := range grades {
			heads = append(heads, g)
		}
		put(f, "Tableau", 1, "Administrateurs par nationalité")
		put(f, "Tableau", 2, append(heads, "Total", "F", "H")...)
		for i, nation := range nations {
			cells, sum := []any{name(nation)}, 0
			for _, g := range grades {
				cells = append(cells, byGrade[nation][g])
				sum += byGrade[nation][g]
			}
			put(f, "Tableau", 3+i, append(cells, sum, byGrade[nation]["F"], byGrade[nation]["M"])...)
		}
		w, err := f.NewStreamWriter("Liste")
		if err != nil {
			t.Fatal(err)
		}
		row := 1
		add := func(cells []string) {
			list := make([]any, len(cells))
			for i, c := range cells {
				list[i] = c
			}
			if err := w.SetRow(fmt.Sprintf("A%d", row), list); err != nil {
				t.Fatal(err)
			}
			row++
		}
		add(frenchHeads)
		persons(t, func(n int, p post) { add(frenchRow(n, p, name)) })
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	})}
}

// spanishCounts: each row is a count, with marks between thousands.
func spanishCounts(t testing.TB) []given {
	name := namesIn(t, "es")
	rows := [][]string{{"Año", "Nacionalidad", "Categoría", "Grado", "Sexo", "Número de funcionarios"}}
	for _, p := range posts(t) {
		r := spanishRow(p, name)
		rows = append(rows, []string{"2017", r[3], r[5], r[4], map[string]string{"F": "Femenino", "M": "Masculino"}[p.sex], fmt.Sprintf("%d", p.n)})
	}
	rows = append(rows, []string{"2016", "Francia", "Cuadro orgánico", "P-3", "Femenino", "40"}, []string{"Total general", "", "", "", "", "10.978"})
	return []given{text("cuenta.csv", ";", rows...)}
}

// englishPage is a web page that calls itself .xls.
func englishPage(t testing.TB) []given {
	name := namesIn(t, "en")
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body><table><tr><th>Name</th><th>Sex</th><th>Level</th><th>Category</th><th>Citizenship</th></tr>\n")
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
	persons(t, func(_ int, p post) {
		fmt.Fprintf(&b, "<tr><td>Test, Robin</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n", p.sex, p.grade, p.category, escape.Replace(name(p.nation)))
	})
	b.WriteString("</table></body></html>")
	return []given{{"staff.xls", []byte(b.String())}}
}

// frenchPivotText: heads that span columns without being merged, as text.
func frenchPivotText(t testing.TB) []given {
	name, c := namesIn(t, "fr"), crossed(t)
	top, middle, low := c.levels(map[string]string{"general-service": "Services généraux", "national-officer": "Administrateurs nationaux", "professional": "Administrateurs"}, "Femmes", "Hommes")
	line := func(first string, cells []any) []string {
		out := []string{first}
		for _, x := range cells {
			if x == nil {
				out = append(out, "")
			} else {
				out = append(out, fmt.Sprint(x))
			}
		}
		return out
	}
	rows := [][]string{line("", top), line("", middle), line("Nationalité", low)}
	for _, nation := range c.nations {
		cells, _ := c.row(nation)
		rows = append(rows, line(name(nation), cells))
	}
	rows = append(rows, line("Ensemble", c.total()))
	return []given{text("croisement.csv", ";", rows...)}
}

// frenchTransposed has a row for each grade and sex, and a column for each
// nationality.
func frenchTransposed(t testing.TB) []given {
	name, c := namesIn(t, "fr"), crossed(t)
	head := []string{"Catégorie", "Grade", "Sexe"}
	for _, nation := range c.nations {
		head = append(head, name(nation))
	}
	rows := [][]string{{"Effectifs au 31 décembre 2017"}, append(head, "Total général")}
	last := post{}
	for _, col := range c.columns {
		first := map[string]string{"general-service": "Services généraux", "national-officer": "Administrateurs nationaux", "professional": "Administrateurs"}[col.category]
		grade := col.grade
		if last.category == col.category { // each value stands once for its group
			first = ""
		}
		if last.category == col.category && last.grade == grade {
			grade = ""
		}
		last = col
		line, sum := []string{first, grade, map[string]string{"F": "F", "M": "H"}[col.sex]}, 0
		for _, nation := range c.nations {
			n := c.n[post{col.category, col.grade, nation, col.sex, 0}]
			line, sum = append(line, fmt.Sprint(n)), sum+n
		}
		rows = append(rows, append(line, fmt.Sprint(sum)))
	}
	return []given{text("croise.csv", ";", rows...)}
}

// spanishCompact is a pivot table in compact form: nationalities under grades under
// categories, all in one column.
func spanishCompact(t testing.TB) []given {
	name := namesIn(t, "es")
	return []given{workbook(t, "dinamica.xlsx", func(f *excelize.File) {
		const s = "Tabla dinámica"
		_ = f.SetSheetName("Sheet1", s)
		put(f, s, 1, "Estado", "(Todas)")
		put(f, s, 3, "Cuenta de Legajo", "Etiquetas de columna")
		put(f, s, 4, "Etiquetas de fila", "M", "H", "Total general")
		row := 5
		var lines [][]any
		sums := map[string][]any{}
		sum := func(key, label string) []any {
			if sums[key] == nil {
				sums[key] = []any{label, 0, 0, 0}
				lines = append(lines, sums[key])
			}
			return sums[key]
		}
		all := []any{"Total general", 0, 0, 0}
		for _, p := range posts(t) {
			words := spanishRow(p, name)
			for _, line := range [][]any{
				sum(p.category, words[5]), sum(p.category+p.grade, words[4]), sum(p.category+p.grade+p.nation, words[3]), all,
			} {
				i := map[string]int{"F": 1, "M": 2}[p.sex]
				line[i], line[3] = line[i].(int)+p.n, line[3].(int)+p.n
			}
		}
		for _, line := range append(lines, all) {
			put(f, s, row, line...)
			row++
		}
	})}
}
