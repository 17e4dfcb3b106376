package lang

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLookup(t *testing.T) {
	cases := []struct {
		tag, want string
		ok        bool
	}{
		{"en", "en", true},
		{"fr", "fr", true},
		{"es", "es", true},
		{"fr-CH", "fr", true},
		{"ES-419", "es", true},
		{"EN", "en", true},
		{"de", "", false},
		{"", "", false},
		{"english", "", false},
	}
	for _, c := range cases {
		got, ok := Lookup(c.tag)
		if ok != c.ok || ok && got.Tag() != c.want {
			t.Errorf("Lookup(%q) = %v, %v", c.tag, got, ok)
		}
		if want := max(c.want, "en"); For(c.tag).Tag() != want {
			t.Errorf("For(%q) is %q, want %q", c.tag, For(c.tag).Tag(), want)
		}
	}
	if diff := cmp.Diff([]string{"en", "es", "fr"}, Languages()); diff != "" {
		t.Errorf("Languages (-want +got):\n%s", diff)
	}
}

func TestWithLeavesTheTableAlone(t *testing.T) {
	table := For("en")
	before := table.Profile(Prose)
	closed := before
	closed.Group, closed.Percent = "", "%"
	changed := table.With(map[Place]Profile{Prose: closed, 99: closed})
	if changed.Tag() != "en" || changed.Session(3) != table.Session(3) {
		t.Error("With changed more than profiles")
	}
	if table.Profile(Prose) != before {
		t.Error("With changed the table it was called on")
	}
	if got := changed.Format(Int(7338), Prose); got != "7338" {
		t.Errorf("with closed thousands: %q", got)
	}
	if got := changed.Format(Int(7338), InTable); got != "7\u202f338" {
		t.Errorf("a place that was not changed: %q", got)
	}
	if changed.Profile(99) != changed.Profile(Prose) {
		t.Error("a place that does not exist has not the profile of prose")
	}
}

// TestMinGroup: the five-digit habit of the Academia is one number away.
func TestMinGroup(t *testing.T) {
	table := For("es")
	p := table.Profile(Prose)
	p.MinGroup = 5
	table = table.With(map[Place]Profile{Prose: p})
	for n, want := range map[int64]string{1467: "1467", 10_978: "10.978", 137_839: "137.839"} {
		if got := table.Format(Int(n), Prose); got != want {
			t.Errorf("%d = %q, want %q", n, got, want)
		}
	}
}

func TestCapitalize(t *testing.T) {
	cases := []struct{ in, want string }{
		{"one hundred", "One hundred"},
		{"état", "État"},
		{"« état »", "« État »"},
		{"¿qué?", "¿Qué?"},
		{"(a) note", "(A) note"},
		{"28 people", "28 people"},
		{"", ""},
		{"USD 3", "USD 3"},
		{"−4 x", "−4 x"},
		{"\xff", "\xff"},
	}
	for _, c := range cases {
		if got := For("fr").Capitalize(c.in); got != c.want {
			t.Errorf("Capitalize(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestCapitalizeSettles: a sentence that begins with a capital stays as it is.
func TestCapitalizeSettles(t *testing.T) {
	table := For("en")
	rapid.Check(t, func(t *rapid.T) {
		once := table.Capitalize(rapid.String().Draw(t, "text"))
		if twice := table.Capitalize(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func TestDate(t *testing.T) {
	cases := []struct {
		tag     string
		y, m, d int
		want    string
	}{
		{"en", 2018, 6, 18, "18~June 2018"},
		{"en", 2018, 6, 1, "1~June 2018"},
		{"fr", 2012, 6, 1, "1er~juin 2012"},
		{"fr", 2008, 4, 10, "10~avril 2008"},
		{"es", 2015, 6, 12, "12~de~junio de 2015"},
		{"es", 2021, 7, 1, "1º~de~julio de 2021"},
		{"en", 2018, 13, 1, ""},
		{"en", 2018, 0, 1, ""},
		{"en", 2018, 1, 32, ""},
		{"en", 2018, 1, 0, ""},
		{"en", 0, 1, 1, ""},
	}
	for _, c := range cases {
		if got := shown(For(c.tag).Date(c.y, c.m, c.d)); got != c.want {
			t.Errorf("%s Date(%d, %d, %d) = %q, want %q", c.tag, c.y, c.m, c.d, got, c.want)
		}
	}
	for _, tag := range Languages() {
		var months []string
		for m := 1; m <= 12; m++ {
			months = append(months, For(tag).Month(m))
		}
		slices.Sort(months)
		if months = slices.Compact(months); len(months) != 12 || months[0] == "" {
			t.Errorf("%s: months %q", tag, months)
		}
	}
}

func TestSession(t *testing.T) {
	cases := []struct {
		tag  string
		n    int
		want string
	}{
		{"en", 109, "109th Session"},
		{"en", 101, "101st Session"},
		{"en", 0, ""},
		{"fr", 101, "Cent unième session"},
		{"fr", 96, "Quatre-vingt-seizième session"},
		{"fr", 80, "Quatre-vingtième session"},
		{"es", 16, "Décima sexta Reunión"},
		{"es", 90, "Nonagésima Reunión"},
		{"es", 106, "Centésima sexta Reunión"},
		{"es", 113, "Centésima décima tercera Reunión"},
		{"es", -1, ""},
	}
	for _, c := range cases {
		if got := For(c.tag).Session(c.n); got != c.want {
			t.Errorf("%s Session(%d) = %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{
		1: "I", 4: "IV", 6: "VI", 9: "IX", 14: "XIV", 40: "XL", 99: "XCIX", 444: "CDXLIV", 1987: "MCMLXXXVII", 3999: "MMMCMXCIX",
		0: "0", -3: "-3", 4000: "4000",
	} {
		if got := Roman(n); got != want {
			t.Errorf("Roman(%d) = %q, want %q", n, got, want)
		}
	}
	if got := RomanLower(3); got != "iii" {
		t.Errorf("RomanLower(3) = %q", got)
	}
}

// TestRomanReadsBack reads a numeral from right to left: what is less than its
// right neighbour is taken off.
func TestRomanReadsBack(t *testing.T) {
	worth := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	for n := 1; n <= 3999; n++ {
		s, sum, right := Roman(n), 0, 0
		for i := len(s) - 1; i >= 0; i-- {
			v := worth[s[i]]
			if v < right {
				v = -v
			} else {
				right = v
			}
			sum += v
		}
		if sum != n {
			t.Fatalf("Roman(%d) = %q, which is %d", n, s, sum)
		}
	}
}

func TestListMark(t *testing.T) {
	cases := []struct {
		tag      string
		level, n int
		want     string
	}{
		{"en", 1, 1, "(a)"},
		{"en", 1, 8, "(h)"},
		{"en", 2, 4, "iv."},
		{"en", 1, 27, "(aa)"},
		{"en", 3, 2, "ii."},
		{"fr", 1, 1, "a)"},
		{"fr", 2, 3, "iii)"},
		{"es", 1, 2, "b)"},
		{"es", 2, 1, "i)"},
		{"en", 1, 0, ""},
		{"en", 2, -1, ""},
	}
	for _, c := range cases {
		if got := For(c.tag).ListMark(c.level, c.n); got != c.want {
			t.Errorf("%s ListMark(%d, %d) = %q, want %q", c.tag, c.level, c.n, got, c.want)
		}
	}
	for n, want := range map[int]string{1: "a", 26: "z", 28: "ab", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := Letters(n); got != want {
			t.Errorf("Letters(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestNotesAndQuotes(t *testing.T) {
	for tag, want := range map[string]bool{"en": false, "fr": true, "es": true} {
		if got := For(tag).FootnoteMarkBeforePunctuation(); got != want {
			t.Errorf("%s: note mark before punctuation is %v", tag, got)
		}
	}
	for tag, want := range map[string]string{"en": "“mot”", "fr": "«~mot~»", "es": "“mot”"} {
		q := For(tag).Quotes()
		if got := shown(q.Open + "mot" + q.Close); got != want {
			t.Errorf("%s: quoted %q, want %q", tag, got, want)
		}
	}
}

// TestCollator holds lists in the order in which they must come out.
func TestCollator(t *testing.T) {
	lists := map[string][]string{
		"en": {
			"Congo", "Cook Islands", "Costa Rica", "Côte d'Ivoire", "Croatia", "Guinea", "Guinea-Bissau", "Niger", "Nigeria",
			"Swaziland", "Switzerland", "The former Yugoslav Republic of Macedonia", "Timor-Leste", "Viet Nam",
		},
		"fr": {
			"Égypte", "El Salvador", "Émirats arabes unis", "Équateur", "Érythrée", "Espagne", "Estonie", "Eswatini",
			"État de Palestine", "États-Unis d’Amérique", "Éthiopie", "Îles Cook", "Inde", "Irlande",
		},
		"es": {"Chequia", "Cuba", "Eslovenia", "España", "Estado de Palestina", "Filipinas", "Níger", "Nigeria", "Nueva Zelandia", "Ñandú"},
	}
	for tag, want := range lists {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, For(tag).Collator())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}

// TestCollatorTotal: the order is total, so that a sort always ends alike.
func TestCollatorTotal(t *testing.T) {
	compare := For("fr").Collator()
	if composed, marked := "Cot\u00e9", "Cote\u0301"; compare(composed, marked) != -compare(marked, composed) || compare(composed, marked) == 0 {
		t.Errorf("two spellings of one word: %d", compare(composed, marked))
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOf(rapid.RuneFrom([]rune("aAàÀbBcç -éE'’")))
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if (compare(a, b) == 0) != (a == b) || compare(a, b) != -compare(b, a) {
			t.Fatalf("%q and %q: %d and %d", a, b, compare(a, b), compare(b, a))
		}
	})
}

func TestNoun(t *testing.T) {
	office := Noun{"office", "offices"}
	for _, c := range []struct{ tag, value, want string }{
		{"en", "1", "office"},
		{"en", "-1", "office"},
		{"en", "0", "offices"},
		{"en", "1.5", "offices"},
		{"fr", "0", "office"},
		{"fr", "1.9", "office"},
		{"fr", "2", "offices"},
		{"es", "1.4", "offices"},
	} {
		if got := For(c.tag).Noun(office, rat(t, c.value)); got != c.want {
			t.Errorf("%s: %s %s, want %s", c.tag, c.value, got, c.want)
		}
	}
	if got := For("en").Noun(office, nil); got != "offices" {
		t.Errorf("no value: %q", got)
	}
}

func TestGroupOfLongDigits(t *testing.T) {
	p := For("en").Profile(Prose)
	if got := group(strings.Repeat("1", 7), p); got != "1,111,111" {
		t.Errorf("seven digits: %q", got)
	}
}
