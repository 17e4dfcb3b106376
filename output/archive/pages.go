package archive

import (
	"fmt"
	"strings"

	"assemble/layout/frame"
	"assemble/output/pdfobj"
)

// link is a link annotation: its object, its page and its Link element.
type link struct {
	ref  pdfobj.Ref
	page int
	elem frame.ElemID
}

// putPages writes the page tree. One node holds all pages: readers of today
// find a page in a flat list as fast as in a tree.
func (f *finisher) putPages() error {
	old, err := f.file.Pages()
	if err != nil {
		return fmt.Errorf("reading what the page engine wrote: %w", err)
	}
	if len(old) != len(f.book.Pages) {
		return fmt.Errorf("%d pages, of which the page engine wrote %d", len(f.book.Pages), len(old))
	}
	f.parent = f.w.Alloc()
	kids := make(pdfobj.Array, len(old))
	for n := range old {
		f.pages = append(f.pages, f.w.Alloc())
		kids[n] = f.pages[n]
	}
	f.w.Put(f.parent, new(pdfobj.Dict).Set("Type", pdfobj.Name("Pages")).Set("Kids", kids).Set("Count", len(kids)))
	if err := f.putLinks(); err != nil {
		return err
	}
	resources, err := f.resources(old[0].Dict)
	if err != nil {
		return err
	}
	for n := range old {
		s, ok := f.file.Resolve(old[n].Dict.Get("Contents")).(*pdfobj.Stream)
		if !ok {
			return fmt.Errorf("page %d: no contents", n+1)
		}
		content, err := f.file.Decode(s)
		if err != nil {
			return fmt.Errorf("page %d: %w", n+1, err)
		}
		f.putPage(n, resources, f.putStream(nil, content, true))
	}
	return nil
}

// putPage writes a page and its annotations. Tabs tells readers to follow the
// structure when moving from link to link (ISO 14289-1, 7.18.3).
func (f *finisher) putPage(n int, resources, content pdfobj.Ref) {
	p := &f.book.Pages[n]
	d := new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Page")).
		Set("Parent", f.parent).
		Set("MediaBox", pdfobj.Array{0, 0, point(p.W), point(p.H)}).
		Set("Resources", resources).
		Set("Contents", content).
		Set("Tabs", pdfobj.Name("S"))
	if f.marked(n) {
		d.Set("StructParents", n)
	}
	var annots pdfobj.Array
	for _, l := range f.links {
		if l.page == n {
			annots = append(annots, l.ref)
		}
	}
	if annots != nil {
		d.Set("Annots", annots)
	}
	f.w.Put(f.pages[n], d)
}

// marked reports whether a page has content of elements.
func (f *finisher) marked(n int) bool {
	for _, m := range f.book.Pages[n].Marks() {
		if m.Tag != 0 {
			return true
		}
	}
	return false
}

// putLinks writes the link annotations of all Link elements. Keys of the parent
// tree below the number of pages belong to pages.
func (f *finisher) putLinks() error {
	for e := range f.nodes {
		for _, l := range f.nodes[e].Links {
			d, err := f.annotation(l.Page, l.Area)
			if err != nil {
				return fmt.Errorf("page %d: the link %q: %w", l.Page+1, l.Area.Text, err)
			}
			d.Set("StructParent", len(f.book.Pages)+len(f.links))
			f.links = append(f.links, link{f.put(d), l.Page, frame.ElemID(e)})
		}
	}
	return nil
}

// annotation makes a link annotation. It prints (F 4) because ISO 19005-2,
// 6.3.2 wants it so, and shows nothing, because it has no border.
func (f *finisher) annotation(n int, a *frame.Area) (*pdfobj.Dict, error) {
	d := new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Annot")).
		Set("Subtype", pdfobj.Name("Link")).
		Set("Rect", f.box(n, a.X, a.Y, a.W, a.H)).
		Set("Border", pdfobj.Array{0, 0, 0}).
		Set("F", 4)
	says := a.Text
	switch {
	case a.URL != "":
		uri := pdfobj.String(escapeURI(a.URL))
		d.Set("A", new(pdfobj.Dict).Set("S", pdfobj.Name("URI")).Set("URI", uri))
		if says == "" {
			says = a.URL
		}
	case !f.dests[a.Dest]:
		return nil, fmt.Errorf("it leads to %q, which is nowhere", a.Dest)
	default:
		d.Set("Dest", pdfobj.String(a.Dest))
		if says == "" {
			says = a.Dest
		}
	}
	return d.Set("Contents", pdfobj.Text(says)), nil
}

// escapeURI leaves ASCII only, which is all that a URI action may hold (12.6.4.7).
func escapeURI(url string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for _, c := range []byte(url) {
		if c <= ' ' || c > '~' {
			out.WriteByte('%')
			out.WriteByte(hex[c>>4])
			c = hex[c&15]
		}
		out.WriteByte(c)
	}
	return out.String()
}
