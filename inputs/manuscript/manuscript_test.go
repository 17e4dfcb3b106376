package manuscript

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/output/dump/golden"
)

func TestMain(m *testing.M) { golden.Main(m) }

// picture stands for the pictures of an edition: all but missing.png are there.
func picture(name string, at source.Span) (*doc.Image, bool) {
	return &doc.Image{Name: name, Data: []byte("png"), Width: 4, Height: 3}, name != "missing.png"
}

// read reads a text as a manuscript in English, with what was reported as
// "code line:col" in the order of the text.
func read(text string) (*doc.Part, []string) {
	var r source.Reporter
	p := Read([]byte(text), 1, Options{Lang: "en", Picture: picture}, &r)
	return p, reports(&r)
}

func reports(r *source.Reporter) []string {
	var out []string
	for _, d := range r.All() {
		out = append(out, fmt.Sprintf("%s %d:%d", d.Code, d.At.Start.A, d.At.Start.B))
	}
	return out
}

// dumped is a part as text followed by all that was reported in full.
func dumped(p *doc.Part, r *source.Reporter) []byte {
	var b bytes.Buffer
	b.Write(doc.DumpPlaces(p))
	for _, d := range r.All() {
		at := d.At.Start
		fmt.Fprintf(&b, "%s %s %d:%d: %s; %s\n", d.Severity, d.Code, at.A, at.B, d.Message, d.Fix)
		for _, x := range d.Related {
			fmt.Fprintf(&b, "  %d:%d: %s\n", x.At.Start.A, x.At.Start.B, x.Message)
		}
	}
	return b.Bytes()
}

// TestCases reads every file of testdata/cases; the golden beside it shows what
// becomes of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".md"), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var r source.Reporter
			p := Read(text, 1, Options{Lang: "en", Picture: picture}, &r)
			golden.Check(t, strings.TrimSuffix(filepath.Base(name), ".md")+".txt", dumped(p, &r))
		})
	}
}

// TestFormats reads the samples of the format as they are documented. The
// second has dots where rows go on, so their cells are too few.
func TestFormats(t *testing.T) {
	for name, want := range map[string][]string{
		"principle-1": nil,
		"blocks":      {"table-columns 19:5", "table-columns 20:5"},
	} {
		text, err := os.ReadFile("testdata/formats/" + name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		var r source.Reporter
		p := Read(text, 1, Options{Lang: "en"}, &r)
		if got := reports(&r); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: reported %v, want %v", name, got, want)
		}
		golden.Check(t, "format-"+name+".txt", dumped(p, &r))
	}
}
