package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// small is the example that is spoilt here.
const small = "../../inputs/examples/small"

// spoil is one way in which a file comes to harm. It need not change every
// file.
type spoil struct {
	name string
	do   func(data []byte, r *rand.Rand) []byte
}

// forAll is how many of the spoils are for files that are not text, too.
const forAll = 5

func spoils() []spoil {
	cut := func(share int) func([]byte, *rand.Rand) []byte {
		return func(data []byte, _ *rand.Rand) []byte { return data[:len(data)*share/100] }
	}
	replace := func(old, with string) func([]byte, *rand.Rand) []byte {
		return func(data []byte, _ *rand.Rand) []byte {
			return bytes.ReplaceAll(data, []byte(old), []byte(with))
		}
	}
	return []spoil{
		{"empty", cut(0)},
		{"cut at a third", cut(33)},
		{"cut at nine tenths", cut(90)},
		{"random bytes", func(data []byte, r *rand.Rand) []byte {
			out := bytes.Clone(data)
			for range 1 + len(out)/50 {
				out[r.IntN(len(out))] = byte(r.Uint32())
			}
			return out
		}},
		{"another file", func(_ []byte, r *rand.Rand) []byte {
			out := make([]byte, 20_000)
			for i := range out {
				out[i] = byte(r.Uint32())
			}
			return out
		}},
		{"lines mixed", func(data []byte, r *rand.Rand) []byte {
			lines := bytes.Split(data, []byte("\n"))
			r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			return bytes.Join(lines, []byte("\n"))
		}},
		{"twice", func(data []byte, _ *rand.Rand) []byte { return append(bytes.Clone(data), data...) }},
		{"giant numbers", func(data []byte, r *rand.Rand) []byte {
			return digits(data, func() string { return strings.Repeat("9", 1+r.IntN(60)) })
		}},
		{"negative numbers", func(data []byte, _ *rand.Rand) []byte { return digits(data, func() string { return "-0.000001" }) }},
		{"no spaces", replace(" ", "")},
		{"brackets", replace("e", "[{(`*_")},
		{"control characters", replace("a", "\x00\x1b[2J\u202e\u2028")},
		{"signs without a face", replace("o", "🚢\U000e0001\u0ddf")},
		{"old line ends", replace("\n", "\r")},
	}
}

// digits replaces each run of digits.
func digits(data []byte, with func() string) []byte {
	var out []byte
	inside := false
	for _, c := range data {
		if c < '0' || c > '9' {
			out, inside = append(out, c), false
			continue
		}
		if !inside {
			out = append(out, with()...)
		}
		inside = true
	}
	return out
}

// TestHostileEdition spoils each file of an edition in each way. The program
// must say what is wrong, or build: no panic, no fault of its own, and in the
// folder either the file of before or a whole new one.
func TestHostileEdition(t *testing.T) {
	for n, name := range editionFiles(t) {
		for m, s := range spoils() {
			// Each file meets a quarter of the ways and each way a quarter of the
			// files: all of them take a minute.
			if (n+m)%4 != 0 || filepath.Ext(name) == ".png" && m >= forAll {
				continue
			}
			t.Run(name+"/"+s.name, func(t *testing.T) {
				t.Parallel()
				dir := hostileFolder(t, name)
				path := filepath.Join(dir, filepath.FromSlash(name))
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				r := rand.New(rand.NewPCG(uint64(n), uint64(m)))
				if err := os.WriteFile(path, s.do(data, r), 0o644); err != nil {
					t.Fatal(err)
				}
				survives(t, dir)
			})
		}
	}
}

// TestHostileFolder has what is not a file where one is wanted.
func TestHostileFolder(t *testing.T) {
	for _, name := range editionFiles(t) {
		for what, put := range map[string]func(path string) error{
			"missing":    func(string) error { return nil },
			"folder":     func(path string) error { return os.Mkdir(path, 0o755) },
			"link away":  func(path string) error { return os.Symlink("/etc/passwd", path) },
			"link round": func(path string) error { return os.Symlink(filepath.Base(path), path) },
		} {
			t.Run(name+"/"+what, func(t *testing.T) {
				t.Parallel()
				dir := hostileFolder(t, name)
				path := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
				if err := put(path); err != nil {
					t.Skip(err)
				}
				survives(t, dir)
			})
		}
	}
}

// hostileFolder is a copy of the example that reads the file of that name.
func hostileFolder(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	if err := lay(small, dir); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(name, "styles/") {
		return dir
	}
	main := filepath.Join(dir, "edition.yaml")
	data, err := os.ReadFile(main)
	if err != nil {
		t.Fatal(err)
	}
	styled := bytes.Replace(data, []byte("style: council "), []byte("style: "+name+" "), 1)
	if bytes.Equal(styled, data) {
		t.Fatal("edition.yaml names no style")
	}
	if err := os.WriteFile(main, styled, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// editionFiles are the files of the example, the pictures among them.
func editionFiles(t *testing.T) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(small), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path == "output":
			return fs.SkipDir
		case !d.IsDir():
			names = append(names, path)
		}
		return nil
	})
	if err != nil || len(names) < 10 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	return names
}

// survives builds an edition over an older report and, where that fails, as a
// draft.
func survives(t *testing.T, dir string) {
	t.Helper()
	out := filepath.Join(dir, "output")
	old := []byte("%PDF-1.7 the last good report %%EOF\n")
	report := filepath.Join(out, "A-17-5_EN.pdf")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(report, old, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, flags := range [][]string{nil, {"--draft"}} {
		before, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		var said bytes.Buffer
		start := time.Now()
		code := run(append([]string{"assemble", "build", dir, "--format", "short"}, flags...), io.Discard, &said)
		t.Logf("build %v took %s", flags, time.Since(start))
		if code != exitDone && code != exitErrors {
			t.Fatalf("build %v: exit code %d\n%s", flags, code, said.Bytes())
		}
		if code == exitErrors && !strings.Contains(said.String(), "error") {
			t.Errorf("build %v failed and did not say why: %s", flags, said.Bytes())
		}
		if code == exitErrors || flags != nil {
			if after, err := os.ReadFile(report); err != nil || !bytes.Equal(before, after) {
				t.Errorf("build %v: exit code %d, and the last good report is not as it was: %v", flags, code, err)
			}
		}
		whole(t, out)
		if code == exitDone {
			return // a draft would be the same
		}
	}
}

// whole wants finished files only.
func whole(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case e.Name() == "numbering.json", e.Name() == "audit.csv":
		case e.Name() == "annexes.xlsx":
			if !bytes.HasPrefix(data, []byte("PK")) {
				t.Errorf("%s is not whole", e.Name())
			}
		case filepath.Ext(e.Name()) != ".pdf":
			t.Errorf("%s was left behind", e.Name())
		case !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")):
			t.Errorf("%s is not whole", e.Name())
		}
	}
}

// TestLongReport lays out a report of a thousand pages.
func TestLongReport(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand pages take some time")
	}
	dir := t.TempDir()
	if err := lay("testdata/edition", dir); err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("# Ferries {#ferries}\n")
	const sections, paragraphs = 520, 20
	for i := range sections {
		fmt.Fprintf(&text, "\n## Landing stage number %d {#stage-%d}\n", i, i)
		for j := range paragraphs {
			fmt.Fprintf(&text, "\nIn the week of the flood {{boats.total}} boats of the stage were taken across the river and tied to the trees of the "+
				"other bank, where they stayed for %d days; see [](#stage-%d).[^n%d-%d]\n\n[^n%d-%d]: The ferrymen stayed with them.\n", j+2, (i+7*j)%sections, i, j, i, j)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "manuscript", "en", "part.md"), []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, said bytes.Buffer
	start := time.Now()
	if code := run([]string{"assemble", "build", dir, "--format", "short"}, &out, &said); code != exitDone {
		t.Fatalf("exit code %d\n%.2000s", code, said.Bytes())
	}
	t.Logf("%s(%s)", out.Bytes(), time.Since(start))
	var pages int
	if _, rest, ok := strings.Cut(out.String(), ".pdf: "); !ok {
		t.Fatal(out.String())
	} else if _, err := fmt.Sscan(rest, &pages); err != nil || pages < 1000 {
		t.Errorf("%d pages: %v", pages, err)
	}
	whole(t, filepath.Join(dir, "output"))
}
