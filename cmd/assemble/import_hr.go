package main

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
	"assemble/inputs/world"
	"assemble/output"

	"github.com/urfave/cli/v2"
)

func importHRCommand() *cli.Command {
	return &cli.Command{
		Name: "hr", Usage: "count the staff of HR workbooks, and leave nothing but counts", ArgsUsage: "FILE…",
		Flags: append(importFlags("the year that the workbooks tell of"),
			&cli.StringFlag{Name: "sheet", Usage: "the only sheet to read"},
			&cli.StringFlag{Name: "as-of", Usage: "the day on which persons are counted; the cut-off date of the edition by default"},
			&cli.StringFlag{Name: "sign-off", Usage: "a PDF of what was imported, with lines for name, date and signature"}),
		Action: func(c *cli.Context) error {
			run, err := newImportRun(c, "hr")
			if err != nil {
				return err
			}
			x := &hrImport{importRun: run, paths: c.Args().Slice(), sheet: c.String("sheet"), asOf: c.String("as-of"), signOff: c.String("sign-off")}
			if err := x.usage(); err != nil {
				return usageError{err}
			}
			return x.run()
		},
	}
}

// hrImport is one import of HR workbooks.
type hrImport struct {
	*importRun
	sheet, asOf, signOff string
	paths                []string

	decisions *decide.Decisions
	result    *hr.Imported
}

// usage says what is wrong with the command line.
func (x *hrImport) usage() error {
	if len(x.paths) == 0 {
		return errors.New("import hr wants the workbook: assemble import hr staff.xlsx --year 2017")
	}
	if err := x.wrongYear("import hr wants the year that the workbook tells of"); err != nil {
		return err
	}
	if x.signOff != "" && !strings.EqualFold(filepath.Ext(x.signOff), ".pdf") {
		return fmt.Errorf("--sign-off wants the name of a PDF, not %q", x.signOff)
	}
	if x.asOf != "" {
		if _, ok := strict.ParseDate(x.asOf); !ok {
			return fmt.Errorf("--as-of wants a day as year, month and day, such as %d-12-31, not %q", x.year, x.asOf)
		}
	}
	return nil
}

// run imports, writes and tells.
func (x *hrImport) run() error {
	if !x.readDecisions() || !x.inData(x.name()) {
		return x.end("nothing was imported")
	}
	var books []*sheet.Book
	for _, name := range x.paths {
		x.warnInside(name)
		if b := sheet.Open(name, &x.files, &x.report); b != nil {
			books = append(books, b)
		}
	}
	states, err := world.Load()
	if err != nil {
		return err
	}
	if len(books) == len(x.paths) && !x.report.Failed() {
		x.result = hr.Import(hr.Request{
			Books: books, Sheet: x.sheet, Year: x.year, AsOf: x.day, Rules: x.edition.HR, Decisions: x.decisions,
			World: states, Report: &x.report, Version: "assemble " + version, Table: path.Base(x.name()),
		})
	}
	if x.result == nil || x.result.Failed() {
		return x.unfinished()
	}
	return x.settled()
}

// readDecisions reads the edition with what people decided.
func (x *hrImport) readDecisions() bool {
	id, ok := x.readEdition()
	if !ok {
		return false
	}
	if day, ok := strict.ParseDate(x.asOf); ok {
		x.day = day
	}
	x.decisions = hr.ReadDecisions(x.text, id, &x.report)
	return !x.report.Failed()
}

// warnInside says that a workbook does not belong into the edition.
func (x *hrImport) warnInside(name string) {
	dir, err := filepath.Abs(x.dir)
	file, err2 := filepath.Abs(name)
	if err != nil || err2 != nil {
		return
	}
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
		x.report.Warn("hr-inside", source.Span{}, filepath.Base(name)+" stands inside the edition, which is shared and kept; it holds personal data", "move the workbook to another folder")
	}
}

// unfinished ends an import with errors or open questions: the questions go to
// the decisions, data stay as they are.
func (x *hrImport) unfinished() error {
	if x.result == nil || x.result.Ledger == nil {
		return x.end("nothing was written; correct what is said above and import again")
	}
	x.tell()
	text, ok := x.result.Ask()
	words, err := x.ask(x.result.Questions(), text, ok, "the headcounts were left as they are")
	if err != nil {
		return err
	}
	return x.end(words)
}

// settled writes what was imported.
func (x *hrImport) settled() error {
	name := x.name()
	words := "nothing was written, as asked for"
	if !x.dry {
		text, ok := x.result.Ask()
		written, err := x.write(x.withDecisions([]output.File{
			{Name: path.Base(name), Data: x.result.CSV()},
			{Name: table.LedgerName(name), Data: x.result.Ledger.JSON()},
		}, text, ok))
		switch {
		case err != nil:
			return err
		case !written:
			return x.end("nothing was written")
		}
		words = fmt.Sprintf("wrote %s: %s", x.shown(name), many(int(x.result.Ledger.Rows.Persons), "person"))
	}
	x.checkEdition(name)
	x.tell()
	if x.signOff != "" && !x.dry {
		if err := x.writeSignOff(); err != nil {
			return err
		}
		words += "; to be signed: " + filepath.ToSlash(x.signOff)
	}
	return x.end(words)
}

// name is the file of the headcounts of the year, relative to the edition.
func (x *hrImport) name() string {
	named, _ := x.edition.Data.Headcount.File(x.year)
	return dataName(named, hr.Name(x.year))
}

// checkEdition says what edition.yaml lacks to make use of the headcounts.
func (x *hrImport) checkEdition(name string) {
	if _, ok := x.edition.Data.Headcount.File(x.year); !ok {
		x.report.Warn("hr-not-named", x.edition.At, fmt.Sprintf("edition.yaml does not name the headcounts of %d", x.year),
			fmt.Sprintf("add to edition.yaml, data: headcount: {%d: %s}", x.year, name))
	}
}

// tell prints the ledger as a page.
func (x *hrImport) tell() {
	if x.format == "json" || x.quiet {
		return
	}
	fmt.Fprintln(x.out, cleanLines(x.result.Ledger.Page()))
	for _, d := range x.disclosures() {
		fmt.Fprintf(x.out, "%s prints %s with staff, %d of them with one single person, and %d figures below %d\n",
			d.annex.ID.S, plural(d.Rows, "nationality", "nationalities"), len(d.Single), d.Few, d.Below)
	}
}

// cleanLines keeps control characters of an input away from the terminal, and keeps
// the lines.
func cleanLines(page string) string {
	lines := strings.Split(page, "\n")
	for i, l := range lines {
		lines[i] = clean(l)
	}
	return strings.Join(lines, "\n")
}

// few is the number of persons from which on a figure says nothing of one of
// them, where the edition does not set it.
const few = 5

// disclosure is how much a printed table of nationalities says of single persons.
type disclosure struct {
	hr.Disclosure
	annex edition.Annex
}

func (x *hrImport) disclosures() []disclosure {
	if x.result.Failed() {
		return nil
	}
	var out []disclosure
	g := x.result.Register()
	for _, a := range x.edition.Annexes {
		if a.Generator.S != edition.MatrixGenerator {
			continue
		}
		var categories []hr.Category
		for _, c := range a.Categories {
			categories = append(categories, hr.Category(c.S))
		}
		limit := int64(few)
		if a.Disclosure > 0 {
			limit = int64(a.Disclosure)
		}
		out = append(out, disclosure{hr.Disclose(g, categories, limit), a})
	}
	return out
}

func plural(n int, one, other string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, other)
}

// end prints what was found and the last line.
func (x *hrImport) end(words string) error {
	var ledger *hr.Ledger
	if x.result != nil {
		ledger = x.result.Ledger
	}
	return x.finish(words, ledger)
}
