package hr

import (
	"strings"
	"testing"

	"assemble/output/dump/golden"

	"github.com/xuri/excelize/v2"
)

func TestMain(m *testing.M) { golden.Main(m) }

// everything is a workbook with a little of everything, and the decisions on it.
func everything(t *testing.T) ([]given, string) {
	list := workbook(t, "staff.xlsx", func(f *excelize.File) {
		_ = f.SetSheetName("Sheet1", "Staff")
		rows := [][]any{
			{"Staff of the Secretariat as at 31 December 2017"},
			{},
			{"Index no.", "Surname", "Nationality", "Second nationality", "Category", "Grade", "Gender", "EOD", "Status", "Contract type"},
			{501, "Testov", "Kenya", "France", "Professional", "P4", "F", 42000, "Active", "Fixed-term"},
			{502, "Sampleova", "FRA/ITA", nil, "Professional", "P-3", "M", 42001, "Active", "Fixed-term"},
			{502, "Sampleova", "FRA/ITA", nil, "Professional", "P-3", "M", 42001, "Active", "Fixed-term"},
			{503, "Exemplier", "Congolese", nil, "GS", "GS5", "M", 42002, "Active", "Fixed-term"},
			{"Sub-total", nil, nil, nil, nil, 4},
			{"Index no.", "Surname", "Nationality", "Second nationality", "Category", "Grade", "Gender", "EOD", "Status", "Contract type"},
			{504, "Pruebas", "Ghana", nil, "GS", "UG", "X", 42003, "LWOP", "Fixed-term"},
			{505, "Muster", "Kenya", nil, "GS", "G4", "F", 43200, "Active", "Fixed-term"},
			{506, "Novak", "Kenya", nil, "GS", "G4", "F", 41000, "Retired", "Fixed-term"},
			{507, "Beispiel", "Austria", nil, "NO", "NOB", "F", 42005, "Active", "Intern"},
			{508, "Prova", "Austria", nil, "NO", "NOB", nil, 42006, "Active", "Loan"},
			{509, "Teste", "Austria", nil, "NO", "NOB", "F", 42006, "Active", "Fixed-term"},
			{510, "Primer", "Austria", nil, "NO", "P-1", "F", 42006, "Active", "Fixed-term"},
			{"Grand total", nil, nil, nil, nil, 99},
			{},
			{"Printed by the system"},
		}
		for i, r := range rows {
			put(f, "Staff", i+1, r...)
		}
		_ = f.SetRowVisible("Staff", 15, false)
		_ = f.SetColVisible("Staff", "B", false)
		_, _ = f.NewSheet("Notes")
		put(f, "Notes", 1, "nothing of use")
		_, _ = f.NewSheet("Table")
		put(f, "Table", 1, "Nationality", "G-5", "P-3", "P-4", "Total")
		put(f, "Table", 2, "France", nil, 1, nil, 1)
		put(f, "Table", 3, "Kenya", nil, nil, 1, 1)
	})
	decisions := `hr:
  nationality: {Congolese: COD}
  status: {LWOP: count}
  contract: {Loan: {leave-out: on loan}}
  hidden_rows: {"2017 Staff!15": count}
  misfit: {"national-officer P-1": NO-A}
  totals: {"2017 Staff": count, "2017 Table": count}
`
	return []given{list}, decisions
}

// TestLedger holds the ledger and the page of a workbook with a little of
// everything against those that a person has read.
func TestLedger(t *testing.T) {
	files, decisions := everything(t)
	x := tryImport(t, decisions, files...)
	if x.im.Failed() {
		t.Fatal(x.messages())
	}
	// A workbook has the time at which it was written in it.
	sum, size := x.im.Ledger.Files[0].SHA256, x.im.Ledger.Files[0].Size
	x.im.Ledger.Files[0].SHA256, x.im.Ledger.Files[0].Size = strings.Repeat("0", len(sum)), 1000
	if size < 1000 {
		t.Errorf("%d bytes", size)
	}
	golden.Check(t, "page.txt", []byte(x.im.Ledger.Page()))
	golden.Check(t, "ledger.json", x.im.Ledger.JSON())
}

// TestQuestions does the same with what is asked without decisions.
func TestQuestions(t *testing.T) {
	files, _ := everything(t)
	x := tryImport(t, "", files...)
	golden.Check(t, "messages.txt", []byte(x.messages()))
	text, ok := x.im.Ask()
	if !ok {
		t.Error("not asked")
	}
	golden.Check(t, "decisions.yaml", text)
}
