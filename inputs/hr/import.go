package hr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/edition"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
	"assemble/inputs/world"
)

// Request says what to import.
type Request struct {
	Books     []*sheet.Book
	Sheet     string // the only one to read; "" for all
	Year      int
	AsOf      strict.Date // the cut-off date
	Rules     edition.Staffing
	Decisions *decide.Decisions
	World     *world.Table
	Report    *source.Reporter
	Version   string // of the program, for the ledger
	Table     string // name of the file of the result; "" for the usual
}

// Imported is what became of the rows of HR workbooks.
type Imported struct {
	Request
	Ledger *Ledger // nil where no table was found

	lexicon   *lexicon
	questions questions
	extracts  []*extract
	compared  []*extract // those of them that are not counted, but compared
	controls  []Control
	skipped   []LedgerSheet
	rules     []rule
	uses      []use
	cells     map[group]*cell
	misfits   map[misfit]sense
	order     []group
}

// rule is a reason for which rows are left out.
type rule struct {
	name  string
	rows  int
	where map[*extract]*rowSet
}

// use is a decision that was made use of.
type use struct {
	decide.Decision
	rows int
}

// Import reads the extracts on the sheets of workbooks, decides what can be
// decided and counts. Rows that no rule decides become questions; while there are
// any, Failed reports so and there is nothing to write.
func Import(q Request) *Imported {
	im := &Imported{Request: q, cells: map[group]*cell{}, misfits: map[misfit]sense{}}
	im.lexicon = newLexicon(im.standsForNation)
	for _, b := range q.Books {
		im.readBook(b)
	}
	if len(im.extracts) == 0 {
		im.nothing()
		return im
	}
	for _, t := range im.extracts {
		im.interpret(t)
	}
	im.settleMissing()
	for _, t := range im.extracts {
		im.classify(t)
		im.decideRows(t)
	}
	im.decidePersons()
	im.tabulate()
	im.control()
	im.raise()
	im.Ledger = im.ledger()
	im.reportNobody()
	return im
}

// Failed reports whether something stands in the way of writing.
func (im *Imported) Failed() bool { return im.Ledger == nil || im.Report.Failed() }

// readBook finds the extracts of a workbook.
func (im *Imported) readBook(b *sheet.Book) {
	if im.Sheet != "" && b.Sheet(im.Sheet) == nil {
		im.noSheet(b)
		return
	}
	for _, s := range b.Sheets() {
		if im.Sheet != "" && s.Name != im.Sheet {
			im.skip(b, s, "not asked for")
			continue
		}
		t := im.readSheet(b, s)
		switch {
		case s.LastRow == 0:
			im.skip(b, s, "empty")
		case t == nil:
			im.skip(b, s, "no table of staff was recognized")
		case t.crossed && !t.tells():
			im.skip(b, s, "its rows are neither nationalities nor grades")
		case im.leaveSheet(t):
		default:
			im.extracts = append(im.extracts, t)
		}
	}
}

func (im *Imported) skip(b *sheet.Book, s *sheet.Sheet, why string) {
	n := slices.Index(b.Sheets(), s) + 1
	im.skipped = append(im.skipped, LedgerSheet{File: b.Name(), Sheet: n, Hidden: s.Hidden, Rows: s.LastRow, Why: why})
}

func (im *Imported) noSheet(b *sheet.Book) {
	var names []string
	for _, s := range b.Sheets() {
		names = append(names, s.Name)
	}
	im.Report.Add(source.Diagnostic{
		Code: "hr-sheet", At: source.At(source.Pos{File: b.File}), Excerpt: im.Sheet, Replace: source.Nearest(im.Sheet, names),
		Message: fmt.Sprintf("there is no sheet %q", table.Excerpt(im.Sheet)), Fix: "name one of " + strings.Join(names, ", "),
	})
}

// nothing says that no table was found.
func (im *Imported) nothing() {
	if im.Report.Failed() {
		return
	}
	for _, b := range im.Books {
		im.Report.Error("hr-no-table", source.At(source.Pos{File: b.File}),
			"no row of heads was found that names nationality, grade and sex",
			"check that it is the workbook of HR with one row of heads above the persons; heads may be English, French or Spanish")
	}
}

// reportNobody says that a table counts nobody: no organization is without staff,
// and an empty table must not take the place of a good one.
func (im *Imported) reportNobody() {
	if im.Report.Failed() || im.Ledger.Rows.Persons > 0 {
		return
	}
	what := "no rows stand below the heads"
	if n := im.Ledger.Rows.Read; n > 0 {
		what = fmt.Sprintf("of %s none counts", counted(n, "row"))
	}
	im.Report.Error("hr-nobody", source.At(im.extracts[0].sheet.Pos(0, 0)), "nobody is counted: "+what,
		"check that it is the right workbook, finished, and the right year; the page above says by which rule rows are left out")
}

// sheetName is how decisions and the ledger call a sheet: by its name, with that
// of the file where several have such a sheet.
func (im *Imported) sheetName(b *sheet.Book, s *sheet.Sheet) string {
	for _, other := range im.Books {
		if other != b && other.Sheet(s.Name) != nil {
			return b.Name() + "!" + s.Name
		}
	}
	return s.Name
}

// yearKey is the key of a decision about rows or sheets of one year, which must
// not be taken for those of the next.
func (im *Imported) yearKey(name string) string { return strconv.Itoa(im.Year) + " " + name }

// ruling returns the fate of rows that a rule leaves out.
func (im *Imported) ruling(name string) fate {
	i := slices.IndexFunc(im.rules, func(r rule) bool { return r.name == name })
	if i < 0 {
		i = len(im.rules)
		im.rules = append(im.rules, rule{name: name, where: map[*extract]*rowSet{}})
	}
	return firstRule + fate(i)
}

// answer looks a decision up, and notes its use for so many rows.
func (im *Imported) answer(p topic, rows int) (decide.Answer, decide.Decision, bool) {
	x, ok := im.Decisions.Find(p)
	if ok {
		im.used(x, rows)
	}
	a := x.Answer
	a.Value = strings.ToLower(a.Value) // Count is count
	return a, x, ok
}

// used notes the use of a decision for the ledger.
func (im *Imported) used(x decide.Decision, rows int) {
	for i := range im.uses {
		if topicKey(im.uses[i].Path) == topicKey(x.Path) {
			im.uses[i].rows += rows
			return
		}
	}
	im.uses = append(im.uses, use{x, rows})
}

// wrongAnswer reports an answer that is none.
func (im *Imported) wrongAnswer(x decide.Decision, what string, names []string, fix string) {
	text := table.Excerpt(x.String())
	im.Report.Add(source.Diagnostic{
		Code: "hr-answer", At: x.At, Excerpt: text, Replace: source.Nearest(text, names),
		Message: fmt.Sprintf("the answer %q is not %s", text, what), Fix: fix,
	})
}

// leftOut is the fate of rows that a person leaves out.
func (im *Imported) leftOut(reason string) fate { return im.ruling("left out: " + reason) }

// yesOrOut reads an answer that is count, or leaves out. It reports whether it
// was one of them.
func (im *Imported) yesOrOut(a decide.Answer, x decide.Decision) (out fate, ok bool) {
	switch {
	case a.LeaveOut.S != "":
		return im.leftOut(a.LeaveOut.S), true
	case a.Value == "count":
		return toCount, true
	}
	im.wrongAnswer(x, "count or leave-out", []string{"count"}, "write "+fixCount)
	return waiting, false
}

const fixCount = `count, or {leave-out: "why"}`

// raise turns what is open into diagnostics.
func (im *Imported) raise() {
	for _, q := range im.questions.pending() {
		if !q.wrong {
			im.Report.Add(q.diagnostic())
		}
	}
}

// Questions is the number of questions that a person can answer.
func (im *Imported) Questions() int {
	n := 0
	for _, q := range im.questions.pending() {
		if !q.repair && !q.wrong {
			n++
		}
	}
	return n
}
