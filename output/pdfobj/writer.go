package pdfobj

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
)

// Writer writes a new file. Objects are numbered by Alloc, given by Put and
// PutStream in any order, and laid down by Finish in the order of their
// numbers, so the bytes depend on the objects alone.
//
// A Writer is used by one goroutine. It turns objects into bytes at once, so
// dictionaries may be reused after Put, but it keeps the data of streams until
// Finish.
type Writer struct {
	version  string
	slots    []slot // by number; 0 is never used
	referrer []Ref  // by number, the first object that refers to it
	text     []byte // the written objects, one after the other
	err      error
}

// slot is what stands behind an object number.
type slot struct {
	state    slotState
	from, to int // in Writer.text; of a stream, the entries of its dictionary
	data     []byte
	compress bool
}

type slotState uint8

const (
	slotFree slotState = iota
	slotObject
	slotStream
)

// NewWriter starts a file of a version, 1.5 to 2.0 (object streams came with
// 1.5, see 7.5.7).
func NewWriter(version string) *Writer {
	w := &Writer{version: version, slots: make([]slot, 1)}
	if !slices.Contains([]string{"1.5", "1.6", "1.7", "2.0"}, version) {
		w.err = fmt.Errorf("version %q has no object streams: want 1.5, 1.6, 1.7 or 2.0", version)
	}
	return w
}

// Alloc returns the next object number. A number that nothing refers to may be
// left without an object: it is then written as free.
func (w *Writer) Alloc() Ref {
	w.slots = append(w.slots, slot{})
	return Ref(len(w.slots) - 1)
}

// Put gives an allocated number its object, once. A *Stream is written with
// its data as they are.
func (w *Writer) Put(r Ref, o Object) {
	if s, ok := o.(*Stream); ok {
		w.putStream(r, s.Dict, s.Data, false)
		return
	}
	w.put(r, slotObject, func(e *encoder) error { return e.object(o) })
}

// PutStream gives an allocated number a stream. With compress the data are
// deflated, unless that makes them longer; the dictionary must name no filter
// then. Length is set in either case. The data are kept until Finish.
func (w *Writer) PutStream(r Ref, d *Dict, data []byte, compress bool) {
	if compress && d.Get("Filter") != nil {
		w.fail(r, errors.New("is to be compressed but has a Filter already"))
		return
	}
	w.putStream(r, d, data, compress)
}

func (w *Writer) putStream(r Ref, d *Dict, data []byte, compress bool) {
	d = d.Clone()
	d.Del("Length")
	if w.put(r, slotStream, func(e *encoder) error { return e.pairs(d) }) {
		w.slots[r].data, w.slots[r].compress = data, compress
	}
}

// put writes an object into the text and says whether that went well.
func (w *Writer) put(r Ref, state slotState, write func(*encoder) error) bool {
	if w.err != nil {
		return false
	}
	if r < 1 || int(r) >= len(w.slots) {
		w.fail(r, errors.New("was never allocated"))
		return false
	}
	if w.slots[r].state != slotFree {
		w.fail(r, errors.New("was put twice"))
		return false
	}
	from := len(w.text)
	e := encoder{buf: w.text, start: from, refer: func(to Ref) { w.refer(r, to) }}
	if err := write(&e); err != nil {
		w.fail(r, err)
		return false
	}
	w.text = e.buf
	s := &w.slots[r]
	s.state, s.from, s.to = state, from, len(w.text)
	return true
}

// refer notes a reference. Whether it leads anywhere only Finish can tell.
func (w *Writer) refer(from, to Ref) {
	if n := int(to) + 1 - len(w.referrer); n > 0 {
		w.referrer = append(w.referrer, make([]Ref, n)...)
	}
	if w.referrer[to] == 0 {
		w.referrer[to] = from
	}
}

func (w *Writer) fail(r Ref, err error) {
	if w.err == nil {
		w.err = fmt.Errorf("%s: %w", objectName(r), err)
	}
}

// Finish returns the file. root is the catalogue; info is the information
// dictionary, or 0 for none; id is the file identifier (14.4), or nil to have
// the file's bytes hashed for one. The Writer is spent afterwards.
func (w *Writer) Finish(root, info Ref, id []byte) ([]byte, error) {
	return w.finish(root, info, id, workers())
}

func (w *Writer) finish(root, info Ref, id []byte, workers int) ([]byte, error) {
	if err := w.check(root, info, id); err != nil {
		return nil, err
	}
	jobs := w.jobs()
	if err := compressAll(jobs, workers); err != nil {
		return nil, err
	}
	f := w.layDown(jobs)
	if id == nil {
		sum := sha256.Sum256(f.buf)
		id = sum[:16]
	}
	return f.close(root, info, id)
}

// check looks for what only the whole file can show.
func (w *Writer) check(root, info Ref, id []byte) error {
	if w.err != nil {
		return w.err
	}
	if id != nil && len(id) != 16 {
		return errors.New("file identifier that has not 16 bytes")
	}
	for n, from := range w.referrer {
		if from != 0 && (n >= len(w.slots) || w.slots[n].state == slotFree) {
			return fmt.Errorf("%s: refers to %s, which was never put", objectName(from), objectName(Ref(n)))
		}
	}
	if !w.isObject(root) {
		return errors.New("the catalogue was never put")
	}
	if info != 0 && !w.isObject(info) {
		return errors.New("the information dictionary was never put")
	}
	if len(w.slots)+len(w.slots)/maxPacked+2 > maxObjects {
		return errors.New("file of too many objects")
	}
	return nil
}

func (w *Writer) isObject(r Ref) bool {
	return r > 0 && int(r) < len(w.slots) && w.slots[r].state == slotObject
}

// job is one stream of the file to be: a stream that was put, or an object
// stream. Its dictionary lacks Length and, if it is compressed, Filter.
type job struct {
	number   Ref
	pairs    []byte
	data     []byte
	compress bool
	deflated bool
	members  []Ref // the objects in it, of an object stream
}

// jobs lists the streams in the order of their numbers. Everything that is not
// a stream goes into object streams, numbered after the rest: the generation
// is always 0, nothing is encrypted and no Length is a reference, so none of
// the exceptions of 7.5.7 arises.
func (w *Writer) jobs() []job {
	var jobs []job
	var plain []Ref
	for n, s := range w.slots {
		switch s.state {
		case slotStream:
			jobs = append(jobs, job{number: Ref(n), pairs: w.text[s.from:s.to], data: s.data, compress: s.compress})
		case slotObject:
			plain = append(plain, Ref(n))
		}
	}
	next := Ref(len(w.slots))
	for members := range slices.Chunk(plain, maxPacked) {
		jobs = append(jobs, w.pack(next, members))
		next++
	}
	return jobs
}

// pack makes an object stream (7.5.7): numbers and places, then the objects.
func (w *Writer) pack(number Ref, members []Ref) job {
	var head, body []byte
	for _, r := range members {
		s := w.slots[r]
		head = appendInt(head, int(r), ' ')
		head = appendInt(head, len(body), ' ')
		body = append(body, w.text[s.from:s.to]...)
		body = append(body, '\n')
	}
	pairs := appendInt([]byte("/Type/ObjStm/N "), len(members), '/')
	pairs = appendInt(append(pairs, "First "...), len(head), ' ')
	return job{
		number: number, pairs: pairs[:len(pairs)-1],
		data: append(head, body...), compress: true, members: members,
	}
}
