package table

import "testing"

func TestLedger(t *testing.T) {
	for name, want := range map[string]string{
		"headcount-2017.csv": "headcount-2017.import.json", "data/a.b.csv": "a.b.import.json", "x": "x.import.json",
	} {
		if got := LedgerName(name); got != want {
			t.Errorf("beside %s stands %s, want %s", name, got, want)
		}
	}
	got := string(Ledger(struct {
		Rows int    `json:"rows"`
		Head string `json:"head"`
	}{2, "F & M <sex>"}))
	if want := "{\n \"rows\": 2,\n \"head\": \"F & M <sex>\"\n}\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
