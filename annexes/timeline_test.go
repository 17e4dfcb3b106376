package annexes

import (
	"testing"

	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

func exampleInputs(t *testing.T, dir string) *inputs.Inputs {
	t.Helper()
	var found, left source.Reporter
	in := inputs.Load(dir, "", &source.Files{}, &found)
	if in == nil {
		t.Fatal("no edition")
	}
	if in.Settle(&found, &left); left.Failed() {
		t.Fatalf("the example has errors: %v", left.All())
	}
	return in
}

// TestTimelineByHead: events stand in the column that they name, months in the
// order of the file.
func TestTimelineByHead(t *testing.T) {
	in := exampleInputs(t, "../inputs/examples/small")
	a, _ := in.Annex("annex-i")
	b := timeline(in, a)[0].(*doc.Timeline)
	if len(b.Heads) != 2 || len(b.Months) != 12 || doc.Plain(b.Months[0].Name, nil) != "January" {
		t.Fatalf("%d heads, %d months", len(b.Heads), len(b.Months))
	}
	events, inFile := 0, 0
	for i, m := range b.Months {
		inFile += len(a.Months[i].Events)
		if len(m.Columns) != 2 {
			t.Errorf("month %d has %d columns", i, len(m.Columns))
		}
		for _, c := range m.Columns {
			events += len(c)
		}
	}
	if events != inFile || events < 20 {
		t.Errorf("%d events of %d", events, inFile)
	}
}

// TestTimelineWithoutHeads: the events of a month fill two columns one after the
// other, so that they are read in order and the columns balance.
func TestTimelineWithoutHeads(t *testing.T) {
	in := exampleInputs(t, "../inputs/examples/annual-report-2017")
	a, _ := in.Annex("annex-ii")
	b := timeline(in, a)[0].(*doc.Timeline)
	for i, m := range b.Months {
		n := len(a.Months[i].Events)
		if left, right := len(m.Columns[0]), len(m.Columns[1]); left+right != n || left-right > 1 || left < right {
			t.Errorf("month %d: %d and %d of %d events", i, left, right, n)
		}
	}
}

func TestDay(t *testing.T) {
	d := func(m, day int) strict.Date { return strict.Date{Y: 2017, M: m, D: day} }
	for _, c := range []struct {
		from, to strict.Date
		want     string
	}{
		{strict.Date{}, strict.Date{}, ""},
		{d(5, 8), strict.Date{}, "8"},
		{d(5, 8), d(5, 9), "8–9"},
		{d(5, 8), d(5, 8), "8"},
		{d(5, 30), d(6, 2), "30"}, // the month is named beside it
	} {
		if got := day(c.from, c.to); got != c.want {
			t.Errorf("day(%v, %v) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
