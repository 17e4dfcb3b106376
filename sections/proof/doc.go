// Package proof reads the text of a report as an editor does, as far as a
// program can judge: figures and per cent, acronyms, marks and spaces, words
// that stand twice, references by number, and whether what is said of a figure
// is still true of it. It changes nothing; what it finds are diagnostics.
//
// Every check has a rule, and Rules lists them: a code, who made the rule, why,
// and what to do. An edition switches a rule off, or accepts one finding, each
// with a reason. In doubt a check is silent: whoever gets ten wrong findings
// does not read the eleventh.
//
// # Sources
//
// United Nations Editorial Manual Online: numbers, dates and time;
// abbreviations and acronyms; headings; punctuation; quotations. The Chicago
// Manual of Style, 17th ed., chapter 6, for dashes. The International System
// of Units, 9th ed., 5.4.3, for the space before a unit. What each rule follows
// stands with it in Rules.
//
// # Conventions
//
// Words of a language are those of lang.Proof; a check whose words a language
// does not have is silent in it. Text that the program wrote itself has no
// place and is not proofread, but an acronym in it counts as used. Places are
// exact to the column where the text stands in the file as it is printed.
//
// # Errors
//
// Findings are warnings; those that mean that a figure would be printed with a
// wrong unit, or a wrong statement about a figure, are errors. All can be
// accepted by place or by the key of the diagnostic: the file and the words
// that are wrong.
package proof
