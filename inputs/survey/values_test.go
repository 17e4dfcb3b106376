package survey

import (
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/strict"
)

// What may be about a person is not quoted; what is asked about by its value is.
func TestQuotable(t *testing.T) {
	im := &Imported{Request: Request{Year: 2017}}
	for text, quoted := range map[string]bool{
		"": true, "maybe": true, "Acra": true, "1.467": true, "about 20": true, "3/4/2017": true, "31.12.2017": true, "1 467": true, "12,345": true,
		"a@b.example": false, "998877665": false, "998-877-665": false, "99 88 77": false, "13.07.1961": false, "a text\nof lines": false, "call 99887766": false,
		"a sentence that is so long that nobody can have meant one option with it": false,
	} {
		got := im.quotable(text, 12)
		if quoted && got != text || !quoted && got != "2017 row 12" {
			t.Errorf("%q is quoted as %q", text, got)
		}
	}
}

func TestHeads(t *testing.T) {
	im := &Imported{Request: Request{Form: &Form{items: []*item{multi("Law", "A/B")}}}}
	im.Form.items[0].groups = []string{"outer", "inner"}
	im.Form.items[0].titles = []strict.Text{{}, {}} // the names stand for them
	im.Form.items[0].Label = english("Which kinds - if any?")
	im.index, im.unread = newIndex(im.Form.items), newIndex(nil)
	for text, want := range map[string]struct {
		role   role
		option int
	}{
		"q": {questionRole, noOption}, "outer/inner/q": {questionRole, noOption}, "inner-q": {questionRole, noOption}, "Which kinds - if any?": {questionRole, noOption},
		" WHICH  kinds – if any? * ": {questionRole, noOption}, "inner/Which kinds - if any?": {questionRole, noOption},
		"q/o1": {optionRole, 1}, "outer/inner/q/Law": {optionRole, 0}, "q/A/B": {optionRole, 1}, "Which kinds - if any?/A/B": {optionRole, 1},
		"Which kinds - if any? [Law]": {optionRole, 0}, "q - Law": {optionRole, 0}, "q_o0": {optionRole, 0}, "q/N/A": {optionRole, notOption},
		"q/Order": {unknownColumn, noOption}, "Q2": {unknownColumn, noOption}, "_submission_time": {timeRole, noOption}, "Horodateur": {timeRole, noOption},
		"Adresse e-mail": {personalRole, noOption}, "Correo electrónico": {personalRole, noOption}, "Your name": {personalRole, noOption}, "_uuid": {systemRole, noOption},
	} {
		c := column{head: text, option: noOption}
		im.index.used = map[string]int{}
		im.recognizeHead(&c)
		if c.role != want.role || c.option != want.option {
			t.Errorf("%q is %v %d, want %v %d", text, c.role, c.option, want.role, want.option)
		}
	}
}

func TestCellText(t *testing.T) {
	for want, c := range map[string]sheet.Cell{
		"a b": {Kind: sheet.Text, Text: "\ufeff a b\u00a0"}, "1.5": {Kind: sheet.Number, Text: "1.5"}, "1200": {Kind: sheet.Number, Text: "1.2E3"},
		"0.3": {Kind: sheet.Number, Text: "0.30000000000000004"}, "2017-02-03": {Kind: sheet.Date, Day: sheet.Day{Year: 2017, Month: 2, Day: 3}}, "TRUE": {Kind: sheet.Bool, Text: "TRUE"},
		"": {},
	} {
		if got := cellText(&c); got != want {
			t.Errorf("%+v is %q, want %q", c, got, want)
		}
	}
}
