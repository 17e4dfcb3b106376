package main

import (
	"assemble/annexes"
	"assemble/fonts"
	"assemble/inputs"
	"assemble/inputs/source"
	"assemble/layout"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
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
	book   *frame.Book
	starts []galley.Counters // of parts
	pdf    []byte
	draft  bool
}

// load reads the edition and builds the parts of the report.
func (j *job) load(dir, lang string) bool {
	j.in = inputs.Load(dir, lang, &j.files, &j.found)
	if j.in == nil {
		return false
	}
	j.parts = append(sections.Build(j.in), annexes.Build(j.in)...)
	j.in.Bind(j.parts)
	return true
}

// lay lays the report out.
func (j *job) lay(progress func(string)) {
	e := layout.New(j.document(j.parts), j.in.Look, fonts.Embedded(), &j.found)
	e.Draft = j.draft
	j.book, j.starts = e.Compose(progress)
	for _, fault := range j.book.Check() {
		j.found.Warn("internal", source.Span{}, "the pages break a rule of their own: "+fault, "please report this; the file can be read, but perhaps not by every program")
	}
}

func (j *job) document(parts []*doc.Part) *doc.Document {
	d := &doc.Document{Lang: j.in.Tag(), Cover: sections.Masthead(j.in), Parts: parts}
	for _, n := range j.in.NoHyphen {
		d.NoBreak = append(d.NoBreak, n.S)
	}
	return d
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
func (j *job) write(dir, name string) (err error) {
	if j.pdf, err = output.PDF(j.book, fonts.Embedded()); err != nil {
		return err
	}
	return output.Write(dir, name, j.pdf)
}
