package main

import (
	"bytes"
	"os"
	"testing"
)

// The files that stand beside the program are those that it writes.
func TestFilesAreAsWritten(t *testing.T) {
	all := files()
	if len(all) != 5 {
		t.Fatalf("%d files", len(all))
	}
	for name, want := range all {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not as the program writes it: run go run . in its folder", name)
		}
	}
}

// Each count is drawn exactly, follow-up questions are answered by those who are
// asked and nobody else, and nobody says nothing where all must say something.
func TestDrawIsExact(t *testing.T) {
	for _, y := range years() {
		kinds := map[string]string{}
		for _, o := range y.respondents {
			kinds[o.code] = o.kind
		}
		for _, s := range y.sections {
			for _, q := range s.questions {
				n, byKind, asked := map[string]int{}, map[string]int{}, len(y.respondents)
				if q.of != "" {
					asked = 0
					for _, a := range y.answers[q.of] {
						if a == "yes" {
							asked++
						}
					}
				}
				for office, a := range y.answers[q.code] {
					if q.of != "" && y.answers[q.of][office] != "yes" {
						t.Errorf("%s of %d: %s was not asked", q.code, y.year, office)
					}
					if a == "" {
						t.Errorf("%s of %d: %s says nothing", q.code, y.year, office)
					}
					for _, o := range bytes.Fields([]byte(a)) {
						n[string(o)]++
					}
					if a == "yes" {
						byKind[kinds[office]]++
					}
				}
				if len(y.answers[q.code]) != asked-q.blank {
					t.Errorf("%s of %d: %d of %d answer", q.code, y.year, len(y.answers[q.code]), asked)
				}
				if len(q.options) == 0 && n["yes"] != q.yes {
					t.Errorf("%s of %d: %d say yes, not %d", q.code, y.year, n["yes"], q.yes)
				}
				for _, o := range q.options {
					if o != none && n[o.code] != o.n {
						t.Errorf("%s of %d: %d choose %s, not %d", q.code, y.year, n[o.code], o.code, o.n)
					}
				}
				for kind, want := range q.kinds {
					if byKind[kind] != want {
						t.Errorf("%s of %d: %d of %s, not %d", q.code, y.year, byKind[kind], kind, want)
					}
				}
			}
		}
	}
}
