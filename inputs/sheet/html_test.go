package sheet

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

func TestPages(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<html><table><tr><th>Grade</th><th>F</th></tr><tr><td>P-3</td><td>1 467</td></tr></table></html>", "1 | t:Grade | t:F\n2 | t:P-3 | t:1 467"},
		// spans as in the HTML Standard, 4.9.12
		{"<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c<td>d<tr><td>e</table>", "1 | t:a | t:a ^ | t:b\n2 | t:a ^ | t:a ^ | t:c | t:d\n3 | t:e"},
		{"<table><tr><td>a<td rowspan=99>b<tr><td>c<td>d<tr><td>e</table>", "1 | t:a | t:b\n2 | t:c | t:b ^ | t:d\n3 | t:e | t:b ^"},
		{"<table><tr><td rowspan=3>a<tr><tr><td>c</table>", "1 | t:a\n3 | t:a ^ | t:c"},
		{"<table><tr><td colspan=0>a<td colspan=x>b<td rowspan=0>c</table>", "1 | t:a | t:b | t:c"},
		// white space, breaks, references
		{"<table><tr><td>  a \n b<br>c <b>d</b><p>e</p> f</td><td>&nbsp;&eacute;&#8364;&lt;</td></tr></table>", "1 | t:a b\nc d\ne\nf | t:\u00a0é€<"},
		{"<table><tr><td><div>a</div><div>b</div></td><td> \n </td><td>&nbsp;</td></tr><tr><td>&nbsp;</td></tr></table>", "1 | t:a\nb | . | t:\u00a0"},
		// what is no content
		{"<style>td {}</style><table><caption>Title</caption><tr><td><script>if (a<b) '</td>'</script>x<!-- y --><style>z</style></td>stray</tr></table>", "1 | t:x"},
		// tags left out
		{"<TABLE><thead><TR><TD>a<tbody><td>b</td>", "1 | t:a | t:b"},
		{"<table><td>a<tr><td>b", "1 | t:a\n2 | t:b"},
		{"<table><tr style='mso-height-source:auto; Display : none'><td>a<tr hidden><td>b<tr><td>#N/A", "1 hidden | t:a\n2 hidden | t:b\n3 | e:#N/A"},
		{"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td x:num=\"5\">5", "1 | t:5"},
	} {
		b := open(t, "list.xls", []byte(c.page))
		if b.Format() != "html; UTF-8" || b.Sheets()[0].Name != "list" {
			t.Errorf("%s, sheet %s", b.Format(), b.Sheets()[0].Name)
		}
		for range 2 {
			same(t, show(b.Sheets()[0]), strings.ReplaceAll(c.want, "\n ", "\n"))
		}
	}
}

// Each table that holds something is a sheet, those inside others too.
func TestPageTables(t *testing.T) {
	b := open(t, "page.xls", []byte("<body><table><tr><td>&nbsp;</table><table><tr><td>a<td><table><tr><td>in</table>out</table><table><col><col style='display:none' span=2><tr><td>x<td>y<td>z</table>"))
	var got strings.Builder
	for _, s := range b.Sheets() {
		fmt.Fprintf(&got, "%s %v\n%s", s.Name, s.HiddenColumns, show(s))
	}
	same(t, got.String(), `
		page 1 []
		1 | t:a | t:out
		page 2 []
		1 | t:in
		page 3 [2 3]
		1 | t:x | t:y | t:z`)
}

func TestPageEncodings(t *testing.T) {
	for _, c := range []struct{ page, format, codes string }{
		{"<meta charset=windows-1252><table><td>N\xe9", "html; windows-1252", ""},
		{"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><table><td>N\xe9", "html; windows-1252", ""},
		{"<table><td>N\xe9", "html; Windows-1252", "sheet-encoding"},
		{"<meta charset=utf-8><table><td>N\xc3\xa9", "html; UTF-8", ""},
		{"<meta charset=utf-8><table><td>N\xe9", "html; Windows-1252", "sheet-encoding"}, // it says what it is not
		{utf16("<table><td>N\xe9"), "html; UTF-16LE", ""},
		{"\xef\xbb\xbf \n<table><td>N\xc3\xa9", "html; UTF-8", ""},
	} {
		b := open(t, "list.xls", []byte(c.page), strings.Fields(c.codes)...)
		if b.Format() != c.format {
			t.Errorf("%q is %s, want %s", c.page, b.Format(), c.format)
		}
		same(t, show(b.Sheets()[0]), "1 | t:Né")
	}
}

func TestMessages(t *testing.T) {
	page := "<html><table><tr><td>a=1<td>Né</table>"
	quoted := strings.NewReplacer("=", "=3D", "é", "=C3=A9").Replace(page)
	for _, message := range []string{
		"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\nThis is a page.\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
			quoted + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n",
		"Content-Type: text/html\nMime-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(page)),
		"Content-Type: text/html\nMIME-Version: 1.0\n\n" + page,
	} {
		same(t, show(open(t, "list.xls", []byte(message)).Sheets()[0]), "1 | t:a=1 | t:Né")
	}
	for _, message := range []string{
		"MIME-Version: 1.0\n", "MIME-Version: 1.0\nContent-Type: ;\n\nx", "MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<table>",
		"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n",
	} {
		refused(t, "list.xls", []byte(message))
	}
}

func TestPagesRefused(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<html><p>nothing</p></html>", "error sheet-empty list.xls: the page holds no table"},
		{"<table><tr><td></td></tr></table>", "error sheet-empty list.xls: "},
		{strings.Repeat("<table>", maxTables+1), "error sheet-damaged list.xls: "},
		{strings.Repeat("<table></table>", 100*MaxSheets+1), "error sheet-damaged list.xls: "},
		{strings.Repeat("<table><td>x</table>", MaxSheets+1), "error sheet-sheets list.xls: "},
		{"<table><td>" + strings.Repeat("x", MaxText+1), "error sheet-text list.xls!list!A1: "},
		{"<table><tr><td>a" + strings.Repeat("<td colspan=1000>", 17) + "x", "error sheet-columns list.xls!list!WQL1: "},
		{strings.Repeat("<table><tr><td rowspan=65534 colspan=1000>x", 1) + strings.Repeat("<td rowspan=65534 colspan=1000>x", 15) + strings.Repeat("<tr><td>y", 3000), "error sheet-cells list.xls!list!"},
		{"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "error sheet-format list.xls: the file is an XML spreadsheet of 2003"},
		{"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>", "error sheet-format list.xls: the file is a flat OpenDocument file"},
		{"<?xml version='1.0'?><svg/>", "error sheet-format list.xls: the file is not a table"},
		{"<meta charset=utf-16be><table><td>\x00", "error sheet-encoding list.xls: "},
	} {
		got, _ := refused(t, "list.xls", []byte(c.page))
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%.60s gives %s, want %s", c.page, got, c.want)
		}
	}
}
