package source

import "strings"

// Nearest returns the candidate closest to word, or "" when none is close: at
// most one change in four letters, and never more than three.
func Nearest(word string, candidates []string) string {
	best, limit := "", min(3, (len([]rune(word))+3)/4)
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c), limit); d <= limit {
			if d < limit || best == "" {
				best, limit = c, d
			}
		}
	}
	return best
}

// distance is the restricted edit distance (insert, delete, replace, swap of
// neighbours), or more than limit as soon as that is certain.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if d := len(s) - len(t); d > limit || -d > limit {
		return limit + 1
	}
	before, prev, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(t); j++ {
			change := 1
			if s[i-1] == t[j-1] {
				change = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+change)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, prev, row = prev, row, before
	}
	return prev[len(t)]
}
