// Package source says where things came from: positions in input files,
// diagnostics that point at them, and the provenance of printed values.
//
// # Sources
//
// The three parts of a diagnostic (what, where, what to do) follow the habits
// of the Typst and CUE compilers; "nearest name" is the edit distance of
// Damerau (1964) in its restricted form.
//
// # Units
//
// Line, Col and Row are counted from 1; Col counts runes, as an editor shows
// them. 0 means unknown and is never printed as 1.
//
// # Errors
//
// A fault in an input is a Diagnostic in a Reporter. A Go error is kept for
// faults of the machine: a disk that is full, a file that may not be read.
package source
