// Package golden compares what a test got with a file that a person has read.
//
// # Sources
//
// A missing golden fails, and so does one that no test read: silence is not
// agreement (the habit of esbuild's snapshot tests).
//
// # Units
//
// Files lie in testdata/golden beside the test. Lines end in \n.
//
// # Errors
//
// Everything is reported through testing.TB.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew; read the difference before committing it")

var (
	mu   sync.Mutex
	read = map[string]bool{}
)

const folder = "testdata/golden"

// Check compares got with testdata/golden/name.
func Check(t testing.TB, name string, got []byte) {
	t.Helper()
	path := filepath.Join(folder, name)
	mu.Lock()
	read[filepath.ToSlash(path)] = true
	mu.Unlock()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v\nrun go test with -update, then read the new file before committing it", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs\n%s", path, difference(want, got))
	}
}

// difference shows the first lines that differ.
func difference(want, got []byte) string {
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i := range max(len(w), len(g)) {
		var a, b []byte
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if !bytes.Equal(a, b) {
			return fmt.Sprintf("line %d (of %d, now %d)\n  want: %s\n  got:  %s", i+1, len(w), len(g), clip(a), clip(b))
		}
	}
	return "only in the number of lines"
}

func clip(b []byte) []byte {
	const most = 300
	if len(b) > most {
		return append(b[:most:most], "…"...)
	}
	return b
}

// Main runs the tests of a package and then fails if a golden beside them was
// read by none. It looks only when the whole package ran: a -run or -skip flag
// leaves goldens unread for good reason. Use it as TestMain's only call.
func Main(m *testing.M) { os.Exit(M{m}.Run()) }

// M is a testing.M whose Run looks for goldens that no test read, for a TestMain
// that hands it on.
type M struct{ M *testing.M }

// Run runs the tests and returns the exit code.
func (m M) Run() int {
	code := m.M.Run()
	if code == 0 && wholeRun() {
		for _, path := range unread() {
			fmt.Fprintf(os.Stderr, "%s was read by no test; delete it or use it\n", path)
			code = 1
		}
	}
	return code
}

// Updating reports whether the tests were asked to write their goldens anew.
// There is one such switch: -update.
func Updating() bool { return *update }

func wholeRun() bool {
	for _, name := range []string{"test.run", "test.skip", "test.list", "test.fuzz"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return false
		}
	}
	return !testing.Short()
}

func unread() []string {
	var out []string
	_ = filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !read[filepath.ToSlash(path)] {
			out = append(out, path)
		}
		return nil
	})
	return out
}
