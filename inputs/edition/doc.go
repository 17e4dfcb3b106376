// Package edition reads the folder of one report: edition.yaml, what it names
// (the acronyms, the events of timelines, the style file), and the texts of the
// manuscript.
//
// It holds Edition, the value of edition.yaml; Read, which reads a folder; and
// Check, which says what is missing before a language can be built. It does not
// read what a manuscript says, nor data.
//
// # Sources
//
// The keys are those of FORMATS.md. A document is identified as the documents
// of governing bodies are: organ, symbol, session, date, original language,
// distribution; a reissue is starred (United Nations Editorial Manual, document
// symbols). Files are opened through os.Root, so that no name leads out of the
// folder, not by way of a link either.
//
// # Conventions
//
// Names of files are relative to the folder, with slashes. Ids are lower-case
// letters, digits and hyphens, and unique in the edition. Years are those of
// the Gregorian calendar. Three keys go beyond the samples of FORMATS.md:
// no_hyphen in edition.yaml lists names that are never hyphenated; heads of a
// timeline with to and column of its events make columns and spans of days; hr
// holds the rules of who counts when staff is imported, and how far a row may move
// from one year to the next before check lists it.
//
// # Errors
//
// Everything a person can put right is a diagnostic of the area "edition" (or
// "yaml", from package strict), at the place in the file that says it.
package edition
