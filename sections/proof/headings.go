package proof

import (
	"assemble/inputs/source"
	"assemble/layout/doc"
)

// title is a heading on its way through the levels of a part.
type title struct {
	heading *doc.Heading
	below   []*title
}

// headings finds headings that have no second beside them.
func (c *checker) headings() {
	for _, part := range c.Doc.Parts {
		for _, t := range outline(part) {
			c.lone(part, t)
		}
	}
}

// outline returns the headings of a part that stand under no other.
func outline(part *doc.Part) []*title {
	root := &title{}
	open := []*title{root}
	doc.Blocks(part.Blocks, func(b doc.Block) {
		h, ok := b.(*doc.Heading)
		if p, isParagraph := b.(*doc.Paragraph); isParagraph && p.Head != nil {
			h, ok = p.Head, true
		}
		if !ok {
			return
		}
		for len(open) > 1 && open[len(open)-1].heading.Level >= h.Level {
			open = open[:len(open)-1]
		}
		t := &title{heading: h}
		above := open[len(open)-1]
		above.below = append(above.below, t)
		open = append(open, t)
	})
	return root.below
}

// lone reports the only heading under another.
func (c *checker) lone(part *doc.Part, t *title) {
	if len(t.below) == 1 {
		p := flatten(t.below[0].heading.Text, heading, part, c.Lang)
		above := flatten(t.heading.Text, heading, part, c.Lang)
		c.find(p, finding{
			rule: headingLone, from: 0, to: len(p.text), message: "“" + p.text + "” is the only heading under “" + above.text + "”",
			related: []source.Related{{At: c.span(above, 0, len(above.text)), Message: "the heading above"}},
		})
	}
	for _, b := range t.below {
		c.lone(part, b)
	}
}
