package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"assemble/annexes"
	"assemble/fonts"
	"assemble/output"
	"assemble/output/audit"
	"assemble/output/xlsx"
)

// BenchmarkBuild makes the PDF of an edition: the small one, the one of real
// length, and that one with its body ten times over.
func BenchmarkBuild(b *testing.B) {
	for _, e := range samples(b) {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				j := laid(b, e.dir)
				pdf, err := output.PDF(j.book, fonts.Embedded())
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(j.book.Pages)), "pages")
				b.ReportMetric(float64(len(pdf))/1000, "kB")
			}
		})
	}
}

// BenchmarkPhase makes each step of a build alone.
func BenchmarkPhase(b *testing.B) {
	for _, e := range samples(b)[1:] {
		j := laid(b, e.dir)
		for _, phase := range []struct {
			name string
			do   func() error
		}{
			{"read", func() error { return unless((&job{}).load(e.dir, "")) }},
			{"lay", func() error { j.lay(nil); return nil }},
			{"proofread", func() error { j.proofread(); return nil }},
			{"pdf", func() error { _, err := output.PDF(j.book, fonts.Embedded()); return err }},
			{"workbook", func() error { return xlsx.Write(io.Discard, j.engine.Doc, j.in.Lang, nil) }},
			{"audit", func() error {
				return audit.Write(io.Discard, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files)
			}},
		} {
			b.Run(e.name+"/"+phase.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := phase.do(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func unless(ok bool) error {
	if ok {
		return nil
	}
	return fmt.Errorf("the edition could not be read")
}

// BenchmarkPreview lays out and writes one annex of the report of real length.
func BenchmarkPreview(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		v := &viewer{job: &job{}, dir: annual}
		v.load(annual, "", "annex-iv")
		v.number()
		x, err := v.find("annex-iv")
		if err != nil {
			b.Fatal(err)
		}
		views := []view{x}
		v.own(views)
		v.layAll(views)
		if _, err := output.PDF(views[0].book, fonts.Embedded()); err != nil {
			b.Fatal(err)
		}
	}
}

type sample struct{ name, dir string }

func samples(tb testing.TB) []sample {
	return []sample{{"small", small}, {"annual", annual}, {"tenfold", tenfold(tb)}}
}

var (
	idAtEnd = regexp.MustCompile(`\{#([a-z0-9-]+)`)
	idLine  = regexp.MustCompile(`(?m)^id: ([a-z0-9-]+)$`)
)

// tenfold makes an edition that has each part of the report of real length ten
// times, with ids of their own.
func tenfold(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	if err := lay(annual, dir); err != nil {
		tb.Fatal(err)
	}
	edition := filepath.Join(dir, "edition.yaml")
	text := readText(tb, edition)
	_, parts, _ := strings.Cut(text, "\nparts:\n")
	parts, _, _ = strings.Cut(parts, "annexes:")
	list := parts
	for n := 2; n <= 10; n++ {
		for _, part := range strings.Fields(strings.ReplaceAll(parts, "-  ", "")) {
			if part == "-" {
				continue
			}
			id := fmt.Sprintf("%s-%d", part, n)
			list += "  - " + id + "\n"
			body := readText(tb, filepath.Join(dir, "manuscript", "en", part+".md"))
			body = idAtEnd.ReplaceAllString(body, fmt.Sprintf("{#$1-%d", n))
			body = idLine.ReplaceAllString(body, fmt.Sprintf("id: $1-%d", n))
			writeText(tb, filepath.Join(dir, "manuscript", "en", id+".md"), body)
		}
	}
	writeText(tb, edition, strings.Replace(text, parts, list, 1))
	return dir
}

func readText(tb testing.TB, path string) string {
	tb.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func writeText(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}
