// Package pdf draws a frame.Book with fpdf: pages, fonts and pictures.
//
// What comes out is a Draft, not yet a document. fpdf cannot write structure,
// links, outlines or a true map from codes to text. Package archive adds them,
// for which a Draft says what each code of each font means. Marks on a page are
// those of frame.Page.Marks, numbered in that order, so that the structure tree
// can be made from the Book alone. Nothing else in the toolkit imports fpdf.
//
// Text is written as shaped glyphs (one array of glyph codes and adjustments a
// run), not as characters: fpdf is given each face with its character map
// exchanged for one that maps codes to glyphs, so that ligatures, small
// capitals and old-style figures can be reached, while its subsetter and its
// width table stay right. A glyph that stands for two texts, as a hyphen does
// for U+002D and U+00AD, has a code for each.
//
// # Sources
//
// ISO 32000-1: 7.8.2 (content streams), 8.4 and 8.5 (graphics state, paths),
// 9.4 (text), 14.6 and 14.8.2.2 (marked content, artifacts), 14.9.2 and 14.9.4
// (language, replacement text). ISO/IEC 14496-22, cmap format 4. The behaviour
// relied on in fpdf v0.9.0 is pinned by contract_test.go.
//
// # Units
//
// Lengths come as units.Sp with Y down and are written as PDF points with Y up,
// rounded to a thousandth. Adjustments between glyphs are thousandths of an em
// and are computed from the start of the run, so that rounding never adds up.
//
// # Errors
//
// A Book that cannot be drawn (a face that is not in the set, a glyph that does
// not exist, a picture that does not decode) is an error that names the page,
// counted from 1. So is a panic in fpdf.
package pdf
