package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestReadmeMessage: the message that README.md shows is the one that a script
// gets from the program.
func TestReadmeMessage(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := txtar.ParseFile(filepath.Join("testdata", "script", "readme.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range script.Files {
		if f.Name == "want" {
			if !strings.Contains(string(readme), string(f.Data)) {
				t.Errorf("README.md does not show this message:\n%s", f.Data)
			}
			return
		}
	}
	t.Error("the script has no message")
}
