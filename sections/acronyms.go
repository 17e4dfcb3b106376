package sections

import (
	"slices"

	"assemble/inputs"
	"assemble/layout/doc"
)

// acronyms lists the acronyms of the edition in the order of the language.
func acronyms(in *inputs.Inputs) *doc.Part {
	title := doc.Words(in.Lang.Strings().Acronyms)
	list := &doc.AcronymList{}
	for _, e := range in.AcronymsIn(in.Tag()) {
		text := in.Inline(e.Value.Text)
		if len(text) > 0 {
			if t, ok := text[0].(*doc.Text); ok {
				t.S = in.Lang.Capitalize(t.S)
			}
		}
		list.Entries = append(list.Entries, doc.Acronym{Short: e.Key, Text: text})
	}
	order := in.Lang.Collator()
	slices.SortStableFunc(list.Entries, func(a, b doc.Acronym) int { return order(a.Short, b.Short) })
	return &doc.Part{
		ID: "acronyms", Kind: doc.Acronyms, Title: title,
		Blocks: []doc.Block{&doc.Heading{Base: doc.Base{ID: "acronyms"}, Level: 1, Text: title}, list},
	}
}
