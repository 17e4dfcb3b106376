package table

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
)

// LedgerName is the name of the ledger of a table: it stands beside the table
// and tells how its import came by it.
func LedgerName(table string) string {
	name := path.Base(table)
	return strings.TrimSuffix(name, path.Ext(name)) + ".import.json"
}

// Ledger makes the text of a ledger. What its fields cannot hold as JSON is a
// fault of ours.
func Ledger(l any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(l); err != nil {
		panic("table: a ledger is always JSON: " + err.Error())
	}
	return b.Bytes()
}
