//go:build unix

package edition

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

func TestFilesThatAreNone(t *testing.T) {
	dir := folderOf(t, whole)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.csv"), 0o644); err != nil {
		t.Skip(err)
	}
	big, err := os.Create(filepath.Join(dir, "big.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if err := big.Truncate(MaxFile + 1); err != nil {
		t.Fatal(err)
	}
	big.Close()
	e, _ := read(t, dir)
	for name, want := range map[string]string{
		"pipe.csv": "pipe.csv cannot be read: it is not a file",
		"data":     "data cannot be read: it is not a file",
		"big.csv":  "big.csv cannot be read: it is larger than 64 MB",
		".":        `"." is not the name of a file inside the edition`,
		"C:x":      `"C:x" is not the name of a file inside the edition`,
	} {
		var r source.Reporter
		_, ok := e.Bytes(strict.Str{S: name}, &r)
		if all := r.All(); ok || len(all) != 1 || all[0].Message != want {
			t.Errorf("%s: %v", name, all)
		}
	}
}
