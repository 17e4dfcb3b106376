package lang

import (
	"regexp"
	"strings"
)

// soundsI matches what begins with the sound i, before which Spanish writes e in
// place of y: not where i begins a diphthong (Diccionario panhispánico de
// dudas, "y").
var soundsI = regexp.MustCompile(`(?i)^h?[ií]([^aeouáéóú]|$)`)

// List joins items as a sentence does: "Albania, Ghana and the Niger". There is
// no comma before the last, as the United Nations Editorial Manual has it.
func (t *Table) List(items []string) string {
	n := len(items)
	if n < 2 {
		return strings.Join(items, "")
	}
	and := t.strings.Survey.And
	if soundsI.MatchString(items[n-1]) {
		and = t.strings.Survey.AndBeforeI
	}
	return strings.Join(items[:n-1], ", ") + " " + and + " " + items[n-1]
}
