package png

import "image"

// mask is coverage in a rectangle of pixels.
type mask struct {
	bounds   image.Rectangle
	coverage []uint8
}

// levels is how many steps coverage has above nothing. An eye cannot tell them
// from 255, and a page of few inks then has few enough colours for a palette.
const levels = 31

// level is the coverage of part in whole.
func level(part, whole int) uint8 {
	n := (part*levels + whole/2) / whole
	return uint8((n*255 + levels/2) / levels)
}

// A row of pixels is covered by what covers its strips, each as high as strip.
const (
	strips    = 16
	strip     = one / strips
	stripBits = 5
)

// scan turns contours into coverage, strip by strip: between two places where
// contours cross the middle of a strip it is covered if they turn round what is
// there (ISO 32000-1, 8.5.3.3.2: the non-zero winding number rule).
//
// The rasterisers of x/image add up the signed area at each edge instead. That
// is faster, but counts an edge twice that two contours of a letter share, which
// leaves spots: letters of the Source faces are put together from overlapping
// parts.
type scan struct {
	strips [][]crossing // from left to right
	sums   []int32      // coverage of a row of pixels
}

// crossing is where a contour crosses the middle of a strip.
type crossing struct {
	x    int32 // from the left edge of the mask
	turn int32 // 1 on the way down, -1 on the way up
}

// mask turns the path into coverage of a rectangle.
func (p *path) mask(b image.Rectangle) mask {
	out := mask{b, make([]uint8, b.Dx()*b.Dy())}
	s := &p.scan
	s.reset(b)
	for i, from := range p.starts {
		to := len(p.points)
		if i+1 < len(p.starts) {
			to = p.starts[i+1]
		}
		last := p.points[to-1]
		for _, q := range p.points[from:to] {
			s.edge(last, q, b)
			last = q
		}
	}
	for y := range b.Dy() {
		s.row(y, out.coverage[y*b.Dx():(y+1)*b.Dx()])
	}
	return out
}

func (s *scan) reset(b image.Rectangle) {
	n := b.Dy() * strips
	for len(s.strips) < n {
		s.strips = append(s.strips, nil)
	}
	for i := range n {
		s.strips[i] = s.strips[i][:0]
	}
	if n := b.Dx() + 1; len(s.sums) < n {
		s.sums = make([]int32, n)
	}
}

// edge adds the crossings of one line.
func (s *scan) edge(from, to point, b image.Rectangle) {
	c := crossing{turn: 1}
	if from.y > to.y {
		c.turn, from, to = -1, to, from
	}
	left, top, width := dot(b.Min.X)*one, dot(b.Min.Y)*one+strip/2, dot(b.Dx())*one
	above := func(y dot) int { return int(max(0, min(dot(b.Dy()*strips), (y-top+strip-1)>>stripBits))) }
	for i := above(from.y); i < above(to.y); i++ {
		y := top + dot(i)*strip
		x := from.x + round((y-from.y)*(to.x-from.x), to.y-from.y) - left
		c.x = int32(max(0, min(width, x)))
		s.insert(i, c)
	}
}

// insert keeps a strip in order; it holds few crossings.
func (s *scan) insert(i int, c crossing) {
	list := append(s.strips[i], c)
	at := len(list) - 1
	for ; at > 0 && list[at-1].x > c.x; at-- {
		list[at] = list[at-1]
	}
	list[at] = c
	s.strips[i] = list
}

// row adds up the strips of a row of pixels.
func (s *scan) row(y int, coverage []uint8) {
	sums := s.sums[:len(coverage)+1]
	clear(sums)
	for _, list := range s.strips[y*strips : (y+1)*strips] {
		turns, from := int32(0), int32(0)
		for _, c := range list {
			if turns == 0 {
				from = c.x
			}
			if turns += c.turn; turns == 0 {
				cover(sums, from, c.x)
			}
		}
	}
	for x := range coverage {
		coverage[x] = level(int(sums[x]), strips*int(one))
	}
}

// cover adds what lies between two places of a strip.
func cover(sums []int32, from, to int32) {
	const one = int32(one)
	first, last := from/one, to/one
	if first == last {
		sums[first] += to - from
		return
	}
	sums[first] += one - from%one
	for x := first + 1; x < last; x++ {
		sums[x] += one
	}
	sums[last] += to % one
}
