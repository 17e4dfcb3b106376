package sheet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"assemble/inputs/source"
)

// FuzzRead: whatever is given, there is a Book or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte(""))
	f.Add([]byte("a;b\n1;2\n"))
	f.Add([]byte("\xff\xfea\x00\t\x00b\x00\n\x00"))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>a=3D1</table>\n--x--\n"))
	f.Add([]byte(magicOLE + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"))
	f.Add(sheetXML(f, rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)))
	f.Add(packODS(f, odsHead+`<table:table table:name="S"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>`+odsTail))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "any", data) })
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "sep=;\na;b\r\n\"x\n\"\"y\"\"\";2\r\n", "a\tb\rc\td\r", "\xef\xbb\xbfa;\"b\" ;c", "N\xe9pal,1\n", "\"open\n", "\"a\"b,c\n",
		"title\n\na;1,5;2\nb;2,5;3\n", "#N/A,#REF!\n", "a\x00b", "\xfe\xff\x00a\x00,\x00b", "\n\n\n,,\n,x", strings.Repeat("\"", 9),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "table.csv", data) })
}

func FuzzXLSX(f *testing.F) {
	const book = `<workbook` + ns + `><workbookPr date1904="1"/><sheets><sheet name="Staff" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>`
	const styles = `<styleSheet` + ns + `><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]d\-mmm\-yy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
	for _, seed := range []string{
		rows(`<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>43100</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`),
		rows(`<row><c t="inlineStr"><is><r><t>a_x000D_&amp;&#x41;</t></r></is></c><c t="b"><v>1</v></c><c t="d"><v>2017-12-31</v></c><c t="str"><f/><v></v></c></row>`),
		`<worksheet` + ns + `><sheetPr filterMode="1"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row></sheetData><autoFilter ref="A1:C3"/><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="A1:XFD9"/></mergeCells></worksheet>`,
		`<!-- c --><x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t><![CDATA[<a>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
		`<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`, "\xff\xfe<\x00a\x00/\x00>\x00", strings.Repeat("<a>", 9),
	} {
		f.Add(seed, `<sst><si><t>one</t></si><si><r><t>two</t></r></si></sst>`, book, styles)
	}
	f.Fuzz(func(t *testing.T, sheet, strings, book, styles string) {
		check(t, "book.xlsx", sheetXML(t, sheet, [2]string{"xl/sharedStrings.xml", strings}, [2]string{"xl/workbook.xml", book}, [2]string{"xl/styles.xml", styles}))
	})
}

func FuzzODS(f *testing.F) {
	for _, seed := range []string{
		`<table:table table:name="S" table:style-name="ta2"><table:table-column table:number-columns-repeated="3" table:visibility="collapse"/><table:table-row table:number-rows-repeated="3" table:visibility="filter">` +
			`<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a<text:s text:c="3"/>b<text:line-break/></text:p><text:p>c</text:p></table:table-cell><table:covered-table-cell/>` +
			`<table:table-cell table:number-columns-repeated="4" office:value-type="date" office:date-value="2017-12-31T10:00:00"/></table:table-row></table:table>`,
		`<table:table><table:table-row-group><table:table-row table:number-rows-repeated="9"><table:table-cell office:value-type="boolean" office:boolean-value="true" table:formula="of:=1" table:number-columns-repeated="5"/></table:table-row></table:table-row-group></table:table>`,
		`<table:table table:name="E"><table:table-row><table:table-cell table:formula="of:=1" office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row></table:table>`,
	} {
		f.Add(odsHead + seed + odsTail)
	}
	f.Fuzz(func(t *testing.T, content string) { check(t, "book.ods", packODS(t, content)) })
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"<table><tr><td colspan=2 rowspan=3>a<br>b<td>c<tr><td>d</table>", "<html><meta charset=windows-1252><table><tr><th>\xe9&nbsp;&euro;", "<table><tr><td><table><tr><td>in</table>out</table>",
		"<table><col style='display: none'><tr hidden><td>x</td></tr><script><td></script></table>", "<table><td rowspan=9 colspan=5><td>", "<p>", "<table><tr><td>#N/A<td>1.467",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "page.xls", append([]byte("<html>"), data...)) })
}

// check reads data and holds what it finds to what the package promises.
func check(t *testing.T, name string, data []byte) {
	t.Helper()
	files, r := new(source.Files), new(source.Reporter)
	b := Read(name, data, files, r)
	if (b == nil) != r.Failed() {
		t.Fatalf("book %v, messages %s", b, messages(files, r))
	}
	if b == nil {
		return
	}
	for _, s := range b.Sheets() {
		checkRows(t, s)
		if s.Err() != nil && !r.Failed() {
			t.Fatal("an error without a diagnostic")
		}
	}
	for _, d := range r.All() {
		if d.At.Start.File == 0 || d.At.Start.A < 0 || d.At.Start.B < 0 || d.At.Start.A > MaxRows+1 || d.At.Start.B > MaxColumns+1 {
			t.Fatalf("%s at %v", d.Code, d.At)
		}
	}
}

func checkRows(t *testing.T, s *Sheet) {
	t.Helper()
	last, formulas, faults := 0, 0, 0
	for row := range s.Rows() {
		if row.N <= last || row.N > MaxRows || row.N > s.LastRow || len(row.Cells) == 0 || len(row.Cells) > MaxColumns || len(row.Cells) > s.LastColumn {
			t.Fatalf("row %d of %d cells after row %d, last %d,%d", row.N, len(row.Cells), last, s.LastRow, s.LastColumn)
		}
		if c := row.Cell(len(row.Cells)); c.Kind == Empty && !c.Formula {
			t.Fatalf("row %d ends with nothing", row.N)
		}
		last = row.N
		for i := range row.Cells {
			checkCell(t, &row.Cells[i])
			if c := row.Cells[i]; !c.Merged {
				formulas += map[bool]int{true: 1}[c.Formula]
				faults += map[bool]int{true: 1}[c.Kind == Error]
			}
		}
	}
	// Merged ranges may hide formulas and errors that the facts count.
	if s.Err() == nil && (last != s.LastRow || formulas > s.Formulas || faults > s.Errors) {
		t.Fatalf("rows end at %d with %d formulas and %d errors; the facts are %+v", last, formulas, faults, s)
	}
}

func checkCell(t *testing.T, c *Cell) {
	t.Helper()
	_, rat := c.Rat()
	switch {
	case !utf8.ValidString(c.Text) || len(c.Text) > MaxText:
		t.Fatalf("text %q", c.Text)
	case c.Kind == Empty && (c.Text != "" || c.Cached), c.Cached && !c.Formula:
		t.Fatalf("empty cell %+v", c)
	case (c.Kind == Date) != (c.Day != Day{}), (c.Kind == Number) != rat:
		t.Fatalf("cell %+v", c)
	case c.Kind == Error && !IsErrorValue(c.Text):
		t.Fatalf("error value %q", c.Text)
	}
}
