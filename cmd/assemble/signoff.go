package main

import (
	"fmt"
	"math/big"
	"path/filepath"
	"strings"

	"assemble/fonts"
	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/lang"
	"assemble/output"
)

// english are the words of the page. It is in English, as the ledger, the messages
// and the names of rules are; the report itself speaks its own language.
const english = "en"

// writeSignOff writes the ledger as pages that somebody signs.
func (x *hrImport) writeSignOff() error {
	e := x.edition
	part := x.signOffPart()
	d := &doc.Document{
		Lang: english,
		Cover: doc.Masthead{
			Organization: original(e, e.Organization), Organ: original(e, e.Organ), Symbol: e.PrintedSymbol(), Title: part.Title, Created: e.Date.String(), Year: x.year,
		},
		Parts: []*doc.Part{part},
	}
	var found source.Reporter // what is said of lines that are loose is of no use here
	book, _ := layout.New(d, e.Look, fonts.Embedded(), &found).Compose(nil)
	for _, f := range found.All() {
		if f.Severity == source.Error {
			x.report.Add(f)
		}
	}
	if x.report.Failed() {
		return nil
	}
	pdf, err := output.PDF(book, fonts.Embedded())
	if err != nil {
		return err
	}
	return output.Write(filepath.Dir(x.signOff), filepath.Base(x.signOff), pdf)
}

// original is a text of the edition in English, or else as it was written first.
func original(e *edition.Edition, t strict.Text) string {
	s, ok := t.In(english)
	if !ok {
		s, _ = t.In(e.Original.S)
	}
	return s.S
}

// signOffPart is the record: what was read and how, what became of the rows, the
// counts, what was decided, and lines for name, date and signature.
func (x *hrImport) signOffPart() *doc.Part {
	l := x.result.Ledger
	p := &doc.Part{ID: "sign-off", Kind: doc.Annex, Title: doc.Words(fmt.Sprintf("Staff of %d: record of the import", l.Year))}
	add := func(b ...doc.Block) { p.Blocks = append(p.Blocks, b...) }
	day := lang.For(english).Date(x.day.Y, x.day.M, x.day.D)
	add(sentence("Persons in service on %s, counted by %s. Of each only year, category, grade, nationality and sex were kept.", day, l.Tool),
		filesTable(l), rowsTable(l), countsTable(l))
	if len(l.Decisions) > 0 {
		add(decisionsTable(l))
	}
	if len(l.Controls) > 0 {
		add(controlsTable(l))
	} else {
		add(sentence("The workbook states no totals of its own."))
	}
	for _, t := range l.Tables {
		add(columnsTable(t))
	}
	if list := x.disclosures(); len(list) > 0 {
		add(disclosureTable(x.edition, list))
	}
	add(writtenTable(l), signatures())
	return p
}

func sentence(format string, args ...any) *doc.Paragraph {
	return &doc.Paragraph{Text: printable(fmt.Sprintf(format, args...))}
}

func printable(s string) []doc.Inline { return doc.Words(printableText(s)) }

// sheetOf makes a table of a title, the head of its stub and those of its columns.
func sheetOf(title, stub string, heads ...string) *doc.Table {
	t := &doc.Table{Title: printable(title), Stub: printable(stub)}
	for _, h := range heads {
		t.Heads = append(t.Heads, doc.Head{Text: printable(h)})
	}
	return t
}

// addRow adds a row to a table.
func addRow(t *doc.Table, kind doc.RowKind, stub string, cells ...doc.Cell) {
	t.Rows = append(t.Rows, doc.Row{Kind: kind, Stub: printable(stub), Cells: cells})
}

func words(s string) doc.Cell { return doc.Cell{Text: printable(s)} }

func number(n int64) doc.Cell {
	return doc.Cell{Stat: &doc.Stat{Number: lang.Number{Value: big.NewRat(n, 1), Places: 0}}}
}

// filesTable tells the files that were read.
func filesTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("Files that were read", "File", "Bytes", "SHA-256")
	for _, f := range l.Files {
		addRow(t, doc.DataRow, f.Name+" ("+f.Format+")", number(f.Size), words(spaced(f.SHA256)))
	}
	return t
}

// writtenTable tells the table that was written.
func writtenTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("Headcounts that were written", "File", "Lines", "SHA-256")
	addRow(t, doc.DataRow, l.Written.Name, number(int64(l.Written.Lines)), words(spaced(l.Written.SHA256)))
	return t
}

// spaced cuts a hash into groups that a line can be broken between, and that two
// people can compare aloud.
func spaced(hash string) string {
	var groups []string
	for ; len(hash) > 8; hash = hash[8:] {
		groups = append(groups, hash[:8])
	}
	return strings.Join(append(groups, hash), " ")
}

// printableText keeps to letters that every face has: a message may quote a cell
// of any script.
func printableText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > 0x024F && (r < 0x2010 || r > 0x203A) {
			return '·'
		}
		return r
	}, s)
}

// rowsTable tells what became of the rows.
func rowsTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("What became of the rows", "Rows", "Number")
	addRow(t, doc.DataRow, "Counted", number(int64(l.Rows.Counted)))
	for _, r := range l.Excluded {
		addRow(t, doc.DataRow, "Left out: "+strings.TrimPrefix(r.Rule, "left out: "), number(int64(r.Rows)))
	}
	addRow(t, doc.TotalRow, "Read", number(int64(l.Rows.Read)))
	return t
}

// countsTable tells the persons by category and sex.
func countsTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("Persons by category and sex", "Category", "Total")
	names := lang.For(english).Strings().Staff
	heads := map[hr.Sex]string{hr.Female: names.Women, hr.Male: names.Men, hr.Another: "Neither", hr.NotRecorded: "Not recorded"}
	var sexes []string
	for _, s := range hr.Sexes() {
		if l.Margins.Sex[s.String()] > 0 {
			sexes = append(sexes, s.String())
			t.Heads = append(t.Heads, doc.Head{Text: printable(heads[s])})
		}
	}
	row := func(kind doc.RowKind, name string, total int64, by func(sex string) int64) {
		cells := []doc.Cell{number(total)}
		for _, s := range sexes {
			cells = append(cells, number(by(s)))
		}
		addRow(t, kind, name, cells...)
	}
	called := map[hr.Category]string{hr.GeneralService: names.GeneralService, hr.NationalOfficer: names.NationalOfficers, hr.Professional: names.Professional}
	for _, c := range hr.Categories() {
		if n := l.Margins.Category[string(c)]; n > 0 {
			row(doc.DataRow, called[c], n, func(sex string) int64 { return l.Persons(c, sex) })
		}
	}
	row(doc.TotalRow, names.Total, l.Rows.Persons, func(sex string) int64 { return l.Margins.Sex[sex] })
	return t
}

// decisionsTable tells what people decided.
func decisionsTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("What was decided by a person", "About", "Answer", "Rows")
	for _, d := range l.Decisions {
		rows := number(int64(d.Rows))
		if d.Rows == 0 { // a decision about a whole table
			rows = doc.Cell{Gap: doc.NotApplicable}
		}
		addRow(t, doc.DataRow, d.About, words(d.Answer), rows)
	}
	return t
}

// controlsTable holds the totals that a workbook states against its rows: each that
// differs, and how many agree.
func controlsTable(l *hr.Ledger) *doc.Table {
	t := sheetOf("Totals that the workbook states", "Total", "Stated", "Counted")
	agree := 0
	for _, c := range l.Controls {
		if c.Agrees {
			agree++
			continue
		}
		addRow(t, doc.DataRow, c.Place+": "+c.What, number(c.Theirs), number(c.Ours))
	}
	words := fmt.Sprintf("%d of %d agree with the rows.", agree, len(l.Controls))
	if agree == len(l.Controls) {
		addRow(t, doc.StraddleRow, "All "+words)
	} else {
		t.Notes = []doc.Note{{Text: printable(words)}}
	}
	return t
}

// columnsTable tells how the columns of a sheet were recognized.
func columnsTable(t hr.LedgerTable) *doc.Table {
	out := sheetOf(fmt.Sprintf("%s: %s, heads in row %s", t.Sheet, t.Kind, t.Head), "Column", "Recognized as")
	for _, c := range t.Columns {
		letter, how, _ := strings.Cut(c, " ")
		addRow(out, doc.DataRow, letter, words(how))
	}
	return out
}

// disclosureTable tells how much the printed annexes say of single persons.
func disclosureTable(e *edition.Edition, list []disclosure) *doc.Table {
	t := sheetOf("What the annexes say of single persons", "Annex", "Nationalities", "With one person", "Limit", "Figures below it")
	for _, d := range list {
		title := original(e, d.annex.Title)
		addRow(t, doc.DataRow, title, number(int64(d.Rows)), number(int64(len(d.Single))), number(d.Below), number(int64(d.Few)))
	}
	return t
}

// signatures is a form: a line for each, with an empty row as room to write above
// it. A total has a rule over it, which is the line of the row before.
func signatures() *doc.Table {
	t := &doc.Table{Plain: true, Heads: []doc.Head{{}}}
	for i, what := range []string{"Name", "Date", "Signature"} {
		room := doc.DataRow
		if i > 0 {
			room = doc.TotalRow
		}
		addRow(t, room, "\u00a0", doc.Cell{})
		addRow(t, doc.SubtotalRow, what, doc.Cell{})
	}
	return t
}
