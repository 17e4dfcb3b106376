// Package table lays out tables and timelines: caption, boxhead, rows and notes
// become boxes that package page breaks into pages.
//
// A table is measured before it is set. Figure columns get what their widest
// figure and head need, text columns share what is left; the table is as wide
// as the measure if its content fits there, else as the frame, and nothing
// between. Where the frame is too narrow, the table is set in the least type,
// and where it still is, on a page turned to landscape. Figures of a column stand on their last digit; what follows a figure
// ("%", a parenthesis, the letter of a note) stands outside of that.
//
// Footnotes inside a table are notes of the table: they get its letters and
// stand under its last row, because the foot of a page may be far from a row
// that is read on another.
//
// # Sources
//
// The Chicago Manual of Style, 17th ed., 3.47–3.88, for the parts of a table,
// their alignment and what is repeated after a page break; Bringhurst, The
// Elements of Typographic Style, 4.4, for tables without boxes. Structure: ISO
// 32000-1, 14.8.4.3.4 and 14.8.5.7, and ISO 14289-1, 7.5.
//
// # Units
//
// Lengths are units.Sp. X counts from the left edge of the frame; Y of an item
// counts from the top of its box.
//
// # Errors
//
// Reported: a table that does not even fit the frame of a turned page in the
// least type (table-too-wide), which loses the columns that do not fit; a row or a boxhead
// that is higher than a page (table-row-too-high, table-head-too-high), which is
// broken between its lines; a timeline of too many columns (timeline-too-wide).
package table
