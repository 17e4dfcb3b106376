package sheet

import (
	"fmt"
	"strings"
	"testing"

	"assemble/inputs/source"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// staffBook is a workbook as offices send them: a title, merged heads, hidden
// rows and columns, formulas, errors, dates, a hidden sheet.
func staffBook(t *testing.T) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { f.Close() })
	must := func(errs ...error) {
		t.Helper()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	set := func(cell string, v any) { t.Helper(); must(f.SetCellValue("Staff", cell, v)) }
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	must(err)
	must(f.SetSheetName("Sheet1", "Staff"))
	set("A1", "Staff of the organization")
	set("A3", "Category")
	set("B3", "Sex")
	set("B4", "F")
	set("C4", "M")
	must(f.MergeCell("Staff", "A1", "D1"), f.MergeCell("Staff", "A3", "A4"), f.MergeCell("Staff", "B3", "C3"))
	set("A5", " P-3 ")
	set("B5", 1467)
	set("C5", "1\u00a0467")
	set("D5", 43100)
	set("E5", true)
	set("F5", 0.12345)
	must(f.SetCellStyle("Staff", "D5", "D5", date), f.SetCellStyle("Staff", "F5", "F5", percent))
	must(f.SetCellFormula("Staff", "B6", "SUM(B5:B5)"))
	set("A7", "leaver")
	set("A8", "leaver")
	must(f.SetRowVisible("Staff", 7, false), f.SetRowVisible("Staff", 8, false), f.SetColVisible("Staff", "D:E", false))
	must(f.AutoFilter("Staff", "A4:C8", []excelize.AutoFilterOptions{{Column: "A", Expression: "x != leaver"}}))
	_, err = f.NewSheet("Codes")
	must(err, f.SetCellValue("Codes", "B2", "code"), f.SetSheetVisible("Codes", false, true))
	_, err = f.NewSheet("Blank")
	must(err)
	return f
}

func TestWorkbook(t *testing.T) {
	f := staffBook(t)
	data := save(t, f)
	b := open(t, "staff.xls", data) // the name does not count
	if b.Name() != "staff.xls" || b.Size() != int64(len(data)) || len(b.SHA256()) != 64 || b.Format() != "xlsx" || b.Macros || b.Date1904 {
		t.Errorf("book %+v", b)
	}
	same(t, strings.ReplaceAll(show(b.Sheet("Staff")), "\u00a0", "~"), `
		1 | t:Staff of the organization | t:Staff of the organization ^ | t:Staff of the organization ^ | t:Staff of the organization ^
		3 | t:Category | t:Sex | t:Sex ^
		4 | t:Category ^ | t:F | t:M
		5 | t: P-3  | n:1467 | t:1~467 | d:2017-12-31 | b:TRUE | n:0.12345
		6 | . | e: =?
		7 hidden | t:leaver
		8 hidden | t:leaver`)
	var facts []string
	for _, s := range b.Sheets() {
		facts = append(facts, fmt.Sprintf("%s hidden=%t filtered=%t rows=%v columns=%v last=%d,%d formulas=%d unvalued=%d", s.Name, s.Hidden, s.Filtered, s.HiddenRows, s.HiddenColumns, s.LastRow, s.LastColumn, s.Formulas, s.Unvalued))
	}
	same(t, strings.Join(facts, "\n"), `
		Staff hidden=false filtered=true rows=[{7 8}] columns=[4 5] last=8,6 formulas=1 unvalued=1
		Codes hidden=true filtered=false rows=[] columns=[] last=2,2 formulas=0 unvalued=0
		Blank hidden=false filtered=false rows=[] columns=[] last=0,0 formulas=0 unvalued=0`)
	if s := b.Sheet("Codes"); b.files.String(s.Pos(2, 2)) != "staff.xls!Codes!B2" || b.Sheet("None") != nil {
		t.Errorf("place %s", b.files.String(s.Pos(2, 2)))
	}
}

// Rows can be asked for again, left early, and asked for once more.
func TestRowsAgain(t *testing.T) {
	s := open(t, "staff.xlsx", save(t, staffBook(t))).Sheet("Staff")
	first := show(s)
	for row := range s.Rows() {
		if row.N == 3 {
			break
		}
	}
	if s.Err() != nil {
		t.Errorf("leaving early is no fault: %v", s.Err())
	}
	if again := show(s); again != first {
		t.Errorf("read again:\n%s", cmp.Diff(first, again))
	}
}

// Texts outlive their row.
func TestTextsMayBeKept(t *testing.T) {
	s := open(t, "staff.xlsx", sheetXML(t, rows(`<row><c t="inlineStr"><is><t>first</t></is></c></row><row><c t="inlineStr"><is><t>other</t></is></c></row>`))).Sheets()[0]
	var kept []string
	for row := range s.Rows() {
		kept = append(kept, row.Cell(1).Text, row.Cell(2).Text, row.Cell(0).Text)
	}
	if got := strings.Join(kept, ","); got != "first,,,other,," {
		t.Errorf("kept %s", got)
	}
}

func TestDate1904(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	yes := true
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: ptr(`[$-40C]d mmmm yyyy;@`)})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}), f.SetCellValue("Sheet1", "A1", 41638.25), f.SetCellStyle("Sheet1", "A1", "A1", date)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b := open(t, "old.xlsx", save(t, f))
	if !b.Date1904 {
		t.Error("the date system is not told")
	}
	same(t, show(b.Sheets()[0]), "1 | d:2017-12-31T06:00:00")
}

func ptr[T any](v T) *T { return &v }

// Every kind of cell as files have it (18.3.1.4, 18.18.11).
func TestCells(t *testing.T) {
	for _, c := range []struct{ xml, want string }{
		{`<c t="s"><v>0</v></c>`, "t:one"},
		{`<c t="s"><v>1</v></c>`, "t:two "},
		{`<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>`, "t:ab"},
		{`<c t="inlineStr"><is><t>a_x000D__x000a_b_x005F_x0041_ _x0007_ _xzzzz_</t></is></c>`, "t:a\r\nb_x0041_  _xzzzz_"},
		{`<c t="inlineStr"><is><t>&lt;&amp;&#x20AC;&#233;&quot;&apos;&gt;</t></is></c>`, `t:<&€é"'>`},
		{`<c t="inlineStr"><is><t><![CDATA[a & <b>]]> c</t></is></c>`, "t:a & <b> c"},
		{`<c><v>12</v></c>`, "n:12"},
		{`<c t="n"><v>1.5E-2</v></c>`, "n:1.5E-2"},
		{`<c><v>twelve</v></c>`, "t:twelve"},
		{`<c><v>NaN</v></c>`, "t:NaN"},
		{`<c s="1"><v>43100</v></c>`, "d:2017-12-31"},
		{`<c s="1"><v>60</v></c>`, "n:60"},
		{`<c s="1"><v>-5</v></c>`, "n:-5"},
		{`<c s="9"><v>5</v></c>`, "n:5"},
		{`<c s="-1"><v>5</v></c>`, "n:5"},
		{`<c t="d"><v>2017-12-31T10:00:00</v></c>`, "d:2017-12-31T10:00:00"},
		{`<c t="d"><v>soon</v></c>`, "t:soon"},
		{`<c t="b"><v>1</v></c>`, "b:TRUE"},
		{`<c t="b"><v>0</v></c>`, "b:FALSE"},
		{`<c t="b"><v>2</v></c>`, "t:2"},
		{`<c t="e"><v>#N/A</v></c>`, "e:#N/A"},
		{`<c t="e"><v>Jane</v></c>`, "t:Jane"},
		{`<c><f>1+1</f><v>2</v></c>`, "n:2 =+"},
		{`<c t="str"><f>T(A1)</f><v>x</v></c>`, "t:x =+"},
		{`<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "e:#DIV/0! =+"},
		{`<c t="str"><f>""</f><v></v></c><c><v>1</v></c>`, "t: =+ | n:1"},
		{`<c t="str"><f>""</f><v></v></c>`, ""},
		{`<c><f>A2</f></c>`, "e: =?"},
		{`<c><f>A2</f><v></v></c>`, "e: =?"},
		{`<c><f>A2</f><v/></c>`, "e: =?"},
		{`<c t="str"><f t="shared" ref="A1:A9" si="0">[1]Other!A1</f><v>linked</v></c>`, "t:linked =+"},
		{`<c s="1"/>`, ""},
		{`<c t="s"/>`, ""},
		{`<c t="inlineStr"><is><t/></is></c>`, ""},
		{`<c t="inlineStr"><is><t>  </t></is></c>`, ""},
		{`<c t="str"><v>&#160;</v></c>`, ""},
		{`<c r="A1"><extLst><ext><v>9</v></ext></extLst><v>1</v></c>`, "n:1"},
	} {
		b := open(t, "cells.xlsx", sheetXML(t, rows("<row>"+c.xml+"</row>")))
		got, _ := strings.CutPrefix(show(b.Sheets()[0]), "1 | ")
		if got, want := strings.TrimSuffix(got, "\n"), c.want; got != want {
			t.Errorf("%s: %q, want %q", c.xml, got, want)
		}
	}
}

// Rows and cells without a name follow those before them; a prefix on every tag,
// as the SDK of Microsoft writes, changes nothing, nor do strict names.
func TestFormsOfXML(t *testing.T) {
	want := "2 | . | n:1 | n:2\n3 | n:3\n"
	for _, xml := range []string{
		rows(`<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`),
		`<x:worksheet xmlns:x="u"><x:dimension ref="A1"/><x:sheetData><x:row r='2'><x:c r = "B2" ><x:v >1</x:v ></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		"\xef\xbb\xbf<?xml version='1.0'?><!-- <row> --><worksheet>\r\n<sheetData><row r=\"2\" x=\"a>b\"><c r=\"B2\"><v>1</v><!-- --></c><?pi?><c><v><![CDATA[2]]></v></c></row><row><c><v>3</v></c></row></sheetData><extLst><ext><sheetData><row/></sheetData></ext></extLst></worksheet>",
		utf16(rows(`<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`)),
	} {
		if got := show(open(t, "forms.xlsx", sheetXML(t, xml)).Sheets()[0]); got != want {
			t.Errorf("%q gives\n%s", xml, got)
		}
	}
	strict := strings.NewReplacer("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument", "schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main")
	var all parts
	for _, p := range unpack(t, sheetXML(t, rows(`<row r="1"><c r="A1" s="1"><v>43100</v></c></row>`))) {
		all = append(all, [2]string{p[0], strict.Replace(p[1])})
	}
	same(t, show(open(t, "strict.xlsx", pack(t, all)).Sheets()[0]), "1 | d:2017-12-31")
}

// utf16 is text in UTF-16 with its mark.
func utf16(text string) string {
	out := "\xff\xfe"
	for _, c := range []byte(text) {
		out += string([]byte{c, 0})
	}
	return out
}

func TestMerges(t *testing.T) {
	merged := func(refs, inside string) string {
		x := strings.Replace(rows(inside), "</worksheet>", "<mergeCells>", 1)
		for _, ref := range strings.Fields(refs) {
			x += `<mergeCell ref="` + ref + `"/>`
		}
		return x + "</mergeCells></worksheet>"
	}
	const three = `<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>9</v></c></row><row r="2"><c r="D2"><v>9</v></c></row><row r="3"><c r="D3"><v>9</v></c></row>`
	for _, c := range []struct{ refs, inside, want, codes string }{
		{"A1:B2", three, "1 | n:1 | n:1 ^ | . | n:9\n2 | n:1 ^ | n:1 ^ | . | n:9\n3 | . | . | . | n:9", ""},
		{"A1:XFD1048576", three, "1 | n:1 | n:1 ^ | n:1 ^ | n:1 ^\n2 | n:1 ^ | n:1 ^ | n:1 ^ | n:1 ^\n3 | n:1 ^ | n:1 ^ | n:1 ^ | n:1 ^", "sheet-covered"},
		{"B1:C3 A1", three, "1 | n:1 | . | . | n:9\n2 | . | . | . | n:9\n3 | . | . | . | n:9", ""},    // an empty range
		{"A2:B3", three, "1 | n:1 | . | . | n:9\n2 | . | . | . | n:9\n3 | . | . | . | n:9", ""},       // its first cell is missing
		{"C3:D5 C1:D2", three, "1 | n:1 | . | . | n:9\n2 | . | . | . | n:9\n3 | . | . | . | n:9", ""}, // out of order, not blank behind the first
		{"A3:B3 A1:B2", `<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c></row>`, "1 | n:1 | n:1 ^\n3 | n:3 | n:3 ^\n4 | . | n:4", ""},
		{"A1:A3", `<row r="1"><c r="A1"><f>X</f></c></row><row r="3"><c r="B3"><v>1</v></c></row>`, "1 | e: =?\n3 | . | n:1", ""},
		{"A1:A9", `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/>`, "1 | n:1", ""}, // rows with nothing of their own are not given
	} {
		files, r := new(source.Files), new(source.Reporter)
		b := Read("m.xlsx", sheetXML(t, merged(c.refs, c.inside)), files, r)
		if b == nil {
			t.Errorf("%s: %s", c.refs, messages(files, r))
			continue
		}
		same(t, show(b.Sheets()[0]), c.want)
		if c.refs != "C3:D5 C1:D2" && codes(r) != c.codes {
			t.Errorf("%s: %s", c.refs, messages(files, r))
		}
		if c.codes != "" && !strings.Contains(messages(files, r), "m.xlsx!Staff!D1: 3 values lie unseen") {
			t.Errorf("%s: %s", c.refs, messages(files, r))
		}
	}
}

func TestHidden(t *testing.T) {
	x := `<worksheet><cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="3" max="16384" width="0"/><col min="9" hidden="1"/></cols>` +
		`<sheetData><row r="1" hidden="true"><c><v>1</v></c></row><row r="2" hidden="1"/><row r="3" ht="0"><c r="D3"><v>1</v></c></row><row r="4" hidden="0"><c><v>1</v></c></row></sheetData><autoFilter ref="A1:B4"/></worksheet>`
	s := open(t, "h.xlsx", sheetXML(t, x)).Sheets()[0]
	if got := fmt.Sprint(s.HiddenColumns, s.HiddenRows, s.Filtered); got != "[2 3 4] [{1 1} {3 3}] true" {
		t.Errorf("hidden %s", got)
	}
	_ = show(s)
	if got := fmt.Sprint(s.HiddenColumns, s.HiddenRows, s.Filtered); got != "[2 3 4] [{1 1} {3 3}] true" {
		t.Errorf("reading changed what is hidden: %s", got)
	}
	for _, c := range []struct {
		xml  string
		want bool
	}{
		{`<worksheet><sheetPr filterMode="1"/><sheetData><row hidden="1"><c><v>1</v></c></row></sheetData></worksheet>`, true},
		{`<worksheet><sheetData><row hidden="1"><c><v>1</v></c></row></sheetData></worksheet>`, false},
		{`<worksheet><sheetPr filterMode="1"/><sheetData><row><c><v>1</v></c></row></sheetData><autoFilter ref="A1"/></worksheet>`, false},
	} {
		s := open(t, "f.xlsx", sheetXML(t, c.xml)).Sheets()[0]
		_ = show(s)
		if s.Filtered != c.want {
			t.Errorf("%s: filtered = %t", c.xml, s.Filtered)
		}
	}
}

func TestMacros(t *testing.T) {
	data := sheetXML(t, rows(`<row><c><v>1</v></c></row>`), [2]string{"xl/_rels/workbook.xml.rels", rels("worksheet worksheets/sheet1.xml", "vbaProject vbaProject.bin")}, [2]string{"xl/vbaProject.bin", "code"})
	b := open(t, "m.xlsm", data, "sheet-macros")
	if !b.Macros || b.Format() != "xlsm" {
		t.Errorf("macros %t, format %s", b.Macros, b.Format())
	}
	same(t, show(b.Sheets()[0]), "1 | n:1")
}

// Chart sheets have no cells and are left out.
func TestChartSheet(t *testing.T) {
	b := open(t, "c.xlsx", sheetXML(t, rows(`<row><c><v>1</v></c></row>`),
		[2]string{"xl/workbook.xml", `<workbook` + ns + `><sheets><sheet name="Chart" sheetId="2" r:id="rId2"/><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		[2]string{"xl/_rels/workbook.xml.rels", rels("worksheet worksheets/sheet1.xml", "chartsheet chartsheets/sheet1.xml")}))
	if len(b.Sheets()) != 1 || b.Sheets()[0].Name != "Staff" {
		t.Errorf("%d sheets", len(b.Sheets()))
	}
}

// Parts are found by the relations and not by their usual names; names do not
// differ by case, and old programs write backslashes.
func TestWorkbookElsewhere(t *testing.T) {
	all := unpack(t, sheetXML(t, rows(`<row><c s="1"><v>43100</v></c></row>`)))
	for i := range all {
		all[i][0] = strings.Replace(all[i][0], "xl/", `XL\`, 1)
		all[i][1] = strings.ReplaceAll(all[i][1], "xl/workbook.xml", "/xl/./workbook.xml")
	}
	same(t, show(open(t, "o.xlsx", pack(t, all)).Sheets()[0]), "1 | d:2017-12-31")
}
