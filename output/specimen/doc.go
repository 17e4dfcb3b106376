// Package specimen holds a small invented book, set by hand, for the tests of
// everything that writes books.
//
// It has one of each thing a writer must get right: text over a page break,
// ligatures, a soft hyphen, old-style figures, accents put together from parts,
// another language, other scripts, a second colour, links inside and outside, a
// note, a list, a figure with a picture, a table with spans over two landscape
// pages, running heads, page labels and an outline.
//
// # Sources
//
// A specimen is what printers call the sheet that shows all that a press can do.
//
// # Units
//
// Places are written in points from the top left corner.
//
// # Errors
//
// There are none: a specimen that does not come out is a fault of the program
// and panics.
package specimen
