package output

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// killed leaves a folder as a program does that is killed after so many moves of a
// set: a, which was there, b, which was not, and c.
func killed(t *testing.T, moves int) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range []string{"a", "c"} {
		if err := os.WriteFile(filepath.Join(dir, n), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := lock(dir, 0); err != nil {
		t.Fatal(err)
	}
	var set []staged
	for _, n := range []string{"a", "b", "c"} {
		s, err := stage(filepath.Join(dir, n), func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err })
		if err != nil {
			t.Fatal(err)
		}
		set = append(set, s)
	}
	if err := record(dir, set); err != nil {
		t.Fatal(err)
	}
	for _, s := range set[:moves] {
		if _, err := keep(s); err != nil {
			t.Fatal(err)
		}
		if err := s.put(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What a killed program has begun to move, the next one finishes: all files are of
// one set, and nothing is left.
func TestKilledWhileMoving(t *testing.T) {
	for moves := range 4 {
		dir := killed(t, moves)
		unlock, err := lock(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []string{"a", "b", "c"} {
			if got := content(t, filepath.Join(dir, n)); got != "new" {
				t.Errorf("%d moves: %s is %s", moves, n, got)
			}
		}
		unlock()
		if got := files(t, dir); got != "a b c" {
			t.Errorf("%d moves: the folder holds %q", moves, got)
		}
	}
}

// A lock that tells nothing, or of files that are none of ours, is left to a
// person; nothing is moved.
func TestLockOfOthers(t *testing.T) {
	for _, text := range []string{
		"", "[", "[]", "{}", `[{"From":"a","To":"b"}]`, `[{"From":".assemble-1-0.tmp","To":"../b"}]`, `[{"From":".assemble-/../a.tmp","To":"b"}]`,
		`[{"From":".assemble-1-0.tmp","To":".."}]`, `[{"From":".assemble-1-0.tmp","To":""}]`,
	} {
		dir := t.TempDir()
		for name, data := range map[string]string{lockName: text, "a": "old", ".assemble-1-0.tmp": "new"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := lock(dir, 0); err == nil || !strings.Contains(err.Error(), "if none does, delete "+filepath.Join(dir, lockName)) {
			t.Errorf("%s: %v", text, err)
		}
		if got := files(t, dir); got != ".assemble-1-0.tmp .assemble-lock a" {
			t.Errorf("%s: the folder holds %q", text, got)
		}
	}
}
