package output

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/dump"
	"assemble/output/specimen"

	"github.com/google/go-cmp/cmp"
)

// outside runs another's program on the specimen, if it is installed.
func outside(t *testing.T, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not installed: what it would find stays unfound", program)
	}
	file := filepath.Join(t.TempDir(), "specimen.pdf")
	if err := os.WriteFile(file, write(t, specimen.Book(fonts.Embedded()), fonts.Embedded()), 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// likePoppler drops the marks of direction that poppler adds, joins words at
// soft hyphens, and takes no-break spaces for spaces, as poppler does.
var likePoppler = strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "",
	"\u00AD\n", "", "\u00A0", " ", "\u202F", " ")

func words(text string) []string { return strings.Fields(likePoppler.Replace(text)) }

// drawn is the text of the book in the order of its items.
func drawn(b *frame.Book) string {
	var out strings.Builder
	for n := range b.Pages {
		var last *frame.Run
		for _, it := range b.Pages[n].Items {
			r, ok := it.(*frame.Run)
			if !ok {
				continue
			}
			if last != nil && (r.Y != last.Y || r.X-last.X-last.Width() > units.Pt) {
				out.WriteByte('\n')
			}
			out.WriteString(r.Text)
			last = r
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// Every word of the book is found, and none else. The order is poppler's own; it
// joins the dots of leaders, and sorts Arabic vowel signs by where they stand
// (TestStructureText sees them in their order).
func TestPdftotext(t *testing.T) {
	sorted := func(text string) []string {
		w := words(strings.Map(func(r rune) rune {
			if r >= 0x064B && r <= 0x0652 {
				return -1
			}
			return r
		}, text))
		slices.Sort(w)
		return w
	}
	got := sorted(outside(t, "pdftotext", "FILE", "-"))
	want := sorted(strings.ReplaceAll(drawn(specimen.Book(fonts.Embedded())), ". . . . . . .", "......."))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words of the book (−) and of pdftotext (+) differ:\n%s", diff)
	}
}

// quoted finds the texts in a tree printed by pdfinfo or by dump.
var quoted = regexp.MustCompile(`(?m)^ *"(.*)"$`)

func TestStructureText(t *testing.T) {
	tags, err := dump.Tags(specimen.Book(fonts.Embedded()))
	if err != nil {
		t.Fatal(err)
	}
	texts := func(tree string) (out []string) {
		for _, m := range quoted.FindAllStringSubmatch(tree, -1) {
			out = append(out, words(m[1])...)
		}
		return out
	}
	tags = strings.NewReplacer(`\\`, `\`, `\u00a0`, "\u00A0", `\u202f`, "\u202F").Replace(tags)
	got := strings.ReplaceAll(outside(t, "pdfinfo", "-struct-text", "FILE"), "\u00AD", "")
	if diff := cmp.Diff(texts(tags), texts(got)); diff != "" {
		t.Errorf("words of the book (−) and of pdfinfo (+) differ:\n%s", diff)
	}
}

func TestMutool(t *testing.T) {
	got := outside(t, "mutool", "draw", "-q", "-F", "txt", "FILE")
	for _, w := range []string{"difficult", "لبنان", "كِتَاب", "ישראל", "développement", "affiliates (first, second)"} {
		if !strings.Contains(got, w) {
			t.Errorf("mutool does not find %q", w)
		}
	}
	got = strings.ReplaceAll(got, "warning: ICC support is not available", "") // in some builds
	if strings.Contains(got, "warning") || strings.Contains(got, "error") {
		t.Errorf("mutool complains:\n%s", got)
	}
}

func TestQpdf(t *testing.T) {
	got := outside(t, "qpdf", "--check", "FILE")
	if !strings.Contains(got, "No syntax or stream encoding errors found") || strings.Contains(got, "WARNING") {
		t.Error(got)
	}
}

// Every font is embedded, a subset, and has a map to text.
func TestPdffonts(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(outside(t, "pdffonts", "FILE")), "\n")[2:]
	if len(lines) != 6 {
		t.Errorf("%d fonts, not 6:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	for _, l := range lines {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(l) {
			t.Error(l)
		}
	}
}

func TestPdfinfo(t *testing.T) {
	got := outside(t, "pdfinfo", "FILE")
	for _, want := range []string{
		"Title:           Specimen of a yearly report\n", "Subject:         What a writer must get right & more\n",
		"Tagged:          yes\n", "Pages:           5\n", "PDF version:     1.7\n", "Suspects:        no\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, got)
		}
	}
}
