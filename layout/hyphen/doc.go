// Package hyphen finds the places in a word where a hyphen may stand, by
// Liang's patterns, for British English, French and Spanish.
//
// A pattern is a run of letters with digits between them; each digit speaks for
// (odd) or against (even) a hyphen at its place, and the highest digit wins. A
// few exceptions, which a Dict can be given more of, overrule the patterns.
//
// # Sources
//
// Franklin M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983, for
// patterns and their lookup; Knuth, The TeXbook, appendix H, for exceptions and
// the dots that mark the ends of a word. The patterns are those of hyph-utf8, as
// distributed with TeX Live 2022, unchanged and under the MIT licence that heads
// each file (patterns/README.md).
//
// # Conventions
//
// Places are byte offsets into the word as it was given, ascending, on rune
// boundaries and never inside a letter with its combining marks. Capitals count
// as small letters. Punctuation before and after a word is passed over; an
// apostrophe divides it: minima hold for each side (l'édu-cation). A word with
// anything else in it (a digit, a hyphen, a slash, a soft hyphen) gets no
// places: a compound breaks at its own hyphen, an address must not gain one.
//
// A Dict does not know acronyms and names; the caller leaves those out, or
// lists them as exceptions without a hyphen.
//
// # Errors
//
// A language without patterns has no Dict (nil, which is safe to ask and finds
// nothing). With refuses a word that is not letters and hyphens.
package hyphen
