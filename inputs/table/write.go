package table

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// Write makes the text of a table. Rows are written as they are; see Guard.
func (l Layout) Write(rows [][]string) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(l.Columns) // a buffer takes everything
	_ = w.WriteAll(rows)
	return out.Bytes()
}

// Guard makes a text that people wrote safe to be opened in a spreadsheet,
// which would run what begins like a formula. Unguard undoes it.
func Guard(text string) string {
	if text != "" && strings.ContainsRune("=+-@'\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// Unguard returns the text that was guarded.
func Unguard(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok {
		return rest
	}
	return text
}
