package survey

import (
	"slices"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Type is a type of question. The names are those of XLSForm.
type Type string

// The types. A Repeat is a group of questions that an office answers as often
// as it wants; its value is how often.
const (
	SelectOne      Type = "select_one"
	SelectMultiple Type = "select_multiple"
	Integer        Type = "integer"
	Decimal        Type = "decimal"
	Date           Type = "date"
	Text           Type = "text"
	Repeat         Type = "repeat"
)

// Types returns all types.
func Types() []Type {
	return []Type{SelectOne, SelectMultiple, Integer, Decimal, Date, Text, Repeat}
}

// Selects reports whether answers are options.
func (t Type) Selects() bool { return t == SelectOne || t == SelectMultiple }

// Counts reports whether answers are numbers.
func (t Type) Counts() bool { return t == Integer || t == Decimal || t == Repeat }

// Question is one question of the codebook.
type Question struct {
	Code    string
	Name    string // in the form, where it differs from the code
	Type    Type
	Label   strict.Text
	Unit    strict.Text // of numbers: what is counted
	One     strict.Text // the unit in the singular
	Options []Option
	// NotApplicable is the label of the answer that the question does not apply,
	// which is a state and no option.
	NotApplicable strict.Text
	// NotApplicableName is what the form calls it; "" where nothing does.
	NotApplicableName string
	Base              string // which answers make it asked, as XLSForm writes conditions; "" for all
	Repeat            string // the repeat that it belongs to; "" for none
	Years             []int  // in which it was asked, in order
	Changed           int    // year of the last change of its wording; 0 for none
	Before            strict.Text
	At                source.Span
}

// Option is one option of a question.
type Option struct {
	Code  string
	Name  string // in the form, where it differs from the code
	Label strict.Text
	Years []int // in which it was offered, in order
	// Changed is the year of the last change of its wording, which was Before; 0
	// for none.
	Changed int
	Before  strict.Text
}

// In reports whether the question was asked in a year.
func (q *Question) In(year int) bool { return slices.Contains(q.Years, year) }

// Option returns the option of a code.
func (q *Question) Option(code string) (*Option, bool) {
	for i := range q.Options {
		if q.Options[i].Code == code {
			return &q.Options[i], true
		}
	}
	return nil, false
}

// In reports whether the option was offered in a year.
func (o *Option) In(year int) bool { return slices.Contains(o.Years, year) }

// Codebook holds the questions in the order of the questionnaire.
type Codebook struct {
	File      source.FileID
	Questions []Question
	byCode    map[string]int
}

// NewCodebook makes a codebook of questions, whose codes differ.
func NewCodebook(file source.FileID, questions []Question) *Codebook {
	b := &Codebook{File: file, Questions: questions, byCode: make(map[string]int, len(questions))}
	for i := range questions {
		b.byCode[questions[i].Code] = i
	}
	return b
}

// Lookup returns the question of a code.
func (b *Codebook) Lookup(code string) (*Question, bool) {
	i, ok := b.byCode[code]
	if !ok {
		return nil, false
	}
	return &b.Questions[i], true
}

// Codes returns the codes of the questions of a year; of all for year 0.
func (b *Codebook) Codes(year int) []string {
	var codes []string
	for i := range b.Questions {
		if q := &b.Questions[i]; year == 0 || q.In(year) {
			codes = append(codes, q.Code)
		}
	}
	return codes
}

// Years returns the years in which any question was asked, in order.
func (b *Codebook) Years() []int {
	var years []int
	for i := range b.Questions {
		years = append(years, b.Questions[i].Years...)
	}
	slices.Sort(years)
	return slices.Compact(years)
}
