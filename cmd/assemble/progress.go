package main

import (
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// bar shows how many parts are laid out, on a terminal; elsewhere nothing.
type bar struct {
	p *mpb.Progress
	b *mpb.Bar
}

func (p *printer) progress(parts int) *bar {
	if !p.terminal || p.quiet || p.format == "json" || parts == 0 {
		return &bar{}
	}
	m := mpb.New(mpb.WithOutput(p.err), mpb.WithWidth(40))
	return &bar{m, m.AddBar(int64(parts), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name("laying out "), decor.CountersNoUnit("%d of %d")),
	)}
}

// done counts one part.
func (b *bar) done(string) {
	if b.b != nil {
		b.b.Increment()
	}
}

func (b *bar) end() {
	if b.p != nil {
		b.b.Abort(true)
		b.p.Wait()
	}
}
