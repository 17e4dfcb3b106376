package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestWritingPage builds the first edition of docs/writing.md from the page: who
// begins with it has made no mistake yet.
func TestWritingPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "writing.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	files := regexp.MustCompile("(?s)\n`([a-z/.]+)`:\n\n```[a-z]+\n(.*?)```\n").FindAllSubmatch(page, -1)
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(string(f[1])))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f[2], 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) != 4 {
		t.Errorf("the page has %d files", len(files))
	}
	var out, errOut bytes.Buffer
	if code := run([]string{"assemble", "build", dir}, &out, &errOut); code != exitDone || errOut.Len() > 0 {
		t.Errorf("exit code %d\n%s", code, errOut.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "output", "F-3-1_EN.pdf")); err != nil {
		t.Error(err)
	}
}
