package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
)

func main() {
	for name, text := range files() {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// files are the files that the program writes, by name.
func files() map[string][]byte {
	out := map[string][]byte{"offices.csv": registerCSV()}
	for _, y := range years() {
		out[fmt.Sprintf("form-%d.csv", y.year)] = y.formCSV()
		out[fmt.Sprintf("kobo-%d.csv", y.year)] = y.exportCSV()
	}
	return out
}

func toCSV(rows [][]string) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.WriteAll(rows) // a buffer takes everything
	return out.Bytes()
}
