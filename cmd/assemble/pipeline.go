package main

import (
	"path/filepath"

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
}

// load reads the edition and builds the parts of the report. only names the
// parts of a preview; none for the whole.
func (j *job) load(dir, lang string, only ...string) bool {
	j.in = inputs.LoadFor(only, dir, lang, &j.files, &j.found)
	if j.in == nil {
		return false
	}
	j.parts = append(sections.Build(j.in), annexes.Build(j.in)...)
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

// settle applies what the edition accepts.
func (j *job) settle() {
	if j.in == nil {
		for _, d := range j.found.All() {
			j.report.Add(d)
		}
		return
	}
	j.in.Settle(&j.found, &j.report)
}

// write makes the PDF and puts it in its place.
func (j *job) write(dir, name string) error {
	pdf, err := output.PDF(j.book, fonts.Embedded())
	if err != nil {
		return err
	}
	return output.Write(dir, name, pdf)
}

// outputFolder is where things are written: the folder that was asked for, or
// the one in the edition.
func outputFolder(dir, out string) string {
	if out != "" {
		return out
	}
	return filepath.Join(dir, "output")
}
