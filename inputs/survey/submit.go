package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// submission is one row of an export: the answers of one office, once.
type submission struct {
	exportRow
	office   string // its code; "" while it is not known, or left out
	sent     sheet.Day
	excluded string // the rule by which it is left out
}

// The rules by which submissions are left out.
const (
	ruleEmpty      = "no question is answered"
	ruleRejected   = "not approved"
	ruleIncomplete = "not sent"
	ruleEarlier    = "the office answered again later"
	ruleWaiting    = "waiting for a decision"
)

// officeHeads are heads of columns that name the office.
const officeHeads = "office|office code|office name|name of office|name of the office|iom office|your office|country office|mission|duty station|field office|" +
	"bureau|code du bureau|nom du bureau|oficina|código de la oficina|nombre de la oficina"

// findOffice finds the column that names the office: the one that is said to,
// or else the one whose cells are offices of the register.
func (im *Imported) findOffice() bool {
	if said := im.main.find(officeRole); len(said) > 0 {
		im.office = said[0]
		im.nameOffices()
		return true
	}
	im.nameOffices()
	var best, named *column
	most := 0
	for i := range im.main.columns {
		c := &im.main.columns[i]
		if c.role != questionRole && c.role != unknownColumn {
			continue
		}
		asks := isOne(head(c.head), officeHeads) || c.item != nil && isOne(head(strings.ReplaceAll(c.item.name, "_", " ")), officeHeads)
		if asks && named == nil {
			named = c
		}
		known, filled := im.officesIn(c)
		if score := 2 * known; known*2 >= filled && known > 0 {
			if asks {
				score++
			}
			if score > most {
				best, most = c, score
			}
		}
	}
	switch {
	case best != nil:
		im.office = best
	case named != nil:
		im.office = named
	default:
		im.Report.Error("survey-office", source.At(im.main.pos(im.main.head, 0)), "no column names the offices of the register",
			"give the register with --offices, or name the column in "+decide.Name+", survey: columns: {\"its head\": office}")
		return false
	}
	im.settleOffice()
	return true
}

// settleOffice takes the column of the office out of the questions. Columns that
// nothing else is known of and that name the same office are of no use.
func (im *Imported) settleOffice() {
	im.office.role, im.office.how = officeRole, im.office.how+" and its values"
	for i := range im.main.columns {
		c := &im.main.columns[i]
		if c.role != unknownColumn {
			continue
		}
		if known, filled := im.officesIn(c); known > 0 && known*10 >= filled*9 {
			c.role, c.how = systemRole, "names the office again"
		}
	}
}

// officesIn counts the cells of a column that name an office, and those that
// hold something.
func (im *Imported) officesIn(c *column) (known, filled int) {
	for _, row := range im.main.rows {
		cell := row.cell(c.at)
		if cell.Blank() {
			continue
		}
		filled++
		if _, ok := im.officeOf(cellText(cell), c.item); ok {
			known++
		}
	}
	return known, filled
}

// nameOffices notes what offices can be called: their code, or their name if no
// other has it.
func (im *Imported) nameOffices() {
	im.of = map[string]string{}
	for _, o := range im.Offices.All() {
		key := fold(o.Name)
		if _, taken := im.of[key]; taken {
			im.of[key] = ""
		} else {
			im.of[key] = o.Code
		}
	}
	for _, o := range im.Offices.All() {
		im.of[fold(o.Code)] = o.Code // a code before a name
	}
}

// officeOf returns the office that a text names; where the question has options,
// that an option names.
func (im *Imported) officeOf(text string, of *item) (string, bool) {
	if code := im.of[fold(text)]; code != "" {
		return code, true
	}
	if of == nil {
		return "", false
	}
	i, ok := of.find(text)
	if !ok || i < 0 {
		return "", false
	}
	for _, name := range append([]string{of.names[i]}, texts(of.Options[i].Label)...) {
		if code := im.of[fold(name)]; code != "" {
			return code, true
		}
	}
	return "", false
}

// callOffices makes a submission of each row, with its office. Rows below which
// nothing is answered are none.
func (im *Imported) callOffices() {
	for _, row := range im.main.rows {
		s := &submission{exportRow: row}
		im.rows = append(im.rows, s)
		text := cellText(row.cell(im.office.at))
		if !im.answersAnything(row) {
			s.excluded = ruleEmpty
			continue
		}
		s.office = im.officeOfRow(s, text)
		if s.office != "" && s.excluded == "" {
			im.checkOpen(s)
		}
	}
}

// answersAnything reports whether a row has an answer to a question.
func (im *Imported) answersAnything(row exportRow) bool {
	for _, c := range im.main.columns {
		if (c.role == questionRole || c.role == optionRole) && !row.cell(c.at).Blank() {
			return true
		}
	}
	return false
}

// officeOfRow finds the office of a row, or asks for it.
func (im *Imported) officeOfRow(s *submission, text string) string {
	if code, ok := im.officeOf(text, im.office.item); ok {
		return code
	}
	key := im.quotable(text, s.n)
	if key == "" {
		key = fmt.Sprintf("%d row %d", im.Year, s.n)
	}
	path := decide.Path{"offices", key}
	if x, ok := im.Decisions.Find(path); ok {
		if x.LeaveOut.S != "" {
			im.use(x, 1)
			s.excluded = "left out: " + x.LeaveOut.S
			return ""
		}
		if code, ok := im.officeOf(x.Value, nil); ok {
			im.use(x, 1)
			return code
		}
		im.wrongAnswer(x, "an office of the register", im.officeCodes(), `write the code of an office, or {leave-out: "why"}`)
		s.excluded = ruleWaiting
		return ""
	}
	what := fmt.Sprintf("%q is not an office of the register", key)
	if text == "" {
		what = "no office is named"
	}
	fix := `write the code of an office, or {leave-out: "why"}`
	if near := im.nearOffice(text); near != "" {
		fix += "; perhaps " + near
	}
	s.excluded = ruleWaiting
	im.ask(im.main, s.n, im.office.at, path, what, fix)
	return ""
}

// nearOffice is the office whose code a text holds, or whose name or code is
// nearest.
func (im *Imported) nearOffice(text string) string {
	key := fold(text)
	for _, o := range im.Offices.All() {
		if len(o.Code) >= 3 && strings.Contains(key, fold(o.Code)) {
			return o.Code
		}
	}
	var names []string
	for _, o := range im.Offices.All() {
		names = append(names, o.Name, o.Code)
	}
	if near := source.Nearest(text, names); near != "" {
		return im.of[fold(near)]
	}
	return ""
}

func (im *Imported) officeCodes() []string {
	var codes []string
	for _, o := range im.Offices.All() {
		codes = append(codes, o.Code)
	}
	return codes
}

// checkOpen asks about an office that was closed on the cut-off date.
func (im *Imported) checkOpen(s *submission) {
	o, _ := im.Offices.Lookup(s.office)
	if o.Open(im.Day) {
		return
	}
	path := decide.Path{"closed", fmt.Sprintf("%d %s", im.Year, o.Code)}
	const fix = `write count, or {leave-out: "why"}`
	if x, ok := im.Decisions.Find(path); ok {
		switch {
		case x.LeaveOut.S != "":
			im.use(x, 1)
			s.excluded = "left out: " + x.LeaveOut.S
		case x.Value == "count":
			im.use(x, 1)
		default:
			im.wrongAnswer(x, "count or leave-out", []string{"count"}, fix)
			s.excluded = ruleWaiting
		}
		return
	}
	s.excluded = ruleWaiting
	im.ask(im.main, s.n, im.office.at, path, fmt.Sprintf("%s answered, but was not open on %s: the register has it %s", o.Code, im.Day, o.period()), fix)
}

// period says when the office exists.
func (o Office) period() string {
	switch {
	case o.From.IsZero():
		return "until " + o.To.String()
	case o.To.IsZero():
		return "from " + o.From.String()
	}
	return "from " + o.From.String() + " to " + o.To.String()
}

// gatherRows tells when submissions were sent and which were not approved.
func (im *Imported) gatherRows() {
	var first *column
	if list := im.main.find(timeRole); len(list) > 0 {
		first = list[0]
	}
	times, ok := im.times(first)
	approval := im.main.find(stateRole)
	for i, s := range im.rows {
		if ok {
			s.sent = times[i]
		}
		if s.excluded != "" {
			continue
		}
		if first != nil && s.cell(first.at).Blank() {
			s.excluded = ruleIncomplete
		}
		for _, c := range approval {
			switch fold(cellText(s.cell(c.at))) {
			case "validation_status_not_approved", "not approved", "rejected":
				s.excluded = ruleRejected
			}
		}
	}
}

// times reads a column of times. It is false where they cannot be told apart,
// because nothing proves which of two numbers is the month.
func (im *Imported) times(c *column) ([]sheet.Day, bool) {
	if c == nil {
		return nil, false
	}
	out := make([]sheet.Day, len(im.rows))
	proven := sheet.NoOrder
	ambiguous := map[int]sheet.Reading{}
	for i, s := range im.rows {
		cell := s.cell(c.at)
		if cell.Kind == sheet.Date {
			out[i] = cell.Day
			continue
		}
		if cell.Blank() {
			continue
		}
		r, ok := sheet.ParseDate(cellText(cell))
		if !ok {
			return nil, false
		}
		out[i] = r.Day
		if r.Ambiguous() {
			ambiguous[i] = r
		}
		if r.Order != sheet.NoOrder {
			if proven != sheet.NoOrder && proven != r.Order {
				return nil, false
			}
			proven = r.Order
		}
	}
	for i, r := range ambiguous {
		switch proven {
		case sheet.NoOrder:
			return nil, false
		case sheet.MonthFirst:
			out[i] = r.Other
		}
	}
	return out, true
}

// choose takes one submission of each office: the last that was sent, where
// times tell, or else the last row.
func (im *Imported) choose() {
	last := map[string]*submission{}
	several := map[string]bool{}
	for _, s := range im.rows {
		if s.excluded != "" {
			continue
		}
		before := last[s.office]
		switch {
		case before == nil:
		case s.sent.Compare(before.sent) < 0:
			s.excluded = ruleEarlier
			several[s.office] = true
			continue
		default:
			before.excluded = ruleEarlier
			several[s.office] = true
		}
		last[s.office] = s
	}
	if len(several) == 0 {
		return
	}
	var parts []string
	for _, o := range im.Offices.All() {
		if several[o.Code] {
			parts = append(parts, fmt.Sprintf("%s (row %d)", o.Code, last[o.Code].n))
		}
	}
	first := slices.IndexFunc(im.rows, func(s *submission) bool { return s.excluded == ruleEarlier })
	im.Report.Warn("survey-again", source.At(im.main.pos(im.rows[first].n, im.office.at)),
		fmt.Sprintf("%s answered more than once; the last answers count: %s", counted(len(parts), "office"), strings.Join(parts[:min(len(parts), 8)], ", ")),
		"delete the rows that shall not count from the export, if the last are not the right ones")
}

// taken are the submissions that count, by office.
func (im *Imported) taken() []*submission {
	var out []*submission
	for _, s := range im.rows {
		if s.excluded == "" {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b *submission) int { return cmp.Compare(a.office, b.office) })
	return out
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
