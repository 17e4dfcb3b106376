package hr

import (
	"slices"
	"strings"

	"assemble/inputs/sheet"
	"assemble/inputs/world"
)

// otherWords are the words of those who are not counted under a State.
func otherWords() []string {
	return []string{"other", "others", "other nationalities", "autre", "autres", "autres nationalites", "otro", "otros", "otra", "otras", "otras nacionalidades"}
}

// nationText takes off what lists put behind the name of a State: an asterisk or
// a note.
func nationText(text string) string { return strings.TrimRight(strings.TrimSpace(text), "*†‡ ") }

// nationality reads one nationality, or the first of two in a cell.
func (im *Imported) nationality(text string) (code string, dual, ok bool) {
	text = nationText(text)
	if m := im.World.Meaning(text); m.Doubt == world.NoDoubt {
		return m.State, false, true
	}
	if slices.Contains(otherWords(), fold(text)) {
		return Other, false, true
	}
	if im.World.Meaning(text).Doubt != world.NotKnown { // Serbia & Montenegro is one word in doubt
		return "", false, false
	}
	for _, mark := range []string{"/", ";", "|", ",", "+", " & ", " and ", " et ", " y ", " - "} {
		first, second, cut := strings.Cut(text, mark)
		if !cut {
			continue
		}
		a, b := im.World.Meaning(first), im.World.Meaning(second)
		if a.Doubt == world.NoDoubt && b.Doubt == world.NoDoubt {
			return a.State, a.State != b.State, true
		}
	}
	return "", false, false
}

// standsForNation returns the State that a text stands for, the likeliest where
// there is a doubt, "" for none. Numbers may be codes, but stand for counts sooner.
func (im *Imported) standsForNation(text string) string {
	if text == "" || len(text) > maxHead || text[0] >= '0' && text[0] <= '9' {
		return ""
	}
	m := im.World.Meaning(nationText(text))
	if m.Doubt > world.NotKnown {
		return m.Candidates[0]
	}
	return m.State
}

func (im *Imported) readNationality(text string) sense {
	code, dual, ok := im.nationality(text)
	return sense{known: ok, nation: code, dual: dual}
}

// suggestNationality says what may be meant by a word of several meanings, or by
// one that is none.
func (im *Imported) suggestNationality(_ *extract, text string) []string {
	if m := im.World.Meaning(nationText(text)); m.Doubt > world.NotKnown {
		return m.Candidates[:min(len(m.Candidates), 6)]
	}
	if near := im.World.Suggest(nationText(text)); near != "" {
		return []string{near}
	}
	return nil
}

// interpretNationality interprets a column of nationalities. NA is Namibia among
// codes of two letters; among names it may as well say that there is none, as NO
// may, so they are asked about. Numbers are codes of M49, which spreadsheets rob of their
// zeros.
func (im *Imported) interpretNationality(t *extract, c *column) {
	codes, names := 0, 0
	for i := range c.words {
		w := &c.words[i]
		if w.kind == sheet.Number && len(w.text) < 3 {
			w.text = strings.Repeat("0", 3-len(w.text)) + w.text
		}
		switch n := len(strings.TrimSpace(w.text)); {
		case n == 2 && !isDoubtful(w.text): // among codes of three letters NA stands alone
			codes += w.n
		case n > 3:
			names += w.n
		}
	}
	im.interpretWith(t, c, im.readNationality, im.suggestNationality)
	if codes > names {
		return
	}
	for i := range c.words {
		w, s := &c.words[i], &c.sense[i]
		if isDoubtful(w.text) && s.known && !im.decide(topic{"nationality", w.key()}, 0, s, nationalityRole) {
			*s = sense{ask: im.askValue(t, c, w, topic{"nationality", w.key()}, func(*extract, string) []string { return []string{s.nation, Other} })}
		}
	}
}

// isDoubtful reports whether a code of two letters may stand for none: not
// available, or no.
func isDoubtful(text string) bool {
	key := fold(text)
	return key == "na" || key == "no"
}
