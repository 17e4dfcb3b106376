package survey

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"assemble/inputs/strict"
)

// Condition is a condition of XLSForm on the answers to other questions, as far
// as questionnaires use it: comparisons, and, or, not(), selected(),
// count-selected(), true(), false(), and parentheses. A nil Condition holds.
type Condition struct{ top *term }

// term is one part of a condition.
type term struct {
	op   string // an operator, a function, "$" for a question, "'" for a text, "0" for a number
	text string // name of the question, or the text
	num  *big.Rat
	of   []*term
}

// operand is what a term is worth: a truth, a number, or what was answered.
type operand struct {
	truth  bool
	kind   byte // 't' truth, 'n' number, 's' text, 'u' what is not known
	text   string
	number *big.Rat // nil for what is not a number
}

// errCondition says that a condition is beyond what is understood here.
var errCondition = errors.New("this part of the condition is not understood")

// maxCondition bounds the text of a condition, maxTerms its depth.
const (
	maxCondition = 4_000
	maxTerms     = 60
)

// ParseCondition reads a condition. An empty one always holds.
func ParseCondition(text string) (*Condition, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	if len(text) > maxCondition {
		return nil, errCondition
	}
	p := &conditionParser{text: text}
	p.next()
	top, err := p.binary(0, 0)
	if err == nil && p.tok != "" {
		err = errCondition
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, short(text[min(p.at, len(text)):]))
	}
	return &Condition{top}, nil
}

// And joins two conditions.
func (c *Condition) And(d *Condition) *Condition {
	switch {
	case c == nil:
		return d
	case d == nil:
		return c
	}
	return &Condition{&term{op: "and", of: []*term{c.top, d.top}}}
}

// conditionParser takes a condition apart, one token ahead.
type conditionParser struct {
	text string
	pos  int    // behind the token
	at   int    // where it begins
	tok  string // a name, a sign, or one of "$", "'" and "0" with its text in val
	val  string
}

// signs are the operators, longest first.
var signs = []string{"!=", "<=", ">=", "=", "<", ">", "(", ")", ","}

func (p *conditionParser) next() {
	p.pos += len(p.text[p.pos:]) - len(strings.TrimLeft(p.text[p.pos:], " \t\r\n\u00a0"))
	p.at, p.val = p.pos, ""
	rest := p.text[p.pos:]
	take := func(tok string, n int) { p.tok, p.pos = tok, p.pos+n }
	switch {
	case rest == "":
		take("", 0)
		return
	case strings.HasPrefix(rest, "${"):
		if end := strings.IndexByte(rest, '}'); end > 0 {
			p.val = strings.TrimSpace(rest[2:end])
			take("$", end+1)
			return
		}
	case rest[0] == '\'' || rest[0] == '"':
		if end := strings.IndexByte(rest[1:], rest[0]); end >= 0 {
			p.val = rest[1 : end+1]
			take("'", end+2)
			return
		}
	}
	for _, s := range signs {
		if strings.HasPrefix(rest, s) {
			take(s, len(s))
			return
		}
	}
	n := 0
	for n < len(rest) && strings.IndexByte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-", rest[n]) >= 0 {
		n++
	}
	word := rest[:n]
	if _, ok := strict.ParseNumber(word); ok {
		p.val = word
		take("0", n)
		return
	}
	if n == 0 {
		take("?", 1)
		return
	}
	take(word, n)
}

// levels are the operators from the loosest to the closest.
var levels = [][]string{{"or"}, {"and"}, {"=", "!="}, {"<", "<=", ">", ">="}}

func (p *conditionParser) binary(level, depth int) (*term, error) {
	if depth > maxTerms {
		return nil, errCondition
	}
	if level == len(levels) {
		return p.primary(depth + 1)
	}
	left, err := p.binary(level+1, depth)
	for n := 0; err == nil && contains(levels[level], p.tok); n++ {
		if n > maxTerms {
			return nil, errCondition
		}
		op := p.tok
		p.next()
		var right *term
		if right, err = p.binary(level+1, depth); err == nil {
			left = &term{op: op, of: []*term{left, right}}
		}
	}
	return left, err
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// arguments is how many arguments each function takes.
var arguments = map[string]int{"not": 1, "selected": 2, "count-selected": 1, "true": 0, "false": 0, "number": 1, "string": 1}

func (p *conditionParser) primary(depth int) (*term, error) {
	tok, val := p.tok, p.val
	switch tok {
	case "$", "'":
		p.next()
		return &term{op: tok, text: val}, nil
	case "0":
		p.next()
		n, _ := strict.ParseNumber(val)
		return &term{op: tok, text: val, num: n.Value}, nil
	case "(":
		p.next()
		inner, err := p.binary(0, depth)
		if err == nil && p.tok != ")" {
			err = errCondition
		}
		p.next()
		return inner, err
	}
	want, known := arguments[tok]
	if !known {
		return nil, errCondition
	}
	t := &term{op: tok}
	if p.next(); p.tok != "(" {
		return nil, errCondition
	}
	p.next()
	for len(t.of) < want {
		a, err := p.binary(0, depth)
		if err != nil {
			return nil, err
		}
		t.of = append(t.of, a)
		if len(t.of) < want {
			if p.tok != "," {
				return nil, errCondition
			}
			p.next()
		}
	}
	if p.tok != ")" {
		return nil, errCondition
	}
	p.next()
	return t, nil
}
