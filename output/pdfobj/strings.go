package pdfobj

import "bytes"

// hex reads a hexadecimal string (7.3.4.3); the < is already taken. An odd
// last digit counts as if a 0 followed.
func (l *lexer) hex(at int) (token, error) {
	n := bytes.IndexByte(l.data[l.pos:], '>')
	if n < 0 {
		return token{}, syntax(at, "hexadecimal string is not closed")
	}
	out := make([]byte, 0, (n+1)/2)
	high := -1
	for i, c := range l.data[l.pos : l.pos+n] {
		v := unhex(c)
		switch {
		case v < 0 && classes[c] == space:
		case v < 0:
			return token{}, syntax(l.pos+i, "byte in a hexadecimal string that is no digit")
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	l.pos += n + 1
	return token{kind: tokString, at: at, text: out}, nil
}

// literal reads a literal string (7.3.4.2); the ( is already taken. A string
// without escapes is not copied.
func (l *lexer) literal(at int) (token, error) {
	start, depth, plain := l.pos, 1, true
	for ; l.pos < len(l.data); l.pos++ {
		switch l.data[l.pos] {
		case '\\':
			plain = false
			l.pos++ // whatever follows is no parenthesis of ours
		case '\r':
			plain = false
		case '(':
			depth++
		case ')':
			if depth--; depth > 0 {
				continue
			}
			text := l.data[start:l.pos:l.pos]
			l.pos++
			if !plain {
				text = unescape(text)
			}
			return token{kind: tokString, at: at, text: text}, nil
		}
	}
	l.pos = len(l.data)
	return token{}, syntax(at, "literal string is not closed")
}

// unescape undoes the escapes of a literal string and turns each end-of-line
// marker into a line feed, as 7.3.4.2 wants.
func unescape(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\r':
			i += pairedLF(s, i)
			out = append(out, '\n')
		case '\\':
			i++
			var used int
			out, used = unescapeOne(out, s[i:])
			i += used - 1
		default:
			out = append(out, c)
		}
	}
	return out
}

// pairedLF is 1 where the CR at i is followed by its LF.
func pairedLF(s []byte, i int) int {
	if i+1 < len(s) && s[i+1] == '\n' {
		return 1
	}
	return 0
}

// unescapeOne reads what follows a backslash and says how many bytes that was.
func unescapeOne(out, s []byte) ([]byte, int) {
	switch c := s[0]; c {
	case 'n':
		return append(out, '\n'), 1
	case 'r':
		return append(out, '\r'), 1
	case 't':
		return append(out, '\t'), 1
	case 'b':
		return append(out, '\b'), 1
	case 'f':
		return append(out, '\f'), 1
	case '\n': // a line continued
		return out, 1
	case '\r':
		return out, 1 + pairedLF(s, 0)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v, n := 0, 0
		for ; n < 3 && n < len(s) && s[n] >= '0' && s[n] <= '7'; n++ {
			v = v<<3 | int(s[n]-'0')
		}
		return append(out, byte(v)), n // high-order overflow is ignored (7.3.4.2)
	default: // the backslash is ignored (7.3.4.2)
		return append(out, c), 1
	}
}
