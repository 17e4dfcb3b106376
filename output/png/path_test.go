package png

import (
	"fmt"
	"image"
	"testing"

	"pgregory.net/rapid"
)

// Outlines that overlap are covered once; what is turned the other way round is
// a hole.
func TestNonZero(t *testing.T) {
	box := func(p *path, x0, y0, x1, y1 dot, hole bool) {
		q := []point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
		if hole {
			q[1], q[3] = q[3], q[1]
		}
		p.moveTo(q[0])
		for _, r := range q[1:] {
			p.lineTo(r)
		}
	}
	var p path
	half := one / 2
	box(&p, 0, half, 4*one, 3*one, false)
	box(&p, 2*one, half, 6*one, 3*one, false) // the same upper edge
	box(&p, one, 2*one, 2*one, 3*one, true)
	m := p.mask(image.Rect(0, 0, 6, 3))
	for x, got := range m.coverage[:6] {
		if want := level(1, 2); got != want {
			t.Errorf("at the upper edge pixel %d is %d, not %d", x, got, want)
		}
	}
	if got := fmt.Sprint(m.coverage[12:]); got != "[255 0 255 255 255 255]" {
		t.Errorf("lower row %s", got)
	}
}

// The coverage of a circle adds up to its area, wherever it lies.
func TestCircleArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := dot(rapid.IntRange(int(one)*3/2, int(one)*60).Draw(t, "r"))
		at := point{dot(rapid.IntRange(0, 511).Draw(t, "x")), dot(rapid.IntRange(0, 511).Draw(t, "y"))}
		hole := rapid.Bool().Draw(t, "hole")
		var p path
		p.circle(at, r)
		want := 3.14159265 * float64(r) * float64(r) / float64(one*one)
		if hole {
			p.circle(at, -r/2)
			want *= 0.75
		}
		sum := 0
		for _, c := range p.mask(p.bounds()).coverage {
			sum += int(c)
		}
		got := float64(sum) / 255
		if d, most := got-want, 0.3*float64(r)/float64(one); d > most || d < -most { // 1/20 of a pixel along the edge
			t.Fatalf("radius %d: %.2f pixels, not %.2f", r, got, want)
		}
	})
}

// The lines of a curve stray from it by less than flat.
func TestCurvesAreFlat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coord := rapid.IntRange(-100*int(one), 100*int(one))
		q := func(name string) point { return point{dot(coord.Draw(t, name)), dot(coord.Draw(t, name))} }
		a, c, b := q("a"), q("c"), q("b")
		var p path
		p.moveTo(a)
		p.quadTo(c, b)
		n := len(p.points) - 1
		if p.points[n] != b {
			t.Fatalf("the curve ends at %v, not %v", p.points[n], b)
		}
		for i := range n { // the middle of a piece of a parabola is farthest from its chord
			s := (float64(i) + 0.5) / float64(n)
			x := (1-s)*(1-s)*float64(a.x) + 2*s*(1-s)*float64(c.x) + s*s*float64(b.x)
			y := (1-s)*(1-s)*float64(a.y) + 2*s*(1-s)*float64(c.y) + s*s*float64(b.y)
			dx := x - float64(p.points[i].x+p.points[i+1].x)/2
			dy := y - float64(p.points[i].y+p.points[i+1].y)/2
			if d := max(dx, -dx, dy, -dy); d > float64(flat)+1 {
				t.Fatalf("piece %d of %d strays by %.1f", i, n, d)
			}
		}
	})
}

func TestRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := dot(rapid.Int64Range(-5, 1<<60).Draw(t, "v"))
		r := root(v)
		if v < 0 && r != 0 || v >= 0 && (r*r > v || (r+1)*(r+1) <= v) {
			t.Fatalf("root(%d) = %d", v, r)
		}
	})
}
