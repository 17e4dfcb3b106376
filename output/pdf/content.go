package pdf

import (
	"strconv"
	"unicode/utf16"

	"assemble/layout/frame"
	"assemble/layout/units"
)

// page is the contents of one page.
type page struct {
	pieces []piece
}

// piece is operators and then, except after the last of them, a picture, which
// fpdf must draw itself because only it knows the picture's name.
type piece struct {
	ops     []byte
	picture *frame.Picture
}

// content writes the operators of a page. It keeps the graphics state so as to
// set only what changes.
type content struct {
	pieces []piece
	buf    []byte
	faces  *faceTable
	langs  []string // by element
	height units.Sp

	fill, stroke frame.Color
	width        units.Sp
	joins        bool
	face         string
	size         int64

	segs   []segment  // reused by run
	starts []units.Sp // of the glyphs of the run in hand
}

// drawPage writes the contents of page n: its marks, one after the other.
// Sequences never nest: an artifact inside an element would be refused by ISO
// 14289-1, 7.1.
func drawPage(b *frame.Book, n int, faces *faceTable, langs []string) (page, error) {
	c := content{faces: faces, langs: langs, height: b.Pages[n].H, width: -1}
	number := 0
	for _, m := range b.Pages[n].Marks() {
		if m.Tag == 0 {
			c.op("/Artifact <<", artifacts[m.Art], ">> BDC\n")
		} else {
			c.op("/", string(b.Elems[m.Tag].Role), " <</MCID ", strconv.Itoa(number), ">> BDC\n")
			number++
		}
		if err := c.items(m.Items); err != nil {
			return page{}, err
		}
		c.op("EMC\n")
	}
	return page{append(c.pieces, piece{ops: c.buf})}, nil
}

// items draws the items of one mark.
func (c *content) items(items []frame.Item) error {
	for len(items) > 0 {
		taken := 1
		var err error
		switch it := items[0].(type) {
		case *frame.Run:
			err = c.run(it)
		case *frame.Rect:
			taken = c.rects(it.Color, items)
		case *frame.Disc:
			c.disc(it)
		case *frame.Polyline:
			c.polyline(it)
		case *frame.Picture:
			err = c.picture(it)
		}
		if err != nil {
			return err
		}
		items = items[taken:]
	}
	return nil
}

// artifacts are the property lists of ISO 32000-1, table 330. A repeated table
// head has no subtype of its own there.
var artifacts = [...]string{
	frame.LayoutArtifact: "/Type/Layout",
	frame.HeaderArtifact: "/Type/Pagination/Subtype/Header",
	frame.FooterArtifact: "/Type/Pagination/Subtype/Footer",
	frame.RepeatArtifact: "/Type/Pagination",
}

// op appends operators as they are.
func (c *content) op(parts ...string) {
	for _, p := range parts {
		c.buf = append(c.buf, p...)
	}
}

// num appends a length in points and a space.
func (c *content) num(v units.Sp) {
	c.buf = append(appendThousandths(c.buf, int64(units.MulDiv(v, 1000, int64(units.Pt)))), ' ')
}

// at appends a point, with Y turned up.
func (c *content) at(x, y units.Sp) {
	c.num(x)
	c.num(c.height - y)
}

func (c *content) setFill(col frame.Color) {
	if c.fill != col {
		c.fill = col
		c.color(col, "rg\n")
	}
}

func (c *content) setStroke(col frame.Color, width units.Sp) {
	if c.stroke != col {
		c.stroke = col
		c.color(col, "RG\n")
	}
	if c.width != width {
		c.width = width
		c.num(width)
		c.op("w\n")
	}
}

// color writes the parts of a colour in thousandths, enough to give the same
// 8 bits back.
func (c *content) color(col frame.Color, op string) {
	for _, v := range [3]uint8{col.R, col.G, col.B} {
		c.buf = append(appendThousandths(c.buf, (int64(v)*1000+127)/255), ' ')
	}
	c.op(op)
}

// appendThousandths writes a number of thousandths as a decimal without
// superfluous zeros. Integers throughout: no machine rounds differently.
func appendThousandths(dst []byte, v int64) []byte {
	if v < 0 {
		dst = append(dst, '-')
		v = -v
	}
	dst = strconv.AppendInt(dst, v/1000, 10)
	if v %= 1000; v == 0 {
		return dst
	}
	dst = append(dst, '.', byte('0'+v/100))
	if v %= 100; v == 0 {
		return dst
	}
	dst = append(dst, byte('0'+v/10))
	if v %= 10; v == 0 {
		return dst
	}
	return append(dst, byte('0'+v))
}

// appendString writes a literal string. Bytes go in as they are: that is a
// third shorter than hexadecimal when compressed, and much faster.
func appendString(dst, s []byte) []byte {
	dst = append(dst, '(')
	for _, b := range s {
		switch b {
		case '(', ')', '\\':
			dst = append(dst, '\\', b)
		case '\r': // a bare one would be read as a line feed (7.3.4.2)
			dst = append(dst, '\\', 'r')
		default:
			dst = append(dst, b)
		}
	}
	return append(dst, ')')
}

// appendText writes a text string in UTF-16 with its mark (7.9.2.2).
func appendText(dst []byte, text string) []byte {
	raw := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(text)) {
		raw = append(raw, byte(u>>8), byte(u))
	}
	return appendString(dst, raw)
}
