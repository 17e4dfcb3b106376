package archive

import (
	"fmt"
	"slices"
	"strings"

	"assemble/layout/frame"
	"assemble/output/pdfobj"
)

// putCatalog writes the catalogue (7.7.2) and all that hangs from it but pages.
func (f *finisher) putCatalog(r pdfobj.Ref) error {
	tree, err := f.putTree()
	if err != nil {
		return err
	}
	meta, err := f.metadata()
	if err != nil {
		return err
	}
	d := new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Catalog")).
		Set("Pages", f.parent).
		Set("Lang", pdfobj.Text(f.book.Meta.Lang)).
		Set("MarkInfo", new(pdfobj.Dict).Set("Marked", true)).
		Set("StructTreeRoot", tree).
		Set("ViewerPreferences", new(pdfobj.Dict).Set("DisplayDocTitle", true)).
		Set("Metadata", f.putStream(metadataDict(), meta, false)).
		Set("OutputIntents", pdfobj.Array{f.put(f.outputIntent())})
	if err := f.setOutline(d); err != nil {
		return err
	}
	if len(f.book.Dests) > 0 {
		d.Set("Names", new(pdfobj.Dict).Set("Dests", f.putNameTree(f.destinations())))
	}
	if len(f.book.Labels) > 0 {
		labels, err := f.pageLabels()
		if err != nil {
			return err
		}
		d.Set("PageLabels", f.putNumberTree(labels))
	}
	f.w.Put(r, d)
	return nil
}

// metadataDict marks a metadata stream. It is not compressed, so that programs
// that know nothing of PDF can find the packet (14.3.2).
func metadataDict() *pdfobj.Dict {
	return new(pdfobj.Dict).Set("Type", pdfobj.Name("Metadata")).Set("Subtype", pdfobj.Name("XML"))
}

// outputIntent says that colours are sRGB (ISO 19005-2, 6.2.3).
func (f *finisher) outputIntent() *pdfobj.Dict {
	const name = "sRGB IEC61966-2.1"
	profile := f.putStream(new(pdfobj.Dict).Set("N", 3), sRGB(), true)
	return new(pdfobj.Dict).
		Set("Type", pdfobj.Name("OutputIntent")).
		Set("S", pdfobj.Name("GTS_PDFA1")).
		Set("OutputConditionIdentifier", pdfobj.String(name)).
		Set("RegistryName", pdfobj.String("http://www.color.org")).
		Set("Info", pdfobj.String(name)).
		Set("DestOutputProfile", profile)
}

// destinations lists the named places, by name (12.3.2.3).
func (f *finisher) destinations() []named {
	out := make([]named, len(f.book.Dests))
	for i, d := range f.book.Dests {
		y := point(f.book.Pages[d.Page].H - d.Y)
		out[i] = named{d.Name, pdfobj.Array{f.pages[d.Page], pdfobj.Name("XYZ"), nil, y, nil}}
	}
	slices.SortFunc(out, func(a, b named) int { return strings.Compare(a.name, b.name) })
	return out
}

// setOutline writes the outline (12.3.3), shown open to its first level.
func (f *finisher) setOutline(catalog *pdfobj.Dict) error {
	if len(f.book.Outline) == 0 {
		return nil
	}
	root := f.w.Alloc()
	d := new(pdfobj.Dict).Set("Type", pdfobj.Name("Outlines")).Set("Count", len(f.book.Outline))
	if err := f.outline(d, root, f.book.Outline); err != nil {
		return err
	}
	f.w.Put(root, d)
	catalog.Set("Outlines", root).Set("PageMode", pdfobj.Name("UseOutlines"))
	return nil
}

// outline writes the entries under d, which is object parent.
func (f *finisher) outline(d *pdfobj.Dict, parent pdfobj.Ref, entries []frame.Outline) error {
	refs := make([]pdfobj.Ref, len(entries))
	for i := range refs {
		refs[i] = f.w.Alloc()
	}
	for i, o := range entries {
		if !f.dests[o.Dest] {
			return fmt.Errorf("outline entry %q leads to %q, which is nowhere", o.Title, o.Dest)
		}
		item := new(pdfobj.Dict).
			Set("Title", pdfobj.Text(o.Title)).
			Set("Parent", parent).
			Set("Dest", pdfobj.String(o.Dest))
		if i > 0 {
			item.Set("Prev", refs[i-1])
		}
		if i+1 < len(refs) {
			item.Set("Next", refs[i+1])
		}
		if len(o.Kids) > 0 {
			// Closed: the number that would show on opening, negated. Those
			// below are closed too, so it is the children alone.
			item.Set("Count", -len(o.Kids))
			if err := f.outline(item, refs[i], o.Kids); err != nil {
				return err
			}
		}
		f.w.Put(refs[i], item)
	}
	d.Set("First", refs[0]).Set("Last", refs[len(refs)-1])
	return nil
}

// pageLabels lists where the numbering of pages changes (12.4.2). The first
// page must have an entry.
func (f *finisher) pageLabels() ([]numbered, error) {
	labels := slices.Clone(f.book.Labels)
	slices.SortStableFunc(labels, func(a, b frame.PageLabel) int { return a.Page - b.Page })
	var out []numbered
	if labels[0].Page > 0 {
		out = append(out, numbered{0, new(pdfobj.Dict)})
	}
	for i, l := range labels {
		if l.Page < 0 || l.Page >= len(f.pages) || i > 0 && l.Page == labels[i-1].Page {
			return nil, fmt.Errorf("a page label from page %d of %d on, or two from there", l.Page+1, len(f.pages))
		}
		d := new(pdfobj.Dict)
		if l.Style != "" {
			d.Set("S", pdfobj.Name(l.Style))
		}
		setText(d, "P", l.Prefix)
		if l.Start > 1 {
			d.Set("St", l.Start)
		}
		out = append(out, numbered{l.Page, d})
	}
	return out, nil
}
