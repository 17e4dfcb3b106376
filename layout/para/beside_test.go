package para

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/style"
)

// braces are figures of a test: {7 offices}, {27 %}, {5 million USD}, {7 was 12
// offices}, {3 =} for one without a unit.
var braces = regexp.MustCompile(`\{[^}]*\}`)

// nouns are the singulars of the units of the tests.
var nouns = map[string]string{
	"offices": "office", "people": "person", "bureaux": "bureau", "oficinas": "oficina", "personnes": "personne", "personas": "persona",
}

// inlinesOf reads a text with figures in braces.
func inlinesOf(t *testing.T, s string) []doc.Inline {
	t.Helper()
	var out []doc.Inline
	last := 0
	for _, m := range braces.FindAllStringIndex(s, -1) {
		out = append(out, doc.Words(s[last:m[0]])...)
		out = append(out, statOf(t, strings.Fields(s[m[0]+1:m[1]-1])))
		last = m[1]
	}
	return append(out, doc.Words(s[last:])...)
}

func statOf(t *testing.T, words []string) *doc.Stat {
	t.Helper()
	rat := func(s string) *big.Rat {
		v, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q is no number", s)
		}
		return v
	}
	s := &doc.Stat{Fact: "a", From: "a", Number: lang.Number{Value: rat(words[0]), Places: -1, WasYear: 2016}}
	n := &s.Number
	for i := 1; i < len(words); i++ {
		switch w := words[i]; w {
		case "=":
			s.Fact = ""
		case "figure":
			n.Form = lang.Figure
		case "million":
			n.Form = lang.Million
		case "share":
			n.Form = lang.Share
		case "direction":
			n.Form = lang.Direction
		case "was":
			i++
			n.Form, n.WasValue = lang.Was, rat(words[i])
		case "from":
			i++
			n.WasValue = rat(words[i])
		case "base":
			i++
			n.Base = rat(words[i])
			n.WasBase = n.Base
		default:
			n.Unit = w
			if one := nouns[w]; one != "" {
				n.UnitWords = lang.Noun{Singular: one, Plural: w}
			}
		}
	}
	return s
}

// printed sets a text in a language and returns it with ~ for no-break spaces
// and hyphens.
func printed(t *testing.T, tag, s string) string {
	t.Helper()
	st := style.Council()
	set := New(st, st.Language(tag), fonts.Embedded(), &source.Reporter{})
	sp := spec(set, &galley.Tree{})
	sp.Measure *= 20 // on one line
	out := text(set.Lines(inlinesOf(t, s), sp))
	return strings.NewReplacer("\u00a0", "~", "\u2011", "-", "\u202f", "_").Replace(out)
}

// sentenceCase is a text with figures in braces, and as it is printed.
type sentenceCase struct{ in, want string }

func checkPrinted(t *testing.T, tag string, cases []sentenceCase) {
	t.Helper()
	for _, c := range cases {
		if got := printed(t, tag, c.in); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestFiguresInSeries(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"It was so in {9 offices} of the {12 offices} offices.", "It was so in 9 of the 12 offices."},
		{"It took between {5 =} and {15 =} days.", "It took between 5 and 15 days."},
		{"It took from {5 =} to 15 days.", "It took from 5 to 15 days."},
		{"There were 14, previously {9 =}.", "There were 14, previously 9."},
		{"There were {5 =}, {7 =} and {15 =} days.", "There were 5, 7 and 15 days."},
		{"It was so in {7 offices} offices, and another {23 offices} gave advice.", "It was so in 7 offices, and another 23 gave advice."},
		{"It was so in {7 offices} offices {7 offices was 52}.", "It was so in 7 offices (2016: 52~offices)."},
		{"It was so in {7 offices} offices {7 offices was 5}.", "It was so in seven offices (2016: 5~offices)."},
		{"It was so in {7 offices} offices and 12 other offices.", "It was so in 7 offices and 12 other offices."},
		{"It was so in {7 offices} offices and 12 countries.", "It was so in seven offices and 12 countries."},
		{"It was so in {7 offices} offices and for {12 people} people.", "It was so in seven offices and for 12 people."},
		{"Training in {4 =} countries reached {14 =} towns.", "Training in four countries reached 14 towns."},
		{"Training in {4 =} countries was more than in {14 =} countries before.", "Training in 4 countries was more than in 14 countries before."},
		{"It was so in {7 offices} offices. Then in {12 offices}.", "It was so in seven offices. Then in 12."},
		{"It was so in {7 offices} offices and {8 offices} others.", "It was so in seven offices and eight others."},
		{"{105 offices} offices and {8 offices} others did so.", "One hundred and five offices and eight others did so."},
		{"{9 offices} of the {12 offices} offices did so.", "Nine of the 12 offices did so."},
		{"It was so in {7 offices} offices in 2017.", "It was so in seven offices in 2017."},
		{"It was so in {7 offices} offices on 12 May.", "It was so in seven offices on 12 May."},
		{"It was so in {7 offices} offices under article 12.", "It was so in seven offices under article 12."},
		{"It was so in {7 offices} offices, or 12 per cent.", "It was so in seven offices, or 12 per cent."},
		{"It was so in {7 offices} offices, or {12 %}.", "It was so in seven offices, or 12~per~cent."},
		{"It was so in {7 offices} ({12 offices} offices before).", "It was so in 7 (12 offices before)."},
		{"It was so in {0 offices} offices and {12 offices} others.", "It was so in no offices and 12 others."},
		{"It was so in {7 offices} offices, at {12 USD} each.", "It was so in seven offices, at USD~12 each."},
	})
}

func TestCompounds(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"It was a {27 %} decrease.", "It was a 27-per-cent decrease."},
		{"It was an {8.5 %} rise.", "It was an 8.5-per-cent rise."},
		{"So the {27 %} decrease came.", "So the 27-per-cent decrease came."},
		{"The {27 %} who answered were few.", "The 27~per~cent who answered were few."},
		{"Of all, {27 %} increased it.", "Of all, 27~per~cent increased it."},
		{"{27 %} growth was seen.", "Twenty-seven-per-cent growth was seen."},
		{"{2.5 %} growth was seen.", "Two-point-five-per-cent growth was seen."},
		{"It was a {54 share base 111} share.", "It was a 49-per-cent share."},
		{"It was a {3 points} increase.", "It was a 3-percentage-point increase."},
		{"It rose by {3 points}.", "It rose by 3~percentage points."},
		{"It fell (a {1 %} decrease).", "It fell (a 1% decrease)."},
		{"It was a {27 %} to {30 %} decrease.", "It was a 27~per~cent to 30~per~cent decrease."},
	})
	checkPrinted(t, "fr", []sentenceCase{{"une {27 %} baisse", "une 27~pour~cent baisse"}})
}

func TestNought(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"It was so in {0 offices} offices.", "It was so in no offices."},
		{"{0 offices} regional offices did so.", "No regional offices did so."},
		{"{0 offices} of them did so.", "None of them did so."},
		{"So {0 offices} did.", "So zero did."},
		{"So {0 %} did.", "So 0~per~cent did."},
		{"So {0 offices figure} offices did.", "So 0 offices did."},
		{"So it was ({0 offices} offices).", "So it was (no offices)."},
	})
	checkPrinted(t, "fr", []sentenceCase{{"Ainsi, {0 bureaux} bureau.", "Ainsi, zéro bureau."}})
	checkPrinted(t, "es", []sentenceCase{{"Hay {0 oficinas} oficinas.", "Hay cero oficinas."}})
}

func TestDirectionGivesTheSign(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"There was a {-27 % direction} of {-27 %}.", "There was a decrease of 27~per~cent."},
		{"The {-27 % direction}, of {-27 %}, was large.", "The decrease, of 27~per~cent, was large."},
		{"The {-27 % direction} was not {-27 %}.", "The decrease was not −27~per~cent."},
		{"It was {-27 %}.", "It was −27~per~cent."},
		{"It is a {49.2 % base 100 direction from 48.7}.", "It is a no change."}, // both are printed as 49 per cent
		{"It is an {50 % base 100 direction from 48.7}.", "It is an increase."},
	})
}

func TestComparatorInScale(t *testing.T) {
	checkPrinted(t, "en", []sentenceCase{
		{"It cost {1605400000 USD million} {1605400000 USD was 1602300000}.", "It cost USD~1,605.4~million (2016: USD~1,602.3~million)."},
		{"It cost {5000000 USD} {5000000 USD was 4500000}.", "It cost USD~5,000,000 (2016: USD~4,500,000)."},
		{"For {25600000 people million} people {1 people was 24000000}.", "For 25.6~million people (2016: 24~million~people)."},
		{"In {54 offices base 111 share} of offices {54 offices base 111 was 52}.", "In 49~per~cent of offices (2016: 47%)."},
		{"In {54 offices base 111 share} of offices {54 offices was 52}.", "In 49~per~cent of offices (2016: 52~offices)."},
	})
	checkPrinted(t, "fr", []sentenceCase{
		{"On compte {25600000 personnes million} de personnes {1 personnes was 24000000}.", "On compte 25,6~millions de personnes (2016~: 24~millions~de~personnes)."},
	})
}

func TestGenderOfNouns(t *testing.T) {
	checkPrinted(t, "fr", []sentenceCase{
		{"{21 personnes} personnes", "Vingt et une personnes"},
		{"{21 bureaux} bureaux", "Vingt et un bureaux"},
		{"{1 =} réunion", "Une réunion"},
		{"{1 =} programme", "Un programme"},
	})
	checkPrinted(t, "es", []sentenceCase{
		{"{201 oficinas} oficinas", "Doscientas una oficinas"},
		{"{31 =} países", "Treinta y un países"},
		{"{21 =} reuniones", "Veintiuna reuniones"},
		{"{21 =} programas", "Veintiún programas"},
		{"{21 =} de los países", "Veintiuno de los países"},
		{"{21 =} de las oficinas", "Veintiuna de las oficinas"},
		{"{21 oficinas} de las oficinas", "Veintiuna de las oficinas"},
	})
}
