package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// scanner reads XML as a stream of tags and text. The rows of a large sheet are
// some hundred megabytes of it, for which the decoder of the standard library
// takes ten times as long. It knows what data files of spreadsheets hold: no
// document types, no entities beyond the five of XML, UTF-8 or UTF-16. Tags
// must close in order.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool
	name     []byte // of the tag read last, without its prefix; gone with the next
	rest     []byte // its attributes
	text     []byte // of the text read last, as it stands in the file
	literal  bool   // the text has no references
	closing  bool   // the tag read last was an empty element, its end is due
	open     []byte // names of the elements that are open, one behind the other
	marks    []int  // where each of them begins
}

type token uint8

const (
	tokenEnd token = iota // of an element
	tokenStart
	tokenText
	tokenEOF
)

// Bounds of the scanner.
const (
	maxDepth  = 256
	maxTag    = 1 << 20 // bytes of one tag or comment
	firstRead = 64 << 10
)

var (
	errXML   = damaged("its XML is not well-formed")
	errDepth = damaged("its XML is nested too deeply")
	errType  = damaged("its XML declares a document type or another encoding than UTF-8 and UTF-16")
)

func newScanner(r io.Reader) *scanner {
	x := &scanner{r: r, buf: make([]byte, firstRead)}
	if x.fill() == nil && x.end >= 2 && (x.buf[0] == 0xfe && x.buf[1] == 0xff || x.buf[0] == 0xff && x.buf[1] == 0xfe) {
		head := bytes.Clone(x.buf[:x.end])
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		x.r, x.end, x.eof = transform.NewReader(io.MultiReader(bytes.NewReader(head), r), decoder), 0, false
	}
	return x
}

// fill reads more behind what is there; what was read before pos is given up.
func (x *scanner) fill() error {
	if x.eof {
		return io.EOF
	}
	if x.pos > 0 {
		copy(x.buf, x.buf[x.pos:x.end])
		x.end -= x.pos
		x.pos = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) >= maxTag {
			return errXML
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	for {
		n, err := x.r.Read(x.buf[x.end:])
		x.end += n
		if errors.Is(err, io.EOF) {
			x.eof = true
			err = nil
		}
		if err != nil {
			return err
		}
		if n > 0 {
			return nil
		}
		if x.eof {
			return io.EOF
		}
	}
}

// depth is the number of open elements.
func (x *scanner) depth() int { return len(x.marks) }

// next gives the next token. Text may come in several pieces; comments and
// processing instructions are passed over.
func (x *scanner) next() (token, error) {
	if x.closing {
		x.closing = false
		x.pop()
		return tokenEnd, nil
	}
	for {
		if x.pos == x.end {
			if err := x.fill(); err == io.EOF {
				return tokenEOF, x.finish()
			} else if err != nil {
				return tokenEOF, err
			}
		}
		if x.buf[x.pos] != '<' {
			return tokenText, x.readText()
		}
		t, again, err := x.markup()
		if err != nil || !again {
			return t, err
		}
	}
}

func (x *scanner) finish() error {
	if len(x.marks) > 0 {
		return damaged("it ends too early")
	}
	return nil
}

// readText reads up to the next tag or the end of the buffer, but never cuts a
// reference or a line end in two.
func (x *scanner) readText() error {
	for {
		part := x.buf[x.pos:x.end]
		n := bytes.IndexByte(part, '<')
		if n < 0 {
			n = len(part)
			if amp := bytes.LastIndexByte(part, '&'); amp >= 0 && n-amp < 12 && bytes.IndexByte(part[amp:], ';') < 0 {
				n = amp
			} else if part[n-1] == '\r' {
				n--
			}
			if x.eof {
				n = len(part)
			}
		}
		if n > 0 {
			x.text, x.literal = part[:n], false
			x.pos += n
			return nil
		}
		if err := x.fill(); err != nil && err != io.EOF {
			return err
		}
	}
}

// markup reads what begins with "<"; again says that it was nothing to tell.
func (x *scanner) markup() (t token, again bool, err error) {
	if err := x.want(2); err != nil {
		return 0, false, err
	}
	switch x.buf[x.pos+1] {
	case '/':
		return tokenEnd, false, x.endTag()
	case '?':
		return 0, true, x.instruction()
	case '!':
		return x.declaration()
	}
	return tokenStart, false, x.startTag()
}

// want makes sure of n bytes at pos.
func (x *scanner) want(n int) error {
	for x.end-x.pos < n {
		if err := x.fill(); err == io.EOF {
			return damaged("it ends too early")
		} else if err != nil {
			return err
		}
	}
	return nil
}

// through returns what stands up to and with a closing mark.
func (x *scanner) through(closing string) ([]byte, error) {
	for from := 0; ; {
		if i := bytes.Index(x.buf[x.pos+from:x.end], []byte(closing)); i >= 0 {
			part := x.buf[x.pos : x.pos+from+i+len(closing)]
			x.pos += len(part)
			return part, nil
		}
		from = max(0, x.end-x.pos-len(closing))
		if err := x.want(x.end - x.pos + 1); err != nil {
			return nil, err
		}
	}
}

func (x *scanner) instruction() error {
	part, err := x.through("?>")
	if err != nil {
		return err
	}
	x.name, x.rest = nil, part[:len(part)-2]
	if !bytes.HasPrefix(part, []byte("<?xml ")) {
		return nil
	}
	x.rest = part[6 : len(part)-2]
	for a := x.attributes(); a.next(); {
		if v := bytes.ToUpper(a.value); string(a.name) == "encoding" && !bytes.HasPrefix(v, []byte("UTF-")) && string(v) != "US-ASCII" {
			return errType
		}
	}
	return nil
}

func (x *scanner) declaration() (t token, again bool, err error) {
	if err := x.want(9); err != nil {
		return 0, false, err
	}
	switch head := x.buf[x.pos : x.pos+9]; {
	case bytes.HasPrefix(head, []byte("<!--")):
		x.pos += 4
		_, err = x.through("-->")
		return 0, true, err
	case string(head) == "<![CDATA[":
		x.pos += 9
		part, err := x.through("]]>")
		if err != nil {
			return 0, false, err
		}
		x.text, x.literal = part[:len(part)-3], true
		return tokenText, false, nil
	}
	return 0, false, errType
}

func (x *scanner) endTag() error {
	part, err := x.through(">")
	if err != nil {
		return err
	}
	name := trimXML(part[2 : len(part)-1])
	if len(x.marks) == 0 || !bytes.Equal(x.open[x.marks[len(x.marks)-1]:], name) {
		return errXML
	}
	x.name, x.rest = local(name), nil
	x.pop()
	return nil
}

func (x *scanner) pop() {
	last := len(x.marks) - 1
	x.open, x.marks = x.open[:x.marks[last]], x.marks[:last]
}

// startTag reads a tag. A ">" in an attribute does not end it.
func (x *scanner) startTag() error {
	quote := byte(0)
	i := 1
	for ; ; i++ {
		if x.pos+i == x.end {
			if err := x.want(i + 1); err != nil {
				return err
			}
		}
		c := x.buf[x.pos+i]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
		} else if c == '"' || c == '\'' {
			quote = c
		} else if c == '>' {
			break
		} else if c == '<' {
			return errXML
		}
	}
	part := x.buf[x.pos+1 : x.pos+i]
	x.pos += i + 1
	if len(part) > 0 && part[len(part)-1] == '/' {
		x.closing, part = true, part[:len(part)-1]
	}
	n := 0
	for n < len(part) && !isXMLSpace(part[n]) {
		n++
	}
	if n == 0 {
		return errXML
	}
	if len(x.marks) == maxDepth {
		return errDepth
	}
	x.marks = append(x.marks, len(x.open))
	x.open = append(x.open, part[:n]...)
	x.name, x.rest = local(part[:n]), part[n:]
	return nil
}

func isXMLSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// trimXML is bytes.TrimSpace for the four spaces of XML; tags are trimmed often.
func trimXML(s []byte) []byte {
	for len(s) > 0 && isXMLSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isXMLSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// skip passes over the rest of the element that was begun last.
func (x *scanner) skip() error {
	for want := x.depth() - 1; x.depth() > want; {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// child gives the next element inside the one that is open at depth, or false
// at its end.
func (x *scanner) child(depth int) (bool, error) {
	for {
		switch t, err := x.next(); {
		case err != nil:
			return false, err
		case t == tokenStart:
			return true, nil
		case t == tokenEOF, t == tokenEnd && x.depth() < depth:
			return false, nil
		}
	}
}

// attributes of the tag that was read last.
func (x *scanner) attributes() attributes { return attributes{rest: x.rest} }

type attributes struct {
	rest        []byte
	prefix      []byte // of the name, with its colon
	name, value []byte // the name without its prefix, the value as it stands in the file
}

func (a *attributes) next() bool {
	eq := bytes.IndexByte(a.rest, '=')
	if eq < 0 {
		return false
	}
	full := trimXML(a.rest[:eq])
	a.name = local(full)
	a.prefix = full[:len(full)-len(a.name)]
	value := trimXML(a.rest[eq+1:])
	if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
		return false
	}
	end := bytes.IndexByte(value[1:], value[0])
	if end < 0 {
		return false
	}
	a.value, a.rest = value[1:1+end], value[end+2:]
	return true
}

// int is the value as a number, or -1.
func (a *attributes) int() int {
	n := 0
	if len(a.value) == 0 || len(a.value) > 9 {
		return -1
	}
	for _, c := range a.value {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// bool is the value as XML Schema writes it.
func (a *attributes) bool() bool { return string(a.value) == "1" || string(a.value) == "true" }

// string is the value with its references resolved.
func (a *attributes) string() (string, error) {
	out, err := appendText(nil, a.value)
	return string(out), err
}

// appendText appends text with its references resolved and its line ends made
// line feeds (XML 1.0, 2.11 and 4.6).
func appendText(to, raw []byte) ([]byte, error) {
	for {
		i := bytes.IndexAny(raw, "&\r")
		if i < 0 {
			return append(to, raw...), nil
		}
		to = append(to, raw[:i]...)
		if raw[i] == '\r' {
			raw = raw[i+1:]
			if len(raw) == 0 || raw[0] != '\n' {
				to = append(to, '\n')
			}
			continue
		}
		semi := bytes.IndexByte(raw[i:], ';')
		if semi < 0 {
			return to, errXML
		}
		r := reference(raw[i+1 : i+semi])
		if r < 0 {
			return to, errXML
		}
		to = utf8.AppendRune(to, r)
		raw = raw[i+semi+1:]
	}
}

// reference is the character that a reference names, or -1.
func reference(name []byte) rune {
	switch string(name) {
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "amp":
		return '&'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	if len(name) < 2 || name[0] != '#' {
		return -1
	}
	digits, base := string(name[1:]), 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !isXMLChar(rune(n)) {
		return -1
	}
	return rune(n)
}

// isXMLChar is Char of XML 1.0, 2.2.
func isXMLChar(r rune) bool {
	return r >= ' ' && r < 0xd800 || r == '\t' || r == '\n' || r == '\r' || r > 0xdfff && r < 0xfffe || r > 0xffff && r <= utf8.MaxRune
}

// isXMLText reports whether all is UTF-8 and what XML may hold.
func isXMLText(text []byte) bool {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return utf8.Valid(text)
}
