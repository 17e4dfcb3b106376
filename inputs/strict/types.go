package strict

import (
	"fmt"
	"math/big"
	"reflect"
	"regexp"
	"strings"
	"time"

	"assemble/inputs/source"

	"go.yaml.in/yaml/v4"
)

// Str is a text with its place.
type Str struct {
	S    string
	At   source.Span // quotes included
	From source.Pos  // the first character of S, as a base for reading S itself
}

func (s Str) String() string { return s.S }

func (s *Str) read(d *decoder, n *yaml.Node) {
	if d.scalar(n, "a text") {
		s.S = n.Value
		s.From, s.At = d.extent(n)
	}
}

// Text is a text that can be printed: one for all languages, or one for each.
type Text struct{ By []Tr }

// Tr is a text in one language; Lang is "" for one that serves all.
type Tr struct {
	Lang string
	Str
}

// languageTag is BCP 47 as far as it is of use here: language, script, region.
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$`)

// IsLanguage reports whether tag is a well-formed language tag: en, pt-BR.
func IsLanguage(tag string) bool { return languageTag.MatchString(tag) }

func (t *Text) read(d *decoder, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		t.add(d, "", n)
		return
	}
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "a text, or a text by language,", "write {en: …}")
		return
	}
	if d.braces(n) {
		return
	}
	for k, v := range pairs(n) {
		if !IsLanguage(k.Value) {
			d.add(source.Diagnostic{
				Code: "yaml-language", At: d.span(k), Excerpt: k.Value,
				Message: quote(k.Value) + " is not a language tag", Fix: "write a tag such as en, fr or es",
			})
			continue
		}
		t.add(d, k.Value, v)
	}
}

func (t *Text) add(d *decoder, lang string, n *yaml.Node) {
	var s Str
	if !blank(n) && n.Kind != yaml.AliasNode {
		s.read(d, n)
		t.By = append(t.By, Tr{lang, s})
	}
}

// In returns the text in a language: as written for it, for its language
// without script and region, or for all languages.
func (t Text) In(lang string) (Str, bool) {
	primary, _, _ := strings.Cut(lang, "-")
	for _, want := range []string{lang, primary, ""} {
		for _, tr := range t.By {
			if tr.Lang == want {
				return tr.Str, true
			}
		}
	}
	return Str{}, false
}

// Empty reports whether there is no text in any language; spaces are none.
func (t Text) Empty() bool {
	for _, tr := range t.By {
		if strings.TrimSpace(tr.S) != "" {
			return false
		}
	}
	return true
}

// At is the place of the first text.
func (t Text) At() source.Span {
	if len(t.By) == 0 {
		return source.Span{}
	}
	return t.By[0].At
}

// Plain is a text for all languages that was not read from a file.
func Plain(s string) Text { return Text{By: []Tr{{Str: Str{S: s}}}} }

// Date is a day of the calendar. The zero Date is none.
type Date struct {
	Y, M, D int
	At      source.Span
}

// ParseDate reads an ISO date that exists.
func ParseDate(text string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, false
	}
	return Date{Y: t.Year(), M: int(t.Month()), D: t.Day()}, true
}

// IsZero reports whether there is no date.
func (a Date) IsZero() bool { return a.Y == 0 && a.M == 0 && a.D == 0 }

// Compare is negative if a is before b, positive if it is after b.
func (a Date) Compare(b Date) int {
	return (a.Y*10000 + a.M*100 + a.D) - (b.Y*10000 + b.M*100 + b.D)
}

// String is the ISO form; "" for no date.
func (a Date) String() string {
	if a.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", a.Y, a.M, a.D)
}

func (a *Date) read(d *decoder, n *yaml.Node) {
	const want = "a date"
	if !d.scalar(n, want) {
		return
	}
	date, ok := ParseDate(n.Value)
	if !ok {
		d.wrong(n, want, "write year, month and day of a day that exists: 2017-12-31")
		return
	}
	date.At = d.span(n)
	*a = date
}

// MaxDigits bounds the digits before and behind the decimal point.
const MaxDigits = 30

// Number is an exact decimal. Places is the number of digits it was written
// with behind the point, so that 1.10 prints as 1.10. Value is nil for none.
type Number struct {
	Value  *big.Rat
	Places int
	Text   string
	At     source.Span
}

var decimal = regexp.MustCompile(fmt.Sprintf(`^-?(0|[1-9][0-9]{0,%d})(\.[0-9]{1,%d})?$`, MaxDigits-1, MaxDigits))

// ParseNumber reads a decimal: digits, one point, a minus sign before.
func ParseNumber(text string) (Number, bool) {
	if !decimal.MatchString(text) {
		return Number{}, false
	}
	value, ok := new(big.Rat).SetString(text)
	_, places, _ := strings.Cut(text, ".")
	return Number{Value: value, Places: len(places), Text: text}, ok
}

func (x *Number) read(d *decoder, n *yaml.Node) {
	const want = "a number"
	if !d.scalar(n, want) {
		return
	}
	number, ok := ParseNumber(n.Value)
	if !ok {
		d.wrong(n, want, "write digits, with a point for decimals and nothing between thousands: 137839 or 1.5")
		return
	}
	number.At = d.span(n)
	*x = number
}

// Map holds keys in the order of the file.
type Map[V any] struct{ Entries []Entry[V] }

// Entry is one key of a Map with its value.
type Entry[V any] struct {
	Key   string
	KeyAt source.Span
	Value V
}

// Get returns the value of a key.
func (m Map[V]) Get(key string) (V, bool) {
	for _, e := range m.Entries {
		if e.Key == key {
			return e.Value, true
		}
	}
	var none V
	return none, false
}

// Keys returns the keys in the order of the file.
func (m Map[V]) Keys() []string {
	keys := make([]string, len(m.Entries))
	for i, e := range m.Entries {
		keys[i] = e.Key
	}
	return keys
}

func (m *Map[V]) read(d *decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "a set of keys", "write key: value, one on a line")
		return
	}
	for k, v := range pairs(n) {
		m.Entries = append(m.Entries, Entry[V]{Key: k.Value, KeyAt: d.span(k)})
		d.value(v, reflect.ValueOf(&m.Entries[len(m.Entries)-1].Value).Elem())
	}
}

// Any is a value of any kind that is not read.
type Any struct{}

func (*Any) read(*decoder, *yaml.Node) {}
