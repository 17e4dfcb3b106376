package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answerers are what people wrote about themselves into an export, and must stand
// in nothing that the program prints or leaves.
var answerers = []string{"Zyxwvutova", "zyx@hidden", "998877", "192.0.2.77", "Larkspur"}

// TestNothingOfWhoAnsweredLeaves imports exports with persons in every column and
// looks for them in all that was printed or written, in each format.
func TestNothingOfWhoAnsweredLeaves(t *testing.T) {
	const form = "survey\n,type,name,label\n,text,respondent,Your name\n,select_one yn,boats,Are there boats?\n,select_multiple kinds,kinds,Which?\n,integer,n,How many?\n,text,why,Why?\n" +
		"choices\n,list_name,name,label\n,yn,yes,Yes\n,yn,no,No\n,kinds,sail,Sail\n,kinds,other,Other\n"
	const offices = "office,name,kind\nA-1,First,other\nB-1,Second,other\n"
	for name, export := range map[string]string{
		"kobo":      "office,respondent,boats,why,_id,_submission_time,_submitted_by\nA-1,Zyxwvutova,yes,\"Larkspur Lane, zyx@hidden.example\",1,2025-01-01,zyx@hidden.example\n",
		"microsoft": "ID,Start time,Completion time,Email,Name,Which office?,Are there boats?,Which?\n1,2025-01-01,2025-01-01,zyx@hidden.example,A. Zyxwvutova,First,Yes,Sail;ask Zyxwvutova;\n",
		"wide":      "office,boats,IP Address,Telephone,n\nA-1,yes,192.0.2.77,998877665,998877665544332211\nB-1,no,,,call 998877665\n",
		"asked":     "office,boats\nzyx@hidden.example,yes\nA-1,zyx@hidden.example\n",
		"errors":    "office,respondent,boats,kinds/sail,kinds\nA-1,Zyxwvutova,yes,Zyxwvutova,sail\n",
	} {
		for _, format := range []string{"human", "short", "json"} {
			dir := t.TempDir()
			ed := filepath.Join(dir, "ed")
			if err := lay(filepath.Join("testdata", "edition"), ed); err != nil {
				t.Fatal(err)
			}
			for file, text := range map[string]string{"export.csv": export, "form.csv": form, "offices.csv": offices} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			_, said := assemble("import", "questionnaire", filepath.Join(dir, "export.csv"), "--year", "2024", "--edition", ed, "--format", format,
				"--codebook", filepath.Join(dir, "form.csv"), "--offices", filepath.Join(dir, "offices.csv"))
			err := filepath.WalkDir(ed, func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				text, err := os.ReadFile(path)
				said += path + string(text)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range answerers {
				if i := strings.Index(said, s); i >= 0 {
					t.Errorf("%s, %s: %q leaves: …%s", name, format, s, said[max(0, i-100):min(len(said), i+40)])
				}
			}
		}
	}
}
