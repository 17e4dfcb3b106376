// Package survey holds the institutional questionnaire: the register of offices
// that are asked, the codebook of the questions, and the answers of a year.
//
// The reading side takes the small tables that an import left in an edition.
// Year joins the three; a Query chooses answers, and a Year counts offices and
// countries, adds up values, names who they are, and tells the lines that were
// counted, on demand.
//
// # Sources
//
// Types of questions and the language of their conditions are those of XLSForm
// (xlsform.org), as far as questionnaires to offices use it. Countries are
// alpha-3 codes of ISO 3166-1. That a percentage needs its base, and that a
// small base bears none, is the habit of statistical offices; LeastBase says
// where it ends here.
//
// # Conventions
//
// The frame of a year are the offices that the register has on the cut-off
// date, and those that answered. An office was asked a question if the skip
// logic led to it, and gave an answer if its answer is neither blank nor "not
// applicable"; shares are of the offices that gave an answer. The code of a
// question or option is the part of the name of a fact.
//
// # Errors
//
// Diagnostics of the area "survey". A row or question with a fault is left out,
// reading goes on behind it.
package survey
