package survey

import (
	"fmt"
	"slices"
	"strings"
)

// rowSet is a set of rows.
type rowSet struct{ rows []int32 }

func (s *rowSet) add(row int32) { s.rows = append(s.rows, row) }

func (s *rowSet) sorted() []int32 {
	slices.Sort(s.rows)
	s.rows = slices.Compact(s.rows)
	return s.rows
}

func (s *rowSet) len() int { return len(s.sorted()) }

// ranges are the rows as people write pages: 14-19, 33.
func (s *rowSet) ranges() []string {
	var out []string
	rows := s.sorted()
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		text := fmt.Sprint(rows[i])
		if j > i {
			text += fmt.Sprintf("-%d", rows[j])
		}
		out = append(out, text)
		i = j + 1
	}
	return out
}

func (s *rowSet) String() string { return strings.Join(s.ranges(), ",") }

// brief is the set in a form that fits a line.
func (s *rowSet) brief() string {
	const most = 6
	list := s.ranges()
	if len(list) <= most {
		return strings.Join(list, ",")
	}
	return fmt.Sprintf("%s and more, %d in all", strings.Join(list[:most], ","), s.len())
}
