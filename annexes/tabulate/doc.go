// Package tabulate turns counts into cross-tabulations, shares and changes.
//
// # Sources
//
// Rounding is to the nearest whole, halves away from zero (ISO 80000-1, annex B,
// rule B), as package lang does when it prints; shares are not forced to add up
// to 100. A change between percentages is the
// difference of the rounded percentages, so that a reader who subtracts what is
// printed gets what is printed.
//
// # Units
//
// Counts are whole numbers of persons. A percentage is in per cent (half is
// 50), a change in percentage points. Nothing is divided before it is rounded.
//
// # Errors
//
// A count that fits no row or no column is kept apart and never lost (Outside).
// A share of nothing is none, never zero.
package tabulate
