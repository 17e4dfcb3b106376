package inputs

import (
	"fmt"
	"strconv"

	"assemble/inputs/survey"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// stackedParts is how many parts of a bar are told apart in print.
const stackedParts = 3

// stacked shows how the answers of each year were shared among the options: one
// bar a year, one part an option. Shares, and not counts, because more or fewer
// offices are asked each year.
func (x *questionChart) stacked() bool {
	options := x.options()
	switch {
	case x.q.Type != survey.SelectOne || x.q.Repeat != "":
		x.fault("the parts of a stacked bar make a whole, and an office can give several answers to "+x.q.Code,
			"write kind: bars")
		return false
	case len(options) > stackedParts:
		x.fault(fmt.Sprintf("%s has %d options, and a stacked bar shows %d parts at most", x.q.Code, len(options), stackedParts),
			"write kind: bars, or give the chart series of facts that are sums of options")
		return false
	}
	for _, o := range options {
		x.Series = append(x.Series, doc.Series{Label: x.in.optionLabel(o, x.At)})
	}
	for _, year := range x.in.surveyYears() {
		if year <= x.in.Year && x.q.In(year) && !x.bar(year, options) {
			return false
		}
	}
	if len(x.Unit) == 0 {
		x.Unit = doc.Words(x.in.Lang.Strings().Survey.SharesOfAnswers)
	}
	return len(options) > 0
}

// bar adds the bar of a year.
func (x *questionChart) bar(year int, options []*survey.Option) bool {
	gave := x.in.Surveys[year].Count(survey.Query{Of: survey.Gave, Question: x.q.Code})
	if gave < survey.LeastBase {
		x.fault(fmt.Sprintf("answers to %s of %d are %d, and of fewer than %d no percentages are given", x.q.Code, year, gave, survey.LeastBase),
			"write kind: bars, which shows the counts")
		return false
	}
	for i, o := range options {
		if !o.In(year) {
			x.fault(fmt.Sprintf("the option %s was not offered in %d", o.Code, year), "write kind: bars, or give the chart series of facts")
			return false
		}
		s := x.in.answersOf(year, x.q, o, x.At)
		if year == x.in.Year {
			s = x.fact(o)
		}
		s.Number.Form, s.Number.Places = lang.Share, -1
		x.Series[i].Values = append(x.Series[i].Values, s)
	}
	x.Categories = append(x.Categories, doc.Words(strconv.Itoa(year)))
	return true
}
