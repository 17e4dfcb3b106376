package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"assemble/fonts"
	"assemble/inputs/edition"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/page"
	"assemble/layout/para"
	"assemble/output"

	"github.com/urfave/cli/v2"
)

func previewCommand() *cli.Command {
	return &cli.Command{
		Description: "PART is a name that assemble parts lists: a part, a heading, a table, a figure, or a paragraph such as para-34.",
		Name:        "preview", Usage: "show some parts alone, with the numbers they have in the whole", ArgsUsage: "[EDITION] PART…",
		Flags: []cli.Flag{
			langFlag(),
			&cli.StringFlag{Name: "out", Usage: "folder for what is written; EDITION/output/preview by default"},
			&cli.BoolFlag{Name: "open", Usage: "open what was written"},
		},
		Action: func(c *cli.Context) error {
			p, err := newPrinter(c)
			if err != nil {
				return err
			}
			dir, ids := previewArguments(c.Args().Slice())
			if len(ids) == 0 {
				return usageError{fmt.Errorf("preview wants the name of a part, such as annex-i; assemble parts lists them")}
			}
			return preview(dir, ids, c.String("lang"), c.String("out"), c.Bool("open"), p)
		},
	}
}

// previewArguments takes the first argument for the edition if it is the folder
// of one.
func previewArguments(args []string) (dir string, ids []string) {
	if len(args) > 0 {
		if _, err := os.Stat(filepath.Join(args[0], edition.Name)); err == nil {
			return args[0], args[1:]
		}
	}
	return ".", args
}

// preview writes each of the parts by itself.
func preview(dir string, ids []string, lang, out string, open bool, p *printer) error {
	start := time.Now()
	v := &viewer{job: &job{}, dir: dir}
	ok := v.load(dir, lang, ids...)
	var views []view
	if ok {
		v.number()
		for _, id := range ids {
			x, err := v.find(id)
			if err != nil {
				return err
			}
			views = append(views, x)
		}
		v.own(views)
		v.layAll(views)
	}
	v.settle()
	if !ok || v.failed() {
		v.print(p)
		p.end("nothing was written", nil)
		return errEdition
	}
	if out == "" {
		out = filepath.Join(dir, "output", "preview")
	}
	files, err := v.writeAll(views, out)
	if err != nil {
		return fmt.Errorf("write the preview: %w", err)
	}
	v.print(p)
	pages := 0
	for _, x := range views {
		pages += len(x.book.Pages)
	}
	p.end("", &written{File: filepath.ToSlash(strings.Join(files, ", ")), Pages: pages, Seconds: time.Since(start).Seconds()})
	if open {
		if err := openFile(files[0]); err != nil {
			fmt.Fprintf(p.err, "cannot show it (%v); open %s yourself\n", err, filepath.ToSlash(files[0]))
		}
	}
	return nil
}

// view is one thing that a preview shows.
type view struct {
	id   string
	part int    // of the document
	dest string // "" for the whole part
	book *frame.Book
}

// viewer is a job that lays out only what it shows.
type viewer struct {
	*job
	dir     string
	mine    map[source.FileID]bool // files of the parts that are shown
	foreign int                    // errors elsewhere
	holes   bool                   // a figure that is shown is missing
}

// find looks a name up among the parts and what is named in them.
func (v *viewer) find(id string) (view, error) {
	var known []string
	for i, p := range v.parts {
		if string(p.ID) == id {
			return view{id: id, part: i}, nil
		}
		known = append(known, string(p.ID))
	}
	at := -1
	for _, n := range page.Index(v.engine.Doc, v.engine.Style) {
		if n.Depth == 0 {
			at++
		}
		known = append(known, n.ID)
		if n.ID == id {
			return view{id: id, part: at, dest: id}, nil
		}
	}
	if at, ok := v.paragraph(id); ok {
		return view{id: id, part: at, dest: id}, nil
	}
	return view{}, usageError{fmt.Errorf("there is no part %q%s (assemble parts lists them)", id, meant(source.Nearest(id, known), ""))}
}

// paragraph finds the part of a numbered paragraph, such as para-34.
func (v *viewer) paragraph(id string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "para-"))
	if err != nil || !strings.HasPrefix(id, "para-") {
		return 0, false
	}
	for i := range v.parts {
		if from, to := v.engine.Start(i).Para, v.engine.End(i).Para; from < n && n <= to {
			return i, true
		}
	}
	return 0, false
}

// own notes which files the parts that are shown come from: errors elsewhere do
// not keep a preview from being written.
func (v *viewer) own(views []view) {
	v.mine = map[source.FileID]bool{}
	for _, x := range views {
		p := v.parts[x.part]
		v.mine[p.At.Start.File] = true
		doc.Stats(p.Blocks, func(s *doc.Stat) { v.holes = v.holes || s.Hole })
	}
}

// failed reports whether what is shown has errors.
func (v *viewer) failed() bool {
	bad := false
	for _, d := range v.report.All() {
		if d.Severity != source.Error {
			continue
		}
		if v.mine[d.At.Start.File] || v.ofAll(d) {
			bad = true
		} else {
			v.foreign++
		}
	}
	return bad
}

// ofAll says that an error concerns every part: it is in no manuscript and does
// not only say that one is missing. Facts concern those that want one in vain.
func (v *viewer) ofAll(d source.Diagnostic) bool {
	name := v.files.Name(d.At.Start.File)
	return !strings.HasPrefix(name, "manuscript/") && (name != edition.FactsName || v.holes) && d.Code != "edition-file"
}

// print prints what concerns the preview, and counts the rest.
func (v *viewer) print(p *printer) {
	var r source.Reporter
	for _, d := range v.report.All() {
		if v.mine[d.At.Start.File] || v.ofAll(d) {
			r.Add(d)
		}
	}
	if v.foreign > 0 {
		r.Warn("preview-elsewhere", source.Span{}, many(v.foreign, "error")+" in parts that are not shown", "run assemble check")
	}
	p.print(&r, &v.files)
}

// layAll lays out what the views need.
func (v *viewer) layAll(views []view) {
	for i := range views {
		x := &views[i]
		book, first := v.layPart(x.part)
		x.book = book.Select(v.pages(book, first, x))
	}
}

// layPart lays out the parts that decide on the pages of one part, and returns
// the place of its element among those of the book.
func (v *viewer) layPart(part int) (*frame.Book, frame.ElemID) {
	which := v.needed(part)
	switch {
	case len(which) < 2 || !v.brokenAmong(which):
	case v.parts[part].Kind == doc.Contents: // which are empty without the parts that they list
		v.found.Warn("preview-numbers", source.Span{}, "a part that the contents list is broken: what they say of it and of those behind it may change",
			"mend the other part; assemble check says where")
	default:
		if book := v.layFromNumbers(part); book != nil {
			return book, book.Elems[1].Kids[0]
		}
	}
	book, _ := v.engine.Some(which, nil)
	return book, book.Elems[1].Kids[slices.Index(which, part)]
}

// needed lists the parts that must be laid out to know the pages of one part:
// an annex that numbers its own pages needs only itself; parts of the body
// share pages; contents and acronyms need all.
func (v *viewer) needed(part int) []int {
	p := v.parts[part]
	var out []int
	for i, q := range v.parts {
		switch p.Kind {
		case doc.Cover, doc.NotePage, doc.Foreword:
			if i == part {
				out = append(out, i)
			}
		case doc.Annex:
			if i == part || v.engine.Style.Folio.Annex != "restart" {
				out = append(out, i)
			}
		case doc.Body:
			if q.Kind == doc.Foreword || q.Kind == doc.Body {
				out = append(out, i)
			}
		default:
			out = append(out, i)
		}
	}
	return out
}

// brokenAmong says that one of the parts has errors, so that what is counted
// through them may be wrong.
func (v *viewer) brokenAmong(which []int) bool {
	files := map[source.FileID]bool{}
	for _, i := range which {
		files[v.parts[i].At.Start.File] = true
	}
	for _, d := range v.found.All() {
		if d.Severity == source.Error && (files[d.At.Start.File] && !v.mine[d.At.Start.File] || d.Code == "edition-file") {
			return true
		}
	}
	return false
}

// layFromNumbers lays out one part with the counters of the last build.
func (v *viewer) layFromNumbers(part int) *frame.Book {
	n := v.readNumbering(filepath.Join(v.dir, "output"))
	start, ok := n.start(string(v.parts[part].ID))
	if !ok {
		v.found.Warn("preview-numbers", source.Span{}, "a part before this one is broken, and there is no output/"+v.beside(numberingName)+" from an earlier build",
			"the numbers shown may differ from those of the report; mend the other part, or build once")
		return nil
	}
	v.found.Warn("preview-numbers", source.Span{}, "a part before this one is broken: its numbers are those of the last build", "mend the other part; assemble check says where")
	v.engine.Elsewhere = func(l doc.Label) (para.Target, bool) { return n.target(l) }
	g := v.engine.Part(v.parts[part], start)
	book, _ := v.engine.Bind([]*galley.Galley{g})
	return book
}

// pages are those that have anything of what is shown.
func (v *viewer) pages(book *frame.Book, part frame.ElemID, x *view) []int {
	if x.dest == "" {
		return book.PagesOf(part)
	}
	for _, d := range book.Dests {
		if d.Name != x.dest {
			continue
		}
		elem := d.Elem
		// A caption names the table or the figure that it stands in.
		if book.Elems[elem].Role == frame.Caption {
			elem = book.Elems[elem].Parent
		}
		if pages := book.PagesOf(elem); len(pages) > 0 {
			return pages
		}
		return []int{d.Page}
	}
	return book.PagesOf(part)
}

// writeAll writes each view as PDF and its pages as pictures, and returns the
// names of the PDFs.
func (v *viewer) writeAll(views []view, dir string) ([]string, error) {
	var names []string
	for _, x := range views {
		pdf, pages, err := x.draw()
		if err != nil {
			return nil, err
		}
		if err := output.Write(dir, x.id+".pdf", pdf); err != nil {
			return nil, err
		}
		names = append(names, filepath.Join(dir, x.id+".pdf"))
		if err := x.writePictures(dir, pages); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// draw makes the PDF and a picture of each page, all at the same time: drawing
// takes longer than laying out an annex.
func (x *view) draw() (pdf []byte, pages [][]byte, err error) {
	pages = make([][]byte, len(x.book.Pages))
	faults := make([]error, len(pages)+1)
	var wg sync.WaitGroup
	wg.Go(func() { pdf, faults[len(pages)] = output.PDF(x.book, fonts.Embedded()) })
	for n := range pages {
		wg.Go(func() { pages[n], faults[n] = output.Picture(x.book, n, fonts.Embedded()) })
	}
	wg.Wait()
	return pdf, pages, errors.Join(faults...)
}

// writePictures writes the picture of each page, and takes away those of pages
// that an earlier preview had more.
func (x *view) writePictures(dir string, pages [][]byte) error {
	name := func(n int) string { return fmt.Sprintf("%s-%d.png", x.id, n+1) }
	for n, data := range pages {
		if err := output.Write(dir, name(n), data); err != nil {
			return err
		}
	}
	for n := len(pages); ; n++ {
		if err := os.Remove(filepath.Join(dir, name(n))); err != nil {
			return nil
		}
	}
}
