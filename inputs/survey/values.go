package survey

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// given is what an office gave as its answer to an item.
type given struct {
	options []int // how often is said by repetition
	na      bool
	number  *big.Rat
	text    string
	seen    bool // something stands in a cell
}

// answered reports whether it is an answer.
func (g *given) answered() bool { return len(g.options) > 0 || g.number != nil || g.text != "" }

// itemColumns are the columns of an item in a table.
type itemColumns struct {
	whole []int
	parts []*column
}

// columnsOf returns the columns of the items of a table.
func (im *Imported) columnsOf(t *extract) map[*item]itemColumns {
	if by, ok := im.columns[t]; ok {
		return by
	}
	by := map[*item]itemColumns{}
	for i := range t.columns {
		c := &t.columns[i]
		x := by[c.item]
		switch c.role {
		case questionRole:
			x.whole = append(x.whole, c.at)
		case optionRole:
			x.parts = append(x.parts, c)
		default:
			continue
		}
		by[c.item] = x
	}
	im.columns[t] = by
	return by
}

// readAnswers reads the answers of the submissions that count, and of the rows
// of repeats that belong to them.
func (im *Imported) readAnswers() {
	taken := im.taken()
	by := im.columnsOf(im.main)
	for _, s := range taken {
		im.said[s.office] = cellText(s.cell(im.office.at))
	}
	for _, it := range im.Form.items {
		columns, ok := by[it]
		if !ok {
			continue
		}
		im.answers[it] = make(map[string]given, len(taken))
		for _, s := range taken {
			im.answers[it][s.office] = im.readItem(it, columns, im.main, s.exportRow)
		}
	}
	for _, t := range im.repeats {
		im.readRepeat(t, taken)
	}
}

// readItem reads the answer of a row to an item.
func (im *Imported) readItem(it *item, columns itemColumns, t *extract, row exportRow) given {
	var g given
	for _, at := range columns.whole {
		cell := row.cell(at)
		if cell.Blank() {
			continue
		}
		one := im.readCell(it, cell, t, row.n, at)
		if g.seen && !same(g, one) {
			im.Report.Error("survey-disagree", source.At(t.pos(row.n, at)), "two columns of "+it.name+" hold different answers", "remove the one that is not meant from the export")
		}
		g = one
	}
	if len(columns.parts) == 0 {
		return g
	}
	parts := im.readParts(it, columns.parts, t, row)
	if parts.seen && g.seen && !same(g, parts) {
		im.Report.Error("survey-disagree", source.At(t.pos(row.n, columns.parts[0].at)), "the options of "+it.name+" differ from its own column", "export again, with multiple answers in one way")
	}
	if parts.seen {
		return parts
	}
	return g
}

func same(a, b given) bool {
	x, y := slices.Clone(a.options), slices.Clone(b.options)
	slices.Sort(x)
	slices.Sort(y)
	numbers := a.number == b.number || a.number != nil && b.number != nil && a.number.Cmp(b.number) == 0
	return slices.Equal(slices.Compact(x), slices.Compact(y)) && numbers && a.text == b.text && a.na == b.na
}

// readParts reads columns of single options.
func (im *Imported) readParts(it *item, parts []*column, t *extract, row exportRow) given {
	var g given
	for _, c := range parts {
		cell := row.cell(c.at)
		if cell.Blank() {
			continue
		}
		g.seen = true
		switch text := cellText(cell); {
		case text == "0":
		case text == "1", isOne(fold(text), "true|yes|oui|si|sí|x|✓|✔|vrai|verdadero"), it.isNamed(text, c.option):
			im.take(&g, c.option)
		case isOne(fold(text), "false|no|non|faux|falso|-"):
		default:
			im.Report.Error("survey-part", source.At(t.pos(row.n, c.at)), "the cell does not say whether the option was chosen", "write 1 or 0 in the export")
		}
	}
	return g
}

// readCell reads a cell that holds the whole answer to an item.
func (im *Imported) readCell(it *item, cell *sheet.Cell, t *extract, row, col int) given {
	g := given{seen: true}
	if cell.Kind == sheet.Error || cell.Formula && !cell.Cached {
		im.Report.Error("survey-cell", source.At(t.pos(row, col)), "the cell holds an error or a formula without a value", "correct it in the export")
		return g
	}
	text := cellText(cell)
	switch it.Type {
	case SelectOne, SelectMultiple:
		im.readOptions(&g, it, text, t, row, col)
	case Integer, Decimal:
		im.readNumber(&g, it, cell, text, t, row, col)
	case Date:
		im.readDate(&g, it, cell, text, t, row, col)
	case Text:
		g.na = it.notApplicable(head(text))
		if !g.na {
			g.text = text
		}
	}
	return g
}

// splitKey is a text that was taken apart for an item.
type splitKey struct {
	item *item
	text string
}

type parted struct {
	options []int
	rest    []string
}

// readOptions reads one option, or several that are joined.
func (im *Imported) readOptions(g *given, it *item, text string, t *extract, row, col int) {
	p, known := im.split[splitKey{it, text}]
	if !known {
		p = im.part(it, text)
		im.split[splitKey{it, text}] = p
	}
	for _, o := range p.options {
		im.take(g, o)
	}
	for _, rest := range p.rest {
		if o, ok := im.decideOption(it, rest, t, row, col); ok {
			im.take(g, o)
		}
	}
}

// isNamed reports whether a text names the option of a column.
func (x *item) isNamed(text string, option int) bool {
	o, ok := x.find(text)
	return ok && o == option
}

func (im *Imported) take(g *given, option int) {
	if option == notOption {
		g.na = true
	} else if !slices.Contains(g.options, option) {
		g.options = append(g.options, option)
	}
}

// part takes a text apart into options.
func (im *Imported) part(it *item, text string) parted {
	if o, ok := it.find(text); ok {
		return parted{options: []int{o}}
	}
	if it.Type == SelectOne {
		return parted{rest: []string{text}}
	}
	m := im.matchers[it]
	if m == nil {
		m = newMatcher(it)
		im.matchers[it] = m
	}
	options, rest := m.split(text)
	return parted{options, rest}
}

// decideOption finds the option that a text stands for that is none: what a
// person decided, or the option other where people can type their own. It asks
// otherwise.
func (im *Imported) decideOption(it *item, text string, t *extract, row, col int) (int, bool) {
	path := decide.Path{"options", it.Code, im.quotable(text, row)}
	const fix = `write the code of an option, or {leave-out: "why"}`
	if x, ok := im.Decisions.Find(path); ok {
		if x.LeaveOut.S != "" {
			im.use(x, 1)
			return 0, false
		}
		o, ok := it.find(x.Value)
		if ok {
			im.use(x, 1)
			return o, true
		}
		im.wrongAnswer(x, "an option of "+it.Code, it.optionCodes(), fix)
		return 0, false
	}
	if o, ok := it.otherOption(); ok && freeOther(im.Platform) {
		return o, true
	}
	what := fmt.Sprintf("%q is not an option of %s", path[2], it.Code)
	near := source.Nearest(path[2], it.optionNames())
	full := fix
	if near != "" {
		full += fmt.Sprintf("; perhaps %q", short(near))
	}
	im.ask(t, row, col, path, what, full)
	return 0, false
}

// quotable is a text as it may be quoted in a question. What may be about a
// person, or is a text of its own, is called by its row.
func (im *Imported) quotable(text string, row int) string {
	const longest, digits = 60, 6
	run, most := 0, 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			run++
			most = max(most, run)
		} else if r != ' ' && r != '-' && r != '/' && r != '.' || run == 0 {
			run = 0
		}
	}
	if len(text) > longest || strings.Contains(text, "@") || most >= digits && !isDate(text) || strings.ContainsAny(text, "\n\r") {
		return fmt.Sprintf("%d row %d", im.Year, row)
	}
	return text
}

func isDate(text string) bool {
	r, ok := sheet.ParseDate(text)
	return ok && r.Day.Year >= 1990
}

// otherOption is the option for what is none of the options.
func (x *item) otherOption() (int, bool) {
	for i, name := range x.names {
		if isOne(fold(name), "other|others|autre|autres|otro|otra|otros|otras") {
			return i, true
		}
	}
	return 0, false
}

func (x *item) optionCodes() []string {
	var out []string
	for _, o := range x.Options {
		out = append(out, o.Code)
	}
	return out
}

func (x *item) optionNames() []string {
	out := slices.Clone(x.names)
	for _, o := range x.Options {
		out = append(out, texts(o.Label)...)
	}
	return out
}

// readNumber reads a number. An integer cannot be one and a half, so 1.467 is a
// thousand; at a decimal it could be either, and is asked about.
func (im *Imported) readNumber(g *given, it *item, cell *sheet.Cell, text string, t *extract, row, col int) {
	if it.notApplicable(head(text)) {
		g.na = true
		return
	}
	n, ok := cell.Rat()
	ambiguous := false
	if !ok {
		n, ambiguous, ok = sheet.ParseNumber(text)
	}
	if ok && (it.Type == Integer && n.IsInt() || it.Type == Decimal && !ambiguous) && n.Num().BitLen() < 100 && short(text) == text {
		if places, exact := n.FloatPrec(); exact && places <= 15 {
			g.number = n
			return
		}
	}
	text = im.quotable(text, row)
	what := fmt.Sprintf("%q is not %s of %s", text, map[bool]string{true: "a whole number", false: "a number"}[it.Type == Integer], it.Code)
	im.decideValue(it, "numbers", text, what, `write the number, or {leave-out: "why"}`, t, row, col, func(value string) bool {
		n, _, ok := sheet.ParseNumber(value)
		if f, isNumber := parsed(value); isNumber {
			n, ok = f, true
		}
		if ok && (it.Type == Decimal || n.IsInt()) {
			g.number = n
			return true
		}
		return false
	})
}

// parsed reads a number as a person writes a decision.
func parsed(text string) (*big.Rat, bool) {
	if _, err := strconv.ParseFloat(text, 64); err != nil || len(text) > 30 || strings.ContainsAny(text, "eExXpPnN_") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

func (im *Imported) readDate(g *given, it *item, cell *sheet.Cell, text string, t *extract, row, col int) {
	if cell.Kind == sheet.Date {
		g.text = dateText(cell.Day)
		return
	}
	if it.notApplicable(head(text)) {
		g.na = true
		return
	}
	if r, ok := sheet.ParseDate(text); ok && !r.Ambiguous() {
		g.text = dateText(r.Day)
		return
	}
	text = im.quotable(text, row)
	im.decideValue(it, "dates", text, fmt.Sprintf("%q is not a date of %s, or one of two", text, it.Code), `write the date as 2017-12-31, or {leave-out: "why"}`, t, row, col,
		func(value string) bool {
			r, ok := sheet.ParseDate(value)
			if ok && !r.Ambiguous() {
				g.text = dateText(r.Day)
			}
			return g.text != ""
		})
}

// decideValue follows what a person decided about a value, or asks.
func (im *Imported) decideValue(it *item, section, text, what, fix string, t *extract, row, col int, read func(string) bool) {
	path := decide.Path{section, it.Code, text}
	x, ok := im.Decisions.Find(path)
	switch {
	case !ok:
		im.ask(t, row, col, path, what, fix)
	case x.LeaveOut.S != "":
		im.use(x, 1)
	case read(x.Value):
		im.use(x, 1)
	default:
		im.wrongAnswer(x, strings.TrimSuffix(section, "s")+" of "+it.Code, nil, fix)
	}
}
