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
		q.Options[i].Years = []int{year}
	}
	if old == nil {
		return q
	}
	others := slices.DeleteFunc(slices.Clone(old.Years), func(y int) bool { return y == year })
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
	lead.Options = mergeOptions(slices.Concat(lead.Options, follow.Options), old, &q, year)
	lead.Years = union(others, year)
	if wide := wider(old.Type, q.Type); wide != "" {
		lead.Type = wide
	}
	lead.Changed, lead.Before = changed(old, &q, others, year, latest)
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
// the years in which it was offered.
func mergeOptions(all []Option, old, q *Question, year int) []Option {
	var out []Option
	for _, o := range all {
		if slices.ContainsFunc(out, func(x Option) bool { return x.Code == o.Code }) {
			continue
		}
		var years []int
		if before, ok := old.Option(o.Code); ok {
			years = slices.DeleteFunc(slices.Clone(before.Years), func(y int) bool { return y == year })
		}
		if _, offered := q.Option(o.Code); offered {
			years = union(years, year)
		}
		if o.Years = years; len(years) > 0 {
			out = append(out, o)
		}
	}
	return out
}

func union(years []int, year int) []int {
	out := append(slices.Clone(years), year)
	slices.Sort(out)
	return slices.Compact(out)
}

func withoutYear(q Question, year int) Question {
	drop := func(years []int) []int {
		return slices.DeleteFunc(slices.Clone(years), func(y int) bool { return y == year })
	}
	q.Years = drop(q.Years)
	q.Options = slices.Clone(q.Options)
	for i := range q.Options {
		q.Options[i].Years = drop(q.Options[i].Years)
	}
	q.Options = slices.DeleteFunc(q.Options, func(o Option) bool { return len(o.Years) == 0 })
	if q.Changed == year {
		q.Changed, q.Before = 0, strict.Text{}
	}
	return q
}

// changed tells the last change of wording. The wording of the year before is
// known as it is, or from the change that is noted for this year.
func changed(old, q *Question, others []int, year int, latest bool) (int, strict.Text) {
	if !latest {
		last := others[len(others)-1]
		words := old.Label
		if old.Changed == last {
			return old.Changed, old.Before
		}
		if last > year && otherwise(q.Label, words) && others[0] > year {
			return others[0], q.Label
		}
		return old.Changed, old.Before
	}
	base := old.Label
	if old.Changed == year {
		base = old.Before
	}
	if otherwise(base, q.Label) {
		return year, base
	}
	if old.Changed == year {
		return 0, strict.Text{}
	}
	return old.Changed, old.Before
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
