package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func files(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "edition", "output")
	for _, text := range []string{"first", "second, longer", ""} {
		if err := Write(dir, "report.pdf", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, filepath.Join(dir, "report.pdf")); got != text {
			t.Errorf("wrote %q, found %q", text, got)
		}
	}
	if got := files(t, dir); got != "report.pdf" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestWriteName(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"", ".", "..", "a/b", "/etc", "../x"} {
		if err := Write(dir, name, nil); err == nil {
			t.Errorf("%q was taken for a name", name)
		}
	}
	if got := files(t, dir); got != "" {
		t.Errorf("the folder holds %q", got)
	}
}

// Whatever goes wrong, the old file stands and nothing is left beside it.
func TestReplaceFails(t *testing.T) {
	fault := errors.New("the disk is full")
	big := make([]byte, 1<<20)
	for name, write := range map[string]func(io.Writer) error{
		"at once":      func(io.Writer) error { return fault },
		"half-way":     func(w io.Writer) error { _, err := w.Write(big); return errors.Join(err, fault) },
		"by panicking": func(w io.Writer) error { _, _ = w.Write(big); panic(fault) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "report.pdf")
			if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
			err := func() (err error) {
				defer func() {
					if r := recover(); r != nil {
						err, _ = r.(error)
					}
				}()
				return Replace(path, write)
			}()
			if !errors.Is(err, fault) {
				t.Errorf("the error is %v", err)
			}
			if got := content(t, path); got != "old" {
				t.Errorf("the old file holds %.20q", got)
			}
			if got := files(t, dir); got != "report.pdf" {
				t.Errorf("the folder holds %q", got)
			}
		})
	}
}

// The old file is there for readers until the new one is whole.
func TestReplaceIsOneStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Replace(path, func(w io.Writer) error {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
		if got := content(t, path); got != "old" {
			t.Errorf("while writing, the file holds %.20q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(content(t, path)); got != 1<<20 {
		t.Errorf("%d bytes", got)
	}
}

// What a killed run left neither blocks nor stays; what another run is writing
// does, and so does what is not ours.
func TestStale(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * staleAfter)
	for name, stale := range map[string]bool{
		".assemble-1-0.tmp": true, ".assemble-99999-7.tmp": true,
		".assemble-1-0-old.tmp": true, ".assemble-2-0.tmp": false, "notes.tmp": true, ".assemble-notes": true,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if stale {
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".assemble-folder.tmp"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, ".assemble-folder.tmp"), old, old); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, "report.pdf", nil); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); got != ".assemble-1-0-old.tmp .assemble-2-0.tmp .assemble-folder.tmp .assemble-notes notes.tmp report.pdf" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestReplaceKeepsRights(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(filepath.Dir(path), "report.pdf", []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the rights are now %v", info.Mode())
	}
}

func TestReplaceFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "report.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, "report.pdf", nil); err == nil {
		t.Error("a folder was replaced")
	}
	if got := files(t, dir); got != "report.pdf" {
		t.Errorf("the folder holds %q", got)
	}
	if err := Replace(filepath.Join(dir, "absent", "x"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a file was written into no folder")
	}
}

// Runs at the same time do not take each other's temporary files.
func TestReplaceConcurrently(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			text := strings.Repeat(string(rune('a'+i)), 100_000)
			if err := Write(dir, "report.pdf", []byte(text)); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := content(t, filepath.Join(dir, "report.pdf"))
	if len(got) != 100_000 || strings.Trim(got, got[:1]) != "" {
		t.Error("the file is a mixture")
	}
	if got := files(t, dir); got != "report.pdf" {
		t.Errorf("the folder holds %q", got)
	}
}
