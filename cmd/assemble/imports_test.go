package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// policy says which packages of ours a package may import, tests apart. A name
// that ends in /... stands for the folder and all below it, and +name for the
// row of that package.
//
// Five sentences hold it: builders never see layout engines, faces or output;
// layout never sees inputs except source; what writes files never sees the
// model, only frames; nobody but cmd/assemble sees all; leaves see nothing of
// ours.
const policy = `
fonts:

inputs/source:
inputs/strict:        inputs/source
inputs/table:         inputs/source
inputs/decide:        inputs/source inputs/strict
inputs/sheet:         inputs/source inputs/strict
inputs/edition:       inputs/source inputs/strict layout/style layout/units
inputs/facts:         inputs/source inputs/strict layout/lang
inputs/world:         inputs/source inputs/strict layout/lang
inputs/hr:            inputs/source inputs/strict inputs/decide inputs/sheet inputs/table inputs/edition inputs/world layout/lang
inputs/survey:        inputs/source inputs/strict inputs/table inputs/decide inputs/sheet inputs/edition inputs/world inputs/facts layout/lang
inputs/manuscript:    inputs/source inputs/strict layout/doc layout/lang
inputs:               inputs/... layout/doc layout/lang
inputs/examples/annual-report-2017/answers: inputs/strict inputs/world

sections:             inputs inputs/... sections/... layout/doc layout/lang
sections/proof:       inputs/source layout/doc layout/lang
annexes:              inputs inputs/... annexes/... layout/doc layout/lang
annexes/tabulate:     inputs/source layout/doc layout/lang
annexes/reconcile:    inputs/source layout/doc layout/lang annexes/tabulate

layout/units:
layout/hyphen:
layout/lang:
layout/linebreak:     layout/units
layout/doc:           inputs/source layout/lang
layout/style:         layout/units layout/lang
layout/frame:         layout/units inputs/source
layout/galley:        layout/frame layout/units inputs/source
layout/para:          layout/doc layout/frame layout/galley layout/style layout/units layout/hyphen layout/linebreak layout/lang inputs/source fonts
layout/table:         layout/para +layout/para
layout/chart:         layout/para +layout/para
layout/page:          layout/... inputs/source fonts
layout:               layout/... inputs/source fonts

output/pdfobj:
output/pdf:           layout/frame layout/units fonts
output/png:           layout/frame layout/units fonts
output/archive:       output/pdfobj layout/frame layout/units inputs/source
output/dump:          layout/frame layout/units inputs/source
output/dump/golden:
output/specimen:      layout/frame layout/units inputs/source fonts
output/xlsx:          layout/doc layout/lang inputs/source
output/audit:         layout/chart layout/doc layout/frame layout/lang inputs/source
output:               output/... layout/frame inputs/source fonts

cmd/assemble:         annexes/... fonts inputs/... layout/... output/... sections/...
`

// owners says which packages may import a module of others, tests apart; one
// without owners is for tests only.
const owners = `
github.com/go-pdf/fpdf:            output/pdf
github.com/xuri/excelize/v2:       inputs/sheet output/xlsx
github.com/yuin/goldmark:          inputs/manuscript
go.yaml.in/yaml/v4:                inputs/strict
github.com/go-text/typesetting:    fonts
github.com/urfave/cli/v2:          cmd/assemble
github.com/vbauerster/mpb/v8:      cmd/assemble
golang.org/x/term:                 cmd/assemble
golang.org/x/text:                 fonts layout/lang layout/hyphen inputs/sheet inputs/world
golang.org/x/net:                  inputs/sheet
golang.org/x/image:                fonts output/png
github.com/klauspost/compress:     output/pdfobj
github.com/google/go-cmp:
github.com/rogpeppe/go-internal:
github.com/pdfcpu/pdfcpu:
pgregory.net/rapid:
`

const module = "assemble/"

// TestImports reads all packages of the project and holds their imports against
// the two tables.
func TestImports(t *testing.T) {
	packages, err := list()
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < 20 {
		t.Fatalf("go list found %d packages", len(packages))
	}
	for _, fault := range faults(packages, rulesOf(policy), rulesOf(owners)) {
		t.Error(fault)
	}
}

// TestPolicy shows that each kind of fault is found.
func TestPolicy(t *testing.T) {
	rules := rulesOf("a:\nb: a\nc: b +b\nd: e/...\n")
	mods := rulesOf("x.org/m: a\nx.org/t:\n")
	for _, c := range []struct {
		name    string
		imports []string
		want    string
	}{
		{"a", []string{"fmt", "x.org/m/sub"}, ""},
		{"c", []string{module + "a", module + "b"}, ""},
		{"d", []string{module + "e", module + "e/f"}, ""},
		{"a", []string{module + "b"}, "a must not import b"},
		{"d", []string{module + "ef"}, "d must not import ef"},
		{"e", nil, "e has no row in the import policy"},
		{"b", []string{"x.org/m"}, "b must not import x.org/m"},
		{"a", []string{"x.org/mm"}, "x.org/mm has no owner in the import policy"},
		{"a", []string{"x.org/t"}, "a must not import x.org/t"},
	} {
		got := strings.Join(faults([]listed{{ImportPath: module + c.name, Imports: c.imports}}, rules, mods), "; ")
		if got != c.want {
			t.Errorf("%s imports %v: %q, not %q", c.name, c.imports, got, c.want)
		}
	}
}

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Imports    []string
}

func list() ([]listed, error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		case !strings.Contains(p.ImportPath, "/testdata/"):
			all = append(all, p)
		}
	}
}

// rulesOf reads lines of a name, a colon and words.
func rulesOf(text string) map[string][]string {
	rows := map[string][]string{}
	for line := range strings.Lines(text) {
		if name, words, ok := strings.Cut(line, ":"); ok {
			rows[name] = strings.Fields(words)
		}
	}
	return rows
}

func faults(packages []listed, policy, owners map[string][]string) []string {
	var out []string
	for _, p := range packages {
		name := strings.TrimPrefix(p.ImportPath, module)
		if _, ok := policy[name]; !ok {
			out = append(out, name+" has no row in the import policy")
			continue
		}
		for _, path := range p.Imports {
			own, ours := strings.CutPrefix(path, module)
			first, _, _ := strings.Cut(path, "/")
			switch {
			case ours && !allowed(policy, name, own):
				out = append(out, name+" must not import "+own)
			case !ours && strings.Contains(first, "."): // not of the standard library
				out = append(out, foreign(owners, name, path)...)
			}
		}
	}
	return out
}

// allowed reports whether a package may import another of ours.
func allowed(policy map[string][]string, name, path string) bool {
	for _, may := range policy[name] {
		folder, all := strings.CutSuffix(may, "/...")
		row, same := strings.CutPrefix(may, "+")
		switch {
		case may == path, all && (path == folder || strings.HasPrefix(path, folder+"/")):
			return true
		case same && allowed(policy, row, path):
			return true
		}
	}
	return false
}

// foreign says what is wrong with the import of a package of others.
func foreign(owners map[string][]string, name, path string) []string {
	for module, may := range owners {
		if path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		if slices.Contains(may, name) {
			return nil
		}
		return []string{name + " must not import " + path}
	}
	return []string{path + " has no owner in the import policy"}
}
