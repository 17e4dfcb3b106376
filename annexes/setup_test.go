package annexes

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// example is the edition whose data the tests read.
const example = "../inputs/examples/annual-report-2017"

const editionText = `schema: 1
organization: {en: International Organization for Migration, fr: Organisation internationale pour les migrations}
organ: {en: Council, fr: Conseil}
symbol: C/109/4
session: 109
title: {en: Annual Report for 2017, fr: Rapport annuel pour 2017}
year: 2017
date: 2018-06-18
original: en
languages: [en, fr]
annexes:
  - {id: annex-iii, generator: staff-statistics, title: Staff}
  - {id: annex-iv, generator: nationality-matrix, title: General Service staff, categories: [general-service, national-officer],
     grades: [G-1, G-1A, G-1B, G-2, G-3, G-4, G-5, G-6, G-7, NO-A, NO-B, NO-C, NO-D, UG]}
  - {id: annex-v, generator: nationality-matrix, title: Professional staff, categories: [professional],
     grades: [E-1, E-2, D-2, D-1, P-5, P-4, P-3, P-2, P-1, UG], extra_rows: [LAO, ARE]}
  - {id: annex-vi, generator: nationalities-represented, title: Nationalities, categories: [professional], years: [2013, 2014, 2015, 2016, 2017]}
data:
  headcount: {2017: data/headcount-2017.csv}
  history: data/history.csv
`

// files are the files of an edition by name; data are those of the example
// unless a test has its own.
type files map[string]string

func (f files) write(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	all := files{"edition.yaml": editionText}
	for _, name := range []string{"data/headcount-2017.csv", "data/history.csv"} {
		text, err := os.ReadFile(filepath.Join(example, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	for name, text := range f {
		all[name] = text
	}
	for name, text := range all {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// work is an edition with its annexes.
type work struct {
	in     *inputs.Inputs
	parts  []*doc.Part
	report *source.Reporter
	files  *source.Files
}

func (f files) build(t testing.TB, tag string) *work {
	t.Helper()
	w := &work{report: &source.Reporter{}, files: &source.Files{}}
	if w.in = inputs.Load(f.write(t), tag, w.files, w.report); w.in == nil {
		t.Fatal(w.faults())
	}
	t.Cleanup(func() { w.in.Close() })
	w.parts = Build(w.in)
	w.in.Bind(w.parts)
	return w
}

// faults are the diagnostics, one a line.
func (w *work) faults() string {
	var out []string
	for _, d := range w.report.All() {
		if d.Code == "hr-no-ledger" {
			continue // the headcounts of these tests were not imported
		}
		at := w.files.String(d.At.Start)
		if d.Key != "" {
			at += " (" + d.Key + ")"
		}
		out = append(out, fmt.Sprintf("%s %s: %s", at, d.Code, d.Message))
	}
	return strings.Join(out, "\n")
}

// found are the faults of some rules.
func (w *work) found(codes ...source.Code) string {
	var out []string
	for line := range strings.SplitSeq(w.faults(), "\n") {
		for _, c := range codes {
			if strings.Contains(line, " "+string(c)+": ") {
				out = append(out, line)
			}
		}
	}
	return strings.Join(out, "\n")
}

// table returns a table of an annex; n counts from 0.
func (w *work) table(t testing.TB, annex string, n int) *doc.Table {
	t.Helper()
	for _, p := range w.parts {
		if string(p.ID) == annex && n < len(p.Blocks) {
			return p.Blocks[n].(*doc.Table)
		}
	}
	t.Fatalf("%s has no table %d", annex, n+1)
	return nil
}

// text is a cell as it is printed, without the spaces between thousands.
func (w *work) text(c doc.Cell) string {
	switch {
	case c.Stat != nil:
		return strings.ReplaceAll(w.in.Lang.Format(c.Stat.Number, lang.InTable), "\u202f", "")
	case c.Gap == doc.NotComputed, c.Gap == doc.Unchanged, c.Gap == doc.NotAvailable:
		return "—"
	}
	return doc.Plain(c.Text, nil)
}

// row is a row as it is printed, with its stub first.
func (w *work) row(r doc.Row) []string {
	out := []string{doc.Plain(r.Stub, nil)}
	for _, c := range r.Cells {
		out = append(out, w.text(c))
	}
	return out
}

// named finds a row by its stub.
func named(t testing.TB, table *doc.Table, stub string) doc.Row {
	t.Helper()
	for _, r := range table.Rows {
		if doc.Plain(r.Stub, nil) == stub {
			return r
		}
	}
	t.Fatalf("there is no row %s", stub)
	return doc.Row{}
}

// reference reads a table of the printed report.
func reference(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("../inputs/examples/annual-report-2017/testdata/reference", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// expected is what must stand in a place instead of what was published.
func expected(t testing.TB, place string) string {
	t.Helper()
	for _, r := range reference(t, "expected-differences") {
		if r[0] == place {
			return r[2]
		}
	}
	t.Fatalf("no difference is expected in %s", place)
	return ""
}

// load reads an edition as it is.
func load(t testing.TB, dir string) *inputs.Inputs {
	t.Helper()
	in := inputs.Load(dir, "", &source.Files{}, &source.Reporter{})
	if in == nil {
		t.Fatalf("%s cannot be read", dir)
	}
	t.Cleanup(func() { in.Close() })
	return in
}
