package inputs

import (
	"path"
	"slices"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/survey"
)

// readSurvey reads the register of offices, the codebook, and the answers of
// each year that the edition names.
func (in *Inputs) readSurvey() {
	in.Surveys = map[int]*survey.Year{}
	d := &in.Data
	if len(d.Answers.Entries) == 0 {
		return
	}
	for _, need := range []struct {
		file strict.Str
		key  string
	}{{d.Offices, "offices"}, {d.Codebook, "codebook"}} {
		if need.file.S == "" {
			in.Report.Error("survey-register", d.Answers.Entries[0].KeyAt, "there are answers to a questionnaire, but no "+need.key,
				"add "+need.key+": to data in edition.yaml, with the file that assemble import questionnaire wrote")
		}
	}
	officesText, officesFile, ok := in.dataFile(d.Offices)
	bookText, bookFile, ok2 := in.dataFile(d.Codebook)
	if !ok || !ok2 {
		return
	}
	offices := survey.ReadOffices(officesText, officesFile, in.World, in.Report)
	book := survey.ReadCodebook(bookText, bookFile, in.Report)
	for _, year := range d.Answers.Years() {
		name, _ := d.Answers.File(year)
		if text, file, ok := in.dataFile(name); ok {
			y := &survey.Year{
				Day: in.cutoffOf(year), Offices: offices, Book: book,
				Answers: survey.ReadAnswers(text, file, year, book, offices, in.Report),
			}
			in.Surveys[year] = y
			in.checkAnswers(y, name, text)
		}
	}
}

// checkAnswers holds answers against the ledger of their import. Those without
// one were not imported, and there is nothing to hold them against.
func (in *Inputs) checkAnswers(y *survey.Year, table strict.Str, text []byte) {
	name := strict.Str{S: path.Join(path.Dir(table.S), survey.LedgerName(y.Answers.Year)), At: table.At}
	ledger, file, ok := in.dataFile(name)
	if !ok {
		return
	}
	if l := survey.ReadLedger(ledger, file, in.Report); l != nil {
		survey.CheckLedger(y, text, l, in.Report)
	}
}

// dataFile reads a file of data; one that is not there has been reported.
func (in *Inputs) dataFile(name strict.Str) ([]byte, source.FileID, bool) {
	if name.S == "" || !in.Exists(name.S) {
		return nil, 0, false
	}
	return in.File(name, in.Report)
}

// cutoffOf is the cut-off date, for another year than the reported one the same
// day of that year.
func (in *Inputs) cutoffOf(year int) strict.Date {
	day := in.Cutoff
	day.Y += year - in.Year
	return day
}

// counting is what a fact of the questionnaire was counted from.
type counting struct {
	year  *survey.Year
	query survey.Query
}

// surveyYears are the years of which there are answers, in order.
func (in *Inputs) surveyYears() []int {
	var years []int
	for year := range in.Surveys {
		years = append(years, year)
	}
	slices.Sort(years)
	return years
}
