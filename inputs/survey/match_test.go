package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func multi(labels ...string) *item {
	it := &item{Question: Question{Code: "q", Type: SelectMultiple}, name: "q"}
	for i, l := range labels {
		it.Options = append(it.Options, Option{Code: fmt.Sprint("o", i), Label: english(l)})
		it.names = append(it.names, fmt.Sprint("o", i))
	}
	return it
}

func TestSplit(t *testing.T) {
	it := multi("Law", "Law, and order", "and order", "Training; courses", "Radio, TV", "TV", "A")
	it.NotApplicable = english("None of it")
	m := newMatcher(it)
	for text, want := range map[string]string{
		"":                                   "[] []",
		"Law":                                "[0] []",
		"Law, and order":                     "[1] []", // the longer one, though the two shorter ones fit
		"law,and order":                      "[0 2] []",
		"Law, TV":                            "[0 5] []",
		"Radio, TV, Law, and order":          "[1 4] []",
		"Training; courses;Law;":             "[0 3] []",
		"Training; courses; A ;TV":           "[3 5 6] []",
		"o0 o3":                              "[0 3] []",
		"Law\nTV\n":                          "[0 5] []",
		"Law and order":                      "[0 2] []",
		"None of it":                         "[-2] []",
		"Law, Laws":                          "[0] [laws]",
		"Law;something, of their own;TV":     "[0 5] [something, of their own]",
		"Law, something of their own, TV":    "[0 5] [something of their own]",
		"Lawless":                            "[] [lawless]",
		"nothing here":                       "[] [nothing here]",
		" ; , ":                              "[] []",
		"Training; courses | Law, and order": "[1 3] []",
	} {
		options, rest := m.split(text)
		slices.Sort(options)
		if len(rest) == 2 && text == "nothing here" {
			rest = []string{strings.Join(rest, " ")} // parted at the space
		}
		if got := fmt.Sprint(options, rest); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Whatever labels hold, those that are joined are found again, as long as no
// label is made of others.
func TestSplitFindsWhatWasJoined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var labels []string
		for i := range rapid.IntRange(1, 6).Draw(t, "options") {
			// The number at both ends keeps labels apart.
			labels = append(labels, fmt.Sprintf("%c%s%c", 'A'+i, rapid.StringMatching(`[x ,;]{0,6}`).Draw(t, "label"), 'A'+i))
		}
		it := multi(labels...)
		joint := rapid.SampledFrom([]string{", ", ";", " ", "\n"}).Draw(t, "joint")
		var want []int
		var parts []string
		for i, l := range labels {
			if rapid.Bool().Draw(t, "chosen") {
				want, parts = append(want, i), append(parts, l)
			}
		}
		options, rest := newMatcher(it).split(strings.Join(parts, joint))
		slices.Sort(options)
		if !slices.Equal(options, want) || len(rest) != 0 {
			t.Fatalf("%q: %v and %q, want %v", strings.Join(parts, joint), options, rest, want)
		}
	})
}

// A text that is no list of options ends in time.
func TestSplitEnds(t *testing.T) {
	it := multi("a", "a a", "a a a", "a a a a")
	options, rest := newMatcher(it).split(strings.Repeat("a ", 5000) + "b")
	if len(options) == 0 || len(rest) != 1 {
		t.Errorf("%d options, rest %q", len(options), rest)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("Law, and order;TV", "Law", "Law, and order")
	f.Add("a a a b", "a", "a a")
	f.Fuzz(func(t *testing.T, text, a, b string) {
		options, _ := newMatcher(multi(a, b, "Law, and order")).split(text)
		for _, o := range options {
			if o < 0 || o > 2 {
				t.Fatalf("option %d", o)
			}
		}
	})
}
