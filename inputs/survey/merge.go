package survey

import (
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// mergeCodebook joins the questions of a year with those of other years, which
// have the same code. Labels are those of the latest year; a question whose
// wording differs from the year before says so. Questions and options that are
// in no year go.
func mergeCodebook(before *Codebook, items []*item, year int, r *source.Reporter) *Codebook {
	var list []Question
	taken := map[string]bool{}
	latest := true
	if before != nil {
		for _, y := range before.Years() {
			latest = latest && y <= year
		}
	}
	for _, it := range items {
		q := it.Question
		q.At = it.at
		taken[q.Code] = true
		var old *Question
		if before != nil {
			old, _ = before.Lookup(q.Code)
		}
		list = append(list, mergeQuestion(old, q, year, latest, r))
	}
	if before != nil {
		for _, old := range before.Questions {
			if !taken[old.Code] {
				old = withoutYear(old, year)
				if len(old.Years) > 0 {
					list = append(list, old)
				}
			}
		}
	}
	if latest {
		renamed(list, year, r)
	}
	b := NewCodebook(0, list)
	if !latest {
		b.order(before)
	}
	b.check(r)
	return b
}

// order puts questions into the order of an earlier codebook, as far as it has
// them.
func (b *Codebook) order(before *Codebook) {
	slices.SortStableFunc(b.Questions, func(p, q Question) int {
		i, ok := before.byCode[p.Code]
		j, ok2 := before.byCode[q.Code]
		switch {
		case ok && ok2:
			return i - j
		case ok:
			return -1
		case ok2:
			return 1
		}
		return 0
	})
	*b = *NewCodebook(b.File, b.Questions)
}

// mergeQuestion joins a question of a year with the same one of other years.
func mergeQuestion(old *Question, q Question, year int, latest bool, r *source.Reporter) Question {
	q.Years, q.Changed, q.Before = []int{year}, 0, strict.Text{}
	for i := range q.Options {
		o := &q.Options[i]
		o.Years, o.Changed, o.Before = []int{year}, 0, strict.Text{}
	}
	if old == nil {
		return q
	}
	others := without(old.Years, year)
	if len(others) == 0 {
		return q
	}
	if !agree(old, &q) {
		r.Add(source.Diagnostic{
			Code: "survey-retyped", At: q.At, Excerpt: q.Code, Message: fmt.Sprintf("%s is of type %s, and was of type %s in %d", q.Code, q.Type, old.Type, others[len(others)-1]),
			Fix: "give the question another name in the form: it cannot be compared", Related: []source.Related{{At: old.At, Message: "the codebook"}},
		})
	}
	lead, follow := q, *old // whose words are printed
	if !latest {
		lead, follow = *old, q
	}
	lead.Options = mergeOptions(slices.Concat(lead.Options, follow.Options), old, &q, year, latest)
	lead.Years = union(others, year)
	if wide := wider(old.Type, q.Type); wide != "" {
		lead.Type = wide
	}
	lead.Changed, lead.Before = changed(wording{old.Label, old.Changed, old.Before}, q.Label, others, year, latest)
	return lead
}

// agree reports whether answers of both types can stand in one table.
func agree(a, b *Question) bool {
	return (a.Type == b.Type || wider(a.Type, b.Type) != "") && (a.Repeat == "") == (b.Repeat == "")
}

// wider is the type that takes the answers of both; "" where neither does.
func wider(a, b Type) Type {
	switch {
	case a == Integer && b == Decimal || a == Decimal && b == Integer:
		return Decimal
	case a == SelectOne && b == SelectMultiple || a == SelectMultiple && b == SelectOne:
		return SelectMultiple
	}
	return ""
}

// mergeOptions joins options, of which the first of a code counts, and gives each
// the years in which it was offered, and the last change of its wording.
func mergeOptions(all []Option, old, q *Question, year int, latest bool) []Option {
	var out []Option
	for _, o := range all {
		if slices.ContainsFunc(out, func(x Option) bool { return x.Code == o.Code }) {
			continue
		}
		before, was := old.Option(o.Code)
		now, offered := q.Option(o.Code)
		var others []int
		if was {
			others = without(before.Years, year)
		}
		o.Years = others
		switch {
		case offered && len(others) > 0:
			o.Changed, o.Before = changed(wording{before.Label, before.Changed, before.Before}, now.Label, others, year, latest)
		case o.Changed == year:
			o.Changed, o.Before = 0, strict.Text{}
		}
		if offered {
			o.Years = union(others, year)
		}
		if len(o.Years) > 0 {
			out = append(out, o)
		}
	}
	return out
}

func without(years []int, year int) []int {
	return slices.DeleteFunc(slices.Clone(years), func(y int) bool { return y == year })
}

func union(years []int, year int) []int {
	out := append(slices.Clone(years), year)
	slices.Sort(out)
	return slices.Compact(out)
}

func withoutYear(q Question, year int) Question {
	q.Years = without(q.Years, year)
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		o := &q.Options[i]
		if o.Years = without(o.Years, year); o.Changed == year {
			o.Changed, o.Before = 0, strict.Text{}
		}
	}
	q.Options = slices.DeleteFunc(q.Options, func(o Option) bool { return len(o.Years) == 0 })
	if q.Changed == year {
		q.Changed, q.Before = 0, strict.Text{}
	}
	return q
}

// wording is a label with its last change.
type wording struct {
	label   strict.Text
	changed int
	before  strict.Text
}

// changed tells the last change of wording. The wording of the year before is
// known as it is, or from the change that is noted for this year.
func changed(old wording, label strict.Text, others []int, year int, latest bool) (int, strict.Text) {
	if !latest {
		last := others[len(others)-1]
		if old.changed != last && last > year && otherwise(label, old.label) && others[0] > year {
			return others[0], label
		}
		return old.changed, old.before
	}
	base := old.label
	if old.changed == year {
		base = old.before
	}
	if otherwise(base, label) {
		return year, base
	}
	if old.changed == year {
		return 0, strict.Text{}
	}
	return old.changed, old.before
}

// otherwise reports whether a text is put in other words in a language that both
// have.
func otherwise(a, b strict.Text) bool {
	for _, x := range a.By {
		if y, ok := exactly(b, x.Lang); ok && strings.Join(strings.Fields(x.S), " ") != strings.Join(strings.Fields(y), " ") {
			return true
		}
	}
	return false
}

// renamed warns of questions and options that are new under their code and have
// the wording of one that is gone: whoever meant the same cannot compare it.
func renamed(list []Question, year int, r *source.Reporter) {
	warn := func(q *Question, what, old string, years []int) {
		r.Add(source.Diagnostic{
			Severity: source.Warning, Code: "survey-renamed", At: q.At, Excerpt: q.Code,
			Message: fmt.Sprintf("%s has the wording that %s had in %d, and they are not compared", what, old, years[len(years)-1]),
			Fix:     "give it the name in the form that it had, if it is the same",
		})
	}
	for i := range list {
		q := &list[i]
		if !slices.Equal(q.Years, []int{year}) {
			for j := range q.Options {
				if o, p := &q.Options[j], goneOption(q, &q.Options[j], year); p != nil {
					warn(q, fmt.Sprintf("the option %s of %s", o.Code, q.Code), p.Code, p.Years)
				}
			}
			continue
		}
		for j := range list {
			if p := &list[j]; !p.In(year) && agree(p, q) && sameWords(p.Label, q.Label) {
				warn(q, q.Code, p.Code, p.Years)
				break
			}
		}
	}
}

// goneOption is an option with the wording of one that is new in a year, and that
// is not offered any more; nil for none.
func goneOption(q *Question, o *Option, year int) *Option {
	if !slices.Equal(o.Years, []int{year}) {
		return nil
	}
	for i := range q.Options {
		if p := &q.Options[i]; !p.In(year) && sameWords(p.Label, o.Label) {
			return p
		}
	}
	return nil
}

// sameWords reports whether two texts are the same in a language that both have.
func sameWords(a, b strict.Text) bool {
	for _, x := range a.By {
		if y, ok := exactly(b, x.Lang); ok && fold(x.S) == fold(y) {
			return true
		}
	}
	return false
}
