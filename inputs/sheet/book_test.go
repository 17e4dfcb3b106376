package sheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// TestRefused: what is no table says what it is and what to do.
func TestRefused(t *testing.T) {
	wide := func(s string) string { return utf16(s)[2:] }
	one := rows(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	protected := excelize.NewFile()
	defer protected.Close()
	var secret bytes.Buffer
	if err := protected.Write(&secret, excelize.Options{Password: "open"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ data, want string }{
		{"", "error sheet-empty a.xls: the file is empty; export it again"},
		{"\xef\xbb\xbf \r\n", "error sheet-empty a.xls: the file is empty; export it again"},
		{magicOLE + wide("Root Entry") + wide("Workbook"), `error sheet-binary a.xls: the file is a workbook in the binary format of old (.xls); open it in Excel or LibreOffice, choose "Save As" and the type "Excel Workbook (.xlsx)"`},
		{magicOLE + wide("Book"), "error sheet-binary a.xls: "},
		{"\x09\x02\x06\x00\x00\x00", "error sheet-binary a.xls: "},
		{"\x09\x00\x04\x00\x00\x00", "error sheet-binary a.xls: "},
		{secret.String(), "error sheet-encrypted a.xls: the file is protected with a password; open it with the password"},
		{magicOLE + wide("WordDocument"), "error sheet-format a.xls: the file is not a table that can be read; give a file saved as .xlsx, .ods or .csv"},
		{"%PDF-1.7\n", "error sheet-format a.xls: "},
		{"\x1f\x8b\x08", "error sheet-format a.xls: "},
		{"PK\x05\x06" + strings.Repeat("\x00", 18), "error sheet-format a.xls: "},
		{string(pack(t, parts{{"xl/workbook.bin", ""}})), "error sheet-binary a.xls: the file is a binary workbook (.xlsb)"},
		{string(pack(t, parts{{"answers.csv", "a,b"}})), "error sheet-format a.xls: the file is an archive without a workbook; unpack it"},
		{string(pack(t, parts{{"[Content_Types].xml", ""}, {"_rels/.rels", rels("officeDocument word/document.xml")}, {"word/document.xml", "<document/>"}})), "error sheet-damaged a.xls: "},
		{string(sheetXML(t, one)[:300]), "error sheet-damaged a.xls: the file is damaged: its end is missing; fetch it again"},
		{string(sheetXML(t, one, [2]string{"xl/workbook.xml", "<workbook>"})), "error sheet-damaged a.xls: the file is damaged: its workbook cannot be read"},
		{string(sheetXML(t, one, [2]string{"xl/_rels/workbook.xml.rels", rels()})), "error sheet-damaged a.xls: the file is damaged: a sheet of it is missing"},
		{string(sheetXML(t, one, [2]string{"xl/_rels/workbook.xml.rels", rels("chartsheet charts/a.xml")})), "error sheet-empty a.xls: the workbook has no sheet with cells"},
		{string(packODS(t, odsHead+odsTail)), "error sheet-empty a.xls: the workbook has no sheet with cells"},
		{string(sheetXML(t, one, [2]string{"xl/_rels/workbook.xml.rels", rels("worksheet worksheets/gone.xml")})), "error sheet-damaged a.xls!Staff: the file is damaged: a part of it is missing"},
		{string(sheetXML(t, one, [2]string{"xl/_rels/workbook.xml.rels", "<a><b></a>"})), "error sheet-damaged a.xls: "},
		{string(sheetXML(t, one, [2]string{"_rels/.rels", rels("x y")})), "error sheet-damaged a.xls: the file is damaged: the workbook in it is missing"},
		{string(sheetXML(t, one, [2]string{"xl/sharedStrings.xml", "<sst><si><t>a</sst>"})), "error sheet-damaged a.xls: "},
		{string(sheetXML(t, one, [2]string{"xl/sharedStrings.xml", ""})), "error sheet-damaged a.xls: "},
		{string(sheetXML(t, one, [2]string{"xl/sharedStrings.xml", "<sst><si><t>\x01</t></si></sst>"})), "error sheet-damaged a.xls: "},
		{string(sheetXML(t, one, [2]string{"xl/sharedStrings.xml", "<sst><si><t>" + strings.Repeat("x", MaxText+1) + "</t></si></sst>"})), "error sheet-text a.xls: "},
		{string(sheetXML(t, one, [2]string{"xl/sharedStrings.xml", "<sst><si>" + strings.Repeat("<r><t>"+strings.Repeat("x", MaxText/2+1)+"</t></r>", 2) + "</si></sst>"})), "error sheet-text a.xls: "},
		{string(sheetXML(t, one, [2]string{"xl/styles.xml", "<styleSheet" + ns + ">" + strings.Repeat(" ", MaxPart) + "</styleSheet>"})), "error sheet-unzipped a.xls: there are more than 8388608 bytes in one of its parts"},
	} {
		got, r := refused(t, "a.xls", []byte(c.data))
		if !strings.HasPrefix(got, c.want) || len(r.All()) != 1 {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// A file that is cut off anywhere is refused, never read in part.
func TestCutOff(t *testing.T) {
	for _, whole := range [][]byte{
		sheetXML(t, rows(`<row r="1"><c r="A1"><v>1</v></c></row>`)),
		odsSheet(t, `<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`),
	} {
		for n := 4; n < len(whole); n++ { // with its magic number
			var r source.Reporter
			if b := Read("a", whole[:n], new(source.Files), &r); b != nil {
				t.Fatalf("%d bytes of %d were read", n, len(whole))
			}
		}
	}
	// A part that is cut off inside a whole archive.
	x := rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>some text</t></is></c></row>`)
	for n := range len(x) - 1 {
		var r source.Reporter
		if b := Read("a", sheetXML(t, x[:n]), new(source.Files), &r); b != nil && n < len(x)-len("</worksheet>") {
			t.Fatalf("%d bytes of %d of a sheet were read", n, len(x))
		}
	}
}

// A changed byte is noticed: the sum of each part is checked.
func TestChanged(t *testing.T) {
	data := sheetXML(t, rows(`<row r="1"><c r="A1"><v>1</v></c></row>`+strings.Repeat(`<row><c t="inlineStr"><is><t>some words</t></is></c></row>`, 20)))
	found := 0
	at := bytes.Index(data, []byte("xl/worksheets/sheet1.xml")) + len("xl/worksheets/sheet1.xml")
	for i := at; i < at+60; i++ {
		changed := bytes.Clone(data)
		changed[i] ^= 0x10
		var r source.Reporter
		if b := Read("a", changed, new(source.Files), &r); b == nil {
			found++
		}
	}
	if found < 55 {
		t.Errorf("%d of 60 changes were noticed", found)
	}
}

// Sheets of a wrong order are damaged, and their place is told.
func TestDamagedSheets(t *testing.T) {
	for _, c := range []struct{ inside, want string }{
		{`<row r="2"/><row r="2"/>`, "!Staff!2: the file is damaged: its rows are out of order"},
		{`<row r="2"/><row r="1"/>`, "!Staff!2: the file is damaged: its rows are out of order"},
		{`<row r="0"/>`, "!Staff: the file is damaged: its rows are out of order"},
		{`<row r="x"/>`, "!Staff: the file is damaged"},
		{`<row r="-1"/>`, "!Staff: the file is damaged"},
		{`<row r="1"><c r="B1"/><c r="A1"/></row>`, "!Staff!B1: the file is damaged: its cells are out of order"},
		{`<row r="1"><c r="A2"/></row>`, "!Staff!1: the file is damaged: a cell stands in another row than it says"},
		{`<row r="1"><c r="1"/></row>`, "!Staff!1: "},
		{`<row r="1"><c r="AAAA1"/></row>`, "!Staff!1: "},
		{`<row r="1"><c r="a1"/></row>`, "!Staff!1: "},
		{`<row r="1"><c r="C1" t="s"><v>2</v></c></row>`, "!Staff!C1: the file is damaged: a cell refers to a text that is missing"},
		{`<row r="1"><c r="C1" t="s"><v>-1</v></c></row>`, "!Staff!C1: "},
		{`<row r="1"><c r="C1" t="s"><v>x</v></c></row>`, "!Staff!C1: "},
		{`<row r="1"><c r="C1"><v>&bad;</v></c></row>`, "!Staff!C1: "},
		{`<row r="1"><c r="C1"><v>&#0;</v></c></row>`, "!Staff!C1: "},
		{`<row r="1"><c r="C1"><v>&amp</v></c></row>`, "!Staff!C1: "},
		{`<row r="1"><c r="C1"><v><b/></v></c></row>`, "!Staff!C1: "},
		{"<row r=\"1\"><c r=\"C1\" t=\"str\"><v>\xff</v></c></row>", "!Staff!C1: "},
		{"<row r=\"1\"><c r=\"C1\" t=\"inlineStr\"><is><t>\x02</t></is></c></row>", "!Staff!C1: "},
		{`<row r="1"><c r="XFE1"><v>1</v></c></row>`, "!Staff!1: there are more than 16384 columns"},
		{`<row r="1048577"><c><v>1</v></c></row>`, "!Staff!1048577: there are more than 1048576 rows"},
		{`<row r="1"></rows>`, "!Staff!1: "},
		{`<row r="1"><c`, "!Staff!1: "},
		{`<row r="1"><!-- `, "!Staff!1: "},
		{`<row <`, "!Staff: "},
		{`< row/>`, "!Staff: "},
		{`<!DOCTYPE x>`, "!Staff: "},
		{`<!ELEMENT>`, "!Staff: "},
		{strings.Repeat("<a>", maxDepth), "!Staff: the file is damaged: its XML is nested too deeply"},
		{`<row x="` + strings.Repeat("y", maxTag) + `"/>`, "!Staff: the file is damaged: its XML"},
		{`<row><c t="inlineStr"><is><t>` + strings.Repeat("x", MaxText+1) + `</t></is></c></row>`, "!Staff!A1: there are more than 131072 bytes of text in one cell"},
		{`<row><c t="str"><v>` + strings.Repeat("x", MaxText+1) + `</v></c></row>`, "!Staff!A1: there are more than"},
		{`</sheetData><mergeCells><mergeCell ref="A1:"/></mergeCells><sheetData>`, "!Staff: the file is damaged: a merged range is none"},
		{`</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells><sheetData>`, "!Staff: the file is damaged: a merged range is none"},
		{`</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:A2"/>`, MaxMerges+1) + `</mergeCells><sheetData>`, "!Staff: there are more than 100000 merged ranges"},
	} {
		if got, _ := refused(t, "a.xlsx", sheetXML(t, rows(c.inside))); !strings.Contains(got, c.want) {
			t.Errorf("%.80s gives %s, want %s", c.inside, got, c.want)
		}
	}
	for _, x := range []string{"", "<other/>", "text", "<?xml version='1.0' encoding='ISO-8859-1'?><worksheet/>", "<?xml version='1.0'", "</worksheet>"} {
		if got, _ := refused(t, "a.xlsx", sheetXML(t, x)); !strings.Contains(got, "!Staff: the file is damaged") {
			t.Errorf("%q gives %s", x, got)
		}
	}
}

// Merged ranges over each other cost no more than the cells that are allowed.
func TestMergesAreBounded(t *testing.T) {
	x := strings.Replace(rows(strings.Repeat(`<row><c><v>1</v></c></row>`, 1000)), "</worksheet>", "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, MaxMerges)+"</mergeCells></worksheet>", 1)
	files, r := new(source.Files), new(source.Reporter)
	b := Read("a.xlsx", sheetXML(t, x), files, r)
	if b != nil {
		for range b.Sheets()[0].Rows() {
		}
	}
	if got := messages(files, r); !strings.HasPrefix(got, "error sheet-cells a.xlsx!Staff!") {
		t.Errorf("got %s", got)
	}
	if b != nil && b.Sheets()[0].Err() == nil {
		t.Error("no error")
	}
}

// What unpacks to more than a bound is given up there, with its sum unread.
func TestZipBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks 1 GiB")
	}
	blank := strings.Repeat(" ", MaxPart)
	var all parts
	for _, p := range unpack(t, sheetXML(t, "")) {
		if p[0] == "xl/worksheets/sheet1.xml" {
			p[1] = "<worksheet>" + strings.Repeat(blank, MaxUnzipped/MaxPart) + "</worksheet>"
		}
		all = append(all, p)
	}
	data := pack(t, all)
	if len(data) > 2<<20 {
		t.Fatalf("%d bytes are no bomb", len(data))
	}
	if got, _ := refused(t, "a.xlsx", data); !strings.HasPrefix(got, "error sheet-unzipped a.xlsx!Staff: there are more than 1073741824 bytes in the unpacked file") {
		t.Errorf("got %s", got)
	}
}

func TestLongDirectory(t *testing.T) {
	data := append([]byte(magicZip), bytes.Repeat([]byte("PK\x01\x02"), maxEntries+1)...)
	if got, _ := refused(t, "a.xlsx", data); !strings.HasPrefix(got, "error sheet-damaged a.xlsx: the file is damaged: its directory is too long") {
		t.Errorf("got %s", got)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	data := []byte("a;b\n1;2\n")
	path := filepath.Join(dir, "staff.csv")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	files, r := new(source.Files), new(source.Reporter)
	b := Open(path, files, r)
	if b == nil {
		t.Fatal(messages(files, r))
	}
	sum := sha256.Sum256(data)
	if b.Name() != "staff.csv" || b.SHA256() != hex.EncodeToString(sum[:]) || files.Name(b.File) != "staff.csv" {
		t.Errorf("%s %s %s", b.Name(), b.SHA256(), files.Name(b.File))
	}
	large := filepath.Join(dir, "large.csv")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, MaxFile+1); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none.csv"): "error sheet-open none.csv: the file cannot be read: no such file or directory; check its name and that it may be read\n",
		dir:                            "error sheet-open " + filepath.Base(dir) + ": the file cannot be read: it is not a file; check its name and that it may be read\n",
		large:                          "error sheet-size large.csv: the file is larger than 64 MiB; check that it is the right file, or delete pictures and sheets that are not part of the table\n",
	} {
		files, r := new(source.Files), new(source.Reporter)
		if b := Open(path, files, r); b != nil || messages(files, r) != want {
			t.Errorf("got %s, want %s", messages(files, r), want)
		}
	}
	if got, _ := refused(t, "large.csv", make([]byte, MaxFile+1)); !strings.HasPrefix(got, "error sheet-size large.csv: ") {
		t.Errorf("got %s", got)
	}
}

// Personal data reach neither the disk nor a message; what a workbook knows of
// its author and its comments is not read at all.
func TestPrivacy(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	const name = "Zebulon Quixley"
	large := staff(t, 60_000, false) // its sheet is larger than what excelize keeps in memory
	if n := readAll(t, "large.xlsx", large); n != 60_000*12 {
		t.Errorf("%d cells", n)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("files were left or made: %v %v", left, err)
	}
	broken := []string{
		rows(`<row r="1"><c r="A1" t="s"><v>` + name + `</v></c></row>`), rows(`<row r="1"><c r="` + name + `"/></row>`), rows(`<row r="` + name + `"/>`),
		rows(`<row><c t="str"><v>` + name + `&` + name + `;</v></c></row>`), rows("<" + name + ">"), "<" + name + "/>",
		strings.Replace(rows(""), "</worksheet>", `<mergeCells><mergeCell ref="`+name+`"/></mergeCells></worksheet>`, 1),
	}
	for _, x := range broken {
		if got, _ := refused(t, "a.xlsx", sheetXML(t, x)); strings.Contains(got, "Z") || strings.Contains(got, "Quixley") {
			t.Errorf("quoted: %s", got)
		}
	}
	for _, x := range []string{name + ",\"" + name, "\"" + name + "\"" + name + ",x\n", name + "\x81" + name} {
		if got, _ := refused(t, "a.csv", []byte(x)); strings.Contains(got, "Quixley") {
			t.Errorf("quoted: %s", got)
		}
	}
	f := excelize.NewFile()
	defer f.Close()
	for _, err := range []error{
		f.SetDocProps(&excelize.DocProperties{Creator: name, LastModifiedBy: name}), f.SetCellValue("Sheet1", "A1", "x"),
		f.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: name, Text: name}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b := open(t, "p.xlsx", save(t, f))
	same(t, show(b.Sheets()[0]), "1 | t:x")
	if got := fmt.Sprintf("%+v %+v", b.Format(), *b.Sheets()[0]); strings.Contains(got, "Quixley") {
		t.Errorf("kept: %s", got)
	}
}
