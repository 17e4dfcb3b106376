// Package annexes builds the annexes of a report from its data.
//
// Each generator makes one annex: a doc.Part with its number in roman numerals.
// What was built is reconciled: figures of different tables, and of the history,
// that should be the same must be.
//
// # Sources
//
// The annexes are those of yearly reports of governing bodies, as described in
// ARCHITECTURE.md. Who stands in a matrix of nationalities, and in which order,
// is the rule of FORMATS.md, edition.yaml.
//
// # Units
//
// Figures stay numbers (doc.Stat) until layout prints them: persons,
// nationalities, per cent, percentage points. The rounding of percentages is
// that of package tabulate.
//
// # Errors
//
// Faults are diagnostics in the reporter of the inputs.
package annexes

import (
	"fmt"
	"slices"

	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// generator makes the blocks of one annex.
type generator struct {
	name  string
	build func(*sheet) []doc.Block
}

// generators lists what is built in.
func generators() []generator {
	return []generator{
		{edition.ManuscriptGenerator, plain(written)},
		{edition.TimelineGenerator, plain(timeline)},
		{edition.StatisticsGenerator, statistics},
		{edition.MatrixGenerator, nationalities},
		{edition.RepresentedGenerator, represented},
	}
}

// plain is a generator whose annex has no figures of data.
func plain(build func(*inputs.Inputs, *edition.Annex) []doc.Block) func(*sheet) []doc.Block {
	return func(s *sheet) []doc.Block { return build(s.in, s.annex) }
}

// Build returns the annexes of the edition, in order, and reports figures of
// theirs that do not agree.
func Build(in *inputs.Inputs) []*doc.Part {
	parts, sheets := build(in)
	if !in.Partial() { // a preview does not compare annexes that it does not make
		agree(in, parts, sheets)
	}
	return parts
}

// build makes the annexes, and of each what is known of its figures.
func build(in *inputs.Inputs) ([]*doc.Part, []*sheet) {
	known := generators()
	var parts []*doc.Part
	var sheets []*sheet
	for i := range in.Annexes {
		a := &in.Annexes[i]
		number := lang.Roman(i + 1)
		p := &doc.Part{
			ID: doc.Label(a.ID.S), Kind: doc.Annex, Number: number, At: a.At, Title: in.Inline(a.Title),
			Tag: doc.Words(fmt.Sprintf(in.Lang.Strings().LabelNo, in.Lang.Strings().Annex, number)),
		}
		s := &sheet{in: in, annex: a, origins: map[source.Key]origin{}}
		at := slices.IndexFunc(known, func(g generator) bool { return g.name == a.Generator.S })
		if at >= 0 && in.Wants(a.ID.S) { // another generator has been reported
			p.Blocks = known[at].build(s)
		}
		parts, sheets = append(parts, p), append(sheets, s)
	}
	return parts, sheets
}

// written is an annex whose text is a manuscript; the title of the edition
// stands above it, so that its own first heading goes.
func written(in *inputs.Inputs, a *edition.Annex) []doc.Block {
	p := in.Texts[a.ID.S]
	if p == nil {
		return nil
	}
	blocks := p.Blocks
	if len(blocks) > 0 {
		if h, ok := blocks[0].(*doc.Heading); ok && h.Level == 1 {
			blocks = blocks[1:]
		}
	}
	// Paragraph numbers run through the parts of the body only.
	doc.Blocks(blocks, func(b doc.Block) {
		if x, ok := b.(*doc.Paragraph); ok {
			x.Numbered = false
		}
	})
	return blocks
}
