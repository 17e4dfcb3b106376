// Package fonts holds the typefaces of a report, their metrics, and the shaper
// that turns a word into placed glyphs.
//
// What it holds: Embedded, the faces that travel inside the program (Source
// Serif 4, Source Sans 3, and Noto for the letters those two lack); Square, a
// face for tests in which every character is one em wide; Shaper, which shapes
// one word at a time and remembers it; and Set.Missing, the coverage check that
// is to run before layout, so that no box ever stands for a letter.
//
// A word comes back as runs, each in one face, one script and one direction.
// Usually there is one. A letter that the asked face lacks is looked for in the
// fallback faces; where none has it, the run says so in Missing.
//
// # Sources
//
// ISO/IEC 14496-22 (OpenType) for the tables read and written here; HarfBuzz,
// through github.com/go-text/typesetting, for shaping; Unicode Standard Annexes
// 29 (grapheme clusters), 24 (scripts) and 9 (bidirectional classes); CSS Fonts
// Module Level 4, section 5.2, for the choice of the nearest face. The square
// face is an idea of the WeasyPrint test suite.
//
// The font files are the unchanged originals: Source Serif 4.004 and Source
// Sans 3.052 by Adobe, Noto Sans and Serif 2.004, Noto Naskh Arabic 2.004 and
// Noto Serif Hebrew 2.000 by Google. Each folder holds its licence, the SIL Open
// Font License 1.1. A changed copy may not carry the reserved name "Source", so
// anything to be altered is altered in memory, on the way into a document.
//
// # Units
//
// Every measure is in font units: Face.Upem of them make one em. x grows to the
// right and y upward, as in the font. A cluster is a byte offset into the text
// of its run; the glyphs of a cluster stand for the text from that offset to the
// next greater cluster.
//
// # Errors
//
// Nothing here fails at run time: any string shapes, and a letter that no face
// has is a property of the result, not an error. A font file that does not parse
// is a fault of the program and panics; a test parses them all.
package fonts
