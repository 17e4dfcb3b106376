package sheet

import (
	"bytes"
	"strconv"
)

// sharedStrings is the table of texts that cells refer to by number: one long
// text, so that a million of them cost no more than their letters.
type sharedStrings struct {
	text string
	ends []uint32
}

// at is a text of the table.
func (s *sharedStrings) at(n int) (string, bool) {
	if n < 0 || n >= len(s.ends) {
		return "", false
	}
	from := uint32(0)
	if n > 0 {
		from = s.ends[n-1]
	}
	return s.text[from:s.ends[n]], true
}

// maxStrings bounds the number of texts.
const maxStrings = 16 << 20

func readStrings(a *archive, name string) (sharedStrings, error) {
	if name == "" {
		return sharedStrings{}, nil
	}
	r, err := a.open(name)
	if err != nil {
		return sharedStrings{}, err
	}
	defer r.Close()
	x := newScanner(r)
	var text []byte
	var ends []uint32
	if ok, err := x.child(1); !ok {
		return sharedStrings{}, orXML(err)
	}
	for {
		ok, err := x.child(1)
		if err != nil {
			return sharedStrings{}, err
		}
		if !ok {
			break
		}
		from := len(text)
		if text, err = x.richText(text, MaxText); err != nil {
			return sharedStrings{}, err
		}
		if !isXMLText(text[from:]) {
			return sharedStrings{}, errXML
		}
		if len(text) > MaxStrings || len(ends) == maxStrings {
			return sharedStrings{}, tooMuch("sheet-text", MaxStrings, "bytes of text in the workbook")
		}
		ends = append(ends, uint32(len(text)))
	}
	return sharedStrings{string(text), ends}, nil
}

func orXML(err error) error {
	if err == nil {
		return errXML
	}
	return err
}

// richText appends the text of an element whose t elements hold it, in runs or
// not; how it is read aloud (rPh) is no part of it.
func (x *scanner) richText(to []byte, limit int) ([]byte, error) {
	depth, from := x.depth(), len(to)
	for {
		t, err := x.next()
		switch {
		case err != nil:
			return to, err
		case t == tokenEOF, t == tokenEnd && x.depth() < depth:
			return unescape(to, from), nil
		case t != tokenStart || string(x.name) == "r":
			continue
		case string(x.name) == "t":
			to, err = x.content(to)
		default:
			err = x.skip()
		}
		if err != nil {
			return to, err
		}
		if len(to)-from > limit {
			return to, tooMuch("sheet-text", limit, "bytes of text in one cell")
		}
	}
}

// content appends the text of the element that was begun last.
func (x *scanner) content(to []byte) ([]byte, error) {
	depth, from := x.depth(), len(to)
	for {
		t, err := x.next()
		if err != nil {
			return to, err
		}
		switch {
		case t == tokenEOF, t == tokenEnd && x.depth() < depth:
			return to, nil
		case t == tokenStart:
			return to, errXML
		case t == tokenText && x.literal:
			to = append(to, x.text...)
		case t == tokenText:
			if to, err = appendText(to, x.text); err != nil {
				return to, err
			}
		}
		if len(to)-from > MaxText {
			return to, tooMuch("sheet-text", MaxText, "bytes of text in one cell")
		}
	}
}

// unescape resolves _x000D_ and its like in what was appended from on
// (ST_Xstring, 22.9.2.19). Other control characters than tab and line ends show
// nothing and are dropped.
func unescape(text []byte, from int) []byte {
	if !bytes.Contains(text[from:], []byte("_x")) {
		return text
	}
	out := text[:from]
	for i := from; i < len(text); i++ {
		if code, ok := escaped(text[i:]); ok {
			if isXMLChar(code) {
				out = append(out, string(code)...)
			}
			i += len("_x0000_") - 1
			continue
		}
		out = append(out, text[i])
	}
	return out
}

func escaped(text []byte) (rune, bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil
}
