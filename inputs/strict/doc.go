// Package strict reads YAML into Go values and says of every fault where it
// stands and what to do about it.
//
// It holds Decode and the values that decoded files are made of: Str, a text
// with its place; Text, a text by language; Date; Number, an exact decimal; and
// Map, which keeps the order of its keys. The shape of a file is the Go type it
// is read into; nothing else says what is allowed.
//
// # Sources
//
// YAML 1.2.2, chapters 6 to 9. What a plain scalar means follows from the
// field it is read into and never from its spelling, as in StrictYAML: "NO" is
// the text NO, and 1.10 keeps its last digit. Anchors, aliases and tags are
// refused: a file that people compare line by line says what it means where it
// says it. Language keys are well-formed tags of BCP 47 (RFC 5646, section 2.1)
// restricted to language, script and region.
//
// # Units
//
// Lines and columns are counted from 1, columns in runes. Numbers are exact
// decimals, at most MaxDigits digits before and after the point.
//
// # Errors
//
// Every fault is a diagnostic of the area "yaml". A Go type that cannot be
// read into is a fault of the program and panics.
package strict
