package sheet

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"assemble/inputs/source"

	"pgregory.net/rapid"
)

func TestSeparatedText(t *testing.T) {
	long := strings.Repeat("KEN;1,234;2,345\n", 20)
	for _, c := range []struct{ text, format, want string }{
		{"a,b\n1,2\n", "csv; UTF-8; comma", "1 | t:a | t:b\n2 | t:1 | t:2"},
		{"a;b\r\n1,5;2\r\n", "csv; UTF-8; semicolon", "1 | t:a | t:b\n2 | t:1,5 | t:2"},
		{"a\tb\n1,2\t;\n", "csv; UTF-8; tab", "1 | t:a | t:b\n2 | t:1,2 | t:;"},
		{"a|b\n1|2\n", "csv; UTF-8; bar", "1 | t:a | t:b\n2 | t:1 | t:2"},
		{"one\ntwo\n", "csv; UTF-8; one column", "1 | t:one\n2 | t:two"},
		{"a,b\r1,2\r", "csv; UTF-8; comma", "1 | t:a | t:b\n2 | t:1 | t:2"}, // of the old Macintosh
		{"\xef\xbb\xbfa,b\n", "csv; UTF-8; comma", "1 | t:a | t:b"},
		// the title above, empty lines count, lines of nothing are not given
		{"Report; run 2018\n\n;;\n" + long, "csv; UTF-8; semicolon", ""},
		{"a,b\n\n,,\n , \nc,d", "csv; UTF-8; comma", "1 | t:a | t:b\n5 | t:c | t:d"},
		// a mark that names itself, as Excel writes and hides it
		{"sep=,\r\na;b,c\n", "csv; UTF-8; comma", "1 | t:a;b | t:c"},
		{"SEP=;\na,b;c\n", "csv; UTF-8; semicolon", "1 | t:a,b | t:c"},
		{"sep=\t\nx\n", "csv; UTF-8; tab", "1 | t:x"},
		// quotes
		{"\"a\nb\",\"c\"\"d\",\"\"\n1,2,3\n", "csv; UTF-8; comma", "1 | t:a\nb | t:c\"d\n2 | t:1 | t:2 | t:3"},
		{"\"a\r\nb\rc\",x\r\n1,2\r\n", "csv; UTF-8; comma", "1 | t:a\nb\nc | t:x\n2 | t:1 | t:2"},
		{"\"a\" ,b\n5\" pipe,\"\"\n", "csv; UTF-8; comma", "1 | t:a | t:b\n2 | t:5\" pipe"},
		// semicolons in free text are no reason to take them for the mark
		{"a,b,c\n1,2,\"x; y\"\n1,2,x;y\n1,2,3\n1,2,3\n", "csv; UTF-8; comma", ""},
		{"a,b\n1,2\n3,x;y\n4,x;y\n", "csv; UTF-8; comma", ""},
		{"Office,Means\nKE,a;\nUG,b;\nTZ,c;\n", "csv; UTF-8; comma", ""},
		{"Country;Men;Women\nKEN;1,234,567;2,345,678\nUGA;1,111,111;1,222,222\n", "csv; UTF-8; semicolon", ""},
		{"Country;Men\nKEN;1,2\n", "csv; UTF-8; semicolon", ""},
		// error values; nothing is trimmed, numbers stay text
		{"#N/A,#n/a, x ,007\n", "csv; UTF-8; comma", "1 | e:#N/A | t:#n/a | t: x  | t:007"},
		{"a,b\n1,2\n\x1a", "csv; UTF-8; comma", "1 | t:a | t:b\n2 | t:1 | t:2"},
		// encodings
		{"\xff\xfe" + utf16("N\xe9,1\n")[2:], "csv; UTF-16LE; comma", "1 | t:Né | t:1"},
		{"\xfe\xff\x00N\x00\xe9\x00\t\x201\x00\n", "csv; UTF-16BE; tab", "1 | t:Né | t:‱"},
		{utf16("abc;d\n")[2:], "csv; UTF-16LE; semicolon", "1 | t:abc | t:d"},
		{"\x00a\x00;\x00b\x00\n", "csv; UTF-16BE; semicolon", "1 | t:a | t:b"},
	} {
		b := open(t, "staff.csv", []byte(c.text))
		if b.Format() != c.format {
			t.Errorf("%q is %s, want %s", c.text, b.Format(), c.format)
		}
		if c.want != "" && show(b.Sheets()[0]) != c.want+"\n" {
			t.Errorf("%q gives\n%s", c.text, show(b.Sheets()[0]))
		}
	}
	b := open(t, "cp.txt", []byte("N\xe9pal;\x80 1;\x93x\x94\n"), "sheet-encoding")
	if b.Format() != "csv; Windows-1252; semicolon" || b.Sheets()[0].Name != "cp" {
		t.Errorf("%s, sheet %s", b.Format(), b.Sheets()[0].Name)
	}
	same(t, show(b.Sheets()[0]), "1 | t:Népal | t:€ 1 | t:“x”")
}

func TestSeparatedTextRefused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a,b\nc,\"open\nd,e\n", "error sheet-quote staff.csv!staff!B2: a quotation mark opens the cell and is never closed"},
		{"a,b\n\n\"x\"y,e\n", "error sheet-quote staff.csv!staff!A3: text goes on behind the closing quotation mark of a cell"},
		{"a,b\n" + strings.Repeat("x", MaxText+1), fmt.Sprintf("error sheet-text staff.csv!staff!A2: there are more than %d bytes of text in the cell", MaxText)},
		{"a,b\n\"" + strings.Repeat("x", MaxText) + "\"\"\"", fmt.Sprintf("error sheet-text staff.csv!staff!A2: there are more than %d bytes of text in the cell", MaxText)},
		{"a,b\n" + strings.Repeat(",", MaxColumns) + "x", fmt.Sprintf("error sheet-columns staff.csv!staff!2: there are more than %d columns", MaxColumns)},
		{strings.Repeat("a\n", MaxRows+1), fmt.Sprintf("error sheet-rows staff.csv!staff!%d: there are more than %d rows", MaxRows+1, MaxRows)},
		{strings.Repeat(strings.Repeat("x", MaxText)+",", MaxRowText/MaxText+1), fmt.Sprintf("error sheet-text staff.csv!staff!DY1: there are more than %d bytes of text in one row", MaxRowText)},
		{"a\x81b,c\n", "error sheet-encoding staff.csv: the file is neither a workbook nor text in UTF-8, UTF-16 or Windows-1252"},
		{"abc,\x00\x00\x00", "error sheet-encoding staff.csv: the file is neither"},
		{"\xff\xfea\x00\x00\xd8b\x00", "error sheet-encoding staff.csv: the file is neither"},
	} {
		if got, _ := refused(t, "staff.csv", []byte(c.text)); !strings.HasPrefix(got, c.want) || strings.Contains(got, "xx") {
			t.Errorf("%.40q gives %s, want %s", c.text, got, c.want)
		}
	}
	// The largest that is allowed.
	for _, text := range []string{"a,b\n" + strings.Repeat("x", MaxText), strings.Repeat("a\n", MaxRows), strings.Repeat(",", MaxColumns-1) + "x\n"} {
		open(t, "staff.csv", []byte(text))
	}
}

// What encoding/csv writes reads as it was, in every encoding.
func TestSeparatedTextReadsBack(t *testing.T) {
	cell := rapid.SampledFrom([]string{"", "a", "1,5", "x;y", "5\"", "two\nlines", "é", " b ", "\ttab", "#N/A", "\"", "#REF! no"})
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		row := rapid.Map(rapid.SliceOfN(cell, width, width), func(r []string) []string {
			if r[0] == "" {
				r[0] = "first"
			}
			return r
		})
		table := rapid.SliceOfN(row, 3, 8).Draw(t, "table")
		mark := rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(t, "mark")
		var out strings.Builder
		out.WriteString("sep=" + string(mark) + "\r\n")
		w := csv.NewWriter(&out)
		w.Comma, w.UseCRLF = mark, rapid.Bool().Draw(t, "CRLF")
		if err := w.WriteAll(table); err != nil {
			t.Fatal(err)
		}
		var got [][]string
		files, r := new(source.Files), new(source.Reporter)
		b := Read("t.csv", []byte(out.String()), files, r)
		if b == nil {
			t.Fatal(messages(files, r))
		}
		for row := range b.Sheets()[0].Rows() {
			var cells []string
			for i := range width {
				cells = append(cells, row.Cell(i+1).Text)
			}
			if got = append(got, cells); row.N != len(got) {
				t.Fatalf("row %d is number %d", len(got), row.N)
			}
		}
		if !slices.EqualFunc(got, table, slices.Equal) {
			t.Fatalf("%q reads as %q", table, got)
		}
	})
}

// The separator is found without being named.
func TestSniff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "mark")
		word := rapid.SampledFrom([]string{"Kenya", "P-3", "12", "x y", "", "\"a, b; c\"", "1,5", "a;b"})
		width, rows := rapid.IntRange(3, 8).Draw(t, "width"), rapid.IntRange(4, 30).Draw(t, "rows")
		// Words with a mark stand below the head only.
		head := rapid.SampledFrom([]string{"Country", "Men", "Posts (P)"})
		text := strings.Repeat("A title of something\n", rapid.IntRange(0, 1).Draw(t, "titles"))
		text += strings.Join(rapid.SliceOfN(head, width, width).Draw(t, "head"), mark) + "\n"
		for range rows {
			row := rapid.SliceOfN(word, width, width).Draw(t, "row")
			for i := range row {
				if strings.Contains(row[i], mark) && row[i][0] != '"' {
					row[i] = `"` + row[i] + `"`
				}
			}
			text += strings.Join(row, mark) + "\n"
		}
		s := separated{text: []byte(text)}
		if s.sniff(); string(s.mark) != mark {
			t.Fatalf("%q is told by %q", text, s.mark)
		}
	})
}
