package survey

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
)

// State says how an office answered a question.
type State string

// The states. Zero is an answer; the other three are none, each for another
// reason.
const (
	Answered      State = "answered"
	Blank         State = "blank"          // asked, and left blank
	NotApplicable State = "not-applicable" // asked, and said to be of no concern
	NotAsked      State = "not-asked"      // passed over by the skip logic
)

// States returns all states.
func States() []State { return []State{Answered, Blank, NotApplicable, NotAsked} }

// Answer is the answer of one office to one question.
type Answer struct {
	Office  string
	State   State
	Options []Choice // of a selection
	Value   *big.Rat // of a number, and of how often a repeat was answered
	Text    string   // of a date, and of a text that is kept
	Line    int32    // of its first row
}

// Choice is one option that was chosen. Times is 1, and in a repeat how often.
type Choice struct {
	Option string
	Times  int64
	Line   int32
}

// Chose returns the choice of an option.
func (a *Answer) Chose(option string) (*Choice, bool) {
	for i := range a.Options {
		if a.Options[i].Option == option {
			return &a.Options[i], true
		}
	}
	return nil, false
}

// Answers are the answers of one year.
type Answers struct {
	Year    int
	File    source.FileID
	offices []string // by code
	to      map[string][]Answer
}

// MaxAnswers bounds the rows of a table of answers: 1,000 offices and 600
// columns make a fifth of it.
const MaxAnswers = 3_000_000

// maxText bounds a text that is kept.
const maxText = 20_000

// AnswerLayout is the layout of a table of answers.
func AnswerLayout() table.Layout {
	return table.Layout{Area: "survey", Columns: []string{"office", "question", "option", "value", "state"}, MaxRows: MaxAnswers}
}

// Columns of a table of answers; officeColumn is the first here too.
const (
	questionColumn = iota + 1
	optionColumn
	valueColumn
	stateColumn
)

// ReadAnswers reads the table of answers of a year, registered as file. Rows
// with a fault are reported and left out.
func ReadAnswers(text []byte, file source.FileID, year int, book *Codebook, offices *Offices, r *source.Reporter) *Answers {
	x := &answerReader{year: year, book: book, offices: offices, at: map[officeQuestion]*Answer{}}
	AnswerLayout().Read(text, file, r, x.row)
	list := make([]Reply, 0, len(x.at))
	for k, a := range x.at {
		list = append(list, Reply{k.question, *a})
	}
	out := NewAnswers(year, file, list)
	out.whole(book, r)
	return out
}

// Reply is an answer with its question.
type Reply struct {
	Question string
	Answer
}

// NewAnswers makes the answers of a year; no office answers a question twice.
func NewAnswers(year int, file source.FileID, list []Reply) *Answers {
	a := &Answers{Year: year, File: file, to: map[string][]Answer{}}
	for _, x := range list {
		a.to[x.Question] = append(a.to[x.Question], x.Answer)
		a.offices = append(a.offices, x.Office)
	}
	slices.Sort(a.offices)
	a.offices = slices.Clip(slices.Compact(a.offices))
	for _, answers := range a.to {
		slices.SortFunc(answers, func(p, q Answer) int { return cmp.Compare(p.Office, q.Office) })
	}
	return a
}

// Offices returns the offices that answered the questionnaire, by code.
func (a *Answers) Offices() []string { return a.offices }

// To returns the answers to a question, by office.
func (a *Answers) To(question string) []Answer { return a.to[question] }

// Place is the whole table.
func (a *Answers) Place() source.Span { return source.At(source.Pos{File: a.File}) }

// whole reports questions to which answers of offices are missing: an import
// says of each office why it did not answer.
func (a *Answers) whole(book *Codebook, r *source.Reporter) {
	for _, code := range book.Codes(a.Year) {
		if n := len(a.offices) - len(a.to[code]); n > 0 {
			r.Error("survey-missing", a.Place(), fmt.Sprintf("%d of %d offices have no row for %s", n, len(a.offices), code), "import the questionnaire again")
		}
	}
}

type officeQuestion struct{ office, question string }

// answerReader reads the rows of a table of answers.
type answerReader struct {
	*table.Row
	year    int
	book    *Codebook
	offices *Offices
	at      map[officeQuestion]*Answer
}

func (x *answerReader) row(row *table.Row) {
	x.Row = row
	office, known := x.offices.Lookup(x.Cell(officeColumn))
	if !known {
		x.Unknown("office", officeColumn, "is not an office of the register", x.officeCodes(), "add it to the register, or import the questionnaire again")
	}
	question, asked := x.book.Lookup(x.Cell(questionColumn))
	switch {
	case !asked:
		x.Unknown("question", questionColumn, "is not a question of the codebook", x.book.Codes(x.year), "import the questionnaire again")
	case !question.In(x.year):
		x.Unknown("question", questionColumn, fmt.Sprintf("was not asked in %d", x.year), nil, "import the questionnaire again")
		asked = false
	}
	if !slices.Contains(States(), State(x.Cell(stateColumn))) {
		x.Unknown("state", stateColumn, "is not a state of an answer", stateNames(), "write one of "+strings.Join(stateNames(), ", "))
		return
	}
	if known && asked {
		x.answer(office.Code, question, State(x.Cell(stateColumn)))
	}
}

// answer takes a row whose office, question and state are known.
func (x *answerReader) answer(office string, q *Question, state State) {
	a := Answer{Office: office, State: state, Line: x.Line()}
	if state != Answered {
		if x.Cell(optionColumn) != "" || x.Cell(valueColumn) != "" {
			x.Fault("state", stateColumn, "an answer that is "+string(state)+" has an option or a value", "remove it, or write answered")
			return
		}
	} else if !x.value(&a, q) {
		return
	}
	key := officeQuestion{office, q.Code}
	before, taken := x.at[key]
	if !taken {
		x.at[key] = &a
		return
	}
	several := q.Type == SelectMultiple || q.Type == SelectOne && q.Repeat != ""
	if state != Answered || before.State != Answered || !several {
		x.Twice(fmt.Sprintf("the answer of %s to %s", office, q.Code), before.Line)
		return
	}
	if c, chosen := before.Chose(a.Options[0].Option); chosen {
		x.Twice(fmt.Sprintf("the answer of %s to %s", office, q.Code), c.Line)
		return
	}
	before.Options = append(before.Options, a.Options[0])
}

// value reads option and value of an answer, and reports whether they are what
// the type of the question wants.
func (x *answerReader) value(a *Answer, q *Question) bool {
	option, value := x.Cell(optionColumn), x.Cell(valueColumn)
	if q.Type.Selects() {
		return x.choice(a, q, option, value)
	}
	if option != "" {
		x.Unknown("option", optionColumn, "stands at a question of type "+string(q.Type)+", which has no options", nil, "import the questionnaire again")
		return false
	}
	switch q.Type {
	case Text:
		a.Text = table.Unguard(value)
		if len(value) > maxText {
			x.Fault("value", valueColumn, fmt.Sprintf("the text is longer than %d bytes", maxText), "shorten it")
			return false
		}
	case Date:
		if _, ok := strict.ParseDate(value); !ok {
			x.Unknown("value", valueColumn, "is not a date", nil, "write year, month and day of a day that exists: 2017-12-31")
			return false
		}
		a.Text = value
	default:
		n, ok := strict.ParseNumber(value)
		whole := ok && (q.Type == Decimal || n.Value.IsInt())
		if !whole || q.Type == Repeat && n.Value.Sign() <= 0 {
			x.Unknown("value", valueColumn, "is not a number of type "+string(q.Type), nil, "write digits, with a point for decimals and nothing between thousands")
			return false
		}
		a.Value = n.Value
	}
	return true
}

// choice reads an option that was chosen.
func (x *answerReader) choice(a *Answer, q *Question, option, value string) bool {
	o, ok := q.Option(option)
	if !ok || !o.In(x.year) {
		var names []string
		for i := range q.Options {
			if q.Options[i].In(x.year) {
				names = append(names, q.Options[i].Code)
			}
		}
		x.Unknown("option", optionColumn, fmt.Sprintf("is not an option of %s in %d", q.Code, x.year), names, "import the questionnaire again")
		return false
	}
	times := int64(1)
	if q.Repeat != "" || value != "" {
		n, err := strconv.ParseInt(value, 10, 32)
		if err != nil || n < 1 || q.Repeat == "" || strconv.FormatInt(n, 10) != value {
			x.Unknown("value", valueColumn, "is not how often an option was chosen", nil, "write a whole number at a question of a repeat, nothing at any other")
			return false
		}
		times = n
	}
	a.Options = []Choice{{o.Code, times, x.Line()}}
	return true
}

func (x *answerReader) officeCodes() []string {
	codes := make([]string, 0, len(x.offices.All()))
	for _, o := range x.offices.All() {
		codes = append(codes, o.Code)
	}
	return codes
}

func stateNames() []string {
	var names []string
	for _, s := range States() {
		names = append(names, string(s))
	}
	return names
}

// Text is the table of answers as it is written in an edition: by question as
// the codebook has them, by option, by office, so that who chose an option is
// one range of lines. Lines of answers and choices are not looked at.
func (a *Answers) Text(book *Codebook) []byte {
	var rows [][]string
	for i := range book.Questions {
		q := &book.Questions[i]
		for _, state := range []State{NotAsked, Blank, NotApplicable} {
			for _, x := range a.to[q.Code] {
				if x.State == state {
					rows = append(rows, []string{x.Office, q.Code, "", "", string(state)})
				}
			}
		}
		rows = append(rows, answered(q, a.to[q.Code])...)
	}
	return AnswerLayout().Write(rows)
}

func answered(q *Question, answers []Answer) [][]string {
	var rows [][]string
	for i := range q.Options {
		for j := range answers {
			c, ok := answers[j].Chose(q.Options[i].Code)
			if !ok || answers[j].State != Answered {
				continue
			}
			times := ""
			if q.Repeat != "" {
				times = strconv.FormatInt(c.Times, 10)
			}
			rows = append(rows, []string{answers[j].Office, q.Code, c.Option, times, string(Answered)})
		}
	}
	if q.Type.Selects() {
		return rows
	}
	for _, x := range answers {
		if x.State == Answered {
			rows = append(rows, []string{x.Office, q.Code, "", valueText(q, x), string(Answered)})
		}
	}
	return rows
}

func valueText(q *Question, a Answer) string {
	if a.Value == nil {
		if q.Type == Text {
			return table.Guard(a.Text)
		}
		return a.Text
	}
	places, _ := a.Value.FloatPrec()
	return a.Value.FloatString(places)
}
