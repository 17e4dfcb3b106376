package source

import "strings"

// Key names a value whose origin a Ledger can tell: a fact ("staff.total") or
// a cell of a table ("annex-iv/Albania/G-3"). A printed run carries only its
// key; the origin is expanded on demand, so that a large table costs little.
//
// Layout makes keys for figures that it works out: of a sum of values, and of
// what a value is a part of.
type Key string

// Words of keys that layout makes; no name of a fact has a space.
const (
	baseOf = "base of "
	plus   = " + "
)

// Base names what a value is a part of, such as the offices that were asked, for
// a count of answers.
func (k Key) Base() Key { return baseOf + k }

// PartOf is Base the other way round; ok is false for another key.
func (k Key) PartOf() (part Key, ok bool) {
	s, ok := strings.CutPrefix(string(k), baseOf)
	return Key(s), ok
}

// SumOf names the sum of some values.
func SumOf(keys ...Key) Key {
	var s []string
	for _, k := range keys {
		s = append(s, string(k))
	}
	return Key(strings.Join(s, plus))
}

// Addends is SumOf the other way round: the key itself, if it names no sum.
func (k Key) Addends() (keys []Key) {
	for s := range strings.SplitSeq(string(k), plus) {
		keys = append(keys, Key(s))
	}
	return keys
}

// Provenance tells how one printed value was obtained.
type Provenance struct {
	Method string   // "quoted", "sum", "difference", "share", "change", "count", "typed"
	Inputs []Span   // places read, in reading order; ranges of rows as one span
	Of     []Key    // values it was computed from
	Source []string // what the person wrote as source, by language order of the edition
}

// Ledger expands a key.
type Ledger interface {
	Expand(Key) (Provenance, bool)
}
