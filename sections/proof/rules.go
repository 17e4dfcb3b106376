package proof

import "assemble/inputs/source"

// Rule is one rule of the house that a program can judge.
type Rule struct {
	ID       source.Code
	From     string // whose rule it is
	Why      string
	Fix      string
	Severity source.Severity
}

// The codes of the rules.
const (
	figureStart      source.Code = "proof-figure-start"
	figureSmall      source.Code = "proof-figure-small"
	percentForm      source.Code = "proof-percent"
	unitTwice        source.Code = "proof-unit-twice"
	unitDiffers      source.Code = "proof-unit-differs"
	agreement        source.Code = "proof-agreement"
	articleSound     source.Code = "proof-article"
	spaceDouble      source.Code = "proof-space-double"
	spaceUnit        source.Code = "proof-space-unit"
	quoteStraight    source.Code = "proof-quote"
	apostrophe       source.Code = "proof-apostrophe"
	minusSign        source.Code = "proof-minus"
	rangeDash        source.Code = "proof-range"
	spacedHyphen     source.Code = "proof-dash"
	wordTwice        source.Code = "proof-word-twice"
	referenceNumber  source.Code = "proof-reference"
	headingLone      source.Code = "proof-heading-lone"
	acronymFirst     source.Code = "proof-acronym-first"
	acronymAgain     source.Code = "proof-acronym-again"
	acronymUnlisted  source.Code = "proof-acronym-unlisted"
	acronymUnused    source.Code = "proof-acronym-unused"
	acronymSpelling  source.Code = "proof-acronym-spelling"
	nameDiffers      source.Code = "proof-name-differs"
	figureTyped      source.Code = "proof-figure-typed"
	factUnprinted    source.Code = "proof-fact-unprinted"
	factTwoValues    source.Code = "proof-fact-two-values"
	roundedStatement source.Code = "proof-rounded"
	wrongDirection   source.Code = "proof-direction"
	ruleUnknown      source.Code = "proof-rule"
)

// Whose rules they are, from the general to the particular. The last layer is
// the edition itself, which may switch off what the others ask for.
const (
	unitedNations = "United Nations Editorial Manual"
	international = "International System of Units"
	house         = "house style"
	consistency   = "agreement of text and figures"
)

// Rules returns all rules, by what they are about.
func Rules() []Rule {
	var all []Rule
	for _, list := range [][]Rule{numberRules(), markRules(), wordRules(), factRules()} {
		all = append(all, list...)
	}
	return all
}

func numberRules() []Rule {
	return []Rule{
		{
			ID: figureStart, From: unitedNations, Severity: source.Warning,
			Why: "a sentence does not begin with a figure: the stop before it could be its decimal point",
			Fix: "write the number in words, or begin with another word",
		},
		{
			ID: figureSmall, From: unitedNations, Severity: source.Warning,
			Why: "whole numbers below ten are counts that read better in words",
			Fix: "write it in words, or {{=3}}, which follows the rule by itself",
		},
		{
			ID: percentForm, From: unitedNations, Severity: source.Warning,
			Why: "per cent is written out in text; the sign is for parentheses and tables",
			Fix: "write per cent in text and % in parentheses and tables, or bind the figure, which follows the rule by itself",
		},
		{
			ID: unitTwice, From: consistency, Severity: source.Error,
			Why: "a bound figure prints its unit; a typed unit makes two",
			Fix: "leave the typed unit out",
		},
		{
			ID: unitDiffers, From: consistency, Severity: source.Error,
			Why: "a figure with the unit of another is wrong",
			Fix: "correct the unit, or bind another fact",
		},
		{
			ID: agreement, From: consistency, Severity: source.Warning,
			Why: "a word beside a bound figure stays as it was typed when the figure becomes one",
			Fix: "write the word in the other number, and see to the verb",
		},
		{
			ID: articleSound, From: consistency, Severity: source.Warning,
			Why: "an article goes with the sound of the figure, which changes with it",
			Fix: "write the other article",
		},
		{
			ID: spaceUnit, From: international, Severity: source.Warning,
			Why: "a unit is parted from its figure, but the sign of per cent stands as the language has it",
			Fix: "write a space, or remove it",
		},
		{
			ID: minusSign, From: unitedNations, Severity: source.Warning,
			Why: "a hyphen is too short for a minus sign, and lines break behind it",
			Fix: "write −, or bind the figure",
		},
		{
			ID: rangeDash, From: unitedNations, Severity: source.Warning,
			Why: "an en dash joins the ends of a range",
			Fix: "write –",
		},
	}
}

func markRules() []Rule {
	return []Rule{
		{
			ID: spaceDouble, From: house, Severity: source.Warning,
			Why: "two spaces are printed as one, and hide a word that was taken out",
			Fix: "leave one",
		},
		{
			ID: quoteStraight, From: unitedNations, Severity: source.Warning,
			Why: "a typewriter mark is neither an opening nor a closing one",
			Fix: "write the quotation marks of the language",
		},
		{
			ID: apostrophe, From: unitedNations, Severity: source.Warning,
			Why: "a typewriter mark is no apostrophe",
			Fix: "write ’",
		},
		{
			ID: spacedHyphen, From: unitedNations, Severity: source.Warning,
			Why: "a hyphen joins words; what parts them is a dash",
			Fix: "write –",
		},
	}
}

func wordRules() []Rule {
	return []Rule{
		{
			ID: wordTwice, From: house, Severity: source.Warning,
			Why: "a word that stands twice in a row was left over",
			Fix: "remove one of the two",
		},
		{
			ID: referenceNumber, From: house, Severity: source.Warning,
			Why: "a number that is typed is wrong after the next paragraph, table or annex is put in",
			Fix: "refer by id: [](#id)",
		},
		{
			ID: headingLone, From: unitedNations, Severity: source.Warning,
			Why: "a part that is not divided into two is not divided",
			Fix: "add a second heading of its level, or leave it out",
		},
		{
			ID: acronymFirst, From: unitedNations, Severity: source.Warning,
			Why: "a reader has to know what an acronym stands for where it is met first",
			Fix: "write it out there, with the acronym in parentheses",
		},
		{
			ID: acronymAgain, From: unitedNations, Severity: source.Warning,
			Why: "an acronym is explained once, at its first use",
			Fix: "write the acronym alone",
		},
		{
			ID: acronymUnlisted, From: unitedNations, Severity: source.Warning,
			Why: "the list of acronyms is complete",
			Fix: "add it to acronyms.yaml, write it out, or add it to proof.known in edition.yaml",
		},
		{
			ID: acronymUnused, From: unitedNations, Severity: source.Warning,
			Why: "the list of acronyms has what the report uses and no more",
			Fix: "take it out of acronyms.yaml, or use it",
		},
		{
			ID: acronymSpelling, From: unitedNations, Severity: source.Warning,
			Why: "an acronym is spelled in one way",
			Fix: "write it as in acronyms.yaml",
		},
		{
			ID: nameDiffers, From: unitedNations, Severity: source.Warning,
			Why: "a name is spelled in one way",
			Fix: "write it as in acronyms.yaml, or correct it there",
		},
	}
}

func factRules() []Rule {
	return []Rule{
		{
			ID: figureTyped, From: consistency, Severity: source.Warning,
			Why: "a typed figure stays as it is when the fact changes",
			Fix: "bind the fact",
		},
		{
			ID: factUnprinted, From: consistency, Severity: source.Warning,
			Why: "a fact that nothing prints is out of date unnoticed",
			Fix: "print it, or take it out of facts.yaml",
		},
		{
			ID: factTwoValues, From: consistency, Severity: source.Warning,
			Why: "a reader who meets one thing with two values trusts neither",
			Fix: "give both the same value, or labels that tell them apart",
		},
		{
			ID: roundedStatement, From: consistency, Severity: source.Error,
			Why: "what is said of a figure has to be true of it",
			Fix: "change the words, or correct the fact",
		},
		{
			ID: wrongDirection, From: consistency, Severity: source.Error,
			Why: "a fall is no negative rise",
			Fix: "change the words, or correct the fact",
		},
	}
}
