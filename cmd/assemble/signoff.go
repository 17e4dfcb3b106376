package main

import (
	"fmt"
	"math/big"
	"path/filepath"
	"strings"

	"assemble/fonts"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/lang"
	"assemble/output"
)

// writeSignOff writes the ledger as a page that somebody signs. It is in English,
// as the ledger and all messages are; the report itself speaks its own language.
func (x *hrImport) writeSignOff() error {
	part := signOffPart(x.result.Ledger, x.disclosures())
	e := x.edition
	organization, _ := e.Organization.In("en")
	organ, _ := e.Organ.In("en")
	d := &doc.Document{
		Lang: "en",
		Cover: doc.Masthead{
			Organization: organization.S, Organ: organ.S, Symbol: e.Symbol.S, Title: part.Title, Created: e.Date.String(), Year: x.year,
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

// signOffPart is the page: what was read, what became of the rows, the counts, and
// lines for name, date and signature.
func signOffPart(l *hr.Ledger, disclosures []string) *doc.Part {
	title := doc.Words(fmt.Sprintf("Staff of %d: record of the import", l.Year))
	p := &doc.Part{ID: "sign-off", Kind: doc.NotePage, Title: title}
	add := func(b ...doc.Block) { p.Blocks = append(p.Blocks, b...) }
	add(&doc.Heading{Base: doc.Base{ID: "sign-off"}, Level: 1, Text: title},
		sentence("Persons in service on %s, counted by %s from the files below. Only year, category, grade, nationality, sex and counts were kept.", l.AsOf, l.Tool))
	files := bullets()
	for _, f := range l.Files {
		files.Items = append(files.Items, item("%s (%s, %d bytes), SHA-256 %s", f.Name, f.Format, f.Size, spaced(f.SHA256)))
	}
	add(files, rowsTable(l), countsTable(l))
	if decided := decisionList(l); len(decided.Items) > 0 {
		add(sentence("These values were decided by a person:"), decided)
	}
	add(sentence("%s", controlWords(l)))
	for _, d := range disclosures {
		add(sentence("%s.", d))
	}
	written := bullets()
	written.Items = append(written.Items, item("%s, %s, SHA-256 %s", l.Written.Name, many(l.Written.Lines, "line"), spaced(l.Written.SHA256)))
	add(sentence("Headcounts written:"), written)
	for _, line := range []string{"Name", "Date", "Signature"} {
		add(sentence("%s: %s", line, strings.Repeat("_", 48)))
	}
	return p
}

func sentence(format string, args ...any) *doc.Paragraph {
	return &doc.Paragraph{Text: doc.Words(printableText(fmt.Sprintf(format, args...)))}
}

func bullets() *doc.List { return &doc.List{Start: 1} }

func item(format string, args ...any) doc.ListItem {
	return doc.ListItem{Of: []doc.Block{sentence(format, args...)}}
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
	t := &doc.Table{Title: doc.Words("What became of the rows"), Stub: doc.Words("Rows"), Heads: []doc.Head{{Text: doc.Words("Number")}}}
	add := func(kind doc.RowKind, name string, n int) {
		t.Rows = append(t.Rows, doc.Row{Kind: kind, Stub: doc.Words(printableText(name)), Cells: []doc.Cell{number(int64(n))}})
	}
	add(doc.DataRow, "Counted", l.Rows.Counted)
	for _, r := range l.Excluded {
		add(doc.DataRow, "Left out: "+strings.TrimPrefix(r.Rule, "left out: "), r.Rows)
	}
	if l.Rows.Open > 0 {
		add(doc.DataRow, "Open", l.Rows.Open)
	}
	add(doc.TotalRow, "Read", l.Rows.Read)
	return t
}

// countsTable tells the persons by category and sex.
func countsTable(l *hr.Ledger) *doc.Table {
	t := &doc.Table{Title: doc.Words("Persons by category and sex"), Stub: doc.Words("Category"), Heads: []doc.Head{{Text: doc.Words("Total")}}}
	var sexes []string
	for _, s := range hr.Sexes() {
		if code := s.String(); l.Margins.Sex[code] > 0 {
			sexes = append(sexes, code)
			t.Heads = append(t.Heads, doc.Head{Text: doc.Words(code)})
		}
	}
	row := func(kind doc.RowKind, name string, total int64, by func(sex string) int64) {
		r := doc.Row{Kind: kind, Stub: doc.Words(name), Cells: []doc.Cell{number(total)}}
		for _, s := range sexes {
			r.Cells = append(r.Cells, number(by(s)))
		}
		t.Rows = append(t.Rows, r)
	}
	for _, c := range hr.Categories() {
		if n := l.Margins.Category[string(c)]; n > 0 {
			row(doc.DataRow, string(c), n, func(sex string) int64 { return l.Persons(c, sex) })
		}
	}
	row(doc.TotalRow, "All", l.Rows.Persons, func(sex string) int64 { return l.Margins.Sex[sex] })
	return t
}

func number(n int64) doc.Cell {
	return doc.Cell{Stat: &doc.Stat{Number: lang.Number{Value: big.NewRat(n, 1), Places: 0}}}
}

func decisionList(l *hr.Ledger) *doc.List {
	out := bullets()
	for _, d := range l.Decisions {
		out.Items = append(out.Items, item("%s: %s (%s)", d.About, d.Answer, many(d.Rows, "row")))
	}
	return out
}

func controlWords(l *hr.Ledger) string {
	agree := 0
	for _, c := range l.Controls {
		if c.Agrees {
			agree++
		}
	}
	if len(l.Controls) == 0 {
		return "The workbook states no totals of its own."
	}
	return fmt.Sprintf("Of the %s that the workbook states, %d agree with its rows.", many(len(l.Controls), "total"), agree)
}
