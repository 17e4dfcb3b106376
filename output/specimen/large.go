package specimen

import (
	"strconv"
	"strings"

	"assemble/fonts"
	"assemble/layout/frame"
)

// empty begins a book without pages.
func empty(set *fonts.Set, title string) (s *setter, document frame.ElemID) {
	s = &setter{
		book: &frame.Book{
			Elems: make([]frame.Elem, 1),
			Meta:  frame.Meta{Title: title, Lang: "en", Created: "2018-06-18", Producer: "assemble"},
		},
		shaper: set.NewShaper(),
	}
	return s, s.elem(0, frame.Elem{Role: frame.Document})
}

// vocabulary is what the dense pages are made of.
var vocabulary = strings.Fields("the office affirmed its findings on migration and the efficient protection of people " +
	"in 2017 a total of 137,839 persons were resettled by States and organizations in AVAILABLE countries of the region")

// Dense sets pages of justified text, 50 lines of about 12 words on each, in
// paragraphs of five lines, for measuring.
func Dense(set *fonts.Set, pages int) *frame.Book {
	s, document := empty(set, "Dense pages")
	at := uint32(1)
	for n := range pages {
		s.newPage(short, long, strconv.Itoa(n+1), "dense")
		s.text(0, 68, 46, running, "S/1/1")
		var p frame.ElemID
		for line := range 50 {
			if line%5 == 0 {
				p = s.elem(document, frame.Elem{Role: frame.P})
			}
			var words []string
			for range 12 {
				at = at*1664525 + 1013904223 // Numerical Recipes' generator: any will do
				words = append(words, vocabulary[at>>16%uint32(len(vocabulary))])
			}
			s.justified(p, 68, 80+14*float64(line), 480, body, strings.Join(words, " "))
		}
	}
	return s.book
}

// Table sets one table over landscape pages, for measuring.
func Table(set *fonts.Set, pages, rows, columns int) *frame.Book {
	s, document := empty(set, "A large table")
	table := s.elem(document, frame.Elem{Role: frame.TableRole})
	for n := range pages {
		s.newPage(long, short, strconv.Itoa(n+1), "table")
		for r := range rows {
			tr := s.elem(table, frame.Elem{Role: frame.TR})
			y := 50 + 11*float64(r)
			for c := range columns {
				cell := frame.Elem{Role: frame.TD}
				if n == 0 && r == 0 {
					cell = frame.Elem{Role: frame.TH, Scope: "Column"}
				}
				s.text(s.elem(tr, cell), 50+44*float64(c), y, tabular, strconv.Itoa((n*rows+r)*(c+3)%997)+" ")
			}
			s.rule(0, 50, y+3, 44*float64(columns), 0.3, hair)
		}
	}
	return s.book
}
