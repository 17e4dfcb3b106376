package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"assemble/output/dump/golden"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run the program as a command of its own.
func TestMain(m *testing.M) {
	testscript.Main(golden.M{M: m}, map[string]func(){"assemble": main})
}

// TestScripts runs testdata/script/*.txtar. In each stands an edition ed, which
// is testdata/edition with the files of the script in place of its own, and
// small, the example.
func TestScripts(t *testing.T) {
	changelog, err := filepath.Abs(filepath.Join("..", "..", "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true, UpdateScripts: golden.Updating(),
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			env.Setenv("CHANGELOG", changelog)
			return errors.Join(
				lay(filepath.Join("testdata", "edition"), filepath.Join(env.WorkDir, "ed")),
				lay(filepath.Join("..", "..", "inputs", "examples", "small"), filepath.Join(env.WorkDir, "small")),
			)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "long": long, "same": same},
	})
}

// lay copies a folder to another and keeps the files that are there already.
func lay(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "output" {
			return fs.SkipDir // what somebody built by hand
		}
		dst := filepath.Join(to, name)
		if d.IsDir() {
			return os.MkdirAll(dst, 0o755)
		}
		if _, err := os.Stat(dst); err == nil {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(dst, data, 0o644)
	})
}

// exits runs a program and wants an exit code: exits 1 assemble check ed.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s: exit code %d, not %d", strings.Join(args[1:], " "), got, want)
	}
}

// long appends a word of so many letters to a file: long file 10000.
func long(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: long file letters")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0]) + strings.Repeat("abcdefghij", n/10) + "\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// same wants two files of the same bytes, which cmp would print.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same file1 file2")
	}
	if (ts.ReadFile(args[0]) == ts.ReadFile(args[1])) == neg {
		ts.Fatalf("%s and %s: the bytes are the same: %t", args[0], args[1], neg)
	}
}
