package hr

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/table"
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
	table.Layout{Area: "hr", Columns: HistoryColumns(), MaxRows: MaxRows}.Read(text, file, r, h.row)
	return h
}

func (h *History) row(x *table.Row) {
	year, err := strconv.Atoi(x.Cell(0))
	isYear := err == nil && year >= 1815 && year <= 2999 && strconv.Itoa(year) == x.Cell(0)
	if !isYear {
		x.Unknown("year", 0, "is not a year", nil, "write the year of the figure: 2016")
	}
	series := x.Cell(1)
	isSeries := len(series) <= maxSeries && seriesName.MatchString(series)
	if !isSeries {
		x.Unknown("series", 1, "is not the name of a series", nil, "write letters, digits and hyphens, parted by /: professional/women")
	}
	value, isValue := strict.ParseNumber(x.Cell(2))
	if !isValue {
		x.Unknown("value", 2, "is not a number", nil, "write digits, with a point for decimals and nothing between thousands")
	}
	if !isYear || !isSeries || !isValue {
		return
	}
	p := point{series, year}
	if first, taken := h.points[p]; taken {
		x.Twice(fmt.Sprintf("%s of %d", p.series, p.year), first.At.Start.A)
		return
	}
	h.points[p] = Published{Series: p.series, Year: year, Value: value.Value, At: x.At(2)}
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
