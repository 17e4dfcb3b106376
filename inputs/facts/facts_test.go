package facts

import (
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/lang"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// register reads facts, adds those of data, resolves and checks, and returns
// the faults, one a line.
func register(text string, data ...Fact) (*Register, string) {
	var files source.Files
	var r source.Reporter
	g := Read([]byte(text), files.Add("facts.yaml", []byte(text)), &r)
	for _, f := range data {
		g.Add(f)
	}
	g.Resolve(&r)
	g.CheckEquals(&r)
	return g, lines(&files, &r)
}

func lines(files *source.Files, r *source.Reporter) string {
	var b strings.Builder
	for _, d := range r.All() {
		if d.Code == "fact-source" {
			continue // a test of its own
		}
		fmt.Fprintf(&b, "%s %s: %s; %s", strings.TrimPrefix(files.String(d.At.Start), "facts.yaml:"), d.Code, d.Message, d.Fix)
		if d.Replace != "" {
			fmt.Fprintf(&b, " [%s]", d.Replace)
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// counted is a fact that data give.
func counted(name string, value int64, unit string) Fact {
	return Fact{Name: name, Value: big.NewRat(value, 1), Places: -1, Unit: unit, Year: 2017, Method: Count}
}

func value(t testing.TB, g *Register, name string) string {
	t.Helper()
	f, ok := g.Lookup(name)
	if !ok {
		t.Fatalf("no fact %s", name)
	}
	if f.Value == nil {
		return "none"
	}
	return f.Value.RatString() + " " + f.Unit
}

func TestSampleOfFormats(t *testing.T) {
	text, err := os.ReadFile("testdata/facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g, faults := register(string(text), counted("staff.professional.women", 679, "staff"), counted("staff.professional.total", 1467, "staff"),
		counted("staff.professional.nationalities.member", 122, "nationalities"))
	want := "10:1 quoted-differs: nationalities.member.quoted is 124, but staff.professional.nationalities.member is 122; " +
		"correct the figure, or add it to accept in edition.yaml with the reason"
	if faults != want {
		t.Errorf("got  %s\nwant %s", faults, want)
	}
	if got := value(t, g, "staff.women.share"); got != "67900/1467 %" {
		t.Errorf("share = %s", got)
	}
	f, _ := g.Lookup("resettlement.people")
	for form, want := range map[lang.Form]string{lang.Auto: "137,839", lang.Was: "(2016: 0\u00a0people)", lang.Direction: "increase"} {
		if got := lang.For("en").Format(f.Number("en", form), lang.Prose); got != want {
			t.Errorf("form %d = %q, want %q", form, got, want)
		}
	}
	p, _ := g.Expand("staff.women.share")
	if p.Method != "share" || fmt.Sprint(p.Of) != "[staff.professional.women staff.professional.total]" || len(p.Inputs) != 1 {
		t.Errorf("provenance = %v", p)
	}
	p, ok := g.Expand("resettlement.people")
	if !ok || p.Method != "quoted" || fmt.Sprint(p.Source) != "[C/109/4, paragraph 197]" {
		t.Errorf("provenance = %v", p)
	}
	if _, ok := g.Expand("none"); ok {
		t.Error("a fact that is not there has a provenance")
	}
}

const base = `a: {value: 30, unit: offices, was: {year: 2016, value: 20}, year: 2017}
b: {value: 70.5, unit: offices, was: {year: 2016, value: 80}, year: 2017}
p: {value: 30, unit: "%"}
q: {value: 12.5, unit: "%"}
m: {value: 5, unit: USD}
z: {value: 0, unit: offices}
n: {value: -4}
o: {value: -2}
`

func TestDerived(t *testing.T) {
	for _, c := range []struct{ entry, want string }{
		{"sum: [a, b]", "201/2 offices 1 2017, was 100 of none in 2016"},
		{"sum: [a, b, c]", "211/2 offices -1 2017"},
		{"sum: [n, o]", "-6  0 0"},
		{"sum: [n, a]", "26 offices 0 2017"},
		{"difference: [a, b]", "-81/2 offices 1 2017, was -60 of none in 2016"},
		{"difference: [p, q]", "35/2 points 1 0"},
		{"difference: [s, t]", "10 points 0 2017"},
		{"share: {of: a, base: b}", "2000/47 % -1 2017, was 25 of 80 in 2016"},
		{"share: {of: a, base: c}", "600 % -1 2017"},
		{"change: {now: a, before: c}", "500 % -1 2017"},
		{"change: {now: c, before: a}", "-250/3 % -1 2017"},
		{"change: {now: o, before: n}", "50 % -1 0"},
		{"sum: [d, d2]", "22 offices -1 2015"},
		{"same: a", "30 offices 0 2017, was 20 of none in 2016"},
		{"same: a, year: 2017", "30 offices 0 2017, was 20 of none in 2016"},
		{"same: a, year: 2016", "20 offices 0 2016"},
		{"same: s", "40 % -1 2017"},
	} {
		text := base + "d: {sum: [c, a], year: 2015}\nd2: {difference: [d, e]}\ne: {value: 48, unit: offices}\nx: {" + c.entry + "}\n"
		g, faults := register(text, counted("c", 5, "offices"), share0("s", 40), share0("t", 30))
		if faults != "" {
			t.Fatalf("%s: %s", c.entry, faults)
		}
		f, _ := g.Lookup("x")
		got := fmt.Sprintf("%s %d %d", value(t, g, "x"), f.Places, f.Year)
		if f.Was != nil {
			base := "none"
			if f.Was.Base != nil {
				base = f.Was.Base.RatString()
			}
			got += fmt.Sprintf(", was %s of %s in %d", f.Was.Value.RatString(), base, f.Was.Year)
		}
		if got != c.want {
			t.Errorf("%s = %s, want %s", c.entry, got, c.want)
		}
	}
}

// share0 is a computed share.
func share0(name string, value int64) Fact {
	f := counted(name, value, "%")
	f.Base = big.NewRat(10, 1)
	return f
}

// fewOf is a count out of a base of which shares are given from ten.
func fewOf(name string, value, base int64) Fact {
	f := counted(name, value, "offices")
	f.Base, f.LeastBase = big.NewRat(base, 1), 10
	f.Was = &Was{Year: 2016, Value: big.NewRat(1, 1), Base: big.NewRat(8, 1)}
	f.Label = strict.Plain("few offices")
	return f
}

// A count of few is printed, its share is not, and neither is one that follows
// from it; a name of its own changes nothing of that.
// A share says what its base counts.
func TestWordsOfBase(t *testing.T) {
	g, faults := register(`offices: {value: 104, unit: {en: offices, fr: bureaux}, one: {en: office, fr: bureau}, source: {en: s}}
active: {value: 52, unit: {en: offices, fr: bureaux}, one: {en: office, fr: bureau}, source: {en: s}}
share: {share: {of: active, base: offices}}
again: {same: share}
`)
	if faults != "" {
		t.Fatal(faults)
	}
	for _, name := range []string{"share", "again"} {
		f, _ := g.Lookup(name)
		if got := f.Number("fr", lang.Auto).BaseWords; got != (lang.Noun{Singular: "bureau", Plural: "bureaux"}) {
			t.Errorf("the base of %s counts %v", name, got)
		}
	}
}

func TestFew(t *testing.T) {
	g, faults := register(`alias: {same: few, label: a name of its own}
plain: {same: few}
share: {share: {of: many, base: many}}
`, fewOf("few", 3, 9), fewOf("many", 10, 10))
	if faults != "" {
		t.Fatal(faults)
	}
	for _, c := range []struct {
		name string
		form lang.Form
		want string
	}{
		{"few", lang.Auto, "three"},
		{"few", lang.Share, "few is out of 9, and of fewer than 10 no percentage is given"},
		{"alias", lang.Share, "alias is out of 9, and of fewer than 10 no percentage is given"},
		{"alias", lang.Name, "a name of its own"},
		{"plain", lang.Name, "few offices"},
		{"many", lang.Share, "100~per~cent"},
		{"share", lang.Auto, "100~per~cent"},
		{"share", lang.Was, "share has no value of an earlier year"},
	} {
		f, _ := g.Lookup(c.name)
		got := lang.For("en").Format(f.Number("en", c.form), lang.Prose)
		if err := f.Check("en", c.form); err != nil {
			got = err.Error()
		}
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != c.want {
			t.Errorf("%s in form %d: %q, want %q", c.name, c.form, got, c.want)
		}
	}
	if n := must(g.Lookup("few")).Number("en", lang.Auto); n.Base != nil || n.WasBase != nil {
		t.Error("a chart would print shares of a small base")
	}
	if p, ok := g.Expand("alias"); !ok || p.Method != "same" || len(p.Of) != 1 || p.Of[0] != "few" {
		t.Errorf("from %+v", p)
	}
}

func must(f *Fact, ok bool) *Fact {
	if !ok {
		panic("no such fact")
	}
	return f
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, entry, want string }{
		{"name", "X.y: {value: 1}", `9:1 fact-name: "X.y" is not the name of a fact; write lower-case letters, digits and _, parted by points: resettlement.people`},
		{"name ends in a point", "x.: {value: 1}", `9:1 fact-name: "x." is not the name of a fact; write lower-case letters, digits and _, parted by points: resettlement.people`},
		{"empty", "x: {label: y}", `9:1 fact-kind: x is empty; give one of value, sum, difference, share, change and same`},
		{"blank", "x:", `9:1 fact-kind: x is empty; give one of value, sum, difference, share, change and same`},
		{"two ways", "x: {value: 1, sum: [a, b]}", `9:1 fact-kind: x is given in more than one way; keep one of value, sum, difference, share, change and same`},
		{"unknown key", "x: {value: 1, unti: y}", `9:15 yaml-unknown-key: "unti" is not a key that is known here; write unit [unit]`},
		{"unknown fact", "x: {sum: [a, staf]}", `9:14 fact-unknown: there is no fact "staf"; correct the name, or add the fact to facts.yaml [staff]`},
		{"unknown equal", "x: {value: 1, equals: staf}", `9:23 fact-unknown: there is no fact "staf"; correct the name, or add the fact to facts.yaml [staff]`},
		{"value with thousands", "x: {value: \"1,000\"}", `9:12 yaml-type: "1,000" stands here where a number is wanted; write digits, with a point for decimals and nothing between thousands: 137839 or 1.5`},
		{"share without base", "x: {share: {of: a}}", `9:12 yaml-missing-key: base is missing; add base: …`},
		{"units", "x: {sum: [a, p]}", `9:1 fact-units: x puts together a in offices and p in %; name facts of one unit`},
		{"units of a share", "x: {share: {of: m, base: a}}", `9:1 fact-units: x puts together m in USD and a in offices; name facts of one unit`},
		{"same and another", "x: {same: a, sum: [a, b]}", `9:1 fact-kind: x is given in more than one way; keep one of value, sum, difference, share, change and same`},
		{"same as nothing", "x: {same: staf}", `9:11 fact-unknown: there is no fact "staf"; correct the name, or add the fact to facts.yaml [staff]`},
		{"same of another year", "x: {same: a, year: 2015}", `9:1 fact-year: a has no value of 2015; correct the year, or remove it`},
		{"same as itself", "x: {same: y}\ny: {same: x}", `9:1 fact-ring: facts are derived from each other: x → y → x; give one of them a value`},
		{"a small base", "x: {share: {of: few, base: few}}", `9:1 fact-few: x is a share of few, which is 9, and of fewer than 10 no percentage is given; print the counts instead`},
		{"zero base", "x: {share: {of: a, base: z}}", `9:1 fact-zero: x is a share of z, which is 0; name another base, or write in words what has no share`},
		{"zero before", "x: {change: {now: a, before: z}}", `9:1 fact-zero: x is a share of z, which is 0; name another base, or write in words what has no share`},
		{"one part", "x: {sum: [a]}", `9:1 fact-parts: x is the sum of one fact; name two or more facts`},
		{"three parts", "x: {difference: [a, b, a]}", `9:1 fact-parts: x is not the difference of two facts; name two facts: [larger, smaller]`},
		{"part twice", "x: {sum: [a, a]}", `9:14 fact-twice: a would be counted twice in x; remove one of the two`},
		{"unit of a derived fact", "x: {sum: [a, b], unit: offices}", `9:24 fact-unit: the unit of x follows from its parts; remove it`},
		{"earlier value of a derived fact", "x: {sum: [a, b], was: {year: 2016, value: 1}}", `9:23 fact-was: the earlier value of x follows from its parts; remove it, and give the parts one`},
		{"year", "x: {value: 1, year: 17}", `9:1 fact-year: 17 is not a year; write the year that the figure is about`},
		{"earlier year", "x: {value: 1, year: 2017, was: {year: 2017, value: 1}}", `9:32 fact-year: 2017 is not an earlier year; write the year of the earlier value`},
		{"itself", "x: {sum: [x, a]}", `9:1 fact-ring: facts are derived from each other: x → x; give one of them a value`},
		{"ring", "y: {sum: [a, w]}\nx: {sum: [a, y]}\nw: {sum: [x, b]}\nv: {sum: [w, a]}", `11:1 fact-ring: facts are derived from each other: w → x → y → w; give one of them a value`},
		{"taken by data", "staff: {value: 3, unit: people}", `9:1 fact-twice: staff is there already; remove it, or give it another name and add equals: staff`},
		{"another unit than its equal", "x: {value: 7, unit: USD, equals: staff}", `9:1 quoted-differs: x is in USD, but staff is in people; correct the figure, or add it to accept in edition.yaml with the reason`},
		{"differs", "x: {value: 8, equals: staff}", `9:1 quoted-differs: x is 8, but staff is 7; correct the figure, or add it to accept in edition.yaml with the reason`},
		{"agrees", "x: {value: 7, equals: staff}", ""},
		{"agrees when rounded", "x: {value: 43, unit: \"%\", equals: y}\ny: {share: {of: a, base: b}}", ""},
		{"agrees when rounded to one decimal", "x: {value: 42.6, unit: \"%\", equals: y}\ny: {share: {of: a, base: b}}", ""},
		{"differs when rounded", "x: {value: 42.5, unit: \"%\", equals: y}\ny: {share: {of: a, base: b}}", `9:1 quoted-differs: x is 42.50, but y is 42.55; correct the figure, or add it to accept in edition.yaml with the reason`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := register(base+c.entry+"\n", counted("staff", 7, "people"), fewOf("few", 9, 9))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(got, "\n", diff)
			}
		})
	}
}

func TestQuotedWithoutSource(t *testing.T) {
	var r source.Reporter
	Read([]byte("a: {value: 1}\nb: {value: 1, source: a letter}\nc: {sum: [a, b]}\n"), 1, &r)
	all := r.All()
	if len(all) != 1 || all[0].Code != "fact-source" || all[0].Severity != source.Warning || all[0].At.Start.A != 1 {
		t.Errorf("got %v", all)
	}
}

func TestDataGoBeforeWhatIsWritten(t *testing.T) {
	g, _ := register("staff: {value: 3}\n", counted("staff", 7, "people"))
	if got := value(t, g, "staff"); got != "7 people" {
		t.Errorf("staff = %s", got)
	}
	var r source.Reporter
	g = NewRegister()
	g.Add(counted("staff", 7, "people"))
	g.Add(counted("staff", 8, "people"))
	g.Resolve(&r)
	if got := value(t, g, "staff"); got != "7 people" || !r.Failed() {
		t.Errorf("staff = %s, failed %v", got, r.Failed())
	}
}

func TestUnresolvedFactsAreHoles(t *testing.T) {
	g, faults := register("x: {sum: [y, z]}\nz: {sum: [x, y]}\ny: {value: 1}\nw: {difference: [x, y]}\n")
	if n := strings.Count(faults, "\n") + 1; n != 1 {
		t.Errorf("one ring, %d reports:\n%s", n, faults)
	}
	for _, name := range []string{"x", "z", "w"} {
		if got := value(t, g, name); got != "none" {
			t.Errorf("%s = %s", name, got)
		}
		f, _ := g.Lookup(name)
		if f.Check("en", lang.Auto) == nil {
			t.Errorf("%s can be printed", name)
		}
	}
}

func TestTooLarge(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: {value: 123456789012345678901234567890.123456789012345678901234567891}\nb: {value: 0.000000000000000000000000000007}\n")
	for i := range 40 {
		fmt.Fprintf(&b, "a%d: {share: {of: a%d, base: b}}\n", i+1, i)
	}
	_, faults := register(b.String())
	if !strings.Contains(faults, "fact-size") || strings.Count(faults, "fact-size") > 1 {
		t.Errorf("got %s", faults)
	}
}

func TestCheckAndNumber(t *testing.T) {
	g, faults := register(`a: {value: 137839, unit: {en: offices, fr: bureaux}, one: {en: office}, label: {en: offices asked}, was: {year: 2016, value: 1}, year: 2017}
b: {value: 1.50, unit: USD}
c: {value: 11.5, unit: "%", was: {year: 2016, value: 11.25}}
d: {value: 28900000, unit: people}
e: {share: {of: d, base: f}}
f: {value: 57800001, unit: people}
g: {difference: [d, f]}
h: {change: {now: f, before: d}}
`)
	if faults != "" {
		t.Fatal(faults)
	}
	for _, c := range []struct {
		name, tag string
		form      lang.Form
		want      string // printed in prose, or the error
	}{
		{"a", "en", lang.Auto, "137,839"},
		{"a", "en", lang.Was, "(2016: 1~office)"},
		{"a", "fr", lang.Was, "(2016~: 1~bureaux)"},
		{"a", "en", lang.Name, "offices asked"},
		{"a", "fr", lang.Name, `a has no label in "fr"`},
		{"a", "en", lang.Share, "a has no base that it could be a share of"},
		{"a", "en", lang.Direction, "increase"},
		{"a", "en", lang.Ordinal, "137,839th"},
		{"b", "en", lang.Auto, "USD~1.50"},
		{"b", "en", lang.Was, "b has no value of an earlier year"},
		{"b", "en", lang.Direction, "b has no value of an earlier year and is not a change itself"},
		{"b", "en", lang.Ordinal, "b is not a whole number that could be an ordinal"},
		{"c", "en", lang.Auto, "11.5~per~cent"},
		{"c", "en", lang.Was, "(2016: 11.25%)"},
		{"c", "en", lang.Share, "11.5~per~cent"},
		{"d", "en", lang.Million, "28.9~million"},
		{"e", "en", lang.Auto, "50~per~cent"},
		{"g", "en", lang.Direction, "decrease"},
		{"h", "en", lang.Direction, "increase"},
		{"h", "en", lang.Auto, "100~per~cent"},
	} {
		f, ok := g.Lookup(c.name)
		if !ok {
			t.Fatalf("no fact %s", c.name)
		}
		got := ""
		if err := f.Check(c.tag, c.form); err != nil {
			got = err.Error()
		} else {
			got = lang.For(c.tag).Format(f.Number(c.tag, c.form), lang.Prose)
		}
		if got = strings.ReplaceAll(got, "\u00a0", "~"); got != c.want {
			t.Errorf("%s in %s, form %d: %q, want %q", c.name, c.tag, c.form, got, c.want)
		}
	}
}

func TestNamesAndNearest(t *testing.T) {
	g, _ := register("b: {value: 1}\na.b: {value: 1}\n", counted("staff.total", 1, ""))
	if got := fmt.Sprint(g.Names()); got != "[a.b b staff.total]" {
		t.Errorf("names = %s", got)
	}
	if got := g.Nearest("staff.totl"); got != "staff.total" {
		t.Errorf("nearest = %s", got)
	}
	if _, ok := g.Lookup("staff"); ok {
		t.Error("half a name was found")
	}
}

// Sums and differences are exact, and a share of a base gives the part back.
func TestArithmetic(t *testing.T) {
	decimal := rapid.StringMatching(`-?[1-9][0-9]{0,8}(\.[0-9]{1,6})?`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := decimal.Draw(t, "a"), decimal.Draw(t, "b")
		g, faults := register(fmt.Sprintf("a: {value: %s}\nb: {value: %s}\ns: {sum: [a, b]}\nd: {difference: [s, b]}\nh: {share: {of: a, base: b}}\n", a, b))
		if faults != "" {
			t.Fatal(faults)
		}
		get := func(name string) *big.Rat {
			f, _ := g.Lookup(name)
			return f.Value
		}
		if get("d").Cmp(get("a")) != 0 {
			t.Errorf("(a + b) - b = %s, a = %s", get("d"), get("a"))
		}
		back := new(big.Rat).Mul(get("h"), get("b"))
		if back.Quo(back, big.NewRat(100, 1)).Cmp(get("a")) != 0 {
			t.Errorf("share of base = %s, a = %s", back, get("a"))
		}
	})
}

// A long chain of facts is resolved in no time and in any order.
func TestLongChain(t *testing.T) {
	var b strings.Builder
	const n = 5000
	for i := range n {
		fmt.Fprintf(&b, "f%04d: {difference: [f%04d, zero]}\n", i, i+1)
	}
	fmt.Fprintf(&b, "f%04d: {value: 7}\nzero: {value: 0}\n", n)
	g, faults := register(b.String())
	if got := value(t, g, "f0000"); faults != "" || got != "7 " {
		t.Errorf("%s %s", got, faults)
	}
}

func FuzzFacts(f *testing.F) {
	sample, err := os.ReadFile("testdata/facts.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(sample))
	f.Add(base + "x: {sum: [a, b]}\ny: {share: {of: x, base: y}}\nw: {difference: [a]}\n")
	f.Fuzz(func(t *testing.T, text string) {
		var r source.Reporter
		g := Read([]byte(text), 1, &r)
		g.Add(counted("staff.professional.total", 10, "staff"))
		g.Resolve(&r)
		g.CheckEquals(&r)
		for _, name := range g.Names() {
			f, _ := g.Lookup(name)
			if f.Value == nil && !r.Failed() {
				t.Errorf("%s has no value and no reason", name)
			}
			for form := lang.Auto; form <= lang.Name; form++ {
				if f.Check("en", form) == nil && lang.For("en").Format(f.Number("en", form), lang.Prose) == "" {
					t.Errorf("%s passes Check and is not printed in form %d", name, form)
				}
			}
			g.Expand(f.Key())
		}
	})
}
