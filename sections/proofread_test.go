package sections

import (
	"strings"
	"testing"

	"assemble/annexes"
	"assemble/inputs"
	"assemble/inputs/edition"
	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/doc"
)

// whole builds an edition with all its parts.
func whole(t testing.TB, dir string) (*inputs.Inputs, *doc.Document) {
	t.Helper()
	var r source.Reporter
	in := inputs.Load(dir, "", &source.Files{}, &r)
	if in == nil {
		t.Fatal("no edition")
	}
	parts := append(Build(in), annexes.Build(in)...)
	in.Bind(parts)
	return in, &doc.Document{Lang: in.Tag(), Cover: Masthead(in), Parts: parts}
}

// proofs are the findings of proofreading that an edition does not accept.
func proofs(in *inputs.Inputs) string {
	var out []string
	for _, d := range in.Report.All() {
		if _, accepted := in.Accepted(d); !accepted && strings.HasPrefix(string(d.Code), "proof-") {
			out = append(out, in.Files.String(d.At.Start)+" "+string(d.Code)+": "+d.Message)
		}
	}
	return strings.Join(out, "\n")
}

// TestExamplesAreClean: nothing is found in the examples that they do not
// accept, and no rule is off in them.
func TestExamplesAreClean(t *testing.T) {
	for _, dir := range []string{small, annual} {
		in, d := whole(t, dir)
		Proofread(in, d)
		if got := proofs(in); got != "" {
			t.Errorf("%s:\n%s", dir, got)
		}
		if len(in.Proof.Off) > 0 {
			t.Errorf("%s switches rules off", dir)
		}
	}
}

// TestProofreadSees: what the inputs hold reaches the checks. Each fault is put
// into a text of the example of real length.
func TestProofreadSees(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*inputs.Inputs, *doc.Document)
		want  string
	}{
		{"an acronym", func(in *inputs.Inputs, d *doc.Document) { in.Acronyms.Entries[0].Key = "ASEANX" }, "proof-acronym-unused: ASEANX is listed and not used"},
		{"a word that is known", func(in *inputs.Inputs, d *doc.Document) { in.Proof.Known = nil }, "proof-acronym-unlisted: AIDS is not in the list"},
		{"a fact", func(in *inputs.Inputs, d *doc.Document) { d.Parts = d.Parts[:len(d.Parts)-8] }, "proof-fact-unprinted: "},
		{"the text", func(in *inputs.Inputs, d *doc.Document) {
			text := in.Texts["foreword"].Blocks[1].(*doc.Paragraph).Text[0].(*doc.Text)
			text.S = "102 offices and and " + text.S
		}, "proof-figure-start: a sentence begins with the figure 102"},
		{"a typed figure", func(in *inputs.Inputs, d *doc.Document) {
			text := in.Texts["foreword"].Blocks[1].(*doc.Paragraph).Text[0].(*doc.Text)
			text.S = "In 102 offices " + text.S
		}, "proof-figure-typed: 102 is typed, and is the value of "},
	} {
		in, d := whole(t, annual)
		c.spoil(in, d)
		Proofread(in, d)
		if got := proofs(in); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is not found in\n%s", c.name, c.want, got)
		}
	}
}

// TestBroken: an edition with errors is not told that things are used nowhere,
// unless it accepts the errors.
func TestBroken(t *testing.T) {
	in, d := whole(t, annual) // which accepts errors
	in.Acronyms.Entries[0].Key = "ASEANX"
	in.Report.Error("fact-unknown", source.Span{}, "an error", "")
	Proofread(in, d)
	if got := proofs(in); strings.Contains(got, "ASEANX") {
		t.Errorf("got %s", got)
	}
}

// TestSwitchedOff: an edition may switch a rule off.
func TestSwitchedOff(t *testing.T) {
	in, d := whole(t, annual)
	in.Proof.Known = nil
	in.Proof.Off = append(in.Proof.Off, edition.RuleOff{Rule: strict.Str{S: "proof-acronym-unlisted"}, Reason: strict.Plain("a test")})
	Proofread(in, d)
	if got := proofs(in); got != "" {
		t.Errorf("got %s", got)
	}
}

// BenchmarkProofread reads the report of real length, once it is built.
func BenchmarkProofread(b *testing.B) {
	in, d := whole(b, annual)
	words := 0
	for _, p := range d.Parts {
		doc.Inlines(p.Blocks, func(run *[]doc.Inline) { words += len(strings.Fields(doc.Plain(*run, nil))) })
	}
	b.ReportMetric(float64(words), "words")
	b.ReportAllocs()
	for b.Loop() {
		Proofread(in, d)
	}
}
