package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// What this package relies on in excelize, or works around. When one of these
// fails after an upgrade, read the code that it names.

func newFile(t *testing.T) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func raw(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	s, err := f.GetCellValue("Sheet1", cell, excelize.Options{RawCellValue: true})
	must(t, err)
	return s
}

// digits15 rounds, because numbers are cut.
func TestContractNumbersAreCutTo15Digits(t *testing.T) {
	f := newFile(t)
	must(t, f.SetCellFloat("Sheet1", "A1", 200.0/3, -1, 64))
	if got := raw(t, f, "A1"); got != "66.6666666666666" {
		t.Errorf("two thirds of a hundred are %s", got)
	}
}

// fits refuses what would be cut off.
func TestContractLongTextsAreCut(t *testing.T) {
	f := newFile(t)
	must(t, f.SetCellStr("Sheet1", "A1", strings.Repeat("n", maxText+5)))
	if got := len(utf16.Encode([]rune(raw(t, f, "A1")))); got != maxText {
		t.Errorf("%d letters are kept", got)
	}
}

// text needs SetCellStr: it makes shared strings, whatever they begin with.
func TestContractTextsAreShared(t *testing.T) {
	f := newFile(t)
	must(t, f.SetCellStr("Sheet1", "A1", "=1+1"))
	kind, err := f.GetCellType("Sheet1", "A1")
	must(t, err)
	formula, err := f.GetCellFormula("Sheet1", "A1")
	must(t, err)
	if kind != excelize.CellTypeSharedString || formula != "" || raw(t, f, "A1") != "=1+1" {
		t.Errorf("type %d, formula %q", kind, formula)
	}
}

// withoutFilter takes out what every table gets; unique and Column keep heads
// from being replaced.
func TestContractTables(t *testing.T) {
	f := newFile(t)
	must(t, f.SetCellStr("Sheet1", "A1", "x"), f.SetCellStr("Sheet1", "B1", "x"))
	must(t, f.AddTable("Sheet1", &excelize.Table{Range: "A1:C2", Name: "T_1"}))
	if b, c := raw(t, f, "B1"), raw(t, f, "C1"); b != "Column2" || c != "Column3" {
		t.Errorf("heads became %q and %q", b, c)
	}
	var out bytes.Buffer
	must(t, f.Write(&out))
	if xml := part(t, out.Bytes(), "xl/tables/table1.xml"); !strings.Contains(xml, `<autoFilter ref="A1:C2"></autoFilter>`) {
		t.Errorf("no filter: %s", xml)
	}
}

// quoted adds to the list of styles behind the back of excelize: an equal style
// that is asked for later must still be found in its first place.
func TestContractStylesAreFoundFirst(t *testing.T) {
	f := newFile(t)
	s := &styles{file: f, known: map[look]int{}}
	plain, err := s.id(look{bold: true})
	must(t, err)
	quoted, err := s.id(look{bold: true, quoted: true})
	must(t, err)
	again, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: textSize, Family: "Calibri"}, Alignment: &excelize.Alignment{}})
	must(t, err)
	if plain == quoted || again != plain {
		t.Errorf("styles %d, %d and %d", plain, quoted, again)
	}
}

// pack writes the dates, because excelize leaves them at a day that does not
// exist, and sorts, because excelize puts the content types last.
func TestContractPackage(t *testing.T) {
	var out bytes.Buffer
	must(t, newFile(t).Write(&out))
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	must(t, err)
	if !z.File[0].Modified.IsZero() && z.File[0].Modified.Year() > 1980 || z.File[0].Name == "[Content_Types].xml" {
		t.Errorf("%s of %v comes first", z.File[0].Name, z.File[0].Modified)
	}
	p := newPack(io.Discard)
	w, err := p.Create("xl/tables/table1.xml")
	must(t, err)
	_, err = w.Write([]byte("<table></table>"))
	must(t, err)
	if err := p.Close(); err == nil || !strings.Contains(err.Error(), "no filter to take out") {
		t.Errorf("a table without a filter: %v", err)
	}
}
