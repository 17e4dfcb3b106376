package hr

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// setColumns decides what the columns of an extract are for, from its head and
// from what a person has decided.
func (im *Imported) setColumns(t *extract) {
	for i := range t.head {
		t.crossed = t.crossed || t.head[i].axis
	}
	levels := spread(t.head)
	votes := map[string]int{}
	for at := range levels[0] {
		t.named = t.named || slices.ContainsFunc(levels, func(level []string) bool { return slices.Contains(nameHeads(), fold(level[at])) })
		c := im.lexicon.column(t, at+1, levels)
		if c == nil {
			continue
		}
		c.index = map[wordKey]int32{}
		t.columns = append(t.columns, c.column)
		if c.lang != "" {
			votes[c.lang] += c.score
		}
	}
	for _, lang := range []string{"en", "es", "fr"} {
		if votes[lang] > votes[t.lang] {
			t.lang = lang
		}
	}
	im.decideColumns(t, levels)
	t.dropRivals()
}

// decided is the score of a column that a person has named, above that of any head.
const decided = 4

// headed is a column with the language of its head.
type headed struct {
	*column
	lang string
}

// column reads the head of one column; nil if it says nothing of use.
func (l *lexicon) column(t *extract, at int, levels [][]string) *headed {
	var texts []string
	var of dims
	for i, level := range levels {
		text := level[at-1]
		if text == "" || slices.Contains(texts, text) {
			continue
		}
		texts = append(texts, text)
		of = l.level(&t.head[i], at, text).over(of)
	}
	if len(texts) == 0 {
		return nil
	}
	c := &column{at: at, how: "by its head"}
	for _, text := range texts {
		c.texts = append(c.texts, fold(text))
	}
	if t.crossed && (of.grade != "" || of.sex != "" || of.nation != "" || of.total || of.other) {
		c.role, c.of, c.score = countRole, of, 3
		if of.total {
			c.role = totalRole
		}
		return &headed{c, ""}
	}
	head := strings.Join(texts, " ")
	m := l.match(head)
	for i := len(texts) - 1; i >= 0 && m.score < 3; i-- {
		if one := l.match(texts[i]); one.score > m.score {
			m, head = one, texts[i]
		}
	}
	if m.role == noRole || m.role == ignoredRole {
		return nil
	}
	c.role, c.score, c.head = m.role, m.score, l.shown(head)
	if m.score == 1 {
		c.how = "by its head and what it holds"
	}
	return &headed{c, m.lang}
}

// level reads what one level of a head says of a column. What stands behind the
// first value of a dimension is a value too, a total, or the head of something else.
func (l *lexicon) level(h *headRow, at int, text string) dims {
	d := l.dims(text)
	if d.any() || !h.axis {
		return d
	}
	if h.of == nationalityRole && (l.nation(text) != "" || slices.Contains(otherWords(), fold(text))) {
		return dims{nation: text}
	}
	first := slices.IndexFunc(h.dims, dims.any)
	d.other = first >= 0 && at-1 > first && l.match(text).role == noRole && !isShare(text)
	return d
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// decideColumns applies what a person has said of columns: columns: {Staff: {D:
// nationality}}.
func (im *Imported) decideColumns(t *extract, levels [][]string) {
	for at := 1; at <= max(len(levels[0]), t.sheet.LastColumn); at++ {
		if at > sheet.MaxColumns {
			return
		}
		letter := source.CellName(0, at)
		x, ok := im.Decisions.Find(topic{"columns", t.name, letter})
		if !ok || x.Value == "" {
			continue
		}
		r := role(slices.Index(roleNames(), x.Value))
		if x.Value == "" || r <= noRole || int(r) >= len(roleNames()) {
			im.wrongAnswer(x, "the use of a column", roleNames()[1:], "write one of "+strings.Join(roleNames()[1:], ", "))
			continue
		}
		im.used(x, 0)
		t.columns = slices.DeleteFunc(t.columns, func(c *column) bool { return c.at == at || c.role == r && !c.of.any() && r != secondRole })
		if r == ignoredRole {
			continue
		}
		head := "column " + letter
		if at <= len(levels[0]) && r.quotable() {
			head = orElse(firstWords(levels[len(levels)-1][at-1]), head)
		}
		t.columns = append(t.columns, &column{at: at, role: r, head: head, how: "by decision", score: decided, index: map[wordKey]int32{}})
	}
	slices.SortStableFunc(t.columns, func(a, b *column) int { return a.at - b.at })
}

// firstWords are the words of a head that no vocabulary knows, up to the first
// mark: what stands behind one may name a person.
func firstWords(head string) string {
	words, _, _ := strings.Cut(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == ' ' {
			return r
		}
		return '|'
	}, head), "|")
	return strings.TrimSpace(words)
}

// dropRivals keeps of the columns of one role those with the best heads. What is
// left beside each other is chosen by what it holds.
func (t *extract) dropRivals() {
	var best [ignoredRole + 1]int
	for _, c := range t.columns {
		if !c.of.any() {
			best[c.role] = max(best[c.role], c.score)
		}
	}
	t.columns = slices.DeleteFunc(t.columns, func(c *column) bool { return !c.of.any() && c.score < best[c.role] })
	if t.crossed { // the head that spans the grades of a cross-tabulation is none of a column
		t.columns = slices.DeleteFunc(t.columns, func(c *column) bool { return c.role == countRole && !c.of.any() && c.score < 3 })
	}
	var seen [ignoredRole + 1]bool
	t.columns = slices.DeleteFunc(t.columns, func(c *column) bool {
		if c.of.any() || c.role.dimension() || c.role == secondRole {
			return false
		}
		again := seen[c.role]
		seen[c.role] = true
		return again
	})
}

// dimension reports whether counts are broken down by what a column holds.
func (r role) dimension() bool {
	return r == nationalityRole || r == gradeRole || r == sexRole || r == categoryRole
}

// missing says which dimensions an extract has neither as a column nor in the
// heads of its columns. The category follows from the grade.
func (t *extract) missing() []role {
	if t.column(labelRole) != nil {
		return nil // what it holds is known when all of it is read
	}
	var out []role
	for _, r := range []role{nationalityRole, gradeRole, sexRole} {
		if t.column(r) == nil && !t.spans(r) {
			out = append(out, r)
		}
	}
	return out
}

// spans reports whether the heads of columns of counts tell a dimension, all of
// them.
func (t *extract) spans(r role) bool {
	some := false
	for _, c := range t.columns {
		if c.role != countRole || !c.of.any() || c.of.other || t.margin(c) {
			continue
		}
		some = true
		if r == gradeRole && c.of.grade == "" || r == sexRole && c.of.sex == "" || r == nationalityRole && c.of.nation == "" || r == categoryRole && c.of.category == "" && c.of.grade == "" {
			return false
		}
	}
	return some
}

// tells reports whether a cross-tabulation tells more of persons than their sex:
// tables by age or by office are none of staff as it is counted here.
func (t *extract) tells() bool {
	return t.spans(nationalityRole) || t.spans(gradeRole) || t.spans(categoryRole) ||
		slices.ContainsFunc(t.columns, func(c *column) bool { return c.role.dimension() && c.role != sexRole && !c.of.any() })
}

// describe tells how the columns were recognized, one line each.
func (t *extract) describe() []string {
	var out []string
	for _, c := range t.columns {
		if c.of.any() {
			continue
		}
		out = append(out, fmt.Sprintf("%s %s: %s, %s", source.CellName(0, c.at), c.role, c.head, c.how))
	}
	for _, c := range t.unused {
		out = append(out, fmt.Sprintf("%s not used: %s, %s", source.CellName(0, c.at), c.head, c.why))
	}
	return out
}

// settleMissing finds the tables that lack a dimension. Where another table is
// whole, one that lacks some may be no list of staff at all, and is asked about.
func (im *Imported) settleMissing() {
	whole := false
	for _, t := range im.extracts {
		t.partial = len(t.missing()) > 0
		whole = whole || !t.partial
	}
	for _, t := range im.extracts {
		if t.partial && !t.crossed { // a cross-tabulation can still be compared with a list
			im.reportMissing(t, whole)
		}
	}
}

// reportMissing says which columns of a list were not found.
func (im *Imported) reportMissing(t *extract, whole bool) {
	missing := t.missing()
	var names []string
	for _, r := range missing {
		names = append(names, r.String())
	}
	unread := t.unread()
	letter, role, where := "D", missing[0], "every column is in use"
	if len(unread) > 0 {
		letter, where = unread[0], "not in use: "+strings.Join(unread, ", ")
	}
	if len(t.looks) > 0 {
		letter, role = source.CellName(0, t.looks[0].at), t.looks[0].role
		where = fmt.Sprintf("column %s holds what looks like %s", letter, the(role))
	}
	at := t.sheet.Pos(t.head[len(t.head)-1].n, 0)
	what := "no column was recognized as " + strings.Join(names, ", nor as ") + " in the row of heads"
	fix := fmt.Sprintf("name the column in the workbook, or write in data/decisions.yaml which it is, such as hr: {columns: {%q: {%s: %s}}}; %s", t.name, letter, role, where)
	if !whole {
		im.Report.Add(source.Diagnostic{Code: "hr-column-missing", At: source.At(at), Message: what, Fix: fix})
		return
	}
	q := im.questions.ask(topic{"sheets", im.yearKey(t.name)}, what, `{leave-out: "no list of staff"} if it is none; else `+fix)
	q.places = append(q.places, at)
	t.pending = q
}

// unread names the columns that are not read.
func (t *extract) unread() []string {
	var out []string
	for at := 1; at <= min(t.sheet.LastColumn, headColumns); at++ {
		if !slices.ContainsFunc(t.columns, func(c *column) bool { return c.at == at }) {
			out = append(out, source.CellName(0, at))
		}
	}
	if len(out) > 12 {
		out = append(out[:12], "…")
	}
	return out
}
