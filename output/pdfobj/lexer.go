package pdfobj

import (
	"bytes"
	"math"
	"strconv"
)

// charClass sorts bytes into the three classes of 7.2.2.
type charClass uint8

const (
	regular charClass = iota
	space
	delimiter
)

var classes = [256]charClass{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter,
	']': delimiter, '{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokInt
	tokReal
	tokString
	tokName
	tokOpenArray
	tokCloseArray
	tokOpenDict
	tokCloseDict
	tokWord
)

// token is one lexical unit. text holds the bytes of a string, name or word,
// escapes undone; it may alias the input.
type token struct {
	kind    tokenKind
	at      int
	integer int64
	real    float64
	text    []byte
}

func (t token) is(word string) bool { return t.kind == tokWord && string(t.text) == word }

// lexer splits bytes into tokens (7.2, 7.3).
type lexer struct {
	data []byte
	pos  int
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case classes[c] == space:
			l.pos++
		case c == '%':
			l.skipComment()
		default:
			return
		}
	}
}

func (l *lexer) skipComment() {
	n := bytes.IndexAny(l.data[l.pos:], "\r\n")
	if n < 0 {
		n = len(l.data) - l.pos
	}
	l.pos += n
}

// run takes the regular characters from the current place on.
func (l *lexer) run() []byte {
	start := l.pos
	for l.pos < len(l.data) && classes[l.data[l.pos]] == regular {
		l.pos++
	}
	return l.data[start:l.pos:l.pos]
}

func (l *lexer) next() (token, error) {
	l.skipSpace()
	at := l.pos
	if at >= len(l.data) {
		return token{kind: tokEnd, at: at}, nil
	}
	switch c := l.data[at]; {
	case classes[c] == delimiter:
		return l.delimited(c)
	case c >= '0' && c <= '9', c == '+', c == '-', c == '.':
		return l.number()
	}
	return token{kind: tokWord, at: at, text: l.run()}, nil
}

func (l *lexer) delimited(c byte) (token, error) {
	at := l.pos
	l.pos++
	doubled := l.pos < len(l.data) && l.data[l.pos] == c
	switch {
	case c == '/':
		return l.name(at)
	case c == '(':
		return l.literal(at)
	case c == '[':
		return token{kind: tokOpenArray, at: at}, nil
	case c == ']':
		return token{kind: tokCloseArray, at: at}, nil
	case c == '<' && doubled:
		l.pos++
		return token{kind: tokOpenDict, at: at}, nil
	case c == '<':
		return l.hex(at)
	case c == '>' && doubled:
		l.pos++
		return token{kind: tokCloseDict, at: at}, nil
	}
	return token{}, syntax(at, "stray "+strconv.QuoteRune(rune(c)))
}

// number reads an integer or a real (7.3.3). Exponents and radix forms, which
// strconv would take, are no PDF numbers.
func (l *lexer) number() (token, error) {
	at := l.pos
	text := l.run()
	digits, point := 0, false
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && !point:
			point = true
		case i == 0 && (c == '+' || c == '-'):
		default:
			return token{}, syntax(at, "malformed number")
		}
	}
	if digits == 0 {
		return token{}, syntax(at, "malformed number")
	}
	if point {
		return realToken(at, text)
	}
	return integerToken(at, text)
}

func realToken(at int, text []byte) (token, error) {
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.Abs(v) > maxReal {
		return token{}, syntax(at, "number out of range")
	}
	return token{kind: tokReal, at: at, real: v}, nil
}

func integerToken(at int, text []byte) (token, error) {
	digits, negative := text, text[0] == '-'
	if negative || text[0] == '+' {
		digits = text[1:]
	}
	var v int64
	for _, c := range digits {
		v = v*10 + int64(c-'0')
		if v > maxParsedInt {
			return token{}, syntax(at, "number out of range")
		}
	}
	if negative {
		v = -v
	}
	return token{kind: tokInt, at: at, integer: v}, nil
}

// name reads a name (7.3.5); the slash is already taken.
func (l *lexer) name(at int) (token, error) {
	text := l.run()
	i := bytes.IndexByte(text, '#')
	if i < 0 {
		return token{kind: tokName, at: at, text: text}, nil
	}
	out := append([]byte(nil), text[:i]...)
	for ; i < len(text); i++ {
		c := text[i]
		if c == '#' {
			if i+2 >= len(text) || unhex(text[i+1]) < 0 || unhex(text[i+2]) < 0 {
				return token{}, syntax(at, "name with a # that is no escape")
			}
			c = byte(unhex(text[i+1])<<4 | unhex(text[i+2]))
			i += 2
		}
		if c == 0 {
			return token{}, syntax(at, "name with a zero byte")
		}
		out = append(out, c)
	}
	return token{kind: tokName, at: at, text: out}, nil
}

// unhex returns the value of a hexadecimal digit, -1 for any other byte.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
