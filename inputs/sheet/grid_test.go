package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// The bound of cells holds however they come about.
func TestGridBounds(t *testing.T) {
	one := Cell{Kind: Number, Text: "1"}
	nothing := func(error) {}
	for name, fill := range map[string]func(g *grid) error{
		"cells":   func(g *grid) error { return g.put(3, one, -1) },
		"repeats": func(g *grid) error { nothing(g.put(1, one, -1)); nothing(g.end()); return g.repeat() },
		"merges": func(g *grid) error {
			g.used -= 9
			nothing(g.put(1, one, -1))
			nothing(g.put(9, one, -1))
			g.span(span{top: g.row.N, left: 1, bottom: 9, right: 8})
			return g.end()
		},
	} {
		g := &grid{emit: func(*Row) bool { return true }, fill: 9, used: MaxCells - 2}
		if err := g.begin(1, false); err != nil {
			t.Fatal(err)
		}
		if name == "repeats" {
			g.used = MaxCells - 1
		}
		if err := fill(g); err == nil || !strings.Contains(err.Error(), "cells") {
			t.Errorf("%s beyond the bound: %v", name, err)
		}
		g.used = 0
		if err := g.begin(2, false); err != nil {
			t.Fatal(err)
		}
		if err := fill(g); err != nil {
			t.Errorf("%s within the bound: %v", name, err)
		}
	}
}

// A pass may unpack as much as the first one did, however many there were.
func TestArchiveCounts(t *testing.T) {
	a, err := openArchive(pack(t, parts{{"a/B.xml", "twelve bytes"}}))
	if err != nil {
		t.Fatal(err)
	}
	a.left = 20
	for i, want := range []bool{true, false} {
		if data, err := a.read("A/b.XML"); (err == nil) != want || want && string(data) != "twelve bytes" {
			t.Errorf("reading %d: %q, %v", i, data, err)
		}
	}
	a.again = true
	if _, err := a.read("a/b.xml"); err != nil {
		t.Error(err)
	}
	if data, err := a.read("none"); data != nil || err != nil {
		t.Errorf("a part that is missing: %q, %v", data, err)
	}
}

// A part of the archive that is encrypted says so in its flags.
func TestEncryptedZip(t *testing.T) {
	data := sheetXML(t, rows(""))
	at := bytes.Index(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint16(data[at+8:], binary.LittleEndian.Uint16(data[at+8:])|1)
	if got, _ := refused(t, "a.xlsx", data); !strings.HasPrefix(got, "error sheet-encrypted a.xlsx: the file is protected with a password") {
		t.Errorf("got %s", got)
	}
}
