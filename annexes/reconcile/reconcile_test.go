package reconcile

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"

	"pgregory.net/rapid"
)

// sexes are the columns of the tests that are no grades.
var sexes = []string{"F", "M", "X", "U"}

// cell prints n under a key; 0 is a blank, as in a matrix.
func cell(key string, n int64) doc.Cell {
	if n == 0 && !strings.HasSuffix(key, "/"+Total) {
		return doc.Cell{Gap: doc.Nil}
	}
	return doc.Cell{Stat: &doc.Stat{From: source.Key(key), Number: lang.Int(n)}}
}

// matrix prints rows of counts: first by grade, then by sex. Totals are those
// of the counts by grade.
func matrix(id string, grades []string, rows []string, byGrade, bySex [][]int64) *doc.Part {
	t := &doc.Table{Matrix: true, Title: doc.Words("Staff")}
	for _, h := range slices.Concat(grades, []string{"Total", "F", "M"}) {
		t.Heads = append(t.Heads, doc.Head{Text: doc.Words(h)})
	}
	last := make([]int64, len(grades)+3)
	for i, name := range rows {
		r := doc.Row{Stub: doc.Words(name)}
		counts := slices.Concat(byGrade[i], []int64{sum(byGrade[i])}, bySex[i])
		for j, c := range slices.Concat(grades, []string{Total, "F", "M"}) {
			r.Cells = append(r.Cells, cell(id+"/"+name+"/"+c, counts[j]))
			last[j] += counts[j]
		}
		t.Rows = append(t.Rows, r)
	}
	r := doc.Row{Kind: doc.TotalRow, Stub: doc.Words("Total")}
	for j, c := range slices.Concat(grades, []string{Total, "F", "M"}) {
		r.Cells = append(r.Cells, cell(id+"/"+Total+"/"+c, last[j]))
	}
	t.Rows = append(t.Rows, r)
	return &doc.Part{ID: doc.Label(id), Tag: doc.Words("Annex V"), Blocks: []doc.Block{t}}
}

func sum(list []int64) int64 {
	var n int64
	for _, x := range list {
		n += x
	}
	return n
}

// found are the diagnostics, one a line.
func found(r *source.Reporter) string {
	var out []string
	for _, d := range r.All() {
		out = append(out, fmt.Sprintf("%s %s: %s", d.Code, d.Key, d.Message))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func sample() *doc.Part {
	return matrix("v", []string{"P-4", "P-5"}, []string{"ALB", "FRA", "GAB"}, [][]int64{{1, 2}, {3, 0}, {0, 0}}, [][]int64{{3, 0}, {1, 2}, {0, 0}})
}

// alter adds one to a printed figure.
func alter(p *doc.Part, key source.Key) bool {
	done := false
	doc.Stats(p.Blocks, func(s *doc.Stat) {
		if s.From == key {
			s.Number.Value = new(big.Rat).Add(s.Number.Value, big.NewRat(1, 1))
			done = true
		}
	})
	return done
}

func TestMatrix(t *testing.T) {
	for key, want := range map[source.Key]string{
		"": "",
		"v/ALB/P-4": "annex-row v/ALB: Annex V, ALB, Total is 3, but the sum of its grades is 4\n" +
			"annex-sum v/total/P-4: Annex V, Total, P-4 is 4, but the sum of its rows is 5",
		"v/FRA/M": "annex-sex v/FRA: Annex V, FRA, Total is 3, but the sum by sex is 4\n" +
			"annex-sum v/total/M: Annex V, Total, M is 2, but the sum of its rows is 3",
		"v/GAB/total": "annex-row v/GAB: Annex V, GAB, Total is 1, but the sum of its grades is 0\n" +
			"annex-sex v/GAB: Annex V, GAB, Total is 1, but the sum by sex is 0\n" +
			"annex-sum v/total/total: Annex V, Total, Total is 6, but the sum of its rows is 7",
		"v/total/P-5": "annex-row v/total: Annex V, Total, Total is 6, but the sum of its grades is 7\n" +
			"annex-sum v/total/P-5: Annex V, Total, P-5 is 3, but the sum of its rows is 2",
	} {
		p := sample()
		if key != "" && !alter(p, key) {
			t.Fatalf("%s is not printed", key)
		}
		var r source.Reporter
		Read([]*doc.Part{p}).Matrix("v", sexes, &r)
		if got := found(&r); got != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", key, got, want)
		}
	}
}

// A matrix that is right is found right; with one person more anywhere it is
// found wrong.
func TestMatrixProperties(t *testing.T) {
	grades, rows := []string{"P-4", "P-5", "UG"}, []string{"ALB", "FRA", "GAB", "OTHER"}
	rapid.Check(t, func(t *rapid.T) {
		byGrade, bySex := make([][]int64, len(rows)), make([][]int64, len(rows))
		for i := range rows {
			byGrade[i] = rapid.SliceOfN(rapid.Int64Range(0, 3), len(grades), len(grades)).Draw(t, "grades")
			women := rapid.Int64Range(0, sum(byGrade[i])).Draw(t, "women")
			bySex[i] = []int64{women, sum(byGrade[i]) - women}
		}
		p := matrix("v", grades, rows, byGrade, bySex)
		var right, wrong source.Reporter
		Read([]*doc.Part{p}).Matrix("v", sexes, &right)
		if right.Failed() {
			t.Fatal(found(&right))
		}
		var keys []source.Key
		doc.Stats(p.Blocks, func(s *doc.Stat) { keys = append(keys, s.From) })
		key := rapid.SampledFrom(keys).Draw(t, "altered")
		alter(p, key)
		Read([]*doc.Part{p}).Matrix("v", sexes, &wrong)
		if !wrong.Failed() {
			t.Fatalf("one more in %s is not found", key)
		}
	})
}

func TestAgree(t *testing.T) {
	at := source.At(source.Pos{File: 1, A: 2, B: 3})
	other := source.At(source.Pos{File: 2, A: 1})
	rat := func(s string) *big.Rat {
		x, _ := new(big.Rat).SetString(s)
		return x
	}
	for _, c := range []struct {
		a, b *big.Rat
		want string
	}{
		{rat("3"), rat("6/2"), ""},
		{nil, rat("3"), ""},
		{rat("3"), nil, ""},
		{rat("3"), rat("4"), "tables-differ k: A is 3, but B is 4"},
		{rat("12.359"), rat("-4"), "tables-differ k: A is 12.36, but B is -4"},
	} {
		var r source.Reporter
		Agree(TablesRule, "k", Side{"A", c.a, at}, Side{"B", c.b, other}, &r)
		if got := found(&r); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		for _, d := range r.All() {
			if d.At != at || len(d.Related) != 1 || d.Related[0].At != other || d.Fix != `correct the data, or add {rule: tables-differ, at: "k", reason: …} to accept in edition.yaml` {
				t.Errorf("diagnostic %+v", d)
			}
		}
	}
}

func TestBook(t *testing.T) {
	table := &doc.Table{Title: doc.Words("Women"), Heads: []doc.Head{{Text: doc.Words("2016")}, {Text: doc.Words("2017")}}, Rows: []doc.Row{
		{Stub: doc.Words("Women"), Cells: []doc.Cell{cell("iii/t/F/2016", 4), cell("iii/t/F/2017", 5), cell("staff.total", 9)}},
		{Stub: doc.Words("Total"), Cells: []doc.Cell{{Gap: doc.NotAvailable}, cell("iii/t/total/2017", 9)}},
	}}
	b := Read([]*doc.Part{{Tag: doc.Words("Annex III"), Blocks: []doc.Block{&doc.Paragraph{Text: doc.Words("x")}, table}}, sample()})
	if s := b.Side("iii/t/F/2017"); s.Name != "Annex III, “Women”, Women, 2017" || s.Value.RatString() != "5" {
		t.Errorf("%+v", s)
	}
	if s := b.Side("iii/t/F/2015"); s.Value != nil || s.Name != "iii/t/F/2015" {
		t.Errorf("a figure that is not printed: %+v", s)
	}
	if s := b.Side("staff.total"); s.Value != nil {
		t.Errorf("a fact is read as a figure of a table: %+v", s)
	}
	if s := b.Sum("both", "iii/t/F/2016", "iii/t/F/2017", "iii/t/F/2018"); s.Value.RatString() != "9" || s.Name != "both" {
		t.Errorf("%+v", s)
	}
	if s := b.Sum("none", "iii/t/F/2018"); s.Value != nil {
		t.Errorf("a sum of nothing is %s", s.Value)
	}
	if got := fmt.Sprint(b.Rows("iii/t"), b.Columns("iii/t"), b.Rows("v"), b.Rows("x"), b.Columns("x")); got != "[F] [2016 2017] [ALB FRA GAB] [] []" {
		t.Error(got)
	}
	if all, fra := b.Filled("v", func(string) bool { return true }), b.Filled("v", func(row string) bool { return row == "FRA" }); all != 2 || fra != 1 {
		t.Errorf("%d rows have staff, %d of France", all, fra)
	}
	if c := Count("n", 3, source.Span{}); c.Value.RatString() != "3" || c.Name != "n" {
		t.Errorf("%+v", c)
	}
}

func TestDown(t *testing.T) {
	table := &doc.Table{Heads: []doc.Head{{Text: doc.Words("2016")}}, Rows: []doc.Row{
		{Stub: doc.Words("Men"), Cells: []doc.Cell{cell("t/M/2016", 3)}},
		{Stub: doc.Words("Women"), Cells: []doc.Cell{cell("t/F/2016", 4)}},
		{Stub: doc.Words("Total"), Cells: []doc.Cell{cell("t/total/2016", 8)}},
	}}
	b := Read([]*doc.Part{{Tag: doc.Words("Annex I"), Blocks: []doc.Block{table}}})
	var r source.Reporter
	b.Down("t", "2016", []string{"M", "F"}, Total, &r)
	b.Down("t", "2015", []string{"M", "F"}, Total, &r) // not printed
	if got := found(&r); got != "annex-sum t/total/2016: Annex I, Total, 2016 is 8, but the sum of its rows is 7" {
		t.Error(got)
	}
}
