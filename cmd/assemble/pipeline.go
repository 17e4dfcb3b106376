package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"assemble/annexes"
	"assemble/fonts"
	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/para"
	"assemble/output"
	"assemble/output/audit"
	"assemble/output/xlsx"
	"assemble/sections"
)

// job is one way from an edition to its pages.
type job struct {
	files  source.Files
	found  source.Reporter // all that was found
	report source.Reporter // what is left of it after accept
	in     *inputs.Inputs
	parts  []*doc.Part
	engine *layout.Engine
	book   *frame.Book
	starts []galley.Counters // of the parts laid out
	labels map[doc.Label]para.Target
	draft  bool
	whole  bool // all was checked that can be
}

// load reads the edition and builds the parts of the report. only names the
// parts of a preview; none for the whole.
func (j *job) load(dir, lang string, only ...string) bool {
	j.in = inputs.LoadFor(only, dir, lang, &j.files, &j.found)
	if j.in == nil {
		return false
	}
	if j.in.Partial() {
		j.parts = annexes.Build(j.in)
	} else {
		j.parts = append(sections.Build(j.in), annexes.Build(j.in)...)
	}
	j.in.Bind(j.parts)
	return true
}

// number gives the parts their numbers.
func (j *job) number() {
	d := &doc.Document{Lang: j.in.Tag(), Cover: sections.Masthead(j.in), Parts: j.parts}
	for _, n := range j.in.NoHyphen {
		d.NoBreak = append(d.NoBreak, n.S)
	}
	j.engine = layout.New(d, j.in.Look, fonts.Embedded(), &j.found)
	j.engine.Draft = j.draft
	j.labels = j.engine.Targets()
}

// lay lays the whole report out.
func (j *job) lay(progress func(string)) {
	j.number()
	j.book, j.starts = j.engine.Compose(progress)
	j.sound()
}

// sound reports faults of ours that would make a file some programs cannot
// read; they do not keep an editor from a report that people can read.
func (j *job) sound() {
	for _, fault := range j.book.Check() {
		j.found.Warn("internal", source.Span{}, "the pages break a rule of their own: "+fault,
			"please report this; the file can be read, but perhaps not by every program")
	}
}

// proofread checks the text of the whole report, which is the last check.
func (j *job) proofread() {
	sections.Proofread(j.in, j.engine.Doc)
	j.whole = true
}

// settle applies what the edition accepts. Only after a whole check can an entry
// be called needless.
func (j *job) settle() {
	if j.in == nil {
		for _, d := range j.found.All() {
			j.report.Add(d)
		}
		return
	}
	if j.whole {
		j.in.Settle(&j.found, &j.report)
	} else {
		j.in.Apply(&j.found, &j.report)
	}
	j.blanks()
}

// blanks keeps a report from being written with a figure missing though its
// errors are accepted.
func (j *job) blanks() {
	if j.report.Failed() {
		return // which says why
	}
	for _, p := range j.parts {
		doc.Stats(p.Blocks, func(s *doc.Stat) {
			if s.Hole {
				j.report.Error("figure-missing", s.At, "the figure has no value, and the error that says why is accepted",
					"correct that error, and take it out of accept")
			}
		})
	}
}

// write makes the files of the report and puts each in its place: the report
// first, and beside it the workbook of the annexes, the trail of its figures and
// the numbers for previews. A draft is the report alone.
func (j *job) write(dir, name string) error {
	pdf, err := output.PDF(j.book, fonts.Embedded())
	if err != nil {
		return fmt.Errorf("make the report: %w", err)
	}
	if err := output.Write(dir, name, pdf); err != nil {
		return err
	}
	if j.draft {
		return nil
	}
	if err := j.writeWorkbook(filepath.Join(dir, j.beside("annexes.xlsx"))); err != nil {
		return err
	}
	err = output.Replace(filepath.Join(dir, j.beside("audit.csv")), func(w io.Writer) error {
		return audit.Write(w, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files)
	})
	if err != nil {
		return err
	}
	return j.writeNumbering(dir)
}

// beside is the name of a file that stands beside the report: those of another
// language than the original name it, so that none takes the place of another.
func (j *job) beside(name string) string {
	if j.in.Tag() == j.in.Original.S {
		return name
	}
	ending := filepath.Ext(name)
	return strings.TrimSuffix(name, ending) + "_" + strings.ToUpper(j.in.Tag()) + ending
}

// writeWorkbook writes the tables of the annexes, if there are any.
func (j *job) writeWorkbook(path string) error {
	if !xlsx.Has(j.engine.Doc) {
		return nil
	}
	return output.Replace(path, func(w io.Writer) error {
		return xlsx.Write(w, j.engine.Doc, j.in.Lang, func(l doc.Label) string { return j.labels[l].From("").Text })
	})
}

// outputFolder is where things are written: the folder that was asked for, or
// the one in the edition.
func outputFolder(dir, out string) string {
	if out != "" {
		return out
	}
	return filepath.Join(dir, "output")
}
