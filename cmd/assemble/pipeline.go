package main

import (
	"bytes"
	"fmt"
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

// write makes the files of the report and puts them in their places, all or none,
// so that they always belong together: the report, and beside it the workbook of
// the annexes, the trail of its figures and the numbers for previews. A draft is
// the report alone.
func (j *job) write(dir, name string) error {
	pdf, err := output.PDF(j.book, fonts.Embedded())
	if err != nil {
		return fmt.Errorf("make the report: %w", err)
	}
	if j.draft {
		return output.Write(dir, name, pdf)
	}
	set := []output.File{{Name: name, Data: pdf}}
	if xlsx.Has(j.engine.Doc) {
		var b bytes.Buffer
		refs := func(l doc.Label) string { return j.labels[l].From("").Text }
		if err := xlsx.Write(&b, j.engine.Doc, j.in.Lang, refs); err != nil {
			return fmt.Errorf("make the workbook: %w", err)
		}
		set = append(set, output.File{Name: j.beside("annexes.xlsx"), Data: b.Bytes()})
	}
	var trail bytes.Buffer
	if err := audit.Write(&trail, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files); err != nil {
		return fmt.Errorf("make the trail: %w", err)
	}
	numbers, err := j.numbering()
	if err != nil {
		return fmt.Errorf("make the numbers: %w", err)
	}
	set = append(set, output.File{Name: j.beside("audit.csv"), Data: trail.Bytes()}, output.File{Name: j.beside(numberingName), Data: numbers})
	return uninterrupted(func() error { return output.WriteSet(dir, set, nil) })
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

// outputFolder is where things are written: the folder that was asked for, or
// the one in the edition.
func outputFolder(dir, out string) string {
	if out != "" {
		return out
	}
	return filepath.Join(dir, "output")
}
