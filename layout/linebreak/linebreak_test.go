package linebreak

import (
	"math"
	"strings"
	"testing"
	"time"

	"assemble/layout/units"

	"github.com/google/go-cmp/cmp"
)

// em is the side of the square boxes: every letter is one em wide, so breaks
// can be counted on the fingers.
const em units.Sp = 60

// letters turns a line of text into items: a letter is a square box; a space is
// glue of one em that stretches by a half and shrinks by a third; "~" is a space
// that does not break, "-" a hyphenation point, "/" a point where a line may
// break without a hyphen, "|" a forced break. A comma or full stop hangs by 0.6 em.
func letters(text string) (items []Item, runes []rune) {
	add := func(r rune, it Item) {
		items, runes = append(items, it), append(runes, r)
	}
	hang := units.Sp(0)
	for _, r := range text {
		space := Item{Kind: Glue, Width: em, Stretch: em / 2, Shrink: em / 3, Hang: hang}
		switch r {
		case ' ':
			add(r, space)
		case '~':
			add(0, Item{Kind: Penalty, Cost: Inf})
			add(' ', space)
		case '-':
			add(0, Item{Kind: Penalty, Width: em, Cost: 50, Flagged: true, Hang: em * 6 / 10})
		case '/':
			add(0, Item{Kind: Penalty})
		case '|':
			add(0, Item{Kind: Penalty, Cost: -Inf})
		default:
			add(r, Item{Kind: Box, Width: em})
		}
		if hang = 0; r == ',' || r == '.' {
			hang = em * 6 / 10
		}
	}
	return items, runes
}

// lines writes the lines as text.
func lines(r Result, runes []rune) string {
	var out []string
	for _, l := range r.Lines {
		text := strings.ReplaceAll(string(runes[l.Start:l.End]), "\x00", "")
		if l.Hyphen {
			text += "-"
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

// block makes the tables below readable: one string a line.
func block(lines ...string) string { return strings.Join(lines, "\n") }

// setting is a text of square letters and the lines it must come to.
type setting struct {
	name, text, want string
	measure          units.Sp // in em; 10 where 0
	change           func(*Options)
	pass             int
}

func (tt setting) check(t *testing.T, o Options) {
	t.Helper()
	if tt.measure > 0 {
		o.First, o.Rest = tt.measure*em, tt.measure*em
	}
	if tt.change != nil {
		tt.change(&o)
	}
	items, runes := letters(tt.text)
	r := Break(items, o)
	if diff := cmp.Diff(strings.ReplaceAll(tt.want, "~", " "), lines(r, runes)); diff != "" {
		t.Error(diff)
	}
	if r.Pass != tt.pass {
		t.Errorf("pass %d, want %d", r.Pass, tt.pass)
	}
	checkResult(t, items, o, r)
}

// TestJustified: a space of 1 em can grow by 1/2 at badness 100, by 1 at 800.
func TestJustified(t *testing.T) {
	tests := []setting{
		{name: "exact", text: "aaaa bbbbb ccc", want: block("aaaa bbbbb", "ccc")},
		{name: "one word", text: "aaa", want: "aaa"},
		{name: "last line shrinks", text: "aaa bbb cc d", measure: 11, want: "aaa bbb cc d"},
		{
			// d fits the first line, shrunk, but then nothing is left to stretch
			// the second.
			name: "early word moves for a late gap", text: "aaa bb cc d eeeeeeee fff",
			want: block("aaa bb cc", "d eeeeeeee", "fff"),
		},
		{name: "no-break space", text: "aaa bb cc~d eeeeeeee", want: block("aaa bb cc~d", "eeeeeeee")},
		{name: "forced", text: "aa|bb cc|dd", want: block("aa", "bb cc", "dd")},
		{name: "empty lines", text: "|aa||bb|", want: block("", "aa", "", "bb")},
		{name: "spaces at a break and at the end vanish", text: "aaaa bbbbb   cccc  ", want: block("aaaa bbbbb", "cccc")},
		{name: "space at the start stays", text: " aaa bbbbb cccc", want: block(" aaa bbbbb", "cccc")},
		{name: "nothing but spaces", text: "  ~ / ", want: ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.check(t, DefaultOptions(10*em)) })
	}
}

// TestRules: hyphens, the last line, the first, the margin, and the last resort.
func TestRules(t *testing.T) {
	tests := []setting{
		{name: "hyphen", text: "aaa bbbb-bbb cc dd", want: block("aaa bbbb-", "bbb cc dd"), pass: 3},
		{name: "no hyphen in pass 0", text: "aaaa bbb-bb ccc dddd-dd e", want: block("aaaa bbbbb", "ccc dddddd", "e")},
		{
			name: "hyphen in every pass", text: "aa bb cc d-dd", want: block("aa bb cc d-", "dd"),
			change: func(o *Options) { o.HyphenPass = 0 },
		},
		{
			name: "no hyphen before the last line", text: "aa bb cc d-ddd", want: block("aa bb cc", "dddd"),
			change: func(o *Options) { o.NoFinalHyphen = true }, pass: 2,
		},
		{
			name: "a hyphen there as the last resort", text: "aaaaaaaaa-ddd", want: block("aaaaaaaaa-", "ddd"),
			change: func(o *Options) { o.NoFinalHyphen = true }, pass: 4,
		},
		{
			name: "short last line", text: "aa bb cc d eeeee fff gg h", want: block("aa bb cc d", "eeeee fff", "gg h"),
			change: func(o *Options) { o.LastMin = 3 * em }, pass: 2,
		},
		{
			name: "short last line as the last resort", text: "aaaa bbbbb c", want: block("aaaa bbbbb", "c"),
			change: func(o *Options) { o.LastMin = 3 * em }, pass: 4,
		},
		{
			name: "short only line", text: "a", want: "a",
			change: func(o *Options) { o.LastMin = 3 * em },
		},
		{
			name: "first line shorter", text: "aaa bb cccc ddddd eee", want: block("aaa bb", "cccc ddddd", "eee"),
			change: func(o *Options) { o.First = 6 * em },
		},
		{
			name: "comma and hyphen in the margin", text: "aaaa bbbbbb, ccc dddd-dd", want: block("aaaa bbbbbb,", "ccc dddd-", "dd"),
			change: func(o *Options) { o.First, o.Rest, o.HyphenPass = 57*em/5, 42*em/5, 0 },
		},
		{name: "cut without a hyphen", text: "aaaaaaaaaa/bbbbbbbbbb/cc", want: block("aaaaaaaaaa", "bbbbbbbbbb", "cc")},
		{name: "ragged where it must be", text: "aaa bbbbbbb cccc ddddd e", want: block("aaa", "bbbbbbb", "cccc ddddd", "e"), measure: 10, pass: 4},
		{name: "overfull", text: "aaa bbbbbbbbbbbbb cc", want: block("aaa", "bbbbbbbbbbbbb", "cc"), pass: 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.check(t, DefaultOptions(10*em)) })
	}
}

// TestHyphensRunning: hyphens are made cheap, so that only the rule keeps the
// third line from one.
func TestHyphensRunning(t *testing.T) {
	items, runes := letters("aaaaaaaaa-bbbbbbbbb-cccc cccc-c dd")
	for i := range items {
		if items[i].Flagged {
			items[i].Cost, items[i].Hang = -150, 0
		}
	}
	o := DefaultOptions(10 * em)
	o.HyphenPass = 0
	for most, want := range map[int]string{
		0: block("aaaaaaaaa-", "bbbbbbbbb-", "cccc cccc-", "c dd"),
		2: block("aaaaaaaaa-", "bbbbbbbbb-", "cccc ccccc", "dd"),
		3: block("aaaaaaaaa-", "bbbbbbbbb-", "cccc cccc-", "c dd"),
	} {
		o.MaxHyphens = most
		if diff := cmp.Diff(want, lines(Break(items, o), runes)); diff != "" {
			t.Errorf("at most %d: %s", most, diff)
		}
	}
	o.MaxHyphens = 1
	if r := Break(items, o); r.Pass != len(o.Tolerance) || r.Overfull || r.Ragged {
		t.Errorf("two hyphens running where one is allowed: %+v", r)
	}
}

func TestRagged(t *testing.T) {
	balance := func(o *Options) { o.Balance = true }
	tests := []setting{
		{name: "one line", text: "aaa bbb", want: "aaa bbb"},
		{name: "even right edge", text: "aaa bb cc ddddd", measure: 6, want: block("aaa", "bb cc", "ddddd")},
		{name: "no more lines than needed", text: "aa bb cc dd ee", measure: 8, want: block("aa bb cc", "dd ee")},
		{name: "short last line", text: "aaaa bbbb cccc d", measure: 14, want: block("aaaa bbbb cccc", "d")},
		{
			name: "short last line avoided", text: "aaaa bbbb cccc d", measure: 14, want: block("aaaa bbbb", "cccc d"),
			change: func(o *Options) { o.LastMin = 3 * em },
		},
		{
			name: "short last line that cannot be avoided", text: "aaaa bbbbbbbbbbbbbb d", measure: 14,
			want: block("aaaa", "bbbbbbbbbbbbbb", "d"), change: func(o *Options) { o.LastMin = 3 * em },
		},
		{name: "rather short than hyphenated", text: "aaaa bbbb-bbbb cc", want: block("aaaa", "bbbbbbbb", "cc")},
		{name: "rather hyphenated than overfull", text: "aaaaaa-aaaaaa bb-b", want: block("aaaaaa-", "aaaaaa bbb")},
		{name: "rather shrunk than overfull", text: "aaa bbb~ccc~d eee", measure: 8, want: block("aaa", "bbb~ccc~d", "eee"), change: func(o *Options) { o.Rest = 85 * em / 10 }},
		{name: "overfull", text: "a bbbbbbbbbbbb cc", want: block("a", "bbbbbbbbbbbb", "cc")},
		{name: "forced", text: "aaa|bbb cc", want: block("aaa", "bbb cc")},
		{name: "not balanced", text: "aaa bbb ccc ddd e", measure: 15, want: block("aaa bbb ccc ddd", "e")},
		{name: "balanced", text: "aaa bbb ccc ddd e", measure: 15, want: block("aaa bbb", "ccc ddd e"), change: balance},
		{name: "balanced in three", text: "aaa bbb cc dd eeee f", measure: 8, want: block("aaa bbb", "cc dd", "eeee f"), change: balance},
		{name: "balanced in one", text: "aaa bbb", want: "aaa bbb", change: balance},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.check(t, Options{Widths: Widths{10 * em, 10 * em}, Ragged: true})
		})
	}
}

// TestLine looks at every field of two lines: four letters, a comma, a loose
// space; and a word too long.
func TestLine(t *testing.T) {
	items, _ := letters("aaaa bbb, cccccccccccc-dd ee")
	o := DefaultOptions(81 * em / 10)
	got := Break(items, o)
	want := Result{
		Pass: 4, Overfull: true, Demerits: got.Demerits,
		Lines: []Line{
			{Start: 0, End: 9, Width: 9 * em, Adjust: -18, Stretch: em / 2, Shrink: em / 3, Hang: 36},
			{Start: 10, End: 22, Width: 13 * em, Hang: 36, Hyphen: true, Overfull: 49*em/10 - 36},
			{Start: 23, End: 28, Width: 5 * em, Stretch: em / 2, Shrink: em / 3},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestSpread shares an adjustment among two words with letter-fit and a space.
func TestSpread(t *testing.T) {
	items := []Item{
		{Kind: Box, Width: 200, Stretch: 6, Shrink: 6},
		{Kind: Penalty, Cost: 50, Width: 9},
		{Kind: Box, Width: 100, Stretch: 3, Shrink: 3},
		{Kind: Glue, Width: 60, Stretch: 30, Shrink: 20},
		{Kind: Box, Width: 100},
	}
	tests := []struct {
		adjust units.Sp
		want   []units.Sp
	}{
		{0, []units.Sp{0, 0, 0, 0, 0}},
		{13, []units.Sp{2, 0, 1, 10, 0}},
		{20, []units.Sp{3, 0, 2, 15, 0}}, // 4.6 for both words is 5
		{39, []units.Sp{6, 0, 3, 30, 0}},
		{40, []units.Sp{6, 0, 3, 31, 0}}, // letters give no more than they say
		{99, []units.Sp{6, 0, 3, 90, 0}},
		{-29, []units.Sp{-6, 0, -3, -20, 0}},
		{-10, []units.Sp{-2, 0, -1, -7, 0}},
	}
	for _, tt := range tests {
		l := Line{Start: 0, End: 5, Adjust: tt.adjust, Stretch: 39, Fit: 9, Shrink: 29}
		if diff := cmp.Diff(tt.want, l.Spread(nil, items)); diff != "" {
			t.Errorf("%d: %s", tt.adjust, diff)
		}
	}
}

// TestLetterFit: what the letters give counts once, however loose the line.
func TestLetterFit(t *testing.T) {
	fitted := func(fit units.Sp) []Item {
		return []Item{
			{Kind: Box, Width: 200, Stretch: fit},
			{Kind: Glue, Width: 60, Stretch: 30, Shrink: 20},
			{Kind: Box, Width: 100},
			{Kind: Penalty},
			{Kind: Box, Width: 300},
		}
	}
	tests := []struct {
		measure, fit units.Sp
		pass         int // 0 up to badness 100, 1 up to 400, 2 up to 2000
	}{
		{390, 0, 0},
		{391, 0, 1},
		{400, 10, 0},
		{401, 10, 1},
		{407, 0, 1},
		{408, 0, 2},
		{417, 10, 1},
		{418, 10, 2},
	}
	for _, tt := range tests {
		if r := Break(fitted(tt.fit), DefaultOptions(tt.measure)); r.Pass != tt.pass || len(r.Lines) != 2 {
			t.Errorf("measure %d, fit %d: pass %d, %d lines, want pass %d", tt.measure, tt.fit, r.Pass, len(r.Lines), tt.pass)
		}
	}
}

// TestBadness: values worked out from TeX §108 by hand.
func TestBadness(t *testing.T) {
	tests := []struct {
		t, s int64
		want int32
	}{
		{0, 0, 0},
		{-5, 1, 0},
		{1, 0, infBad},
		{1, 1, 100},
		{1, 2, 12},
		{1, 3, 4},
		{3, 2, 336},
		{2, 1, 800},
		{4, 1, 6396},
		{13, 3, 8132},
		{9, 2, infBad},
		{1 << 61, 1 << 61, 100},
		{1 << 61, 1, infBad},
		{1, 1 << 61, 0},
	}
	for _, tt := range tests {
		if got := badness(tt.t, tt.s); got != tt.want {
			t.Errorf("badness(%d, %d) = %d, want %d", tt.t, tt.s, got, tt.want)
		}
	}
}

// hostile returns paragraphs nobody wrote, of n items and less.
func hostile(n int) map[string][]Item {
	repeat := func(n int, items ...Item) (out []Item) {
		for len(out) < n {
			out = append(out, items...)
		}
		return out
	}
	box := Item{Kind: Box, Width: em}
	none := Item{Kind: Box}
	huge := Item{Kind: Box, Width: math.MaxInt64, Stretch: math.MaxInt64, Shrink: math.MaxInt64}
	back := Item{Kind: Box, Width: math.MinInt64, Stretch: math.MinInt64, Shrink: math.MinInt64}
	space := Item{Kind: Glue, Width: em, Stretch: em / 2, Shrink: em / 3}
	wide := Item{Kind: Glue, Width: math.MaxInt64, Stretch: math.MaxInt64, Hang: math.MinInt64}
	rubber := Item{Kind: Glue, Stretch: 10 * em}
	hyphen := Item{Kind: Penalty, Width: em, Cost: 50, Flagged: true, Hang: math.MaxInt64}
	forced := Item{Kind: Penalty, Cost: math.MinInt32}
	return map[string][]Item{
		"letters without a space":    repeat(10_000, box),
		"words":                      repeat(n, box, box, box, space),
		"letters that all may break": repeat(n, box, Item{Kind: Penalty, Flagged: true}),
		"boxes of no width":          repeat(n, none, rubber),
		"boxes of no width, rigid":   repeat(n, none, Item{Kind: Glue}),
		"huge":                       repeat(n, huge, wide),
		"negative":                   repeat(n, back, rubber),
		"both":                       repeat(n, huge, hyphen, back, rubber),
		"forced":                     append(repeat(n, forced), box),
		"forced, with text":          repeat(n, box, Item{Kind: Penalty, Cost: math.MinInt32, Flagged: true}),
		"spaces":                     repeat(n, space),
		"penalties":                  append(repeat(n, hyphen), box),
		"kinds that are not":         repeat(1000, Item{Kind: 77, Width: em}, space),
	}
}

// TestHostile: each ends soon, loses nothing and does not overflow.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("a million items each")
	}
	options := map[string]Options{
		"usual":  DefaultOptions(30 * em),
		"ragged": {Widths: Widths{30 * em, 30 * em}, Ragged: true},
		"zero":   {},
		"extreme": {
			Widths: Widths{math.MaxInt64, math.MinInt64}, Tolerance: []int32{math.MaxInt32, math.MinInt32},
			HyphenPass: math.MinInt, LinePenalty: math.MaxInt32, HyphenDemerits: math.MinInt32, FitnessDemerits: math.MinInt32,
			FinalHyphenDemerits: math.MaxInt32, MaxHyphens: math.MaxInt, LastMin: math.MaxInt64, NoFinalHyphen: true,
		},
	}
	for name, items := range hostile(1_000_000) {
		for kind, o := range options {
			some := items
			if kind == "zero" || kind == "extreme" {
				some = items[:min(len(items), 100_000)]
			}
			start := time.Now()
			r := Break(some, o)
			took := time.Since(start)
			t.Logf("%s, %s: %v for %d lines", name, kind, took, len(r.Lines))
			checkOrder(t, some, r)
		}
	}
}

// TestFitness: the classes meet at badness 12 and 99 (TeX §817).
func TestFitness(t *testing.T) {
	tests := []struct {
		short, glue, fit, shrink int64
		forced                   bool
		bad                      int32
		class                    int
	}{
		{short: 0, bad: 0, class: decent},
		{short: 50, glue: 100, bad: 12, class: decent},
		{short: 51, glue: 100, bad: 13, class: loose},
		{short: 99, glue: 100, bad: 97, class: loose},
		{short: 100, glue: 100, bad: 100, class: veryLoose},
		{short: 100, glue: 40, fit: 60, bad: 100, class: veryLoose},
		{short: 60, fit: 60, bad: 100, class: veryLoose},
		{short: 61, fit: 60, bad: noWay, class: veryLoose},
		{short: -50, shrink: 100, bad: 12, class: decent},
		{short: -51, shrink: 100, bad: 13, class: tight},
		{short: -100, shrink: 100, bad: 100, class: tight},
		{short: -101, shrink: 100, bad: noWay, class: tight},
		{short: 900, forced: true, bad: 0, class: decent},
		{short: -51, shrink: 100, forced: true, bad: 13, class: tight},
	}
	for _, tt := range tests {
		l := span{short: tt.short, glue: tt.glue, fit: tt.fit, shrink: tt.shrink, to: &site{forced: tt.forced}}
		if bad, class := l.badness(); bad != tt.bad || class != tt.class {
			t.Errorf("%+v: badness %d, class %d", tt, bad, class)
		}
	}
}
