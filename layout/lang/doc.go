// Package lang holds all that is printed and belongs to a language: strings,
// number words, number formats, dates, marks and the order of names. There is
// one Table a language; English, French and Spanish are complete.
//
// A number reaches this package as an exact value with its unit and form, and
// leaves it as text that depends on the language and on the Place where it
// stands: "Ninety-one per cent" at the start of a sentence, "91 per cent"
// inside it, "91%" in parentheses and in a table. Tell reads what stands beside
// the numbers of a text, on which it depends too: "9 of the 12 offices", "a
// 27-per-cent decrease", "no offices".
//
// # Sources
//
// United Nations Editorial Manual Online, articles on numbers, footnotes and
// paragraphing: words below ten and at the start of a sentence, "per cent" in
// text, list marks by language, note marks after punctuation in English and
// before it in French and Spanish. Unicode CLDR, rule-based number formats:
// gender, plurals and apocope of number words; its joined ordinals
// (decimosexta) and its ordinals with hyphens (cent-unième) are not followed,
// because the governing body prints "Décima sexta" and "Cent unième". Real
// Academia Española, Ortografía 2010 and Diccionario panhispánico de dudas:
// agreement of hundreds across "mil". FAO and EU interinstitutional style
// guides: French and Spanish separators and per cent.
//
// # Conventions
//
// Values are exact rationals; rounding is to the nearest, halves away from
// zero, and happens once, when the digits are made. A no-break space is U+00A0,
// the one between thousands in tables U+202F, the minus sign U+2212, the
// apostrophe U+2019. Patterns in Strings hold %s and are filled by fmt.Sprintf
// in the order given with each field. A Table is read-only and may be used by
// many goroutines; a comparison function of Collator may not.
//
// # Errors
//
// Format never fails: what Number.Check refuses (no value, a share of nothing,
// a number too long to print) is formatted as "". Callers that hold the
// position of the number call Check first and report.
package lang
