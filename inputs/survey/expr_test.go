package survey

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func answersOf(name string) (string, bool) {
	return map[string]string{"one": "yes", "many": "law training", "n": "12", "zero": "0", "text": "a b", "neg": "-3.5"}[name], name != "unknown"
}

func TestConditions(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                 true,
		"${one} = 'yes'":                   true,
		`${one}="no"`:                      false,
		"${one} != 'no'":                   true,
		"${none} != 'no'":                  true,
		"${none} = ''":                     true,
		"${n} > 10":                        true,
		"${n} > 10 and ${zero} > 0":        false,
		"${n}>=12 or ${none}>0":            true,
		"${none} > 0":                      false,
		"${none} <= 0":                     false,
		"${none} != 0":                     true,
		"${neg} < -3":                      true,
		"'12' = ${n}":                      true,
		"12.0 = ${n}":                      true,
		"${n} = '12.0'":                    false,
		"selected(${many}, 'law')":         true,
		"selected(${many}, 'la')":          false,
		"selected(${none}, 'law')":         false,
		"not(selected(${many}, 'advice'))": true,
		"count-selected(${many}) = 2":      true,
		"count-selected(${none}) < 1":      true,
		"true() and not(false())":          true,
		"${one} = 'no' or ${n} = 12 and ${one} = 'yes'":  true,
		"(${one} = 'no' or ${n} = 12) and ${one} = 'no'": false,
		"(1 < 2) = true()":  true,
		"1 < 2 = 2 < 1":     false,
		"number(${n}) = 12": true,
		"string(12) = '12'": true,
		"${text}":           true,
		"${zero}":           true, // a text, though of a number
		"not(${none})":      true,
		"0":                 false,

		// Of what is not known, a condition holds unless the rest rules it out.
		"${unknown} = 'yes'":                                true,
		"${unknown} != 'yes'":                               true,
		"not(${unknown} = 'yes')":                           true,
		"not(${unknown})":                                   true,
		"${unknown}":                                        true,
		"selected(${unknown}, 'law')":                       true,
		"selected(${many}, ${unknown})":                     true,
		"count-selected(${unknown}) > 3":                    true,
		"number(${unknown}) > 3":                            true,
		"string(${unknown}) = '3'":                          true,
		"${unknown} = 1 and ${one} = 'no'":                  false,
		"${one} = 'no' and ${unknown} = 1":                  false,
		"${unknown} = 1 and ${one} = 'yes'":                 true,
		"${unknown} = 1 or ${one} = 'no'":                   true,
		"not(${unknown} = 1 or ${one} = 'yes')":             false,
		"not(${unknown} = 1 or ${one} = 'no')":              true,
		"not(${one} = 'yes' and not(${unknown} = 1))":       true,
		"(${unknown} = 1) = false() and count-selected('')": false,
	} {
		c, err := ParseCondition(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := c.Holds(answersOf); got != want {
			t.Errorf("%s is %t", text, got)
		}
	}
}

func TestConditionsThatAreNotUnderstood(t *testing.T) {
	for _, text := range []string{
		"${a", "'a", "${a} = ", "= 1", "${a} + 1 > 2", "regex(${a}, 'x')", "(${a} = 1", "${a} = 1)", "selected(${a})", "selected(${a} 'x')", "not ${a}",
		"${a} ${b}", ". > 1", "true(", "${a} = 1 and", "é", strings.Repeat("(", 100) + "1" + strings.Repeat(")", 100), strings.Repeat("1 or ", 100) + "1", strings.Repeat(" ", 4000) + "1",
	} {
		if _, err := ParseCondition(text); err == nil {
			t.Errorf("%s is understood", text)
		}
	}
}

func TestConditionText(t *testing.T) {
	upper := func(q string) string { return strings.ToUpper(q) }
	option := func(q, o string) string { return q + ":" + o }
	for text, want := range map[string]string{
		`${a}="x" and not(selected(${b} ,'y'))`: "${A} = 'a:x' and not(selected(${B}, 'b:y'))",
		"(${a} = 1 or ${b} = 2) and 'z' = ${c}": "(${A} = 1 or ${B} = 2) and 'c:z' = ${C}",
		"${a} = 1 or (${b} = 2 and 'x' = 'it')": "${A} = 1 or ${B} = 2 and 'x' = 'it'",
		"1 = (2 = 3)":                           "1 = (2 = 3)",
		"(1 = 2) = 3":                           "1 = 2 = 3",
		`${a} = "it's"`:                         `${A} = "a:it's"`,
		"count-selected( ${a} )>=2 or true ( )": "count-selected(${A}) >= 2 or true()",
	} {
		c, err := ParseCondition(text)
		if err != nil {
			t.Fatal(text, err)
		}
		if got := c.Text(upper, option); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	a, _ := ParseCondition("${x} = 1 or ${y} = 1")
	b, _ := ParseCondition("${z} = 1")
	same := func(q string) string { return q }
	none := func(_, o string) string { return o }
	if got := a.And(b).Text(same, none); got != "(${x} = 1 or ${y} = 1) and ${z} = 1" {
		t.Error(got)
	}
	var always *Condition
	if always.And(b) != b || b.And(always) != b || always.Text(same, none) != "" {
		t.Error("a condition that always holds is in the way")
	}
	var names []string
	a.And(b).Questions(func(q string) { names = append(names, q) })
	if got := strings.Join(names, " "); got != "x y z" {
		t.Error(got)
	}
}

// condition draws a condition.
func condition(t *rapid.T, depth int) *term {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			return &term{op: "$", text: rapid.SampledFrom([]string{"one", "many", "n", "none"}).Draw(t, "question")}
		case 1:
			return &term{op: "'", text: rapid.SampledFrom([]string{"yes", "law", "12", ""}).Draw(t, "text")}
		}
		return &term{op: "not", of: []*term{{op: "true"}}}
	}
	op := rapid.SampledFrom([]string{"or", "and", "=", "!=", "<", ">=", "not", "selected"}).Draw(t, "op")
	x := &term{op: op, of: []*term{condition(t, depth-1)}}
	if op != "not" {
		x.of = append(x.of, condition(t, depth-1))
	}
	return x
}

// A condition that is written means what it meant.
func TestConditionTextMeansTheSame(t *testing.T) {
	same := func(q string) string { return q }
	none := func(_, o string) string { return o }
	rapid.Check(t, func(t *rapid.T) {
		c := &Condition{condition(t, 4)}
		text := c.Text(same, none)
		again, err := ParseCondition(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if again.Holds(answersOf) != c.Holds(answersOf) || again.Text(same, none) != text {
			t.Fatalf("%s became %s", text, again.Text(same, none))
		}
	})
}

func FuzzParseCondition(f *testing.F) {
	for _, seed := range []string{"", "${a} = 'x'", "selected(${a}, 'b') and not(${c} > 1)", "((((", "count-selected(${a})>=\"2\"", "a - b"} {
		f.Add(seed)
	}
	same := func(q string) string { return q }
	none := func(_, o string) string { return o }
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCondition(text)
		if err != nil {
			return
		}
		c.Holds(answersOf)
		written := c.Text(same, none)
		if strings.Contains(written, "'") && strings.Contains(written, `"`) || len(written) > maxCondition {
			return // a text with both quotes cannot be written
		}
		if _, err := ParseCondition(written); err != nil {
			t.Fatalf("%q is written %q: %v", text, written, err)
		}
	})
}
