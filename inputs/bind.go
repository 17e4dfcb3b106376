package inputs

import (
	"fmt"
	"regexp"

	"assemble/inputs/facts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// Bind puts the figures into parts: each Stat that names a fact takes its value
// and where it came from. A fact that does not exist is reported, and its Stat
// becomes a hole, which only a draft prints.
func (in *Inputs) Bind(parts []*doc.Part) {
	for _, p := range parts {
		doc.Stats(p.Blocks, in.stat)
		doc.Blocks(p.Blocks, in.captions)
		for _, run := range [][]doc.Inline{p.Title, p.Tag} {
			in.BindInlines(run)
		}
	}
	in.sayLost()
}

// BindInlines puts the figures into one run of inlines.
func (in *Inputs) BindInlines(run []doc.Inline) {
	doc.Each(run, func(x doc.Inline) {
		if s, ok := x.(*doc.Stat); ok {
			in.stat(s)
		}
	})
}

func (in *Inputs) stat(s *doc.Stat) {
	if s.Fact == "" || s.Number.Value != nil {
		return
	}
	f, ok := in.Facts.Lookup(s.Fact)
	if !ok {
		s.Hole = true
		if !in.lose(s) {
			in.Report.Add(in.Facts.Unknown(s.Fact, s.At))
		}
		return
	}
	if f.Value == nil { // which has been reported
		s.Hole = true
		return
	}
	form := s.Number.Form
	s.Number = f.Number(in.Tag(), form)
	s.From = source.Key(s.Fact)
	if err := f.Check(in.Tag(), form); err != nil {
		s.Hole = true
		in.Report.Add(source.Diagnostic{
			Code: "fact-form", At: s.At, Excerpt: s.Fact, Message: fmt.Sprintf("%s cannot be printed in this form: %s", s.Fact, err),
			Fix: "give the fact what the form needs, or use another form", Related: []source.Related{{At: f.At, Message: "the fact"}},
		})
	} else if form == lang.Was || form == lang.Direction {
		in.warnReworded(f, s.At)
	}
}

// warnReworded warns of a comparison of answers to two questions.
func (in *Inputs) warnReworded(f *facts.Fact, at source.Span) {
	for _, key := range append([]source.Key{f.Key()}, f.Of...) {
		year, ok := in.reworded[key]
		if !ok {
			continue
		}
		in.Report.Add(source.Diagnostic{
			Severity: source.Warning, Code: "survey-wording", At: at, Excerpt: f.Name, Key: string(f.Key()),
			Message: fmt.Sprintf("the wording of the question behind %s changed in %d, and it is compared with the year before", f.Name, year),
			Fix:     "compare the two wordings in the codebook; leave the comparison out, or accept it with the reason",
		})
		return
	}
}

// captions fills in the words that come with a fact: captions of key figures
// and labels of bars; and marks the columns of the two years.
func (in *Inputs) captions(b doc.Block) {
	switch b := b.(type) {
	case *doc.KeyFigures:
		for i := range b.Of {
			if k := &b.Of[i]; len(k.Caption) == 0 {
				k.Caption = in.label(k.Stat)
			}
		}
	case *doc.Chart:
		in.categories(b)
	case *doc.Table:
		in.periods(b.Heads)
	}
}

func (in *Inputs) label(s *doc.Stat) []doc.Inline {
	f, ok := in.Facts.Lookup(s.Fact)
	if !ok {
		return nil
	}
	if words := in.Inline(f.Label); len(words) > 0 {
		return words
	}
	in.Report.Error("fact-label", s.At, fmt.Sprintf("%s has no label in %q, which is printed here", s.Fact, in.Tag()), "give the fact a label in facts.yaml")
	return doc.Words(s.Fact)
}

// categories names the bars of a chart after the facts of its first series.
func (in *Inputs) categories(c *doc.Chart) {
	if c.Of != "" && len(c.Series) == 0 && !in.ask(c) {
		return
	}
	c.Mixed = c.Of == "" && len(c.Series) > 0 && in.mixed(c.Series[0])
	if len(c.Categories) > 0 || len(c.Series) == 0 {
		return
	}
	for _, v := range c.Series[0].Values {
		c.Categories = append(c.Categories, in.label(v))
	}
}

// aYear is a head that is a year and nothing else.
var aYear = regexp.MustCompile(`^[12][0-9]{3}$`)

// periods marks the columns of the reported year and of the year before, where
// a table compares these two. A series of more years has no such columns.
func (in *Inputs) periods(heads []doc.Head) {
	year := func(h doc.Head) string {
		return doc.Plain(h.Text, func(s *doc.Stat) string { return in.Lang.Format(s.Number, lang.InTable) })
	}
	now, before := fmt.Sprint(in.Year), fmt.Sprint(in.Year-1)
	var both [2]bool
	for _, h := range doc.Leaves(heads) {
		switch y := year(h); {
		case y == now:
			both[0] = true
		case y == before:
			both[1] = true
		case aYear.MatchString(y):
			return
		}
	}
	if !both[0] || !both[1] || len(doc.Leaves(heads)) > 6 {
		return
	}
	var mark func([]doc.Head)
	mark = func(list []doc.Head) {
		for i := range list {
			if list[i].Period == doc.NoPeriod {
				switch year(list[i]) {
				case now:
					list[i].Period = doc.Reported
				case before:
					list[i].Period = doc.Before
				}
			}
			mark(list[i].Sub)
		}
	}
	mark(heads)
}
