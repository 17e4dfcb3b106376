package world

import (
	"slices"
	"strings"

	"assemble/inputs/strict"
	"assemble/layout/lang"
)

// Form says where a name stands.
type Form uint8

// Tabular is the name as it stands in a list; Prose as it stands in a
// sentence, with its article: "the Islamic Republic of Iran", "el Brasil".
const (
	Tabular Form = iota
	Prose
)

// Standing is how a State stands to an organization.
type Standing uint8

// The standings. Unknown is that of a State before its first date in the table.
const (
	None Standing = iota
	Member
	Observer
	Unknown
)

// Table is the table of States. It may be used by many goroutines.
type Table struct {
	states  []state // by code
	members []membership
	words   map[string]string // folded name or code → alpha-3

	organizations map[string]string // folded name → key

	// usage reads the words of Meaning, when first asked for: a build never is.
	usage func() (*usage, error)
}

type state struct {
	alpha3, alpha2, m49 string
	names               []naming // by date
}

// naming is what a State was called for some time.
type naming struct {
	from, to strict.Date // zero: not bounded
	by       map[string][2]string
}

type membership struct {
	organization, alpha3 string
	standing             Standing
	from, to, seen       strict.Date
}

// covers reports whether a day lies in a period.
func covers(from, to, day strict.Date) bool {
	return (from.IsZero() || day.Compare(from) >= 0) && (to.IsZero() || day.Compare(to) < 0)
}

// View is the table on one day.
type View struct {
	table *Table
	day   strict.Date
}

// At returns the table as it is on a day.
func (t *Table) At(day strict.Date) View { return View{t, day} }

// Codes returns the alpha-3 codes of all States, in the order of the codes.
func (t *Table) Codes() []string {
	codes := make([]string, len(t.states))
	for i, s := range t.states {
		codes[i] = s.alpha3
	}
	return codes
}

// Find returns the State that a word names: a code (alpha-3, alpha-2, M49) or
// a name of any time in any language, without regard to case, to the kind of
// apostrophe, and to spaces around it. It does not guess.
func (t *Table) Find(word string) (alpha3 string, ok bool) {
	alpha3, ok = t.words[fold(word)]
	return alpha3, ok
}

// signs are letters of one meaning that people type in several ways.
var signs = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00a0", " ", "‑", "-")

func fold(word string) string {
	return strings.ToLower(strings.Join(strings.Fields(signs.Replace(word)), " "))
}

func (t *Table) state(alpha3 string) (state, bool) {
	i, ok := slices.BinarySearchFunc(t.states, alpha3, func(s state, code string) int { return strings.Compare(s.alpha3, code) })
	if !ok {
		return state{}, false
	}
	return t.states[i], true
}

// Code holds the codes of a State beside its alpha-3 code.
type Code struct{ Alpha2, M49 string }

// Code returns the other codes of a State.
func (t *Table) Code(alpha3 string) (Code, bool) {
	s, ok := t.state(alpha3)
	return Code{s.alpha2, s.m49}, ok
}

// Name returns the name of a State in a language on the day; "" if the code or
// the language is not known.
func (v View) Name(alpha3, tag string, form Form) string {
	s, ok := v.table.state(alpha3)
	if !ok {
		return ""
	}
	primary, _, _ := strings.Cut(tag, "-")
	name := s.names[0].by[primary] // of the first period, for days before it
	for _, n := range s.names {
		if covers(n.from, n.to, v.day) {
			name = n.by[primary]
		}
	}
	return name[form]
}

// Sort puts codes into the order of their names in lists of a language. Codes
// that are not known keep their order behind the others.
func (v View) Sort(tag string, codes []string) {
	name := make(map[string]string, len(codes))
	for _, c := range codes {
		name[c] = v.Name(c, tag, Tabular)
	}
	compare := lang.For(tag).Collator()
	slices.SortStableFunc(codes, func(a, b string) int {
		switch {
		case name[a] == "" && name[b] == "":
			return 0
		case name[a] == "":
			return 1
		case name[b] == "":
			return -1
		}
		return compare(name[a], name[b])
	})
}

// Standing returns how a State stands to an organization on the day.
func (v View) Standing(organization, alpha3 string) Standing {
	earlier, later := false, false
	for _, m := range v.table.members {
		if m.organization != organization || m.alpha3 != alpha3 {
			continue
		}
		if covers(m.from, m.to, v.day) {
			return m.standing
		}
		if v.day.Compare(m.from) < 0 {
			later = true
		} else {
			earlier = true
		}
	}
	if later && !earlier {
		return Unknown
	}
	return None
}

// States returns the codes of the States with a standing, in the order of the
// codes.
func (v View) States(organization string, standing Standing) []string {
	var codes []string
	for _, c := range v.table.Codes() {
		if v.Standing(organization, c) == standing {
			codes = append(codes, c)
		}
	}
	return codes
}

// Reviewed reports whether the table tells the standings of an organization on
// the day; later admissions may be missing in it.
func (v View) Reviewed(organization string) bool {
	for _, m := range v.table.members {
		if m.organization == organization && v.day.Compare(m.seen) <= 0 {
			return true
		}
	}
	return false
}
