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
	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/survey"
	"assemble/inputs/world"
	"assemble/output"

	"github.com/urfave/cli/v2"
)

func importQuestionnaireCommand() *cli.Command {
	return &cli.Command{
		Name: "questionnaire", Usage: "take the answers of offices from the export of a form, and leave who wrote them out", ArgsUsage: "FILE",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "year", Usage: "the year that the questionnaire asks about"},
			&cli.StringFlag{Name: "edition", Value: ".", Usage: "folder of the edition"},
			&cli.StringFlag{Name: "codebook", Usage: "the XLSForm of the questionnaire; the codebook of the edition by default"},
			&cli.StringFlag{Name: "offices", Usage: "a table of the offices; the register of the edition by default"},
			&cli.BoolFlag{Name: "dry-run", Usage: "write nothing"},
		},
		Action: func(c *cli.Context) error {
			p, err := newPrinter(c)
			if err != nil {
				return err
			}
			x := &surveyImport{
				printer: p, dir: c.String("edition"), paths: c.Args().Slice(), codebook: c.String("codebook"), register: c.String("offices"),
				year: c.Int("year"), dry: c.Bool("dry-run"),
			}
			if err := x.usage(); err != nil {
				return usageError{err}
			}
			return x.run()
		},
	}
}

// surveyImport is one import of a questionnaire.
type surveyImport struct {
	*printer
	dir, codebook, register string
	paths                   []string
	year                    int
	dry                     bool

	files   source.Files
	report  source.Reporter
	edition *edition.Edition
	text    []byte // of the decisions
	request survey.Request
	result  *survey.Imported
}

// usage says what is wrong with the command line.
func (x *surveyImport) usage() error {
	const usual = "assemble import questionnaire answers.xlsx --year 2017 --codebook form.xlsx"
	switch {
	case len(x.paths) != 1:
		return fmt.Errorf("import questionnaire wants one export: %s", usual)
	case x.year == 0:
		return errors.New("import questionnaire wants the year that it asks about: --year 2017")
	case x.year < 1946 || x.year > 2999:
		return fmt.Errorf("%d is not the year of a report", x.year)
	}
	return nil
}

// run imports, writes and tells.
func (x *surveyImport) run() error {
	if !x.readEdition() || !x.readRegister() || !x.readCodebook() {
		return x.end("nothing was imported")
	}
	x.request.Books = survey.Open(x.paths[0], &x.files, &x.report)
	if x.request.Books == nil || x.report.Failed() {
		return x.end("nothing was imported")
	}
	x.result = survey.Import(x.request)
	if x.result.Failed() {
		return x.unfinished()
	}
	return x.finish()
}

// readEdition reads edition.yaml and the decisions. Faults of other files of the
// edition do not keep anybody from importing.
func (x *surveyImport) readEdition() bool {
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
	day := x.edition.Cutoff
	day.Y += x.year - x.edition.Year
	x.request = survey.Request{Year: x.year, Day: day, Texts: x.edition.Survey.Texts, Report: &x.report, Version: "assemble " + version}
	text, id, _ := x.read(decide.Name)
	x.text = text
	x.request.Decisions = survey.ReadDecisions(text, id, &x.report)
	return !x.report.Failed()
}

// read reads a file of the edition that may not be there.
func (x *surveyImport) read(name string) ([]byte, source.FileID, bool) {
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

// readRegister reads the register of offices that was given, or that of the
// edition.
func (x *surveyImport) readRegister() bool {
	states, err := world.Load()
	if err != nil {
		x.report.Error("internal", source.Span{}, "the table of States is broken: "+err.Error(), "please report this")
		return false
	}
	if x.register != "" {
		b := sheet.Open(x.register, &x.files, &x.report)
		if b == nil {
			return false
		}
		x.request.Offices = survey.ReadRegister(b, states, &x.report)
		return !x.report.Failed()
	}
	text, id, ok := x.read(dataName(x.edition.Data.Offices, survey.OfficesName))
	if !ok {
		x.report.Error("survey-register", source.Span{}, "there is no register of offices yet, and it is the frame of the questionnaire",
			"give it with --offices: a table of office, name, kind, country, region, from and to")
		return false
	}
	x.request.Offices = survey.ReadOffices(text, id, states, &x.report)
	return !x.report.Failed()
}

// readCodebook reads the form that was given, or the codebook of the edition;
// the latter also as what is known of other years.
func (x *surveyImport) readCodebook() bool {
	if text, id, ok := x.read(dataName(x.edition.Data.Codebook, survey.CodebookName)); ok {
		x.request.Before = survey.ReadCodebook(text, id, &x.report)
	}
	switch {
	case x.report.Failed():
		return false
	case x.codebook != "":
		b := sheet.Open(x.codebook, &x.files, &x.report)
		if b == nil {
			return false
		}
		x.request.Form = survey.ReadForm(b, x.edition.Original.S, &x.report)
	case x.request.Before != nil:
		x.request.Form = survey.FormOf(x.request.Before, &x.report)
	default:
		x.report.Error("survey-codebook", source.Span{}, "there is no codebook yet, which tells what the columns of the export ask",
			"give the XLSForm of the questionnaire with --codebook")
	}
	return x.request.Form != nil && !x.report.Failed()
}

// unfinished ends an import with errors or open questions: the questions go to
// the decisions, data stay as they are.
func (x *surveyImport) unfinished() error {
	words := fmt.Sprintf("nothing was written to %s; correct what is said above and import again", x.shown("data"))
	if x.result.Ledger == nil || x.result.Open() == 0 {
		return x.end(words)
	}
	x.tell()
	text, ok := x.result.Ask()
	switch {
	case !ok:
		x.report.Warn("survey-decisions", source.Span{}, "the questions could not be put into "+decide.Name+", which has a form of its own",
			"take the block asked: out of the file, and import again")
		return x.end(words)
	case x.dry:
		return x.end(words)
	case !bytes.Equal(text, x.text):
		if written, err := x.write([]output.File{{Name: path.Base(decide.Name), Data: text}}); !written {
			return err
		}
	}
	return x.end(fmt.Sprintf("nothing was written to the answers; answer %s in %s and import again", many(x.result.Open(), "question"), x.shown(decide.Name)))
}

// finish writes what was imported.
func (x *surveyImport) finish() error {
	names := map[string]string{
		survey.OfficesName: dataName(x.edition.Data.Offices, survey.OfficesName), survey.CodebookName: dataName(x.edition.Data.Codebook, survey.CodebookName),
		survey.AnswersName(x.year): x.answersName(),
	}
	var set []output.File
	for _, f := range x.result.Files() {
		name := f.Name
		if named, ok := names[name]; ok {
			if path.Dir(named) != "data" {
				x.report.Error("survey-folder", x.edition.At, named+" is not in the folder data, where imports write", "name a file in the folder data")
				return x.end("nothing was written")
			}
			name = path.Base(named)
		}
		set = append(set, output.File{Name: name, Data: f.Data})
	}
	if text, ok := x.result.Ask(); ok && !bytes.Equal(text, x.text) {
		set = append(set, output.File{Name: path.Base(decide.Name), Data: text})
	}
	words := "nothing was written, as asked for"
	if !x.dry {
		if written, err := x.write(set); !written {
			return err
		}
		words = fmt.Sprintf("wrote %s: answers of %s", x.shown(x.answersName()), many(len(x.result.Answers.Offices()), "office"))
	}
	x.checkEdition()
	x.tell()
	return x.end(words)
}

func (x *surveyImport) answersName() string {
	named, _ := x.edition.Data.Answers.File(x.year)
	return dataName(named, survey.AnswersName(x.year))
}

// checkEdition says what edition.yaml lacks to make use of the answers.
func (x *surveyImport) checkEdition() {
	var lacks []string
	if x.edition.Data.Offices.S == "" {
		lacks = append(lacks, "offices: data/"+survey.OfficesName)
	}
	if x.edition.Data.Codebook.S == "" {
		lacks = append(lacks, "codebook: data/"+survey.CodebookName)
	}
	if _, ok := x.edition.Data.Answers.File(x.year); !ok {
		lacks = append(lacks, fmt.Sprintf("answers: {%d: %s}", x.year, x.answersName()))
	}
	if len(lacks) > 0 {
		x.report.Warn("survey-not-named", x.edition.At, fmt.Sprintf("edition.yaml does not name all files of the questionnaire of %d", x.year),
			"add to edition.yaml, below data: "+strings.Join(lacks, ", "))
	}
}

// errStale says that the decisions were changed while the import ran.
var errStale = errors.New("the decisions were changed")

// write puts files into the folder data, if nobody has changed the decisions
// meanwhile. Where nothing was written the import is at its end.
func (x *surveyImport) write(set []output.File) (written bool, err error) {
	err = output.WriteSet(filepath.Join(x.dir, "data"), set, func() error {
		now, err := os.ReadFile(filepath.Join(x.dir, filepath.FromSlash(decide.Name)))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		if !bytes.Equal(now, x.text) {
			return errStale
		}
		return nil
	})
	if errors.Is(err, errStale) {
		x.report.Error("survey-changed", source.Span{}, decide.Name+" was changed while the import ran", "import again")
		return false, x.end("nothing was written")
	}
	return err == nil, err
}

// tell prints what was done with the rows.
func (x *surveyImport) tell() {
	if x.format == "json" || x.quiet {
		return
	}
	for _, line := range x.result.Summary() {
		fmt.Fprintln(x.out, clean(line))
	}
}

// shown is a file of the edition as a person knows it.
func (x *surveyImport) shown(name string) string { return filepath.ToSlash(filepath.Join(x.dir, name)) }

// end prints what was found and the last line.
func (x *surveyImport) end(words string) error {
	x.print(&x.report, &x.files)
	if x.format == "json" {
		out := struct {
			Diagnostics []jsonDiagnostic `json:"diagnostics"`
			Ledger      *survey.Ledger   `json:"ledger"`
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
