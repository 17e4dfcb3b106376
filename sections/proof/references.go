package proof

import (
	"fmt"
	"strconv"
	"strings"

	"assemble/layout/doc"
)

// targets are what a reference by number could mean.
type targets struct {
	paragraphs []doc.Label // by number, from 1; "" for one without id
	annexes    map[string]doc.Label
	tables     int
	figures    int
	boxes      int
}

// countTargets numbers what the report has, as layout will.
func (c *checker) countTargets() *targets {
	t := &targets{annexes: map[string]doc.Label{}}
	for _, part := range c.Doc.Parts {
		if part.Kind == doc.Annex {
			t.annexes[part.Number] = part.ID
		}
		tables, figures, boxes := 0, 0, 0
		doc.Blocks(part.Blocks, func(b doc.Block) {
			switch b := b.(type) {
			case *doc.Paragraph:
				if b.Numbered {
					t.paragraphs = append(t.paragraphs, b.ID)
				}
			case *doc.Table:
				tables++
			case *doc.Chart, *doc.Picture:
				figures++
			case *doc.Panel:
				boxes++
			}
		})
		t.tables, t.figures, t.boxes = t.tables+tables, t.figures+figures, t.boxes+boxes
	}
	return t
}

// references finds references by a typed number to a part of this report. Those
// to other documents are recognized by what stands beside them.
func (c *checker) references(p *passage) {
	if p.place == cell || p.place == heading {
		return
	}
	words := c.words.References
	for from, word := range fields(p.text) {
		number := strings.TrimRight(strings.TrimLeftFunc(word, opening), ".,;:!?)”’")
		first := number[:strings.IndexAny(number+"-", "-–")] // of a range
		n, err := strconv.Atoi(first)
		isNumber := err == nil && n > 0
		if !isNumber && c.targets.annexes[first] == "" {
			continue
		}
		switch before := p.before(from); {
		case isNumber && follows(before, words.Paragraph) && n <= len(c.targets.paragraphs):
			c.reference(p, from, trailing(before, words.Paragraph), number, c.targets.paragraphs[n-1])
		case follows(before, words.Annex) && c.targets.annexes[first] != "":
			c.reference(p, from, trailing(before, words.Annex), number, c.targets.annexes[first])
		case isNumber && follows(before, words.Table) && n <= c.targets.tables:
			c.reference(p, from, trailing(before, words.Table), number, "")
		case isNumber && follows(before, words.Figure) && n <= c.targets.figures:
			c.reference(p, from, trailing(before, words.Figure), number, "")
		case isNumber && follows(before, words.Box) && n <= c.targets.boxes:
			c.reference(p, from, trailing(before, words.Box), number, "")
		}
	}
}

// reference reports one, unless it leads to another document: a symbol or a
// number stands before it (C/109/4, paragraph 197), or what it belongs to
// behind it (Annex II of the Declaration).
func (c *checker) reference(p *passage, at int, word, number string, id doc.Label) {
	start := strings.LastIndex(lower(p.text[:at]), word)
	end := at + strings.Index(p.text[at:], number) + len(number)
	if start < 0 || leads(further(p.after(end)), c.words.Elsewhere) || afterDocument(p.before(start)) {
		return
	}
	f := finding{
		rule: referenceNumber, from: start, to: end, message: fmt.Sprintf("%s %s is referred to by a number that is typed", word, number),
	}
	if id != "" && !strings.ContainsAny(number, "-–") {
		f.replace = fmt.Sprintf("[](#%s)", id)
		f.fix = "refer by id: " + f.replace
	}
	c.find(p, f)
}

// afterDocument reports whether a document stands at the end of a text, parted
// by a comma or an opening parenthesis: a symbol, or the number of a resolution.
func afterDocument(before string) bool {
	before = strings.TrimRight(before, " ")
	name := strings.TrimRight(before, ",( ")
	word := lastWord(name)
	return strings.ContainsRune(word, '/') || name != before && digit(word, len(word)-1)
}
