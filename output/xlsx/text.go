package xlsx

import (
	"slices"
	"strings"
	"unicode"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// text is what inlines say, in the plain signs that people type and look for.
// Notes in them become notes to the cell at.
func (s *sheet) text(in []doc.Inline, at ...place) string {
	var b strings.Builder
	doc.Each(in, func(x doc.Inline) {
		switch x := x.(type) {
		case *doc.Text:
			b.WriteString(x.S)
		case *doc.Break:
			b.WriteByte(' ')
		case *doc.Stat:
			b.WriteString(s.printed(x))
		case *doc.Ref:
			if len(x.Of) == 0 && s.refs != nil {
				b.WriteString(s.refs(x.To))
			}
		case *doc.Footnote:
			s.notes = append(s.notes, note{s.paragraphs(x.Of), at})
		}
	})
	return plain(b.String())
}

func (s *sheet) printed(x *doc.Stat) string {
	if x.Hole {
		return "[…]"
	}
	return s.lang.Format(x.Number, lang.InTable)
}

// paragraphs is the text of a footnote.
func (s *sheet) paragraphs(blocks []doc.Block) string {
	var out []string
	doc.Inlines(blocks, func(in *[]doc.Inline) {
		if t := s.text(*in); t != "" {
			out = append(out, t)
		}
	})
	return strings.Join(out, " ")
}

// plain turns signs of typography into those of a keyboard, so that "P-5" is
// found by who looks for P-5: spaces and hyphens that do not break become such
// that do, and what cannot be seen goes.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u2011':
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return strings.Join(strings.Fields(text), " ")
}

// place is a cell, counted from the first head.
type place struct{ row, col int }

// mostRanges bounds the cells that a line names.
const mostRanges = 12

// cells names cells that begin at a row of the sheet, neighbours in a row as a
// range: "D9:F9, B12".
func cells(at []place, headRow int) string {
	at = slices.Clone(at)
	slices.SortFunc(at, func(a, b place) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	var out []string
	for i := 0; i < len(at); {
		j := i + 1
		for j < len(at) && at[j] == (place{at[i].row, at[j-1].col + 1}) {
			j++
		}
		if len(out) == mostRanges {
			return strings.Join(out, ", ") + " …"
		}
		name := cellName(at[i], headRow)
		if j > i+1 {
			name += ":" + cellName(at[j-1], headRow)
		}
		out = append(out, name)
		i = j
	}
	return strings.Join(out, ", ")
}

func cellName(at place, headRow int) string {
	return source.CellName(headRow+at.row, at.col+1)
}
