// Package page turns parts into galleys and galleys into pages.
//
// flow.go and its neighbours set the blocks of one part; number.go gives
// paragraphs, notes, boxes, tables and figures their numbers; break.go chooses
// where pages end; bind.go puts the pages of all parts together, with folios,
// running heads, contents, destinations and the structure tree.
//
// # Sources
//
// Plass, Optimal Pagination Techniques for Automatic Typesetting Systems
// (1981), for choosing all breaks at once; The Chicago Manual of Style, §2.116,
// for widows and orphans.
//
// # Units
//
// Lengths are units.Sp. In a galley X counts from the left edge of the frame;
// on a page X and Y count from the top left corner of the sheet.
//
// # Errors
//
// Reported: id-twice, ref-unknown (by para), page-overfull for a block that is
// higher than a page, contents-unsettled.
package page
