package frame

// Select returns a book of some pages of b, in the order given. Links and
// destinations that lead to other pages are left out, and so is the outline.
func (b *Book) Select(pages []int) *Book {
	out := &Book{Elems: b.Elems, Meta: b.Meta}
	now := map[int]int{}
	for i, p := range pages {
		now[p] = i
		out.Pages = append(out.Pages, b.Pages[p])
		out.Labels = append(out.Labels, b.labelOf(p, i))
	}
	known := map[string]bool{}
	for _, d := range b.Dests {
		if at, ok := now[d.Page]; ok {
			d.Page = at
			out.Dests = append(out.Dests, d)
			known[d.Name] = true
		}
	}
	for i := range out.Pages {
		kept := make([]Item, 0, len(out.Pages[i].Items))
		for _, it := range out.Pages[i].Items {
			if a, ok := it.(*Area); ok && a.URL == "" && !known[a.Dest] {
				continue
			}
			kept = append(kept, it)
		}
		out.Pages[i].Items = kept
	}
	return out
}

// labelOf is the label of page p of b, for page i of a selection.
func (b *Book) labelOf(p, i int) PageLabel {
	out := PageLabel{Page: i}
	for _, l := range b.Labels {
		if l.Page <= p {
			out.Style, out.Prefix, out.Start = l.Style, l.Prefix, l.Start+p-l.Page
		}
	}
	return out
}

// PagesOf returns the pages that have content of an element or of one inside
// it, in order.
func (b *Book) PagesOf(id ElemID) []int {
	var out []int
	inside := map[ElemID]bool{0: false, id: true}
	var in func(ElemID) bool
	in = func(e ElemID) bool {
		v, ok := inside[e]
		if !ok {
			v = in(b.Elems[e].Parent)
			inside[e] = v
		}
		return v
	}
	for n := range b.Pages {
		for _, it := range b.Pages[n].Items {
			if in(it.Elem()) {
				out = append(out, n)
				break
			}
		}
	}
	return out
}
