package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// messages are all diagnostics, one a line: severity, code, place, message, fix.
func messages(files *source.Files, r *source.Reporter) string {
	var out strings.Builder
	for _, d := range r.All() {
		fmt.Fprintf(&out, "%s %s %s: %s", d.Severity, d.Code, files.String(d.At.Start), d.Message)
		if d.Fix != "" {
			out.WriteString("; " + d.Fix)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// codes are the codes of all diagnostics.
func codes(r *source.Reporter) string {
	var out []string
	for _, d := range r.All() {
		out = append(out, string(d.Code))
	}
	return strings.Join(out, " ")
}

// open reads data that must be good and give no diagnostics but the named codes.
func open(tb testing.TB, name string, data []byte, want ...string) *Book {
	tb.Helper()
	files, r := new(source.Files), new(source.Reporter)
	b := Read(name, data, files, r)
	if b == nil || codes(r) != strings.Join(want, " ") {
		tb.Fatalf("reading %s, want codes %v:\n%s", name, want, messages(files, r))
	}
	return b
}

// refused reads data that must not be read, and returns the messages.
func refused(tb testing.TB, name string, data []byte) (string, *source.Reporter) {
	tb.Helper()
	files, r := new(source.Files), new(source.Reporter)
	if b := Read(name, data, files, r); b != nil || !r.Failed() {
		tb.Errorf("%s was read: %s", name, messages(files, r))
	}
	return messages(files, r), r
}

// write shows a cell: kind, text, then what else is to say of it.
func write(c *Cell) string {
	if c.Kind == Empty && !c.Formula {
		return "."
	}
	s := c.Kind.String()[:1] + ":" + c.Text
	if c.Kind == Date {
		s = "d:" + c.Day.String()
	}
	if c.Formula {
		s += " =" + map[bool]string{true: "+", false: "?"}[c.Cached]
	}
	if c.Merged {
		s += " ^"
	}
	return s
}

// show writes the rows of a sheet, one a line.
func show(s *Sheet) string {
	var out strings.Builder
	for row := range s.Rows() {
		fmt.Fprintf(&out, "%d", row.N)
		if row.Hidden {
			out.WriteString(" hidden")
		}
		for i := range row.Cells {
			out.WriteString(" | " + write(&row.Cells[i]))
		}
		out.WriteByte('\n')
	}
	if s.Err() != nil {
		fmt.Fprintf(&out, "error: %v\n", s.Err())
	}
	return out.String()
}

// same compares lines without their indentation.
func same(tb testing.TB, got, want string) {
	tb.Helper()
	var lines []string
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	if want = strings.Join(lines, "\n"); strings.TrimSpace(got) != want {
		tb.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// save writes a workbook to memory.
func save(tb testing.TB, f *excelize.File) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// parts of an archive in order.
type parts [][2]string

// pack writes an archive.
func pack(tb testing.TB, all parts) []byte {
	tb.Helper()
	return packed(tb, all, zip.Deflate)
}

// packed is pack with or without compression; without it fuzzing is quicker and
// does not explore how Go compresses.
func packed(tb testing.TB, all parts, method uint16) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range all {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: method})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, p[1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// unpack reads an archive.
func unpack(tb testing.TB, data []byte) (all parts) {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, [2]string{f.Name, string(text)})
	}
	return all
}

const (
	ns        = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation1 = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// sheetXML packs a workbook whose only sheet, "Staff", is the XML given; the style
// 1 is a date. Further parts come behind or take the place of others.
func sheetXML(tb testing.TB, xml string, more ...[2]string) []byte {
	tb.Helper()
	all := parts{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", rels("officeDocument xl/workbook.xml")},
		{"xl/workbook.xml", `<workbook` + ns + `><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", rels("worksheet worksheets/sheet1.xml", "styles styles.xml", "sharedStrings sharedStrings.xml")},
		{"xl/styles.xml", `<styleSheet` + ns + `><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst` + ns + `><si><t>one</t></si><si><r><t>t</t></r><r><rPr><b/></rPr><t xml:space="preserve">wo </t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si></sst>`},
		{"xl/worksheets/sheet1.xml", xml},
	}
next:
	for _, p := range more {
		for i := range all {
			if all[i][0] == p[0] {
				all[i][1] = p[1]
				continue next
			}
		}
		all = append(all, p)
	}
	return packed(tb, all, zip.Store)
}

// rels writes relations, each a kind and a target.
func rels(list ...string) string {
	out := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i, one := range list {
		kind, target, _ := strings.Cut(one, " ")
		out += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, relation1, kind, target)
	}
	return out + "</Relationships>"
}

// rows packs sheetData into a worksheet.
func rows(inside string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<worksheet" + ns + "><sheetData>" + inside + "</sheetData></worksheet>"
}

// shareStrings moves inline strings into the shared table.
func shareStrings(tb testing.TB, data []byte) []byte {
	tb.Helper()
	all := unpack(tb, data)
	inline := regexp.MustCompile(`t="inlineStr"><is><t>([^<]*)</t></is>`)
	var table strings.Builder
	known, n := map[string]int{}, 0
	for i := range all {
		if all[i][0] != "xl/worksheets/sheet1.xml" {
			continue
		}
		all[i][1] = inline.ReplaceAllStringFunc(all[i][1], func(m string) string {
			text := inline.FindStringSubmatch(m)[1]
			if _, ok := known[text]; !ok {
				known[text] = n
				n++
				table.WriteString("<si><t>" + text + "</t></si>")
			}
			return fmt.Sprintf(`t="s"><v>%d</v>`, known[text])
		})
	}
	if n == 0 {
		tb.Fatal("no inline strings")
	}
	for i := range all {
		if all[i][0] == "xl/_rels/workbook.xml.rels" && !strings.Contains(all[i][1], "sharedStrings") {
			all[i][1] = strings.Replace(all[i][1], "</Relationships>", `<Relationship Id="rId99" Type="`+relation1+`sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
		}
	}
	var out parts
	for _, p := range all {
		if p[0] != "xl/sharedStrings.xml" {
			out = append(out, p)
		}
	}
	return pack(tb, append(out, [2]string{"xl/sharedStrings.xml", "<sst" + ns + ">" + table.String() + "</sst>"}))
}

const (
	odsHead = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
		`xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">` +
		`<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet>`
	odsTail = `</office:spreadsheet></office:body></office:document-content>`
)

// packODS packs a spreadsheet around its content.xml.
func packODS(tb testing.TB, content string, more ...[2]string) []byte {
	tb.Helper()
	return packed(tb, append(parts{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"content.xml", content},
		{"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`},
	}, more...), zip.Store)
}
