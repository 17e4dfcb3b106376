// Package hr holds headcounts: how many persons were in post on the cut-off
// date, by category, grade, nationality and sex; and the series of earlier
// years as they were published.
//
// The reading side takes the small tables that an import left in an edition.
// They hold no person: one line is a count. A Register answers queries with a
// count and, on demand, with the lines that were counted, so that a large table
// costs little as long as nobody asks.
//
// # Sources
//
// Categories and grades are those of the common system of the United Nations
// (International Civil Service Commission) with the sub-grades and ungraded
// posts that the staff annexes of governing bodies print. Nationalities are
// alpha-3 codes of ISO 3166-1, or OTHER. The sexes F, M and X are those of
// machine-readable passports (ICAO Doc 9303, part 3); U is not recorded.
//
// # Units
//
// Counts are persons on the cut-off date, not posts and not full-time
// equivalents. Positions are lines of the files, counted from 1.
//
// # Errors
//
// Diagnostics of the area "hr". A line with a fault is left out, reading goes
// on behind it; a file that is no table of comma-separated values ends at its
// fault.
package hr
