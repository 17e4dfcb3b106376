package proof

import (
	"strings"
	"testing"

	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// TestPrintedFigures: a text whose figures are all typed as the program prints
// them is right by the rules of numbers. Whatever is found in it is either
// printed wrongly or found wrongly. The examples have more than 20,000 words
// between them.
func TestPrintedFigures(t *testing.T) {
	for _, dir := range []string{"../../inputs/examples/small", "../../inputs/examples/annual-report-2017"} {
		var faults, r source.Reporter
		in := inputs.Load(dir, "", &source.Files{}, &faults)
		if in == nil {
			t.Fatal("no edition")
		}
		var parts []*doc.Part
		for _, id := range in.Manuscripts() {
			in.Texts[id.S].Kind = doc.Body
			parts = append(parts, in.Texts[id.S])
		}
		in.Bind(parts)
		figures := 0
		for _, part := range parts {
			figures += typeFigures(part, in.Lang)
		}
		if figures < 50 {
			t.Errorf("%s has %d figures", dir, figures)
		}
		(&Report{Doc: &doc.Document{Parts: parts}, Lang: in.Lang, Files: in.Files}).Check(&r)
		for _, d := range r.All() {
			t.Errorf("%s: %s %s: %q", in.Files.String(d.At.Start), d.Code, d.Message, d.Excerpt)
		}
	}
}

// typeFigures puts the printed text in place of the figures of sentences, and
// returns how many there were.
func typeFigures(part *doc.Part, l *lang.Table) int {
	n := 0
	doc.Blocks(part.Blocks, func(b doc.Block) {
		x, ok := b.(*doc.Paragraph)
		if !ok {
			return
		}
		said := ""
		for i, in := range x.Text {
			s, isFigure := in.(*doc.Stat)
			if isFigure {
				x.Text[i] = &doc.Text{S: l.Format(s.Number, placeOf(said, l)), At: s.At}
				n++
			}
			said += doc.Plain(x.Text[i:i+1], nil)
			if _, isRef := in.(*doc.Ref); isRef {
				said += "Annex" // any word will do
			}
			if text, ok := x.Text[i].(*doc.Text); ok && strings.HasSuffix(text.S, " ") {
				said += " " // which Plain leaves out
			}
		}
	})
	return n
}

func placeOf(said string, l *lang.Table) lang.Place {
	switch {
	case strings.Count(said, "(") > strings.Count(said, ")"):
		return lang.Parentheses
	case said == "", strings.HasSuffix(said, " ") && l.EndsSentence(strings.TrimRight(said, " ")):
		return lang.SentenceStart
	}
	return lang.Prose
}
