package sheet

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// staff makes a workbook of rows × 12 cells, a third of them texts, numbers and
// dates each, with shared strings as Excel writes them or with inline ones.
func staff(tb testing.TB, rows int, shared bool) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		tb.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for n := 1; n <= rows; n++ {
		var cells []any
		for c := range 4 {
			cells = append(cells, fmt.Sprintf("text %d of %d", c, n%5000), n*c, excelize.Cell{StyleID: date, Value: 36526 + n%6000})
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n), cells); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	if shared {
		return shareStrings(tb, out.Bytes())
	}
	return out.Bytes()
}

// readAll reads all sheets and returns the cells that it saw.
func readAll(tb testing.TB, name string, data []byte) (cells int) {
	tb.Helper()
	var files source.Files
	var r source.Reporter
	b := Read(name, data, &files, &r)
	if b == nil {
		tb.Fatal(messages(&files, &r))
	}
	for _, s := range b.Sheets() {
		for row := range s.Rows() {
			cells += len(row.Cells)
		}
		if s.Err() != nil {
			tb.Fatal(s.Err())
		}
	}
	return cells
}

func benchmark(b *testing.B, rows int, name string, data []byte) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if n := readAll(b, name, data); n != rows*12 {
			b.Fatalf("%d cells", n)
		}
	}
	b.ReportMetric(float64(peak()), "MB-peak")
}

// peak is the largest resident set of the process so far in MB; 0 where the
// system does not tell. Run one benchmark at a time to read it.
func peak() (mb int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			if _, err := fmt.Sscan(rest, &mb); err != nil {
				return 0
			}
			return mb >> 10
		}
	}
	return 0
}

func BenchmarkXLSX(b *testing.B) {
	for _, rows := range []int{11_000, 200_000} {
		for _, shared := range []bool{false, true} {
			b.Run(fmt.Sprintf("rows=%d/shared=%t", rows, shared), func(b *testing.B) {
				benchmark(b, rows, "staff.xlsx", staff(b, rows, shared))
			})
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	const rows = 200_000
	var text []byte
	for n := range rows {
		for c := range 4 {
			text = fmt.Appendf(text, "text %d of %d;\"%d\";2017-12-%02d", c, n%5000, n*c, n%28+1)
			text = append(text, ";\n"[c/3])
		}
	}
	benchmark(b, rows, "staff.csv", text)
}

func BenchmarkODS(b *testing.B) {
	const rows = 200_000
	var x strings.Builder
	x.WriteString(odsHead + `<table:table table:name="Staff">`)
	for n := range rows {
		x.WriteString("<table:table-row>")
		for c := range 4 {
			fmt.Fprintf(&x, `<table:table-cell office:value-type="string"><text:p>text %d of %d</text:p></table:table-cell>`, c, n%5000)
			fmt.Fprintf(&x, `<table:table-cell office:value-type="float" office:value="%d"><text:p>%d</text:p></table:table-cell>`, n*c+1, n*c+1)
			fmt.Fprintf(&x, `<table:table-cell office:value-type="date" office:date-value="2017-12-%02d"><text:p>x</text:p></table:table-cell>`, n%28+1)
		}
		x.WriteString("</table:table-row>")
	}
	x.WriteString("</table:table>" + odsTail)
	benchmark(b, rows, "staff.ods", pack(b, unpack(b, packODS(b, x.String()))))
}

func BenchmarkHTML(b *testing.B) {
	const rows = 50_000
	var x strings.Builder
	x.WriteString("<html><table>")
	for n := range rows {
		x.WriteString("<tr>")
		for c := range 4 {
			fmt.Fprintf(&x, "<td>text %d of %d</td><td class=xl24>%d</td><td>31.12.%d</td>", c, n%5000, n*c, 1990+n%30)
		}
		x.WriteString("</tr>\n")
	}
	benchmark(b, rows, "staff.xls", []byte(x.String()))
}
