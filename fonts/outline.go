package fonts

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// SegmentOp is the kind of a segment of an outline.
type SegmentOp uint8

// The segments that TrueType outlines are made of.
const (
	MoveTo SegmentOp = iota // one point: a new contour begins
	LineTo                  // one point
	QuadTo                  // control point, end point
)

// Segment is one step along an outline, in font units. The points are floats
// because the implied points of TrueType contours lie on half units; they are
// for painting only.
type Segment struct {
	Op     SegmentOp
	Points [2][2]float32
}

// Outline returns the contours of a glyph, or nil where it has none, as a space
// or a glyph that is not there. Contours are closed by the painter.
func (f *Face) Outline(gid uint16) []Segment {
	p := f.parse()
	if int(gid) >= len(p.advances) {
		return nil
	}
	glyph, ok := p.outlines.GlyphDataOutline(font.GID(gid))
	if !ok || len(glyph.Segments) == 0 {
		return nil
	}
	out := make([]Segment, 0, len(glyph.Segments))
	for _, s := range glyph.Segments {
		var seg Segment
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			seg.Op = MoveTo
		case opentype.SegmentOpLineTo:
			seg.Op = LineTo
		case opentype.SegmentOpQuadTo:
			seg.Op = QuadTo
		default: // cubic curves occur in CFF outlines only, and we ship none
			continue
		}
		for i := range seg.Points {
			seg.Points[i] = [2]float32{s.Args[i].X, s.Args[i].Y}
		}
		out = append(out, seg)
	}
	return out
}
