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

	"assemble/inputs/decide"
	"assemble/inputs/edition"
	"assemble/inputs/source"
	"assemble/inputs/strict"
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

// importFlags are the flags of every import.
func importFlags(year string) []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "year", Usage: year, DefaultText: "none: it must be given"},
		&cli.StringFlag{Name: "edition", Value: ".", Usage: "folder of the edition"},
		&cli.BoolFlag{Name: "dry-run", Usage: "write nothing"},
	}
}

// importRun is what imports have in common: they read an edition and what people
// decided, and leave files in its folder data, or questions.
type importRun struct {
	*printer
	area string // of its diagnostics
	dir  string
	year int
	dry  bool

	files   source.Files
	report  source.Reporter
	edition *edition.Edition
	day     strict.Date // the cut-off date of the year
	text    []byte      // of the decisions
}

func newImportRun(c *cli.Context, area string) (*importRun, error) {
	p, err := newPrinter(c)
	return &importRun{printer: p, area: area, dir: c.String("edition"), year: c.Int("year"), dry: c.Bool("dry-run")}, err
}

// wrongYear says what is wrong with the year on the command line. what tells of
// it.
func (x *importRun) wrongYear(what string) error {
	switch {
	case x.year == 0:
		return fmt.Errorf("%s: --year 2017", what)
	case x.year < 1946 || x.year > 2999:
		return fmt.Errorf("%d is not the year of a report", x.year)
	}
	return nil
}

// readEdition reads edition.yaml and the text of the decisions. Faults of other
// files of the edition do not keep anybody from importing.
func (x *importRun) readEdition() (decisions source.FileID, ok bool) {
	var found source.Reporter
	x.edition = edition.Read(x.dir, &x.files, &found)
	for _, d := range found.All() {
		if name := x.files.Name(d.At.Start.File); name == edition.Name || name == "" {
			x.report.Add(d)
		}
	}
	if x.edition == nil || x.report.Failed() {
		return 0, false
	}
	x.day = x.edition.Cutoff
	x.day.Y += x.year - x.edition.Year
	x.text, decisions, _ = x.read(decide.Name)
	return decisions, !x.report.Failed()
}

// read reads a file of the edition that may not be there.
func (x *importRun) read(name string) ([]byte, source.FileID, bool) {
	if name == "" || !x.edition.Exists(name) {
		return nil, 0, false
	}
	return x.edition.File(strict.Str{S: name}, &x.report)
}

// dataName is the name of a file of data: as the edition has it, or the usual.
func dataName(named strict.Str, usual string) string {
	if named.S != "" {
		return named.S
	}
	return "data/" + usual
}

// inData reports whether a file is in the folder data, where imports write.
func (x *importRun) inData(name string) bool {
	if path.Dir(name) == "data" {
		return true
	}
	x.report.Error(source.Code(x.area+"-folder"), x.edition.At, name+" is not in the folder data, where imports write", "name a file in the folder data")
	return false
}

// ask puts open questions into the decisions, and returns the last line. text is
// the file with them; ok is false if they cannot be put in.
func (x *importRun) ask(open int, text []byte, ok bool, left string) (words string, err error) {
	words = "nothing was written; correct what is said above and import again"
	file, n := x.shown(decide.Name), many(open, "question")
	switch {
	case !ok:
		x.report.Warn(source.Code(x.area+"-decisions"), source.Span{}, "the questions could not be put into "+file+", which has a form of its own",
			"move the answers below asked: to "+x.area+": of its own, take asked: out, and import again")
		return words, nil
	case x.dry && open > 0:
		return fmt.Sprintf("nothing was written, as asked for; without --dry-run %s would go to %s", n, file), nil
	case x.dry:
		return words, nil
	}
	if written, err := x.write(x.withDecisions(nil, text, ok)); !written {
		return "nothing was written", err
	}
	if open > 0 {
		words = fmt.Sprintf("%s; answer %s in %s and import again", left, n, file)
	}
	return words, nil
}

// withDecisions adds the decisions to files that are to be written, if their text
// is another now.
func (x *importRun) withDecisions(set []output.File, text []byte, ok bool) []output.File {
	if !ok || bytes.Equal(text, x.text) {
		return set
	}
	return append(set, output.File{Name: path.Base(decide.Name), Data: text})
}

// errStale says that the decisions were changed while the import ran.
var errStale = errors.New("the decisions were changed")

// write puts files into the folder data, if nobody has changed the decisions
// meanwhile. Where they were, there is an error, and nothing was written.
func (x *importRun) write(set []output.File) (written bool, err error) {
	if len(set) == 0 {
		return true, nil
	}
	unchanged := func() error {
		now, err := os.ReadFile(filepath.Join(x.dir, filepath.FromSlash(decide.Name)))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if !bytes.Equal(now, x.text) {
			return errStale
		}
		return nil
	}
	err = uninterrupted(func() error {
		return output.WriteSet(filepath.Join(x.dir, path.Dir(decide.Name)), set, unchanged)
	})
	if errors.Is(err, errStale) {
		x.report.Error(source.Code(x.area+"-changed"), source.Span{}, decide.Name+" was changed while the import ran", "import again")
		return false, nil
	}
	return err == nil, err
}

// shown is a file of the edition as a person knows it.
func (x *importRun) shown(name string) string { return filepath.ToSlash(filepath.Join(x.dir, name)) }

// finish prints what was found and the last line.
func (x *importRun) finish(words string, ledger any) error {
	x.print(&x.report, &x.files)
	if x.format == "json" {
		out := struct {
			Diagnostics []jsonDiagnostic `json:"diagnostics"`
			Ledger      any              `json:"ledger"`
		}{slices.Concat([]jsonDiagnostic{}, x.diags), ledger}
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
