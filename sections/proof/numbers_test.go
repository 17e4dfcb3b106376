package proof

import (
	"testing"

	"assemble/inputs/source"
)

func TestFigureStart(t *testing.T) {
	run(t, edition{}, []example{
		{"102 offices reported.", "1:1 figure-start"},
		{"All reported. 102 offices answered.", "1:15 figure-start"},
		{"All reported.\n102 offices answered.", "2:1 figure-start"},
		{"He said “enough”. “12 is too many.”", "1:20 figure-start"},
		{"49 per cent of offices answered.", "1:1 figure-start"},
		{"2017 was a good year.", "1:1 figure-start"},
		{"All passed.[^a] 12 did not.\n\n[^a]: 14 were asked.", "1:17 figure-start, 3:7 figure-start"},
		{"- 12 offices were asked.", "1:3 figure-start"},

		{"2030 Agenda items were discussed.", ""}, // a name
		{"All of the 102 offices answered.", ""},
		{"See No. 12 for more.", ""},
		{"Mr. A. 12 was there, i.e. 12 times.", ""}, // initials and abbreviations end no sentence
		{"- 12 offices", ""},                        // an item that is no sentence
		{"{{=102}} offices reported.", ""},          // prints words
		{"# 102 offices", ""},
		{"All left.(12 stayed) Nobody minds.", ""},
		{"| 12 offices. | 3. |\n|---|---|\n| 4. | 12. |", ""},
	})
}

func TestFigureSmall(t *testing.T) {
	run(t, edition{facts: []Fact{fact("offices", "23", "offices"), fact("teams", "6", "teams")}}, []example{
		{"Only 3 offices answered.", "1:6 figure-small"},
		{"They have 5 aims, and 9 means.", "1:11 figure-small, 1:23 figure-small"},
		{"The *great* plan has 2 parts; {{teams}} teams.", "1:22 figure-small"},
		{"In 2017 only 3 answered.", "1:14 figure-small"}, // a year makes no series
		{"The 3 offices answered, and others.", "1:5 figure-small"},

		{"They met 12 times in 3 years.", ""}, // a series with a higher figure
		{"In 7 offices, and in {{offices}} others, it was so.", ""},
		{"It rose by 5 per cent, by 5% and by 5 percentage points.", "1:28 percent"},
		{"It cost 3.5 million, or 3 million, or USD 5.", ""},
		{"Level 3 is for emergencies; see article 5 and phase 2.", ""},
		{"Children aged 5 came on 5 May, at 5 p.m., and on May 6 too.", ""},
		{"The “Objective 2” section, at P‑5 and P-5.", ""},
		{"It took 3–5 days, 2/3 of them, at 1:5, the 3rd time.", ""},
		{"It was adopted by 5 votes.", ""},
		{"So it was (in 3 offices).", ""}, // figures in comparisons
		{"They read *World in 3 Days*.", ""},
		{"A road of 5 km and 8 metres.", ""},
		{"## Only 3 offices", ""},
		{"They met from 6 to 9 September, and on 3 and 4 May.", ""},
		{"Children between 3 and 5 years old, of 3–5 years.", ""},
		{"A ratio of 3 to 1 in the Group of 7, with the 5 Ms.", ""},
		{"More than 21 million, 3 million of them there.", ""},
		{"See articles 3, 4 and 5, and sections 2 (b) and 3.", ""},
	})
}

func TestPercent(t *testing.T) {
	facts := []Fact{fact("share", "48", "%"), fact("offices", "23", "offices")}
	run(t, edition{facts: facts}, []example{
		{"It was 49% of them.", "1:10 percent"},
		{"It was 49 % of them.", "1:11 percent"},
		{"It was {{=49}}% of them.", "1:15 percent"},
		{"They were few (49 per cent).", "1:19 percent"},
		{"They were few (49\u00a0per\u00a0cent).", "1:19 percent"},
		{"| a | b |\n|---|---|\n| 49 per cent | c |", "3:6 percent"},
		{"It was 49 percent.", "1:11 percent"},

		{"It was 49 per cent (2016: 47%).", ""},
		{"They were few (49%), as the percentage shows.", ""},
		{"| % of total | b |\n|---|---|\n| 49% | c |", ""},
		{"It was {{share}} ({{share}}).", ""},
		{"They differ (in per cent).", ""},
		{"A 27-per-cent rise.", ""},
	})
}

func TestUnits(t *testing.T) {
	facts := []Fact{
		fact("share", "49", "%"), fact("offices", "23", "offices"), fact("money", "1605400000", "USD"), fact("people", "28900000", "people"),
		fact("few", "9", "people"),
	}
	run(t, edition{facts: facts}, []example{
		{"It was {{share}} per cent.", "1:8 unit-twice"},
		{"It was {{share}}%.", "1:8 unit-twice"},
		{"A {{share}}-per-cent rise.", "1:3 unit-twice"},
		{"It cost {{money | million}} million.", "1:9 unit-twice"},
		{"It cost USD {{money | million}}.", "1:13 unit-twice"},
		{"It was {{offices}} per cent.", "1:8 unit-differs"},
		{"It was {{offices}}%.", "1:8 unit-differs"},
		{"It cost EUR {{money}}.", "1:13 unit-differs"},
		{"They were {{people}} million.", "1:11 unit-differs"},
		{"A road of 5km and of 8 km.", "1:12 space-unit"},
		{"It cost USD5 million, or USD 5 million.", "1:9 space-unit"},
		{"They were few (47 %).", "1:18 space-unit"},

		{"It was {{share}}, or {{offices}} offices.", ""},
		{"They were {{people | million}}, and {{=28.9}} million.", ""},
		{"It cost {{money}} in all, million for million.", ""},
		{"It was {{=49}} per cent.", ""},
		{"A {{share}} rise (2016: 47%).", ""},
		{"The G20, 5kids and B2B.", ""},
	})
	list, _ := edition{facts: facts}.findings(t, "It was {{share}} per cent.")
	if list[0].Severity != source.Error {
		t.Error("a unit that is printed twice is no error")
	}
}
