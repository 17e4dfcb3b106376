package archive

import (
	"encoding/binary"
	"math"
	"testing"
)

// The profile keeps to the layout of ISO 15076-1, clause 7.
func TestProfileLayout(t *testing.T) {
	p := sRGB()
	be := binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[12:24]) != "mntrRGB XYZ " || string(p[36:40]) != "acsp" || p[8] != 4 {
		t.Fatalf("the header is %q", p[:128])
	}
	n := int(be.Uint32(p[128:]))
	if n != 10 {
		t.Errorf("%d tags", n)
	}
	for i := range n {
		e := p[132+12*i:]
		at, size := be.Uint32(e[4:]), be.Uint32(e[8:])
		if at%4 != 0 || int(at) < 132+12*n || int(at+size) > len(p) {
			t.Errorf("tag %s is from %d, %d long", e[:4], at, size)
		}
	}
}

// profileTag returns a tag's numbers, in units.
func profileTag(t *testing.T, name string, skip int) []float64 {
	t.Helper()
	p := sRGB()
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		if string(e[:4]) != name {
			continue
		}
		at, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		var out []float64
		for b := p[int(at)+skip : at+size]; len(b) >= 4; b = b[4:] {
			out = append(out, float64(int32(binary.BigEndian.Uint32(b)))/65536)
		}
		return out
	}
	t.Fatalf("there is no %s", name)
	return nil
}

// The three primaries together are white, and white is D50.
func TestProfileWhite(t *testing.T) {
	white := profileTag(t, "wtpt", 8)
	r, g, b := profileTag(t, "rXYZ", 8), profileTag(t, "gXYZ", 8), profileTag(t, "bXYZ", 8)
	for i, want := range []float64{0.9642, 1, 0.8249} {
		if math.Abs(white[i]-want) > 0.0001 || math.Abs(r[i]+g[i]+b[i]-want) > 0.0002 {
			t.Errorf("part %d of white is %g, of the sum %g, not %g", i, white[i], r[i]+g[i]+b[i], want)
		}
	}
	// Bradford brings D65 to D50.
	m := profileTag(t, "chad", 8)
	for row, want := range white {
		got := m[3*row]*0.95046 + m[3*row+1] + m[3*row+2]*1.08906
		if math.Abs(got-want) > 0.0005 {
			t.Errorf("D65 becomes %g in part %d, not %g", got, row, want)
		}
	}
}

// The curve is the one of IEC 61966-2-1, and joins where its parts meet.
func TestProfileCurve(t *testing.T) {
	c := profileTag(t, "gTRC", 12)
	curve := func(x float64) float64 {
		if x >= c[4] {
			return math.Pow(c[1]*x+c[2], c[0])
		}
		return c[3] * x
	}
	for v := range 256 {
		x := float64(v) / 255
		want := x / 12.92
		if x > 0.04045 {
			want = math.Pow((x+0.055)/1.055, 2.4)
		}
		if got := curve(x); math.Abs(got-want) > 0.0001 {
			t.Errorf("%d becomes %g, not %g", v, got, want)
		}
	}
	if math.Abs(curve(c[4])-curve(c[4]-1e-9)) > 0.0001 {
		t.Error("the curve has a step")
	}
}
