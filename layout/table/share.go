package table

import (
	"math/big"
	"slices"

	"assemble/layout/units"
)

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
		room = l.widen(room, natural)
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

// widen gives what a turned page leaves to the gaps between figures: on so wide
// a page the eye would lose the row between the stub and the first of them. It
// returns what is left for the stub.
func (l *layout) widen(room, natural units.Sp) units.Sp {
	n := units.Sp(len(l.cols) - 1)
	if pg := &l.Style.Page; pg.Width <= pg.Height || n < 1 || !l.cols[0].stub {
		return room
	}
	for j := 1; j < len(l.cols); j++ {
		if !l.cols[j].figures {
			return room
		}
	}
	more := max(0, room-max(natural, l.tok.minStub)) / n
	for j := 1; j < len(l.cols); j++ {
		l.cols[j].gap += more
	}
	return room - more*n
}

// mostEntries is the width on which all entries of the stub but one in twenty-five
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
	return all[len(all)-1-len(all)/25]
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
