package archive

import (
	"fmt"
	"slices"
	"strings"

	"assemble/layout/frame"
	"assemble/output/pdfobj"
)

// putTree writes the structure tree (14.7.2) and returns its root.
func (f *finisher) putTree() (pdfobj.Ref, error) {
	ids, err := f.ids()
	if err != nil {
		return 0, err
	}
	root := f.w.Alloc()
	f.elems = make([]pdfobj.Ref, len(f.nodes))
	for e := range f.nodes {
		if f.nodes[e].Kept {
			f.elems[e] = f.w.Alloc()
		}
	}
	for e, r := range f.elems {
		if r == 0 {
			continue
		}
		d, err := f.element(frame.ElemID(e), ids)
		if err != nil {
			return 0, fmt.Errorf("element %d (%s): %w", e, f.book.Elems[e].Role, err)
		}
		if e == 1 {
			d.Set("P", root)
		} else {
			d.Set("P", f.elems[f.nodes[e].Parent])
		}
		f.w.Put(r, d)
	}
	d := new(pdfobj.Dict).
		Set("Type", pdfobj.Name("StructTreeRoot")).
		Set("K", f.elems[1])
	if keys := f.parentKeys(); len(keys) > 0 {
		d.Set("ParentTree", f.putNumberTree(keys)).
			Set("ParentTreeNextKey", len(f.book.Pages)+len(f.links))
	}
	if len(ids) > 0 {
		d.Set("IDTree", f.putNameTree(f.idValues(ids)))
	}
	f.w.Put(root, d)
	return root, nil
}

// ids finds the elements by their id.
func (f *finisher) ids() (map[string]frame.ElemID, error) {
	ids := map[string]frame.ElemID{}
	for e := range f.nodes {
		id := f.book.Elems[e].ID
		if id == "" || !f.nodes[e].Kept {
			continue
		}
		if other, ok := ids[id]; ok {
			return nil, fmt.Errorf("elements %d and %d have both the id %q", other, e, id)
		}
		ids[id] = frame.ElemID(e)
	}
	return ids, nil
}

func (f *finisher) idValues(ids map[string]frame.ElemID) []named {
	var out []named
	for id, e := range ids {
		out = append(out, named{id, f.elems[e]})
	}
	slices.SortFunc(out, func(a, b named) int { return strings.Compare(a.name, b.name) })
	return out
}

// element makes the dictionary of an element, but for its parent.
func (f *finisher) element(e frame.ElemID, ids map[string]frame.ElemID) (*pdfobj.Dict, error) {
	el, n := &f.book.Elems[e], &f.nodes[e]
	d := new(pdfobj.Dict).Set("S", pdfobj.Name(el.Role))
	page := -1
	if n.Marked() {
		page = n.First.Page
		d.Set("Pg", f.pages[page])
	}
	if el.ID != "" {
		d.Set("ID", pdfobj.String(el.ID))
	}
	setText(d, "T", el.Title)
	setText(d, "Alt", el.Alt)
	setText(d, "ActualText", el.Actual)
	setText(d, "Lang", el.Lang)
	a, err := f.attributes(el, ids)
	if err != nil {
		return nil, err
	}
	setList(d, "A", a)
	var kids pdfobj.Array
	for _, k := range n.Kids {
		kids = append(kids, f.kid(k, page))
	}
	for _, l := range f.linksOf(e) {
		kids = append(kids, new(pdfobj.Dict).
			Set("Type", pdfobj.Name("OBJR")).Set("Obj", l.ref).Set("Pg", f.pages[l.page]))
	}
	setList(d, "K", kids)
	return d, nil
}

// linksOf returns the annotations of an element; putLinks wrote them in the
// order of elements.
func (f *finisher) linksOf(e frame.ElemID) []link {
	n := len(f.nodes[e].Links)
	if n == 0 {
		return nil
	}
	i, _ := slices.BinarySearchFunc(f.links, e, func(l link, e frame.ElemID) int { return int(l.elem) - int(e) })
	return f.links[i : i+n]
}

// kid is an element, or a mark: a bare number if it is on the page of its
// element (14.7.4.2).
func (f *finisher) kid(k frame.Kid, page int) pdfobj.Object {
	switch {
	case k.Elem != 0:
		return f.elems[k.Elem]
	case k.At.Page == page:
		return k.At.Number
	}
	return new(pdfobj.Dict).
		Set("Type", pdfobj.Name("MCR")).Set("Pg", f.pages[k.At.Page]).Set("MCID", k.At.Number)
}

func setText(d *pdfobj.Dict, key pdfobj.Name, text string) {
	if text != "" {
		d.Set(key, pdfobj.Text(text))
	}
}

// setList sets a value that may be one or several.
func setList(d *pdfobj.Dict, key pdfobj.Name, list pdfobj.Array) {
	switch len(list) {
	case 0:
	case 1:
		d.Set(key, list[0])
	default:
		d.Set(key, list)
	}
}

// attributes makes the attribute dictionaries of an element (14.8.5).
func (f *finisher) attributes(el *frame.Elem, ids map[string]frame.ElemID) (pdfobj.Array, error) {
	var out pdfobj.Array
	table := new(pdfobj.Dict).Set("O", pdfobj.Name("Table"))
	if el.Scope != "" {
		table.Set("Scope", pdfobj.Name(el.Scope))
	}
	if el.ColSpan > 1 {
		table.Set("ColSpan", el.ColSpan)
	}
	if el.RowSpan > 1 {
		table.Set("RowSpan", el.RowSpan)
	}
	if len(el.Headers) > 0 {
		headers := make(pdfobj.Array, len(el.Headers))
		for i, id := range el.Headers {
			if _, ok := ids[id]; !ok {
				return nil, fmt.Errorf("it names the header cell %q, which is nowhere", id)
			}
			headers[i] = pdfobj.String(id)
		}
		table.Set("Headers", headers)
	}
	if table.Len() > 1 {
		out = append(out, table)
	}
	if el.Numbering != "" {
		out = append(out, new(pdfobj.Dict).
			Set("O", pdfobj.Name("List")).Set("ListNumbering", pdfobj.Name(el.Numbering)))
	}
	if b := el.BBox; b != nil {
		if el.BBoxPage < 0 || el.BBoxPage >= len(f.pages) {
			return nil, fmt.Errorf("its box is on page %d of %d", el.BBoxPage+1, len(f.pages))
		}
		out = append(out, new(pdfobj.Dict).
			Set("O", pdfobj.Name("Layout")).Set("BBox", f.box(el.BBoxPage, b.X, b.Y, b.W, b.H)))
	}
	return out, nil
}

// parentKeys lists, for each page, the element of each mark, and for each link
// its element (14.7.4.4).
func (f *finisher) parentKeys() []numbered {
	var out []numbered
	for n := range f.book.Pages {
		var list pdfobj.Array
		for _, m := range f.book.Pages[n].Marks() {
			if m.Tag != 0 {
				list = append(list, f.elems[m.Tag])
			}
		}
		if list == nil {
			continue
		}
		out = append(out, numbered{n, f.put(list)})
	}
	for i, l := range f.links {
		out = append(out, numbered{len(f.book.Pages) + i, f.elems[l.elem]})
	}
	return out
}
