package inputs

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/inputs/facts"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/survey"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// surveyPrefix begins the name of every fact of the questionnaire.
const surveyPrefix = "survey."

// addSurvey adds the facts that the answers of the reported year give.
func (in *Inputs) addSurvey() {
	in.tallied, in.reworded = map[source.Key]counting{}, map[source.Key]int{}
	now := in.Surveys[in.Year]
	if now == nil {
		return
	}
	a := &surveyAdder{in: in, now: now, was: in.Surveys[in.Year-1], names: in.surveyNames(now)}
	a.response()
	for i := range now.Book.Questions {
		if q := &now.Book.Questions[i]; q.In(in.Year) {
			a.question(q)
		}
	}
}

// surveyAdder adds facts of one questionnaire.
type surveyAdder struct {
	in       *Inputs
	now, was *survey.Year // was is nil if nothing is known of the year before
	names    surveyNames
	asked    bool // the question at hand, or its option, was there in the year before too
	reworded int  // the year in which it was put in other words, 0 if not since the year before
}

// group is a set of offices that facts are about, out of a base.
type group struct {
	name       string
	of, base   survey.Query
	label      strict.Text
	everything bool // countries, kinds of offices, shares and lists too
}

func (a *surveyAdder) response() {
	a.asked = a.was != nil
	label := func(of func(*lang.SurveyStrings) string) strict.Text {
		return words(func(t *lang.Table) string { return of(&t.Strings().Survey) })
	}
	framed := survey.Query{Of: survey.Framed}
	a.group(group{surveyPrefix + survey.Response, survey.Query{}, framed, label(func(s *lang.SurveyStrings) string { return s.Responded }), true})
	a.group(group{
		surveyPrefix + survey.Response + "." + survey.MissingMeasure,
		survey.Query{Of: survey.Missing},
		framed,
		label(func(s *lang.SurveyStrings) string { return s.Missing }), true,
	})
}

func (a *surveyAdder) question(q *survey.Question) {
	a.asked = a.was != nil && q.In(a.in.Year-1)
	a.reworded = 0
	if q.Changed == a.in.Year {
		a.reworded = q.Changed
	}
	name := surveyPrefix + q.Code
	query := func(of survey.Of) survey.Query { return survey.Query{Of: of, Question: q.Code} }
	a.group(group{name, query(survey.Gave), query(survey.Asked), q.Label, true})
	for _, x := range []struct {
		measure string
		of      survey.Of
		base    survey.Query
		label   func(*lang.SurveyStrings) string
	}{
		{survey.AskedMeasure, survey.Asked, survey.Query{}, func(s *lang.SurveyStrings) string { return s.Asked }},
		{survey.NotAskedMeasure, survey.PassedOver, survey.Query{}, func(s *lang.SurveyStrings) string { return s.NotAsked }},
		{survey.BlankMeasure, survey.LeftBlank, query(survey.Asked), func(s *lang.SurveyStrings) string { return s.Blank }},
		{survey.NotApplicableMeasure, survey.SaidNotApplicable, query(survey.Asked), func(s *lang.SurveyStrings) string { return s.NotApplicable }},
	} {
		a.group(group{name + "." + x.measure, query(x.of), x.base, a.labelled(q.Label, x.label), false})
	}
	if q.Type.Counts() {
		a.numbers(q, name)
	}
	for i := range q.Options {
		if o := &q.Options[i]; o.In(a.in.Year) {
			a.option(q, o)
		}
	}
}

func (a *surveyAdder) option(q *survey.Question, o *survey.Option) {
	a.asked = a.was != nil && q.In(a.in.Year-1) && o.In(a.in.Year-1)
	if a.reworded = 0; q.Changed == a.in.Year || o.Changed == a.in.Year {
		a.reworded = a.in.Year
	}
	name := surveyPrefix + q.Code + "." + o.Code
	chose := survey.Query{Of: survey.Chose, Question: q.Code, Option: o.Code}
	a.group(group{name, chose, survey.Query{Of: survey.Gave, Question: q.Code}, o.Label, true})
	if q.Repeat != "" {
		a.sum(name, chose, a.labelled(o.Label, func(s *lang.SurveyStrings) string { return s.Sum }), q)
	}
}

// numbers adds the facts of a question that asks for a number.
func (a *surveyAdder) numbers(q *survey.Question, name string) {
	gave := survey.Query{Of: survey.Gave, Question: q.Code}
	for _, x := range []struct {
		measure string
		of      survey.Of
		label   func(*lang.SurveyStrings) string
	}{
		{survey.ZeroMeasure, survey.GaveZero, func(s *lang.SurveyStrings) string { return s.Zero }},
		{survey.PositiveMeasure, survey.GaveMore, func(s *lang.SurveyStrings) string { return s.Positive }},
	} {
		of := survey.Query{Of: x.of, Question: q.Code}
		a.group(group{name + "." + x.measure, of, gave, a.labelled(q.Label, x.label), true})
	}
	a.sum(name, gave, q.Label, q)
}

// sum adds up what the offices gave.
func (a *surveyAdder) sum(name string, of survey.Query, label strict.Text, q *survey.Question) {
	f := facts.Fact{
		Name: name + "." + survey.SumMeasure, Value: a.now.Sum(of), Places: -1, Label: label,
		Units: q.Unit, One: q.One,
	}
	if len(q.Unit.By) > 0 {
		f.Unit = q.Unit.By[0].S
	}
	if a.asked {
		f.Was = &facts.Was{Year: a.in.Year - 1, Value: a.was.Sum(of), Places: -1}
	}
	a.add(f, of)
}

// group adds the facts of a set of offices. Those of one kind are out of the
// offices of that kind, and countries out of countries.
func (a *surveyAdder) group(g group) {
	offices := func(y *survey.Year, q survey.Query) int64 { return y.Count(q) }
	units := func(s *lang.SurveyStrings) lang.Noun { return s.Office }
	count := a.count(g.name, g.of, g.base, offices, units, g.label)
	if !g.everything {
		return
	}
	a.share(count, g)
	for _, k := range survey.Kinds() {
		of, base := g.of, g.base
		of.Kind, base.Kind = k, k
		label := a.labelled(g.label, func(s *lang.SurveyStrings) string { return kindWords(s, k) })
		a.count(g.name+"."+k.Measure(), of, base, offices, func(s *lang.SurveyStrings) lang.Noun { return kindNoun(s, k) }, label)
	}
	countries := func(y *survey.Year, q survey.Query) int64 { return int64(len(y.Countries(q))) }
	country := func(s *lang.SurveyStrings) lang.Noun { return s.Country }
	label := a.labelled(g.label, func(s *lang.SurveyStrings) string { return s.Countries })
	states := a.count(g.name+"."+survey.CountriesMeasure, g.of, g.base, countries, country, label)
	a.list(count, g.of, a.names.offices(a.now.List(g.of)))
	a.list(states, g.of, a.names.countries(a.now.Countries(g.of)))
}

// count adds a count out of a base, with both of the year before.
func (a *surveyAdder) count(name string, of, base survey.Query, n func(*survey.Year, survey.Query) int64,
	unit func(*lang.SurveyStrings) lang.Noun, label strict.Text,
) facts.Fact {
	f := facts.Fact{
		Name: name, Value: big.NewRat(n(a.now, of), 1), Base: big.NewRat(n(a.now, base), 1), LeastBase: survey.LeastBase, Label: label,
		Unit: unit(&lang.For("en").Strings().Survey).Plural,
	}
	f.Units = words(func(t *lang.Table) string { return unit(&t.Strings().Survey).Plural })
	f.One = words(func(t *lang.Table) string { return unit(&t.Strings().Survey).Singular })
	if a.asked {
		f.Was = &facts.Was{Year: a.in.Year - 1, Value: big.NewRat(n(a.was, of), 1), Base: big.NewRat(n(a.was, base), 1)}
	}
	f.BaseOf = f.Key().Base()
	a.in.tallied[f.BaseOf] = counting{a.now, base}
	a.add(f, of)
	return f
}

// share adds the share of a count in its base, if that is large enough.
func (a *surveyAdder) share(count facts.Fact, g group) {
	share := func(value, base *big.Rat) *big.Rat {
		v := new(big.Rat).Quo(value, base)
		return v.Mul(v, big.NewRat(100, 1))
	}
	enough := func(base *big.Rat) bool { return base.Cmp(big.NewRat(survey.LeastBase, 1)) >= 0 }
	if !enough(count.Base) {
		return
	}
	f := facts.Fact{
		Name: g.name + "." + survey.ShareMeasure, Value: share(count.Value, count.Base), Base: count.Base, BaseOf: count.BaseOf, Places: -1, Unit: lang.Percent,
		BaseUnits: count.Units, BaseOne: count.One,
		Label: a.with(g.label, func(t *lang.Table, label string) string { return fmt.Sprintf(t.Strings().Survey.PercentOf, label) }),
	}
	if w := count.Was; w != nil && enough(w.Base) {
		f.Was = &facts.Was{Year: w.Year, Value: share(w.Value, w.Base), Base: w.Base, Places: -1}
	}
	a.add(f, g.of)
}

// list adds a fact whose label is the names of those who were counted: the form
// name prints them.
func (a *surveyAdder) list(count facts.Fact, of survey.Query, names []string) {
	f := count
	f.Name += "." + survey.ListMeasure
	f.Label, f.Was = strict.Text{}, nil
	if len(names) > 0 {
		f.Label.By = []strict.Tr{{Lang: a.in.Tag(), Str: strict.Str{S: a.in.Lang.List(names)}}}
	}
	a.add(f, of)
}

func (a *surveyAdder) add(f facts.Fact, of survey.Query) {
	f.Year, f.Method, f.At = a.in.Year, facts.Count, a.now.Answers.Place()
	a.in.tallied[f.Key()] = counting{a.now, of}
	if a.reworded != 0 && f.Was != nil {
		a.in.reworded[f.Key()] = a.reworded
	}
	a.in.Facts.Add(f)
}

// labelled is a label with a word behind it, in each language of the label.
func (a *surveyAdder) labelled(label strict.Text, word func(*lang.SurveyStrings) string) strict.Text {
	return a.with(label, func(t *lang.Table, label string) string {
		return fmt.Sprintf(t.Strings().Comparator, label, word(&t.Strings().Survey))
	})
}

func (a *surveyAdder) with(label strict.Text, change func(*lang.Table, string) string) strict.Text {
	out := strict.Text{By: make([]strict.Tr, len(label.By))}
	for i, tr := range label.By {
		t := a.in.Lang
		if tr.Lang != "" {
			t = lang.For(tr.Lang)
		}
		out.By[i] = strict.Tr{Lang: tr.Lang, Str: strict.Str{S: change(t, tr.S)}}
	}
	return out
}

func kindWords(s *lang.SurveyStrings, k survey.Kind) string {
	switch k {
	case survey.CountryOffice:
		return s.CountryOffices
	case survey.RegionalOffice:
		return s.RegionalOffices
	case survey.Headquarters:
		return s.AtHeadquarters
	}
	return s.OtherOffices
}

func kindNoun(s *lang.SurveyStrings, k survey.Kind) lang.Noun {
	switch k {
	case survey.CountryOffice:
		return s.CountryOffice
	case survey.RegionalOffice:
		return s.RegionalOffice
	case survey.Headquarters:
		return s.Headquarters
	}
	return s.OtherOffice
}

// provenance adds what was counted to what is known of a fact. Where nobody was
// counted, the whole table is the evidence.
func (c counting) provenance(p source.Provenance) source.Provenance {
	p.Method = string(facts.Count)
	p.Inputs = c.year.Spans(c.query)
	if len(p.Inputs) == 0 {
		p.Inputs = []source.Span{c.year.Answers.Place()}
	}
	return p
}

// mixed reports whether the values of a series answer several questions.
func (in *Inputs) mixed(s doc.Series) bool {
	first := ""
	for _, v := range s.Values {
		key := source.Key(v.Fact)
		if f, ok := in.Facts.Lookup(v.Fact); ok && f.Method == facts.Same && len(f.Of) > 0 {
			key = f.Of[0]
		}
		switch q := in.tallied[key].query.Question; {
		case q == "":
		case first == "":
			first = q
		case q != first:
			return true
		}
	}
	return false
}

// checkOverlap warns of sums of options that one office could choose together:
// it would be counted as often as it chose one.
func (in *Inputs) checkOverlap() {
	now := in.Surveys[in.Year]
	if now == nil {
		return
	}
	for _, name := range in.Facts.Names() {
		f, _ := in.Facts.Lookup(name)
		if f.Method != facts.Sum {
			continue
		}
		seen := map[string]string{}
		for _, part := range f.Of {
			c := in.tallied[part]
			q, ok := now.Book.Lookup(c.query.Question)
			if !ok || q.Type != survey.SelectMultiple || c.query.Of != survey.Chose || strings.HasSuffix(string(part), "."+survey.SumMeasure) {
				continue
			}
			if first := seen[q.Code]; first != "" {
				in.Report.Warn("survey-overlap", f.At, fmt.Sprintf("%s adds %s to %s, and an office that chose both is counted twice", f.Name, part, first),
					"add a question that asks for it, or say answers instead of offices")
				break
			}
			seen[q.Code] = string(part)
		}
	}
}
