package main

import (
	"path/filepath"
	"time"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/sections"

	"github.com/urfave/cli/v2"
)

func buildCommand() *cli.Command {
	return &cli.Command{
		Name: "build", Usage: "write the report as PDF", ArgsUsage: "[EDITION]",
		Flags: []cli.Flag{
			langFlag(),
			&cli.StringFlag{Name: "out", Usage: "folder for what is written; EDITION/output by default"},
			&cli.BoolFlag{Name: "draft", Usage: "write a draft even if the edition has errors"},
		},
		Action: withEdition(func(c *cli.Context, dir string, p *printer) error {
			return build(dir, c.String("lang"), c.String("out"), c.Bool("draft"), p)
		}),
	}
}

// build writes the report, or a draft. With errors nothing but a draft is
// written, and the last good file stays as it was.
func build(dir, lang, out string, draft bool, p *printer) error {
	start := time.Now()
	j := &job{draft: draft}
	ok := j.load(dir, lang)
	if ok {
		bar := p.progress(len(j.parts))
		j.lay(bar.done)
		bar.end()
		j.proofread()
	}
	j.settle()
	// Without a symbol there is no name for a file, without a title none for the
	// document: then there is nothing to draft.
	if !ok || j.report.Failed() && (!draft || j.in.Symbol.S == "" || j.in.Words(j.in.Title) == "") {
		p.print(&j.report, &j.files)
		p.end("nothing was written", nil)
		return errEdition
	}
	out = outputFolder(dir, out)
	name := j.in.FileName(j.in.Tag())
	if draft {
		name = j.in.DraftName(j.in.Tag())
		j.draftSheet()
	}
	if err := j.write(out, name); err != nil {
		return err
	}
	p.print(&j.report, &j.files)
	p.end("", &written{File: filepath.ToSlash(filepath.Join(out, name)), Pages: len(j.book.Pages), Seconds: time.Since(start).Seconds()})
	if j.report.Failed() {
		return errEdition
	}
	return nil
}

// draftSheet lays a draft out again behind a first sheet that lists its holes.
func (j *job) draftSheet() {
	var errors []source.Diagnostic
	for _, d := range j.report.All() {
		if d.Severity == source.Error {
			errors = append(errors, d)
		}
	}
	if len(errors) == 0 {
		return
	}
	sheet := sections.DraftSheet(j.in.Lang, errors, &j.files)
	j.parts = append([]*doc.Part{sheet}, j.parts...)
	j.lay(nil)
}
