package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"assemble/annexes"
	"assemble/output/audit"
	"assemble/output/dump"
)

// export is an export of the questionnaire as rows.
type export struct {
	path string
	rows [][]string
}

func readExport(t *testing.T, path string) *export {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return &export{path, rows}
}

// cell is a cell of the column whose head ends in a name.
func (x *export) cell(row int, name string) *string {
	i := slices.IndexFunc(x.rows[0], func(h string) bool { return h == name || strings.HasSuffix(h, "/"+name) })
	if i < 0 {
		panic(name)
	}
	return &x.rows[row][i]
}

func (x *export) write(t *testing.T) {
	t.Helper()
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(x.rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(x.path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// told is all that a report says: a line for each block of its text, with the
// texts that stand for charts, and the lines of its trail.
func told(t *testing.T, dir string) (text, trail []string, facts map[string]string) {
	t.Helper()
	j := laid(t, dir)
	all, err := dump.Text(j.book)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := audit.Write(&out, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files); err != nil {
		t.Fatal(err)
	}
	facts = map[string]string{}
	for _, name := range j.in.Facts.Names() {
		f, _ := j.in.Facts.Lookup(name)
		label, _ := f.Label.In("en")
		facts[name] = exact(f.Value) + " of " + exact(f.Base) + label.S
	}
	return strings.Split(all, "\n"), strings.Split(out.String(), "\n"), facts
}

// changes are the lines that were and are not any more, and those that are new.
func changes(was, now []string) (gone, come []string) {
	count := map[string]int{}
	for _, l := range was {
		count[l]++
	}
	for _, l := range now {
		if count[l]--; count[l] < 0 {
			come = append(come, l)
		}
	}
	for _, l := range was {
		if count[l] > 0 {
			gone = append(gone, l)
			count[l]--
		}
	}
	return gone, come
}

// TestOneAnswerChangesWhatDependsOnIt changes what one office answered to two
// questions, imports and builds: the sentence, the chart, the lines of the trail
// and the facts that depend on them change, and nothing else.
func TestOneAnswerChangesWhatDependsOnIt(t *testing.T) {
	dir := report2017(t)
	text, trail, facts := told(t, dir)
	x := readExport(t, filepath.Join(dir, "answers", "kobo-2017.csv"))
	row := 10
	for *x.cell(row, "media") != "yes" || *x.cell(row, "studies_subjects/labour") != "1" || *x.cell(row, "studies_subjects/development") != "0" {
		row++
	}
	office := *x.cell(row, "office")
	*x.cell(row, "media") = "no"
	*x.cell(row, "studies_subjects") = strings.Replace(*x.cell(row, "studies_subjects"), "labour", "development", 1)
	*x.cell(row, "studies_subjects/labour"), *x.cell(row, "studies_subjects/development") = "0", "1"
	x.write(t)
	importBoth(t, dir)
	newText, newTrail, newFacts := told(t, dir)

	gone, come := changes(text, newText)
	if len(come) != 2 || len(gone) != 2 {
		t.Fatalf("%s changes\n%s\ninto\n%s", office, strings.Join(gone, "\n"), strings.Join(come, "\n"))
	}
	for i, want := range [][2]string{{"Labour migration: 44", "Labour migration: 43"}, {"reported by 135 offices", "reported by 134 offices"}} {
		if !strings.Contains(gone[i], want[0]) || !strings.Contains(come[i], want[1]) {
			t.Errorf("%s\nbecame\n%s", gone[i], come[i])
		}
	}
	if !strings.Contains(come[0], "Migration and development: 40") {
		t.Errorf("the chart reads %s", come[0])
	}

	var lines []string
	_, come = changes(trail, newTrail)
	for _, l := range come {
		cells, err := csv.NewReader(strings.NewReader(l)).Read()
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	for _, l := range lines {
		if !strings.Contains(l, "survey.studies_subjects.labour") && !strings.Contains(l, "survey.studies_subjects.development") && !strings.Contains(l, "media.presence_offices") {
			t.Errorf("a line of the trail changed that does not depend on the answers: %s", l)
		}
	}
	if len(lines) != 5 { // value and share of two bars, and one figure of a sentence
		t.Errorf("%d lines of the trail changed:\n%s", len(lines), strings.Join(lines, "\n"))
	}

	var other []string
	for name, was := range facts {
		depends := strings.HasPrefix(name, "survey.media.yes") || strings.HasPrefix(name, "survey.media.no") || name == "media.presence_offices" ||
			strings.HasPrefix(name, "survey.studies_subjects.labour") || strings.HasPrefix(name, "survey.studies_subjects.development")
		if (newFacts[name] != was) && !depends {
			other = append(other, fmt.Sprintf("%s: %s became %s", name, was, newFacts[name]))
		}
	}
	if len(other) > 0 || len(facts) != len(newFacts) {
		t.Errorf("other facts changed: %s", strings.Join(other, "\n"))
	}
	if newFacts["media.presence_offices"] == facts["media.presence_offices"] {
		t.Error("the fact of the sentence is as it was")
	}
}
