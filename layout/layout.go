// Package layout turns a document into pages.
//
// Part sets one part, Bind breaks parts into pages and puts them together, and
// Compose does both for a whole document, the parts in parallel. A part needs
// only the counters before it, so that it can be previewed alone with the
// numbers that it has in the whole.
//
// # Sources
//
// The two steps are galleys and make-up, as in composing rooms; package page
// names the literature.
//
// # Units
//
// Lengths are units.Sp; see packages galley and frame.
//
// # Errors
//
// Faults of the document are diagnostics in the reporter of the engine.
package layout

import (
	"runtime"
	"sync"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/frame"
	"assemble/layout/galley"
	"assemble/layout/page"
	"assemble/layout/style"
)

// Engine lays out the parts of one document.
type Engine struct{ *page.Engine }

// New numbers a document for an engine of one look.
func New(d *doc.Document, st *style.Style, faces *fonts.Set, r *source.Reporter) *Engine {
	return &Engine{page.New(d, st, faces, r)}
}

// Part sets one part from the counters before it.
func (e *Engine) Part(p *doc.Part, start galley.Counters) *galley.Galley {
	return e.Engine.Part(e.Setter(), p, start)
}

// Compose lays out the whole document. progress, if not nil, is told of each
// part that is done; it may be called from several goroutines.
func (e *Engine) Compose(progress func(part string)) (*frame.Book, []galley.Counters) {
	all := make([]int, len(e.Doc.Parts))
	for i := range all {
		all[i] = i
	}
	return e.Some(all, progress)
}

// Some lays out only some parts of the document, named by their places in it,
// with the numbers that they have in the whole.
func (e *Engine) Some(which []int, progress func(part string)) (*frame.Book, []galley.Counters) {
	parts := make([]*doc.Part, len(which))
	for i, w := range which {
		parts[i] = e.Doc.Parts[w]
	}
	galleys := make([]*galley.Galley, len(parts))
	work := make(chan int)
	var wg sync.WaitGroup
	for range min(len(parts), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			s := e.Setter() // one a worker: shapers are not shared
			for i := range work {
				galleys[i] = e.Engine.Part(s, parts[i], e.Start(which[i]))
				if progress != nil {
					progress(string(parts[i].ID))
				}
			}
		})
	}
	for i := range parts {
		work <- i
	}
	close(work)
	wg.Wait()
	return e.Bind(galleys)
}
