package sections

import (
	"assemble/inputs"
	"assemble/layout/doc"
)

// Build returns the parts of the report up to the annexes, in the order in
// which they stand.
func Build(in *inputs.Inputs) []*doc.Part {
	var out []*doc.Part
	for _, f := range in.Front {
		switch f.S {
		case "cover":
			out = append(out, cover(in))
		case "note":
			out = appendText(out, in, in.Note.S, doc.NotePage)
		case "contents":
			out = append(out, &doc.Part{
				ID: "contents", Kind: doc.Contents, Title: doc.Words(in.Lang.Strings().Contents), Blocks: []doc.Block{&doc.ContentsList{}},
			})
		case "acronyms":
			out = append(out, acronyms(in))
		}
	}
	out = appendText(out, in, in.Foreword.S, doc.Foreword)
	for _, id := range in.Parts {
		out = appendText(out, in, id.S, doc.Body)
	}
	return out
}

// appendText appends a manuscript; one that could not be read was reported.
func appendText(list []*doc.Part, in *inputs.Inputs, id string, kind doc.PartKind) []*doc.Part {
	p := in.Texts[id]
	if p == nil {
		return list
	}
	p.Kind = kind
	return append(list, p)
}
