package hr

import (
	"strconv"
	"strings"
)

// rowSet is a set of rows in ascending order, kept as ranges.
type rowSet struct {
	from, to []int32
	n        int
}

// add adds a row that is not below the last; the same row again is one row.
func (s *rowSet) add(row int32) { s.addRange(row, row) }

// addRange adds the rows from first to last.
func (s *rowSet) addRange(first, last int32) {
	i := len(s.to) - 1
	if i >= 0 && first <= s.to[i] {
		first = s.to[i] + 1
	}
	if first > last {
		return
	}
	s.n += int(last-first) + 1
	if i >= 0 && s.to[i] == first-1 {
		s.to[i] = last
		return
	}
	s.from, s.to = append(s.from, first), append(s.to, last)
}

// String prints the set as people write pages: "14-19,33".
func (s *rowSet) String() string {
	var b strings.Builder
	for i := range s.from {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(int(s.from[i])))
		if s.to[i] > s.from[i] {
			b.WriteByte('-')
			b.WriteString(strconv.Itoa(int(s.to[i])))
		}
	}
	return b.String()
}

// brief prints the set in a form that fits a line: the first ranges, or from
// where to where with the number of rows.
func (s *rowSet) brief() string {
	const most = 6
	if len(s.from) <= most {
		return s.String()
	}
	return strconv.Itoa(int(s.from[0])) + "-" + strconv.Itoa(int(s.to[len(s.to)-1])) + " (" + strconv.Itoa(s.n) + " rows)"
}
