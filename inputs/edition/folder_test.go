package edition

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
)

func TestNoEdition(t *testing.T) {
	empty := t.TempDir()
	for _, c := range []struct{ dir, want string }{
		{empty, " edition-missing: there is no edition.yaml in " + filepath.ToSlash(empty) +
			"; name the folder of an edition, or go to it; a new edition begins with a file edition.yaml"},
		{filepath.Join(empty, "none"), " edition-folder: " + filepath.Join(empty, "none") + " is not a folder that can be read; name the folder of an edition"},
	} {
		e, faults := read(t, c.dir)
		if e != nil || faults != c.want {
			t.Errorf("got  %q\nwant %q", faults, c.want)
		}
	}
}

func TestFilesOutsideAreNotRead(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.csv")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := folderOf(t, whole)
	if err := os.Symlink(outside, filepath.Join(dir, "link.csv")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("data/history.csv", filepath.Join(dir, "inner.csv")); err != nil {
		t.Skip(err)
	}
	e, _ := read(t, dir)
	var r source.Reporter
	if text, _, ok := e.File(strict.Str{S: "link.csv"}, &r); ok {
		t.Errorf("read %q through a link that leads out", text)
	}
	if text, _, ok := e.File(strict.Str{S: "inner.csv"}, &r); !ok || string(text) != "x" {
		t.Errorf("a link inside the folder is not followed: %v", r.All())
	}
	got := r.All()
	if len(got) != 1 || got[0].Code != "edition-file" || !strings.Contains(got[0].Fix, "not a link") {
		t.Errorf("got %v", got)
	}
}

func TestAFileIsRegisteredOnce(t *testing.T) {
	e, _ := read(t, folderOf(t, whole))
	var r source.Reporter
	_, first, _ := e.Manuscript("en", e.Parts[0], &r)
	text, second, ok := e.Manuscript("en", e.Parts[0], &r)
	if !ok || first != second || string(text) != "# rivers\n" || e.folder.files.Name(first) != "manuscript/en/rivers.md" {
		t.Errorf("read %q as %d and %d", text, first, second)
	}
	if _, _, ok := e.Manuscript("es", e.Parts[0], &r); ok || !r.Failed() {
		t.Error("a manuscript that is not there was read")
	}
}

func TestExists(t *testing.T) {
	e, _ := read(t, folderOf(t, whole))
	for name, want := range map[string]bool{
		"acronyms.yaml": true, "data/history.csv": true, "facts.yaml": false, "data": false, "../edition.yaml": false, "": false,
	} {
		if got := e.Exists(name); got != want {
			t.Errorf("Exists(%q) = %v", name, got)
		}
	}
}
