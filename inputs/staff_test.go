package inputs

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/facts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// staffed is an edition of an organization whose standings are known, with
// headcounts of two members, an observer, a State that is neither, and others.
func staffed(more map[string]string) map[string]string {
	files := map[string]string{
		"edition.yaml": `schema: 1
organization: {en: International Organization for Migration}
organ: {en: Council}
symbol: F/2/1
session: 2
title: {en: Annual Report for 2017}
year: 2017
date: 2018-06-18
original: en
languages: [en]
parts: [crossings]
data:
  headcount: {2017: data/headcount-2017.csv}
  history: data/history.csv
`,
		"data/headcount-2017.csv": `year,category,grade,nationality,sex,headcount
2017,general-service,G-3,ALB,F,3
2017,national-officer,NO-A,SYR,M,5
2017,professional,P-4,ALB,F,10
2017,professional,P-4,ALB,M,4
2017,professional,P-4,FRA,F,2
2017,professional,P-5,IDN,M,1
2017,professional,P-5,SYR,F,1
2017,professional,UG,OTHER,X,2
`,
		"data/history.csv": `year,series,value
2016,staffing/total,25
2016,professional/total,18
2016,professional/women,12
2016,professional-nationalities/number-of-member-state-nationalities,1
2016,professional-nationalities/number-of-member-states,166
`,
		"manuscript/en/crossings.md": "# Crossings\n\nNone.\n",
		"facts.yaml":                 "",
	}
	for name, text := range more {
		files[name] = text
	}
	return files
}

func loadStaff(t *testing.T, more map[string]string) (*Inputs, *source.Reporter, *source.Files) {
	t.Helper()
	return load(t, staffed(more))
}

func TestStaffFacts(t *testing.T) {
	in, r, f := loadStaff(t, nil)
	if r.Failed() {
		t.Fatal(faults(r, f))
	}
	for name, want := range map[string]string{
		"staff.total":                               "28 of none, 2016: 25 of none, lines 2-9",
		"staff.women":                               "16 of 28, lines 2,4,6,8",
		"staff.general_service.total":               "3 of 28, lines 2",
		"staff.national_officer.men":                "5 of 5, lines 3",
		"staff.national_officer.women":              "0 of 5, lines 0",
		"staff.professional.total":                  "20 of 28, 2016: 18 of 25, lines 4-9",
		"staff.professional.women":                  "13 of 20, 2016: 12 of 18, lines 4,6,8",
		"staff.professional.men":                    "5 of 20, lines 5,7",
		"staff.professional.nationalities.total":    "4 of none, lines 4-8",
		"staff.professional.nationalities.member":   "2 of 169, 2016: 1 of 166, lines 4-6",
		"staff.professional.nationalities.other":    "2 of none, lines 7-8",
		"staff.nationalities.member":                "2 of 169, lines 2,4-6",
		"staff.general_service.nationalities.other": "0 of none, lines 0",
	} {
		fact, ok := in.Facts.Lookup(name)
		if !ok {
			t.Errorf("there is no fact %s", name)
			continue
		}
		got := fact.Value.RatString() + " of " + base(fact.Base)
		if w := fact.Was; w != nil {
			got += fmt.Sprintf(", %d: %s of %s", w.Year, w.Value.RatString(), base(w.Base))
		}
		p, _ := in.Expand(fact.Key())
		if got += ", lines " + ranges(p.Inputs); got != want || p.Method != "count" {
			t.Errorf("%s is %s by %s, want %s", name, got, p.Method, want)
		}
		if fact.Base != nil {
			checkBase(t, in, fact)
		}
	}
}

// checkBase: what a fact is a part of came from somewhere, and is the value of
// the fact that it names.
func checkBase(t *testing.T, in *Inputs, f *facts.Fact) {
	t.Helper()
	if p, ok := in.Expand(f.Key().Base()); !ok || p.Method != "count" || len(p.Inputs)+len(p.Source) == 0 {
		t.Errorf("the base of %s came from nowhere: %+v", f.Name, p)
	}
	whole, ok := in.Facts.Lookup(string(f.BaseOf))
	if ok && whole.Value.Cmp(f.Base) != 0 || !ok && f.BaseOf != MembersKey(in.Year) {
		t.Errorf("%s is a part of %s, and is said to be of %s", f.Name, f.Base, f.BaseOf)
	}
}

// How many Member States there are, and how many more than before, is told by
// the table of the program; of other years nothing is.
func TestMembersCameFromTheTable(t *testing.T) {
	in, _, _ := loadStaff(t, nil)
	p, ok := in.Expand(MembersKey(2017))
	if !ok || len(p.Source) != 1 || !strings.Contains(p.Source[0], "2017-12-31") {
		t.Errorf("%+v, %v", p, ok)
	}
	p, ok = in.Expand(GainedKey(2017))
	if !ok || p.Method != "difference" || len(p.Of) != 2 {
		t.Fatalf("%+v, %v", p, ok)
	}
	for _, k := range p.Of {
		if _, ok := in.Expand(k); !ok {
			t.Errorf("%s came from nowhere", k)
		}
	}
	for _, key := range []source.Key{"members@", "members@x", "members gained@", "members@02017", "others@2017"} {
		if _, ok := in.Expand(key); ok {
			t.Errorf("%q came from somewhere", key)
		}
	}
}

func base(x interface{ RatString() string }) string {
	if fmt.Sprint(x) == "<nil>" {
		return "none"
	}
	return x.RatString()
}

func ranges(spans []source.Span) string {
	var out []string
	for _, s := range spans {
		if s.Start == s.End {
			out = append(out, fmt.Sprint(s.Start.A))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", s.Start.A, s.End.A))
		}
	}
	return strings.Join(out, ",")
}

// The headcounts of these tests were not imported and have no ledger.
func faults(r *source.Reporter, f *source.Files) string {
	var out []string
	for _, d := range r.All() {
		if d.Code == "hr-no-ledger" {
			continue
		}
		out = append(out, fmt.Sprintf("%s %s: %s", f.String(d.At.Start), d.Code, d.Message))
	}
	return strings.Join(out, "\n")
}

// Facts of staff are printed like others, in each language.
func TestStaffFactsInText(t *testing.T) {
	in, r, f := loadStaff(t, map[string]string{
		"manuscript/en/crossings.md": "# Crossings\n\nThere were {{staff.professional.women}} {{staff.professional.women | was}}, or {{staff.professional.women | share}}, " +
			"of {{staff.professional.nationalities.member | share}} {{staff.professional.nationalities.member | was}}: {{staff.professional.women | name}}.\n",
	})
	p := in.Texts["crossings"]
	in.Bind([]*doc.Part{p})
	var got []string
	doc.Stats(p.Blocks, func(s *doc.Stat) { got = append(got, in.Lang.Format(s.Number, lang.Prose)) })
	want := "13|(2016: 12\u00a0staff members)|65\u00a0per\u00a0cent|1\u00a0per\u00a0cent|(2016: 1\u00a0nationality)|International Professionals: Women"
	if s := strings.Join(got, "|"); s != want || r.Failed() {
		t.Errorf("printed %q\nwant %q\n%s", s, want, faults(r, f))
	}
	women, _ := in.Facts.Lookup("staff.professional.women")
	for _, tag := range lang.Languages() {
		if err := women.Check(tag, lang.Name); err != nil {
			t.Errorf("%s: %v", tag, err)
		}
	}
}

func TestQuotedStaff(t *testing.T) {
	in, r, f := loadStaff(t, map[string]string{"facts.yaml": `quoted: {value: 3, unit: nationalities, year: 2017, equals: staff.professional.nationalities.member, source: {en: "C/1"}}
people: {value: 28, unit: people, equals: staff.total, source: {en: "C/1"}}
staff.professional.share: {share: {of: staff.professional.women, base: staff.professional.total}}
`})
	want := "facts.yaml:1:1 quoted-differs: quoted is 3, but staff.professional.nationalities.member is 2"
	if got := faults(r, f); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if s, _ := in.Facts.Lookup("staff.professional.share"); s.Value.RatString() != "65" || s.Was == nil {
		t.Errorf("share %+v", s)
	}
}

func TestStaffOfUnknownOrganization(t *testing.T) {
	in, _, _ := load(t, map[string]string{
		"data/headcount-2017.csv": "year,category,grade,nationality,sex,headcount\n2017,professional,P-4,ALB,F,1\n",
		"edition.yaml":            strings.Replace(staffed(nil)["edition.yaml"], "International Organization for Migration", "Assembly of Ferries", 1), "data/history.csv": "",
	})
	if _, ok := in.Standings(); ok || in.Members(2017) != 0 {
		t.Error("an invented organization has standings")
	}
	if _, ok := in.Facts.Lookup("staff.professional.total"); !ok {
		t.Error("staff is not counted")
	}
	if _, ok := in.Facts.Lookup("staff.professional.nationalities.member"); ok {
		t.Error("nationalities of members are counted, though members are not known")
	}
}

func TestView(t *testing.T) {
	in, _, _ := loadStaff(t, nil)
	in.Cutoff.Y, in.Cutoff.M, in.Cutoff.D, in.Year = 2016, 2, 29, 2016
	// China was admitted on 30 June 2016.
	for year, want := range map[int]int64{2015: 160, 2017: 166} {
		if got := in.Members(year); got < want-10 || got > want+10 {
			t.Errorf("%d members on 28 February %d", got, year)
		}
	}
	if a, b := in.Members(2016), in.Members(2017); a >= b {
		t.Errorf("%d members on 29 February 2016, %d a year later", a, b)
	}
}

func TestNoHeadcounts(t *testing.T) {
	in, r, f := load(t, nil)
	if in.Headcounts[2017] != nil || in.History != nil || r.Failed() {
		t.Errorf("an edition without data has some: %s", faults(r, f))
	}
	if _, ok := in.Expand("crossings.total"); !ok {
		t.Error("a quoted fact has no origin")
	}
	if _, ok := in.Expand("staff.total"); ok {
		t.Error("a fact that is not there has an origin")
	}
}

// A table of five years has no columns of two; one of two has.
func TestPeriodsOfSeries(t *testing.T) {
	in, _, _ := loadStaff(t, nil)
	heads := func(years ...string) []doc.Head {
		var out []doc.Head
		for _, y := range years {
			out = append(out, doc.Head{Text: doc.Words(y)})
		}
		in.periods(out)
		return out
	}
	if h := heads("2015", "2016", "2017"); h[1].Period != doc.NoPeriod || h[2].Period != doc.NoPeriod {
		t.Errorf("series: %+v", h)
	}
	if h := heads("2017", "2016", "Change"); h[0].Period != doc.Reported || h[1].Period != doc.Before {
		t.Errorf("two years: %+v", h)
	}
}
