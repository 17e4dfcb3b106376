package main

import (
	"bytes"
	"strings"
	"testing"

	"assemble/inputs/source"
)

// TestManyAlike: the same fault in every line of a file is printed some times
// and counted; the short format prints all.
func TestManyAlike(t *testing.T) {
	var files source.Files
	id := files.Add("data.csv", []byte(strings.Repeat("x\n", 100)))
	var r source.Reporter
	for i := range 100 {
		r.Error("hr-grade", source.At(source.Pos{File: id, A: int32(i + 1), B: 1}), "\"x\" is not a grade", "correct it")
	}
	r.Error("hr-sex", source.At(source.Pos{File: id, A: 1, B: 1}), "another fault", "")
	for format, want := range map[string]int{"human": maxAlike, "short": 100} {
		var out bytes.Buffer
		p := &printer{out: &out, err: &out, format: format}
		p.print(&r, &files)
		if got := strings.Count(out.String(), "is not a grade"); got != want {
			t.Errorf("%s: printed %d times, want %d", format, got, want)
		}
		if more := strings.Contains(out.String(), "and 80 more of hr-grade in data.csv"); more != (format == "human") {
			t.Errorf("%s: counted %v:\n%s", format, more, out.String())
		}
		if !strings.Contains(out.String(), "another fault") {
			t.Errorf("%s: another kind was not printed", format)
		}
	}
}

func TestWindow(t *testing.T) {
	long := strings.Repeat("a", 100) + "MARK" + strings.Repeat("b", 100)
	line, at := window(long, 100)
	if r := []rune(line); string(r[at:at+4]) != "MARK" || len(r) > 100 || r[0] != '…' || r[len(r)-1] != '…' {
		t.Errorf("window %q, mark at %d", line, at)
	}
	if line, at := window("short", 2); line != "short" || at != 2 {
		t.Errorf("window %q, %d", line, at)
	}
	if line, at := window("x", 50); line != "x" || at != 1 {
		t.Errorf("place behind the line: %q, %d", line, at)
	}
}

func TestCleanKeepsTheTerminalSafe(t *testing.T) {
	if got := clean("a\x1b[31mb\tc\u202ed"); got != "a·[31mb c·d" {
		t.Errorf("%q", got)
	}
}
