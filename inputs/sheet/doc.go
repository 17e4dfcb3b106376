// Package sheet reads tables that people keep in spreadsheets: workbooks of
// Excel (.xlsx, .xlsm), OpenDocument spreadsheets (.ods), comma-, semicolon- and
// tab-separated text, and web pages that call themselves .xls. What a file is
// follows from its content, never from its name.
//
// It holds Read and Open, which look through a file once and tell its facts
// (sheets, what is hidden or filtered, macros, encoding); Sheet.Rows, which
// gives typed cells row by row; and ParseNumber and ParseDate, which read numbers
// and dates that were kept as text and say when they can be read in two ways.
// What a row means is for the consumer.
//
// Cells of merged ranges hold the value of the first cell and say so. Macros,
// external links, comments and document properties are not read; nothing is
// written to disk; no diagnostic quotes what a cell holds.
//
// # Sources
//
// Office Open XML: ISO/IEC 29500-1:2016, chapter 18, with the dates of 18.17.4
// and the number formats of 18.8.30; escapes as in 22.9.2.19 (ST_Xstring). The
// structure of a workbook (names, visibility, date system, styles) is read by
// excelize from a package that holds nothing else; rows are scanned here,
// because excelize tells neither kind nor style of a cell while it streams, and
// spills large sheets to temporary files. OpenDocument 1.3, part 3, chapters 9
// and 19. Separated text: RFC 4180 and what spreadsheets make of it. Tables in
// HTML: the HTML Standard, 4.9.
//
// # Units
//
// Rows and columns count from 1 as in a spreadsheet, in separated text too,
// where an empty line is a row and a quoted line break is not. Numbers are exact
// decimals; dates are days of the proleptic Gregorian calendar.
//
// # Errors
//
// Diagnostics of the area "sheet". A file with an error gives no Book: half a
// table must not pass for a whole one.
package sheet

// Bounds of one file. What exceeds them is the wrong file or meant to do harm.
const (
	MaxFile     = 64 << 20   // bytes of the file
	MaxUnzipped = 1 << 30    // bytes of all parts that are read, unzipped
	MaxPart     = 8 << 20    // bytes of a part that is held: workbook, styles, relations
	MaxStrings  = 128 << 20  // bytes of the table of shared strings, escapes resolved
	MaxSheets   = 256        // sheets of a workbook, tables of a page
	MaxRows     = 1 << 20    // rows of a sheet, as in Excel
	MaxColumns  = 1 << 14    // columns of a sheet, as in Excel
	MaxCells    = 40_000_000 // cells of a sheet up to the last of each row, merged ones too
	MaxText     = 128 << 10  // bytes of one cell; the 32,767 characters of Excel take 98,301 at most
	MaxRowText  = 16 << 20   // bytes of one row
	MaxMerges   = 100_000    // merged ranges of a sheet
)
