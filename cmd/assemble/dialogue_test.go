package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"assemble/output/dump/golden"
)

// fence is a block of code on a page of Markdown.
var fence = regexp.MustCompile("(?ms)^```(file|console)( \\S+)?\n(.*?)^```$")

// timing is how long something took.
var timing = regexp.MustCompile(`in [0-9.]+ s`)

// TestDialogue runs the examples of pages in their order: blocks called file are
// written, commands behind $ are run, and what they print must be what the page
// shows. With -update the page is written anew.
func TestDialogue(t *testing.T) {
	for _, name := range []string{"import-hr.md", "import-questionnaire.md"} {
		t.Run(name, func(t *testing.T) { dialogue(t, filepath.Join("..", "..", "docs", name)) })
	}
}

func dialogue(t *testing.T, page string) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	page, err = filepath.Abs(page)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := lay(filepath.Join("testdata", "edition"), filepath.Join(dir, "report")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	commands := 0
	got := fence.ReplaceAllFunc(text, func(block []byte) []byte {
		m := fence.FindSubmatch(block)
		if string(m[1]) == "file" {
			name := strings.TrimSpace(string(m[2]))
			if err := os.WriteFile(name, m[3], 0o644); err != nil {
				t.Fatal(err)
			}
			return block
		}
		var out bytes.Buffer
		out.WriteString("```console\n")
		for line := range strings.Lines(string(m[3])) {
			command, ok := strings.CutPrefix(line, "$ ")
			if !ok {
				continue
			}
			commands++
			out.WriteString(line)
			words := strings.Fields(command)
			if words[0] == "cat" {
				data, err := os.ReadFile(words[1])
				if err != nil {
					t.Fatal(err)
				}
				out.Write(data)
				continue
			}
			run(words, &out, &out)
		}
		out.WriteString("```")
		return timing.ReplaceAll(out.Bytes(), []byte("in 0.1 s"))
	})
	if commands < 7 {
		t.Errorf("only %d commands found", commands)
	}
	if golden.Updating() {
		if err := os.WriteFile(page, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(got, text) {
		t.Errorf("the page shows something else than the program prints: %s; run with -update", differing(got, text))
	}
}

// differing is the first line in which two texts differ.
func differing(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\nnot\n" + b[i]
		}
	}
	return "their lengths"
}
