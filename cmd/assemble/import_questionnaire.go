package main

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/survey"
	"assemble/inputs/world"
	"assemble/output"

	"github.com/urfave/cli/v2"
)

func importQuestionnaireCommand() *cli.Command {
	return &cli.Command{
		Name: "questionnaire", Usage: "take the answers of offices from the export of a form, and leave who wrote them out", ArgsUsage: "FILE",
		Flags: append(importFlags("the year that the questionnaire asks about"),
			&cli.StringFlag{Name: "codebook", Usage: "the XLSForm of the questionnaire; the codebook of the edition by default"},
			&cli.StringFlag{Name: "offices", Usage: "a table of the offices; the register of the edition by default"}),
		Action: func(c *cli.Context) error {
			run, err := newImportRun(c, "survey")
			if err != nil {
				return err
			}
			x := &surveyImport{importRun: run, paths: c.Args().Slice(), codebook: c.String("codebook"), register: c.String("offices")}
			if err := x.usage(); err != nil {
				return usageError{err}
			}
			return x.run()
		},
	}
}

// surveyImport is one import of a questionnaire.
type surveyImport struct {
	*importRun
	codebook, register string
	paths              []string

	request survey.Request
	result  *survey.Imported
}

// usage says what is wrong with the command line.
func (x *surveyImport) usage() error {
	if len(x.paths) != 1 {
		return errors.New("import questionnaire wants one export: assemble import questionnaire answers.xlsx --year 2017 --codebook form.xlsx")
	}
	return x.wrongYear("import questionnaire wants the year that it asks about")
}

// run imports, writes and tells.
func (x *surveyImport) run() error {
	if !x.readDecisions() || !x.readRegister() || !x.readCodebook() {
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
	return x.settled()
}

// readDecisions reads the edition with what people decided.
func (x *surveyImport) readDecisions() bool {
	id, ok := x.readEdition()
	if !ok {
		return false
	}
	x.request = survey.Request{Year: x.year, Day: x.day, Texts: x.edition.Survey.Texts, Report: &x.report, Version: "assemble " + version}
	x.request.Decisions = survey.ReadDecisions(x.text, id, &x.report)
	return !x.report.Failed()
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
	if x.result.Ledger == nil || x.result.Open() == 0 {
		return x.end("nothing was written; correct what is said above and import again")
	}
	x.tell()
	text, ok := x.result.Ask()
	words, err := x.ask(x.result.Open(), text, ok, "nothing was written to the answers")
	if err != nil {
		return err
	}
	return x.end(words)
}

// settled writes what was imported.
func (x *surveyImport) settled() error {
	set, ok := x.set()
	if !ok {
		return x.end("nothing was written")
	}
	words := "nothing was written, as asked for"
	if !x.dry {
		switch written, err := x.write(set); {
		case err != nil:
			return err
		case !written:
			return x.end("nothing was written")
		}
		words = fmt.Sprintf("wrote %s: answers of %s", x.shown(x.answersName()), many(len(x.result.Answers.Offices()), "office"))
	}
	x.checkEdition()
	x.tell()
	return x.end(words)
}

// set are the files of the result, called as the edition calls them.
func (x *surveyImport) set() ([]output.File, bool) {
	names := map[string]string{
		survey.OfficesName: dataName(x.edition.Data.Offices, survey.OfficesName), survey.CodebookName: dataName(x.edition.Data.Codebook, survey.CodebookName),
		survey.AnswersName(x.year): x.answersName(),
	}
	var set []output.File
	for _, f := range x.result.Files() {
		if named, ok := names[f.Name]; ok {
			if !x.inData(named) {
				return nil, false
			}
			f.Name = path.Base(named)
		}
		set = append(set, output.File{Name: f.Name, Data: f.Data})
	}
	text, ok := x.result.Ask()
	return x.withDecisions(set, text, ok), true
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

// tell prints what was done with the rows.
func (x *surveyImport) tell() {
	if x.format == "json" || x.quiet {
		return
	}
	for _, line := range x.result.Summary() {
		fmt.Fprintln(x.out, clean(line))
	}
}

// end prints what was found and the last line.
func (x *surveyImport) end(words string) error {
	var ledger *survey.Ledger
	if x.result != nil {
		ledger = x.result.Ledger
	}
	return x.finish(words, ledger)
}
