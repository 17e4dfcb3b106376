// Package dump prints a frame.Book as text, for goldens and for the person who
// wants to know why a page looks as it does.
//
// Trace prints where everything stands, Tags the structure tree with its text,
// Text the bare text in reading order, Sums a short sum of each page by which a
// changed page of a whole book is found.
//
// # Sources
//
// Traces as goldens are the habit of the SILE typesetter: they show a moved
// line in one line of difference, and know no rasteriser.
//
// # Units
//
// Lengths are printed in points with two decimals, X to the right and Y down.
// Pages are named as they are printed, or by their count from 1 in brackets
// where they bear no number.
//
// # Errors
//
// Tags and Text report a book without a sound structure tree. The rest prints
// whatever it is given.
package dump
