package audit

import (
	"strings"
	"unicode"

	"assemble/layout/frame"
)

const softHyphen = "\u00AD"

// printed is a figure on the pages.
type printed struct {
	call
	page  int
	text  string
	place place
	last  *frame.Run
}

// trail finds the figures on the pages, in the order of the pages.
type trail struct {
	figures *figures
	places  *places
	open    map[frame.ElemID]*printed // the figure that each element ends in
	out     []*printed
}

func (t *trail) read(b *frame.Book) {
	for n := range b.Pages {
		for _, it := range b.Pages[n].Items {
			if r, ok := it.(*frame.Run); ok && r.Tag != 0 && len(r.Glyphs) > 0 {
				t.run(n, r)
			}
		}
	}
	for _, p := range t.out {
		p.text = plain(p.text)
	}
}

// run takes in a run: more of the figure that its element ends in, a new figure,
// or none. Every element is asked for its place, so that paragraphs without
// figures count for the lists behind them.
func (t *trail) run(page int, r *frame.Run) {
	at := t.places.of(r.Tag)
	if r.Stat == "" {
		delete(t.open, r.Tag)
		return
	}
	if p := t.open[r.Tag]; p != nil && t.goesOn(p, r) {
		if r.Y == p.last.Y && r.X > p.last.X+p.last.Width() {
			p.text += " "
		}
		p.text += strings.ReplaceAll(r.Text, softHyphen, "")
		p.last = r
		return
	}
	p := &printed{
		call: call{r.Stat, r.At.Start}, page: page, text: strings.ReplaceAll(r.Text, softHyphen, ""), place: at, last: r,
	}
	t.open[r.Tag] = p
	t.out = append(t.out, p)
}

// goesOn says that a run is more of the figure before it: it comes from further
// on in the figure, as after the end of a line, or it stands close behind, as
// "million" in smaller type.
func (t *trail) goesOn(p *printed, r *frame.Run) bool {
	if p.key != r.Stat {
		return false
	}
	if r.At.Start != p.at {
		return !t.figures.called(call{r.Stat, r.At.Start})
	}
	white := r.X - p.last.X - p.last.Width()
	return r.Y == p.last.Y && white <= r.Size*2/5
}

// plain makes spaces and hyphens plain, and spaces single, as people type them
// who look for something.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\u2011", "-")
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")
}
