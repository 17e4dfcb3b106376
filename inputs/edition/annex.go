package edition

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// The generators: one reads a file of events, three count staff, one prints a
// manuscript.
const (
	TimelineGenerator    = "timeline"
	StatisticsGenerator  = "staff-statistics"
	MatrixGenerator      = "nationality-matrix"
	RepresentedGenerator = "nationalities-represented"
	ManuscriptGenerator  = "manuscript"
)

// generator says which fields of an annex a generator reads.
type generator struct {
	name       string
	needs, may []string
}

// generators are those that an edition can name; package annexes has each.
func generators() []generator {
	return []generator{
		{name: TimelineGenerator, needs: []string{"from"}, may: []string{"heads"}},
		{name: StatisticsGenerator, may: []string{"tables"}},
		{name: MatrixGenerator, needs: []string{"categories", "grades"}, may: []string{"extra_rows", "disclosure"}},
		{name: RepresentedGenerator, needs: []string{"categories", "years"}},
		{name: ManuscriptGenerator},
	}
}

var alpha3 = regexp.MustCompile(`^[A-Z]{3}$`)

func (a *Annex) validate(r *source.Reporter) {
	known := generators()
	names := make([]string, len(known))
	for i, g := range known {
		names[i] = g.name
	}
	i := slices.Index(names, a.Generator.S)
	if i < 0 {
		if a.Generator.S != "" {
			oneOf([]strict.Str{a.Generator}, names, "a generator of annexes", r)
		}
		return
	}
	a.validateFields(known[i], r)
	a.validateValues(r)
}

// field is one field of an annex that only some generators read.
type field struct {
	name    string
	written bool
	at      source.Span
}

func (a *Annex) fields() []field {
	list := func(name string, s []strict.Str) field {
		f := field{name, len(s) > 0, a.At}
		if f.written {
			f.at = s[0].At
		}
		return f
	}
	heads := field{"heads", len(a.Heads) > 0, a.At}
	if heads.written {
		heads.at = a.Heads[0].At()
	}
	return []field{
		{"from", a.From.S != "", a.From.At},
		heads, list("categories", a.Categories), list("grades", a.Grades),
		list("extra_rows", a.ExtraRows),
		{"years", len(a.Years) > 0, a.At},
		{"tables", len(a.Tables) > 0, a.At},
		{"disclosure", a.Disclosure != 0, a.At},
	}
}

func (a *Annex) validateFields(g generator, r *source.Reporter) {
	for _, f := range a.fields() {
		needed := slices.Contains(g.needs, f.name)
		switch {
		case needed && !f.written:
			r.Error("edition-annex-needs", a.At, fmt.Sprintf("the annex %s has no %s, which %s needs", a.ID.S, f.name, g.name), "add "+f.name+": …")
		case f.written && !needed && !slices.Contains(g.may, f.name):
			r.Error("edition-annex-field", f.at, fmt.Sprintf("%s is not read by %s", f.name, g.name), "remove it, or correct the generator")
		}
	}
}

func (a *Annex) validateValues(r *source.Reporter) {
	for _, list := range [][]strict.Str{a.Categories, a.Grades, a.ExtraRows} {
		seen := map[string]bool{}
		for _, s := range list {
			twice(seen, s, "word", r)
		}
	}
	for _, s := range a.ExtraRows {
		if !alpha3.MatchString(s.S) {
			r.Add(source.Diagnostic{
				Code: "edition-state", At: s.At, Excerpt: s.S, Message: fmt.Sprintf("%q is not a code of a State", s.S),
				Fix: "write the three capitals of ISO 3166: LAO",
			})
		}
	}
	validateYears(a.Years, a.At, r)
	a.validateTables(r)
	if a.Disclosure < 0 || a.Disclosure > maxDisclosure {
		r.Error("edition-disclosure", a.At, fmt.Sprintf("%d is not a small number of persons", a.Disclosure), "write the least number that is not small: 5")
	}
	if a.From.S != "" && !strings.HasSuffix(a.From.S, ".yaml") {
		r.Error("edition-file", a.From.At, fmt.Sprintf("%q does not end in .yaml", a.From.S), "name the file of events: annexes/events.yaml")
	}
}

// maxDisclosure bounds what counts as few persons; rules have 3, 5 or 10.
const maxDisclosure = 1000

func validateYears(years []int, at source.Span, r *source.Reporter) {
	for i, y := range years {
		if !plausibleYear(y) || slices.Contains(years[:i], y) {
			r.Error("edition-year", at, fmt.Sprintf("%d is not a year, or stands twice", y), "write each year once: [2016, 2017]")
		}
	}
}

func (a *Annex) validateTables(r *source.Reporter) {
	var names []strict.Str
	for _, t := range a.Tables {
		if t.Table.S != "" { // strict has said so
			names = append(names, t.Table)
		}
		validateYears(t.Years, t.At, r)
		for _, list := range [][]strict.Str{t.Grades, t.Without} {
			seen := map[string]bool{}
			for _, s := range list {
				twice(seen, s, "grade", r)
			}
		}
	}
	oneOf(names, StaffTables(), "a table of "+StatisticsGenerator, r)
}
