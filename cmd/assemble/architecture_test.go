package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestArchitectureNamesPackages compares the packages that ARCHITECTURE.md
// names with those that there are.
func TestArchitectureNamesPackages(t *testing.T) {
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	list, err := exec.Command("go", "list", "-f", "{{.ImportPath}}", "assemble/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, p := range strings.Fields(string(list)) {
		there[strings.TrimPrefix(p, "assemble/")] = true
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z/0-9-]+)` \\|").FindAllStringSubmatch(string(text), -1) {
		named[m[1]] = true
		if _, err := os.Stat("../../" + m[1]); err != nil {
			t.Errorf("ARCHITECTURE.md names %s, which is not there", m[1])
		}
	}
	for p := range there {
		if !named[p] {
			t.Errorf("ARCHITECTURE.md does not name %s", p)
		}
	}
	if len(named) < 30 {
		t.Errorf("only %d folders found in ARCHITECTURE.md", len(named))
	}
}
