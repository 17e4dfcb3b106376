package xlsx

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestSheetNames(t *testing.T) {
	n := newNames()
	for _, c := range []struct{ words, sheet, table string }{
		{"Annex\u00a0IV", "Annex IV", "Table_Annex_IV"},
		{"annex iv", "annex iv (2)", "Table_annex_iv__2_"},
		{"Annexe III.2", "Annexe III.2", "Table_Annexe_III_2"},
		{"a:b\\c/d?e*f[g]", "a-b-c-d-e-f-g-", "Table_a_b_c_d_e_f_g_"},
		{"'quoted'", "quoted", "Table_quoted"},
		{"history", "Sheet history", "Table_Sheet_history"},
		{"", "Sheet", "Table_Sheet"},
		{"'' \u00ad", "Sheet (2)", "Table_Sheet__2_"},
		{strings.Repeat("x", 40), strings.Repeat("x", 31), "Table_" + strings.Repeat("x", 31)},
		{strings.Repeat("x", 40), strings.Repeat("x", 27) + " (2)", "Table_" + strings.Repeat("x", 27) + "__2_"},
		{strings.Repeat("𝛑", 20), strings.Repeat("𝛑", 15), "Table_" + strings.Repeat("_", 15)},
		{strings.Repeat("é", 15), strings.Repeat("é", 15), "Table_" + strings.Repeat("_", 15) + "_2"},
	} {
		sheet := n.sheet(c.words)
		if table := n.table(sheet); sheet != c.sheet || table != c.table {
			t.Errorf("%q: %q and %q, not %q and %q", c.words, sheet, table, c.sheet, c.table)
		}
	}
}

// FuzzSheetName: of any words, names come that excelize takes, none twice.
func FuzzSheetName(f *testing.F) {
	f.Add("Annex IV", "annex iv")
	f.Add("History", "'")
	f.Add("a:b\\c/d?e*f[g]", strings.Repeat("'x ", 20))
	f.Add("\xff\u202e", "𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑𝛑")
	f.Fuzz(func(t *testing.T, a, b string) {
		n := newNames()
		file := excelize.NewFile()
		defer file.Close()
		sheets, tables := map[string]bool{}, map[string]bool{}
		for _, words := range []string{a, b, a, b, a} {
			sheet := n.sheet(words)
			table := n.table(sheet)
			if sheets[strings.ToLower(sheet)] || tables[strings.ToLower(table)] || strings.EqualFold(sheet, "history") {
				t.Fatalf("%q or %q is taken", sheet, table)
			}
			sheets[strings.ToLower(sheet)], tables[strings.ToLower(table)] = true, true
			if sheet != "Sheet1" {
				if _, err := file.NewSheet(sheet); err != nil {
					t.Fatalf("%q: %v", sheet, err)
				}
			}
			if err := file.AddTable(sheet, &excelize.Table{Range: "A1:B2", Name: table}); err != nil {
				t.Fatalf("%q: %v", table, err)
			}
		}
	})
}
