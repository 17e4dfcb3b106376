package inputs

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/survey"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// ask gives a chart the answers to its question: one bar for each option, in
// grouped bars with the year before beside it; one stacked bar for each year; or
// in lines one point for each year in which an option was offered. It reports whether there are any.
func (in *Inputs) ask(c *doc.Chart) bool {
	q, o := in.asked(c)
	if q == nil {
		return false
	}
	x := questionChart{in, c, q}
	ok := false
	switch {
	case c.Kind == doc.Bars && o == nil:
		ok = x.bars()
	case c.Kind == doc.GroupedBars && o == nil:
		ok = x.grouped()
	case c.Kind == doc.Lines && o != nil:
		ok = x.line(o)
	case c.Kind == doc.StackedBars && o == nil:
		ok = x.stacked()
	case o == nil:
		x.fault(q.Code+" has no one value for a year", "name one of its options, survey."+q.Code+"."+firstOption(q))
	default:
		x.fault(c.Of+" is one option, and bars stand for all of a question", "write of: survey."+q.Code+", or kind: line")
	}
	if ok {
		x.notes()
	}
	return ok
}

func firstOption(q *survey.Question) string {
	if len(q.Options) > 0 {
		return q.Options[0].Code
	}
	return "…"
}

// asked finds the question, or the option of one, that a chart names.
func (in *Inputs) asked(c *doc.Chart) (*survey.Question, *survey.Option) {
	now := in.Surveys[in.Year]
	var names []string
	if name, ok := strings.CutPrefix(c.Of, surveyPrefix); ok && now != nil {
		if q, ok := now.Book.Lookup(name); ok && q.In(in.Year) {
			if q.Type.Selects() {
				return q, nil
			}
			(&questionChart{in, c, q}).fault(fmt.Sprintf("%s is of type %s, and a chart shows options", c.Of, q.Type), "name a question with options, or give the chart series of facts")
			return nil, nil
		}
		for i := range now.Book.Questions {
			q := &now.Book.Questions[i]
			if q.Type.Selects() {
				names = append(names, surveyPrefix+q.Code)
			}
			if code, ok := strings.CutPrefix(name, q.Code+"."); ok && q.In(in.Year) {
				if o, ok := q.Option(code); ok {
					return q, o
				}
			}
		}
	}
	in.Report.Add(source.Diagnostic{
		Code: "chart-question", At: c.At, Excerpt: c.Of, Replace: source.Nearest(c.Of, names),
		Message: fmt.Sprintf("there are no answers to %q", c.Of), Fix: "import the questionnaire, or give the chart series of facts",
	})
	return nil, nil
}

// questionChart fills one chart.
type questionChart struct {
	in *Inputs
	*doc.Chart
	q *survey.Question
}

func (x *questionChart) fault(message, fix string) {
	x.in.Report.Add(source.Diagnostic{Code: "chart-question", At: x.At, Excerpt: x.Of, Message: message, Fix: fix})
}

// options are those that were offered in the reported year.
func (x *questionChart) options() []*survey.Option {
	var out []*survey.Option
	for i := range x.q.Options {
		if o := &x.q.Options[i]; o.In(x.in.Year) {
			out = append(out, o)
		}
	}
	return out
}

// fact is the fact of an option of the reported year.
func (x *questionChart) fact(o *survey.Option) *doc.Stat {
	s := &doc.Stat{Fact: surveyPrefix + x.q.Code + "." + o.Code, At: x.At, Number: lang.Number{Form: lang.Figure, Places: -1}}
	x.in.stat(s)
	return s
}

func (x *questionChart) bars() bool {
	var series doc.Series
	for _, o := range x.options() {
		series.Values = append(series.Values, x.fact(o))
		x.Categories = append(x.Categories, x.in.optionLabel(o, x.At))
	}
	x.Series = []doc.Series{series}
	return len(series.Values) > 0
}

func (x *questionChart) grouped() bool {
	before := x.in.Year - 1
	if x.in.Surveys[before] == nil || !x.q.In(before) {
		x.fault(fmt.Sprintf("there are no answers to %s of %d", x.q.Code, before), "import that year, or write kind: bars")
		return false
	}
	for _, o := range x.options() {
		if !o.In(before) {
			x.fault(fmt.Sprintf("the option %s was not offered in %d", o.Code, before), "write kind: bars, or give the chart series of facts")
			return false
		}
	}
	if !x.bars() {
		return false
	}
	earlier := doc.Series{Label: doc.Words(strconv.Itoa(before))}
	for _, o := range x.options() {
		earlier.Values = append(earlier.Values, x.in.answersOf(before, x.q, o, x.At))
	}
	x.Series[0].Label = doc.Words(strconv.Itoa(x.in.Year))
	x.Series = append(x.Series, earlier)
	return true
}

// rewordings warns where the years of a chart were asked in other words.
func (x *questionChart) rewordings() {
	for _, s := range x.Series {
		for _, v := range s.Values {
			if _, ok := x.in.reworded[source.Key(v.Fact)]; ok {
				f, _ := x.in.Facts.Lookup(v.Fact)
				x.in.warnReworded(f, x.At)
				return
			}
		}
	}
}

func (x *questionChart) line(o *survey.Option) bool {
	var series doc.Series
	for _, year := range x.in.surveyYears() {
		if year > x.in.Year || !x.q.In(year) || !o.In(year) {
			continue
		}
		s := x.in.answersOf(year, x.q, o, x.At)
		if year == x.in.Year {
			s = x.fact(o)
		}
		series.Values = append(series.Values, s)
		x.Categories = append(x.Categories, doc.Words(strconv.Itoa(year)))
	}
	if len(series.Values) < 2 {
		x.fault(fmt.Sprintf("there are answers of %d years, and a line wants two", len(series.Values)), "import earlier years, or write kind: bars")
		return false
	}
	x.Series = []doc.Series{series}
	return true
}

// answersOf counts who chose an option in a year that is not reported on. No
// fact has that value: its key is the name of the fact and the year.
func (in *Inputs) answersOf(year int, q *survey.Question, o *survey.Option, at source.Span) *doc.Stat {
	y := in.Surveys[year]
	chose := survey.Query{Of: survey.Chose, Question: q.Code, Option: o.Code}
	gave := survey.Query{Of: survey.Gave, Question: q.Code}
	n, base := y.Count(chose), y.Count(gave)
	s := &doc.Stat{At: at, From: source.Key(fmt.Sprintf("%s%s.%s@%d", surveyPrefix, q.Code, o.Code, year))}
	s.Number = lang.Number{Value: big.NewRat(n, 1), Form: lang.Figure, Places: -1, Unit: lang.For("en").Strings().Survey.Office.Plural, UnitWords: in.Lang.Strings().Survey.Office}
	if base >= survey.LeastBase {
		s.Number.Base = big.NewRat(base, 1)
	}
	in.tallied[s.From], in.tallied[s.From.Base()] = counting{y, chose}, counting{y, gave}
	return s
}

// optionLabel is the label of an option in the language at hand.
func (in *Inputs) optionLabel(o *survey.Option, at source.Span) []doc.Inline {
	if s, ok := o.Label.In(in.Tag()); ok && s.S != "" {
		return doc.Words(s.S)
	}
	in.Report.Error("survey-label", at, fmt.Sprintf("the option %s has no label in %q, which is printed here", o.Code, in.Tag()), "add one to the codebook, and import the questionnaire again")
	return doc.Words(o.Code)
}

// notes says what the drawing does not: a base of which no shares are shown,
// that more than one answer was possible where the sum does not tell, and where
// the values are from.
func (x *questionChart) notes() {
	w := x.in.Lang.Strings()
	gave := x.in.Surveys[x.in.Year].Count(survey.Query{Of: survey.Gave, Question: x.q.Code})
	if gave < survey.LeastBase && x.Kind != doc.Lines {
		n := lang.Int(gave)
		n.Form = lang.Figure
		base := &doc.Stat{Number: n, From: x.Series[0].Values[0].From.Base(), At: x.At}
		noun := &doc.Text{S: " " + x.in.Lang.Noun(w.Survey.Office, n.Value)}
		x.Notes = append(x.Notes, doc.Fill(w.Survey.Few, []doc.Inline{base, noun}))
	}
	var sum int64
	for _, s := range x.Series[0].Values {
		if s.Number.Value != nil {
			sum += s.Number.Value.Num().Int64()
		}
	}
	if x.Kind != doc.Bars {
		x.rewordings()
	}
	if x.q.Type == survey.SelectMultiple && x.Kind != doc.Lines && (sum <= gave || gave < survey.LeastBase) {
		x.Notes = append(x.Notes, doc.Words(w.Survey.MoreThanOne))
	}
	if len(x.Source) == 0 {
		x.Source = doc.Words(x.sourceLine())
	}
}

func (x *questionChart) sourceLine() string {
	w, last := x.in.Lang.Strings(), strconv.Itoa(x.in.Year)
	switch x.Kind {
	case doc.Bars:
		return fmt.Sprintf(w.Questionnaire, last)
	case doc.Lines, doc.StackedBars:
		first := doc.Plain(x.Categories[0], nil)
		if first == last {
			return fmt.Sprintf(w.Questionnaire, last)
		}
		return fmt.Sprintf(w.Survey.Questionnaires, first, last)
	}
	return fmt.Sprintf(w.Survey.Questionnaires, strconv.Itoa(x.in.Year-1), last)
}
