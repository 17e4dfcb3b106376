package hr

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// History holds series of figures as they were published, by year.
type History struct {
	points map[point]Published
}

type point struct {
	series string
	year   int
}

// Published is one figure of a series.
type Published struct {
	Series string
	Year   int
	Value  *big.Rat
	At     source.Span // of the value
}

// HistoryColumns returns the heads of a table of published series.
func HistoryColumns() []string { return []string{"year", "series", "value"} }

// seriesName is what series are called: words parted by hyphens, grouped by /.
var seriesName = regexp.MustCompile(`^[A-Za-z0-9]+([-/][A-Za-z0-9]+)*$`)

// maxSeries bounds the name of a series: it must fit a line of a message.
const maxSeries = 120

// ReadHistory reads a table of published series, registered as file. Rows with
// a fault are reported and left out.
func ReadHistory(text []byte, file source.FileID, r *source.Reporter) *History {
	h := &History{points: map[point]Published{}}
	t := newTable(text, file, r)
	t.rows(HistoryColumns(), func(cells []string) { h.row(t, cells) })
	return h
}

func (h *History) row(t *table, cells []string) {
	fault := func(code source.Code, column int, what, fix string) {
		text := excerpt(cells[column])
		t.add(source.Diagnostic{Code: code, At: t.at(column), Excerpt: text, Message: fmt.Sprintf("%q %s", text, what), Fix: fix})
	}
	year, err := strconv.Atoi(cells[0])
	isYear := err == nil && year >= 1815 && year <= 2999 && strconv.Itoa(year) == cells[0]
	if !isYear {
		fault("hr-year", 0, "is not a year", "write the year of the figure: 2016")
	}
	isSeries := len(cells[1]) <= maxSeries && seriesName.MatchString(cells[1])
	if !isSeries {
		fault("hr-series", 1, "is not the name of a series", "write letters, digits and hyphens, parted by /: professional/women")
	}
	value, isValue := strict.ParseNumber(cells[2])
	if !isValue {
		fault("hr-value", 2, "is not a number", "write digits, with a point for decimals and nothing between thousands")
	}
	if !isYear || !isSeries || !isValue {
		return
	}
	p := point{cells[1], year}
	if first, taken := h.points[p]; taken {
		t.add(source.Diagnostic{
			Code: "hr-twice", At: t.at(0), Message: fmt.Sprintf("%s of %d stands here a second time", p.series, p.year), Fix: "keep one of the two rows",
			Related: []source.Related{{At: first.At, Message: "it stands here first"}},
		})
		return
	}
	h.points[p] = Published{Series: p.series, Year: year, Value: value.Value, At: t.at(2)}
}

// Value returns what was published of a series for a year. A nil History has
// nothing.
func (h *History) Value(series string, year int) (Published, bool) {
	if h == nil {
		return Published{}, false
	}
	v, ok := h.points[point{series, year}]
	return v, ok
}

// Years returns the years of a series, in order.
func (h *History) Years(series string) []int {
	if h == nil {
		return nil
	}
	var years []int
	for p := range h.points {
		if p.series == series {
			years = append(years, p.year)
		}
	}
	slices.Sort(years)
	return years
}
