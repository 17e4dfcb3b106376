package source

// Key names a value whose origin a Ledger can tell: a fact ("staff.total") or
// a cell of a table ("annex-iv/Albania/G-3"). A printed run carries only its
// key; the origin is expanded on demand, so that a large table costs little.
type Key string

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
