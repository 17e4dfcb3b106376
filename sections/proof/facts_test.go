package proof

import (
	"testing"

	"assemble/layout/lang"
)

func TestFacts(t *testing.T) {
	facts := []Fact{
		fact("sdg", "102", "offices"), fact("share", "49", "%"), fact("people", "28912345", "people"), fact("cost", "5200000", "USD"),
		fact("teams", "6", "teams"), fact("moved", "2017", "offices"), fact("points", "3", "points"),
		{Name: "time", Value: rat("75"), Unit: "minutes", Words: lang.Noun{Singular: "minutes", Plural: "minutes"}},
		{Name: "bare", Value: rat("137"), Label: "refuges"},
		{Name: "computed", Value: rat("1067/14"), Unit: "%", Computed: true, WasYear: 2016, WasValue: rat("3579/100")},
	}
	facts[0].WasYear, facts[0].WasValue = 2016, rat("52")
	run(t, edition{facts: facts}, []example{
		{"In 102 offices it was so.", "1:4 figure-typed"},
		{"In 102 of our offices it was so.", "1:4 figure-typed"},
		{"One hundred and two offices.", "1:1 figure-typed"},
		{"In one hundred and two Country Offices.", "1:4 figure-typed"},
		{"It was 49 per cent of them.", "1:8 figure-typed"},
		{"It was so for some (49%).", "1:21 figure-typed"},
		{"Forty-nine per cent were.", "1:1 figure-typed"},
		{"It reached 28.9 million people.", "1:12 figure-typed"},
		{"It cost USD 5.2 million.", "1:13 figure-typed"},
		{"There are 137 refuges.", "1:11 figure-typed"},
		{"A 75-minute course, and 75 minutes.", "1:3 figure-typed, 1:25 figure-typed"},
		{"It was 76 per cent of them.", "1:8 figure-typed"}, // computed, and printed so
		{"It was 76.2 per cent; seventy-six per cent.", "1:8 figure-typed, 1:23 figure-typed"},
		{"It was so then (2016: 52 offices).", "1:23 figure-typed"},
		{"It was so then (2016: 36%).", "1:23 figure-typed"},
		{"It was so then (2015: 52 offices), and now (2016: 102 offices).", ""},
		{"It was 77 per cent, or 76.3 per cent.", ""},
		{"There are 6 teams.", "1:11 figure-small, 1:11 figure-typed"},

		{"In 2017 offices moved.", ""}, // a year
		{"It rose by 3 points, or 3 percentage points, in 102 (all) offices.", ""},
		{"In {{sdg}} offices it was so, and in {{=102}} offices too.", ""},
		{"In 102 countries it was so.", ""},
		{"In 103 offices it was so.", ""},
		{"In one hundred offices; one hundred and two.", ""},
		{"One hundred and two hundred offices.", ""},
		{"It reached 28.8 million people, and 29.0 million people.", ""},
		{"It cost EUR 5.2 million; USD 5 million.", ""},
		{"It was 49 of them.", ""},
		{"In 102, said the offices.", ""},
		{"| 102 offices | b |\n|---|---|\n| c | d |", ""},
	})
}

func TestUnprintedFacts(t *testing.T) {
	written := func(f Fact) Fact { f.Written = true; return f }
	a, b := written(fact("a", "10", "offices")), written(fact("b", "20", "offices"))
	sum := written(fact("sum", "30", "offices"))
	sum.Of = []string{"a", "b"}
	checks := written(fact("checks", "30", "offices"))
	checks.Equals = "sum"
	data := fact("staff.total", "10", "staff")
	now, before := written(fact("now", "30", "offices")), written(fact("now_2016", "28", "offices"))
	before.Year = 2016
	for _, c := range []struct {
		facts []Fact
		example
	}{
		{[]Fact{a, b}, example{"In {{a}} offices.", "0:0 fact-unprinted"}},
		{[]Fact{a, b, sum}, example{"In {{sum}} offices.", ""}},
		{[]Fact{a, b, sum, checks}, example{"In offices.", ""}}, // compared with the sum
		{[]Fact{a, data}, example{"In {{a}} offices.", ""}},
		{[]Fact{now, before}, example{"In {{now}} offices {{now | was}}.", ""}},
		{[]Fact{now, before}, example{"In {{now}} offices.", "0:0 fact-unprinted"}},
		{[]Fact{a}, example{"```key-figures\nof: [a]\n```", ""}},
	} {
		run(t, edition{facts: c.facts}, []example{c.example})
	}
}

func TestTwoValues(t *testing.T) {
	a, b := fact("a", "10", "offices"), fact("b", "20", "offices")
	a.Written, b.Written, a.Label, b.Label = true, true, "offices that answered", "Offices that answered"
	other := b
	other.Year = 2016
	same := b
	same.Value = a.Value
	for _, c := range []struct {
		second Fact
		example
	}{
		{b, example{"In {{a}} offices and {{b}}.", "0:0 fact-two-values"}},
		{other, example{"In {{a}} offices and {{b}}.", ""}},
		{same, example{"In {{a}} offices and {{b}}.", ""}},
		{b, example{"In {{a}} offices.\n\n| a | b |\n|---|---|\n| c | {{b}} |", ""}}, // a table says what it is of
	} {
		run(t, edition{facts: []Fact{a, c.second}}, []example{c.example})
	}
}

func TestRounded(t *testing.T) {
	facts := []Fact{
		fact("low", "28861000", "people"), fact("high", "28912345", "people"), fact("even", "28900000", "people"),
		fact("half", "49", "%"), fact("most", "52", "%"), fact("offices", "102", "offices"), fact("low.share", "1067/14", "%"),
		fact("part", "30", "offices"),
	}
	run(t, edition{facts: facts}, []example{
		{"Over {{low | million}} people came.", "1:6 rounded"},
		{"More than {{low | million}} people came.", "1:11 rounded"},
		{"Nearly {{high | million}} people came.", "1:8 rounded"},
		{"Nearly half of all offices, {{most}}, answered.", "1:29 rounded"},
		{"More than half of all offices ({{half}}) answered.", "1:32 rounded"},
		{"Nearly 80 per cent ({{most}}) answered.", "1:21 rounded"},
		{"Over 102 offices ({{offices}}) answered.", "1:6 figure-typed, 1:19 rounded"},
		{"Nearly half ({{low.share}}) answered.", "1:14 rounded"},
		{"More than half of them, {{part}}, answered.", "1:25 rounded"}, // 30 of 100
		{"Some came, nearly half of them ({{most}}).", "1:33 rounded"},

		{"Two thirds of all offices ({{half}}) answered.", "1:28 rounded"},
		{"Half of the offices, {{low.share}}, answered.", "1:22 rounded"},
		{"Nearly half of them, or {{part}} offices, answered.", "1:25 rounded"},
		{"Nearly half of them, that is, {{part}}, answered.", "1:31 rounded"},
		{"In {{part}} offices (nearly half) it was so.", "1:4 rounded"},
		{"In {{half}} of offices, more than half, it was so.", "1:4 rounded"},
		{"In {{half}} of offices (nearly 80%) it was so.", "1:4 rounded"},
		{"In {{part}} of the {{offices}} offices (nearly half) it was so.", "1:4 rounded"}, // 29 per cent
		{"In {{part}} of the {{offices}} offices, or more than half of all, it was so.", "1:4 rounded"},

		{"In {{part}} of the {{offices}} offices (about 30%) it was so.", ""},
		{"In {{half}} of offices (nearly half of the total) it was so.", ""},
		{"In {{part}} offices, nearly half of them new, it was so.", ""}, // half of those that are new
		{"In {{part}} offices, or so it is said, for half of the year.", ""},
		{"In the second half of the year ({{low.share}}) it was so.", ""},
		{"For half a year ({{low.share}}) it was so.", ""},
		{"Two thirds of all offices ({{low.share}}) answered.", "1:28 rounded"}, // 76 per cent
		{"Three quarters of all offices ({{low.share}}) answered.", ""},
		{"Over {{high | million}} and nearly {{low | million}} people came.", ""},
		{"Over {{even | million}} and nearly {{even | million}} people came.", ""},
		{"Nearly half of all offices, {{half}}, answered.", ""},
		{"More than half of all offices ({{most}}) answered.", ""},
		{"About 50 per cent ({{most}}) answered.", ""},
		{"More than 100 offices ({{offices}}) answered.", ""},
		{"Nearly half of them, {{offices}}, answered.", ""}, // a count without base
		{"Nearly half of 12 offices ({{most}}) answered.", ""},
		{"Nearly half-hearted ({{offices}}) answers.", ""},
		{"Nearly half of them; {{most}}", ""},
		{"Half of all offices ({{most}}) answered.", ""},                           // no approximation is claimed
		{"Nearly half of all offices had {{most}} of the staff.", ""},              // no apposition
		{"Nearly half of all offices agreed, {{most}} of them in writing.", ""},    // goes on
		{"Nearly half agreed. In the end, {{most}}, it was.", ""},                  // another sentence
		{"Nearly half of the {{offices}} offices ({{most}}) answered.", ""},        // two figures
		{"Moreover {{low | million}} people came; overall {{low | million}}.", ""}, // parts of words
	})
}

func TestDirection(t *testing.T) {
	change := fact("change", "-3", "%")
	change.Change = true
	rise := fact("rise", "5", "%")
	rise.Change = true
	size := fact("size", "5", "offices")
	run(t, edition{facts: []Fact{change, rise, size}}, []example{
		{"It rose by {{change}} in 2017.", "1:12 direction"},
		{"It fell by {{change}} in 2017.", "1:12 direction"},
		{"It saw a decrease of {{rise}} in 2017.", "1:22 direction"},
		{"It rose by {{rise}}, and fell by {{size}} offices; a change of {{change}}.", ""},
		{"The share of {{change}} was so.", ""},
	})
}

// TestFactMessages: what is to be written instead, and what the figure is.
func TestFactMessages(t *testing.T) {
	e := edition{facts: []Fact{
		fact("sdg", "102", "offices"), fact("people", "28912345", "people"), fact("low.share", "1067/14", "%"), fact("a", "7000", "offices"),
		fact("b", "7000", "offices"), fact("c", "7000", "offices"), fact("d", "7000", "offices"),
	}}
	e.facts[0].WasYear, e.facts[0].WasValue = 2016, rat("52")
	for text, want := range map[string]string{
		"In 102 offices it was so.":       "102 is typed, and is the value of sdg; write {{sdg}}, or {{=102}} if it is another thing",
		"It reached 28.9 million people.": "28.9 is typed, and is the value of people; write {{people | million}}, or {{=28.9}} if it is another thing",
		"In 7,000 offices it was so.":     "7,000 is typed, and is the value of a, b, c, …; write {{a}}, or {{=7000}} if it is another thing",
		"More than {{people | million}} came. Nearly half ({{low.share}}) stayed.": "“nearly half” is said of low.share, which is 76.2143; change the words, or correct the fact",
		"Nearly {{people | million}} came.":                                        "“nearly 28.9\u00a0million” is said of people, which is 28912345; change the words, or correct the fact",
		"It was so (2016: 52 offices).":                                            "52 is typed, and is the value in 2016 of sdg; write {{sdg | was}}, or {{=52}} if it is another thing",
		"It was so in {{sdg}} of {{a}} offices (nearly half).":                     "“nearly half” is said of sdg, which is 1.4571; change the words, or correct the fact",
	} {
		list, _ := e.findings(t, text)
		if len(list) != 1 || list[0].Message+"; "+list[0].Fix != want {
			t.Errorf("%q: %+v", text, list)
		}
	}
}
