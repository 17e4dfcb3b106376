package pdfobj

import "errors"

// PageRef is a page: its number in the file and its dictionary.
type PageRef struct {
	Ref Ref
	// Dict is a copy of the page's dictionary with what the page tree lets it
	// inherit filled in (7.7.3.4), so a page can be read and rewritten alone.
	Dict *Dict
}

// inheritable are the entries that a page may take from above (7.7.3.4).
var inheritable = [4]Name{"Resources", "MediaBox", "CropBox", "Rotate"}

// Pages returns the pages in reading order.
func (f *File) Pages() ([]PageRef, error) {
	root, ok := f.Catalog().Get("Pages").(Ref)
	if !ok {
		return nil, errors.New("the catalogue has no page tree")
	}
	w := pageWalk{file: f, seen: make([]bool, len(f.objects))}
	if err := w.node(root, new(Dict), 0); err != nil {
		return nil, err
	}
	return w.pages, nil
}

type pageWalk struct {
	file  *File
	seen  []bool
	pages []PageRef
}

func (w *pageWalk) node(r Ref, above *Dict, depth int) error {
	o, err := w.file.Object(r)
	if err != nil {
		return err
	}
	d, _ := o.(*Dict)
	if d == nil || depth > maxDepth || w.seen[r] {
		return w.fault(r, "is no node of a page tree, or stands in it twice or too deep")
	}
	w.seen[r] = true
	switch d.Get("Type") {
	case Name("Page"):
		w.pages = append(w.pages, PageRef{r, inherit(d, above)})
		return nil
	case Name("Pages"):
	default:
		return w.fault(r, "stands in the page tree but has neither type")
	}
	kids, ok := w.file.Resolve(d.Get("Kids")).(Array)
	if !ok {
		return w.fault(r, "has no Kids")
	}
	passed := new(Dict)
	for _, key := range inheritable {
		passed.Set(key, above.Get(key))
		if own := d.Get(key); own != nil {
			passed.Set(key, own)
		}
	}
	for _, kid := range kids {
		k, ok := kid.(Ref)
		if !ok {
			return w.fault(r, "has a kid that is no reference")
		}
		if err := w.node(k, passed, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) fault(r Ref, what string) error {
	return errors.New(objectName(r) + " " + what)
}

func inherit(page, above *Dict) *Dict {
	d := page.Clone()
	for _, key := range inheritable {
		if d.Get(key) == nil {
			d.Set(key, above.Get(key))
		}
	}
	return d
}
