package proof

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"assemble/layout/doc"
)

// marks finds quotation marks and apostrophes of the typewriter. Behind a
// figure they are minutes and seconds, or feet and inches.
func (c *checker) marks(p *passage) {
	inner := false // an inner quotation is open
	for i, r := range p.text {
		if r != '"' && r != '\'' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(p.text[:i])
		after, _ := utf8.DecodeRuneInString(p.text[i+1:])
		if unicode.IsDigit(before) {
			continue
		}
		q := c.Lang.Quotes()
		opens := i == 0 || opening(before) || before == '–' || before == '—'
		switch {
		case r == '"' && opens:
			c.find(p, finding{rule: quoteStraight, from: i, to: i + 1, message: `a straight quotation mark " stands here`, replace: q.Open})
		case r == '"':
			c.find(p, finding{rule: quoteStraight, from: i, to: i + 1, message: `a straight quotation mark " stands here`, replace: q.Close})
		case opens && unicode.IsLetter(after) && strings.ContainsRune(p.text[i+1:], '\''):
			inner = true
			c.find(p, finding{rule: quoteStraight, from: i, to: i + 1, message: "a straight quotation mark ' stands here", replace: q.InnerOpen})
		case inner && !unicode.IsLetter(after):
			inner = false
			c.find(p, finding{rule: quoteStraight, from: i, to: i + 1, message: "a straight quotation mark ' stands here", replace: q.InnerClose})
		default:
			c.find(p, finding{rule: apostrophe, from: i, to: i + 1, message: "a straight apostrophe ' stands here", replace: "’"})
		}
	}
}

// spaces finds two spaces in a row. They are gone from the text, so the file is
// looked at.
func (c *checker) spaces(p *passage) {
	for _, s := range p.spots {
		if s.run == nil || !s.at.Known() {
			continue
		}
		raw := c.raw(s.run)
		words := strings.TrimSpace(s.run.S)
		if words == "" || len(raw) == 0 || len(raw) <= utf8.RuneCountInString(words) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(words); !strings.ContainsRune(string(raw), r) {
			continue // a text that its file folds: its place is not exact
		}
		c.twoSpaces(s.run, raw)
	}
}

func (c *checker) twoSpaces(t *doc.Text, raw []rune) {
	line := c.line(t.At.Start)
	first := int(t.At.Start.B) - 1
	report := func(i int) {
		at := t.At
		at.Start.B = int32(i + 1)
		at.End = at.Start
		at.End.B += 2
		c.report(finding{rule: spaceDouble, message: "two spaces stand in a row"}, at, "", "")
	}
	if raw[0] == ' ' && first > 0 && line[first-1] == ' ' && strings.TrimSpace(string(line[:first])) != "" {
		report(first - 1)
	}
	for i := 1; i+1 < len(raw); i++ {
		if raw[i] == ' ' && raw[i+1] == ' ' && raw[i-1] != ' ' && strings.TrimSpace(string(raw[i:])) != "" {
			report(first + i)
		}
	}
}

var (
	// afterMinus is a hyphen before a figure, behind a space or an opening
	// parenthesis.
	afterMinus = regexp.MustCompile(`(?:^|[\s\x{00A0}(])(-)[\d` + mark + `]`)
	// numberRange is a word of two figures and a hyphen.
	numberRange = regexp.MustCompile(`^[(“‘]*([\d` + mark + `][\d.,]*%?-[\d` + mark + `][\d.,]*%?)[)”’.,;:?!]*$`)
	// gradeRange is a word of two grades and a hyphen: D-1-D-2.
	gradeRange = regexp.MustCompile(`^[(“‘]*(\p{Lu}{1,3}[-‑]\d{1,2}-\p{Lu}{1,3}[-‑]\d{1,2})[)”’.,;:?!]*$`)
	aHyphen    = regexp.MustCompile(` (--?) `)
)

// hyphens finds hyphens that stand for a minus sign, a range or a dash.
func (c *checker) hyphens(p *passage) {
	if !strings.ContainsRune(p.text, '-') {
		return
	}
	for _, m := range afterMinus.FindAllStringSubmatchIndex(p.text, -1) {
		c.find(p, finding{rule: minusSign, from: m[2], to: m[3], message: "a hyphen stands for a minus sign", replace: "−"})
	}
	for _, m := range aHyphen.FindAllStringSubmatchIndex(p.text, -1) {
		c.find(p, finding{rule: spacedHyphen, from: m[2], to: m[3], message: "a hyphen stands for a dash", replace: "–"})
	}
	for from, word := range fields(p.text) {
		m := numberRange.FindStringSubmatchIndex(word)
		last := strings.LastIndexByte(word, '-')
		if m == nil {
			if m = gradeRange.FindStringSubmatchIndex(word); m == nil {
				continue
			}
			last = strings.IndexByte(word, '-')
			last += 1 + strings.IndexByte(word[last+1:], '-')
			if strings.ContainsRune(word, '‑') {
				last = strings.IndexByte(word, '-')
			}
		}
		found := word[m[2]:m[3]]
		c.find(p, finding{
			rule: rangeDash, from: from + m[2], to: from + m[3], message: "a hyphen stands for the dash of a range",
			replace: replaced(found, last-m[2], "–"),
		})
	}
}

// replaced puts words in place of one byte.
func replaced(s string, at int, with string) string {
	if strings.Contains(s, mark) {
		return ""
	}
	return s[:at] + with + s[at+1:]
}

// fields goes over the words of a text with their offsets.
func fields(text string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		from := -1
		for i, r := range text {
			space := unicode.IsSpace(r)
			switch {
			case !space && from < 0:
				from = i
			case space && from >= 0:
				if !yield(from, text[from:i]) {
					return
				}
				from = -1
			}
		}
		if from >= 0 {
			yield(from, text[from:])
		}
	}
}

// repeated finds a word that stands twice in a row. Two capitals are a name
// (Bora Bora), if no sentence begins between them.
func (c *checker) repeated(p *passage) {
	last, lastFrom := "", 0
	for from, word := range fields(p.text) {
		plain := strings.TrimLeftFunc(word, opening)
		if last != "" && strings.EqualFold(last, letters(plain)) && plain == word && !c.mayRepeat(last, word) {
			to := from + len(letters(word))
			c.find(p, finding{rule: wordTwice, from: lastFrom, to: to, message: "“" + last + "” stands twice in a row"})
		}
		last, lastFrom = "", from+len(word)-len(plain)
		if letters(plain) == plain {
			last = plain
		}
	}
}

func (c *checker) mayRepeat(first, second string) bool {
	a, _ := utf8.DecodeRuneInString(first)
	b, _ := utf8.DecodeRuneInString(second)
	return unicode.IsUpper(a) && unicode.IsUpper(b) || contains(c.words.Twice, strings.ToLower(first)) || len(c.words.Twice) == 0
}

// letters is the word that a string begins with.
func letters(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '’' && r != '-' && r != '‑' {
			return s[:i]
		}
	}
	return s
}
