package archive

import (
	"slices"

	"assemble/output/pdfobj"
)

// named and numbered are entries of name trees (7.9.6) and number trees (7.9.7).
type (
	named struct {
		name  string
		value pdfobj.Object
	}
	numbered struct {
		key   int
		value pdfobj.Object
	}
)

// leafSize bounds a leaf, so that a reader need not take in a long list to
// look up one entry. Leaves hang from the root: a report has some dozens.
const leafSize = 256

// putNameTree writes entries, which must be sorted by name. Names are written
// as they are, so that their bytes stay in that order.
func (f *finisher) putNameTree(entries []named) pdfobj.Ref {
	var leaves []*pdfobj.Dict
	for part := range slices.Chunk(entries, leafSize) {
		list := make(pdfobj.Array, 0, 2*len(part))
		for _, e := range part {
			list = append(list, pdfobj.String(e.name), e.value)
		}
		limits := pdfobj.Array{list[0], list[len(list)-2]}
		leaves = append(leaves, new(pdfobj.Dict).Set("Limits", limits).Set("Names", list))
	}
	return f.putLeaves(leaves)
}

// putNumberTree writes entries, which must be sorted by key.
func (f *finisher) putNumberTree(entries []numbered) pdfobj.Ref {
	var leaves []*pdfobj.Dict
	for part := range slices.Chunk(entries, leafSize) {
		list := make(pdfobj.Array, 0, 2*len(part))
		for _, e := range part {
			list = append(list, e.key, e.value)
		}
		limits := pdfobj.Array{list[0], list[len(list)-2]}
		leaves = append(leaves, new(pdfobj.Dict).Set("Limits", limits).Set("Nums", list))
	}
	return f.putLeaves(leaves)
}

// putLeaves writes the leaves, of which there is at least one, under a root; a
// single leaf is the root, which has no limits.
func (f *finisher) putLeaves(leaves []*pdfobj.Dict) pdfobj.Ref {
	if len(leaves) == 1 {
		leaves[0].Del("Limits")
		return f.put(leaves[0])
	}
	kids := make(pdfobj.Array, len(leaves))
	for i, l := range leaves {
		kids[i] = f.put(l)
	}
	return f.put(new(pdfobj.Dict).Set("Kids", kids))
}
