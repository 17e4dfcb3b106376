package survey

import (
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/world"
)

const officesText = `office,name,kind,country,region,from,to
ALB-TIR,Tirana,country-office,ALB,Europe,,
FRA-PAR,Paris,country-office,FRA,Europe,2010-01-01,
GHA-ACC,Accra,country-office,GHA,West Africa,,
GHA-TML,Tamale,other,GHA,West Africa,,
HQ,Geneva,headquarters,,,,
OLD,Old Town,country-office,NER,West Africa,,2016-06-30
RO-1,Regional Office one,regional-office,,Europe,,
`

const bookText = `questions:
  support:
    type: select_one
    label: {en: "Did the office support standards?", fr: "Le bureau a-t-il appuyé les normes ?"}
    years: [2016, 2017]
    options:
      "yes": {en: "Yes"}
      "no": {en: "No"}
  kinds:
    type: select_multiple
    label: {en: "Of which kinds?"}
    not_applicable: {en: "Does not concern us"}
    base: "${support} = 'yes'"
    years: [2016, 2017]
    changed: 2017
    before: {en: "Which kinds?"}
    options:
      law: {en: "Law"}
      training: {en: "Training"}
      advice: {en: "Advice", years: [2017]}
  officials:
    type: integer
    label: {en: "How many officials were trained?"}
    unit: {en: "officials"}
    one: {en: "official"}
    years: [2017]
  since:
    type: date
    label: {en: "Since when?"}
    years: [2017]
  remarks:
    type: text
    label: {en: "Remarks"}
    years: [2017]
  courses:
    type: repeat
    label: {en: "Courses"}
    years: [2017]
  subject:
    type: select_one
    label: {en: "Subject"}
    repeat: courses
    years: [2017]
    options:
      rights: {en: "Rights"}
      duties: {en: "Duties"}
`

const answersText = `office,question,option,value,state
ALB-TIR,support,yes,,answered
FRA-PAR,support,no,,answered
GHA-ACC,support,yes,,answered
RO-1,support,yes,,answered
FRA-PAR,kinds,,,not-asked
RO-1,kinds,,,blank
ALB-TIR,kinds,law,,answered
GHA-ACC,kinds,law,,answered
GHA-ACC,kinds,training,,answered
ALB-TIR,officials,,0,answered
FRA-PAR,officials,,,not-applicable
GHA-ACC,officials,,31300,answered
RO-1,officials,,20,answered
ALB-TIR,since,,2017-02-03,answered
FRA-PAR,since,,,blank
GHA-ACC,since,,,blank
RO-1,since,,,blank
ALB-TIR,remarks,,"'=1+1, ""sic""",answered
FRA-PAR,remarks,,,blank
GHA-ACC,remarks,,,blank
RO-1,remarks,,,blank
ALB-TIR,courses,,3,answered
FRA-PAR,courses,,,blank
GHA-ACC,courses,,1,answered
RO-1,courses,,,blank
ALB-TIR,subject,rights,2,answered
ALB-TIR,subject,duties,1,answered
FRA-PAR,subject,,,blank
GHA-ACC,subject,rights,1,answered
RO-1,subject,,,blank
`

// sheets are the three files of a questionnaire, as they are being read.
type sheets struct {
	files source.Files
	r     source.Reporter
}

func states(t testing.TB) *world.Table {
	t.Helper()
	table, err := world.Load()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func (s *sheets) offices(t testing.TB, text string) *Offices {
	return ReadOffices([]byte(text), s.files.Add("offices.csv", []byte(text)), states(t), &s.r)
}

func (s *sheets) book(text string) *Codebook {
	return ReadCodebook([]byte(text), s.files.Add("codebook.yaml", []byte(text)), &s.r)
}

// year reads the year 2017 of texts, where "" is the usual one.
func (s *sheets) year(t testing.TB, offices, book, answers string) *Year {
	t.Helper()
	pick := func(text, usual string) string {
		if text == "" {
			return usual
		}
		return text
	}
	y := &Year{Day: strict.Date{Y: 2017, M: 12, D: 31}}
	y.Offices, y.Book = s.offices(t, pick(offices, officesText)), s.book(pick(book, bookText))
	text := []byte(pick(answers, answersText))
	y.Answers = ReadAnswers(text, s.files.Add("answers.csv", text), 2017, y.Book, y.Offices, &s.r)
	return y
}

// faults are the diagnostics, one a line, with the name that is proposed and
// related places.
func (s *sheets) faults() string {
	var out []string
	for _, d := range s.r.All() {
		line := s.files.String(d.At.Start) + " " + string(d.Code) + ": " + d.Message
		if d.Replace != "" {
			line += " [" + d.Replace + "]"
		}
		for _, x := range d.Related {
			line += " (" + x.Message + ": " + s.files.String(x.At.Start) + ")"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func sample(t testing.TB) *Year {
	t.Helper()
	s := &sheets{}
	y := s.year(t, "", "", "")
	if f := s.faults(); f != "" {
		t.Fatal(f)
	}
	return y
}
