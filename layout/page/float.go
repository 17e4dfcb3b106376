package page

import (
	"slices"

	"assemble/layout/galley"
	"assemble/layout/units"
)

// float moves tables and figures down past the paragraphs that follow them,
// where they would leave much of a page empty; never past a heading.
func (b *binder) float(r *run) {
	most := b.e.Style.Page.MaxEmpty
	if most <= 0 {
		return
	}
	// Each pass moves at most one block past one paragraph, and a block is
	// moved only down, so this ends.
	for range len(r.boxes) {
		at := b.gap(r, most)
		if at < 0 {
			return
		}
		r.moveDown(at, b.e.Style.Roles.Text.Below)
		b.breakPages(r)
	}
}

// gap returns the first box of a float that opens a page though the page
// before it ends early; -1 for none.
func (b *binder) gap(r *run, most units.Sp) int {
	for n, l := range r.leaves {
		if l.to >= len(r.boxes) || r.boxes[l.to].FloatLen == 0 || l.from == l.to {
			continue
		}
		c := r.pager.cursor(l.from, n == 0)
		for i := l.from; i < l.to; i++ {
			c.put(&r.boxes[i])
		}
		used := c.y
		if l.noteTo > l.noteFrom {
			used += r.pager.above
			for i := l.noteFrom; i < l.noteTo; i++ {
				used += r.pager.notes[i].box.Height
			}
		}
		if r.pager.room(l.from)-used > most && r.movable(l.to) {
			return l.to
		}
	}
	return -1
}

// movable says that a paragraph follows the float that begins at box i.
func (r *run) movable(i int) bool {
	next := i + r.boxes[i].FloatLen
	if next >= len(r.boxes) || r.boxes[next].TextLen == 0 {
		return false
	}
	// A paragraph that announces a list stays with it.
	after := next + r.boxes[next].TextLen
	return after >= len(r.boxes) || r.boxes[after].Break < galley.Inf
}

// moveDown exchanges the float at i with the paragraph after it; space is what
// a paragraph has above it after another.
func (r *run) moveDown(i int, space units.Sp) {
	f := r.boxes[i].FloatLen
	t := r.boxes[i+f].TextLen
	// What follows them has the float above it now, not the paragraph.
	if after := i + f + t; after < len(r.boxes) {
		r.boxes[after].Space += r.boxes[i+f].Space - space
	}
	r.boxes[i+f].Space = space
	rotate(r.boxes[i:i+f+t], f)
	rotate(r.owner[i:i+f+t], f)
}

// rotate moves the first n elements of s behind the others.
func rotate[T any](s []T, n int) {
	copy(s, append(slices.Clone(s[n:]), s[:n]...))
}
