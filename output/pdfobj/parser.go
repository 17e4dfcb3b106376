package pdfobj

import "slices"

// parser reads objects from tokens. One parser serves a whole file, so that
// its stacks are reused and its count of values bounds the file.
type parser struct {
	lexer
	refs    bool // "12 0 R" is a reference; not so in page contents
	depth   int
	values  int
	stack   []Object
	entries []entry
	names   map[string]Object
}

// start points the parser at a stretch of bytes; limit is where it must stop.
func (p *parser) start(data []byte, pos, limit int) {
	p.lexer = lexer{data: data[:limit:limit], pos: pos}
	p.depth, p.stack, p.entries = 0, p.stack[:0], p.entries[:0]
}

func (p *parser) object() (Object, error) {
	t, err := p.next()
	if err != nil {
		return nil, err
	}
	return p.value(t)
}

// value reads the object that begins with token t.
func (p *parser) value(t token) (Object, error) {
	if p.values++; p.values > maxValues {
		return nil, syntax(t.at, "too many values")
	}
	switch t.kind {
	case tokInt:
		if p.refs && p.refTail() {
			return reference(t)
		}
		return t.integer, nil
	case tokReal:
		return Real(t.real), nil
	case tokString:
		return String(t.text), nil
	case tokName:
		return p.intern(t.text), nil
	case tokOpenArray:
		return p.array(t.at)
	case tokOpenDict:
		return p.dict(t.at)
	}
	return word(t)
}

func word(t token) (Object, error) {
	switch {
	case t.is("true"):
		return true, nil
	case t.is("false"):
		return false, nil
	case t.is("null"):
		return nil, nil
	case t.kind == tokEnd:
		return nil, syntax(t.at, "an object is missing at the end")
	}
	return nil, syntax(t.at, "an object was expected here")
}

func reference(t token) (Object, error) {
	if t.integer < 1 || t.integer > maxObjects {
		return nil, syntax(t.at, "reference to an object number out of range")
	}
	return Ref(t.integer), nil
}

// refTail takes the "0 R" of a reference if it is there. Other generations are
// left, and then refused as a stray R.
func (p *parser) refTail() bool {
	i, ok := p.spaced(p.pos)
	if !ok || i >= len(p.data) || p.data[i] != '0' {
		return false
	}
	i, ok = p.spaced(i + 1)
	if !ok || i >= len(p.data) || p.data[i] != 'R' {
		return false
	}
	if i+1 < len(p.data) && classes[p.data[i+1]] == regular {
		return false
	}
	p.pos = i + 1
	return true
}

// spaced skips white space from i and says whether there was any.
func (p *parser) spaced(i int) (int, bool) {
	start := i
	for i < len(p.data) && classes[p.data[i]] == space {
		i++
	}
	return i, i > start
}

// intern shares the memory of names, which repeat in every object.
func (p *parser) intern(text []byte) Object {
	if n, ok := p.names[string(text)]; ok {
		return n
	}
	n := Name(text)
	if p.names == nil {
		p.names = make(map[string]Object)
	}
	if len(p.names) < maxInterned {
		p.names[string(n)] = n
	}
	return n
}

func (p *parser) enter(at int) error {
	if p.depth++; p.depth > maxDepth {
		return syntax(at, "arrays and dictionaries are nested too deeply")
	}
	return nil
}

func (p *parser) array(at int) (Object, error) {
	if err := p.enter(at); err != nil {
		return nil, err
	}
	base := len(p.stack)
	for {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.kind == tokCloseArray {
			break
		}
		if t.kind == tokEnd {
			return nil, syntax(at, "array is not closed")
		}
		v, err := p.value(t)
		if err != nil {
			return nil, err
		}
		p.stack = append(p.stack, v)
	}
	a := make(Array, len(p.stack)-base)
	copy(a, p.stack[base:])
	p.stack = p.stack[:base]
	p.depth--
	return a, nil
}

func (p *parser) dict(at int) (Object, error) {
	if err := p.enter(at); err != nil {
		return nil, err
	}
	base := len(p.entries)
	for {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.kind == tokCloseDict {
			break
		}
		if t.kind != tokName {
			return nil, syntax(t.at, "a dictionary key was expected here")
		}
		key := p.intern(t.text).(Name)
		v, err := p.object()
		if err != nil {
			return nil, err
		}
		if v != nil { // a null value is an absent key (7.3.7)
			p.entries = append(p.entries, entry{key, v})
		}
	}
	d := &Dict{entries: slices.Clone(p.entries[base:])}
	p.entries = p.entries[:base]
	p.depth--
	if d.repeats() {
		return nil, syntax(at, "dictionary with a key set twice")
	}
	return d, nil
}

// repeats says whether a key stands twice, which 7.3.7 forbids. Long
// dictionaries go through a map, or a hostile one would cost its square.
func (d *Dict) repeats() bool {
	if len(d.entries) > 16 {
		seen := make(map[Name]bool, len(d.entries))
		for _, e := range d.entries {
			if seen[e.key] {
				return true
			}
			seen[e.key] = true
		}
		return false
	}
	for i, e := range d.entries {
		for _, f := range d.entries[:i] {
			if e.key == f.key {
				return true
			}
		}
	}
	return false
}

// expect takes the given word or fails.
func (p *parser) expect(word string) error {
	t, err := p.next()
	if err != nil {
		return err
	}
	if !t.is(word) {
		return syntax(t.at, word+" was expected here")
	}
	return nil
}

// indirect reads "12 0 obj … endobj", where the number must be r (7.3.10).
func (p *parser) indirect(r Ref) (Object, error) {
	for _, want := range [2]int64{int64(r), 0} {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.kind != tokInt || t.integer != want {
			return nil, syntax(t.at, "not the object that the cross-reference says")
		}
	}
	if err := p.expect("obj"); err != nil {
		return nil, err
	}
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	t, err := p.next()
	if err != nil {
		return nil, err
	}
	if d, ok := o.(*Dict); ok && t.is("stream") {
		return p.stream(d, t.at)
	}
	if !t.is("endobj") {
		return nil, syntax(t.at, "endobj was expected here")
	}
	return o, nil
}

// stream reads the bytes after the word stream, which is already taken (7.3.8).
func (p *parser) stream(d *Dict, at int) (Object, error) {
	n, ok := d.Get("Length").(int64)
	if !ok || n < 0 {
		return nil, syntax(at, "stream without a direct Length")
	}
	rest := p.data[p.pos:]
	switch {
	case len(rest) > 0 && rest[0] == '\n':
		p.pos++
	case len(rest) > 1 && rest[0] == '\r' && rest[1] == '\n':
		p.pos += 2
	default:
		return nil, syntax(p.pos, "no line end after the word stream")
	}
	if n > int64(len(p.data)-p.pos) {
		return nil, syntax(at, "stream is cut short")
	}
	end := p.pos + int(n)
	data := p.data[p.pos:end:end]
	p.pos = end
	if err := p.expect("endstream"); err != nil {
		return nil, err
	}
	if err := p.expect("endobj"); err != nil {
		return nil, err
	}
	return &Stream{Dict: d, Data: data}, nil
}
