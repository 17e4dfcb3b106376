package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// report2017 lays the edition of the annual report out in a folder.
func report2017(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "report")
	if err := lay(filepath.Join("..", "..", "inputs", "examples", "annual-report-2017"), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// assemble runs the program and returns its exit code and all that it prints.
func assemble(args ...string) (int, string) {
	var out bytes.Buffer
	code := run(append([]string{"assemble"}, args...), &out, &out)
	return code, out.String()
}

// surveyFiles are what an import of the questionnaire writes in the example.
func surveyFiles() []string {
	return []string{"offices.csv", "codebook.yaml", "answers-2016.csv", "answers-2016.import.json", "answers-2017.csv", "answers-2017.import.json"}
}

// importBoth imports both years of the example.
func importBoth(t *testing.T, dir string) {
	t.Helper()
	for _, year := range []string{"2016", "2017"} {
		from := filepath.Join(dir, "answers")
		code, said := assemble("import", "questionnaire", filepath.Join(from, "kobo-"+year+".csv"), "--year", year, "--edition", dir,
			"--codebook", filepath.Join(from, "form-"+year+".csv"), "--offices", filepath.Join(from, "offices.csv"))
		if code != exitDone {
			t.Fatalf("%s: %d\n%s", year, code, said)
		}
	}
}

// The data of the example are what importing its exports gives, byte for byte,
// and importing them again changes nothing.
func TestExampleIsImported(t *testing.T) {
	dir := report2017(t)
	want := map[string][]byte{}
	for _, name := range surveyFiles() {
		path := filepath.Join(dir, "data", name)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want[name] = data
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	for _, when := range []string{"first", "again"} {
		importBoth(t, dir)
		for _, name := range surveyFiles() {
			got, err := os.ReadFile(filepath.Join(dir, "data", name))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want[name]) && !(when == "again" && name == "answers-2016.import.json") {
				t.Errorf("%s: %s differs: %s", when, name, differing(got, want[name]))
			}
		}
	}
}
