package archive

import (
	"encoding/binary"
	"unicode/utf16"
)

// sRGB makes the colour profile of IEC 61966-2-1 in the form of ISO 15076-1
// (version 4.2): three primaries and the transfer curve as a formula. The
// numbers are those of the standard; no table has to be computed, so there is
// nothing for machines to round differently, and no file of another's to carry.
func sRGB() []byte {
	type tag struct {
		name string
		data []byte
	}
	curve := sRGBCurve()
	tags := []tag{
		{"desc", iccText("sRGB IEC61966-2.1")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(0xF6D6, 0x10000, 0xD32D)}, // D50, as 7.2.16 fixes it
		// The white of sRGB, D65, brought to D50 (Bradford; annex E).
		{"chad", iccNumbers("sf32", 68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262)},
		// The primaries, brought to D50 likewise.
		{"rXYZ", iccXYZ(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", iccXYZ(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", iccXYZ(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	const header = 128
	at := header + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	for i, t := range tags {
		if i > 0 && &t.data[0] == &tags[i-1].data[0] { // one curve serves all three
			table = append(append(table, t.name...), table[len(table)-8:]...)
			continue
		}
		table = append(table, t.name...)
		table = append32(table, int32(at+len(body)), int32(len(t.data)))
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	out := iccHeader(at + len(body))
	return append(append(out, table...), body...)
}

// sRGBCurve is the transfer curve as parametric curve 3 (10.16):
// Y = (aX+b)^g from d on, Y = cX below, with g 2.4, a 1/1.055, b 0.055/1.055,
// c 1/12.92 and d 0.04045, in 65,536ths.
func sRGBCurve() []byte {
	out := append([]byte("para\x00\x00\x00\x00"), 0, 3, 0, 0)
	return append32(out, 157286, 62119, 3417, 5072, 2651)
}

// iccHeader writes the 128 bytes of 7.2: a display profile between RGB and XYZ.
// The date is that of the standard; the preferred engine and the identifier are
// left 0, which stands for none.
func iccHeader(size int) []byte {
	b := append32(nil, int32(size), 0, 0x04200000)
	b = append(b, "mntrRGB XYZ "...)
	for _, v := range [6]uint16{1999, 10, 18, 0, 0, 0} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	b = append(b, "acsp"...)
	b = append(b, make([]byte, 28)...)
	b = append32(b, 0xF6D6, 0x10000, 0xD32D) // the illuminant, D50
	return append(b, make([]byte, 128-len(b))...)
}

// iccText writes a text in one language (10.13).
func iccText(text string) []byte {
	units := utf16.Encode([]rune(text))
	b := append32([]byte("mluc\x00\x00\x00\x00"), 1, 12)
	b = append32(append(b, "enUS"...), int32(2*len(units)), 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}

func iccXYZ(x, y, z int32) []byte { return iccNumbers("XYZ ", x, y, z) }

// iccNumbers writes numbers in 65,536ths.
func iccNumbers(kind string, numbers ...int32) []byte {
	return append32(append([]byte(kind), 0, 0, 0, 0), numbers...)
}

func append32(dst []byte, numbers ...int32) []byte {
	for _, n := range numbers {
		dst = binary.BigEndian.AppendUint32(dst, uint32(n))
	}
	return dst
}
