package table

import (
	"fmt"

	"assemble/layout/doc"
	"assemble/layout/para"
	"assemble/layout/units"
)

// squeeze is one way to give columns their widths; later ones are narrower.
type squeeze struct {
	spanners bool     // spanners stand on one line
	roomy    bool     // figure columns have the width of the style, heads stand on few lines
	gap      units.Sp // between the widest cells
	stub     units.Sp // the stub is given at least this
}

// fit chooses the width of the table and gives every column its own: the
// measure if all content stands there on one line, else the frame. last lets the
// stub be as narrow as its words, and must be the last resort: names broken over
// many lines are worse to read than a smaller type or a turned page. It returns
// whether there is room.
func (l *layout) fit(last bool) bool {
	page := &l.Style.Page
	l.headWidths()
	l.gaps()
	gap, stub := l.tok.gap, l.tok.minStub
	tries := []squeeze{{true, true, gap, stub}, {false, true, gap, stub}, {false, false, gap, stub}}
	if l.matrix {
		tries = []squeeze{{true, false, gap, stub}, {false, false, gap, stub}}
	} else {
		l.x, l.w = page.TextAxis, page.Measure()
		for _, t := range tries[:2] {
			if fixed := l.figureWidths(t); fixed+l.textNatural() <= l.w {
				l.share(fixed, 0)
				return true
			}
		}
	}
	if last {
		tries = append(tries, squeeze{gap: gap})
	}
	l.x, l.w = 0, page.Frame
	for _, t := range tries {
		if fixed := l.figureWidths(t); fixed+l.textNatural() <= l.w || fixed+l.textLeast(t.stub) <= l.w {
			l.share(fixed, t.stub)
			return true
		}
	}
	return false
}

// cut reports a table that is too wide and takes off the columns that the frame
// cannot hold. An error stops the build, so that nobody reads such a table but
// in a draft; columns printed over each other could not be read even there.
func (l *layout) cut() {
	t := squeeze{gap: l.tok.gap}
	need := l.figureWidths(t) + l.textLeast(0)
	l.Report.Error("table-too-wide", l.t.At,
		fmt.Sprintf("the table needs %d mm in the smallest type, and the page has %d mm", millimetres(need), millimetres(l.w)),
		"shorten the heads or the longest words, leave out columns, or make two tables of it")
	t.gap = min(t.gap, l.Style.Matrix.Gap)
	fixed := l.figureWidths(t)
	for len(l.cols) > 1 && fixed+l.textLeast(0) > l.w {
		l.drop()
		fixed = l.figureWidths(t)
	}
	if least := l.textLeast(0); fixed+least > l.w {
		// One column alone is too wide. Its longest words stick out of it.
		c := &l.cols[0]
		c.figures = false
		c.least, c.natural = min(c.least, l.w), max(c.natural, c.lead+c.after)
		fixed = 0
	}
	l.share(fixed, 0)
}

func millimetres(w units.Sp) int64 { return int64(w) * 254 / (720 * int64(units.Pt)) }

// headWidths measures the heads: on one line, and their longest words.
func (l *layout) headWidths() {
	for i := range l.heads {
		h := &l.heads[i]
		sp := para.Spec{Type: l.tok.headType(h), Measure: units.Max, Place: l.place, Note: l.notes.letter}
		h.natural = widest(l.Lines(h.text, sp))
		sp.Measure = 1
		h.least = widest(l.Lines(h.text, sp))
	}
	for i := range l.heads {
		h := &l.heads[i]
		if c := &l.cols[h.from]; !h.spans {
			c.head = l.words(h.text)
			if !c.figures {
				c.natural = max(c.natural, h.natural)
			}
		}
	}
}

// gaps gives each column what stands before it beyond the gap of all: columns
// of different groups are set apart, and years that do not follow each other.
func (l *layout) gaps() {
	st := &l.Style.Table
	for j := 1; j < len(l.cols); j++ {
		a, b := &l.cols[j-1], &l.cols[j]
		if a.stub {
			continue
		}
		if a.parent != b.parent {
			b.extra = l.tok.spanGap
		}
		if l.jump(j) {
			b.extra = max(b.extra, st.YearGap)
		}
		if a.figures && !b.figures {
			b.extra = max(b.extra, st.PairGap-l.tok.gap)
		}
	}
}

// jump says that column j and the one before it are years that do not follow
// each other, and that one of them belongs to a run of years that do.
func (l *layout) jump(j int) bool {
	y := func(i int) int {
		if i < 0 || i >= len(l.cols) {
			return 0
		}
		return year(l.cols[i].head)
	}
	follow := func(i int) bool {
		a, b := y(i-1), y(i)
		return a > 0 && b > 0 && (a-b == 1 || b-a == 1)
	}
	return y(j-1) > 0 && y(j) > 0 && y(j) != y(j-1) && !follow(j) && (follow(j-1) || follow(j+1))
}

// year reads a head that is a year and nothing else.
func year(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	if len(s) != 4 {
		return 0
	}
	return n
}

// figureWidths gives the figure columns their widths and returns what they and
// the gaps of all columns take.
func (l *layout) figureWidths(t squeeze) units.Sp {
	for j := range l.cols {
		c := &l.cols[j]
		c.gap = 0
		if j > 0 {
			c.gap = t.gap + c.extra
		}
		if c.figures {
			c.w = c.lead + c.after
			if t.roomy {
				c.w = max(c.w, l.tok.column-t.gap)
			}
		}
	}
	for i := range l.heads {
		if h := &l.heads[i]; !h.spans {
			l.widenFor(h, t)
		}
	}
	l.alike()
	for i := range l.heads {
		if h := &l.heads[i]; h.spans {
			l.spread(h, t)
		}
	}
	var sum units.Sp
	for j := range l.cols {
		c := &l.cols[j]
		sum += c.gap
		if c.figures {
			sum += c.w
		}
	}
	return sum
}

// widenFor makes a figure column wide enough for its head, which stands above
// the digits: on one line if the style gives a column so much, else on several.
func (l *layout) widenFor(h *head, t squeeze) {
	c := &l.cols[h.from]
	if !c.figures {
		return
	}
	need := h.least
	if t.roomy {
		need = max(need, min(h.natural, max(l.tok.maxColumn-t.gap, c.w-c.after+c.common)))
	}
	c.w = max(c.w, need+c.after-c.common)
}

// alike gives figure columns with the same heads the same width.
func (l *layout) alike() {
	widest := map[string]units.Sp{}
	for j := range l.cols {
		if c := &l.cols[j]; c.figures && c.head != "" {
			widest[c.head] = max(widest[c.head], c.w)
		}
	}
	for j := range l.cols {
		if c := &l.cols[j]; c.figures && c.head != "" {
			c.w = widest[c.head]
		}
	}
}

// spread widens the columns under a spanner for its longest word, or for its
// one line as far as the columns may grow.
func (l *layout) spread(h *head, t squeeze) {
	figures := units.Sp(0)
	for j := h.from; j < h.to; j++ {
		if l.cols[j].figures {
			figures++
		}
	}
	need := h.least
	if t.spanners {
		need = max(need, min(h.natural, figures*l.tok.maxColumn))
	}
	more := need - l.under(h, func(c *column) units.Sp { return c.natural })
	if more <= 0 {
		return
	}
	for j := h.from; j < h.to; j++ {
		switch c := &l.cols[j]; {
		case c.figures:
			c.w += more/figures + 1
		case figures == 0:
			c.natural += more
			return
		}
	}
}

// under is the width that a spanner has over its columns, if text columns are
// as wide as text says.
func (l *layout) under(h *head, text func(*column) units.Sp) units.Sp {
	sum := -l.tok.spannerIn
	for j := h.from; j < h.to; j++ {
		c := &l.cols[j]
		if j > h.from {
			sum += c.gap
		} else if c.figures {
			sum += c.gap - c.extra
		}
		if c.figures {
			sum += c.w
		} else {
			sum += text(c)
		}
	}
	if last := &l.cols[h.to-1]; last.figures {
		sum -= last.after - last.common
	}
	return sum
}

func (l *layout) textNatural() units.Sp {
	var sum units.Sp
	for j := range l.cols {
		if c := &l.cols[j]; !c.figures {
			sum += c.natural
		}
	}
	return sum
}

// textLeast is what the text columns need for their longest words, the stub at
// least stub unless its entries are shorter.
func (l *layout) textLeast(stub units.Sp) units.Sp {
	l.longestWords()
	for i := range l.heads {
		if h := &l.heads[i]; h.spans {
			l.leastUnder(h)
		}
	}
	var sum units.Sp
	for j := range l.cols {
		if c := &l.cols[j]; !c.figures {
			sum += l.leastOf(c, stub)
		}
	}
	return sum
}

// leastUnder makes the text columns under a spanner wide enough for its longest
// word. Where there are figure columns alone, these were made so.
func (l *layout) leastUnder(h *head) {
	more := h.least - l.under(h, func(c *column) units.Sp { return c.least })
	for j := h.from; j < h.to && more > 0; j++ {
		if c := &l.cols[j]; !c.figures {
			c.least += more
			c.natural = max(c.natural, c.least)
			return
		}
	}
}

func (l *layout) leastOf(c *column, stub units.Sp) units.Sp {
	if c.stub {
		return max(c.least, min(c.natural, stub))
	}
	return c.least
}

// longestWords measures the words of the text columns, once, and only for a
// table that does not fit without breaking lines.
func (l *layout) longestWords() {
	if l.measured {
		return
	}
	l.measured = true
	for i := range l.rows {
		r := &l.rows[i]
		for j := range r.cells {
			if c, col := &r.cells[j], &l.cols[j]; !col.figures {
				sp := l.textSpec(r, c, col, units.Max, 0)
				hang := sp.Hang
				sp.Measure, sp.Indent, sp.Hang = 1, 0, 0
				turned := widest(l.Lines(c.in, sp)) + hang
				col.least = max(col.least, min(c.natural, turned))
			}
		}
	}
	for i := range l.heads {
		if h := &l.heads[i]; !h.spans {
			l.cols[h.from].least = max(l.cols[h.from].least, h.least)
		}
	}
}

// centred and flush texts are placed by their own width.
func (c *column) offset(line units.Sp) units.Sp {
	switch c.align {
	case doc.AlignRight:
		return c.w - line
	case doc.AlignCenter:
		return (c.w - line) / 2
	}
	return 0
}
