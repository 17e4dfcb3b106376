package survey

import (
	"strings"
	"testing"

	"assemble/inputs/source"
)

// askedForm is a form whose last question is asked under a condition.
func askedForm(t testing.TB, relevant string) []byte {
	return workbook(t, map[string][][]string{
		"survey": {
			{"type", "name", "label", "relevant"},
			{"select_one offices", "office", "Office", ""},
			{"text", "respondent", "Your name", ""},
			{"calculate", "score", "", ""},
			{"select_one ynna", "camps", "Are there camps?", ""},
			{"integer", "boats", "Boats", ""},
			{"integer", "n", "How many?", relevant},
		},
		"choices": {
			{"list_name", "name", "label"},
			{"offices", "here", "Geneva"},
			{"offices", "there", "Accra"},
			{"ynna", "y", "Yes"},
			{"ynna", "n", "No"},
			{"ynna", "x", "Not applicable"},
		},
	}, "survey", "choices")
}

// An empty answer is one that was not asked for only where the condition of the
// form says so, whatever the condition looks at; of what is not known it says
// nothing.
func TestAsked(t *testing.T) {
	const warning = "form.xlsx!survey!A7 survey-condition: whether n was asked depends on "
	const rest = ", of which the answers tell nothing: an empty answer counts as left blank"
	for relevant, c := range map[string]struct{ base, hq, accra, faults string }{
		"${camps} = 'y'":                  {"${camps} = 'y'", "not-asked", "blank", ""},
		"${camps} != 'x'":                 {"${camps} != 'not_applicable'", "not-asked", "blank", ""},
		"${camps} = 'x'":                  {"${camps} = 'not_applicable'", "blank", "not-asked", ""},
		"${office} = 'here'":              {"${office} = 'here'", "blank", "not-asked", ""},
		"${score} > 1":                    {"${score} > 1", "blank", "blank", warning + "score" + rest},
		"${score} > 1 and ${camps} = 'y'": {"${score} > 1 and ${camps} = 'y'", "not-asked", "blank", warning + "score" + rest},
		"${boats} > 0":                    {"${boats} > 0", "blank", "blank", warning + "boats" + rest},
		"${respondent} != ''":             {"${respondent} != ''", "blank", "blank", warning + "respondent" + rest},
		"${nothing} = 1":                  {"${nothing} = 1", "blank", "blank", warning + "nothing" + rest},
	} {
		x := newImport(t, askedForm(t, relevant), wideCSV("office,respondent,camps,n", "Geneva,A,x,", "Accra,B,Yes,"))
		im := x.run()
		if got := x.faults(); got != c.faults {
			t.Errorf("%s: faults %s", relevant, got)
		}
		text := string(im.Answers.Text(im.Book))
		if !strings.Contains(text, "HQ,n,,,"+c.hq+"\n") || !strings.Contains(text, "GHA-ACC,n,,,"+c.accra+"\n") {
			t.Errorf("%s gives\n%s", relevant, text)
		}
		if q, _ := im.Book.Lookup("n"); q.Base != c.base {
			t.Errorf("%s became %s", relevant, q.Base)
		}
		// The codebook says the same, but for the office, which is no question of it.
		y := newImport(t, askedForm(t, relevant), wideCSV("office,respondent,camps,n", "Geneva,A,x,", "Accra,B,Yes,"))
		y.request.Form = FormOf(ReadCodebook(im.Book.Text(), 1, &source.Reporter{}), &source.Reporter{})
		again := y.run()
		if got := string(again.Answers.Text(again.Book)); got != text && !strings.Contains(relevant, "office") {
			t.Errorf("%s with the codebook gives\n%s", relevant, got)
		}
	}
}
