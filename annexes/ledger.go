package annexes

import (
	"sync"

	"assemble/inputs"
	"assemble/inputs/source"
)

// Ledger tells where figures of the annexes and facts came from. The annexes
// are worked out again when somebody asks first; rows are found for each
// question.
func Ledger(in *inputs.Inputs) source.Ledger {
	quiet := *in
	quiet.Report = &source.Reporter{} // what is wrong has been said
	return &ledger{in: in, origins: sync.OnceValue(func() map[source.Key]origin {
		all := map[source.Key]origin{}
		_, sheets := build(&quiet)
		for _, s := range sheets {
			for key, o := range s.origins {
				all[key] = o
			}
		}
		return all
	})}
}

type ledger struct {
	in      *inputs.Inputs
	origins func() map[source.Key]origin
}

// Expand tells where a figure came from.
func (l *ledger) Expand(key source.Key) (source.Provenance, bool) {
	if p, ok := l.in.Expand(key); ok {
		return p, true
	}
	o, ok := l.origins()[key]
	if !ok {
		return source.Provenance{}, false
	}
	p := source.Provenance{Method: string(o.method), Of: o.of, Inputs: o.at}
	if o.rows != nil {
		p.Inputs = o.rows.Spans(o.query)
		if len(p.Inputs) == 0 { // of nothing, the whole table is the evidence
			p.Inputs = []source.Span{o.rows.Place()}
		}
	}
	return p, true
}
