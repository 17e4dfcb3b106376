package main

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"assemble/annexes"
	"assemble/output/audit"
)

// figure is a line of the trail of printed figures.
type figure struct{ part, paragraph, block, printed, key string }

// trail lists the figures that the report prints and that are bound to facts,
// those of tables apart.
func trail(t *testing.T, j *job) (out []figure) {
	t.Helper()
	var list bytes.Buffer
	if err := audit.Write(&list, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&list).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, head := range rows[0] {
		column[head] = i
	}
	for _, row := range rows[1:] {
		cell := func(head string) string { return row[column[head]] }
		if cell("element") == "TD" || cell("method") == "typed" || cell("key") == "" {
			continue
		}
		out = append(out, figure{cell("part"), cell("paragraph"), cell("block"), cell("printed"), cell("key")})
	}
	return out
}

// stands says whether a figure stands where the reference says: in a numbered
// paragraph, in the foreword, in an annex or in a note.
func (f figure) stands(place string) bool {
	switch place {
	case "fn1":
		return strings.HasPrefix(f.block, "note-")
	case "foreword", "annex-i":
		return f.part == place
	}
	return f.paragraph == place
}

// annualFigures: each figure that the published report states is printed in
// the paragraph that states it, with its value and qualifier, from the fact that
// holds it. The reference has what the report must print: where a published
// figure contradicts the annexes, the share of paragraph 257, that is what
// follows from them; "a third" is 3, one in N.
func annualFigures(t *testing.T, figures []figure, texts map[string]string) {
	rows := reference(t, "figures.csv", 6)
	if len(rows) != 481 {
		t.Errorf("the reference has %d figures", len(rows))
	}
	for _, row := range rows {
		place, name, value, qualifier, fact := row[0], row[1], row[2], row[4], row[5]
		want, ok := new(big.Rat).SetString(value)
		if !ok {
			t.Fatalf("%s has the value %q", name, value)
		}
		printed, ok := find(figures, place, fact, want)
		if !ok {
			t.Errorf("%s: %s is not printed from %s as %s: %q", place, name, fact, value, printed)
			continue
		}
		text := strings.ToLower(texts[place])
		if with := strings.ToLower(strings.TrimSpace(qualifier + " " + printed)); !strings.Contains(text, with) {
			t.Errorf("%s: %s is not printed as %q: %s", place, name, with, around(text, strings.ToLower(printed)))
		}
		if want.Sign() < 0 && !lowers.MatchString(text) {
			t.Errorf("%s: %s is not said to be a decrease", place, name)
		}
	}
}

// find looks for a fact that is printed at a place with a value, where a
// decrease may be printed without its sign. Otherwise it returns all that is
// printed of the fact there.
func find(figures []figure, place, fact string, want *big.Rat) (printed string, ok bool) {
	var others []string
	for _, f := range figures {
		if !f.stands(place) || f.key != fact {
			continue
		}
		got, ok := readFigure(f.printed)
		if ok && (got.Cmp(want) == 0 || got.Cmp(new(big.Rat).Neg(want)) == 0 && want.Sign() < 0) {
			return f.printed, true
		}
		others = append(others, f.printed)
	}
	return strings.Join(others, ", "), false
}

// lowers are words that say that a figure without sign is a decrease.
var lowers = regexp.MustCompile(`\b(fewer|less|lower|fell|decreased?)\b`)

// around is what stands near a figure.
func around(text, printed string) string {
	i := strings.Index(text, printed)
	if i < 0 {
		return "not in " + text
	}
	return text[max(0, i-40):min(len(text), i+len(printed)+20)]
}

// texts is the text of each place, lists with the paragraph before them.
func texts(lines []said) map[string]string {
	out := map[string]string{}
	place := ""
	for _, x := range lines {
		switch {
		case x.role == "Note":
			out["fn1"] += x.text + " "
			continue
		case x.role == "H1":
			place = strings.ToLower(x.text)
			if strings.HasPrefix(place, "annex i ") {
				place = "annex-i"
			}
		case x.number != "":
			place = x.number
		}
		out[place] += x.text + " "
	}
	return out
}

// readFigure reads back what is printed: "28.9 million", "CHF 5.2 million",
// "(2016: 49%)", "One thousand four hundred", "−27%", "third".
func readFigure(printed string) (*big.Rat, bool) {
	s := strings.ToLower(strings.Trim(printed, "()"))
	if _, after, ok := strings.Cut(s, ": "); ok {
		s = after
	}
	s, negative := strings.CutPrefix(s, "\u2212")
	total, group, seen := new(big.Rat), new(big.Rat), false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		n, ok := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(w, ",", ""), "%"))
		switch {
		case numberWords[w] > 0:
			group.Add(group, big.NewRat(numberWords[w], 1))
		case w == "hundred":
			group.Mul(group, big.NewRat(100, 1))
		case w == "thousand" || w == "million":
			total.Add(total, group.Mul(group, big.NewRat(map[string]int64{"thousand": 1000, "million": 1_000_000}[w], 1)))
			group = new(big.Rat)
		case ok:
			group.Add(group, n)
		default:
			continue
		}
		seen = true
	}
	if total.Add(total, group); negative {
		total.Neg(total)
	}
	return total, seen
}

var numberWords = map[string]int64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "third": 3,
}
