package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"assemble/inputs/decide"
	"assemble/inputs/edition"
	"assemble/inputs/hr"
	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/world"
	"assemble/output"

	"github.com/urfave/cli/v2"
)

func importCommand() *cli.Command {
	return &cli.Command{
		Name: "import", Usage: "bring data of others into an edition",
		Subcommands: []*cli.Command{importHRCommand(), importQuestionnaireCommand()},
		Action: func(c *cli.Context) error {
			if what := c.Args().First(); what != "" {
				return usageError{fmt.Errorf("there is no import %q%s", what, meant(source.Nearest(what, []string{"hr", "questionnaire"}), ""))}
			}
			return usageError{fmt.Errorf("import wants to know what: assemble import hr FILE… --year 2017, or assemble import questionnaire FILE --year 2017")}
		},
	}
}

func importHRCommand() *cli.Command {
	return &cli.Command{
		Name: "hr", Usage: "count the staff of HR workbooks, and leave nothing but counts", ArgsUsage: "FILE…",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "year", Usage: "the year that the workbooks tell of"},
			&cli.StringFlag{Name: "edition", Value: ".", Usage: "folder of the edition"},
			&cli.StringFlag{Name: "sheet", Usage: "the only sheet to read"},
			&cli.StringFlag{Name: "as-of", Usage: "the day on which persons are counted; the cut-off date of the edition by default"},
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing"},
			&cli.StringFlag{Name: "sign-off", Usage: "a PDF of what was imported, with lines for name, date and signature"},
		},
		Action: func(c *cli.Context) error {
			p, err := newPrinter(c)
			if err != nil {
				return err
			}
			x := &hrImport{
				printer: p, dir: c.String("edition"), paths: c.Args().Slice(), sheet: c.String("sheet"), year: c.Int("year"),
				asOf: c.String("as-of"), dry: c.Bool("dry-run"), signOff: c.String("sign-off"),
			}
			if err := x.usage(); err != nil {
				return usageError{err}
			}
			return x.run()
		},
	}
}

// hrImport is one import of HR workbooks.
type hrImport struct {
	*printer
	dir, sheet, asOf, signOff string
	paths                     []string
	year                      int
	dry                       bool

	files     source.Files
	report    source.Reporter
	edition   *edition.Edition
	day       strict.Date
	decisions *decide.Decisions
	text      []byte // of the decisions
	result    *hr.Imported
}

// usage says what is wrong with the command line.
func (x *hrImport) usage() error {
	switch {
	case len(x.paths) == 0:
		return errors.New("import hr wants the workbook: assemble import hr staff.xlsx --year 2017")
	case x.year == 0:
		return errors.New("import hr wants the year that the workbook tells of: --year 2017")
	case x.year < 1946 || x.year > 2999:
		return fmt.Errorf("%d is not the year of a report", x.year)
	case x.signOff != "" && !strings.EqualFold(filepath.Ext(x.signOff), ".pdf"):
		return fmt.Errorf("--sign-off wants the name of a PDF, not %q", x.signOff)
	}
	if x.asOf != "" {
		day, ok := strict.ParseDate(x.asOf)
		if !ok {
			return fmt.Errorf("--as-of wants a day as year, month and day, such as %d-12-31, not %q", x.year, x.asOf)
		}
		x.day = day
	}
	return nil
}

// run imports, writes and tells.
func (x *hrImport) run() error {
	if !x.readEdition() {
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
			World: states, Report: &x.report, Version: "assemble " + version,
		})
	}
	if x.result == nil || x.result.Failed() {
		return x.unfinished()
	}
	return x.finish()
}

// readEdition reads edition.yaml and the decisions. Faults of other files of the
// edition do not keep anybody from importing.
func (x *hrImport) readEdition() bool {
	var found source.Reporter
	x.edition = edition.Read(x.dir, &x.files, &found)
	for _, d := range found.All() {
		if name := x.files.Name(d.At.Start.File); name == edition.Name || name == "" {
			x.report.Add(d)
		}
	}
	if x.edition == nil || x.report.Failed() {
		return false
	}
	if x.day.IsZero() {
		x.day = x.edition.Cutoff
		x.day.Y += x.year - x.edition.Year
	}
	name := strict.Str{S: decide.Name}
	id := source.FileID(0)
	if x.edition.Exists(name.S) {
		var ok bool
		if x.text, id, ok = x.edition.File(name, &x.report); !ok {
			return false
		}
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
	words := "nothing was written; correct what is said above and import again"
	if x.result == nil || x.result.Ledger == nil {
		return x.end(words)
	}
	x.tell()
	text, ok := x.result.Ask()
	file, n := x.shown(decide.Name), many(x.result.Questions(), "question")
	switch {
	case !ok:
		x.report.Warn("hr-decisions", source.Span{}, "the questions could not be put into "+file+", which has a form of its own",
			"take the block asked: out of the file, and import again")
	case x.dry:
		words = fmt.Sprintf("nothing was written, as asked for; without --dry-run %s would go to %s", n, file)
	default:
		if !bytes.Equal(text, x.text) {
			if err := x.write([]output.File{{Name: path.Base(decide.Name), Data: text}}); err != nil {
				return err
			}
		}
		if x.result.Questions() > 0 {
			words = fmt.Sprintf("the headcounts were left as they are; answer %s in %s and import again", n, file)
		}
	}
	return x.end(words)
}

// finish writes what was imported.
func (x *hrImport) finish() error {
	name := x.name()
	set := []output.File{
		{Name: path.Base(name), Data: x.result.CSV()},
		{Name: hr.LedgerName(name), Data: x.result.Ledger.JSON()},
	}
	if text, ok := x.result.Ask(); ok && !bytes.Equal(text, x.text) {
		set = append(set, output.File{Name: path.Base(decide.Name), Data: text})
	}
	words := "nothing was written, as asked for"
	if !x.dry {
		if err := x.write(set); err != nil {
			return err
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
	if name, ok := x.edition.Data.Headcount.File(x.year); ok && name.S != "" {
		return name.S
	}
	return "data/" + hr.Name(x.year)
}

// checkEdition says what edition.yaml lacks to make use of the headcounts.
func (x *hrImport) checkEdition(name string) {
	if _, ok := x.edition.Data.Headcount.File(x.year); !ok {
		x.report.Warn("hr-not-named", x.edition.At, fmt.Sprintf("edition.yaml does not name the headcounts of %d", x.year),
			fmt.Sprintf("add to edition.yaml, data: headcount: {%d: %s}", x.year, name))
	}
}

// write puts files into the folder of the headcounts, if nobody has changed the
// decisions meanwhile.
func (x *hrImport) write(set []output.File) error {
	folder := filepath.Join(x.dir, filepath.FromSlash(path.Dir(x.name())))
	err := output.WriteSet(folder, set, func() error {
		now, err := os.ReadFile(filepath.Join(x.dir, filepath.FromSlash(decide.Name)))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if !bytes.Equal(now, x.text) {
			return errChanged
		}
		return nil
	})
	if errors.Is(err, errChanged) {
		x.report.Error("hr-changed", source.Span{}, decide.Name+" was changed while the import ran", "import again")
		return x.end("nothing was written")
	}
	return err
}

var errChanged = errors.New("the decisions were changed")

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

// shown is a file of the edition as a person knows it.
func (x *hrImport) shown(name string) string { return filepath.ToSlash(filepath.Join(x.dir, name)) }

// end prints what was found and the last line.
func (x *hrImport) end(words string) error {
	x.print(&x.report, &x.files)
	if x.format == "json" {
		out := struct {
			Diagnostics []jsonDiagnostic `json:"diagnostics"`
			Ledger      *hr.Ledger       `json:"ledger"`
		}{Diagnostics: slices.Concat([]jsonDiagnostic{}, x.diags)}
		if x.result != nil {
			out.Ledger = x.result.Ledger
		}
		e := json.NewEncoder(x.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(out); err != nil {
			return err
		}
	} else {
		x.printer.end(words, nil)
	}
	if x.report.Failed() {
		return errEdition
	}
	return nil
}
