package edition

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/style"
	"assemble/layout/units"
)

// withFile changes one file of a whole edition.
func withFile(t *testing.T, main, name, text string) string {
	t.Helper()
	dir := folderOf(t, main)
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestStyleFile(t *testing.T) {
	main := "style: look.yaml\n" + whole
	e, faults := read(t, folderOf(t, main))
	if faults != "" {
		t.Fatal(faults)
	}
	council := style.Council()
	got := e.Look
	if got.PartBreak != "page" || got.Page.Top != 86*units.Pt || got.Colors.Ink != (style.Color{}) {
		t.Errorf("the style file changed nothing: %v %v %v", got.PartBreak, got.Page.Top, got.Colors.Ink)
	}
	if got.Page.Width != council.Page.Width || got.Colors.Accent != council.Colors.Accent || got.Roles.Text != council.Roles.Text {
		t.Error("the style file changed what it does not name")
	}
	for _, c := range []struct{ text, want string }{
		{"page: {top: 1pt}\n", "look.yaml:1:1 yaml-missing-key: extends is missing; add extends: …"},
		{"extends: concil\n", "look.yaml:1:10 style-extends: \"concil\" is not a built-in style; extend council [council]"},
		{"extends: council\ncolors: {ink: black}\n", "look.yaml:2:15 yaml-value: \"black\" is not a colour such as #17212B; "},
		{"extends: council\npage: {widht: 1pt}\n", "look.yaml:2:8 yaml-unknown-key: \"widht\" is not a key that is known here; write width [width]"},
		{
			"extends: council\npage: {width: -1pt, frame: 1pt, text_axis: 0}\n",
			"look.yaml style-value: page: the frame must lie on the sheet; change it in the style file\n" +
				"look.yaml style-value: page: the turned block must lie on the turned sheet and hold four lines of text; change it in the style file\n" +
				"look.yaml style-value: page: width and height must be more than 0; change it in the style file",
		},
	} {
		if _, got := read(t, withFile(t, main, "look.yaml", c.text)); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mai:\n  - text: x\n", "annexes/events.yaml:1:1 events-month: \"Mai\" is not a month; write one of " + strings.Join(months(), ", ") + " [May]"},
		{"May:\n  - text: x\nApril:\n  - text: y\n", "annexes/events.yaml:3:1 events-order: April stands behind May; put the months in their order"},
		{"May:\n  - {text: x, date: 2020-06-01}\n", "annexes/events.yaml:2:21 events-date: 2020-06-01 is not in May; correct the date, or move the event to its month"},
		{"May:\n  - {text: x, date: 2019-05-01}\n", "annexes/events.yaml:2:21 events-year: 2019-05-01 is not in 2020, the year of the report; correct the date, or remove it (warning)"},
		{"May:\n  - {text: x, to: 2020-05-01}\n", "annexes/events.yaml:2:19 events-date: 2020-05-01 is not after the first day; write the first day as date and the last as to"},
		{"May:\n  - {text: x, date: 2020-05-02, to: 2020-05-02}\n", "annexes/events.yaml:2:37 events-date: 2020-05-02 is not after the first day; write the first day as date and the last as to"},
		{"# Later.\n", "edition.yaml:16:61 events-none: annexes/events.yaml has no events, and annex-i nothing to show; write them under their months, or take the annex out"},
		{"May:\n  - {text: x, column: 3}\n", "annexes/events.yaml:2:5 events-column: there is no column 3; write a number from 1 to 2, or add a head to annex-i"},
		{"May:\n  - {text: {en: x}}\n", "annexes/events.yaml:2:17 edition-text: an event has no text in \"fr\"; add fr: …"},
		{"May: [x]\n", "annexes/events.yaml:1:7 yaml-type: \"x\" stands here where a set of keys is wanted; write text: …, date: …, to: …, column: …"},
	} {
		if _, got := read(t, withFile(t, whole, "annexes/events.yaml", c.text)); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestAcronyms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"NO: Norway\nRCP: {en: process, fr: processus, plural: RCPs}\n", ""},
		{"NO:\n", "acronyms.yaml:1:1 edition-acronym: the acronym NO has no full form; write it behind the colon: {en: …}"},
		{"NO: {en: x}\nNON: {fr: y}\n", ""},
		{"NO: {en: x}\n", "edition.yaml:11:32 edition-acronyms: acronyms.yaml has no acronym with a full form in \"fr\", and the front matter a list of them; add them, or take acronyms out of front"},
		{"NO: {en: x, plurl: y, fr: z}\n", "acronyms.yaml:1:13 yaml-unknown-key: \"plurl\" is not a key that is known here; write plural [plural]"},
	} {
		if _, got := read(t, withFile(t, whole, "acronyms.yaml", c.text)); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
	dir := folderOf(t, whole)
	os.Remove(filepath.Join(dir, "acronyms.yaml"))
	want := "edition.yaml:11:32 edition-file: acronyms.yaml does not exist; create it, or correct its name"
	if _, got := read(t, dir); got != want {
		t.Errorf("got %s", got)
	}
	dir = folderOf(t, strings.Replace(whole, ", acronyms]", "]", 1))
	os.Remove(filepath.Join(dir, "acronyms.yaml"))
	if _, got := read(t, dir); got != "" {
		t.Errorf("a list of acronyms is not wanted, yet: %s", got)
	}
}

func TestCheckOfAnotherLanguage(t *testing.T) {
	e, _ := read(t, folderOf(t, whole))
	var files source.Files
	var r source.Reporter
	e.Check("es", &r)
	if got := lines(&files, &r); !strings.Contains(got, `the edition is not made in "es"`) {
		t.Errorf("got %s", got)
	}
}

func TestStarredReissue(t *testing.T) {
	e, faults := read(t, folderOf(t, whole+"reissue: {en: Reissued for technical reasons., fr: Nouveau tirage.}\n"))
	if faults != "" || e.PrintedSymbol() != "A/7/2*" || e.FileName("pt-BR") != "A-7-2_PT-BR.pdf" {
		t.Errorf("%s %s %s", faults, e.PrintedSymbol(), e.FileName("pt-BR"))
	}
}

func TestSettle(t *testing.T) {
	const accept = `accept:
  - {rule: quoted-differs, at: "facts.yaml:staff.total", reason: {en: Counted later.}}
  - {rule: text-spelling, at: "edition.yaml:6:8", reason: As printed.}
  - {rule: quoted-differs, at: "facts.yaml:gone", reason: No more.}
`
	e, faults := read(t, folderOf(t, whole+accept))
	if faults != "" {
		t.Fatal(faults)
	}
	var found, r source.Reporter
	found.Add(source.Diagnostic{Code: "quoted-differs", Key: "facts.yaml:staff.total", At: e.Title.At(), Message: "accepted by key"})
	found.Add(source.Diagnostic{Code: "text-spelling", At: e.At, Message: "not accepted: another place"})
	at := e.At
	at.Start.A, at.Start.B = 6, 8
	found.Add(source.Diagnostic{Code: "text-spelling", At: at, Message: "accepted by place"})
	found.Add(source.Diagnostic{Code: "other", At: at, Message: "not accepted: another rule"})
	e.Settle(&found, &r)
	got := lines(e.folder.files, &r)
	want := `edition.yaml:1:1 text-spelling: not accepted: another place; 
edition.yaml:6:8 other: not accepted: another rule; 
edition.yaml:6:8 text-spelling: accepted by place;  (warning)
edition.yaml:6:13 quoted-differs: accepted by key;  (warning)
edition.yaml:25:5 accept-unused: nothing at facts.yaml:gone breaks the rule quoted-differs; remove this entry, or correct its rule and place (warning)`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, d := range r.All() {
		if d.Code == "quoted-differs" && (len(d.Related) != 1 || d.Related[0].Message != "accepted: Counted later.") {
			t.Errorf("related = %v", d.Related)
		}
	}
	if a, ok := e.Accepted(source.Diagnostic{Code: "quoted-differs", Key: "facts.yaml:staff.total"}); !ok || a.Rule.S != "quoted-differs" {
		t.Error("Accepted does not find an entry")
	}
	if _, ok := e.Accepted(source.Diagnostic{Code: "quoted-differs", Key: "facts.yaml:staff"}); ok {
		t.Error("Accepted finds an entry of another key")
	}
}

// FuzzEdition: no edition.yaml makes reading panic or leave the folder.
func FuzzEdition(f *testing.F) {
	f.Add(whole)
	sample, err := os.ReadFile("testdata/sample/edition.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(sample))
	f.Add("style: ../x.yaml\nannexes: [{generator: timeline, from: ../../x.yaml}]\ndata: {history: /etc/passwd, answers: {x: y}}\n")
	dir := folderOf(f, whole)
	f.Fuzz(func(t *testing.T, main string) {
		if err := os.WriteFile(filepath.Join(dir, "edition.yaml"), []byte(main), 0o644); err != nil {
			t.Fatal(err)
		}
		var files source.Files
		var r source.Reporter
		e := Read(dir, &files, &r)
		if e == nil {
			return
		}
		defer e.Close()
		for _, l := range e.Languages {
			e.Check(l.S, &r)
			if name := e.FileName(l.S); !r.Failed() && strings.ContainsAny(name, "/\\ ") {
				t.Errorf("file name %q", name)
			}
		}
		for _, name := range e.dataFiles() {
			e.Bytes(strict.Str{S: name.S}, &r)
		}
	})
}
