package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestPreviewOpens: the PDF is given to the program of the system; where there
// is none, the preview stands all the same and its path is said.
func TestPreviewOpens(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("skipped: the program that opens files is faked as xdg-open")
	}
	bin, out := t.TempDir(), t.TempDir()
	t.Setenv("PATH", bin)
	preview := func() string {
		var said bytes.Buffer
		a := newApp(&said, &said)
		if err := a.RunContext(context.Background(), []string{"assemble", "preview", "--open", "--out", out, small, "para-11"}); err != nil {
			t.Fatal(err)
		}
		return said.String()
	}
	if got := preview(); !strings.Contains(got, "open "+filepath.ToSlash(filepath.Join(out, "para-11.pdf"))+" yourself") {
		t.Errorf("without a program it says %q", got)
	}
	opened := filepath.Join(bin, "opened")
	fake := "#!/bin/sh\necho \"$1\" > " + opened + "\n"
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(fake), 0o755); err != nil {
		t.Fatal(err)
	}
	if got := preview(); strings.Contains(got, "yourself") {
		t.Errorf("with a program it says %q", got)
	}
	for range 200 { // it is not waited for
		if b, err := os.ReadFile(opened); err == nil && strings.HasSuffix(string(b), "para-11.pdf\n") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the program was not given the file")
}
