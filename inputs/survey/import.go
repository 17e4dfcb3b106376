package survey

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Request says what to import.
type Request struct {
	Books     []*sheet.Book
	Form      *Form
	Offices   *Offices
	Before    *Codebook // of earlier imports; nil for none
	Year      int
	Day       strict.Date  // the cut-off date
	Texts     []strict.Str // codes of the texts that are kept
	Decisions *decide.Decisions
	Report    *source.Reporter
	Version   string // of the program, for the ledger
}

// Imported is what became of an export.
type Imported struct {
	Request
	Platform string
	Book     *Codebook
	Answers  *Answers
	Ledger   *Ledger

	index    *index
	unread   *index // of what the form has and nobody reads
	main     *extract
	repeats  []*extract
	office   *column
	of       map[string]string // what an office can be called → its code; "" where two are
	rows     []*submission
	answers  map[*item]map[string]given // by office
	said     map[string]string          // what the offices that count are called in the export
	matchers map[*item]*matcher
	split    map[splitKey]parted
	columns  map[*extract]map[*item]itemColumns
	open     []*question
	uses     []use
	cells    int
}

// question is what an import will not decide. One answer serves all its rows.
type question struct {
	path   decide.Path
	what   string // the message
	fix    string // what an answer may be
	first  source.Pos
	rows   rowSet
	within *extract
}

// use is a decision that was made use of.
type use struct {
	decide.Decision
	rows int
}

// Import reads an export, decides what can be decided, and gathers the answers.
// What it will not decide becomes questions; while there are any, Failed reports
// so and there is nothing to write.
func Import(q Request) *Imported {
	im := &Imported{
		Request: q, answers: map[*item]map[string]given{}, matchers: map[*item]*matcher{}, split: map[splitKey]parted{},
		columns: map[*extract]map[*item]itemColumns{}, said: map[string]string{},
	}
	im.index, im.unread = newIndex(q.Form.items), newIndex(q.Form.unread)
	im.keepTexts()
	if !im.read() || !im.findOffice() {
		return im
	}
	if im.sharedHeads(); im.Report.Failed() {
		return im
	}
	im.unknownColumns()
	im.missingRepeats()
	im.callOffices()
	im.gatherRows()
	im.choose()
	if len(im.taken()) == 0 && len(im.open) == 0 {
		im.Report.Error("survey-empty", source.At(im.main.pos(im.main.head, 0)), "no row of the export counts", "check that it is the right file, and the decisions")
	}
	im.readAnswers()
	im.Book = mergeCodebook(im.Before, im.kept(), im.Year, im.Report)
	im.Answers = im.reply()
	im.raise()
	im.Ledger = im.ledger()
	return im
}

// Failed reports whether something stands in the way of writing.
func (im *Imported) Failed() bool { return im.Ledger == nil || im.Report.Failed() }

// read finds the table of the answers, and those of repeats.
func (im *Imported) read() bool {
	for _, b := range im.Books {
		for _, s := range b.Sheets() {
			t, ok := im.gather(b, s)
			switch {
			case !ok:
			case len(t.find(parentRole)) > 0:
				im.repeats = append(im.repeats, t)
			case im.main == nil || t.known() > im.main.known():
				im.main = t
			}
		}
	}
	if im.Report.Failed() {
		return false
	}
	if im.main == nil {
		for _, b := range im.Books {
			im.Report.Error("survey-no-answers", source.At(source.Pos{File: b.File}), "no row of heads was found that names questions of the codebook",
				"check that it is the export of this questionnaire, and that the codebook is the one of the year")
		}
		return false
	}
	im.Platform = im.main.platform()
	if len(im.main.rows) == 0 {
		im.Report.Error("survey-empty", source.At(im.main.pos(im.main.head, 0)), "the export has no answers below its heads", "check that it is the right file")
		return false
	}
	return true
}

// ask notes a row for which a decision is wanted.
func (im *Imported) ask(t *extract, row, col int, path decide.Path, what, fix string) {
	i := slices.IndexFunc(im.open, func(q *question) bool { return slices.Equal(q.path, path) })
	if i < 0 {
		i = len(im.open)
		im.open = append(im.open, &question{path: path, what: what, fix: fix, first: t.pos(row, col), within: t})
	}
	im.open[i].rows.add(int32(row))
}

// use notes the use of a decision for the ledger.
func (im *Imported) use(x decide.Decision, rows int) {
	for i := range im.uses {
		if slices.Equal(im.uses[i].Path, x.Path) {
			im.uses[i].rows += rows
			return
		}
	}
	im.uses = append(im.uses, use{x, rows})
}

// wrongAnswer reports an answer that is none.
func (im *Imported) wrongAnswer(x decide.Decision, what string, names []string, fix string) {
	text := short(x.String())
	im.Report.Add(source.Diagnostic{
		Code: "survey-answer", At: x.At, Excerpt: text, Replace: source.Nearest(text, names),
		Message: fmt.Sprintf("the answer %q is not %s", text, what), Fix: fix,
	})
}

// mostAsked is how many values of one question are asked about. Where there are
// more, its column holds something else, which is not quoted.
const mostAsked = 25

// reduce takes questions about values away where one question of the
// questionnaire has too many of them.
func (im *Imported) reduce() {
	n := map[string]int{}
	about := func(q *question) string { return strings.Join(q.path[:len(q.path)-1], ": ") }
	for _, q := range im.open {
		n[about(q)]++
	}
	told := map[string]bool{}
	im.open = slices.DeleteFunc(im.open, func(q *question) bool {
		key := about(q)
		if n[key] <= mostAsked {
			return false
		}
		if !told[key] {
			told[key] = true
			im.Report.Error("survey-many", source.At(q.first), fmt.Sprintf("%d values are not known (%s)", n[key], key), "check that the column is the one of this question, and that codebook and register are those of the year")
		}
		return true
	})
}

// raise turns what is open into diagnostics.
func (im *Imported) raise() {
	im.reduce()
	if im.Form.coded && slices.ContainsFunc(im.open, func(q *question) bool { return q.path[0] == "columns" || q.path[0] == "offices" }) {
		im.Report.Warn("survey-codebook", source.At(im.main.pos(im.main.head, 0)), "what is not known may be in the form, of which the codebook has only the questions",
			"give the form with --codebook, as for the first import of the year")
	}
	for _, q := range im.open {
		im.Report.Add(source.Diagnostic{
			Code: source.Code("survey-ask-" + q.path[0]), At: source.At(q.first), Message: q.what + " (" + q.where() + ")",
			Fix: fmt.Sprintf("answer in %s, asked: survey: %s: %s", decide.Name, q.path[0], q.fix),
		})
	}
}

func (q *question) where() string {
	if q.rows.len() == 1 {
		return "row " + q.rows.String()
	}
	return "rows " + q.rows.brief()
}

// Ask returns the text of the file of decisions with the questions of the
// import; see decide.Decisions.
func (im *Imported) Ask() ([]byte, bool) {
	open := make([]decide.Question, 0, len(im.open))
	for _, q := range im.open {
		open = append(open, decide.Question{Path: q.path, Hint: q.what + ", " + q.where() + "; " + q.fix})
	}
	return im.Decisions.Ask(open)
}

// Open is the number of questions that are open.
func (im *Imported) Open() int { return len(im.open) }

// keepTexts reports texts to be kept that the questionnaire does not ask for.
func (im *Imported) keepTexts() {
	for _, code := range im.Texts {
		i := slices.IndexFunc(im.Form.items, func(x *item) bool { return x.Code == code.S })
		var texts []string
		for _, x := range im.Form.items {
			if x.Type == Text {
				texts = append(texts, x.Code)
			}
		}
		switch {
		case i < 0:
			im.Report.Add(source.Diagnostic{
				Severity: source.Warning, Code: "survey-text", At: code.At, Excerpt: code.S, Replace: source.Nearest(code.S, texts),
				Message: fmt.Sprintf("there is no question %q whose texts could be kept", short(code.S)), Fix: "correct the code, or remove it from texts",
			})
		case im.Form.items[i].personal:
			im.Report.Error("survey-text", code.At, code.S+" asks who answers, and that is not kept", "remove it from texts")
		}
	}
}

func (im *Imported) keepsText(x *item) bool {
	return x.Type == Text && slices.ContainsFunc(im.Texts, func(s strict.Str) bool { return s.S == x.Code })
}

// kept are the questions that go into the codebook: all that the export has
// columns for but the one that names the office and those that ask who answers.
// A repeat has a table instead of a column.
func (im *Imported) kept() []*item {
	has, tables := map[*item]bool{}, im.tablesOfRepeats()
	for _, t := range append([]*extract{im.main}, im.repeats...) {
		for it := range im.columnsOf(t) {
			has[it] = true
		}
	}
	var out []*item
	for _, x := range im.Form.items {
		if !x.personal && x != im.office.item && (has[x] || x.Type == Repeat && tables[x.Code]) {
			out = append(out, x)
		}
	}
	return out
}

// tablesOfRepeats are the repeats of which there is a table.
func (im *Imported) tablesOfRepeats() map[string]bool {
	tables := map[string]bool{}
	for _, t := range im.repeats {
		for it := range im.columnsOf(t) {
			tables[it.Repeat] = true
		}
	}
	return tables
}

// missingRepeats warns of repeats that the export has no table of, such as a
// text of KoboToolbox: that nobody answered them is not known. Of repeats within
// such a one nothing is said.
func (im *Imported) missingRepeats() {
	tables := im.tablesOfRepeats()
	for _, x := range im.Form.items {
		if x.Type == Repeat && !tables[x.Code] && (x.Repeat == "" || tables[x.Repeat]) {
			im.Report.Warn("survey-repeat", x.at, "the export has no table of the repeat "+x.Code+": its questions are left out", "export a workbook, or all texts in one archive, if they shall count")
		}
	}
}

// sharedHeads reports heads that several questions share where not each of them
// has a column, so that nothing tells which is meant.
func (im *Imported) sharedHeads() {
	for _, t := range append([]*extract{im.main}, im.repeats...) {
		n := map[string]int{}
		for _, c := range t.columns {
			if c.role == questionRole {
				n[head(c.head)]++
			}
		}
		told := map[string]bool{}
		for _, c := range t.columns {
			key := head(c.head)
			if len(c.others) == 0 || told[key] || c.role == questionRole && n[key] == len(c.others)+1 {
				continue
			}
			told[key] = true
			what := fmt.Sprintf("%q could be of %s", short(c.head), codesOf(inForm(im.Form, append(c.others, c.item))))
			if c.role == questionRole {
				what = fmt.Sprintf("%q is the label of %s, and the export has %s of that name", short(c.head), codesOf(inForm(im.Form, append(c.others, c.item))), counted(n[key], "column"))
			}
			im.Report.Error("survey-label-twice", source.At(t.pos(t.head, c.at)), what, "export with the names of the questions, or with those of their groups")
		}
	}
}

// inForm puts items into the order of the form.
func inForm(f *Form, list []*item) []*item {
	return slices.DeleteFunc(slices.Clone(f.items), func(x *item) bool { return !slices.Contains(list, x) })
}

// unknownColumns asks about columns that nothing is known of. Where most are
// unknown the codebook is of another questionnaire.
func (im *Imported) unknownColumns() {
	for _, t := range append([]*extract{im.main}, im.repeats...) {
		var unknown []*column
		for i := range t.columns {
			c := &t.columns[i]
			switch {
			case c.role != unknownColumn:
			case t.empty(c.at):
				c.role, c.how = systemRole, "empty"
			default:
				unknown = append(unknown, c)
			}
		}
		if len(unknown) > max(5, t.known()) {
			im.Report.Error("survey-codebook", source.At(t.pos(t.head, 0)),
				fmt.Sprintf("%d of %d columns are not in the codebook", len(unknown), len(t.columns)), "give the codebook of this questionnaire with --codebook")
			continue
		}
		for _, c := range unknown {
			fix := `write the code of its question, or {leave-out: "why"}`
			if near := source.Nearest(c.head, im.labels()); near != "" {
				fix += "; perhaps that of " + fmt.Sprintf("%q", short(near))
			}
			im.ask(t, t.head, c.at, decide.Path{"columns", c.head}, fmt.Sprintf("the column %q is not in the codebook", short(c.head)), fix)
		}
	}
}

func (im *Imported) labels() []string {
	var out []string
	for _, x := range im.Form.items {
		out = append(append(out, x.name), texts(x.Label)...)
	}
	return out
}

func (t *extract) empty(col int) bool {
	for _, row := range t.rows {
		if !row.cell(col).Blank() {
			return false
		}
	}
	return true
}
