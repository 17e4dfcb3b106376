package inputs

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

const surveyBook = `questions:
  work:
    type: select_one
    label: {en: "Did the office work on standards?"}
    years: [2016, 2017]
    options:
      "yes": {en: "Offices that worked on standards"}
      "no": {en: "Offices that did not"}
  kinds:
    type: select_multiple
    label: {en: "Kinds of work"}
    base: "${work} = 'yes'"
    years: [2016, 2017]
    changed: 2017
    before: {en: "Kinds"}
    options:
      law: {en: "Law"}
      training: {en: "Training"}
      advice: {en: "Advice", years: [2017]}
  few:
    type: select_multiple
    label: {en: "Asked of few"}
    years: [2017]
    options:
      a: {en: "A"}
      b: {en: "B"}
  officials:
    type: integer
    label: {en: "Officials trained"}
    unit: {en: "officials"}
    one: {en: "official"}
    years: [2016, 2017]
`

// surveyFiles are the files of a questionnaire of two years: twenty offices, of
// which eighteen answered in 2017 and twelve in 2016.
func surveyFiles() map[string]string {
	countries := strings.Fields("ALB ARG BEL BEN BGD CHL CMR COL CIV ECU EGY FRA GHA IND IDN KEN")
	offices := "office,name,kind,country,region,from,to\nHQ,Geneva,headquarters,,,,\nRO-1,Region one,regional-office,,,,\n"
	for i, c := range countries {
		offices += fmt.Sprintf("CO-%s,City %02d,country-office,%s,,,\n", c, 16-i, c)
	}
	offices += "CO-GHA-2,Tamale,other,GHA,,,\nGONE,Gone,country-office,PER,,,2016-12-31\n"
	var now, was strings.Builder
	now.WriteString("office,question,option,value,state\n")
	was.WriteString("office,question,option,value,state\n")
	answer := func(w *strings.Builder, office, question, option, value, state string) {
		fmt.Fprintf(w, "%s,%s,%s,%s,%s\n", office, question, option, value, state)
	}
	for i, c := range append(countries, "GHA-2", "RO-1") {
		office := "CO-" + c
		if c == "RO-1" {
			office = c
		}
		yes := i%3 != 0 // twelve of eighteen
		work, kinds := "no", "not-asked"
		if yes {
			work = "yes"
		}
		answer(&now, office, "work", work, "", "answered")
		if !yes {
			answer(&now, office, "kinds", "", "", kinds)
		} else {
			answer(&now, office, "kinds", "law", "", "answered")
			if i%2 == 0 {
				answer(&now, office, "kinds", "training", "", "answered")
			}
		}
		switch {
		case i < 5:
			answer(&now, office, "few", "a", "", "answered")
		case i < 8:
			answer(&now, office, "few", "", "", "not-applicable")
		default:
			answer(&now, office, "few", "", "", "blank")
		}
		answer(&now, office, "officials", "", fmt.Sprint(i*100), "answered")
		if i < 12 {
			answer(&was, office, "work", "yes", "", "answered")
			answer(&was, office, "kinds", "law", "", "answered")
			answer(&was, office, "officials", "", "1", "answered")
		}
	}
	return map[string]string{
		"edition.yaml": strings.Replace(editionText, "parts:", `data:
  offices: data/offices.csv
  codebook: data/codebook.yaml
  answers: {2016: data/answers-2016.csv, 2017: data/answers-2017.csv}
parts:`, 1),
		"data/offices.csv": offices, "data/codebook.yaml": surveyBook, "data/answers-2016.csv": was.String(), "data/answers-2017.csv": now.String(),
	}
}

const editionText = `schema: 1
organization: {en: Assembly of Ferries}
organ: {en: Council}
symbol: F/2/1
session: 2
title: {en: Annual Report for 2017}
year: 2017
date: 2018-06-18
original: en
languages: [en]
front: [cover, contents]
foreword: foreword
parts: [crossings]
`

// surveyed loads the questionnaire with files in place of its own, and returns
// the faults, one a line.
func surveyed(t *testing.T, files map[string]string) (*Inputs, func() string) {
	t.Helper()
	all := surveyFiles()
	maps.Copy(all, files)
	in, r, f := load(t, all)
	return in, func() string {
		var out []string
		for _, d := range r.All() {
			out = append(out, fmt.Sprintf("%s %s %s: %s", f.String(d.At.Start), d.Severity, d.Code, d.Message))
		}
		return strings.Join(out, "\n")
	}
}

func TestSurveyFacts(t *testing.T) {
	in, faults := surveyed(t, map[string]string{
		"facts.yaml": "alias: {same: survey.work.yes, label: {en: mine}}\nearlier: {same: survey.work.yes, year: 2016}\nrate: {same: survey.response.share}\n",
	})
	for _, c := range []struct{ name, want string }{
		{"survey.response", "18 of 19 offices, 12 of 20 in 2016"}, // Gone was open until the end of 2016
		{"survey.response.share", "1800/19 of 19 %, 60 of 20 in 2016"},
		{"survey.response.missing", "1 of 19 offices, 8 of 20 in 2016"},
		{"survey.response.headquarters", "0 of 1 Headquarters offices, 0 of 1 in 2016"},
		{"survey.work", "18 of 18 offices, 12 of 12 in 2016"},
		{"survey.work.yes", "12 of 18 offices, 12 of 12 in 2016"},
		{"survey.work.yes.share", "200/3 of 18 %, 100 of 12 in 2016"},
		{"survey.work.yes.country_offices", "10 of 16 Country Offices, 12 of 12 in 2016"},
		{"survey.work.yes.regional_offices", "1 of 1 Regional Offices, 0 of 0 in 2016"},
		{"survey.work.yes.other_offices", "1 of 1 other offices, 0 of 0 in 2016"},
		{"survey.work.yes.countries", "11 of 16 countries, 12 of 12 in 2016"},
		{"survey.work.asked", "18 of 18 offices, 12 of 12 in 2016"},
		{"survey.kinds", "12 of 12 offices, 12 of 12 in 2016"},
		{"survey.kinds.not_asked", "6 of 18 offices, 0 of 12 in 2016"},
		{"survey.kinds.law", "12 of 12 offices, 12 of 12 in 2016"},
		{"survey.kinds.training", "6 of 12 offices, 0 of 12 in 2016"},
		{"survey.kinds.advice", "0 of 12 offices"},
		{"survey.few", "5 of 18 offices"},
		{"survey.few.blank", "10 of 18 offices"},
		{"survey.few.not_applicable", "3 of 18 offices"},
		{"survey.few.a", "5 of 5 offices"},
		{"survey.officials", "18 of 18 offices, 12 of 12 in 2016"},
		{"survey.officials.zero", "1 of 18 offices, 0 of 12 in 2016"},
		{"survey.officials.positive", "17 of 18 offices, 12 of 12 in 2016"},
		{"survey.officials.sum", "15300 officials, 12 in 2016"},
		{"alias", "12 of 18 offices, 12 of 12 in 2016"},
		{"earlier", "12 of 12 offices"},
		{"rate", "1800/19 of 19 %, 60 of 20 in 2016"},
	} {
		if got := tell(in, c.name); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if _, ok := in.Facts.Lookup("survey.few.a.share"); ok {
		t.Error("a share of five offices is a fact")
	}
	if f := faults(); f != "" {
		t.Error(f)
	}
}

// tell puts a fact into words.
func tell(in *Inputs, name string) string {
	f, ok := in.Facts.Lookup(name)
	if !ok || f.Value == nil {
		return "none"
	}
	out := f.Value.RatString()
	if f.Base != nil {
		out += " of " + f.Base.RatString()
	}
	out += " " + f.Unit
	if w := f.Was; w != nil {
		out += ", " + w.Value.RatString()
		if w.Base != nil {
			out += " of " + w.Base.RatString()
		}
		out += fmt.Sprintf(" in %d", w.Year)
	}
	return out
}

// Every fact of the questionnaire can be printed as a figure, has a source in
// the data, and, if it is a list, names as many as it counts.
func TestSurveyFactsArePrintable(t *testing.T) {
	in, _ := surveyed(t, nil)
	n := 0
	for _, name := range in.Facts.Names() {
		if !strings.HasPrefix(name, surveyPrefix) {
			continue
		}
		n++
		f, _ := in.Facts.Lookup(name)
		if err := f.Check("en", lang.Auto); err != nil {
			t.Error(err)
		}
		p, ok := in.Expand(f.Key())
		if !ok || p.Method != "count" || len(p.Inputs) == 0 {
			t.Errorf("%s came from %+v", name, p)
		}
		if strings.HasSuffix(name, ".list") && f.Value.Sign() > 0 {
			label, _ := f.Label.In("en")
			if names := strings.Split(strings.Replace(label.S, " and ", ", ", 1), ", "); fmt.Sprint(len(names)) != f.Value.RatString() {
				t.Errorf("%s counts %s and names %q", name, f.Value.RatString(), names)
			}
			continue
		}
		if label, ok := f.Label.In("en"); !strings.HasSuffix(name, ".list") && (!ok || label.S == "") {
			t.Errorf("%s has no label", name)
		}
	}
	if n < 100 {
		t.Errorf("%d facts", n)
	}
	f, _ := in.Facts.Lookup("survey.few.a.countries.list")
	if s, _ := f.Label.In("en"); s.S != "Albania, Argentina, Bangladesh, Belgium and Benin" {
		t.Error(s.S)
	}
	f, _ = in.Facts.Lookup("survey.few.a.list")
	if s, _ := f.Label.In("en"); s.S != "City 12, City 13, City 14, City 15 and City 16" {
		t.Error(s.S)
	}
}

// The lines behind a figure are those that say so and no others.
func TestSurveyProvenance(t *testing.T) {
	in, _ := surveyed(t, nil)
	p, _ := in.Expand("survey.kinds.training")
	text := strings.Split(surveyFiles()["data/answers-2017.csv"], "\n")
	var lines []string
	for _, s := range p.Inputs {
		for a := s.Start.A; a <= s.End.A; a++ {
			lines = append(lines, text[a-1])
		}
	}
	var want []string
	for _, line := range text {
		if strings.Contains(line, ",kinds,training,") {
			want = append(want, line)
		}
	}
	if !slices.Equal(lines, want) || len(want) != 6 {
		t.Errorf("%q, want %q", lines, want)
	}
}

func TestSurveyFaults(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no register": {
			map[string]string{"edition.yaml": strings.Replace(surveyFiles()["edition.yaml"], "  offices: data/offices.csv\n", "", 1)},
			"edition.yaml:15:13 error survey-register: there are answers to a questionnaire, but no offices",
		},
		"a share of few": {
			map[string]string{"manuscript/en/crossings.md": "# Crossings\n\n{{survey.few.a | share}} is asked.\n"},
			"manuscript/en/crossings.md:3:1 error fact-form: survey.few.a cannot be printed in this form: survey.few.a is out of 5, and of fewer than 10 no percentage is given",
		},
		"a share of few by its name": {
			map[string]string{"manuscript/en/crossings.md": "# Crossings\n\n{{survey.few.a.share}} are asked.\n"},
			"manuscript/en/crossings.md:3:1 error fact-unknown: there is no fact \"survey.few.a.share\": survey.few.a is out of 5, and of fewer than 10 no percentage is given",
		},
		"a derived share of few": {
			map[string]string{"facts.yaml": "x: {share: {of: survey.few.a, base: survey.few}}\n", "manuscript/en/crossings.md": "# Crossings\n"},
			"facts.yaml:1:1 error fact-few: x is a share of survey.few, which is 5, and of fewer than 10 no percentage is given",
		},
		"offices and countries": {
			map[string]string{"facts.yaml": "x: {sum: [survey.work.yes, survey.work.no.countries]}\n", "manuscript/en/crossings.md": "# Crossings\n"},
			"facts.yaml:1:1 error fact-units: x puts together survey.work.yes in offices and survey.work.no.countries in countries",
		},
		"options that overlap": {
			map[string]string{"facts.yaml": "x: {sum: [survey.kinds.law, survey.kinds.training]}\ny: {sum: [survey.work.yes, survey.work.no]}\n", "manuscript/en/crossings.md": "# Crossings\n"},
			"facts.yaml:1:1 warning survey-overlap: x adds survey.kinds.training to survey.kinds.law, and an office that chose both is counted twice",
		},
		"another wording": {
			map[string]string{"facts.yaml": "x: {same: survey.kinds.law}\n", "manuscript/en/crossings.md": "# Crossings\n\nLaw: {{survey.kinds.law}} {{x | was}}.\n"},
			"manuscript/en/crossings.md:3:27 warning survey-wording: the wording of the question behind x changed in 2017, and it is compared with the year before",
		},
		"an option in other words": {
			map[string]string{
				"facts.yaml":                 "",
				"data/codebook.yaml":         strings.Replace(surveyFiles()["data/codebook.yaml"], `{en: "Offices that worked on standards"}`, `{en: "Offices that worked on standards", changed: 2017, before: {en: "Offices"}}`, 1),
				"manuscript/en/crossings.md": "# Crossings\n\n{{survey.work.yes | was}} {{survey.work.yes.share | was}} {{survey.work.no | was}} {{survey.work | was}}.\n",
			},
			"manuscript/en/crossings.md:3:1 warning survey-wording: the wording of the question behind survey.work.yes changed in 2017, and it is compared with the year before\n" +
				"manuscript/en/crossings.md:3:27 warning survey-wording: the wording of the question behind survey.work.yes.share changed in 2017, and it is compared with the year before",
		},
		"changed by hand": {
			map[string]string{"data/answers-2017.import.json": `{"schema": 1, "written": [{"name": "answers-2017.csv", "sha256": "00"}], "questions": [{"question": "few", "answered": 4}]}`},
			"data/answers-2017.csv error survey-by-hand: the answers were changed by hand since their import, to few",
		},
		"a taken name": {
			map[string]string{"facts.yaml": "survey.work.yes: {value: 3, source: {en: me}}\n", "manuscript/en/crossings.md": "# Crossings\n"},
			"facts.yaml:1:1 error fact-twice: survey.work.yes is there already",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := maps.Clone(c.files)
			if files["facts.yaml"] == "" {
				files["facts.yaml"] = ""
			}
			if files["manuscript/en/crossings.md"] == "" {
				files["manuscript/en/crossings.md"] = "# Crossings\n"
			}
			in, faults := surveyed(t, files)
			bound(in)
			if got := faults(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

const chartHead = "# Crossings\n\n```chart\ntitle: {en: Charted}\n"

func TestSurveyCharts(t *testing.T) {
	for name, c := range map[string]struct{ text, want, faults string }{
		"bars": {
			"kind: bars\nof: survey.kinds", "Law 12/12 survey.kinds.law; Training 6/12 survey.kinds.training; Advice 0/12 survey.kinds.advice | questionnaire to offices, 2017", "",
		},
		"one answer": {
			"kind: bars\nof: survey.work\nsource: mine", "Offices that worked on standards 12/18 survey.work.yes; Offices that did not 6/18 survey.work.no | mine", "",
		},
		"few": {
			"kind: bars\nof: survey.few", "A 5 survey.few.a; B 0 survey.few.b | questionnaire to offices, 2017 | Base: 5 offices; no percentages are given for so few. | More than one answer was possible.", "",
		},
		"grouped": {
			"kind: grouped-bars\nof: survey.work", "2017 Offices that worked on standards 12/18 survey.work.yes; Offices that did not 6/18 survey.work.no | 2016 Offices that worked on standards 12/12 survey.work.yes@2016; Offices that did not 0/12 survey.work.no@2016 | questionnaires to offices, 2016–2017", "",
		},
		"line": {
			"kind: line\nof: survey.kinds.law", "2016 12/12 survey.kinds.law@2016; 2017 12/12 survey.kinds.law | questionnaires to offices, 2016–2017",
			"the wording of the question behind survey.kinds.law changed in 2017, and it is compared with the year before",
		},
		"a new option": {"kind: grouped-bars\nof: survey.kinds", "", "the option advice was not offered in 2016"},
		"a new question": {
			"kind: grouped-bars\nof: survey.few", "", "there are no answers to few of 2016",
		},
		"a short line":  {"kind: line\nof: survey.few.a", "", "there are answers of 1 years, and a line wants two"},
		"a line of all": {"kind: line\nof: survey.kinds", "", "kinds has no one value for a year"},
		"bars of one":   {"kind: bars\nof: survey.kinds.law", "", "survey.kinds.law is one option, and bars stand for all of a question"},
		"stacked": {
			"kind: stacked\nof: survey.work", "Offices that worked on standards 2016 12/12 survey.work.yes@2016; 2017 12/18 survey.work.yes | " +
				"Offices that did not 2016 0/12 survey.work.no@2016; 2017 6/18 survey.work.no | questionnaires to offices, 2016–2017", "",
		},
		"stacked answers":  {"kind: stacked\nof: survey.kinds", "", "the parts of a stacked bar make a whole, and an office can give several answers to kinds"},
		"stacked few":      {"kind: stacked\nof: survey.few", "", "the parts of a stacked bar make a whole, and an office can give several answers to few"},
		"stacked option":   {"kind: stacked\nof: survey.work.yes", "", "survey.work.yes is one option, and bars stand for all of a question"},
		"a slip":           {"kind: bars\nof: survey.kind", "", `there are no answers to "survey.kind" [survey.kinds]`},
		"numbers":          {"kind: bars\nof: survey.officials", "", `survey.officials is of type integer, and a chart shows options`},
		"another function": {"kind: bars\nof: staff.total", "", `there are no answers to "staff.total"`},
	} {
		t.Run(name, func(t *testing.T) {
			in, _ := surveyed(t, map[string]string{"facts.yaml": "", "manuscript/en/crossings.md": chartHead + c.text + "\n```\n"})
			parts := bound(in)
			var faults []string
			for _, d := range in.Report.All() {
				line := d.Message
				if d.Replace != "" {
					line += " [" + d.Replace + "]"
				}
				faults = append(faults, line)
			}
			if got := strings.Join(faults, "\n"); got != c.faults {
				t.Fatalf("faults %q, want %q", got, c.faults)
			}
			if c.want == "" {
				return
			}
			chart := parts[1].Blocks[len(parts[1].Blocks)-1].(*doc.Chart)
			if got := describe(chart); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			for _, s := range chart.Series {
				for _, v := range s.Values {
					for _, key := range []source.Key{v.From, v.From.Base()} {
						if p, ok := in.Expand(key); !ok || len(p.Inputs) == 0 {
							t.Errorf("%s came from nowhere", key)
						}
					}
				}
			}
		})
	}
}

// TestSurveyChartOfSeveralQuestions: values of one question can be answers of one
// office, those of several say nothing of it.
func TestSurveyChartOfSeveralQuestions(t *testing.T) {
	for list, want := range map[string]bool{
		"survey.kinds.law, survey.kinds.training": false, "survey.kinds.law, survey.work.yes": true, "again, survey.work.yes": true,
		"again, survey.kinds.law": false, "quoted, survey.kinds.law": false,
	} {
		in, _ := surveyed(t, map[string]string{
			"facts.yaml":                 "again: {same: survey.kinds.training}\nquoted: {value: 3, unit: {en: offices}, label: {en: x}, source: {en: s}}\n",
			"manuscript/en/crossings.md": chartHead + "kind: bars\nsource: s\nseries: [{facts: [" + list + "]}]\n```\n",
		})
		parts := bound(in)
		if got := parts[1].Blocks[len(parts[1].Blocks)-1].(*doc.Chart).Mixed; got != want {
			t.Errorf("%s: %v", list, got)
		}
	}
}

// Of few in the year before there are no shares either.
func TestSurveyChartOfFewBefore(t *testing.T) {
	few := "office,question,option,value,state\nCO-ALB,work,yes,,answered\nCO-ALB,kinds,law,,answered\nCO-ALB,officials,,1,answered\n"
	in, _ := surveyed(t, map[string]string{"facts.yaml": "", "data/answers-2016.csv": few, "manuscript/en/crossings.md": chartHead + "kind: grouped-bars\nof: survey.work\n```\n"})
	parts := bound(in)
	chart := parts[1].Blocks[len(parts[1].Blocks)-1].(*doc.Chart)
	const want = "2017 Offices that worked on standards 12/18 survey.work.yes; Offices that did not 6/18 survey.work.no | " +
		"2016 Offices that worked on standards 1 survey.work.yes@2016; Offices that did not 0 survey.work.no@2016 | questionnaires to offices, 2016–2017"
	if got := describe(chart); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	in, faults := surveyed(t, map[string]string{"facts.yaml": "", "data/answers-2016.csv": few, "manuscript/en/crossings.md": chartHead + "kind: stacked\nof: survey.work\n```\n"})
	bound(in)
	const fault = "manuscript/en/crossings.md:3:1 error chart-question: answers to work of 2016 are 1, and of fewer than 10 no percentages are given"
	if got := faults(); got != fault {
		t.Errorf("got  %s\nwant %s", got, fault)
	}
}

// describe puts a chart into words.
func describe(c *doc.Chart) string {
	var out []string
	for _, s := range c.Series {
		var row []string
		for i, v := range s.Values {
			text := doc.Plain(c.Categories[i], nil) + " " + v.Number.Value.RatString()
			if v.Number.Base != nil {
				text += "/" + v.Number.Base.RatString()
			}
			row = append(row, text+" "+string(v.From))
		}
		out = append(out, strings.TrimSpace(doc.Plain(s.Label, nil)+" "+strings.Join(row, "; ")))
	}
	out = append(out, doc.Plain(c.Source, nil))
	for _, n := range c.Notes {
		out = append(out, doc.Plain(n, func(s *doc.Stat) string { return s.Number.Value.RatString() }))
	}
	return strings.Join(out, " | ")
}

// What a figure was counted from is known for keys of years too, and for no
// others.
func TestExpandUnknown(t *testing.T) {
	in, _ := surveyed(t, nil)
	for _, key := range []source.Key{"survey.kinds.law@2016", "survey.nothing", "base of survey.nothing", "members@2017", ""} {
		if _, ok := in.Expand(key); ok {
			t.Errorf("%q came from somewhere", key)
		}
	}
}

func BenchmarkSurveyFacts(b *testing.B) {
	dir := folder(b, surveyFiles())
	for b.Loop() {
		var f source.Files
		var r source.Reporter
		if in := Load(dir, "", &f, &r); in == nil || in.Facts == nil {
			b.Fatal("not read")
		}
	}
}
