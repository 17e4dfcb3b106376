// Package linebreak breaks a paragraph into lines, all lines at once.
//
// A paragraph is a row of boxes, glue and penalties; Break returns the breaks
// with the fewest demerits of all that are possible, so a word early in the
// paragraph may move to spare a gap late in it. It sets justified text, ragged
// text and balanced headings. It only reads the items; it knows no fonts, no
// language and no page.
//
// # Sources
//
// Donald E. Knuth and Michael F. Plass, Breaking Paragraphs into Lines,
// Software: Practice and Experience 11 (1981), for the method; Knuth, TeX: The
// Program, §108 (badness) and §813–890 (passes, fitness, demerits), for the
// arithmetic. Where this departs from TeX: the end of the paragraph and every
// forced break end a line that is not stretched, without finishing glue; what a
// line may hang into the margin is part of its width; boxes may stretch and
// shrink (letter-fit) but never stretch beyond what they say; a paragraph that
// cannot be set is set ragged where it must be, then overfull.
//
// # Conventions
//
// A line may end at glue that follows a box, and at a penalty below Inf. Glue
// at the break vanishes, and so does all glue and every unforced penalty up to
// the next box; so does what follows the last box. Widths beyond 2^40 sp are
// cut to that, stretch and shrink below nothing count as nothing. All
// arithmetic is in integers, so the same items break alike on every machine.
//
// For ordinary text time grows with the number of items. Against text that
// fits no matter how much is put in a line (a million boxes of no width), Break
// looks back no further than maxActive places.
//
// # Errors
//
// Break cannot fail. A line that sticks out says by how much (Line.Overfull),
// one that no tolerance allowed is marked (Line.Ragged), and Result says whether
// there are such lines; whoever knows the place in the manuscript reports it.
package linebreak
