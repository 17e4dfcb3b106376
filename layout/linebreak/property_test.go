package linebreak

import (
	"slices"
	"testing"

	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawItem draws items of all kinds with small numbers, so that ties, exact
// fits and failures are common.
func drawItem(t *rapid.T) Item {
	sp := func(lo, hi int) units.Sp { return units.Sp(rapid.IntRange(lo, hi).Draw(t, "sp")) }
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1, 2:
		return Item{Kind: Glue, Width: sp(0, 4), Stretch: sp(0, 4), Shrink: sp(0, 2), Hang: sp(0, 2)}
	case 3:
		cost := rapid.SampledFrom([]int32{-20000, -Inf, -60, 0, 30, 9999, Inf, 12000}).Draw(t, "cost")
		return Item{Kind: Penalty, Cost: cost, Hang: sp(0, 2)}
	case 4, 5:
		cost := rapid.SampledFrom([]int32{0, 10, 50, 90, -40, 9999, -Inf, Inf}).Draw(t, "cost")
		return Item{Kind: Penalty, Width: sp(0, 3), Cost: cost, Flagged: true, Hang: sp(0, 2)}
	case 6:
		return Item{Kind: Box, Width: sp(-6, 12), Stretch: sp(0, 2), Shrink: sp(0, 2)}
	}
	return Item{Kind: Box, Width: sp(1, 9)}
}

func drawItems(t *rapid.T, most int) []Item {
	n := rapid.IntRange(0, most).Draw(t, "n")
	return rapid.SliceOfN(rapid.Custom(drawItem), n, n).Draw(t, "items")
}

func drawOptions(t *rapid.T) Options {
	n := func(lo, hi int, name string) int { return rapid.IntRange(lo, hi).Draw(t, name) }
	tolerances := rapid.SampledFrom([]int32{0, 5, 50, 100, 200, 400, 2000, 8000, Inf, 20000})
	return Options{
		Widths:              Widths{units.Sp(n(5, 40, "first")), units.Sp(n(5, 40, "rest"))},
		Tolerance:           rapid.SliceOfN(tolerances, 1, 3).Draw(t, "tolerance"),
		HyphenPass:          n(0, 3, "hyphen pass"),
		LinePenalty:         int32(n(0, 30, "line")),
		HyphenDemerits:      int32(n(0, 3, "double") * 5000),
		FinalHyphenDemerits: int32(n(0, 2, "final") * 5000),
		FitnessDemerits:     int32(n(0, 2, "fitness") * 8000),
		MaxHyphens:          n(0, 3, "max hyphens"),
		NoFinalHyphen:       rapid.Bool().Draw(t, "no final"),
		LastMin:             units.Sp(n(0, 12, "last")),
	}
}

// many checks a property on some thousand inputs; rapid stops at a hundred.
func many(t *testing.T, property func(t *rapid.T)) {
	t.Helper()
	for range 60 {
		rapid.Check(t, property)
	}
}

// TestOptimal is property 1: the result equals exhaustive search.
func TestOptimal(t *testing.T) {
	var justified, resorts, none int
	many(t, func(t *rapid.T) {
		items, o := drawItems(t, 18), drawOptions(t)
		got := Break(items, o)
		if textEnd(items) == 0 {
			if got.Lines != nil {
				t.Fatalf("lines without boxes: %+v", got)
			}
			return
		}
		for pass, tolerance := range o.Tolerance {
			want, ok := exhaustJustified(items, o, int64(tolerance), pass >= o.HyphenPass)
			if !ok {
				continue
			}
			justified++
			if got.Pass != pass || got.Demerits != want {
				t.Fatalf("pass %d with %d demerits, want pass %d with %d", got.Pass, got.Demerits, pass, want)
			}
			return
		}
		if got.Pass != len(o.Tolerance) {
			t.Fatalf("pass %d, but no pass can succeed", got.Pass)
		}
		want, ok := exhaustLastResort(items, o, int64(slices.Max(o.Tolerance)))
		if ok == got.Overfull {
			t.Fatalf("overfull %v, but a way without %v", got.Overfull, ok)
		}
		if ok && got.Demerits != want {
			t.Fatalf("last resort with %d demerits, want %d", got.Demerits, want)
		}
		if ok {
			resorts++
		} else {
			none++
		}
	})
	t.Logf("%d in a pass, %d ragged, %d overfull", justified, resorts, none)
	if justified < 300 || resorts < 150 {
		t.Errorf("too few of each: %d in a pass, %d by the last resort", justified, resorts)
	}
}

func TestOptimalRagged(t *testing.T) {
	compared := 0
	many(t, func(t *rapid.T) {
		items, o := drawItems(t, 18), drawOptions(t)
		o.Ragged, o.Balance = true, rapid.Bool().Draw(t, "balance")
		got := Break(items, o)
		if textEnd(items) == 0 {
			return
		}
		want, ok := exhaustRagged(items, o)
		if ok == got.Overfull || ok && want != got.Demerits {
			t.Fatalf("overfull %v, %d demerits; want a way %v, %d", got.Overfull, got.Demerits, ok, want)
		}
		if ok {
			compared++
		}
	})
	if compared < 300 {
		t.Errorf("only %d compared", compared)
	}
}

// TestTolerance is property 2: a larger tolerance never gives more demerits.
func TestTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, o := drawItems(t, 60), drawOptions(t)
		o.HyphenPass = 0
		small, large := o, o
		small.Tolerance = []int32{rapid.Int32Range(0, Inf).Draw(t, "small")}
		large.Tolerance = []int32{rapid.Int32Range(small.Tolerance[0], Inf).Draw(t, "large")}
		a, b := Break(items, small), Break(items, large)
		if a.Pass == 0 && (b.Pass != 0 || b.Demerits > a.Demerits) {
			t.Fatalf("tolerance %d: %d; tolerance %d: pass %d, %d",
				small.Tolerance[0], a.Demerits, large.Tolerance[0], b.Pass, b.Demerits)
		}
	})
}

// TestScale is property 3: multiplying all widths changes no break.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, o := drawItems(t, 60), drawOptions(t)
		o.Ragged = rapid.Bool().Draw(t, "ragged")
		k := units.Sp(rapid.Int64Range(2, 1<<33).Draw(t, "k"))
		scaled, so := slices.Clone(items), o
		for i := range scaled {
			it := &scaled[i]
			it.Width, it.Stretch, it.Shrink, it.Hang = k*it.Width, k*it.Stretch, k*it.Shrink, k*it.Hang
		}
		so.First, so.Rest, so.LastMin = k*o.First, k*o.Rest, k*o.LastMin
		a, b := Break(items, o), Break(scaled, so)
		for i := range a.Lines {
			l := &a.Lines[i]
			l.Width, l.Adjust, l.Stretch, l.Shrink = k*l.Width, k*l.Adjust, k*l.Stretch, k*l.Shrink
			l.Fit, l.Hang, l.Overfull = k*l.Fit, k*l.Hang, k*l.Overfull
		}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatalf("times %d: %s", k, diff)
		}
	})
}

// TestUnchanged is properties 4 and 7.
func TestUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, o := drawItems(t, 60), drawOptions(t)
		before, tolerance := slices.Clone(items), slices.Clone(o.Tolerance)
		a := Break(items, o)
		if !slices.Equal(items, before) || !slices.Equal(o.Tolerance, tolerance) {
			t.Fatal("the input was changed")
		}
		if diff := cmp.Diff(a, Break(items, o)); diff != "" {
			t.Fatalf("a second run differs: %s", diff)
		}
	})
}

// TestSet is properties 5 and 6, and that no text is lost.
func TestSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, o := drawItems(t, 60), drawOptions(t)
		o.Ragged = rapid.IntRange(0, 3).Draw(t, "ragged") == 0
		checkResult(t, items, o, Break(items, o))
	})
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkResult checks what holds of every result.
func checkResult(t fataler, items []Item, o Options, r Result) {
	t.Helper()
	next, anyRagged, anyOverfull := 0, false, false
	for i, l := range r.Lines {
		last := i == len(r.Lines)-1
		checkPlace(t, items, l, next, last)
		checkWidth(t, items, o, l, i == 0, last)
		next = l.End
		anyRagged, anyOverfull = anyRagged || l.Ragged, anyOverfull || l.Overfull > 0
	}
	for i := next; i < len(items); i++ {
		if !discardable(items[i]) {
			t.Fatalf("box %d is in no line", i)
		}
	}
	if r.Ragged != anyRagged || r.Overfull != anyOverfull {
		t.Fatalf("ragged %v, overfull %v; lines say %v, %v", r.Ragged, r.Overfull, anyRagged, anyOverfull)
	}
}

// checkPlace checks that nothing but glue and penalties is lost before a line
// and that it ends at a legal break.
func checkPlace(t fataler, items []Item, l Line, next int, last bool) {
	t.Helper()
	if l.Start < next || l.End < l.Start || l.End > len(items) {
		t.Fatalf("line %d to %d after %d", l.Start, l.End, next)
	}
	for _, it := range items[next:l.Start] {
		if !discardable(it) {
			t.Fatalf("a box is lost before item %d", l.Start)
		}
	}
	for i, it := range items[l.Start:l.End] {
		if forcedBreak(it) {
			t.Fatalf("forced break %d is inside a line", l.Start+i)
		}
	}
	if last {
		return
	}
	switch it := items[l.End]; it.Kind {
	case Glue:
		if discardable(items[l.End-1]) {
			t.Fatalf("break at glue %d, which follows no box", l.End)
		}
	case Penalty:
		if it.Cost >= Inf {
			t.Fatalf("break at forbidden penalty %d", l.End)
		}
	default:
		t.Fatalf("break at box %d", l.End)
	}
}

// checkWidth checks that the line fills its measure or says why not.
func checkWidth(t fataler, items []Item, o Options, l Line, first, last bool) {
	t.Helper()
	want := o.Rest
	if first {
		want = o.First
	}
	want += l.Hang
	got := setWidth(l, items)
	if got != l.Width+l.Adjust {
		t.Fatalf("parts of line %d to %d add up to %d, want %d", l.Start, l.End, got, l.Width+l.Adjust)
	}
	stretched := !last && !forcedBreak(items[l.End]) && !o.Ragged && !o.Balance && !l.Ragged
	switch {
	case l.Overfull > 0 && got == want+l.Overfull && l.Adjust == -l.Shrink:
	case l.Overfull > 0 || got > want:
		t.Fatalf("line %d to %d is set to %d of %d, overfull %d", l.Start, l.End, got, want, l.Overfull)
	case stretched && got != want:
		t.Fatalf("line %d to %d is set to %d, want %d", l.Start, l.End, got, want)
	case !stretched && l.Adjust > 0:
		t.Fatalf("line %d to %d is stretched by %d", l.Start, l.End, l.Adjust)
	}
	tolerance := append(slices.Clone(o.Tolerance), 100) // the default's first, if there is none
	look := oracleLine{short: int64(l.Adjust), glue: int64(l.Stretch - l.Fit), fit: int64(l.Fit), shrink: int64(l.Shrink)}
	bad, _ := look.look()
	if want := l.Ragged || l.Adjust > 0 && bad > int64(tolerance[0]); l.Loose != want {
		t.Fatalf("line %d to %d has badness %d, loose %v", l.Start, l.End, bad, l.Loose)
	}
}
