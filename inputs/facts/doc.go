// Package facts holds the named figures of an edition: those that facts.yaml
// quotes, those that follow from others, and those that exist by themselves
// because a table of data gives them.
//
// A fact has one exact value, however often and in whatever form it is printed.
// Register collects facts, works out the derived ones once all are known, and
// tells where each came from.
//
// # Sources
//
// The format is that of FORMATS.md. A figure that is quoted although data give
// it is compared with them (equals), as statistical offices reconcile a
// publication with its tables (European Statistics Code of Practice, principle
// 14, coherence). That the difference of two percentages is counted in
// percentage points follows the United Nations Editorial Manual.
//
// # Units
//
// Values are exact rationals. The unit "%" means per cent, so that a share of
// one half has the value 50; "points" are percentage points; three capitals are
// a currency; every other unit is a thing that is counted. Facts of different
// units are not added; a fact without unit goes with every other. Beyond the
// samples of FORMATS.md a unit may be written by language, and one is the unit
// in the singular: unit: {en: offices, fr: bureaux}, one: {en: office}. Beyond
// the derivations there, same: name takes value, base, unit and earlier value of
// another fact under a name of its own; with year: of the earlier value it takes
// that one. A fact may say below which base no share of it is given.
//
// # Errors
//
// Diagnostics of the area "fact", and "quoted-differs". A fact that cannot be
// worked out has no Value; the reason has been reported then.
package facts
