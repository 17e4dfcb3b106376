package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// odsSheet packs rows into the only table of a spreadsheet.
func odsSheet(t *testing.T, inside string) []byte {
	t.Helper()
	return packODS(t, odsHead+`<table:table table:name="Staff" table:style-name="ta1">`+inside+"</table:table>"+odsTail)
}

func TestOpenDocument(t *testing.T) {
	const content = `<table:table table:name="Staff &amp; posts" table:style-name="ta1"><office:forms/><table:shapes><draw:frame><table:table/></draw:frame></table:shapes>
		<table:table-column table:number-columns-repeated="2"/><table:table-column-group><table:table-column table:visibility="collapse"/></table:table-column-group><table:table-column table:number-columns-repeated="1021" table:visibility="filter"/>
		<table:table-header-rows><table:table-row>
			<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>Category</text:p></table:table-cell><table:covered-table-cell/>
			<table:table-cell office:value-type="string"><text:p>Sex</text:p></table:table-cell>
		</table:table-row></table:table-header-rows>
		<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>F</text:p></table:table-cell></table:table-row>
		<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>F</text:p></table:table-cell></table:table-row>
		<table:table-row table:visibility="filter"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="12"><text:p>12,00</text:p></table:table-cell></table:table-row>
		<table:table-row table:number-rows-repeated="2" table:visibility="collapse"><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1020"/></table:table-row>
		<table:table-row-group><table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table-row-group>
		</table:table><table:named-expressions/><table:table table:name="Codes" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>code</text:p></table:table-cell></table:table-row></table:table>`
	b := open(t, "staff.ods", packODS(t, odsHead+content+odsTail))
	if b.Format() != "ods" || b.Macros || len(b.Sheets()) != 2 {
		t.Fatalf("%+v", b)
	}
	s := b.Sheets()[0]
	for range 2 {
		same(t, show(s), `
			1 | t:Category | t:Category ^ | t:Sex
			2 | t:Category ^ | t:Category ^ | t:F
			3 | . | . | t:F
			4 hidden | n:12 | n:12 | n:12
			5 hidden | . | . | t:x
			6 hidden | . | . | t:x`)
		if got := fmt.Sprint(s.Name, s.Hidden, s.Filtered, s.HiddenRows, s.HiddenColumns, s.LastRow, s.LastColumn); got != "Staff & postsfalse true [{4 6}] [3] 6 3" {
			t.Errorf("facts %s", got)
		}
	}
	if s = b.Sheets()[1]; !s.Hidden || s.Filtered || s.LastRow != 1 || len(s.HiddenColumns) > 0 {
		t.Errorf("facts %+v", s)
	}
	same(t, show(s), "1 | t:code")
}

func TestOpenDocumentCells(t *testing.T) {
	for _, c := range []struct{ xml, want string }{
		{`office:value-type="string"><text:p> a<text:s/>b<text:s text:c="2"/><text:span>c</text:span><text:tab/><text:a>d</text:a><text:line-break/>e &lt;</text:p><text:p>f<![CDATA[&]]></text:p>`, "t: a b  c\td\ne <\nf&"},
		{`office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>x<text:note><text:p>note</text:p></text:note></text:p><draw:frame><text:p>no</text:p></draw:frame>`, "t:x"},
		{`office:value-type="string" office:string-value="stored">`, "t:stored"},
		{`office:value-type="float" office:value="1467.5"><text:p>1.467,5</text:p>`, "n:1467.5"},
		{`office:value-type="float" office:value="many"><text:p>many</text:p>`, "t:many"},
		{`office:value-type="percentage" office:value="0.12"><text:p>12%</text:p>`, "n:0.12"},
		{`office:value-type="currency" office:value="5"><text:p>5 EUR</text:p>`, "n:5"},
		{`office:value-type="date" office:date-value="2017-12-31"><text:p>31.12.17</text:p>`, "d:2017-12-31"},
		{`office:value-type="date" office:date-value="2017-12-31T08:00:00.000000"><text:p>x</text:p>`, "d:2017-12-31T08:00:00"},
		{`office:value-type="date" office:date-value="-0044-03-15"><text:p>Ides</text:p>`, "t:Ides"},
		{`office:value-type="time" office:time-value="PT10H"><text:p>10:00</text:p>`, "t:10:00"},
		{`office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p>`, "b:TRUE"},
		{`office:value-type="boolean" office:boolean-value="false"><text:p>FAUX</text:p>`, "b:FALSE"},
		{`table:formula="of:=1" office:value-type="float" office:value="1"><text:p>1</text:p>`, "n:1 =+"},
		{`table:formula="of:=1">`, "e: =?"},
		{`table:formula="of:=A2" office:value-type="string" office:string-value="">`, ""},
		{`table:formula="of:=1" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p>`, "e:#N/A =+"},
		{`table:formula="of:=1" office:value-type="float" office:value="0"><text:p>Err:502</text:p>`, "e:Err:502 =+"},
		{`office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p>`, "e:#N/A"},
		{`office:value-type="float" calcext:value-type="string" office:value="1"><text:p>1</text:p>`, "n:1"},
		{`office:value-type="string"><text:p>#N/A</text:p>`, "t:#N/A"},
		{`office:value-type="string"><text:p/>`, ""},
		{`><text:p>untyped</text:p>`, "t:untyped"},
	} {
		data := odsSheet(t, "<table:table-row><table:table-cell "+c.xml+"</table:table-cell></table:table-row>")
		got, _ := strings.CutPrefix(show(open(t, "c.ods", data).Sheets()[0]), "1 | ")
		if got = strings.TrimSuffix(got, "\n"); got != c.want {
			t.Errorf("%s: %q, want %q", c.xml, got, c.want)
		}
	}
}

func TestOpenDocumentRefused(t *testing.T) {
	const cell = `<table:table-cell office:value-type="float" office:value="1"%s/>`
	row := func(attr, cellAttr string) string {
		return "<table:table-row" + attr + ">" + fmt.Sprintf(cell, cellAttr) + "</table:table-row>"
	}
	for _, c := range []struct{ inside, want string }{
		{row(` table:number-rows-repeated="1048577"`, ""), "error sheet-rows a.ods!Staff!1048577: "},
		{row("", ` table:number-columns-repeated="16385"`), "error sheet-columns a.ods!Staff!1: "},
		{row(` table:number-rows-repeated="99999"`, ` table:number-columns-repeated="16384"`), "error sheet-cells a.ods!Staff!2442: "},
		{strings.Replace(row("", ""), "/>", "><text:p>"+strings.Repeat("x", MaxText+1)+"</text:p></table:table-cell>", 1), "error sheet-text a.ods!Staff!A1: "},
		{strings.Replace(row("", ""), "/>", `><text:p><text:s text:c="999999999"/></text:p></table:table-cell>`, 1), "error sheet-text a.ods!Staff!A1: "},
		{"<table:table-row>", "error sheet-damaged a.ods!Staff!1: "},
		{"<table:table-row></table:table>", "error sheet-damaged a.ods!Staff!1: "},
		{"<table:table-row>&unknown;<table:table-cell><text:p>&unknown;</text:p></table:table-cell></table:table-row>", "error sheet-damaged a.ods!Staff!A1: "},
		{"<table:table-row><table:table-cell><text:p>\x01</text:p></table:table-cell></table:table-row>", "error sheet-damaged a.ods!Staff!A1: "},
		{strings.Repeat("<table:table-row-group>", 300), "error sheet-damaged a.ods!Staff: the file is damaged: its XML is nested too deeply"},
		{strings.Repeat("</table:table><table:table>", MaxSheets), "error sheet-sheets a.ods: "},
	} {
		if got, _ := refused(t, "a.ods", odsSheet(t, c.inside)); !strings.HasPrefix(got, c.want) {
			t.Errorf("%.80s gives %s, want %s", c.inside, got, c.want)
		}
	}
	for want, data := range map[string][]byte{
		"error sheet-encrypted": packODS(t, odsHead+odsTail, [2]string{"META-INF/manifest.xml.bak", ""}),
		"error sheet-damaged":   pack(t, parts{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
	} {
		if strings.Contains(want, "encrypted") {
			data = pack(t, parts{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"META-INF/manifest.xml", "<manifest:encryption-data/>"}, {"content.xml", "noise"}})
		}
		if got, _ := refused(t, "a.ods", data); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	b := open(t, "m.ods", packODS(t, odsHead+`<table:table table:name="S"/>`+odsTail, [2]string{"Basic/Standard/Module1.xml", "code"}), "sheet-macros")
	if !b.Macros {
		t.Error("the macros are not told")
	}
}
