package main

import (
	"os"
	"path/filepath"
	"slices"
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

// TestReadmeCommands: each command that README.md shows is run by a script that
// wants it to succeed, with the same flags.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	var run [][]string
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if command, ok := strings.CutPrefix(line, "exec assemble "); ok {
				run = append(run, strings.Fields(command))
			}
		}
	}
	shown := 0
	for line := range strings.Lines(string(readme)) {
		command, ok := strings.CutPrefix(line, "assemble ")
		if !ok {
			continue
		}
		shown++
		words := strings.Fields(command)
		wanted := func(of []string) bool {
			n := 1
			if words[0] == "import" {
				n = 2
			}
			flags := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !strings.HasPrefix(w, "--") })
			return slices.Equal(of[:min(n, len(of))], words[:n]) && !slices.ContainsFunc(flags, func(f string) bool { return !slices.Contains(of, f) })
		}
		if !slices.ContainsFunc(run, wanted) {
			t.Errorf("no script runs assemble %s", command)
		}
	}
	if shown < 8 {
		t.Errorf("only %d commands found", shown)
	}
}
