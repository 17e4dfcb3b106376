package sheet

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Day is a day of the calendar, with the second of the day where a time was
// stored with it. The zero value is no day.
type Day struct {
	Year   int16
	Month  uint8
	Day    uint8
	Second int32
}

// String writes a day as in ISO 8601, with the time if it is not midnight.
func (d Day) String() string {
	if d == (Day{}) {
		return ""
	}
	s := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	if d.Second != 0 {
		s += fmt.Sprintf("T%02d:%02d:%02d", d.Second/3600, d.Second/60%60, d.Second%60)
	}
	return s
}

// Compare orders days and their times.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day), cmp.Compare(d.Second, e.Second))
}

// newDay is the day of a date that exists, from year 1 to 9999.
func newDay(year, month, day int) (Day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return Day{}, false
	}
	if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day {
		return Day{}, false
	}
	return Day{Year: int16(year), Month: uint8(month), Day: uint8(day)}, true
}

const secondsOfDay = 24 * 60 * 60

// serialDay is the day of a serial number. Serial 1 of the system of 1900 is 1
// January 1900, and 60 is a 29 February that year did not have (kept from Lotus
// 1-2-3), so from 61 on the count is one ahead; serial 0 of the system of 1904
// is 1 January 1904 (ISO/IEC 29500-1, 18.17.4.1).
func serialDay(text []byte, system1904 bool) (Day, bool) {
	serial, err := strconv.ParseFloat(string(text), 64)
	if err != nil || serial < 0 || serial > 2958466 { // 9999-12-31 is 2958465
		return Day{}, false
	}
	days := math.Floor(serial)
	seconds := math.Round((serial - days) * secondsOfDay)
	if seconds == secondsOfDay {
		days, seconds = days+1, 0
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case system1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 0 || days == 60:
		return Day{}, false
	case days < 60:
		first = first.AddDate(0, 0, 1)
	}
	t := first.AddDate(0, 0, int(days))
	d, ok := newDay(t.Year(), int(t.Month()), t.Day())
	d.Second = int32(seconds)
	return d, ok
}
