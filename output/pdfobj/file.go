package pdfobj

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
)

// File is a file read into objects. It is complete and checked once Parse
// returns it, nothing in it is read later, so it may be shared by goroutines
// as long as none changes an object.
type File struct {
	// Version is that of the header, such as "1.7".
	Version string
	// Trailer holds Root, Info and ID (7.5.5), whichever kind of
	// cross-reference they came from.
	Trailer *Dict

	objects []Object // by number; 0 is never used
}

// Parse reads a whole file. The objects alias data, which must not be changed
// afterwards.
func Parse(data []byte) (*File, error) {
	version, err := header(data)
	if err != nil {
		return nil, err
	}
	r := &reader{file: &File{Version: version}, data: data}
	r.parser.refs = true
	if err := r.crossReference(); err != nil {
		return nil, err
	}
	if err := r.load(); err != nil {
		return nil, err
	}
	if r.file.Catalog() == nil {
		return nil, syntax(r.xrefAt, "the trailer's Root is no dictionary of the file")
	}
	return r.file, nil
}

// header reads the version from the first line (7.5.2).
func header(data []byte) (string, error) {
	if len(data) < 9 || !bytes.HasPrefix(data, []byte("%PDF-")) {
		return "", syntax(0, "not a PDF file: it does not start with %PDF-")
	}
	v := data[5:8]
	if v[0] < '1' || v[0] > '9' || v[1] != '.' || v[2] < '0' || v[2] > '9' || classes[data[8]] != space {
		return "", syntax(5, "malformed version")
	}
	return string(v), nil
}

// Len returns the highest object number; objects are numbered from 1.
func (f *File) Len() int { return len(f.objects) - 1 }

// Object returns the object with a number, nil where that number is free.
func (f *File) Object(r Ref) (Object, error) {
	if r < 1 || int(r) >= len(f.objects) {
		return nil, errors.New("the file has no " + objectName(r))
	}
	return f.objects[r], nil
}

// Resolve follows references until it meets an object. A reference to nothing
// is nil (7.3.10), and so is one that runs in a circle.
func (f *File) Resolve(o Object) Object {
	for range maxDepth {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		if r < 1 || int(r) >= len(f.objects) {
			return nil
		}
		o = f.objects[r]
	}
	return nil
}

// Catalog returns the document catalogue (7.7.2).
func (f *File) Catalog() *Dict {
	d, _ := f.Resolve(f.Trailer.Get("Root")).(*Dict)
	return d
}

// reader is a file while it is being read.
type reader struct {
	file   *File
	data   []byte
	parser parser
	xrefAt int     // where the cross-reference stands
	xref   []place // by object number
	inside int     // bytes of object streams decoded so far
}

// load reads every object: first those that stand in the file itself, then
// those in object streams, which are among the first.
func (r *reader) load() error {
	if len(r.xref) == 0 || r.xref[0].kind != placeFree {
		return syntax(r.xrefAt, "cross-reference whose object 0 is not free")
	}
	r.file.objects = make([]Object, len(r.xref))
	var direct []Ref
	for n, p := range r.xref {
		if p.kind == placeOffset {
			direct = append(direct, Ref(n))
		}
	}
	slices.SortFunc(direct, func(a, b Ref) int { return cmp.Compare(r.xref[a].at, r.xref[b].at) })
	for i, n := range direct {
		// An object ends before the next begins. That keeps the work linear: a
		// hostile table could otherwise have every object span the whole file.
		limit := len(r.data)
		if at := r.xref[n].at; at < r.xrefAt {
			limit = r.xrefAt
		}
		if i+1 < len(direct) {
			limit = min(limit, r.xref[direct[i+1]].at)
		}
		r.parser.start(r.data, r.xref[n].at, limit)
		o, err := r.parser.indirect(n)
		if err != nil {
			return err
		}
		r.file.objects[n] = o
	}
	return r.loadPacked()
}

// loadPacked reads the objects that are packed into object streams (7.5.7).
func (r *reader) loadPacked() error {
	unpacked := make(map[Ref][]packed)
	for n, p := range r.xref {
		if p.kind != placePacked {
			continue
		}
		holder := Ref(p.at)
		members, done := unpacked[holder]
		if !done {
			var err error
			if members, err = r.unpack(holder); err != nil {
				return err
			}
			unpacked[holder] = members
		}
		if p.index >= len(members) || members[p.index].number != Ref(n) {
			return &SyntaxError{In: holder, What: objectName(Ref(n)) + " is not where the cross-reference says"}
		}
		r.file.objects[n] = members[p.index].object
	}
	return nil
}

// packed is one object of an object stream.
type packed struct {
	number Ref
	at     int
	object Object
}

func (r *reader) unpack(holder Ref) ([]packed, error) {
	s, ok := r.file.Resolve(holder).(*Stream)
	if !ok || s.Dict.Get("Type") != Name("ObjStm") {
		return nil, &SyntaxError{In: holder, What: "no such object stream"}
	}
	data, err := r.file.Decode(s)
	if err != nil {
		return nil, within(holder, err)
	}
	if r.inside += len(data); r.inside > maxInStreams {
		return nil, &SyntaxError{In: holder, What: "object streams are too large together"}
	}
	members, err := r.members(s.Dict, data)
	if err != nil {
		return nil, within(holder, err)
	}
	return members, nil
}

// members reads the numbers and places at the head of an object stream, then
// the objects. The places rise (7.5.7), so each object ends before the next.
func (r *reader) members(d *Dict, data []byte) ([]packed, error) {
	n, ok := d.Get("N").(int64)
	first, okFirst := d.Get("First").(int64)
	if !ok || !okFirst || n < 0 || first < 0 || first > int64(len(data)) || n > min(first/2, maxObjects) {
		return nil, syntax(0, "object stream with a wrong N or First")
	}
	members := make([]packed, n)
	r.parser.start(data, 0, int(first))
	for i := range members {
		number, err := r.parser.natural(maxObjects)
		if err != nil {
			return nil, err
		}
		at, err := r.parser.natural(int64(len(data)) - first)
		if err != nil {
			return nil, err
		}
		members[i] = packed{number: Ref(number), at: int(first + at)}
		if i > 0 && members[i].at < members[i-1].at {
			return nil, syntax(0, "object stream with places that do not rise")
		}
	}
	for i := range members {
		limit := len(data)
		if i+1 < len(members) {
			limit = members[i+1].at
		}
		r.parser.start(data, members[i].at, limit)
		var err error
		if members[i].object, err = r.parser.object(); err != nil {
			return nil, err
		}
	}
	return members, nil
}

// natural takes an integer from 0 to limit.
func (p *parser) natural(limit int64) (int64, error) {
	t, err := p.next()
	if err != nil {
		return 0, err
	}
	if t.kind != tokInt || t.integer < 0 || t.integer > limit {
		return 0, syntax(t.at, "a number in range was expected here")
	}
	return t.integer, nil
}

// within says which object stream a place counts in.
func within(holder Ref, err error) error {
	if e, ok := err.(*SyntaxError); ok {
		return &SyntaxError{In: holder, Offset: e.Offset, What: e.What}
	}
	return &SyntaxError{In: holder, What: err.Error()}
}
