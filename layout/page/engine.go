package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"assemble/fonts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/galley"
	"assemble/layout/lang"
	"assemble/layout/para"
	"assemble/layout/style"
)

// Engine lays out the parts of one document. It is immutable once made and
// safe for concurrent use.
type Engine struct {
	Doc    *doc.Document
	Style  *style.Style
	Lang   *lang.Table
	Faces  *fonts.Set
	Report *source.Reporter
	// Draft marks every page as a draft.
	Draft bool
	// Elsewhere tells what a label points to that is not in the document; a
	// preview has only some of the parts.
	Elsewhere func(doc.Label) (para.Target, bool)

	targets map[doc.Label]para.Target
	starts  []galley.Counters // of Doc.Parts, and after the last
	noBreak map[string]bool
}

// New numbers a document, so that any part of it can be laid out alone.
func New(d *doc.Document, st *style.Style, faces *fonts.Set, r *source.Reporter) *Engine {
	e := &Engine{
		Doc: d, Style: st, Lang: st.Language(d.Lang), Faces: faces, Report: r,
		targets: map[doc.Label]para.Target{}, noBreak: map[string]bool{},
	}
	for _, name := range d.NoBreak {
		for _, word := range strings.Fields(name) {
			e.noBreak[word] = true
		}
	}
	at := map[doc.Label]source.Span{}
	target := func(l doc.Label, t para.Target, where source.Span) {
		if _, twice := e.targets[l]; twice {
			r.Add(source.Diagnostic{
				Severity: source.Error, Code: "id-twice", At: where, Excerpt: string(l),
				Message: fmt.Sprintf("the id %q names two places", l), Fix: "give one of them another id",
				Related: []source.Related{{At: at[l], Message: "the other one"}},
			})
			return
		}
		e.targets[l], at[l] = t, where
	}
	var n galley.Counters
	for _, p := range d.Parts {
		e.starts = append(e.starts, n)
		n = number(e.Lang, p, n, target).end
	}
	e.starts = append(e.starts, n)
	return e
}

// Start returns the counters before a part of the document.
func (e *Engine) Start(part int) galley.Counters { return e.starts[part] }

// Targets tells what each label of the document points to.
func (e *Engine) Targets() map[doc.Label]para.Target { return maps.Clone(e.targets) }

// End returns the counters after a part of the document.
func (e *Engine) End(part int) galley.Counters { return e.starts[part+1] }

// Setter returns a setter for one worker.
func (e *Engine) Setter() *para.Setter {
	s := para.New(e.Style, e.Lang, e.Faces, e.Report)
	s.Refs = func(l doc.Label) (para.Target, bool) {
		t, ok := e.targets[l]
		if !ok && e.Elsewhere != nil {
			return e.Elsewhere(l)
		}
		return t, ok
	}
	s.Near = func(l doc.Label) string {
		var names []string
		for name := range e.targets {
			names = append(names, string(name))
		}
		slices.Sort(names)
		return source.Nearest(string(l), names)
	}
	s.NoBreak = func(w string) bool { return e.noBreak[w] }
	return s
}

// Part lays out one part from the counters before it.
func (e *Engine) Part(s *para.Setter, p *doc.Part, start galley.Counters) *galley.Galley {
	refs := s.Refs
	s.Refs = func(l doc.Label) (para.Target, bool) {
		t, ok := refs(l)
		return t.From(p.ID), ok
	}
	defer func() { s.Refs = refs }() // a setter goes on to other parts
	f := newFlow(e, s, p, start)
	f.part()
	return f.g
}
