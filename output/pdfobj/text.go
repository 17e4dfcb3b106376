package pdfobj

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// pdfDoc holds what PDFDocEncoding (D.2) has apart from ASCII and Latin-1: the
// codes from 0x18 and from 0x80 on. U+FFFD stands for codes without a
// character.
const (
	pdfDocLow  = "˘ˇˆ˙˝˛˚˜"
	pdfDocHigh = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€"
)

// Text makes a text string (7.9.2.2): PDFDocEncoding where that has every
// character, else UTF-16 with a byte order mark. Bytes that are not UTF-8
// become U+FFFD.
func Text(s string) String {
	out := make(String, 0, len(s))
	for _, r := range s {
		c, ok := toPDFDoc(r)
		if !ok {
			return utf16Text(s)
		}
		out = append(out, c)
	}
	if marked(out) { // a reader would take the first letters for a mark
		return utf16Text(s)
	}
	return out
}

// marked says whether a string starts like one in another encoding: the marks
// of UTF-16 and, from PDF 2.0 on, of UTF-8.
func marked(s []byte) bool {
	return bytes.HasPrefix(s, []byte("\xFE\xFF")) || bytes.HasPrefix(s, []byte("\xEF\xBB\xBF"))
}

func utf16Text(s string) String {
	out := make(String, 2, 2+2*len(s))
	out[0], out[1] = 0xFE, 0xFF
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
			out = append(out, byte(hi>>8), byte(hi), byte(lo>>8), byte(lo))
			continue
		}
		out = append(out, byte(r>>8), byte(r))
	}
	return out
}

func toPDFDoc(r rune) (byte, bool) {
	switch {
	case r >= 0x20 && r <= 0x7E, r == '\t', r == '\n', r == '\r':
		return byte(r), true
	case r >= 0xA1 && r <= 0xFF:
		return byte(r), r != 0xAD // the soft hyphen has no code there
	case r == utf8.RuneError:
		return 0, false
	}
	if i := strings.IndexRune(pdfDocLow, r); i >= 0 {
		return byte(0x18 + utf8.RuneCountInString(pdfDocLow[:i])), true
	}
	if i := strings.IndexRune(pdfDocHigh, r); i >= 0 {
		return byte(0x80 + utf8.RuneCountInString(pdfDocHigh[:i])), true
	}
	return 0, false
}

// Text reads a text string back; codes without a character become U+FFFD.
func (s String) Text() string {
	if bytes.HasPrefix(s, []byte("\xFE\xFF")) {
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	}
	if bytes.HasPrefix(s, []byte("\xEF\xBB\xBF")) {
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	}
	var b strings.Builder
	for _, c := range s {
		b.WriteRune(fromPDFDoc(c))
	}
	return b.String()
}

func fromPDFDoc(c byte) rune {
	switch {
	case c >= 0x20 && c <= 0x7E, c == '\t', c == '\n', c == '\r', c >= 0xA1 && c != 0xAD:
		return rune(c)
	case c >= 0x18 && c <= 0x1F:
		return []rune(pdfDocLow)[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return []rune(pdfDocHigh)[c-0x80]
	}
	return utf8.RuneError
}

// Date makes a date string (7.9.4) of midnight, UTC. The zone is written as
// +00'00', for strict validators refuse the equally good Z.
func Date(year, month, day int) String {
	out := append(make(String, 0, 23), "D:"...)
	out = append(out, byte('0'+year/1000%10), byte('0'+year/100%10))
	for _, v := range [3]int{year, month, day} {
		out = append(out, byte('0'+v/10%10), byte('0'+v%10))
	}
	return append(out, "000000+00'00'"...)
}
