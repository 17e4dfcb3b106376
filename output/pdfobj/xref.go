package pdfobj

import "bytes"

type placeKind uint8

const (
	placeFree   placeKind = 0 // the numbers are those of 7.5.8.3, table 18
	placeOffset placeKind = 1
	placePacked placeKind = 2
)

// place is where an object stands: at an offset, or at an index of the object
// stream with number at.
type place struct {
	kind  placeKind
	at    int
	index int
}

// crossReference finds the one cross-reference section and reads it.
func (r *reader) crossReference() error {
	if err := r.startxref(); err != nil {
		return err
	}
	if bytes.HasPrefix(r.data[r.xrefAt:], []byte("xref")) {
		return r.classic()
	}
	return r.xrefStream()
}

// startxref reads the offset at the end of the file (7.5.5).
func (r *reader) startxref() error {
	tail := max(0, len(r.data)-1024)
	i := bytes.LastIndex(r.data[tail:], []byte("startxref"))
	if i < 0 {
		return syntax(len(r.data), "no startxref at the end: the file is cut or no PDF")
	}
	r.parser.start(r.data, tail+i+len("startxref"), len(r.data))
	at, err := r.parser.natural(int64(tail + i))
	if err != nil {
		return err
	}
	r.xrefAt = int(at)
	return nil
}

// classic reads a cross-reference table and the trailer behind it (7.5.4).
func (r *reader) classic() error {
	p := &r.parser
	p.start(r.data, r.xrefAt+len("xref"), len(r.data))
	first, err := p.natural(0)
	if err != nil {
		return err
	}
	n, err := p.natural(maxObjects)
	if err != nil {
		return err
	}
	p.skipSpace()
	const line = 20 // bytes of an entry, line end included (7.5.4)
	if (len(r.data)-p.pos)/line < int(n) {
		return syntax(p.pos, "cross-reference table is cut short")
	}
	r.xref = make([]place, first+n)
	for i := range r.xref {
		at := p.pos + i*line
		if r.xref[i], err = tableEntry(r.data[at:at+line], at); err != nil {
			return err
		}
	}
	p.pos += int(n) * line
	if err := p.expect("trailer"); err != nil {
		return err
	}
	return r.trailer()
}

// tableEntry reads "nnnnnnnnnn ggggg n" with its two bytes of line end.
func tableEntry(line []byte, at int) (place, error) {
	offset, ok := digits(line[:10])
	generation, okGeneration := digits(line[11:16])
	if !ok || !okGeneration || line[10] != ' ' || line[16] != ' ' ||
		classes[line[18]] != space || classes[line[19]] != space {
		return place{}, syntax(at, "malformed cross-reference entry")
	}
	switch {
	case line[17] == 'f':
		return place{}, nil
	case line[17] == 'n' && generation == 0 && offset < at:
		return place{kind: placeOffset, at: offset}, nil
	}
	return place{}, syntax(at, "cross-reference entry that is updated or out of range")
}

func digits(s []byte) (int, bool) {
	v := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

func (r *reader) trailer() error {
	at := r.parser.pos
	o, err := r.parser.object()
	if err != nil {
		return err
	}
	d, ok := o.(*Dict)
	if !ok {
		return syntax(at, "no trailer dictionary")
	}
	if err := r.accept(d, at); err != nil {
		return err
	}
	if d.Get("Size") != int64(len(r.xref)) {
		return syntax(at, "the trailer's Size is not that of the cross-reference table")
	}
	return nil
}

// accept refuses the kinds of file that stand outside this package and keeps
// the entries of the trailer that do not speak of the file's bytes.
func (r *reader) accept(d *Dict, at int) error {
	for _, refused := range []struct{ key, what Name }{
		{"Encrypt", "the file is encrypted"},
		{"Prev", "the file was updated in place or linearized"},
		{"XRefStm", "the file is hybrid"},
	} {
		if d.Get(refused.key) != nil {
			return syntax(at, string(refused.what)+", which is not read here")
		}
	}
	r.file.Trailer = new(Dict)
	for _, key := range [3]Name{"Root", "Info", "ID"} {
		r.file.Trailer.Set(key, d.Get(key))
	}
	return nil
}

// xrefStream reads a cross-reference stream (7.5.8).
func (r *reader) xrefStream() error {
	p := &r.parser
	p.start(r.data, r.xrefAt, len(r.data))
	number, err := p.natural(maxObjects)
	if err != nil {
		return err
	}
	p.pos = r.xrefAt
	o, err := p.indirect(Ref(number))
	if err != nil {
		return err
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict.Get("Type") != Name("XRef") {
		return syntax(r.xrefAt, "startxref leads to no cross-reference")
	}
	if err := r.accept(s.Dict, r.xrefAt); err != nil {
		return err
	}
	rows, err := r.file.Decode(s)
	if err != nil {
		return syntax(r.xrefAt, err.Error())
	}
	return r.xrefRows(s.Dict, rows)
}

// xrefRows reads the entries; they must run from 0 to Size without a gap.
func (r *reader) xrefRows(d *Dict, rows []byte) error {
	size, ok := d.Get("Size").(int64)
	if index, has := d.Get("Index").(Array); has {
		ok = ok && len(index) == 2 && index[0] == int64(0) && index[1] == size
	}
	w, okW := widths(d)
	row := w[0] + w[1] + w[2]
	if !ok || !okW || size < 1 || size > maxObjects || int64(len(rows)) != size*int64(row) {
		return syntax(r.xrefAt, "cross-reference stream with a wrong Size, Index or W")
	}
	r.xref = make([]place, size)
	for i := range r.xref {
		fields := rows[i*row:]
		p := place{placeKind(fields[0]), bigEndian(fields[1 : 1+w[1]]), bigEndian(fields[1+w[1] : row])}
		switch {
		case p.kind == placeFree:
			continue
		case p.kind == placeOffset && p.at < len(r.data) && p.index == 0, p.kind == placePacked:
			r.xref[i] = p
		default:
			return syntax(r.xrefAt, "cross-reference stream with an entry that is updated or out of range")
		}
	}
	return nil
}

// widths reads W. A kind must have its byte, for without it the free object 0
// could not be told (7.5.8.2); four bytes reach any place that is read here.
func widths(d *Dict) ([3]int, bool) {
	var w [3]int
	a, _ := d.Get("W").(Array)
	if len(a) != len(w) {
		return w, false
	}
	for i, o := range a {
		v, ok := o.(int64)
		if !ok || v < 0 || v > 4 {
			return w, false
		}
		w[i] = int(v)
	}
	return w, w[0] == 1 && w[1] > 0
}

func bigEndian(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}
