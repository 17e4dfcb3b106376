package survey

import (
	"slices"
	"strings"
)

// matcher finds options in a text that joins several. It tries longer ones
// first, and goes back where that leaves a rest, so that commas and semicolons
// inside labels do no harm.
type matcher struct {
	keys []matchKey // longest first
}

type matchKey struct {
	text   string // folded
	option int
}

func newMatcher(x *item) *matcher {
	m := &matcher{}
	add := func(text string, option int) {
		if key := fold(joints.Replace(text)); key != "" {
			m.keys = append(m.keys, matchKey{key, option})
		}
	}
	for i := range x.Options {
		add(x.names[i], i)
		add(x.Options[i].Code, i)
		for _, label := range x.Options[i].Label.By {
			add(label.S, i)
		}
	}
	add(x.NotApplicableName, notOption)
	for _, label := range x.NotApplicable.By {
		add(label.S, notOption)
	}
	slices.SortStableFunc(m.keys, func(a, b matchKey) int { return len(b.text) - len(a.text) })
	return m
}

// joints are separators that folding would take for spaces.
var joints = strings.NewReplacer("\r\n", ";", "\n", ";", "\t", ";")

// joined reports whether a byte parts options.
func joined(b byte) bool { return b == ' ' || b == ',' || b == ';' || b == '|' }

// split takes a text apart into options. What is none of them is in rest, in
// pieces.
func (m *matcher) split(text string) (options []int, rest []string) {
	key := fold(joints.Replace(text))
	if out, ok := m.parse(key, 0, make(map[int]bool)); ok {
		return out, nil
	}
	hard := " "
	if strings.ContainsAny(key, ";|") {
		hard = ";|"
	} else if strings.Contains(key, ",") {
		hard = ","
	}
	for pos := 0; pos < len(key); {
		if joined(key[pos]) {
			pos++
			continue
		}
		if k, ok := m.at(key, pos); ok {
			options = append(options, k.option)
			pos += len(k.text)
			continue
		}
		end := strings.IndexAny(key[pos:], hard)
		if end < 0 {
			end = len(key) - pos
		}
		rest = append(rest, strings.TrimSpace(key[pos:pos+end]))
		pos += end
	}
	return options, rest
}

// parse reads all of a key from pos on. Places from which it cannot be read are
// tried once.
func (m *matcher) parse(key string, pos int, dead map[int]bool) ([]int, bool) {
	for pos < len(key) && joined(key[pos]) {
		pos++
	}
	if pos == len(key) {
		return nil, true
	}
	if dead[pos] || len(dead) > maxDead {
		return nil, false
	}
	for _, k := range m.keys {
		if !fits(key, pos, k.text) {
			continue
		}
		if rest, ok := m.parse(key, pos+len(k.text), dead); ok {
			return append(rest, k.option), true
		}
	}
	dead[pos] = true
	return nil, false
}

// maxDead bounds the search in a text that is no list of options.
const maxDead = 2_000

// at is the longest option at a place.
func (m *matcher) at(key string, pos int) (matchKey, bool) {
	for _, k := range m.keys {
		if fits(key, pos, k.text) {
			return k, true
		}
	}
	return matchKey{}, false
}

// fits reports whether a text stands at a place, between separators.
func fits(key string, pos int, text string) bool {
	end := pos + len(text)
	return strings.HasPrefix(key[pos:], text) && (end == len(key) || joined(key[end]))
}
