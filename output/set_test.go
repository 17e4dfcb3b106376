package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestWriteSet(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	for _, text := range []string{"first", "second"} {
		err := WriteSet(dir, []File{{"a.csv", []byte(text + " a")}, {"b.json", []byte(text + " b")}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := content(t, filepath.Join(dir, "a.csv")), content(t, filepath.Join(dir, "b.json")); a != text+" a" || b != text+" b" {
			t.Errorf("found %q and %q", a, b)
		}
	}
	if got := files(t, dir); got != "a.csv b.json" {
		t.Errorf("the folder holds %q", got)
	}
}

// A set of which one file cannot take its place leaves the old files, whichever
// it is.
func TestWriteSetAllOrNone(t *testing.T) {
	for bad := range 3 {
		dir := t.TempDir()
		names := []string{"a", "b", "c"}
		set := []File{{"a", []byte("new")}, {"b", []byte("new")}, {"c", []byte("new")}}
		for i, n := range names[:2] { // c is not there before
			if i == bad {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, n), []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.MkdirAll(filepath.Join(dir, names[bad], "full"), 0o755); err != nil { // a folder is in the way
			t.Fatal(err)
		}
		if err := WriteSet(dir, set, nil); err == nil {
			t.Fatalf("%s took the place of a folder", names[bad])
		}
		for i, n := range names[:2] {
			if i != bad && content(t, filepath.Join(dir, n)) != "old" {
				t.Errorf("%s fails, and %s is changed", names[bad], n)
			}
		}
		if got := files(t, dir); strings.Contains(got, ".") || strings.Contains(got, "c") && bad != 2 {
			t.Errorf("%s fails and the folder holds %q", names[bad], got)
		}
	}
}

// What fails while files move must bring the old ones back.
func TestPutAllRestores(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	set := []staged{
		{write("t1", "new"), write("a", "old")},
		{write("t2", "new"), filepath.Join(dir, "fresh")},
		{filepath.Join(dir, "gone"), write("c", "old")},
	}
	if err := putAll(set); err == nil {
		t.Fatal("a file that is not there was moved")
	}
	if content(t, filepath.Join(dir, "a")) != "old" || content(t, filepath.Join(dir, "c")) != "old" {
		t.Error("the old files are not back")
	}
	if got := files(t, dir); got != "a c" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestWriteSetChecks(t *testing.T) {
	dir := t.TempDir()
	stop := errors.New("it has changed")
	if err := WriteSet(dir, []File{{"a", nil}}, func() error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	if got := files(t, dir); got != "" {
		t.Errorf("the folder holds %q", got)
	}
	for _, name := range []string{"", ".", "..", "a/b"} {
		if err := WriteSet(dir, []File{{name, nil}}, nil); err == nil {
			t.Errorf("%q is taken for a file name", name)
		}
	}
}

// Many at once: the files are always of one set.
func TestWriteSetDoesNotMix(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 10 {
				text := []byte(fmt.Sprint(i))
				err := WriteSet(dir, []File{{"a", text}, {"b", text}, {"c", text}}, func() error {
					a, _ := os.ReadFile(filepath.Join(dir, "a"))
					c, _ := os.ReadFile(filepath.Join(dir, "c"))
					if string(a) != string(c) {
						t.Errorf("mixed: %s and %s", a, c)
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if a, b := content(t, filepath.Join(dir, "a")), content(t, filepath.Join(dir, "b")); a != b {
		t.Errorf("mixed: %s and %s", a, b)
	}
}
