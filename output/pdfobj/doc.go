// Package pdfobj is a small PDF object model: it reads a file into objects,
// writes objects out as a fresh file, and splits page contents into operators.
//
// It reads what the page engine hands over (a classic cross-reference table,
// one section, generation 0 throughout) and what its own Writer makes (object
// streams and a cross-reference stream). It is no general PDF reader: files
// that are encrypted, linearized, hybrid or updated in place are refused with
// a plain message rather than half understood.
//
// # Sources
//
// ISO 32000-1:2008, 7.2 (lexical conventions), 7.3 (objects), 7.4.4
// (FlateDecode and its predictors), 7.5 (file structure), 7.7.3 (page tree),
// 7.8.2 (content streams), 7.9 (text strings and dates), annex C (limits) and
// annex D (PDFDocEncoding). ISO 19005-2:2011, 6.1, for the file structure that
// archival files must keep on top of that. RFC 1950 and 1951 for deflate, and
// the PNG specification (ISO/IEC 15948, clause 9) for the predictors.
//
// # Units
//
// Positions are byte offsets from the start of the file, or of the decoded
// stream where an error names one. Numbers stand as in the file, in whatever
// unit the key defines. A Real is printed with at most six decimals and never
// with an exponent.
//
// # Errors
//
// Bytes that cannot be read give a *SyntaxError with the offset; nothing
// panics, whatever the bytes. Time and memory are bounded: nesting, object
// count, values and decoded sizes have limits, and objects may not overlap.
// The Writer keeps its first error, names the object at fault and returns it
// from Finish.
package pdfobj
