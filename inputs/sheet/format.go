package sheet

import "strings"

// isDateFormat reports whether a number format shows a day. Formats of clock
// times and of durations do not: what they show has no date.
func isDateFormat(id int, code string) bool {
	if code != "" {
		return hasDay(code)
	}
	switch { // 18.8.30: the formats that are not written out, those of East Asia too
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return true
	}
	return false
}

// hasDay looks for a day or a year in the first section of a format, outside
// quotes, escapes and brackets. Months stand alone in mmm and mmmm only; m and mm
// are minutes beside hours.
func hasDay(code string) bool {
	if strings.EqualFold(code, "General") || strings.EqualFold(code, "Standard") {
		return false
	}
	lower := strings.ToLower(code)
	for i := 0; i < len(lower); i++ {
		switch lower[i] {
		case ';':
			return false
		case '"', '[':
			closing := map[byte]byte{'"': '"', '[': ']'}[lower[i]]
			end := strings.IndexByte(lower[i+1:], closing)
			if end < 0 {
				return false
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case 'd', 'y':
			return true
		case 'm':
			if strings.HasPrefix(lower[i:], "mmm") {
				return true
			}
		}
	}
	return false
}
