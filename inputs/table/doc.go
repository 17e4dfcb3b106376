// Package table reads and writes the small tables that imports leave in an
// edition: comma-separated values whose columns are fixed.
//
// A Layout names the columns. Read calls a function with each row below the
// head; a Row gives its cells, their places, and the usual words for a cell
// whose value is none of those that can be. Write makes the text of a table,
// Ledger that of the account of its import, which stands beside it.
//
// # Sources
//
// RFC 4180 as encoding/csv of Go reads it. What keeps spreadsheets from taking
// a text for a formula follows the advice of OWASP on CSV injection.
//
// # Conventions
//
// Lines and columns are counted from 1, columns in runes. A byte order mark in
// front, which spreadsheets write, is passed over.
//
// # Errors
//
// Diagnostics whose code begins with the area of the layout: area-empty,
// area-columns, area-cells, area-rows, area-csv. A row with a wrong number of
// cells is left out, reading goes on behind it; what is no comma-separated text
// ends at its fault.
package table
