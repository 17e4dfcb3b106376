// Package para sets paragraphs: it turns inlines into lines of glyphs.
//
// A Setter collects the inlines of a block into pieces of one style each,
// prints numbers by language and place, shapes words, asks package linebreak
// where to break, and sets each line: it spreads what the line lacks over the
// word spaces and, within a narrow bound, between letters.
//
// # Sources
//
// Knuth and Plass, Breaking paragraphs into lines (1981), for boxes and glue;
// Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system
// (2000), for hanging punctuation and letter-fit; Bringhurst, 2.1, for their
// bounds.
//
// # Units
//
// Lines stand at X from 0 with their baseline at Y 0. Lengths are units.Sp.
//
// # Errors
//
// Reported: a letter that no face has (font-missing), a line that sticks out
// (line-overfull), a line that is looser than the style allows (line-loose).
package para
