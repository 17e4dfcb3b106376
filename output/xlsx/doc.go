// Package xlsx writes the tables of the annexes as a workbook, for those who
// want to reckon with them.
//
// Each table has a sheet of its own; the first sheet lists them, with links. A
// sheet has the title in A1, below it unit, notes, legend and source, a line
// each, and then one row of heads and the rows of the table, without merged cells
// or blank rows, as an Excel table with a name. Heads of several levels become
// one ("General Service G-1"). What is a head across the table in print becomes
// a first column that names the group of each row.
//
// Numbers are numbers, exact up to the 15 digits that a spreadsheet has, shown
// with the decimals of the print. A share is the per cent itself, 42 and not
// 0.42, and the head, or else the stub of its row, says so. What the print shows
// in millions is in millions here, for the head says so too. A zero that print
// leaves blank is the number 0, shown as nothing. Any other empty cell is empty,
// and a line above the table says which cells are empty for which reason.
//
// Texts never become formulas, whatever they begin with. Timelines and charts
// are not in the workbook.
//
// # Sources
//
// The layout of sheets is that of Releasing statistics in spreadsheets
// (Government Analysis Function, United Kingdom), but that notes stand above
// their table. File format: ECMA-376, written with github.com/xuri/excelize.
//
// # Units
//
// Rows and columns are counted from 0, from the row of heads and the first
// column; names of cells count from A1.
//
// # Errors
//
// Write reports a table that does not fit a sheet, or whose rows do not fit its
// heads, and faults of the writer. The same document gives the same bytes.
package xlsx
