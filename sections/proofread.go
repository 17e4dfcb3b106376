package sections

import (
	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/facts"
	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
	"assemble/sections/proof"
)

// Proofread checks the text of a whole report, whose figures are bound, by the
// rules of the house, and reports what it finds.
func Proofread(in *inputs.Inputs, d *doc.Document) {
	x := &proof.Report{Doc: d, Lang: in.Lang, Files: in.Files, Broken: broken(in)}
	for _, e := range in.AcronymsIn(in.Tag()) {
		x.Acronyms = append(x.Acronyms, proof.Acronym{
			Short: e.Key, Plural: in.Words(e.Value.Plural), Long: doc.Plain(in.Inline(e.Value.Text), nil),
			At: e.KeyAt, File: edition.AcronymsName,
		})
	}
	for _, name := range in.Facts.Names() {
		f, _ := in.Facts.Lookup(name)
		x.Facts = append(x.Facts, fact(in, f))
	}
	for _, k := range in.Proof.Known {
		x.Known = append(x.Known, k.S)
	}
	for _, o := range in.Proof.Off {
		x.Off = append(x.Off, proof.Off{Rule: o.Rule.S, At: o.Rule.At})
	}
	x.Check(in.Report)
}

// broken reports whether the edition has errors that it does not accept.
func broken(in *inputs.Inputs) bool {
	for _, d := range in.Report.All() {
		if _, accepted := in.Accepted(d); d.Severity == source.Error && !accepted {
			return true
		}
	}
	return in.Report.Dropped() > 0
}

func fact(in *inputs.Inputs, f *facts.Fact) proof.Fact {
	out := proof.Fact{
		Name: f.Name, Value: f.Value, Unit: f.Unit, Words: f.Number(in.Tag(), 0).UnitWords, Label: in.Words(f.Label), Year: f.Year,
		Written: inFile(f.At, in.Files), Change: f.Method == facts.Change, Equals: f.Equals.S, At: f.At, File: edition.FactsName,
	}
	out.Computed = f.Unit == lang.Percent && f.Places < 0
	if f.Was != nil {
		out.WasYear, out.WasValue = f.Was.Year, f.Was.Value
	}
	for _, key := range f.Of {
		out.Of = append(out.Of, string(key))
	}
	return out
}

// inFile reports whether a fact stands in the register that people write.
func inFile(at source.Span, files *source.Files) bool {
	return files.Name(at.Start.File) == edition.FactsName
}
