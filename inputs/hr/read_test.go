package hr

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/inputs/world"
)

const head = "year,category,grade,nationality,sex,headcount\n"

var loadStates = sync.OnceValues(world.Load)

func states(t testing.TB) *world.Table {
	t.Helper()
	table, err := loadStates()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// read reads a table of 2017 and returns the faults, one a line.
func read(t testing.TB, text string) (*Register, string) {
	t.Helper()
	var files source.Files
	var r source.Reporter
	g := Read([]byte(text), files.Add("h.csv", []byte(text)), 2017, states(t), &r)
	return g, lines(&files, &r)
}

// lines are the faults, with the name that is proposed and the related place.
func lines(files *source.Files, r *source.Reporter) string {
	var out []string
	for _, d := range r.All() {
		s := files.String(d.At.Start) + " " + string(d.Code) + ": " + d.Message
		if d.Replace != "" {
			s += " [" + d.Replace + "]"
		}
		for _, x := range d.Related {
			s += " (" + x.Message + ": " + files.String(x.At.Start) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	g, faults := read(t, "\ufeff"+strings.ReplaceAll(head+"2017,professional,P-4,ALB,F,12\n2017,national-officer,UG,OTHER,U,1\n\n2017,general-service,G-1A,COK,X,1000000\n", "\n", "\r\n"))
	if faults != "" {
		t.Fatal(faults)
	}
	want := []Row{
		{Professional, "P-4", "ALB", Female, 12, 2},
		{NationalOfficer, "UG", "OTHER", NotRecorded, 1, 3},
		{GeneralService, "G-1A", "COK", Another, 1000000, 5},
	}
	if got := slices.Collect(g.Rows(Query{})); !slices.Equal(got, want) {
		t.Errorf("read %v\nwant %v", got, want)
	}
	if g.Year != 2017 || g.Place().Start.A != 0 || !g.Place().Start.Known() {
		t.Errorf("year %d, place %v", g.Year, g.Place())
	}
}

func TestFaultsOfHeadcounts(t *testing.T) {
	const good = "2017,professional,P-4,ALB,F,12\n"
	for name, c := range map[string]struct{ text, want string }{
		"nothing":           {"", "h.csv hr-empty: the table is empty"},
		"blank lines":       {"\n\n", "h.csv hr-empty: the table is empty"},
		"head alone":        {head, ""},
		"other columns":     {"year;category\n" + good, "h.csv:1:1 hr-columns: the first line does not name the columns of this table"},
		"other order":       {"category,year,grade,nationality,sex,headcount\n", "h.csv:1:1 hr-columns: the first line does not name the columns of this table"},
		"a cell too few":    {head + "2017,professional,P-4,ALB,F\n", "h.csv:2:1 hr-cells: the row has 5 cells, the table has 6 columns"},
		"a cell too many":   {head + "2017,professional,P-4,ALB,F,12,\n", "h.csv:2:1 hr-cells: the row has 7 cells, the table has 6 columns"},
		"an open quote":     {head + "2017,\"professional,P-4,ALB,F,12\n", "h.csv:2:33 hr-csv: the line is no comma-separated text: extraneous or missing \" in quoted-field"},
		"a stray quote":     {head + "2017,é\"professional,P-4,ALB,F,12\n", "h.csv:2:7 hr-csv: the line is no comma-separated text: bare \" in non-quoted-field"},
		"another year":      {head + "2016,professional,P-4,ALB,F,12\n", `h.csv:2:1 hr-year: "2016" is not the year of this table, which is 2017`},
		"a padded year":     {head + " 2017,professional,P-4,ALB,F,12\n", `h.csv:2:1 hr-year: " 2017" is not the year of this table, which is 2017`},
		"unknown category":  {head + "2017,profesional,P-4,ALB,F,12\n", `h.csv:2:6 hr-category: "profesional" is not a category [professional]`},
		"category in words": {head + "2017,General Service,G-4,ALB,F,12\n", `h.csv:2:6 hr-category: "General Service" is not a category [general-service]`},
		"unknown grade":     {head + "2017,professional,P-9,ALB,F,12\n", `h.csv:2:19 hr-grade: "P-9" is not a grade of professional [P-1]`},
		"grade of others":   {head + "2017,general-service,P-4,ALB,F,12\n", `h.csv:2:22 hr-grade: "P-4" is a grade of professional, not of general-service`},
		"no grade":          {head + "2017,professional,,ALB,F,12\n", `h.csv:2:19 hr-grade: "" is not a grade of professional`},
		"alpha-2":           {head + "2017,professional,P-4,AL,F,12\n", `h.csv:2:23 hr-nationality: "AL" is not a nationality [ALB]`},
		"other in words":    {head + "2017,professional,P-4,Other,F,12\n", `h.csv:2:23 hr-nationality: "Other" is not a nationality [OTHER]`},
		"unknown sex":       {head + "2017,professional,P-4,ALB,W,12\n", `h.csv:2:27 hr-sex: "W" is not a sex`},
		"small letter":      {head + "2017,professional,P-4,ALB,f,12\n", `h.csv:2:27 hr-sex: "f" is not a sex`},
		"a blank for sex":   {head + "2017,professional,P-4,ALB, ,12\n", `h.csv:2:27 hr-sex: " " is not a sex`},
		"two sexes":         {head + "2017,professional,P-4,ALB,FM,12\n", `h.csv:2:27 hr-sex: "FM" is not a sex`},
		"negative":          {head + "2017,professional,P-4,ALB,F,-1\n", `h.csv:2:29 hr-headcount: "-1" is not a headcount`},
		"nought":            {head + "2017,professional,P-4,ALB,F,0\n", `h.csv:2:29 hr-headcount: "0" is not a headcount`},
		"huge":              {head + "2017,professional,P-4,ALB,F,1000001\n", `h.csv:2:29 hr-headcount: "1000001" is not a headcount`},
		"beyond 64 bits":    {head + "2017,professional,P-4,ALB,F,99999999999999999999\n", `h.csv:2:29 hr-headcount: "99999999999999999999" is not a headcount`},
		"thousands":         {head + "2017,professional,P-4,ALB,F,\"1,200\"\n", `h.csv:2:29 hr-headcount: "1,200" is not a headcount`},
		"a sign":            {head + "2017,professional,P-4,ALB,F,+12\n", `h.csv:2:29 hr-headcount: "+12" is not a headcount`},
		"a half":            {head + "2017,professional,P-4,ALB,F,0.5\n", `h.csv:2:29 hr-headcount: "0.5" is not a headcount`},
		"twice":             {head + good + "2017,professional,P-4,ALB,M,1\n" + good, "h.csv:4:1 hr-twice: professional, P-4, ALB, F stands here a second time (it stands here first: h.csv:2)"},
		"a long cell":       {head + "2017," + strings.Repeat("x", 1000) + ",P-4,ALB,F,1\n", `h.csv:2:6 hr-category: "` + strings.Repeat("x", 40) + `…" is not a category`},
		"all at once": {
			head + "2017,professional,P-9,AL,W,x\n" + good,
			"h.csv:2:19 hr-grade: \"P-9\" is not a grade of professional [P-1]\nh.csv:2:23 hr-nationality: \"AL\" is not a nationality [ALB]\n" +
				"h.csv:2:26 hr-sex: \"W\" is not a sex\nh.csv:2:28 hr-headcount: \"x\" is not a headcount",
		},
	} {
		t.Run(name, func(t *testing.T) {
			g, got := read(t, c.text)
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			// A faulty row is left out, and no other.
			want := int64(0)
			if strings.Contains(c.text, head+good) || name == "all at once" {
				want = 12
			}
			if name == "twice" {
				want++
			}
			if n := g.Count(Query{}); n != want {
				t.Errorf("counted %d, want %d", n, want)
			}
		})
	}
}

// A file of another kind is given up after as many faults as are kept.
func TestFaultsEnd(t *testing.T) {
	var r source.Reporter
	text := head + strings.Repeat("a,b\n", 50_000)
	Read([]byte(text), 1, 2017, states(t), &r)
	if n, dropped := len(r.All()), r.Dropped(); n != source.MaxDiagnostics || dropped != 0 {
		t.Errorf("%d faults kept, %d dropped", n, dropped)
	}
}

func TestVocabulary(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Categories() {
		grades := Grades(c)
		if grades[len(grades)-1] != Ungraded {
			t.Errorf("%s has no ungraded posts at its end: %v", c, grades)
		}
		for _, g := range grades[:len(grades)-1] {
			if got, ok := CategoryOf(g); got != c || !ok || seen[g] {
				t.Errorf("%s is a grade of %q, want %s alone", g, got, c)
			}
			seen[g] = true
		}
	}
	for _, g := range []string{Ungraded, "", "P-0", "p-4"} {
		if c, ok := CategoryOf(g); ok {
			t.Errorf("%q is a grade of %s", g, c)
		}
	}
	if Grades("volunteer") != nil {
		t.Error("a category that is none has grades")
	}
	var codes []string
	for _, s := range Sexes() {
		codes = append(codes, s.String())
		if got, ok := sexOf(s.String()); got != s || !ok {
			t.Errorf("%s is read as %v", s, got)
		}
	}
	if got := fmt.Sprint(codes, AnySex, Sex(9)); got != "[F M X U] sex 0 sex 9" {
		t.Error(got)
	}
}

func TestHistory(t *testing.T) {
	const head = "year,series,value\n"
	for name, c := range map[string]struct{ text, want string }{
		"good":           {head + "2016,professional/women,531\n2015,professional/by-grade/D-1-D-2,-2.50\n", ""},
		"nothing":        {"", "h.csv hr-empty: the table is empty"},
		"other columns":  {"year,metric,value\n", "h.csv:1:1 hr-columns: the first line does not name the columns of this table"},
		"no year":        {head + "16,a,1\n", `h.csv:2:1 hr-year: "16" is not a year`},
		"no series":      {head + "2016,a//b,1\n", `h.csv:2:6 hr-series: "a//b" is not the name of a series`},
		"a long series":  {head + "2016," + strings.Repeat("a", 121) + ",1\n", `h.csv:2:6 hr-series: "` + strings.Repeat("a", 40) + `…" is not the name of a series`},
		"no number":      {head + "2016,a,\"1,000\"\n", `h.csv:2:8 hr-value: "1,000" is not a number`},
		"a share":        {head + "2016,a,42%\n", `h.csv:2:8 hr-value: "42%" is not a number`},
		"twice":          {head + "2016,a,1\n2016,a,1\n", "h.csv:3:1 hr-twice: a of 2016 stands here a second time (it stands here first: h.csv:2)"},
		"all at once":    {head + "x,,y\n", "h.csv:2:1 hr-year: \"x\" is not a year\nh.csv:2:3 hr-series: \"\" is not the name of a series\nh.csv:2:4 hr-value: \"y\" is not a number"},
		"a cell too few": {head + "2016,a\n", "h.csv:2:1 hr-cells: the row has 2 cells, the table has 3 columns"},
	} {
		t.Run(name, func(t *testing.T) {
			var files source.Files
			var r source.Reporter
			h := ReadHistory([]byte(c.text), files.Add("h.csv", []byte(c.text)), &r)
			if got := lines(&files, &r); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if name != "good" {
				return
			}
			v, ok := h.Value("professional/by-grade/D-1-D-2", 2015)
			if !ok || v.Value.RatString() != "-5/2" || files.String(v.At.Start) != "h.csv:3:36" || v.Year != 2015 || v.Series != "professional/by-grade/D-1-D-2" {
				t.Errorf("read %+v", v)
			}
			if _, ok := h.Value("professional/women", 2015); ok {
				t.Error("a year that was not published has a value")
			}
		})
	}
}

func TestHistoryYears(t *testing.T) {
	var r source.Reporter
	h := ReadHistory([]byte("year,series,value\n2016,a,1\n1995,a,1\n2005,a,1\n2014,b,1\n"), 1, &r)
	if got := fmt.Sprint(h.Years("a"), h.Years("c")); got != "[1995 2005 2016] []" {
		t.Error(got)
	}
	var none *History
	if _, ok := none.Value("a", 2016); ok || none.Years("a") != nil {
		t.Error("no history has values")
	}
}

func day(t testing.TB) strict.Date {
	t.Helper()
	d, ok := strict.ParseDate("2017-12-31")
	if !ok {
		t.Fatal("no day")
	}
	return d
}
