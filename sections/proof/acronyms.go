package proof

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"assemble/inputs/source"
	"assemble/layout/doc"
	"assemble/layout/lang"
)

// entry is an acronym of the register and what the report does with it.
type entry struct {
	Acronym
	long  []string // its full form in words, without remarks in parentheses
	first source.Span
	state state
	uses  int      // apart from where it is written out
	where *passage // in which it was written out,
	at    int      // and the offset
}

// state is how far a reader knows an acronym.
type state uint8

const (
	unmet     state = iota
	used            // met before it was written out
	explained       // written out
)

// acronymReader follows the acronyms through the report.
type acronymReader struct {
	*checker
	byShort map[string]*entry
	byFold  map[string]*entry
	order   []*entry
	named   []*entry // those whose full form is a name of three words or more
	known   map[string]bool
	told    map[string]bool // unlisted ones that were reported
}

// capitals is a word with two capitals or more. Digits may stand in it.
var capitals = regexp.MustCompile(`\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*`)

// pure is one that has only capitals, and perhaps the s of a plural. With a digit
// it is a formula or a code (CO2, G20).
var pure = regexp.MustCompile(`^\p{Lu}{2,}s?$`)

// acronyms follows every acronym through the report: it is written out where it
// is met first and nowhere else, listed when used and used when listed.
func (c *checker) acronyms(passages []*passage) {
	a := &acronymReader{checker: c, byShort: map[string]*entry{}, byFold: map[string]*entry{}, known: map[string]bool{}, told: map[string]bool{}}
	a.register()
	for _, p := range passages {
		if p.part == nil || p.part.Kind == doc.Acronyms || p.part.Kind == doc.Cover {
			continue
		}
		a.read(p)
		words, at := bareWords(p.text)
		a.names(p, words, at)
		a.inFull(p, words, at)
	}
	for _, e := range a.order {
		a.unused(e)
	}
}

func (a *acronymReader) register() {
	for _, x := range a.Acronyms {
		e := &entry{Acronym: x, long: nameWords(withoutRemark(x.Long))}
		a.order = append(a.order, e)
		if len(e.long) >= 3 && capitalized(e.long) {
			a.named = append(a.named, e)
		}
		for _, s := range forms(x) {
			a.byShort[s] = e
			a.byFold[strings.ToLower(s)] = e
		}
	}
	for _, k := range a.Known {
		a.known[k] = true
	}
	a.known[initials(a.Doc.Cover.Organization)] = true
}

// forms are the singular and the plural of an acronym.
func forms(x Acronym) []string {
	out := []string{x.Short, x.Short + "s"}
	if s, ok := strings.CutSuffix(x.Short, "s"); ok {
		out[1] = s
	}
	if x.Plural != "" {
		out = append(out, x.Plural)
	}
	return out
}

// initials of a name, by which an organization is known to its own readers.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// withoutRemark leaves out what stands in parentheses: Migrants in Countries in
// Crisis (Initiative).
func withoutRemark(long string) string {
	before, rest, ok := strings.Cut(long, "(")
	if !ok {
		return long
	}
	_, after, _ := strings.Cut(rest, ")")
	return before + after
}

// nameWords are the words of a name without marks around them.
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(plainSpaces(s)) {
		if w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// read goes over the acronyms of a passage in order.
func (a *acronymReader) read(p *passage) {
	if strings.ContainsRune(p.text, ' ') && strings.ToUpper(p.text) == p.text {
		return // words in capitals: nothing can be told
	}
	for _, m := range capitals.FindAllStringIndex(p.text, -1) {
		from, to := m[0], m[1]
		word := p.text[from:to]
		if from > 0 && wordRune(lastRune(p.text[:from])) || ofSymbol(p.text, from, to) {
			continue
		}
		if e := a.byShort[word]; e != nil {
			a.meet(e, p, from, to)
			continue
		}
		a.stranger(p, word, from, to)
	}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func lastRune(s string) rune {
	r := []rune(s[max(0, len(s)-4):])
	return r[len(r)-1]
}

// ofSymbol reports whether a word is part of the symbol of a document or of an
// address: C/109/4, A/RES/71/1.
func ofSymbol(text string, from, to int) bool {
	space := func(r rune) bool { return unicode.IsSpace(r) }
	start := strings.LastIndexFunc(text[:from], space) + 1
	end := strings.IndexFunc(text[to:], space)
	if end < 0 {
		end = len(text) - to
	}
	chunk := text[start : to+end]
	if strings.ContainsAny(chunk, "@_") || strings.Contains(chunk, "://") || strings.HasPrefix(chunk, "www.") {
		return true
	}
	for i := range len(chunk) {
		if chunk[i] == '/' && digit(chunk, i+1) {
			return true
		}
	}
	return false
}

// meet takes one occurrence of a listed acronym.
func (a *acronymReader) meet(e *entry, p *passage, from, to int) {
	at := a.span(p, from, to)
	out, parenthesis := a.writtenOut(e, p.text, from, to)
	switch {
	case out && e.state == explained:
		a.find(p, finding{
			rule: acronymAgain, from: from, to: to, message: e.Short + " is written out again",
			related: []source.Related{{At: e.first, Message: "it is written out here"}},
		})
	case out:
		e.state, e.first, e.where, e.at = explained, at, p, from
		return
	case e.state == unmet && at.Start.Known():
		e.state, e.first = used, at
		f := finding{rule: acronymFirst, from: from, to: to, message: fmt.Sprintf("%s is used before it is written out", e.Short)}
		if parenthesis {
			f.message = fmt.Sprintf("what stands before %s is not its full form, %s", e.Short, e.Long)
		}
		a.find(p, f)
	}
	e.uses++
}

// writtenOut reports whether an acronym stands in parentheses behind its full
// form, or before it; and whether it stands in parentheses at all.
func (a *acronymReader) writtenOut(e *entry, text string, from, to int) (ok, parenthesis bool) {
	before, after := text[:from], text[to:]
	if strings.HasSuffix(before, "(") && after != "" && strings.ContainsRune(");,", rune(after[0])) {
		return a.sameName(e.long, lastNames(before[:len(before)-1], len(e.long))), true
	}
	if rest, opens := strings.CutPrefix(strings.TrimLeft(after, " \u00a0"), "("); opens {
		inside, _, _ := strings.Cut(rest, ")")
		return a.sameName(e.long, nameWords(inside)), false
	}
	return false, false
}

// lastNames are the last words of a text.
func lastNames(text string, n int) []string {
	const wordLength = 40 // the longest words of names are shorter
	from := max(0, len(text)-(n+1)*wordLength)
	words := nameWords(strings.ToValidUTF8(text[from:], ""))
	return words[max(0, len(words)-n):]
}

// sameName compares the words of two names, of which one may be in the plural.
func (a *acronymReader) sameName(x, y []string) bool {
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	for i := range x {
		if !plural(strings.ToLower(x[i]), strings.ToLower(y[i]), a.words.Plurals) {
			return false
		}
	}
	return true
}

// stranger takes a word with capitals that is not listed. Names such as MigApp
// are not acronyms unless one is listed that differs in capitals only.
func (a *acronymReader) stranger(p *passage, word string, from, to int) {
	if e := a.byFold[strings.ToLower(word)]; e != nil && !a.known[word] {
		e.uses++
		a.find(p, finding{
			rule: acronymSpelling, from: from, to: to, message: fmt.Sprintf("%s is listed as %s", word, e.Short), replace: e.Short,
		})
		return
	}
	single := strings.TrimSuffix(word, "s")
	if len(a.order) == 0 || !pure.MatchString(word) || a.known[word] || a.known[single] || a.told[single] || a.isNumber(p, word, to) {
		return
	}
	if !a.span(p, from, to).Start.Known() {
		return
	}
	a.told[single] = true
	a.find(p, finding{rule: acronymUnlisted, from: from, to: to, message: word + " is not in the list of acronyms"})
}

// isNumber tells Roman numerals, currencies, and grades (GS-5).
func (a *acronymReader) isNumber(p *passage, word string, to int) bool {
	const longest = 60 // nobody counts further in Roman numerals
	for n := 1; n <= longest; n++ {
		if lang.Roman(n) == word {
			return true
		}
	}
	grade, ok := strings.CutPrefix(p.after(to), "-")
	return ok && (digit(grade, 0) || strings.HasPrefix(grade, mark)) || contains(a.words.Currencies, word)
}

// unused reports an acronym that is listed and not used, or only where it is
// written out.
func (a *acronymReader) unused(e *entry) {
	f := finding{rule: acronymUnused}
	switch {
	case e.uses > 0 || a.Broken:
		return
	case e.state == explained:
		f.message = e.Short + " is used only where it is written out"
		f.related = []source.Related{{At: e.first, Message: "it is written out here"}}
	default:
		f.message = e.Short + " is listed and not used"
	}
	a.report(f, e.At, e.Short, e.File+":"+e.Short)
}
