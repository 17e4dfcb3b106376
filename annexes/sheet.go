package annexes

import (
	"fmt"
	"math/big"
	"strings"

	"assemble/annexes/tabulate"
	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/facts"
	"assemble/inputs/hr"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// sheet is one annex of figures while it is made: its figures are named by
// keys, and each key remembers where the figure came from.
type sheet struct {
	in      *inputs.Inputs
	annex   *edition.Annex
	origins map[source.Key]origin
	claims  []claim // of the history, about figures of this annex
	scopes  []scope // whom its tables count
}

// origin is how a figure came about. Rows are found when somebody asks.
type origin struct {
	method facts.Method
	rows   *hr.Register
	query  hr.Query
	of     []source.Key
	at     []source.Span
}

// claim is a published figure that ours must agree with.
type claim struct {
	published hr.Published
	ours      *big.Rat
	key       source.Key
	sum       bool // ours is the sum of what stands above key
}

// figure is a value with its origin. A percentage that was computed keeps part
// and base; value is then the exact percentage.
type figure struct {
	key        source.Key
	value      *big.Rat // nil: not known
	part, base *big.Rat
	origin     origin
}

// key names a figure of the annex.
func (s *sheet) key(words ...string) source.Key {
	return source.Key(s.annex.ID.S + "/" + strings.Join(words, "/"))
}

// counted is a number of persons in a register.
func (s *sheet) counted(key source.Key, g *hr.Register, q hr.Query, n int64) figure {
	return figure{key: key, value: big.NewRat(n, 1), origin: origin{method: facts.Count, rows: g, query: q}}
}

// quoted is what was published of a series; a figure without value if nothing
// was.
func (s *sheet) quoted(key source.Key, series string, year int) figure {
	p, ok := s.in.History.Value(series, year)
	if !ok {
		return figure{key: key}
	}
	return figure{key: key, value: p.Value, origin: origin{method: facts.Quoted, at: []source.Span{p.At}}}
}

// claim notes what was published of a figure that we have worked out.
func (s *sheet) claim(f figure, series string, year int) {
	p, ok := s.in.History.Value(series, year)
	if !ok || f.value == nil || f.origin.method == facts.Quoted {
		return
	}
	ours := f.value
	if f.base != nil {
		ours = tabulate.Round(ours)
	}
	s.claims = append(s.claims, claim{p, ours, f.key, f.origin.method == facts.Sum})
}

// percent is what per cent one figure is of another; what was published, where
// these are not known.
func (s *sheet) percent(key source.Key, part, base figure, series string, year int) figure {
	p := tabulate.Percent(part.value, base.value)
	if p == nil {
		return s.quoted(key, series, year)
	}
	f := figure{key: key, value: p, part: part.value, base: base.value, origin: origin{method: facts.Share, of: []source.Key{part.key, base.key}}}
	s.claim(f, series, year)
	return f
}

// points is the change between two percentages, as they are printed.
func (s *sheet) points(key source.Key, before, now figure) figure {
	return figure{
		key: key, value: tabulate.Points(before.value, now.value),
		origin: origin{method: facts.Difference, of: []source.Key{now.key, before.key}},
	}
}

// stat prints a figure as a number of a kind and keeps its origin.
func (s *sheet) stat(f figure, n lang.Number) doc.Cell {
	s.origins[f.key] = f.origin
	return doc.Cell{Stat: &doc.Stat{Number: n, From: f.key, At: s.annex.At}}
}

// number is the cell of a count; — for one that is not known.
func (s *sheet) number(f figure) doc.Cell {
	if f.value == nil {
		return doc.Cell{Gap: doc.NotAvailable}
	}
	return s.stat(f, lang.Number{Value: f.value})
}

// share is the cell of a percentage.
func (s *sheet) share(f figure) doc.Cell {
	switch {
	case f.value == nil:
		return doc.Cell{Gap: doc.NotAvailable}
	case f.base != nil:
		return s.stat(f, lang.Number{Value: f.part, Base: f.base, Form: lang.Share})
	}
	return s.stat(f, lang.Number{Value: f.value, Unit: lang.Percent})
}

// change is the cell of a change in points. A change that is nil is known, one
// without an earlier year is not; they print alike and differ in the model.
func (s *sheet) change(f figure) doc.Cell {
	switch {
	case f.value == nil:
		return doc.Cell{Gap: doc.NotComputed}
	case f.value.Sign() == 0:
		return doc.Cell{Gap: doc.Unchanged}
	}
	return s.stat(f, lang.Number{Value: f.value, Unit: lang.Points, Signed: true})
}

// words are the strings of the staff annexes.
func (s *sheet) words() *lang.StaffStrings { return &s.in.Lang.Strings().Staff }

// headcount is the register of the reported year; without one there is no
// annex, which is reported.
func (s *sheet) headcount() *hr.Register {
	g := s.in.Headcounts[s.in.Year]
	if g == nil {
		s.in.Report.Add(source.Diagnostic{
			Code: "annex-headcount", At: s.annex.Generator.At, Excerpt: s.annex.Generator.S,
			Message: fmt.Sprintf("there are no headcounts of %d, which this annex is made from", s.in.Year),
			Fix:     fmt.Sprintf("import them, and add data: {headcount: {%d: data/headcount-%d.csv}}", s.in.Year, s.in.Year),
		})
	}
	return g
}

// categories reads the categories of the annex; unknown ones are reported.
func (s *sheet) categories() []hr.Category {
	var names []string
	for _, c := range hr.Categories() {
		names = append(names, string(c))
	}
	var out []hr.Category
	for _, c := range s.annex.Categories {
		if !s.known("annex-category", c, names, "a category of staff") {
			continue
		}
		out = append(out, hr.Category(c.S))
	}
	return out
}

// known reports a word of the edition that is none of a list.
func (s *sheet) known(code source.Code, w strict.Str, names []string, what string) bool {
	for _, n := range names {
		if n == w.S {
			return true
		}
	}
	fix := "write one of " + strings.Join(names, ", ")
	if len(names) == 0 || len(names) > 40 {
		fix = "correct it"
	}
	s.in.Report.Add(source.Diagnostic{
		Code: code, At: w.At, Excerpt: w.S, Replace: source.Nearest(w.S, names),
		Message: fmt.Sprintf("%q is not %s", w.S, what), Fix: fix,
	})
	return false
}

// printed writes a grade so that no line breaks in it.
func printed(grade string) string { return strings.ReplaceAll(grade, "-", "‑") }
