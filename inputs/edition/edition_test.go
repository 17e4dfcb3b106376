package edition

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"

	"github.com/google/go-cmp/cmp"
)

// whole is an edition without faults; a test changes one line of it.
const whole = `schema: 1
organization: {en: Organization of Rivers, fr: Organisation des fleuves}
organ: {en: Assembly, fr: Assemblée}
symbol: A/7/2
session: 7
title: {en: Report for 2020, fr: Rapport pour 2020}
year: 2020
date: 2021-05-03
original: en
languages: [en, fr]
front: [cover, note, contents, acronyms]
note: note
foreword: foreword
parts: [rivers]
annexes:
  - {id: annex-i, generator: timeline, title: Events, from: annexes/events.yaml, heads: [Rivers, Lakes]}
  - {id: annex-ii, generator: manuscript, title: Terms}
  - {id: annex-iii, generator: nationality-matrix, title: Staff, categories: [professional], grades: [P-2, P-1], extra_rows: [LAO]}
data:
  headcount: {2020: data/headcount-2020.csv, 2019: data/headcount-2019.csv}
  history: data/history.csv
`

// folderOf writes an edition with all files it names.
func folderOf(t testing.TB, main string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("edition.yaml", main)
	write("acronyms.yaml", "FAO: {en: Food and Agriculture Organization, fr: Organisation pour l'alimentation}\n")
	write("annexes/events.yaml", "May:\n  - {text: A flood, date: 2020-05-02, to: 2020-05-04, column: 2}\nJune:\n  - text: A drought\n")
	write("look.yaml", "extends: council\npart_break: page\npage: {top: 86pt}\ncolors: {ink: \"#000000\"}\n")
	write("data/headcount-2020.csv", "x")
	write("data/headcount-2019.csv", "x")
	write("data/history.csv", "x")
	for _, lang := range []string{"en", "fr"} {
		for _, id := range []string{"note", "foreword", "rivers", "annex-ii"} {
			write(ManuscriptName(lang, id), "# "+id+"\n")
		}
	}
	return dir
}

// read reads and checks an edition and returns the faults, one a line.
func read(t testing.TB, dir string) (*Edition, string) {
	t.Helper()
	var files source.Files
	var r source.Reporter
	e := Read(dir, &files, &r)
	if e == nil {
		return nil, lines(&files, &r)
	}
	t.Cleanup(func() { e.Close() })
	for _, l := range e.Languages {
		e.Check(l.S, &r)
	}
	return e, lines(&files, &r)
}

func lines(files *source.Files, r *source.Reporter) string {
	var b strings.Builder
	for _, d := range r.All() {
		fmt.Fprintf(&b, "%s %s: %s; %s", files.String(d.At.Start), d.Code, d.Message, d.Fix)
		if d.Replace != "" {
			fmt.Fprintf(&b, " [%s]", d.Replace)
		}
		if d.Severity == source.Warning {
			b.WriteString(" (warning)")
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestWholeEdition(t *testing.T) {
	e, faults := read(t, folderOf(t, whole))
	if faults != "" {
		t.Fatal(faults)
	}
	var ids []string
	for _, id := range e.Manuscripts() {
		ids = append(ids, id.S)
	}
	headcount, _ := e.Data.Headcount.File(2019)
	title, _ := e.Annexes[0].Title.In("fr")
	may := e.Annexes[0].Months[0]
	fao, _ := e.Acronyms.Get("FAO")
	full, _ := fao.In("fr")
	got := fmt.Sprintln(e.FileName("en"), e.DraftName("fr"), e.PrintedSymbol(), e.Cutoff, ids, e.Data.Headcount.Years(), headcount,
		title, may.Month, may.Events[0].To, may.Events[0].Column, full, e.Look.PartBreak)
	want := "A-7-2_EN.pdf A-7-2_FR.draft.pdf A/7/2 2020-12-31 [note foreword rivers annex-ii] [2019 2020] data/headcount-2019.csv " +
		"Events 5 2020-05-04 2 Organisation pour l'alimentation none\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestSampleOfFormats(t *testing.T) {
	e, faults := read(t, "testdata/sample")
	for line := range strings.SplitSeq(faults, "\n") {
		if !strings.Contains(line, "does not exist") {
			t.Error(line)
		}
	}
	if n := strings.Count(faults, " edition-file: manuscript/en/"); n != 5 {
		t.Errorf("%d manuscripts are missing, want 5:\n%s", n, faults)
	}
	if n := strings.Count(faults, " edition-data: data/"); n != 6 {
		t.Errorf("%d files of data are missing, want 6:\n%s", n, faults)
	}
	a, _ := e.Annex("annex-vi")
	event := e.Annexes[0].Months[0].Events[0]
	text, _ := event.Text.In("en")
	rcp, _ := e.Acronyms.Get("RCP")
	plural, _ := rcp.Plural.In("fr")
	title, _ := a.Title.In("en")
	got := fmt.Sprintln(e.FileName("en"), len(e.Annexes), len(e.Annexes[1].Grades), a.Years, title, text, event.Date, plural, e.Accept[0].Place, e.Attach == nil)
	want := "C-109-4_EN.pdf 5 0 [2013 2014 2015 2016 2017] … Arrivals in Europe by sea reach {{sea_arrivals.january}} 2017-01-31 RCPs " +
		"facts.yaml:workforce.nationalities false\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestFaultsOfEdition(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"schema", "schema: 1", "schema: 2", "edition.yaml:1:1 edition-schema: schema 2 is not known to this program, which reads schema 1; write schema: 1, or use a newer program"},
		{"key", "session", "sesion", "edition.yaml:1:1 yaml-missing-key: session is missing; add session: …\nedition.yaml:5:1 yaml-unknown-key: \"sesion\" is not a key that is known here; write session [session]"},
		{"symbol", "A/7/2", "A/../7", "edition.yaml:4:9 edition-symbol: \"A/../7\" is not a document symbol; write letters and digits, parted by /: C/109/4"},
		{"long symbol", "A/7/2", strings.Repeat("A", 101), "edition.yaml:4:9 edition-symbol: \"" + strings.Repeat("A", 101) + "\" is not a document symbol; write letters and digits, parted by /: C/109/4"},
		{"year", "year: 2020", "year: 202", "edition.yaml:1:1 edition-year: 202 is not a year of a report; write the year reported on: 2017"},
		{"date before cut-off", "2021-05-03", "2020-05-03", "edition.yaml:8:7 edition-date: the report is dated 2020-05-03, before its cut-off date 2020-12-31; correct the date or the cut-off date (warning)"},
		{"language", "[en, fr]", "[en, fr, English]", "edition.yaml:10:21 edition-language: \"English\" is not a language tag; write a tag such as en, fr or es"},
		{"language twice", "[en, fr]", "[en, fr, en]", "edition.yaml:10:21 edition-twice: the language en stands here a second time; keep one of the two"},
		{"original", "original: en", "original: es", "edition.yaml:9:11 edition-original: the original language \"es\" is not among the languages; add it to languages, or write one of them [en]"},
		{"title not translated", "title: {en: Report for 2020, fr: Rapport pour 2020}", "title: {en: Report}", "edition.yaml:6:13 edition-text: title has no text in \"fr\"; add fr: …"},
		{"title empty", "title: {en: Report for 2020, fr: Rapport pour 2020}", "title: \"\"", "edition.yaml:6:8 edition-text: title has no text in \"en\"; add en: …\nedition.yaml:6:8 edition-text: title has no text in \"fr\"; add fr: …"},
		{"front", "cover, note", "cover, notes, note", "edition.yaml:11:16 edition-unknown: \"notes\" is not a part of the front matter; write one of cover, note, contents, acronyms [note]"},
		{"front twice", "cover, note", "cover, cover, note", "edition.yaml:11:16 edition-twice: the word cover stands here a second time; keep one of the two"},
		{"no text of the note", "note: note\n", "", "edition.yaml:1:1 edition-note: the front matter has a note page, but no text is named for it; add note: note, and write manuscript/en/note.md"},
		{"manuscript", "parts: [rivers]", "parts: [rivers, river]", "edition.yaml:14:17 edition-file: manuscript/en/river.md does not exist; create it, or correct its name [manuscript/en/rivers.md]\nedition.yaml:14:17 edition-file: manuscript/fr/river.md does not exist; create it, or correct its name [manuscript/fr/rivers.md]"},
		{"id", "parts: [rivers]", "parts: [rivers, ../Rivers]", "edition.yaml:14:17 edition-id: \"../Rivers\" is not an id; write lower-case letters, digits and hyphens; ids such as para-34 belong to paragraphs"},
		{"id of a paragraph", "id: annex-i,", "id: para-1,", "edition.yaml:16:10 edition-id: \"para-1\" is not an id; write lower-case letters, digits and hyphens; ids such as para-34 belong to paragraphs"},
		{"id twice", "id: annex-ii,", "id: rivers,", "edition.yaml:17:10 edition-twice: the id rivers stands here a second time; keep one of the two"},
		{"id of the front", "parts: [rivers]", "parts: [rivers, contents]", "edition.yaml:14:17 edition-file: manuscript/en/contents.md does not exist; create it, or correct its name\nedition.yaml:14:17 edition-file: manuscript/fr/contents.md does not exist; create it, or correct its name\nedition.yaml:14:17 edition-twice: the id contents stands here a second time; keep one of the two"},
		{"generator", "generator: timeline", "generator: timelines", "edition.yaml:16:30 edition-unknown: \"timelines\" is not a generator of annexes; write one of timeline, staff-statistics, nationality-matrix, nationalities-represented, manuscript [timeline]"},
		{"field missing", "grades: [P-2, P-1], ", "", "edition.yaml:18:5 edition-annex-needs: the annex annex-iii has no grades, which nationality-matrix needs; add grades: …"},
		{"field of another", "title: Terms", "title: Terms, grades: [P-1]", "edition.yaml:17:66 edition-annex-field: grades is not read by manuscript; remove it, or correct the generator"},
		{"grade twice", "[P-2, P-1]", "[P-2, P-2]", "edition.yaml:18:108 edition-twice: the word P-2 stands here a second time; keep one of the two"},
		{"row", "[LAO]", "[Laos]", "edition.yaml:18:127 edition-state: \"Laos\" is not a code of a State; write the three capitals of ISO 3166: LAO"},
		{"year of data", "{2020: data", "{20: data", "edition.yaml:20:15 edition-year: \"20\" is not a year; write the year that the file is about: 2017"},
		{"data not there", "data/history.csv", "data/histories.csv", "edition.yaml:21:12 edition-data: data/histories.csv does not exist; run assemble import, which writes it, or correct its name [data/history.csv]"},
		{"path out", "data/history.csv", "../history.csv", `edition.yaml:21:12 edition-path: "../history.csv" is not the name of a file inside the edition; name a file relative to the folder of the edition, with / between folders and without ..`},
		{"absolute path", "data/history.csv", "/etc/passwd", `edition.yaml:21:12 edition-path: "/etc/passwd" is not the name of a file inside the edition; name a file relative to the folder of the edition, with / between folders and without ..`},
		{"backslash", "data/history.csv", `data\history.csv`, `edition.yaml:21:12 edition-path: "data\\history.csv" is not the name of a file inside the edition; name a file relative to the folder of the edition, with / between folders and without ..`},
		{"attach", "schema: 1", "schema: 1\nattach: [workbok]", "edition.yaml:2:10 edition-unknown: \"workbok\" is not something that can be attached; write one of workbook, tables, manifest [workbook]"},
		{"accept without reason", "schema: 1", "schema: 1\naccept: [{rule: a, at: b}]", "edition.yaml:2:10 yaml-missing-key: reason is missing; add reason: …"},
		{"style", "schema: 1", "schema: 1\nstyle: concil", "edition.yaml:2:8 edition-style: \"concil\" is neither a built-in style nor a style file; write council, or the name of a file that ends in .yaml [council]"},
		{"style not there", "schema: 1", "schema: 1\nstyle: loook.yaml", "edition.yaml:2:8 edition-file: loook.yaml does not exist; create it, or correct its name [look.yaml]"},
		{"events not there", "annexes/events", "annexes/event", "edition.yaml:16:61 edition-file: annexes/event.yaml does not exist; create it, or correct its name [annexes/events.yaml]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(whole, c.old) {
				t.Fatalf("%q is not in the edition", c.old)
			}
			_, got := read(t, folderOf(t, strings.Replace(whole, c.old, c.new, 1)))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(got, "\n", diff)
			}
		})
	}
}
