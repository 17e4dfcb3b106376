package fonts

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"strings"
	"testing"
)

// TestFiles opens every embedded file: the licence beside each family, and for
// each font what fpdf and the law ask for.
func TestFiles(t *testing.T) {
	total, fonts := 0, 0
	folders, err := fs.ReadDir(files, ".")
	if err != nil || len(folders) != 3 {
		t.Fatalf("%d folders, %v; want 3", len(folders), err)
	}
	for _, folder := range folders {
		licence, err := fs.ReadFile(files, folder.Name()+"/OFL.txt")
		if err != nil {
			t.Errorf("%s: no licence: %v", folder.Name(), err)
		}
		checkLicence(t, folder.Name(), string(licence))
		entries, _ := fs.ReadDir(files, folder.Name())
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".ttf") {
				continue
			}
			data, err := fs.ReadFile(files, folder.Name()+"/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			total += len(data)
			fonts++
			checkEmbeddable(t, e.Name(), data)
			if f := Embedded().ByName(strings.TrimSuffix(e.Name(), ".ttf")); f == nil {
				t.Errorf("%s is shipped but not in the set", e.Name())
			}
		}
	}
	if fonts != len(Embedded().Faces()) {
		t.Errorf("%d font files, %d faces", fonts, len(Embedded().Faces()))
	}
	if total > 4_500_000 {
		t.Errorf("the fonts take %d bytes, at most 4,500,000 wanted", total)
	}
}

// checkLicence looks for what condition 2 of the licence wants to travel along:
// the copyright notice and the whole text.
func checkLicence(t *testing.T, folder, text string) {
	t.Helper()
	if !strings.HasPrefix(text, "Copyright 20") {
		t.Errorf("%s: the licence begins %.40q, not with a copyright notice", folder, text)
	}
	for _, part := range []string{
		"SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
		"PREAMBLE", "DEFINITIONS", "PERMISSION & CONDITIONS", "TERMINATION", "DISCLAIMER",
		"OTHER DEALINGS IN THE FONT SOFTWARE.",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%s: the licence lacks %q", folder, part)
		}
	}
}

// checkEmbeddable wants TrueType outlines, which are all fpdf takes, and fsType 0
// (installable: no restriction on embedding).
func checkEmbeddable(t *testing.T, name string, data []byte) {
	t.Helper()
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) {
		t.Errorf("%s: sfnt tag %q, not TrueType", name, data[:4])
	}
	tables := directory(t, data)
	for _, tag := range []string{"glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post", "OS/2"} {
		if tables[tag] == nil {
			t.Errorf("%s: no table %s", name, tag)
		}
	}
	if os2 := tables["OS/2"]; os2 != nil {
		if fsType := binary.BigEndian.Uint16(os2[8:]); fsType != 0 {
			t.Errorf("%s: fsType %d restricts embedding", name, fsType)
		}
	}
}

// directory reads the table directory of an sfnt file by itself, so that it can
// judge both the shipped files and the one we write.
func directory(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		offset, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if uint64(offset)+uint64(size) > uint64(len(data)) {
			t.Fatalf("table %s lies outside the file", entry[:4])
		}
		out[string(entry[:4])] = data[offset : offset+size]
	}
	return out
}

func TestFacesKnowThemselves(t *testing.T) {
	for _, f := range Embedded().Faces() {
		if f.PostScriptName() != f.Name() {
			t.Errorf("%s calls itself %s", f.Name(), f.PostScriptName())
		}
		tables := directory(t, f.Data())
		if w := int(binary.BigEndian.Uint16(tables["OS/2"][4:])); w != f.Weight() {
			t.Errorf("%s: weight %d in the file, %d in the set", f.Name(), w, f.Weight())
		}
		if italic := tables["OS/2"][63]&1 != 0; italic != f.Italic() { // fsSelection bit 0
			t.Errorf("%s: italic %v in the file, %v in the set", f.Name(), italic, f.Italic())
		}
		if (f.ItalicAngle() < 0) != f.Italic() {
			t.Errorf("%s: italic angle %d", f.Name(), f.ItalicAngle())
		}
	}
}
