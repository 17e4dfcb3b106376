package table

import (
	"fmt"
	"math/big"
	"slices"

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
// measure if all content stands there on one line, else the frame.
func (l *layout) fit() {
	page := &l.Style.Page
	l.headWidths()
	l.gaps()
	gap, stub := l.tok.gap, l.tok.minStub
	tries := []squeeze{{true, true, gap, stub}, {false, true, gap, stub}, {false, false, gap, stub}, {false, false, gap, 0}}
	if l.matrix {
		tries = []squeeze{{true, false, gap, stub}, {false, false, gap, stub}, {false, false, gap, 0}}
	} else {
		l.x, l.w = page.TextAxis, page.Measure()
		for _, t := range tries[:2] {
			if fixed := l.figureWidths(t); fixed+l.textNatural() <= l.w {
				l.share(fixed, 0)
				return
			}
		}
	}
	l.x, l.w = 0, page.Frame
	for _, t := range tries {
		if fixed := l.figureWidths(t); fixed+l.textNatural() <= l.w || fixed+l.textLeast(t.stub) <= l.w {
			l.share(fixed, t.stub)
			return
		}
	}
	l.cut(tries[len(tries)-1])
}

// cut reports a table that is too wide and takes off the columns that the frame
// cannot hold. An error stops the build, so that nobody reads such a table but
// in a draft; columns printed over each other could not be read even there.
func (l *layout) cut(t squeeze) {
	need := l.figureWidths(t) + l.textLeast(0)
	l.Report.Error("table-too-wide", l.t.At,
		fmt.Sprintf("the table needs %d mm at its set size, and the page has %d mm", millimetres(need), millimetres(l.w)),
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
	have, figures := -l.cols[h.from].extra, units.Sp(0)
	for j := h.from; j < h.to; j++ {
		c := &l.cols[j]
		have += c.gap
		if c.figures {
			have += c.w
			figures++
		} else {
			have += c.natural
		}
	}
	need := h.least
	if t.spanners {
		need = max(need, min(h.natural, figures*l.tok.maxColumn))
	}
	if more := need + l.tok.spannerIn - have; more > 0 && figures == units.Sp(h.to-h.from) {
		for j := h.from; j < h.to; j++ {
			l.cols[j].w += more/figures + 1
		}
	}
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
	var sum units.Sp
	for j := range l.cols {
		if c := &l.cols[j]; !c.figures {
			sum += l.leastOf(c, stub)
		}
	}
	return sum
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

// share gives the text columns what the figures leave and places all columns.
func (l *layout) share(fixed, stub units.Sp) {
	var text []int
	for j := range l.cols {
		if !l.cols[j].figures {
			text = append(text, j)
		}
	}
	room := l.loosen(l.w-fixed, stub)
	if natural := l.textNatural(); natural <= room {
		for _, j := range text {
			l.cols[j].w = l.cols[j].natural
		}
		l.spare(room-natural, text)
	} else {
		l.ration(room, text, stub)
	}
	l.halves(text)
	x := l.x
	for j := range l.cols {
		c := &l.cols[j]
		x += c.gap
		c.x = x
		x += c.w
	}
}

// halves gives text columns of the same place under spanners of the same heads
// the same width: two lists side by side are one table twice.
func (l *layout) halves(text []int) {
	for n, j := range text {
		if l.cols[j].twin == "" {
			continue
		}
		sum, least, twins := l.cols[j].w, l.cols[j].least, []int{j}
		for _, k := range text[n+1:] {
			if l.cols[k].twin == l.cols[j].twin {
				sum, least, twins = sum+l.cols[k].w, max(least, l.cols[k].least), append(twins, k)
			}
		}
		each := sum / units.Sp(len(twins))
		if l.longestWords(); len(twins) < 2 || each < least {
			continue
		}
		for _, k := range twins {
			l.cols[k].w = each
		}
		l.cols[j].w += sum - each*units.Sp(len(twins))
	}
}

// loosen widens the gaps of a matrix as far as the style allows, while nearly
// all entries of its stub stay on one line, and returns what is left for the
// text columns: columns that stand too close cost a reader more than a few names
// on two lines.
func (l *layout) loosen(room, stub units.Sp) units.Sp {
	n := units.Sp(len(l.cols) - 1)
	if n < 1 || l.tok.gapMost <= l.tok.gap {
		return room
	}
	keep := max(l.textLeast(stub), min(l.textNatural(), l.mostEntries()))
	more := min(l.tok.gapMost-l.tok.gap, max(0, room-keep)/n)
	for j := 1; j < len(l.cols); j++ {
		l.cols[j].gap += more
	}
	return room - more*n
}

// mostEntries is the width on which all entries of the stub but one in twenty
// stand on one line.
func (l *layout) mostEntries() units.Sp {
	if !l.hasStub {
		return 0
	}
	all := make([]units.Sp, 0, len(l.rows))
	for i := range l.rows {
		if len(l.rows[i].cells) > 0 {
			all = append(all, l.rows[i].cells[0].natural)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)-1-len(all)/20]
}

// spare gives away what is left when all content stands on one line: to the
// stub, or where other columns hold text too, to all of these in proportion.
func (l *layout) spare(rest units.Sp, text []int) {
	if len(text) == 0 {
		n := units.Sp(len(l.cols))
		for j := range l.cols {
			l.cols[j].w += rest / n
		}
		l.cols[0].w += rest % n
		return
	}
	sum, left := l.textNatural(), rest
	for _, j := range text[:len(text)-1] {
		c := &l.cols[j]
		more := units.MulDiv(rest, int64(c.natural>>8), int64(sum>>8)+1)
		c.w += more
		left -= more
	}
	l.cols[text[len(text)-1]].w += left
}

// ration shares room among text columns whose lines must break. A column gets
// its longest word at least and its whole line at most; between these widths go
// as the root of the length of the text, so that a long text becomes both wider
// and longer. Short columns keep their entries on one line if the others can
// spare the room.
func (l *layout) ration(room units.Sp, text []int, stub units.Sp) {
	short := room / units.Sp(2*len(text))
	width := func(j int, level int64) units.Sp {
		c := &l.cols[j]
		if c.natural <= short {
			return c.natural
		}
		return max(l.leastOf(c, stub), min(c.natural, units.Sp(level*root(c.natural)>>rootBits)))
	}
	total := func(level int64) (sum units.Sp) {
		for _, j := range text {
			sum += width(j, level)
		}
		return sum
	}
	if total(0) > room {
		short = 0
	}
	low, high := int64(0), int64(1)<<40
	for low < high {
		mid := (low + high + 1) / 2
		if total(mid) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	rest, longest := room, text[0]
	for _, j := range text {
		c := &l.cols[j]
		c.w = width(j, low)
		rest -= c.w
		if c.natural > l.cols[longest].natural {
			longest = j
		}
	}
	l.cols[longest].w += max(0, rest)
}

// rootBits are the binary places of a level of ration.
const rootBits = 16

// root is the square root of a length, rounded down.
func root(w units.Sp) int64 {
	return new(big.Int).Sqrt(big.NewInt(max(0, int64(w)))).Int64()
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
