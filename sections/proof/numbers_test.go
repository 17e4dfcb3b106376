package proof

import (
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/lang"
)

func TestFigureStart(t *testing.T) {
	run(t, edition{}, []example{
		{"102 offices reported.", "1:1 figure-start"},
		{"All reported. 102 offices answered.", "1:15 figure-start"},
		{"All reported.\n102 offices answered.", "2:1 figure-start"},
		{"He said “enough”. “12 is too many.”", "1:20 figure-start"},
		{"49 per cent of offices answered.", "1:1 figure-start"},
		{"2017 was a good year.", "1:1 figure-start"},
		{"12 Member States met.", "1:1 figure-start"},
		{"1,234 Member States met.", "1:1 figure-start"},
		{"9999 Member States met.", "1:1 figure-start"},
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
		{"Level 3 is for emergencies; see article 5, phase 2 and room 4.", ""},
		{"Children aged 5 came on 5 May, at 5 p.m., and on May 6 too.", ""},
		{"The “Objective 2” section, at P‑5 and P-5.", ""},
		{"It took 3–5 days, 2/3 of them, at 1:5, the 3rd time.", ""},
		{"It was adopted by 5 votes.", ""},
		{"So it was (in 3 offices).", ""}, // figures in comparisons
		{"They read *World in 3 Days*.", ""},
		{"A road of 5 km and 8 metres.", ""},
		{"## Only 3 offices", ""},
		{"It was 0.5 or 2.5 of them, and 007 of 15 more.", ""},
		{"In 1999, under article 5 and later, only 3 offices were there.", "1:42 figure-small"},
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

// Offices, offices of one kind and countries are counted apart, and so they are
// named.
func TestCountedThings(t *testing.T) {
	facts := []Fact{
		fact("offices", "23", "offices"), fact("co", "14", "Country Offices"), fact("ro", "12", "Regional Offices"), fact("hq", "11", "Headquarters offices"),
		fact("countries", "14", "countries"), fact("people", "23", "people"), fact("rest", "23", "other offices"),
	}
	run(t, edition{facts: facts}, []example{
		{"So did {{countries}} offices.", "1:8 unit-differs"},
		{"So did {{countries}} IOM offices.", "1:8 unit-differs"},
		{"So did {{offices}} countries.", "1:8 unit-differs"},
		{"So did {{offices}} Country Offices.", "1:8 unit-differs"},
		{"So did {{offices}} country offices.", "1:8 unit-differs"},
		{"So did {{co}} offices, and {{ro}} Country Offices.", "1:8 unit-differs, 1:28 unit-differs"},
		{"Each of the {{hq}} offices, and {{co}} Country Offices.", "1:13 unit-differs"},

		{"So did {{offices}} offices in {{countries}} countries, {{co}} Country Offices, {{ro}} Regional Offices and {{hq}} Headquarters offices.", ""},
		{"So did {{offices}} IOM offices and {{offices}} other offices, or {{rest}} other offices.", ""},
		{"So did {{offices | share}} of the offices, {{countries}} of the Regional Offices and {{people}} offices.", ""},
		{"So did {{countries}}, and {{offices}} Officesful.", ""},
	})
	list, _ := edition{facts: facts}.findings(t, "So did {{countries}} offices.")
	if list[0].Message != "countries counts countries, and offices stands beside it" {
		t.Error(list[0].Message)
	}
	run(t, edition{lang: "fr", facts: facts}, []example{
		{"Ainsi {{offices}} pays et {{countries}} bureaux.", "1:7 unit-differs, 1:27 unit-differs"},
		{"Ainsi {{offices}} bureaux de pays.", "1:7 unit-differs"},
		{"Ainsi {{co}} bureaux de pays, {{offices}} bureaux et {{countries}} pays.", ""},
	})
	run(t, edition{lang: "es", facts: facts}, []example{
		{"Así {{offices}} países y {{ro}} oficinas.", "1:5 unit-differs, 1:26 unit-differs"},
		{"Así {{countries}} países y {{ro}} oficinas regionales.", ""},
	})
}

// TestTypedNumbers: a number has the separators of its language, and is a word
// of its own where spaces and punctuation part it from others.
func TestTypedNumbers(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "12", "12 alone"},
		{"en", "1,605.4 of 1,605", "1605.4 alone, 1605 alone"},
		{"en", "1,60 and 12,3456 and 1234,567", "1, 60, 12, 3456, 1234, 567"},
		{"en", "1,2345,678", "1, 2345, 678"},
		{"en", "12. 5.", "12 alone, 5 alone"},
		{"en", "(7) “8”, 9%; 5km P-6 3rd 1/2", "7 alone, 8 alone, 9 alone, 5, 6, 3, 1, 2"},
		{"en", "9%, 9%x", "9 alone, 9 alone"},
		{"en", "123456789012345 1234567890123456", "123456789012345 alone"}, // fifteen figures
		{"fr", "1\u202f234,5 et 1 234", "1234.5 alone, 1 alone, 234 alone"},
		{"es", "1.700 y 1,5", "1700 alone, 1.5 alone"},
	} {
		var got []string
		for _, n := range typedNumbers(c.text, lang.For(c.lang)) {
			word := n.digits
			if n.alone {
				word += " alone"
			}
			got = append(got, word)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q: got %s, want %s", c.text, strings.Join(got, ", "), c.want)
		}
	}
}

// TestWordsForFigures: what is proposed instead of a figure.
func TestWordsForFigures(t *testing.T) {
	for text, want := range map[string]string{
		"102 countries met.":    "One hundred and two",
		"2.5 million met.":      "",
		"Only 3 countries met.": "three",
		"It was 48% of them.":   " per cent",
	} {
		list, _ := edition{}.findings(t, text)
		if len(list) != 1 || list[0].Replace != want {
			t.Errorf("%q: %+v", text, list)
		}
	}
}

// TestWordsBesideFigures: a figure changes, the words beside it are typed.
func TestWordsBesideFigures(t *testing.T) {
	facts := []Fact{
		fact("one", "1", "offices"), fact("nil", "0", "offices"), fact("many", "12", "offices"), fact("few", "8", "%"), fact("more", "80", "%"),
		fact("most", "85.5", "%"), fact("teens", "18", "%"), fact("none", "49", "%"), fact("big", "11000", "people"), fact("large", "118", "offices"),
		{Name: "same", Value: rat("28"), Unit: "%"},
		{Name: "up", Value: rat("50"), Unit: "%"},
	}
	run(t, edition{facts: facts}, []example{
		{"It was so in {{one}} offices.", "1:22 agreement"},
		{"It was so in {{one}} larger offices.", "1:29 agreement"},
		{"{{one}} offices did so.", "1:9 agreement"},
		{"It was so in {{many}} office.", "1:23 agreement"},
		{"It was so in {{nil}} office.", "1:22 agreement"},
		{"It was so in {{one}} office.", ""},
		{"It was so in {{one}} of the offices.", ""},
		{"It was so in {{many}} offices, a {{many}}-office group.", ""},
		{"It was so in {{one}} case, in which offices met.", ""},

		{"It was a {{few}} decrease.", "1:8 article"},
		{"A {{more}} decrease came.", "1:1 article"},
		{"It was a {{teens}} decrease.", "1:8 article"},
		{"It was an {{none}} decrease.", "1:8 article"},
		{"It was an {{one}}-office study.", "1:8 article"},
		{"It was a {{up | direction}}.", "1:8 article"},
		{"It was a {{same | direction}}.", "1:8 article"},
		{"It was a {{big}}-people study.", "1:8 article"},
		{"It was an {{few}} decrease, an {{most}} one, an {{up | direction}}.", ""},
		{"It was a {{none}} decrease and a {{large}}-office study.", ""},
		{"Type A {{few}} is not one.", ""},
	})
	run(t, edition{lang: "fr", facts: []Fact{fact("a", "1", "bureaux")}}, []example{{"On compte a {{a}} bureau.", ""}})
}
