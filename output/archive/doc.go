// Package archive turns the bytes that fpdf wrote into the file that is kept:
// tagged, accessible and archival.
//
// fpdf's file is read into objects and written afresh. Page contents, pictures
// and font subsets are taken over; what stands around them is made new: pages,
// the structure tree, link annotations, outlines, named destinations, page
// labels, metadata, the colour profile, the map from codes to text of each
// font, and the identifier of the file.
//
// # Sources
//
// ISO 32000-1 (PDF 1.7), above all 9.10.3 (ToUnicode), 12.3 (destinations,
// outlines), 12.4.2 (page labels), 12.5 (annotations), 14.3 (metadata), 14.7
// and 14.8 (structure); ISO 19005-2 (PDF/A-2, level A); ISO 14289-1 (PDF/UA-1);
// ISO 16684-1 (XMP); ISO 15076-1 (ICC profiles).
//
// # Units
//
// Lengths come as units.Sp with Y down and are written as PDF points with Y up,
// rounded to a thousandth like those in page contents. Pages count from 0
// inside, from 1 in messages.
//
// # Errors
//
// A Book that cannot become a sound file (a link to nowhere, two notes of one
// id, content in no element of the tree) is refused with a plain message: it is
// a fault of layout, not of the edition. No error leaves half a file.
package archive
