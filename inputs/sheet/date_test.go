package sheet

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// shown writes a reading: the day, the other day, what it proves.
func (r Reading) shown() string {
	s := r.Day.String()
	if r.Ambiguous() {
		s += " or " + r.Other.String()
	}
	s += [...]string{"", " day first", " month first"}[r.Order]
	if r.Short {
		s += " short"
	}
	return s
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2017-12-31", "2017-12-31"},
		{" 2017-12-31 ", "2017-12-31"},
		{"20171231", "2017-12-31"},
		{"2017/12/31", "2017-12-31"},
		{"2017.1.5", "2017-01-05"},
		{"2017-12-31T23:59:59", "2017-12-31T23:59:59"},
		{"2017-12-31T00:00:00.000+01:00", "2017-12-31"},
		{"2017-12-31 10:30", "2017-12-31T10:30:00"},
		{"2018-01-15T10:12:13Z", "2018-01-15T10:12:13"},
		{"31.12.2017", "2017-12-31"},
		{"01.02.2018", "2018-02-01"},
		{"1.2.18", "2018-02-01 short"},
		{"12.31.2017", "no"},
		{"31. 12. 2017", "2017-12-31"},
		{"31/12/2017", "2017-12-31 day first"},
		{"12/31/2017", "2017-12-31 month first"},
		{"12/31/17", "2017-12-31 month first short"},
		{"31-12-2017", "2017-12-31 day first"},
		{"01/02/2018", "2018-02-01 or 2018-01-02"},
		{"1/2/18", "2018-02-01 or 2018-01-02 short"},
		{"05/05/2018", "2018-05-05"},
		{"30/02/2018", "no"},
		{"29/02/2016", "2016-02-29 day first"},
		{"1/15/2018 9:23:11", "2018-01-15T09:23:11 month first"},
		{"01/15/2018 10:23:45 PM", "2018-01-15T22:23:45 month first"},
		{"1/15/2018 12:05 AM", "2018-01-15T00:05:00 month first"},
		{"1/2/2018 1:00", "2018-02-01T01:00:00 or 2018-01-02T01:00:00"},
		{"1/1/30", "1930-01-01 short"},
		{"1/1/29", "2029-01-01 short"},
		{"9999-12-31", "9999-12-31"},
		{"31.12.9999", "9999-12-31"},
		{"31-Dec-2017", "2017-12-31"},
		{"31 December 2017", "2017-12-31"},
		{"December 31, 2017", "2017-12-31"},
		{"Dec 31, 2017", "2017-12-31"},
		{"31-DEC-17", "2017-12-31 short"},
		{"1st May 2017", "2017-05-01"},
		{"31 décembre 2017", "2017-12-31"},
		{"1er août 2017", "2017-08-01"},
		{"15 févr. 2017", "2017-02-15"},
		{"31 de diciembre de 2017", "2017-12-31"},
		{"5 enero 2017", "2017-01-05"},
		{"3 jui 2017", "no"},
		{"3 ju 2017", "no"},
		{"30 February 2017", "no"},
		{"", "no"},
		{"P-3", "no"},
		{"12345678", "no"},
		{"1467", "no"},
		{"43100", "no"},
		{"2017-13-01", "no"},
		{"0000-00-00", "no"},
		{"10:30:00", "no"},
		{"2017-12-31 25:00", "no"},
		{"2017-12-31 10:3", "no"},
		{"1,2,2018", "no"},
		{"1/2-2018", "no"},
		{"1 2 2018", "no"},
		{"12/2017", "no"},
		{"1/2/3/4", "no"},
		{"a/b/2018", "no"},
		{"1/2/018", "no"},
		{"May be late", "no"},
	} {
		got := "no"
		if r, ok := ParseDate(c.text); ok {
			got = r.shown()
		}
		if got != c.want {
			t.Errorf("ParseDate(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}

// A day that is printed reads as itself.
func TestParseDateReadsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		when := time.Date(1930, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 36000).Draw(t, "days"))
		format := rapid.SampledFrom([]string{"2006-01-02", "20060102", "02.01.2006", "2.1.2006", "2 January 2006", "Jan 2, 2006", "2006/1/2", "02/01/2006", "1/2/2006", "01/02/2006 15:04:05"}).Draw(t, "format")
		r, ok := ParseDate(when.Format(format))
		want, _ := newDay(when.Year(), int(when.Month()), when.Day())
		if !ok || r.Day != want && r.Other != want {
			t.Fatalf("%s = %s, want %s", when.Format(format), r.shown(), want)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2017-12-31T23:59:59Z", "31.12.2017", "12/31/17 1:05 PM", "31 de diciembre de 2017"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, ok := ParseDate(text)
		if !ok {
			return
		}
		for _, d := range []Day{r.Day, r.Other} {
			if d == (Day{}) && d == r.Other {
				continue
			}
			again, ok := ParseDate(d.String())
			if !ok || again.Day != d {
				t.Fatalf("%q = %s, which reads as %s", text, d, again.shown())
			}
		}
	})
}

func TestSerialDay(t *testing.T) {
	for _, c := range []struct {
		serial     string
		system1904 bool
		want       string
	}{
		// ISO/IEC 29500-1, 18.17.4.3, and the edges of both systems
		{"1", false, "1900-01-01"},
		{"59", false, "1900-02-28"},
		{"60", false, ""},
		{"61", false, "1900-03-01"},
		{"0", false, ""},
		{"43100", false, "2017-12-31"},
		{"43100.5", false, "2017-12-31T12:00:00"},
		{"43100.999999", false, "2018-01-01"},
		{"2958465", false, "9999-12-31"},
		{"2958466", false, ""},
		{"2958465.9999999", false, ""},
		{"0", true, "1904-01-01"},
		{"60", true, "1904-03-01"},
		{"41638", true, "2017-12-31"},
		{"2957003", true, "9999-12-31"},
		{"2957004", true, ""},
		{"-1", true, ""},
		{"x", false, ""},
		{"1E10", false, ""},
	} {
		d, ok := serialDay([]byte(c.serial), c.system1904)
		if got := d.String(); got != c.want || ok != (c.want != "") {
			t.Errorf("serialDay(%s, %t) = %q, %t, want %q", c.serial, c.system1904, got, ok, c.want)
		}
	}
}

func TestDayCompare(t *testing.T) {
	days := []Day{{2016, 12, 31, 0}, {2017, 1, 1, 0}, {2017, 1, 1, 5}, {2017, 1, 2, 0}, {2017, 2, 1, 0}}
	for i, a := range days {
		for j, b := range days {
			if got := a.Compare(b); got != min(max(i-j, -1), 1) {
				t.Errorf("%s and %s: %d", a, b, got)
			}
		}
	}
}

func TestIsDateFormat(t *testing.T) {
	for code, want := range map[string]bool{
		"yyyy-mm-dd": true, "dd/mm/yyyy;@": true, `[$-409]d\-mmm\-yy;@`: true, "m/d/yy h:mm": true, "mmm": true, "[Red]dd": true, "DD.MM.YYYY": true, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: true,
		"General": false, "Standard": false, "0.00": false, "#,##0": false, `0 "days"`: false, `0\d`: false, "h:mm:ss": false, "[h]:mm": false, "mm:ss.0": false, "0;yyyy": false, `_d0`: false, "@": false, `"open`: false, "[open": false, "0.0%": false,
	} {
		if got := isDateFormat(164, code); got != want {
			t.Errorf("isDateFormat(%q) = %t", code, got)
		}
	}
	for id, want := range map[int]bool{0: false, 1: false, 9: false, 14: true, 15: true, 17: true, 18: false, 21: false, 22: true, 27: true, 36: true, 45: false, 47: false, 49: false, 57: true, 164: false} {
		if got := isDateFormat(id, ""); got != want {
			t.Errorf("isDateFormat(%d) = %t", id, got)
		}
	}
	if fmt.Sprint(Date, Error) != "date error" {
		t.Error("kinds have no names")
	}
}
