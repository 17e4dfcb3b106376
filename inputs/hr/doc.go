// Package hr counts staff: it imports the workbooks of HR systems into headcounts,
// and reads headcounts for a report.
//
// A headcount says how many persons were in post on the cut-off date, by category,
// grade, nationality and sex. Import takes the tables that it finds on the sheets of
// workbooks through small stages: it recognizes heads and columns, interprets the
// values of each column together, classifies rows, selects who counts, tabulates,
// and holds the result against the totals of the workbook. What it cannot decide
// becomes a question that one answer serves; what became of each row stands in the
// Ledger. The reading side takes the small tables that an import left in an edition,
// with the series of earlier years as they were published. They hold no person: one
// line is a count. A Register answers queries with a count and, on demand, with the
// lines that were counted, so that a large table costs little as long as nobody
// asks. CheckLedger tells what was changed by hand since the import.
//
// Of persons nothing is kept but row numbers. Messages quote cells of the columns
// for category, grade, nationality, sex and status only; none of a column of which
// over a fifth, or over 300 different values, are unknown, and none of a row whose
// cells have slipped sideways. Of heads only the words that are known are shown.
//
// # Sources
//
// Categories and grades are those of the common system of the United Nations
// (International Civil Service Commission) with the sub-grades and ungraded
// posts that the staff annexes of governing bodies print. Nationalities are
// alpha-3 codes of ISO 3166-1, or OTHER. The sexes F, M and X are those of
// machine-readable passports (ICAO Doc 9303, part 3); U is not recorded. Codes of
// sexes in workbooks: ISO/IEC 5218 and the initials of three languages. Serial
// dates: ISO/IEC 29500-1, 18.17.4.1.
//
// # Units
//
// Counts are persons on the cut-off date, not posts and not full-time
// equivalents; who leaves on that day still counts. Positions are lines of the
// files, or rows and columns of a sheet, counted from 1.
//
// # Errors
//
// Diagnostics of the area "hr". Reading, a line with a fault is left out, and
// reading goes on behind it; a file that is no table of comma-separated values ends
// at its fault. Importing, whatever a person must decide is an error, so that
// nothing is written until it is decided.
package hr
