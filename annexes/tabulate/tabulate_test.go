package tabulate

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestCrosstab(t *testing.T) {
	c := NewCrosstab([]string{"ALB", "FRA", "ALB"}, []string{"P-4", "P-5"})
	c.Add("ALB", "P-4", 3)
	c.Add("ALB", "P-4", 1)
	c.Add("FRA", "P-5", 7)
	c.Add("FRA", "G-1", 2)
	c.Add("XXX", "P-5", 5)
	c.Add("FRA", "G-1", 1)
	for _, x := range []struct {
		name      string
		got, want int64
	}{
		{"cell", c.Cell("ALB", "P-4"), 4},
		{"empty cell", c.Cell("FRA", "P-4"), 0},
		{"cell outside", c.Cell("XXX", "P-5"), 0},
		{"row", c.Row("FRA"), 7},
		{"row outside", c.Row("XXX"), 0},
		{"column", c.Column("P-5"), 7},
		{"column outside", c.Column("G-1"), 0},
		{"total", c.Total(), 11},
	} {
		if x.got != x.want {
			t.Errorf("%s is %d, want %d", x.name, x.got, x.want)
		}
	}
	if got := c.Outside(); !slices.Equal(got, []Count{{"FRA", "G-1", 3}, {"XXX", "P-5", 5}}) {
		t.Errorf("outside %v", got)
	}
	for n, want := range map[int64][2]int{1: {0, 2}, 4: {0, 2}, 5: {1, 2}, 8: {2, 2}} {
		if below, filled := c.Below(n); below != want[0] || filled != want[1] {
			t.Errorf("%d of %d cells are below %d, want %v", below, filled, n, want)
		}
	}
}

// Cells sum to the margins, margins to the total, and nobody is lost.
func TestMargins(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfDistinct(rapid.SampledFrom(names), rapid.ID).Draw(t, "rows")
		columns := rapid.SliceOfDistinct(rapid.SampledFrom(names), rapid.ID).Draw(t, "columns")
		c := NewCrosstab(rows, columns)
		var all int64
		for _, n := range rapid.SliceOf(rapid.Int64Range(0, 1_000_000)).Draw(t, "counts") {
			c.Add(rapid.SampledFrom(names).Draw(t, "row"), rapid.SampledFrom(names).Draw(t, "column"), n)
			all += n
		}
		var byRow, byColumn, outside int64
		for _, r := range rows {
			byRow += c.Row(r)
		}
		for _, x := range columns {
			byColumn += c.Column(x)
		}
		for _, x := range c.Outside() {
			outside += x.N
		}
		if byRow != c.Total() || byColumn != c.Total() || c.Total()+outside != all {
			t.Fatalf("%d by row, %d by column, total %d, outside %d, counted %d", byRow, byColumn, c.Total(), outside, all)
		}
	})
}

func rat(s string) *big.Rat {
	if s == "" {
		return nil
	}
	x, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return x
}

func text(x *big.Rat) string {
	if x == nil {
		return "none"
	}
	return x.RatString()
}

func TestRound(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "1/2": "1", "-1/2": "-1", "49/100": "0", "-49/100": "0", "5/2": "3", "-5/2": "-3", "7": "7", "-7": "-7",
		"99999999999999999999999/2": "50000000000000000000000", "": "none",
	} {
		if got := text(Round(rat(in))); got != want {
			t.Errorf("Round(%s) = %s, want %s", in, got, want)
		}
	}
}

// A rounded number is at most a half away, and no half goes towards zero.
func TestRoundProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := big.NewRat(rapid.Int64().Draw(t, "numerator"), rapid.Int64Range(1, 1000).Draw(t, "denominator"))
		got := Round(x)
		off := new(big.Rat).Sub(new(big.Rat).Abs(got), new(big.Rat).Abs(x))
		if !got.IsInt() || off.Cmp(big.NewRat(1, 2)) > 0 || off.Cmp(big.NewRat(-1, 2)) <= 0 || got.Sign()*x.Sign() < 0 {
			t.Fatalf("Round(%s) = %s", x, got)
		}
	})
}

func TestShares(t *testing.T) {
	for _, c := range []struct{ part, base, percent, rounded string }{
		{"667", "5397", "66700/5397", "12"},
		{"122", "169", "12200/169", "72"},
		{"1", "8", "25/2", "13"},
		{"0", "8", "0", "0"},
		{"8", "0", "none", "none"},
		{"", "8", "none", "none"},
		{"8", "", "none", "none"},
	} {
		p := Percent(rat(c.part), rat(c.base))
		if text(p) != c.percent || text(Round(p)) != c.rounded {
			t.Errorf("%s of %s is %s, rounded %s", c.part, c.base, text(p), text(Round(p)))
		}
	}
}

// 25.6 and 26.4 are both printed as 26: no change, though they differ by 0.8.
func TestPoints(t *testing.T) {
	for _, c := range []struct{ before, now, want string }{
		{"25.6", "26.4", "0"}, {"25.4", "25.5", "1"}, {"46", "31", "-15"}, {"", "31", "none"}, {"46", "", "none"},
	} {
		if got := text(Points(rat(c.before), rat(c.now))); got != c.want {
			t.Errorf("from %s to %s is %s, want %s", c.before, c.now, got, c.want)
		}
	}
}
