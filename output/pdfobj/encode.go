package pdfobj

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Append appends the written form of an object to dst. Streams have none, for
// they only stand alone (7.3.8): PutStream writes them. It fails on what no
// file may hold: values outside the limits of annex C and types that are no
// Object.
func Append(dst []byte, o Object) ([]byte, error) {
	e := encoder{buf: dst, start: len(dst)}
	if err := e.object(o); err != nil {
		return dst, err
	}
	return e.buf, nil
}

// AppendReal appends a number with at most six decimals, no exponent and no
// superfluous zeros. A whole number keeps its point only where it is too large
// for an integer. The value must be finite.
func AppendReal(dst []byte, v Real) []byte {
	start := len(dst)
	dst = strconv.AppendFloat(dst, float64(v), 'f', 6, 64)
	end := len(dst)
	for dst[end-1] == '0' {
		end--
	}
	if dst[end-1] == '.' && math.Abs(float64(v)) <= maxInt {
		end--
	}
	if dst = dst[:end]; string(dst[start:]) == "-0" {
		return append(dst[:start], '0')
	}
	return dst
}

// AppendString appends a literal string. The literal form never comes out
// longer than the hexadecimal one, and it deflates better and faster.
func AppendString(dst, s []byte) []byte {
	dst = append(dst, '(')
	for _, c := range s {
		switch c {
		case '(', ')', '\\':
			dst = append(dst, '\\', c)
		case '\r': // left bare it would be read as a line feed (7.3.4.2)
			dst = append(dst, '\\', 'r')
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, ')')
}

const hexDigits = "0123456789ABCDEF"

func appendHex(dst, s []byte) []byte {
	dst = append(dst, '<')
	for _, c := range s {
		dst = append(dst, hexDigits[c>>4], hexDigits[c&15])
	}
	return append(dst, '>')
}

// encoder appends objects to buf, with white space only where two tokens would
// run together.
type encoder struct {
	buf   []byte
	start int       // what stands before is none of ours
	refer func(Ref) // told of every reference, if not nil
	depth int
}

func (e *encoder) object(o Object) error {
	switch v := o.(type) {
	case nil:
		e.gap()
		e.buf = append(e.buf, "null"...)
	case bool:
		e.gap()
		e.buf = strconv.AppendBool(e.buf, v)
	case int:
		return e.integer(int64(v))
	case int64:
		return e.integer(v)
	case Real:
		return e.number(v)
	case Name:
		return e.name(v)
	case String:
		if len(v) > maxString {
			return errors.New("string of more than 32,767 bytes")
		}
		e.buf = AppendString(e.buf, v)
	case Ref:
		return e.reference(v)
	case Array:
		return e.array(v)
	case *Dict:
		return e.dict(v)
	default:
		return unwritable(o)
	}
	return nil
}

func unwritable(o Object) error {
	if _, ok := o.(*Stream); ok {
		return errors.New("stream within an object: it must be one of its own")
	}
	return fmt.Errorf("value of type %T is no object", o)
}

// gap keeps what follows, which begins with a regular character, apart from
// what stands before. The empty name, a bare slash, needs that too.
func (e *encoder) gap() {
	n := len(e.buf)
	if n > e.start && (classes[e.buf[n-1]] == regular || e.buf[n-1] == '/') {
		e.buf = append(e.buf, ' ')
	}
}

func (e *encoder) integer(v int64) error {
	if v > maxInt || v < -maxInt-1 {
		return errors.New("integer of more than 32 bits")
	}
	e.gap()
	e.buf = strconv.AppendInt(e.buf, v, 10)
	return nil
}

func (e *encoder) number(v Real) error {
	if f := math.Abs(float64(v)); math.IsNaN(f) || f > maxReal {
		return errors.New("number that is not finite or out of range")
	}
	e.gap()
	e.buf = AppendReal(e.buf, v)
	return nil
}

func (e *encoder) name(n Name) error {
	if len(n) > maxName {
		return errors.New("name of more than 127 bytes")
	}
	e.buf = append(e.buf, '/')
	for i := range len(n) {
		c := n[i]
		switch {
		case c == 0:
			return errors.New("name with a zero byte")
		case c <= ' ' || c > '~' || c == '#' || classes[c] != regular:
			e.buf = append(e.buf, '#', hexDigits[c>>4], hexDigits[c&15])
		default:
			e.buf = append(e.buf, c)
		}
	}
	return nil
}

func (e *encoder) reference(r Ref) error {
	if r < 1 || r > maxObjects {
		return errors.New("reference to an object number out of range")
	}
	if e.refer != nil {
		e.refer(r)
	}
	e.gap()
	e.buf = strconv.AppendInt(e.buf, int64(r), 10)
	e.buf = append(e.buf, " 0 R"...)
	return nil
}

func (e *encoder) enter() error {
	if e.depth++; e.depth > maxDepth {
		return errors.New("arrays and dictionaries nested too deeply")
	}
	return nil
}

func (e *encoder) array(a Array) error {
	if err := e.enter(); err != nil {
		return err
	}
	e.buf = append(e.buf, '[')
	for _, o := range a {
		if err := e.object(o); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, ']')
	e.depth--
	return nil
}

func (e *encoder) dict(d *Dict) error {
	if err := e.enter(); err != nil {
		return err
	}
	e.buf = append(e.buf, "<<"...)
	if err := e.pairs(d); err != nil {
		return err
	}
	e.buf = append(e.buf, ">>"...)
	e.depth--
	return nil
}

func (e *encoder) pairs(d *Dict) error {
	for key, value := range d.All() {
		if err := e.name(key); err != nil {
			return err
		}
		if err := e.object(value); err != nil {
			return fmt.Errorf("%s: %w", string(key), err)
		}
	}
	return nil
}
