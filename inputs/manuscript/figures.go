package manuscript

import (
	"regexp"
	"strings"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// typed is the provenance of a figure that no data stand behind.
const typed source.Key = "typed"

// factName is what facts are called by (FORMATS, facts.yaml).
var factName = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$`)

type form struct {
	name string
	form lang.Form
	data bool // needs more than a value: a base, an earlier value, a label
}

// forms are those an author can ask for.
func forms() []form {
	return []form{
		{"figure", lang.Figure, false},
		{"words", lang.Words, false},
		{"ordinal", lang.Ordinal, false},
		{"share", lang.Share, true},
		{"million", lang.Million, false},
		{"thousand", lang.Thousand, false},
		{"was", lang.Was, true},
		{"direction", lang.Direction, true},
		{"name", lang.Name, true},
	}
}

// figure reads what stands between the braces of a figure. What cannot be read
// is a hole, as a figure is that has no value.
func (m *reading) figure(body string, at source.Span) *doc.Stat {
	s := &doc.Stat{At: at, Number: lang.Number{Places: -1}}
	body = strings.ReplaceAll(body, `\|`, "|") // the habit of those who know other pipe tables
	name, as, formed := strings.Cut(body, "|")
	name, as = strings.TrimSpace(name), strings.TrimSpace(as)
	literal, isLiteral := strings.CutPrefix(name, "=")
	ok := false
	if isLiteral {
		ok = m.literal(s, strings.TrimSpace(literal))
	} else {
		ok = m.fact(s, name)
	}
	if formed && !m.form(s, as) {
		ok = false
	}
	s.Hole = !ok
	return s
}

func (m *reading) fact(s *doc.Stat, name string) bool {
	switch {
	case name == "":
		m.fault("fact-name", s.At, "no fact is named between the braces", "write {{name}}, or {{=12}} for a figure that is typed")
		return false
	case !factName.MatchString(name):
		m.fault("fact-name", s.At, short(name)+" is not the name of a fact", "names are of small letters, digits, _ and dots: staff.total")
		return false
	}
	s.Fact = name
	return true
}

func (m *reading) literal(s *doc.Stat, number string) bool {
	n, ok := strict.ParseNumber(number)
	if !ok {
		m.fault("fact-typed", s.At, short(number)+" is not a number", "write digits, with a point for decimals and nothing between thousands: {{=137839}}")
		return false
	}
	s.Number.Value, s.From = n.Value, typed
	if n.Places > 0 {
		s.Number.Places = n.Places
	}
	return true
}

func (m *reading) form(s *doc.Stat, name string) bool {
	var known []string
	for _, f := range forms() {
		known = append(known, f.name)
		if f.name != name {
			continue
		}
		if s.From == typed && f.data {
			m.fault("fact-form", s.At, "a typed figure has no "+name, "name a fact, or leave the form out")
			return false
		}
		s.Number.Form = f.form
		return true
	}
	m.near("fact-form", s.At, short(name)+" is not a form", name, known)
	return false
}

// stat reads a fact where YAML wants one: a name, with a form or without, in
// braces or without.
func (m *reading) stat(s strict.Str) *doc.Stat {
	body := strings.TrimSpace(s.S)
	if inner, ok := strings.CutPrefix(body, "{{"); ok {
		body = strings.TrimSuffix(inner, "}}")
	}
	return m.figure(body, s.At)
}
