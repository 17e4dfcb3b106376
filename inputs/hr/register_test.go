package hr

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"

	"pgregory.net/rapid"
)

func sample(t testing.TB) *Register {
	t.Helper()
	g, faults := read(t, head+`2017,general-service,G-3,ALB,F,1
2017,general-service,G-3,ALB,M,2
2017,general-service,UG,FRA,F,4
2017,professional,P-4,ALB,F,8
2017,professional,UG,OTHER,X,16
2017,professional,P-4,FRA,M,32
`)
	if faults != "" {
		t.Fatal(faults)
	}
	return g
}

func TestQueries(t *testing.T) {
	g := sample(t)
	for _, c := range []struct {
		q     Query
		count int64
		lines string
	}{
		{Query{}, 63, "2-7"},
		{Query{Categories: []Category{Professional}}, 56, "5-7"},
		{Query{Categories: []Category{NationalOfficer}}, 0, ""},
		{Query{Nationalities: []string{"ALB"}}, 11, "2-3,5"},
		{Query{Sex: Female}, 13, "2,4-5"},
		{Query{Grades: []string{"UG", "G-3"}, Sex: Male}, 2, "3"},
		{Query{Categories: []Category{GeneralService, Professional}, Grades: []string{"UG"}}, 20, "4,6"},
	} {
		if n := g.Count(c.q); n != c.count {
			t.Errorf("%+v counts %d, want %d", c.q, n, c.count)
		}
		if got := ranges(g.Spans(c.q)); got != c.lines {
			t.Errorf("%+v reads lines %s, want %s", c.q, got, c.lines)
		}
	}
	if got := g.Nationalities(Query{Categories: []Category{Professional}}); !slices.Equal(got, []string{"ALB", "FRA", "OTHER"}) {
		t.Errorf("nationalities %v", got)
	}
	if got := fmt.Sprint(Tally(g, Query{Nationalities: []string{"FRA"}}, func(r Row) Sex { return r.Sex })); got != "map[F:4 M:32]" {
		t.Errorf("tally %s", got)
	}
	for range g.Rows(Query{}) {
		break // the sequence must bear it
	}
}

// ranges writes spans of lines as the ledger of an import does: 2-3,5.
func ranges(spans []source.Span) string {
	var out []string
	for _, s := range spans {
		if s.Start == s.End {
			out = append(out, fmt.Sprint(s.Start.A))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", s.Start.A, s.End.A))
		}
	}
	return strings.Join(out, ",")
}

// register draws rows of few words, so that queries meet them.
func register(t *rapid.T) *Register {
	rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Row {
		return Row{
			Category:    rapid.SampledFrom(Categories()).Draw(t, "category"),
			Grade:       rapid.SampledFrom([]string{"P-1", "G-1", "UG"}).Draw(t, "grade"),
			Nationality: rapid.SampledFrom([]string{"ALB", "FRA", Other}).Draw(t, "nationality"),
			Sex:         rapid.SampledFrom(Sexes()).Draw(t, "sex"),
			Count:       rapid.Int64Range(1, MaxHeadcount).Draw(t, "count"),
		}
	}), 0, 40).Draw(t, "rows")
	for i := range rows {
		rows[i].Line = int32(i + 2)
	}
	return NewRegister(2017, rows...)
}

// However a register is cut, its parts add up to the whole, and the lines of a
// query are those of its rows.
func TestPartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := register(t)
		var bySex, byCategory, tallied int64
		for _, s := range Sexes() {
			bySex += g.Count(Query{Sex: s})
		}
		for _, c := range Categories() {
			byCategory += g.Count(Query{Categories: []Category{c}})
		}
		for _, n := range Tally(g, Query{}, func(r Row) string { return r.Nationality + r.Grade }) {
			tallied += n
		}
		if all := g.Count(Query{}); bySex != all || byCategory != all || tallied != all {
			t.Fatalf("%d in all, %d by sex, %d by category, %d by nationality and grade", all, bySex, byCategory, tallied)
		}
		q := Query{Sex: rapid.SampledFrom(Sexes()).Draw(t, "of"), Nationalities: []string{"ALB", "FRA"}}
		var want, got []int32
		for r := range g.Rows(q) {
			want = append(want, r.Line)
		}
		last := int32(-1)
		for _, s := range g.Spans(q) {
			if s.Start.A <= last+1 {
				t.Fatalf("spans that touch are not joined: %s", ranges(g.Spans(q)))
			}
			for line := s.Start.A; line <= s.End.A; line++ {
				got = append(got, line)
			}
			last = s.End.A
		}
		if !slices.Equal(got, want) {
			t.Fatalf("lines %v, want %v", got, want)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", head, head + "2017,professional,P-4,ALB,F,12\n", "\ufeff" + head + "2017,\"professional\",P-4,ALB,F,12\r\n", head + "2017,a,b,c,d,e,f\n\"\n",
		head + "2017,professional,P-4,ALB,F,99999999999999999999\n\n\xff\xfe,,,,,\n",
	} {
		f.Add([]byte(seed))
	}
	table := states(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		var files source.Files
		var r source.Reporter
		g := Read(text, files.Add("h.csv", text), 2017, table, &r)
		for row := range g.Rows(Query{}) {
			if row.Count < 1 || row.Count > MaxHeadcount || row.Line < 2 || !slices.Contains(Grades(row.Category), row.Grade) {
				t.Fatalf("read %+v", row)
			}
		}
		for _, d := range r.All() {
			if s := files.String(d.At.Start); !strings.HasPrefix(s, "h.csv") {
				t.Fatalf("fault at %q", s)
			}
		}
	})
}

func FuzzReadHistory(f *testing.F) {
	for _, seed := range []string{"", "year,series,value\n", "year,series,value\n2016,a/b,1.5\n2016,a/b,x\n", "year,series,value\n\"2016\",a,1\n\"2016\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var r source.Reporter
		h := ReadHistory(text, 1, &r)
		for p, v := range h.points {
			if v.Value == nil || v.Year != p.year || v.At.Start.A < 2 {
				t.Fatalf("read %+v", v)
			}
		}
	})
}

// large is a table of every row that there can be: more would count something
// twice.
func large(b *testing.B) []byte {
	var out strings.Builder
	out.WriteString(head)
	n := 0
	codes := append(states(b).Codes(), Other)
	for _, c := range Categories() {
		for _, g := range Grades(c) {
			for _, code := range codes {
				for _, s := range Sexes() {
					fmt.Fprintf(&out, "2017,%s,%s,%s,%s,%d\n", c, g, code, s, n%90+1)
					n++
				}
			}
		}
	}
	b.ReportMetric(float64(n), "rows")
	return []byte(out.String())
}

func BenchmarkRead(b *testing.B) {
	text, table := large(b), states(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var r source.Reporter
		if g := Read(text, 1, 2017, table, &r); r.Failed() || g.Count(Query{}) == 0 {
			b.Fatal("not read")
		}
	}
}

func BenchmarkSpans(b *testing.B) {
	var r source.Reporter
	g := Read(large(b), 1, 2017, states(b), &r)
	for b.Loop() {
		g.Spans(Query{Nationalities: []string{"ALB"}, Sex: Female})
	}
}
