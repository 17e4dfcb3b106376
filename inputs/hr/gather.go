package hr

import (
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/sheet"
)

// maxSums bounds the numbers that are kept of rows of totals.
const maxSums = 20_000

// readSheet finds the extract on a sheet and reads it; nil if there is none. The
// rows are read once, whatever their number: the first are held until the head is
// found among them.
func (im *Imported) readSheet(b *sheet.Book, s *sheet.Sheet) *extract {
	var first []sheet.Row
	var t *extract
	for row := range s.Rows() {
		switch {
		case t != nil:
			t.take(row)
		case len(first) < headRows:
			first = append(first, sheet.Row{N: row.N, Hidden: row.Hidden, Cells: slices.Clone(row.Cells)})
		default:
			if t = im.begin(b, s, first); t == nil {
				return nil
			}
			t.take(row)
		}
	}
	if t == nil {
		t = im.begin(b, s, first)
	}
	if s.Err() != nil {
		return nil
	}
	if t != nil {
		im.splitLabels(t)
	}
	return t
}

// begin finds the head among the first rows and takes those below it.
func (im *Imported) begin(b *sheet.Book, s *sheet.Sheet, first []sheet.Row) *extract {
	looked := make([]headRow, len(first))
	for i := range first {
		looked[i] = im.lexicon.look(&first[i])
	}
	from, to := findHead(looked)
	if from == to {
		return nil
	}
	t := &extract{book: b, sheet: s, name: im.sheetName(b, s), head: looked[from:to]}
	t.readTitles(looked[:from])
	im.setColumns(t)
	t.findGaps(first[to:])
	t.findLabels(first[to:])
	if len(t.columns) == 0 {
		return nil
	}
	im.guess(t, first[to:])
	t.values = 0 // of the rows below
	t.last = int32(looked[to-1].n)
	for i := to; i < len(first); i++ {
		t.take(&first[i])
	}
	return t
}

// guess looks among the first rows for columns that hold what no head was found
// for. It is for a message, never for a decision.
func (im *Imported) guess(t *extract, rows []sheet.Row) {
	for _, r := range t.missing() {
		for at := 1; at <= min(t.sheet.LastColumn, headColumns); at++ {
			if slices.ContainsFunc(t.columns, func(c *column) bool { return c.at == at }) {
				continue
			}
			c := &column{at: at, role: r, index: map[wordKey]int32{}}
			for i := range rows {
				t.add(c, rows[i].Cell(at), int32(i))
			}
			if im.knownShare(c) >= 0.8 {
				t.looks = append(t.looks, c)
				break
			}
		}
	}
}

// readTitles takes from the lines above the head, and from the name of the sheet,
// the years and the category that they name, and nothing else.
func (t *extract) readTitles(rows []headRow) {
	words := titleWords()
	t.category = titled(t.sheet.Name, words)
	t.dated = "title of the table"
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			switch {
			case c.Merged:
			case c.Kind == sheet.Date:
				t.years = append(t.years, int(c.Day.Year))
			case c.Kind == sheet.Text || c.Kind == sheet.Number:
				t.years = append(t.years, yearsIn(c.Text)...)
				if t.category == "" && c.Kind == sheet.Text && len(c.Text) < 3*maxHead {
					t.category = titled(c.Text, words)
				}
			}
		}
	}
	if len(t.years) == 0 {
		t.years, t.dated = yearsIn(dayOfRun.ReplaceAllString(t.sheet.Name, "")), "name of the sheet"
	}
}

// dayOfRun is the day on which a system wrote a file, as names of files have it.
var dayOfRun = regexp.MustCompile(`(19|20)[0-9]{2}[-_. ]?[0-9]{2}[-_. ]?[0-9]{2}`)

// yearsIn returns the numbers in a text that can be years of a report.
func yearsIn(text string) []int {
	var out []int
	digits := func(r rune) bool { return r < '0' || r > '9' }
	for w := range strings.FieldsFuncSeq(text, digits) {
		if len(w) == 4 && (w[:2] == "19" || w[:2] == "20") {
			out = append(out, int(w[0]-'0')*1000+int(w[1]-'0')*100+int(w[2]-'0')*10+int(w[3]-'0'))
		}
	}
	return out
}

// take reads a row below the head.
func (t *extract) take(row *sheet.Row) {
	n := int32(row.N)
	if n > t.last+1 {
		t.blank.addRange(t.last+1, n-1)
	}
	t.last = n
	filled, total := 0, false
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Blank() {
			continue
		}
		filled++
		total = total || c.Kind == sheet.Text && (saysTotal(c.Text) || endsTotal(c.Text) && t.isLabel(row, i))
	}
	if filled == 0 {
		t.blank.add(n)
		return
	}
	var m mark
	if row.Hidden {
		m |= hidden
	}
	if total {
		m |= totalWord
		t.takeSums(row)
	}
	if filled == 1 {
		m |= alone
	}
	i := int32(len(t.rows))
	t.rows, t.marks = append(t.rows, n), append(t.marks, m)
	for _, c := range t.columns {
		t.add(c, row.Cell(c.at), i)
	}
}

// takeSums keeps the whole numbers of a row of totals.
func (t *extract) takeSums(row *sheet.Row) {
	for i := range row.Cells {
		if len(t.sums) >= maxSums {
			return
		}
		c := &row.Cells[i]
		n, ok := c.Int()
		if !ok && c.Kind == sheet.Text {
			text := c.Text
			if _, after, cut := strings.Cut(text, ":"); cut && saysTotal(text) { // "Total: 245"
				text = after
			}
			n, ok = wholeNumber(text)
		}
		if ok {
			t.sums = append(t.sums, sum{row: len(t.rows), col: i + 1, value: n})
		}
	}
}

// wholeNumber reads a count that is kept as text.
func wholeNumber(text string) (int64, bool) {
	if text == "" || len(text) > 40 {
		return 0, false
	}
	x, _, ok := sheet.ParseNumber(text)
	if !ok || !x.IsInt() || !x.Num().IsInt64() {
		return 0, false
	}
	return x.Num().Int64(), true
}

// isLabel reports whether a cell can name what a row is the total of: it stands in a
// column of values, or is the only text beside numbers.
func (t *extract) isLabel(row *sheet.Row, i int) bool {
	for _, c := range t.columns {
		if c.at == i+1 && (c.role.dimension() || c.role == labelRole) {
			return true
		}
	}
	for j := range row.Cells {
		c := &row.Cells[j]
		if _, number := wholeNumber(c.Text); j != i && c.Kind == sheet.Text && !c.Blank() && !number {
			return false
		}
	}
	return true
}

// endsTotal reports whether a text ends with a word for a total, as spreadsheets
// write below a group: "Kenya Total", "P-4 Count".
func endsTotal(text string) bool {
	text = strings.TrimRight(text, " \u00a0\t")
	if len(text) < 6 || len(text) > maxHead || !strings.ContainsRune("lstoLSTO", rune(text[len(text)-1])) {
		return false
	}
	for _, w := range []string{" total", " totals", " subtotal", " count", " result", " résultat", " resultado"} {
		if n := len(text) - len(w); n > 0 && strings.EqualFold(text[n:], w) {
			return true
		}
	}
	return false
}

// isTotal reports whether a value of a column is the label of a total.
func isTotal(text string) bool { return saysTotal(text) || endsTotal(text) }

// saysTotal reports whether a text begins with a word for a total. Names of
// people are ruled out by their first letters, without folding them.
func saysTotal(text string) bool {
	text = strings.TrimLeft(text, " \u00a0\t")
	if len(text) < 3 || len(text) > maxHead {
		return false
	}
	switch strings.ToLower(text[:3]) {
	case "tot", "sub", "gra", "sou", "ens", "sum", "ove", "res", "all", "tou", "tod":
	default:
		return false
	}
	key := fold(text)
	for _, w := range []string{"total", "totals", "totaux", "totales", "subtotal", "subtotals", "sub total", "grand total", "grand count", "gran total", "resultado total", "sous total", "sous totaux", "sum", "suma", "ensemble", "overall"} {
		if key == w || strings.HasPrefix(key, w+" ") {
			return true
		}
	}
	return slices.Contains([]string{
		"all", "all nationalities", "all countries", "all staff", "all grades", "all categories", "toutes nationalites", "toutes les nationalites", "tous les pays", "tous grades",
		"todas las nacionalidades", "todos los paises", "todos los grados",
	}, key)
}
