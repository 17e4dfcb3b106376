package pdfobj

import (
	"iter"
	"slices"
	"strconv"
)

// Object is one of nil (the null object), bool, int64, Real, String, Name,
// Array, *Dict, Ref and *Stream. Where objects are written, int is taken too,
// so that constants need no conversion; reading always gives int64.
type Object any

// Ref is a reference to an indirect object by its number. The generation is
// always 0: files here are written once and never updated in place.
type Ref int32

// Name is a PDF name without its slash and with its #-escapes undone.
type Name string

// String is the bytes of a PDF string, escapes undone. Text makes one from
// words; the String's own Text method reads them back.
type String []byte

// Real is a number with a fraction.
type Real float64

// Number returns the value of an integer or a Real: where the standard asks for
// a number, a file may hold either (7.3.3), and a whole Real is written as an
// integer.
func Number(o Object) (Real, bool) {
	switch v := o.(type) {
	case int:
		return Real(v), true
	case int64:
		return Real(v), true
	case Real:
		return v, true
	}
	return 0, false
}

// Array is a PDF array.
type Array []Object

// Stream is a dictionary with bytes. Data stands as in the file, that is,
// still filtered; File.Decode undoes the filters.
type Stream struct {
	Dict *Dict
	Data []byte
}

// Dict is a PDF dictionary that keeps its keys in the order they were set, so
// that what is written never depends on map order. The zero value is empty and
// ready; a nil *Dict can be read like an empty one, which lets a chain of
// look-ups in a hostile file end in "absent" instead of a panic.
//
// Look-ups are linear: dictionaries are short, and a sorted or hashed form
// costs more than it saves below some dozens of keys.
type Dict struct {
	entries []entry
}

type entry struct {
	key   Name
	value Object
}

// Len returns the number of keys.
func (d *Dict) Len() int {
	if d == nil {
		return 0
	}
	return len(d.entries)
}

// Get returns the value of a key, nil where it is absent (7.3.7 makes the two
// the same).
func (d *Dict) Get(key Name) Object {
	if i := d.find(key); i >= 0 {
		return d.entries[i].value
	}
	return nil
}

// Set gives a key a value and returns the dictionary, so that calls chain.
// Setting nil removes the key (7.3.7).
func (d *Dict) Set(key Name, value Object) *Dict {
	if value == nil {
		d.Del(key)
		return d
	}
	if i := d.find(key); i >= 0 {
		d.entries[i].value = value
	} else {
		d.entries = append(d.entries, entry{key, value})
	}
	return d
}

// Del removes a key if it is there; the others keep their order.
func (d *Dict) Del(key Name) {
	if i := d.find(key); i >= 0 {
		d.entries = slices.Delete(d.entries, i, i+1)
	}
}

// All ranges over the keys and values in order.
func (d *Dict) All() iter.Seq2[Name, Object] {
	return func(yield func(Name, Object) bool) {
		if d == nil {
			return
		}
		for _, e := range d.entries {
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

// Clone returns a copy that can be changed without changing d; the values
// themselves are shared.
func (d *Dict) Clone() *Dict {
	if d == nil {
		return new(Dict)
	}
	return &Dict{entries: slices.Clone(d.entries)}
}

func (d *Dict) find(key Name) int {
	if d == nil {
		return -1
	}
	for i := range d.entries {
		if d.entries[i].key == key {
			return i
		}
	}
	return -1
}

// SyntaxError says what is wrong with a file or a content stream and where.
type SyntaxError struct {
	// In is the object stream that the offset counts in, 0 for the file itself.
	In Ref
	// Offset is the place in bytes.
	Offset int
	// What is wrong.
	What string
}

// Error gives the place first, then what is wrong.
func (e *SyntaxError) Error() string {
	at := "offset " + strconv.Itoa(e.Offset) + ": " + e.What
	if e.In != 0 {
		return "object stream " + strconv.Itoa(int(e.In)) + ", " + at
	}
	return at
}

func syntax(offset int, what string) error {
	return &SyntaxError{Offset: offset, What: what}
}

// objectName is how errors call an object.
func objectName(r Ref) string { return "object " + strconv.Itoa(int(r)) }
