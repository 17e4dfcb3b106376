package pdfobj

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestText(t *testing.T) {
	cases := []struct{ text, want string }{
		{"", ""},
		{"Annual report", "Annual report"},
		{"Étude – première", "\xC9tude \x85 premi\xE8re"},
		{"“quoted” … €", "\x8Dquoted\x8E \x83 \xA0"},
		{"ﬁn", "\x93n"},
		{"soft\u00ADhyphen", "\xFE\xFF\x00s\x00o\x00f\x00t\x00\xAD\x00h\x00y\x00p\x00h\x00e\x00n"},
		{"Ω", "\xFE\xFF\x03\xA9"},
		{"𝔸", "\xFE\xFF\xD8\x35\xDD\x38"},
		{"þÿ", "\xFE\xFF\x00\xFE\x00\xFF"},
		{"ï»¿", "\xFE\xFF\x00\xEF\x00\xBB\x00\xBF"},
		{"\xFF", "\xFE\xFF\xFF\xFD"},
	}
	for _, c := range cases {
		if got := string(Text(c.text)); got != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTextReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		if got := Text(s).Text(); got != s {
			t.Fatalf("%q came back as %q from %q", s, got, Text(s))
		}
	})
}

// Every code of PDFDocEncoding that has a character must map there and back.
func TestPDFDocEncodingIsOneToOne(t *testing.T) {
	undefined := 0
	for c := range 256 {
		r := fromPDFDoc(byte(c))
		if r == utf8.RuneError {
			undefined++
			continue
		}
		if back, ok := toPDFDoc(r); !ok || int(back) != c {
			t.Errorf("code %#x is %q, which is code %#x, %v", c, r, back, ok)
		}
	}
	if undefined != 24-3+1+1+1 { // controls but TAB, LF, CR; DEL; 9F; AD
		t.Errorf("%d codes without a character", undefined)
	}
}

func TestTextFromOtherEncodings(t *testing.T) {
	cases := []struct{ in, want string }{
		{"\xEF\xBB\xBFcaf\xC3\xA9", "café"},
		{"\xEF\xBB\xBF\xC3", "\uFFFD"},
		{"\xFE\xFF\x00A\x00", "A"},
		{"\xFE\xFF\xD8\x00", "\uFFFD"},
		{"a\x7F\x9F", "a\uFFFD\uFFFD"},
	}
	for _, c := range cases {
		if got := String(c.in).Text(); got != c.want {
			t.Errorf("%q reads %q, want %q", c.in, got, c.want)
		}
	}
}

func TestDate(t *testing.T) {
	if got := string(Date(2018, 6, 8)); got != "D:20180608000000+00'00'" {
		t.Errorf("got %s", got)
	}
}
