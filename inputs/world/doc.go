// Package world holds the States of the world as a report names them: codes,
// names by language and date, and who belongs to an organization when.
//
// A name is a dated fact: a report on 2017 prints Swaziland, one on 2018
// Eswatini. At fixes the date, usually the cut-off date of the edition. Meaning
// reads what people write for a nationality: long names, demonyms, former names
// and usual spellings; a word that could mean several States it does not decide.
//
// # Sources
//
// Codes: ISO 3166-1 and the United Nations standard M49. Names: our own table,
// reviewed against UNTERM, the terminology of the United Nations, in three
// languages, with the article in prose where the language wants one; the names
// of the United Kingdom are the short ones that governing bodies print. Dates
// of names: notifications to the United Nations. The States are its Members,
// the Holy See, the State of Palestine, the Cook Islands and Niue. Names of
// CLDR are not used: they differ from those of the United Nations in every
// language. Standing in an organization is that of its annual report; dates of
// admission are given where they are certain.
//
// # Conventions
//
// A State is called by its alpha-3 code. A period runs from its first day to
// the day before its end. Names go back to 2013; before, those of 2013 are
// given. Apostrophes are U+2019.
//
// # Errors
//
// The tables are part of the program, so a fault in them is a Go error: of Load,
// or of Check for the words of Meaning, which are read when first asked for.
package world
