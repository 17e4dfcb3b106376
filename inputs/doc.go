// Package inputs loads an edition: the files that people hand us, each read by
// a package of its own, and the figures bound into the texts.
//
// # Sources
//
// The formats are those of README.md and of the packages below.
//
// # Units
//
// Positions are source.Pos; numbers stay exact.
//
// # Errors
//
// Every fault of an input is a diagnostic in the reporter; loading goes on
// after a fault and returns what could be read.
package inputs
