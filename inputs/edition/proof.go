package edition

import (
	"assemble/inputs/source"
	"assemble/inputs/strict"
)

// Proof says how the text is proofread: the rules of the United Nations and of
// the house hold, but for those that the edition switches off.
type Proof struct {
	Known []strict.Str `yaml:"known"` // words in capitals that need no explanation
	Off   []RuleOff    `yaml:"off"`
}

// RuleOff is a rule that does not hold in this edition, with the reason.
type RuleOff struct {
	Rule   strict.Str  `yaml:"rule,required"`
	Reason strict.Text `yaml:"reason,required"`
	At     source.Span
}

// validateReasons reports what stands without a reason: a rule that is off, and
// a finding that is accepted.
func (e *Edition) validateReasons(r *source.Reporter) {
	const fix = "write the reason: whoever prepares the next edition will want to know it"
	for _, o := range e.Proof.Off {
		if blank(o.Reason) {
			r.Error("edition-reason", o.At, "the rule "+o.Rule.S+" is switched off without a reason", fix)
		}
	}
	for _, a := range e.Accept {
		if blank(a.Reason) {
			r.Error("edition-reason", a.At, "a finding of "+a.Rule.S+" is accepted without a reason", fix)
		}
	}
}

// blank tells a text that is given and empty; of one that is not given strict
// has said so.
func blank(t strict.Text) bool { return len(t.By) > 0 && t.Empty() }
