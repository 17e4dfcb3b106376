package main

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"assemble/annexes"
	"assemble/layout/frame"
	"assemble/output/audit"
)

// outside says which digits of a page are no figures of the report, so that the
// trail has no line for them. Anything else that is printed must have one.
var outside = []struct {
	why   string
	roles string // of the text or of what is around it; "" for any
	text  string // the word with digits in it, with the words beside it
}{
	{"numbers of paragraphs, items, notes, tables and figures, days of a timeline", "Lbl", ``},
	{"marks of notes, and the contents", "Reference TOCI", ``},
	{"references to parts, paragraphs, tables and figures", "Link", `^(Annex|Principle|Objective|[Pp]aragraph|[Tt]able|[Ff]igure|[Bb]ox) [0-9IVX]+$`},
	{"labels of parts", "H1", `^(Principle|Objective) [0-9]$`},
	{"heads of rows and columns: years, grades, numbers of goals, ranks", "TH", ``},
	{"years, and spans of years", "", `^[12][0-9]{3}([-–][12]?[0-9]{3}|[-–][0-9]{2})?$`},
	{"dates", "", `^[0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)$`},
	{"symbols of documents", "", `^[A-Z]+/[0-9]+/[0-9]+$`},
	{"the session", "", `^[0-9]+th$`},
	{"targets of the 2030 Agenda, and an alliance named after one", "", `^[0-9]{1,2}\.([0-9]{1,2}(–[0-9])?|[a-c])$`},
	{"grades", "", `^[A-Z]{1,2}-[0-9][A-Z]?$`},
	{"the highest level of an emergency, which is a name", "", `^Level 3$`},
	{"the zero that a legend explains", "P", `^a total of 0$`},
}

// wordWithDigits finds a word with digits, and what may stand beside it.
var wordWithDigits = regexp.MustCompile(`(?:a total of |\b[A-Za-z]+ )?[A-Za-z0-9+−./–-]*[0-9][A-Za-z0-9./–-]*(?: [A-Z][a-z]+)?`)

// annualTrail: each figure on the pages has a line in the trail, and each line is
// on the page that it names.
func annualTrail(t *testing.T, j *job) {
	var list bytes.Buffer
	if err := audit.Write(&list, j.book, j.engine.Doc, annexes.Ledger(j.in), &j.files); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&list).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	listed := make([]string, len(j.book.Pages)) // the digits of the trail
	column := func(head string) int { return slices.Index(rows[0], head) }
	sheet, printed, method, from, source := column("sheet"), column("printed"), column("method"), column("from"), column("source")
	for _, row := range rows[1:] {
		n, err := strconv.Atoi(row[sheet])
		if err != nil || n < 1 || n > len(listed) {
			t.Fatalf("there is no sheet %q", row[sheet])
		}
		if row[method] == "unknown" || row[from]+row[source] == "" {
			t.Errorf("nobody knows where %q is from: %q", row[printed], row)
		}
		listed[n-1] += digitsOf(row[printed])
	}
	for n := range j.book.Pages {
		figures := ""
		for _, it := range j.book.Pages[n].Items {
			r, ok := it.(*frame.Run)
			if !ok || r.Tag == 0 {
				continue // rules, running heads, and heads that a page repeats
			}
			if r.Stat != "" {
				figures += digitsOf(r.Text)
				continue
			}
			for _, word := range wordWithDigits.FindAllString(plain(r.Text), -1) {
				if word = strings.TrimRight(word, "."); !isOutside(j.book, r.Tag, word) {
					t.Errorf("sheet %d: %q in %q has no line in the trail", n+1, word, r.Text)
				}
			}
		}
		if figures != listed[n] {
			t.Errorf("sheet %d prints the digits %s, and the trail has %s", n+1, figures, listed[n])
		}
	}
}

// digitsOf leaves of a text its digits.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// isOutside says that a word with digits is no figure: by itself, or with the
// word before it or behind it.
func isOutside(b *frame.Book, tag frame.ElemID, word string) bool {
	around := map[string]bool{"": true}
	for e := tag; e > 1; e = b.Elems[e].Parent {
		around[string(b.Elems[e].Role)] = true
	}
	words := strings.Fields(word)
	for i, w := range words {
		words[i] = strings.TrimRight(w, ".")
	}
	at := slices.IndexFunc(words, func(w string) bool { return digitsOf(w) != "" })
	forms := []string{word, words[at], strings.Join(words[at:], " "), strings.Join(words[:at+1], " ")}
	for _, o := range outside {
		here := o.roles == "" || slices.ContainsFunc(strings.Fields(o.roles), func(r string) bool { return around[r] })
		fits := regexp.MustCompile(o.text)
		if here && slices.ContainsFunc(forms, fits.MatchString) {
			return true
		}
	}
	return false
}
