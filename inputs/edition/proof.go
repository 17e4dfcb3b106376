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

// validate reports a rule that is switched off without a reason.
func (p *Proof) validate(r *source.Reporter) {
	for _, o := range p.Off {
		if o.Reason.Empty() && o.Rule.S != "" {
			r.Error("edition-reason", o.At, "the rule "+o.Rule.S+" is switched off without a reason", "write the reason: "+
				"whoever prepares the next edition wants to know it")
		}
	}
}
