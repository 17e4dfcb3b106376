package pdfobj

// Ops splits a content stream (7.8.2) into its operators and calls fn for each
// with its operands. The slice of operands is reused for the next operator;
// the operands themselves may be kept. An inline image comes as one EI with a
// *Dict and a String of its bytes.
//
// It ends at the first error of its own, a *SyntaxError, or of fn, which comes
// back as it is.
func Ops(content []byte, fn func(op string, args []Object) error) error {
	var p parser
	p.start(content, 0, len(content))
	var args []Object
	for {
		t, err := p.next()
		if err != nil {
			return err
		}
		if t.kind == tokEnd {
			if len(args) > 0 {
				return syntax(t.at, "operands without an operator at the end")
			}
			return nil
		}
		if isOperand(t) {
			if len(args) == maxOperands {
				return syntax(t.at, "too many operands")
			}
			v, err := p.value(t)
			if err != nil {
				return err
			}
			args = append(args, v)
			continue
		}
		op := string(t.text)
		if op == "BI" {
			if args, err = p.inlineImage(args); err != nil {
				return err
			}
			op = "EI"
		}
		if err := fn(op, args); err != nil {
			return err
		}
		args = args[:0]
	}
}

func isOperand(t token) bool {
	return t.kind != tokWord || t.is("true") || t.is("false") || t.is("null")
}

// inlineImage reads from behind BI to behind EI (8.9.7).
func (p *parser) inlineImage(args []Object) ([]Object, error) {
	d := new(Dict)
	for d.Len() < maxOperands {
		t, err := p.next()
		if err != nil {
			return nil, err
		}
		if t.is("ID") {
			data, err := p.imageData(t.at)
			return append(args, d, data), err
		}
		if t.kind != tokName {
			return nil, syntax(t.at, "a key of an inline image was expected here")
		}
		v, err := p.object()
		if err != nil {
			return nil, err
		}
		d.Set(Name(t.text), v)
	}
	return nil, syntax(p.pos, "inline image with too many keys")
}

// imageData takes the bytes after ID and one white space, up to an EI between
// white spaces. The bytes could hold such an EI themselves; no reader can tell
// without decoding the image, and nothing of ours writes inline images.
func (p *parser) imageData(at int) (String, error) {
	start := min(p.pos+1, len(p.data))
	for i := start; i+1 < len(p.data); i++ {
		if p.data[i] != 'E' || p.data[i+1] != 'I' || i == 0 || classes[p.data[i-1]] != space {
			continue
		}
		if i+2 < len(p.data) && classes[p.data[i+2]] != space {
			continue
		}
		p.pos = i + 2
		return String(p.data[start:max(start, i-1)]), nil
	}
	return nil, syntax(at, "inline image is not closed")
}
