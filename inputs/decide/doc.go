// Package decide keeps what people decided about values that an import would
// not guess, and puts the questions of an import to them.
//
// Decisions are read from one area of the file of decisions, in sections that
// the import names; a decision is found by its path: section and one or two keys.
// Ask returns the text of the file with the questions that are open.
//
// # Sources
//
// The format is that of data/decisions.yaml in docs/import-hr.md. Questions stand in a
// block of their own, below asked: and the area, so that what a person wrote is
// never moved.
//
// # Conventions
//
// Keys are compared without regard to the case of letters and to spaces. A
// decision is keyed by a value, never by a person.
//
// # Errors
//
// Diagnostics of the area "decide": a value that is decided twice, or left out
// without a reason. Faults of the file itself are those of package strict.
package decide
