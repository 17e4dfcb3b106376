package survey

import (
	"fmt"
	"strings"
	"unicode"

	"assemble/inputs/sheet"
)

// isBlank reports whether a rune shows nothing.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// isWord reports whether a rune is part of a word.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// apostrophes are written in several ways, and so are hyphens and quotes.
var sameSigns = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "“", `"`, "”", `"`, "‑", "-", "–", "-", "**", "", "\u200b", "", "\ufeff", "")

// fold makes two texts equal that a person reads as the same: the case of
// letters, spaces, the kinds of apostrophes and hyphens, and marks of bold type
// do not count.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(sameSigns.Replace(s)), " "))
}

// head is a text as the head of a column is compared: folded, without what
// forms add at its end.
func head(s string) string { return strings.TrimRight(fold(s), " *:") }

// dateText is the ISO date of a day.
func dateText(d sheet.Day) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
