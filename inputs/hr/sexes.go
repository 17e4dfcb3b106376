package hr

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// interpretSex interprets a column of sexes: all its words are decided together.
// Decisions stand under the head of the column, because the same letter means
// another thing under another head.
func (im *Imported) interpretSex(t *extract, c *column) {
	var words []string
	for i := range c.words {
		if !c.words[i].blank() && !c.sense[i].headWord && !c.sense[i].otherHead && !saysTotal(c.words[i].text) {
			words = append(words, fold(c.words[i].text))
		}
	}
	decided := decideSex(words, t.lang)
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.headWord || im.unreadable(t, c, w, s) || im.decide(topic{"sex", c.head, w.key()}, w.n, s, sexRole) {
			continue
		}
		if sex, ok := decided[fold(w.text)]; ok && !w.blank() {
			*s = sense{known: true, sex: sex}
		}
	}
	c.mute = c.sexUnknown()
	c.how += c.sexCodes()
	const fix = `F, M, X, U where it is not recorded, or {leave-out: "why"}`
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.known || s.headWord || s.wrong || s.out != toCount {
			continue
		}
		p := topic{"sex", c.head, w.key()}
		switch {
		case w.blank():
			s.ask = im.questions.ask(p, fmt.Sprintf("the sex under %q is empty", c.head), fix, "U")
		case c.mute:
			s.ask = im.askColumn(t, c)
		case !showable(w.text):
			s.ask = im.questions.repair(t, c, "unfit", "hold what is no sex", "correct them in the workbook, and import again")
		default:
			s.ask = im.questions.ask(p, fmt.Sprintf("%q under %q may mean either sex, or none", w.key(), c.head), fix, suggestSex(fold(w.text))...)
		}
	}
}

// sexUnknown reports whether a column holds something else than sexes. Letters
// and numbers that are used for sexes are known as such, even where they must be
// asked about.
func (c *column) sexUnknown() bool {
	unknown, all := 0, 0
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if w.blank() || s.headWord || s.otherHead || saysTotal(w.text) {
			continue
		}
		all += w.n
		if !s.known && s.out == toCount && !s.wrong && !slices.Contains(sexKeys, fold(w.text)) {
			unknown += w.n
		}
	}
	return 5*unknown > all
}

// sexCodes says how the words of a column were read: "F is F, H is M".
func (c *column) sexCodes() string {
	if c.mute {
		return ""
	}
	var out []string
	for i := range c.words {
		if s := c.sense[i]; s.known {
			code := c.words[i].key() + " is " + s.sex.String()
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	slices.Sort(out)
	if len(out) == 0 {
		return ""
	}
	return "; " + strings.Join(out[:min(len(out), 8)], ", ")
}

// spanSexes decides the sexes that heads of columns name, all heads together.
func (im *Imported) spanSexes(t *extract) {
	var words []string
	for _, c := range t.columns {
		if c.of.sex != "" {
			words = append(words, c.of.sex)
		}
	}
	decided := decideSex(words, t.lang)
	for _, c := range t.columns {
		if c.of.sex == "" {
			continue
		}
		var s sense
		if sex, ok := decided[c.of.sex]; ok {
			s = sense{known: true, sex: sex}
		}
		const head = "heads of columns"
		if !im.decide(topic{"sex", head, c.of.sex}, len(t.rows), &s, sexRole) && !s.known {
			s.ask = im.questions.ask(topic{"sex", head, c.of.sex}, fmt.Sprintf("%q in the heads of columns may mean either sex", c.of.sex), "F or M", suggestSex(c.of.sex)...)
		}
		c.heads = s
	}
}

// reportMissing says which columns were not found. A cross-tabulation without
// sexes can still be compared with a list.
func (im *Imported) reportMissing(t *extract) {
	missing := t.missing()
	if len(missing) == 0 {
		return
	}
	if t.crossed {
		t.partial = true
		return
	}
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
	im.Report.Add(source.Diagnostic{
		Code: "hr-column-missing", At: source.At(t.sheet.Pos(t.head[len(t.head)-1].n, 0)),
		Message: "no column was recognized as " + strings.Join(names, ", nor as ") + " in the row of heads",
		Fix:     fmt.Sprintf("name the column in the workbook, or write in data/decisions.yaml which it is, such as hr: {columns: {%q: {%s: %s}}}; %s", t.name, letter, role, where),
	})
	t.partial = true
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

// interpretCounts reads a column of numbers of persons.
func (im *Imported) interpretCounts(t *extract, c *column) {
	groups, unsure := false, false
	for i := range c.words {
		if w := &c.words[i]; w.kind == sheet.Text {
			if x, ambiguous, ok := sheet.ParseNumber(w.text); ok && ambiguous {
				unsure = true
			} else if ok && x.IsInt() && x.Num().BitLen() > 10 {
				groups = groups || len(strings.TrimFunc(w.text, func(r rune) bool { return r >= '0' && r <= '9' })) > 0
			}
		}
	}
	thousands := groups
	if a, x, ok := im.answer(topic{"numbers", t.name}, 0); ok && unsure {
		if a.Value != "thousands" && a.Value != "decimals" {
			im.wrongAnswer(x, "thousands or decimals", []string{"thousands", "decimals"}, "write thousands if 1.467 is 1467 persons")
		}
		thousands = a.Value == "thousands"
	}
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if s.headWord || im.unreadable(t, c, w, s) {
			continue
		}
		im.readCount(t, c, w, s, thousands)
	}
}

// readCount reads one number of persons. An empty cell is none; so is a stroke.
func (im *Imported) readCount(t *extract, c *column, w *word, s *sense, thousands bool) {
	cell := sheet.Cell{Kind: w.kind, Text: w.text}
	text := strings.TrimSpace(w.text)
	if w.blank() || text == "-" || text == "–" || text == "—" || text == "." || text == ".." {
		s.known = true
		return
	}
	n, ok := cell.Int()
	if !ok && w.kind == sheet.Text {
		x, ambiguous, parsed := sheet.ParseNumber(w.text)
		if parsed && ambiguous && !thousands {
			s.ask = im.questions.ask(topic{"numbers", t.name}, fmt.Sprintf("numbers of the column %s such as %s can be read in two ways", source.CellName(0, c.at), numberShape(text)),
				"thousands if the mark parts thousands, decimals if it stands before decimals", "thousands")
			return
		}
		if parsed && x.IsInt() && x.Num().IsInt64() {
			n, ok = x.Num().Int64(), true
		}
	}
	if !ok || n < 0 || n > MaxHeadcount {
		s.ask = im.questions.repair(t, c, "count", "hold no whole number of persons", "correct them in the workbook, and import again")
		s.wrong = true
		return
	}
	s.known, s.n = true, n
}

// numberShape is the form of a number without its digits.
func numberShape(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, text)
}

// interpretYears reads a column of years.
func interpretYears(c *column) {
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if years := yearsIn(w.text); len(years) == 1 {
			s.known, s.n = true, int64(years[0])
		}
	}
}
