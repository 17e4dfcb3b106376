package inputs

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// folder writes an edition of two parts; files replace or add to it.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		"edition.yaml": `schema: 1
organization: {en: Assembly of Ferries}
organ: {en: Council}
symbol: F/2/1
session: 2
title: {en: Annual Report for 2017}
year: 2017
date: 2018-06-18
original: en
languages: [en]
front: [cover, contents]
foreword: foreword
parts: [crossings]
`,
		"facts.yaml": `crossings.total: {value: 1200, unit: crossings, year: 2017, label: {en: crossings}, source: {en: "log"}, was: {year: 2016, value: 1100}}
crossings.night: {value: 300, unit: crossings, year: 2017, label: {en: crossings by night}, source: {en: "log"}}
`,
		"manuscript/en/foreword.md":  "# Foreword\n\nWe crossed.\n",
		"manuscript/en/crossings.md": "# Crossings\n\n{{crossings.total}} crossings were made {{crossings.total | was}}.\n",
	}
	for name, text := range files {
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

func load(t *testing.T, files map[string]string) (*Inputs, *source.Reporter, *source.Files) {
	t.Helper()
	r, f := &source.Reporter{}, &source.Files{}
	in := Load(folder(t, files), "", f, r)
	if in == nil {
		t.Fatalf("no edition: %v", r.All())
	}
	return in, r, f
}

func bound(in *Inputs) []*doc.Part {
	parts := []*doc.Part{in.Texts["foreword"], in.Texts["crossings"]}
	in.Bind(parts)
	return parts
}

func TestBind(t *testing.T) {
	in, r, _ := load(t, nil)
	var got []string
	for _, p := range bound(in) {
		doc.Stats(p.Blocks, func(s *doc.Stat) {
			got = append(got, string(s.From)+" "+in.Lang.Format(s.Number, lang.Prose))
		})
	}
	if want := "crossings.total 1,200;crossings.total (2016: 1,100\u00a0crossings)"; strings.Join(got, ";") != want {
		t.Errorf("bound %q, want %q", got, want)
	}
	if all := r.All(); len(all) > 0 {
		t.Errorf("reported %v", all)
	}
}

func TestFaultsOfBinding(t *testing.T) {
	for name, c := range map[string]struct{ text, code, place string }{
		"unknown fact": {"# Crossings\n\nSome {{crossings.totl}}.\n", "fact-unknown", "manuscript/en/crossings.md:3:6"},
		"no base":      {"# Crossings\n\nSome {{crossings.night | share}}.\n", "fact-form", "manuscript/en/crossings.md:3:6"},
		"no answers":   {"# Crossings\n\nSome.\n\n```chart\nid: x\nkind: bars\ntitle: {en: T}\nof: survey.x\n```\n", "chart-question", "manuscript/en/crossings.md:5:1"},
	} {
		t.Run(name, func(t *testing.T) {
			in, r, f := load(t, map[string]string{"manuscript/en/crossings.md": c.text})
			bound(in)
			all := r.All()
			if len(all) != 1 || string(all[0].Code) != c.code || f.String(all[0].At.Start) != c.place {
				for _, d := range all {
					t.Errorf("reported %s at %s: %s", d.Code, f.String(d.At.Start), d.Message)
				}
				t.Errorf("want %s at %s", c.code, c.place)
			}
		})
	}
}

func TestNearestFact(t *testing.T) {
	in, r, _ := load(t, map[string]string{"manuscript/en/crossings.md": "# Crossings\n\nSome {{crossings.totl}}.\n"})
	bound(in)
	if d := r.All()[0]; d.Replace != "crossings.total" {
		t.Errorf("nearest is %q", d.Replace)
	}
}

func TestCaptionsComeFromFacts(t *testing.T) {
	in, _, _ := load(t, map[string]string{"manuscript/en/crossings.md": "# Crossings\n\nSome.\n\n```key-figures\nof: [crossings.total, crossings.night]\n```\n"})
	parts := bound(in)
	k := parts[1].Blocks[2].(*doc.KeyFigures)
	if got := doc.Plain(k.Of[1].Caption, nil); got != "crossings by night" {
		t.Errorf("caption %q", got)
	}
}

func TestYearsOfTables(t *testing.T) {
	in, _, _ := load(t, map[string]string{"manuscript/en/crossings.md": "# Crossings\n\nSome.\n\n```table\nid: y\ntitle: {en: T}\nstub: {en: S}\n" +
		"heads: [{text: \"2017\"}, {text: \"2016\"}, {text: {en: Change}}]\nrows:\n  - {stub: {en: A}, cells: [\"1\", \"2\", \"3\"]}\n```\n"})
	heads := bound(in)[1].Blocks[2].(*doc.Table).Heads
	if heads[0].Period != doc.Reported || heads[1].Period != doc.Before || heads[2].Period != doc.NoPeriod {
		t.Errorf("periods %v %v %v", heads[0].Period, heads[1].Period, heads[2].Period)
	}
}

func TestLoadMissing(t *testing.T) {
	r, f := &source.Reporter{}, &source.Files{}
	if in := Load(t.TempDir(), "", f, r); in != nil || !r.Failed() {
		t.Errorf("loaded %v, failed %v", in, r.Failed())
	}
}

func TestCheckPicture(t *testing.T) {
	var p, j bytes.Buffer
	img := image.NewNRGBA(image.Rect(0, 0, 4, 2))
	img.Set(1, 1, color.White)
	if err := png.Encode(&p, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, img, nil); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"png": {p.Bytes(), ""}, "jpeg": {j.Bytes(), ""}, "cut": {p.Bytes()[:p.Len()-20], "is broken"},
		"text": {[]byte("not a picture"), "cannot be read"}, "none": {nil, "cannot be read"},
		"huge": {hugePNG(p.Bytes()), "cannot be read"}, // its checksum is wrong
	} {
		got, what := checkPicture(c.data)
		if what != c.want {
			t.Errorf("%s: %q, want %q", name, what, c.want)
		}
		if what == "" && (got.Width != 4 || got.Height != 2) {
			t.Errorf("%s: %d × %d", name, got.Width, got.Height)
		}
	}
}

// hugePNG writes a width of millions into the head of a PNG.
func hugePNG(p []byte) []byte {
	out := bytes.Clone(p)
	copy(out[16:20], []byte{0x00, 0xff, 0xff, 0xff})
	return out
}

func FuzzPicture(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if img, what := checkPicture(data); (img == nil) != (what != "") {
			t.Errorf("picture %v, fault %q", img != nil, what)
		}
	})
}
