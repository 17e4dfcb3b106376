package sections

import (
	"fmt"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// maxHoles bounds the list on the first sheet of a draft; the terminal has the
// rest.
const maxHoles = 200

// DraftSheet is the first sheet of a draft: what is wrong with the edition, and
// where, so that nobody takes the draft for the report.
func DraftSheet(l *lang.Table, list []source.Diagnostic, files *source.Files) *doc.Part {
	title := doc.Words(l.Strings().DraftTitle)
	holes := &doc.List{Start: 1}
	for _, d := range list {
		if d.Severity != source.Error || len(holes.Items) == maxHoles {
			continue
		}
		text := doc.Words(fmt.Sprintf(l.Strings().DraftHole, printable(d.Message), files.String(d.At.Start)))
		holes.Items = append(holes.Items, doc.ListItem{Of: []doc.Block{&doc.Paragraph{Text: text}}})
	}
	return &doc.Part{
		ID: "draft", Kind: doc.NotePage, Title: title,
		Blocks: []doc.Block{&doc.Heading{Base: doc.Base{ID: "draft"}, Level: 1, Text: title}, holes},
	}
}

// printable keeps to letters that every face has: a message may quote the very
// letter that is missing.
func printable(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < ' ' || r > 0x024F && (r < 0x2010 || r > 0x203A) {
			out[i] = '·'
		}
	}
	return string(out)
}
