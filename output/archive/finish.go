package archive

import (
	"errors"
	"fmt"

	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/pdfobj"
)

// Draft is what the page writer hands over.
type Draft struct {
	Data  []byte // a PDF file; marks are numbered as frame.Page.Marks does
	Fonts []Font
}

// Font says how page contents name an embedded font, and what it says.
type Font struct {
	Resource string // name in page contents
	Base     string // BaseFont in Data, to find it by
	Name     string // PostScript name, without subset tag
	Texts    []Text // by rising code
}

// Text is what a code of a font says.
type Text struct {
	Code uint16
	Text string
}

// finisher is one file in the making.
type finisher struct {
	book  *frame.Book
	draft *Draft
	file  *pdfobj.File
	w     *pdfobj.Writer

	parent pdfobj.Ref   // of the pages
	pages  []pdfobj.Ref // by page
	elems  []pdfobj.Ref // by element, 0 for those left out
	nodes  []frame.Node
	links  []link
	dests  map[string]bool
	taken  map[pdfobj.Ref]pdfobj.Ref // objects of Data already taken over
}

// Finish writes the book's file from its draft. The same book gives the same
// bytes, whatever the machine, and however fpdf ordered its objects.
func Finish(b *frame.Book, d *Draft) ([]byte, error) {
	file, err := pdfobj.Parse(d.Data)
	if err != nil {
		return nil, fmt.Errorf("reading what the page engine wrote: %w", err)
	}
	f := &finisher{
		book: b, draft: d, file: file, w: pdfobj.NewWriter("1.7"),
		dests: map[string]bool{}, taken: map[pdfobj.Ref]pdfobj.Ref{},
	}
	if err := f.check(); err != nil {
		return nil, err
	}
	if f.nodes, err = b.Tree(); err != nil {
		return nil, err
	}
	catalog, info := f.w.Alloc(), f.w.Alloc()
	if err := f.putPages(); err != nil {
		return nil, err
	}
	if err := f.putCatalog(catalog); err != nil {
		return nil, err
	}
	f.w.Put(info, f.info())
	return f.w.Finish(catalog, info, nil)
}

// check refuses a book without what an accessible file must have (ISO 14289-1,
// 7.1 and 7.2), and notes the destinations.
func (f *finisher) check() error {
	b := f.book
	switch {
	case b.Meta.Title == "":
		return errors.New("a book without a title")
	case b.Meta.Lang == "":
		return errors.New("a book without a language")
	}
	for _, d := range b.Dests {
		if d.Page < 0 || d.Page >= len(b.Pages) {
			return fmt.Errorf("destination %q: page %d of %d", d.Name, d.Page+1, len(b.Pages))
		}
		if f.dests[d.Name] {
			return fmt.Errorf("destination %q stands twice", d.Name)
		}
		f.dests[d.Name] = true
	}
	return nil
}

// point turns a length into a number of PDF points.
func point(v units.Sp) pdfobj.Real {
	return pdfobj.Real(units.MulDiv(v, 1000, int64(units.Pt))) / 1000
}

// box turns a rectangle of a page into PDF's form, with Y up.
func (f *finisher) box(page int, x, y, w, h units.Sp) pdfobj.Array {
	top := f.book.Pages[page].H
	return pdfobj.Array{point(x), point(top - y - h), point(x + w), point(top - y)}
}

// put gives an object a number.
func (f *finisher) put(o pdfobj.Object) pdfobj.Ref {
	r := f.w.Alloc()
	f.w.Put(r, o)
	return r
}

func (f *finisher) putStream(d *pdfobj.Dict, data []byte, compress bool) pdfobj.Ref {
	r := f.w.Alloc()
	f.w.PutStream(r, d, data, compress)
	return r
}

// take copies an object of the draft, and those it refers to, as they are.
func (f *finisher) take(o pdfobj.Object) pdfobj.Object {
	switch v := o.(type) {
	case pdfobj.Ref:
		if r, ok := f.taken[v]; ok {
			return r
		}
		r := f.w.Alloc()
		f.taken[v] = r
		f.w.Put(r, f.take(f.file.Resolve(v)))
		return r
	case pdfobj.Array:
		out := make(pdfobj.Array, len(v))
		for i := range v {
			out[i] = f.take(v[i])
		}
		return out
	case *pdfobj.Dict:
		out := new(pdfobj.Dict)
		for key, value := range v.All() {
			out.Set(key, f.take(value))
		}
		return out
	case *pdfobj.Stream:
		d, _ := f.take(v.Dict).(*pdfobj.Dict)
		return &pdfobj.Stream{Dict: d, Data: v.Data}
	}
	return o
}
