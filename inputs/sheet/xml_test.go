package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// tokens writes what a scanner finds; text in pieces is one.
func tokens(r io.Reader) string {
	var out, text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			fmt.Fprintf(&out, "%q ", text.String())
			text.Reset()
		}
	}
	for x := newScanner(r); ; {
		t, err := x.next()
		if err != nil {
			flush()
			return out.String() + "error"
		}
		switch t {
		case tokenEOF:
			flush()
			return out.String()
		case tokenStart:
			flush()
			fmt.Fprintf(&out, "<%s", x.name)
			for a := x.attributes(); a.next(); {
				v, err := a.string()
				fmt.Fprintf(&out, " %s=%q", a.name, v)
				if err != nil {
					return out.String() + "error"
				}
			}
			out.WriteString("> ")
		case tokenEnd:
			flush()
			out.WriteString("</> ")
		case tokenText:
			piece := x.text
			if !x.literal {
				var err error
				if piece, err = appendText(nil, x.text); err != nil {
					flush()
					return out.String() + "error"
				}
			}
			text.Write(piece)
		}
	}
}

// standard writes what the decoder of the standard library finds.
func standard(text string) string {
	var out, chars strings.Builder
	flush := func() {
		if chars.Len() > 0 {
			fmt.Fprintf(&out, "%q ", chars.String())
			chars.Reset()
		}
	}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		t, err := d.Token()
		if err != nil {
			flush()
			if errors.Is(err, io.EOF) {
				return out.String()
			}
			return out.String() + "error"
		}
		switch t := t.(type) {
		case xml.StartElement:
			flush()
			fmt.Fprintf(&out, "<%s", t.Name.Local)
			for _, a := range t.Attr {
				fmt.Fprintf(&out, " %s=%q", a.Name.Local, a.Value)
			}
			out.WriteString("> ")
		case xml.EndElement:
			flush()
			out.WriteString("</> ")
		case xml.CharData:
			chars.Write(t)
		}
	}
}

// What the scanner finds is what the standard library finds, wherever the file is
// cut into pieces while it is read.
func TestScannerAgainstStandard(t *testing.T) {
	part := rapid.SampledFrom([]string{
		"<a>", "</a>", "<b x=\"1\" y='&lt;\">'>", "</b>", "<c/>", "<p:c p:z=\"é\" />", "text", " \t", "\r\n", "\r", "\n", "&amp;", "&#x20AC;", "&#10;", "é€", "<!-- <a> - -->", "<?pi x?>", "<![CDATA[<a>&amp;]]>", "]",
		"&", ";", "<", "&nbsp;",
	})
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(part, 0, 20).Draw(t, "parts")
		text := "<r>" + strings.Join(parts, "") + "</r>"
		want := standard(text)
		if strings.HasSuffix(want, "error") {
			want = "error" // where a fault is told may differ
		}
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(text), "bytes": iotest.OneByteReader(strings.NewReader(text)), "halves": iotest.HalfReader(strings.NewReader(text)), "early end": iotest.DataErrReader(strings.NewReader(text))} {
			got := tokens(r)
			if strings.HasSuffix(got, "error") {
				got = "error"
			}
			if got != want {
				t.Fatalf("%s: %q gives\n%s\nwant\n%s", name, text, got, want)
			}
		}
	})
}

func TestScannerForms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<a>x&#13;\r\ny\rz</a>", `<a> "x\r\ny\nz" </> `},
		{"<a" + strings.Repeat(" ", firstRead) + "b='1'>" + strings.Repeat("x", 2*firstRead) + "</a>", `<a b="1"> "` + strings.Repeat("x", 2*firstRead) + `" </> `},
		{"<!--" + strings.Repeat("-x", firstRead) + "--><a/>", "<a> </> "},
		{"<a>" + strings.Repeat("x", firstRead-5) + "&amp;</a>", `<a> "` + strings.Repeat("x", firstRead-5) + `&" </> `},
		{"<a>" + strings.Repeat("x", firstRead-4) + "\r\n</a>", `<a> "` + strings.Repeat("x", firstRead-4) + `\n" </> `},
		{"<?xml version='1.0' encoding='utf-8'?><a/>", "<a> </> "},
		{"", ""},
		{"<a>", "<a> error"},
		{"<a></b>", "<a> error"},
		{"</a>", "error"},
		{"<a b='", "error"},
		{"<a>&#xD800;</a>", "<a> error"},
		{"<a>&#x110000;</a>", "<a> error"},
		{"<a>&#;</a>", "<a> error"},
		{"<a>&#x;</a>", "<a> error"},
		{"<?xml version='1.0' encoding='koi8-r'?><a/>", "error"},
		{"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "error"},
		{utf16("<a b='é'>x</a>"), "<a b=\"Ã©\"> \"x\" </> "}, // the test's wide text is of bytes
	} {
		if got := tokens(strings.NewReader(c.text)); got != c.want {
			t.Errorf("%.60q gives %.90s, want %.90s", c.text, got, c.want)
		}
		if got := tokens(iotest.DataErrReader(strings.NewReader(c.text))); got != c.want {
			t.Errorf("%.60q with an early end gives %.90s, want %.90s", c.text, got, c.want)
		}
	}
	if got := tokens(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("<a>x</a>")))); got != "error" {
		t.Errorf("a reader that fails gives %s", got)
	}
}

func TestParseRange(t *testing.T) {
	for name, want := range map[string]string{
		"A1": "1,1-1,1", "B2:XFD1048576": "2,2-1048576,16384", "AA10:AB11": "10,27-11,28",
		"": "", "A": "", "1": "", "A0": "", "A1:": "", "B1:A1": "", "A2:A1": "", "A1:XFE1": "", "XFE1": "", "A1:B2:C3": "", "$A$1": "", "A1 ": "",
	} {
		got := ""
		if s, ok := parseRange([]byte(name)); ok {
			got = fmt.Sprintf("%d,%d-%d,%d", s.top, s.left, s.bottom, s.right)
		}
		if got != want {
			t.Errorf("parseRange(%q) = %s, want %s", name, got, want)
		}
	}
}
