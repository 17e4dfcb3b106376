package page

import (
	"assemble/layout/doc"
	"assemble/layout/para"
	"assemble/layout/table"
	"assemble/layout/units"
)

// A table that is too wide for an upright page stands on a page turned to
// landscape, and the headings just before it with it; in an annex the paragraph
// between them too, or the annex would open with a page of three lines. The
// sheet itself is wide: a table turned on an upright page makes the reader turn
// the head, or the screen.

// sides are the two ways round of the pages of a part.
type sides struct {
	turned  bool         // what is set now stands on a turned page
	upright *para.Setter // while that is so
	tables  map[*doc.Table]*table.Measured
}

// turn sets what follows for the page on which the first of blocks stands.
func (f *flow) turn(blocks []doc.Block) {
	if f.owner != 0 {
		return // inside a box or a list
	}
	turned := len(blocks) > 0 && f.turns(blocks)
	if turned == f.sides.turned {
		return
	}
	if f.sides.turned = turned; turned {
		f.sides.upright, f.s = f.s, f.s.Turned()
	} else {
		f.s = f.sides.upright
	}
}

// turns says whether the first of blocks stands on a turned page: a table that
// needs one, or what announces such a table.
func (f *flow) turns(blocks []doc.Block) bool {
	_, heading := blocks[0].(*doc.Heading)
	announced := f.p.Kind != doc.Annex || !heading && f.after != nothing && f.after != aHeading
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Heading:
		case *doc.Table:
			return f.measured(b).Turns()
		case *doc.Paragraph:
			if announced {
				return false
			}
			announced = true
		default:
			return false
		}
	}
	return false
}

// titleMeasure is the measure of headings: on a turned page they may be wider
// than text, of which no line should be longer than it is elsewhere.
func (f *flow) titleMeasure() units.Sp {
	if f.sides.turned {
		return f.s.Style.Page.Measure()
	}
	return f.col.measure
}

// measured is a table with the widths of its content.
func (f *flow) measured(t *doc.Table) *table.Measured {
	m, ok := f.sides.tables[t]
	if !ok {
		if f.sides.tables == nil {
			f.sides.tables = map[*doc.Table]*table.Measured{}
		}
		c := f.context(t)
		if f.sides.turned {
			c.Setter = f.sides.upright
		}
		m = table.Measure(c, t)
		f.sides.tables[t] = m
	}
	return m
}
