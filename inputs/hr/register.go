package hr

import (
	"cmp"
	"iter"
	"slices"

	"assemble/inputs/source"
)

// Row is one line of a table of headcounts.
type Row struct {
	Category    Category
	Grade       string
	Nationality string // alpha-3, or Other
	Sex         Sex
	Count       int64 // from 1
	Line        int32
}

// Register holds the headcounts of one year.
type Register struct {
	Year int
	File source.FileID
	rows []Row // in the order of the file
}

// NewRegister makes a register of rows that were not read from a file.
func NewRegister(year int, rows ...Row) *Register { return &Register{Year: year, rows: rows} }

// Query chooses rows. An empty list, and AnySex, choose all.
type Query struct {
	Categories    []Category
	Grades        []string
	Nationalities []string
	Sex           Sex
}

func (q Query) chooses(r *Row) bool {
	return (q.Sex == AnySex || q.Sex == r.Sex) && among(q.Categories, r.Category) && among(q.Grades, r.Grade) &&
		among(q.Nationalities, r.Nationality)
}

func among[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// Rows returns the rows that a query chooses, in the order of the file.
func (g *Register) Rows(q Query) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range g.rows {
			if q.chooses(&g.rows[i]) && !yield(g.rows[i]) {
				return
			}
		}
	}
}

// Count is the number of persons that a query chooses.
func (g *Register) Count(q Query) int64 {
	var n int64
	for r := range g.Rows(q) {
		n += r.Count
	}
	return n
}

// Tally counts the persons that a query chooses by a key of their row. Keys
// without persons are not in the map.
func Tally[K comparable](g *Register, q Query, key func(Row) K) map[K]int64 {
	out := map[K]int64{}
	for r := range g.Rows(q) {
		out[key(r)] += r.Count
	}
	return out
}

// Nationalities returns the nationalities of the persons that a query chooses,
// in the order of their codes.
func (g *Register) Nationalities(q Query) []string {
	seen := Tally(g, q, func(r Row) string { return r.Nationality })
	out := make([]string, 0, len(seen))
	for n := range seen {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// Spans returns the lines that a query chooses, lines that follow each other as
// one span.
func (g *Register) Spans(q Query) []source.Span {
	var lines []int32
	for r := range g.Rows(q) {
		if r.Line > 0 {
			lines = append(lines, r.Line)
		}
	}
	slices.SortFunc(lines, cmp.Compare[int32])
	var out []source.Span
	for _, line := range lines {
		p := source.Pos{File: g.File, A: line}
		if n := len(out); n > 0 && out[n-1].End.A+1 == line {
			out[n-1].End = p
		} else {
			out = append(out, source.At(p))
		}
	}
	return out
}

// Place is the whole table.
func (g *Register) Place() source.Span { return source.At(source.Pos{File: g.File}) }
