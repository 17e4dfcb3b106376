package survey

import (
	"math/big"
	"strconv"
	"strings"

	"assemble/inputs/strict"
)

// Holds tells whether a condition holds. given returns what was answered to a
// question, and whether that is known: names of options parted by spaces, a
// number, or a text; "" for nothing. A condition on what is not known holds,
// unless the rest of it does not.
func (c *Condition) Holds(given func(question string) (string, bool)) bool {
	if c == nil {
		return true
	}
	o := c.top.eval(given)
	return o.kind == 'u' || o.isTrue()
}

// eval follows XPath 1.0 (section 3.4), with which forms are evaluated: a text
// that is compared with a number is read as one, and what is no number is equal
// to none, below none and above none. What is not known makes unknown what
// depends on it (Kleene's logic).
func (t *term) eval(given func(string) (string, bool)) operand {
	switch t.op {
	case "$":
		if text, known := given(t.text); known {
			return textOperand(text)
		}
		return notKnown
	case "'":
		return textOperand(t.text)
	case "0":
		return operand{kind: 'n', number: t.num, text: t.text}
	}
	args := make([]operand, len(t.of))
	for i, x := range t.of {
		args[i] = x.eval(given)
	}
	switch t.op {
	case "or":
		return either(args[0], args[1])
	case "and":
		return not(either(not(args[0]), not(args[1])))
	case "not":
		return not(args[0])
	}
	for _, a := range args {
		if a.kind == 'u' {
			return notKnown
		}
	}
	return apply(t.op, args)
}

// apply is a function or comparison of what is known.
func apply(op string, args []operand) operand {
	switch op {
	case "true", "false":
		return truthOperand(op == "true")
	case "selected":
		return truthOperand(contains(strings.Fields(args[0].asText()), strings.TrimSpace(args[1].asText())))
	case "count-selected":
		n := int64(len(strings.Fields(args[0].asText())))
		return operand{kind: 'n', number: big.NewRat(n, 1), text: strconv.FormatInt(n, 10)}
	case "number":
		return operand{kind: 'n', number: args[0].asNumber(), text: args[0].asText()}
	case "string":
		return textOperand(args[0].asText())
	}
	return truthOperand(compare(op, args[0], args[1]))
}

// notKnown is what depends on an answer that is not known.
var notKnown = operand{kind: 'u'}

func truthOperand(b bool) operand { return operand{kind: 't', truth: b} }

func not(o operand) operand {
	if o.kind == 'u' {
		return o
	}
	return truthOperand(!o.isTrue())
}

func either(a, b operand) operand {
	switch {
	case a.kind != 'u' && a.isTrue() || b.kind != 'u' && b.isTrue():
		return truthOperand(true)
	case a.kind == 'u' || b.kind == 'u':
		return notKnown
	}
	return truthOperand(false)
}

func textOperand(s string) operand { return operand{kind: 's', text: s} }

func (o operand) isTrue() bool {
	switch o.kind {
	case 't':
		return o.truth
	case 'n':
		return o.number != nil && o.number.Sign() != 0
	}
	return o.text != ""
}

func (o operand) asText() string {
	if o.kind == 't' {
		return strconv.FormatBool(o.truth)
	}
	return o.text
}

func (o operand) asNumber() *big.Rat {
	switch o.kind {
	case 't':
		if o.truth {
			return big.NewRat(1, 1)
		}
		return new(big.Rat)
	case 'n':
		return o.number
	}
	n, ok := strict.ParseNumber(strings.TrimSpace(o.text))
	if !ok {
		return nil
	}
	return n.Value
}

func compare(op string, a, b operand) bool {
	equality := op == "=" || op == "!="
	switch {
	case equality && (a.kind == 't' || b.kind == 't'):
		return (a.isTrue() == b.isTrue()) == (op == "=")
	case equality && a.kind == 's' && b.kind == 's':
		return (a.text == b.text) == (op == "=")
	}
	x, y := a.asNumber(), b.asNumber()
	if x == nil || y == nil {
		return op == "!="
	}
	d := x.Cmp(y)
	switch op {
	case "=":
		return d == 0
	case "!=":
		return d != 0
	case "<":
		return d < 0
	case "<=":
		return d <= 0
	case ">":
		return d > 0
	}
	return d >= 0
}

// Questions calls fn with the name of each question that the condition looks
// at, in order, once for each time.
func (c *Condition) Questions(fn func(name string)) {
	if c != nil {
		c.top.walk(func(t *term) {
			if t.op == "$" {
				fn(t.text)
			}
		})
	}
}

func (t *term) walk(fn func(*term)) {
	fn(t)
	for _, x := range t.of {
		x.walk(fn)
	}
}

// Text writes the condition with other names: of questions, and of options where
// a text is compared with the answer to a question.
func (c *Condition) Text(question func(string) string, option func(question, option string) string) string {
	if c == nil {
		return ""
	}
	return c.top.write(question, option, "", len(levels))
}

// write writes a term. about is the question that a text is compared with, and
// outer how closely the operator around it binds.
func (t *term) write(question func(string) string, option func(q, o string) string, about string, outer int) string {
	switch t.op {
	case "$":
		return "${" + question(t.text) + "}"
	case "'":
		s := t.text
		if about != "" {
			s = option(about, s)
		}
		if strings.Contains(s, "'") {
			return `"` + s + `"`
		}
		return "'" + s + "'"
	case "0":
		return t.text
	}
	if len(t.of) == 2 && t.of[0].op == "$" {
		about = t.of[0].text
	} else if len(t.of) == 2 && t.of[1].op == "$" {
		about = t.of[1].text
	}
	for level, ops := range levels {
		if !contains(ops, t.op) {
			continue
		}
		// The operand on the right is bound more closely, so that what was in
		// parentheses stays there.
		s := t.of[0].write(question, option, about, len(levels)-1-level) + " " + t.op + " " + t.of[1].write(question, option, about, len(levels)-2-level)
		if len(levels)-1-level > outer {
			return "(" + s + ")"
		}
		return s
	}
	var args []string
	for _, a := range t.of {
		args = append(args, a.write(question, option, about, len(levels)))
	}
	return t.op + "(" + strings.Join(args, ", ") + ")"
}
