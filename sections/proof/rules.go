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
		{figureStart, unitedNations, "a sentence does not begin with a figure: the stop before it could be its decimal point", "write the number in words, or begin with another word", source.Warning},
		{figureSmall, unitedNations, "whole numbers below ten are counts that read better in words", "write it in words, or {{=3}}, which follows the rule by itself", source.Warning},
		{percentForm, unitedNations, "per cent is written out in text; the sign is for parentheses and tables", "write per cent in text and % in parentheses and tables, or bind the figure, which follows the rule by itself", source.Warning},
		{unitTwice, consistency, "a bound figure prints its unit; a typed unit makes two", "leave the typed unit out", source.Error},
		{unitDiffers, consistency, "a figure with the unit of another is wrong", "correct the unit, or bind another fact", source.Error},
		{spaceUnit, international, "a unit is parted from its figure, but the sign of per cent stands as the language has it", "write a space, or remove it", source.Warning},
		{minusSign, unitedNations, "a hyphen is too short for a minus sign, and lines break behind it", "write −, or bind the figure", source.Warning},
		{rangeDash, unitedNations, "an en dash joins the ends of a range", "write –", source.Warning},
	}
}

func markRules() []Rule {
	return []Rule{
		{spaceDouble, house, "two spaces are printed as one, and hide a word that was taken out", "leave one", source.Warning},
		{quoteStraight, unitedNations, "a typewriter mark is neither an opening nor a closing one", "write the quotation marks of the language", source.Warning},
		{apostrophe, unitedNations, "a typewriter mark is no apostrophe", "write ’", source.Warning},
		{spacedHyphen, unitedNations, "a hyphen joins words; what parts them is a dash", "write –", source.Warning},
	}
}

func wordRules() []Rule {
	return []Rule{
		{wordTwice, house, "a word that stands twice in a row was left over", "remove one of the two", source.Warning},
		{referenceNumber, house, "a number that is typed is wrong after the next paragraph, table or annex is put in", "refer by id: [](#id)", source.Warning},
		{headingLone, unitedNations, "a part that is not divided into two is not divided", "add a second heading of its level, or leave it out", source.Warning},
		{acronymFirst, unitedNations, "a reader has to know what an acronym stands for where it is met first", "write it out there, with the acronym in parentheses", source.Warning},
		{acronymAgain, unitedNations, "an acronym is explained once, at its first use", "write the acronym alone", source.Warning},
		{acronymUnlisted, unitedNations, "the list of acronyms is complete", "add it to acronyms.yaml, write it out, or add it to proof.known in edition.yaml", source.Warning},
		{acronymUnused, unitedNations, "the list of acronyms has what the report uses and no more", "take it out of acronyms.yaml, or use it", source.Warning},
		{acronymSpelling, unitedNations, "an acronym is spelled in one way", "write it as in acronyms.yaml", source.Warning},
		{nameDiffers, unitedNations, "a name is spelled in one way", "write it as in acronyms.yaml, or correct it there", source.Warning},
	}
}

func factRules() []Rule {
	return []Rule{
		{figureTyped, consistency, "a typed figure stays as it is when the fact changes", "bind the fact", source.Warning},
		{factUnprinted, consistency, "a fact that nothing prints is out of date unnoticed", "print it, or take it out of facts.yaml", source.Warning},
		{factTwoValues, consistency, "a reader who meets one thing with two values trusts neither", "give both the same value, or labels that tell them apart", source.Warning},
		{roundedStatement, consistency, "what is said of a figure has to be true of it", "change the words, or correct the fact", source.Error},
		{wrongDirection, consistency, "a fall is no negative rise", "change the words, or correct the fact", source.Error},
	}
}
