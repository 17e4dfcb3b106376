package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// typed is the key of figures that no data stand behind.
const typed source.Key = "typed"

// Methods that no ledger tells.
const (
	typedMethod   = "typed"
	unknownMethod = "unknown"
	sumMethod     = "sum" // of what a chart stacks
)

// origin is where a figure came from, as it is listed.
type origin struct{ method, of, from, source string }

// origins asks the ledger once for each key.
type origins struct {
	ledger source.Ledger
	files  *source.Files
	known  map[source.Key]origin
}

func newOrigins(l source.Ledger, f *source.Files) *origins {
	return &origins{ledger: l, files: f, known: map[source.Key]origin{}}
}

// of tells where a figure came from. A typed one came from where it stands.
func (o *origins) of(c call) origin {
	if c.key == typed {
		return origin{method: typedMethod, from: Lines([]source.Span{source.At(c.at)}, o.files)}
	}
	out, ok := o.known[c.key]
	if !ok {
		out = o.expand(c.key)
		o.known[c.key] = out
	}
	return out
}

func (o *origins) expand(key source.Key) origin {
	p, ok := source.Provenance{Method: sumMethod, Of: key.Addends()}, true
	if len(p.Of) == 1 {
		p, ok = o.ledger.Expand(key)
	}
	if !ok {
		return origin{method: unknownMethod}
	}
	var names []string
	for _, k := range p.Of {
		names = append(names, string(k))
	}
	g := &gathering{ledger: o.ledger, seen: map[source.Key]bool{key: true}}
	g.add(p)
	return origin{method: p.Method, of: strings.Join(names, "; "), from: Lines(g.spans, o.files), source: strings.Join(g.sources, "; ")}
}

// mostKeys bounds what stands behind one figure.
const mostKeys = 10_000

// gathering collects what a figure and all its parts were read from.
type gathering struct {
	ledger  source.Ledger
	seen    map[source.Key]bool
	spans   []source.Span
	sources []string
}

func (g *gathering) add(p source.Provenance) {
	g.spans = append(g.spans, p.Inputs...)
	for _, s := range p.Source {
		if s = plain(s); s != "" && !slices.Contains(g.sources, s) {
			g.sources = append(g.sources, s)
		}
	}
	for _, k := range p.Of {
		if g.seen[k] || len(g.seen) >= mostKeys {
			continue
		}
		g.seen[k] = true
		if part, ok := g.ledger.Expand(k); ok {
			g.add(part)
		}
	}
}

// lines are lines of a file, or rows of a sheet.
type lines struct {
	file     source.FileID
	from, to int32
}

// longest bounds the places in one cell: a spreadsheet takes 32,767 letters.
const longest = 30_000

// Lines writes places as files and lines, in order and without repeats:
// "facts.yaml:12,15; data/headcount-2017.csv:14-33".
func Lines(list []source.Span, files *source.Files) string {
	var out strings.Builder
	var last source.FileID
	merged := merge(list)
	for i, l := range merged {
		text := "; " + files.Name(l.file) + ":"
		if l.file == last {
			text = ","
		} else if last == 0 {
			text = text[2:]
		}
		if l.from == 0 { // the whole file
			text = strings.TrimRight(text, ":,")
		} else {
			text += fmt.Sprint(l.from)
		}
		if l.to > l.from {
			text += fmt.Sprintf("-%d", l.to)
		}
		if out.Len()+len(text) > longest {
			fmt.Fprintf(&out, " … and %d more", len(merged)-i)
			break
		}
		out.WriteString(text)
		last = l.file
	}
	return out.String()
}

// merge sorts places and joins lines that follow each other.
func merge(list []source.Span) []lines {
	var all []lines
	for _, s := range list {
		if s.Start.Known() {
			all = append(all, lines{s.Start.File, s.Start.A, max(s.Start.A, s.End.A)})
		}
	}
	slices.SortFunc(all, func(a, b lines) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	var out []lines
	for _, l := range all {
		n := len(out) - 1
		if n >= 0 && out[n].file == l.file && l.from <= out[n].to+1 && out[n].from > 0 {
			out[n].to = max(out[n].to, l.to)
			continue
		}
		if n < 0 || out[n] != l {
			out = append(out, l)
		}
	}
	return out
}
