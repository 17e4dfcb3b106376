package world

import (
	"encoding/csv"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/strict"

	"golang.org/x/text/language"
)

func day(t testing.TB, text string) strict.Date {
	t.Helper()
	d, ok := strict.ParseDate(text)
	if !ok {
		t.Fatalf("%q is not a date", text)
	}
	return d
}

func load(t testing.TB) *Table {
	t.Helper()
	table, err := Load()
	if err == nil {
		err = table.Check()
	}
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// reference is the list of nationalities of a printed report on 2017: name,
// group, alpha-3, M49, in annex IV, in annex V, standing.
func reference(t testing.TB) [][]string {
	t.Helper()
	f, err := os.Open("testdata/countries.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestCodes(t *testing.T) {
	table := load(t)
	codes := table.Codes()
	if len(codes) != 197 { // 193 Members, 2 observers, Cook Islands, Niue
		t.Errorf("%d States", len(codes))
	}
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("codes are not sorted, or stand twice")
	}
	seen := map[string]string{}
	for _, c := range codes {
		code, _ := table.Code(c)
		// The registry of BCP 47 carries the same codes, from another hand.
		region, err := language.ParseRegion(c)
		if err != nil {
			t.Errorf("%s: %v", c, err)
			continue
		}
		if got := fmt.Sprintf("%s %s %03d", region.ISO3(), region, region.M49()); got != c+" "+code.Alpha2+" "+code.M49 {
			t.Errorf("%s has the codes %v, the registry says %s", c, code, got)
		}
		for _, x := range []string{c, code.Alpha2, code.M49} {
			if seen[x] != "" {
				t.Errorf("%s is the code of %s and %s", x, seen[x], c)
			}
			seen[x] = c
		}
	}
	if _, ok := table.Code("XXX"); ok {
		t.Error("XXX is a State")
	}
}

// Every nationality of the printed report is found under its name of then,
// with its codes and its standing.
func TestReference(t *testing.T) {
	table := load(t)
	view := table.At(day(t, "2017-12-31"))
	standings := map[string]Standing{"member": Member, "observer": Observer, "non-member": None}
	for _, row := range reference(t) {
		name, alpha3, m49 := row[0], row[2], row[3]
		if got, ok := table.Find(name); !ok || got != alpha3 {
			t.Errorf("%s is found as %q", name, got)
		}
		if got := view.Name(alpha3, "en", Tabular); fold(got) != fold(name) {
			t.Errorf("%s is called %s, the report says %s", alpha3, got, name)
		}
		if code, _ := table.Code(alpha3); code.M49 != m49 {
			t.Errorf("%s has the M49 code %s, want %s", alpha3, code.M49, m49)
		}
		if got := view.Standing("iom", alpha3); got != standings[row[6]] {
			t.Errorf("%s has standing %d, the report says %s", alpha3, got, row[6])
		}
	}
	if got := len(view.States("iom", Member)); got != 169 {
		t.Errorf("%d members, want 169", got)
	}
}

// The order of both groups of the printed report is that of the collation.
func TestOrderOfReference(t *testing.T) {
	view := load(t).At(day(t, "2017-12-31"))
	groups := map[string][]string{}
	for _, row := range reference(t) {
		groups[row[1]] = append(groups[row[1]], row[2])
	}
	for group, want := range groups {
		got := slices.Sorted(slices.Values(want))
		view.Sort("en", got)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %v\nwant %v", group, got, want)
		}
	}
}

func TestOrderByLanguage(t *testing.T) {
	view := load(t).At(day(t, "2018-12-31"))
	for _, c := range []struct {
		tag   string
		codes string // in the wrong order
		want  string
	}{
		{"fr", "USA ETH ECU SWZ EGY SLV ESP ARE EST ERI PSE COK", "Égypte, El Salvador, Émirats arabes unis, Équateur, Érythrée, Espagne, Estonie, Eswatini, État de Palestine, États-Unis d’Amérique, Éthiopie, Îles Cook"},
		{"es", "PSE ESP SVN NIC NZL NOR", "Eslovenia, España, Estado de Palestina, Nicaragua, Noruega, Nueva Zelandia"},
		{"en", "DJI HRV CIV CRI XXX CUB", "Costa Rica, Côte d’Ivoire, Croatia, Cuba, Djibouti, "},
	} {
		codes := strings.Fields(c.codes)
		view.Sort(c.tag, codes)
		names := make([]string, len(codes))
		for i, code := range codes {
			names[i] = view.Name(code, c.tag, Tabular)
		}
		if got := strings.Join(names, ", "); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.tag, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	table := load(t)
	for _, c := range []struct {
		code, tag string
		day       string
		form      Form
		want      string
	}{
		{"SWZ", "en", "2018-04-18", Tabular, "Swaziland"},
		{"SWZ", "en", "2018-04-19", Tabular, "Eswatini"},
		{"MKD", "en", "2017-12-31", Prose, "the former Yugoslav Republic of Macedonia"},
		{"MKD", "fr", "2017-12-31", Prose, "l’ex-République yougoslave de Macédoine"},
		{"MKD", "en", "2019-02-12", Prose, "North Macedonia"},
		{"TUR", "es", "2022-05-31", Tabular, "Turquía"},
		{"TUR", "es", "2022-06-01", Tabular, "Türkiye"},
		{"CZE", "fr", "2016-01-01", Prose, "la République tchèque"},
		{"CZE", "fr-CH", "2017-01-01", Prose, "la Tchéquie"},
		{"CPV", "en", "2013-10-23", Tabular, "Cape Verde"},
		{"CPV", "en", "1900-01-01", Tabular, "Cape Verde"},
		{"IRN", "es", "2017-12-31", Prose, "la República Islámica del Irán"},
		{"IRN", "es", "2017-12-31", Tabular, "Irán (República Islámica del)"},
		{"FRA", "en", "2017-12-31", Prose, "France"},
		{"FRA", "fr", "2017-12-31", Prose, "la France"},
		{"BRA", "es", "2017-12-31", Prose, "el Brasil"},
		{"FRA", "de", "2017-12-31", Prose, ""},
		{"XXX", "en", "2017-12-31", Prose, ""},
	} {
		if got := table.At(day(t, c.day)).Name(c.code, c.tag, c.form); got != c.want {
			t.Errorf("%s in %s on %s = %q, want %q", c.code, c.tag, c.day, got, c.want)
		}
	}
}

// The prose form is the name, or the name behind an article, or, for names in
// two parts, the parts the other way round.
func TestProseFollowsTheName(t *testing.T) {
	table := load(t)
	article := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`^the `), "fr": regexp.MustCompile(`^(le |la |les |l’)`), "es": regexp.MustCompile(`^(el|la|los|las) `),
	}
	vowel := regexp.MustCompile(`^[AEIOUÉÎaeiou]`)
	inverted := regexp.MustCompile(`^(.+) \((.+)\)$`)
	for _, s := range table.states {
		for _, n := range s.names {
			for _, l := range languages() {
				name, prose := n.by[l][Tabular], n.by[l][Prose]
				bare := article[l].ReplaceAllString(prose, "")
				if m := inverted.FindStringSubmatch(name); m != nil {
					if !strings.Contains(prose, m[1]) || !strings.Contains(bare, strings.TrimSuffix(m[2], "’")) || bare == prose {
						t.Errorf("%s: %q in prose is %q", s.alpha3, name, prose)
					}
					continue
				}
				if !strings.EqualFold(bare, name) && prose != name && !strings.EqualFold(prose, name) {
					t.Errorf("%s: %q in prose is %q", s.alpha3, name, prose)
				}
				if l == "fr" && bare != prose && vowel.MatchString(name) && !strings.HasPrefix(prose, "l’") && !strings.HasPrefix(prose, "les ") {
					t.Errorf("%s: %q does not elide", s.alpha3, prose)
				}
				if strings.ContainsAny(name+prose, "'\"") || strings.TrimSpace(name) != name || strings.Contains(name, "  ") {
					t.Errorf("%s: %q is not typed as it is printed", s.alpha3, name)
				}
			}
		}
	}
}

func TestFind(t *testing.T) {
	table := load(t)
	for word, want := range map[string]string{
		"Côte d'Ivoire": "CIV", " côte  d’ivoire": "CIV", "NO": "NOR", "no": "NOR", "516": "NAM", "Suisse": "CHE", "Swaziland": "SWZ",
		"eswatini": "SWZ", "the Islamic Republic of Iran": "IRN", "NER": "NER", "Niger": "NER", "Ivory Coast": "", "": "", "Macedonia": "",
	} {
		if got, ok := table.Find(word); got != want || ok != (want != "") {
			t.Errorf("Find(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestStanding(t *testing.T) {
	table := load(t)
	for _, c := range []struct {
		organization, code, day string
		want                    Standing
		reviewed                bool
	}{
		{"iom", "CHN", "2016-06-29", Unknown, true},
		{"iom", "CHN", "2016-06-30", Member, true},
		{"iom", "RUS", "2017-12-31", Observer, true},
		{"iom", "ARE", "2017-12-31", None, true},
		{"iom", "ALB", "2024-12-31", Member, false},
		{"fao", "ALB", "2017-12-31", None, false},
	} {
		view := table.At(day(t, c.day))
		if got := view.Standing(c.organization, c.code); got != c.want || view.Reviewed(c.organization) != c.reviewed {
			t.Errorf("%s in %s on %s = %d, reviewed %v", c.code, c.organization, c.day, got, view.Reviewed(c.organization))
		}
	}
}

// A State that leaves is a member until the day before, and may come back as
// something else.
func TestStandingThatEnds(t *testing.T) {
	table, err := parse([]byte("alpha3,alpha2,m49,from,to,en,en_prose,fr,fr_prose,es,es_prose\nAAA,AA,001,,,A,,A,,A,\n"),
		[]byte("organization,alpha3,standing,from,to,seen\nx,AAA,member,2010-01-01,2015-06-01,2017-01-01\nx,AAA,observer,2016-01-01,,2017-01-01\n"))
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]Standing{
		"2009-12-31": Unknown, "2010-01-01": Member, "2015-05-31": Member, "2015-06-01": None, "2016-01-01": Observer,
	} {
		if got := table.At(day(t, date)).Standing("x", "AAA"); got != want {
			t.Errorf("%s: %d, want %d", date, got, want)
		}
	}
}

func TestFaultsOfTables(t *testing.T) {
	const (
		head  = "alpha3,alpha2,m49,from,to,en,en_prose,fr,fr_prose,es,es_prose\n"
		one   = "AAA,AA,001,,,A,,A,,A,\n"
		mHead = "organization,alpha3,standing,from,to,seen\n"
	)
	for _, c := range []struct{ world, memberships, want string }{
		{head + one, mHead + "x,AAA,member,,,2017-01-01\n", ""},
		{head + "AAA,AA,001,,,A,,,,A,\n", mHead, "table of States: line 2: AAA has no name in fr"},
		{head + one + "AAB,AB,002,,,A,,B,,B,\n", mHead, `table of States: line 3: "A" means AAA and AAB`},
		{head + one + "AAB,AA,002,,,B,,B,,B,\n", mHead, `table of States: line 3: "AA" means AAA and AAB`},
		{head + "AAB,AB,002,,,B,,B,,B,\n" + one, mHead, "table of States: line 3: AAA stands behind AAB"},
		{head + one + "AAA,AA,001,,,B,,B,,B,\n", mHead, `table of States: line 3: the name of AAA from "" does not follow the one to ""`},
		{
			head + "AAA,AA,001,,2017-01-01,A,,A,,A,\nAAA,AA,001,2017-01-02,,B,,B,,B,\n", mHead,
			`table of States: line 3: the name of AAA from "2017-01-02" does not follow the one to "2017-01-01"`,
		},
		{head + "AAA,AA,001,2017-13-01,,A,,A,,A,\n", mHead, `table of States: line 2: "2017-13-01" is not a date`},
		{head + "AAA,AA,001,2017-01-02,2017-01-02,A,,A,,A,\n", mHead, "table of States: line 2: the period from 2017-01-02 ends before it begins"},
		{head + "AAA\n", mHead, "table of States: record on line 2: wrong number of fields"},
		{head + one, mHead + "x,AAB,member,,,2017-01-01\n", `table of memberships: line 2: there is no State "AAB"`},
		{head + one, mHead + "x,AAA,friend,,,2017-01-01\n", `table of memberships: line 2: "friend" is not a standing`},
		{head + one, mHead + "x,AAA,,,,2017-01-01\n", `table of memberships: line 2: "" is not a standing`},
		{head + one, mHead + "x,AAA,member,,,\n", `table of memberships: line 2: "" is not the day of a review`},
		{"", "", ""},
	} {
		got := ""
		if _, err := parse([]byte(c.world), []byte(c.memberships)); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func BenchmarkSort(b *testing.B) {
	table := load(b)
	view := table.At(day(b, "2017-12-31"))
	for b.Loop() {
		view.Sort("fr", table.Codes())
	}
}
