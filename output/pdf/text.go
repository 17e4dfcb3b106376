package pdf

import (
	"fmt"
	"slices"
	"strconv"

	"assemble/layout/frame"
	"assemble/layout/units"
)

// run writes a run as one text object.
func (c *content) run(r *frame.Run) error {
	// The size as it is written, so that what rounding takes from it is not
	// added up along the run.
	size := int64(units.MulDiv(r.Size, 1000, int64(units.Pt)))
	if size <= 0 {
		return fmt.Errorf("type of size %s, in the text %q", r.Size, clip(r.Text))
	}
	segs, rtl := segments(c.segs[:0], r)
	c.segs = segs
	c.starts = starts(c.starts[:0], r)
	c.setFill(r.Color)
	spanned := c.span(c.foreign(r), "")
	c.op("BT\n")
	c.setFont(r.Face, size)
	c.at(r.X, r.Y)
	c.op("Td\n")
	t := textObject{content: c, face: c.faces.byName[r.Face], run: r, size: size}
	if rtl {
		// What reads from right to left is shown in the order in which it is read
		// (14.8.2.3.3), the pen moving back: so the text comes out right for those
		// who follow the contents as well as for those who sort by place.
		slices.Reverse(segs)
	}
	for i := range segs {
		t.segment(&segs[i], rtl)
	}
	t.close()
	if t.rise != 0 {
		c.op("0 Ts\n")
	}
	c.op("ET\n")
	if spanned {
		c.op("EMC\n")
	}
	return nil
}

func (c *content) setFont(face string, size int64) {
	if c.face == face && c.size == size {
		return
	}
	c.face, c.size = face, size
	c.op("/", c.faces.byName[face].resource, " ")
	c.buf = appendThousandths(c.buf, size)
	c.op(" Tf\n")
}

// foreign returns the language of a run if it is not the one of its element.
func (c *content) foreign(r *frame.Run) string {
	lang := r.Lang
	if lang == "" || r.Tag == 0 || lang == c.langs[r.Tag] {
		return ""
	}
	return lang
}

// span opens a sequence that carries a language or a replacement text (14.9.2.2,
// 14.9.4). It has no MCID, so it may stand inside an element's sequence.
func (c *content) span(lang, actual string) bool {
	if lang == "" && actual == "" {
		return false
	}
	c.op("/Span <<")
	if lang != "" {
		c.op("/Lang")
		c.buf = appendString(c.buf, []byte(lang))
	}
	if actual != "" {
		c.op("/ActualText")
		c.buf = appendText(c.buf, actual)
	}
	c.op(">> BDC\n")
	return true
}

// starts is where each glyph stands from the start of the run, appended to dst.
func starts(dst []units.Sp, r *frame.Run) []units.Sp {
	var x units.Sp
	for _, g := range r.Glyphs {
		dst = append(dst, x+g.DX)
		x += g.Advance
	}
	return dst
}

// textObject writes the glyphs of a run: arrays of codes and adjustments
// (9.4.3, TJ).
type textObject struct {
	*content
	face  *faceCodes
	run   *frame.Run
	size  int64 // in thousandths of a point
	pen   int64 // where the reader's pen is, in thousandths of an em from the start
	rise  units.Sp
	codes []byte // of the string that is open
	array bool   // an array is open
}

// segment writes the glyphs of one segment, with its text beside them where
// they do not say it.
func (t *textObject) segment(s *segment, rtl bool) {
	if s.actual {
		t.close()
		t.span("", s.text)
	}
	for i := s.from; i < s.to; i++ {
		if rtl {
			t.glyph(s, s.from+s.to-1-i)
		} else {
			t.glyph(s, i)
		}
	}
	if s.actual {
		t.close()
		t.op("EMC\n")
	}
}

func (t *textObject) glyph(s *segment, i int32) {
	g := &t.run.Glyphs[i]
	if g.DY != t.rise {
		t.close()
		t.rise = g.DY
		t.num(-g.DY)
		t.op("Ts\n")
	}
	t.moveTo(t.starts[i])
	code := t.face.code(g.ID, s.meaning(i))
	t.codes = append(t.codes, byte(code>>8), byte(code))
	t.pen += int64(t.face.widths[g.ID])
}

// moveTo brings the pen to x from the start of the run. Adjustments are
// subtracted (9.4.3), and measured from the start, so that they carry the
// rounding of all before.
func (t *textObject) moveTo(x units.Sp) {
	want := int64(units.MulDiv(x, 1_000_000, int64(units.Pt)*t.size))
	if want == t.pen {
		return
	}
	t.flush()
	t.begin()
	t.buf = strconv.AppendInt(t.buf, t.pen-want, 10)
	t.pen = want
}

func (t *textObject) begin() {
	if !t.array {
		t.array = true
		t.op("[")
	}
}

func (t *textObject) flush() {
	if len(t.codes) > 0 {
		t.begin()
		t.buf = appendString(t.buf, t.codes)
		t.codes = t.codes[:0]
	}
}

func (t *textObject) close() {
	t.flush()
	if t.array {
		t.array = false
		t.op("]TJ\n")
	}
}
