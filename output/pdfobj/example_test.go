package pdfobj_test

import (
	"fmt"

	"assemble/output/pdfobj"
)

// A file of one empty page, written and read back.
func Example() {
	w := pdfobj.NewWriter("1.7")
	root, tree, page := w.Alloc(), w.Alloc(), w.Alloc()
	w.Put(root, new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Catalog")).
		Set("Pages", tree))
	w.Put(tree, new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Pages")).
		Set("Kids", pdfobj.Array{page}).
		Set("Count", 1).
		Set("MediaBox", pdfobj.Array{0, 0, pdfobj.Real(595.28), pdfobj.Real(841.89)}))
	w.Put(page, new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Page")).
		Set("Parent", tree))
	data, err := w.Finish(root, 0, nil)
	if err != nil {
		fmt.Println(err)
		return
	}

	file, err := pdfobj.Parse(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	pages, err := file.Pages()
	for _, p := range pages {
		text, _ := pdfobj.Append(nil, p.Dict)
		fmt.Println(p.Ref, string(text), err)
	}
	// Output: 3 <</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]>> <nil>
}
