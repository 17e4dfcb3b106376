// Package audit lists every printed figure of a report with where it stands and
// where it came from, for those who check the report against its data.
//
// A line of the list is a figure as it is printed: page, place, printed form,
// exact value, and the files and lines behind it. Figures are found on the
// finished pages, so that what is listed is what is printed; heads of tables
// that a page repeats, running heads and texts that stand for a chart are not
// listed.
//
// The columns are
//
//	page        as printed: iv, 17, IV-1
//	sheet       of the file, counted from 1
//	part        id of the part: principle-1, annex-iv
//	paragraph   number of the paragraph, or of the one before a list
//	element     structure element: P, TD, Figure, Note …
//	block       id of the block or, for lack of one, of what is around it
//	cell        of a table: the heads of its row and column
//	printed     the figure, its spaces plain
//	value       exact: 41, 12.5, 100/3
//	base        what value is a share of: printed is value in per cent of base
//	unit        "" for a count, %, points, or a currency
//	form        form that the author asked for; "was 2016" for an earlier value,
//	            "missing" for a hole of a draft
//	key         the fact, or the cell of an annex; "typed" for {{=12}}; "base of"
//	            a fact, and facts joined by "+", for what a chart works out
//	method      quoted, sum, difference, share, change, count, typed; unknown if
//	            nobody can tell
//	of          keys that it was computed from
//	from        files and lines that it was read from, those of its parts too
//	source      what people wrote as source, of its parts too
//	written     where the manuscript calls the figure
//
// # Sources
//
// RFC 4180 for the file: UTF-8, commas, lines that end in CR LF. A cell that a
// spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
// injection), and so does a fraction, which would become a date.
//
// # Units
//
// Values are exact decimals or fractions, never rounded.
//
// # Errors
//
// Write fails only if its writer does. A figure that nobody can tell the origin
// of is listed with the method "unknown", which is a fault of ours.
package audit
