// Package manuscript reads what authors write: Markdown with figures bound by
// name, names for blocks, references, footnotes, and YAML in fenced blocks for
// charts, tables and the like. Out come blocks of layout/doc. Figures are not
// looked up here: a Stat leaves with the name of its fact and without a value.
//
// The text is parsed by goldmark; what is of ours in the syntax is written as
// parsers of goldmark, so that a figure may stand in emphasis, in a link, in a
// footnote or in the cell of a table. Nothing outside this package knows of
// goldmark.
//
// # Sources
//
// CommonMark 0.31.2; pipe tables as in GitHub Flavored Markdown 0.29, section
// 4.10, with one difference: a bar inside {{name | form}} parts no cells.
// Footnotes as in PHP Markdown Extra. Names and classes in braces as in
// Pandoc, allowed at the end of every block. What CommonMark has and a report
// has not (code, HTML, pictures in the line, underlined headings, rules) is an
// error with its remedy, and its text is kept.
//
// # Units
//
// Places are lines and columns of the file, columns in runes. A text inside a
// fenced block has the places of the file, through the folds and escapes of
// YAML. Inline and Blocks know only where a text begins, so in a text that its
// file folds, places after the first fold are near and not exact.
//
// # Errors
//
// Every fault of a text is a diagnostic of the areas text, heading, fact, name,
// ref, link, note, list, table, chart, block and yaml. Reading goes on after
// each, and words are kept wherever they can be. Read never panics and is
// bounded in size, nesting and time.
package manuscript
