// Package reconcile compares figures that should be the same and come from two
// places: the cells of a row and its total, two tables, a published figure and
// the one that data give.
//
// It reads the figures as they are printed, from the blocks of the annexes, so
// that what it finds right is what a reader will find right.
//
// # Sources
//
// Checks of consistency within and between tables: United Nations National
// Quality Assurance Frameworks Manual, chapter 5, and the European Statistics
// Code of Practice, principle 14. The totals are those that governing bodies
// check by hand in staff annexes.
//
// # Units
//
// Values are exact; a blank cell is 0. A figure is named by its key:
// "annex-iv/ALB/G-3".
//
// # Errors
//
// A difference is an error, which an edition may accept with a reason under the
// rule and the key of the diagnostic.
package reconcile
